/**
 * Registered domiciles (本籍): where somebody's family register is kept (Family Register Act, Art. 6 and 13). From it follow family,
 * birth and marriages, and in some towns descent, for which employers are told not to ask (Employment Security Act, guideline of 1999).
 */
import type { Detector } from "../src/contract.js";
import { judgeAddress, judgeAddressPart } from "./shared/address.js";
import { isNoAnswer, type LabelledField, readLabelledField } from "./shared/labelled-field.js";
import { beginningsOf, type Labels, labelPattern } from "./shared/labels.js";

let labels: Labels | undefined;
/** Items of certificates (Ordinance for Enforcement of the Family Register Act, forms 24 and 25) and of application forms. */
const LABELS = [
  ..."本籍 本籍地 本籍国籍 本籍・国籍 本籍/国籍 本籍又は国籍 新本籍 従前本籍 従前の本籍 従前戸籍 新戸籍 転籍地 入籍戸籍 親権者の本籍 父母の本籍 配偶者の本籍 戸籍の表示 戸籍の所在地 本籍の表示 本籍地住所 原籍".split(" "),
  "registered domicile",
  "permanent domicile",
  "honseki",
];
const LONGEST_ADDRESS = 60;

export const registeredDomicile: Detector<"address"> = {
  id: "registered-domicile",
  messages: {
    address: {
      severity: "warning",
      en: "{count} registered {one:domicile|domiciles} (本籍)",
      ja: "本籍が{count}件あります",
      fix: {
        en: "Delete them, or use a certificate of residence without this item; few purposes need them.",
        ja: "削除するか、本籍の記載を省いた書類に差し替えてください。本籍が必要な場面はほとんどありません。",
      },
    },
  },
  defaults: {},
  create: () => ({
    text: {
      starts: ["kanji", "latin"],
      runs: { beginnings: [...beginningsOf(LABELS), "本  "], endings: [] },
      check(text, start) {
        const field = readSpread(text, start) ?? readLabelledField(text, start, (labels ??= labelPattern(LABELS)));
        if (field === undefined) return undefined;
        const { start: from, end } = field.value;
        const value = text.slice(from, Math.min(end, from + LONGEST_ADDRESS));
        if (isNoAnswer(value)) return undefined;
        const confidence = judge(value);
        if (confidence === 0) return undefined;
        return { code: "address", at: { start: from, end: from + value.length }, entity: "registered-domicile", confidence, value, evidence: ["label"] };
      },
    },
  }),
};

/** 本　　籍　香川県…: certificates spread an item's name over its column. */
const SPREAD = /本 {2,8}籍(?: {0,8}地)? {1,8}([^ \t\n]{2,60})/uy;

function readSpread(text: string, start: number): LabelledField | undefined {
  SPREAD.lastIndex = start;
  const match = SPREAD.exec(text);
  if (match === null) return undefined;
  return { labelEnd: SPREAD.lastIndex - match[1].length, value: { start: SPREAD.lastIndex - match[1].length, end: SPREAD.lastIndex } };
}

/** Surer than the address that the same words are to other detectors: behind this label it is nothing else. */
function judge(value: string): number {
  const address = judgeAddress(value);
  if (address >= 0.5) return 0.99;
  // A town without its block, or only the prefecture, as application forms ask for it.
  return address > 0 || judgeAddressPart(value) >= 0.9 ? 0.9 : 0;
}
