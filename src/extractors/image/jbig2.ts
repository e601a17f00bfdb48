/** JBIG2 (ITU-T T.88): what its comments say, and each of its pages as a file of its own. */
import { MAX_PIXELS } from "../../bytes/png-file.js";
import { Unreadable } from "../../errors.js";
import { bufferOf, fieldText, wideText } from "./bytes.js";
import type { Picture } from "./picture.js";

const SIGNATURE_BYTES = 8;
/** Segments one behind the other, of one page (D.4.1). */
const HEAD = Buffer.from("974a42320d0a1a0a0100000001", "hex");
const PAGE_INFORMATION = 48;
const END_OF_STRIPE = 50;
const END_OF_FILE = 51;
const EXTENSION = 62;
const GENERIC_REGIONS = new Set([36, 38, 39]);
/** They begin with their width and height (7.4.1). */
const REGIONS = new Set([4, 6, 7, 20, 22, 23, ...GENERIC_REGIONS, 40, 42, 43]);
const UNKNOWN = 0xffffffff;
/** Of a comment (7.4.15): single bytes, or UCS-2. */
const ASCII_COMMENT = 0x20000000;
const WIDE_COMMENT = 0x20000002;
const MAX_SEGMENTS = 100_000;

interface Segment {
  readonly type: number;
  /** 0: of all pages. */
  readonly page: number;
  readonly head: Buffer;
  readonly data: Buffer;
}

export function readJbig2(bytes: Uint8Array, picture: Picture): void {
  const { segments, end, isCut } = segmentsOf(bufferOf(bytes));
  for (const { type, data } of segments) {
    picture.budget.tick();
    if (type !== EXTENSION || data.length < 4) continue;
    const [kind, content] = [data.readUInt32BE(0), data.subarray(4)];
    if (kind === ASCII_COMMENT) picture.property("JBIG2 comment", fieldText(content));
    else if (kind === WIDE_COMMENT) picture.property("JBIG2 comment", wideText(content, false));
    else picture.block("JBIG2 extension", content);
  }
  if (isCut) picture.unread("corrupt", "JBIG2: it is cut off");
  picture.stray(bytes, end, bytes.length);
}

/** @throws Unreadable "corrupt" where there is no page, "limit" where one has too many pixels */
export function jbig2Pages(bytes: Uint8Array): Buffer[] {
  const { segments } = segmentsOf(bufferOf(bytes));
  const numbers = new Set(segments.filter(({ type }) => type === PAGE_INFORMATION).map(({ page }) => page));
  if (numbers.size === 0) throw new Unreadable("corrupt", "JBIG2: it has no page");
  return [...numbers].map((number) => {
    const own = segments.filter(({ page, type }) => (page === number || page === 0) && type !== EXTENSION && type !== END_OF_FILE);
    return Buffer.concat([HEAD, ...own.flatMap((segment) => [segment.head, segment.type === PAGE_INFORMATION ? sized(segment.data, own) : checked(segment)])]);
  });
}

/** A page whose height is known only at its end (7.4.8.2) gets that of its last stripe. */
function sized(information: Buffer, segments: readonly Segment[]): Buffer {
  if (information.length < 19) throw new Unreadable("corrupt", "JBIG2: a page says no size");
  const out = Buffer.from(information);
  if (out.readUInt32BE(4) === UNKNOWN) {
    const rows = segments.map(({ type, data }) => (type === END_OF_STRIPE && data.length >= 4 ? data.readUInt32BE(0) + 1 : 0));
    out.writeUInt32BE(rows.reduce((most, one) => Math.max(most, one), 0) >>> 0, 4);
  }
  limitPixels(out);
  return out;
}

function checked({ type, data }: Segment): Buffer {
  if (REGIONS.has(type) && data.length >= 8) limitPixels(data);
  return data;
}

function limitPixels(sizes: Buffer): void {
  if (sizes.readUInt32BE(0) * sizes.readUInt32BE(4) > MAX_PIXELS) throw new Unreadable("limit", "JBIG2: more pixels than are read");
}

function segmentsOf(file: Buffer): { segments: Segment[]; end: number; isCut: boolean } {
  const flags = file[SIGNATURE_BYTES] ?? 0;
  const isSequential = (flags & 1) !== 0;
  let at = SIGNATURE_BYTES + ((flags & 2) === 0 ? 5 : 1);
  const segments: Segment[] = [];
  const later: { type: number; page: number; head: Buffer; length: number }[] = [];
  let isCut = false;
  while (at < file.length && segments.length + later.length < MAX_SEGMENTS) {
    const header = headerAt(file, at);
    // Bytes that are no segment: the end was not said.
    if (header === undefined) break;
    const { type, page, end: start } = header;
    const head = file.subarray(at, start);
    if (!isSequential) {
      later.push({ type, page, head, length: header.length });
      at = start;
    } else {
      const length = header.length === UNKNOWN && GENERIC_REGIONS.has(type) ? lengthOfRegion(file, start) : header.length;
      isCut = start + length > file.length;
      at = Math.min(start + length, file.length);
      segments.push({ type, page, head, data: file.subarray(start, at) });
    }
    if (type === END_OF_FILE) break;
  }
  for (const { length, ...rest } of later) {
    isCut = at + length > file.length;
    segments.push({ ...rest, data: file.subarray(at, at + length) });
    at = Math.min(at + length, file.length);
  }
  return { segments, end: at, isCut };
}

/** 7.2. */
function headerAt(file: Buffer, at: number): { type: number; page: number; length: number; end: number } | undefined {
  if (at + 11 > file.length) return undefined;
  const number = file.readUInt32BE(at);
  const flags = file[at + 4];
  let next = at + 6;
  let referred = file[at + 5] >> 5;
  if (referred === 7) {
    referred = file.readUInt32BE(at + 5) & 0x1fffffff;
    next = at + 9 + Math.ceil((referred + 1) / 8);
  }
  next += referred * (number <= 256 ? 1 : number <= 65536 ? 2 : 4);
  const isWide = (flags & 0x40) !== 0;
  const end = next + (isWide ? 4 : 1) + 4;
  if (end > file.length) return undefined;
  return { type: flags & 0x3f, page: isWide ? file.readUInt32BE(next) : file[next], length: file.readUInt32BE(end - 4), end };
}

/** 7.2.7: two bytes end it, by the way it is coded, and four more count its rows. */
function lengthOfRegion(file: Buffer, start: number): number {
  const mark = ((file[start + 17] ?? 0) & 1) === 1 ? [0, 0] : [0xff, 0xac];
  const found = file.indexOf(Buffer.from(mark), start + 18);
  return found < 0 ? file.length - start : found + 6 - start;
}
