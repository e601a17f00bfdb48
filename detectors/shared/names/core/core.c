/*
 * The scorer of names: the same as ../scan.ts and what it calls, in C for its speed. Compiled by `npm run scorer` into core.wasm.ts; a
 * test compares the two. Takes a chunk of text at a time, and gives the names in it.
 */
#include "memory.h"
#include "words.h"
#include "features.h"
#include "decode.h"

extern u8 __heap_base;

/* Where index.ts puts text, and what is read once. */
EXPORT(textAt) void *textAt(void) { return text; }
EXPORT(classesAt) void *classesAt(void) { return classes; }
EXPORT(heapAt) void *heapAt(void) { return &__heap_base; }
EXPORT(gateAt) void *gateAt(void) { return model.single; }
EXPORT(matricesAt) void *matricesAt(void) { return model.transitions; }
/* Where it finds what was found. */
EXPORT(startsAt) void *startsAt(void) { return foundStart; }
EXPORT(endsAt) void *endsAt(void) { return foundEnd; }
EXPORT(probabilitiesAt) void *probabilitiesAt(void) { return foundProbability; }
EXPORT(foundNames) int foundNames(void) { return foundCount; }
EXPORT(hashesAt) void *hashesAt(void) { return hashes; }
EXPORT(hashEndsAt) void *hashEndsAt(void) { return hashEnds; }

/* A dictionary as its file has it (../../trie.ts) at `bytes`; its differences are added up into `room`: 6 bytes for each node and 4 more. */
EXPORT(readTrie) void readTrie(int which, const u8 *bytes, u32 *room) {
  Trie *trie = which == 0 ? &names : which == 1 ? &katakana : &titles;
  u32 count = bytes[0] | bytes[1] << 8 | bytes[2] << 16 | (u32)bytes[3] << 24;
  u32 stretches = (count + 511) / 512;
  const u8 *planes = bytes + 4 + 6 * stretches;
  trie->nodes = room;
  trie->labels = (u16 *)(room + count + 1);
  u32 child = bytes[4] | bytes[5] << 8 | bytes[6] << 16 | (u32)bytes[7] << 24;
  u16 label = 0;
  for (u32 i = 0; i < count; i++) {
    trie->nodes[i] = child << 8 | planes[4 * count + i];
    child += planes[i] | planes[count + i] << 8;
    label += planes[2 * count + i] | planes[3 * count + i] << 8;
    trie->labels[i] = label;
  }
  trie->nodes[count] = child << 8;
  u32 roots = trie->nodes[1] >> 8;
  for (u32 i = 1; i < roots; i++) trie->roots[trie->labels[i]] = i;
}

/* A model whose fingerprints and weights (BIAS added to each) stand at `prints` and `packed`; its gate and matrices are in place. */
EXPORT(readModel) void readModel(u32 bits, f64 scale, int threshold, u8 *prints, u8 *packed) {
  model.bits = bits;
  model.scale = scale;
  model.threshold = threshold;
  fingerprints = prints;
  weights = (i8 *)packed;
  for (u32 i = 0; i < (u32)LABELS << bits; i++) packed[i] ^= 0x80;
  buildCosts();
  buildExponentials();
}

#define LONGEST_SCORED 512
#define MARGIN 3
#define MOST_GROWTH 24
#define LONGEST_RUN 64
#define DOT 0x30fb

INLINE int isKatakana(u32 code) { return code >= 0x30a1 && code <= 0x30fc && code != DOT; }
INLINE int isNameScript(u32 code) { return (code >= 0x4e00 && code <= 0x9fff) || isKatakana(code) || (code >= 0x3400 && code <= 0x4dbf) || code == 0x3005; }
INLINE int isJoiner(u32 code) { return code == DOT || code == '='; }
INLINE int goesOn(u32 code) { return isNameScript(code) || isJoiner(code); }

/* The first character of a name's script from here on: eight at a time, with a few besides that are looked at again. */
static int nextNameScript(int at, int to) {
  for (; at < to; at += 8) {
    v128_t codes = wasm_v128_load(text + at);
    v128_t isKana = wasm_u16x8_le(wasm_i16x8_sub(codes, wasm_i16x8_splat(0x30a1)), wasm_i16x8_splat(0x30fc - 0x30a1));
    v128_t isHan = wasm_u16x8_le(wasm_i16x8_sub(codes, wasm_i16x8_splat(0x3400)), wasm_i16x8_splat(0x9fff - 0x3400));
    u32 found = wasm_i16x8_bitmask(wasm_v128_or(wasm_v128_or(isKana, isHan), wasm_i16x8_eq(codes, wasm_i16x8_splat(0x3005))));
    for (; found != 0; found &= found - 1) {
      int first = at + __builtin_ctz(found);
      if (isNameScript(text[first])) return MIN(first, to);
    }
  }
  return to;
}

static int endOfRun(int start) {
  int kana = isKatakana(text[start]), most = MIN(high, start + LONGEST_RUN), end = start + 1;
  while (end < most && isNameScript(text[end]) && isKatakana(text[end]) == kana) end++;
  return end;
}

INLINE u32 gatePair(u32 first, u32 second) { return (first * 0x9e3779b1u ^ second * 0x85ebca6bu) >> 11 & 0x3fff; }

static int lastPast = -1;

static int firstPast(int start, int end) {
  int first = -1;
  u32 code = text[start];
  int before = model.pair[gatePair(text[start - 1], code)];
  for (int i = start; i < end; i++) {
    u32 following = text[i + 1];
    int behind = model.pair[gatePair(code, following)];
    if (model.single[code & 0x3fff] + before + behind >= model.threshold) {
      if (first < 0) first = i;
      lastPast = i;
    }
    before = behind;
    code = following;
  }
  return first;
}

static int passesKatakana(int start, int end) {
  int isJoined = isJoiner(text[start - 1]) || isJoiner(text[end]);
  if (end - start < 2 && !isJoined) return 0;
  u32 node = katakana.roots[text[start]];
  for (int i = start + 1; node != 0 && i < end; i++) node = step(&katakana, node, text[i]);
  u32 payload = node == 0 ? 0 : payloadOf(&katakana, node);
  if ((payload & 3) >= 2 && (payload & 0x3c) == 0) return 1;
  return isJoined && (payload == 0 || (payload & 3) > 0);
}

static int scoreWindow(int from, int to, int least) {
  int start = from, end = to;
  while (start > least && from - start < MOST_GROWTH && goesOn(text[start]) && goesOn(text[start - 1])) start--;
  while (end < high && end - to < MOST_GROWTH && goesOn(text[end - 1]) && goesOn(text[end])) end++;
  decode(start, end - start, readWindow(start, end));
  return end;
}

/* Text stands from `first` to `last`, and nothing around it. */
static void enclose(int first, int last) {
  low = first;
  high = last;
  for (int i = 0; i < low; i++) text[i] = 0;
  for (int i = high; i < MIN(high + PAD + TAIL, (int)(sizeof text / sizeof *text)); i++) text[i] = 0;
}

/* Names between two places of the chunk. @returns how far the text is read */
EXPORT(scan) int scan(int from, int to, int first, int last) {
  enclose(first, last);
  foundCount = 0;
  int done = from, start = -1, end = -1;
  for (int i = nextNameScript(from, to); i < to; i = nextNameScript(i, to)) {
    u32 code = text[i];
    int stop = endOfRun(i);
    int kana = isKatakana(code);
    int past = kana ? (passesKatakana(i, stop) ? i : -1) : firstPast(i, stop);
    if (past >= 0 && stop > done) {
      if (start >= 0 && past - MARGIN > end) {
        done = scoreWindow(start, end, done);
        start = -1;
      }
      if (stop > done) {
        if (start < 0) start = MAX(done, past - MARGIN);
        end = MIN(high, (kana ? stop : lastPast + 1) + MARGIN);
        if (end - start > LONGEST_SCORED) {
          done = scoreWindow(start, end, done);
          start = -1;
        }
      }
    }
    i = stop;
  }
  if (start >= 0) done = scoreWindow(start, end, done);
  return MAX(to, done);
}

/* For training and tests: the hashes of all characters between two places. */
EXPORT(featurize) void featurize(int start, int end, int first, int last) {
  enclose(first, last);
  int size = readWindow(start, end);
  u32 *o = hashes;
  for (int x = 0; x < end - start; x++) {
    o = emit(o, x + PAD, size);
    hashEnds[x] = o - hashes;
  }
}
