import { isDigit } from "../src/text/characters.js";
import type { Detector, Evidence, TextMatch } from "../src/contract.js";
import { hasKoreanDigit, isFiller } from "./shared/check-digits.js";
import { groupsOf, readDigitGroups } from "./shared/digit-groups.js";
import { hasCheck, nationalIdOf } from "./shared/national-ids.js";
import { hasContext, isTight, numberLabelBefore } from "./shared/number-labels.js";

/** Letters in front of a number's first digit: RSSMRA85T10A562S. */
const MOST_LETTERS = 6;
/** "1 85 05 78 006 084 36" */
const LONGEST = 24;
const RUNS = Array.from({ length: LONGEST }, (_, i) => i + 1);
const SPACE = 0x20;
const HYPHEN = 0x2d;
/** Printed by the authorities as specimens, or used in every manual. */
const SAMPLES = new Set(["078051120", "219099999", "457555462", "123456789", "QQ123456C", "AB123456C", "9434765919", "9434765870", "4010232137", "RSSMRA85T10A562S", "RSSMRA80A01H501U", "12345678Z", "X1234567L", "046454286", "130692544", "987654321"]);

export const nationalId: Detector<"number"> = {
  id: "national-id",
  messages: {
    number: {
      severity: "error",
      en: "{count} national {one:id|ids} or social security {one:number|numbers} of other countries",
      ja: "外国の国民番号・社会保障番号などが{count}件あります",
      fix: {
        en: "Delete them: they stay with a person for life and open accounts.",
        ja: "削除してください。生涯変わらない番号で、なりすましに使われます。",
      },
    },
  },
  defaults: {},
  create: () => ({
    text: {
      starts: ["digit"],
      digitRuns: RUNS,
      // See `mayBeLabelled` and `readStrongShape`.
      digitsBeside: ({ length, before, behind, behindThat }) =>
        length >= 6 || (length > 1 && (before === "a" || before === "A" || before === " ")) || ((behind === " " || behind === "-" || behind === ".") && behindThat === "digit"),
      check: (text, start, end) => (mayBeLabelled(text, start, end) ? readLabelled(text, start) : undefined) ?? readStrongShape(text, start, end),
    },
  }),
};

const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isLetter = (code: number): boolean => isUpper(code) || (code >= 0x61 && code <= 0x7a);
const isWordPart = (code: number): boolean => isDigit(code) || isLetter(code) || code === 0x5f;

/** Worth a look at its label: six digits in a row, or letters in front, or another group behind. */
function mayBeLabelled(text: string, start: number, end: number): boolean {
  const run = end - start;
  if (run >= 6) return true;
  const before = text.charCodeAt(start - 1);
  if (run > 1 && (isLetter(before) || (before === SPACE && isLetter(text.charCodeAt(start - 2)) && isLetter(text.charCodeAt(start - 3))))) return true;
  const behind = text.charCodeAt(end);
  return (behind === SPACE || behind === HYPHEN || (behind === 0x2e && run > 1)) && isDigit(text.charCodeAt(end + 1));
}

/** Where the letters in front begin that may belong to the number: JG103759A, JG 10 37 59 A. */
function tokenStart(text: string, start: number): number {
  let from = start;
  while (start - from < MOST_LETTERS && isLetter(text.charCodeAt(from - 1))) from--;
  const isSpaced = from === start && text.charCodeAt(start - 1) === SPACE && isLetter(text.charCodeAt(start - 2)) && isLetter(text.charCodeAt(start - 3)) && !isWordPart(text.charCodeAt(start - 4));
  return isSpaced ? start - 3 : from;
}

const PART = /[A-Za-z0-9]+(?:\([0-9A]\))?/uy;
const isMark = (code: number): boolean => code === SPACE || code === HYPHEN || code === 0x2e || code === 0x2f;

/** Where the parts of a value of letters, digits and single marks end, first to last. */
function partEnds(text: string, from: number): number[] {
  const ends: number[] = [];
  for (let at = from; at - from < LONGEST; at++) {
    PART.lastIndex = at;
    if (!PART.test(text) || PART.lastIndex - from > LONGEST) break;
    ends.push((at = PART.lastIndex));
    if (!isMark(text.charCodeAt(at))) break;
  }
  return ends;
}

const NOT_SIGNIFICANT = /[^A-Z0-9]/gu;

function match(text: string, start: number, end: number, confidence: number, evidence: readonly Evidence[]): TextMatch<"number"> {
  const value = text.slice(start, end).toUpperCase().replace(NOT_SIGNIFICANT, "");
  const isSample = SAMPLES.has(value) || isFiller(value.replace(/\D/gu, ""));
  return { code: "number", at: { start, end }, entity: "national-id", confidence: isSample ? 0.3 : confidence, value, evidence };
}

function readLabelled(text: string, start: number): TextMatch<"number"> | undefined {
  const from = tokenStart(text, start);
  // "SSN NO 536-90-4399": the letters in front are not always the number's.
  return readFrom(text, from, start) ?? (from === start ? undefined : readFrom(text, start, start));
}

function readFrom(text: string, from: number, start: number): TextMatch<"number"> | undefined {
  const label = numberLabelBefore(text, from);
  if (label?.kind !== "national-id" || isWordPart(text.charCodeAt(from - 1)) || !isTight(text, label, from)) return undefined;
  for (const end of partEnds(text, from).reverse()) {
    if (end <= start || isWordPart(text.charCodeAt(end))) continue;
    const country = nationalIdOf(label.country, text.slice(from, end));
    if (country === undefined) continue;
    return hasCheck(country) ? match(text, from, end, 0.97, ["label", "check-digit"]) : match(text, from, end, country === "any" ? 0.7 : 0.9, ["label"]);
  }
  return undefined;
}

const KOREAN_SHAPE = groupsOf(6, 7);

/** Ids that hold a date of birth and a check digit, or so many letters at set places that nothing else looks like them. */
function readStrongShape(text: string, start: number, end: number): TextMatch<"number"> | undefined {
  switch (end - start) {
    case 18: return chinese(text, start, end);
    case 17: return text.charAt(end) === "X" || text.charAt(end) === "x" ? chinese(text, start, end + 1) : undefined;
    case 2: return lettersBefore(text, start, 6) ? whole(text, "it.codicefiscale", start - 6, 16, 0.95) : undefined;
    case 3: return text.charCodeAt(end) === HYPHEN && text.charCodeAt(end + 3) === HYPHEN ? american(text, start, end) : undefined;
    case 6:
      if (text.charCodeAt(end) === HYPHEN && isDigit(text.charCodeAt(end + 7))) return korean(text, start, end);
      if (lettersBefore(text, start, 4)) return whole(text, "mx.curp", start - 4, 18, 0.95);
      return undefined;
    default: return undefined;
  }
}

function lettersBefore(text: string, start: number, count: number): boolean {
  for (let i = 1; i <= count; i++) if (!isUpper(text.charCodeAt(start - i))) return false;
  return !isWordPart(text.charCodeAt(start - count - 1));
}

function whole(text: string, country: string, start: number, length: number, confidence: number): TextMatch<"number"> | undefined {
  const end = start + length;
  if (end > text.length || isWordPart(text.charCodeAt(end)) || isWordPart(text.charCodeAt(start - 1)) || nationalIdOf(country, text.slice(start, end)) === undefined) return undefined;
  return match(text, start, end, confidence, ["shape", "check-digit"]);
}

/** Region, date of birth, serial number, check (GB 11643): of random numbers one in fifty thousand. */
function chinese(text: string, start: number, end: number): TextMatch<"number"> | undefined {
  const century = text.slice(start + 6, start + 8);
  const region = text.charAt(start);
  if ((century !== "19" && century !== "20") || region < "1" || region > "8" || text.charAt(start - 1) === ".") return undefined;
  return whole(text, "cn.ric", start, end - start, 0.93);
}

const AMERICAN_SHAPE = groupsOf(3, 2, 4);
const AMERICAN_CONTEXT = /(?<![a-z])ssn(?![a-z])|social[ _]?security|社会保障番号/iu;
const CONTEXT_SIZE = 120;

/** 536-90-4399 among other fields, one of which is called so: rows of a query, of a log. */
function american(text: string, start: number, end: number): TextMatch<"number"> | undefined {
  const { groups, isApart, end: to } = readDigitGroups(text, start, end);
  if (groups !== AMERICAN_SHAPE || !isApart || !hasContext(text, start, AMERICAN_CONTEXT, CONTEXT_SIZE)) return undefined;
  if (numberLabelBefore(text, start)?.kind === "other" || nationalIdOf("us.ssn", text.slice(start, to)) === undefined) return undefined;
  return match(text, start, to, 0.8, ["shape", "company"]);
}

function korean(text: string, start: number, end: number): TextMatch<"number"> | undefined {
  const { groups, isApart } = readDigitGroups(text, start, end);
  if (groups !== KOREAN_SHAPE || !isApart || text.charAt(end + 1) > "8" || text.charAt(end + 1) === "0") return undefined;
  return hasKoreanDigit(text.slice(start, start + 6) + text.slice(end + 1, end + 8)) ? whole(text, "kr.rrn", start, 14, 0.85) : undefined;
}
