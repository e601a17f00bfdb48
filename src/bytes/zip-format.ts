/** The structures of a zip file (APPNOTE.TXT 6.3.10): where fields stand. Nothing here judges what they say. */

export const LOCAL_HEADER = 0x04034b50;
export const CENTRAL_HEADER = 0x02014b50;
export const END_RECORD = 0x06054b50;
export const ZIP64_END_RECORD = 0x06064b50;
export const ZIP64_LOCATOR = 0x07064b50;
export const DATA_DESCRIPTOR = 0x08074b50;

export const LOCAL_HEADER_SIZE = 30;
export const CENTRAL_HEADER_SIZE = 46;
export const END_RECORD_SIZE = 22;

export interface ZipEntry {
  /** Decoded for people to read; two entries may have the same name. "/" and "\" are left as they are. */
  readonly name: string;
  readonly rawName: Uint8Array;
  /** Ends in "/" and holds nothing. */
  readonly directory: boolean;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated; the others (APPNOTE 4.4.5) cannot be read. */
  readonly method: number;
  readonly crc32: number;
  /** As the directory says. Never trust either size for an allocation. */
  readonly compressedSize: number;
  readonly size: number;
  /** Of the local header, from the beginning of the bytes. */
  readonly offset: number;
  /** The central directory does not list it: most programs do not show it, but it leaves with the file. */
  readonly unlisted: boolean;
}

/** `DataView` reads beyond the end throw, so every caller checks the room first. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const SIZE_IN_ZIP64 = 0xffffffff;

/** Replaces sizes and offset of 0xffffffff by those of the zip64 extra field (APPNOTE 4.5.3), where there is one. */
export function zip64Values(
  view: DataView,
  extraStart: number,
  extraEnd: number,
  fields: { size: number; compressedSize: number; offset: number },
): { size: number; compressedSize: number; offset: number } {
  const extra = findExtra(view, extraStart, extraEnd, 0x0001);
  if (extra === undefined) return fields;
  let at = extra.start;
  const next = (value: number): number => {
    if (value !== SIZE_IN_ZIP64 || at + 8 > extra.end) return value;
    const wide = Number(view.getBigUint64(at, true));
    at += 8;
    return wide;
  };
  return { size: next(fields.size), compressedSize: next(fields.compressedSize), offset: next(fields.offset) };
}

/** The content of the first extra field with this id. */
export function findExtra(view: DataView, start: number, end: number, id: number): { start: number; end: number } | undefined {
  let at = start;
  while (at + 4 <= end) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === id) return { start: at + 4, end: Math.min(at + 4 + length, end) };
    at += 4 + length;
  }
  return undefined;
}

const UTF8_NAME = 0x0800;

/**
 * The flag of APPNOTE 4.4.4 (bit 11) or the Unicode path field (4.6.9) say UTF-8. Without them Windows in Japan writes Shift_JIS and
 * macOS UTF-8 without saying so; what is neither is shown byte by byte.
 */
export function entryName(raw: Uint8Array, flags: number, unicodePath?: Uint8Array): string {
  if (unicodePath !== undefined && unicodePath.length > 5) return new TextDecoder().decode(unicodePath.subarray(5));
  if ((flags & UTF8_NAME) !== 0) return new TextDecoder().decode(raw);
  for (const encoding of ["utf-8", "shift_jis"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return bufferOf(raw).toString("latin1");
}
