/** AppleSingle and AppleDouble (RFC 1740, appendices A and B): what a Macintosh file is besides its bytes, or with them. */
const MAGIC = new Set([0x00051600, 0x00051607]);
const HEADER_BYTES = 26;
const ENTRY_BYTES = 12;

/** The entries' contents; undefined for what is none. What lies outside the bytes is left out. */
export function appleEntries(bytes: Uint8Array): Uint8Array[] | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!MAGIC.has(view.getUint32(0))) return undefined;
  const found: Uint8Array[] = [];
  const count = Math.min(view.getUint16(24), Math.floor((bytes.length - HEADER_BYTES) / ENTRY_BYTES));
  for (let i = 0; i < count; i++) {
    const at = HEADER_BYTES + i * ENTRY_BYTES;
    const content = bytes.subarray(view.getUint32(at + 4), view.getUint32(at + 4) + view.getUint32(at + 8));
    if (content.length > 0) found.push(content);
  }
  return found;
}
