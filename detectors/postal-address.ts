import type { Detector, TextMatch } from "../src/contract.js";
import { readJapaneseAddress, readTownAddress, type JapaneseAddress } from "./shared/address-grammar.js";
import { confidenceOf } from "./shared/address.js";
import { MUNICIPALITY, placeEnd, placeTrie, PREFECTURE, WARD } from "./shared/gazetteer.js";
import { labelBefore, labelPattern } from "./shared/labels.js";
import { isSampleAddress } from "./shared/sample-people.js";
import { readWesternAddress } from "./shared/western-address.js";

const LABELS = labelPattern(["住所", "所在地", "居所", "住居", "現住所", "送付先", "送り先", "届け先", "届出先", "連絡先", "勤務地", "本籍", "address", "addr", "street"]);
const NEAR = 6;
/** Below this a place is spoken of, not an address given. */
const REPORTED = 0.5;
/** What forms put in place of names: △△町1-2-3. */
const MARKS = "○〇●◯△▲□■×☆★";
const LONGEST_TOWN = 14;
const POSTAL_CODE_BEFORE = /\d{3}-?\d{4}[)）]?[ \t\n]{0,3}$/u;

export const postalAddress: Detector<"address"> = {
  id: "postal-address",
  messages: {
    address: {
      severity: "warning",
      en: "{count} postal {one:address|addresses}",
      ja: "住所が{count}件あります",
      fix: {
        en: "Delete what is more exact than the town, or the whole address, unless it is an office that means to be found.",
        ja: "公開してよい施設の所在地でなければ、住所全体または町名より詳しい部分を削除してください。",
      },
    },
  },
  defaults: {},
  create: () => ({
    text: {
      starts: ["kanji", "hiragana", "digit"],
      check(text, start, end) {
        const code = text.charCodeAt(start);
        if (code < 0x3000) return western(text, start, end);
        if (code < 0x30a0 && code > 0x3040) return end < text.length && "市町区村".includes(text.charAt(end)) ? japanese(text, start, end) : undefined;
        return japanese(text, start, end) ?? fromTown(text, start, end);
      },
    },
  }),
};

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isKanji = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;

function western(text: string, start: number, end: number): TextMatch<"address"> | undefined {
  // Cheap look before the grammars: "10 E", "10a E", "1-2-3 G".
  const next = text.charCodeAt(end);
  if (next !== 0x20 && next !== 0x2d && next !== 0x2c && text.charCodeAt(end + 1) !== 0x20) return undefined;
  const before = text.charCodeAt(start - 1);
  if (before === 0x2d || before === 0x2e || before === 0x2f || isLatin(before)) return undefined;
  const address = readWesternAddress(text, start);
  if (address === undefined) return undefined;
  return { code: "address", at: { start, end: address.end }, entity: "postal-address", confidence: address.confidence, value: canonical(text.slice(start, address.end)) };
}

const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

function japanese(text: string, start: number, end: number): TextMatch<"address"> | undefined {
  const { roots } = placeTrie();
  for (let i = start; i < end; i++) {
    if (roots[text.charCodeAt(i)] === 0) continue;
    const placed = placeEnd(text, i, PREFECTURE | MUNICIPALITY | WARD);
    if (placed === i) continue;
    const address = readJapaneseAddress(text, i);
    if (address === undefined) continue;
    const confidence = inContext(text, address);
    if (confidence >= REPORTED) return match(text, address, confidence);
  }
  return undefined;
}

/** 番町1丁目2番3号, where the municipality goes without saying. */
function fromTown(text: string, start: number, end: number): TextMatch<"address"> | undefined {
  if (!isDigit(text.charCodeAt(end))) return undefined;
  for (let i = Math.max(start, end - LONGEST_TOWN); i < end; i++) {
    const address = readTownAddress(text, i);
    if (address === undefined || address.townEnd < end) continue;
    // A town of one character (栄, 緑) or in the middle of a word is a coincidence.
    if (i > start || (end - i < 2 && !address.blockUnits) || (i > 0 && MARKS.includes(text.charAt(i - 1)))) return undefined;
    const confidence = inContext(text, address);
    return confidence >= REPORTED ? match(text, address, confidence) : undefined;
  }
  return undefined;
}

function inContext(text: string, address: JapaneseAddress): number {
  const { start, prefectureEnd, end } = address;
  let confidence = confidenceOf(address);
  if (address.blockNumbers === 0 || isSampleAddress(text.slice(start, end))) return 0;
  // 新高松市: a municipality in the middle of a word; a prefecture is sure enough by itself.
  if (prefectureEnd === start && isKanji(text.charCodeAt(start - 1))) confidence -= 0.15;
  const announced = labelBefore(text, start, LABELS, NEAR) !== undefined || POSTAL_CODE_BEFORE.test(text.slice(Math.max(0, start - 12), start));
  return announced ? Math.min(0.99, confidence + 0.25) : confidence;
}

function match(text: string, { start, end }: JapaneseAddress, confidence: number): TextMatch<"address"> {
  return { code: "address", at: { start, end }, entity: "postal-address", confidence, value: canonical(text.slice(start, end)) };
}

const KANJI_DIGITS = "〇一二三四五六七八九";

/** 番町一丁目2番地の3, 番町1-2-3 and 番町 1丁目2-3号 are the same place. */
export function canonical(address: string): string {
  return address
    .replace(/\s+/gu, "")
    .replace(/[一二三四五六七八九十〇]+(?=丁目|番|号|条)/gu, fromKanji)
    .replace(/(?<=\d)(?:丁目|番地の?|番町?(?=\d)|番|の|ノ|号(?!室))(?=\d)/gu, "-")
    .replace(/(?<=\d)(?:番地|番|号)(?=$|[^\d室])/gu, "")
    .replace(/(?:大字|字)(?=\p{Script=Han})/gu, "");
}

function fromKanji(number: string): string {
  const ten = number.indexOf("十");
  const digits = (part: string): number => Array.from(part).reduce((sum, char) => sum * 10 + KANJI_DIGITS.indexOf(char), 0);
  if (ten < 0) return String(digits(number));
  return String((ten === 0 ? 1 : digits(number.slice(0, ten))) * 10 + digits(number.slice(ten + 1)));
}
