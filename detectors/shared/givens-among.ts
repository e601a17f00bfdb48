/**
 * Given names by themselves that somebody is called by, among private people: 学さんが応対, 葵君本人とも, すみれさんとなわとび, マリちゃん（月見里）. Most of them are words as well
 * (学, 葵, すみれ), so that there must be somebody private near.
 */
import { isHiragana, isKanji, isKatakana, tableOf, toKatakana } from "../../src/text/characters.js";
import { ADDRESSED_BUT_UNNAMED, type NameCandidate, SPOKEN_OF_WITH_SAN } from "./kanji-names.js";
import { NOBODYS_CHILDREN } from "./childs-name.js";
import { givenTier, nameTrie, wordTier } from "./name-dictionary.js";
import { lookUp } from "./trie.js";

/** UTF-16 units from the next name of somebody private. */
const NEAR = 1_500;
const LONGEST_IN_KANJI = 4;
const LONGEST_IN_KANA = 5;
const SHORTEST_IN_KANA = 2;
/** Log odds. */
const ODDS = 1.6;

/** First characters of the honorifics. */
const FIRSTS = tableOf("さちく君様");
const HONORIFIC = /(?:さん|さま(?!ざま)|ちゃん|くん|[君様](?:ご?本人|自身|宛|宅|方|(?![\p{Script=Han}々ァ-ヴー])))(?!付け)/uy;
/** Before a name in hiragana: a particle, or what is no hiragana. */
const PARTICLES = tableOf("はがのにをとでもへやねな");
/** Spoken of with さん, and nobody's name: animals in tales for children, trades, greetings. */
const NOBODYS = new Set("くま ぞう きつね たぬき かえる うさ りす ねこ いぬ とら さる あり はち おほし おつき おひ たく みな おく いちご りんご あか あお しろ きい まち うみ やま そら かみ きゃく ほとけ おに".split(" "));

/**
 * @param text normalised
 * @param people who are certain and private, in order
 * @param isFree whether nothing was found there yet
 */
export function givensAmong(text: string, people: readonly NameCandidate[], isFree: (start: number, end: number) => boolean): NameCandidate[] {
  const found: NameCandidate[] = [];
  let at = 0;
  for (const { start, end } of people) {
    const stop = Math.min(text.length, end + NEAR);
    for (at = Math.max(at, start - NEAR); at < stop; at++) {
      if (FIRSTS[text.charCodeAt(at)] !== 1) continue;
      HONORIFIC.lastIndex = at;
      if (!HONORIFIC.test(text)) continue;
      const from = givenBefore(text, at);
      if (from < at && isFree(from, at)) found.push({ start: from, end: at, odds: ODDS });
    }
  }
  return found;
}

/** Where the given name begins that ends at `end`; `end` where there is none. */
function givenBefore(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  if (isKanji(last)) {
    const start = runStart(text, end, isKanji, LONGEST_IN_KANJI);
    return start < end && isGivenInKanji(text.slice(start, end)) ? start : end;
  }
  if (isKatakana(last)) {
    const start = runStart(text, end, isKatakana, LONGEST_IN_KANA);
    return end - start >= SHORTEST_IN_KANA && isGivenInKana(text.slice(start, end)) ? start : end;
  }
  if (!isHiragana(last)) return end;
  for (let start = end - LONGEST_IN_KANA; start <= end - SHORTEST_IN_KANA; start++) {
    const before = text.charCodeAt(start - 1);
    if (start >= 0 && (!(isHiragana(before) || isKanji(before)) || PARTICLES[before] === 1) && isGivenInKana(text.slice(start, end))) return start;
  }
  return end;
}

/** `end` where the run is longer. */
function runStart(text: string, end: number, isOf: (code: number) => boolean, longest: number): number {
  let start = end;
  while (start > 0 && end - start <= longest && isOf(text.charCodeAt(start - 1))) start--;
  return end - start > longest ? end : start;
}

function isGivenInKanji(word: string): boolean {
  const payload = lookUp(nameTrie(), word, 0, word.length);
  return givenTier(payload) >= 2 && !(word.length === 1 ? ADDRESSED_BUT_UNNAMED : SPOKEN_OF_WITH_SAN).has(word) && (word.length === 1 || wordTier(payload) < 3);
}

function isGivenInKana(word: string): boolean {
  if (NOBODYS.has(word) || NOBODYS_CHILDREN.has(word)) return false;
  const known = toKatakana(word);
  return givenTier(lookUp(nameTrie(), known, 0, known.length)) === 3 || givenTier(lookUp(nameTrie(), word, 0, word.length)) === 3;
}
