/**
 * A dictionary in flat arrays: words over UTF-16 units, each with a payload of eight bits. Quick to load: what is read of a node stands in
 * the file as a difference to the node before, and is added up for a stretch of nodes when one of them is first come to.
 */
import { inflateRawSync } from "node:zlib";

/**
 * Nodes in breadth-first order, so that the children of node `n` are `firstChild[n]` to `firstChild[n + 1] - 1`, sorted by
 * label. Node 0 is the root. `payload` is 0 where no word ends.
 */
export interface Trie {
  readonly payload: Uint8Array;
  /** The root's child for each UTF-16 unit, 0 where there is none. */
  readonly roots: Int32Array;
  /** 0 where the stretch was not come to yet: no node's first child is the root, and no label is U+0000. */
  readonly labels: Uint16Array;
  readonly firstChild: Int32Array;
  readonly planes: Planes;
  /** The file, inflated. */
  readonly bytes: Uint8Array;
}

interface Planes {
  /** Of each stretch: its first node's first child, and the label before it. */
  readonly children: DataView;
  readonly before: DataView;
  /** A byte of every node: its children, low and high byte; its label less the node's before, low and high byte. */
  readonly childrenLow: Uint8Array;
  readonly childrenHigh: Uint8Array;
  readonly labelLow: Uint8Array;
  readonly labelHigh: Uint8Array;
}

/** Nodes in a stretch. */
export const STRETCH = 512;
const STRETCH_BITS = 9;

/**
 * Reads what scripts/data/trie-writer.ts wrote: the number of bytes that the rest inflates to (4 bytes, little-endian like all), then raw
 * deflate over the node count (4), for each stretch the first child (4) and the label before it (2), and five planes of a byte for each
 * node, the payload last.
 */
export function readTrie(file: Uint8Array): Trie {
  const size = new DataView(file.buffer, file.byteOffset, 4).getUint32(0, true);
  // Told the size, zlib fills one buffer and copies nothing.
  const bytes = inflateRawSync(file.subarray(4), { chunkSize: Math.max(64, size) });
  const count = bytes.readUInt32LE(0);
  const stretches = Math.ceil(count / STRETCH);
  const view = (at: number, length: number): DataView => new DataView(bytes.buffer, bytes.byteOffset + at, length);
  const plane = (n: number): Uint8Array => bytes.subarray(4 + 6 * stretches + n * count, 4 + 6 * stretches + (n + 1) * count);
  const planes: Planes = {
    children: view(4, 4 * stretches), before: view(4 + 4 * stretches, 2 * stretches),
    childrenLow: plane(0), childrenHigh: plane(1), labelLow: plane(2), labelHigh: plane(3),
  };
  const trie = { labels: new Uint16Array(count), firstChild: new Int32Array(count + 1), payload: plane(4), roots: new Int32Array(0x10000), planes, bytes };
  for (let child = 1; child < childrenFrom(trie, 1); child++) trie.roots[labelOf(trie, child)] = child;
  return trie;
}

function addUpChildren({ firstChild, planes: { children, childrenLow, childrenHigh } }: Trie, node: number): void {
  const stretch = node >>> STRETCH_BITS;
  const from = stretch << STRETCH_BITS;
  const to = Math.min(from + STRETCH, childrenLow.length);
  let sum = children.getUint32(stretch * 4, true);
  for (let i = from; i < to; i++) {
    firstChild[i] = sum;
    sum += childrenLow[i] | (childrenHigh[i] << 8);
  }
  // Where the last one's children end.
  firstChild[to] = sum;
}

function addUpLabels({ labels, planes: { before, labelLow, labelHigh } }: Trie, node: number): void {
  const stretch = node >>> STRETCH_BITS;
  const from = stretch << STRETCH_BITS;
  const to = Math.min(from + STRETCH, labels.length);
  let sum = before.getUint16(stretch * 2, true);
  for (let i = from; i < to; i++) labels[i] = sum = (sum + (labelLow[i] | (labelHigh[i] << 8))) & 0xffff;
}

/** The first child of `node`, or where the children of the node before it end. */
export function childrenFrom(trie: Trie, node: number): number {
  const known = trie.firstChild[node];
  if (known !== 0) return known;
  addUpChildren(trie, Math.min(node, trie.payload.length - 1));
  return trie.firstChild[node];
}

/** The UTF-16 unit that leads to `node`. */
export function labelOf(trie: Trie, node: number): number {
  const known = trie.labels[node];
  if (known !== 0) return known;
  addUpLabels(trie, node);
  return trie.labels[node];
}

/** The child of `node` under a UTF-16 unit, 0 where there is none. */
export function step(trie: Trie, node: number, unit: number): number {
  const { labels, firstChild } = trie;
  if (firstChild[node] === 0 || firstChild[node + 1] === 0) addUpChildren(trie, node);
  let low = firstChild[node];
  let high = firstChild[node + 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    let label = labels[middle];
    if (label === 0) label = labelOf(trie, middle);
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
