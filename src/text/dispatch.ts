/**
 * Which checks a run is shown to. Asking ten checks about every word of a text costs more than what they do: so their filters
 * (`TextCheck.starts`, `digitRuns`, `digitsBeside`, `runs`, `onlyIf`) are put together into tables of bits, a bit a check, and a run
 * costs some look-ups for all.
 */
import type { DigitRun, RunClass, RunEdges, TextCheck } from "../contract.js";
import { cellOf, cellsOf, LONGEST_RUN, runOf } from "./digit-cells.js";

export const RUN_CLASSES = ["digit", "latin", "kanji", "hiragana", "katakana", "at", "cyrillic", "hangul"] as const satisfies readonly RunClass[];
const BITS = 31;
/** In a cell of digits whose checks were asked; no check has this bit. */
const KNOWN = 1 << BITS;

const DIGIT = RUN_CLASSES.indexOf("digit") + 1;
const AT = RUN_CLASSES.indexOf("at") + 1;

const bitsOf = (checks: readonly TextCheck<string>[], asks: (check: TextCheck<string>) => boolean): number => checks.reduce((bits, check, i) => (asks(check) ? bits | (1 << i) : bits), 0);

interface Question {
  readonly asked: number;
  readonly onlyIf: NonNullable<TextCheck<string>["onlyIf"]>;
}

function questionsOf(checks: readonly TextCheck<string>[]): readonly Question[] {
  const different = new Set(checks.flatMap(({ onlyIf }) => (onlyIf === undefined ? [] : [onlyIf])));
  return Array.from(different, (onlyIf) => ({ onlyIf, asked: bitsOf(checks, (check) => check.onlyIf === onlyIf) }));
}

const MASK = 0xfff;
const one = (char: number): number => (char ^ (char >>> 6)) & MASK;
const two = (first: number, second: number): number => (Math.imul(first, 0x9e37) ^ second) & MASK;
const THREE_MASK = 0x1fff;
/** Upper and lower case of ASCII are one; a few other characters are, too, which a filter may. */
const three = (first: number, second: number, third: number): number =>
  ((Math.imul(first | 0x20, 0x9e3779b1) ^ Math.imul(second | 0x20, 0x85ebca6b) ^ Math.imul(third | 0x20, 0xc2b2ae35)) >>> 13) & THREE_MASK;

/** Bits by the first characters of a run, or by the last, counted from the end of the run. */
class EdgeTable {
  private readonly singles = new Int32Array(MASK + 1);
  /** By two characters: what they are enough for, and what asks for a third. */
  private readonly pairs = new Int32Array(2 * (MASK + 1));
  private readonly triples = new Int32Array(THREE_MASK + 1);

  add([a, b, c]: readonly number[], bit: number): void {
    if (b === undefined) this.singles[one(a)] |= bit;
    else if (c === undefined) this.pairs[2 * two(a, b)] |= bit;
    else {
      // Of three characters the case does not count, nor may it in the look before.
      for (const first of casesOf(a)) for (const second of casesOf(b)) this.pairs[2 * two(first, second) + 1] |= bit;
      this.triples[three(a, b, c)] |= bit;
    }
  }

  bitsAt(a: number, b: number, units: Uint16Array, third: number): number {
    const pair = 2 * two(a, b);
    const bits = this.singles[one(a)] | this.pairs[pair];
    const more = this.pairs[pair + 1];
    return more === 0 ? bits : bits | (more & this.triples[three(a, b, unitAt(units, third))]);
  }
}

interface Side {
  readonly bit: number;
  readonly ask: (code: number) => boolean;
}

/** Bits by what stands beside the runs of one class, and in them. */
class NeighbourTable {
  private readonly before: Side[] = [];
  private readonly behind: Side[] = [];
  private readonly pairs = new Map<number, number>();
  /** 1 where a pair begins. */
  private readonly firsts = new Uint8Array(0x10000);
  /** Of each character that was met, with KNOWN. */
  private readonly bitsBefore = new Int32Array(0x10000);
  private readonly bitsBehind = new Int32Array(0x10000);

  add({ before, behind, within = [] }: RunEdges, bit: number): void {
    if (before !== undefined) this.before.push({ bit, ask: before });
    if (behind !== undefined) this.behind.push({ bit, ask: behind });
    for (const pair of within) {
      const code = pair.charCodeAt(0);
      this.firsts[code] = 1;
      this.pairs.set(code * 0x10000 + pair.charCodeAt(1), (this.pairs.get(code * 0x10000 + pair.charCodeAt(1)) ?? 0) | bit);
    }
  }

  bitsOf(units: Uint16Array, start: number, end: number): number {
    const before = unitAt(units, start - 1);
    const behind = unitAt(units, end);
    let bits = (this.bitsBefore[before] || answers(this.bitsBefore, this.before, before)) | (this.bitsBehind[behind] || answers(this.bitsBehind, this.behind, behind));
    if (this.pairs.size > 0) for (let i = start; i < end - 1; i++) if (this.firsts[units[i]] !== 0) bits |= this.pairs.get(units[i] * 0x10000 + units[i + 1]) ?? 0;
    return bits & ~KNOWN;
  }
}

const answers = (table: Int32Array, sides: readonly Side[], code: number): number => (table[code] = sides.reduce((bits, { bit, ask }) => (ask(code) ? bits | bit : bits), KNOWN));

/** 0 beyond the text's ends. */
const unitAt = (units: Uint16Array, at: number): number => (at >= 0 && at < units.length ? units[at] : 0);
const casesOf = (code: number): number[] => (code < 0x80 ? [...new Set([code, String.fromCharCode(code).toLowerCase().charCodeAt(0), String.fromCharCode(code).toUpperCase().charCodeAt(0)])] : [code]);
const unitsOf = (edge: string): number[] => Array.from({ length: edge.length }, (_, i) => edge.charCodeAt(i));

export class Dispatch {
  /** Checks for which no bit is left. */
  readonly overflow: readonly number[];
  private readonly numbered: readonly TextCheck<string>[];
  private readonly classBits: Int32Array;
  /** Of each class, checks without a filter of its runs' edges. */
  private readonly unfiltered: Int32Array;
  private readonly first = new EdgeTable();
  private readonly last = new EdgeTable();
  /** Of the classes that somebody asks for the neighbours of. */
  private readonly neighbours: (NeighbourTable | undefined)[] = [];
  private readonly questions: readonly Question[];
  /** All bits that one of them is about. */
  private readonly questioned: number;
  /** Bits by the length of a run of digits, its first digit and what stands beside it. */
  private cells: Int32Array | undefined;

  constructor(checks: readonly TextCheck<string>[]) {
    const numbered = checks.slice(0, BITS);
    const byClass = (asks: (check: TextCheck<string>, run: string) => boolean): Int32Array => Int32Array.from(["", ...RUN_CLASSES], (run) => bitsOf(numbered, (check) => asks(check, run)));
    this.numbered = numbered;
    this.classBits = byClass(({ starts }, run) => (starts as readonly string[]).includes(run));
    this.unfiltered = byClass(({ runs }, run) => !edgesOf(runs).some((edges) => isOf(edges, run)));
    for (const [i, { runs }] of numbered.entries()) for (const edges of edgesOf(runs)) this.add(edges, 1 << i);
    this.questions = questionsOf(numbered);
    this.questioned = this.questions.reduce((bits, { asked }) => bits | asked, 0);
    this.overflow = Array.from(checks.keys()).slice(BITS);
  }

  private add(edges: RunEdges, bit: number): void {
    for (const edge of edges.beginnings) this.first.add(unitsOf(edge), bit);
    for (const edge of edges.endings) this.last.add(unitsOf(edge).reverse(), bit);
    if (edges.before === undefined && edges.behind === undefined && edges.within === undefined) return;
    for (const [i, run] of RUN_CLASSES.entries()) if (isOf(edges, run)) (this.neighbours[i + 1] ??= new NeighbourTable()).add(edges, bit);
  }

  /** A bit for each check whose filter lets the run [start, end) through, which is of the class counted from 1; `onlyIf` is not asked yet. */
  meant(text: string, units: Uint16Array, start: number, end: number, run: number): number {
    const bits = this.classBits[run];
    if (run === DIGIT) return bits & this.digitBits(text, start, end);
    return run === AT || (bits & ~this.unfiltered[run]) === 0 ? bits : bits & (this.edgeBits(units, start, end) | this.unfiltered[run] | (this.neighbours[run]?.bitsOf(units, start, end) ?? 0));
  }

  /** Of those, the ones whose `onlyIf` says so, too. */
  answered(meant: number, text: string, start: number, end: number): number {
    if ((meant & this.questioned) === 0) return meant;
    let bits = meant;
    for (let i = 0; i < this.questions.length && bits !== 0; i++) {
      const { asked, onlyIf } = this.questions[i];
      if ((bits & asked) !== 0 && !onlyIf(text, start, end)) bits &= ~asked;
    }
    return bits;
  }

  private edgeBits(units: Uint16Array, start: number, end: number): number {
    return this.first.bitsAt(units[start], unitAt(units, start + 1), units, start + 2) | this.last.bitsAt(units[end - 1], unitAt(units, end - 2), units, end - 3);
  }

  private digitBits(text: string, start: number, end: number): number {
    const cells = (this.cells ??= cellsOf());
    const cell = cellOf(text, start, end);
    return cells[cell] !== 0 ? cells[cell] : (cells[cell] = this.askOfDigits(runOf(cell)));
  }

  /** Checks are asked when a run of this kind is met for the first time. */
  private askOfDigits(run: DigitRun): number {
    return KNOWN | bitsOf(this.numbered, (check) => asksFor(check, "digit", run.length) && (check.digitsBeside?.(run) ?? true));
  }
}

const edgesOf = (runs: TextCheck<string>["runs"]): readonly RunEdges[] => (runs === undefined ? [] : isList(runs) ? runs : [runs]);
const isList = (runs: RunEdges | readonly RunEdges[]): runs is readonly RunEdges[] => Array.isArray(runs);
const isOf = ({ of }: RunEdges, run: string): boolean => of === undefined || (of as readonly string[]).includes(run);

const known = new WeakMap<object, Dispatch>();

/** Built once for a list of checks. */
export function dispatchOf(checks: readonly { readonly check: TextCheck<string> }[]): Dispatch {
  let dispatch = known.get(checks);
  if (dispatch === undefined) known.set(checks, (dispatch = new Dispatch(checks.map(({ check }) => check))));
  return dispatch;
}

/** Whether a check asks for runs of a class and, of digits, of a length. */
export function asksFor({ starts, digitRuns }: TextCheck<string>, run: RunClass, length: number): boolean {
  return starts.includes(run) && (run !== "digit" || (digitRuns?.includes(Math.min(length, LONGEST_RUN)) ?? true));
}
