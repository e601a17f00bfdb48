/**
 * Compound File Binary ([MS-CFB]): streams and storages of old Office documents, Outlook messages and embedded objects, read where
 * they lie and only when they are asked for. Broken files give what can be had of them; nothing is thrown and nothing runs in a ring.
 */
import { isCompoundFile } from "./cfb-mark.js";

export { isCompoundFile } from "./cfb-mark.js";

export interface CompoundStream {
  readonly kind: "stream";
  readonly name: string;
  /** As the directory says: never to be trusted for an allocation. */
  readonly size: number;
  /** Its bytes, at most those of the file; `isWhole` is false where a chain breaks off. Entries may share sectors: count what is read. */
  read(): { readonly bytes: Uint8Array; readonly isWhole: boolean };
}

export interface CompoundStorage {
  readonly kind: "storage";
  readonly name: string;
  /** 32 hex digits as stored, "" where it is all zero: which program an embedded object belongs to. */
  readonly clsid: string;
  readonly children: readonly CompoundEntry[];
  /** The child of that name, compared without regard to case ([MS-CFB] 2.6.4). */
  find(name: string): CompoundEntry | undefined;
}

export type CompoundEntry = CompoundStream | CompoundStorage;

export interface CompoundFile {
  readonly root: CompoundStorage;
  /** Streams that the directory still holds and no storage lists: what a program has deleted. */
  readonly orphans: readonly CompoundStream[];
  /** The header or the directory contradicts itself; there may be more than could be found. */
  readonly damaged: boolean;
  /** What lies in no stream: free sectors, and what is left behind the ends of streams. Stretches of zeros are left out. */
  unreached(): Iterable<Uint8Array>;
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const HEADER_DIFAT = 76;
const HEADER_DIFAT_ENTRIES = 109;
/** Above it are marks: free sectors, ends of chains, sectors of the tables themselves ([MS-CFB] 2.1). */
const LAST_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;
const MINI_SHIFT = 6;
const MINI_CUTOFF = 4096;

/**
 * Names of the streams and storages directly under the root, in lower case ([MS-CFB] 2.6: compared without regard to case):
 * those of an embedded object stand deeper and say nothing of the file. A broken directory gives fewer names; nothing is thrown.
 */
export function compoundFileNames(bytes: Uint8Array): string[] {
  return isCompoundFile(bytes) ? readCompoundFile(bytes).root.children.map(({ name }) => name.toLowerCase()) : [];
}

/** A stretch of sectors: their numbers, and whether they were as many as were wanted. */
interface Chain {
  readonly sectors: readonly number[];
  readonly isWhole: boolean;
}

export function readCompoundFile(bytes: Uint8Array): CompoundFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = bytes.length < HEADER_BYTES ? 0 : view.getUint16(30, true);
  if (!isCompoundFile(bytes) || (shift !== 9 && shift !== 12)) return { root: storage("", "", []), orphans: [], damaged: true, unreached: () => (bytes.length === 0 ? [] : [bytes]) };
  const sectorBytes = 2 ** shift;
  /** Sector 0 follows the header, which takes one sector. */
  const offsetOf = (sector: number): number => (sector + 1) * sectorBytes;
  const sectorCount = Math.max(0, Math.ceil(bytes.length / sectorBytes) - 1);
  const uint32 = (at: number): number => (at + 4 <= bytes.length ? view.getUint32(at, true) : NO_ENTRY);
  let damaged = false;

  const tables = tableSectors();
  const next = (sector: number): number => {
    const table = tables[Math.floor(sector / (sectorBytes / 4))];
    return table === undefined ? NO_ENTRY : uint32(offsetOf(table) + (sector % (sectorBytes / 4)) * 4);
  };
  /** @param most sectors; a chain of more is cut off, as a ring would be */
  const chainOf = (first: number, most: number, follow = next, count = sectorCount): Chain => {
    const sectors: number[] = [];
    let sector = first;
    while (sectors.length < most && sector < LAST_SECTOR && sector < count) {
      sectors.push(sector);
      sector = follow(sector);
    }
    return { sectors, isWhole: sectors.length === most };
  };
  const directory = chainOf(view.getUint32(48, true), sectorCount).sectors;
  const perSector = sectorBytes / ENTRY_BYTES;
  const entryCount = directory.length * perSector;
  const entryAt = (id: number): number => offsetOf(directory[Math.floor(id / perSector)]) + (id % perSector) * ENTRY_BYTES;
  const isThere = (id: number): boolean => id < entryCount && entryAt(id) + ENTRY_BYTES <= bytes.length;
  const typeOf = (id: number): number => bytes[entryAt(id) + 66];
  const firstSector = (id: number): number => uint32(entryAt(id) + 116);
  /** The upper half belongs to it in files of the large sectors only ([MS-CFB] 2.6.1). */
  const sizeOf = (id: number): number => uint32(entryAt(id) + 120) + (shift === 12 ? uint32(entryAt(id) + 124) * 2 ** 32 : 0);

  let miniStream: Uint8Array | undefined;
  const miniTable = (): readonly number[] => (miniSectors ??= chainOf(uint32(60), sectorCount).sectors);
  let miniSectors: readonly number[] | undefined;
  const nextMini = (sector: number): number => {
    const table = miniTable()[Math.floor(sector / (sectorBytes / 4))];
    return table === undefined ? NO_ENTRY : uint32(offsetOf(table) + (sector % (sectorBytes / 4)) * 4);
  };
  const isMini = (id: number): boolean => sizeOf(id) < MINI_CUTOFF && typeOf(id) !== ROOT;
  const miniBytes = (): Uint8Array => (miniStream ??= isThere(0) ? readLarge(0).bytes : new Uint8Array(0));
  const miniCount = (): number => Math.ceil(miniBytes().length / 2 ** MINI_SHIFT);
  const miniChain = (id: number): Chain => chainOf(firstSector(id), Math.ceil(sizeOf(id) / 2 ** MINI_SHIFT), nextMini, miniCount());
  const largeChain = (id: number): Chain => chainOf(firstSector(id), Math.min(sectorCount + 1, Math.ceil(sizeOf(id) / sectorBytes)));

  function readLarge(id: number): { bytes: Uint8Array; isWhole: boolean } {
    const chain = largeChain(id);
    const read = gathered(bytes, chain.sectors, offsetOf, sectorBytes, sizeOf(id));
    return { bytes: read, isWhole: chain.isWhole && read.length === sizeOf(id) };
  }
  function readStream(id: number): { bytes: Uint8Array; isWhole: boolean } {
    if (!isMini(id)) return readLarge(id);
    const chain = miniChain(id);
    const read = gathered(miniBytes(), chain.sectors, (sector) => sector << MINI_SHIFT, 2 ** MINI_SHIFT, sizeOf(id));
    return { bytes: read, isWhole: chain.isWhole && read.length === sizeOf(id) };
  }
  const streamOf = (id: number): CompoundStream => ({ kind: "stream", name: nameOf(id), size: sizeOf(id), read: () => readStream(id) });
  function nameOf(id: number): string {
    const at = entryAt(id);
    const length = view.getUint16(at + 64, true);
    return length < 2 || length > 64 ? "" : Buffer.from(bytes.buffer, bytes.byteOffset + at, length - 2).toString("utf16le");
  }

  const seen = new Set<number>([0]);
  /** Entries of one storage: a tree of siblings, walked without recursion. */
  function siblings(first: number): number[] {
    const found: number[] = [];
    const waiting = [first];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (id === NO_ENTRY) continue;
      if (!isThere(id) || seen.has(id)) {
        damaged = true;
        continue;
      }
      seen.add(id);
      const at = entryAt(id);
      found.push(id);
      waiting.push(uint32(at + 72), uint32(at + 68));
    }
    return found.sort((a, b) => a - b);
  }
  /** Storages are filled from a list of those still to be read: they may be nested as deep as there are entries. */
  function readTree(): CompoundStorage {
    const root: CompoundEntry[] = [];
    if (!isThere(0) || typeOf(0) !== ROOT) damaged = true;
    const waiting: [id: number, children: CompoundEntry[]][] = isThere(0) ? [[0, root]] : [];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const [owner, children] = one;
      for (const id of siblings(uint32(entryAt(owner) + 76))) {
        if (typeOf(id) === STREAM) children.push(streamOf(id));
        else if (typeOf(id) === STORAGE) {
          const own: CompoundEntry[] = [];
          children.push(storage(nameOf(id), clsidAt(bytes, entryAt(id) + 80), own));
          waiting.push([id, own]);
        } else damaged = true;
      }
    }
    return storage("", isThere(0) ? clsidAt(bytes, entryAt(0) + 80) : "", root);
  }
  const root = readTree();
  const orphans: CompoundStream[] = [];
  const orphanIds: number[] = [];
  for (let id = 1; id < entryCount; id++) {
    if (seen.has(id) || !isThere(id) || typeOf(id) !== STREAM || sizeOf(id) === 0) continue;
    orphanIds.push(id);
    orphans.push(streamOf(id));
  }
  return { root, orphans, damaged, unreached };

  /** Sectors that hold the allocation table: the header names the first 109, a chain of sectors the others ([MS-CFB] 2.5). */
  function tableSectors(): number[] {
    const sectors: number[] = [];
    const take = (at: number, count: number): void => {
      for (let i = 0; i < count; i++) {
        const sector = uint32(at + 4 * i);
        if (sector < LAST_SECTOR) sectors.push(sector);
      }
    };
    take(HEADER_DIFAT, HEADER_DIFAT_ENTRIES);
    let list = uint32(68);
    for (let i = 0; list < sectorCount && i < sectorCount; i++) {
      take(offsetOf(list), sectorBytes / 4 - 1);
      list = uint32(offsetOf(list) + sectorBytes - 4);
    }
    // A list that names more sectors than there are repeats itself.
    return sectors.slice(0, sectorCount);
  }

  function* unreached(): Generator<Uint8Array> {
    const used = new Uint8Array(sectorCount);
    const usedMini = new Uint8Array(miniCount());
    for (const sectors of [tables, directory, miniTable()]) for (const sector of sectors) if (sector < sectorCount) used[sector] = 1;
    let list = uint32(68);
    for (let i = 0; list < sectorCount && i < sectorCount; i++) {
      used[list] = 1;
      list = uint32(offsetOf(list) + sectorBytes - 4);
    }
    /** Stops where another chain has been: thousands of entries that share one cost what one costs. Gives the chain's last sector. */
    const mark = (into: Uint8Array, first: number, most: number, follow: (sector: number) => number): number => {
      let sector = first;
      for (let i = 1; sector < into.length && into[sector] === 0; i++) {
        into[sector] = 1;
        if (i === most) return sector;
        sector = follow(sector);
      }
      return -1;
    };
    const ends: [from: number, to: number][] = [];
    const orphaned = new Set(orphanIds);
    for (let id = 0; id < entryCount; id++) {
      if (!isThere(id) || !(seen.has(id) || orphaned.has(id)) || (typeOf(id) !== STREAM && typeOf(id) !== ROOT)) continue;
      if (isMini(id)) {
        mark(usedMini, firstSector(id), Math.ceil(sizeOf(id) / 2 ** MINI_SHIFT), nextMini);
        continue;
      }
      const last = mark(used, firstSector(id), Math.ceil(sizeOf(id) / sectorBytes), next);
      const rest = sizeOf(id) % sectorBytes;
      if (rest > 0 && last >= 0) ends.push([offsetOf(last) + rest, offsetOf(last) + sectorBytes]);
    }
    yield* stretches(bytes, used, offsetOf, sectorBytes);
    yield* stretches(miniBytes(), usedMini, (sector) => sector << MINI_SHIFT, 2 ** MINI_SHIFT);
    for (const [from, to] of ends) yield* filled(bytes.subarray(from, to));
  }
}

/** Sectors one behind the other, a view of `bytes` where they are so already. */
function gathered(bytes: Uint8Array, sectors: readonly number[], offsetOf: (sector: number) => number, sectorBytes: number, size: number): Uint8Array {
  if (sectors.length === 0) return bytes.subarray(0, 0);
  const start = offsetOf(sectors[0]);
  if (sectors.every((sector, i) => sector === sectors[0] + i)) return bytes.subarray(start, Math.min(bytes.length, start + Math.min(size, sectors.length * sectorBytes)));
  const pieces: Uint8Array[] = [];
  let left = size;
  for (const sector of sectors) {
    const piece = bytes.subarray(offsetOf(sector), Math.min(bytes.length, offsetOf(sector) + Math.min(left, sectorBytes)));
    pieces.push(piece);
    left -= piece.length;
  }
  return Buffer.concat(pieces);
}

function* stretches(bytes: Uint8Array, used: Uint8Array, offsetOf: (sector: number) => number, sectorBytes: number): Generator<Uint8Array> {
  for (let first = used.indexOf(0); first >= 0; first = used.indexOf(0, first)) {
    let last = used.indexOf(1, first);
    if (last < 0) last = used.length;
    yield* filled(bytes.subarray(offsetOf(first), Math.min(bytes.length, offsetOf(first) + (last - first) * sectorBytes)));
    first = last;
  }
}

function* filled(stretch: Uint8Array): Generator<Uint8Array> {
  if (stretch.some((byte) => byte !== 0 && byte !== 0xff)) yield stretch;
}

function clsidAt(bytes: Uint8Array, at: number): string {
  const clsid = Buffer.from(bytes.buffer, bytes.byteOffset + at, 16).toString("hex");
  return /^0*$/u.test(clsid) ? "" : clsid;
}

function storage(name: string, clsid: string, children: readonly CompoundEntry[]): CompoundStorage {
  return {
    kind: "storage", name, clsid, children,
    find: (wanted) => children.find((child) => child.name.toLowerCase() === wanted.toLowerCase()),
  };
}
