/** Which characters may be in a name at all, before anything dear is asked of them: for each, a sum of GATE_WIDTH learnt weights against a threshold. */
import { isHiragana, isKanji, isKatakana } from "../../../src/text/characters.js";
import { givenTier, katakanaTrie, nameTrie, surnameTier, wordTier } from "../name-dictionary.js";
import { lookUp, step, type Trie } from "../trie.js";

export interface Gate {
  /** GATE_TABLES of 2 to the GATE_BITS weights. */
  readonly weights: Int8Array;
  /** Least sum for a character of kanji, and for a run of katakana. */
  readonly kanji: number;
  readonly katakana: number;
}

export const GATE_BITS = 15;
export const GATE_WIDTH = 7;
/** One for each weight of a sum; kanji and katakana have their own. */
export const GATE_TABLES = 2 * GATE_WIDTH;

const DOT = 0x30fb;
const EQUALS = 0x3d;
export const isJoiner = (code: number): boolean => code === DOT || code === EQUALS;
export const isNameScript = (code: number): boolean => isKanji(code) || isKatakana(code);

const LONGEST_RUN = 64;

/** Where the run of one script ends that begins with `code`; longer ones are taken in pieces, so that nothing is read again for each. */
export function runEnd(text: string, start: number, code: number): number {
  const most = Math.min(text.length, start + LONGEST_RUN);
  const isSame = isKatakana(code) ? isKatakana : isHiragana(code) ? isHiragana : isKanji;
  let end = start + 1;
  while (end < most && isSame(text.charCodeAt(end))) end++;
  return end;
}

/** Where the weights stand that `kanjiSlots` or `katakanaSlots` asked for last. */
export const slots = new Int32Array(GATE_WIDTH);
const MASK = (1 << GATE_BITS) - 1;
const slot = (table: number, a: number, b: number): number => (table << GATE_BITS) | (((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 9) & MASK);

/** @param word, wordBefore what `wordAt` says at the character and at the one before */
export function kanjiSlots(before: number, code: number, behind: number, word: number, wordBefore: number): void {
  slots[0] = slot(0, code, 1);
  slots[1] = slot(1, before, code);
  slots[2] = slot(2, code, behind);
  slots[3] = slot(3, before, 1);
  slots[4] = slot(4, behind, 1);
  slots[5] = slot(5, word, wordBefore);
  slots[6] = slot(6, word, before);
}

export function katakanaSlots(text: string, start: number, end: number): void {
  const length = end - start;
  const payload = lookUp(katakanaTrie(), text, start, end) | (Math.min(7, length) << 8);
  const before = start > 0 ? text.charCodeAt(start - 1) : 0;
  const behind = end < text.length ? text.charCodeAt(end) : 0;
  const last = text.charCodeAt(end - 1);
  const beforeLast = length > 1 ? text.charCodeAt(end - 2) : 0;
  slots[0] = slot(7, payload, 1);
  slots[1] = slot(8, payload, before);
  slots[2] = slot(9, payload, behind);
  slots[3] = slot(10, before, behind);
  slots[4] = slot(11, last, beforeLast);
  slots[5] = slot(12, text.charCodeAt(start), length > 1 ? text.charCodeAt(start + 1) : 0);
  slots[6] = slot(13, last, Math.imul(beforeLast, 31) + (length > 2 ? text.charCodeAt(end - 3) : 0));
}

export function weightOfSlots({ weights }: Gate): number {
  let sum = 0;
  for (let i = 0; i < GATE_WIDTH; i++) sum += weights[slots[i]];
  return sum;
}

const LONGEST_WORD = 4;

/** How good the best surname, given name and common word are that begin here. */
export function wordAt(trie: Trie, text: string, start: number): number {
  let surname = 0, surnameLength = 0, given = 0, word = 0;
  let node = trie.roots[text.charCodeAt(start)];
  for (let at = start + 1; node !== 0; at++) {
    const payload = trie.payload[node];
    if (payload !== 0) {
      const tier = surnameTier(payload);
      if (tier > 0 && tier >= surname) {
        surname = tier;
        surnameLength = at - start;
      }
      const asGiven = givenTier(payload);
      if (asGiven > given) given = asGiven;
      const asWord = wordTier(payload);
      if (asWord > 0) word = Math.max(word, asWord + 4 * (at - start - 1));
    }
    if (at >= text.length || at - start >= LONGEST_WORD) break;
    node = step(trie, node, text.charCodeAt(at));
  }
  return surname | (surnameLength << 2) | (given << 5) | (word << 7);
}

/** The last character that passed in the run that `firstPast` was asked about. */
export let lastPast = -1;

/** The first character of a run of kanji that may be in a name, -1 where there is none. */
export function firstPast(gate: Gate, text: string, start: number, end: number): number {
  const trie = nameTrie();
  let first = -1;
  let before = start > 0 ? text.charCodeAt(start - 1) : 0;
  let code = text.charCodeAt(start);
  let wordBefore = 0;
  for (let i = start; i < end; i++) {
    const behind = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
    const word = wordAt(trie, text, i);
    kanjiSlots(before, code, behind, word, wordBefore);
    if (weightOfSlots(gate) >= gate.kanji) {
      if (first < 0) first = i;
      lastPast = i;
    }
    before = code;
    code = behind;
    wordBefore = word;
  }
  return first;
}

/** Whether a run of katakana may be in a name; one letter only where ・ or = joins it to others. */
export function passesKatakana(gate: Gate, text: string, start: number, end: number): boolean {
  if (end - start < 2 && !(start > 0 && isJoiner(text.charCodeAt(start - 1))) && !isJoiner(text.charCodeAt(end))) return false;
  katakanaSlots(text, start, end);
  return weightOfSlots(gate) >= gate.katakana;
}

const SHORTEST_READING = 2;
const LONGEST_READING = 9;
/** Brackets, tabs, spaces, line feeds, commas, colons, pipes; not A-Z and a-z. */
const isBorder = (code: number): boolean => code < 0x30 || code === 0x3a || code === 0x7c || Number.isNaN(code);

/** Whether a run of hiragana fills its field, as readings do in forms and behind names: 佐藤花子(さとうはなこ), ふりがな: さとう はなこ. */
export function isReadingLike(text: string, start: number, end: number): boolean {
  return end - start >= SHORTEST_READING && end - start <= LONGEST_READING && isBorder(text.charCodeAt(start - 1)) && isBorder(text.charCodeAt(end));
}
