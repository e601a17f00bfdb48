/**
 * Writes a storage as a compound file of its own ([MS-CFB] version 4), so that an object embedded in an old Office document goes through
 * the same door as any file.
 */
import type { Budget } from "../contract.js";
import type { CompoundEntry, CompoundStorage } from "./cfb.js";

const SECTOR = 4096;
const MINI = 64;
const MINI_CUTOFF = 4096;
const ENTRY_BYTES = 128;
const HEADER_DIFAT_ENTRIES = 109;
const NUMBERS_A_SECTOR = SECTOR / 4;
const END = 0xfffffffe;
const NONE = 0xffffffff;
const FAT_SECTOR = 0xfffffffd;

interface Entry {
  readonly of: CompoundEntry;
  child: number;
  right: number;
  start: number;
  size: number;
}

/**
 * Streams that break off are written as far as they go.
 * @throws Unreadable "limit"
 */
export function compoundFileOf(storage: CompoundStorage, budget: Budget): Uint8Array {
  const entries = entriesOf(storage);
  const sectors: Uint8Array[] = [];
  const fat: number[] = [];
  const put = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return END;
    const first = fat.length;
    const count = Math.ceil(bytes.length / SECTOR);
    sectors.push(bytes, new Uint8Array(count * SECTOR - bytes.length));
    for (let i = 1; i < count; i++) fat.push(first + i);
    fat.push(END);
    return first;
  };
  const mini: Uint8Array[] = [];
  const miniFat: number[] = [];
  for (const entry of entries) {
    if (entry.of.kind !== "stream") continue;
    const { bytes } = entry.of.read();
    budget.expand(bytes.length);
    entry.size = bytes.length;
    if (bytes.length === 0) continue;
    if (bytes.length >= MINI_CUTOFF) {
      entry.start = put(bytes);
      continue;
    }
    entry.start = miniFat.length;
    const count = Math.ceil(bytes.length / MINI);
    mini.push(bytes, new Uint8Array(count * MINI - bytes.length));
    for (let i = 1; i < count; i++) miniFat.push(entry.start + i);
    miniFat.push(END);
  }
  const miniStream = Buffer.concat(mini);
  const [root] = entries;
  root.start = put(miniStream);
  root.size = miniStream.length;
  const miniFatStart = put(numbers(miniFat));
  const directory = put(Buffer.concat(entries.map((entry, i) => directoryEntry(entry, i === 0))));
  const fatStart = fat.length;
  // The table's own sectors stand in it too.
  const fatSectors = Math.ceil(fat.length / (NUMBERS_A_SECTOR - 1));
  for (let i = 0; i < fatSectors; i++) fat.push(FAT_SECTOR);
  sectors.push(numbers(fat));

  const header = Buffer.alloc(SECTOR);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, value] of [[24, 0x3e], [26, 4], [28, 0xfffe], [30, 12], [32, 6]]) header.writeUInt16LE(value, at);
  const directorySectors = Math.ceil((entries.length * ENTRY_BYTES) / SECTOR);
  const miniSectors = Math.ceil(miniFat.length / NUMBERS_A_SECTOR);
  for (const [at, value] of [[40, directorySectors], [44, fatSectors], [48, directory], [56, MINI_CUTOFF], [60, miniFatStart], [64, miniSectors], [68, END]]) header.writeUInt32LE(value, at);
  for (let i = 0; i < HEADER_DIFAT_ENTRIES; i++) header.writeUInt32LE(i < fatSectors ? fatStart + i : NONE, 76 + 4 * i);
  return Buffer.concat([header, ...sectors]);
}

/** Siblings hang to the right of each other: a tree no program would make, and every program can read. */
function entriesOf(storage: CompoundStorage): Entry[] {
  const entries: Entry[] = [];
  const add = (of: CompoundEntry): number => entries.push({ of, child: NONE, right: NONE, start: of.kind === "stream" ? END : 0, size: 0 }) - 1;
  const waiting = [add(storage)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const { of } = entries[id];
    if (of.kind !== "storage") continue;
    let before = -1;
    for (const child of of.children) {
      const own = add(child);
      if (before < 0) entries[id].child = own;
      else entries[before].right = own;
      before = own;
      waiting.push(own);
    }
  }
  return entries;
}

const ROOT_NAME = "Root Entry";

function directoryEntry({ of, child, right, start, size }: Entry, isRoot: boolean): Buffer {
  const bytes = Buffer.alloc(ENTRY_BYTES);
  const name = (isRoot ? ROOT_NAME : of.name).slice(0, 31);
  bytes.write(name, 0, "utf16le");
  bytes.writeUInt16LE(2 * name.length + 2, 64);
  bytes[66] = isRoot ? 5 : of.kind === "stream" ? 2 : 1;
  bytes[67] = 1;
  bytes.writeUInt32LE(NONE, 68);
  bytes.writeUInt32LE(right, 72);
  bytes.writeUInt32LE(child, 76);
  if (of.kind === "storage") bytes.write(of.clsid, 80, "hex");
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil(values.length / NUMBERS_A_SECTOR) * SECTOR, 0xff);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, 4 * i);
  return bytes;
}
