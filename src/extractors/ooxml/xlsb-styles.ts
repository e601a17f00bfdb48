/** What cell styles of a binary workbook do to numbers and to whether a cell can be seen ([MS-XLSB] 2.1.7.50). */
import type { CellStyles } from "../cells/binary.js";
import { builtInFormat, customFormat, shortest, showsNothing, type NumberFormat } from "../cells/number-format.js";
import { isTinyFont, TWIPS_A_POINT } from "../cells/sight.js";
import { biff12Records, wideString } from "./biff12.js";

const FONT = 43;
const FORMAT = 44;
const FILL = 45;
const XF = 47;
const BEGIN_CELL_FORMATS = 617;
const END_CELL_FORMATS = 618;

export function readBinaryStyles(part: Uint8Array, date1904: boolean): CellStyles {
  const codes = new Map<number, string>();
  const fonts: { readonly colour: string; readonly isTiny: boolean }[] = [];
  /** By fill: the colour of the cell, "" for a pattern of two. */
  const grounds: string[] = [];
  const shown: (NumberFormat | undefined)[] = [];
  const hidden: boolean[] = [];
  const made = new Map<number, NumberFormat | undefined>();
  let inCells = false;
  const reader = biff12Records(part);
  while (reader.next()) {
    const { type, bytes } = reader;
    if (type === BEGIN_CELL_FORMATS || type === END_CELL_FORMATS) inCells = type === BEGIN_CELL_FORMATS;
    else if (type === FORMAT && bytes.length >= 6) codes.set(bytes.readUInt16LE(0), wideString(bytes, 2).text);
    else if (type === FONT) fonts.push(bytes.length >= 20 ? { colour: colourOf(bytes, 12), isTiny: isTinyFont((bytes.readUInt16LE(0) || Infinity) / TWIPS_A_POINT) } : { colour: "", isTiny: false });
    else if (type === FILL) grounds.push(bytes.length >= 12 ? groundOf(bytes) : "");
    else if (type === XF && inCells && bytes.length >= 8) {
      const id = bytes.readUInt16LE(2);
      const code = codes.get(id);
      if (!made.has(id)) made.set(id, code === undefined ? builtInFormat(id, date1904) : customFormat(code, date1904));
      shown.push(made.get(id));
      const font = fonts.at(bytes.readUInt16LE(4));
      const isUnseen = font !== undefined && (font.isTiny || (font.colour !== "" && font.colour === grounds.at(bytes.readUInt16LE(6))));
      hidden.push(isUnseen || (code !== undefined && showsNothing(code)));
    }
  }
  return { show: (value, style) => (shown[style] ?? shortest)(value), hides: (style) => hidden[style] };
}

const INDEXED = 1;
const RGB = 2;
const THEME = 3;

const WHITE = "FFFFFF";
const NO_FILL = 0;
const SOLID = 1;

/** BrtFill ([MS-XLSB] 2.4.674): an empty cell is white, a solid one of its first colour. */
function groundOf(b: Buffer): string {
  const pattern = b.readUInt32LE(0);
  return pattern === NO_FILL ? WHITE : pattern === SOLID ? colourOf(b, 4) : "";
}

/** BrtColor ([MS-XLSB] 2.5.4) in one form for one colour: white by number, as the sheet's or the theme's background, or as itself; "" where it is left to the program. */
function colourOf(b: Buffer, at: number): string {
  const [index, tint] = [b[at + 1], b.readInt16LE(at + 2)];
  switch (b[at] >> 1) {
    case INDEXED:
      return [1, 9, 65].includes(index) ? WHITE : `index ${index}`;
    case RGB:
      return b.toString("hex", at + 4, at + 7).toUpperCase();
    case THEME:
      return index === 0 && tint === 0 ? WHITE : `theme ${index} ${tint}`;
    default:
      return "";
  }
}
