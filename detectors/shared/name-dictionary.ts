/**
 * What is known of a word as a part of a Japanese name: IPADIC, ENAMDICT and gimei, condensed by scripts/data/names.ts.
 * Licences: detectors/shared/data/LICENCES.md.
 */
import { readFileSync } from "node:fs";
import { readTrie, type Trie } from "./trie.js";

/**
 * 0: not such a name; 1: in ENAMDICT with one reading, so perhaps very rare; 2: well attested; 3: common today (gimei's 500
 * commonest surnames and its given names) or learnt from newspapers (IPADIC).
 */
export type Tier = 0 | 1 | 2 | 3;

let kanjiAndKana: Trie | undefined;
let latin: Trie | undefined;
let katakana: Trie | undefined;

/** Words in kanji, katakana or hiragana; payload bits are read with the functions below. */
export function nameTrie(): Trie {
  return (kanjiAndKana ??= readTrie(readFileSync(new URL("./data/names.trie", import.meta.url))));
}

/** Words in a-z, long vowels shortened; payload bits are read with `surnameTier`, `givenTier`, and the masks below. */
export function latinNameTrie(): Trie {
  return (latin ??= readTrie(readFileSync(new URL("./data/latin-names.trie", import.meta.url))));
}

/**
 * Words of 2 to 12 katakana, from JUMAN, IPADIC and EDICT: bits 0-1 say how surely people are called so, 2-3 how common the word is, 4 a place, 5 a
 * body or a work, 6 a first name, 7 a last name.
 */
export function katakanaTrie(): Trie {
  return (katakana ??= readTrie(readFileSync(new URL("./data/katakana.trie", import.meta.url))));
}

/** The trained scorer's file, as names/model.ts reads it. Here, because data stands beside this folder's modules once they are bundled. */
export const modelFile = (): Uint8Array => readFileSync(new URL("./data/names.model", import.meta.url));

/** The reason of the casts: two bits are 0 to 3. */
export const surnameTier = (payload: number): Tier => (payload & 3) as Tier;
export const givenTier = (payload: number): Tier => ((payload >> 2) & 3) as Tier;
/** A common word as well: 1 listed, 2 seen in newspapers, 3 frequent there. */
export const wordTier = (payload: number): Tier => ((payload >> 4) & 3) as Tier;
/** A prefecture, a municipality, or another place that newspapers name. */
export const isPlace = (payload: number): boolean => (payload & 0x40) !== 0;
/** A noun that する makes a verb of. */
export const isVerbalNoun = (payload: number): boolean => (payload & 0x80) !== 0;

/** In the Latin trie only. */
export const ENGLISH_GIVEN = 0x10;
export const COMMON_ENGLISH_GIVEN = 0x20;
export const ENGLISH_SURNAME = 0x40;
/** Of other countries, and no word of English. */
export const FOREIGN_SURNAME = 0x80;
/** In the katakana trie: a common word, whether people are called so as well or not. */
export const isKatakanaWord = (payload: number): boolean => (payload & 0x0c) >= 8;
/** In the katakana trie: well attested as a part of foreign names, and neither a common word, a place nor a thing. */
export const isForeignName = (payload: number): boolean => (payload & 3) >= 2 && (payload & 0x3c) === 0;
/** In the katakana trie: seen as a part of names, whatever else it is. */
export const isPartOfNames = (payload: number): boolean => (payload & 3) > 0;
