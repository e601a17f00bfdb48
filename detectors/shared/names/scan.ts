/**
 * Finds names in a stretch of text: a cheap gate says where one may be, and only there the scorer looks. What core/core.c does several times
 * as fast wherever there is WebAssembly; a test holds the two equal.
 */
import { isHiragana, isKatakana } from "../../../src/text/characters.js";
import { decode } from "./decode.js";
import { FEATURES, featurize, LONGEST_WINDOW } from "./features.js";
import { firstPast, isJoiner, isNameScript, isReadingLike, lastPast, passesKatakana, runEnd } from "./gate.js";
import type { NameModel } from "./model.js";

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

/** ・ and = join the parts of foreign names. */
const goesOn = (code: number): boolean => isNameScript(code) || isJoiner(code);

/** As `Scan` says. */
export function scan(model: NameModel, text: string, from: number, to: number, found: ScoredName[]): number {
  let done = from;
  let windowStart = -1;
  let windowEnd = -1;
  for (let i = from; i < to; ) {
    const code = text.charCodeAt(i);
    if (!isNameScript(code) && !isHiragana(code)) {
      i++;
      continue;
    }
    const end = runEnd(text, i, code);
    const first = firstOf(model, text, i, end, code);
    if (first >= 0 && end > done) {
      if (windowStart >= 0 && first - MARGIN > windowEnd) {
        done = score(model, text, windowStart, windowEnd, done, found);
        windowStart = -1;
      }
      if (end > done) {
        if (windowStart < 0) windowStart = Math.max(done, first - MARGIN);
        windowEnd = Math.min(text.length, (isNameScript(code) && !isKatakana(code) ? lastPast + 1 : end) + MARGIN);
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

/** Where in the run a name may begin or be, -1 where there is none. */
function firstOf({ gate }: NameModel, text: string, start: number, end: number, code: number): number {
  if (isHiragana(code)) return isReadingLike(text, start, end) ? start : -1;
  if (isKatakana(code)) return passesKatakana(gate, text, start, end) ? start : -1;
  return firstPast(gate, text, start, end);
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
