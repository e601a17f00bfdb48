/* Where the scorer looks at all; ../gate.ts says what for. */

#define DOT 0x30fb
INLINE int isJoiner(u32 code) { return code == DOT || code == '='; }
INLINE int isKatakana(u32 code) { return code >= 0x30a1 && code <= 0x30fc && code != DOT; }
INLINE int isHiragana(u32 code) { return code >= 0x3041 && code <= 0x3096; }
INLINE int isKanji(u32 code) { return (code >= 0x3400 && code <= 0x9fff) || code == 0x3005; }
INLINE int isNameScript(u32 code) { return isKanji(code) || isKatakana(code); }

/* The first character of kanji or kana from here on: eight at a time, with a few besides that are looked at again. */
static int nextLetter(int at, int to) {
  for (; at < to; at += 8) {
    v128_t codes = wasm_v128_load(text + at);
    v128_t isKana = wasm_u16x8_le(wasm_i16x8_sub(codes, wasm_i16x8_splat(0x3041)), wasm_i16x8_splat(0x30fc - 0x3041));
    v128_t isHan = wasm_u16x8_le(wasm_i16x8_sub(codes, wasm_i16x8_splat(0x3400)), wasm_i16x8_splat(0x9fff - 0x3400));
    u32 found = wasm_i16x8_bitmask(wasm_v128_or(wasm_v128_or(isKana, isHan), wasm_i16x8_eq(codes, wasm_i16x8_splat(0x3005))));
    for (; found != 0; found &= found - 1) {
      int first = at + __builtin_ctz(found);
      if (isNameScript(text[first]) || isHiragana(text[first])) return MIN(first, to);
    }
  }
  return to;
}

#define LONGEST_RUN 64

static int endOfRun(int start) {
  u32 code = text[start];
  int most = MIN(high, start + LONGEST_RUN), end = start + 1;
  if (isKatakana(code)) while (end < most && isKatakana(text[end])) end++;
  else if (isHiragana(code)) while (end < most && isHiragana(text[end])) end++;
  else while (end < most && isKanji(text[end])) end++;
  return end;
}

INLINE int gateWeight(u32 table, u32 a, u32 b) {
  return model.gate[table << GATE_BITS | ((a * 0x9e3779b1u ^ b * 0x85ebca6bu) >> 9 & ((1 << GATE_BITS) - 1))];
}

#define LONGEST_WORD 4

/* How good the best surname, given name and common word are that begin at a place of the chunk. */
static u32 wordAt(int start) {
  u32 surname = 0, surnameLength = 0, given = 0, word = 0;
  u32 node = names.roots[text[start]];
  for (int at = start + 1; node != 0; at++) {
    u32 payload = payloadOf(&names, node);
    if (payload != 0) {
      u32 tier = SURNAME_TIER(payload);
      if (tier > 0 && tier >= surname) {
        surname = tier;
        surnameLength = at - start;
      }
      given = MAX(given, GIVEN_TIER(payload));
      u32 asWord = WORD_TIER(payload);
      if (asWord > 0) word = MAX(word, asWord + 4 * (at - start - 1));
    }
    if (at >= high || at - start >= LONGEST_WORD) break;
    node = step(&names, node, text[at]);
  }
  return surname | surnameLength << 2 | given << 5 | word << 7;
}

static int lastPast = -1;

static int firstPast(int start, int end) {
  int first = -1;
  u32 before = text[start - 1], code = text[start], wordBefore = 0;
  for (int i = start; i < end; i++) {
    u32 behind = text[i + 1], word = wordAt(i);
    int sum = gateWeight(0, code, 1) + gateWeight(1, before, code) + gateWeight(2, code, behind) + gateWeight(3, before, 1) + gateWeight(4, behind, 1) +
      gateWeight(5, word, wordBefore) + gateWeight(6, word, before);
    if (sum >= model.kanji) {
      if (first < 0) first = i;
      lastPast = i;
    }
    before = code;
    code = behind;
    wordBefore = word;
  }
  return first;
}

static int passesKatakana(int start, int end) {
  int length = end - start;
  u32 before = text[start - 1], behind = text[end];
  if (length < 2 && !isJoiner(before) && !isJoiner(behind)) return 0;
  u32 node = katakana.roots[text[start]];
  for (int i = start + 1; node != 0 && i < end; i++) node = step(&katakana, node, text[i]);
  u32 payload = (node == 0 ? 0 : payloadOf(&katakana, node)) | MIN(7, length) << 8;
  u32 last = text[end - 1], beforeLast = length > 1 ? text[end - 2] : 0;
  return gateWeight(7, payload, 1) + gateWeight(8, payload, before) + gateWeight(9, payload, behind) + gateWeight(10, before, behind) +
    gateWeight(11, last, beforeLast) + gateWeight(12, text[start], length > 1 ? text[start + 1] : 0) +
    gateWeight(13, last, beforeLast * 31 + (length > 2 ? text[end - 3] : 0)) >= model.katakana;
}

/* Brackets, tabs, spaces, line feeds, commas, colons, pipes; not A-Z and a-z; the text's ends. */
INLINE int isBorder(int at) { return at < low || at >= high || text[at] < 0x30 || text[at] == ':' || text[at] == '|'; }

static int isReadingLike(int start, int end) {
  return end - start >= 2 && end - start <= 9 && isBorder(start - 1) && isBorder(end);
}
