/** Readable stretches of bytes whose format nobody reads: printer settings, binary workbooks. */
import { COMMON_KANJI, FURTHER_KANJI, NAME_KANJI } from "../text/encoding/common-characters.js";

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
    for (let i = phase; i < b.length + 2; i += 2) {
      if (i + 1 < b.length && isWidePrintable(b[i] | (b[i + 1] << 8))) continue;
      if ((i - start) / 2 >= MIN_CHARACTERS) {
        const text = b.toString("utf16le", start, i);
        if (isPlausible(text)) lines.push(text);
      }
      start = i + 2;
    }
  }
  return lines.join("\n");
}

const isPrintable = (byte: number): boolean => (byte >= 0x20 && byte < 0x7f) || byte === 0x09;

/** ASCII, Latin-1, kana, full-width forms and the usual ideographs. */
function isWidePrintable(unit: number): boolean {
  if (unit < 0x80) return isPrintable(unit);
  return (unit >= 0xa0 && unit <= 0xff) || (unit >= 0x3000 && unit <= 0x30ff) || (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xff01 && unit <= 0xff9f);
}

/**
 * Any two bytes may be an ideograph: pairs of ASCII letters are, and so is most of what is no text. Three in ten ideographs are in
 * Japanese use, so that a run of nothing else is no chance; where all are pairs of ASCII letters (田中幸子 is "0u-Nx^P["), only one in ten
 * is common enough.
 */
function isPlausible(text: string): boolean {
  let allPairs = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isPrintable(unit & 0xff) || !isPrintable(unit >> 8)) allPairs = false;
    if (unit >= 0x4e00 && unit <= 0x9fff && !japaneseIdeographs().has(unit)) return false;
  }
  return !allPairs || Array.from(text).every((character) => commonKanji().has(character));
}

let common: ReadonlySet<string> | undefined;
const commonKanji = (): ReadonlySet<string> => (common ??= new Set(Array.from(COMMON_KANJI + FURTHER_KANJI + NAME_KANJI)));

let ideographs: ReadonlySet<number> | undefined;

/** JIS X 0208 and the extensions of Windows, as its decoder knows them. */
function japaneseIdeographs(): ReadonlySet<number> {
  if (ideographs !== undefined) return ideographs;
  const pairs: number[] = [];
  for (let lead = 0x88; lead <= 0xfc; lead++) for (let trail = 0x40; trail <= 0xfc; trail++) pairs.push(lead, trail, 0x0a);
  const found = new Set<number>();
  for (const character of new TextDecoder("shift_jis").decode(Uint8Array.from(pairs))) if (character >= "\u4e00" && character <= "\u9fff") found.add(character.charCodeAt(0));
  return (ideographs = found);
}
