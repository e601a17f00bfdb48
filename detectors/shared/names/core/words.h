/* What the dictionaries say of the window; ../words.ts says what each table holds. */

INLINE u32 childOf(const Trie *trie, u32 node) { return trie->nodes[node] >> 12; }
INLINE u32 kindOf(const Trie *trie, u32 node) { return trie->nodes[node] >> 8 & 15; }
INLINE u32 payloadOf(const Trie *trie, u32 node) { return trie->nodes[node] & 0xff; }

INLINE u32 step(const Trie *trie, u32 node, u32 unit) {
  const u16 *labels = trie->labels;
  u32 low = childOf(trie, node), high = childOf(trie, node + 1);
  /* Without a branch for each half: which one it is can hardly be foretold. */
  u32 count = high - low;
  if (count == 0) return 0;
  while (count > 1) {
    u32 half = count >> 1;
    low = labels[low + half] <= unit ? low + half : low;
    count -= half;
  }
  return labels[low] == unit ? low : 0;
}

#define SURNAME_TIER(payload) ((payload) & 3)
#define GIVEN_TIER(payload) ((payload) >> 2 & 3)
#define WORD_TIER(payload) ((payload) >> 4 & 3)
#define IS_PLACE(payload) ((payload) & 0x40)

/* Words in the dictionary that begin at a character of the window: where they end, their payloads and kinds. */
#define MOST_WORDS 24
static u8 wordCount[SIZE];
static struct { u16 end; u8 payload, kind; } found[SIZE][MOST_WORDS];

static void lookUpWords(int i, int stop) {
  const Trie *trie = &names;
  u32 node = trie->roots[units[i]], count = 0;
  for (int j = i + 1; node != 0; j++) {
    u32 payload = payloadOf(trie, node);
    if (payload != 0 && count < MOST_WORDS) {
      found[i][count].end = j;
      found[i][count].kind = kindOf(trie, node);
      found[i][count++].payload = payload;
    }
    if (j >= stop) break;
    node = step(trie, node, units[j]);
  }
  wordCount[i] = count;
}

INLINE void raise(u8 *mark, u32 value) {
  if (value > *mark) *mark = value;
}

#define LONGEST_GIVEN 4

static void markFullNames(int i, int j, u32 surname) {
  for (u32 n = 0; n < wordCount[j]; n++) {
    int k = found[j][n].end;
    if (k - j > LONGEST_GIVEN) return;
    u32 payload = found[j][n].payload;
    u32 given = GIVEN_TIER(payload);
    if (given == 0) continue;
    int score = SURNAME_TIER(surname) + given;
    if (WORD_TIER(payload) >= 2) score--;
    if (WORD_TIER(surname) >= 2 && SURNAME_TIER(surname) < 3) score--;
    if (k - i <= 2) score--;
    u32 value = MAX(1, score) * 8 + MIN(7, k - i);
    raise(&fullBegin[i], value);
    raise(&fullMid[j], value);
    raise(&fullEnd[k - 1], value);
  }
}

static void markWords(int i, int stop) {
  for (u32 n = 0; n < wordCount[i]; n++) {
    int j = found[i][n].end;
    u32 payload = found[i][n].payload, length = MIN(7, j - i);
    u32 surname = SURNAME_TIER(payload), given = GIVEN_TIER(payload), word = WORD_TIER(payload);
    if (surname > 0) {
      raise(&surBegin[i], surname * 8 + length);
      raise(&surEnd[j - 1], surname * 8 + length);
      if (j < stop) markFullNames(i, j, payload);
    }
    if (given > 0) {
      raise(&givBegin[i], given * 8 + length);
      raise(&givEnd[j - 1], given * 8 + length);
    }
    if (word > 0) {
      raise(&wordBegin[i], length * 4 + word);
      raise(&wordEnd[j - 1], length * 4 + word);
    }
    if (IS_PLACE(payload)) for (int k = i; k < j; k++) raise(&placeAt[k], length * 4 + (k == i ? 1 : k == j - 1 ? 3 : 2));
  }
}

/* Length of the longest title that begins at a place of the chunk. */
static u32 titleAt(int at) {
  const Trie *trie = &titles;
  u32 node = trie->roots[text[at]], longest = 0;
  for (int j = at + 1; node != 0; j++) {
    if (payloadOf(trie, node) != 0) longest = j - at;
    node = step(trie, node, text[j]);
  }
  return longest;
}

#define UNKNOWN_KIND 0
/* Behind the last of those in the dictionaries. */
#define TITLE_KIND 9

static void readKatakana(int start, int stop) {
  const Trie *trie = &katakana;
  u32 node = trie->roots[units[start]], longest = 0, info = 0, kind = UNKNOWN_KIND;
  for (int j = start + 1; node != 0; j++) {
    u32 payload = payloadOf(trie, node);
    if (payload != 0) {
      longest = payload;
      if (j == stop) {
        info = 0x10000 | payload;
        kind = kindOf(trie, node);
      }
    }
    if (j >= stop) break;
    node = step(trie, node, units[j]);
  }
  if (info == 0) info = longest == 0 ? 0x20000 : 0x30000 | longest;
  for (int at = start; at < stop; at++) runInfo[at] = info;
  tokenKind[start] = kind;
}

#define KATAKANA_WORD 0x1000000
#define OTHER_RUN 0x2000000
#define KANJI_WORD 0x4000000
#define KNOWN 0x100
#define TITLE 0x8000000

/* By payload and length (1, 2, more): what a word costs. */
static f64 costs[3][256];

static void buildCosts(void) {
  static const f64 surname[] = {9, 2.8, 1.8, 1.1}, given[] = {9, 3, 2, 1.3}, word[] = {9, 2, 1.4, 1};
  for (int length = 1; length <= 3; length++) {
    for (int payload = 0; payload < 256; payload++) {
      f64 role = MIN(MIN(surname[SURNAME_TIER(payload)], given[GIVEN_TIER(payload)]), word[WORD_TIER(payload)]) + (length == 1 ? 1.6 : 0);
      costs[length - 1][payload] = (IS_PLACE(payload) ? MIN(role, 1.2) : role) + 1 - (length == 3 ? 0.5 : 0);
    }
  }
}

#define UNKNOWN_COST 5
#define TITLE_COST 1.6
#define TITLE_OF_ONE_COST 2.4

static float pathCost[SIZE + 1];
static u16 pathFrom[SIZE + 1];
static u32 pathClass[SIZE + 1];
static u8 pathKind[SIZE + 1];

INLINE void reach(int at, f64 cost, int from, u32 of, u32 kind) {
  if (cost >= pathCost[at]) return;
  pathCost[at] = cost;
  pathFrom[at] = from;
  pathClass[at] = of;
  pathKind[at] = kind;
}

INLINE void setToken(int start, int end, u32 of, u32 kind) {
  for (int at = start; at < end; at++) {
    tokenStart[at] = start;
    tokenEnd[at] = end;
    tokenClass[at] = of;
    tokenKind[at] = kind;
  }
}

static void cut(int start, int stop, const u8 *titleLength) {
  for (int at = start; at <= stop; at++) pathCost[at] = __builtin_inff();
  pathCost[start] = 0;
  for (int i = start; i < stop; i++) {
    f64 soFar = pathCost[i];
    reach(i + 1, soFar + UNKNOWN_COST, i, KANJI_WORD, UNKNOWN_KIND);
    for (u32 n = 0; n < wordCount[i]; n++) {
      int j = found[i][n].end, length = j - i;
      u32 payload = found[i][n].payload;
      reach(j, soFar + costs[MIN(3, length) - 1][payload], i, payload | KANJI_WORD | KNOWN | MIN(4, length) << 9, found[i][n].kind);
    }
    u32 title = titleLength[i];
    if (title == 0 || i + (int)title > stop) continue;
    reach(i + title, soFar + (title == 1 ? TITLE_OF_ONE_COST : TITLE_COST), i, TITLE | MIN(3, title) | (title == 1 ? (u32)units[i] << 4 : 0), TITLE_KIND);
  }
  for (int end = stop; end > start; end = pathFrom[end]) setToken(pathFrom[end], end, pathClass[end], pathKind[end]);
}

static void readWords(int base, int size) {
  static u8 *const marks[] = {surBegin, surEnd, givBegin, givEnd, wordBegin, wordEnd, placeAt, fullBegin, fullMid, fullEnd, titleBegin, titleEnd};
  static u8 titleLength[SIZE];
  for (u32 m = 0; m < sizeof marks / sizeof *marks; m++) __builtin_memset(marks[m], 0, size + 2);
  __builtin_memset(runInfo, 0, 4 * (size + 2));
  __builtin_memset(titleLength, 0, size);
  for (int i = 0; i < size; i = runEnd[i]) {
    int stop = runEnd[i];
    if (klass[i] == KANJI) {
      for (int at = i; at < stop; at++) lookUpWords(at, stop);
      for (int at = i; at < stop; at++) {
        markWords(at, stop);
        /* Titles are read on beyond the window: 代表取 at its end is 代表取締役. */
        u32 title = titleAt(base + at);
        if (title == 0) continue;
        titleLength[at] = title;
        raise(&titleBegin[at], MIN(3, title));
        if (at + (int)title < size) raise(&titleEnd[at + title], MIN(3, title));
      }
    } else if (klass[i] == KATAKANA) readKatakana(i, stop);
  }
  for (int i = 0; i < size; i = runEnd[i]) {
    int stop = runEnd[i];
    if (klass[i] == KANJI) cut(i, stop, titleLength);
    else if (klass[i] == KATAKANA) setToken(i, stop, runInfo[i] | (u32)MIN(3, stop - i) << 20 | KATAKANA_WORD, tokenKind[i]);
    else setToken(i, stop, klass[i] | OTHER_RUN, UNKNOWN_KIND);
  }
}
