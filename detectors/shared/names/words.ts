/** What the dictionaries say of the window: names, words and places that begin and end at each character, and the likeliest cut into words. */
import { titleAt } from "../name-cues.js";
import { givenTier, isPlace, katakanaTrie, nameTrie, surnameTier, wordTier } from "../name-dictionary.js";
import { step } from "../trie.js";
import { Kind, kindsOfKatakana, kindsOfNames } from "../word-kinds.js";
import { KANJI, KATAKANA, klass, runEnd, runStart, SIZE, units } from "./window.js";

/** Tier times eight and length of the best surname, given name and common word that begins, or ends, at a character. */
export const surBegin = new Uint8Array(SIZE);
export const surEnd = new Uint8Array(SIZE);
export const givBegin = new Uint8Array(SIZE);
export const givEnd = new Uint8Array(SIZE);
/** Length times four and tier. */
export const wordBegin = new Uint8Array(SIZE);
export const wordEnd = new Uint8Array(SIZE);
/** Length of the place over a character, and where in it the character is. */
export const placeAt = new Uint8Array(SIZE);
/** Score times eight and length of the best surname with a given name: where it begins, where its given name begins, where it ends. */
export const fullBegin = new Uint8Array(SIZE);
export const fullMid = new Uint8Array(SIZE);
export const fullEnd = new Uint8Array(SIZE);
/** Length of the title or honorific that begins at a character, or ended before it. */
export const titleBegin = new Uint8Array(SIZE);
export const titleEnd = new Uint8Array(SIZE);
/** Of a run of katakana: the payload of the whole (0x10000), of its longest known beginning (0x30000), or that nothing is known (0x20000). */
export const runInfo = new Int32Array(SIZE);
/** The word over a character. */
export const tokenStart = new Int32Array(SIZE);
export const tokenEnd = new Int32Array(SIZE);
export const tokenClass = new Int32Array(SIZE);
/** What UniDic takes it for, or that it is a title. */
export const tokenKind = new Uint8Array(SIZE);

/** Bits that say what kind of word a token is. */
export const KATAKANA_WORD = 0x1000000;
const OTHER_RUN = 0x2000000;
export const KANJI_WORD = 0x4000000;
const KNOWN = 0x100;
const TITLE = 0x8000000;
/** Behind the last of `Kind`. */
const TITLE_KIND = 9;

const MARKS = [surBegin, surEnd, givBegin, givEnd, wordBegin, wordEnd, placeAt, fullBegin, fullMid, fullEnd, titleBegin, titleEnd, runInfo];

/** @param base the text's offset at index 0 */
export function readWords(text: string, base: number, size: number): void {
  // Up to what neighbours beyond the last may be asked for.
  for (const mark of MARKS) mark.fill(0, 0, size + 2);
  for (let i = 0; i < size; i++) {
    if (klass[i] === KANJI) {
      markWords(i, runEnd[i]);
      const title = titleAt(text, base + i)?.length ?? 0;
      if (title > 0) {
        titleBegin[i] = Math.min(3, title);
        if (i + title < size) titleEnd[i + title] = Math.max(titleEnd[i + title], Math.min(3, title));
      }
    } else if (klass[i] === KATAKANA && runStart[i] === i) readKatakana(i, runEnd[i]);
  }
  for (let i = 0; i < size; i = runEnd[i]) {
    const stop = runEnd[i];
    if (klass[i] === KANJI) cut(text, base, i, stop);
    else if (klass[i] === KATAKANA) setToken(i, stop, runInfo[i] | (Math.min(3, stop - i) << 20) | KATAKANA_WORD, tokenKind[i]);
    else setToken(i, stop, klass[i] | OTHER_RUN, Kind.Unknown);
  }
}

function setToken(start: number, end: number, of: number, kind: number): void {
  // Words are short: a call for each would cost more than the loop.
  for (let at = start; at < end; at++) {
    tokenStart[at] = start;
    tokenEnd[at] = end;
    tokenClass[at] = of;
    tokenKind[at] = kind;
  }
}

function markWords(i: number, stop: number): void {
  const trie = nameTrie();
  let node = trie.roots[units[i]];
  for (let j = i + 1; node !== 0; j++) {
    const payload = trie.payload[node];
    if (payload !== 0) {
      const length = Math.min(7, j - i);
      const surname = surnameTier(payload);
      const given = givenTier(payload);
      const word = wordTier(payload);
      if (surname > 0) {
        raise(surBegin, i, surname * 8 + length);
        raise(surEnd, j - 1, surname * 8 + length);
        if (j < stop) markFullNames(i, j, stop, payload);
      }
      if (given > 0) {
        raise(givBegin, i, given * 8 + length);
        raise(givEnd, j - 1, given * 8 + length);
      }
      if (word > 0) {
        raise(wordBegin, i, length * 4 + word);
        raise(wordEnd, j - 1, length * 4 + word);
      }
      if (isPlace(payload)) for (let k = i; k < j; k++) raise(placeAt, k, length * 4 + (k === i ? 1 : k === j - 1 ? 3 : 2));
    }
    if (j >= stop) break;
    node = step(trie, node, units[j]);
  }
}

function raise(mark: Uint8Array, at: number, value: number): void {
  if (value > mark[at]) mark[at] = value;
}

const LONGEST_GIVEN = 4;

/** Full names that begin at `i` with the surname up to `j`. */
function markFullNames(i: number, j: number, stop: number, surname: number): void {
  const trie = nameTrie();
  let node = trie.roots[units[j]];
  for (let k = j + 1; node !== 0; k++) {
    const payload = trie.payload[node];
    const given = givenTier(payload);
    if (given > 0) {
      let score = surnameTier(surname) + given;
      if (wordTier(payload) >= 2) score--;
      if (wordTier(surname) >= 2 && surnameTier(surname) < 3) score--;
      if (k - i <= 2) score--;
      const value = Math.max(1, score) * 8 + Math.min(7, k - i);
      raise(fullBegin, i, value);
      raise(fullMid, j, value);
      raise(fullEnd, k - 1, value);
    }
    if (k >= stop || k - j >= LONGEST_GIVEN) break;
    node = step(trie, node, units[k]);
  }
}

function readKatakana(start: number, stop: number): void {
  const trie = katakanaTrie();
  let node = trie.roots[units[start]];
  let longest = 0;
  let info = 0;
  let kind: number = Kind.Unknown;
  for (let j = start + 1; node !== 0; j++) {
    const payload = trie.payload[node];
    if (payload !== 0) {
      longest = payload;
      if (j === stop) {
        info = 0x10000 | payload;
        kind = kindsOfKatakana()[node];
      }
    }
    if (j >= stop) break;
    node = step(trie, node, units[j]);
  }
  if (info === 0) info = longest === 0 ? 0x20000 : 0x30000 | longest;
  runInfo.fill(info, start, stop);
  tokenKind[start] = kind;
}

/** Costs of a word by its tiers, of each word, of a character by itself, and of one that no word explains. */
const SURNAME_COST = [9, 2.8, 1.8, 1.1];
const GIVEN_COST = [9, 3, 2, 1.3];
const WORD_COST = [9, 2, 1.4, 1];
const PLACE_COST = 1.2;
const EACH = 1;
const OF_ONE = 1.6;
const LONG_GAIN = 0.5;
const UNKNOWN_COST = 5;
const TITLE_COST = 1.6;
const TITLE_OF_ONE_COST = 2.4;

const pathCost = new Float32Array(SIZE + 1);
const pathFrom = new Int32Array(SIZE + 1);
const pathClass = new Int32Array(SIZE + 1);
const pathKind = new Uint8Array(SIZE + 1);

function reach(at: number, cost: number, from: number, of: number, kind: number): void {
  if (cost >= pathCost[at]) return;
  pathCost[at] = cost;
  pathFrom[at] = from;
  pathClass[at] = of;
  pathKind[at] = kind;
}

/** The cheapest way to cut a run of kanji into words. Linear: words have an end. */
function cut(text: string, base: number, start: number, stop: number): void {
  const trie = nameTrie();
  const kinds = kindsOfNames();
  for (let at = start; at <= stop; at++) pathCost[at] = Infinity;
  pathCost[start] = 0;
  for (let i = start; i < stop; i++) {
    const soFar = pathCost[i];
    reach(i + 1, soFar + UNKNOWN_COST, i, KANJI_WORD, Kind.Unknown);
    let node = trie.roots[units[i]];
    for (let j = i + 1; node !== 0; j++) {
      const payload = trie.payload[node];
      if (payload !== 0) {
        const role = Math.min(SURNAME_COST[surnameTier(payload)], GIVEN_COST[givenTier(payload)], WORD_COST[wordTier(payload)]) + (j - i === 1 ? OF_ONE : 0);
        const cost = Math.min(role, isPlace(payload) ? PLACE_COST : Infinity) + EACH - (j - i >= 3 ? LONG_GAIN : 0);
        reach(j, soFar + cost, i, payload | KANJI_WORD | KNOWN | (Math.min(4, j - i) << 9), kinds[node]);
      }
      if (j >= stop) break;
      node = step(trie, node, units[j]);
    }
    const title = titleBegin[i] === 0 ? undefined : titleAt(text, base + i);
    if (title === undefined || i + title.length > stop) continue;
    const isOne = title.length === 1;
    reach(i + title.length, soFar + (isOne ? TITLE_OF_ONE_COST : TITLE_COST), i, TITLE | Math.min(3, title.length) | (isOne ? title.charCodeAt(0) << 4 : 0), TITLE_KIND);
  }
  for (let end = stop; end > start; end = pathFrom[end]) setToken(pathFrom[end], end, pathClass[end], pathKind[end]);
}
