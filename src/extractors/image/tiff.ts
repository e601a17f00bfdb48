/**
 * TIFF 6.0 and what is written in its form: EXIF (CIPA DC-008, Exif 3.0), camera raw files, MPF's index. A walk over directories
 * (IFDs) that guards against rings and against entries that all point at the same bytes.
 */
import { Unreadable } from "../../errors.js";
import { ascii, fieldText, readableText, wideText } from "./bytes.js";
import { readIptc } from "./iptc.js";
import { readPhotoshop } from "./photoshop.js";
import type { Picture } from "./picture.js";
import { degreesOf, positionText } from "./positions.js";
import { isKnownBinary, TAG_NAMES } from "./tiff-tags.js";

/** Bytes of one value by type code (TIFF 6.0 section 2; 13 is IFD, 16 to 18 are BigTIFF's, 129 is Exif 3.0's UTF-8). */
const TYPE_BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8, 129: 1 };
const ASCII_TYPES: ReadonlySet<number> = new Set([2, 129]);
const BYTE_TYPES: ReadonlySet<number> = new Set([1, 6, 7]);
/** Real files have a dozen; a camera raw file some thirty. */
const MAX_DIRECTORIES = 1000;

const SUB_DIRECTORIES: Readonly<Record<number, Family>> = { 0x014a: "EXIF", 0x8769: "EXIF", 0x8825: "GPS", 0xa005: "EXIF" };
type Family = "EXIF" | "GPS";

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly value: Uint8Array;
  numbers(): number[];
}

/** @param bytes from the byte-order mark on: offsets count from there */
export function readTiff(bytes: Uint8Array, picture: Picture): void {
  const isLittle = ascii(bytes, 0, 2) === "II";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((!isLittle && ascii(bytes, 0, 2) !== "MM") || bytes.length < 8) {
    picture.unread("corrupt", "EXIF: no byte-order mark");
    return;
  }
  const isBig = view.getUint16(2, isLittle) === 43;
  const offset = (at: number): number => (isBig ? Number(view.getBigUint64(at, isLittle)) : view.getUint32(at, isLittle));
  const offsetBytes = isBig ? 8 : 4;
  const headBytes = isBig ? 20 : 12;
  const fits = (at: number, length: number): boolean => at >= 0 && at + length <= bytes.length;
  /** Every byte is worth reading once; entries that share bytes are an attack or damage. */
  let readable = bytes.length * 2 + 65_536;
  const seen = new Set<number>();
  let isCut = false;

  const entryAt = (at: number): Entry | undefined => {
    const type = view.getUint16(at + 2, isLittle);
    const size = TYPE_BYTES[type];
    const count = isBig ? Number(view.getBigUint64(at + 4, isLittle)) : view.getUint32(at + 4, isLittle);
    const length = (size ?? 0) * count;
    if (size === undefined || length === 0) return undefined;
    const valueAt = at + headBytes - offsetBytes;
    const start = length <= offsetBytes ? valueAt : offset(valueAt);
    if (!fits(start, 1)) {
      isCut = true;
      return undefined;
    }
    if (!fits(start, length)) isCut = true;
    const value = bytes.subarray(start, start + length);
    readable -= value.length;
    if (readable < 0) throw new Unreadable("limit", "TIFF: entries that together are longer than twice the file");
    return { tag: view.getUint16(at, isLittle), type, value, numbers: () => numbersOf(value, type, size, isLittle) };
  };

  const readDirectory = (at: number, family: Family, depth: number): number => {
    picture.budget.tick();
    const countBytes = isBig ? 8 : 2;
    if (!fits(at, countBytes)) {
      isCut = true;
      return 0;
    }
    const count = isBig ? Number(view.getBigUint64(at, isLittle)) : view.getUint16(at, isLittle);
    const entries: Entry[] = [];
    let cursor = at + countBytes;
    for (let i = 0; i < count; i++, cursor += headBytes) {
      if (!fits(cursor, headBytes)) {
        isCut = true;
        return 0;
      }
      const entry = entryAt(cursor);
      if (entry !== undefined) entries.push(entry);
    }
    for (const entry of entries) readEntry(entry, family, isLittle, picture);
    if (family === "GPS") readPosition(entries, picture);
    readPreviews(bytes, entries, picture);
    for (const entry of entries) {
      const inner = SUB_DIRECTORIES[entry.tag];
      if (inner !== undefined && family !== "GPS") for (const start of entry.numbers()) follow(start, inner, depth + 1);
    }
    return fits(cursor, offsetBytes) ? offset(cursor) : 0;
  };

  const follow = (first: number, family: Family, depth: number): void => {
    for (let at = first; at !== 0 && !seen.has(at); ) {
      if (seen.size >= MAX_DIRECTORIES || depth > 8) throw new Unreadable("limit", "TIFF: too many directories");
      seen.add(at);
      at = readDirectory(at, family, depth);
    }
  };

  follow(isBig ? (fits(8, 8) ? offset(8) : 0) : offset(4), "EXIF", 0);
  if (isCut) picture.unread("corrupt", "EXIF or TIFF: a directory points outside the file; the rest was read");
}

function readEntry({ tag, type, value }: Entry, family: Family, isLittle: boolean, picture: Picture): void {
  const known = TAG_NAMES[family][tag];
  const name = `${family} ${known ?? `0x${tag.toString(16).padStart(4, "0")}`}`;
  if (tag in SUB_DIRECTORIES || isKnownBinary(tag)) return;
  if (ASCII_TYPES.has(type)) picture.property(name, fieldText(value));
  else if (family === "EXIF" && tag === 0x02bc) picture.xmp(value);
  else if (family === "EXIF" && tag === 0x83bb) readIptc(value, picture);
  else if (family === "EXIF" && tag === 0x8649) readPhotoshop(value, picture);
  else if (family === "EXIF" && tag >= 0x9c9b && tag <= 0x9c9f) picture.property(name, wideText(value, true));
  else if (known !== undefined && CODED.test(known)) picture.property(name, codedText(value, isLittle));
  else if (BYTE_TYPES.has(type) && value.length >= FEWEST_READABLE) picture.property(name, readableText(value));
}

const FEWEST_READABLE = 6;
const CODED = /^(?:UserComment|ProcessingMethod|AreaInformation)$/u;

/** Eight bytes say which characters follow (Exif 3.0, table 9); many programs leave them out or lie. */
function codedText(value: Uint8Array, isLittle: boolean): string {
  const code = ascii(value, 0, 8).replaceAll("\0", "").trim();
  const rest = value.subarray(8);
  if (code === "UNICODE") return wideText(rest, isLittle);
  if (code === "JIS") return fieldText(rest, "iso-2022-jp");
  return code === "ASCII" || code === "" ? readableText(rest) : readableText(value);
}

function readPosition(entries: readonly Entry[], picture: Picture): void {
  const find = (tag: number): Entry | undefined => entries.find((entry) => entry.tag === tag);
  const coordinate = (tag: number): number => {
    const reference = find(tag - 1);
    return degreesOf(find(tag)?.numbers() ?? [], reference === undefined ? "" : fieldText(reference.value));
  };
  // Where the camera stood, and what it was pointed at (GPSDestLatitude).
  for (const [name, latitude] of [["GPS", 2], ["GPS destination", 20]] as const) {
    const text = positionText(coordinate(latitude), coordinate(latitude + 2));
    if (text !== undefined) picture.property(name, text);
  }
}

/** A second, smaller picture: often the one from before the cropping. */
function readPreviews(bytes: Uint8Array, entries: readonly Entry[], picture: Picture): void {
  const first = (tag: number): number => entries.find((entry) => entry.tag === tag)?.numbers()[0] ?? 0;
  // JPEGInterchangeFormat and its length (Exif 3.0, 4.6.5.2), or one strip of JPEG (compression 6, raw files).
  const [start, length] = first(0x0201) > 0 ? [first(0x0201), first(0x0202)] : first(0x0103) === 6 ? [first(0x0111), first(0x0117)] : [0, 0];
  const preview = bytes.subarray(start, start + length);
  if (start > 0 && preview[0] === 0xff && preview[1] === 0xd8) picture.file("thumbnail.jpg", preview);
}

function numbersOf(value: Uint8Array, type: number, size: number, isLittle: boolean): number[] {
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  const numbers: number[] = [];
  for (let at = 0; at + size <= value.length && numbers.length < 4096; at += size) {
    if (type === 5) numbers.push(view.getUint32(at, isLittle) / view.getUint32(at + 4, isLittle));
    else if (type === 10) numbers.push(view.getInt32(at, isLittle) / view.getInt32(at + 4, isLittle));
    else if (type === 11) numbers.push(view.getFloat32(at, isLittle));
    else if (type === 12) numbers.push(view.getFloat64(at, isLittle));
    else if (size === 8) numbers.push(Number(view.getBigUint64(at, isLittle)));
    else numbers.push(size === 4 ? view.getUint32(at, isLittle) : size === 2 ? view.getUint16(at, isLittle) : value[at]);
  }
  return numbers;
}
