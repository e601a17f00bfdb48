/** A few words as a dictionary's inflated file (../../trie.ts): for lists that stand in the program. */
import { STRETCH } from "../../trie.js";

const NODE_BYTES = 5;

/** @param words of up to 255 units; the payload of each is its length */
export function smallTrie(words: readonly string[]): Uint8Array {
  // Breadth first, and by label among the children of one: what begins alike stands together, the shorter before the longer.
  const prefixes = new Set<string>();
  for (const word of words) for (let length = 1; length <= word.length; length++) prefixes.add(word.slice(0, length));
  const nodes = ["", ...[...prefixes].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))];
  const children = new Map<string, number>();
  for (const node of nodes.slice(1)) children.set(node.slice(0, -1), (children.get(node.slice(0, -1)) ?? 0) + 1);
  const known = new Set(words);
  const count = nodes.length;
  const bytes = Buffer.alloc(4 + 6 * Math.ceil(count / STRETCH) + NODE_BYTES * count);
  bytes.writeUInt32LE(count, 0);
  // Of the stretches only the first is asked for: where the root's children begin.
  bytes.writeUInt32LE(1, 4);
  const planes = bytes.subarray(bytes.length - NODE_BYTES * count);
  let before = 0;
  nodes.forEach((node, i) => {
    const label = node === "" ? 0 : node.charCodeAt(node.length - 1);
    const own = children.get(node) ?? 0;
    const difference = (label - before) & 0xffff;
    before = label;
    [own & 0xff, own >>> 8, difference & 0xff, difference >>> 8, known.has(node) ? node.length : 0].forEach((byte, plane) => (planes[plane * count + i] = byte));
  });
  return bytes;
}
