/** Hashes of values and the tables that hold them: numbers only, so that no value outlives its segment. */

/** Hashes and their sums stay below this, so that every sum of two is exact. Division of doubles costs more than hashing a name. */
const MODULUS = 2 ** 52;
export const addDigest = (sum: number, hash: number): number => (sum + hash >= MODULUS ? sum + hash - MODULUS : sum + hash);
export const digestSince = (before: number, after: number): number => (after >= before ? after - before : after - before + MODULUS);

const joined = (high: number, low: number): number => (high >>> 12) * 2 ** 32 + (low >>> 0) || 1;

/** 52 bits of two independent multiplicative hashes (the constants are MurmurHash3's finalisers'). Never 0. */
export function hashText(text: string, kind: number): number {
  let low = 0x9e3779b9 ^ kind;
  let high = Math.imul(kind + 1, 0x85ebca6b);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x85ebca6b);
    low ^= low >>> 15;
    high = Math.imul(high ^ code, 0xc2b2ae35);
    high ^= high >>> 13;
  }
  return joined(high, low);
}

export const mix = (a: number, b: number): number => {
  const low = Math.imul((a >>> 0) ^ 0x27d4eb2f, 0x85ebca6b) ^ (b >>> 0);
  const high = Math.imul(Math.floor(a / 2 ** 32) ^ 0x165667b1, 0xc2b2ae35) ^ Math.floor(b / 2 ** 32);
  return joined(high ^ (low >>> 7), Math.imul(low ^ (low >>> 16), 0xc2b2ae35));
};

/** Hashes and records in two typed arrays: JavaScript arrays of a million doubles cost three times as much. */
export class PairList {
  size = 0;
  #hashes = new Float64Array(256);
  #records = new Uint32Array(256);
  push(hash: number, record: number): void {
    if (this.size === this.#hashes.length) {
      const [hashes, records] = [this.#hashes, this.#records];
      this.#hashes = new Float64Array(this.size * 2);
      this.#records = new Uint32Array(this.size * 2);
      this.#hashes.set(hashes);
      this.#records.set(records);
    }
    this.#hashes[this.size] = hash;
    this.#records[this.size++] = record;
  }
  hash(index: number): number {
    return this.#hashes[index];
  }
  record(index: number): number {
    return this.#records[index];
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
