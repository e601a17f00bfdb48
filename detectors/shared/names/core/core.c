/*
 * The scorer of names: the same as ../scan.ts and what it calls, in C for its speed. Compiled by `npm run scorer` into core.wasm.ts; a
 * test compares the two. Takes a chunk of text at a time, and gives the names in it.
 */
#include "memory.h"
#include "words.h"
#include "features.h"
#include "decode.h"
#include "gate.h"

extern u8 __heap_base;

/* Where index.ts puts text, and what is read once. */
EXPORT(textAt) void *textAt(void) { return text; }
EXPORT(classesAt) void *classesAt(void) { return classes; }
EXPORT(heapAt) void *heapAt(void) { return &__heap_base; }
EXPORT(gateAt) void *gateAt(void) { return model.gate; }
EXPORT(matricesAt) void *matricesAt(void) { return model.transitions; }
/* Where it finds what was found. */
EXPORT(startsAt) void *startsAt(void) { return foundStart; }
EXPORT(endsAt) void *endsAt(void) { return foundEnd; }
EXPORT(probabilitiesAt) void *probabilitiesAt(void) { return foundProbability; }
EXPORT(foundNames) int foundNames(void) { return foundCount; }
EXPORT(hashesAt) void *hashesAt(void) { return hashes; }
EXPORT(hashEndsAt) void *hashEndsAt(void) { return hashEnds; }

#define PAYLOADS 256

/*
 * A dictionary as its file has it (../../trie.ts) at `bytes`, its words' kinds (../../word-kinds.ts) at `kinds`, 0 where it has none; its
 * differences are added up into `room`: 6 bytes for each node and 4 more.
 */
EXPORT(readTrie) void readTrie(int which, const u8 *bytes, const u8 *kinds, u32 *room) {
  Trie *trie = which == 0 ? &names : which == 1 ? &katakana : &titles;
  u32 count = bytes[0] | bytes[1] << 8 | bytes[2] << 16 | (u32)bytes[3] << 24;
  u32 stretches = (count + 511) / 512;
  const u8 *planes = bytes + 4 + 6 * stretches;
  trie->nodes = room;
  trie->labels = (u16 *)(room + count + 1);
  u32 child = bytes[4] | bytes[5] << 8 | bytes[6] << 16 | (u32)bytes[7] << 24;
  u16 label = 0;
  const u8 *next[PAYLOADS];
  const u8 *group = kinds + 4 * PAYLOADS;
  for (u32 value = 0; kinds != 0 && value < PAYLOADS; value++) {
    next[value] = group;
    group += kinds[4 * value] | kinds[4 * value + 1] << 8 | kinds[4 * value + 2] << 16;
  }
  for (u32 i = 0; i < count; i++) {
    u32 payload = planes[4 * count + i];
    trie->nodes[i] = child << 12 | (kinds == 0 || payload == 0 ? UNKNOWN_KIND : *next[payload]++) << 8 | payload;
    child += planes[i] | planes[count + i] << 8;
    label += planes[2 * count + i] | planes[3 * count + i] << 8;
    trie->labels[i] = label;
  }
  trie->nodes[count] = child << 12;
  u32 roots = childOf(trie, 1);
  for (u32 i = 1; i < roots; i++) trie->roots[trie->labels[i]] = i;
}

/* A model whose fingerprints and weights (BIAS added to each) stand at `prints` and `packed`; its gate and matrices are in place. */
EXPORT(readModel) void readModel(u32 bits, f64 scale, int kanji, int katakana, u8 *prints, u8 *packed) {
  model.bits = bits;
  model.scale = scale;
  model.kanji = kanji;
  model.katakana = katakana;
  fingerprints = prints;
  weights = (i8 *)packed;
  for (u32 i = 0; i < (u32)LABELS << bits; i++) packed[i] ^= 0x80;
  buildCosts();
  buildExponentials();
}

#define LONGEST_SCORED 512
#define MARGIN 3
#define MOST_GROWTH 24

/* Joiners stand between the parts of foreign names. */
INLINE int goesOn(u32 code) { return isNameScript(code) || isJoiner(code); }

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
  for (int i = nextLetter(from, to); i < to; i = nextLetter(i, to)) {
    u32 code = text[i];
    int stop = endOfRun(i);
    int past = isKanji(code) ? firstPast(i, stop) : (isKatakana(code) ? passesKatakana(i, stop) : isReadingLike(i, stop)) ? i : -1;
    if (past >= 0 && stop > done) {
      if (start >= 0 && past - MARGIN > end) {
        done = scoreWindow(start, end, done);
        start = -1;
      }
      if (stop > done) {
        if (start < 0) start = MAX(done, past - MARGIN);
        end = MIN(high, (isKanji(code) ? lastPast + 1 : stop) + MARGIN);
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
