/** A dictionary in flat arrays: words over UTF-16 units, each with a payload of eight bits. Read-only and quick to load. */
import { inflateRawSync } from "node:zlib";

/**
 * Nodes in breadth-first order, so that the children of node `n` are `firstChild[n]` to `firstChild[n + 1] - 1`, sorted by
 * label. Node 0 is the root. `payload` is 0 where no word ends.
 */
export interface Trie {
  readonly labels: Uint16Array;
  readonly firstChild: Int32Array;
  readonly payload: Uint8Array;
  /** The root's child for each UTF-16 unit, 0 where there is none. */
  readonly roots: Int32Array;
}

/**
 * Reads what scripts/data/trie-writer.ts wrote: raw deflate over the node count (4 bytes, little-endian) and five planes of a byte
 * for each node: its children, low and high byte; its label less the node's before, low and high byte; its payload.
 */
export function readTrie(compressed: Uint8Array): Trie {
  const bytes = inflateRawSync(compressed);
  const count = bytes.readUInt32LE(0);
  const plane = (n: number): Uint8Array => bytes.subarray(4 + n * count, 4 + (n + 1) * count);
  const firstChild = new Int32Array(count + 1);
  sumUp(plane(0), plane(1), firstChild, 1, -1);
  const labels = new Uint16Array(count + 1);
  sumUp(plane(2), plane(3), labels, 0, 0xffff);
  // Sums stand one place behind what they add up.
  const roots = new Int32Array(0x10000);
  for (let child = 1; child < firstChild[1]; child++) roots[labels[child + 1]] = child;
  return { labels: labels.subarray(1), firstChild, payload: plane(4), roots };
}

/** `sums[i]` is `first` and the first `i` steps, of which `mask` keeps the bits. */
function sumUp(low: Uint8Array, high: Uint8Array, sums: Int32Array | Uint16Array, first: number, mask: number): void {
  let sum = first;
  sums[0] = sum;
  for (let i = 0; i < low.length; i++) sums[i + 1] = sum = (sum + (low[i] | (high[i] << 8))) & mask;
}

/** The child of `node` under a UTF-16 unit, 0 where there is none. */
export function step(trie: Trie, node: number, unit: number): number {
  const { labels, firstChild } = trie;
  let low = firstChild[node];
  let high = firstChild[node + 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const label = labels[middle];
    if (label === unit) return middle;
    if (label < unit) low = middle + 1;
    else high = middle;
  }
  return 0;
}

/** The payload of the word that is exactly `text` from `start` to `end`; 0 where it is none. */
export function lookUp(trie: Trie, text: string, start: number, end: number): number {
  if (start >= end) return 0;
  let node = trie.roots[text.charCodeAt(start)];
  for (let i = start + 1; node !== 0 && i < end; i++) node = step(trie, node, text.charCodeAt(i));
  return node === 0 ? 0 : trie.payload[node];
}

/** The end of the longest word that begins at `start` and ends no later than `end`; `start` where there is none. */
export function longestWord(trie: Trie, text: string, start: number, end: number): number {
  if (start >= end) return start;
  let longest = start;
  let node = trie.roots[text.charCodeAt(start)];
  for (let i = start + 1; node !== 0; i++) {
    if (trie.payload[node] !== 0) longest = i;
    if (i >= end) break;
    node = step(trie, node, text.charCodeAt(i));
  }
  return longest;
}
