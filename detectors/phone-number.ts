import type { Detector, TextMatch } from "../src/contract.js";
import { readBoxedDigits } from "./shared/boxed-digits.js";
import { labelBefore, labelPattern } from "./shared/labels.js";
import { judgeInternationalNumber, judgeNationalNumber } from "./shared/phone-library.js";
import type { PhoneVerdict } from "./shared/phone-library.js";
import { hasDigits, readDigitGroups } from "./shared/phone-in-text.js";
import type { DigitGroups } from "./shared/phone-in-text.js";
import { hasUsualGroups } from "./shared/phone.js";

const LABELS = labelPattern([
  "電話", "電話番号", "でんわ", "TEL", "テレフォン", "携帯", "携帯番号", "携帯電話", "ケータイ", "けいたい", "スマホ", "FAX", "ファックス", "ファクス", "ファクシミリ", "連絡先",
  "緊急連絡先", "直通", "内線", "☎", "☏", "℡", "📞", "📱", "📠", "phone", "phones", "phone no", "phone number", "phone num", "telephone", "tel no", "mobile", "mobile number", "mobile phone",
  "cell", "cellphone", "cell phone", "fax no", "fax number", "whatsapp",
]);
/** Also words of code ("e.call(x)"): labels only of numbers in groups. */
const WEAK_LABELS = labelPattern(["call", "contact"]);
/** Labels of numbers that look like telephone numbers without separators. */
const OTHER_LABELS = labelPattern([
  "番号", "No", "no.", "number", "id", "コード", "code", "口座", "伝票", "型番", "品番", "isbn", "issn", "jan", "ean", "doi", "version", "ver", "serial", "sku", "hash", "commit", "build", "timestamp",
  "金額", "合計", "価格", "price", "total", "amount", "size", "length", "offset",
]);
/** Of these, the ones that no telephone number is ever called by, even in groups. */
const FOREIGN_LABELS = labelPattern(["型番", "品番", "型式", "図面番号", "製造番号", "伝票", "伝票番号", "注文番号", "口座番号", "isbn", "issn", "jan", "ean", "doi", "version", "serial", "sku", "commit", "part no", "part number", "order no"]);
/** "電話番号(自宅または携帯):". */
const NEAR = 16;
/** A label directly before the number, with a colon or a space. */
const NEAREST = 3;
/** Characters that make the digits behind them no telephone number, or only one that is written in groups. */
const REFUSED_BEFORE_BARE = "_#$¥€£%@\\^&=~第No/";
const COUNTED_AFTER = "%‰円¥個件年月日歳才人名枚本点位台回番号";
/** Letters may follow a number where another field begins: "03-1234-5678FAX". */
const FIELD_AFTER = /^(?:fax|tel|ext|e?-?mail|url|http|携帯)/iu;

export const phoneNumber: Detector<"number"> = {
  id: "phone-number",
  messages: {
    number: {
      severity: "warning",
      en: "{count} telephone {one:number|numbers}",
      ja: "電話番号が{count}件あります",
      fix: {
        en: "Delete them, or replace them by a number that is meant to be public.",
        ja: "削除するか、公開用の代表番号に置き換えてください。",
      },
    },
  },
  defaults: {},
  create: (_options, { country }) => ({
    text: {
      starts: ["digit"],
      check: (text, start, end) => {
        const candidate = findCandidate(text, start, end, country);
        return candidate === undefined ? undefined : judge(text, start, candidate);
      },
    },
  }),
};

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly verdict: PhoneVerdict;
  readonly shape: "international" | "usual" | "odd" | "spaced" | "bare";
  /** Only a label makes it a number. */
  readonly needsLabel: boolean;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;

/** The number that the run of digits begins, if its digits, groups and both ends allow one. */
function findCandidate(text: string, start: number, end: number, country: string): Candidate | undefined {
  const first = text.charCodeAt(start);
  const before = text.charCodeAt(start - 1);
  if (before === 0x2b) {
    const sign = text.charCodeAt(start - 2);
    return isDigit(sign) || isLatin(sign) || sign === 0x29 ? undefined : international(text, start, end);
  }
  // Inside a longer number, a date, a decimal, a version or a time.
  if ((before === 0x2d || before === 0x2e || before === 0x3a) && isDigit(text.charCodeAt(start - 2))) return undefined;
  if (country === "JP") {
    if (first === 0x30) return japanese(text, start, end);
    if (first === 0x38 && end - start === 2 && text.charCodeAt(start + 1) === 0x31) return labelledJapan(text, start, end);
    return first >= 0x32 && end - start === 3 && isNorthAmerican(text, end) ? national(text, start, end, "US", true) : undefined;
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
function japanese(text: string, start: number, end: number): Candidate | undefined {
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
    // One more group behind it: "0120-123-456-7", or a row of figures; but not the "(2)" of a list.
    const next = groups.separators[count - 1];
    if (next !== undefined && (next.startsWith("-") || next.startsWith(".") || (next === " " && onlySpaces))) return undefined;
    const found = { start: groups.start, end: groups.ends[count - 1], verdict };
    if (count === 1) return { ...found, shape: "bare", needsLabel: false };
    const usual = hasUsualGroups({ digits, international: false, groups: lengths }, verdict);
    if (onlySpaces) {
      const inRow = text.charCodeAt(groups.start - 1) === 0x20 && isDigit(text.charCodeAt(groups.start - 2));
      return { ...found, shape: "spaced", needsLabel: !usual || inRow };
    }
    // 090-12345678: the first digits alone say what it is.
    if (lengths.length === 2 && verdict.kind === "mobile" && size === 11 && lengths[0] === 3) return { ...found, shape: "odd", needsLabel: false };
    const plausible = lengths.length === 3 && lengths[0] >= 2 && lengths[0] <= 5 && lengths[1] <= 4 && lengths[2] === 4;
    return { ...found, shape: usual ? "usual" : "odd", needsLabel: !usual && !plausible };
  }
  return undefined;
}

/** A digit in each box or cell of a form. */
function boxed(text: string, start: number): Candidate | undefined {
  const boxes = readBoxedDigits(text, start, 11);
  if (boxes === undefined || boxes.digits.length < 10) return undefined;
  const verdict = judgeNationalNumber(boxes.digits, "JP");
  return verdict === undefined ? undefined : { start, end: boxes.end, verdict, shape: "odd", needsLabel: true };
}

/** 81-3-1234-5678: the country code without its "+". */
function labelledJapan(text: string, start: number, end: number): Candidate | undefined {
  const groups = readDigitGroups(text, start, end);
  if (groups === undefined || groups.lengths.length < 3) return undefined;
  for (const size of [12, 11]) {
    const count = groupsWith(groups, size);
    const verdict = count < 3 ? undefined : judgeInternationalNumber(groups.digits.slice(0, size));
    if (verdict !== undefined) return { start: groups.start, end: groups.ends[count - 1], verdict, shape: "usual", needsLabel: true };
  }
  return undefined;
}

function international(text: string, start: number, end: number): Candidate | undefined {
  const groups = readDigitGroups(text, start, end);
  if (groups === undefined) return undefined;
  let size = groups.digits.length;
  for (let n = groups.lengths.length; n > 0; size -= groups.lengths[--n]) {
    if (size < 7) return undefined;
    if (groups.ends[n - 1] < 0) continue;
    const verdict = judgeInternationalNumber(groups.digits.slice(0, size));
    if (verdict === undefined) continue;
    // "+35.68951234" has a fraction: a coordinate. Seven digits are enough for islands, and for anything else.
    const needsLabel = size < 8 || (n === 2 && groups.separators[0] === ".");
    return { start: groups.start, end: groups.ends[n - 1], verdict, shape: n === 1 ? "bare" : "international", needsLabel };
  }
  return undefined;
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
function national(text: string, start: number, end: number, country: string, needsLabel: boolean): Candidate | undefined {
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
    const found = { start: groups.start, end: groups.ends[n - 1], verdict };
    if (n === 1) return needsLabel ? undefined : { ...found, shape: "bare", needsLabel: true };
    const usual = hasUsualGroups({ digits, international: false, groups: groups.lengths.slice(0, n) }, verdict);
    if (needsLabel && !usual) return undefined;
    const spaced = groups.separators.slice(0, n - 1).every((separator) => separator === " ");
    return { ...found, shape: spaced ? "spaced" : usual ? "usual" : "odd", needsLabel: needsLabel || !usual };
  }
  return undefined;
}

/** Looks at what stands on both sides, and says how sure that makes it. */
function judge(text: string, runStart: number, candidate: Candidate): TextMatch<"number"> | undefined {
  const { start, end, verdict, shape } = candidate;
  const bare = shape === "bare" && start === runStart;
  if (!endsWell(text, end, bare)) return undefined;
  const distance = labelBefore(text, start, LABELS, NEAR) ?? (bare ? undefined : labelBefore(text, start, WEAK_LABELS, NEAR));
  const other = labelBefore(text, start, OTHER_LABELS, NEAR);
  const labelled = distance !== undefined && (other === undefined || other >= distance);
  if (candidate.needsLabel && !labelled) return undefined;
  if (!beginsWell(text, start, bare, labelled ? distance : undefined)) return undefined;
  if (bare && other !== undefined && !labelled) return undefined;
  if (bare && isFiller(verdict.nationalNumber)) return undefined;
  let confidence = labelled ? 0.97 : UNLABELLED[shape];
  if (bare && !labelled && (verdict.kind !== "mobile" || end - start < 11)) confidence = 0.4;
  if (!labelled && other !== undefined) confidence *= labelBefore(text, start, FOREIGN_LABELS, NEAREST) === undefined ? 0.7 : 0.5;
  if (verdict.kind === "service") confidence = Math.min(confidence, 0.4);
  return { code: "number", at: { start, end }, entity: "phone-number", confidence, value: verdict.e164 };
}

const UNLABELLED: Readonly<Record<Candidate["shape"], number>> = { international: 0.93, usual: 0.93, odd: 0.65, spaced: 0.75, bare: 0.7 };

/** 0123456789 and 09000000000: alphabets and placeholders. */
function isFiller(nationalNumber: string): boolean {
  return "1234567890".startsWith(nationalNumber) || /(\d)\1{6}/u.test(nationalNumber);
}

function endsWell(text: string, end: number, bare: boolean): boolean {
  if (end >= text.length) return true;
  const code = text.charCodeAt(end);
  const next = text.charCodeAt(end + 1);
  if (isDigit(code) || code === 0x40) return false;
  if (isLatin(code)) return !bare && FIELD_AFTER.test(text.slice(end, end + 8));
  if (code === 0x2d || code === 0x2e) return !isDigit(next) && !(code === 0x2d && isLatin(next));
  return !bare || (!COUNTED_AFTER.includes(text.charAt(end)) && !(code === 0x2f && isDigit(next)));
}

/** @param distance to the label, where there is one */
function beginsWell(text: string, start: number, bare: boolean, distance: number | undefined): boolean {
  if (start === 0) return true;
  const code = text.charCodeAt(start - 1);
  const beforeThat = text.charCodeAt(start - 2);
  // TEL03-, Tel.03-, TEL-03-, TEL/03-.
  const touching = distance !== undefined && distance <= 1;
  if (isLatin(code)) return touching;
  if ((code === 0x2d || code === 0x2e) && isLatin(beforeThat)) return touching;
  if (code === 0x2f) return touching || (!bare && isDigit(beforeThat));
  if (bare && distance === undefined) return !REFUSED_BEFORE_BARE.includes(text.charAt(start - 1));
  return true;
}
