/**
 * Surnames alone in a plan of seats, on lockers, in teams: 相川　五十嵐　宇野 under 座席表. What stands in rows is as often stations or towns, so that
 * a title has to say that people are listed, and nearly all of it must be surnames.
 */
import { toKatakana } from "../../src/text/characters.js";
import type { NameCandidate } from "./kanji-names.js";
import { isPlace, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { LETTER, LINE_FEED, signBefore } from "./name-slots.js";
import { lookUp } from "./trie.js";

const SHORTEST = 2;
const LONGEST_IN_KANJI = 4;
const LONGEST_IN_KANA = 6;
const REACH = 120;
const TITLE_REACH = 400;
const FEWEST = 5;
const ENOUGH = 0.75;
const ENOUGH_SURE = 0.5;
const ODDS = 1.8;
const SPACE = 0x20;

const TITLE = /座席表|席順|席替え|班分け|班編成|班員|組分け|組み分け|チーム分け|グループ分け|ペア[表分]|当番|日直|シフト表?|勤務表|名簿|ロッカー|下駄箱|げた箱|くつ箱|靴箱|名札|出席番号|係決め|係分担|役割分担|面談日程|連絡網|出欠|部屋割|車割|配車表/u;
const ITEM = /(?<![\p{Script=Han}々ぁ-ゖァ-ヴー])(?:[\p{Script=Han}々]{1,4}|[ぁ-ゖー]{2,6}|[ァ-ヴー]{2,6})(?![\p{Script=Han}々ぁ-ゖァ-ヴー])/gu;
const OPENERS = new Set(Array.from("\n\t 、,・/|:()[]|-.0123456789○●□■◎", (char) => char.charCodeAt(0)));
const ENDERS = new Set(Array.from("\n\t 、,・/|()[]|", (char) => char.charCodeAt(0)));

interface Judged {
  readonly isSurname: boolean;
  readonly isCommon: boolean;
  readonly isSure: boolean;
}

function judge(word: string): Judged {
  const known = toKatakana(word);
  const payload = lookUp(nameTrie(), known, 0, known.length);
  const isSurname = surnameTier(payload) >= 2;
  return { isSurname, isCommon: surnameTier(payload) === 3, isSure: isSurname && !isPlace(payload) && wordTier(payload) < 2 };
}

/** @param text normalised; a run of kanji, hiragana or katakana stands in [start, end) */
export function surnameOnRoll(text: string, start: number, end: number): NameCandidate | undefined {
  if (end - start < SHORTEST || end - start > (text.charCodeAt(start) >= 0x3400 ? LONGEST_IN_KANJI : LONGEST_IN_KANA)) return undefined;
  if (start > 0 && !OPENERS.has(text.charCodeAt(start - 1))) return undefined;
  if ((end < text.length && !ENDERS.has(text.charCodeAt(end))) || !judge(text.slice(start, end)).isSurname) return undefined;
  if (!TITLE.test(text.slice(Math.max(0, start - TITLE_REACH), start))) return undefined;
  const isMarked = isMarkedItem(text, start);
  const from = Math.max(0, start - REACH);
  const seen = new Set<string>();
  let surnames = 0;
  let common = 0;
  let sure = 0;
  for (const { 0: word, index } of text.slice(from, end + REACH).matchAll(ITEM)) {
    // 1日(月) 木村: where the items stand behind numbers or marks, what stands elsewhere is none of them.
    if (seen.has(word) || (isMarked && !isMarkedItem(text, from + index))) continue;
    seen.add(word);
    const { isSurname, isCommon, isSure } = judge(word);
    if (isSurname) surnames++;
    if (isCommon) common++;
    if (isSure) sure++;
  }
  if (surnames < FEWEST || surnames < seen.size * ENOUGH) return undefined;
  // 平田, 上田, 小林 are towns as well: in a list of those not all of so many are common surnames.
  return sure >= surnames * ENOUGH_SURE || (isMarked && common > FEWEST && common === seen.size) ? { start, end, odds: ODDS } : undefined;
}

function isMarkedItem(text: string, start: number): boolean {
  const sign = signBefore(text, start);
  return text.charCodeAt(start - 1) === SPACE && sign !== LINE_FEED && sign !== LETTER;
}
