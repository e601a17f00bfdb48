/**
 * bzip2 (J. Tsai, "BZIP2: Format Specification", 2016): blocks of Huffman codes, moves to front, Burrows and Wheeler's transform. An own
 * reader: what npm has is from before 2021 or brings a command line of its own.
 */
import type { Budget } from "../../contract.js";
import { Unreadable } from "../../errors.js";

const BLOCK = 0x314159265359;
const END = 0x177245385090;
const MAX_CODE_BITS = 20;
const GROUP = 50;

const corrupt = (): Unreadable => new Unreadable("corrupt", "bzip2: the compressed data is damaged or cut off");

/** Each stream's blocks, one after the other. Throws `Unreadable`; what was yielded before stands. */
export function* readBzip2(bytes: Uint8Array, budget: Budget): Generator<Uint8Array, { end: number }> {
  const bits = bitReader(bytes);
  // Streams follow each other where several processors were at work.
  while (bits.hasStream()) {
    bits.take(24);
    const blockBytes = (bits.take(8) - 0x30) * 100_000;
    if (blockBytes < 100_000 || blockBytes > 900_000) throw corrupt();
    const table = new Uint32Array(blockBytes);
    for (;;) {
      budget.tick();
      const mark = bits.take(24) * 2 ** 24 + bits.take(24);
      const sum = bits.take(16) * 65_536 + bits.take(16);
      if (mark === END) break;
      if (mark !== BLOCK) throw corrupt();
      const block = readBlock(bits, table, budget);
      if (crcOf(block) !== sum) throw new Unreadable("corrupt", "bzip2: wrong checksum");
      yield block;
    }
    bits.align();
  }
  return { end: bits.position() };
}

type Bits = ReturnType<typeof bitReader>;

function bitReader(bytes: Uint8Array) {
  let at = 0;
  let held = 0;
  let count = 0;
  const take = (wanted: number): number => {
    while (count < wanted) {
      if (at >= bytes.length) throw corrupt();
      held = ((held << 8) | bytes[at++]) >>> 0;
      count += 8;
    }
    count -= wanted;
    const value = (held >>> count) & (2 ** wanted - 1);
    held &= 2 ** count - 1;
    return value;
  };
  return {
    /** At most 24 bits. */
    take,
    align() {
      count -= count % 8;
    },
    position: () => at - count / 8,
    hasStream: () => Buffer.from(bytes.buffer, bytes.byteOffset + at - count / 8, Math.min(3, bytes.length - at + count / 8)).toString("latin1") === "BZh",
  };
}

function readBlock(bits: Bits, table: Uint32Array, budget: Budget): Uint8Array {
  if (bits.take(1) === 1) throw new Unreadable("unsupported", "bzip2: a randomised block, which no program has written since 1997");
  const origin = bits.take(24);
  const used: number[] = [];
  const ranges = bits.take(16);
  for (let high = 0; high < 16; high++) {
    if ((ranges & (0x8000 >> high)) === 0) continue;
    const map = bits.take(16);
    for (let low = 0; low < 16; low++) if ((map & (0x8000 >> low)) !== 0) used.push(high * 16 + low);
  }
  const groups = bits.take(3);
  const selectorCount = bits.take(15);
  if (groups < 2 || groups > 6 || selectorCount === 0 || used.length === 0) throw corrupt();
  const order = Array.from({ length: groups }, (_, i) => i);
  const selectors = new Uint8Array(selectorCount);
  for (let i = 0; i < selectorCount; i++) {
    let place = 0;
    while (bits.take(1) === 1) if (++place >= groups) throw corrupt();
    selectors[i] = toFront(order, place);
  }
  const codes = Array.from({ length: groups }, () => readCode(bits, used.length + 2));
  const length = readSymbols(bits, table, used, codes, selectors);
  return expandRuns(inverse(table, length, origin), budget);
}

function toFront(list: number[], place: number): number {
  const [value] = list.splice(place, 1);
  list.unshift(value);
  return value;
}

/** For each length of code: its first code's number, and where its symbols begin. */
interface Code {
  readonly limit: Int32Array;
  readonly base: Int32Array;
  readonly symbols: readonly number[];
}

function readCode(bits: Bits, symbolCount: number): Code {
  const lengths = new Uint8Array(symbolCount);
  let length = bits.take(5);
  for (let i = 0; i < symbolCount; i++) {
    for (;;) {
      if (length < 1 || length > MAX_CODE_BITS) throw corrupt();
      if (bits.take(1) === 0) break;
      length += bits.take(1) === 0 ? 1 : -1;
    }
    lengths[i] = length;
  }
  const symbols: number[] = [];
  const limit = new Int32Array(MAX_CODE_BITS + 2).fill(-1);
  const base = new Int32Array(MAX_CODE_BITS + 2);
  let code = 0;
  for (let width = 1; width <= MAX_CODE_BITS; width++) {
    base[width] = symbols.length - code;
    for (let symbol = 0; symbol < symbolCount; symbol++) if (lengths[symbol] === width) symbols.push(symbol);
    const next = symbols.length - base[width];
    if (next > code) limit[width] = next - 1;
    code = next * 2;
  }
  return { limit, base, symbols };
}

/** Fills the table with the transformed bytes. @returns how many there are */
function readSymbols(bits: Bits, table: Uint32Array, used: readonly number[], codes: readonly Code[], selectors: Uint8Array): number {
  const order = [...used];
  const end = used.length + 1;
  let length = 0;
  let run = 0;
  let weight = 1;
  for (let symbolNumber = 0; ; symbolNumber++) {
    const selector = Math.floor(symbolNumber / GROUP);
    if (selector >= selectors.length) throw corrupt();
    const { limit, base, symbols } = codes[selectors[selector]];
    let code = 0;
    let width = 0;
    do {
      if (++width > MAX_CODE_BITS) throw corrupt();
      code = code * 2 + bits.take(1);
    } while (code > limit[width]);
    const symbol = symbols[code + base[width]];
    if (symbol === undefined) throw corrupt();
    if (symbol < 2) {
      run += weight << symbol;
      weight *= 2;
      if (run > table.length) throw corrupt();
      continue;
    }
    if (length + run + 1 > table.length + (symbol === end ? 1 : 0)) throw corrupt();
    table.fill(order[0], length, length + run);
    length += run;
    run = 0;
    weight = 1;
    if (symbol === end) return length;
    table[length++] = toFront(order, symbol - 1);
  }
}

/** Burrows and Wheeler's transform, back. The upper 24 bits of the table become the way through it. */
function inverse(table: Uint32Array, length: number, origin: number): Uint8Array {
  if (origin >= length) throw corrupt();
  const starts = new Uint32Array(257);
  for (let i = 0; i < length; i++) starts[(table[i] & 0xff) + 1]++;
  for (let byte = 0; byte < 256; byte++) starts[byte + 1] += starts[byte];
  for (let i = 0; i < length; i++) table[starts[table[i] & 0xff]++] |= i << 8;
  const out = new Uint8Array(length);
  let next = table[origin] >>> 8;
  for (let i = 0; i < length; i++) {
    out[i] = table[next] & 0xff;
    next = table[next] >>> 8;
  }
  return out;
}

/** Four equal bytes are followed by how many more of them there are. */
function expandRuns(bytes: Uint8Array, budget: Budget): Uint8Array {
  let total = 0;
  const walk = (emit: (byte: number, count: number) => void): void => {
    let same = 0;
    for (let i = 0; i < bytes.length; i++) {
      same = i > 0 && same > 0 && bytes[i] === bytes[i - 1] ? same + 1 : 1;
      emit(bytes[i], 1);
      if (same === 4) {
        if (++i < bytes.length) emit(bytes[i - 1], bytes[i]);
        same = 0;
      }
    }
  };
  walk((_byte, count) => {
    total += count;
  });
  budget.expand(total);
  const out = new Uint8Array(total);
  let at = 0;
  walk((byte, count) => {
    out.fill(byte, at, at + count);
    at += count;
  });
  return out;
}

let crcTable: Uint32Array | undefined;

/** As in zlib, but with the highest bit first. */
function crcOf(bytes: Uint8Array): number {
  crcTable ??= Uint32Array.from({ length: 256 }, (_, i) => {
    let value = i << 24;
    for (let bit = 0; bit < 8; bit++) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1;
    return value >>> 0;
  });
  let sum = 0xffffffff;
  for (const byte of bytes) sum = ((sum << 8) ^ crcTable[((sum >>> 24) ^ byte) & 255]) >>> 0;
  return ~sum >>> 0;
}
