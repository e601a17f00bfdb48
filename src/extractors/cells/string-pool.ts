/**
 * Millions of short strings in a few large ones. A pool is written string by string from the UTF-8 bytes of XML character data, and
 * read by number. An array of as many JavaScript strings would cost ten times the memory and a collection pause a second.
 */
import { grown } from "../../text/grown.js";
import { decodeReferences } from "../../bytes/xml-entities.js";
import type { TextSlice } from "../../contract.js";

export interface StringPool {
  /** Strings finished so far. */
  readonly count: number;
  /** Appends to the current string: character data without CDATA sections or comments. */
  addBytes(b: Uint8Array, start: number, end: number): void;
  addText(text: string): void;
  /** Ends the current string; gives its number. */
  finishString(): number;
  /** For who writes strings into the pool's block: where in it so many units may be written. The block must have been given to the pool. */
  placeFor(units: number): number;
  /** Takes strings so written. @param ends by string, the place behind its last unit @param seen all their units or-ed together */
  take(ends: Uint32Array, strings: number, seen: number): void;
  /** To be called once, after which the pool is read and no longer written. */
  seal(): void;
  get(index: number): string;
  /** Says where the string stands, without copying it. */
  locate(index: number, slice: TextSlice): void;
}

const BLOCK_BITS = 20;
export const BLOCK_UNITS = 2 ** BLOCK_BITS;
const BLOCK_MASK = BLOCK_UNITS - 1;
/** Longer than any reference, and than an escape such as _x000D_. */
const LONGEST_REFERENCE = 12;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const UNDERSCORE = 0x5f;
const LOWER_X = 0x78;
const REPLACEMENT = 0xfffd;

/** @param given where strings are put together, of `BLOCK_UNITS`; absent: as much as they need */
export function createStringPool(given?: Uint16Array): StringPool {
  /** Full blocks. Units of string i run from starts[i] to starts[i + 1], counted as if every block were full. */
  const blocks: string[] = [];
  let block = given ?? new Uint16Array(1024);
  let n = 0;
  /** All units of the block or-ed together: below 256 they fit a string of one byte each. */
  let seen = 0;
  let starts = new Uint32Array(256);
  let count = 0;

  function flush(): void {
    const units = block.subarray(0, n);
    if (seen < 0x100) blocks.push(Buffer.from(units).toString("latin1"));
    else blocks.push(Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString("utf16le"));
    n = 0;
    seen = 0;
  }

  /** Makes room for so many units, at most a block's worth, by growing the block or beginning another. */
  function reserve(units: number): void {
    if (n + units <= block.length) return;
    if (n + units > BLOCK_UNITS) flush();
    if (n + units > block.length) {
      const larger = new Uint16Array(Math.min(BLOCK_UNITS, Math.max(block.length * 4, n + units)));
      larger.set(block.subarray(0, n));
      block = larger;
    }
  }

  function addText(text: string): void {
    for (let from = 0; from < text.length; from += BLOCK_UNITS) {
      const piece = text.slice(from, from + BLOCK_UNITS);
      reserve(piece.length);
      for (let i = 0; i < piece.length; i++) seen |= block[n++] = piece.charCodeAt(i);
    }
  }

  function addBytes(b: Uint8Array, start: number, end: number): void {
    if (end - start > BLOCK_UNITS) {
      addText(unescape(decodeReferences(Buffer.from(b.buffer, b.byteOffset + start, end - start).toString())));
      return;
    }
    // UTF-16 never takes more units than UTF-8 takes bytes, and a reference is never shorter than what it stands for.
    reserve(end - start);
    const out = block;
    let to = n;
    let all = seen;
    let p = start;
    while (p < end) {
      const byte = b[p];
      let unit = byte;
      if (byte < 0x80) {
        p++;
        if (byte === AMPERSAND) {
          let stop = p;
          const limit = Math.min(end, p + LONGEST_REFERENCE);
          while (stop < limit && b[stop] !== SEMICOLON) stop++;
          if (stop < limit) {
            const text = decodeReferences(Buffer.from(b.buffer, b.byteOffset + p - 1, stop - p + 2).toString());
            for (let i = 0; i < text.length; i++) all |= out[to++] = text.charCodeAt(i);
            p = stop + 1;
            continue;
          }
        } else if (byte === UNDERSCORE && b[p] === LOWER_X && p + 6 <= end && b[p + 5] === UNDERSCORE) {
          const code = hexValue(b, p + 1);
          if (code >= 0) {
            unit = code;
            p += 6;
          }
        }
      } else if (byte < 0xe0) {
        unit = byte >= 0xc2 && p + 1 < end ? ((byte & 0x1f) << 6) | (b[p + 1] & 0x3f) : REPLACEMENT;
        p += unit === REPLACEMENT ? 1 : 2;
      } else if (byte < 0xf0) {
        if (p + 2 < end) {
          unit = ((byte & 0x0f) << 12) | ((b[p + 1] & 0x3f) << 6) | (b[p + 2] & 0x3f);
          p += 3;
        } else {
          unit = REPLACEMENT;
          p++;
        }
      } else if (p + 3 < end && byte < 0xf5) {
        const point = (((byte & 7) << 18) | ((b[p + 1] & 0x3f) << 12) | ((b[p + 2] & 0x3f) << 6) | (b[p + 3] & 0x3f)) - 0x10000;
        p += 4;
        out[to++] = 0xd800 | ((point >> 10) & 0x3ff);
        unit = 0xdc00 | (point & 0x3ff);
      } else {
        unit = REPLACEMENT;
        p++;
      }
      out[to++] = unit;
      all |= unit;
    }
    n = to;
    seen = all;
  }

  function get(index: number): string {
    if (!(index >= 0 && index < count)) return "";
    const start = starts[index];
    const end = starts[index + 1];
    const first = start >>> BLOCK_BITS;
    const last = end >>> BLOCK_BITS;
    if (first === last) return blocks[first].substring(start & BLOCK_MASK, end & BLOCK_MASK);
    // A block may end before it is full, and a string may go on in the next one.
    let text = blocks[first].substring(start & BLOCK_MASK);
    for (let i = first + 1; i < last; i++) text += blocks[i];
    return text + (blocks[last]?.substring(0, end & BLOCK_MASK) ?? "");
  }

  return {
    get count() {
      return count;
    },
    addBytes,
    addText,
    finishString() {
      if (count + 2 > starts.length) starts = grown(starts, new Uint32Array(starts.length * 2));
      starts[++count] = blocks.length * BLOCK_UNITS + n;
      return count - 1;
    },
    placeFor(units) {
      if (n + units > BLOCK_UNITS) flush();
      return n;
    },
    take(ends, strings, written) {
      if (strings === 0) return;
      const needed = count + strings + 2;
      if (needed > starts.length) starts = grown(starts, new Uint32Array(Math.max(needed, starts.length * 2)));
      const before = blocks.length * BLOCK_UNITS;
      for (let i = 0; i < strings; i++) starts[++count] = before + ends[i];
      n = ends[strings - 1];
      seen |= written;
    },
    seal() {
      flush();
      block = new Uint16Array(0);
    },
    get,
    locate(index, slice) {
      const start = starts[index];
      const end = starts[index + 1];
      const first = start >>> BLOCK_BITS;
      if (first === end >>> BLOCK_BITS) {
        slice.text = blocks[first];
        slice.start = start & BLOCK_MASK;
        slice.end = end & BLOCK_MASK;
      } else {
        slice.text = get(index);
        slice.start = 0;
        slice.end = slice.text.length;
      }
    },
  };
}

/** Four hex digits at `at`, or -1. */
function hexValue(b: Uint8Array, at: number): number {
  let value = 0;
  for (let i = at; i < at + 4; i++) {
    const byte = b[i];
    const digit = byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66 ? (byte | 0x20) - 0x57 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

const ESCAPE = /_x([\da-fA-F]{4})_/gu;

/** Excel writes what XML cannot hold as _xHHHH_ (ST_Xstring, ECMA-376 part 1, 22.9.2.19), and shows "_x0030_" as "0". */
export function unescape(text: string): string {
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
