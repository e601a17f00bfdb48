/** What a 7-Zip archive's header says (7zFormat.txt of the LZMA SDK): packed streams, folders of coders, files in them. */
import { Unreadable } from "../../errors.js";

export interface Coder {
  /** Method id in hexadecimal: "030101" is LZMA, "21" LZMA2. */
  readonly method: string;
  readonly properties: Uint8Array;
  readonly inputs: number;
  readonly outputs: number;
}

/** One or more files, packed together by a chain of coders. */
export interface Folder {
  readonly coders: readonly Coder[];
  /** Input of one coder <- output of another, numbered through all coders. */
  readonly bonds: ReadonlyMap<number, number>;
  /** Inputs that packed streams go to, in the streams' order. */
  readonly packed: readonly number[];
  /** By output. */
  unpackSizes: readonly number[];
  crc: number | undefined;
}

export interface Streams {
  readonly packOffset: number;
  readonly packSizes: readonly number[];
  readonly folders: readonly Folder[];
  /** Of each folder: sizes and checksums of the files in it. */
  readonly parts: readonly (readonly { readonly size: number; readonly crc: number | undefined }[])[];
}

export interface SevenZipFile {
  readonly name: string;
  readonly hasStream: boolean;
  readonly isDirectory: boolean;
}

export interface SevenZipHeader {
  readonly streams: Streams | undefined;
  readonly files: readonly SevenZipFile[];
}

export const HEADER = 0x01;
export const ENCODED_HEADER = 0x17;
const END = 0x00;
const ARCHIVE_PROPERTIES = 0x02;
const ADDITIONAL_STREAMS = 0x03;
const MAIN_STREAMS = 0x04;
const FILES = 0x05;
const PACK = 0x06;
const UNPACK = 0x07;
const SUBSTREAMS = 0x08;
const SIZE = 0x09;
const CRC = 0x0a;
const FOLDER = 0x0b;
const CODERS_UNPACK_SIZE = 0x0c;
const STREAMS_IN_FOLDER = 0x0d;
const EMPTY_STREAM = 0x0e;
const EMPTY_FILE = 0x0f;
const NAMES = 0x11;
const MAX_CODERS = 32;

const damaged = (): Unreadable => new Unreadable("corrupt", "7z: the header is damaged");

/** The header's own notation, read from its first byte on. Every count is held against the bytes there are. */
function createReader(bytes: Uint8Array) {
  let at = 0;
  const need = (count: number): void => {
    if (!(count >= 0) || at + count > bytes.length) throw damaged();
  };
  const reader = {
    get at() {
      return at;
    },
    byte(): number {
      need(1);
      return bytes[at++];
    },
    take(count: number): Uint8Array {
      need(count);
      return bytes.subarray(at, (at += count));
    },
    /** One byte whose leading ones say how many more follow. */
    number(): number {
      const first = reader.byte();
      let value = 0;
      for (let i = 0, mask = 0x80; i < 8; i++, mask >>= 1) {
        if ((first & mask) === 0) return value + (first & (mask - 1)) * 2 ** (8 * i);
        value += reader.byte() * 2 ** (8 * i);
      }
      if (value > Number.MAX_SAFE_INTEGER) throw damaged();
      return value;
    },
    /** Of things that take a bit or more each. */
    count(): number {
      const count = reader.number();
      if (count > bytes.length * 8) throw damaged();
      return count;
    },
    bits(count: number): boolean[] {
      const packed = reader.take(Math.ceil(count / 8));
      return Array.from({ length: count }, (_, i) => ((packed[i >> 3] >> (7 - (i & 7))) & 1) === 1);
    },
    optionalBits(count: number): boolean[] {
      return reader.byte() === 1 ? Array.from({ length: count }, () => true) : reader.bits(count);
    },
    crcs(count: number): (number | undefined)[] {
      return reader.optionalBits(count).map((isThere) => {
        if (!isThere) return undefined;
        const four = reader.take(4);
        return (four[0] | (four[1] << 8) | (four[2] << 16) | (four[3] << 24)) >>> 0;
      });
    },
    expect(id: number): void {
      if (reader.byte() !== id) throw damaged();
    },
  };
  return reader;
}
type Reader = ReturnType<typeof createReader>;

/** @param bytes a header that is not packed. @throws Unreadable "corrupt" */
export function readHeader(bytes: Uint8Array): SevenZipHeader {
  const reader = createReader(bytes);
  reader.expect(HEADER);
  let streams: Streams | undefined;
  let files: readonly SevenZipFile[] = [];
  for (let id = reader.byte(); id !== END; id = reader.byte()) {
    if (id === ARCHIVE_PROPERTIES) for (let type = reader.byte(); type !== END; type = reader.byte()) reader.take(reader.number());
    else if (id === ADDITIONAL_STREAMS) readStreams(reader);
    else if (id === MAIN_STREAMS) streams = readStreams(reader);
    else if (id === FILES) files = readFiles(reader);
    else throw damaged();
  }
  return { streams, files };
}

/** What a packed header is packed as. @throws Unreadable "corrupt" */
export function readEncodedHeader(bytes: Uint8Array): Streams {
  const reader = createReader(bytes);
  reader.expect(ENCODED_HEADER);
  return readStreams(reader);
}

function readStreams(reader: Reader): Streams {
  let packOffset = 0;
  let packSizes: number[] = [];
  let folders: Folder[] = [];
  let parts: { size: number; crc: number | undefined }[][] | undefined;
  for (let id = reader.byte(); id !== END; id = reader.byte()) {
    if (id === PACK) {
      packOffset = reader.number();
      const count = reader.count();
      for (let inner = reader.byte(); inner !== END; inner = reader.byte()) {
        if (inner === SIZE) packSizes = Array.from({ length: count }, () => reader.number());
        else if (inner === CRC) reader.crcs(count);
        else throw damaged();
      }
    } else if (id === UNPACK) folders = readFolders(reader);
    else if (id === SUBSTREAMS) parts = readParts(reader, folders);
    else throw damaged();
  }
  return { packOffset, packSizes, folders, parts: parts ?? folders.map((folder) => [{ size: sizeOf(folder), crc: folder.crc }]) };
}

/** Of what comes out of all coders: the one output that goes to no other coder. */
export function lastOutput({ bonds, unpackSizes }: Folder): number {
  const bound = new Set(bonds.values());
  const last = unpackSizes.findIndex((_, output) => !bound.has(output));
  if (last < 0) throw damaged();
  return last;
}

export const sizeOf = (folder: Folder): number => folder.unpackSizes[lastOutput(folder)];

function readFolders(reader: Reader): Folder[] {
  reader.expect(FOLDER);
  const count = reader.count();
  if (reader.byte() !== 0) throw new Unreadable("unsupported", "7z: parts of the header lie outside of it");
  const folders = Array.from({ length: count }, () => readFolder(reader));
  reader.expect(CODERS_UNPACK_SIZE);
  for (const folder of folders) folder.unpackSizes = Array.from({ length: folder.coders.reduce((sum, { outputs }) => sum + outputs, 0) }, () => reader.number());
  for (let id = reader.byte(); id !== END; id = reader.byte()) {
    if (id !== CRC) throw damaged();
    for (const [i, crc] of reader.crcs(count).entries()) folders[i].crc = crc;
  }
  return folders;
}

function readFolder(reader: Reader): Folder {
  const count = reader.number();
  if (count < 1 || count > MAX_CODERS) throw damaged();
  const coders = Array.from({ length: count }, (): Coder => {
    const flags = reader.byte();
    const method = Buffer.from(reader.take(flags & 15)).toString("hex");
    const [inputs, outputs] = (flags & 0x10) !== 0 ? [reader.number(), reader.number()] : [1, 1];
    if (inputs > MAX_CODERS || outputs > MAX_CODERS) throw damaged();
    return { method, inputs, outputs, properties: (flags & 0x20) !== 0 ? reader.take(reader.number()) : new Uint8Array(0) };
  });
  const outputs = coders.reduce((sum, coder) => sum + coder.outputs, 0);
  const inputs = coders.reduce((sum, coder) => sum + coder.inputs, 0);
  const bonds = new Map<number, number>();
  for (let i = 0; i < outputs - 1; i++) bonds.set(reader.number(), reader.number());
  const packedCount = inputs - bonds.size;
  const packed = packedCount === 1
    ? Array.from({ length: inputs }, (_, i) => i).filter((input) => !bonds.has(input)).slice(0, 1)
    : Array.from({ length: Math.max(0, packedCount) }, () => reader.number());
  return { coders, bonds, packed, unpackSizes: [], crc: undefined };
}

function readParts(reader: Reader, folders: readonly Folder[]): { size: number; crc: number | undefined }[][] {
  let counts = folders.map(() => 1);
  let id = reader.byte();
  if (id === STREAMS_IN_FOLDER) {
    counts = folders.map(() => reader.count());
    id = reader.byte();
  }
  const hasSizes = id === SIZE;
  const parts = folders.map((folder, i) => {
    const all: { size: number; crc: number | undefined }[] = [];
    let rest = sizeOf(folder);
    for (let n = 1; n < counts[i]; n++) {
      const size = hasSizes ? reader.number() : 0;
      all.push({ size, crc: undefined });
      rest -= size;
    }
    if (rest < 0) throw damaged();
    if (counts[i] > 0) all.push({ size: rest, crc: counts[i] === 1 ? folder.crc : undefined });
    return all;
  });
  if (hasSizes) id = reader.byte();
  for (; id !== END; id = reader.byte()) {
    if (id !== CRC) throw damaged();
    const unknown = parts.flatMap((all, i) => (all.length === 1 && folders[i].crc !== undefined ? [] : all));
    for (const [i, crc] of reader.crcs(unknown.length).entries()) unknown[i].crc = crc;
  }
  return parts;
}

function readFiles(reader: Reader): SevenZipFile[] {
  const count = reader.count();
  let names: string[] = [];
  let isEmpty: boolean[] = [];
  let isEmptyFile: boolean[] = [];
  for (let type = reader.byte(); type !== END; type = reader.byte()) {
    const size = reader.number();
    const end = reader.at + size;
    if (type === EMPTY_STREAM) isEmpty = reader.bits(count);
    else if (type === EMPTY_FILE) isEmptyFile = reader.bits(isEmpty.filter(Boolean).length);
    else if (type === NAMES) {
      if (reader.byte() !== 0) throw new Unreadable("unsupported", "7z: parts of the header lie outside of it");
      names = Buffer.from(reader.take(size - 1)).toString("utf16le").split("\0");
    }
    reader.take(end - reader.at);
  }
  let empty = 0;
  return Array.from({ length: count }, (_, i) => {
    const hasStream = !isEmpty[i];
    return { name: (names[i] ?? "").replaceAll("\\", "/"), hasStream, isDirectory: !hasStream && !isEmptyFile[empty++] };
  });
}
