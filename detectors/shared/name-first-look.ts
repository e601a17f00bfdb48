/**
 * Whether anything around a run of kanji or katakana may say that it is a name: by the characters on both sides and at its end, read from
 * one table. Most runs of a text end here; what this lets through, the questions behind it decide.
 */
import { isHiragana } from "../../src/text/characters.js";
import { KANA_HONORIFICS, titlesBefore, titleWords } from "./name-cues.js";
import { mayBeBehindColleague } from "./lone-surname.js";
import { BEHIND_A_NAME, ENDS_RUN } from "./name-in-context.js";
import { mayBeKanaGiven } from "./kana-given.js";

/** Behind a run: what a person is called by in kana, or what follows a name that stands by itself. */
const BEHIND = 1;
/** The last of a run: a title's or an honorific's. */
const LAST = 2;
/** The first of a title. */
const TITLE = 4;

let known: Uint8Array | undefined;

function buildTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const code of BEHIND_A_NAME) table[code] |= BEHIND;
  for (const word of KANA_HONORIFICS) table[word.charCodeAt(0)] |= BEHIND;
  for (const code of ENDS_RUN) table[code] |= LAST;
  for (const word of titlesBefore()) table[word.charCodeAt(word.length - 1)] |= LAST;
  for (const word of titleWords()) table[word.charCodeAt(0)] |= TITLE;
  return table;
}

const SPACE = 0x20;
const [DE, TO, DOT, EQUALS, CORNER] = [0x3067, 0x3068, 0x30fb, 0x3d, 0x300c];
/** Longer ones are no surname before a space. */
const LONGEST_PART = 4;
const LONGEST_SURNAME = 3;

const isLatin = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
/** ASCII but its letters: labels, keys and fields end so. Nothing stands before a text's first run. */
const isSign = (code: number): boolean => !(code >= 0x41) || code === 0x7c || code === CORNER;

/** What may be found: nothing, a surname with a given name in kana behind it and nothing else, or any name. */
export type FirstLook = 0 | 1 | 2;
export const [NOTHING, KANA_GIVEN, ANY]: readonly [FirstLook, FirstLook, FirstLook] = [0, 1, 2];

/** Of a run of kanji. */
export function lookAtKanji(text: string, start: number, end: number): FirstLook {
  const table = (known ??= buildTable());
  const before = text.charCodeAt(start - 1);
  if (isSign(before) || before === DOT || mayBeBehindColleague(text, start)) return ANY;
  const behind = text.charCodeAt(end);
  if ((table[text.charCodeAt(end - 1)] & LAST) !== 0) return ANY;
  if ((table[behind] & BEHIND) !== 0 && ((behind !== DE && behind !== TO) || mayIntroduce(text, end))) return ANY;
  // 、佐藤(…), 。佐藤さくら
  if (before < 0x3041 && !isLatin(before) && !isHiragana(behind)) return ANY;
  if (behind === SPACE && end - start <= LONGEST_PART) return ANY;
  for (let at = start + 1; at < end - 2 && at - start <= LONGEST_SURNAME; at++) if ((table[text.charCodeAt(at)] & TITLE) !== 0) return ANY;
  return mayBeKanaGiven(text, end) ? KANA_GIVEN : NOTHING;
}

/** です, でございます, と申します, ともうします, といいます. Else it is a particle, seldom a given name that no dictionary has (佐藤とるね). */
function mayIntroduce(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === DE ? next === 0x3059 || next === 0x3054 : next === 0x7533 || next === 0x3082 || (next === 0x3044 && text.charCodeAt(at + 2) === 0x3044);
}

/** The same of a run of katakana. */
export function lookAtKatakana(text: string, start: number, end: number): FirstLook {
  const table = (known ??= buildTable());
  const behind = text.charCodeAt(end);
  if (behind === SPACE || behind === DOT || behind === EQUALS) return ANY;
  if (isSign(text.charCodeAt(start - 1))) return ANY;
  return (table[behind] & (TITLE | BEHIND)) !== 0 ? ANY : NOTHING;
}
