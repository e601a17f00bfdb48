/**
 * Finds names in a stretch of text: a cheap gate says where one may be, and only there the scorer looks. What core/core.c does several times
 * as fast wherever there is WebAssembly; a test holds the two equal.
 */
import { decode } from "./decode.js";
import { FEATURES, featurize, LONGEST_WINDOW } from "./features.js";
import { isForeignName, isPartOfNames, katakanaTrie } from "../name-dictionary.js";
import { lookUp } from "../trie.js";
import { gatePair, gateSingle, type Gate, type NameModel } from "./model.js";

export interface ScoredName {
  readonly start: number;
  readonly end: number;
  /** Log odds, calibrated. */
  readonly odds: number;
}

/** Adds the names between two offsets to `found`, in their order. @returns how far the text is read: a name at the end may go beyond it */
export type Scan = (text: string, from: number, to: number, found: ScoredName[]) => number;

/** What passes the gate in one piece is scored in one, up to this many characters. */
const LONGEST_SCORED = 512;
/** Characters that are scored on either side of what passed the gate. */
const MARGIN = 3;
const MOST_GROWTH = 24;

const features = new Int32Array(LONGEST_WINDOW * FEATURES);
const ends = new Int32Array(LONGEST_WINDOW);

const DOT = 0x30fb;
const EQUALS = 0x3d;
const isKatakana = (code: number): boolean => code >= 0x30a1 && code <= 0x30fc && code !== DOT;
const isNameScript = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30a1 && code <= 0x30fc && code !== DOT) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3005;

/** ・ and = join the parts of foreign names. */
const goesOn = (code: number): boolean => isNameScript(code) || code === DOT || code === EQUALS;

/** As `Scan` says. */
export function scan(model: NameModel, text: string, from: number, to: number, found: ScoredName[]): number {
  let done = from;
  let windowStart = -1;
  let windowEnd = -1;
  for (let i = from; i < to; ) {
    const code = text.charCodeAt(i);
    if (!isNameScript(code)) {
      i++;
      continue;
    }
    const end = runEnd(text, i, code);
    const first = isKatakana(code) ? (passesKatakana(text, i, end) ? i : -1) : firstPast(model.gate, text, i, end);
    if (first >= 0 && end > done) {
      if (windowStart >= 0 && first - MARGIN > windowEnd) {
        done = score(model, text, windowStart, windowEnd, done, found);
        windowStart = -1;
      }
      if (end > done) {
        if (windowStart < 0) windowStart = Math.max(done, first - MARGIN);
        windowEnd = Math.min(text.length, (isKatakana(code) ? end : lastPast + 1) + MARGIN);
        if (windowEnd - windowStart > LONGEST_SCORED) {
          done = score(model, text, windowStart, windowEnd, done, found);
          windowStart = -1;
        }
      }
    }
    i = end;
  }
  if (windowStart >= 0) done = score(model, text, windowStart, windowEnd, done, found);
  return Math.max(to, done);
}

const LONGEST_RUN = 64;

/** Longer runs are taken in pieces. */
function runEnd(text: string, start: number, code: number): number {
  const kana = isKatakana(code);
  let end = start + 1;
  while (end < text.length && end - start < LONGEST_RUN) {
    const next = text.charCodeAt(end);
    if (!isNameScript(next) || isKatakana(next) !== kana) break;
    end++;
  }
  return end;
}

let lastPast = -1;

/** The first character of a run of kanji that may be in a name, -1 where there is none; `lastPast` is the last. */
function firstPast({ single, pair, threshold }: Gate, text: string, start: number, end: number): number {
  let first = -1;
  let previous = start > 0 ? text.charCodeAt(start - 1) : 0;
  let code = text.charCodeAt(start);
  for (let i = start; i < end; i++) {
    const following = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
    if (single[gateSingle(code)] + pair[gatePair(previous, code)] + pair[gatePair(code, following)] >= threshold) {
      if (first < 0) first = i;
      lastPast = i;
    }
    previous = code;
    code = following;
  }
  return first;
}

/** A word that people are called by, or one of several joined parts that nothing speaks against. */
function passesKatakana(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const behind = text.charCodeAt(end);
  const isJoined = before === DOT || behind === DOT || before === EQUALS || behind === EQUALS;
  if (end - start < 2 && !isJoined) return false;
  const payload = lookUp(katakanaTrie(), text, start, end);
  if (isForeignName(payload)) return true;
  return isJoined && (payload === 0 || isPartOfNames(payload));
}

/**
 * A name may be longer than what passed the gate: the window grows to the ends of the runs that it cuts.
 * @param least where the window before ended
 * @returns where this one does
 */
function score(model: NameModel, text: string, from: number, to: number, least: number, found: ScoredName[]): number {
  let start = from;
  let end = to;
  while (start > least && from - start < MOST_GROWTH && goesOn(text.charCodeAt(start)) && goesOn(text.charCodeAt(start - 1))) start--;
  while (end < text.length && end - to < MOST_GROWTH && goesOn(text.charCodeAt(end - 1)) && goesOn(text.charCodeAt(end))) end++;
  featurize(text, start, end, features, ends);
  decode(model, features, ends, end - start, (first, last, probability) => {
    found.push({ start: start + first, end: start + last, odds: oddsOf(model, probability) });
  });
  return end;
}

/** Nothing is surer than this, nor less sure than the rest to one. */
const SUREST = 1 - 1e-9;

/** @param probability as the model has it, before calibration */
export function oddsOf({ slope, offset }: NameModel, probability: number): number {
  const p = Math.min(SUREST, Math.max(1 - SUREST, probability));
  return slope * Math.log(p / (1 - p)) + offset;
}
