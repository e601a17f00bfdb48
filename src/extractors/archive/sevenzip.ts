/**
 * 7-Zip archives: names, files, and those sealed with a password that is known. An own reader: libarchive-wasm (1.2.0, 0.8 MB, 66 ms to
 * load here) opens no sealed ones and gives "**" for a Japanese name, 7z-wasm brings licences that not everyone may use.
 */
import { createDecipheriv, createHash } from "node:crypto";
import { crc32, inflateRawSync } from "node:zlib";
import { strayArtifact } from "../../bytes/stray.js";
import type { Artifact, Budget, ExtractContext, Extractor, Location, Segment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { collectNames } from "../../text/remarks.js";
import { readBzip2 } from "./bzip2.js";
import { decodeLzma, decodeLzma2 } from "./lzma.js";
import { type Coder, ENCODED_HEADER, type Folder, lastOutput, readEncodedHeader, readHeader, type SevenZipFile, type SevenZipHeader, type Streams } from "./sevenzip-header.js";

const SIGNATURE = Buffer.from("377abcaf271c", "hex");
const HEAD_BYTES = 32;
const AES = "06f10701";
/** More rounds than 7-Zip ever asked for take minutes. */
const MAX_ROUNDS_POWER = 24;
/** A header packed in a header, and so on: 7-Zip packs once. */
const MAX_PACKED_HEADERS = 4;

export const sevenZipExtractor: Extractor = {
  id: "archive-7z",
  identify: (bytes) => (SIGNATURE.equals(bytes.subarray(0, SIGNATURE.length)) ? "7z" : undefined),
  extract: readArchive,
};

const locked = (): Unreadable => new Unreadable("encrypted", "7z: sealed with a password");
const damaged = (): Unreadable => new Unreadable("corrupt", "7z: the archive is damaged or cut off");

interface Opened {
  readonly header: SevenZipHeader;
  /** Stretches of bytes that belong to the archive. */
  readonly taken: readonly (readonly [start: number, end: number])[];
}

function* readArchive({ at, bytes }: Artifact, { budget, passwords = [] }: ExtractContext): Generator<Segment | Artifact | Unscanned> {
  const { header: { streams, files }, taken } = open(bytes, passwords, budget);
  const names = collectNames();
  let folder = 0;
  let part = 0;
  let unpacked: Uint8Array | Unreadable | undefined;
  let from = 0;
  for (const file of files) {
    budget.tick();
    const fileAt: Location = [...at, { kind: "entry", name: file.name }];
    const isRead = file.hasStream;
    names.add(file.name, fileAt, isRead);
    if (!file.hasStream) {
      budget.entry();
      continue;
    }
    while (streams !== undefined && folder < streams.folders.length && part >= streams.parts[folder].length) {
      folder++;
      part = from = 0;
      unpacked = undefined;
    }
    if (streams === undefined || folder >= streams.folders.length) {
      yield { kind: "unscanned", at: fileAt, reason: "corrupt", detail: "7z: the header names a file that is not there" };
      continue;
    }
    unpacked ??= unpackOrWhy(bytes, streams, folder, passwords, budget);
    const { size } = streams.parts[folder][part++];
    yield* fileOf(file, fileAt, unpacked, from, size);
    from += size;
  }
  yield* names.segments();
  yield* between(at, bytes, streams === undefined ? taken : [...taken, rangeOf(streams)]);
}

function rangeOf({ packOffset, packSizes }: Streams): [start: number, end: number] {
  const start = HEAD_BYTES + packOffset;
  return [start, start + packSizes.reduce((sum, size) => sum + size, 0)];
}

/** Bytes that no part of the archive takes. */
function* between(at: Location, bytes: Uint8Array, taken: readonly (readonly [start: number, end: number])[]): Generator<Artifact> {
  let from = 0;
  for (const [start, end] of [...taken, [bytes.length, bytes.length] as const].sort((a, b) => a[0] - b[0])) {
    const stray = start > from ? strayArtifact(at, bytes, from, start) : undefined;
    if (stray !== undefined) yield stray;
    from = Math.max(from, end);
  }
}

function* fileOf(file: SevenZipFile, at: Location, unpacked: Uint8Array | Unreadable, from: number, size: number): Generator<Artifact | Unscanned> {
  if (unpacked instanceof Unreadable) {
    yield { kind: "unscanned", at, reason: unpacked.reason, detail: unpacked.message };
    return;
  }
  if (from + size > unpacked.length) yield { kind: "unscanned", at, reason: "corrupt", detail: "7z: the file is cut off" };
  yield { kind: "artifact", at, name: file.name.replace(/^.*\//u, ""), bytes: unpacked.subarray(from, from + size) };
}

/** @throws Unreadable */
function open(bytes: Uint8Array, passwords: readonly string[], budget: Budget): Opened {
  if (bytes.length < HEAD_BYTES) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEAD_BYTES);
  const offset = HEAD_BYTES + Number(view.getBigUint64(12, true));
  const size = Number(view.getBigUint64(20, true));
  if (size === 0) return { header: { streams: undefined, files: [] }, taken: [[0, HEAD_BYTES]] };
  if (!(offset + size <= bytes.length)) throw damaged();
  let header = bytes.subarray(offset, offset + size);
  const taken: [start: number, end: number][] = [[0, HEAD_BYTES], [offset, offset + size]];
  for (let i = 0; header[0] === ENCODED_HEADER; i++) {
    if (i === MAX_PACKED_HEADERS) throw damaged();
    const packed = readEncodedHeader(header);
    taken.push(rangeOf(packed));
    header = unpack(bytes, packed, 0, passwords, budget);
  }
  return { header: readHeader(header), taken };
}

function unpackOrWhy(bytes: Uint8Array, streams: Streams, folder: number, passwords: readonly string[], budget: Budget): Uint8Array | Unreadable {
  try {
    return unpack(bytes, streams, folder, passwords, budget);
  } catch (error) {
    // Once nothing may be expanded any more, the rest of the archive is past the limit too.
    if (error instanceof Unreadable && error.reason !== "limit") return error;
    throw error;
  }
}

/** All files of a folder, one behind the other. @throws Unreadable */
function unpack(bytes: Uint8Array, streams: Streams, index: number, passwords: readonly string[], budget: Budget): Uint8Array {
  const folder = streams.folders[index];
  if (folder === undefined) throw damaged();
  const first = streams.folders.slice(0, index).reduce((sum, { packed }) => sum + packed.length, 0);
  if (!folder.coders.some(({ method }) => method === AES)) return output(folder, bytes, streams, first, lastOutput(folder), undefined, budget);
  for (const password of passwords) {
    budget.tick();
    try {
      const out = output(folder, bytes, streams, first, lastOutput(folder), password, budget);
      if (isRight(out, folder, streams.parts[index])) return out;
    } catch (error) {
      // Another password's bytes are damaged data.
      if (!(error instanceof Unreadable) || error.reason !== "corrupt") throw error;
    }
  }
  throw locked();
}

function isRight(out: Uint8Array, { crc }: Folder, parts: Streams["parts"][number]): boolean {
  if (crc !== undefined) return crc32(out) === crc;
  let from = 0;
  return parts.every(({ size, crc: own }) => own === undefined || crc32(out.subarray(from, (from += size))) === own);
}

/** What comes out of one coder, with all that goes into it. */
function output(folder: Folder, bytes: Uint8Array, streams: Streams, firstPacked: number, wanted: number, password: string | undefined, budget: Budget, depth = 0): Uint8Array {
  if (depth > folder.coders.length) throw damaged();
  let input = 0;
  let out = 0;
  for (const coder of folder.coders) {
    if (wanted < out + coder.outputs) {
      if (coder.inputs !== 1 || coder.outputs !== 1) throw unknownMethod(coder);
      const bond = folder.bonds.get(input);
      const source = bond === undefined
        ? packedStream(bytes, streams, firstPacked + folder.packed.indexOf(input))
        : output(folder, bytes, streams, firstPacked, bond, password, budget, depth + 1);
      return decode(coder, source, folder.unpackSizes[wanted], password, budget);
    }
    input += coder.inputs;
    out += coder.outputs;
  }
  throw damaged();
}

function packedStream(bytes: Uint8Array, { packOffset, packSizes }: Streams, index: number): Uint8Array {
  const size = packSizes[index];
  if (size === undefined) throw damaged();
  const start = HEAD_BYTES + packOffset + packSizes.slice(0, index).reduce((sum, one) => sum + one, 0);
  if (!(start + size <= bytes.length)) throw damaged();
  return bytes.subarray(start, start + size);
}

/** Programs are packed by methods of their own; texts and documents by these. */
function decode(coder: Coder, source: Uint8Array, size: number, password: string | undefined, budget: Budget): Uint8Array {
  switch (coder.method) {
    case "00":
      return source.subarray(0, size);
    case "030101":
      return decodeLzma(source, coder.properties, size, budget);
    case "21":
      return decodeLzma2(source, size, budget);
    case "03":
      return undelta(source, (coder.properties[0] ?? 0) + 1);
    case "040108":
      return inflated(source, size, budget);
    case "040202":
      return Buffer.concat([...readBzip2(source, budget)]).subarray(0, size);
    case AES:
      if (password === undefined) throw locked();
      return decipher(source, coder.properties, password).subarray(0, size);
    default:
      throw unknownMethod(coder);
  }
}

const METHODS: Readonly<Record<string, string>> = {
  "030401": "PPMd", "040109": "Deflate64", "03030103": "BCJ", "0303011b": "BCJ2", "04": "BCJ", "0a": "ARM64", "03030501": "ARM", "03030205": "PPC",
};
const unknownMethod = ({ method }: Coder): Unreadable => new Unreadable("unsupported", `7z: packed by ${METHODS[method] ?? `method ${method}`}, which is not read`);

function inflated(source: Uint8Array, size: number, budget: Budget): Uint8Array {
  try {
    const out = inflateRawSync(source, { maxOutputLength: Math.max(1, Math.min(size, budget.remainingBytes)) });
    budget.expand(out.length);
    return out;
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable("limit", "expandedBytes: a file is larger than may be read");
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) throw damaged();
    throw error;
  }
}

function undelta(source: Uint8Array, distance: number): Uint8Array {
  const out = Uint8Array.from(source);
  for (let i = distance; i < out.length; i++) out[i] = (out[i] + out[i - distance]) & 0xff;
  return out;
}

/** 7zAES: SHA-256 over many repetitions of salt, password and a counter; then AES-256 in CBC mode. */
function decipher(source: Uint8Array, properties: Uint8Array, password: string): Uint8Array {
  const [first = 0, second = 0] = properties;
  const saltBytes = ((first >> 7) & 1) + (second >> 4);
  const ivBytes = ((first >> 6) & 1) + (second & 15);
  const salt = properties.subarray(2, 2 + saltBytes);
  const iv = Buffer.alloc(16);
  iv.set(properties.subarray(2 + saltBytes, 2 + saltBytes + Math.min(16, ivBytes)));
  const power = first & 0x3f;
  if (power > MAX_ROUNDS_POWER) throw new Unreadable("unsupported", "7z: sealed with more rounds than may be tried");
  const cipher = createDecipheriv("aes-256-cbc", keyOf(salt, Buffer.from(password, "utf16le"), power), iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(source.subarray(0, source.length - (source.length % 16))), cipher.final()]);
}

function keyOf(salt: Uint8Array, password: Buffer, power: number): Buffer {
  const hash = createHash("sha256");
  const round = Buffer.concat([salt, password, Buffer.alloc(8)]);
  // Hashed some thousand at a time: a call for each would take seconds.
  const rounds = Math.min(4096, 2 ** power);
  const block = Buffer.concat(Array.from({ length: rounds }, () => round));
  for (let done = 0; done < 2 ** power; done += rounds) {
    for (let i = 0; i < rounds; i++) block.writeUInt32LE(done + i, (i + 1) * round.length - 8);
    hash.update(block);
  }
  return hash.digest();
}
