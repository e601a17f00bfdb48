/**
 * Dates of birth as cells under 生年月日 hold them: whole, without the era that the header or the form names, as codes of old systems,
 * with an age or a word behind. The header has said what it is; without one, only whole dates are (shared/date.ts).
 */
import { FIRST_BIRTH_YEAR, isoDate, parseDate, readDate } from "../shared/date.js";

/** Some years from now, so that a result does not change with the clock. */
const LAST_BIRTH_YEAR = 2030;

export interface BirthCell {
  /** ISO 8601 where the year is known, else numbers as written. */
  readonly value: string;
  /** The cell holds nothing besides, or only what follows from it: the age, the same year in the other calendar. */
  readonly isWhole: boolean;
}

/** Longest cell: a date, its other calendar, an age and a sex. */
const LONGEST = 60;
/** 生, 生まれ; (45歳), 満45歳; (昭和55年). Brackets may be square. */
const FOLLOWS_FROM_IT = /^(?: ?(?:生(?:まれ|れ)?|うまれ))?(?: ?[([] ?(?:満 ?)?\d{1,3} ?(?:歳|才)? ?[)\]]| ?満? ?\d{1,3} ?(?:歳|才)| ?\((?:西暦|明治|大正|昭和|平成|令和|[MTSHR])? ?(?:元|\d{1,4}) ?年? ?\))?$/u;
/** 55.4.1, 80/4/1, 55年4月1日. */
const WITHOUT_ERA = /^(\d{1,2})(?: ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日| ?([-./]) ?(\d{1,2}) ?\4 ?(\d{1,2}))/u;
/** 1980年4月, 昭和55年4月, 1980/4. */
const YEAR_AND_MONTH = /^(?:(?:明治|大正|昭和|平成|令和|[MTSHRmtshr]\.?) ?(?:元|\d{1,2})|(?:19|20)\d\d) ?(?:年 ?(\d{1,2}) ?月|[./-] ?(\d{1,2}))/u;
/** 3550401, 3-550401: Meiji is 1, Reiwa 5 (insurers' and banks' records; JIS X 0301 has the letters). 550401: the era is left out. */
const CODED = /^(?:[1-5][- ]?)?(\d{2})[- ]?(\d{2})[- ]?(\d{2})$/u;
/** 1980 04 01. */
const SPACED = /^([12]\d{3}) (\d{1,2}) (\d{1,2})$/u;
/** Where a date may begin that does not begin the cell: 男 S55.4.1. */
const BEGINNING = /(?<![\d./-])\d|[明大昭平令MTSHR]/gu;

const isMonth = (month: number): boolean => month >= 1 && month <= 12;
const isDay = (day: number): boolean => day >= 1 && day <= 31;

/** @param plain the cell, normalised and trimmed */
export function readBirthCell(plain: string): BirthCell | undefined {
  if (plain.length < 5 || plain.length > LONGEST) return undefined;
  const whole = parseDate(plain);
  if (whole !== undefined) return isBirthYear(whole.year) ? { value: isoDate(whole), isWhole: true } : undefined;
  return readAt(plain, 0) ?? readShort(plain) ?? readInside(plain);
}

const isBirthYear = (year: number): boolean => year >= FIRST_BIRTH_YEAR && year <= LAST_BIRTH_YEAR;

function readAt(plain: string, start: number): BirthCell | undefined {
  const date = readDate(plain, start);
  if (date === undefined || !isBirthYear(date.year)) return undefined;
  const rest = plain.slice(date.end).replace(/\s+/gu, " ").trim();
  // A digit goes on with something longer; a time of the day is nobody's birth.
  if (/^\d/u.test(plain.slice(date.end)) || /^[T ]?\d{1,2}:\d\d/u.test(rest)) return undefined;
  return { value: isoDate(date), isWhole: start === 0 && FOLLOWS_FROM_IT.test(rest) };
}

function readShort(plain: string): BirthCell | undefined {
  const short = WITHOUT_ERA.exec(plain);
  if (short !== null) {
    const [month, day] = [Number(short[2] ?? short[5]), Number(short[3] ?? short[6])];
    return isMonth(month) && isDay(day) ? said(plain, short[0]) : undefined;
  }
  const coded = CODED.exec(plain);
  if (coded !== null) return isMonth(Number(coded[2])) && isDay(Number(coded[3])) ? { value: plain, isWhole: true } : undefined;
  const spaced = SPACED.exec(plain);
  if (spaced !== null) return isBirthYear(Number(spaced[1])) && isMonth(Number(spaced[2])) && isDay(Number(spaced[3])) ? { value: plain, isWhole: true } : undefined;
  const month = YEAR_AND_MONTH.exec(plain);
  return month !== null && isMonth(Number(month[1] ?? month[2])) ? said(plain, month[0]) : undefined;
}

function said(plain: string, date: string): BirthCell | undefined {
  const rest = plain.slice(date.length).replace(/\s+/gu, " ").trim();
  return FOLLOWS_FROM_IT.test(rest) ? { value: date.replace(/\s+/gu, ""), isWhole: true } : undefined;
}

function readInside(plain: string): BirthCell | undefined {
  BEGINNING.lastIndex = 1;
  for (let match = BEGINNING.exec(plain); match !== null; match = BEGINNING.exec(plain)) {
    const found = readAt(plain, match.index);
    if (found !== undefined) return found;
  }
  return undefined;
}
