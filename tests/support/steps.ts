/** Counts what a function does, so that a test can say "linear" without a clock. */

/**
 * How many characters were read and how many expressions were run while `work` ran. Slices count their length. What an expression
 * does inside is not counted: the detectors' own are sticky or run over short slices, and every repetition in them is bounded.
 */
export function countSteps(work: () => void): number {
  let steps = 0;
  const undo: (() => void)[] = [];
  const watch = <T extends object>(owner: T, name: keyof T & string, cost: (result: unknown) => number): void => {
    const original = owner[name] as (...parts: unknown[]) => unknown;
    // Keeps `this`: the methods of strings and expressions need theirs.
    const watched = function (this: unknown, ...parts: unknown[]): unknown {
      const result = original.apply(this, parts);
      steps += cost(result);
      return result;
    };
    Object.defineProperty(owner, name, { value: watched, configurable: true, writable: true });
    undo.push(() => Object.defineProperty(owner, name, { value: original, configurable: true, writable: true }));
  };
  watch(String.prototype, "charCodeAt", () => 1);
  watch(String.prototype, "charAt", () => 1);
  watch(String.prototype, "startsWith", () => 1);
  watch(String.prototype, "slice", (result) => (result as string).length);
  watch(RegExp.prototype, "exec", () => 1);
  watch(RegExp.prototype, "test", () => 1);
  try {
    work();
  } finally {
    for (const restore of undo) restore();
  }
  return steps;
}
