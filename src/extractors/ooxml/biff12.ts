/** Records of binary parts ([MS-XLSB] 2.1.4): a type of one or two bytes, a size of one to four, and so many bytes. */

export interface Biff12Record {
  readonly type: number;
  readonly bytes: Buffer;
}

/** Ends where the part ends or a record reaches past it; `isCut` says which. */
export interface Biff12Reader {
  readonly type: number;
  readonly bytes: Buffer;
  readonly isCut: boolean;
  next(): boolean;
}

export function biff12Records(part: Uint8Array): Biff12Reader {
  const b = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  let at = 0;
  const reader = {
    type: -1,
    bytes: b.subarray(0, 0),
    isCut: false,
    next(): boolean {
      if (at >= b.length) return false;
      reader.type = b[at++];
      if (reader.type > 0x7f) reader.type = (reader.type & 0x7f) | (((b[at++] ?? 0) & 0x7f) << 7);
      let size = 0;
      for (let i = 0; i < 4; i++) {
        const byte = b[at++] ?? 0;
        size |= (byte & 0x7f) << (7 * i);
        if (byte < 0x80) break;
      }
      reader.isCut = at + size > b.length;
      reader.bytes = b.subarray(at, at + size);
      at = Math.min(b.length, at + size);
      return true;
    },
  };
  return reader;
}

const NULL_STRING = 0xffffffff;

/** XLWideString and its nullable kind ([MS-XLSB] 2.5.169): a count of characters in four bytes, then the characters. */
export function wideString(b: Buffer, at: number): { readonly text: string; readonly end: number } {
  if (at + 4 > b.length) return { text: "", end: b.length };
  const count = b.readUInt32LE(at);
  if (count === NULL_STRING) return { text: "", end: at + 4 };
  const end = Math.min(b.length, at + 4 + count * 2);
  return { text: b.toString("utf16le", at + 4, end), end };
}

/** No control character; characters of private use are text, as names are written with them. */
const isTextUnit = (unit: number): boolean => (unit >= 0x20 && unit < 0x7f) || (unit >= 0xa0 && unit < 0xfffe) || unit === 0x0a || unit === 0x0d || unit === 0x09;

/** Every wide string in a record whose structure nobody here reads: a length that fits, and that many characters that are some. */
export function wideStringsIn(b: Buffer): string[] {
  if (b.length < 8) return [];
  // Lengths that overlap must not cost their product: how far text goes on from each place is counted once.
  const runs = new Uint32Array(b.length);
  for (let at = b.length - 2; at >= 4; at--) if (isTextUnit(b[at] | (b[at + 1] << 8))) runs[at] = (runs[at + 2] ?? 0) + 1;
  const texts: string[] = [];
  for (let at = 0; at + 8 <= b.length; at++) {
    const count = b.readUInt32LE(at);
    if (count < 2 || count > runs[at + 4]) continue;
    texts.push(b.toString("utf16le", at + 4, at + 4 + count * 2));
    at += 3 + count * 2;
  }
  return texts;
}

export interface RichText {
  readonly text: string;
  /** How it is read (furigana), "" where nothing is said of that. */
  readonly phonetic: string;
}

/** RichStr ([MS-XLSB] 2.5.122). */
export function richString(b: Buffer, at: number): RichText {
  const flags = b[at] ?? 0;
  const { text, end } = wideString(b, at + 1);
  if ((flags & 2) === 0) return { text, phonetic: "" };
  const runs = (flags & 1) === 0 ? end : end + 4 + 4 * (end + 4 <= b.length ? b.readUInt32LE(end) : 0);
  return { text, phonetic: wideString(b, runs).text };
}
