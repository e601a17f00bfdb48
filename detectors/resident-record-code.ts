import type { Detector, Evidence, TextMatch } from "../src/contract.js";
import { hasResidentRecordDigit, isFiller } from "./shared/check-digits.js";
import { groupsOf, mayBeNumber, readNumber } from "./shared/digit-groups.js";
import { numberLabelBefore, standsBehindNumberLabel } from "./shared/number-labels.js";

const PROVEN: readonly Evidence[] = ["label", "check-digit"];
const LABELLED: readonly Evidence[] = ["label"];
const LENGTH = 11;
const SHAPES = [groupsOf(4, 4, 3), groupsOf(5, 6), groupsOf(3, 4, 4), groupsOf(5, 5, 1), groupsOf(10, 1)];

export const residentRecordCode: Detector<"number"> = {
  id: "resident-record-code",
  messages: {
    number: {
      severity: "error",
      en: "{count} residence record {one:code|codes}",
      ja: "住民票コードが{count}件あります",
      fix: {
        en: "Delete them: nobody but public bodies may ask for them or keep them (Residential Basic Book Act, Art. 30-37 and 30-38).",
        ja: "削除してください。住民基本台帳法は、行政機関など以外が住民票コードの告知を求めることや記録することを禁じています。",
      },
    },
  },
  defaults: {},
  create: () => ({ text: { starts: ["digit"], digitRuns: [1, 3, 4, 5, 10, LENGTH], digitsBeside: mayBeNumber(LENGTH, SHAPES), onlyIf: standsBehindNumberLabel, check: readCode } }),
};

function readCode(text: string, start: number, end: number): TextMatch<"number"> | undefined {
  if (numberLabelBefore(text, start)?.kind !== "resident-record-code") return undefined;
  const read = readNumber(text, start, end, LENGTH, SHAPES);
  if (read === undefined) return undefined;
  // Labelled, but never issued: an example or a typing error.
  const isProven = hasResidentRecordDigit(read.digits) && !isFiller(read.digits);
  return { code: "number", at: { start, end: read.end }, entity: "resident-record-code", confidence: isProven ? 0.98 : 0.3, value: read.digits, evidence: isProven ? PROVEN : LABELLED };
}
