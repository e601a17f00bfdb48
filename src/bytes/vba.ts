/**
 * Macro projects ([MS-OVBA]): the source of each module. Names of people stand in macros' strings and comments, and a macro that mails a
 * list names its recipients. Broken projects give what can be had of them; nothing is thrown.
 */
import { codePageDecoder } from "../text/code-pages.js";
import type { CompoundStorage, CompoundStream } from "./cfb.js";

export interface MacroModule {
  readonly name: string;
  readonly text: string;
  /** False where its end, or all of it, could not be unpacked. */
  readonly isWhole: boolean;
}

const CHUNK_BYTES = 4096;
/** Most that a project's modules are unpacked to together, in bytes: real ones stay below a few. */
const MAX_UNPACKED_BYTES = 2 ** 25;
const WESTERN = 1252;

/** The storage that holds a project's streams: "VBA" in the project's own storage ([MS-OVBA] 2.2.1). */
export function macroStorage(project: CompoundStorage): CompoundStorage | undefined {
  const vba = project.find("VBA");
  return vba?.kind === "storage" ? vba : undefined;
}

/** @param vba as `macroStorage` gives it */
export function readMacros(vba: CompoundStorage): MacroModule[] {
  const dir = vba.find("dir");
  const { codePage, modules } = readDirectory(dir?.kind === "stream" ? unpack(dir.read().bytes, 0).bytes : new Uint8Array(0));
  const decode = codePageDecoder(codePage);
  const read: MacroModule[] = [];
  const listed = new Set<CompoundStream>();
  let left = MAX_UNPACKED_BYTES;
  const take = (name: string, stream: CompoundStream, offset: number | undefined): void => {
    listed.add(stream);
    const { bytes, isWhole } = stream.read();
    const start = offset ?? sourceStart(bytes);
    if (start < 0) return;
    const source = unpack(bytes, start, left);
    left -= source.bytes.length;
    read.push({ name, text: decode(source.bytes), isWhole: isWhole && source.isWhole });
  };
  for (const { name, stream: streamName, offset } of modules(decode)) {
    const stream = vba.find(streamName);
    if (stream?.kind === "stream" && !listed.has(stream)) take(name, stream, offset);
  }
  // Streams that the directory does not name: modules that were removed from a broken one.
  for (const child of vba.children) if (child.kind === "stream" && !listed.has(child) && !OWN_STREAMS.test(child.name)) take(child.name, child, undefined);
  return read;
}

/** The project's directory, and what the editor keeps for itself. */
const OWN_STREAMS = /^(?:dir|_VBA_PROJECT|__SRP_.*)$/iu;

interface ModuleEntry {
  readonly name: string;
  readonly stream: string;
  /** Where the source begins in the stream. */
  readonly offset: number | undefined;
}

const CODE_PAGE = 0x0003;
const VERSION = 0x0009;
const MODULE_NAME = 0x0019;
const MODULE_STREAM = 0x001a;
const MODULE_OFFSET = 0x0031;
const MODULE_END = 0x002b;

/** The records of the "dir" stream, unpacked ([MS-OVBA] 2.3.4.2). */
function readDirectory(bytes: Uint8Array): { codePage: number; modules: (decode: (bytes: Uint8Array) => string) => ModuleEntry[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let codePage = WESTERN;
  const found: { name?: Uint8Array; stream?: Uint8Array; offset?: number }[] = [];
  let current: { name?: Uint8Array; stream?: Uint8Array; offset?: number } = {};
  for (let at = 0; at + 6 <= bytes.length; ) {
    const id = view.getUint16(at, true);
    // PROJECTVERSION says 4 and takes 6 bytes (2.3.4.2.1.11).
    const size = id === VERSION ? 6 : view.getUint32(at + 2, true);
    const data = bytes.subarray(at + 6, at + 6 + size);
    if (data.length < size) break;
    if (id === CODE_PAGE && size === 2) codePage = view.getUint16(at + 6, true);
    else if (id === MODULE_NAME) current = { name: data };
    else if (id === MODULE_STREAM) current.stream = data;
    else if (id === MODULE_OFFSET && size === 4) current.offset = view.getUint32(at + 6, true);
    else if (id === MODULE_END) found.push(current);
    at += 6 + size;
  }
  const modules = (decode: (given: Uint8Array) => string): ModuleEntry[] => found.map(({ name, stream, offset }) => {
    const called = decode(stream ?? name ?? new Uint8Array(0));
    return { name: name === undefined ? called : decode(name), stream: called, offset };
  });
  return { codePage, modules };
}

/** Where a stream's compressed source begins, if its directory does not say: every module's begins with "Attribut". -1 if nowhere. */
function sourceStart(bytes: Uint8Array): number {
  const attribute = Buffer.from("\u0000Attribut");
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(attribute);
  // Before it stand the container's signature and the first chunk's header (2.4.1.1.1, 2.4.1.1.5).
  if (at >= 3 && bytes[at - 3] === 1) return at - 3;
  return bytes[0] === 1 ? 0 : -1;
}

/** [MS-OVBA] 2.4.1.3: chunks of at most 4,096 bytes, each of literals and of copies from the same chunk. */
function unpack(bytes: Uint8Array, start: number, most = MAX_UNPACKED_BYTES): { bytes: Uint8Array; isWhole: boolean } {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let at = start + 1;
  if (bytes[start] !== 1) return { bytes: new Uint8Array(0), isWhole: false };
  while (at + 2 <= bytes.length) {
    const header = bytes[at] | (bytes[at + 1] << 8);
    if ((header & 0x7000) !== 0x3000) break;
    const end = Math.min(bytes.length, at + (header & 0x0fff) + 3);
    if (total + CHUNK_BYTES > most) return { bytes: Buffer.concat(chunks), isWhole: false };
    const chunk = (header & 0x8000) === 0 ? bytes.subarray(at + 2, end) : unpackChunk(bytes, at + 2, end);
    chunks.push(chunk);
    total += chunk.length;
    at = end;
  }
  return { bytes: Buffer.concat(chunks), isWhole: at >= bytes.length || chunks.length > 0 };
}

function unpackChunk(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const out = new Uint8Array(CHUNK_BYTES);
  let to = 0;
  for (let at = start; at < end && to < CHUNK_BYTES; ) {
    const flags = bytes[at++];
    for (let bit = 0; bit < 8 && at < end && to < CHUNK_BYTES; bit++) {
      if ((flags & (1 << bit)) === 0) {
        out[to++] = bytes[at++];
        continue;
      }
      if (at + 2 > end) return out.subarray(0, to);
      // How many bits are the offset's grows with how much there is to point into (2.4.1.3.19.1).
      const token = bytes[at] | (bytes[at + 1] << 8);
      at += 2;
      const offsetBits = Math.max(4, 32 - Math.clz32(to - 1));
      const length = (token & (0xffff >> offsetBits)) + 3;
      const from = to - (token >> (16 - offsetBits)) - 1;
      if (from < 0) return out.subarray(0, to);
      for (let i = 0; i < length && to < CHUNK_BYTES; i++) out[to++] = out[from + i];
    }
  }
  return out.subarray(0, to);
}
