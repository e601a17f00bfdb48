/** Cuts what may be one telephone number out of running text: digits in groups, with the marks that people set between them. */
import { isDigit } from "../../src/text/characters.js";

/** E.164 allows 15 digits; a trunk "0" in brackets may come on top. */
const MAX_DIGITS = 16;
const MAX_GROUPS = 7;
/** ") - " is the longest that is seen. */
const MAX_SEPARATOR = 4;

const PLUS = 0x2b;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const SPACE = 0x20;
const OPEN = 0x28;
const CLOSE = 0x29;
const LINE_FEED = 0x0a;
const TAB = 0x09;
const SLASH = 0x2f;
/** ・ and の, as in 03・1234・5678. */
const MIDDLE_DOT = 0x30fb;
const NO = 0x306e;
/** 03-1234局5678番 */
const EXCHANGE = 0x5c40;
/** What may stand between groups besides spaces, hyphens and dots; such a number needs a label or the usual groups. */
const RARE = new Set([TAB, SLASH, MIDDLE_DOT, NO, EXCHANGE]);

/** Also [03]1234-5678, 〔03〕, 〈03〉. */
const isOpen = (code: number): boolean => code === OPEN || code === 0x5b || code === 0x3014 || code === 0x3008;
const isClose = (code: number): boolean => code === CLOSE || code === 0x5d || code === 0x3015 || code === 0x3009;


/** Groups of digits that follow each other closely; each could be the last of a number. */
export interface DigitGroups {
  /** Of the "+" or "(" before the first digit, if it belongs to the number. */
  readonly start: number;
  readonly international: boolean;
  readonly digits: string;
  readonly lengths: readonly number[];
  /** Offset behind each group, its closing bracket included. */
  readonly ends: readonly number[];
  /** Marks between groups, in order and without spaces where there are others. */
  readonly separators: readonly string[];
}

/**
 * Whether at least `wanted` digits follow each other closely from `start` on: the cheap question before `readDigitGroups`.
 */
export function hasDigits(text: string, start: number, wanted: number): boolean {
  let count = 0;
  let gap = 0;
  for (let i = start; gap <= MAX_SEPARATOR; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      gap = 0;
      if (++count >= wanted) return true;
    } else if (code === SPACE || code === HYPHEN || code === DOT || code === LINE_FEED || isOpen(code) || isClose(code) || RARE.has(code)) gap++;
    else return false;
  }
  return false;
}

/**
 * Reads the groups that begin with the run of digits at `start`. Stops before a group that would pass 16 digits.
 * @param end of the first run
 */
export function readDigitGroups(text: string, start: number, end: number): DigitGroups | undefined {
  if (end - start > MAX_DIGITS) return undefined;
  const international = text.charCodeAt(start - 1) === PLUS;
  let from = international ? start - 1 : start;
  let open = isOpen(text.charCodeAt(from - 1)) && isClose(text.charCodeAt(end));
  if (open) from--;
  let digits = text.slice(start, end);
  const lengths = [end - start];
  const ends = [end];
  const separators: string[] = [];
  let i = end;
  while (lengths.length < MAX_GROUPS) {
    let next = i;
    let separator = "";
    let opened = open;
    while (next - i < MAX_SEPARATOR) {
      const code = text.charCodeAt(next);
      // A hyphen at the end of a line: the number goes on in the next.
      if (code === LINE_FEED && (separator.endsWith("-") || text.charCodeAt(next + 1) === HYPHEN)) separator += "\n";
      else if (isOpen(code) && !opened) opened = true;
      else if (isClose(code) && opened) opened = false;
      else if (code !== SPACE && code !== HYPHEN && code !== DOT && !(RARE.has(code) && !opened)) break;
      if (code !== SPACE && code !== LINE_FEED) {
        // "--" and "..": not one number.
        if (separator.endsWith(text.charAt(next))) return finish();
        separator += text.charAt(next);
      }
      next++;
    }
    if (next === i || !isDigit(text.charCodeAt(next))) break;
    let last = next;
    while (last - next <= MAX_DIGITS && isDigit(text.charCodeAt(last))) last++;
    if (digits.length + last - next > MAX_DIGITS) break;
    open = opened;
    digits += text.slice(next, last);
    lengths.push(last - next);
    separators.push(separator === "" ? " " : separator);
    ends.push(open ? -1 : last);
    i = last;
  }
  return finish();

  function finish(): DigitGroups {
    // A bracket that closes right behind the last group belongs to it: "03(1234)" and, worth nothing yet, "(03)".
    for (let n = 0; n < ends.length; n++) if (ends[n] < 0 && n === ends.length - 1 && isClose(text.charCodeAt(i))) ends[n] = i + 1;
    if (ends.length === 1 && open && isClose(text.charCodeAt(end))) ends[0] = end + 1;
    return { start: from, international, digits, lengths, ends, separators };
  }
}
