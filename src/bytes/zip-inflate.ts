/** The bytes of zip entries, by node:zlib, never more than the budget allows. */
import type { TransformOptions } from "node:stream";
import { constants, crc32, createInflateRaw, inflateRawSync, type ZlibOptions } from "node:zlib";
import type { Budget, ExtractContext } from "../contract.js";
import { Unreadable } from "../errors.js";
import { LOCAL_HEADER, LOCAL_HEADER_SIZE, viewOf, type ZipEntry } from "./zip-format.js";
import { dataStart } from "./zip-walk.js";

export interface ReadEntry {
  /** What could be read, which is all of it unless there is a problem. */
  readonly bytes: Uint8Array;
  /** Why it is not what the archive promises: to be reported as well as the bytes scanned. */
  readonly problem?: Unreadable;
}

/** Deflate cannot do better than 258 bytes in two bits. */
const MAX_DEFLATE_RATIO = 1032;
/** As in limits.ts: an entry this small cannot harm. */
const RATIO_FREE_BYTES = 2 ** 24;
const STORED = 0;
const DEFLATED = 8;
const METHODS: Readonly<Record<number, string>> = { 1: "shrunk", 6: "imploded", 9: "deflate64", 12: "bzip2", 14: "LZMA", 93: "zstd", 95: "xz", 98: "PPMd", 99: "AES" };

/**
 * A whole entry, all of it or nothing.
 * @throws Unreadable "encrypted", "unsupported" (another method), "corrupt" (cut off, wrong CRC-32 or size) or "limit"
 */
export function inflateEntry(bytes: Uint8Array, entry: ZipEntry, budget: Budget): Uint8Array {
  const read = readEntry(bytes, entry, budget);
  if (read.problem !== undefined) throw read.problem;
  return read.bytes;
}

/**
 * A whole entry, or as much of it as can be had when it is cut off or damaged.
 * @throws Unreadable "encrypted", "unsupported" or "limit", and "corrupt" if not even its beginning can be found
 */
export function readEntry(bytes: Uint8Array, entry: ZipEntry, budget: Budget): ReadEntry {
  const packed = packedBytes(bytes, entry);
  const output = entry.method === STORED ? { bytes: packed, damaged: packed.length < entry.compressedSize } : inflate(packed, entry, budget);
  budget.expand(output.bytes.length, entry.method === STORED ? undefined : packed.length);
  const problem = output.damaged ? cutOff(entry) : checked(entry, output.bytes.length, crc32(output.bytes));
  return problem === undefined ? { bytes: output.bytes } : { bytes: output.bytes, problem };
}

/**
 * An entry piece by piece: the next piece is inflated on zlib's own thread while this one is read. Each piece is the
 * caller's to keep.
 * @throws Unreadable like `inflateEntry`, after the pieces that could be read
 */
export async function* inflateChunks(bytes: Uint8Array, entry: ZipEntry, { budget, limits }: ExtractContext): AsyncGenerator<Uint8Array> {
  const packed = packedBytes(bytes, entry);
  let size = 0;
  let sum = 0;
  if (entry.method === STORED) {
    for (let at = 0; at < packed.length; at += CHUNK_BYTES) {
      const chunk = packed.subarray(at, at + CHUNK_BYTES);
      budget.expand(chunk.length);
      budget.tick();
      size += chunk.length;
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } else {
    const inflater = createInflateRaw(CHUNKED);
    try {
      inflater.end(packed);
      for await (const piece of inflater) {
        // A readable stream that is not in object mode yields buffers.
        const chunk = piece as Buffer;
        budget.expand(chunk.length);
        budget.tick();
        size += chunk.length;
        if (size > RATIO_FREE_BYTES && size > packed.length * limits.expansionRatio) {
          throw new Unreadable("limit", `expansionRatio: expands more than ${limits.expansionRatio} times`);
        }
        sum = crc32(chunk, sum);
        yield chunk;
      }
    } catch (error) {
      if (isZlibError(error)) throw cutOff(entry);
      throw error;
    } finally {
      inflater.destroy();
    }
  }
  const problem = checked(entry, size, sum);
  if (problem !== undefined) throw problem;
}

/** What node:zlib takes as `maxOutputLength` at most, whatever the configured limit. */
const MAX_OUTPUT_BYTES = 2 ** 32 - 1;
const CHUNK_BYTES = 2 ** 18;
/** zlib's streams are Transforms and take their options: room for two pieces keeps its thread busy while one is read. */
const CHUNKED: ZlibOptions & TransformOptions = { chunkSize: CHUNK_BYTES, readableHighWaterMark: 2 * CHUNK_BYTES };

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw new Unreadable("encrypted", "zip: the entry is encrypted");
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new Unreadable("unsupported", `zip: compression method ${entry.method} (${METHODS[entry.method] ?? "unknown"})`);
  }
  const { offset } = entry;
  if (!Number.isSafeInteger(offset) || offset < 0 || offset + LOCAL_HEADER_SIZE > bytes.length || viewOf(bytes).getUint32(offset, true) !== LOCAL_HEADER) {
    throw new Unreadable("corrupt", "zip: no entry where the directory says");
  }
  const start = dataStart(bytes, offset);
  return bytes.subarray(start, Math.min(bytes.length, start + entry.compressedSize));
}

function inflate(packed: Uint8Array, entry: ZipEntry, budget: Budget): { bytes: Uint8Array; damaged: boolean } {
  const room = Math.min(MAX_OUTPUT_BYTES, Math.max(1, budget.remainingBytes));
  // One block of memory for what the directory promises, but no more than the packed bytes can become.
  const chunkSize = Math.max(64, Math.min(entry.size + 64, packed.length * MAX_DEFLATE_RATIO + 64, room + 1));
  const options = { chunkSize, maxOutputLength: room };
  try {
    return { bytes: inflateRawSync(packed, options), damaged: false };
  } catch (error) {
    if (isTooLarge(error)) throw new Unreadable("limit", "expandedBytes: the entry expands beyond what is left of the limit");
    if (!isZlibError(error)) throw error;
  }
  // What comes before the damage can still leak. zlib gives nothing back on an error, so look for the longest beginning without one.
  const upTo = (length: number): Uint8Array | undefined => {
    try {
      return inflateRawSync(packed.subarray(0, length), { ...options, finishFlush: constants.Z_SYNC_FLUSH });
    } catch (error) {
      if (isTooLarge(error)) throw new Unreadable("limit", "expandedBytes: the entry expands beyond what is left of the limit");
      if (isZlibError(error)) return undefined;
      throw error;
    }
  };
  let low = 0;
  let high = packed.length;
  let best = upTo(high);
  for (let step = 0; best === undefined && high - low > 1 && step < 20; step++) {
    budget.tick();
    const middle = (low + high) >>> 1;
    if (upTo(middle) === undefined) high = middle;
    else low = middle;
  }
  best ??= upTo(low);
  return { bytes: best ?? new Uint8Array(0), damaged: true };
}

const cutOff = (entry: ZipEntry): Unreadable =>
  new Unreadable("corrupt", entry.method === STORED ? "zip: the entry is cut off" : "zip: the compressed data is damaged or cut off");

function checked(entry: ZipEntry, size: number, sum: number): Unreadable | undefined {
  if (sum !== entry.crc32) return new Unreadable("corrupt", "zip: wrong CRC-32");
  return size === entry.size ? undefined : new Unreadable("corrupt", "zip: another size than the directory says");
}

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "");
const isTooLarge = (error: unknown): boolean => codeOf(error) === "ERR_BUFFER_TOO_LARGE";
const isZlibError = (error: unknown): boolean => /^Z_[A-Z]+_ERROR$/u.test(codeOf(error));

