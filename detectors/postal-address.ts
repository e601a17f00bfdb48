import { isDigit, isHiragana } from "../src/text/characters.js";
import type { Detector, DigitRun, Evidence, Range, TextMatch } from "../src/contract.js";
import { isHome } from "../src/text/identity-hashes.js";
import { readJapaneseAddress, readTownAddress, type JapaneseAddress } from "./shared/address-grammar.js";
import { acrossBreaks, readSpacedAddress } from "./shared/address-lines.js";
import { confidenceOf } from "./shared/address.js";
import { kindsAt, MUNICIPALITY, placeEnd, placeGate, PREFECTURE, TOWN, WARD } from "./shared/gazetteer.js";
import { labelBefore, labelPattern } from "./shared/labels.js";
import { standsByOffice } from "./shared/office.js";
import { isSampleAddress } from "./shared/sample-people.js";
import { readWesternAddress } from "./shared/western-address.js";
import { readWorldAddress } from "./shared/world-address.js";

const LABELS = labelPattern(["住所", "所在地", "居所", "住居", "現住所", "送付先", "送り先", "届け先", "届出先", "連絡先", "勤務地", "本籍", "address", "addr", "street"]);
const NEAR = 6;
/** Below this a place is spoken of, not an address given. */
const REPORTED = 0.5;
/** What forms put in place of names: △△町1-2-3. */
const MARKS = "○〇●◯△▲□■×☆★";
const POSTAL_CODE_BEFORE = /\d{3}-?\d{4}[)）]?[ \t\n]{0,3}$/u;
/** 昭和 and 平成 are towns too; with a hyphen behind the year they are dates. */
const ERA_DATE = /^(?:明治|大正|昭和|平成|令和)\d{1,2}-/u;
const BEGINS = PREFECTURE | MUNICIPALITY | WARD;
const SPACE = 0x20;
const LONGEST_TOWN = 14;
/** 丁目 */
const CHO = 0x4e01;
const ME = 0x76ee;

type Code = "address" | "public-contact";

export const postalAddress: Detector<Code> = {
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
    "public-contact": {
      severity: "info",
      en: "{count} postal {one:address of an office|addresses of offices}",
      ja: "事務所・施設の所在地が{count}件あります",
      fix: { en: "Nothing, if the office means to be found.", ja: "公開している所在地であれば、そのままで構いません。" },
    },
  },
  defaults: {},
  create: () => ({
    text: {
      starts: ["kanji", "hiragana", "digit"],
      digitsBeside: mayBeInAddress,
      runs: { beginnings: [], endings: [], behind: endsMunicipality, of: ["hiragana"] },
      check(text, start, end) {
        const code = text.charCodeAt(start);
        if (code < 0x3000) return western(text, start, end) ?? fromTownBefore(text, start) ?? ofTheWorld(text, start);
        if (isHiragana(code)) return endsMunicipality(text.charCodeAt(end)) ? fromPlaces(text, start, end) : undefined;
        return japanese(text, start, end);
      },
    },
  }),
};

const isKanji = (code: number): boolean => (code >= 0x3400 && code <= 0x9fff) || (code >= 0x3005 && code <= 0x3007);
const isKatakana = (code: number): boolean => code >= 0x30a1 && code <= 0x30fc;
const isJapanese = (code: number): boolean => code >= 0x3005 && code <= 0x9fff;

/** Behind a town (番町1, 番町 1), or before a street: "10 E", "10a E", "12a, 1", "1-2-3 G". */
function mayBeInAddress({ before, behind }: DigitRun): boolean {
  if (before === "漢" || before === " ") return true;
  if (before === "-" || before === "." || before === "/" || before === "a" || before === "A") return false;
  return behind === " " || behind === "-" || behind === "," || behind === "a" || behind === "A";
}

function western(text: string, start: number, end: number): TextMatch<Code> | undefined {
  const before = text.charCodeAt(start - 1);
  if (before === 0x2d || before === 0x2e || before === 0x2f || isLatin(before) || !mayBeStreet(text, start, end)) return undefined;
  const address = readWesternAddress(text, start);
  if (address === undefined) return undefined;
  return matchOf(text, address, address.confidence, ["shape"]);
}

function ofTheWorld(text: string, start: number): TextMatch<Code> | undefined {
  const address = readWorldAddress(text, start);
  return address && matchOf(text, address, address.confidence, ["shape"]);
}

/** Cheap look before the grammars at what follows a house's number: "10 E", "10a E", "12a, 1", "1-2-3 G", "12 rue". */
function mayBeStreet(text: string, start: number, end: number): boolean {
  let i = end;
  const next = text.charCodeAt(i);
  if (isLatin(next)) {
    const behind = text.charCodeAt(++i);
    return behind === SPACE || behind === COMMA;
  }
  if (next === HYPHEN) return isDigit(text.charCodeAt(i + 1));
  // ul. Długa 12/3
  if (next === SLASH) return isDigit(text.charCodeAt(i + 1)) && text.charCodeAt(start - 1) === SPACE && isLower(text.charCodeAt(start - 2));
  if (next !== SPACE && next !== COMMA) return false;
  while (i - end < MOST_MARKS && (text.charCodeAt(i) === SPACE || text.charCodeAt(i) === COMMA)) i++;
  const code = text.charCodeAt(i);
  // Words of streets and towns are capitalised but in France, which has few words for a street; numbers and lines follow, too.
  return !isLower(code) || IN_FRANCE.has(code) || !isLatin(text.charCodeAt(i + 1));
}
const [COMMA, HYPHEN, SLASH] = [0x2c, 0x2d, 0x2f];
const MOST_MARKS = 2;
/** rue, avenue, boulevard, place, chemin, impasse, quai, route, bis, ter. */
const IN_FRANCE = new Set(Array.from("rabpciqt", (char) => char.charCodeAt(0)));
const isLower = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** What municipalities in kana end with: さいたま市, あきる野市, ニセコ町. */
const MUNICIPALITY_ENDS = new Set(Array.from("市区町村野", (char) => char.charCodeAt(0)));
const endsMunicipality = (code: number): boolean => code >= 0x4e00 && MUNICIPALITY_ENDS.has(code);

/** An address may begin anywhere in a run of kanji (当時高松市番町) or of kana that a municipality ends with (本店はさいたま市). */
function fromPlaces(text: string, start: number, end: number): TextMatch<Code> | undefined {
  const gate = placeGate();
  let code = text.charCodeAt(start);
  for (let i = start; i < end; i++) {
    const next = text.charCodeAt(i + 1);
    if ((kindsAt(gate, code, next) & BEGINS) !== 0 && placeEnd(text, i, BEGINS) > i) {
      const found = fromPlace(text, readJapaneseAddress(text, i));
      if (found !== undefined) return found;
    }
    code = next;
  }
  return undefined;
}

function japanese(text: string, start: number, end: number): TextMatch<Code> | undefined {
  const before = text.charCodeAt(start - 1);
  const inKatakana = isKatakana(before) && endsMunicipality(text.charCodeAt(start));
  const found = fromPlaces(text, inKatakana ? katakanaStart(text, start) : start, end);
  if (found !== undefined) return found;
  if (end === start + 1 && text.charCodeAt(end) === SPACE && (kindsAt(placeGate(), text.charCodeAt(start), text.charCodeAt(end + 1)) & BEGINS) !== 0) {
    return fromPlace(text, readSpacedAddress(text, start));
  }
  // 番町一丁目二番三号
  for (let i = start + 1; i < end - 1; i++) if (text.charCodeAt(i) === CHO && text.charCodeAt(i + 1) === ME) return fromTown(text, start, undefined);
  return undefined;
}

function katakanaStart(text: string, end: number): number {
  let start = end;
  while (start > end - LONGEST_TOWN && isKatakana(text.charCodeAt(start - 1))) start--;
  return start;
}

function fromPlace(text: string, read: JapaneseAddress | undefined): TextMatch<Code> | undefined {
  if (read === undefined) return undefined;
  const address = acrossBreaks(text, read);
  const confidence = inContext(text, address);
  return confidence >= REPORTED ? match(text, address, confidence) : undefined;
}

/** 番町1丁目2番3号, where the municipality goes without saying: read back from its first number. */
function fromTownBefore(text: string, digits: number): TextMatch<Code> | undefined {
  const last = text.charCodeAt(digits - 1) === SPACE ? digits - 1 : digits;
  if (!isJapanese(text.charCodeAt(last - 1))) return undefined;
  const gate = placeGate();
  for (let i = last - 1; i >= 0 && i >= last - LONGEST_TOWN; i--) {
    const code = text.charCodeAt(i);
    if (!isJapanese(code)) return undefined;
    // In the middle of a word it is a coincidence; before it a particle may stand.
    const before = text.charCodeAt(i - 1);
    if (isKatakana(before) || isKanji(before) || (isHiragana(before) && isHiragana(code))) continue;
    const found = i === last - 1 || (kindsAt(gate, code, text.charCodeAt(i + 1)) & TOWN) !== 0 ? fromTown(text, i, last) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @param end where the town must end, if that is known */
function fromTown(text: string, start: number, end: number | undefined): TextMatch<Code> | undefined {
  if (start > 0 && MARKS.includes(text.charAt(start - 1))) return undefined;
  if (end !== undefined && placeEnd(text, start, TOWN) !== end) return undefined;
  const address = readTownAddress(text, start);
  // A town of one character (栄, 緑) is a coincidence too.
  if (address === undefined || (address.townEnd - start < 2 && !address.blockUnits) || ERA_DATE.test(text.slice(start, start + 6))) return undefined;
  // 中央 3-1-2 is a result, 本町1-2-3 a part; a town's longer name and its numbers behind it are seldom anything else.
  const doubt = address.blockUnits || (address.townEnd - start > 2 && address.blockStart === address.townEnd) ? 0 : 0.25;
  const confidence = inContext(text, address) - doubt;
  return confidence >= REPORTED ? match(text, address, confidence) : undefined;
}

function inContext(text: string, address: JapaneseAddress): number {
  const { start, prefectureEnd, end } = address;
  let confidence = confidenceOf(address);
  if (address.blockNumbers === 0 || isSampleAddress(text.slice(start, end))) return 0;
  // 新高松市: a municipality in the middle of a word; a prefecture is sure enough by itself.
  if (prefectureEnd === start && isKanji(text.charCodeAt(start - 1))) confidence -= 0.15;
  // A list of postal codes has the quarters beside them.
  const announced =
    labelBefore(text, start, LABELS, NEAR) !== undefined || (!address.quarterOnly && POSTAL_CODE_BEFORE.test(text.slice(Math.max(0, start - 12), start)));
  return announced ? Math.min(0.99, confidence + 0.25) : confidence;
}

function match(text: string, { start, end }: JapaneseAddress, confidence: number): TextMatch<Code> {
  return matchOf(text, { start, end }, confidence, ["dictionary", "shape"]);
}

function matchOf(text: string, { start, end }: Range, confidence: number, evidence: readonly Evidence[]): TextMatch<Code> {
  const value = canonical(text.slice(start, end));
  const code = standsByOffice(text, start) && !isHome(value) ? "public-contact" : "address";
  return { code, at: { start, end }, entity: "postal-address", confidence, value, evidence };
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
