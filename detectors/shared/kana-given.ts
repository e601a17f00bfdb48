/** Given names in kana behind a surname in kanji: 佐藤さくら, 佐藤えり子, 青柳れん. */
import { isHiragana, isKana, isKanji, isKatakana, katakanaCode, toKatakana } from "../../src/text/characters.js";
import type { NameCandidate } from "./kanji-names.js";
import { kanaHonorificAt, titleAt } from "./name-cues.js";
import { givenTier, isPlace, nameTrie, surnameTier } from "./name-dictionary.js";
import { evidenceBefore, evidenceBehind } from "./name-evidence.js";
import { oddsOfSplit } from "./name-split.js";
import { lookUp, step } from "./trie.js";

/** A given name in kana, as it stands and as the dictionaries have it. */
export interface KanaGiven {
  readonly end: number;
  /** Whether they have it so, and not only its reading. */
  readonly isKnown: boolean;
  readonly known: string;
}

/** Longest first, so that さくらこ is not さくら. */
export function kanaGivenEnd(text: string, start: number): KanaGiven | undefined {
  const trie = nameTrie();
  let end = start;
  let node = trie.roots[text.charCodeAt(start)];
  for (let i = start + 1; node !== 0 && i - start <= 6; i++) {
    if (givenTier(trie.payload[node]) >= 2 && i - start >= 2) end = i;
    node = i < text.length ? step(trie, node, text.charCodeAt(i)) : 0;
  }
  if (end > start) return { end: afterSuffix(text, start, end), isKnown: true, known: text.slice(start, end) };
  // The dictionaries have しおり as the reading シオリ only.
  node = trie.roots[katakanaCode(text.charCodeAt(start))];
  for (let i = start + 1; node !== 0 && i - start <= 4; i++) {
    if (givenTier(trie.payload[node]) === 3 && i - start >= 2) end = i;
    node = i < text.length && isHiragana(text.charCodeAt(i)) ? step(trie, node, katakanaCode(text.charCodeAt(i))) : 0;
  }
  return end > start && !NOT_GIVEN.has(text.slice(start, end)) ? { end, isKnown: false, known: toKatakana(text.slice(start, end)) } : undefined;
}

/** キヨ子, ハル江, トミ代: names of the generations that are cared for now. A word goes on in kanji, and these end in one. */
function afterSuffix(text: string, start: number, end: number): number {
  if (!isKatakana(text.charCodeAt(start)) || end - start > 3 || !GIVEN_SUFFIXES.has(text[end] ?? "")) return end;
  return isKanji(text.charCodeAt(end + 1)) && titleAt(text, end + 1) === undefined ? end : end + 1;
}
const GIVEN_SUFFIXES = new Set("子江代枝乃恵美");
/** Particles and what else goes on behind a surname. */
const NOT_GIVEN = new Set("さか より なら から まで です でも では だけ ほか など さえ しか のみ とか こそ ごと もの こと さま さん くん かな らの との への にも はい ます まし した して しま すぐ なお また いま きた やる いる ある なる いう はる".split(" "));

/** By two kana in a row, whether a given name begins with them: 0 where that was not asked yet. */
const pairs = new Uint8Array(0xc0 * 0xc0);
const [NO, YES] = [1, 2];
const FIRST_KANA = 0x3041;

/** Whether `kanaGivenEnd` may find one: behind most runs of kanji a particle or an inflection stands. */
export function mayBeKanaGiven(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (!isKana(first)) return false;
  const second = text.charCodeAt(at + 1);
  if (!isKana(second)) return hasGivenBeginning(first, second);
  const pair = (first - FIRST_KANA) * 0xc0 + (second - FIRST_KANA);
  if (pairs[pair] === 0) pairs[pair] = hasGivenBeginning(first, second) || (isHiragana(second) && hasGivenBeginning(katakanaCode(first), katakanaCode(second))) ? YES : NO;
  return pairs[pair] === YES;
}

function hasGivenBeginning(first: number, second: number): boolean {
  const trie = nameTrie();
  const node = trie.roots[first];
  return node !== 0 && step(trie, node, second) !== 0;
}

/** 佐藤さくら, 佐藤えり子: a run of kanji that is a surname, or ends in one, and a given name that begins with kana. */
export function nameWithKanaGiven(text: string, start: number, end: number): NameCandidate | undefined {
  const trie = nameTrie();
  const code = text.charCodeAt(end);
  if (!isKana(code)) return undefined;
  const given = kanaGivenEnd(text, end);
  if (given === undefined) return undefined;
  const { end: to, isKnown, known } = given;
  const behind = text.charCodeAt(to);
  const honoured = kanaHonorificAt(text, to) || titleAt(text, to) !== undefined;
  const particles = isKnown ? "はがをにのともへや" : "はがを";
  const sameScript = isHiragana(text.charCodeAt(to - 1)) ? isHiragana(behind) && !particles.includes(text[to]) : isKatakana(text.charCodeAt(to - 1)) ? isKatakana(behind) : isKanji(behind);
  if (sameScript && !honoured) return undefined;
  for (let from = Math.max(start, end - 3); from < end; from++) {
    const surname = lookUp(trie, text, from, end);
    if (surnameTier(surname) < 2) continue;
    // 千葉みなとタワー in a cell: a place, and its name goes on.
    if (isPlace(surname) && !honoured && (isKanji(behind) || isKatakana(behind)) && (from === 0 || "\t\n".includes(text[from - 1]))) continue;
    // 長さの名前, 多くの著者, 好きな作家, 正しい名前: what a title stands behind is a word with its ending.
    if (end - from === 1 && to - end === 2 && isHiragana(text.charCodeAt(end)) && isKanji(behind) && !ENDS_ADDRESS.has(text[to])) continue;
    // What is left of the run has to be a title, or nothing.
    if (from > start && titleBeforeOrNothing(text, start, from)) continue;
    const items = honoured || !isItem(text, from, to) ? 0 : hasItemsBeside(text, from, to) ? AMONG_ITEMS : AS_ITEM;
    if (!isKnown && surnameTier(surname) < 3 && !honoured && items < AMONG_ITEMS) continue;
    const whole = text.slice(from, end) + known;
    if (isGivenInKo(text, end, to)) return { start: from, end: to, odds: surnameTier(surname) === 3 ? KO_OF_COMMON : KO_OF_OTHERS };
    const odds = oddsOfSplit(whole, 0, end - from, end - from, whole.length) - 2.6 - (to - end === 2 && !honoured ? 0.8 : 0) + evidenceBefore(text, from) + (honoured ? 2.5 : evidenceBehind(text, to, 0)) + (isKnown || items === AMONG_ITEMS ? items : 0);
    return odds > 0 ? { start: from, end: to, odds } : undefined;
  }
  return undefined;
}

/** 1-1 青柳れん　卵: on a line of its own or at its beginning, with other names so beside it. */
const [AS_ITEM, AMONG_ITEMS] = [0.5, 2.4];
const OPENS_ITEM = /(?:^|\n|\t|[、,・/|●○■◆※])[ \d.()\-組年番]{0,8}$/u;
/** A space, a tab, a line's or the text's end, and the marks between items. */
const endsItem = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09 || Number.isNaN(code) || code === 0x3001 || code === 0x2c || code === 0x30fb || code === 0x2f || code === 0x7c || code === 0x28 || code === 0x3a;
const ITEM = /(?:^|[\n\t、,・/|●○■◆※])[ \d.()\-組年番]{0,8}[\p{Script=Han}々]{1,3}[ぁ-ん]{2,4}(?=$|[\n\t、,・/|(: ])/gu;
const ITEMS_REACH = 60;

const isItem = (text: string, start: number, end: number): boolean => endsItem(text.charCodeAt(end)) && OPENS_ITEM.test(text.slice(Math.max(0, start - 10), start));

/** Others that look so and have a surname in front, within a line or two. */
function hasItemsBeside(text: string, start: number, end: number): boolean {
  for (const near of [text.slice(Math.max(0, start - ITEMS_REACH), start), text.slice(end, end + ITEMS_REACH)]) {
    for (const [found] of near.matchAll(ITEM)) {
      const word = found.replace(/^[^\p{Script=Han}々]+/u, "").replace(/^[組年番]+[ \d]*(?=\p{Script=Han})/u, "");
      const kana = word.search(/[ぁ-ん]/u);
      if (surnameTier(lookUp(nameTrie(), word, 0, kana)) >= 2 && kanaGivenEnd(word, kana)?.end === word.length) return true;
    }
  }
  return false;
}

/** Nothing else is written so behind a surname. */
const [KO_OF_COMMON, KO_OF_OTHERS] = [3, 1.6];
const isGivenInKo = (text: string, start: number, end: number): boolean => isKatakana(text.charCodeAt(start)) && isKanji(text.charCodeAt(end - 1));

/** 様 殿 君 氏 先 */
const ENDS_ADDRESS = new Set("様殿君氏先");

function titleBeforeOrNothing(text: string, start: number, from: number): boolean {
  for (let at = start; at < from; at++) {
    const title = titleAt(text, at);
    if (title !== undefined && at + title.length === from) return false;
  }
  return true;
}
