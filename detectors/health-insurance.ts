import type { Detector, TextMatch } from "../src/contract.js";
import { hasLuhnDigit, isFiller } from "./shared/check-digits.js";
import { groupsOf, readNumber, type ReadDigits } from "./shared/digit-groups.js";
import { hasContext, isTight, numberLabelBefore, standsBehindNumberLabel, type NumberLabel } from "./shared/number-labels.js";
import { ownerOf, readSymbolAndNumber } from "./shared/symbol-and-number.js";

type Code = "insured" | "care" | "employment";

const RUNS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const CARE_LENGTH = 10;
const EMPLOYMENT_LENGTH = 11;
const EMPLOYMENT_SHAPES = [groupsOf(4, 6, 1)];
const CARE_CONTEXT = /介護|要支援/u;
const CONTEXT_SIZE = 80;
/** "被保険者証 20枚", "保険証 2024年" */
const COUNTER_BEHIND = /^ ?(?:年|月|日|円|人|名(?!義)|件|枚|歳|才|級|割|%|歩|か所|ヶ所|通|部|回|度|種|時|分|,\d{3})/u;
const FEWEST_DIGITS = 4;

const FIX = {
  en: "Delete them: the Health Insurance Act (Art. 194-2) and its like allow them to be asked for and kept for insurance only; copies of cards need them blacked out.",
  ja: "削除してください（写しでは塗りつぶし）。健康保険法第194条の2などは、保険の事務以外で記号・番号の告知を求めることなどを禁じています。",
};

export const healthInsurance: Detector<Code> = {
  id: "health-insurance",
  messages: {
    insured: { severity: "error", en: "{count} health insurance {one:number|numbers} of {one:an insured person|insured people}", ja: "健康保険などの記号・番号（被保険者番号）が{count}件あります", fix: FIX },
    care: { severity: "error", en: "{count} long-term care insurance {one:number|numbers}", ja: "介護保険の被保険者番号が{count}件あります", fix: { en: "Delete them: they say who is old or in need of care.", ja: "削除してください。番号から、要介護者などの情報に結びつきます。" } },
    employment: { severity: "error", en: "{count} employment insurance {one:number|numbers}", ja: "雇用保険の被保険者番号が{count}件あります", fix: { en: "Delete them: a person keeps the number from one employer to the next.", ja: "削除してください。転職後も同じ番号が使われます。" } },
  },
  defaults: {},
  create: () => ({ text: { starts: ["digit"], digitRuns: RUNS, onlyIf: standsBehindNumberLabel, check: readInsured } }),
};

function readInsured(text: string, start: number, end: number): TextMatch<Code> | undefined {
  const label = numberLabelBefore(text, start);
  switch (label?.kind) {
    case "care-insured": return match("care", readNumber(text, start, end, CARE_LENGTH, []), 0.96);
    case "employment-insured": return match("employment", readNumber(text, start, end, EMPLOYMENT_LENGTH, EMPLOYMENT_SHAPES), 0.96);
    case "insured": return readLabelled(text, start, end, label);
    case "generic":
    case "symbol-number": return readPair(text, start, end);
    default: return undefined;
  }
}

function match(code: Code, read: Omit<ReadDigits, "form"> | undefined, confidence: number): TextMatch<Code> | undefined {
  if (read === undefined) return undefined;
  return { code, at: { start: read.start, end: read.end }, entity: "health-insurance", confidence: isFiller(read.digits) ? 0.3 : confidence, value: read.digits, evidence: ["label"] };
}

function readPair(text: string, start: number, end: number): TextMatch<Code> | undefined {
  const pair = readSymbolAndNumber(text, start, end);
  if (pair === undefined || ownerOf(text, pair) !== "insurer") return undefined;
  const value = `${pair.symbol}・${pair.number}`.replace(/\s/gu, "");
  return { code: "insured", at: { start: pair.start, end: pair.end }, entity: "health-insurance", confidence: isFiller(pair.symbol) && isFiller(pair.number) ? 0.3 : 0.95, value, evidence: ["label", "company"] };
}

/** 被保険者番号: eight digits for people over 75, ten for care, eleven for employment, up to eight behind a symbol for all others. */
function readLabelled(text: string, start: number, end: number, label: NumberLabel): TextMatch<Code> | undefined {
  const employment = match("employment", readNumber(text, start, end, EMPLOYMENT_LENGTH, EMPLOYMENT_SHAPES), 0.93);
  if (employment !== undefined) return employment;
  if (!isTight(text, label, start)) return undefined;
  const pair = readSymbolAndNumber(text, start, end);
  if (pair !== undefined && pair.symbol.length + pair.number.length >= FEWEST_DIGITS) return readPair(text, start, end);
  const run = end - start;
  const read = readNumber(text, start, end, run === 1 ? 8 : run, []);
  if (read === undefined || read.digits.length < FEWEST_DIGITS || COUNTER_BEHIND.test(text.slice(end, end + 5))) return undefined;
  if (read.digits.length === CARE_LENGTH && hasContext(text, start, CARE_CONTEXT, CONTEXT_SIZE, CONTEXT_SIZE)) return match("care", read, 0.95);
  const isNumber = /(?:番号|no\.?|number|id)$/iu.test(text.slice(label.start, label.end));
  return match("insured", read, read.digits.length === 8 && hasLuhnDigit(read.digits) ? 0.95 : isNumber ? 0.9 : 0.6);
}
