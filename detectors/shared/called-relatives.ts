/**
 * Given names and surnames that only their relation makes somebody's, in a text that names people anyhow: 息子の徹さん, 妻（詩）, ご遺族：勝様, 亡長女　虹心,
 * （6の1 美羽父）, （旧姓檜垣）, （営業石田）, 代理は溝口）. With an honorific behind it any given name will do; without one it must be no word.
 */
import { tableOf, toKatakana } from "../../src/text/characters.js";
import type { Range } from "../../src/contract.js";
import type { NameCandidate } from "./kanji-names.js";
import { givenTier, isPlace, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { lookUp } from "./trie.js";

const KIN = "(?:パパ|ママ|祖父|祖母|父親?|母親?|夫|妻|ご?主人|旦那|奥|息子|娘|長男|次男|二男|三男|長女|次女|二女|三女|兄|弟|姉|妹|孫|甥|姪|伯父|叔父|伯母|叔母|ご?遺族|ご?家族|お子)(?:さん|様|さま)?";
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
  [new RegExp(`(?<!\\p{Script=Han})${KIN}\\(${GIVEN}(?=[、,] ?(?:${GRADE}|\\d{1,3}[歳才]))`, "gu"), "any"],
  [new RegExp(`(?<!\\p{Script=Han})${KIN}\\(${GIVEN}(?=[、,])`, "gu"), "seldom a word"],
  [new RegExp(`(?<!\\p{Script=Han})保護者[ :]?${GIVEN}(?= ?\\(| +0\\d)`, "gu"), "any"],
  [new RegExp(`(?<!\\p{Script=Han})(?:父|母|妻|夫|[長次二三四][男女]) {0,2}${GIVEN}(?= {0,2}(?:届出|[長次二三四][男女](?!\\p{Script=Han})|[明大昭平令][治正和成](?:元|[\\d一二三四五六七八九十])))`, "gu"), "any"],
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

/**
 * @param people where names were found, in order
 * @param isFree whether nothing was found there yet
 */
export function calledRelatives(text: string, people: readonly Range[], isFree: (start: number, end: number) => boolean): NameCandidate[] {
  const found: NameCandidate[] = [];
  let offset = 0;
  const add = (match: RegExpExecArray, name: string | undefined, odds: number): void => {
    if (name === undefined || odds <= 0) return;
    const start = offset + match.index + match[0].lastIndexOf(name);
    if (isFree(start, start + name.length)) found.push({ start, end: start + name.length, odds });
  };
  for (const { start, end } of stretchesOf(text, people)) {
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

/** The last two characters of what stands before の, a colon or a bracket, of one alone, and of what stands before は; the first two of an office. */
const KIN_ENDS = pairsOf("祖父 祖母 父親 母親 主人 旦那 息子 長男 次男 二男 三男 長女 次女 二女 三女 伯父 叔父 伯母 叔母 遺族 家族 お子 さん さま 会員 旧姓 新姓 護者");
const KIN_ALONE = tableOf("父母夫妻娘兄弟姉妹孫甥姪奥様");
const DOER_ENDS = pairsOf("代理 代行 後任 前任 代筆 窓口 担当 当者 任者 幹事 話人 付添 添い 引率 絡係 とめ");
const OFFICES = pairsOf("営業 総務 経理 人事 広報 事務 窓口 フロ 受付 担当 店長 所長 主任 課長 係長 部長");
const OPENS_GRADE = tableOf("小中高年0123456789");
/** の : ( and its like, ( 。 、 and a space, は, 亡, 姓, 旧, 新, ( */
const [PARTS, OPENS] = [tableOf("の:("), tableOf("(。、 ")];
const [WA, LATE, SURNAME, OLD, NEW, BRACKET, SPACE] = [0x306f, 0x4ea1, 0x59d3, 0x65e7, 0x65b0, 0x28, 0x20];
/** 届 of 届出, 者 of 保護者. */
const [FILED, WHO, GUARD, OUT] = [0x5c4a, 0x8005, 0x8b77, 0x51fa];
const BEFORE = 16;
const BEHIND = 20;
const isJapanese = (code: number): boolean => code > 0x3000;

/** Whether one of the forms above may stand around a character. */
function mayBeForm(text: string, at: number, code: number): boolean {
  const before = text.charCodeAt(at - 1);
  if ((PARTS[code] === 1 || code === SPACE) && (KIN_ALONE[before] === 1 || KIN_ENDS.has(pair(text.charCodeAt(at - 2), before)))) return true;
  if (code === WA) return isJapanese(text.charCodeAt(at + 1)) && DOER_ENDS.has(pair(text.charCodeAt(at - 2), before));
  if (code === LATE) return true;
  if (code === FILED) return text.charCodeAt(at + 1) === OUT;
  if (code === WHO) return before === GUARD;
  if (code === SURNAME) return before === OLD || before === NEW;
  if (OPENS[code] !== 1) return false;
  const next = text.charCodeAt(at + 1);
  return (code === BRACKET && OPENS_GRADE[next] === 1) || (isJapanese(next) && OFFICES.has(pair(next, text.charCodeAt(at + 2))));
}

/** What `mayBeForm` can say yes to: nearly all characters are none of it. */
const MARKS = tableOf("の:(は亡姓。、 届者");

/** How far from somebody who is named his relatives are looked for. */
const NEAR = 2_000;

/** The few stretches of a text in which one of the forms above may stand: each of ten expressions over all of it takes as long as the names themselves. */
function stretchesOf(text: string, people: readonly Range[]): Range[] {
  const stretches: { start: number; end: number }[] = [];
  let at = 0;
  for (const { start, end } of people) {
    const stop = Math.min(text.length, end + NEAR);
    for (at = Math.max(at, start - NEAR); at < stop; at++) {
      const code = text.charCodeAt(at);
      if (MARKS[code] !== 1 || !mayBeForm(text, at, code)) continue;
      const last = stretches.at(-1);
      if (last !== undefined && at - BEFORE <= last.end) last.end = at + BEHIND;
      else stretches.push({ start: Math.max(0, at - BEFORE), end: at + BEHIND });
    }
  }
  return stretches;
}

function pair(first: number, second: number): number {
  return first * 0x10000 + second;
}

function pairsOf(words: string): ReadonlySet<number> {
  return new Set(words.split(" ").map((word) => pair(word.charCodeAt(0), word.charCodeAt(1))));
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
