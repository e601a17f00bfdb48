/** Entries found by their local headers: for archives whose central directory is lost, and for what it leaves out. */
import {
  bufferOf,
  CENTRAL_HEADER,
  DATA_DESCRIPTOR,
  END_RECORD,
  entryName,
  findExtra,
  LOCAL_HEADER,
  LOCAL_HEADER_SIZE,
  viewOf,
  zip64Values,
  type ZipEntry,
} from "./zip-format.js";

const SIZES_FOLLOW = 0x0008;
const MARK = Buffer.from("PK");

/** Where the entry's data begins, by its local header; where the header itself would end if there is none. */
export function dataStart(bytes: Uint8Array, offset: number): number {
  if (!(offset >= 0 && offset + LOCAL_HEADER_SIZE <= bytes.length)) return offset + LOCAL_HEADER_SIZE;
  const view = viewOf(bytes);
  return offset + LOCAL_HEADER_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

/** Every entry whose local header stands in [from, to), in order. Linear in the bytes. */
export function walkLocalHeaders(bytes: Uint8Array, from: number, to: number): ZipEntry[] {
  const view = viewOf(bytes);
  const buffer = bufferOf(bytes);
  const entries: ZipEntry[] = [];
  let at = from;
  while (at + LOCAL_HEADER_SIZE <= to) {
    at = buffer.indexOf(MARK, at);
    if (at < 0 || at + LOCAL_HEADER_SIZE > to) break;
    if (!isLocalHeader(bytes, view, at, to)) {
      at += 2;
      continue;
    }
    const flags = view.getUint16(at + 6, true);
    const nameEnd = at + LOCAL_HEADER_SIZE + view.getUint16(at + 26, true);
    const start = nameEnd + view.getUint16(at + 28, true);
    const rawName = bytes.subarray(at + LOCAL_HEADER_SIZE, nameEnd);
    const unicodePath = findExtra(view, nameEnd, start, 0x7075);
    const name = entryName(rawName, flags, unicodePath && bytes.subarray(unicodePath.start, unicodePath.end));
    let crc32 = view.getUint32(at + 14, true);
    let { size, compressedSize } = zip64Values(view, nameEnd, start, {
      size: view.getUint32(at + 22, true),
      compressedSize: view.getUint32(at + 18, true),
      offset: 0,
    });
    const lost = start + compressedSize > to;
    if ((flags & SIZES_FOLLOW) !== 0 || lost) {
      const found = findDataEnd(bytes, view, start, to);
      compressedSize = found.end - start;
      if (found.descriptor !== undefined) {
        crc32 = view.getUint32(found.descriptor + 4, true);
        size = view.getUint32(found.descriptor + 12, true);
      }
    }
    entries.push({
      name,
      rawName,
      directory: name.endsWith("/") && size === 0 && compressedSize <= 2,
      encrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 8, true),
      crc32,
      compressedSize,
      size,
      offset: at,
      unlisted: true,
    });
    at = start + compressedSize;
  }
  return entries;
}

/** Four bytes of mark turn up by chance in a large prefix, so the rest of the header must be possible too. */
function isLocalHeader(bytes: Uint8Array, view: DataView, at: number, to: number): boolean {
  if (at + LOCAL_HEADER_SIZE > bytes.length || view.getUint32(at, true) !== LOCAL_HEADER) return false;
  const nameLength = view.getUint16(at + 26, true);
  const nameEnd = at + LOCAL_HEADER_SIZE + nameLength;
  return nameLength > 0 && nameEnd + view.getUint16(at + 28, true) <= to && view.getUint16(at + 8, true) <= 99 && !bytes.subarray(at + LOCAL_HEADER_SIZE, nameEnd).includes(0);
}

/** The sizes stand behind the data (APPNOTE 4.3.9) or nowhere: data goes on to a descriptor that fits, or to the next header. */
function findDataEnd(bytes: Uint8Array, view: DataView, start: number, to: number): { end: number; descriptor?: number } {
  const buffer = bufferOf(bytes);
  for (let at = buffer.indexOf(MARK, start); at >= 0 && at + 4 <= to; at = buffer.indexOf(MARK, at + 2)) {
    const mark = view.getUint32(at, true);
    if (mark === DATA_DESCRIPTOR && at + 16 <= to && view.getUint32(at + 8, true) === at - start) return { end: at, descriptor: at };
    if (mark === CENTRAL_HEADER || mark === END_RECORD || isLocalHeader(bytes, view, at, to)) return { end: at };
  }
  return { end: to };
}
