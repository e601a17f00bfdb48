/**
 * Machine-readable zones of travel documents (ICAO 9303 parts 4 to 7): three lines of 30 (TD1), two of 36 (TD2, MRV-B) or of 44
 * (TD3 passports, MRV-A). Found by the date of birth with its check digit, the sex and the date of expiry with its own, which stand
 * together in all of them.
 */
import { isDigit } from "../../src/text/characters.js";
import { machineReadableDigit } from "./check-digits.js";

/** Half-open, in the text. */
export interface Field {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

export interface MachineReadableZone {
  /** P: passport; A, C, I: other documents; V: visa. "" where the first line is not there. */
  readonly document: string;
  readonly number: Field;
  /** "SATO HANAKO"; absent where the first line is not there. */
  readonly name: Field | undefined;
  /** YYMMDD, as the zone has it. */
  readonly birth: Field;
  /** Numbers, dates and, where there is one, the whole carry right check digits. */
  readonly isProven: boolean;
}

const BIRTH_LENGTH = 7;
/** Nationality, before the birth date, and the document's number with its check digit before that. */
const NUMBER_LENGTH = 10;
const NATIONALITY_LENGTH = 3;
/** Birth, sex, expiry. */
const DATES_LENGTH = 15;

const isZone = (code: number): boolean => isDigit(code) || (code >= 0x41 && code <= 0x5a) || code === 0x3c;
const isBreak = (code: number): boolean => code === 0x0a || code === 0x09 || code === 0x20;

/** Whether a run of digits may be the date of birth: two comparisons for nearly every run. */
export function mayBeZone(text: string, start: number, end: number): boolean {
  if (end - start !== BIRTH_LENGTH || !isDigit(text.charCodeAt(end + 1))) return false;
  const sex = text.charAt(end);
  return sex === "M" || sex === "F" || sex === "<" || sex === "X";
}

/** Lines that were joined to one have up to 57 characters before the birth date. */
const MOST = 61;

/** How many characters of a zone stand before a place without a break. */
function zoneBefore(text: string, at: number): number {
  let length = 0;
  while (length < MOST && isZone(text.charCodeAt(at - length - 1))) length++;
  return length;
}

function zoneAfter(text: string, at: number): number {
  let length = 0;
  while (length < MOST && isZone(text.charCodeAt(at + length))) length++;
  return length;
}

/** End of the line above, past line ends, tabs and spaces if there are any; -1 where there is none. */
function lineAbove(text: string, lineStart: number): number {
  let end = lineStart;
  while (end > lineStart - 4 && isBreak(text.charCodeAt(end - 1))) end--;
  return isZone(text.charCodeAt(end - 1)) ? end : -1;
}

const hasDigit = (field: string, digit: string): boolean => {
  const check = machineReadableDigit(field);
  // An optional field that is all filler may have filler for its digit.
  return check >= 0 && (digit === String(check) || (digit === "<" && check === 0));
};

/** @param birth where a run for which `mayBeZone` holds begins */
export function readMachineReadableZone(text: string, birth: number): MachineReadableZone | undefined {
  const before = zoneBefore(text, birth);
  const length = before + zoneAfter(text, birth);
  const dates = text.slice(birth, birth + DATES_LENGTH);
  if (!hasDigit(dates.slice(0, 6), dates[6]) || !hasDigit(dates.slice(8, 14), dates[14])) return undefined;
  if ((before === 0 && length === 30) || (before === 30 && length === 90)) return threeLines(text, birth, dates);
  const ahead = NUMBER_LENGTH + NATIONALITY_LENGTH;
  for (const line of [44, 36]) {
    if ((before === ahead && length === line) || (before === line + ahead && length === 2 * line)) return twoLines(text, birth, line, dates);
  }
  return undefined;
}

const fieldAt = (text: string, start: number, end: number): Field => ({ start, end, value: text.slice(start, end) });
const birthAt = (text: string, start: number): Field => fieldAt(text, start, start + 6);

function numberAt(text: string, start: number): Field {
  let end = start + 9;
  while (end > start && text.charAt(end - 1) === "<") end--;
  return fieldAt(text, start, end);
}

function nameAt(text: string, start: number, end: number): Field | undefined {
  let to = end;
  while (to > start && text.charAt(to - 1) === "<") to--;
  const value = text.slice(start, to).replace(/<+/gu, " ");
  return /^[A-Z][A-Z ]+$/u.test(value) ? { start, end: to, value } : undefined;
}

function twoLines(text: string, birth: number, length: number, dates: string): MachineReadableZone | undefined {
  const start = birth - NUMBER_LENGTH - NATIONALITY_LENGTH;
  const line = text.slice(start, start + length);
  const numberHasDigit = hasDigit(line.slice(0, 9), line[9]);
  const above = lineAbove(text, start);
  const hasFirst = above >= 0 && zoneBefore(text, above) === length;
  const document = hasFirst ? text.charAt(above - length) : "";
  if (hasFirst && !"PVIAC".includes(document)) return undefined;
  const whole = hasDigit(line.slice(0, 10) + line.slice(13, 20) + line.slice(21, length - 1), line[length - 1]);
  // Visas have no digit over the whole.
  const isProven = numberHasDigit && (document === "V" || whole);
  const name = hasFirst ? nameAt(text, above - length + 5, above) : undefined;
  return { document, number: numberAt(text, start), name, birth: birthAt(text, birth), isProven: isProven && dates.length === DATES_LENGTH };
}

function threeLines(text: string, birth: number, dates: string): MachineReadableZone | undefined {
  const above = lineAbove(text, birth);
  if (above < 0 || zoneBefore(text, above) !== 30) return undefined;
  const first = text.slice(above - 30, above);
  if (!"IAC".includes(first[0])) return undefined;
  const second = text.slice(birth, birth + 30);
  // A number of more than nine characters goes on in the optional field, and its digit with it.
  const numberHasDigit = first[14] === "<" || hasDigit(first.slice(5, 14), first[14]);
  const whole = hasDigit(first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29), second[29]);
  let third = birth + 30;
  while (third < birth + 34 && isBreak(text.charCodeAt(third))) third++;
  const name = zoneAfter(text, third) === 30 || third === birth + 30 ? nameAt(text, third, third + 30) : undefined;
  return { document: first[0], number: numberAt(text, above - 25), name, birth: birthAt(text, birth), isProven: numberHasDigit && whole && dates.length === DATES_LENGTH };
}
