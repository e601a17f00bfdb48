/** UTF-7 (RFC 2152): out of use except to carry text past filters, and some readers still obey it. */

const DIRECT_PLUS = 0x2b;
const END = 0x2d;

function sextet(byte: number): number {
  if (byte >= 0x41 && byte <= 0x5a) return byte - 0x41;
  if (byte >= 0x61 && byte <= 0x7a) return byte - 0x61 + 26;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30 + 52;
  if (byte === 0x2b) return 62;
  if (byte === 0x2f) return 63;
  return -1;
}

/** What means nothing in UTF-7 stays as it is; it never fails. @param bytes or the units of a text that has more than ASCII */
export function decodeUtf7(bytes: Uint8Array | Uint16Array): string {
  const units = new Uint16Array(bytes.length);
  let size = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== DIRECT_PLUS) {
      units[size++] = bytes[i];
      continue;
    }
    if (bytes[i + 1] === END) {
      units[size++] = DIRECT_PLUS;
      i++;
      continue;
    }
    const plus = i;
    const before = size;
    let bits = 0;
    let held = 0;
    for (let value = sextet(bytes[i + 1]); value >= 0; value = sextet(bytes[++i + 1])) {
      held = ((held << 6) | value) & 0xfffff;
      bits += 6;
      if (bits >= 16) {
        bits -= 16;
        units[size++] = (held >>> bits) & 0xffff;
      }
    }
    // "+81 90": a plus sign that shifts nothing.
    if (size === before) for (let at = plus; at <= i; at++) units[size++] = bytes[at];
    else if (bytes[i + 1] === END) i++;
  }
  return Buffer.from(units.buffer, 0, size * 2).toString("utf16le");
}
