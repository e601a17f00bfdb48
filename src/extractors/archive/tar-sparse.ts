/**
 * Sparse files in tar: the archive holds the pieces, a map says where they belong (GNU tar manual, "Storing Sparse Files": the
 * old GNU format and pax formats 0.0, 0.1 and 1.0). A format that counts from its end, like zip, is only readable whole.
 */
import type { Budget } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { BLOCK, numberField, type TarHeader } from "./tar-blocks.js";

interface Piece {
  readonly offset: number;
  readonly size: number;
}

interface SparseMap {
  readonly pieces: readonly Piece[];
  readonly realSize: number;
  /** Where the first piece stands in the archive. */
  readonly dataStart: number;
}

const OLD_GNU_SPARSE = 0x53;

/**
 * @returns `content` when the entry is sparse and could be put together; `end`: where the entry's bytes end in the archive;
 *   `problem` when it is sparse and could not, so that only its pieces can be read
 */
export function readSparse(bytes: Uint8Array, header: TarHeader, budget: Budget): { content?: Uint8Array; end: number; problem?: Unreadable } {
  const { byteOffset: start, size, pax } = header;
  const old = bytes[start - BLOCK + 156] === OLD_GNU_SPARSE;
  const map = old ? oldMap(bytes, start) : pax === null ? undefined : paxMap(bytes, start, size, pax);
  const end = old && map !== undefined ? map.dataStart + size : start + size;
  if (map === undefined) return { end };
  try {
    return { content: putTogether(bytes, map, Math.min(end, bytes.length), budget), end };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { end, problem: error };
  }
}

function putTogether(bytes: Uint8Array, { pieces, realSize, dataStart }: SparseMap, end: number, budget: Budget): Uint8Array {
  if (!(realSize >= 0 && Number.isSafeInteger(realSize))) throw new Unreadable("corrupt", "tar: the sparse file's size is no number");
  if (realSize > budget.remainingBytes) throw new Unreadable("limit", "expandedBytes: the sparse file is larger than what is left of the limit");
  budget.expand(realSize, end - dataStart);
  const content = new Uint8Array(realSize);
  let at = dataStart;
  for (const { offset, size } of pieces) {
    if (!(offset >= 0 && size >= 0 && offset + size <= realSize && at + size <= end)) {
      throw new Unreadable("corrupt", "tar: the sparse file's map does not fit its data");
    }
    content.set(bytes.subarray(at, at + size), offset);
    at += size;
  }
  return content;
}

/** Four pieces in the header from byte 386, 21 in each block that follows; a flag says whether another one follows. */
function oldMap(bytes: Uint8Array, start: number): SparseMap {
  const header = start - BLOCK;
  const pieces: Piece[] = [];
  const read = (from: number, count: number): void => {
    for (let at = from; at < from + count * 24; at += 24) {
      const piece = { offset: numberField(bytes, at, 12), size: numberField(bytes, at + 12, 12) };
      if (piece.size !== 0) pieces.push(piece);
    }
  };
  read(header + 386, 4);
  let dataStart = start;
  let extended = bytes[header + 482] === 1;
  while (extended && dataStart + BLOCK <= bytes.length) {
    read(dataStart, 21);
    extended = bytes[dataStart + 504] === 1;
    dataStart += BLOCK;
  }
  return { pieces, realSize: numberField(bytes, header + 483, 12), dataStart };
}

function paxMap(bytes: Uint8Array, start: number, size: number, pax: Readonly<Record<string, string>>): SparseMap | undefined {
  const realSize = Number(pax["GNU.sparse.realsize"] ?? pax["GNU.sparse.size"] ?? Number.NaN);
  if (pax["GNU.sparse.major"] === "1") return { ...leadingMap(bytes, start, Math.min(start + size, bytes.length)), realSize };
  // Format 0.0 repeats its keys, of which a table of records keeps the last: it cannot be put together.
  const map = pax["GNU.sparse.map"];
  if (map === undefined) return pax["GNU.sparse.numblocks"] === undefined ? undefined : { pieces: [{ offset: 0, size: Number.NaN }], realSize, dataStart: start };
  const numbers = map.split(",").map(Number);
  return { pieces: pairs(numbers), realSize, dataStart: start };
}

/** Format 1.0: decimal lines before the data, padded to a block: the number of pieces, then offset and size of each. */
function leadingMap(bytes: Uint8Array, start: number, end: number): { pieces: Piece[]; dataStart: number } {
  const numbers: number[] = [];
  let at = start;
  let wanted = 1;
  while (numbers.length < wanted) {
    const stop = bytes.indexOf(0x0a, at);
    if (stop < 0 || stop >= end || stop - at > 20) return { pieces: [{ offset: 0, size: Number.NaN }], dataStart: start };
    numbers.push(Number(Buffer.from(bytes.subarray(at, stop)).toString("latin1")));
    if (numbers.length === 1) wanted = 1 + 2 * numbers[0];
    at = stop + 1;
  }
  return { pieces: pairs(numbers.slice(1)), dataStart: start + Math.ceil((at - start) / BLOCK) * BLOCK };
}

function pairs(numbers: readonly number[]): Piece[] {
  return Array.from({ length: numbers.length >> 1 }, (_, i) => ({ offset: numbers[2 * i], size: numbers[2 * i + 1] }));
}
