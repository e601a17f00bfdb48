/**
 * A given name or a surname by itself in an English sentence, where the text names that person in full and privately: "Margaret Holloway … Margaret to write",
 * "Holloway has not paid". Words of the language are left out, and what a place or a firm would follow.
 */
import { isEnglishWord } from "./english-words.js";
import type { NameCandidate } from "./kanji-names.js";
import { latinParts } from "./latin-name.js";

/** Names of one text that are looked for again, and occurrences of each. */
const MOST_NAMES = 60;
const MOST_TIMES = 40;
/** How far from where somebody is named in full: a log of megabytes is not read once for each name in it. */
const [BACK, AHEAD] = [4_000, 20_000];
const WHOLE_NAME = /^(\p{Lu}[\p{Script=Latin}'’-]{1,24})(?: \p{Lu}\.?)? (\p{Lu}[\p{Script=Latin}'’-]{2,24})$|^(\p{Lu}[\p{Script=Latin}'’-]{2,24}), (\p{Lu}[\p{Script=Latin}'’-]{1,24})$/u;
const LETTER = /[\p{L}\d_@./\\-]/u;
/** Another capitalised word, a place's preposition, or a saint. */
const NOT_BEHIND = /(?:\p{Lu}[\p{L}.'’-]*|\b(?:in|at|near|of|from|via|the|a|an|St\.?)) $/u;
const NOT_BEFORE = /^(?:[\p{L}\d_@/\\-]| \p{Lu}|\.\w)/u;
/** What somebody does or is said to have: a surname needs it, for towns and firms are called so. */
const DOES = /^(?:['’]s | (?:has|had|is|was|will|would|did|does|said|says|asked|reported|agreed|confirmed|stated|called|wrote|paid|to|may|must|can|could|should|thinks|wants|denies|rang|left|took|gave|told|seems) )/u;
const OPENS_CLAUSE = /(?:^|[\n.:;!?(">*-] ?|, |\band |\bthat |\bbut |\bwhen )$/u;
/** Log odds. */
const LIKELY = 1.5;
const SURELY_GIVEN = 0.7;
const SHORTEST = 3;
const BEFORE = 28;

/**
 * @param text normalised
 * @param people who are certain and private
 * @param isFree whether nothing was found there yet
 */
export function latinAmong(text: string, people: readonly NameCandidate[], isFree: (start: number, end: number) => boolean): NameCandidate[] {
  const found: NameCandidate[] = [];
  const seen = new Set<string>();
  const look = (word: string, isGiven: boolean, from: number): void => {
    if (seen.has(word) || word.length < SHORTEST || isEnglishWord(word.toLowerCase())) return;
    seen.add(word);
    const first = Math.max(0, from - BACK);
    const near = text.slice(first, from + AHEAD);
    for (let at = near.indexOf(word), times = 0; at >= 0 && times < MOST_TIMES; at = near.indexOf(word, at + word.length), times++) {
      const [start, end] = [first + at, first + at + word.length];
      if (standsAlone(text, start, end, isGiven) && isFree(start, end)) found.push({ start, end, odds: LIKELY });
    }
  };
  for (const { start, end } of people.slice(0, MOST_NAMES)) {
    const parts = WHOLE_NAME.exec(text.slice(start, end));
    if (parts === null) continue;
    const given = parts[1] ?? parts[4];
    if (latinParts(given).given >= SURELY_GIVEN) look(given, true, start);
    look(parts[2] ?? parts[3], false, start);
  }
  return found.sort((a, b) => a.start - b.start);
}

function standsAlone(text: string, start: number, end: number, isGiven: boolean): boolean {
  if (LETTER.test(text[start - 1] ?? "\n") && text[start - 1] !== ".") return false;
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const behind = text.slice(end, end + 12);
  if (NOT_BEHIND.test(before) || NOT_BEFORE.test(behind)) return false;
  return isGiven || (OPENS_CLAUSE.test(before) && DOES.test(behind));
}
