/** Names whose parts or characters stand apart: 佐藤 花子, 佐 藤 花 子, 佐藤 さくら. */
import { isKana, isKanji } from "../../src/text/characters.js";
import { kanaGivenEnd } from "./kana-given.js";
import type { NameCandidate } from "./kanji-names.js";
import { kanaHonorificAt, titleAt } from "./name-cues.js";
import { givenTier, isPlace, nameTrie, surnameTier } from "./name-dictionary.js";
import { evidenceBefore, evidenceBehind, fillsField, isLabelled } from "./name-evidence.js";
import { IN_A_HEAD } from "./name-shape.js";
import { bestSplit, oddsOfSplit } from "./name-split.js";
import { longestWord, lookUp } from "./trie.js";

const LONGEST_PART = 4;
const SPACED_PRIOR = -1.6;
const MAX_SPACED_CHARS = 7;

const MOST_SPACES = 4;

function runEnd(text: string, start: number, limit: number): number {
  let i = start;
  while (i < text.length && i - start <= limit && isKanji(text.charCodeAt(i))) i++;
  return i;
}

/** Where the next word begins after one to four spaces; `at` where there are none or more. */
export function afterSpaces(text: string, at: number): number {
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
function isItemNumber(text: string, start: number, end: number): boolean {
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
