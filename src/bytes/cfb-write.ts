/**
 * Makes a compound file of one storage ([MS-CFB]): an object embedded in an old Office document is a storage among others there, and a
 * file of its own for whoever reads it further.
 */
import type { CompoundEntry, CompoundStorage } from "./cfb.js";

/** Version 4: its sectors are so large that the header's own list of table sectors is enough for 457 MB. */
const SECTOR_BYTES = 4096;
const MINI_BYTES = 64;
const MINI_CUTOFF = 4096;
const ENTRY_BYTES = 128;
const NONE = 0xffffffff;
const END = 0xfffffffe;
const TABLE = 0xfffffffd;

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly clsid: string;
  readonly content: Uint8Array;
  child: number;
  right: number;
  start: number;
}

/** The directory is a chain to the right, which readers accept although it is no balanced tree. */
export function writeCompoundFile(storage: CompoundStorage): Uint8Array {
  const entries = directoryOf(storage);
  const mini: Uint8Array[] = [];
  const miniTable: number[] = [];
  const sectors: Uint8Array[] = [];
  const table: number[] = [];
  /** @returns the first sector */
  const store = (content: Uint8Array): number => {
    const first = sectors.length;
    for (let at = 0; at < content.length; at += SECTOR_BYTES) {
      sectors.push(content.subarray(at, at + SECTOR_BYTES));
      table.push(at + SECTOR_BYTES < content.length ? sectors.length : END);
    }
    return content.length === 0 ? END : first;
  };
  for (const entry of entries) {
    const { content } = entry;
    if (entry.type !== 2 || content.length === 0) continue;
    if (content.length >= MINI_CUTOFF) {
      entry.start = store(content);
      continue;
    }
    entry.start = miniTable.length;
    for (let at = 0; at < content.length; at += MINI_BYTES) {
      mini.push(padded(content.subarray(at, at + MINI_BYTES), MINI_BYTES));
      miniTable.push(at + MINI_BYTES < content.length ? miniTable.length + 1 : END);
    }
  }
  const miniStream = Buffer.concat(mini);
  entries[0].start = store(miniStream);
  const miniTableStart = store(numbers(miniTable));
  const directoryStart = store(Buffer.concat(entries.map((entry, i) => entryBytes(entry, i === 0 ? miniStream.length : entry.content.length))));
  const tableSectors = Math.ceil((table.length + Math.ceil(table.length / (SECTOR_BYTES / 4 - 1))) / (SECTOR_BYTES / 4));
  const tableStart = sectors.length;
  for (let i = 0; i < tableSectors; i++) table.push(TABLE);
  const tableBytes = padded(numbers(table), tableSectors * SECTOR_BYTES, 0xff);

  const header = Buffer.alloc(SECTOR_BYTES);
  header.write("d0cf11e0a1b11ae1", "hex");
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(4, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(12, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tableSectors, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(MINI_CUTOFF, 56);
  header.writeUInt32LE(miniTable.length === 0 ? END : miniTableStart, 60);
  header.writeUInt32LE(Math.ceil((miniTable.length * 4) / SECTOR_BYTES), 64);
  header.writeUInt32LE(END, 68);
  header.fill(0xff, 76, 512);
  for (let i = 0; i < Math.min(tableSectors, 109); i++) header.writeUInt32LE(tableStart + i, 76 + i * 4);
  return Buffer.concat([header, ...sectors.map((sector) => padded(sector, SECTOR_BYTES)), tableBytes]);
}

/** Without recursion: storages may be nested as deep as there are entries. */
function directoryOf(storage: CompoundStorage): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [{ name: "Root Entry", type: 5, clsid: storage.clsid, content: new Uint8Array(0), child: NONE, right: NONE, start: END }];
  const waiting: [owner: number, children: readonly CompoundEntry[]][] = [[0, storage.children]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [owner, children] = next;
    let last: number | undefined;
    for (const child of children) {
      const isStream = child.kind === "stream";
      const content = isStream ? child.read().bytes : new Uint8Array(0);
      const id = entries.push({ name: child.name, type: isStream ? 2 : 1, clsid: isStream ? "" : child.clsid, content, child: NONE, right: NONE, start: isStream ? END : 0 }) - 1;
      if (last === undefined) entries[owner].child = id;
      else entries[last].right = id;
      last = id;
      if (!isStream) waiting.push([id, child.children]);
    }
  }
  return entries;
}

function entryBytes({ name, type, clsid, child, right, start }: DirectoryEntry, size: number): Buffer {
  const entry = Buffer.alloc(ENTRY_BYTES);
  const written = entry.write(name.slice(0, 31), "utf16le");
  entry.writeUInt16LE(written + 2, 64);
  entry[66] = type;
  entry[67] = 1;
  entry.writeUInt32LE(NONE, 68);
  entry.writeUInt32LE(right, 72);
  entry.writeUInt32LE(child, 76);
  entry.write(clsid, 80, "hex");
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes;
}

function padded(bytes: Uint8Array, size: number, fill = 0): Uint8Array {
  if (bytes.length === size) return bytes;
  const whole = Buffer.alloc(size, fill);
  whole.set(bytes);
  return whole;
}
