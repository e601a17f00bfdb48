/**
 * Which checks a run is shown to. Asking ten checks about every word of a text costs more than what they do: so their filters
 * (`TextCheck.starts`, `digitRuns`, `runs`) are put together into tables of bits, a bit a check, and a run costs four look-ups for all.
 */
import type { RunClass, TextCheck } from "../contract.js";

export const RUN_CLASSES = ["digit", "latin", "kanji", "hiragana", "katakana", "at"] as const satisfies readonly RunClass[];
/** Runs of digits longer than this are of this length to `digitRuns`. */
export const LONGEST_RUN = 32;
const BITS = 32;

export interface Dispatch {
  /** By class, counted from 1: a bit for each check that asks for it. */
  readonly classBits: Int32Array;
  /** The same for digits, by the length of the run. */
  readonly digitBits: Int32Array;
  /** A bit for each check whose filter lets the run [start, end) of letters, kana or kanji through. */
  meant(text: string, start: number, end: number): number;
  /** Checks for which no bit is left. */
  readonly overflow: readonly number[];
}

const known = new WeakMap<object, Dispatch>();

/** Built once for a list of checks. */
export function dispatchOf(checks: readonly { readonly check: TextCheck<string> }[]): Dispatch {
  let dispatch = known.get(checks);
  if (dispatch === undefined) known.set(checks, (dispatch = build(checks.map(({ check }) => check))));
  return dispatch;
}

/** Whether a check asks for runs of a class and, of digits, of a length. */
export function asksFor({ starts, digitRuns }: TextCheck<string>, run: RunClass, length: number): boolean {
  return starts.includes(run) && (run !== "digit" || (digitRuns?.includes(Math.min(length, LONGEST_RUN)) ?? true));
}

function build(checks: readonly TextCheck<string>[]): Dispatch {
  const numbered = checks.slice(0, BITS);
  const bitsOf = (asks: (check: TextCheck<string>) => boolean): number => numbered.reduce((bits, check, i) => (asks(check) ? bits | (1 << i) : bits), 0);
  return {
    classBits: Int32Array.from([0, ...RUN_CLASSES.map((run) => bitsOf(({ starts }) => starts.includes(run)))]),
    digitBits: Int32Array.from({ length: LONGEST_RUN + 1 }, (_, length) => bitsOf((check) => asksFor(check, "digit", length))),
    meant: edgesOf(numbered),
    overflow: Array.from(checks.keys()).slice(BITS),
  };
}

const MASK = 0xfff;
const one = (char: number): number => (char ^ (char >>> 6)) & MASK;
const two = (first: number, second: number): number => (Math.imul(first, 0x9e37) ^ second) & MASK;

/** Bits by the first one and two and the last one and two characters of a run. */
function edgesOf(checks: readonly TextCheck<string>[]): Dispatch["meant"] {
  const [first, firstTwo, last, lastTwo] = Array.from({ length: 4 }, () => new Int32Array(MASK + 1));
  const mark = (edge: string, bit: number, singles: Int32Array, pairs: Int32Array): void => {
    if (edge.length === 1) singles[one(edge.charCodeAt(0))] |= bit;
    else pairs[two(edge.charCodeAt(0), edge.charCodeAt(1))] |= bit;
  };
  let always = 0;
  for (const [i, { runs }] of checks.entries()) {
    const bit = 1 << i;
    if (runs === undefined) always |= bit;
    for (const edge of runs?.beginnings ?? []) mark(edge, bit, first, firstTwo);
    for (const edge of runs?.endings ?? []) mark(edge, bit, last, lastTwo);
  }
  return (text, start, end) => {
    const a = text.charCodeAt(start);
    const z = text.charCodeAt(end - 1);
    // Beyond the text's ends charCodeAt is NaN, which counts as 0.
    return always | first[one(a)] | firstTwo[two(a, text.charCodeAt(start + 1))] | last[one(z)] | lastTwo[two(text.charCodeAt(end - 2), z)];
  };
}
