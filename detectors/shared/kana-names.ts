/** Names in text that are not wholly of kanji in one run: spaced ones, with a given name in kana, foreign ones, readings. */
import type { NameCandidate } from "./kanji-names.js";
import { bracketAfter, kanaHonorificAt, titleAt } from "./name-cues.js";
import { givenTier, isPlace, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { evidenceBefore, evidenceBehind, fillsField, isLabelled } from "./name-evidence.js";
import { IN_A_HEAD } from "./name-shape.js";
import { bestSplit, oddsOfSplit } from "./name-split.js";
import { longestWord, lookUp, step } from "./trie.js";
import { zenginHolderAt } from "./zengin.js";

const isKanji = (code: number): boolean => (code >= 0x3400 && code <= 0x9fff) || code === 0x3005;
const isHiragana = (code: number): boolean => code >= 0x3041 && code <= 0x3096;
const isKatakana = (code: number): boolean => (code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** The record's place for the holder of an account. */
const HOLDER_ODDS = 3.5;
const isKana = (code: number): boolean => isHiragana(code) || isKatakana(code);

const LONGEST_PART = 4;
const MOST_SPACES = 4;
const SPACED_PRIOR = -1.6;
const MAX_SPACED_CHARS = 7;

function runEnd(text: string, start: number, limit: number): number {
  let i = start;
  while (i < text.length && i - start <= limit && isKanji(text.charCodeAt(i))) i++;
  return i;
}

/** Where the next word begins after one to four spaces; `at` where there are none or more. */
function afterSpaces(text: string, at: number): number {
  let i = at;
  while (i - at <= MOST_SPACES && text.charCodeAt(i) === 0x20) i++;
  return i - at <= MOST_SPACES ? i : at;
}

/** 佐藤 花子, 佐 藤 花 子, 佐藤 さくら: a run of kanji followed by a space. */
export function spacedName(text: string, start: number, end: number): NameCandidate | undefined {
  if (end - start > LONGEST_PART) return undefined;
  const next = afterSpaces(text, end);
  if (next === end || isItemNumber(text, start, end)) return undefined;
  if (end - start === 1) {
    const spread = spreadName(text, start);
    if (spread !== undefined) return spread;
  }
  const surname = lookUp(nameTrie(), text, start, end);
  if (surnameTier(surname) === 0) return undefined;
  const code = text.charCodeAt(next);
  const kana = isKana(code) ? kanaGivenEnd(text, next) : undefined;
  let to = isKanji(code) ? runEnd(text, next, LONGEST_PART + 2) : isKana(code) ? Math.max(longestWord(nameTrie(), text, next, next + 6), kana?.end ?? next) : next;
  if (to === next) return undefined;
  if (!isKanji(code) && isKana(text.charCodeAt(to)) && !kanaHonorificAt(text, to)) return undefined;
  // 佐藤 花子様: what follows the given name in its run is an honorific or a title.
  for (let at = next + 1; at < to; at++) {
    const title = titleAt(text, at);
    if (title !== undefined && at + title.length === to) to = at;
  }
  if (to - next > LONGEST_PART) return undefined;
  // 相川  五十嵐  宇野: a row of surnames.
  if (next - end > 1 && IN_A_ROW.test(text.slice(to, to + 6)) && surnameTier(lookUp(nameTrie(), text, next, to)) === 3) return undefined;
  // まどか, キヨ子: what the dictionaries have as マドカ and キヨ.
  const known = kana?.end === to ? kana.known : text.slice(next, to);
  const given = lookUp(nameTrie(), known, 0, known.length);
  if (givenTier(given) === 0) return undefined;
  const whole = text.slice(start, end) + known;
  let odds = oddsOfSplit(whole, 0, end - start, end - start, whole.length) + (givenTier(given) >= 2 ? -0.7 : SPACED_PRIOR);
  // 丸亀 つぐみ: who wrote a poem, and where.
  if (kana?.isKnown === false && isPlace(surname) && !isLabelled(text, start)) odds -= 2;
  // 山口 幸子: some place is called after everybody.
  if (isPlace(surname) && isPlace(given)) odds -= givenTier(given) === 3 && surnameTier(surname) === 3 ? 1.5 : 3;
  // Two surnames in a row: a list of them.
  if (givenTier(given) < 2 && surnameTier(given) >= 2) odds -= 1.5;
  odds += evidenceBefore(text, start) + (titleAt(text, to) !== undefined ? 2.5 : evidenceBehind(text, to, given));
  if (fillsField(text, start, to)) odds += 1.2;
  return { start, end: to, odds };
}

const IN_A_ROW = /^ {2,4}\p{Script=Han}{2}/u;

/** 三  太郎さんと花子さんは: the number of a question or a section, at a line's beginning. */
export function isItemNumber(text: string, start: number, end: number): boolean {
  if (!NUMERALS.has(text[start]) || end - start > 2) return false;
  let at = start - 1;
  while (at >= 0 && text.charCodeAt(at) === 0x20) at--;
  return (at < 0 || text.charCodeAt(at) === 0x0a) && (end - start === 1 || NUMERALS.has(text[end - 1]));
}
const NUMERALS = new Set("一二三四五六七八九十");

/** 佐 藤 花 子: every character by itself. */
function spreadName(text: string, start: number): NameCandidate | undefined {
  if (text.charCodeAt(start - 1) === 0x20 && isKanji(text.charCodeAt(start - 2)) && !isKanji(text.charCodeAt(start - 3))) return undefined;
  let joined = "";
  let end = start;
  for (let i = start; joined.length < MAX_SPACED_CHARS; ) {
    if (!isKanji(text.charCodeAt(i)) || isKanji(text.charCodeAt(i + 1))) break;
    joined += text[i];
    end = i + 1;
    const next = afterSpaces(text, end);
    if (next === end) break;
    i = next;
  }
  if (joined.length < 3 || joined.length > 6 || IN_A_HEAD.test(joined)) return undefined;
  const odds = bestSplit(joined, 0, joined.length).odds - 0.8 + evidenceBefore(text, start) + evidenceBehind(text, end, 0);
  return odds > 0 ? { start, end, odds } : undefined;
}

/** A given name in kana, as it stands and as the dictionaries have it. */
interface KanaGiven {
  readonly end: number;
  /** Whether they have it so, and not only its reading. */
  readonly isKnown: boolean;
  readonly known: string;
}

/** Longest first, so that さくらこ is not さくら. */
function kanaGivenEnd(text: string, start: number): KanaGiven | undefined {
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
  return end > start && !NOT_GIVEN.has(text.slice(start, end)) ? { end, isKnown: false, known: inKatakana(text.slice(start, end)) } : undefined;
}

const inKatakana = (kana: string): string => Array.from(kana, (char) => String.fromCharCode(katakanaCode(char.charCodeAt(0)))).join("");

/** キヨ子, ハル江, トミ代: names of the generations that are cared for now. A word goes on in kanji, and these end in one. */
function afterSuffix(text: string, start: number, end: number): number {
  if (!isKatakana(text.charCodeAt(start)) || end - start > 3 || !GIVEN_SUFFIXES.has(text[end] ?? "")) return end;
  return isKanji(text.charCodeAt(end + 1)) && titleAt(text, end + 1) === undefined ? end : end + 1;
}
const GIVEN_SUFFIXES = new Set("子江代枝乃恵美");
const katakanaCode = (code: number): number => (isHiragana(code) ? code + 0x60 : code);
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

/** What makes a foreign name the name of something else. */
const NOT_A_PERSON_AFTER = /^(?:社|賞|杯|島|山|川|湖|州|市|町|郡|県|国|大学|大統領選|学校|高校|病院|通り|駅|空港|橋|法|症|病|効果|製|号|級|型|城|家|店|部|系|式|語|人|派|座|線|戦|市場|王朝|帝国|教会|寺院|公園|スタジアム|銀行|財団|協会|研究所|事件|革命|時代|城|宮殿|聖堂|・)/u;
const KATAKANA_PARTS = /[ァ-ヴー]{2,12}(?:[・=＝][ァ-ヴー]{1,12}){1,3}/uy;

/** ジョン・スミス, サトウ ハナコ, スミス氏. */
export function katakanaName(text: string, start: number, end: number): NameCandidate | undefined {
  const length = end - start;
  if (length < 2 || length > 12) return undefined;
  if (isDigit(text.charCodeAt(start - 1))) {
    const holder = zenginHolderAt(text, start);
    if (holder !== undefined) return { ...holder, odds: HOLDER_ODDS };
  }
  const joiner = text[end];
  if (joiner === "・" || joiner === "=") return foreignName(text, start);
  if (text[start - 1] === "・" || text[start - 1] === "=") return undefined;
  const labelled = isLabelled(text, start);
  if (joiner === " ") {
    const reading = spacedReading(text, start, end, labelled);
    if (reading !== undefined) return reading;
  }
  if (isKanji(text.charCodeAt(start - 1))) return undefined;
  const title = titleAt(text, end);
  const addressed = title === "氏" || title === "様" || kanaHonorificAt(text, end) ? 1 : title !== undefined ? 0.5 : 0;
  // Most words of katakana are neither labelled nor addressed.
  if (addressed === 0 && !labelled) return undefined;
  const payload = lookUp(nameTrie(), text, start, end);
  const tier = Math.max(surnameTier(payload), givenTier(payload));
  if (labelled && length >= 4 && wordTier(payload) === 0) {
    let best = -9;
    for (let at = start + 2; at <= end - 2; at++) best = Math.max(best, oddsOfSplit(text, start, at, at, end));
    if (best > 0.5) return { start, end, odds: best + 1 };
  }
  if (addressed === 0 || wordTier(payload) > 0 || isPlace(payload)) return undefined;
  // 氏 is said of people only; companies, too, are called さん.
  if (tier === 0) return title === "氏" && length >= 3 ? { start, end, odds: 1.2 } : undefined;
  return { start, end, odds: [0, -0.4, 0.3, 0.7][tier] + addressed * 1.2 + (surnameTier(payload) >= 2 && givenTier(payload) >= 2 ? 0.4 : 0) };
}

function foreignName(text: string, start: number): NameCandidate | undefined {
  const before = text.charCodeAt(start - 1);
  if (text[start - 1] === "・" || text[start - 1] === "=" || isKanji(before)) return undefined;
  KATAKANA_PARTS.lastIndex = start;
  if (!KATAKANA_PARTS.test(text)) return undefined;
  const end = KATAKANA_PARTS.lastIndex;
  const parts = text.slice(start, end).split(/[・=＝]/u);
  const payloads = parts.map((part) => lookUp(nameTrie(), part, 0, part.length));
  const first = givenTier(payloads[0]);
  const last = payloads[payloads.length - 1];
  const lastTier = Math.max(surnameTier(last), givenTier(last));
  const words = payloads.filter((payload) => wordTier(payload) > 0 || isPlace(payload)).length;
  let odds = -0.9 + [0, 0.7, 1.5, 2][first] + [0, 0.6, 1.2, 1.6][lastTier] - 1.2 * words + (parts.length > 2 ? -0.3 : 0);
  const title = titleAt(text, end);
  if (title !== undefined || kanaHonorificAt(text, end)) odds += 2;
  else if (bracketAfter(text, end) === "years") odds += 2;
  else if (NOT_A_PERSON_AFTER.test(text.slice(end, end + 5))) odds -= 3;
  else if (isKanji(text.charCodeAt(end))) odds -= 1.5;
  return { start, end, odds };
}

/** サトウ ハナコ: Japanese names in their reading. */
function spacedReading(text: string, start: number, end: number, labelled: boolean): NameCandidate | undefined {
  const next = afterSpaces(text, end);
  let to = next;
  while (to < text.length && to - next <= 8 && isKatakana(text.charCodeAt(to))) to++;
  if (to - next < 2 || to - next > 8 || end - start > 8) return undefined;
  const written = oddsOfSplit(text, start, end, next, to);
  const parts = [text.slice(start, end), text.slice(next, to)].map(withSmallKana);
  const read = oddsOfSplit(parts.join(""), 0, parts[0].length, parts[0].length, parts.join("").length);
  const odds = Math.max(written, read) - 2 + (labelled ? 2.5 : 0);
  return odds > 0 ? { start, end: to, odds } : undefined;
}

/** シヨウタ, リヨウコ: banks' records have no small kana. */
const withSmallKana = (kana: string): string => kana.replace(/([キシチニヒミリギジビピ])([ヤユヨ])/gu, (_, first: string, second: string) => first + String.fromCharCode(second.charCodeAt(0) - 1));

/** さとう はなこ: only where a label announces it. */
export function hiraganaName(text: string, start: number, end: number): NameCandidate | undefined {
  if (end - start > 8 || end - start < 2 || !isLabelled(text, start)) return undefined;
  const next = afterSpaces(text, end);
  let to = next;
  if (next > end) while (to < text.length && to - next <= 8 && isHiragana(text.charCodeAt(to))) to++;
  const both = to > next ? text.slice(start, end) + text.slice(next, to) : text.slice(start, end);
  const kana = both.replace(/[ぁ-ゖ]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0x60));
  if (to > next) return { start, end: to, odds: oddsOfSplit(kana, 0, end - start, end - start, kana.length) + 0.5 };
  let best = -9;
  for (let at = 2; at <= kana.length - 2; at++) best = Math.max(best, oddsOfSplit(kana, 0, at, at, kana.length));
  return { start, end, odds: best };
}
