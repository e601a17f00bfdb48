/** Names behind the keys that programs write them under: "lastName": "…", <family>…</family>, sei=…, 姓：…, cn: … */
import { toKatakana } from "../../src/text/characters.js";
import type { NameCandidate } from "./kanji-names.js";
import { judgeLatinName, latinParts, NOT_PART_OF_A_NAME } from "./latin-name.js";
import { givenTier, isForeignName, isPartOfNames, katakanaTrie, nameTrie, surnameTier } from "./name-dictionary.js";
import { HAS_A_THING, NOBODY, oddsOfShape } from "./name-shape.js";
import { isSamplePerson } from "./sample-people.js";
import { lookUp } from "./trie.js";

const SURNAME_KEY = "last[ _-]?name(?:[ _-]?(?:kana|kanji|ja))?|family(?:[ _-]?name)?(?:[ _-]?(?:kana|kanji|ja))?|surname|sei(?:[ _-]?(?:kana|kanji))?|myoji|姓|苗字|名字|氏|セイ|せい|姓\\(カナ\\)";
const GIVEN_KEY = "first[ _-]?name(?:[ _-]?(?:kana|kanji|ja))?|given(?:[ _-]?name)?(?:[ _-]?(?:kana|kanji|ja))?|forename|mei(?:[ _-]?(?:kana|kanji))?|名|下の名前|メイ|めい|名\\(カナ\\)|nick[ _-]?name|ニックネーム";
const WHOLE_KEY = "(?:user|customer|member|patient|employee|student|contact|owner|guardian|applicant|recipient|display|full|real|person)[ _-]?name(?:;lang-ja)?(?:[ _-]?(?:kana|kanji|ja))?|name[ _-]?(?:kana|kanji|ja|yomi)|cn|fn|furigana|kana|yomi|yomigana|phonetic|shimei|simei|namae";
/** The key with what may stand around it, up to the value. A key of one kanji needs quotation marks or the beginning of its field. */
const KEY = new RegExp(`(?:^|[^\\p{L}\\d])["'<\\[(]?(?:(${SURNAME_KEY})|(${GIVEN_KEY})|(${WHOLE_KEY}))["'\\])]?(?: [\\w:-]{1,12}=["'][^"'<>]{0,12}["'])? ?(?:[:=>]|=>) ?["'「[]?$`, "iu");
const LONGEST_KEY = 40;
/** ASCII signs that end a key: quotation mark, apostrophe, colon, equals, angle bracket, and a space behind one of them. */
const SIGNS = new Set(Array.from("\"':=> 「[", (sign) => sign.charCodeAt(0)));

/** A space and a quotation mark count where a sign stands before them. */
function isBehindSign(text: string, start: number): boolean {
  const last = text.charCodeAt(start - 1);
  // Beyond ASCII only 「 is one of them.
  if (last > 0x3e && last !== 0x300c && last !== 0x5b) return false;
  for (let at = start - 1; start - at <= 4; at--) {
    const code = text.charCodeAt(at);
    if (!SIGNS.has(code)) return false;
    if (code === 0x3a || code === 0x3d || code === 0x3e) return true;
  }
  return false;
}

const VALUE = /[\p{Script=Han}々ヶノァ-ヴーぁ-ゖ]{1,10}(?:[ ・=][\p{Script=Han}々ァ-ヴーぁ-ゖ]{1,10}){0,4}(?=["'<,;&|」\n\t)}\]]| (?![\p{Script=Han}])|$)/uy;
const PART = 1.6;
const WHOLE = 1.8;
const LEAST = 0.9;

/** The value that begins at `start`, where a key announces it. */
export function nameBehindKey(text: string, start: number): NameCandidate | undefined {
  if (!isBehindSign(text, start)) return undefined;
  const key = KEY.exec(text.slice(Math.max(0, start - LONGEST_KEY), start));
  if (key === null) return undefined;
  VALUE.lastIndex = start;
  const value = VALUE.exec(text)?.[0];
  if (value === undefined) return undefined;
  const odds = key[3] === undefined ? oddsOfPart(value, key[1] !== undefined) : oddsOfShape(value) + WHOLE;
  return odds >= LEAST ? { start, end: start + value.length, odds } : undefined;
}

const LATIN_VALUE = /\p{Lu}[\p{Script=Latin}'’. -]{1,40}?(?=["'<,;&|\n\t)}\]]|$)/uy;
/** Typefaces have families, functions are called fn. */
const OF_THINGS = /^(?:family|fn|cn|given|nick ?name)$/iu;
const SURNAME_NEAR = /(?:(?:last|family)[ _-]?name|surname)["'\])]?(?: ?[:=>]|=>) ?["']?(\p{Lu}[\p{Script=Latin}’-]{1,24})/iu;
const GIVEN_NEAR = /(?:first|given)[ _-]?name["'\])]?(?: ?[:=>]|=>) ?["']?(\p{Lu}[\p{Script=Latin}’-]{1,24})/iu;
const NEAR = 80;
const NAME_WORD = /^\p{Lu}\p{Ll}+(?:['’ -]\p{Lu}\p{Ll}+)*$/u;
/** A date, a number or an address: "firstName": "Vorname" has none beside it. */
const OF_A_RECORD = /(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|[\w.]@\w|\d{6}/u;

/** Whether the word before the signs ends in "me": all keys for Latin names do, and few others. */
function isBehindName(text: string, start: number): boolean {
  let at = start - 1;
  while (start - at <= MOST_SIGNS && SIGNS.has(text.charCodeAt(at))) at--;
  return (text.charCodeAt(at) | 0x20) === 0x65 && (text.charCodeAt(at - 1) | 0x20) === 0x6d;
}
const MOST_SIGNS = 6;

/** "firstName":"Lukas","lastName":"Brandstetter": as `nameBehindKey`, of Latin letters. @returns where it ends, with its probability */
export function latinBehindKey(text: string, start: number): { readonly end: number; readonly confidence: number } | undefined {
  if (!isBehindSign(text, start) || !isBehindName(text, start)) return undefined;
  const key = KEY.exec(text.slice(Math.max(0, start - LONGEST_KEY), start));
  if (key === null) return undefined;
  const [, surnameKey, givenKey, wholeKey] = key;
  if (OF_THINGS.test(surnameKey ?? givenKey ?? wholeKey)) return undefined;
  LATIN_VALUE.lastIndex = start;
  const value = LATIN_VALUE.exec(text)?.[0].trimEnd();
  if (value === undefined || NOT_PART_OF_A_NAME.test(value)) return undefined;
  const end = start + value.length;
  const words = value.split(/[ ]+/u);
  if (wholeKey !== undefined) return words.length > 1 && judgeLatinName(words) > 0.3 ? { end, confidence: 0.8 } : undefined;
  if (words.length > 3) return undefined;
  const { given, surname } = latinParts(words[0]);
  const beside = (givenKey === undefined ? GIVEN_NEAR : SURNAME_NEAR).exec(text.slice(Math.max(0, start - NEAR), end + NEAR))?.[1];
  if (isSamplePerson(givenKey === undefined ? `${beside ?? ""} ${value}` : `${value} ${beside ?? ""}`)) return undefined;
  const isRecord = beside !== undefined && NAME_WORD.test(beside) && NAME_WORD.test(value) && OF_A_RECORD.test(text.slice(Math.max(0, start - NEAR), end + NEAR));
  if (givenKey !== undefined) return given >= 0.75 || isRecord ? { end, confidence: 0.8 } : undefined;
  return surname >= 0.6 || isRecord || (beside !== undefined && latinParts(beside).given >= 0.75) ? { end, confidence: 0.8 } : undefined;
}

const KANA = /^[ァ-ヴーぁ-ゖ]+$/u;
const BY_TIER = [-2, 0, 0.8, 1.4];

function oddsOfPart(value: string, isSurname: boolean): number {
  if (HAS_A_THING.test(value)) return NOBODY;
  if (value.length > 8) return value.includes("・") ? oddsOfShape(value) + PART : NOBODY;
  const payload = lookUp(nameTrie(), value, 0, value.length);
  let odds = BY_TIER[isSurname ? surnameTier(payload) : givenTier(payload)];
  if (KANA.test(value)) {
    const kana = toKatakana(value);
    const reading = lookUp(nameTrie(), kana, 0, kana.length);
    const foreign = lookUp(katakanaTrie(), kana, 0, kana.length);
    odds = Math.max(odds, BY_TIER[isSurname ? surnameTier(reading) : givenTier(reading)], isForeignName(foreign) ? 1 : isPartOfNames(foreign) ? 0 : -1);
  }
  // 騎士, 今鹿: parents are free in what they choose.
  else if (!isSurname && value.length <= 4) odds = Math.max(odds, -0.7);
  else if (value.length <= 5) odds = Math.max(odds, -0.9);
  return odds + PART;
}
