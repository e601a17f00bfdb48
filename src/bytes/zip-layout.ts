/** What of a zip file's bytes is no entry: comments, and stretches that no structure accounts for (APPNOTE.TXT 6.3.10, 4.3). */
import type { Budget } from "../contract.js";
import {
  CENTRAL_HEADER,
  CENTRAL_HEADER_SIZE,
  DATA_DESCRIPTOR,
  END_RECORD,
  END_RECORD_SIZE,
  entryName,
  LOCAL_HEADER,
  LOCAL_HEADER_SIZE,
  viewOf,
  ZIP64_END_RECORD,
  ZIP64_LOCATOR,
  type ZipEntry,
} from "./zip-format.js";

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Layout {
  /** The archive's own comment, and those of entries that have one. */
  readonly comments: readonly { readonly text: string; readonly entry?: string }[];
  /** Before the first record, between records and after the last one, in order. */
  readonly strays: readonly Stretch[];
}

const DIGITAL_SIGNATURE = 0x05054b50;
const ARCHIVE_EXTRA_DATA = 0x08064b50;
/** Extra fields shorter than this hold times and ids; a longer one of a kind not listed here is looked into. */
const SMALL_EXTRA = 64;
/** Zip64 sizes, NTFS times, Unicode names, and the room Office leaves so that a package can grow in place. */
const KNOWN_EXTRAS: ReadonlySet<number> = new Set([0x0001, 0x000a, 0x6375, 0x7075, 0xa220]);

export function layoutOf(bytes: Uint8Array, entries: readonly ZipEntry[], budget: Budget): Layout {
  const view = viewOf(bytes);
  const comments: { text: string; entry?: string }[] = [];
  const strays: Stretch[] = [];
  const stray = (start: number, end: number): void => {
    if (end > start) strays.push({ start, end });
  };
  const extra = (start: number, end: number): void => {
    for (const stretch of largeExtras(view, start, end)) stray(stretch.start, stretch.end);
  };
  /** Records other than entries, in a stretch between them. */
  const between = (from: number, to: number, after: ZipEntry | undefined): void => {
    let at = pastDescriptor(view, from, to, after);
    while (at < to) {
      const end = recordEnd(view, at, to);
      if (end === undefined) {
        const next = nextRecord(bytes, view, at + 1, to);
        stray(at, next);
        at = next;
        continue;
      }
      const mark = view.getUint32(at, true);
      if (mark === CENTRAL_HEADER) {
        const nameEnd = at + CENTRAL_HEADER_SIZE + view.getUint16(at + 28, true);
        const commentStart = nameEnd + view.getUint16(at + 30, true);
        extra(nameEnd, commentStart);
        const flags = view.getUint16(at + 8, true);
        const entry = entryName(bytes.subarray(at + CENTRAL_HEADER_SIZE, nameEnd), flags);
        if (end > commentStart) comments.push({ text: entryName(bytes.subarray(commentStart, end), flags), entry });
      } else if (mark === END_RECORD && end > at + END_RECORD_SIZE) {
        comments.push({ text: entryName(bytes.subarray(at + END_RECORD_SIZE, end), 0) });
      }
      at = end;
    }
  };
  let from = 0;
  let last: ZipEntry | undefined;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    budget.tick();
    if (!(entry.offset >= 0 && entry.offset + LOCAL_HEADER_SIZE <= bytes.length) || view.getUint32(entry.offset, true) !== LOCAL_HEADER) continue;
    if (entry.offset > from) between(from, entry.offset, last);
    const extraStart = entry.offset + LOCAL_HEADER_SIZE + view.getUint16(entry.offset + 26, true);
    const data = extraStart + view.getUint16(entry.offset + 28, true);
    extra(extraStart, Math.min(data, bytes.length));
    const end = Math.min(data + entry.compressedSize, bytes.length);
    if (end <= from) continue;
    from = end;
    last = entry;
  }
  between(from, bytes.length, last);
  return { comments, strays };
}

/**
 * APPNOTE 4.3.9: with its mark or without, with sizes of four bytes or of eight. It must say what the directory says: a stretch
 * that happens to be as long as a descriptor is not passed over.
 */
function pastDescriptor(view: DataView, at: number, to: number, entry: ZipEntry | undefined): number {
  if (entry === undefined || at + 12 > to) return at;
  const fields = view.getUint32(at, true) === DATA_DESCRIPTOR ? at + 4 : at;
  if (fields + 12 > to || view.getUint32(fields, true) !== entry.crc32 || view.getUint32(fields + 4, true) !== entry.compressedSize % 2 ** 32) return at;
  if (view.getUint32(fields + 8, true) === entry.size % 2 ** 32 && entry.size !== 0) return fields + 12;
  // In the wide form the upper half of the packed size stands here, which is 0.
  return fields + 20 <= to && view.getUint32(fields + 8, true) === 0 && view.getUint32(fields + 12, true) === entry.size % 2 ** 32 ? fields + 20 : fields + 12;
}

/** Where the record that begins here ends; undefined if none does, or if it would reach beyond `to`. */
function recordEnd(view: DataView, at: number, to: number): number | undefined {
  if (at + 6 > to) return undefined;
  const fixed = (size: number, ...lengths: number[]): number | undefined => {
    if (at + size > to) return undefined;
    const end = lengths.reduce((sum, field) => sum + view.getUint16(at + field, true), at + size);
    return end <= to ? end : undefined;
  };
  switch (view.getUint32(at, true)) {
    case CENTRAL_HEADER:
      return fixed(CENTRAL_HEADER_SIZE, 28, 30, 32);
    case END_RECORD:
      return fixed(END_RECORD_SIZE, 20);
    case ZIP64_LOCATOR:
      return fixed(20);
    case DIGITAL_SIGNATURE:
      return fixed(6, 4);
    case ZIP64_END_RECORD: {
      // The record may carry data for anyone's purposes (4.3.14.2): what is beyond the fixed fields is a stray stretch.
      return fixed(56);
    }
    case ARCHIVE_EXTRA_DATA:
      return fixed(8);
    default:
      return undefined;
  }
}

function nextRecord(bytes: Uint8Array, view: DataView, from: number, to: number): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, to);
  for (let at = buffer.indexOf("PK", from, "latin1"); at >= 0; at = buffer.indexOf("PK", at + 2, "latin1")) {
    if (recordEnd(view, at, to) !== undefined) return at;
  }
  return to;
}

function* largeExtras(view: DataView, start: number, end: number): Generator<Stretch> {
  let at = start;
  while (at + 4 <= end) {
    const stop = Math.min(end, at + 4 + view.getUint16(at + 2, true));
    if (stop - at - 4 >= SMALL_EXTRA && !KNOWN_EXTRAS.has(view.getUint16(at, true))) yield { start: at + 4, end: stop };
    at = stop;
  }
}
