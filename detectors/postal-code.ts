import { isDigit } from "../src/text/characters.js";
import type { Detector, Evidence, TextMatch } from "../src/contract.js";
import { isExample } from "./shared/example-value.js";
import { labelBefore, labelPattern } from "./shared/labels.js";
import { isAllocatedPostalCode, readPostalCode } from "./shared/postal-code.js";

const LABELS = labelPattern(["〒", "〶", "郵便番号", "郵便No", "郵便", "zip", "zip code", "postal code", "postcode", "post code"]);
/** "郵便番号(ハイフンなし): ". */
const NEAR = 12;
const PREFECTURE = "北海道|東京都|(?:京都|大阪)府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県";
/** An address begins behind the code: with a prefecture, or with a city, ward or district within a few characters. */
const ADDRESS_AFTER = new RegExp(`^[)）]?[ \\t\\n]{0,4}(?:住所[:： \\t]{0,3})?(?:${PREFECTURE}|[\\p{Script=Han}ヶケのノ]{1,6}[市区郡町村])`, "u");

export const postalCode: Detector<"code"> = {
  id: "postal-code",
  messages: {
    code: {
      severity: "info",
      en: "{count} postal {one:code|codes}",
      ja: "郵便番号が{count}件あります",
      fix: {
        en: "With a name or an address beside it, delete both; alone it says only the neighbourhood.",
        ja: "氏名や住所とともにある場合は、あわせて削除してください。単独では町域までしか分かりません。",
      },
    },
  },
  defaults: {},
  create: () => ({
    text: {
      starts: ["digit"],
      digitRuns: [3, 7],
      digitsBeside: ({ length, behind, behindThat }) => length === 7 || (behind === "-" && behindThat === "digit"),
      check: readCode,
    },
  }),
};

const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
/** Between digits these make one longer number: dates, telephones, part numbers, decimals, URLs. */
const JOINS = "-./+)(#=&%$¥:";
/** Of these, the ones that join even a labelled number to what is before it. */
const TIGHT_JOINS = "-./+";

function readCode(text: string, start: number): TextMatch<"code"> | undefined {
  const read = readPostalCode(text, start);
  if (read === undefined) return undefined;
  const { end } = read;
  const joined = isDigit(text.charCodeAt(start - 2)) || isLatin(text.charCodeAt(start - 2));
  if (joined && TIGHT_JOINS.includes(text.charAt(start - 1))) return undefined;
  const after = text.charCodeAt(end);
  if (isDigit(after) || isLatin(after)) return undefined;
  if (JOINS.includes(text.charAt(end)) && end < text.length && (isDigit(text.charCodeAt(end + 1)) || isLatin(text.charCodeAt(end + 1)))) return undefined;
  const confidence = judgeContext(text, start, read);
  if (confidence === 0 || isExample(text, start)) return undefined;
  return { code: "code", at: { start, end }, entity: "postal-code", confidence, value: String(read.code).padStart(7, "0"), evidence: evidenceOf(text, start, read.code) };
}

function evidenceOf(text: string, start: number, code: number): Evidence[] {
  const isLabelled = labelBefore(text, start, LABELS, NEAR) !== undefined;
  return [...(isLabelled ? (["label"] as const) : []), isAllocatedPostalCode(code) ? "allocated" : "shape"];
}

function judgeContext(text: string, start: number, { code, end, hyphenated }: { code: number; end: number; hyphenated: boolean }): number {
  // 000-0000 is what forms print where a code is to be written; the lowest area is 001.
  if (code < 10_000) return 0;
  const allocated = isAllocatedPostalCode(code);
  if (labelBefore(text, start, LABELS, NEAR) !== undefined) return allocated ? 0.98 : 0.75;
  if (!hyphenated) return 0;
  const before = text.charCodeAt(start - 1);
  const bracketed = before === 0x28 && text.charCodeAt(end) === 0x29;
  if (isLatin(before) || (start > 0 && !bracketed && JOINS.includes(text.charAt(start - 1)))) return 0;
  // "03 123-4567": the end of a telephone number.
  if (before === 0x20 && (isDigit(text.charCodeAt(start - 2)) || text.charAt(start - 2) === ")")) return 0;
  if (ADDRESS_AFTER.test(text.slice(end, end + 24))) return allocated ? 0.97 : 0.6;
  return allocated ? 0.6 : 0;
}
