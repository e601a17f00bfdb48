/** Compound File Binary ([MS-CFB]): which streams and storages it holds. Enough to tell its many formats apart. */

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENTRY_BYTES = 128;
/** A directory longer than this is not walked to its end: the names that tell formats apart stand at its beginning. */
const MAX_ENTRIES = 4096;
const HEADER_DIFAT_ENTRIES = 109;
const END_OF_CHAIN = 0xfffffffe;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/**
 * Names of the streams and storages in directory order, [MS-CFB] 2.6. A broken chain ends the list early; nothing is thrown.
 */
export function compoundFileNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512 || !isCompoundFile(bytes)) return [];
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return [];
  const sectorBytes = 1 << shift;
  /** Sector 0 follows the header, which takes one sector. */
  const offsetOf = (sector: number): number => (sector + 1) * sectorBytes;
  const next = (sector: number): number => {
    const fat = Math.floor(sector / (sectorBytes / 4));
    // Past the header's own list of FAT sectors (6.8 MB of 512-byte sectors) chains are taken to run on in order.
    if (fat >= HEADER_DIFAT_ENTRIES) return sector + 1;
    const at = offsetOf(view.getUint32(76 + fat * 4, true)) + (sector % (sectorBytes / 4)) * 4;
    return at + 4 <= bytes.length ? view.getUint32(at, true) : END_OF_CHAIN;
  };
  const names: string[] = [];
  let sector = view.getUint32(48, true);
  for (let seen = 0; seen < MAX_ENTRIES && offsetOf(sector) + sectorBytes <= bytes.length; sector = next(sector)) {
    for (let at = offsetOf(sector); at < offsetOf(sector) + sectorBytes; at += ENTRY_BYTES, seen++) {
      const length = view.getUint16(at + 64, true);
      const type = bytes[at + 66];
      if (type === 0 || length < 2 || length > 64) continue;
      names.push(Buffer.from(bytes.buffer, bytes.byteOffset + at, length - 2).toString("utf16le"));
    }
  }
  return names;
}
