/** Counts what a function does, so that a test can say "linear" without a clock. */

/** @param from `lastIndex` before the call, where `self` has one */
type Cost = (self: unknown, parts: readonly unknown[], result: unknown, from: number) => number;

const one: Cost = () => 1;
const lengthOf: Cost = (_self, _parts, result) => (result as string).length;

/** What a search from left to right has read: up to what it found, or to the end. */
const scanned: Cost = (self, [, from], result) => {
  const start = typeof from === "number" ? Math.max(0, from) : 0;
  return Math.max(1, (result as number) >= 0 ? (result as number) - start : (self as string).length - start);
};

/** And from right to left. */
const scannedBack: Cost = (self, [, from], result) => {
  const start = typeof from === "number" ? Math.min(from, (self as string).length) : (self as string).length;
  return Math.max(1, start - Math.max(0, result as number));
};

/**
 * A sticky expression reads what it matches. Any other tries one place after the other, to its match or the text's end: over the
 * whole text at every candidate that is quadratic.
 */
const matched: Cost = (self, [text], result, from) => {
  const { sticky, global } = self as RegExp;
  const found = result as RegExpExecArray | null;
  if (sticky) return 1 + (found?.[0].length ?? 0);
  return 1 + (found === null ? String(text).length : found.index + found[0].length) - (global ? from : 0);
};

/**
 * How many characters were read and how many expressions were run while `work` ran. Slices count their length, searches and
 * expressions what they passed over. How often an expression goes back and forth inside its match is not counted: the detectors'
 * own are sticky or run over short slices, and every repetition in them is bounded.
 */
export function countSteps(work: () => void): number {
  let steps = 0;
  const undo: (() => void)[] = [];
  const watch = <T extends object>(owner: T, name: keyof T & string, cost: Cost): void => {
    const original = owner[name] as (...parts: unknown[]) => unknown;
    // Keeps `this`: the methods of strings and expressions need theirs.
    const watched = function (this: unknown, ...parts: unknown[]): unknown {
      const from = this instanceof RegExp ? this.lastIndex : 0;
      const result = original.apply(this, parts);
      steps += cost(this, parts, result, from);
      return result;
    };
    Object.defineProperty(owner, name, { value: watched, configurable: true, writable: true });
    undo.push(() => Object.defineProperty(owner, name, { value: original, configurable: true, writable: true }));
  };
  watch(String.prototype, "charCodeAt", one);
  watch(String.prototype, "codePointAt", one);
  watch(String.prototype, "charAt", one);
  watch(String.prototype, "startsWith", one);
  watch(String.prototype, "slice", lengthOf);
  watch(String.prototype, "indexOf", scanned);
  watch(String.prototype, "lastIndexOf", scannedBack);
  watch(String.prototype, "includes", (self) => (self as string).length);
  // What replace, match, split and test do with an expression goes through exec.
  watch(RegExp.prototype, "exec", matched);
  try {
    work();
  } finally {
    for (const restore of undo) restore();
  }
  return steps;
}
