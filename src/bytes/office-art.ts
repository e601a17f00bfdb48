/** Drawings of old Office documents ([MS-ODRAW]): pictures, and what is written into the properties of shapes. */
import { inflateSync } from "node:zlib";
import type { Budget } from "../contract.js";

export interface OfficeArt {
  /** WordArt: drawn as it stands here. */
  readonly shown: readonly string[];
  /** Names of shapes and pictures, alternative texts, where links lead. */
  readonly properties: readonly string[];
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** What could not be followed to its end; empty where everything was. */
  readonly rest: Uint8Array;
}

const HEADER_BYTES = 8;
const CONTAINER = 0xf;
const PICTURE_ENTRY = 0xf007;
const PICTURE_ENTRY_BYTES = 36;
const PROPERTY_TABLES: ReadonlySet<number> = new Set([0xf00b, 0xf121, 0xf122]);
/** [MS-ODRAW] 2.2.23: pictures by record type. The first three are metafiles, mostly deflated. */
const METAFILES: Readonly<Record<number, string>> = { 0xf01a: "emf", 0xf01b: "wmf", 0xf01c: "pict" };
const BITMAPS: Readonly<Record<number, string>> = { 0xf01d: "jpg", 0xf01e: "png", 0xf01f: "dib", 0xf029: "tif", 0xf02a: "jpg" };
const METAFILE_HEAD_BYTES = 34;

/** [MS-ODRAW] 2.3.22.6: the text of WordArt. Its fonts are no text of anybody's. */
const WORD_ART = 0xc0;
const FONTS: ReadonlySet<number> = new Set([0xc5]);

/** @param bytes records one behind the other, containers with what they contain */
export function readOfficeArt(bytes: Uint8Array, budget: Budget): OfficeArt {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shown: string[] = [];
  const properties: string[] = [];
  const pictures: { name: string; bytes: Uint8Array }[] = [];
  let at = 0;
  // Containers are stepped into and not returned from: what follows the last record of one is the next record of another.
  while (at + HEADER_BYTES <= b.length) {
    const version = b[at] & 0xf;
    const instance = b.readUInt16LE(at) >> 4;
    const type = b.readUInt16LE(at + 2);
    const start = at + HEADER_BYTES;
    const end = start + b.readUInt32LE(at + 4);
    if (type < 0xf000) break;
    if (version === CONTAINER) {
      at = start;
      continue;
    }
    if (end > b.length) break;
    if (type === PICTURE_ENTRY) {
      // The picture stands inside, behind its name, or in another stream (2.2.32).
      at = Math.min(end, start + PICTURE_ENTRY_BYTES + (b[start + 33] ?? 0));
      if (at > start + PICTURE_ENTRY_BYTES) properties.push(wide(b.subarray(start + PICTURE_ENTRY_BYTES, at)));
      continue;
    }
    const content = b.subarray(start, end);
    if (PROPERTY_TABLES.has(type)) readProperties(content, instance, shown, properties);
    else {
      const picture = readPicture(content, type, instance, budget);
      if (picture !== undefined) pictures.push({ name: `picture ${pictures.length + 1}.${picture.extension}`, bytes: picture.bytes });
    }
    at = end;
  }
  const said = (text: string): boolean => text !== "";
  return { shown: shown.filter(said), properties: properties.filter(said), pictures, rest: b.subarray(at) };
}

/** 2.2.9 and 2.3.1: six bytes a property, and behind them all the values that are longer than four bytes. */
function readProperties(b: Buffer, count: number, shown: string[], properties: string[]): void {
  let at = count * 6;
  for (let i = 0; i < count && i * 6 + 6 <= b.length; i++) {
    const id = b.readUInt16LE(i * 6);
    if ((id & 0x8000) === 0) continue;
    const size = b.readUInt32LE(i * 6 + 2);
    const value = b.subarray(at, at + size);
    at += size;
    if (at > b.length) return;
    const property = id & 0x3fff;
    if (property === WORD_ART) shown.push(wide(value));
    else if (!FONTS.has(property)) properties.push(wideText(value));
  }
}

const wide = (b: Buffer): string => b.toString("utf16le", 0, b.length & ~1).replace(/\0+/gu, "\n").trim();

const TEXT = /[^\p{C}\p{Zl}\p{Zp}]{2,}/gu;

/** A value that is text, or holds some: points and angles do not. */
function wideText(b: Buffer): string {
  const text = wide(b);
  if (!/[^\P{C}\n\r\t]/u.test(text)) return text;
  return (text.match(TEXT) ?? []).filter((stretch) => stretch.length >= 4 && /[\p{L}\p{N}]/u.test(stretch)).join("\n");
}

/** 2.2.24 to 2.2.31: one or two checksums, then a byte and the picture's own file; metafiles have a head of 34 bytes instead. */
function readPicture(b: Buffer, type: number, instance: number, budget: Budget): { bytes: Uint8Array; extension: string } | undefined {
  const start = (instance & 1) === 0 ? 16 : 32;
  if (BITMAPS[type] !== undefined) return b.length <= start + 1 ? undefined : { bytes: b.subarray(start + 1), extension: BITMAPS[type] };
  if (METAFILES[type] === undefined || b.length <= start + METAFILE_HEAD_BYTES) return undefined;
  const content = b.subarray(start + METAFILE_HEAD_BYTES);
  const extension = METAFILES[type];
  if (b[start + 32] !== 0) return { bytes: content, extension };
  const size = b.readUInt32LE(start);
  budget.expand(size, content.length);
  try {
    return { bytes: inflateSync(content, { maxOutputLength: Math.max(1, size) }), extension };
  } catch (error) {
    if (!isZlibError(error)) throw error;
    return { bytes: content, extension };
  }
}

const isZlibError = (error: unknown): boolean => error instanceof Error && "code" in error && /^(?:Z_|ERR_BUFFER_TOO_LARGE)/u.test(String(error.code));
