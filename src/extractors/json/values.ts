/** What the nodes of a tape say, and where they are. */
import type { MappedTextBuilder } from "../../text/mapped.js";
import { ARRAY, KEY, OBJECT, SCALAR, STRING, type Tape } from "./tape.js";

const ESCAPE = /\\(?:u([\dA-Fa-f]{4})|([^u]|u))/gsu;
const MEANINGS: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

const meaningOf = (hex: string | undefined, letter: string): string => (hex === undefined ? (MEANINGS[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)));

/** The text of a key, string or scalar, escapes decoded. */
export function textOf({ source, starts, ends }: Tape, node: number): string {
  const written = source.slice(starts[node], ends[node]);
  if (!written.includes("\\")) return written;
  return written.replace(ESCAPE, (_, hex: string | undefined, letter: string) => meaningOf(hex, letter));
}

/** Appends the same with its places. */
export function appendValue(out: MappedTextBuilder, { source, starts, ends }: Tape, node: number): void {
  const start = starts[node];
  const written = source.slice(start, ends[node]);
  let done = 0;
  if (written.includes("\\")) {
    for (const match of written.matchAll(ESCAPE)) {
      const after = match.index + match[0].length;
      out.copy(start + done, start + match.index);
      out.replace(meaningOf(match[1], match[2]), start + match.index, start + after);
      done = after;
    }
  }
  out.copy(start + done, ends[node]);
}

export const isContainer = ({ kinds }: Tape, node: number): boolean => kinds[node] === OBJECT || kinds[node] === ARRAY;
export const isValue = ({ kinds }: Tape, node: number): boolean => kinds[node] === STRING || kinds[node] === SCALAR;

/** The key that node stands under in its object, -1 in an array or at the top. */
export function keyOf({ kinds, parents }: Tape, node: number): number {
  return node > 0 && kinds[node - 1] === KEY && parents[node - 1] === parents[node] ? node - 1 : -1;
}

export type Pointer = (node: number) => string;

/** Paths of nodes as JSON Pointers (RFC 6901). Elements of an array are counted once, when first asked for. */
export function createPointer(tape: Tape): Pointer {
  const children = new Map<number, readonly number[]>();
  const indexOf = (parent: number, node: number): number => {
    let list = children.get(parent);
    if (list === undefined) {
      const found: number[] = [];
      const end = parent < 0 ? tape.length : tape.nexts[parent];
      for (let at = parent + 1; at < end; at = tape.nexts[at]) if (isValue(tape, at) || isContainer(tape, at)) found.push(at);
      children.set(parent, (list = found));
    }
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (list[middle] < node) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (node) => {
    const steps: string[] = [];
    let at = node;
    // A million brackets make no path anybody reads.
    while (at >= 0 && steps.length < MAX_STEPS) {
      const key = keyOf(tape, at);
      const parent = tape.parents[at];
      if (key >= 0) steps.push(escapeStep(textOf(tape, key)));
      else if (parent >= 0 || indexOf(-1, tape.length) > 1) steps.push(String(indexOf(parent, at)));
      at = parent;
    }
    return steps.reverse().map((step) => `/${step}`).join("");
  };
}

const MAX_STEPS = 32;

export function escapeStep(step: string): string {
  return step.slice(0, 100).replaceAll("~", "~0").replaceAll("/", "~1");
}
