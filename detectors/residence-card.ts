import type { Detector, TextMatch } from "../src/contract.js";
import { isFiller } from "./shared/check-digits.js";
import { hasContext, numberLabelBefore } from "./shared/number-labels.js";

const DIGITS = 8;
/** What such a number stands among, where its label is further off. */
const CONTEXT = /在留|外国人|国籍|永住|技能実習|特定技能|入管|residence|zairyu|nationality|visa/iu;
const BEFORE = 160;
const AFTER = 60;

export const residenceCard: Detector<"number"> = {
  id: "residence-card",
  messages: {
    number: {
      severity: "error",
      en: "{count} residence card {one:number|numbers}",
      ja: "在留カード番号が{count}件あります",
      fix: {
        en: "Delete them: with the number anyone can look up on the immigration agency's site whether the card is valid, and forge one.",
        ja: "削除してください。番号があれば失効情報の照会や偽造に使えます。",
      },
    },
  },
  defaults: {},
  create: () => ({ text: { starts: ["digit"], digitRuns: [DIGITS], check: readCard } }),
};

const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isAlphanumeric = (code: number): boolean => (code >= 0x30 && code <= 0x39) || isUpper(code) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
const SPACE = 0x20;

/** Two letters, eight digits, two letters; a space may stand between. Parcels have nine digits (UPU S10). */
function readCard(text: string, start: number, end: number): TextMatch<"number"> | undefined {
  const spaced = text.charCodeAt(start - 1) === SPACE && text.charCodeAt(end) === SPACE ? 1 : 0;
  const from = start - 2 - spaced;
  const to = end + 2 + spaced;
  if (from < 0 || !isUpper(text.charCodeAt(from)) || !isUpper(text.charCodeAt(from + 1)) || !isUpper(text.charCodeAt(to - 1)) || !isUpper(text.charCodeAt(to - 2))) return undefined;
  if (isAlphanumeric(text.charCodeAt(from - 1)) || isAlphanumeric(text.charCodeAt(to))) return undefined;
  if (text.charAt(from - 1) === "-" || text.charAt(to) === "-") return undefined;
  const label = numberLabelBefore(text, from)?.kind;
  if (label !== undefined && label !== "residence-card" && label !== "generic") return undefined;
  const digits = text.slice(start, end);
  const isSaid = label === "residence-card";
  const isNear = isSaid || hasContext(text, from, CONTEXT, BEFORE, to - from + AFTER);
  const confidence = isFiller(digits) ? 0.3 : isSaid ? 0.98 : isNear ? 0.9 : spaced === 1 ? 0.2 : 0.4;
  return { code: "number", at: { start: from, end: to }, entity: "residence-card", confidence, value: text.slice(from, to).replaceAll(" ", ""), evidence: isSaid ? ["label", "shape"] : isNear ? ["shape", "company"] : ["shape"] };
}
