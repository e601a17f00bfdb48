/** Enhanced metafiles ([MS-EMF], [MS-EMFPLUS]): every string that is drawn, with its place, and whether pixels are drawn too. */
import type { Budget } from "../../contract.js";
import type { DrawnText } from "./lines.js";

export interface Metafile {
  readonly drawn: readonly DrawnText[];
  /** What its program wrote about it. */
  readonly description: string;
  readonly height: number;
  /** Pixels, or glyphs by number: what they say cannot be read here. */
  readonly hasPixels: boolean;
  readonly hasGlyphs: boolean;
  /** Ended before its last record. */
  readonly isCut: boolean;
  /** Where the records end. */
  readonly end: number;
}

const END_OF_FILE = 14;
const COMMENT = 70;
const TEXT_8_BIT = 83;
const TEXT = 84;
const POLY_TEXT_8_BIT = 96;
const POLY_TEXT = 97;
const SMALL_TEXT = 108;
const FONT = 82;
const SELECT = 37;
/** [MS-EMF] 2.3.1: bitmap records that carry pixels. */
const BITMAPS = new Set([76, 77, 78, 79, 80, 81, 114, 116]);
const GLYPH_INDEX = 0x10;
const NO_RECTANGLE = 0x100;
const SMALL_CHARACTERS = 0x200;
const EMF_PLUS = 0x2b464d45;
const PLUS_DRAW_STRING = 0x401c;
const PLUS_DRAW_DRIVER_STRING = 0x4036;
const PLUS_DRAW_IMAGE = new Set([0x401a, 0x401b]);
const RECORDS_A_TICK = 5000;

/** @param decode bytes of a font's character set. Linear; what lies outside its record is left out */
export function readEmf(bytes: Uint8Array, budget: Budget, decode: (bytes: Uint8Array, charset: number) => string): Metafile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const drawn: DrawnText[] = [];
  const drawnByPlus: DrawnText[] = [];
  const fonts = new Map<number, number>();
  let [hasPixels, hasGlyphs, isCut, charset, at, records] = [false, false, true, 0, 0, 0];
  const u32 = (offset: number): number => (offset + 4 <= bytes.length ? view.getUint32(offset, true) : 0);
  const i32 = (offset: number): number => u32(offset) | 0;
  const wide = (from: number, count: number, end: number): string => Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, Math.min(count * 2, end - from))).toString("utf16le").replaceAll("\0", "");
  const put = (x: number, y: number, text: string, to = drawn): void => {
    if (text.trim() !== "") to.push({ x, y, text });
  };

  /** EmrText, 2.2.5: a place, a count, and where the string begins in its record. */
  function text(record: number, at44: number, end: number, isWide: boolean): void {
    const [count, offset, options] = [u32(at44 + 8), u32(at44 + 12), u32(at44 + 16)];
    if (offset < 8 || record + offset > end || count === 0) return;
    if ((options & GLYPH_INDEX) !== 0) {
      hasGlyphs = true;
      return;
    }
    const from = record + offset;
    put(i32(at44), i32(at44 + 4), isWide ? wide(from, count, end) : decode(bytes.subarray(from, Math.min(end, from + count)), charset));
  }

  function smallText(record: number, end: number): void {
    const [count, options] = [u32(record + 16), u32(record + 20)];
    const from = record + 36 + ((options & NO_RECTANGLE) === 0 ? 16 : 0);
    if ((options & GLYPH_INDEX) !== 0) hasGlyphs = true;
    else if (from <= end) put(i32(record + 8), i32(record + 12), (options & SMALL_CHARACTERS) !== 0 ? decode(bytes.subarray(from, Math.min(end, from + count)), charset) : wide(from, count, end));
  }

  /** EMF+ records lie in comments; programs that know them draw these and not the others. */
  function plus(from: number, end: number): void {
    for (let record = from; record + 12 <= end; ) {
      const type = view.getUint16(record, true);
      const size = u32(record + 4);
      if (size < 12 || record + size > end) return;
      if (type === PLUS_DRAW_STRING) put(view.getFloat32(Math.min(record + 24, end - 4), true), view.getFloat32(Math.min(record + 28, end - 4), true), wide(record + 40, u32(record + 20), record + size), drawnByPlus);
      else if (type === PLUS_DRAW_DRIVER_STRING) {
        // By characters where the first option says so, else by glyphs.
        if ((u32(record + 16) & 1) === 0) hasGlyphs = true;
        else put(0, drawnByPlus.length, wide(record + 28, u32(record + 24), record + size), drawnByPlus);
      } else if (PLUS_DRAW_IMAGE.has(type)) hasPixels = true;
      record += size;
    }
  }

  while (at + 8 <= bytes.length) {
    if (++records % RECORDS_A_TICK === 0) budget.tick();
    const type = u32(at);
    const size = u32(at + 4);
    const end = at + size;
    if (size < 8 || end > bytes.length) break;
    if (type === TEXT || type === TEXT_8_BIT) text(at, at + 36, end, type === TEXT);
    else if (type === POLY_TEXT || type === POLY_TEXT_8_BIT) for (let i = 0, one = at + 40; i < u32(at + 36) && one + 40 <= end; i++, one += 40) text(at, one, end, type === POLY_TEXT);
    else if (type === SMALL_TEXT) smallText(at, end);
    else if (type === COMMENT && u32(at + 12) === EMF_PLUS) plus(at + 16, Math.min(end, at + 12 + u32(at + 8)));
    else if (type === FONT && at + 36 <= end) fonts.set(u32(at + 8), bytes[at + 12 + 23]);
    else if (type === SELECT) charset = fonts.get(u32(at + 8)) ?? charset;
    // A bitmap record may have no bitmap: it fills a rectangle.
    else if (BITMAPS.has(type) && size > 200) hasPixels = true;
    at = end;
    if (type === END_OF_FILE) {
      isCut = false;
      break;
    }
  }
  const description = wide(u32(64), u32(60), Math.min(bytes.length, u32(4)));
  // Most files say everything twice: in EMF+ and, for other programs, in plain records.
  const known = new Set(drawn.map((one) => one.text.trim()));
  drawn.push(...drawnByPlus.filter((one) => !known.has(one.text.trim())));
  return { drawn, description, height: i32(20) - i32(12), hasPixels, hasGlyphs, isCut, end: at };
}
