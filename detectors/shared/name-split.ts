/** Whether a stretch of kanji and kana is a surname and a given name, and where the one ends and the other begins. */
import { givenTier, isPlace, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { lookUp } from "./trie.js";

/** Longest names in the dictionary. */
export const LONGEST_PART = 4;
export const LONGEST_FULL_NAME = 7;

/** Log odds by tier, set by hand on UD_Japanese-GSD's training half; a trained scorer takes their place without a new interface. */
const SURNAME_ODDS = [-3, -0.7, 0.7, 1.7];
const GIVEN_ODDS = [-2.6, -0.5, 0.9, 1.7];
/** What ends in these is a place, a body or an office more often than a person, unless the given name is a common one. */
const NOT_A_NAMES_END = new Set("県市区町村郡都府駅川山島湖港橋線路通寺社院店館園校部課係局署所室会党軍隊省庁員者長官費金品率額量数性的化式型用性法権税業学科書類表票証券組班級階号番戦国家前後内外中上下発行着型風藩城郷宮丸奏団園座門堂亭庵塚坂崎原野沢谷池浜岡岸津瀬島村井田木本橋森林間製作画展祭会議案件名語文字形状態度合年月日時期分秒円点線面体系列群種類別等類以降号便車船機器具");
/** Prefixes of compounds, and the heads of dates and numbers. */
const NOT_A_NAMES_START = new Set("第各全本同当旧約毎再未非無不最超総元現副前後翌昨今来対反被準");

export interface Split {
  /** Offset at which the given name begins. */
  readonly at: number;
  /** Log odds that the stretch is a person's full name, by itself. */
  readonly odds: number;
}

/** Log odds of `text` from `start` to `end` being surname and given name with the boundary at `at` (and `spaces` after it). */
export function oddsOfSplit(text: string, start: number, at: number, givenStart: number, end: number): number {
  const trie = nameTrie();
  const surname = lookUp(trie, text, start, at);
  const surnameIs = surnameTier(surname);
  if (surnameIs === 0 && givenStart === at) return -9;
  const given = lookUp(trie, text, givenStart, end);
  const givenIs = givenTier(given);
  let odds = SURNAME_ODDS[surnameIs] + GIVEN_ODDS[givenIs];
  const surnameLength = at - start;
  const givenLength = end - givenStart;
  if (surnameLength === 1) odds -= surnameIs === 3 ? 0.3 : 0.9;
  else if (surnameLength >= 3 && surnameIs >= 2) odds += 0.4;
  if (givenLength === 1) odds -= givenIs === 3 ? 0.3 : 0.8;
  else if (givenLength >= 3 && givenIs >= 2) odds += 0.6;
  if (surnameLength + givenLength === 2) odds -= 0.6;
  const surnameWord = wordTier(surname);
  const givenWord = wordTier(given);
  if (surnameWord > 0) odds -= (surnameIs === 3 ? 0.1 : 0.35) * surnameWord;
  if (givenWord > 0) odds -= (givenIs === 3 ? 0.15 : 0.7) * givenWord;
  if (surnameWord >= 2 && givenWord >= 2) odds -= 0.8;
  if (isPlace(surname) && givenWord > 0 && givenIs < 3) odds -= 0.6;
  if (givenIs < 3 && NOT_A_NAMES_END.has(text[end - 1])) odds -= givenIs === 2 ? 0.8 : 1.4;
  if (surnameIs < 3 && NOT_A_NAMES_START.has(text[start])) odds -= 1.2;
  return odds;
}

/** The best split of an unbroken stretch; at most three dictionary look-ups for each length of the surname. */
export function bestSplit(text: string, start: number, end: number): Split {
  let best: Split = { at: start, odds: -9 };
  const length = end - start;
  if (length < 2 || length > LONGEST_FULL_NAME) return best;
  for (let at = start + 1; at < end && at - start <= LONGEST_PART; at++) {
    if (end - at > LONGEST_PART) continue;
    const odds = oddsOfSplit(text, start, at, at, end);
    if (odds > best.odds) best = { at, odds };
  }
  const whole = lookUp(nameTrie(), text, start, end);
  const asWord = wordTier(whole);
  if (asWord > 0) best = { at: best.at, odds: best.odds - 1.2 - 0.8 * asWord };
  if (isPlace(whole)) best = { at: best.at, odds: best.odds - 2 };
  // 美智子, 真理子: a given name alone splits into a rare surname and 子.
  if (givenTier(whole) >= 2 && best.odds < 2) best = { at: best.at, odds: best.odds - 1.2 };
  return best;
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
