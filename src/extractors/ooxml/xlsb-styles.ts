/** What cell styles of a binary workbook do to numbers and to whether a cell can be seen ([MS-XLSB] 2.1.7.50). */
import type { CellStyles } from "../cells/binary.js";
import { builtInFormat, customFormat, shortest, showsNothing, type NumberFormat } from "../cells/number-format.js";
import { biff12Records, wideString } from "./biff12.js";

const FONT = 43;
const FORMAT = 44;
const FILL = 45;
const XF = 47;
const BEGIN_CELL_FORMATS = 617;
const END_CELL_FORMATS = 618;

export function readBinaryStyles(part: Uint8Array, date1904: boolean): CellStyles {
  const codes = new Map<number, string>();
  const isWhite: boolean[] = [];
  const isEmpty: boolean[] = [];
  const shown: (NumberFormat | undefined)[] = [];
  const hidden: boolean[] = [];
  const made = new Map<number, NumberFormat | undefined>();
  let inCells = false;
  const reader = biff12Records(part);
  while (reader.next()) {
    const { type, bytes } = reader;
    if (type === BEGIN_CELL_FORMATS || type === END_CELL_FORMATS) inCells = type === BEGIN_CELL_FORMATS;
    else if (type === FORMAT && bytes.length >= 6) codes.set(bytes.readUInt16LE(0), wideString(bytes, 2).text);
    else if (type === FONT) isWhite.push(bytes.length >= 20 && isWhiteColour(bytes, 12));
    else if (type === FILL) isEmpty.push(bytes.length >= 4 && bytes.readUInt32LE(0) === 0);
    else if (type === XF && inCells && bytes.length >= 8) {
      const id = bytes.readUInt16LE(2);
      const code = codes.get(id);
      if (!made.has(id)) made.set(id, code === undefined ? builtInFormat(id, date1904) : customFormat(code, date1904));
      shown.push(made.get(id));
      hidden.push((isWhite[bytes.readUInt16LE(4)] && isEmpty[bytes.readUInt16LE(6)]) || (code !== undefined && showsNothing(code)));
    }
  }
  return { show: (value, style) => (shown[style] ?? shortest)(value), hides: (style) => hidden[style] };
}

const INDEXED = 1;
const RGB = 2;
const THEME = 3;

/** BrtColor ([MS-XLSB] 2.5.4): indexed white, the sheet's background, white itself, or the theme's untinted background. */
function isWhiteColour(b: Buffer, at: number): boolean {
  switch (b[at] >> 1) {
    case INDEXED:
      return [1, 9, 65].includes(b[at + 1]);
    case RGB:
      return b[at + 4] === 0xff && b[at + 5] === 0xff && b[at + 6] === 0xff;
    case THEME:
      return b[at + 1] === 0 && b.readInt16LE(at + 2) === 0;
    default:
      return false;
  }
}
