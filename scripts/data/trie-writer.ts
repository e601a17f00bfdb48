/** Writes the format that detectors/shared/trie.ts reads. */
import { brotliCompressSync, constants } from "node:zlib";

interface Node {
  payload: number;
  readonly children: Map<number, Node>;
}

/** @param words payloads 1-255 by word; the same words give the same bytes in any order */
export function writeTrie(words: ReadonlyMap<string, number>): Buffer {
  const root: Node = { payload: 0, children: new Map() };
  for (const [word, payload] of words) {
    if (payload < 1 || payload > 255) throw new Error(`payload ${payload} is not one byte`);
    let node = root;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      let child = node.children.get(unit);
      if (child === undefined) {
        child = { payload: 0, children: new Map() };
        node.children.set(unit, child);
      }
      node = child;
    }
    node.payload = payload;
  }
  const counts: number[] = [];
  const labels: number[] = [];
  const payloads: number[] = [];
  const queue: Node[] = [root];
  for (const node of queue) {
    varint(counts, node.children.size);
    payloads.push(node.payload);
    let before = 0;
    for (const [unit, child] of [...node.children].sort(([a], [b]) => a - b)) {
      varint(labels, unit - before);
      before = unit;
      queue.push(child);
    }
  }
  const head = Buffer.alloc(4);
  head.writeUInt32LE(queue.length);
  const raw = Buffer.concat([head, Buffer.from(counts), Buffer.from(labels), Buffer.from(payloads)]);
  return brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } });
}

function varint(out: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    out.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  out.push(rest);
}
