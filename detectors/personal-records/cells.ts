/**
 * Whether a cell is plausible under its header. The header has said what to expect, so form is enough here, and cheap: these run
 * on every cell of every proven column. What a cell is without a header is judged by detectors/shared; that it is a header word
 * itself is known to the caller.
 */
import type { Entity } from "../../src/contract.js";
import type { Role } from "../shared/header-words.js";
import { judgePersonName } from "../shared/person-name.js";
import { readBirthCell } from "./birth-cells.js";
import { DIGIT, type Fit, HIRAGANA, JOINER, KANJI, KATAKANA, kindTable, LATIN, LETTER, NOT, PARTLY, SPACE, WHOLLY } from "./cell-kinds.js";
import { isFact } from "./facts.js";
import { isOrganisationEnding, ORGANISATION_PART } from "./organisation-cells.js";
import { isPlaceholder, isSumOrTitle, plainOf } from "./plain.js";

export { type Fit, NOT, PARTLY, WHOLLY };

/** Longest names: letters of a Japanese one, units of any. */
const MAX_JAPANESE_LETTERS = 12;
const MAX_NAME_UNITS = 40;
/** 総務課へ連絡, 自署してください: kana between kanji, and the ends of sentences. 八木すみれ has neither. */
const GRAMMAR = /\p{Script=Han}\p{Script=Hiragana}+\p{Script=Han}|\p{Script=Hiragana}{5}$|(?:です|ます|ません|ない|する|した|して|ください|下さい|こと|もの|ため|とき|など|まで|から|より|ほか|れる|られ|いる|ある|なる|ので|ため|べき|こちら|について|による|により|として|または|および|その他)$/u;
/** Two names on two lines; a reading over a name has kana on one of them. */
const SEVERAL_NAMES = /\p{Script=Han}{2}[^\n]*\n[^\n]*\p{Script=Han}{2}/u;

/** One person's name, whole or (`isPart`) a surname or given name. */
export function fitsName(cell: string, isPart: boolean): Fit {
  const { length } = cell;
  if (length === 0 || length > MAX_NAME_UNITS) return NOT;
  const table = kindTable();
  let letters = 0;
  let seen = 0;
  for (let i = 0; i < length; i++) {
    const kind = table[cell.charCodeAt(i)];
    if (kind === 0 || kind === DIGIT) return fitsUnusualName(cell, isPart);
    if ((kind & LETTER) !== 0) letters++;
    seen |= kind;
  }
  if (letters < (isPart ? 1 : 2)) return NOT;
  // HC, OUT, TEL: no Latin name of one word is so short.
  if (!isPart && length <= 3 && seen === LATIN) return NOT;
  if ((seen & (KANJI | HIRAGANA)) !== 0) {
    if (letters > MAX_JAPANESE_LETTERS) return NOT;
    if (letters > 2 && isOrganisationEnding(cell.charCodeAt(length - 1)) && judgePersonName(plainOf(cell)) < 0.5) return NOT;
    // 総務課へ連絡, 自署してください: such kana are grammar more often than a name (一の瀬, さくら).
    if ((seen & KANJI) !== 0 && (seen & HIRAGANA) !== 0 && letters > 3 && GRAMMAR.test(cell) && judgePersonName(plainOf(cell)) < 0.3) return NOT;
  }
  if (length > 4 && (seen & (KANJI | KATAKANA)) !== 0 && ORGANISATION_PART.test(cell)) return NOT;
  if (isPlaceholder(cell) || isSumOrTitle(cell)) return NOT;
  return (seen & SPACE) !== 0 && SEVERAL_NAMES.test(cell) ? PARTLY : WHOLLY;
}

/** 佐藤花子（さとうはなこ）, 佐藤花子 様(1), 佐藤花子（会員）: the library reads what the table of characters does not, or the name without its note. */
function fitsUnusualName(cell: string, isPart: boolean): Fit {
  if (cell.includes("@")) return NOT;
  const plain = plainOf(cell);
  if (HANGUL_NAME.test(plain)) return WHOLLY;
  if (judgePersonName(plain) >= 0.5) return WHOLLY;
  if (isSumOrTitle(cell) || BRACKETED.test(plain)) return NOT;
  const bare = plain.replace(NOTE, "").trimEnd();
  return bare !== plain && bare.length > 1 && !/\d/u.test(bare) ? fitsName(bare, isPart) : NOT;
}

/** 김민준, 남궁 민: two to five syllables. */
const HANGUL_NAME = /^(?=(?:.\s?){2,5}$)\p{Script=Hangul}{1,2} ?\p{Script=Hangul}{1,3}$/u;

/** A word or an age in brackets behind a name. */
const NOTE = /[([][^()[\]]{1,12}[)\]]$/u;

/** <部門計>, 【1組】, ■役員: what divides rows. */
const BRACKETED = /^(?:[<【《〈[].*[>】》〉\]]|[■◆●▼★].*)$/u;

export function fitsReading(cell: string): Fit {
  const table = kindTable();
  if (cell.length === 0 || cell.length > MAX_NAME_UNITS) return NOT;
  // （サトウ　ハナコ）
  const isBracketed = BRACKETS.includes(cell[0]) && BRACKETS.includes(cell[cell.length - 1]) && cell.length > 3;
  for (let i = isBracketed ? 1 : 0; i < cell.length - (isBracketed ? 1 : 0); i++) if ((table[cell.charCodeAt(i)] & (HIRAGANA | KATAKANA | LATIN | SPACE | JOINER)) === 0) return NOT;
  return isPlaceholder(cell) ? NOT : WHOLLY;
}

const BRACKETS = "()（）[]［］〔〕";

/** What `countDigits` found: no object for every cell. */
let firstDigit = 0;
let areAlike = false;
let isClean = false;

let numberMarks: Uint8Array | undefined;
const NUMBER_MARK = 1;
const PHONE_MARK = 2;
const POSTAL_MARK = 4;

function numberMarkTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const char of "()（）+＋./．／・･~〜～―") table[char.charCodeAt(0)] = PHONE_MARK;
  for (const char of "- \u3000‐‑–—−ーｰ－") table[char.charCodeAt(0)] = NUMBER_MARK | PHONE_MARK | POSTAL_MARK;
  for (const char of "〒T") table[char.charCodeAt(0)] = POSTAL_MARK;
  return (numberMarks = table);
}

/** Digits of a cell; besides, which is the first, whether all are the same, and whether only marks of numbers stand between them. */
function countDigits(cell: string, mark: number): number {
  const table = numberMarks ?? numberMarkTable();
  let digits = 0;
  firstDigit = -1;
  areAlike = isClean = true;
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i);
    const digit = code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : code - 0x30;
    if (digit >= 0 && digit <= 9) {
      if (firstDigit < 0) firstDigit = digit;
      else if (digit !== firstDigit) areAlike = false;
      digits++;
    } else if ((table[code] & mark) === 0) isClean = false;
  }
  return digits;
}

/** Ten or eleven digits from 0, or without it where a spreadsheet took the cell for a number; elsewhere seven to fifteen. */
export function fitsPhone(cell: string, country: string): Fit {
  if (cell.length < 6 || cell.length > 80) return NOT;
  const digits = countDigits(cell, PHONE_MARK);
  if (areAlike || digits < 6) return NOT;
  const international = cell.charCodeAt(0) === 0x2b || cell.charCodeAt(0) === 0xff0b;
  if (!isClean) return digits >= 9 && SOME_PHONE.test(plainOf(cell)) && !cell.includes("@") ? PARTLY : NOT;
  if (international) return digits >= 8 && digits <= 15 ? WHOLLY : NOT;
  if (country !== "JP") return digits >= 7 && digits <= 15 ? WHOLLY : digits > 15 && digits <= 30 ? PARTLY : NOT;
  if (firstDigit === 0) return digits === 10 || digits === 11 ? WHOLLY : digits > 11 && digits <= 33 ? PARTLY : NOT;
  // Local numbers without an area code (851-1234) are telephones only because the header says so.
  if (digits === 9 || digits === 10) return WHOLLY;
  return digits <= 8 && LOCAL_PHONE.test(plainOf(cell)) ? WHOLLY : NOT;
}
const SOME_PHONE = /\d{2,4}[-)ー ]?\d{2,4}[-(ー ]?\d{3,4}/u;
const LOCAL_PHONE = /^\d{2,4}-\d{4}$/u;

/** Nothing that separates addresses or words. */
const ONE_ADDRESS = /^[!-'*+./-9:=?A-~-]+@[!-'*+./-9:=?A-~-]+\.[!-'*+./-9:=?A-~-]+$/u;
const ANY_ADDRESS = /[^\s,;<>@＠、][@＠][^\s,;<>@＠、]{3}/u;
const FULL_WIDTH_ADDRESS = /^[！-～]{1,64}＠[！-～]{3,255}$/u;

export function fitsEmail(cell: string): Fit {
  if (cell.length < 5 || cell.length > 1_000) return NOT;
  if (ONE_ADDRESS.test(cell)) return WHOLLY;
  return FULL_WIDTH_ADDRESS.test(cell) ? WHOLLY : ANY_ADDRESS.test(cell) ? PARTLY : NOT;
}

/** Hanako Sato <hanako@…>: where another column names her, her mail program's name for her tells nothing more. */
export const fitsNamedEmail = (cell: string): Fit => (NAMED_ADDRESS.test(cell) ? WHOLLY : fitsEmail(cell));
const NAMED_ADDRESS = /^[^<>@,;\n]{1,60}<[!-'*+./-9:=?A-~-]+@[!-'*+./-9:=?A-~-]+\.[!-'*+./-9:=?A-~-]+>$/u;

export function fitsPostalCode(cell: string, country: string): Fit {
  if (cell.length < 4 || cell.length > 14) return NOT;
  const digits = countDigits(cell, POSTAL_MARK);
  if (digits === 7 || (digits === 6 && isClean)) return areAlike || !isClean ? NOT : WHOLLY;
  return country !== "JP" && digits >= 1 && digits <= 9 && /^[A-Za-z0-9 -]+$/u.test(cell) ? WHOLLY : NOT;
}

/** A telephone stands in the cell too: ten digits and hyphens in a row. A postal code in front makes eight. */
const LONG_NUMBER = /[0-9０-９][-0-9０-９‐–—−ー－]{9}/u;

export function fitsAddress(cell: string): Fit {
  if (cell.length < 3 || cell.length > 200) return NOT;
  const table = kindTable();
  const startsWithLetters = (table[cell.charCodeAt(0)] & LETTER) !== 0 && (table[cell.charCodeAt(1)] & LETTER) !== 0;
  if (!startsWithLetters && letterCount(cell, table) < 2) return NOT;
  if (cell.includes("@") || isPlaceholder(cell)) return NOT;
  return cell.length > 12 && LONG_NUMBER.test(cell) ? PARTLY : WHOLLY;
}

function letterCount(cell: string, table: Uint8Array): number {
  let letters = 0;
  for (let i = 0; i < cell.length; i++) if ((table[cell.charCodeAt(i)] & LETTER) !== 0) letters++;
  return letters;
}

export function fitsAddressPart(cell: string): Fit {
  return cell.length > 60 || cell.includes("@") || isPlaceholder(cell) ? NOT : WHOLLY;
}

const FIRST_BIRTH_YEAR = 1900;
const LAST_BIRTH_YEAR = 2030;

export function fitsBirthDate(cell: string): Fit {
  if (cell.length === 10 && (cell.charCodeAt(4) === 0x2d || cell.charCodeAt(4) === 0x2f)) {
    const year = Number(cell.slice(0, 4));
    if (year >= FIRST_BIRTH_YEAR && year <= LAST_BIRTH_YEAR && cell.charCodeAt(7) === cell.charCodeAt(4)) return WHOLLY;
  }
  const read = cell.length > MAX_BIRTH_UNITS ? undefined : readBirthCell(plainOf(cell));
  return read === undefined ? NOT : read.isWhole ? WHOLLY : PARTLY;
}
/** A date of birth, spread and annotated. */
const MAX_BIRTH_UNITS = 60;

const BIRTH_YEAR = /^(?:(?:19|20)\d\d|(?:明治|大正|昭和|平成|令和|[MTSHRmtshr])\.? ?(?:\d{1,2}|元))年?(?:生まれ)?$/u;
export const fitsBirthYear = (cell: string): Fit => (cell.length <= 8 && BIRTH_YEAR.test(plainOf(cell)) ? WHOLLY : NOT);
const SMALL_NUMBER = /^\d{1,3} ?(?:歳|才|月|日|か月|ヶ月)?$/u;
export const fitsSmallNumber = (cell: string): Fit => (cell.length <= 6 && SMALL_NUMBER.test(plainOf(cell)) ? WHOLLY : NOT);

/** A value of some length without a form of its own. */
function fitsAnything(cell: string): Fit {
  return cell.trim() === "" || isPlaceholder(cell) ? NOT : PARTLY;
}

/** Under アレルギー and 障害の有無, 有 says all there is to say. */
const IS_SO = /^(?:有|有り|あり|はい|[○〇◯●]|yes)$/iu;

/** A number under a header that names it. Digits are counted; check digits are for those who find numbers without a header. */
export function fitsFact(cell: string, entity: Entity): Fit {
  if (entity === "special-care") return IS_SO.test(cell) ? PARTLY : fitsAnything(cell);
  if (entity === "registered-domicile") return fitsAddress(cell) || fitsAnything(cell);
  if (cell.length > 40 || isPlaceholder(cell)) return NOT;
  if (entity === "user-id") return cell.includes("@") ? PARTLY : /^[A-Za-z0-9_.#\-ー－０-９Ａ-Ｚａ-ｚ]+$/u.test(cell) ? WHOLLY : NOT;
  const digits = countDigits(cell, NUMBER_MARK);
  if (areAlike) return NOT;
  if (entity === "my-number") return digits === 12 && isClean ? WHOLLY : NOT;
  const is = isFact(plainOf(cell), entity);
  const hasCheckDigit = entity === "credit-card" || entity === "iban";
  if (is !== undefined) return is ? WHOLLY : !hasCheckDigit && digits >= 4 && !isClean ? PARTLY : NOT;
  return digits >= 4 ? (isClean ? WHOLLY : PARTLY) : NOT;
}

/** How cells fit a role, in a country. */
export function fitterFor(role: Role, entity: Entity | undefined, country: string): (cell: string) => Fit {
  switch (role) {
    case "name": return (cell) => fitsName(cell, false);
    case "surname":
    case "given-name": return (cell) => fitsName(cell, true);
    case "reading":
    case "surname-reading":
    case "given-name-reading": return fitsReading;
    case "postal-code": return (cell) => fitsPostalCode(cell, country);
    case "address": return fitsAddress;
    case "address-part": return fitsAddressPart;
    case "phone": return (cell) => fitsPhone(cell, country);
    case "email": return fitsEmail;
    // 生年 heads whole dates too, 生年月日 years alone.
    case "birth-date":
    case "birth-year": return (cell) => fitsBirthDate(cell) || fitsBirthYear(cell);
    case "birth-month":
    case "birth-day": return fitsSmallNumber;
    case "trait": return (cell) => fitsSmallNumber(cell) || fitsAnything(cell);
    case "fact": return entity === undefined ? () => NOT : (cell) => fitsFact(cell, entity);
    default: return () => NOT;
  }
}

export const fits = (cell: string, role: Role, entity: Entity | undefined, country: string): Fit => fitterFor(role, entity, country)(cell);
