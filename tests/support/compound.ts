/** Compound files ([MS-CFB]) for tests: version 3, sectors of 512 bytes, small streams in the mini stream. */

export type CompoundTree = { readonly [name: string]: Uint8Array | CompoundTree };

export interface CompoundParts {
  /** Written to the directory, and listed by no storage. */
  readonly orphans?: Readonly<Record<string, Uint8Array>>;
  /** Put into a sector that belongs to nothing. */
  readonly free?: Uint8Array;
}

/** Streams that are only there. */
export const emptyStreams = (...names: readonly string[]): CompoundTree => Object.fromEntries(names.map((name) => [name, new Uint8Array(0)]));

const SECTOR = 512;
const MINI = 64;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const FAT = 0xfffffffd;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly data?: Uint8Array;
  child: number;
  right: number;
  start: number;
  size: number;
}

export function compoundFile(tree: CompoundTree, { orphans = {}, free }: CompoundParts = {}): Buffer {
  const entries: Entry[] = [{ name: "Root Entry", type: 5, child: FREE, right: FREE, start: END, size: 0 }];
  const fill = (owner: Entry, children: CompoundTree): void => {
    let before: Entry | undefined;
    for (const [name, data] of Object.entries(children)) {
      const isStream = data instanceof Uint8Array;
      const entry: Entry = { name, type: isStream ? 2 : 1, child: FREE, right: FREE, start: END, size: 0, ...(isStream && { data }) };
      const id = entries.push(entry) - 1;
      if (before === undefined) owner.child = id;
      else before.right = id;
      before = entry;
      if (!isStream) fill(entry, data);
    }
  };
  fill(entries[0], tree);
  for (const [name, data] of Object.entries(orphans)) entries.push({ name, type: 2, data, child: FREE, right: FREE, start: END, size: 0 });

  const sectors: Buffer[] = [];
  const fat: number[] = [];
  const put = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return END;
    const first = sectors.length;
    for (let at = 0; at < bytes.length; at += SECTOR) {
      const sector = Buffer.alloc(SECTOR);
      sector.set(bytes.subarray(at, at + SECTOR));
      fat.push(sectors.push(sector));
    }
    fat[fat.length - 1] = END;
    return first;
  };
  const mini: Buffer[] = [];
  const miniFat: number[] = [];
  for (const entry of entries) {
    if (entry.data === undefined) continue;
    entry.size = entry.data.length;
    if (entry.size === 0) continue;
    if (entry.size >= 4096) {
      entry.start = put(entry.data);
      continue;
    }
    entry.start = miniFat.length;
    for (let at = 0; at < entry.size; at += MINI) {
      const piece = Buffer.alloc(MINI);
      piece.set(entry.data.subarray(at, at + MINI));
      mini.push(piece);
      miniFat.push(miniFat.length + 1);
    }
    miniFat[miniFat.length - 1] = END;
  }
  const miniStream = Buffer.concat(mini);
  entries[0].start = put(miniStream);
  entries[0].size = miniStream.length;
  const miniFatStart = put(table(miniFat));
  if (free !== undefined) {
    sectors.push(Buffer.concat([free, Buffer.alloc(SECTOR)]).subarray(0, SECTOR));
    fat.push(FREE);
  }
  const directoryStart = put(Buffer.concat(entries.map(directoryEntry)));
  const fatSectors = Math.ceil((fat.length + 1) / (SECTOR / 4 - 1));
  const fatStart = sectors.length;
  for (let i = 0; i < fatSectors; i++) fat.push(FAT);

  const header = Buffer.alloc(SECTOR);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, value] of [[24, 0x3e], [26, 3], [28, 0xfffe], [30, 9], [32, 6]]) header.writeUInt16LE(value, at);
  for (const [at, value] of [[44, fatSectors], [48, directoryStart], [56, 4096], [60, miniFatStart], [64, miniFat.length === 0 ? 0 : Math.ceil(miniFat.length / 128)], [68, END]]) header.writeUInt32LE(value, at);
  for (let i = 0; i < 109; i++) header.writeUInt32LE(i < fatSectors ? fatStart + i : FREE, 76 + 4 * i);
  return Buffer.concat([header, ...sectors, table(fat)]);
}

function table(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil((numbers.length * 4) / SECTOR) * SECTOR, 0xff);
  for (const [i, number] of numbers.entries()) bytes.writeUInt32LE(number, 4 * i);
  return bytes;
}

function directoryEntry({ name, type, child, right, start, size }: Entry): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, "utf16le");
  bytes.writeUInt16LE(2 * name.length + 2, 64);
  bytes[66] = type;
  bytes[67] = 1;
  bytes.writeUInt32LE(FREE, 68);
  bytes.writeUInt32LE(right, 72);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}
