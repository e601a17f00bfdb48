/**
 * Where matches of many expressions may begin, in one pass over a text for all of them. An alternation of a hundred words is tried word by
 * word at every character; the two characters that each way through it begins with are known beforehand, and nearly no place has them.
 */
import { beginningsOfSource, type Units } from "./expression-beginnings.js";

const UNITS = 0x10000;
const PAIR_BITS = 14;
const PAIR_MASK = (1 << PAIR_BITS) - 1;
/** Sets up to this size are put together into pairs; larger ones, as of all kanji, are looked up by themselves. */
const FEW = 96;

const pairOf = (first: number, second: number): number => (Math.imul(first, 0x9e37) ^ second) & PAIR_MASK;

/** At most 32 expressions, a bit each by their order: at which places one of them may match. */
export class Beginnings {
  /** Which kind of character each is, from 0, those that no expression begins with; a table for all of a text stays in the processor's cache. */
  private readonly kinds = new Uint16Array(UNITS);
  /** By a kind: what it begins by itself, what it is the second character of, and what it begins together with that, by `pairs`. */
  private readonly firsts: Int32Array;
  private readonly seconds: Int32Array;
  private readonly opens: Int32Array;
  private readonly pairs = new Int32Array(PAIR_MASK + 1);
  /** The same expressions, tried at one place only. */
  private readonly atPlace: readonly RegExp[];

  private text = "";
  /** What was looked through, and what was found there: places in order, and the bits of each. */
  private from = 0;
  private to = 0;
  private places: number[] = [];
  private bits: number[] = [];
  /** The stretch asked about last: its places by their numbers, and all of their bits. */
  private stretchFrom = -1;
  private stretchTo = -1;
  private stretch: string | undefined;
  private first = 0;
  private last = 0;
  private inStretch = 0;

  constructor(expressions: readonly RegExp[]) {
    this.atPlace = expressions.map(({ source, flags }) => new RegExp(source, `${flags.replace(/[gy]/gu, "")}y`));
    const bits = new Map<number, [first: number, second: number, opens: number]>();
    const add = (units: Units, which: 0 | 1 | 2, bit: number): void => {
      for (const unit of units.units()) {
        const known = bits.get(unit);
        if (known === undefined) bits.set(unit, [which === 0 ? bit : 0, which === 1 ? bit : 0, which === 2 ? bit : 0]);
        else known[which] |= bit;
      }
    };
    for (const [i, { source, flags }] of expressions.entries()) {
      const bit = 1 << i;
      for (const [first, second] of beginningsOfSource(source, flags)) {
        if (second !== undefined && second.size <= FEW && first.size <= FEW) {
          add(first, 2, bit);
          for (const a of first.units()) for (const b of second.units()) this.pairs[pairOf(a, b)] |= bit;
        } else if (second !== undefined && second.size < first.size) add(second, 1, bit);
        else add(first, 0, bit);
      }
    }
    const known = new Map<string, number>([["0,0,0", 0]]);
    for (const [unit, of] of bits) {
      const key = of.join();
      const kind = known.get(key) ?? known.size;
      known.set(key, kind);
      this.kinds[unit] = kind;
    }
    const byKind = Array.from(known.keys(), (key) => key.split(",").map(Number));
    [this.firsts, this.seconds, this.opens] = [0, 1, 2].map((which) => Int32Array.from(byKind, (of) => of[which]));
  }

  /**
   * The first match of an expression, by its number, in [from, to) of the text, as if that stretch were all there is.
   * @param text normalised, or whatever the expressions are for
   * @param behind where the match before ended, for one match after another
   */
  find(text: string, from: number, to: number, expression: number, behind = from): RegExpExecArray | null {
    this.read(text, from, to);
    this.look(from, to);
    const bit = 1 << expression;
    if ((this.inStretch & bit) === 0) return null;
    const { places, bits } = this;
    const pattern = this.atPlace[expression];
    const stretch = (this.stretch ??= text.slice(from, to));
    for (let i = behind === from ? this.first : this.firstFrom(behind); i < this.last; i++) {
      if ((bits[i] & bit) === 0) continue;
      pattern.lastIndex = places[i] - from;
      const found = pattern.exec(stretch);
      if (found !== null) return found;
    }
    return null;
  }

  says(text: string, from: number, to: number, expression: number): boolean {
    return this.find(text, from, to, expression) !== null;
  }

  /** Which places are in the stretch, and what may begin at any of them: nearly always little. */
  private look(from: number, to: number): void {
    if (from === this.stretchFrom && to === this.stretchTo) return;
    this.stretchFrom = from;
    this.stretchTo = to;
    this.stretch = undefined;
    this.first = this.firstFrom(from);
    this.inStretch = 0;
    let i = this.first;
    for (; i < this.places.length && this.places[i] < to; i++) this.inStretch |= this.bits[i];
    this.last = i;
  }

  private firstFrom(at: number): number {
    const { places } = this;
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (places[middle] < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Stretches that are asked about in order are read once. */
  private read(text: string, from: number, to: number): void {
    if (text !== this.text || from < this.from || from > this.to) {
      this.from = this.to = from;
      this.places = [];
      this.bits = [];
      this.stretchFrom = -1;
    }
    // The same text may be another string: the next comparison is then one of addresses.
    this.text = text;
    if (to <= this.to) return;
    const { kinds, firsts, seconds, opens, pairs, places, bits } = this;
    let unit = text.charCodeAt(this.to);
    let kind = kinds[unit];
    for (let i = this.to; i < to; i++) {
      // Behind the text's end there is none: NaN, which counts as 0.
      const next = text.charCodeAt(i + 1) | 0;
      const behind = kinds[next];
      if ((kind | behind) !== 0) {
        const may = opens[kind];
        const found = firsts[kind] | seconds[behind] | (may === 0 ? 0 : may & pairs[pairOf(unit, next)]);
        if (found !== 0) {
          places.push(i);
          bits.push(found);
        }
      }
      unit = next;
      kind = behind;
    }
    this.to = to;
  }
}
