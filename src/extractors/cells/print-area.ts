/** Which cells a printout shows, as each format writes it. No range: all of them, or nobody here can tell which. */
import type { CellRange } from "../../contract.js";
import { TOKEN_SIZES } from "./formula-tokens.js";

const MAX_RANGES = 1000;
/** "Sheet1!$A$1:$D$20", "'A,B'!$A:$D", "Sheet1!$1:$20". */
const A1 = /^(?:'(?:[^']|'')*'|[^'!]*)!\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/u;
/** "Sheet1!R1C1:R20C4", "'A,B'!C1:C4", "Sheet1!R1:R20" (XML Spreadsheet Reference, `ss:RefersTo`). */
const R1C1 = /^(?:'(?:[^']|'')*'|[^'!]*)!(?:R(\d{1,7}))?(?:C(\d{1,5}))?(?::(?:R(\d{1,7}))?(?:C(\d{1,5}))?)?$/u;
/** "Sheet1.A1:Sheet1.D20", "$'A B'.$A$1:.$D$20" (ODF 1.3 part 3, 18.3.1 cellRangeAddress). */
const DOTTED = /^(?:\$?(?:'(?:[^']|'')*'|[^'.]*)\.)?\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::(?:\$?(?:'(?:[^']|'')*'|[^'.]*)\.)?\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/u;

export function printedA1(formula: string): CellRange[] {
  return rangesOf(betweenCommas(formula), A1, ([left, top, right = left, bottom = top]) => range(top, columnOf(left), bottom, columnOf(right)));
}

export function printedR1C1(formula: string): CellRange[] {
  return rangesOf(betweenCommas(formula.replace(/^=/u, "")), R1C1, ([top, left, bottom = top, right = left]) => range(top, left, bottom, right));
}

export function printedDotted(list: string): CellRange[] {
  return rangesOf(list.match(/(?:'(?:[^']|'')*'|[^' ])+/gu) ?? [], DOTTED, ([left, top, right = left, bottom = top]) => range(top, columnOf(left), bottom, columnOf(right)));
}

/** Commas in quoted names of sheets separate nothing. */
const betweenCommas = (formula: string): readonly string[] => formula.match(/(?:'(?:[^']|'')*'|[^,'])+/gu) ?? [];

type Parts = readonly (string | undefined)[];

function rangesOf(written: readonly string[], form: RegExp, read: (parts: Parts) => CellRange): CellRange[] {
  const ranges: CellRange[] = [];
  for (const one of written.slice(0, MAX_RANGES)) {
    const match = form.exec(one.trim());
    if (match === null) return [];
    ranges.push(read(match.slice(1)));
  }
  return ranges;
}

/** Numbers from 1 as written; what is not told of reaches from edge to edge. */
function range(top: string | undefined, left: string | undefined, bottom: string | undefined, right: string | undefined): CellRange {
  return { firstRow: Number(top ?? 1) - 1, lastRow: Number(bottom ?? Infinity) - 1, firstColumn: Number(left ?? 1) - 1, lastColumn: Number(right ?? Infinity) - 1 };
}

const columnOf = (letters: string | undefined): string | undefined => letters && String(Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0));

/** How tokens refer to cells: where rows begin in a reference to another sheet, and bytes of a row's and a column's number. */
interface References {
  readonly sizes: Readonly<Record<number, number>>;
  readonly sheetBytes: number;
  readonly rowBytes: 2 | 4;
  readonly columnBytes: 1 | 2;
}

/** [MS-XLS] 2.5.198.27 and .28, [MS-XLSB] 2.5.97.23 and .24; BIFF5 in OpenOffice's documentation of it, 3.6. */
const REFERENCES: Readonly<Record<keyof typeof TOKEN_SIZES, References>> = {
  biff5: { sizes: TOKEN_SIZES.biff5, sheetBytes: 14, rowBytes: 2, columnBytes: 1 },
  biff8: { sizes: TOKEN_SIZES.biff8, sheetBytes: 2, rowBytes: 2, columnBytes: 2 },
  biff12: { sizes: TOKEN_SIZES.biff12, sheetBytes: 2, rowBytes: 4, columnBytes: 2 },
};
const CELL = 0x24;
const AREA = 0x25;
const CELL_OF_SHEET = 0x3a;
const AREA_OF_SHEET = 0x3b;
/** Unions, brackets, and what only says how the reference is kept in memory. */
const ASIDE: ReadonlySet<number> = new Set([0x10, 0x15, 0x19, 0x26, 0x28, 0x29]);
/** The upper two bits say that a number counts from the cell that asks: no place on the sheet. */
const RELATIVE = 0xc000;

/** @param end where tokens end and constants begin */
export function printedTokens(bytes: Uint8Array, start: number, end: number, dialect: keyof typeof TOKEN_SIZES): CellRange[] {
  const { sizes, sheetBytes, rowBytes, columnBytes } = REFERENCES[dialect];
  const view = new DataView(bytes.buffer, bytes.byteOffset, Math.min(end, bytes.length));
  const ranges: CellRange[] = [];
  let at = start;
  while (at < view.byteLength && ranges.length < MAX_RANGES) {
    const token = view.getUint8(at++);
    const kind = token < 0x20 ? token : (token & 0x1f) | 0x20;
    const size = ASIDE.has(kind) || kind === CELL || kind === AREA || kind === CELL_OF_SHEET || kind === AREA_OF_SHEET ? (sizes[kind] ?? 0) : -1;
    if (size < 0 || at + size > view.byteLength) return [];
    if (!ASIDE.has(kind)) {
      const read = reference(at + (kind === CELL || kind === AREA ? 0 : sheetBytes), kind === AREA || kind === AREA_OF_SHEET);
      if (read === undefined) return [];
      ranges.push(read);
    }
    at += size;
  }
  return ranges;

  function reference(from: number, isArea: boolean): CellRange | undefined {
    const columns = from + rowBytes * (isArea ? 2 : 1);
    const row = (offset: number): number => (rowBytes === 4 ? view.getUint32(offset, true) : view.getUint16(offset, true));
    const column = (offset: number): number => (columnBytes === 2 ? view.getUint16(offset, true) : view.getUint8(offset));
    const [firstRow, firstColumn] = [row(from), column(columns)];
    const [lastRow, lastColumn] = isArea ? [row(from + rowBytes), column(columns + columnBytes)] : [firstRow, firstColumn];
    // Flags stand beside the column's number, and in BIFF5, whose columns are one byte, beside the row's.
    const flagged = columnBytes === 2 ? [firstColumn, lastColumn] : [firstRow, lastRow];
    return flagged.some((number) => (number & RELATIVE) !== 0) ? undefined : { firstRow, lastRow, firstColumn, lastColumn };
  }
}
