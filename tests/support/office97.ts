/** Hand-made Word and PowerPoint 97-2003 documents: as small as their specifications allow, and wrong where a test wants them wrong. */
import { compoundFile, type CompoundParts, type CompoundTree } from "./compound.js";

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value & 0xffff);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");

/** [MS-DOC] 2.2.4: an extended table of strings. */
export const sttb = (...strings: readonly string[]): Buffer => Buffer.concat([u16(0xffff), u16(strings.length), u16(0), ...strings.map((one) => Buffer.concat([u16(one.length), utf16(one)]))]);

export interface WordRun {
  readonly text: string;
  /** Of its characters: sprms one behind the other. */
  readonly format?: Buffer;
  /** One byte a character. */
  readonly compressed?: boolean;
  /** In the stream, and no piece points at it. */
  readonly lost?: boolean;
}

export interface WordSpec {
  readonly runs: readonly WordRun[];
  /** Characters of the stories, where they are not all the main text's. */
  readonly counts?: readonly number[];
  /** Structures of the table stream, by their position in FibRgFcLcb97. */
  readonly slots?: Readonly<Record<number, Buffer>>;
  readonly flags?: number;
  readonly version?: number;
  readonly data?: Buffer;
  readonly beside?: CompoundTree;
  readonly parts?: CompoundParts;
}

const TEXT_AT = 0x800;
const PAGE = 512;

/** Each run is a piece, and a run of formatting ([MS-DOC] 2.9.33). */
export function word97({ runs, counts, slots = {}, flags = 0x0200, version = 193, data, beside = {}, parts = {} }: WordSpec): Buffer {
  const texts: Buffer[] = [];
  const pieces: { start: number; characters: number; compressed: boolean }[] = [];
  const bounds: number[] = [];
  const formats: Buffer[] = [];
  let at = TEXT_AT;
  for (const { text, format = Buffer.alloc(0), compressed = false, lost = false } of runs) {
    const bytes = compressed ? Buffer.from(text, "latin1") : utf16(text);
    bounds.push(at);
    formats.push(format);
    if (!lost) pieces.push({ start: at, characters: text.length, compressed });
    texts.push(bytes);
    at += bytes.length;
  }
  bounds.push(at);
  const characters = pieces.reduce((sum, piece) => sum + piece.characters, 0);
  const body = Buffer.concat(texts);
  const pageAt = Math.ceil((TEXT_AT + body.length) / PAGE) * PAGE;
  const page = Buffer.alloc(PAGE);
  page[PAGE - 1] = formats.length;
  for (const [i, bound] of bounds.entries()) page.writeUInt32LE(bound, i * 4);
  let free = PAGE - 2;
  for (const [i, format] of formats.entries()) {
    if (format.length === 0) continue;
    free = (free - format.length - 1) & ~1;
    page[free] = format.length;
    format.copy(page, free + 1);
    page[bounds.length * 4 + i] = free / 2;
  }
  let first = 0;
  const cps = [0, ...pieces.map((piece) => (first += piece.characters))].map(u32);
  const pcds = pieces.map(({ start, compressed }) => Buffer.concat([u16(0), u32(compressed ? (start * 2) | 0x40000000 : start), u16(0)]));
  const plc = Buffer.concat([...cps, ...pcds]);
  const all: Readonly<Record<number, Buffer>> = {
    12: Buffer.concat([u32(TEXT_AT), u32(at), u32(pageAt / PAGE)]),
    33: Buffer.concat([Buffer.from([2]), u32(plc.length), plc]),
    ...slots,
  };
  const fib = Buffer.alloc(TEXT_AT);
  fib.writeUInt16LE(0xa5ec, 0);
  fib.writeUInt16LE(version, 2);
  fib.writeUInt16LE(flags, 0x0a);
  for (const [i, count] of (counts ?? [characters]).entries()) fib.writeInt32LE(count, 0x4c + i * 4);
  fib.writeUInt16LE(93, 0x98);
  const table: Buffer[] = [];
  let tableAt = 0;
  for (const [position, content] of Object.entries(all)) {
    fib.writeUInt32LE(tableAt, 0x9a + Number(position) * 8);
    fib.writeUInt32LE(content.length, 0x9a + Number(position) * 8 + 4);
    table.push(content);
    tableAt += content.length;
  }
  const document = Buffer.concat([fib, body, Buffer.alloc(pageAt - TEXT_AT - body.length), page]);
  return compoundFile({ WordDocument: document, [(flags & 0x0200) === 0 ? "0Table" : "1Table"]: Buffer.concat(table), ...(data !== undefined && { Data: data }), ...beside }, parts);
}

/** One record of a presentation ([MS-PPT] 2.3.1). */
export const record = (type: number, content: Buffer | readonly Buffer[], instance = 0): Buffer => {
  const isContainer = !Buffer.isBuffer(content);
  const bytes = isContainer ? Buffer.concat(content) : content;
  return Buffer.concat([u16((instance << 4) | (isContainer ? 0xf : 0)), u16(type), u32(bytes.length), bytes]);
};
export const textChars = (text: string): Buffer => record(0x0fa0, utf16(text));
export const textBytes = (text: string): Buffer => record(0x0fa8, Buffer.from(text, "latin1"));
export const cString = (text: string, instance = 0): Buffer => record(0x0fba, utf16(text), instance);
export const slide = (content: readonly Buffer[], isHidden = false): Buffer =>
  record(0x03ee, [record(0x03f9, Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, isHidden ? 4 : 0, 0, 0, 0, 0, 0])), ...content]);

export interface SlidesSpec {
  readonly slides: readonly Buffer[];
  /** Records of a save before, which the newest replaces. */
  readonly former?: readonly Buffer[];
  /** Inside the document's record. */
  readonly inDocument?: readonly Buffer[];
  readonly token?: number;
  /** How a password seals it: a record that says so, and what becomes of the others by their numbers. */
  readonly sealing?: { readonly session: Buffer; readonly seal: (object: Buffer, id: number) => Buffer };
  readonly behind?: Buffer;
  readonly beside?: CompoundTree;
}

export function ppt97({ slides, former = [], inDocument = [], sealing, token = sealing === undefined ? 0xe391c05f : 0xf3d1c4df, behind = Buffer.alloc(0), beside = {} }: SlidesSpec): Buffer {
  const list = record(0x0ff0, slides.map((_, i) => record(0x03f3, Buffer.concat([u32(i + 2), u32(0), u32(0), u32(256 + i), u32(0)]))));
  const document = record(0x03e8, [...inDocument, list]);
  const plain = [document, ...slides];
  const objects = sealing === undefined ? plain : [...plain.map((object, i) => sealing.seal(object, i + 1)), sealing.session];
  let at = Buffer.concat(former).length;
  const offsets = objects.map((object) => {
    const offset = at;
    at += object.length;
    return offset;
  });
  const directory = record(0x1772, Buffer.concat([u32(1 | (objects.length << 20)), ...offsets.map(u32)]));
  const edit = record(0x0ff5, Buffer.concat([u32(0), u32(0), u32(0), u32(at), u32(1), u32(objects.length + 1), u16(0), u16(0), ...(sealing === undefined ? [] : [u32(objects.length)])]));
  const user = Buffer.concat([record(0x0ff6, Buffer.concat([u32(20), u32(token), u32(at + directory.length), u16(4), u16(0x03f4), Buffer.from([3, 0, 0, 0]), Buffer.from("User"), u32(8), utf16("User")]))]);
  return compoundFile({ "Current User": user, "PowerPoint Document": Buffer.concat([...former, ...objects, directory, edit, behind]), ...beside });
}
