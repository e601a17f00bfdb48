/** Tables for extractors that hold their rows as strings: CSV, HTML, JSON, Word. Workbooks have their own, columnar one. */
import type { CellRange, Concealment, Location, Place, TableSegment, TextSlice } from "../contract.js";

export interface TableOptions {
  readonly at: Location;
  place(range: CellRange): Place;
  readonly rowConcealment?: (row: number) => Concealment | undefined;
  readonly columnConcealment?: (column: number) => Concealment | undefined;
}

/** @param rows one array of cell texts a row; shorter rows are as if filled with "" */
export function tableOf(rows: readonly (readonly string[])[], options: TableOptions): TableSegment {
  let columnCount = 0;
  for (const row of rows) columnCount = Math.max(columnCount, row.length);
  return {
    kind: "table",
    rowCount: rows.length,
    columnCount,
    text: (row, column) => rows[row]?.[column] ?? "",
    nextColumn(row, column) {
      const cells = rows[row] ?? [];
      for (let at = column; at < cells.length; at++) if (cells[at] !== "") return at;
      return -1;
    },
    ...options,
  };
}

/** A table's `nextSlice`, or what does its work where a table has none. */
export function sliceReader(table: TableSegment, slice: TextSlice): (row: number, column: number) => number {
  if (table.nextSlice !== undefined) {
    const next = table.nextSlice.bind(table);
    return (row, column) => next(row, column, slice);
  }
  return (row, from) => {
    for (let column = from; column < table.columnCount; column++) {
      if (table.nextColumn !== undefined) column = table.nextColumn(row, column);
      if (column < 0) return -1;
      slice.text = table.text(row, column);
      slice.start = 0;
      slice.end = slice.text.length;
      if (slice.end > 0) return column;
    }
    return -1;
  };
}

/** "A", "Z", "AA", ... for 0, 25, 26, ... */
export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** A1 notation of a rectangle; rows and columns count from 0. */
export function cellRef({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): string {
  const first = `${columnName(firstColumn)}${firstRow + 1}`;
  const last = `${columnName(lastColumn)}${lastRow + 1}`;
  return first === last ? first : `${first}:${last}`;
}

const A1_RANGE = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/u;

/** The reverse of `cellRef`; undefined where `ref` is not A1 notation. */
export function parseCellRef(ref: string): CellRange | undefined {
  const match = A1_RANGE.exec(ref);
  if (match === null) return undefined;
  const [, column, row, lastColumn = column, lastRow = row] = match;
  return { firstRow: Number(row) - 1, lastRow: Number(lastRow) - 1, firstColumn: columnIndex(column), lastColumn: columnIndex(lastColumn) };
}

function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
