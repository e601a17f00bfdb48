import type { Detector, TextMatch } from "../src/contract.js";
import { isFiller } from "./shared/check-digits.js";
import { groupsOf, mayBeNumber, readNumber } from "./shared/digit-groups.js";
import { isTight, numberLabelBefore, standsBehindNumberLabel } from "./shared/number-labels.js";

const LENGTH = 10;
const SHAPES = [groupsOf(4, 6)];

export const basicPensionNumber: Detector<"number"> = {
  id: "basic-pension-number",
  messages: {
    number: {
      severity: "error",
      en: "{count} basic pension {one:number|numbers}",
      ja: "基礎年金番号が{count}件あります",
      fix: {
        en: "Delete them: the National Pension Act (Art. 108-4) allows them to be asked for and kept for pensions only.",
        ja: "削除してください。国民年金法第108条の4は、年金の事務以外で基礎年金番号の告知を求めることなどを制限しています。",
      },
    },
  },
  defaults: {},
  create: () => ({ text: { starts: ["digit"], digitRuns: [1, 4, LENGTH], digitsBeside: mayBeNumber(LENGTH, SHAPES), onlyIf: standsBehindNumberLabel, check: readPensionNumber } }),
};

function readPensionNumber(text: string, start: number, end: number): TextMatch<"number"> | undefined {
  const label = numberLabelBefore(text, start);
  if (label?.kind !== "basic-pension-number") return undefined;
  const read = readNumber(text, start, end, LENGTH, SHAPES);
  if (read === undefined) return undefined;
  const isSaid = read.form !== "run" || isTight(text, label, start);
  const confidence = isFiller(read.digits) ? 0.3 : isSaid ? 0.95 : 0.7;
  return { code: "number", at: { start, end: read.end }, entity: "basic-pension-number", confidence, value: read.digits, evidence: read.form === "groups" ? ["label", "shape"] : ["label"] };
}
