/** What stands beside a name and says it once more: its reading (佐藤花子（さとうはなこ）), its Latin or Japanese form (佐藤 花子 (Hanako SATO)). */
import { toKatakana } from "../../src/text/characters.js";
import type { NameCandidate } from "./kanji-names.js";
import { judgeLatinName, NOT_PART_OF_A_NAME } from "./latin-name.js";
import { isKatakanaWord, katakanaTrie } from "./name-dictionary.js";
import { oddsOfShape } from "./name-shape.js";
import { lookUp } from "./trie.js";

const KANJI = /[\p{Script=Han}々]/u;
const LABEL = String.raw`(?:(?:ふりがな|フリガナ|よみがな|ヨミガナ|読み仮名|よみ|ヨミ|読み|カナ|かな|ローマ字|英字|英語名|通称|本名|Kana|Reading) ?[:;]? ?)?`;
const OPENS = String.raw`(?: ?(?:様|さん|氏|殿|先生|君|くん|ちゃん))? {0,3}[(\[<【〔《「] ?${LABEL}`;
const KANA_READING = String.raw`([ァ-ヴー]{2,10}(?:[ ・=]{1,2}[ァ-ヴー]{1,10}){0,2}|[ぁ-ゖー]{1,10}(?: {1,2}[ぁ-ゖー]{1,10})?)`;
/** In brackets, or before a comma in them: （さとうはなこ、1980年生まれ）. */
const READING_IN_BRACKETS = new RegExp(`${OPENS}${KANA_READING} ?(?=[)\\]>】〕》」、,;/])`, "uy");
/** Without brackets only two words that fill the rest of their field: 佐藤 花子 / サトウ ハナコ. */
const READING_BEHIND = /(?: ?[/|,\t] ?| {1,6}|\n {0,12})([ァ-ヴー]{2,8} {1,2}[ァ-ヴー]{2,8}|[ぁ-ゖー]{2,8} {1,2}[ぁ-ゖー]{2,8})(?= *(?:[\n\t,|/)、(]|$| {2}))/uy;
/** One word without a space has to be a reading by the dictionaries: 佐藤花子,サトウハナコ and '佐藤花子','サトウハナコ'. */
const ONE_WORD_BEHIND = /["']? ?[,|\t/] ?["']?([ァ-ヴー]{4,12}|[ぁ-ゖー]{4,12}|[ァ-ヴー]{2,8} [ァ-ヴー]{2,8})(?=["']? *(?:[\n\t,|/)、]|$))/uy;
/** The same before the name. */
const BEFORE = /(?:^|[\n\t,|/"' ])([ァ-ヴー]{2,8} {1,2}[ァ-ヴー]{1,8}|[ぁ-ゖー]{2,8} {1,2}[ぁ-ゖー]{1,8}|[ァ-ヴー]{4,12}|[ぁ-ゖー]{5,12})(?:["']? ?[,|\t/] ?["']?| {1,6})$/u;
const REACH_BEFORE = 28;
const LATIN_WORDS = String.raw`((?:(?:Mr|Mrs|Ms|Dr)\.? )?\p{Lu}[\p{L}'’-]{1,19}(?:,? (?:\p{Lu}[\p{L}'’-]{1,19}|\p{Lu}\.)){1,3})`;
const LATIN_IN_BRACKETS = new RegExp(`${OPENS}${LATIN_WORDS} ?(?=[)\\]>】〕》」、,;/])`, "uy");
const LATIN_BEHIND = new RegExp(`(?: ?[/|\\t] ?| {1,6}|\\n {0,12})${LATIN_WORDS}(?= *(?:[\\n\\t,|/)、(<]|$| {2}))`, "uy");
/** Alone on the line above: ruby as plain text has it. */
const LINE_ABOVE = /(?:^|\n)([ 	]*)([ぁ-ゖー]{1,8} {1,4}[ぁ-ゖー]{1,8}|[ァ-ヴー]{2,8} {1,4}[ァ-ヴー]{1,8})[ \t]*\n[^\n]{0,24}$/u;
const REACH_ABOVE = 80;
/** A note rather than a reading. */
const NOTE = /^(?:ほか|ほか|および|または|なし|あり|うち|まで|から|より|とも|さま|さん|くん|ちゃん|かっこ|同上|リーダー|サブ|チーフ|メンバー|キャプテン|スタッフ|ゲスト|ピアノ|ギター|ドラム|ボーカル|ベース|パート|アルバイト|ボランティア)/u;

const IN_BRACKETS = 2.2;
const FILLS = 0.2;

/** @param text normalised @param known certain names, in kanji, kana or katakana */
export function formsBeside(text: string, known: readonly NameCandidate[], isFree: (start: number, end: number) => boolean): NameCandidate[] {
  const found: NameCandidate[] = [];
  const take = (start: number, term: string, odds: number): void => {
    if (odds > 0.4 && isFree(start, start + term.length)) found.push({ start, end: start + term.length, odds });
  };
  for (const { start, end } of known) {
    const name = text.slice(start, end);
    if (!KANJI.test(name) && !/[ァ-ヴぁ-ゖ]/u.test(name)) continue;
    if (KANJI.test(name)) {
      const reading = at(READING_IN_BRACKETS, text, end);
      if (reading !== undefined && !NOTE.test(reading.term)) take(reading.start, reading.term, readingOdds(reading.term) + IN_BRACKETS);
      else {
        const behind = at(READING_BEHIND, text, end);
        if (behind !== undefined && !NOTE.test(behind.term)) take(behind.start, behind.term, readingOdds(behind.term) + FILLS);
        else {
          const word = at(ONE_WORD_BEHIND, text, end);
          if (word !== undefined && !NOTE.test(word.term)) take(word.start, word.term, readingOdds(word.term));
        }
        const before = BEFORE.exec(text.slice(Math.max(0, start - REACH_BEFORE), start));
        if (before !== null && !NOTE.test(before[1])) take(Math.max(0, start - REACH_BEFORE) + before.index + before[0].indexOf(before[1]), before[1], readingOdds(before[1]));
        const above = LINE_ABOVE.exec(text.slice(Math.max(0, start - REACH_ABOVE), start));
        if (above !== null && !NOTE.test(above[2])) take(Math.max(0, start - REACH_ABOVE) + above.index + above[0].indexOf(above[2]), above[2], readingOdds(above[2]) + FILLS);
      }
    }
    const bracketed = at(LATIN_IN_BRACKETS, text, end);
    if (bracketed !== undefined && !NOT_PART_OF_A_NAME.test(bracketed.term)) take(bracketed.start, bracketed.term, 2.5);
    else {
      const behind = at(LATIN_BEHIND, text, end);
      // 佐藤 花子 Sales Manager
      if (behind !== undefined && !NOT_PART_OF_A_NAME.test(behind.term) && judgeLatinName(behind.term.split(/,? /u)) > 0.2) take(behind.start, behind.term, 2);
    }
  }
  return found;
}

function at(pattern: RegExp, text: string, offset: number): { start: number; term: string } | undefined {
  pattern.lastIndex = offset;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const term = match[1].trimEnd();
  return { start: pattern.lastIndex - match[0].length + match[0].lastIndexOf(match[1]), term };
}

function readingOdds(term: string): number {
  const kana = toKatakana(term);
  if (isKatakanaWord(lookUp(katakanaTrie(), kana, 0, kana.length))) return -9;
  const parts = kana.split(/[ ・=]+/u);
  if (parts.length === 1 && (kana.length < 3 || kana.length > 12)) return -9;
  const odds = oddsOfShape(parts.length === 2 ? parts.join(" ") : kana);
  // Two words between brackets behind a name, whatever they are; one word only where a family is called so.
  return Math.max(odds, parts.length >= 2 ? -0.5 : -9);
}
