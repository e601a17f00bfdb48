/** A dictionary in flat arrays: words over UTF-16 units, each with a payload of eight bits. Read-only and quick to load. */
import { brotliDecompressSync } from "node:zlib";

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
 * Reads what scripts/data/trie-writer.ts wrote: brotli over the node count (4 bytes, little-endian) and three streams of
 * that many entries: children (varint), label minus the sibling's before (varint, zigzag not needed: siblings are sorted),
 * payload (byte).
 */
export function readTrie(compressed: Uint8Array): Trie {
  const bytes = brotliDecompressSync(compressed);
  const count = bytes.readUInt32LE(0);
  const labels = new Uint16Array(count);
  const firstChild = new Int32Array(count + 1);
  let at = 4;
  let next = 1;
  for (let node = 0; node < count; node++) {
    firstChild[node] = next;
    let size = bytes[at++];
    if (size >= 0x80) {
      size &= 0x7f;
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[at++];
        size |= (byte & 0x7f) << shift;
        if (byte < 0x80) break;
      }
    }
    next += size;
  }
  firstChild[count] = next;
  let node = 1;
  for (let parent = 0; parent < count; parent++) {
    let label = 0;
    for (const end = firstChild[parent + 1]; node < end; node++) {
      let delta = bytes[at++];
      if (delta >= 0x80) {
        delta &= 0x7f;
        for (let shift = 7; ; shift += 7) {
          const byte = bytes[at++];
          delta |= (byte & 0x7f) << shift;
          if (byte < 0x80) break;
        }
      }
      label += delta;
      labels[node] = label;
    }
  }
  const payload = new Uint8Array(bytes.subarray(at, at + count));
  const roots = new Int32Array(0x10000);
  for (let child = 1; child < firstChild[1]; child++) roots[labels[child]] = child;
  return { labels, firstChild, payload, roots };
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
