/** Births told in part (without the era that was circled on paper or left out, years alone), and those written in other ways than dates are. */
import { isDigit } from "../../src/text/characters.js";
import type { Range } from "../../src/contract.js";
import { FIRST_BIRTH_YEAR, isoDate, LAST_BIRTH_YEAR, readDate } from "../shared/date.js";
import { labelBefore, labelPattern } from "../shared/labels.js";
import { BIRTH_LABELS, isBornAfter, isOfNobody, NEAR } from "./context.js";

export interface PartialBirth extends Range {
  readonly value: string;
  readonly confidence: number;
}

const YEAR_OF_ERA = /(\d{1,2})(?: ?年 {0,2}(\d{1,2}) {0,2}月 {0,2}(\d{1,2}) {0,2}日| ?[./・] ?(\d{1,2}) ?[./・] ?(\d{1,2})(?![\d./]))/uy;
/** Two or more eras to choose from, directly before the year: 昭和・平成, 大・昭・平・令, S/H, ☑昭和 □平成. */
const ERA_CHOICE =
  /[☑☒■✓レ□☐◻○◯●]? ?(?:[明大昭平令][治正和成]?|[MTSHR])[・･/,、 ]{1,2}[☑☒■✓レ□☐◻○◯●]? ?(?:[明大昭平令][治正和成]?|[MTSHR])[)）:：]? {0,4}$/u;
const LONGEST_CHOICE = 24;
const DIRECTLY = 4;
/** 昭和64年1月8日: an era that had ended then. */
const NAMED_ERA = /[治正和成明大昭平令MTSHR] ?$/iu;

/** "昭和・平成　55年4月1日" behind a label, "55年4月1日生": the form lists the eras or leaves them out, so the year is not known. */
export function readEraless(text: string, start: number): PartialBirth | undefined {
  if (!mayBeYearOfEra(text, start)) return undefined;
  YEAR_OF_ERA.lastIndex = start;
  const match = YEAR_OF_ERA.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [match[1], match[2] ?? match[4], match[3] ?? match[5]].map(Number);
  if (year < 1 || year > 64 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const end = YEAR_OF_ERA.lastIndex;
  const value = `${year}-${month}-${day}`;
  if (ERA_CHOICE.test(text.slice(Math.max(0, start - LONGEST_CHOICE), start)) && labelBefore(text, start, BIRTH_LABELS, NEAR) !== undefined) {
    return { start, end, value, confidence: 0.85 };
  }
  // 生年月日 55.4.1: the label is the only thing before it.
  if (match[1].length === 2 && !NAMED_ERA.test(text.slice(Math.max(0, start - 2), start)) && (labelBefore(text, start, BIRTH_LABELS, DIRECTLY) ?? NEAR) <= DIRECTLY && !/^ ?[\d~〜./・]/u.test(text.slice(end, end + 2))) return { start, end, value, confidence: 0.8 };
  const before = text.charAt(start - 1);
  return isBornAfter(text, end) && !/[\d年月/.・-]/u.test(before) ? { start, end, value, confidence: 0.8 } : undefined;
}

/** Social insurance writes the era as a number: 1, 3, 5, 7, 9 from Meiji to Reiwa; medical bills 1 to 5. */
const CODED = /[1-579]-\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d-])/uy;
const CODE_LENGTH = 2;

/** 生年月日 5-550401. @param start of the six digits */
export function readCoded(text: string, start: number): PartialBirth | undefined {
  const from = start - CODE_LENGTH;
  if (from < 0 || /[\d-]/u.test(text.charAt(from - 1))) return undefined;
  CODED.lastIndex = from;
  const match = CODED.exec(text);
  return match === null || labelBefore(text, from, BIRTH_LABELS, NEAR) === undefined ? undefined : { start: from, end: CODED.lastIndex, value: match[0], confidence: 0.85 };
}

/** Whether 年 or a separator follows the one or two digits, and behind a separator a number and another: cheaper than the expression. */
function mayBeYearOfEra(text: string, start: number): boolean {
  let i = numberEnd(text, start);
  const code = text.charCodeAt(i);
  if (code === NEN) return true;
  if (!isSeparator(code)) return false;
  i = numberEnd(text, afterSpace(text, i + 1));
  return isSeparator(text.charCodeAt(i));
}

/** Behind at most two digits and a space. */
function numberEnd(text: string, start: number): number {
  let i = start;
  while (i - start < 2 && isDigit(text.charCodeAt(i))) i++;
  return afterSpace(text, i);
}

const NEN = 0x5e74;
const afterSpace = (text: string, at: number): number => (text.charCodeAt(at) === 0x20 ? at + 1 : at);
/** "." "/" "・" */
const isSeparator = (code: number): boolean => code === 0x2e || code === 0x2f || code === 0x30fb;

/** 生 年 月 日 ： 昭 和 5 5 年 4 月 1 日: a character to a box. */
const LABEL_APART = /生 ?年 ?月 ?日 {0,2}:? {0,3}$/u;
const APART = /(?:[明大昭平令] ?[治正和成] ?|西 ?暦 ?)?(?:元|\d(?: ?\d){0,3}) ?年 ?\d(?: ?\d)? ?月 ?\d(?: ?\d)? ?日/uy;
const LONGEST_BEFORE_DIGIT = 16;

/** @param start of the first digit behind the label */
export function readApart(text: string, start: number): PartialBirth | undefined {
  if (text.charCodeAt(start + 1) !== SPACE) return undefined;
  const back = text.slice(Math.max(0, start - LONGEST_BEFORE_DIGIT), start).lastIndexOf("日");
  if (back < 0) return undefined;
  const label = Math.max(0, start - LONGEST_BEFORE_DIGIT) + back;
  let from = label + 1;
  while (text[from] === " " || text[from] === ":") from++;
  APART.lastIndex = from;
  const written = LABEL_APART.test(text.slice(Math.max(0, label - 6), from)) ? APART.exec(text)?.[0] : undefined;
  const date = written === undefined ? undefined : readDate(written.replaceAll(" ", ""), 0);
  return written === undefined || date === undefined ? undefined : { start: from, end: from + written.length, value: isoDate(date), confidence: 0.95 };
}
const SPACE = 0x20;

/** Date.new(1990, 3, 5), LocalDate.of(1990, 3, 5), =DATE(1990,3,5): how programs and sheets make the day of a field that holds a birth. */
const CONSTRUCTOR = /(?:\b(?:Date(?:Time)?(?:\.(?:new|UTC|of))?|LocalDate\.of|datetime|date|make_date)|\bDATE) ?\($/u;
const LONGEST_CONSTRUCTOR = 16;
const CONSTRUCTED = /(\d{4}), ?(\d{1,2}), ?(\d{1,2})(?=\)|, ?0)/uy;

/** @param start of the year's four digits */
export function readConstructed(text: string, start: number): PartialBirth | undefined {
  if (text[start - 1] !== "(" || !CONSTRUCTOR.test(text.slice(Math.max(0, start - LONGEST_CONSTRUCTOR), start))) return undefined;
  CONSTRUCTED.lastIndex = start;
  const match = CONSTRUCTED.exec(text);
  if (match === null || labelBefore(text, start, BIRTH_LABELS, NEAR) === undefined) return undefined;
  const [year, month, day] = match.slice(1).map(Number);
  if (year < FIRST_BIRTH_YEAR || year > LAST_BIRTH_YEAR || month > 12 || day < 1 || day > 31) return undefined;
  return { start, end: CONSTRUCTED.lastIndex, value: match[0].replaceAll(", ", "-").replaceAll(",", "-"), confidence: 0.9 };
}

const YEAR = /([12]\d{3})(?: ?年(?: ?\d{1,2} ?月)?(?! ?\d)|(?! ?[\d年月/.・-]))/uy;
const ERA_YEAR = /(\d{1,2}) ?年(?: ?\d{1,2} ?月)?(?! ?\d)/uy;
const BESIDE_YEAR = new Set(Array.from("年生産", (char) => char.charCodeAt(0)));
const SIGNS = new Set(Array.from(':\t"', (char) => char.charCodeAt(0)));
const ERA_BEFORE = /(?:明治|大正|昭和|平成|令和) ?$/u;
const BORN_IN = /^ ?(?:[生産](?:まれ|れ)|うまれ)(?! ?(?:の(?:[人方世男女子全]|世代)|以|[~〜]|から|まで|が|は(?!、)))/u;
const YEAR_LABELS = labelPattern(["生年", "誕生年", "生まれ年", "生年(西暦)", "birth year", "year of birth", "yob"]);

/** Tables of who comes to what age in which year. */
const AGES = /[前本後]厄|厄[年除払]|還暦|古[希稀]|喜寿|傘寿|米寿|卒寿|白寿|早見表|干支|年男|年女/u;
const AGES_REACH = 160;

/** 1980年生まれ, 昭和55年生まれ, 生年：1980年. */
export function readBirthYear(text: string, start: number, end: number): PartialBirth | undefined {
  const isWestern = end - start === 4;
  // Most numbers of four digits are no years: 年, 生 or a label's sign must stand beside one.
  if (!BESIDE_YEAR.has(text.charCodeAt(end)) && !(isWestern && SIGNS.has(text.charCodeAt(start - 1)))) return undefined;
  const pattern = isWestern ? YEAR : ERA_YEAR;
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const era = isWestern ? "" : (ERA_BEFORE.exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? "");
  if (isWestern ? year < FIRST_BIRTH_YEAR || year > LAST_BIRTH_YEAR : era === "" || year < 1 || year > 64) return undefined;
  const to = pattern.lastIndex;
  const from = start - era.length;
  if (AGES.test(text.slice(Math.max(0, start - AGES_REACH), start + AGES_REACH))) return undefined;
  if (isOfNobody(text, from, to)) return undefined;
  const isSaid = BORN_IN.test(text.slice(to, to + 8)) || labelBefore(text, from, YEAR_LABELS, 4) !== undefined;
  return isSaid ? { start: from, end: to, value: era.trim() + match[1], confidence: 0.7 } : undefined;
}
