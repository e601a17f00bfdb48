/* What the scorer sees of each character; ../features.ts says what each template is for. */

/* Asks ../../name-evidence.ts about the run of letters between two places of the chunk: 1 a label stands before it, 2 it fills its field. */
__attribute__((import_module("env"), import_name("cue"))) extern u32 cue(int start, int end);

INLINE u32 mix(u32 h, u32 v) {
  u32 m = (h ^ v) * 0x2c1b3c6du;
  return m ^ m >> 15;
}

INLINE u32 finish(u32 h) {
  u32 m = (h ^ h >> 16) * 0x7feb352du;
  m ^= m >> 15;
  return m == 0 ? 1 : m;
}

/* Hashes of the characters asked for, and where those of each end. */
#define FEATURES 64
static u32 hashes[LONGEST_WINDOW * FEATURES];
static u32 hashEnds[LONGEST_WINDOW];

#define F1(a) (*o++ = finish(mix(t, a)), t += 0x3d4d51cbu)
#define F2(a, b) (*o++ = finish(mix(mix(t, a), b)), t += 0x3d4d51cbu)
#define F3(a, b, c) (*o++ = finish(mix(mix(mix(t, a), b), c)), t += 0x3d4d51cbu)

static u32 *emitCharacters(u32 *o, int i, u32 k0, int rs, int re, u32 edge) {
  u32 t = 0x2545f491;
  u32 c0 = units[i], p1 = units[i - 1], p2 = units[i - 2], n1 = units[i + 1], n2 = units[i + 2];
  F1(c0); F2(p1, c0); F2(c0, n1); F3(p1, c0, n1);
  F1(klass[i - 2] | (u32)klass[i - 1] << 4 | k0 << 8 | (u32)klass[i + 1] << 12 | (u32)klass[i + 2] << 16);
  F2(edge, MIN(8, re - rs));
  if (k0 != KANJI && k0 != KATAKANA && k0 != SPACE && k0 != JOINER) return o;
  F1(p1); F1(p2); F1(n1); F1(n2);
  F2(p2, p1); F2(n1, n2);
  F3(p2, p1, c0); F3(c0, n1, n2);
  return o;
}

static u32 *emitRun(u32 *o, int i, int rs, int re, u32 edge) {
  u32 t = 0x1b873593;
  u32 b1 = units[rs - 1], a1 = units[re];
  F2(edge, b1); F2(edge, a1); F3(edge, units[rs - 2], b1); F3(edge, a1, units[re + 1]);
  u32 whole = 7;
  if (re - rs <= 12) for (int k = rs; k < re; k++) whole = mix(whole, units[k]);
  F2(whole, i - rs);
  F3(edge, units[re - 2 < rs ? rs : re - 2], units[re - 1]);
  F3(edge, units[rs], units[rs + 1 < re ? rs + 1 : rs]);
  F3(cues[i], edge, surBegin[i] >> 3);
  F3(edge, a1, mix(units[re + 1], units[re + 2])); F3(mix(edge, MIN(8, re - rs)), a1, b1);
  return o;
}

static u32 *emitDictionary(u32 *o, int i, u32 fromStart, u32 fromEnd) {
  u32 t = 0x38b34ae5;
  F2(surBegin[i], givBegin[i]); F2(surEnd[i], givEnd[i]);
  F3(surEnd[i - 1], givBegin[i], fromEnd); F3(surEnd[i], givBegin[i + 1], fromStart);
  F2(wordEnd[i - 1], wordBegin[i]); F2(wordEnd[i], wordBegin[i + 1]);
  F3(placeAt[i], surBegin[i], givEnd[i]);
  F3(fullBegin[i], fullMid[i], fullEnd[i]);
  F3(fullBegin[i], wordBegin[i], fromStart); F3(fullEnd[i], wordEnd[i], fromEnd);
  F3(titleBegin[i + 1], surEnd[i], givEnd[i]); F3(titleEnd[i], surBegin[i], givBegin[i]);
  return o;
}

static u32 *emitKatakana(u32 *o, int i, int rs, int re, u32 edge) {
  u32 t = 0x7ed55d16;
  u32 info = runInfo[i];
  u32 before = klass[rs - 1] == JOINER ? runInfo[rs - 2] | 0x100000 : klass[rs - 1] == SPACE ? runInfo[rs - 2] | 0x200000 : 0;
  u32 behind = klass[re] == JOINER ? runInfo[re + 1] | 0x100000 : klass[re] == SPACE ? runInfo[re + 1] | 0x200000 : 0;
  F2(info, edge);
  F3(info & 0xff3ff, before, behind);
  F2(before & 0xf00003, behind & 0xf00003);
  u32 c1 = units[re - 1], c2 = re - 2 >= rs ? units[re - 2] : 0, c3 = re - 3 >= rs ? units[re - 3] : 0;
  u32 d1 = units[rs], d2 = rs + 1 < re ? units[rs + 1] : 0, d3 = rs + 2 < re ? units[rs + 2] : 0;
  F3(edge, c1, mix(c2, c3));
  F3(edge, d1, mix(d2, d3));
  F3(mix(edge, c1), c2, mix(d1, d2));
  F3(mix(edge, info & 0xff3ff), units[re], units[rs - 1]);
  return o;
}

INLINE int isWord(u32 token) { return token >= KANJI_WORD || (token & KATAKANA_WORD) != 0; }

static u32 *emitWords(u32 *o, int i, int size) {
  u32 t = 0x5bd1e995;
  int ts = tokenStart[i], te = tokenEnd[i];
  u32 place = mix(tokenClass[i], (i == ts ? 1 : 0) | (i == te - 1 ? 2 : 0));
  u32 tl = ts > 0 ? tokenClass[ts - 1] : 0, tr = te < size ? tokenClass[te] : 0;
  u32 l1 = ts > 0 ? units[ts - 1] : 0, r1 = units[te];
  F1(place); F2(place, l1); F2(place, r1); F2(place, tl); F2(place, tr);
  u32 left = isWord(tl) ? tl : mix(ts > 1 ? units[ts - 2] : 0, l1);
  u32 right = isWord(tr) ? tr : mix(r1, units[te + 1]);
  F3(place, left, right); F3(place, l1, r1);
  F2(place, left); F2(place, right);
  u32 before = 5;
  for (int k = ts > 0 ? MAX(ts - 8, (int)tokenStart[ts - 1]) : 0; k < ts; k++) before = mix(before, units[k]);
  F2(i - ts, before);
  u32 behind = 6;
  for (int k = te, stop = te < size ? MIN(te + 8, (int)tokenEnd[te]) : te; k < stop; k++) behind = mix(behind, units[k]);
  F2(te - i, behind);
  u32 kind = mix((u32)tokenKind[i] << 2 | (i == ts ? 1 : 0) | (i == te - 1 ? 2 : 0), klass[i]);
  F1(kind); F2(kind, l1); F2(kind, r1);
  F3(kind, ts > 0 ? tokenKind[ts - 1] : 0, te < size ? tokenKind[te] : 0);
  return o;
}

/* Of what begins or ends beyond the window's surroundings nothing is asked, nor where a letter stands before: it says no anyhow. */
static void readCues(int base, int size) {
  for (int i = 0; i < size; i = runEnd[i]) {
    u32 value = 0;
    if ((klass[i] == KANJI || klass[i] == KATAKANA) && i >= PAD && i < size - PAD) {
      u32 before = units[i - 1];
      if (base + i == low || (before < 0x41 && before != '0') || before == '|' || before == 0x30fb) value = cue(base + i, base + runEnd[i]);
    }
    for (int at = i; at < runEnd[i]; at++) cues[at] = value;
  }
}

/* @returns how many entries of the window are filled */
static int readWindow(int start, int end) {
  int size = end - start + 2 * PAD, base = start - PAD;
  for (int i = 0; i < size; i++) {
    int at = base + i;
    u32 unit = text[at];
    u32 of = at >= low && at < high ? classes[unit] : STOP;
    klass[i] = of;
    units[i] = of == DIGIT ? '0' : unit;
  }
  for (int i = size; i < size + TAIL; i++) units[i] = 0, klass[i] = OTHER;
  for (int i = 0; i < size;) {
    int stop = i + 1;
    while (stop < size && klass[stop] == klass[i]) stop++;
    for (int at = i; at < stop; at++) {
      runStart[at] = i;
      runEnd[at] = stop;
    }
    i = stop;
  }
  readWords(base, size);
  readCues(base, size);
  return size;
}

static u32 *emit(u32 *o, int i, int size) {
  u32 k0 = klass[i];
  int rs = runStart[i], re = runEnd[i];
  u32 fromStart = MIN(3, i - rs), fromEnd = MIN(3, re - 1 - i);
  u32 edge = k0 | fromStart << 4 | fromEnd << 8;
  o = emitCharacters(o, i, k0, rs, re, edge);
  if (k0 == KANJI || k0 == KATAKANA) {
    o = emitRun(o, i, rs, re, edge);
    o = emitWords(o, i, size);
    if (k0 == KANJI) o = emitDictionary(o, i, fromStart, fromEnd);
    else o = emitKatakana(o, i, rs, re, edge);
  }
  return o;
}
