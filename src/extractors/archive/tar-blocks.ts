/** tar's 512-byte blocks: which of them are headers (POSIX.1-2017 pax "ustar Interchange Format"). */

export const BLOCK = 512;
const CHECKSUM_AT = 148;
const CHECKSUM_BYTES = 8;

/** One entry as tar-stream decodes it; its own types leave out `byteOffset` and say nothing of `pax`. */
export interface TarHeader {
  readonly name: string;
  readonly size: number;
  /** null: a type tar-stream does not know (volume labels, dumped directories, old GNU sparse files). */
  readonly type: string | null;
  readonly linkname: string | null;
  readonly uname: string;
  readonly gname: string;
  readonly pax: Readonly<Record<string, string>> | null;
  /** Where the data begins. */
  readonly byteOffset: number;
}

/** A number field: octal digits, or base 256 when the first bit is set (GNU, star). NaN when it is neither. */
export function numberField(bytes: Uint8Array, at: number, length: number): number {
  if ((bytes[at] ?? 0) === 0x80) {
    let value = 0;
    for (let i = at + 1; i < at + length; i++) value = value * 256 + (bytes[i] ?? 0);
    return value;
  }
  const digits = Buffer.from(bytes.subarray(at, at + length)).toString("latin1").replace(/\0.*$/su, "").trim();
  if (digits === "") return 0;
  return /^[0-7]+$/u.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

/** A block whose checksum is right; a block of zeros is none. */
export function isHeader(bytes: Uint8Array, at: number): boolean {
  if (at + BLOCK > bytes.length) return false;
  let sum = CHECKSUM_BYTES * 0x20;
  for (let i = 0; i < BLOCK; i++) if (i < CHECKSUM_AT || i >= CHECKSUM_AT + CHECKSUM_BYTES) sum += bytes[at + i];
  return sum !== CHECKSUM_BYTES * 0x20 && sum === numberField(bytes, at + CHECKSUM_AT, CHECKSUM_BYTES);
}

/** Past blocks of zeros and past pax records and GNU long names that are whole: where the next entry's own header should be. */
export function pastLongHeaders(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    if (bytes.subarray(at, at + BLOCK).every((byte) => byte === 0)) at += BLOCK;
    else if (isHeader(bytes, at) && "xgLKN".includes(String.fromCharCode(bytes[at + 156]))) {
      const end = at + BLOCK + Math.ceil(numberField(bytes, at + 124, 12) / BLOCK) * BLOCK;
      if (!(end < bytes.length)) return at;
      at = end;
    } else return at;
  }
  return Math.min(at, bytes.length);
}

/** The next block at or after `from` that is a header, counted in blocks from `origin`; the end if there is none. */
export function findHeader(bytes: Uint8Array, from: number, origin: number): number {
  let at = origin + Math.ceil((from - origin) / BLOCK) * BLOCK;
  while (at < bytes.length && !isHeader(bytes, at)) at += BLOCK;
  return Math.min(at, bytes.length);
}
