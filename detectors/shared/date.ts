/** Calendar dates as people write them: western, Japanese eras, English months. Text is normalised (src/text/normalize.ts). */

import { readKanjiDate } from "./kanji-date.js";
import { readKoreanDate, readWorldDate, type WorldDate } from "./world-date.js";

export interface CalendarDate {
  /** Gregorian. */
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

export interface ReadDate extends CalendarDate {
  /** Where it ends in the text it was read from. */
  readonly end: number;
  /** How the year was written. */
  readonly calendar: "western" | "era";
  /** Written without any separator ("19800401"): as likely to be another number. */
  readonly bare: boolean;
}

interface Era {
  readonly names: readonly string[];
  /** Year before the era's first, so that year n is `base + n`. */
  readonly base: number;
  /** First and last day as year * 10000 + month * 100 + day. */
  readonly first: number;
  readonly last: number;
}

/**
 * Emperors' reigns, both ends included: the day an era changed belongs to both up to 1926 (Imperial edicts of 1912-07-30 and
 * 1926-12-25); Cabinet Order No. 1 of 1989 and No. 143 of 2019 took effect the day after. Before 1873 the calendar was not Gregorian.
 */
const ERAS: readonly Era[] = [
  { names: ["令和", "令", "R", "r", "㋿"], base: 2018, first: 20190501, last: 99991231 },
  { names: ["平成", "平", "H", "h", "㍻"], base: 1988, first: 19890108, last: 20190430 },
  { names: ["昭和", "昭", "S", "s", "㍼"], base: 1925, first: 19261225, last: 19890107 },
  { names: ["大正", "大", "T", "t", "㍽"], base: 1911, first: 19120730, last: 19261225 },
  { names: ["明治", "明", "M", "m", "㍾"], base: 1867, first: 18730101, last: 19120730 },
  // Taiwan's, from the republic's first day on.
  { names: ["民國", "民国"], base: 1911, first: 19120101, last: 99991231 },
];

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?";
/** 1980/4/1, 1980-04-01, 1980. 4. 1, 1980・4・1, 1980年4月1日, 19800401. */
const YEAR_FIRST = /([12]\d{3})(?: {0,2}年 {0,2}(\d{1,2}) {0,2}月 {0,2}(\d{1,2}) {0,2}日| ?([-/.・]) ?(\d{1,2}) ?\4 ?(\d{1,2})|(\d{2})(\d{2}))(?!\d)/uy;
/** 04/01/1980, 1.4.1980. */
const YEAR_LAST = /(\d{1,2})([-/.]) ?(\d{1,2})\2 ?([12]\d{3})(?!\d)/uy;
/** 昭和55年4月1日, 昭55.4.1, S55/4/1, 平成元年12月28日. */
const ERA_FIRST =
  /(明治|大正|昭和|平成|令和|民[國国]|[明大昭平令㍻㍼㍽㍾㋿MTSHRmtshr]) {0,2}\.? ?(元|\d{1,2}|1\d\d)(?: {0,2}年 {0,2}(\d{1,2}) {0,2}月 {0,2}(\d{1,2}) {0,2}日| ?([-/.・]) ?(\d{1,2}) ?\5 ?(\d{1,2}))(?!\d)/uy;
/** 昭和550401, S550401: as records of old systems have it. */
const ERA_COMPACT = /(明治|大正|昭和|平成|令和|[MTSHRmtshr]) {0,2}(\d{2})(\d{2})(\d{2})(?!\d)/uy;
/** 1980年(昭和55年)4月1日, 1980(S55)年4月1日. */
const WESTERN_AND_ERA =
  /([12]\d{3}) ?年? ?\((?:明治|大正|昭和|平成|令和|[MTSHR])\.? ?(?:元|\d{1,2}) ?年?\) ?年? {0,2}(\d{1,2}) {0,2}月 {0,2}(\d{1,2}) {0,2}日/uy;
/** 昭和55年(1980年)4月1日, 昭和55(1980)年4月1日. */
const ERA_AND_WESTERN =
  /(?:明治|大正|昭和|平成|令和|[明大昭平令]) {0,2}(?:元|\d{1,2}) ?年? ?\((?:西暦)?([12]\d{3}) ?年?\) ?年? {0,2}(\d{1,2}) {0,2}月 {0,2}(\d{1,2}) {0,2}日/uy;
/** 1 April 1980, 1st of Apr. 1980, 01-Apr-1980. */
const DAY_MONTH_NAME = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?[- ](?:of )?${MONTH}[.,]?[- ]([12]\\d{3})(?!\\d)`, "iuy");
/** April 1, 1980. */
const MONTH_NAME_DAY = new RegExp(`${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ([12]\\d{3})(?!\\d)`, "iuy");
/** What spreadsheets and databases put behind a date that has no time. */
const MIDNIGHT = /(?:[T ]0?0:00(?::00(?:\.0{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/uy;

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isCalendarDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > DAYS_IN_MONTH[month - 1]) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

function made(text: string, end: number, year: number, month: number, day: number, calendar: ReadDate["calendar"], bare = false): ReadDate | undefined {
  // A separator and a digit go on: "1980/4/1/2" and "1.4.1980.7" are something longer.
  const next = text.charCodeAt(end);
  if ((next === 0x2d || next === 0x2f || next === 0x2e) && isDigitAt(text, end + 1)) return undefined;
  return isCalendarDate(year, month, day) ? { year, month, day, end, calendar, bare } : undefined;
}

const isDigitAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};

function at(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

const monthNumber = (name: string): number => MONTHS.findIndex((month) => name.toLowerCase().startsWith(month)) + 1;

function readEra(text: string, start: number): ReadDate | undefined {
  const match = at(ERA_FIRST, text, start);
  if (match === null) return readBoth(ERA_AND_WESTERN, text, start) ?? readCompactEra(text, start);
  const year = yearOfEra(match[1], match[2] === "元" ? 1 : Number(match[2]), Number(match[3] ?? match[6]), Number(match[4] ?? match[7]));
  return year === undefined ? undefined : made(text, ERA_FIRST.lastIndex, year, Number(match[3] ?? match[6]), Number(match[4] ?? match[7]), "era");
}

function readCompactEra(text: string, start: number): ReadDate | undefined {
  const match = at(ERA_COMPACT, text, start);
  if (match === null) return undefined;
  const [yearInEra, month, day] = match.slice(2).map(Number);
  const year = yearOfEra(match[1], yearInEra, month, day);
  return year === undefined ? undefined : made(text, ERA_COMPACT.lastIndex, year, month, day, "era", true);
}

/** Both calendars' years, one in brackets behind the other. */
function readBoth(pattern: RegExp, text: string, start: number): ReadDate | undefined {
  const match = at(pattern, text, start);
  return match === null ? undefined : made(text, pattern.lastIndex, Number(match[1]), Number(match[2]), Number(match[3]), "western");
}

/** The Gregorian year, if the era has that day. */
function yearOfEra(name: string, yearInEra: number, month: number, day: number): number | undefined {
  const era = ERAS.find(({ names }) => names.includes(name));
  if (era === undefined || yearInEra < 1) return undefined;
  const year = era.base + yearInEra;
  const number = year * 10000 + month * 100 + day;
  return number >= era.first && number <= era.last ? year : undefined;
}

function readKanji(text: string, start: number): ReadDate | undefined {
  const read = readKanjiDate(text, start);
  if (read === undefined) return undefined;
  const year = read.era === "" ? read.year : yearOfEra(read.era, read.year, read.month, read.day);
  return year === undefined ? undefined : made(text, read.end, year, read.month, read.day, read.era === "" ? "western" : "era");
}

/**
 * Reads the date that begins exactly at an offset. Impossible dates (31 April, an era's day after its end) are none. 04/01/1980 is
 * read month first unless only the other order is possible; 1.4.1980, with dots, day first. What stands before it is the caller's
 * business, and so is a digit that follows a run of others.
 */
export function readDate(text: string, start: number): ReadDate | undefined {
  if (!isDigitAt(text, start)) {
    const era = readEra(text, start);
    if (era !== undefined) return era;
    if (text.charCodeAt(start) > 0x3000) return readKanji(text, start);
    const match = at(MONTH_NAME_DAY, text, start);
    return match === null ? undefined : made(text, MONTH_NAME_DAY.lastIndex, Number(match[3]), monthNumber(match[1]), Number(match[2]), "western");
  }
  return isDigitAt(text, start + 1) && isDigitAt(text, start + 2) ? readYearFirst(text, start) : readDayFirst(text, start);
}

/** Of three digits and more only the year can be the first. */
function readYearFirst(text: string, start: number): ReadDate | undefined {
  const both = readBoth(WESTERN_AND_ERA, text, start);
  if (both !== undefined) return both;
  const match = at(YEAR_FIRST, text, start);
  if (match !== null) {
    const month = Number(match[2] ?? match[5] ?? match[7]);
    const day = Number(match[3] ?? match[6] ?? match[8]);
    return made(text, YEAR_FIRST.lastIndex, Number(match[1]), month, day, "western", match[7] !== undefined);
  }
  return text.charCodeAt(start + 4) >= HANGUL ? ofTheWorld(text, readKoreanDate(text, start)) : undefined;
}

const HANGUL = 0xac00;
const ofTheWorld = (text: string, read: WorldDate | undefined): ReadDate | undefined => read && made(text, read.end, read.year, read.month, read.day, "western");

function readDayFirst(text: string, start: number): ReadDate | undefined {
  const behind = text.charCodeAt(isDigitAt(text, start + 1) ? start + 2 : start + 1);
  if (behind === SLASH || behind === DOT) return readYearLast(text, start) ?? (behind === DOT ? ofTheWorld(text, readWorldDate(text, start)) : undefined);
  const date = behind === HYPHEN ? readYearLast(text, start) : undefined;
  if (date !== undefined) return date;
  const match = at(DAY_MONTH_NAME, text, start);
  if (match !== null) return made(text, DAY_MONTH_NAME.lastIndex, Number(match[3]), monthNumber(match[2]), Number(match[1]), "western");
  return ofTheWorld(text, readWorldDate(text, start));
}

const [HYPHEN, DOT, SLASH] = [0x2d, 0x2e, 0x2f];

function readYearLast(text: string, start: number): ReadDate | undefined {
  const match = at(YEAR_LAST, text, start);
  if (match === null) return undefined;
  const [, first, separator, second, year] = match;
  const dayFirst = made(text, YEAR_LAST.lastIndex, Number(year), Number(second), Number(first), "western");
  const monthFirst = made(text, YEAR_LAST.lastIndex, Number(year), Number(first), Number(second), "western");
  return separator === "." ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst);
}

function readWhole(value: string): ReadDate | undefined {
  // "5.4.1" has 5 characters with its era; "1 September 1980 00:00:00.000000000+09:00" is the longest that makes sense.
  if (value.length < 6 || value.length > 45) return undefined;
  const date = readDate(value, 0);
  if (date === undefined) return undefined;
  MIDNIGHT.lastIndex = date.end;
  return MIDNIGHT.test(value) ? date : undefined;
}

/** Reads a whole value, normalised and trimmed, as one date; a time of midnight behind it is ignored, any other time refuses it. */
export function parseDate(value: string): CalendarDate | undefined {
  const date = readWhole(value);
  return date === undefined ? undefined : { year: date.year, month: date.month, day: date.day };
}

/** Years in which someone alive may have been born. Constants, so that a result does not change with the clock. */
export const FIRST_BIRTH_YEAR = 1900;
export const LAST_BIRTH_YEAR = 2025;
/** Records kept on computers are mostly of years after this one, people mostly born before it. */
export const LAST_LIKELY_BIRTH_YEAR = 2007;

/**
 * How sure it is that a whole cell, normalised and trimmed, is a date of birth, by form alone: any date may be one, and old dates
 * mostly are.
 */
export function judgeBirthDate(value: string): number {
  const date = readWhole(value);
  if (date === undefined || date.year < FIRST_BIRTH_YEAR || date.year > LAST_BIRTH_YEAR) return 0;
  const likely = date.year <= LAST_LIKELY_BIRTH_YEAR;
  if (date.bare) return likely ? 0.3 : 0.1;
  return likely ? 0.6 : 0.25;
}

/** ISO 8601, the form in which dates are compared. */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
