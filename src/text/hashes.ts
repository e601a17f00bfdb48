/** Hashes of values and the tables that hold them: numbers only, so that no value outlives its segment. */
import { grown } from "./grown.js";

/** Hashes and their sums stay below this, so that every sum of two is exact. Division of doubles costs more than hashing a name. */
const MODULUS = 2 ** 52;
export const addDigest = (sum: number, hash: number): number => (sum + hash >= MODULUS ? sum + hash - MODULUS : sum + hash);
export const digestSince = (before: number, after: number): number => (after >= before ? after - before : after - before + MODULUS);

/*
 * 52 bits of two independent multiplicative hashes (the constants are MurmurHash3's finalisers'), one unit after the other, so that
 * whoever reads a value unit by unit can hash it on the way: `stirLow` and `stirHigh` for each, from `startLow` and `startHigh`.
 */
export const startLow = (kind: number): number => 0x9e3779b9 ^ kind;
export const startHigh = (kind: number): number => Math.imul(kind + 1, 0x85ebca6b);
export const stirLow = (low: number, unit: number): number => {
  const stirred = Math.imul(low ^ unit, 0x85ebca6b);
  return stirred ^ (stirred >>> 15);
};
export const stirHigh = (high: number, unit: number): number => {
  const stirred = Math.imul(high ^ unit, 0xc2b2ae35);
  return stirred ^ (stirred >>> 13);
};
/** Never 0. */
export const finishHash = (high: number, low: number): number => (high >>> 12) * 2 ** 32 + (low >>> 0) || 1;

/** Of a text, or of a stretch of it. */
export function hashText(text: string, kind: number, start = 0, end = text.length): number {
  let low = startLow(kind);
  let high = startHigh(kind);
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    low = stirLow(low, unit);
    high = stirHigh(high, unit);
  }
  return finishHash(high, low);
}

export const mix = (a: number, b: number): number => {
  const low = Math.imul((a >>> 0) ^ 0x27d4eb2f, 0x85ebca6b) ^ (b >>> 0);
  const high = Math.imul(Math.floor(a / 2 ** 32) ^ 0x165667b1, 0xc2b2ae35) ^ Math.floor(b / 2 ** 32);
  return finishHash(high ^ (low >>> 7), Math.imul(low ^ (low >>> 16), 0xc2b2ae35));
};

const FIRST_LENGTH = 256;

/** Hashes and records in two typed arrays: JavaScript arrays of a million doubles cost three times as much. */
export class PairList {
  size = 0;
  // Most files and messages hold no record at all, and every scan makes several of these lists.
  #hashes = new Float64Array(0);
  #records = new Uint32Array(0);
  push(hash: number, record: number): void {
    if (this.size === this.#hashes.length) this.reserve(1);
    this.#hashes[this.size] = hash;
    this.#records[this.size++] = record;
  }
  /** @param offset added to the records of the other list */
  append(list: PairList, offset: number): void {
    this.reserve(list.size);
    this.#hashes.set(list.#hashes.subarray(0, list.size), this.size);
    if (offset === 0) this.#records.set(list.#records.subarray(0, list.size), this.size);
    else for (let i = 0; i < list.size; i++) this.#records[this.size + i] = list.#records[i] + offset;
    this.size += list.size;
  }
  /** Makes room for so many more. */
  reserve(more: number): void {
    if (this.size + more <= this.#hashes.length) return;
    const length = Math.max(this.size + more, this.#hashes.length * 2, FIRST_LENGTH);
    this.#hashes = grown(this.#hashes, new Float64Array(length));
    this.#records = grown(this.#records, new Uint32Array(length));
  }
  hash(index: number): number {
    return this.#hashes[index];
  }
  record(index: number): number {
    return this.#records[index];
  }
}

/** Tells keys that were surely added once at most from those that may have been added more often. */
export class TwiceFilter {
  readonly #mask: number;
  readonly #once: Uint32Array;
  readonly #twice: Uint32Array;

  /** @param bits about how many; at most 2 ** 27, which is 16 MB twice */
  constructor(bits: number) {
    const size = 2 ** Math.min(27, Math.max(10, Math.ceil(Math.log2(bits + 1))));
    this.#mask = size - 1;
    this.#once = new Uint32Array(size / 32);
    this.#twice = new Uint32Array(size / 32);
  }

  add(key: number): void {
    const at = key & this.#mask;
    const bit = 1 << (at & 31);
    if ((this.#once[at >>> 5] & bit) !== 0) this.#twice[at >>> 5] |= bit;
    else this.#once[at >>> 5] |= bit;
  }

  mayBeTwice(key: number): boolean {
    const at = key & this.#mask;
    return (this.#twice[at >>> 5] & (1 << (at & 31))) !== 0;
  }
}

/** Open addressing over 52-bit hashes: a Map of a million of them takes five times as long. 0 marks a free slot. */
export class HashTable {
  #size = 0;
  #keys = new Float64Array(1024);
  #records = new Uint32Array(1024);

  get(key: number): number | undefined {
    const slot = this.#slot(key);
    return this.#keys[slot] === key ? this.#records[slot] : undefined;
  }

  getOrSet(key: number, record: number): number {
    let slot = this.#slot(key);
    if (this.#keys[slot] === key) return this.#records[slot];
    if (++this.#size * 2 > this.#keys.length) {
      this.#grow();
      slot = this.#slot(key);
    }
    this.#keys[slot] = key;
    this.#records[slot] = record;
    return record;
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = Math.imul((key >>> 0) ^ Math.floor(key / 2 ** 32), 0x9e3779b1) >>> 7 & mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, records] = [this.#keys, this.#records];
    this.#keys = new Float64Array(keys.length * 2);
    this.#records = new Uint32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0) continue;
      const slot = this.#slot(keys[i]);
      this.#keys[slot] = keys[i];
      this.#records[slot] = records[i];
    }
  }
}
