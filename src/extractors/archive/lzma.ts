/**
 * LZMA and LZMA2 (I. Pavlov, "LZMA specification", and the xz file format's LZMA2 chunks), as 7-Zip archives hold them. An own decoder: the
 * packages on npm either want a container of their own around the stream or have been left for years.
 */
import type { Budget } from "../../contract.js";
import { Unreadable } from "../../errors.js";

const STATES = 12;
const POSITIONS = 16;
const LENGTH_PROBS = 2 + POSITIONS * 8 * 2 + 256;
const IS_MATCH = 0;
const IS_REP = IS_MATCH + STATES * POSITIONS;
const IS_REP0 = IS_REP + STATES;
const IS_REP1 = IS_REP0 + STATES;
const IS_REP2 = IS_REP1 + STATES;
const IS_REP0_LONG = IS_REP2 + STATES;
const SLOTS = IS_REP0_LONG + STATES * POSITIONS;
const SPECIAL = SLOTS + 4 * 64;
const ALIGN = SPECIAL + 115;
const LENGTHS = ALIGN + 16;
const REP_LENGTHS = LENGTHS + LENGTH_PROBS;
const LITERALS = REP_LENGTHS + LENGTH_PROBS;
const LITERAL_PROBS = 0x300;
const HALF = 1024;
const STEP_BYTES = 2 ** 20;

const damaged = (): Unreadable => new Unreadable("corrupt", "7z: compressed data is damaged or cut off");

interface Decoder {
  readonly length: number;
  /** lc, lp and pb in one byte. */
  setProperties(byte: number): void;
  resetState(): void;
  /** Nothing before this point is referred to any more, and positions count from here. */
  resetDictionary(): void;
  /** Reads range-coded data from `from`; gives the position behind what was read. */
  decode(source: Uint8Array, from: number, to: number, bytes: number): number;
  /** Copies what is not compressed. */
  copy(source: Uint8Array, from: number, to: number): void;
  finish(): Uint8Array;
}

/** @param size of all that comes out */
function createDecoder(size: number, budget: Budget): Decoder {
  let out = new Uint8Array(Math.min(size, STEP_BYTES));
  let length = 0;
  let counted = 0;
  let probs = new Uint16Array(LITERALS);
  let [lc, lp, pb, state] = [0, 0, 0, 0];
  let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];
  let source: Uint8Array = out;
  let [at, range, code] = [0, 0, 0];
  /** Where the dictionary begins. */
  let origin = 0;

  /** Room is made as the data comes: a header's word for the size is not taken. */
  function room(): void {
    budget.expand(length - counted);
    counted = length;
    budget.tick();
    if (length < out.length) return;
    const larger = new Uint8Array(Math.min(size, out.length * 2));
    larger.set(out);
    out = larger;
  }

  function bit(index: number): number {
    const prob = probs[index];
    const bound = (range >>> 11) * prob;
    let value = 0;
    if (code < bound) {
      range = bound;
      probs[index] = prob + ((2048 - prob) >>> 5);
    } else {
      range -= bound;
      code -= bound;
      probs[index] = prob - (prob >>> 5);
      value = 1;
    }
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | source[at++]) >>> 0;
    }
    return value;
  }

  function direct(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) {
      range >>>= 1;
      const isOne = code >= range;
      if (isOne) code -= range;
      value = (value << 1) | Number(isOne);
      if (range < 0x1000000) {
        range = (range << 8) >>> 0;
        code = ((code << 8) | source[at++]) >>> 0;
      }
    }
    return value >>> 0;
  }

  function tree(base: number, bits: number): number {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | bit(base + node);
    return node - (1 << bits);
  }

  function reverseTree(base: number, bits: number): number {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const one = bit(base + node);
      node = (node << 1) | one;
      value |= one << i;
    }
    return value;
  }

  function matchLength(base: number, position: number): number {
    if (bit(base) === 0) return 2 + tree(base + 2 + position * 8, 3);
    if (bit(base + 1) === 0) return 10 + tree(base + 2 + POSITIONS * 8 + position * 8, 3);
    return 18 + tree(base + 2 + POSITIONS * 16, 8);
  }

  function literal(): void {
    const before = length > origin ? out[length - 1] : 0;
    const base = LITERALS + LITERAL_PROBS * ((((length - origin) & ((1 << lp) - 1)) << lc) + (before >>> (8 - lc)));
    let symbol = 1;
    if (state >= 7) {
      let match = out[length - rep0 - 1];
      while (symbol < 0x100) {
        const matchBit = (match >>> 7) & 1;
        match <<= 1;
        const one = bit(base + ((1 + matchBit) << 8) + symbol);
        symbol = (symbol << 1) | one;
        if (matchBit !== one) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | bit(base + symbol);
    out[length++] = symbol;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  function distance(matched: number): number {
    const slot = tree(SLOTS + Math.min(matched - 2, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >>> 1) - 1;
    const base = ((2 | (slot & 1)) << bits) >>> 0;
    if (slot < 14) return base + reverseTree(SPECIAL + base - slot, bits);
    return (base + ((direct(bits - 4) << 4) >>> 0) + reverseTree(ALIGN, 4)) >>> 0;
  }

  /** The next distance and length; a length of 0 is a literal, -1 the end mark. */
  function matched(position: number): number {
    if (bit(IS_REP + state) === 0) {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      const count = matchLength(LENGTHS, position);
      state = state < 7 ? 7 : 10;
      rep0 = distance(count);
      return rep0 === 0xffffffff ? -1 : count;
    }
    if (bit(IS_REP0 + state) === 0) {
      if (bit(IS_REP0_LONG + state * POSITIONS + position) === 0) {
        state = state < 7 ? 9 : 11;
        return 1;
      }
    } else if (bit(IS_REP1 + state) === 0) [rep0, rep1] = [rep1, rep0];
    else if (bit(IS_REP2 + state) === 0) [rep0, rep1, rep2] = [rep2, rep0, rep1];
    else [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
    const count = matchLength(REP_LENGTHS, position);
    state = state < 7 ? 8 : 11;
    return count;
  }

  return {
    get length() {
      return length;
    },
    setProperties(byte) {
      if (byte >= 225) throw damaged();
      lc = byte % 9;
      lp = Math.floor(byte / 9) % 5;
      pb = Math.floor(byte / 45);
      probs = new Uint16Array(LITERALS + (LITERAL_PROBS << (lc + lp)));
    },
    resetDictionary() {
      origin = length;
    },
    resetState() {
      probs.fill(HALF);
      state = rep0 = rep1 = rep2 = rep3 = 0;
    },
    decode(given, from, to, bytes) {
      source = given;
      range = 0xffffffff;
      code = 0;
      at = from + 1;
      for (let i = 0; i < 4; i++) code = ((code << 8) | source[at++]) >>> 0;
      const end = Math.min(size, length + bytes);
      while (length < end) {
        if (length === out.length || length - counted >= STEP_BYTES) room();
        if (at > to + 5) throw damaged();
        const position = (length - origin) & ((1 << pb) - 1);
        if (bit(IS_MATCH + state * POSITIONS + position) === 0) {
          literal();
          continue;
        }
        let count = matched(position);
        if (count < 0) break;
        if (rep0 >= length - origin) throw damaged();
        count = Math.min(count, end - length);
        while (count-- > 0) {
          if (length === out.length) room();
          out[length] = out[length - rep0 - 1];
          length++;
        }
      }
      return at;
    },
    copy(given, from, to) {
      for (let i = from; i < to && length < size; i++) {
        if (length === out.length) room();
        out[length++] = given[i];
      }
    },
    finish() {
      budget.expand(length - counted);
      counted = length;
      return out.subarray(0, length);
    },
  };
}

/** @param properties five bytes: lc, lp, pb and the dictionary's size. @throws Unreadable "corrupt", "limit" */
export function decodeLzma(source: Uint8Array, properties: Uint8Array, size: number, budget: Budget): Uint8Array {
  const decoder = createDecoder(size, budget);
  decoder.setProperties(properties[0] ?? 255);
  decoder.resetState();
  decoder.decode(source, 0, source.length, size);
  if (decoder.length < size) throw damaged();
  return decoder.finish();
}

/** @throws Unreadable "corrupt", "limit" */
export function decodeLzma2(source: Uint8Array, size: number, budget: Budget): Uint8Array {
  const decoder = createDecoder(size, budget);
  decoder.setProperties(0);
  let at = 0;
  for (;;) {
    if (at >= source.length) throw damaged();
    const control = source[at++];
    if (control === 0 || decoder.length >= size) break;
    if (at + 2 > source.length) throw damaged();
    if (control < 0x80) {
      // 1 and 2: bytes as they are, with and without a new dictionary.
      if (control > 2) throw damaged();
      if (control === 1) decoder.resetDictionary();
      const bytes = ((source[at] << 8) | source[at + 1]) + 1;
      decoder.copy(source, at + 2, Math.min(source.length, at + 2 + bytes));
      at += 2 + bytes;
      continue;
    }
    const bytes = (((control & 0x1f) << 16) | (source[at] << 8) | source[at + 1]) + 1;
    const packed = ((source[at + 2] << 8) | source[at + 3]) + 1;
    at += 4;
    const reset = (control >>> 5) & 3;
    if (reset === 3) decoder.resetDictionary();
    if (reset >= 2) decoder.setProperties(source[at++]);
    if (reset >= 1) decoder.resetState();
    decoder.decode(source, at, Math.min(source.length, at + packed), bytes);
    at += packed;
  }
  if (decoder.length < size) throw damaged();
  return decoder.finish();
}
