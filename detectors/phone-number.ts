import { isDigit } from "../src/text/characters.js";
import type { Company, Detector, TextMatch } from "../src/contract.js";
import { labelBefore, labelPattern } from "./shared/labels.js";
import { isExample, isInCode, isSampleNumber } from "./shared/example-value.js";
import { isHeadedAsNumber, standsAmongThings } from "./shared/numbering.js";
import { standsByOffice } from "./shared/office.js";
import { isLabelledAsThing } from "./shared/thing-headings.js";
import type { PhoneVerdict } from "./shared/phone-library.js";
import { findPhoneCandidate, mayBeginJapanesePhone, mayBeginPhone, type PhoneCandidate } from "./shared/phone-candidate.js";

const LABELS = labelPattern([
  "電話", "電話番号", "でんわ", "TEL", "テレフォン", "携帯", "携帯番号", "携帯電話", "ケータイ", "けいたい", "スマホ", "FAX", "FAX番号", "ファックス", "ファックス番号", "ファクス番号", "TEL番号", "voice", "ファクス", "ファクシミリ", "連絡先",
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

/** device 09012345678, seq 0451234567. */
const PROGRAMS_WORD = /(?:^|[^\p{L}\d_])[a-z_]{2,12} $/u;
/** The groups of a telephone number before a slash, and the ending of a file's name behind digits. */
const ENDS_IN_GROUPS = /[-)(. ]\d{3,4}$/u;
const FILE_ENDING = /^\.[a-z]{2,5}(?![a-z])/u;

type Code = "number" | "public-contact";

export const phoneNumber: Detector<Code> = {
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
    "public-contact": {
      severity: "info",
      en: "{count} telephone {one:number of an office|numbers of offices}",
      ja: "事務所・施設の電話番号が{count}件あります",
      fix: { en: "Nothing, if the office means to be called.", ja: "公開している番号であれば、そのままで構いません。" },
    },
  },
  defaults: {},
  create: (_options, { country }) => ({
    text: {
      starts: ["digit", "kanji"],
      digitsBeside: country === "JP" ? mayBeginJapanesePhone : mayBeginPhone,
      onlyIf: holdsKanjiZero,
      check: (text, start, end) => {
        if (text.charCodeAt(start) > 0x39) return inKanji(text, start, end, country);
        const candidate = findPhoneCandidate(text, start, end, country);
        return candidate === undefined ? undefined : judge(text, start, candidate);
      },
    },
  }),
};

const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;

/** Every number that is dialled begins with 〇: of runs of kanji, those that hold one. */
function holdsKanjiZero(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) <= 0x39) return true;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === KANJI_ZERO) return true;
  return false;
}

const KANJI_ZERO = 0x3007;
const KANJI_DIGITS = "〇一二三四五六七八九";
/** Digits and separators of the longest number. */
const LONGEST = 24;

/** 〇九〇-一二三四-五六七八, as vertical texts have it. Every number that is dialled begins with 〇. */
function inKanji(text: string, runStart: number, runEnd: number, country: string): TextMatch<Code> | undefined {
  let start = runStart;
  while (start < runEnd && text.charCodeAt(start) !== KANJI_ZERO) start++;
  if (start === runEnd) return undefined;
  let digits = "";
  for (const char of text.slice(start, start + LONGEST)) digits += KANJI_DIGITS.includes(char) ? String(KANJI_DIGITS.indexOf(char)) : char === "ー" ? "-" : char;
  const run = /^\d+/u.exec(digits)?.[0].length ?? 0;
  const candidate = findPhoneCandidate(digits, 0, run, country);
  return candidate === undefined || candidate.shape === "bare" ? undefined : judge(text, start, { ...candidate, start: start + candidate.start, end: start + candidate.end });
}

/** Looks at what stands on both sides, and says how sure that makes it. */
function judge(text: string, runStart: number, candidate: PhoneCandidate): TextMatch<Code> | undefined {
  const { start, end, verdict, shape } = candidate;
  const bare = shape === "bare" && start === runStart;
  if (!endsWell(text, end, bare)) return undefined;
  const distance = labelBefore(text, start, LABELS, NEAR) ?? (candidate.isAnnounced === true ? NEAREST : undefined) ?? (bare ? undefined : labelBefore(text, start, WEAK_LABELS, NEAR));
  const other = unspent(text, start, labelBefore(text, start, OTHER_LABELS, NEAR));
  const labelled = distance !== undefined && (candidate.isAnnounced === true || other === undefined || other >= distance);
  if (candidate.needsLabel && !labelled) return undefined;
  if (!beginsWell(text, start, bare, labelled ? distance : undefined)) return undefined;
  if (bare && other !== undefined && !labelled) return undefined;
  if (isFiller(verdict, bare && !labelled)) return undefined;
  let confidence = labelled ? 0.97 : UNLABELLED[shape];
  if (bare && !labelled && (verdict.kind !== "mobile" || end - start < 11)) confidence = 0.4;
  if (!labelled && other !== undefined) confidence *= labelBefore(text, start, FOREIGN_LABELS, NEAREST) === undefined ? 0.7 : 0.5;
  if (verdict.kind === "service") confidence = Math.min(confidence, 0.4);
  if (isNobodys(text, candidate, labelled)) return undefined;
  // A mobile telephone is carried by somebody.
  const code = verdict.kind !== "mobile" && standsByOffice(text, start) ? "public-contact" : "number";
  const match: TextMatch<Code> = { code, at: { start, end }, entity: "phone-number", confidence, value: verdict.e164, evidence: labelled ? ["allocated", "label"] : ["allocated"] };
  const isDoubted = (!labelled && isSampleNumber(verdict.nationalNumber)) || (shape === "odd" && !labelled) || isInCode(text, start, end) || (!labelled && verdict.kind === "fixed" && shape === "usual" && standsAmongThings(text, start, end));
  return isDoubted ? { ...match, needs: WITH_SOMEBODY, evidence: ["allocated", "company"] } : match;
}

/** A label names the first number behind it: 会員番号 345892680、折り返し 07094370973. */
const SPENT = /\d[、,。;；]/u;
const unspent = (text: string, start: number, distance: number | undefined): number | undefined => (distance !== undefined && SPENT.test(text.slice(start - distance, start)) ? undefined : distance);

/** An example's, or a drawing's or a slip's number by its label or the heading of its column. */
function isNobodys(text: string, { start, end, verdict }: PhoneCandidate, labelled: boolean): boolean {
  if (isExample(text, start)) return true;
  if (isSampleNumber(verdict.nationalNumber) && (isInCode(text, start, end) || (text[start - 1] === "`" && text[end] === "`"))) return true;
  return !labelled && (isLabelledAsThing(text, start) || isHeadedAsNumber(text, start, end));
}

/** Digits grouped as no area has them are a drawing's number, or somebody's telephone who groups them so; in code they are examples. */
const WITH_SOMEBODY: Company = { oneOf: ["person-name", "postal-address", "email-address"], within: "record" };

const UNLABELLED: Readonly<Record<PhoneCandidate["shape"], number>> = { international: 0.93, usual: 0.93, rare: 0.65, odd: 0.55, spaced: 0.75, bare: 0.7 };

/** 0123456789, 090-0000-0000 and 0879-00-0000: alphabets and placeholders. Some countries' real numbers hold as many zeros. */
function isFiller({ nationalNumber, callingCode }: PhoneVerdict, alone: boolean): boolean {
  if (callingCode === "81" && /0{7}|0{6}$|(\d)\1{7}/u.test(nationalNumber)) return true;
  return alone && ("1234567890".startsWith(nationalNumber) || /(\d)\1{6}/u.test(nationalNumber));
}

function endsWell(text: string, end: number, bare: boolean): boolean {
  if (end >= text.length) return true;
  const code = text.charCodeAt(end);
  const next = text.charCodeAt(end + 1);
  if (isDigit(code) || code === 0x40) return false;
  if (isLatin(code)) return !bare && FIELD_AFTER.test(text.slice(end, end + 8));
  if (code === 0x2d || code === 0x2e) return !isDigit(next) && !(code === 0x2d && isLatin(next)) && !(code === 0x2e && FILE_ENDING.test(text.slice(end, end + 7)));
  return !bare || (!COUNTED_AFTER.includes(text.charAt(end)) && !(code === 0x2f && isDigit(next)));
}

const DIALLED_BY_A_PROGRAM = /[?&](?:to|msisdn|recipient|dest|callee|caller)=$/iu;

/** @param distance to the label, where there is one */
function beginsWell(text: string, start: number, bare: boolean, distance: number | undefined): boolean {
  if (start === 0) return true;
  const code = text.charCodeAt(start - 1);
  const beforeThat = text.charCodeAt(start - 2);
  // TEL03-, Tel.03-, TEL-03-, TEL/03-.
  const touching = distance !== undefined && distance <= 1;
  if (isLatin(code)) return touching;
  if ((code === 0x2d || code === 0x2e) && isLatin(beforeThat)) return touching;
  // 03-1234-5678/090-1234-5678, but no path: /59393736/045-463-0182.html.
  if (code === 0x2f) return touching || (!bare && ENDS_IN_GROUPS.test(text.slice(Math.max(0, start - 9), start - 1)));
  // /sms?to=08012345678 in a server's log.
  if (bare && code === 0x3d && DIALLED_BY_A_PROGRAM.test(text.slice(Math.max(0, start - 14), start))) return true;
  if (bare && distance === undefined) return !REFUSED_BEFORE_BARE.includes(text.charAt(start - 1)) && !PROGRAMS_WORD.test(text.slice(Math.max(0, start - 14), start));
  return true;
}
