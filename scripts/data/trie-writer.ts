/** Writes the format that detectors/shared/trie.ts reads. */
import { deflateRawSync } from "node:zlib";

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
  // One plane for each byte, so that reading is a loop without branches, and each plane compresses by its own habits.
  const planes: number[][] = Array.from({ length: 5 }, () => []);
  const queue: Node[] = [root];
  const labels = [0];
  let before = 0;
  for (const [i, node] of queue.entries()) {
    for (const [unit, child] of [...node.children].sort(([a], [b]) => a - b)) {
      queue.push(child);
      labels.push(unit);
    }
    const step = (labels[i] - before) & 0xffff;
    before = labels[i];
    [node.children.size & 0xff, node.children.size >> 8, step & 0xff, step >> 8, node.payload].forEach((byte, n) => planes[n].push(byte));
  }
  const head = Buffer.alloc(4);
  head.writeUInt32LE(queue.length);
  return deflateRawSync(Buffer.concat([head, ...planes.map((plane) => Buffer.from(plane))]), { level: 9, memLevel: 9 });
}
