import type { Detector, TextMatch } from "../src/contract.js";
import { isFiller } from "./shared/check-digits.js";
import { readDigitGroups } from "./shared/digit-groups.js";
import { isTight, numberLabelBefore, standsBehindNumberLabel } from "./shared/number-labels.js";

const RUNS = [2, 3, 4, 5, 6, 7, 8];
/** A label for the number itself, or digits set as numbers of certificates are: 第12345号. */
const NUMBER_LABEL = /(?:番号|no\.?|number)$/iu;
const COUNTER_BEHIND = /^ ?(?:年|月|日|円|人|名|件|枚|歳|才|級|割|%|種|級|回|冊|部|度|分|時|項|条|,\d{3}|[/.-]\d)/u;
/** 療育手帳制度について(昭和48年厚生省発児第156号): what is numbered is a law or a letter. */
const OFFICIAL = /[法令則例綱領発達告]|通知|要項|議案|文書|様式|別表|について/u;
/** 身体障害者福祉法施行規則 別表第5号: classes 1 to 7. */
const CLASS_BEFORE = /[等障]$|級 ?$/u;

export const disabilityCertificate: Detector<"number"> = {
  id: "disability-certificate",
  messages: {
    number: {
      severity: "error",
      en: "{count} disability certificate {one:number|numbers}",
      ja: "障害者手帳の番号が{count}件あります",
      fix: {
        en: "Delete them: that somebody has such a certificate is special-care data (Act on the Protection of Personal Information, Art. 2-3).",
        ja: "削除してください。手帳を持つこと自体が要配慮個人情報（個人情報保護法第2条第3項）です。",
      },
    },
  },
  defaults: {},
  create: () => ({ text: { starts: ["digit"], digitRuns: RUNS, onlyIf: standsBehindNumberLabel, check: readCertificate } }),
};

function readCertificate(text: string, start: number, end: number): TextMatch<"number"> | undefined {
  const run = end - start;
  const label = numberLabelBefore(text, start);
  if (label?.kind !== "disability-certificate" || !readDigitGroups(text, start, end).isRunApart) return undefined;
  if (COUNTER_BEHIND.test(text.slice(end, end + 4)) || CLASS_BEFORE.test(text.slice(label.end, start))) return undefined;
  const isNumbered = text.charAt(start - 1) === "第" && /^ ?号/u.test(text.slice(end, end + 2)) && !OFFICIAL.test(text.slice(label.end, start));
  const isSaid = NUMBER_LABEL.test(text.slice(label.start, label.end)) && isTight(text, label, start);
  if (!isNumbered && !isSaid && !(run >= 4 && isTight(text, label, start))) return undefined;
  const digits = text.slice(start, end);
  const confidence = isFiller(digits) ? 0.3 : isNumbered || isSaid ? 0.95 : 0.8;
  return { code: "number", at: { start, end }, entity: "disability-certificate", confidence, value: digits, evidence: ["label"] };
}
