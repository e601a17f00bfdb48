/** Children as they are called in a sentence: ひなたちゃん. */
import { toKatakana } from "../../src/text/characters.js";
import type { NameCandidate } from "./kanji-names.js";
import { givenTier, nameTrie, wordTier } from "./name-dictionary.js";
import { lookUp } from "./trie.js";

const CHILD = /ちゃん|くん(?![でだじ])/gu;
const PARTICLES = "はがのにをとでもへやねな";
const LONGEST_CHILD = 5;
const CHILD_ODDS = 1.6;

/** みさきちゃん, はるとくん: given names that the dictionaries have as a reading only. */
const LEAST_READ = 3;
function isRead(kana: string): boolean {
  const payload = lookUp(nameTrie(), toKatakana(kana), 0, kana.length);
  return givenTier(payload) === 3 && !NOBODYS_CHILDREN.has(kana);
}
/** How anybody's family, a baby and an animal are called. */
export const NOBODYS_CHILDREN = new Set("おじい おばあ おにい おねえ おかあ おとう にいに ねえね わんわ にゃん うさぎ ひよこ ぱんだ".split(" "));

/** ちゃ or くん. */
function hasChild(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3061 ? text.charCodeAt(i + 1) === 0x3083 : code === 0x304f && text.charCodeAt(i + 1) === 0x3093) return true;
  }
  return false;
}

/** ひなたちゃん, 公園ではるとくんと: a given name that is written in hiragana, at the run's beginning or behind a particle. */
export function childsName(text: string, start: number, end: number): NameCandidate | undefined {
  if (end - start < 4 || end - start > 40 || !hasChild(text, start + 2, end - 1)) return undefined;
  const run = text.slice(start, end);
  for (const { index, 0: honorific } of run.matchAll(CHILD)) {
    const shortest = honorific === "くん" ? 3 : 2;
    for (let length = LONGEST_CHILD; length >= shortest; length--) {
      const from = index - length;
      if (from < 0 || (from > 0 && !PARTICLES.includes(run[from - 1]))) continue;
      const payload = lookUp(nameTrie(), run, from, index);
      if ((givenTier(payload) === 3 && wordTier(payload) < 2) || (length >= LEAST_READ && isRead(run.slice(from, index)))) return { start: start + from, end: start + index, odds: CHILD_ODDS };
    }
  }
  return undefined;
}
