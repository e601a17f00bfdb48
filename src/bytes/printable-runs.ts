/** Readable stretches of bytes whose format nobody reads: printer settings, binary workbooks. */

/** Shorter stretches are chance. */
const MIN_CHARACTERS = 4;

/** ASCII and UTF-16LE text of at least four characters, one stretch a line, as `strings` and `strings -el` would list them. */
export function printableRuns(bytes: Uint8Array): string {
  const lines: string[] = [];
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = 0;
  for (let i = 0; i <= b.length; i++) {
    if (i < b.length && isPrintable(b[i])) continue;
    if (i - start >= MIN_CHARACTERS) lines.push(b.toString("latin1", start, i));
    start = i + 1;
  }
  for (const phase of [0, 1]) {
    start = phase;
    for (let i = phase; i + 1 <= b.length; i += 2) {
      if (i + 1 < b.length && isWidePrintable(b[i] | (b[i + 1] << 8))) continue;
      if ((i - start) / 2 >= MIN_CHARACTERS) lines.push(b.toString("utf16le", start, i));
      start = i + 2;
    }
  }
  return lines.join("\n");
}

const isPrintable = (byte: number): boolean => (byte >= 0x20 && byte < 0x7f) || byte === 0x09;

/** ASCII, Latin-1, kana, full-width forms and the usual ideographs: which pairs of ASCII bytes are too, so ASCII text comes twice. */
function isWidePrintable(unit: number): boolean {
  if (unit < 0x80) return isPrintable(unit);
  return (unit >= 0xa0 && unit <= 0xff) || (unit >= 0x3000 && unit <= 0x30ff) || (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xff01 && unit <= 0xff9f);
}
