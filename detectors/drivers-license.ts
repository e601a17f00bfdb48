import type { Detector, Evidence, TextMatch } from "../src/contract.js";
import { isDriversLicence, isFiller } from "./shared/check-digits.js";
import { groupsOf, mayBeNumber, readNumber } from "./shared/digit-groups.js";
import { numberLabelBefore, standsBehindNumberLabel } from "./shared/number-labels.js";

const PROVEN: readonly Evidence[] = ["label", "check-digit", "allocated"];
const LABELLED: readonly Evidence[] = ["label"];
const LENGTH = 12;
const SHAPES = [groupsOf(4, 4, 4), groupsOf(2, 2, 6, 2), groupsOf(2, 2, 6, 1, 1), groupsOf(2, 10), groupsOf(4, 8), groupsOf(2, 2, 8)];

export const driversLicense: Detector<"number"> = {
  id: "drivers-license",
  messages: {
    number: {
      severity: "error",
      en: "{count} driver's licence {one:number|numbers}",
      ja: "運転免許証番号が{count}件あります",
      fix: {
        en: "Delete them, or black them out in the copy: accounts are opened with them. To show that a licence was seen, its date of expiry is enough.",
        ja: "削除するか、写しでは塗りつぶしてください。口座開設などの本人確認に悪用されます。確認の記録には有効期限だけで足ります。",
      },
    },
  },
  defaults: {},
  create: () => ({ text: { starts: ["digit"], digitRuns: [1, 2, 4, LENGTH], digitsBeside: mayBeNumber(LENGTH, SHAPES), onlyIf: standsBehindNumberLabel, check: readLicence } }),
};

function readLicence(text: string, start: number, end: number): TextMatch<"number"> | undefined {
  if (numberLabelBefore(text, start)?.kind !== "drivers-license") return undefined;
  const read = readNumber(text, start, end, LENGTH, SHAPES);
  if (read === undefined) return undefined;
  const isProven = isDriversLicence(read.digits) && !isFiller(read.digits);
  return { code: "number", at: { start, end: read.end }, entity: "drivers-license", confidence: isProven ? 0.97 : 0.3, value: read.digits, evidence: isProven ? PROVEN : LABELLED };
}
