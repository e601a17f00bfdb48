/** Finds names in running text, a stretch of it at a time. */
import { createCore, LONGEST_CHUNK } from "./core/index.js";
import { nameModel, type NameModel } from "./model.js";
import { scan, type Scan, type ScoredName } from "./scan.js";

export type { ScoredName } from "./scan.js";

const LINE_FEED = 0x0a;
const FULL_STOP = 0x3002;

/** Names that begin in the given range of a text. */
export type NameScanner = (text: string, start: number, end: number) => readonly ScoredName[];

/** Characters up to which TypeScript is done sooner than WebAssembly is ready: 10 ms, as long as a hook's whole text takes. */
const FEW = 4096;

let core: Scan | undefined;
let readSoFar = 0;

/** The trained model's. */
const shippedScan: Scan = (text, from, to, found) => {
  if (core === undefined) {
    readSoFar += to - from;
    if (readSoFar <= FEW) return scan(nameModel(), text, from, to, found);
    core = scanOf(nameModel());
  }
  return core(text, from, to, found);
};

/** In WebAssembly, or in TypeScript where there is none (node --jitless) or no room for it (ulimit -v). */
const scanOf = (model: NameModel): Scan => createCore(model)?.scan ?? ((text, from, to, found) => scan(model, text, from, to, found));

/** A reader that goes through texts from start to end. It keeps what it found in the chunk that it is in. */
export function nameScanner(model?: NameModel): NameScanner {
  const read = model === undefined ? shippedScan : scanOf(model);
  let current = "";
  let from = 0;
  let to = 0;
  let found: ScoredName[] = [];
  /** The first of `found` that begins at or behind the last `start` that was asked for. */
  let next = 0;
  const none: readonly ScoredName[] = [];
  return (text, start, end) => {
    if (start < from || start >= to || current !== text) {
      current = text;
      from = start;
      found = [];
      next = 0;
      to = read(text, from, chunkEnd(text, start), found);
    }
    if (found.length === 0) return none;
    while (next > 0 && found[next - 1].start >= start) next--;
    while (next < found.length && found[next].start < start) next++;
    let last = next;
    while (last < found.length && found[last].start < end) last++;
    return last === next ? none : found.slice(next, last);
  };
}

/** Some lines or sentences, but no more than a chunk holds. */
function chunkEnd(text: string, start: number): number {
  const most = Math.min(text.length, start + LONGEST_CHUNK);
  if (most === text.length) return most;
  for (let at = most; at > start + LONGEST_CHUNK / 2; at--) {
    const code = text.charCodeAt(at - 1);
    if (code === LINE_FEED || code === FULL_STOP) return at;
  }
  return most;
}
