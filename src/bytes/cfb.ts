/** Compound File Binary ([MS-CFB]): which streams and storages it holds. Enough to tell its many formats apart. */

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENTRY_BYTES = 128;
const LEFT_SIBLING = 68;
const RIGHT_SIBLING = 72;
const CHILD = 76;
/** A directory longer than this (or one whose chain is a ring) is not followed to its end. */
const MAX_SECTORS = 4096;
const HEADER_DIFAT_ENTRIES = 109;
const END_OF_CHAIN = 0xfffffffe;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/**
 * Names of the streams and storages directly under the root, in lower case ([MS-CFB] 2.6: compared without regard to case):
 * those of an embedded object stand deeper and say nothing of the file. A broken directory gives fewer names; nothing is thrown.
 */
export function compoundFileNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512 || !isCompoundFile(bytes)) return [];
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return [];
  const sectors = directorySectors(view, 1 << shift);
  const perSector = (1 << shift) / ENTRY_BYTES;
  /** Where an entry of the directory stands; undefined for none (0xffffffff) and for what is not there. */
  const entryAt = (id: number): number | undefined => {
    const sector = sectors[Math.floor(id / perSector)];
    return sector === undefined ? undefined : sector + (id % perSector) * ENTRY_BYTES;
  };
  const root = entryAt(0);
  if (root === undefined) return [];
  const names: string[] = [];
  const seen = new Set<number>();
  const waiting = [view.getUint32(root + CHILD, true)];
  while (waiting.length > 0) {
    const id = waiting.pop() ?? 0;
    const at = entryAt(id);
    if (at === undefined || seen.has(id)) continue;
    seen.add(id);
    const length = view.getUint16(at + 64, true);
    if (length >= 2 && length <= 64) names.push(Buffer.from(bytes.buffer, bytes.byteOffset + at, length - 2).toString("utf16le").toLowerCase());
    waiting.push(view.getUint32(at + LEFT_SIBLING, true), view.getUint32(at + RIGHT_SIBLING, true));
  }
  return names;
}

/** Offsets of the directory's sectors in the order of its chain. */
function directorySectors(view: DataView, sectorBytes: number): number[] {
  /** Sector 0 follows the header, which takes one sector. */
  const offsetOf = (sector: number): number => (sector + 1) * sectorBytes;
  const next = (sector: number): number => {
    const fat = Math.floor(sector / (sectorBytes / 4));
    // Past the header's own list of FAT sectors (6.8 MB of 512-byte sectors) chains are taken to run on in order.
    if (fat >= HEADER_DIFAT_ENTRIES) return sector + 1;
    const at = offsetOf(view.getUint32(76 + fat * 4, true)) + (sector % (sectorBytes / 4)) * 4;
    return at + 4 <= view.byteLength ? view.getUint32(at, true) : END_OF_CHAIN;
  };
  const sectors: number[] = [];
  let sector = view.getUint32(48, true);
  while (sectors.length < MAX_SECTORS && offsetOf(sector) + sectorBytes <= view.byteLength) {
    sectors.push(offsetOf(sector));
    sector = next(sector);
  }
  return sectors;
}
