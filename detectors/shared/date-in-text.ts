/** Finds where the date begins that a run of digits in running text is the first number of. */
import { readDate } from "./date.js";
import type { ReadDate } from "./date.js";

export interface DateInText extends ReadDate {
  readonly start: number;
}

const ERA_LETTERS = "MTSHRmtshr";
const ERA_NAMES = ["令和", "平成", "昭和", "大正", "明治"];
const ERA_KANJI = "明大昭平令";
const ERA_SQUARES = "㍻㍼㍽㍾㋿";
const LONGEST_MONTH = 9;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isKanji = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Where an era's name begins that ends at `end`, or -1. A single kanji or letter must not be part of a word. */
function eraStart(text: string, end: number): number {
  if (end < 1) return -1;
  const char = text.charAt(end - 1);
  if (ERA_SQUARES.includes(char)) return end - 1;
  if (end >= 2 && ERA_NAMES.includes(text.slice(end - 2, end))) return end - 2;
  const before = text.charCodeAt(end - 2);
  if (ERA_KANJI.includes(char)) return isKanji(before) && text.charAt(end - 2) !== "日" && text.charAt(end - 2) !== "生" ? -1 : end - 1;
  if (ERA_LETTERS.includes(char)) return isLatin(before) || isDigit(before) || before === 0x5f ? -1 : end - 1;
  return -1;
}

/** Where the date begins whose first digits begin at `start`: there, at an era's name or at a month's. */
function dateStart(text: string, start: number): number {
  let i = start;
  while (i > 0 && start - i < 2 && text.charCodeAt(i - 1) === 0x20) i--;
  const word = text.charCodeAt(i - 1);
  if (word === 0x2e || word === 0x2c) i--;
  // 昭和元年12月28日: the first digits are the month.
  if (text.charAt(i - 1) === "年" && text.charAt(i - 2) === "元") {
    i -= 2;
    while (i > 0 && text.charCodeAt(i - 1) === 0x20) i--;
    return eraStart(text, i);
  }
  const era = eraStart(text, i);
  if (era >= 0) return era;
  if (!isLatin(text.charCodeAt(i - 1))) return -1;
  let month = i;
  while (month > 0 && i - month <= LONGEST_MONTH && isLatin(text.charCodeAt(month - 1))) month--;
  return month;
}

/**
 * The date that begins with a run of digits, or whose era or month name stands directly before them; undefined where the digits
 * stand in the middle of a longer number.
 */
export function readDateAround(text: string, start: number, end: number): DateInText | undefined {
  const length = end - start;
  if (length !== 1 && length !== 2 && length !== 4 && length !== 8) return undefined;
  const before = text.charCodeAt(start - 1);
  if (length <= 2) {
    const from = dateStart(text, start);
    const date = from < 0 ? undefined : readDate(text, from);
    if (date !== undefined) return { ...date, start: from };
  }
  if (isLatin(before) || before === 0x5f) return undefined;
  const joined = before === 0x2d || before === 0x2f || before === 0x2e || before === 0x2b || before === 0x3d || before === 0x25;
  if (joined && (isDigit(text.charCodeAt(start - 2)) || isLatin(text.charCodeAt(start - 2)))) return undefined;
  const date = readDate(text, start);
  return date === undefined ? undefined : { ...date, start };
}
