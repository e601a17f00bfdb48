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
/** Bits of a number. */
const MOST = 31;
/** Of a character, in a row of four: what it begins by itself, what it is the second character of, what it begins together with that. */
const [ALONE, SECOND, OPENS] = [0, 1, 2];
const ROW_BITS = 2;

/** Stretches asked about are near each other, but some reach further back than the first of them: so much is read before and between. */
const READ_BEFORE = 1280;
const READ_BETWEEN = 2048;

const pairOf = (first: number, second: number): number => (Math.imul(first, 0x9e37) ^ second) & PAIR_MASK;

/** Expressions are taken in when they are first asked for, a bit each. */
class Beginnings {
  private readonly units = new Int32Array(UNITS << ROW_BITS);
  private readonly pairs = new Int32Array(PAIR_MASK + 1);
  /** The expressions by their numbers, tried at one place only. */
  private readonly atPlace: RegExp[] = [];

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

  get isFull(): boolean {
    return this.atPlace.length === MOST;
  }

  /** @returns its number */
  add({ source, flags }: RegExp): number {
    const bit = 1 << this.atPlace.length;
    this.atPlace.push(new RegExp(source, `${flags.replace(/[gy]/gu, "")}y`));
    const mark = (units: Units, as: number): void => {
      for (const unit of units.units()) this.units[(unit << ROW_BITS) + as] |= bit;
    };
    for (const [first, second] of beginningsOfSource(source, flags)) {
      if (second !== undefined && second.size <= FEW && first.size <= FEW) {
        mark(first, OPENS);
        for (const a of first.units()) for (const b of second.units()) this.pairs[pairOf(a, b)] |= bit;
      } else if (second !== undefined && second.size < first.size) mark(second, SECOND);
      else mark(first, ALONE);
    }
    this.forget("", 0);
    return this.atPlace.length - 1;
  }

  find(text: string, from: number, to: number, number: number, behind: number): RegExpExecArray | null {
    this.read(text, from, to);
    this.look(from, to);
    const bit = 1 << number;
    if ((this.inStretch & bit) === 0) return null;
    const { places, bits } = this;
    const pattern = this.atPlace[number];
    const stretch = (this.stretch ??= text.slice(from, to));
    for (let i = behind === from ? this.first : this.firstFrom(behind); i < this.last; i++) {
      if ((bits[i] & bit) === 0) continue;
      pattern.lastIndex = places[i] - from;
      const found = pattern.exec(stretch);
      if (found !== null) return found;
    }
    return null;
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

  private forget(text: string, from: number): void {
    this.text = text;
    this.from = this.to = from;
    this.places = [];
    this.bits = [];
    this.stretchFrom = -1;
  }

  /** Stretches that are asked about in order are read once. */
  private read(text: string, from: number, to: number): void {
    if (text !== this.text || from < this.from || from > this.to + READ_BETWEEN) this.forget(text, Math.max(0, from - READ_BEFORE));
    // The same text may be another string: the next comparison is then one of addresses.
    this.text = text;
    if (to <= this.to) return;
    const { units, pairs, places, bits } = this;
    let unit = text.charCodeAt(this.to);
    let alone = units[unit << ROW_BITS];
    let opens = units[(unit << ROW_BITS) + OPENS];
    for (let i = this.to; i < to; i++) {
      // Behind the text's end there is none: NaN, which counts as 0.
      const next = text.charCodeAt(i + 1) | 0;
      const row = next << ROW_BITS;
      const found = alone | units[row + SECOND] | (opens === 0 ? 0 : opens & pairs[pairOf(unit, next)]);
      if (found !== 0) {
        places.push(i);
        bits.push(found);
      }
      unit = next;
      alone = units[row];
      opens = units[row + OPENS];
    }
    this.to = to;
  }
}

interface Known {
  readonly holder: Beginnings;
  readonly number: number;
}
const known = new Map<RegExp, Known>();
let open: Beginnings | undefined;

function add(expression: RegExp): Known {
  if (open === undefined || open.isFull) open = new Beginnings();
  const one = { holder: open, number: open.add(expression) };
  known.set(expression, one);
  return one;
}

/**
 * The first match of an expression in [from, to) of the text, as if that stretch were all there is. Cheap where it is asked for places of a
 * text in their order, as detectors ask: what the expressions of all of them may begin with is looked for at once.
 * @param expression one object for all calls, with the flag u
 * @param behind where the match before ended, for one match after another
 */
export function findWithin(text: string, from: number, to: number, expression: RegExp, behind = from): RegExpExecArray | null {
  const { holder, number } = known.get(expression) ?? add(expression);
  return holder.find(text, from, to, number, behind);
}

/** As `findWithin`, of whether there is one. */
export const standsWithin = (text: string, from: number, to: number, expression: RegExp): boolean => findWithin(text, from, to, expression) !== null;
