/**
 * Given names and surnames that only their relation makes somebody's, in a text that names people anyhow: 息子の徹さん, 妻（詩）, ご遺族：勝様, 亡長女　虹心,
 * （6の1 美羽父）, （旧姓檜垣）, （営業石田）, 代理は溝口）. With an honorific behind it any given name will do; without one it must be no word.
 */
import type { NameCandidate } from "./kanji-names.js";
import { givenTier, isPlace, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { toKatakana } from "./name-shape.js";
import { lookUp } from "./trie.js";

const KIN = "(?:祖父|祖母|父親?|母親?|夫|妻|ご?主人|旦那|奥|息子|娘|長男|次男|二男|三男|長女|次女|二女|三女|兄|弟|姉|妹|孫|甥|姪|伯父|叔父|伯母|叔母|ご?遺族|ご?家族|お子)(?:さん|様|さま)?";
const GIVEN = "(?<given>[\\p{Script=Han}々]{1,4}|[ぁ-ゖ]{2,4}|[ァ-ヴー]{2,5})";
const HONORIFIC = "(?:さん|様|さま|氏|ちゃん|くん|君)(?!子)";
const GRADE = "(?:[小中高]?\\d(?:年|の|-)?\\d?組?|年[長中少])";
/** Each with what it asks of the name: with an honorific, or where the form has a place for nothing else, that it is one; without, that it is no word. */
const CALLED: readonly (readonly [RegExp, "any" | "seldom a word" | "no word"])[] = [
  [new RegExp(`${KIN}(?:会員)?の${GIVEN}${HONORIFIC}`, "gu"), "any"],
  [new RegExp(`${KIN}[:(] ?${GIVEN}${HONORIFIC}`, "gu"), "any"],
  [new RegExp(`\\(${GRADE} ?${GIVEN}の?(?:父|母|祖父|祖母|兄|姉|保護者)\\)`, "gu"), "any"],
  [new RegExp(`(?<!\\p{Script=Han})${KIN}\\(${GIVEN}\\)`, "gu"), "seldom a word"],
  [new RegExp(`(?<!\\p{Script=Han})${KIN}の${GIVEN}(?=[がもは、])`, "gu"), "no word"],
  [new RegExp(`亡(?:父|母|夫|妻|[長次二三四][男女]) {0,2}${GIVEN}(?= |の代襲|\\()`, "gu"), "any"],
];
/** What one was called before; who in an office. */
const MAIDEN = /[旧新]姓[: ]{0,2}(?<surname>[\p{Script=Han}々]{1,4})(?=[)、,。 \n\t]|$)/gu;
const OF_AN_OFFICE = /[(。、 ](?:営業|総務|経理|人事|広報|事務|窓口|フロント|受付|担当|店長|所長|主任|課長|係長|部長)(?<surname>[\p{Script=Han}々]{2,3})(?=[)]|受\)|扱い?\))/gu;
/** Who does it in whose place. */
const DOER = /(?:代理|代行|後任|前任|代筆|窓口|担当者?|責任者|幹事|世話人|付添い?|引率|連絡係|取りまとめ)は(?<surname>[\p{Script=Han}々]{2,3})(?=[)、。,\n]|さん|氏|まで|です|$)/gu;
/** 【名】騎士 and below it 【生年月日】: the register of a family has nothing else there. */
const REGISTER_FIELD = "【名】";
const IN_REGISTER = /【名】 ?(?<given>[\p{Script=Han}々ぁ-ゖァ-ヴー]{1,6})(?=[ \t]*\n[ \t]{0,12}【生年月日】)/gu;
/** Log odds. */
const HONOURED = 2.2;
const BARE = 1.6;

/** @param isFree whether nothing was found there yet */
export function calledRelatives(text: string, isFree: (start: number, end: number) => boolean): NameCandidate[] {
  const found: NameCandidate[] = [];
  let offset = 0;
  const add = (match: RegExpExecArray, name: string | undefined, odds: number): void => {
    if (name === undefined || odds <= 0) return;
    const start = offset + match.index + match[0].lastIndexOf(name);
    if (isFree(start, start + name.length)) found.push({ start, end: start + name.length, odds });
  };
  for (const { start, end } of stretchesOf(text)) {
    const stretch = text.slice(start, end);
    offset = start;
    for (const [pattern, asked] of CALLED) for (const match of stretch.matchAll(pattern)) add(match, match.groups?.["given"], oddsOfGiven(match.groups?.["given"] ?? "", asked));
    for (const match of stretch.matchAll(MAIDEN)) add(match, match.groups?.["surname"], payloadOf(match.groups?.["surname"] ?? "", surnameTier) >= 2 ? HONOURED : 0);
    for (const pattern of [OF_AN_OFFICE, DOER]) for (const match of stretch.matchAll(pattern)) add(match, match.groups?.["surname"], isSurname(match.groups?.["surname"] ?? "", pattern === OF_AN_OFFICE) ? BARE : 0);
  }
  offset = 0;
  if (text.includes(REGISTER_FIELD)) for (const match of text.matchAll(IN_REGISTER)) add(match, match.groups?.["given"], HONOURED);
  return found.sort((a, b) => a.start - b.start);
}

/** The last characters of what stands before の, a colon or a bracket, and before は; the first ones of an office and of a school year. */
const [BEFORE_NAME, BEFORE_WA, OPENS_OFFICE, OPENS_GRADE] = ["父母親夫妻人那奥子娘男女兄弟姉妹孫甥姪族ん様ま員姓", "理行任筆口者当事人い添率係め", "営総経人広事窓フ受担店所主課係部", "小中高年0123456789"].map(tableOf);
/** の : ( and their like; は; 亡; 姓. */
const [PARTS, WA, LATE, SURNAME] = [tableOf("の:("), 0x306f, 0x4ea1, 0x59d3];
const OPENS = tableOf("(。、 ");
const BEFORE = 16;
const BEHIND = 20;

/** The few stretches of a text in which one of the forms above may stand: each of nine expressions over all of it takes as long as the names themselves. */
function stretchesOf(text: string): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const before = text.charCodeAt(at - 1);
    const isForm =
      (PARTS[code] === 1 && BEFORE_NAME[before] === 1) || (code === WA && BEFORE_WA[before] === 1) || code === LATE || (code === SURNAME && (before === OLD || before === NEW)) || (OPENS[code] === 1 && OPENS_OFFICE[text.charCodeAt(at + 1)] === 1 && text.charCodeAt(at + 2) > 0x3000) ||
      (code === BRACKET && OPENS_GRADE[text.charCodeAt(at + 1)] === 1);
    if (!isForm) continue;
    const last = stretches.at(-1);
    if (last !== undefined && at - BEFORE <= last.end) last.end = at + BEHIND;
    else stretches.push({ start: Math.max(0, at - BEFORE), end: at + BEHIND });
  }
  return stretches;
}
/** 旧 新 ( */
const [OLD, NEW, BRACKET] = [0x65e7, 0x65b0, 0x28];

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

const payloadOf = (word: string, tier: (payload: number) => number): number => tier(lookUp(nameTrie(), word, 0, word.length));

/** @param mayBePlace in brackets behind an office a surname is one, whatever town is called so */
function isSurname(word: string, mayBePlace: boolean): boolean {
  const payload = lookUp(nameTrie(), word, 0, word.length);
  return surnameTier(payload) === 3 && wordTier(payload) < 2 && (mayBePlace || !isPlace(payload));
}

function oddsOfGiven(word: string, asked: "any" | "seldom a word" | "no word"): number {
  const tier = Math.max(payloadOf(word, givenTier), payloadOf(toKatakana(word), givenTier));
  const ordinary = payloadOf(word, wordTier);
  if (asked === "any") return tier >= 2 && ordinary < 3 ? HONOURED : 0;
  // 成人, 存命: what is said of relatives is a rare name as well.
  return (tier === 3 || (tier === 2 && asked === "seldom a word") ? ordinary < 2 : tier === 2 && ordinary === 0) && /\p{Script=Han}/u.test(word) ? BARE : 0;
}
