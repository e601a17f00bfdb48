/** Whether English has a word: a Bloom filter of a dictionary, of countries, large towns and programs. */
import { readFileSync } from "node:fs";

/** Shorter ones are all taken for words. */
export const SHORTEST_WORD = 4;
const HASHES = 4;
/** What only words of English (and Latin) end in, and next to no family's name: so ended, nothing is looked up. */
const ENDS_WORD = /(?:ness|tion|tional|able|ible|ably|ibly|ity|ical|ful|ism|iously|ively|ously|ize|izer|ization|ology|ologist|ographer|ography|ship|hood|some|like|wise|proof)$/u;
let filter: Uint8Array | undefined;

/**
 * What is no word is said to be one in 5 of 100; a word is always one.
 * @param word in small letters, a to z
 */
export function isEnglishWord(word: string): boolean {
  if (word.length < SHORTEST_WORD) return true;
  if (baseForms(word).some(endsAsWord)) return true;
  filter ??= readFileSync(new URL("./data/english-words.bloom", import.meta.url));
  const bits = filter;
  return baseForms(word).some((base) => bloomHashes(base, bits.length * 8).every((bit) => (bits[bit >> 3] & (1 << (bit & 7))) !== 0));
}

export const endsAsWord = (word: string): boolean => ENDS_WORD.test(word);

/** The word, and what it is a regular form of: cities, watches, named, fitting, making, quickly. */
export function baseForms(word: string): string[] {
  const forms = [word];
  if (word.endsWith("s")) forms.push(word.slice(0, -1));
  if (word.endsWith("ies")) forms.push(`${word.slice(0, -3)}y`);
  else if (word.endsWith("es")) forms.push(word.slice(0, -2));
  else if (word.endsWith("ed")) forms.push(word.slice(0, -2), word.slice(0, -1));
  else if (word.endsWith("ing")) forms.push(word.slice(0, -3), `${word.slice(0, -3)}e`);
  else if (word.endsWith("ly")) forms.push(word.slice(0, -2));
  return forms.filter(({ length }) => length >= SHORTEST_WORD);
}

/** Bits that stand for a word: FNV-1a, from which the others are stepped. */
export function bloomHashes(word: string, bits: number): number[] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  const step = (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) | 1;
  return Array.from({ length: HASHES }, (_, i) => ((hash + Math.imul(i, step)) >>> 0) % bits);
}
