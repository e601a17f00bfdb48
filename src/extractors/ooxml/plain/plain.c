/*
 * Runs of what nearly all of a large workbook is made of: cells like <c r="B12" s="3" t="s"><v>45</v></c>, the tags of their rows, and
 * strings like <si><t>text</t></si>. Whatever is not exactly that ends the run, and is left to the readers in TypeScript
 * (../xlsx-cells.ts, ../xlsx-strings.ts), which say what it means; what is taken here is taken as they would take it (a test compares).
 *
 * Compiled by `npm run plain` into plain.wasm.ts. No state but `memory`, whose layout layout.ts tells.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

/* All that goes in and comes out besides positions; layout.ts has the same fields in the same order. */
struct State {
  /* Where things stand in memory. */
  u32 window, block, ends, columns, values, rowNumbers, rowCells, numbers, kinds;
  /* Room: units in the block, entries in each list. */
  u32 blockUnits, entries;
  /* Of the string pool being written: units in its block, all units or-ed together, strings finished in this run. */
  u32 units, seen, strings;
  /* Of the workbook: shared strings, styles, local strings before this run. */
  u32 stringCount, kindCount, localCount;
  /* The row being read, the column of its last cell (-1: none), and what this run has written of each list. */
  int row, column;
  u32 cells, rows, deferred;
};
#define STATE ((struct State *)1024)

typedef u64 __attribute__((aligned(1), may_alias)) any64;
typedef u32 __attribute__((aligned(1), may_alias)) any32;
#define LOAD64(p) (*(const any64 *)(p))
#define LOAD32(p) (*(const any32 *)(p))
/* The bytes of a short text as a number, as memory holds them. */
#define B(c, i) ((u64)(c) << (8 * (i)))
#define TEXT4(a, b, c, d) (B(a, 0) | B(b, 1) | B(c, 2) | B(d, 3))
#define TEXT8(a, b, c, d, e, f, g, h) (TEXT4(a, b, c, d) | TEXT4(e, f, g, h) << 32)
#define FIRST(n) ((1ull << (8 * (n))) - 1)

/* Nothing longer is taken, so that one check of the room does for a whole string. */
#define MAX_STRING_BYTES 65536
#define MAX_COLUMNS 18278
#define MAX_ROW (1u << 30)
#define MAX_STYLE_DIGITS 6
#define MAX_NUMBER_BYTES 15
#define GENERAL 0
#define SPECIAL 1

static int isDigit(u8 byte) { return (u8)(byte - '0') <= 9; }
static int isSpace(u8 byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

/* Character data up to "<" as UTF-16; gives where it ends, or 0 if it is not plain. */
static const u8 *text(const u8 *p, const u8 *end, u16 **to, u32 *seen) {
  u16 *out = *to;
  u32 all = 0;
  const u8 *limit = end - p > MAX_STRING_BYTES ? p + MAX_STRING_BYTES : end;
  while (p < limit) {
    u32 byte = *p;
    u32 unit;
    if (byte < 0x80) {
      unit = byte;
      if (byte == '<') {
        *to = out;
        *seen |= all;
        return p;
      }
      if (byte == '_' && p[1] == 'x') return 0;
      p++;
      if (byte == '&') {
        u32 next = LOAD32(p);
        if (next == TEXT4('a', 'm', 'p', ';')) p += 4;
        else if ((next & FIRST(3)) == TEXT4('l', 't', ';', 0)) unit = '<', p += 3;
        else if ((next & FIRST(3)) == TEXT4('g', 't', ';', 0)) unit = '>', p += 3;
        else return 0;
      }
    } else if (byte < 0xe0) {
      if (byte < 0xc2 || p + 1 >= limit || p[1] == '<') return 0;
      unit = (byte & 0x1f) << 6 | (p[1] & 0x3f);
      p += 2;
    } else if (byte < 0xf0) {
      if (p + 2 >= limit || p[1] == '<' || p[2] == '<') return 0;
      unit = (byte & 0x0f) << 12 | (p[1] & 0x3f) << 6 | (p[2] & 0x3f);
      p += 3;
    } else return 0;
    *out++ = unit;
    all |= unit;
  }
  return 0;
}

/* Strings of a shared strings part; gives the position behind the last that was taken. */
__attribute__((export_name("strings"))) u32 strings(u32 from, u32 to) {
  struct State *s = STATE;
  const u8 *window = (const u8 *)s->window, *end = window + to, *p = window + from;
  u16 *block = (u16 *)s->block, *out = block + s->units, *full = block + s->blockUnits - MAX_STRING_BYTES;
  u32 *ends = (u32 *)s->ends;
  u32 seen = s->seen, count = 0, entries = s->entries;
  while (count < entries && out <= full) {
    const u8 *q = p;
    while (q < end && isSpace(*q)) q++;
    if ((LOAD64(q) & FIRST(7)) != TEXT8('<', 's', 'i', '>', '<', 't', '>', 0)) break;
    u16 *start = out;
    const u8 *stop = text(q + 7, end, &out, &seen);
    if (stop == 0 || stop + 9 > end || LOAD64(stop) != TEXT8('<', '/', 't', '>', '<', '/', 's', 'i') || stop[8] != '>') {
      out = start;
      break;
    }
    ends[count++] = out - block;
    p = stop + 9;
  }
  s->units = out - block;
  s->seen = seen;
  s->strings = count;
  return p - window;
}

/* `hidden="0"`, `ht="15.75"`: attributes that hide nothing. */
static int showsRow(const u8 *name, u32 length, const u8 *value, u32 size) {
  if (length == 2 && name[1] == 't') {
    if (size < 2 || value[0] == '0' || !isDigit(value[0]) || !isDigit(value[1])) return 0;
    for (u32 i = 2; i < size; i++) if (!isDigit(value[i]) && value[i] != '.') return 0;
    return 1;
  }
  return length == 6 && size == 1 && value[0] == '0';
}

/* From behind `<row`; the position behind its ">", or 0 if it is not plain. */
static const u8 *rowStart(const u8 *p, const u8 *end, int *row) {
  u32 number = 0;
  while (*p == ' ') {
    const u8 *name = ++p;
    while (*p > ' ' && *p != '=' && *p != '>' && *p != '/' && *p != '"' && *p != '\'') p++;
    u32 length = p - name;
    if (length == 0 || p[0] != '=' || p[1] != '"') return 0;
    const u8 *value = p += 2;
    while (p < end && *p != '"') p++;
    if (p >= end) return 0;
    u32 size = p++ - value;
    if (name[0] == 'h' && !showsRow(name, length, value, size)) return 0;
    if (length == 1 && name[0] == 'r') {
      if (size == 0 || size > 9) return 0;
      number = 0;
      for (u32 i = 0; i < size; i++) {
        if (!isDigit(value[i])) return 0;
        number = number * 10 + value[i] - '0';
      }
    }
  }
  if (*p != '>' || number == 0 || number > MAX_ROW || p >= end) return 0;
  *row = number - 1;
  return p + 1;
}

/* Cells of a worksheet and the tags of their rows, ascending; gives the position behind the last that was taken. */
__attribute__((export_name("cells"))) u32 cells(u32 from, u32 to) {
  struct State *s = STATE;
  const u8 *window = (const u8 *)s->window, *end = window + to, *p = window + from;
  const u8 *kinds = (const u8 *)s->kinds;
  u16 *block = (u16 *)s->block, *out = block + s->units, *full = block + s->blockUnits - MAX_STRING_BYTES;
  u32 *ends = (u32 *)s->ends, *numbers = (u32 *)s->numbers;
  u16 *columns = (u16 *)s->columns;
  int *values = (int *)s->values, *rowNumbers = (int *)s->rowNumbers;
  u32 *rowCells = (u32 *)s->rowCells;
  u32 seen = s->seen, texts = 0, count = 0, deferred = 0, rows = 0;
  int row = s->row, column = s->column;
  const u32 stringCount = s->stringCount, kindCount = s->kindCount, localCount = s->localCount, entries = s->entries;
  while (count < entries && rows < entries && out <= full) {
    const u8 *q = p;
    while (q < end && isSpace(*q)) q++;
    u64 word = LOAD64(q);
    if ((word & FIRST(6)) == TEXT8('<', 'c', ' ', 'r', '=', '"', 0, 0)) {
      q += 6;
      u32 letters = 0, digits = 0;
      const u8 *start = q;
      while (*q >= 'A' && *q <= 'Z' && q < start + 4) letters = letters * 26 + *q++ - 'A' + 1;
      start = q;
      while (isDigit(*q) && q < start + 10) digits = digits * 10 + *q++ - '0';
      /* Another row than its own, or left of the cell before. */
      if (*q++ != '"' || letters == 0 || letters > MAX_COLUMNS || q > start + 10 || digits == 0 || digits - 1 != (u32)row || (int)letters - 1 <= column) break;
      u32 style = 0, kind = GENERAL;
      if (LOAD32(q) == TEXT4(' ', 's', '=', '"')) {
        start = q += 4;
        while (isDigit(*q) && q < start + MAX_STYLE_DIGITS) style = style * 10 + *q++ - '0';
        if (*q++ != '"') break;
      }
      if (style < kindCount) kind = kinds[style];
      if (kind > SPECIAL) break;
      int value;
      word = LOAD64(q);
      if ((word & FIRST(6)) == TEXT8(' ', 't', '=', '"', 's', '"', 0, 0)) {
        if (LOAD32(q + 6) != TEXT4('>', '<', 'v', '>')) break;
        start = q += 10;
        u32 index = 0;
        while (isDigit(*q) && index < stringCount) index = index * 10 + *q++ - '0';
        if (q == start || index >= stringCount) break;
        if (q + 8 > end || LOAD64(q) != TEXT8('<', '/', 'v', '>', '<', '/', 'c', '>')) break;
        value = index;
      } else {
        if ((u32)word != TEXT4('>', '<', 'v', '>')) break;
        start = q += 4;
        if (kind == GENERAL) {
          /* Digits, points and signs; shown as they are written. */
          while (*q <= '9' && *q >= '+' && q < start + MAX_NUMBER_BYTES) q++;
          if (q == start || q + 8 > end || LOAD64(q) != TEXT8('<', '/', 'v', '>', '<', '/', 'c', '>')) break;
          for (; start < q; start++) seen |= *out++ = *start;
          ends[texts] = out - block;
          value = ~(localCount + texts++);
        } else {
          while (q < end && *q != '<') q++;
          if (q == start || q + 8 > end || LOAD64(q) != TEXT8('<', '/', 'v', '>', '<', '/', 'c', '>')) break;
          u32 *number = numbers + 4 * deferred++;
          number[0] = count;
          number[1] = style;
          number[2] = start - window;
          number[3] = q - window;
          value = 0;
        }
      }
      column = letters - 1;
      columns[count] = column;
      values[count++] = value;
      p = q + 8;
    } else if ((word & FIRST(6)) == TEXT8('<', '/', 'r', 'o', 'w', '>', 0, 0)) {
      if (q + 6 > end) break;
      p = q + 6;
    } else if ((u32)word == TEXT4('<', 'r', 'o', 'w')) {
      q = rowStart(q + 4, end, &row);
      if (q == 0) break;
      column = -1;
      rowNumbers[rows] = row;
      rowCells[rows++] = count;
      p = q;
    } else break;
  }
  s->units = out - block;
  s->seen = seen;
  s->strings = texts;
  s->row = row;
  s->column = column;
  s->cells = count;
  s->rows = rows;
  s->deferred = deferred;
  return p - window;
}
