import { isDigit } from "../src/text/characters.js";
import type { Detector, TextMatch } from "../src/contract.js";
import { readBoxedDigits } from "./shared/boxed-digits.js";
import { groupsOf, mayBeNumber } from "./shared/digit-groups.js";
import { labelBefore, labelPattern } from "./shared/labels.js";
import { hasMyNumberCheckDigit, readTwelveDigits } from "./shared/my-number.js";

const LABELS = labelPattern(["個人番号", "マイナンバー", "マイナンバ", "my number", "mynumber", "individual number", "共通番号", "社会保障・税番号"]);
/** Other numbers of twelve digits, or beginning with them. */
const OTHER_LABELS = labelPattern([
  "法人番号", "免許", "免許証番号", "口座", "口座番号", "伝票", "伝票番号", "注文番号", "受付番号", "管理番号", "会員番号", "お客様番号", "お問い合わせ番号",
  "追跡番号", "整理番号", "登録番号", "事業者番号", "証券番号", "カード番号", "被保険者番号", "年金番号", "製造番号", "jan", "ean", "isbn", "sku", "order", "tracking", "invoice", "serial", "account",
]);
/** Characters between a label and the number: "個人番号(マイナンバー)をご記入ください: ". */
const NEAR = 20;
/** Groups of four are how the number stands on the card: with them the label may stand anywhere before on the line. */
const SAME_LINE = 80;
/** The number every manual prints. */
const SAMPLES = new Set(["123456789018"]);

export const myNumber: Detector<"number"> = {
  id: "my-number",
  messages: {
    number: {
      severity: "error",
      en: "{count} My {one:Number (individual number)|Numbers (individual numbers)}",
      ja: "マイナンバー（個人番号）が{count}件あります",
      fix: {
        en: "Delete them: the My Number Act allows them to be handed over for tax, social security and disaster relief only.",
        ja: "削除してください。番号法は、税・社会保障・災害対策以外での提供を禁じています。",
      },
    },
  },
  defaults: {},
  create: () => ({
    text: {
      starts: ["digit"],
      digitRuns: [1, 4, 12],
      digitsBeside: mayBeNumber(12, [groupsOf(4, 4, 4)]),
      check: (text, start, end) => (end - start === 1 ? readBoxes(text, start) : readMyNumber(text, start)),
    },
  }),
};

const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;

function readMyNumber(text: string, start: number): TextMatch<"number"> | undefined {
  const read = readTwelveDigits(text, start);
  if (read === undefined) return undefined;
  const { digits, end, grouped } = read;
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (isLatin(before) || isDigit(after) || isLatin(after)) return undefined;
  // "1-", "1.": a longer number. Of groups, a fourth group makes a card number.
  if ((before === 0x2d || before === 0x2e || (grouped && before === 0x20)) && isDigit(text.charCodeAt(start - 2))) return undefined;
  if ((after === 0x2d || after === 0x2e || (grouped && after === 0x20)) && isDigit(text.charCodeAt(end + 1))) return undefined;
  return judge(text, start, end, digits, grouped ? SAME_LINE : NEAR);
}

/** A digit in each box or cell, as the forms of the tax office and of every employer ask for it. */
function readBoxes(text: string, start: number): TextMatch<"number"> | undefined {
  const boxes = readBoxedDigits(text, start, 12);
  return boxes?.digits.length === 12 ? judge(text, start, boxes.end, boxes.digits, NEAR) : undefined;
}

function judge(text: string, start: number, end: number, digits: string, maxDistance: number): TextMatch<"number"> | undefined {
  const distance = labelBefore(text, start, LABELS, maxDistance);
  if (distance === undefined) return undefined;
  const other = labelBefore(text, start, OTHER_LABELS, distance);
  if (other !== undefined && other < distance) return undefined;
  const proven = hasMyNumberCheckDigit(digits) && !SAMPLES.has(digits);
  // Labelled, but no such number was ever issued: an example, a typing error or another number.
  const confidence = proven ? (distance <= NEAR ? 0.98 : 0.9) : 0.3;
  return { code: "number", at: { start, end }, entity: "my-number", confidence, value: digits, evidence: proven ? ["label", "check-digit"] : ["label"] };
}
