/** The start tag of a cell: where it stands, its style and its type (CT_Cell, ECMA-376 part 1, 18.3.1.4). */
import { typeNamed, NUMBER, SHARED } from "./xlsx-cell-values.js";
import { APOSTROPHE, EQUALS, GREATER, isSpace, QUOTE, SLASH, tagClose } from "./tags.js";

/** The cell being read. Rows and columns count from 0; -1 before the first. */
export interface CellHead {
  row: number;
  column: number;
  style: number;
  type: number;
}

/** Excel has 16,384 columns; a reference beyond three letters is none. */
export const MAX_COLUMNS = 18_278;
export const MAX_ROW = 2 ** 30;
const ZERO = 0x30;
const NINE = 0x39;
const LOWER_R = 0x72;
const LOWER_S = 0x73;
const LOWER_T = 0x74;

/**
 * Reads the attributes into `head`; without a reference the cell stands right of the one before.
 * @param from behind the tag's name
 * @returns the position behind ">", or -1 if that does not come before `end`
 */
export function readCellHead(head: CellHead, b: Buffer, from: number, end: number): number {
  let p = from;
  head.style = 0;
  head.type = NUMBER;
  head.column++;
  while (p < end) {
    const byte = b[p];
    if (byte === GREATER) return p + 1;
    if (byte === SLASH || isSpace(byte)) {
      p++;
      continue;
    }
    const quote = b[p + 2];
    if (b[p + 1] !== EQUALS || (quote !== QUOTE && quote !== APOSTROPHE)) {
      // A longer name, or spaces around "=".
      const close = tagClose(b, p, end);
      if (close < 0) return -1;
      let equals = p;
      while (equals < close && b[equals] !== EQUALS) equals++;
      let start = equals + 1;
      while (isSpace(b[start])) start++;
      let stop = start + 1;
      while (stop < close && b[stop] !== b[start]) stop++;
      if (stop >= close) return close + 1;
      const name = b.toString("latin1", p, equals).trim();
      if (name === "r") readReference(head, b, start + 1);
      else if (name === "s") head.style = digitsAt(b, start + 1);
      else if (name === "t") head.type = typeNamed(b.toString("latin1", start + 1, stop));
      p = stop + 1;
      continue;
    }
    p += 3;
    const start = p;
    while (p < end && b[p] !== quote) p++;
    if (p >= end) return -1;
    if (byte === LOWER_R) readReference(head, b, start);
    else if (byte === LOWER_S) head.style = digitsAt(b, start);
    else if (byte === LOWER_T) head.type = p === start + 1 && b[start] === LOWER_S ? SHARED : typeNamed(b.toString("latin1", start, p));
    p++;
  }
  return -1;
}

export function digitsAt(b: Buffer, start: number): number {
  let number = 0;
  for (let p = start; b[p] >= ZERO && b[p] <= NINE && number < MAX_ROW; p++) number = number * 10 + b[p] - ZERO;
  return number;
}

/** "B12" is where the cell stands, whatever the row around it says. */
function readReference(head: CellHead, b: Buffer, start: number): void {
  let p = start;
  let letters = 0;
  for (;;) {
    const letter = (b[p] & 0xdf) - 0x40;
    if (b[p] < 0x41 || letter < 1 || letter > 26 || letters >= MAX_COLUMNS) break;
    letters = letters * 26 + letter;
    p++;
  }
  if (letters > 0 && letters <= MAX_COLUMNS) head.column = letters - 1;
  const digits = digitsAt(b, p);
  if (digits > 0) head.row = Math.min(MAX_ROW, digits) - 1;
}
