/** Finds where the date begins that a run of digits in running text is the first number of. */
import { isDigit } from "../../src/text/characters.js";
import { readDate } from "./date.js";
import type { ReadDate } from "./date.js";

export interface DateInText extends ReadDate {
  readonly start: number;
}

const LONGEST_MONTH = 9;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const SPACE = 0x20;
const MIDDLE_DOT = 0x30fb;
const BRACKET = 0x28;
const YEAR = 0x5e74;
const KOREAN_YEAR = 0xb144;
const FIRST_YEAR_MARK = 0x5143;
/** The last and the first kanji of 令和, 平成, 昭和, 大正 and 明治, and the last but one of each. */
const ERA_ENDINGS: ReadonlyMap<number, string> = new Map([
  [0x548c, "令昭"],
  [0x6210, "平"],
  [0x6b63, "大"],
  [0x6cbb, "明"],
  // 民國, 民国
  [0x570b, "民"],
  [0x56fd, "民"],
]);
const ERA_KANJI = new Set(Array.from("明大昭平令", (char) => char.charCodeAt(0)));
const ERA_SQUARES = new Set(Array.from("㍻㍼㍽㍾㋿", (char) => char.charCodeAt(0)));
const ERA_LETTERS = new Set(Array.from("MTSHRmtshr", (char) => char.charCodeAt(0)));
/** What follows a day, a month or an era's year: 年, 月, a separator, "st", "nd", "rd", "th", the comma of "April 1, 1980", the bracket of 昭和55(1980)年. */
const FOLLOWS_ONE_OR_TWO = new Set(Array.from("年月・-/. ,sSnNrRtTe(", (char) => char.charCodeAt(0)));
/** A single era kanji behind one of these ends a label: 生年月日昭55.4.1, 昭55.4.1生平2.3.4生. */
const ENDS_A_LABEL = "日生";

const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
/** Letters of Latin, Greek and Cyrillic words lie between. */
const [BEYOND_ASCII, HEBREW] = [0xc0, 0x590];
const isKanji = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Where an era's name begins that ends at `end`, or -1. A single kanji or letter must not be part of a word. */
function eraStart(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  if (ERA_LETTERS.has(code)) {
    const before = text.charCodeAt(end - 2);
    return isLatin(before) || isDigit(before) || before === 0x5f ? -1 : end - 1;
  }
  if (code < 0x3000) return -1;
  if (ERA_SQUARES.has(code)) return end - 1;
  if (ERA_ENDINGS.get(code)?.includes(text.charAt(end - 2)) === true && end >= 2) return end - 2;
  if (!ERA_KANJI.has(code)) return -1;
  return isKanji(text.charCodeAt(end - 2)) && !ENDS_A_LABEL.includes(text.charAt(end - 2)) ? -1 : end - 1;
}

/** Steps back over at most two spaces. */
function beforeSpaces(text: string, end: number): number {
  let i = end;
  while (end - i < 2 && text.charCodeAt(i - 1) === SPACE) i--;
  return i;
}

/** Where the date begins whose first digits, a year's or a month's or a day's, begin at `start`: at an era's or a month's name; or -1. */
function namedStart(text: string, start: number): number {
  let i = beforeSpaces(text, start);
  const mark = text.charCodeAt(i - 1);
  if (mark === DOT || mark === 0x2c) i--;
  // 昭和元年12月28日: the first digits are the month.
  if (mark === YEAR) {
    i = beforeSpaces(text, i - 1);
    return text.charCodeAt(i - 1) === FIRST_YEAR_MARK ? eraStart(text, beforeSpaces(text, i - 1)) : -1;
  }
  const era = eraStart(text, i);
  if (era >= 0 || !isLatin(text.charCodeAt(i - 1))) return era;
  let month = i;
  while (month > 0 && i - month <= LONGEST_MONTH && isLatin(text.charCodeAt(month - 1))) month--;
  return i - month >= 3 && i - month <= LONGEST_MONTH ? month : -1;
}

/** Whether a date can go on behind one or two digits that are its day or month: "/4", ".4", " April", "st April". */
function goesOn(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  const next = text.charCodeAt(end + 1);
  if (code === SLASH || code === DOT) return isDigit(next) || next === SPACE;
  if (code === HYPHEN) return isDigit(next) || isLatin(next) || next === SPACE;
  return (code === SPACE || isLatin(code)) && (isLatin(next) || (next >= BEYOND_ASCII && next < HEBREW));
}

/** 昭和550401, S550401. */
function readCompact(text: string, start: number): DateInText | undefined {
  const from = eraStart(text, beforeSpaces(text, start));
  const date = from < 0 ? undefined : readDate(text, from);
  return date === undefined ? undefined : { ...date, start: from };
}

/**
 * The date that begins with a run of digits, or whose era or month name stands directly before them; undefined where the digits
 * stand in the middle of a longer number.
 */
export function readDateAround(text: string, start: number, end: number): DateInText | undefined {
  const length = end - start;
  if (length === 6) return readCompact(text, start);
  if ((length < 1 || length > 4) && length !== 8) return undefined;
  const after = text.charCodeAt(end);
  if (length <= 3) {
    if (!FOLLOWS_ONE_OR_TWO.has(after)) return undefined;
    const from = namedStart(text, start);
    const date = from < 0 ? undefined : readDate(text, from);
    if (date !== undefined) return { ...date, start: from };
    if (length === 3 || !goesOn(text, end)) return undefined;
  } else if (length === 4 && after !== YEAR && after !== SLASH && after !== HYPHEN && after !== DOT && after !== SPACE && after !== MIDDLE_DOT && after !== BRACKET && after !== KOREAN_YEAR) return undefined;
  const before = text.charCodeAt(start - 1);
  if (isLatin(before) || before === 0x5f) return undefined;
  const joined = before === HYPHEN || before === SLASH || before === DOT || before === 0x2b || before === 0x25;
  if (joined && (isDigit(text.charCodeAt(start - 2)) || isLatin(text.charCodeAt(start - 2)))) return undefined;
  const date = readDate(text, start);
  return date === undefined ? undefined : { ...date, start };
}
