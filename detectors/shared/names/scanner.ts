/** Finds names in running text, block by block: a cheap gate says where one may be, and only there the scorer looks. */
import { decode } from "./decode.js";
import { FEATURES, featurize, LONGEST_WINDOW } from "./features.js";
import { gatePair, gateSingle, nameModel, type NameModel } from "./model.js";

export interface ScoredName {
  readonly start: number;
  readonly end: number;
  /** Log odds, calibrated. */
  readonly odds: number;
}

const LONGEST_BLOCK = 512;
/** Characters that are scored on either side of what passed the gate. */
const MARGIN = 3;
const MOST_GROWTH = 24;
const LINE_FEED = 0x0a;
const FULL_STOP = 0x3002;

const features = new Int32Array(LONGEST_WINDOW * FEATURES);
const ends = new Int32Array(LONGEST_WINDOW);

/** Names that begin in the given range of a text. */
export type NameScanner = (text: string, start: number, end: number) => readonly ScoredName[];

/** A reader that goes through texts from start to end. It keeps what it found in the block that it is in. */
export function nameScanner(model: NameModel = nameModel()): NameScanner {
  let current = "";
  let from = 0;
  let to = 0;
  let found: ScoredName[] = [];
  const none: readonly ScoredName[] = [];
  return (text, start, end) => {
    if (start < from || start >= to || current !== text) {
      current = text;
      from = start;
      found = [];
      to = scan(model, text, from, blockEnd(text, start), found);
    }
    if (found.length === 0) return none;
    let picked: ScoredName[] | undefined;
    for (const name of found) if (name.start >= start && name.start < end) (picked ??= []).push(name);
    return picked ?? none;
  };
}

/** A line or some sentences, but no more than a window holds. */
function blockEnd(text: string, start: number): number {
  const most = Math.min(text.length, start + LONGEST_BLOCK);
  if (most === text.length) return most;
  for (let at = most; at > start + 64; at--) {
    const code = text.charCodeAt(at - 1);
    if (code === LINE_FEED || code === FULL_STOP) return at;
  }
  return most;
}

const isNameScript = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30a1 && code <= 0x30fc) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3005;

/** ・ and = join the parts of foreign names. */
const goesOn = (code: number): boolean => isNameScript(code) || code === 0x30fb || code === 0x3d;

/** @returns how far the text is read: a name at the block's end may go beyond it */
function scan(model: NameModel, text: string, from: number, to: number, found: ScoredName[]): number {
  const { single, pair, threshold } = model.gate;
  let done = from;
  let windowStart = -1;
  let windowEnd = -1;
  let previous = from > 0 ? text.charCodeAt(from - 1) : 0;
  let code = text.charCodeAt(from);
  for (let i = from; i < to; i++) {
    const following = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
    if (isNameScript(code) && single[gateSingle(code)] + pair[gatePair(previous, code)] + pair[gatePair(code, following)] >= threshold && i >= done) {
      if (windowStart >= 0 && i - MARGIN > windowEnd) {
        done = score(model, text, windowStart, windowEnd, done, found);
        windowStart = -1;
      }
      if (i >= done) {
        if (windowStart < 0) windowStart = Math.max(done, i - MARGIN);
        windowEnd = Math.min(to, i + 1 + MARGIN);
      }
    }
    previous = code;
    code = following;
  }
  if (windowStart >= 0) done = score(model, text, windowStart, windowEnd, done, found);
  return Math.max(to, done);
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
  decode(model, features, ends, end - start, (first, last, odds) => {
    found.push({ start: start + first, end: start + last, odds: model.slope * odds + model.offset });
  });
  return end;
}
