/**
 * Whether a cell is plausible under its header. The header has said what to expect, so form is enough here, and cheap: these run
 * on every cell of every proven column. What a cell is without a header is judged by detectors/shared; that it is a header word
 * itself is known to the caller.
 */
import type { Entity, TextSlice } from "../../src/contract.js";
import type { Role } from "../shared/header-words.js";
import { judgePersonName } from "../shared/person-name.js";
import { readBirthCell } from "./birth-cells.js";
import { isFact } from "./facts.js";
import { isPlaceholder, plainOf } from "./plain.js";

/** The cell is not what its header says; it is and holds more; it is that and nothing else. */
export const NOT = 0;
export const PARTLY = 1;
export const WHOLLY = 2;
export type Fit = typeof NOT | typeof PARTLY | typeof WHOLLY;

const KANJI = 1;
const HIRAGANA = 2;
const KATAKANA = 4;
const LATIN = 8;
const DIGIT = 16;
const SPACE = 32;
/** Marks between and inside names: ・ . ' - = , */
const JOINER = 64;
const LETTER = KANJI | HIRAGANA | KATAKANA | LATIN;

let kinds: Uint8Array | undefined;

function kindTable(): Uint8Array {
  if (kinds !== undefined) return kinds;
  const table = new Uint8Array(0x10000);
  table.fill(KANJI, 0x3400, 0x4dc0).fill(KANJI, 0x4e00, 0xa000).fill(KANJI, 0xf900, 0xfb00).fill(KANJI, 0xd840, 0xd880).fill(KANJI, 0xdc00, 0xe000);
  table.fill(HIRAGANA, 0x3041, 0x3097).fill(KATAKANA, 0x30a1, 0x30fb).fill(KATAKANA, 0xff66, 0xffa0);
  table.fill(LATIN, 0x41, 0x5b).fill(LATIN, 0x61, 0x7b).fill(LATIN, 0xc0, 0x250).fill(LATIN, 0xff21, 0xff3b).fill(LATIN, 0xff41, 0xff5b);
  table.fill(DIGIT, 0x30, 0x3a).fill(DIGIT, 0xff10, 0xff1a);
  for (const char of "々〆ヶヵ") table[char.charCodeAt(0)] = KANJI;
  table[0x30fc] = KATAKANA;
  for (const char of " \u3000\u00a0\t\n\r") table[char.charCodeAt(0)] = SPACE;
  for (const char of "・･.'’‐-=,，") table[char.charCodeAt(0)] = JOINER;
  // Variation selectors stand in registered names (邉󠄂, 辻󠄀); the normaliser takes them out of values.
  table.fill(KANJI, 0xfe00, 0xfe10);
  table[0xdb40] = KANJI;
  return (kinds = table);
}

/** Longest names: letters of a Japanese one, units of any. */
const MAX_JAPANESE_LETTERS = 12;
const MAX_NAME_UNITS = 40;
/** Ends of names of organisations, places and roles (非常勤講師, 専任教員) that a person's name seldom has. */
const ORGANISATION_ENDING = "員師者長係社会店校園館院課係局部所室署庁場組合寺省隊団連協市町村区県府都駅線号丸棟階";
const ORGANISATION_PART = /株式|有限|合同会|会社|法人|組合|協議|連合|協会|学校|大学|病院|センター|公園|クラブ|チーム|委員会|保育|幼稚|事務|支店|[(（]株|工業|商店|銀行|自治会|町内会/u;

let organisationUnits: Uint8Array | undefined;
const ENDS_ORGANISATION = 1;
const IN_ORGANISATION = 2;

/** Units that names of organisations end in, and those that `ORGANISATION_PART`'s words begin with. */
function organisationTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const char of ORGANISATION_ENDING) table[char.charCodeAt(0)] |= ENDS_ORGANISATION;
  for (const char of "株有合会法組協連学大病セ公クチ委保幼事支(（工商銀自町") table[char.charCodeAt(0)] |= IN_ORGANISATION;
  return (organisationUnits = table);
}

export const isOrganisationEnding = (unit: number): boolean => ((organisationUnits ?? organisationTable())[unit] & ENDS_ORGANISATION) !== 0;
export const mayBeOrganisation = (unit: number): boolean => ((organisationUnits ?? organisationTable())[unit] & IN_ORGANISATION) !== 0;

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
  if ((seen & (KANJI | HIRAGANA)) !== 0) {
    if (letters > MAX_JAPANESE_LETTERS) return NOT;
    if (letters > 2 && ORGANISATION_ENDING.includes(cell[length - 1]) && judgePersonName(plainOf(cell)) < 0.5) return NOT;
    // 総務課へ連絡, 自署してください: such kana are grammar more often than a name (一の瀬, さくら).
    if ((seen & KANJI) !== 0 && (seen & HIRAGANA) !== 0 && letters > 3 && GRAMMAR.test(cell) && judgePersonName(plainOf(cell)) < 0.3) return NOT;
  }
  if (length > 4 && (seen & (KANJI | KATAKANA)) !== 0 && ORGANISATION_PART.test(cell)) return NOT;
  if (isPlaceholder(cell)) return NOT;
  return (seen & SPACE) !== 0 && SEVERAL_NAMES.test(cell) ? PARTLY : WHOLLY;
}

/** Ends of names of organisations and their parts, not of what people in them are called. */
const ORGANISATION_ONLY_ENDING = "社会店校園館院課係局部所室署庁場組省隊団連協市町村区県府都駅班";
const MAX_ORGANISATION_UNITS = 40;
/** As long as numbers of branches and shops get; telephones, dates and postal codes are longer. */
const MAX_ORGANISATION_DIGITS = 6;

/**
 * The name of an organisation and nothing else, under a header that promises one: that such a name may hold a person's (a founder's,
 * a shop keeper's) tells no more of anyone.
 */
export function fitsOrganisation({ text, start, end }: TextSlice): Fit {
  const length = end - start;
  if (length < 3 || length > MAX_ORGANISATION_UNITS) return NOT;
  const table = kindTable();
  let digits = 0;
  for (let i = start; i < end; i++) {
    const kind = table[text.charCodeAt(i)];
    if (kind === 0 || kind === SPACE) return NOT;
    digits = kind === DIGIT ? digits + 1 : 0;
    if (digits > MAX_ORGANISATION_DIGITS) return NOT;
  }
  return ORGANISATION_ONLY_ENDING.includes(text[end - 1]) || ORGANISATION_PART.test(text.slice(start, end)) ? WHOLLY : NOT;
}

/** 佐藤花子（さとうはなこ）, 佐藤花子 様(1), 佐藤花子（会員）: the library reads what the table of characters does not, or the name without its note. */
function fitsUnusualName(cell: string, isPart: boolean): Fit {
  if (cell.includes("@")) return NOT;
  const plain = plainOf(cell);
  if (judgePersonName(plain) >= 0.5) return WHOLLY;
  const bare = plain.replace(NOTE, "").trimEnd();
  return bare !== plain && bare.length > 1 && !/\d/u.test(bare) ? fitsName(bare, isPart) : NOT;
}

/** A word or an age in brackets behind a name. */
const NOTE = /[([][^()[\]]{1,12}[)\]]$/u;

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
