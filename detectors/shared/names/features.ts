/** What the scorer sees of each character, as hashes: itself and its neighbours, its run, and what the dictionaries say of the words over it. */
import { fillsField, isLabelled } from "../name-evidence.js";
import { HIRAGANA, JOINER, KANJI, KATAKANA, klass, PAD, readWindow, runEnd, runStart, SIZE, SPACE, units } from "./window.js";
import {
  fullBegin, fullEnd, fullMid, givBegin, givEnd, KANJI_WORD, KATAKANA_WORD, placeAt, readWords, runInfo, surBegin, surEnd, titleBegin, titleEnd, tokenClass, tokenKind, tokenEnd, tokenStart, wordBegin, wordEnd,
} from "./words.js";

export { LONGEST_WINDOW } from "./window.js";
/** At most; characters that are no kanji have fewer. */
export const FEATURES = 64;

const mix = (h: number, v: number): number => {
  const m = Math.imul(h ^ v, 0x2c1b3c6d);
  return m ^ (m >>> 15);
};
/** Never 0, which stands for no feature. */
const finish = (h: number): number => {
  const m = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  return (m ^ (m >>> 15)) || 1;
};

// Where the next hash goes, and what makes the next template's hashes its own.
let out: Int32Array = new Int32Array(0);
let o = 0;
let template = 0;
function f1(a: number): void { out[o++] = finish(mix(template, a)); template = (template + 0x3d4d51cb) | 0; }
function f2(a: number, b: number): void { out[o++] = finish(mix(mix(template, a), b)); template = (template + 0x3d4d51cb) | 0; }
function f3(a: number, b: number, c: number): void { out[o++] = finish(mix(mix(mix(template, a), b), c)); template = (template + 0x3d4d51cb) | 0; }

/** 1: a label stands before the run; 2: the run fills its field. */
const cue = new Uint8Array(SIZE);
const LABELLED = 1;
const FILLS = 2;

export const cueOf = (text: string, start: number, end: number): number => (isLabelled(text, start) ? LABELLED : 0) | (fillsField(text, start, end) ? FILLS : 0);

function readCues(text: string, base: number, size: number): void {
  for (let i = 0; i < size; i = runEnd[i]) {
    const isLetters = klass[i] === KANJI || klass[i] === KATAKANA || klass[i] === HIRAGANA;
    // What begins or ends beyond the window's surroundings is looked at in part only.
    const value = !isLetters || i < PAD || i >= size - PAD ? 0 : cueOf(text, base + i, base + runEnd[i]);
    for (let at = i; at < runEnd[i]; at++) cue[at] = value;
  }
}

/**
 * Writes the hashes (32 bits, never 0) of what holds at each offset from `start` to `end`.
 * @param into the hashes of one offset behind those of the one before
 * @param ends where those of each offset end
 */
export function featurize(text: string, start: number, end: number, into: Int32Array, ends: Int32Array): void {
  const n = end - start;
  const base = start - PAD;
  const size = readWindow(text, start, end);
  readWords(text, base, size);
  readCues(text, base, size);
  out = into;
  o = 0;
  for (let x = 0; x < n; x++) {
    const i = x + PAD;
    const k0 = klass[i];
    const rs = runStart[i];
    const re = runEnd[i];
    const fromStart = Math.min(3, i - rs);
    const fromEnd = Math.min(3, re - 1 - i);
    const edge = k0 | (fromStart << 4) | (fromEnd << 8);
    emitCharacters(i, k0, rs, re, edge);
    if (k0 === KANJI || k0 === KATAKANA) {
      emitRun(i, rs, re, edge);
      emitWords(i, n);
      if (k0 === KANJI) emitDictionary(i, fromStart, fromEnd);
      else emitKatakana(i, rs, re, edge);
    }
    ends[x] = o;
  }
}

function emitCharacters(i: number, k0: number, rs: number, re: number, edge: number): void {
  template = 0x2545f491;
  const c0 = units[i];
  const p1 = units[i - 1];
  const p2 = units[i - 2];
  const n1 = units[i + 1];
  const n2 = units[i + 2];
  f1(c0); f2(p1, c0); f2(c0, n1); f3(p1, c0, n1);
  f1(klass[i - 2] | (klass[i - 1] << 4) | (k0 << 8) | (klass[i + 1] << 12) | (klass[i + 2] << 16));
  f2(edge, Math.min(8, re - rs));
  // Of what is no name's script less is asked: it is most of a window, and hardly ever in a name.
  if (k0 !== KANJI && k0 !== KATAKANA && k0 !== SPACE && k0 !== JOINER) return;
  f1(p1); f1(p2); f1(n1); f1(n2);
  f2(p2, p1); f2(n1, n2);
  f3(p2, p1, c0); f3(c0, n1, n2);
}

/** What stands on either side of the run, and the run itself: heads and tails of compounds. */
function emitRun(i: number, rs: number, re: number, edge: number): void {
  template = 0x1b873593;
  const b1 = units[rs - 1];
  const a1 = units[re];
  f2(edge, b1); f2(edge, a1); f3(edge, units[rs - 2], b1); f3(edge, a1, units[re + 1]);
  let whole = 7;
  if (re - rs <= 12) for (let k = rs; k < re; k++) whole = mix(whole, units[k]);
  f2(whole, i - rs);
  f3(edge, units[re - 2 < rs ? rs : re - 2], units[re - 1]);
  f3(edge, units[rs], units[rs + 1 < re ? rs + 1 : rs]);
  f3(cue[i], edge, surBegin[i] >> 3);
  f3(edge, a1, mix(units[re + 1], units[re + 2])); f3(mix(edge, Math.min(8, re - rs)), a1, b1);
}

function emitDictionary(i: number, fromStart: number, fromEnd: number): void {
  template = 0x38b34ae5;
  f2(surBegin[i], givBegin[i]); f2(surEnd[i], givEnd[i]);
  f3(surEnd[i - 1], givBegin[i], fromEnd); f3(surEnd[i], givBegin[i + 1], fromStart);
  f2(wordEnd[i - 1], wordBegin[i]); f2(wordEnd[i], wordBegin[i + 1]);
  f3(placeAt[i], surBegin[i], givEnd[i]);
  f3(fullBegin[i], fullMid[i], fullEnd[i]);
  f3(fullBegin[i], wordBegin[i], fromStart); f3(fullEnd[i], wordEnd[i], fromEnd);
  f3(titleBegin[i + 1], surEnd[i], givEnd[i]); f3(titleEnd[i], surBegin[i], givBegin[i]);
}

function emitKatakana(i: number, rs: number, re: number, edge: number): void {
  template = 0x7ed55d16;
  const info = runInfo[i];
  const before = klass[rs - 1] === JOINER ? runInfo[rs - 2] | 0x100000 : klass[rs - 1] === SPACE ? runInfo[rs - 2] | 0x200000 : 0;
  const behind = klass[re] === JOINER ? runInfo[re + 1] | 0x100000 : klass[re] === SPACE ? runInfo[re + 1] | 0x200000 : 0;
  f2(info, edge);
  f3(info & 0xff3ff, before, behind);
  f2(before & 0xf00003, behind & 0xf00003);
  const c1 = units[re - 1], c2 = re - 2 >= rs ? units[re - 2] : 0, c3 = re - 3 >= rs ? units[re - 3] : 0;
  const d1 = units[rs], d2 = rs + 1 < re ? units[rs + 1] : 0, d3 = rs + 2 < re ? units[rs + 2] : 0;
  f3(edge, c1, mix(c2, c3));
  f3(edge, d1, mix(d2, d3));
  f3(mix(edge, c1), c2, mix(d1, d2));
  f3(mix(edge, info & 0xff3ff), units[re], units[rs - 1]);
}

const isWord = (token: number): boolean => token >= KANJI_WORD || (token & KATAKANA_WORD) !== 0;

/** The word over the character with what stands on either side of it. */
function emitWords(i: number, n: number): void {
  template = 0x5bd1e995;
  const ts = tokenStart[i];
  const te = tokenEnd[i];
  const place = mix(tokenClass[i], (i === ts ? 1 : 0) | (i === te - 1 ? 2 : 0));
  const tl = ts > 0 ? tokenClass[ts - 1] : 0;
  const tr = te < n + 2 * PAD ? tokenClass[te] : 0;
  const l1 = ts > 0 ? units[ts - 1] : 0;
  const r1 = units[te];
  f1(place); f2(place, l1); f2(place, r1); f2(place, tl); f2(place, tr);
  const left = isWord(tl) ? tl : mix(ts > 1 ? units[ts - 2] : 0, l1);
  const right = isWord(tr) ? tr : mix(r1, units[te + 1]);
  f3(place, left, right); f3(place, l1, r1);
  f2(place, left); f2(place, right);
  let before = 5;
  for (let k = ts > 0 ? Math.max(ts - 8, tokenStart[ts - 1]) : 0; k < ts; k++) before = mix(before, units[k]);
  f2(i - ts, before);
  let behind = 6;
  for (let k = te, stop = te < n + 2 * PAD ? Math.min(te + 8, tokenEnd[te]) : te; k < stop; k++) behind = mix(behind, units[k]);
  f2(te - i, behind);
  // What part of speech it is tells more than anything else that was tried: docs/accuracy.md.
  const kind = mix((tokenKind[i] << 2) | (i === ts ? 1 : 0) | (i === te - 1 ? 2 : 0), klass[i]);
  f1(kind); f2(kind, l1); f2(kind, r1);
  f3(kind, ts > 0 ? tokenKind[ts - 1] : 0, te < n + 2 * PAD ? tokenKind[te] : 0);
}
