/**
 * Names written in kana alone that are items of a list: a nursery's のうみ　みさき, who comes at 10:00, whose turn it is on 4/1. By itself such
 * an item is as often a dish or a song; several beside each other that all fall into a surname and a given name are people.
 */
import { isHiragana, isKatakana, tableOf, toKatakana } from "../../src/text/characters.js";
import type { NameCandidate } from "./kanji-names.js";
import { isPlace, nameTrie, givenTier, surnameTier, wordTier } from "./name-dictionary.js";
import { lookUp } from "./trie.js";

const LONGEST_PART = 6;
const SHORTEST_PART = 2;
const SHORTEST_WHOLE = 5;
const MOST_SPACES = 3;
const REACH = 160;
/** Others beside it that are names, and the share of the kana beside it that they are. */
const FEWEST_BESIDE = 2;
const ENOUGH_BESIDE = 0.7;
const ODDS = 2.2;

/** What may stand between a line's or an item's beginning and the name: a number, a date, a time, a mark. */
const LEAD = String.raw`(?:^|[\n\t、,|／/●○■◆◇・※☆★「])[ \d.:()/\-〜~組年番月日時分号室席]{0,16}`;
const OPENS = new RegExp(`${LEAD}$`, "u");
const LONGEST_LEAD = 17;
const ITEM = new RegExp(`${LEAD}((?:[ァ-ヴー]{2,6}(?: {1,3}[ァ-ヴー]{2,6}|[ァ-ヴー]{1,6}))|(?:[ぁ-ゖー]{2,6}(?: {1,3}[ぁ-ゖー]{2,6}|[ぁ-ゖー]{1,6})))(?![ァ-ヴぁ-ゖー\\p{Script=Han}])(?=$|[\\n\\t、,|／/()」: ])`, "gu");
const ENDS_ITEM = /^(?:$|[\n\t、,|／/()」:]| {1,3}(?:$|[\n\t\d(|:○×◯△✓-])| {2})/u;

const isHiraganaOrMark = (code: number): boolean => isHiragana(code) || code === 0x30fc;

/** What may stand right before the name: of nearly all kana another letter does. */
const LEADS = tableOf("\n\t、,|／/●○■◆◇・※☆★「 0123456789.:()-〜~組年番月日時分号室席");

/** @param text normalised; a run of hiragana or of katakana stands in [start, end) */
export function kanaOnRoll(text: string, start: number, end: number): NameCandidate | undefined {
  if (start > 0 && LEADS[text.charCodeAt(start - 1)] !== 1) return undefined;
  const isSame = isHiraganaOrMark(text.charCodeAt(start)) ? isHiraganaOrMark : isKatakana;
  let next = end;
  while (next - end <= MOST_SPACES && text.charCodeAt(next) === 0x20) next++;
  let stop = end;
  if (next > end && next - end <= MOST_SPACES && isSame(text.charCodeAt(next))) for (stop = next; stop < text.length && stop - next <= LONGEST_PART && isSame(text.charCodeAt(stop)); ) stop++;
  if (stop - start > 2 * LONGEST_PART + MOST_SPACES || stop - start < SHORTEST_WHOLE - 1 || !ENDS_ITEM.test(text.slice(stop, stop + 4))) return undefined;
  if (!OPENS.test(text.slice(Math.max(0, start - LONGEST_LEAD), start)) || !isWholeInKana(text.slice(start, stop))) return undefined;
  const around = `${text.slice(Math.max(0, start - REACH), start)}*${text.slice(stop, stop + REACH)}`;
  let items = 0;
  let names = 0;
  const different = new Set<string>();
  for (const [, item] of around.matchAll(ITEM)) {
    if (different.has(item)) continue;
    different.add(item);
    items++;
    if (isWholeInKana(item)) names++;
  }
  return names >= FEWEST_BESIDE && names >= items * ENOUGH_BESIDE ? { start, end: stop, odds: ODDS } : undefined;
}

/** ノウミ ミサキ, のうみみさき: both parts are known; of kana without a space the surer ones. */
export function isWholeInKana(kana: string): boolean {
  const [surname, given] = toKatakana(kana).split(/ +/u);
  if (given !== undefined) return isPair(surname, given, 1);
  if (surname.length < SHORTEST_WHOLE || isWord(surname)) return false;
  for (let at = SHORTEST_PART; at <= surname.length - SHORTEST_PART; at++) if (isPair(surname.slice(0, at), surname.slice(at), 2)) return true;
  return false;
}

function isPair(surname: string, given: string, least: number): boolean {
  const [first, last] = [surname, given].map((part) => lookUp(nameTrie(), part, 0, part.length));
  return surnameTier(first) >= least && givenTier(last) >= least && surnameTier(first) + givenTier(last) > 2 * least - (least > 1 ? 1 : 0) && !(wordTier(first) > 0 && wordTier(last) > 0) && !(isPlace(first) && isPlace(last));
}

const isWord = (kana: string): boolean => wordTier(lookUp(nameTrie(), kana, 0, kana.length)) > 0;
