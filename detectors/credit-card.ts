import type { Detector, DigitRun, Evidence, TextMatch } from "../src/contract.js";
import { hasLuhnDigit } from "./shared/check-digits.js";
import { digitsOf, groupsOf, readDigitGroups, readNumber } from "./shared/digit-groups.js";
import { hasContext, numberLabelBefore } from "./shared/number-labels.js";
import { isIssued, isSampleCard, mayBeDebitCard } from "./shared/payment-card.js";

const RUNS = [1, 4, 13, 14, 15, 16, 17, 18, 19];
const BOXES = 16;
/** As cards are embossed: by fours, American Express 4-6-5, Diners Club 4-6-4, nineteen digits 4-4-4-4-3 or 6-13. */
const SHAPES = new Set([groupsOf(4, 4, 4, 4), groupsOf(4, 6, 5), groupsOf(4, 6, 4), groupsOf(4, 4, 4, 4, 3), groupsOf(4, 4, 4, 2)]);
/** What is printed beside a number on a card or asked for with it. */
const BESIDE = /visa|master ?card|jcb|amex|american express|diners|クレジット|クレカ|カード番号|credit[ _]?card|card[ _]?(?:number|no\b|num\b)|cvv|cvc|セキュリティ ?コード|有効期限|good thru|valid thru|exp(?:iry|iration|ires|\.)?(?: date)?[ :]{0,3}\d\d ?\/ ?\d\d|カード名義|card ?holder/iu;
/** Four groups of four digits among groups of four hexadecimal ones: a dump of bytes. */
const DUMP_BEFORE = /[\da-f]{4}:? {1,2}$/iu;
const DUMP_BEHIND = /^ [\da-f]{4}(?![\da-z])/iu;
const WINDOW = 80;

export const creditCard: Detector<"number"> = {
  id: "credit-card",
  messages: {
    number: {
      severity: "error",
      en: "{count} payment card {one:number|numbers}",
      ja: "クレジットカードなどの番号が{count}件あります",
      fix: {
        en: "Delete them: PCI DSS 3.4 and 3.5 allow the first six and last four digits to be shown, and no number to be stored in the clear.",
        ja: "削除してください。割賦販売法とPCI DSSは、カード番号を平文で保存・送付しないことを求めています。",
      },
    },
  },
  defaults: {},
  create: () => ({ text: { starts: ["digit"], digitRuns: RUNS, digitsBeside: mayBeCard, check: readCard } }),
};

/** One to a box, in groups of which the first is of four, or in one run. */
function mayBeCard({ length, before, behind, behindThat }: DigitRun): boolean {
  if (length <= 4) return (behind === " " || behind === "-" || (length === 1 && behind === "\t")) && (behindThat === "digit" || (length === 1 && behindThat === "gap"));
  return ![before, behind].some((mark) => mark === "a" || mark === "A" || mark === "_");
}

function readCard(text: string, start: number, end: number): TextMatch<"number"> | undefined {
  const run = end - start;
  if (run === 1) return readBoxes(text, start, end);
  // Nine in ten long runs end here.
  if (run !== 4 && !hasLuhnDigit(text, start, end)) return undefined;
  const read = readDigitGroups(text, start, end);
  const isGrouped = run === 4 && SHAPES.has(read.groups);
  if (run === 4 ? !isGrouped || !read.isApart : !read.isRunApart) return undefined;
  const to = run === 4 ? read.end : end;
  const digits = digitsOf(text, start, to);
  const isNetworks = isIssued(digits);
  if (!(isNetworks || mayBeDebitCard(digits)) || !hasLuhnDigit(digits)) return undefined;
  const judged = judge(text, start, to, isNetworks, isGrouped);
  if (judged === undefined) return undefined;
  const evidence: readonly Evidence[] = isNetworks ? [...judged.evidence, "check-digit", "allocated"] : [...judged.evidence, "check-digit"];
  return { code: "number", at: { start, end: to }, entity: "credit-card", confidence: isSampleCard(digits) ? 0.3 : judged.confidence, value: digits, evidence };
}

/** A digit to a box, as order forms have it. */
function readBoxes(text: string, start: number, end: number): TextMatch<"number"> | undefined {
  if (numberLabelBefore(text, start)?.kind !== "credit-card") return undefined;
  const boxes = readNumber(text, start, end, BOXES, []);
  if (boxes === undefined || !hasLuhnDigit(boxes.digits) || !isIssued(boxes.digits) || isSampleCard(boxes.digits)) return undefined;
  return { code: "number", at: { start, end: boxes.end }, entity: "credit-card", confidence: 0.97, value: boxes.digits, evidence: ["label", "check-digit", "allocated"] };
}

interface Judged {
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

function judge(text: string, start: number, end: number, isNetworks: boolean, isGrouped: boolean): Judged | undefined {
  const label = numberLabelBefore(text, start);
  const kind = label?.kind;
  // PAN: the primary account number, and in India a taxpayer's.
  if (kind === "credit-card" || label?.country === "in.pan") return { confidence: isNetworks ? 0.98 : 0.9, evidence: ["label"] };
  if (!isNetworks || (kind !== undefined && kind !== "generic")) return undefined;
  // Visa's numbers of thirteen digits are long withdrawn, and milliseconds since 1970 have as many.
  if (end - start === 13) return undefined;
  if (hasContext(text, start, BESIDE, WINDOW, end - start + WINDOW)) return { confidence: isGrouped ? 0.95 : 0.85, evidence: ["company"] };
  // Of random numbers in fours, one in forty gets this far, and a list of them has others beside it that are no cards.
  const isDumped = DUMP_BEFORE.test(text.slice(Math.max(0, start - 8), start)) || DUMP_BEHIND.test(text.slice(end, end + 6));
  return isGrouped && kind === undefined && !isDumped && !hasOthersBeside(text, start, end) ? { confidence: 0.75, evidence: ["shape"] } : undefined;
}

const ALIKE = /(?<!\d[ -]?)\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?![ -]?\d)/gu;
const BESIDE_SIZE = 200;

/** Whether numbers of the same form stand near that are no card's: serial numbers, points, bytes. */
function hasOthersBeside(text: string, start: number, end: number): boolean {
  const around = `${text.slice(Math.max(0, start - BESIDE_SIZE), start)}\n${text.slice(end, end + BESIDE_SIZE)}`;
  return [...around.matchAll(ALIKE)].some(([number]) => !hasLuhnDigit(digitsOf(number, 0, number.length)));
}
