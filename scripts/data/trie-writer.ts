/** Writes the format that detectors/shared/trie.ts reads. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { STRETCH } from "../../detectors/shared/trie.js";

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
  const queue: Node[] = [root];
  const labels = [0];
  const counts: number[] = [];
  for (const node of queue) {
    for (const [unit, child] of [...node.children].sort(([a], [b]) => a - b)) {
      queue.push(child);
      labels.push(unit);
    }
    counts.push(node.children.size);
  }
  return writeNodes(counts, labels, queue.map(({ payload }) => payload));
}

/** One plane for each byte, so that reading is a loop without branches, and each plane compresses by its own habits. */
function writeNodes(counts: readonly number[], labels: readonly number[], payloads: readonly number[]): Buffer {
  const planes = Array.from({ length: 5 }, () => Buffer.alloc(counts.length));
  const stretches = Math.ceil(counts.length / STRETCH);
  const head = Buffer.alloc(4 + 6 * stretches);
  head.writeUInt32LE(counts.length, 0);
  let children = 1;
  let before = 0;
  for (const [i, count] of counts.entries()) {
    if (i % STRETCH === 0) {
      head.writeUInt32LE(children, 4 + 4 * (i / STRETCH));
      head.writeUInt16LE(before, 4 + 4 * stretches + 2 * (i / STRETCH));
    }
    const step = (labels[i] - before) & 0xffff;
    [count & 0xff, count >> 8, step & 0xff, step >> 8, payloads[i]].forEach((byte, n) => (planes[n][i] = byte));
    children += count;
    before = labels[i];
  }
  const content = Buffer.concat([head, ...planes]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length, 0);
  return Buffer.concat([size, deflateRawSync(content, { level: 9, memLevel: 9 })]);
}

/**
 * The same file, smaller: zopfli takes 7 % less than zlib for deflate that is read as fast (names.trie 659,890 -> 616,749 bytes; brotli's 603,747
 * take twice as long to load). @param file of `writeTrie` @throws where Debian's zopfli is not installed
 */
export function packTrie(file: Buffer): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "leaklint-trie-"));
  try {
    const raw = join(folder, "raw");
    writeFileSync(raw, inflateRawSync(file.subarray(4)));
    execFileSync("zopfli", ["--deflate", "--i15", raw]);
    return Buffer.concat([file.subarray(0, 4), readFileSync(`${raw}.deflate`)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
