/** Windows metafiles ([MS-WMF]): 16-bit drawing instructions, text in the code page of the font that is in use. */
import type { Budget } from "../../contract.js";
import type { Metafile } from "./emf.js";
import type { DrawnText } from "./lines.js";

const PLACEABLE = 0x9ac6cdd7;
const PLACEABLE_BYTES = 22;
const END_OF_FILE = 0x0000;
const TEXT_OUT = 0x0521;
const EXT_TEXT_OUT = 0x0a32;
const CREATE_FONT = 0x02fb;
/** Records that carry pixels: bit and device-independent bitmaps. */
const BITMAPS = new Set([0x0922, 0x0940, 0x0b23, 0x0b41, 0x0d33, 0x0f43]);
const HAS_RECTANGLE = 0x0006;
const GLYPH_INDEX = 0x0010;
const RECORDS_A_TICK = 5000;

/** As `readEmf` does. Which font is in use is not followed: the last one made is taken, as nearly all files use one character set. */
export function readWmf(bytes: Uint8Array, budget: Budget, decode: (bytes: Uint8Array, charset: number) => string): Metafile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const drawn: DrawnText[] = [];
  const isPlaceable = bytes.length >= PLACEABLE_BYTES && view.getUint32(0, true) === PLACEABLE;
  const header = isPlaceable ? PLACEABLE_BYTES : 0;
  const i16 = (offset: number): number => (offset + 2 <= bytes.length ? view.getInt16(offset, true) : 0);
  const u16 = (offset: number): number => i16(offset) & 0xffff;
  let at = header + 2 * u16(header + 2);
  let [hasPixels, hasGlyphs, isCut, charset, records] = [false, false, true, 0, 0];
  let [top, bottom] = [0, 0];
  const put = (x: number, y: number, from: number, count: number, end: number): void => {
    const text = decode(bytes.subarray(from, Math.min(end, from + count)), charset);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    if (text.trim() !== "") drawn.push({ x, y, text });
  };
  while (at + 6 <= bytes.length) {
    if (++records % RECORDS_A_TICK === 0) budget.tick();
    const size = 2 * view.getUint32(at, true);
    const type = u16(at + 4);
    const end = at + size;
    if (size < 6 || end > bytes.length) break;
    if (type === TEXT_OUT) {
      const count = u16(at + 6);
      const place = at + 8 + count + (count & 1);
      put(i16(place + 2), i16(place), at + 8, count, end);
    } else if (type === EXT_TEXT_OUT) {
      const [count, options] = [u16(at + 10), u16(at + 12)];
      if ((options & GLYPH_INDEX) !== 0) hasGlyphs = true;
      else put(i16(at + 8), i16(at + 6), at + 14 + ((options & HAS_RECTANGLE) !== 0 ? 8 : 0), count, end);
    } else if (type === CREATE_FONT && at + 20 <= end) charset = bytes[at + 6 + 13];
    else if (BITMAPS.has(type) && size > 40) hasPixels = true;
    at = end;
    if (type === END_OF_FILE) {
      isCut = false;
      break;
    }
  }
  return { drawn, description: "", height: bottom - top, hasPixels, hasGlyphs, isCut, end: at };
}
