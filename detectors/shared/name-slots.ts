/**
 * Names by their place: 05:25 石原 車番1979 below 04:36 山崎八重子 車番0646, [工程2] 栗原 beside [検査] 松本真由美, カンパ 三宅5千 十河3千. What stands between the
 * same signs as people who are certain is one of them where somebody is called so, though it is a place's name as well.
 */
import { isDigit, isHiragana, isKatakana, isKanji, tableOf } from "../../src/text/characters.js";
import { DEEDS } from "./deeds.js";
import type { NameCandidate } from "./kanji-names.js";
import { isPlace, nameTrie, surnameTier, wordTier } from "./name-dictionary.js";
import { partsOf } from "./name-echoes.js";
import { oddsOfShape } from "./name-shape.js";
import { lookUp } from "./trie.js";

/** UTF-16 units from somebody who is certain. */
const NEAR = 500;
const LONGEST = 4;
/** Different words of one slot: people and sure surnames among them, and the share of all that are surnames. */
const FEWEST = 3;
const FEWEST_BETWEEN = 2;
const ENOUGH = 0.8;
/** What is done, before who did it. */
const PREFIX = 2;
/** Log odds. */
const COMMON = 1.6;
const SELDOM = 1.2;
/** Gained by what looks like a whole name. */
const AS_WHOLE = 1.6;

const [SPACE, NINE] = [0x20, 0x39];
export const [LINE_FEED, LETTER] = [0x0a, 0x4c];
/** Before the words of sentences. */
const OF_SENTENCES = tableOf("、。,.!?！？「」『』\"'");
const JOINS = tableOf("/・&⇔→");

const isLetter = (code: number): boolean => isKanji(code) || isHiragana(code) || isKatakana(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const signOf = (code: number): number => (Number.isNaN(code) ? LINE_FEED : isDigit(code) ? NINE : isLetter(code) ? LETTER : code);

/** What stands before an item, spaces left out: any digit as 9, any letter as L, a line's beginning as its feed. */
export function signBefore(text: string, start: number): number {
  let at = start - 1;
  while (at >= 0 && text.charCodeAt(at) === SPACE) at--;
  return signOf(text.charCodeAt(at));
}

/** What stands behind it: behind a space the letter itself, which heads the next field. */
function signBehind(text: string, end: number): number {
  let at = end;
  while (text.charCodeAt(at) === SPACE) at++;
  const code = text.charCodeAt(at);
  return isLetter(code) ? code : signOf(code);
}

interface Item {
  readonly start: number;
  readonly end: number;
  readonly isKnown: boolean;
}

interface Slot {
  readonly words: Map<string, Item>;
  readonly items: Item[];
  readonly fewest: number;
}

/**
 * @param text normalised
 * @param known who are certain, in order
 * @param isFree whether nothing was found there yet
 */
export function namesInSlots(text: string, known: readonly NameCandidate[], isFree: (start: number, end: number) => boolean): NameCandidate[] {
  const slots = new Map<string, Slot>();
  const surnames = surnamesOf(text, known);
  const enter = (key: string, item: Item, fewest: number): void => {
    let slot = slots.get(key);
    if (slot === undefined) slots.set(key, (slot = { words: new Map(), items: [], fewest }));
    slot.items.push(item);
    const word = text.slice(item.start, item.end);
    if (!slot.words.has(word)) slot.words.set(word, item);
  };
  let before = LINE_FEED;
  let last = -1;
  for (const item of itemsNear(text, known)) {
    if (!item.isKnown && isKanji(text.charCodeAt(item.start - 1))) {
      enter(text.slice(item.start - PREFIX, item.start), item, FEWEST);
      continue;
    }
    if (item.start - 1 !== last || JOINS[text.charCodeAt(last)] !== 1) before = signBefore(text, item.start);
    last = item.end;
    if (OF_SENTENCES[before] === 1) continue;
    const behind = signBehind(text, item.end);
    const isCounted = isDigit(text.charCodeAt(item.end));
    if (before === LETTER && !isCounted) continue;
    const named = item.isKnown || !surnames.has(text.slice(item.start, item.end)) ? item : { ...item, isKnown: true };
    if (isCounted || isLetter(behind)) enter(`${before} ${behind}`, named, FEWEST_BETWEEN);
    if (before !== LETTER && before !== LINE_FEED) enter(String(before), named, FEWEST);
  }
  const found = new Map<number, NameCandidate>();
  for (const slot of slots.values()) {
    if (!isOfPeople(text, slot)) continue;
    const isParted = [...slot.words.values()].some((one) => one.isKnown && text.slice(one.start, one.end).includes(" "));
    for (const { start, end: wordEnd, isKnown } of slot.items) {
      const tier = tierOf(text, start, wordEnd);
      const end = isParted && !isKnown ? withGiven(text, wordEnd) : wordEnd;
      const odds = tier === 3 ? COMMON : tier === 2 || isKnown ? SELDOM : oddsOfShape(text.slice(start, end)) + AS_WHOLE;
      if (odds >= SELDOM && isFree(start, end)) found.set(start, { start, end, odds });
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

const surnamesOf = (text: string, known: readonly NameCandidate[]): ReadonlySet<string | undefined> => new Set(known.map(({ start, end }) => partsOf(text.slice(start, end))?.surname));

function isOfPeople(text: string, { words, fewest }: Slot): boolean {
  const [first] = words.values();
  const isBehindDeed = !first.isKnown && isKanji(text.charCodeAt(first.start - 1));
  let people = 0;
  let known = 0;
  let named = 0;
  for (const { start, end, isKnown } of words.values()) {
    const payload = lookUp(nameTrie(), text, start, end);
    const isSure = surnameTier(payload) === 3 && !isPlace(payload) && wordTier(payload) < 2;
    if (isKnown) known++;
    if (isKnown || isSure) people++;
    if (isKnown || tierOf(text, start, end) >= 2) named++;
  }
  return (isBehindDeed ? named : known && people) >= fewest && named >= words.size * ENOUGH;
}

/** 佐藤 花子 where the others are written so. */
function withGiven(text: string, end: number): number {
  GIVEN_BEHIND.lastIndex = end;
  return GIVEN_BEHIND.test(text) ? GIVEN_BEHIND.lastIndex : end;
}
const GIVEN_BEHIND = / [\p{Script=Han}々ぁ-ゖァ-ヴー]{1,3}(?![\p{Script=Han}々ぁ-ゖァ-ヴー\d])/uy;

/** A single kanji is somebody's where it is little else. */
function tierOf(text: string, start: number, end: number): number {
  const payload = end - start > LONGEST ? 0 : lookUp(nameTrie(), text, start, end);
  return end - start === 1 && surnameTier(payload) < 3 ? 0 : surnameTier(payload);
}

/** Known names, and words between signs or spaces, near them. */
function* itemsNear(text: string, known: readonly NameCandidate[]): Generator<Item> {
  let at = 0;
  let next = 0;
  for (const { start, end } of known) {
    const stop = Math.min(text.length, end + NEAR);
    at = Math.max(at, start - NEAR);
    while (at > 0 && at < stop && isLetter(text.charCodeAt(at - 1)) && isLetter(text.charCodeAt(at))) at++;
    while (at < stop) {
      while (next < known.length && known[next].start < at) next++;
      if (next < known.length && known[next].start === at) {
        yield { start: at, end: known[next].end, isKnown: true };
        at = known[next].end;
        continue;
      }
      if (!isLetter(text.charCodeAt(at))) {
        at++;
        continue;
      }
      const from = at;
      const until = next < known.length ? known[next].start : text.length;
      let isWord = true;
      for (; at < until && isLetter(text.charCodeAt(at)); at++) isWord &&= isKanji(text.charCodeAt(at));
      if (at - from <= LONGEST || !isWord) yield { start: from, end: at, isKnown: false };
      // 返却鶴田, 返却関: what was done, and by whom.
      if (isWord && at - from > PREFIX && at - from <= PREFIX + LONGEST && DEEDS.has(text.slice(from, from + PREFIX))) yield { start: from + PREFIX, end: at, isKnown: false };
    }
  }
}
