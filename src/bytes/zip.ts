/**
 * Zip files as they come: the central directory where it can be read, the local headers where it cannot, and entries that the
 * directory does not list. Nothing is looked up by name, so duplicate names stay apart.
 */
import { Unreadable } from "../errors.js";
import {
  bufferOf,
  CENTRAL_HEADER,
  CENTRAL_HEADER_SIZE,
  END_RECORD,
  END_RECORD_SIZE,
  entryName,
  findExtra,
  LOCAL_HEADER,
  viewOf,
  ZIP64_END_RECORD,
  ZIP64_LOCATOR,
  zip64Values,
  type ZipEntry,
} from "./zip-format.js";
import { dataStart, walkLocalHeaders } from "./zip-walk.js";

export type { ZipEntry } from "./zip-format.js";
export { inflateChunks, inflateEntry, readEntry, type ReadEntry } from "./zip-inflate.js";

const OLE_MARK = 0xe011cfd0;

export interface ZipDirectory {
  /** In the order of the central directory, then unlisted ones in the order of the bytes. */
  readonly entries: readonly ZipEntry[];
  /** The central directory is missing or does not hold what it promises: `entries` is what could be found all the same. */
  readonly damaged: boolean;
}

/**
 * Begins like a zip file, or ends like one: self-extracting archives and polyglots carry other bytes before the first entry. Ask
 * after the formats whose mark must stand at the very beginning.
 */
export function isZip(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return false;
  const mark = viewOf(bytes).getUint32(0, true);
  if (mark === LOCAL_HEADER || mark === END_RECORD) return true;
  // An OLE file that holds a package has its end record too, but the package lies scattered over sectors.
  if (mark === OLE_MARK) return false;
  // A split archive that fits in one piece begins with one of two marks (APPNOTE 8.5.3, 8.5.4).
  if ((mark === 0x08074b50 || mark === 0x30304b50) && bytes.length >= 8) return viewOf(bytes).getUint32(4, true) === LOCAL_HEADER;
  const end = findEnd(bytes);
  return end?.complete === true;
}

/** @throws Unreadable "corrupt" when not one entry can be found in something that is not an empty archive */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const end = findEnd(bytes);
  const { listed, stop: centralStop } = end === undefined ? { listed: [], stop: 0 } : readCentral(bytes, end);
  const complete = end !== undefined && listed.length === end.count;
  // Entries that Excel or an unzipper never shows: overwritten by appending, cut out of the directory, or put between others.
  const covered: [start: number, end: number][] = listed
    .filter(({ offset }) => hasMark(viewOf(bytes), offset, LOCAL_HEADER))
    .map((entry) => [entry.offset, dataStart(bytes, entry.offset) + entry.compressedSize]);
  if (end !== undefined && listed.length > 0) covered.push([end.start, centralStop]);
  covered.sort((a, b) => a[0] - b[0]);
  const unlisted: ZipEntry[] = [];
  let from = 0;
  for (const [start, stop] of [...covered, [bytes.length, bytes.length] as const]) {
    if (start > from) unlisted.push(...walkLocalHeaders(bytes, from, Math.min(start, bytes.length)));
    from = Math.max(from, stop);
  }
  const entries = [...listed, ...unlisted];
  if (entries.length === 0 && (end === undefined || end.count > 0)) throw new Unreadable("corrupt", "zip: no entry can be found");
  return { entries, damaged: !complete };
}

interface EndRecord {
  /** Of the central directory, from the beginning of the bytes. */
  readonly start: number;
  /** What all offsets are short by: bytes put before the archive. */
  readonly prefix: number;
  readonly count: number;
  /** A central header stands where the record says. */
  readonly complete: boolean;
}

/**
 * The last end record that points at a central directory; failing that, the last one, which may be that of an empty archive. The comment
 * may be up to 64 KiB, and may hold another, empty end record that would make the archive look empty.
 */
function findEnd(bytes: Uint8Array): EndRecord | undefined {
  const lowest = Math.max(0, bytes.length - END_RECORD_SIZE - 0xffff);
  // What stands before is not looked through: every message and every text is asked.
  const tail = bufferOf(bytes).subarray(lowest);
  let fallback: EndRecord | undefined;
  let at = bytes.length - END_RECORD_SIZE;
  const mark = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
  while (at >= lowest) {
    const found = tail.lastIndexOf(mark, at - lowest);
    if (found < 0) break;
    at = lowest + found;
    const end = endRecordAt(bytes, at);
    if (end.complete) return end;
    fallback ??= end;
    at--;
  }
  return fallback;
}

function endRecordAt(bytes: Uint8Array, at: number): EndRecord {
  const view = viewOf(bytes);
  let count = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let offset = view.getUint32(at + 16, true);
  let centralEnd = at;
  const wide = at >= 76 && view.getUint32(at - 20, true) === ZIP64_LOCATOR ? zip64EndBefore(bytes, at - 20) : undefined;
  if (wide !== undefined) {
    count = Number(view.getBigUint64(wide + 32, true));
    size = Number(view.getBigUint64(wide + 40, true));
    offset = Number(view.getBigUint64(wide + 48, true));
    centralEnd = wide;
  }
  // The directory ends where the end record begins; the size then says where it starts, whatever bytes stand before the archive.
  for (const start of [centralEnd - size, offset]) {
    if (count > 0 && hasMark(view, start, CENTRAL_HEADER)) {
      return { start, prefix: localPrefix(view, start, start - offset), count, complete: true };
    }
  }
  return { start: offset, prefix: 0, count, complete: false };
}

/** Some writers count offsets from the archive's own beginning, others from the file's: the first entry tells. */
function localPrefix(view: DataView, central: number, prefix: number): number {
  if (prefix <= 0) return 0;
  const offset = view.getUint32(central + 42, true);
  return hasMark(view, offset + prefix, LOCAL_HEADER) || !hasMark(view, offset, LOCAL_HEADER) ? prefix : 0;
}

function zip64EndBefore(bytes: Uint8Array, locator: number): number | undefined {
  const view = viewOf(bytes);
  for (const at of [Number(view.getBigUint64(locator + 8, true)), locator - 56]) {
    if (at + 56 <= locator && hasMark(view, at, ZIP64_END_RECORD)) return at;
  }
  return undefined;
}

function hasMark(view: DataView, at: number, mark: number): boolean {
  return Number.isSafeInteger(at) && at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === mark;
}

function readCentral(bytes: Uint8Array, end: EndRecord): { listed: ZipEntry[]; stop: number } {
  const view = viewOf(bytes);
  const listed: ZipEntry[] = [];
  let at = end.start;
  // Not `count` times: a record that says fewer than there are would hide the rest.
  while (at + CENTRAL_HEADER_SIZE <= bytes.length && hasMark(view, at, CENTRAL_HEADER)) {
    const flags = view.getUint16(at + 8, true);
    const nameEnd = at + CENTRAL_HEADER_SIZE + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (extraEnd > bytes.length) break;
    const rawName = bytes.subarray(at + CENTRAL_HEADER_SIZE, nameEnd);
    const unicodePath = findExtra(view, nameEnd, extraEnd, 0x7075);
    const name = entryName(rawName, flags, unicodePath && bytes.subarray(unicodePath.start, unicodePath.end));
    const { size, compressedSize, offset } = zip64Values(view, nameEnd, extraEnd, {
      size: view.getUint32(at + 24, true),
      compressedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    listed.push({
      name,
      rawName,
      directory: name.endsWith("/") && size === 0 && compressedSize <= 2,
      encrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      compressedSize,
      size,
      offset: offset + end.prefix,
      unlisted: false,
    });
    at = next;
  }
  return { listed, stop: at };
}
