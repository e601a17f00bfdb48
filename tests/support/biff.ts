/** Workbook streams of BIFF for tests, record by record ([MS-XLS] 2.4), for what no producer here writes. */
import { compoundFile, type CompoundTree } from "./compound.js";

export function record(type: number, ...parts: readonly (Uint8Array | readonly number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(content.length, 2);
  return Buffer.concat([head, content]);
}

export const u16 = (...values: readonly number[]): Buffer => Buffer.concat(values.map((value) => Buffer.of(value & 0xff, value >> 8)));
export const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
export const f64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};
/** XLUnicodeString, wide. */
export const wide = (text: string): Buffer => Buffer.concat([u16(text.length), Buffer.of(1), Buffer.from(text, "utf16le")]);
export const shortWide = (text: string): Buffer => Buffer.concat([Buffer.of(text.length, 1), Buffer.from(text, "utf16le")]);

const BOF = 0x809;
export const begin = (content: number, version = 0x600): Buffer => record(BOF, u16(version, content, 0, 0), u32(0), u32(0));
export const end = record(0x0a);
export const label = (row: number, column: number, text: string, style = 0): Buffer => record(0x204, u16(row, column, style), wide(text));

export interface StreamSheet {
  readonly name: string;
  readonly state?: number;
  readonly records: readonly Uint8Array[];
  /** In the stream, and not in the workbook's list. */
  readonly isOrphan?: boolean;
}

/** A stream of BIFF8 with its list of sheets in front. */
export function workbookStream(globals: readonly Uint8Array[], sheets: readonly StreamSheet[]): Buffer {
  const listed = sheets.filter(({ isOrphan }) => isOrphan !== true);
  const list = (positions: readonly number[]): Buffer[] => listed.map(({ name, state = 0 }, i) => record(0x85, u32(positions[i] ?? 0), [state, 0], shortWide(name)));
  const parts = sheets.map(({ records }) => Buffer.concat([begin(0x10), ...records, end]));
  const head = (positions: readonly number[]): Buffer => Buffer.concat([begin(0x05), ...globals, ...list(positions), end]);
  const positions: number[] = [];
  let at = head([]).length;
  for (const [i, part] of parts.entries()) {
    if (sheets[i].isOrphan !== true) positions.push(at);
    at += part.length;
  }
  return Buffer.concat([head(positions), ...parts]);
}

export function workbookFile(stream: Uint8Array, beside: CompoundTree = {}): Buffer {
  return compoundFile({ Workbook: stream, ...beside });
}
