/** How sure the scorer must be of a name, by what kind of name it is: one part alone, one word in katakana and a cell of a table are words too often. */
import type { NameCandidate } from "./kanji-names.js";
import { titleAt } from "./name-cues.js";
import { givenTier, isForeignName, isKatakanaWord, isPartOfNames, isPlace, katakanaTrie, nameTrie, surnameTier } from "./name-dictionary.js";
import { contactBehind, evidenceBehind, fillsField } from "./name-evidence.js";
import { bestSplit } from "./name-split.js";
import type { ScoredName } from "./names/scanner.js";
import { lookUp } from "./trie.js";

/** Most that is said of a name which no label, title or honorific announces. */
const SUREST_UNCUED = 0.97;
const isKanjiCode = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;
const isKatakana = (code: number): boolean => code >= 0x30a1 && code <= 0x30fc;

/** What the scorer found, less what is too unsure for its kind. */
export function likelyNames(text: string, scored: readonly ScoredName[]): readonly NameCandidate[] {
  if (scored.length === 0) return [];
  const most = Math.log(SUREST_UNCUED / (1 - SUREST_UNCUED));
  return scored.filter((name) => name.odds >= FULL_NAME && name.odds >= Math.max(leastOdds(text, name), isInRow(text, name.start, name.end) ? IN_A_ROW : 0)).map(({ start, end, odds }) => ({ start, end, odds: Math.min(most, odds) }));
}

/** Log odds from which on a kind of name is reported: one part alone, or one word in katakana, is a word or a company too often. */
const FULL_NAME = 0.6;
const ONE_PART = 2.1;
/** A surname and a given name that go together less well than most: 石井鉄, 親文章. */
const LIKELY = 1;
const RARE_NAME = 1.4;
/** Several parts in katakana: companies, works and composers are written so as well. */
const FOREIGN_NAME = 1.3;
/** 菜江の: what something is of; old towns are called as seldom names are. */
const LIKE_A_PLACE = 3.2;
const INSIDE_A_COMPOUND = 3;
const RARE_IN_A_COMPOUND = 4;
const ENDS_A_WORD = -2;
/** Kanji that the dictionaries do not split into a surname and a given name: 八宝菜, and many foreign and historical people. */
const UNLIKELY = -1;
const UNKNOWN_PARTS = 1.8;
const ONE_PART_LENGTH = 2;
/** Cells of titles, places and things are short, so that little tells them from people; a column of people is known as one by personal-records. */
const IN_A_ROW = 2.7;
const LONGEST_CELL = 12;

/** Whether a tab is near on the same line: the cells of a table are parted by them. A common name that fills its cell is as good as one in a list. */
function isInRow(text: string, start: number, end: number): boolean {
  if (isCommonPart(text, start, end) && fillsField(text, start, end)) return false;
  for (let at = start; at > 0 && start - at < LONGEST_CELL && text.charCodeAt(at - 1) !== 0x0a; at--) if (text.charCodeAt(at - 1) === 0x09) return true;
  for (let at = end; at < text.length && at - end < LONGEST_CELL && text.charCodeAt(at) !== 0x0a; at++) if (text.charCodeAt(at) === 0x09) return true;
  return false;
}

/** 五百円, 三十人 */
export const AMOUNT = /^金?[一二三四五六七八九十百千万壱弐参肆伍拾阡萬]{1,6}[円圓人名個年月日回本枚件]$/u;

/** 相川  五十嵐  宇野: as many people as parts. */
const SEVERAL = /^\p{Script=Han}{2,} {1,8}\p{Script=Han}{2,} {1,8}\p{Script=Han}{2,}/u;

function leastOdds(text: string, { start, end }: ScoredName): number {
  const first = text.charCodeAt(start);
  // 金   円, 秋の: one kanji is somebody only where a cue says so.
  if (end - start === 1 || text[end - 1] === " " || first === 0x20) return Infinity;
  if (AMOUNT.test(text.slice(start, end)) || SEVERAL.test(text.slice(start, end))) return Infinity;
  // 菊池寛通り: letters behind it that end a word.
  if (evidenceBehind(text, end, 0) <= ENDS_A_WORD) return INSIDE_A_COMPOUND;
  if (isKatakana(first)) return leastOddsOfKatakana(text, start, end);
  if (isKanjiCode(first) && isKatakana(text.charCodeAt(end - 1)) && (endsInKatakanaWord(text, start, end) || !beginsWithSurname(text, start, end))) return Infinity;
  if (end - start > ONE_PART_LENGTH || !isKanjiCode(first)) return isKanjiCode(text.charCodeAt(end - 1)) ? leastOddsOfSplit(bestSplit(text, start, end).odds, goesOnInKanji(text, end)) : FULL_NAME;
  if (goesOnInKanji(text, end)) return INSIDE_A_COMPOUND;
  if (contactBehind(text, end) > 0) return FULL_NAME;
  return text[end] === "の" && !isCommonPart(text, start, end) ? LIKE_A_PLACE : ONE_PART;
}

const goesOnInKanji = (text: string, end: number): boolean => isKanjiCode(text.charCodeAt(end)) && titleAt(text, end) === undefined;

/** @param goesOn 鞍穂久通り: kanji behind it that are no title */
const leastOddsOfSplit = (split: number, goesOn: boolean): number => (split < LIKELY && goesOn ? RARE_IN_A_COMPOUND : split < UNLIKELY ? UNKNOWN_PARTS : split < LIKELY ? RARE_NAME : FULL_NAME);

/** 警告ハンドラー begins with none. */
function beginsWithSurname(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isKanjiCode(text.charCodeAt(at))) at++;
  return surnameTier(lookUp(nameTrie(), text, start, at)) > 0;
}

function isCommonPart(text: string, start: number, end: number): boolean {
  const payload = lookUp(nameTrie(), text, start, end);
  return (surnameTier(payload) === 3 || givenTier(payload) === 3) && !isPlace(payload);
}

/** 長谷川モデル */
function endsInKatakanaWord(text: string, start: number, end: number): boolean {
  let from = end;
  while (from > start && isKatakana(text.charCodeAt(from - 1))) from--;
  return isKatakanaWord(lookUp(katakanaTrie(), text, from, end));
}

/** One word of katakana is somebody only where people are called so, and nothing else is; technical prose is full of the rest. */
function leastOddsOfKatakana(text: string, start: number, end: number): number {
  if (isBrokenWord(text, start, end)) return Infinity;
  let parts = 0;
  let speakingFor = 0;
  let isSpacedOff = false;
  for (let at = start; at < end; ) {
    let to = at;
    while (to < end && isKatakana(text.charCodeAt(to))) to++;
    if (to > at) {
      const payload = lookUp(katakanaTrie(), text, at, to);
      parts++;
      const isName = isForeignName(payload) || isKatakanaReading(text, at, to);
      if (isName || (isJoinedAt(text, at, to) && (payload === 0 || isPartOfNames(payload)))) speakingFor++;
      // ヘアーサロン ミヤザキ, ボス ベンツ: a space joins any words.
      else if ((to < end && text[to] === " ") || (at > start && text[at - 1] === " ")) isSpacedOff = true;
    }
    at = Math.max(to, at + 1);
  }
  if (parts === 1 && end > start && isKatakana(text.charCodeAt(end - 1))) return isForeignName(lookUp(katakanaTrie(), text, start, end)) ? ONE_PART : Infinity;
  return isSpacedOff || speakingFor === 0 ? Infinity : FOREIGN_NAME;
}

/** オプ, and ション on the next line. */
function isBrokenWord(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (start - before <= LONGEST_INDENT && text[before] === " ") before--;
  if (text[before] === "\n" && isKatakana(text.charCodeAt(before - 1))) return true;
  if (text[end] !== "\n") return false;
  let at = end + 1;
  while (at - end <= LONGEST_INDENT && text[at] === " ") at++;
  return isKatakana(text.charCodeAt(at));
}
const LONGEST_INDENT = 16;

const isJoinedAt = (text: string, start: number, end: number): boolean => "・=".includes(text[start - 1] ?? " ") || "・=".includes(text[end] ?? " ");

/** サトウ, ハナコ */
function isKatakanaReading(text: string, start: number, end: number): boolean {
  const payload = lookUp(nameTrie(), text, start, end);
  return Math.max(surnameTier(payload), givenTier(payload)) >= 2;
}
