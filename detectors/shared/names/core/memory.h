/* What stands in memory: a chunk of text, the dictionaries and the model, and the window under the scorer. */
#include <wasm_simd128.h>

typedef unsigned char u8;
typedef signed char i8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef double f64;

#define EXPORT(name) __attribute__((export_name(#name)))
#define INLINE static inline __attribute__((always_inline))
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))

/* ../labels.ts */
enum { OUTSIDE, SURNAME_BEGIN, SURNAME_INSIDE, GIVEN_BEGIN, GIVEN_INSIDE, OTHER_BEGIN, OTHER_INSIDE, THING, LABELS };
#define IS_INSIDE(y) ((y) == SURNAME_INSIDE || (y) == GIVEN_INSIDE || (y) == OTHER_INSIDE)
#define IS_PERSON(y) ((y) != OUTSIDE && (y) != THING)

/* ../window.ts */
enum { OTHER, KANJI, HIRAGANA, KATAKANA, UPPER, LOWER, DIGIT, SPACE, JOINER, OPEN, CLOSE, COMMA, STOP, CELL };
#define PAD 8
#define LONGEST_WINDOW 1024
#define TAIL 4
#define SIZE (LONGEST_WINDOW + 2 * PAD + TAIL)

/* A chunk, and as much of the text on either side as windows reach beyond it; index.ts has the same numbers. */
#define BEFORE 64
#define CHUNK 8192
#define AFTER 192

static u16 text[BEFORE + CHUNK + AFTER];
/* Where the text begins and ends in it; what is beyond is 0. */
static int low, high;

static u8 classes[0x10000];

/* ../../trie.ts */
typedef struct {
  u16 roots[0x10000];
  /* Of each node: its first child, 4 bits of its kind (../../word-kinds.ts), 8 of its payload. */
  u32 *nodes;
  u16 *labels;
} Trie;
static Trie names, katakana, titles;

/* ../gate.ts */
#define GATE_BITS 15
#define GATE_WIDTH 7

/* ../model.ts */
static struct {
  u32 bits;
  int kanji, katakana;
  f64 scale;
  f64 transitions[LABELS * LABELS], starts[LABELS];
  i8 gate[2 * GATE_WIDTH << GATE_BITS];
} model;
static u8 *fingerprints;
static i8 *weights;

/* The window, as ../window.ts and ../words.ts have it. */
static u16 units[SIZE];
static u8 klass[SIZE];
static u16 runStart[SIZE], runEnd[SIZE];
static u8 surBegin[SIZE], surEnd[SIZE], givBegin[SIZE], givEnd[SIZE], wordBegin[SIZE], wordEnd[SIZE], placeAt[SIZE];
static u8 fullBegin[SIZE], fullMid[SIZE], fullEnd[SIZE], titleBegin[SIZE], titleEnd[SIZE];
static u8 cues[SIZE];
static u32 runInfo[SIZE];
static u16 tokenStart[SIZE], tokenEnd[SIZE];
static u32 tokenClass[SIZE];
static u8 tokenKind[SIZE];
