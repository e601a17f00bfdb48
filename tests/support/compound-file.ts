/** Compound files ([MS-CFB]) of empty streams: a header, one FAT sector and one directory chain. */

export type Storage = string | { readonly storage: string; readonly holds: readonly string[] };

const SECTOR = 512;
const NONE = 0xffffffff;

/** The directory is a chain to the right, which readers accept although it is no balanced tree. */
export function compoundFile(names: readonly Storage[]): Buffer {
  const entries: Buffer[] = [];
  const add = (name: string, type: number): number => {
    const entry = Buffer.alloc(128);
    entry.write(name, "utf16le");
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry[66] = type;
    for (const at of [68, 72, 76]) entry.writeUInt32LE(NONE, at);
    return entries.push(entry) - 1;
  };
  const fill = (parent: number, children: readonly Storage[]): void => {
    let last: number | undefined;
    for (const child of children) {
      const id = add(typeof child === "string" ? child : child.storage, typeof child === "string" ? 2 : 1);
      if (last === undefined) entries[parent].writeUInt32LE(id, 76);
      else entries[last].writeUInt32LE(id, 72);
      last = id;
      if (typeof child !== "string") fill(id, child.holds);
    }
  };
  fill(add("Root Entry", 5), names);
  while (entries.length % 4 !== 0) entries.push(Buffer.alloc(128));
  const directory = Buffer.concat(entries);
  const sectors = directory.length / SECTOR;

  const header = Buffer.alloc(SECTOR);
  header.write("d0cf11e0a1b11ae1", "hex");
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  for (const at of [60, 68]) header.writeUInt32LE(0xfffffffe, at);
  header.fill(0xff, 80);
  header.writeUInt32LE(0, 76);

  const fat = Buffer.alloc(SECTOR, 0xff);
  fat.writeUInt32LE(0xfffffffd, 0);
  for (let i = 1; i <= sectors; i++) fat.writeUInt32LE(i === sectors ? 0xfffffffe : i + 1, i * 4);
  return Buffer.concat([header, fat, directory]);
}
