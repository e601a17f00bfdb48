/** What may be a telephone number, by its digits, their groups and the library; what stands around it is not looked at. */
import { isDigit } from "../../src/text/characters.js";
import type { DigitRun } from "../../src/contract.js";
import { readBoxedDigits } from "./boxed-digits.js";
import { countriesSpeaking, countryBefore } from "./phone-country.js";
import { type DigitGroups, hasDigits, readDigitGroups } from "./phone-in-text.js";
import { judgeInternationalNumber, judgeNationalNumber, type PhoneVerdict } from "./phone-library.js";
import { hasUsualGroups } from "./phone.js";

export interface PhoneCandidate {
  readonly start: number;
  readonly end: number;
  readonly verdict: PhoneVerdict;
  readonly shape: "international" | "usual" | "rare" | "odd" | "spaced" | "bare";
  /** Only a label makes it a number. */
  readonly needsLabel: boolean;
  /** What a telephone is called in another language stands before it. */
  readonly isAnnounced?: true;
}

/** Between groups, in place of hyphens. */
const RARE_SEPARATOR = /[\t/・の局]/u;
/** Of these, what stands between any two cells, and in dates and paths. */
const CELLS_OR_PATH = /[\t/局]/u;
/** Japan's carriers' and the usual prefixes for calls abroad. */
const DIALLED_OUT = /^(?:010|00)/u;
const ALONE_BEFORE = /^$|[\s:,;(「『（"'<>|、。\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ALONE_AFTER = /^$|[\s:,;)」』"'<>|、。\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;

/** Inside a longer number, a date, a decimal, a version or a time. */
const isInside = ({ before, beforeThat }: DigitRun): boolean => (before === "-" || before === "." || before === ":") && beforeThat === "digit";
/** Something that joins groups follows; in Japan also の, ・ and 局, a tab, a slash and brackets. */
const goesOn = ({ behind }: DigitRun): boolean => behind === " " || behind === "-" || behind === "." || behind === "(" || behind === ")";
const goesOnRarely = (run: DigitRun): boolean => goesOn(run) || run.behind === "漢" || run.behind === "\t" || run.behind === "/" || run.behind === "\n";

/** For `TextCheck.digitsBeside`: where `findPhoneCandidate` may find a number that is dialled in Japan. */
export function mayBeginJapanesePhone(run: DigitRun): boolean {
  const { length, first, before, behind } = run;
  if (before === "+") return true;
  if (isInside(run)) return false;
  if (first === "0") return goesOnRarely(run) || (length >= 10 && length <= MOST_DIGITS);
  // Behind a word for a telephone in another language: 13812345678, 612448731, 9845012345.
  if (length >= 9 && length <= 11) return before === " " || before === ":" || before === "漢" || before === "\t" || behind === " " || behind === "-" || behind === ")" || behind === ".";
  // 81-3-1234-5678; the exchange of a number of North America; a number behind a country's name.
  return (length === 2 && goesOnRarely(run)) || behind === " " || behind === "-" || behind === ")" || behind === ".";
}

/** The same in another country. */
export function mayBeginPhone(run: DigitRun): boolean {
  return run.before === "+" || (!isInside(run) && (run.length >= 7 || goesOnRarely(run)));
}

/** E.164's fifteen and a trunk "0". */
const MOST_DIGITS = 16;

/**
 * The number that the run of digits begins, if its digits and groups allow one.
 * @param country ISO 3166-1 alpha-2, where numbers without "+" are dialled
 */
export function findPhoneCandidate(text: string, start: number, end: number, country: string): PhoneCandidate | undefined {
  const first = text.charCodeAt(start);
  const before = text.charCodeAt(start - 1);
  if (before === 0x2b) {
    const sign = text.charCodeAt(start - 2);
    return isDigit(sign) || isLatin(sign) || sign === 0x29 ? undefined : international(text, start, end);
  }
  // Inside a longer number, a date, a decimal, a version or a time.
  if ((before === 0x2d || before === 0x2e || before === 0x3a) && isDigit(text.charCodeAt(start - 2))) return undefined;
  if (country === "JP") {
    if (first === 0x30) return ofNamedCountry(text, start, end) ?? fromJapan(text, start, end);
    if (first === 0x38 && end - start === 2 && text.charCodeAt(start + 1) === 0x31) return labelledJapan(text, start, end);
    if (first >= 0x32 && end - start === 3 && isNorthAmerican(text, end)) return calledAbroad(text, start, end) ?? inWesternText(text, start, end, "US") ?? national(text, start, end, "US", countryBefore(text, start) !== "US");
    return ofNamedCountry(text, start, end) ?? calledAbroad(text, start, end);
  }
  return national(text, start, end, country, false);
}

/** How many of the groups, from the first, make up a number of `size` digits; -1 if none end there. */
function groupsWith(groups: DigitGroups, size: number): number {
  let sum = 0;
  for (let n = 0; n < groups.lengths.length; n++) {
    sum += groups.lengths[n];
    if (sum === size) return groups.ends[n] < 0 ? -1 : n + 1;
    if (sum > size) return -1;
  }
  return -1;
}

/** Ten digits, or eleven for mobile and IP telephones, the first of them 0. */
function japanese(text: string, start: number, end: number): PhoneCandidate | undefined {
  const length = end - start;
  if (length === 1) return boxed(text, start);
  // 090, 0422, (0901234)5678, 09012345678; never eight or nine digits.
  if (length < 2 || length > 11 || length === 8 || length === 9 || !hasDigits(text, start, 10)) return undefined;
  const groups = readDigitGroups(text, start, end);
  if (groups === undefined || groups.digits.length < 10) return undefined;
  for (const size of [11, 10]) {
    const count = groupsWith(groups, size);
    if (count < 0) continue;
    const digits = groups.digits.slice(0, size);
    const verdict = judgeNationalNumber(digits, "JP");
    if (verdict === undefined || verdict.callingCode !== "81") continue;
    const lengths = groups.lengths.slice(0, count);
    const separators = groups.separators.slice(0, count - 1);
    const onlySpaces = count > 1 && separators.every((separator) => separator === " ");
    const rare = separators.find((separator) => RARE_SEPARATOR.test(separator));
    // One more group behind it: "0120-123-456-7", or a row of figures; but not the "(2)" of a list.
    const next = groups.separators[count - 1];
    if (next !== undefined && (next.startsWith("-") || next.startsWith(".") || (next === " " && onlySpaces) || next === rare)) return undefined;
    const [from, to] = [groups.start, groups.ends[count - 1]];
    // Brackets around all of it are the sentence's.
    if (count === 1) return { start, end, verdict, shape: "bare", needsLabel: false };
    const usual = hasUsualGroups({ digits, international: false, groups: lengths }, verdict);
    if (rare !== undefined) {
      if (!usual && !plausibleGroups(lengths)) return undefined;
      return { start: from, end: to, verdict, shape: "rare", needsLabel: CELLS_OR_PATH.test(rare) || separators.some((separator) => separator !== rare) };
    }
    if (onlySpaces) {
      const inRow = text.charCodeAt(groups.start - 1) === 0x20 && isDigit(text.charCodeAt(groups.start - 2));
      return { start: from, end: to, verdict, shape: "spaced", needsLabel: (!usual && !plausibleGroups(lengths)) || inRow };
    }
    // 090-12345678: the first digits alone say what it is.
    if (lengths.length === 2 && verdict.kind === "mobile" && size === 11 && lengths[0] === 3) return { start: from, end: to, verdict, shape: "rare", needsLabel: false };
    // Drawings and slips are numbered 0NN-NNN-NNNN too, but never with brackets.
    const bracketed = separators.some((separator) => /[()[\]〔〕〈〉]/u.test(separator));
    return { start: from, end: to, verdict, shape: usual ? "usual" : bracketed ? "rare" : "odd", needsLabel: !usual && !plausibleGroups(lengths) };
  }
  return undefined;
}

/** Area code, exchange and four digits, wherever the one ends and the other begins. */
const plausibleGroups = (lengths: readonly number[]): boolean => lengths.length === 3 && lengths[0] >= 2 && lengths[0] <= 5 && lengths[1] <= 4 && lengths[2] === 4;

/** 010-81-3-1234-5678, 0044 20 7946 0958: dialled with a prefix in place of "+". */
function dialledAbroad(text: string, start: number, end: number): PhoneCandidate | undefined {
  if (!DIALLED_OUT.test(text.slice(start, start + 8)) || !hasDigits(text, start, 10)) return undefined;
  const groups = readDigitGroups(text, start, end);
  const prefix = groups === undefined ? undefined : /^(?:00\d{1,2}010|010|00)(?=[1-9])/u.exec(groups.digits)?.[0].length;
  if (groups === undefined || prefix === undefined) return undefined;
  for (let n = groups.lengths.length, size = groups.digits.length; n > 0 && size > 9; size -= groups.lengths[--n]) {
    const verdict = groups.ends[n - 1] < 0 ? undefined : judgeInternationalNumber(groups.digits.slice(prefix, size));
    if (verdict === undefined) continue;
    if (n === 1) return { start, end, verdict, shape: "bare", needsLabel: true };
    return { start: groups.start, end: groups.ends[n - 1], verdict, shape: "international", needsLabel: true };
  }
  return undefined;
}

/** 韓国 010-1234-5678, (UK) 020 7946 0958: as dialled in a country that stands before it. */
function ofNamedCountry(text: string, start: number, end: number): PhoneCandidate | undefined {
  const next = text.charCodeAt(end);
  if (next !== 0x20 && next !== 0x2d && next !== 0x29 && next !== 0x2e) return undefined;
  const country = hasDigits(text, start, 7) ? countryBefore(text, start) : undefined;
  return country === undefined ? undefined : national(text, start, end, country, false);
}

/** "06 12 44 87 31" has the digits of Osaka's numbers, in groups that only its label explains. */
function fromJapan(text: string, start: number, end: number): PhoneCandidate | undefined {
  const own = japanese(text, start, end);
  if (own !== undefined && !own.needsLabel && own.shape !== "bare") return own;
  const british = BRITISH_MOBILE.test(text.slice(start, start + 13)) ? inWesternText(text, start, end, "GB") : undefined;
  return calledAbroad(text, start, end, true) ?? british ?? own ?? inKoreanText(text, start, end) ?? dialledAbroad(text, start, end) ?? calledAbroad(text, start, end);
}

/** Groups that nothing in Japan has, on a line without a letter of Japan: (520) 245-7454, 07700 864921. Somebody has to be named beside them. */
function inWesternText(text: string, start: number, end: number, country: "US" | "GB"): PhoneCandidate | undefined {
  const line = lineAt(text, start);
  if (text.charCodeAt(start - 1) === 0x2e || !WORD.test(line) || EASTERN.test(line)) return undefined;
  const candidate = national(text, start, end, country, country === "US");
  if (candidate === undefined || candidate.shape === "bare") return undefined;
  const isDialled = DIALLED.test(text.slice(Math.max(0, candidate.start - DIALLED_REACH), candidate.start));
  return { ...candidate, shape: "odd", needsLabel: false, ...(isDialled && { isAnnounced: true }) };
}
/** ring you on, Best number, Outbound to, her number (: whom one calls is somebody; a part's or an order's number is dialled by nobody. */
const DIALLED = /(?:\b(?:call|ring|text|phone|dial|reach|contact|cell|mobile|mob|outbound|inbound)(?:ed|ing)?\b[^.\n\d]{0,16}|\b(?:best|my|his|her|their|your|daytime|home|work|contact|emergency|whose) (?:number|no\.?)(?: is)?[: (]{1,3})$/iu;
const DIALLED_REACH = 32;
const BRITISH_MOBILE = /^07\d{3} \d{3} ?\d{3}(?!\d)/u;
const EASTERN = /[\u2e80-\uffdc]/u;
const WORD = /\p{L}{2}/u;
const LINE_REACH = 80;
const lineAt = (text: string, at: number): string => `${text.slice(Math.max(0, at - LINE_REACH), at).split("\n").at(-1) ?? ""}${text.slice(at, at + LINE_REACH).split("\n")[0] ?? ""}`;

/** 010-1234-8876 behind Hangul: Korea's mobile telephones, which nothing in Japan looks like. */
function inKoreanText(text: string, start: number, end: number): PhoneCandidate | undefined {
  if (end - start !== 3 || !KOREAN_MOBILE.test(text.slice(start, start + 14)) || !/[가-힣]/u.test(text.slice(Math.max(0, start - KOREAN_REACH), start))) return undefined;
  const candidate = national(text, start, end, "KR", false);
  return candidate?.verdict.kind === "mobile" ? { ...candidate, needsLabel: false } : undefined;
}
const KOREAN_MOBILE = /^01[016-9][- .]\d{3,4}[- .]\d{4}(?!\d)/u;
const KOREAN_REACH = 160;

/** Countries where every number that is dialled begins with 0. */
const ZERO_FIRST = new Set("DE AT CH FR BE KR TW NL GB AU NZ ZA IE VN SE UA".split(" "));
const FEWEST_WITHOUT_ZERO = 8;
const CHINESE_MOBILE = /^1[3-9]\d{9}$/u;

/** 휴대폰: 010-1234-8876, Tél. : 06 12 44 87 31: as dialled where its label is spoken. */
function calledAbroad(text: string, start: number, end: number, isOurs = false): PhoneCandidate | undefined {
  if (!hasDigits(text, start, 7)) return undefined;
  for (const country of countriesSpeaking(text, start, isOurs)) {
    if (ZERO_FIRST.has(country) && text.charCodeAt(start) !== 0x30) continue;
    const candidate = national(text, start, end, country, false);
    if (candidate === undefined) continue;
    const digits = text.slice(candidate.start, candidate.end).replace(/\D/gu, "");
    if (digits.length < FEWEST_WITHOUT_ZERO || (country === "CN" && !digits.startsWith("0") && !CHINESE_MOBILE.test(digits))) continue;
    return { ...candidate, isAnnounced: true };
  }
  return undefined;
}

/** A digit in each box or cell of a form. */
function boxed(text: string, start: number): PhoneCandidate | undefined {
  const boxes = readBoxedDigits(text, start, 11);
  if (boxes === undefined || boxes.digits.length < 10) return undefined;
  const verdict = judgeNationalNumber(boxes.digits, "JP");
  return verdict === undefined ? undefined : { start, end: boxes.end, verdict, shape: "odd", needsLabel: true };
}

/** 81-3-1234-5678: the country code without its "+". */
function labelledJapan(text: string, start: number, end: number): PhoneCandidate | undefined {
  const groups = readDigitGroups(text, start, end);
  if (groups === undefined || groups.lengths.length < 3) return undefined;
  for (const size of [12, 11]) {
    const count = groupsWith(groups, size);
    const verdict = count < 3 ? undefined : judgeInternationalNumber(groups.digits.slice(0, size));
    if (verdict !== undefined) return { start: groups.start, end: groups.ends[count - 1], verdict, shape: "usual", needsLabel: true };
  }
  return undefined;
}

function international(text: string, start: number, end: number): PhoneCandidate | undefined {
  const groups = readDigitGroups(text, start, end);
  if (groups === undefined) return undefined;
  let size = groups.digits.length;
  for (let n = groups.lengths.length; n > 0; size -= groups.lengths[--n]) {
    if (size < 6) return undefined;
    if (groups.ends[n - 1] < 0 || groups.separators.slice(0, n - 1).some((separator) => RARE_SEPARATOR.test(separator))) continue;
    const verdict = judgeInternationalNumber(groups.digits.slice(0, size));
    if (verdict === undefined) continue;
    // Seven digits are enough for islands, and for anything else: "x+6837012".
    const needsLabel = (size < 8 && !standsAlone(text, groups.start, groups.ends[n - 1])) || (n === 2 && groups.separators[0] === "." && isDecimal(text, groups));
    if (n === 1) return { start: start - 1, end, verdict, shape: "bare", needsLabel };
    return { start: groups.start, end: groups.ends[n - 1], verdict, shape: "international", needsLabel };
  }
  return undefined;
}

/** White space, a bracket, a quote or Japanese on both sides. */
function standsAlone(text: string, start: number, end: number): boolean {
  return ALONE_BEFORE.test(text.slice(Math.max(0, start - 1), start)) && ALONE_AFTER.test(text.slice(end, end + 1)) && !/^ ?[-+*/=]/u.test(text.slice(end, end + 2));
}

/** +35.68951234 is a coordinate or an exponent; +81.312345678 is how domain registries write a number (RFC 5733). */
function isDecimal(text: string, { start, lengths, ends }: DigitGroups): boolean {
  // No place on earth has a number of degrees this high.
  if (Number(text.slice(start + 1, start + 1 + lengths[0])) > 180) return !standsAlone(text, start, ends[1]);
  if (lengths[1] < 8 || !standsAlone(text, start, ends[1])) return true;
  return /^\s*[,;/]?\s*[-+]?\d/u.test(text.slice(ends[1], ends[1] + 6)) || /\d\s*[,;/]?\s*$/u.test(text.slice(Math.max(0, start - 5), start));
}

/** Whether three and four digits follow an area code: ") 555-0123", "-555-0123". */
function isNorthAmerican(text: string, end: number): boolean {
  let i = end;
  if (text.charCodeAt(i) === 0x29) i++;
  const separator = text.charCodeAt(i);
  if (separator === 0x20 || separator === 0x2d || separator === 0x2e) i++;
  if (i === end) return false;
  const joint = text.charCodeAt(i + 3);
  return (joint === 0x2d || joint === 0x20 || joint === 0x2e) && hasDigits(text, i, 7) && isDigit(text.charCodeAt(i + 2)) && isDigit(text.charCodeAt(i + 7)) && !isDigit(text.charCodeAt(i + 8));
}

/** A number as dialled in another country than Japan: in the groups that are usual there, or labelled. */
function national(text: string, start: number, end: number, country: string, needsLabel: boolean): PhoneCandidate | undefined {
  const next = text.charCodeAt(end);
  if (end - start < 7 && next !== 0x2d && next !== 0x20 && next !== 0x2e && next !== 0x29 && next !== 0x28) return undefined;
  if (!hasDigits(text, start, 7)) return undefined;
  const groups = readDigitGroups(text, start, end);
  if (groups === undefined) return undefined;
  let size = groups.digits.length;
  for (let n = groups.lengths.length; n > 0; size -= groups.lengths[--n]) {
    if (size < 7) return undefined;
    if (groups.ends[n - 1] < 0) continue;
    const digits = groups.digits.slice(0, size);
    const verdict = judgeNationalNumber(digits, country);
    if (verdict === undefined) continue;
    const [from, to] = [groups.start, groups.ends[n - 1]];
    if (n === 1) return needsLabel ? undefined : { start, end, verdict, shape: "bare", needsLabel: true };
    const usual = hasUsualGroups({ digits, international: false, groups: groups.lengths.slice(0, n) }, verdict);
    if (needsLabel && !usual) return undefined;
    if (groups.separators.slice(0, n - 1).some((separator) => CELLS_OR_PATH.test(separator))) return undefined;
    const spaced = groups.separators.slice(0, n - 1).every((separator) => separator === " ");
    return { start: from, end: to, verdict, shape: spaced ? "spaced" : usual ? "usual" : "odd", needsLabel: needsLabel || !usual };
  }
  return undefined;
}
