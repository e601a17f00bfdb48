/** Records of delimited text as a table segment. */
import type { Location, Place, TableSegment } from "../../contract.js";
import { placeByLine } from "../../text/lines.js";
import type { TextPiece } from "../../text/source.js";
import { cellRef } from "../../text/table.js";
import { cellText, type Records } from "./records.js";

export interface RecordRows {
  readonly piece: TextPiece;
  readonly records: Records;
  /** Records of the file before this piece. */
  readonly recordBase: number;
}

/** A table's first row, to be repeated above a later piece of it. */
export interface HeaderRow {
  readonly cells: readonly string[];
  readonly places: readonly Place[];
}

/** Holds copies only, so that the first piece of a large file can go. */
export function headerOf(table: TableSegment): HeaderRow {
  const columns = Array.from({ length: table.columnCount }, (_, column) => column);
  return {
    cells: columns.map((column) => Buffer.from(table.text(0, column)).toString()),
    places: columns.map((column) => table.place({ firstRow: 0, lastRow: 0, firstColumn: column, lastColumn: column })),
  };
}

/**
 * Blank records are left out of the rows and counted in cell references, as spreadsheets do.
 * @param header the file's first row, where `rows` is not the beginning of the file: it becomes row 0 again
 */
export function tableOfRecords(at: Location, { piece, records, recordBase }: RecordRows, header?: HeaderRow): TableSegment {
  const { text } = piece;
  const { firstCells, starts, ends, recordCount } = records;
  const filled: number[] | undefined = hasBlank(records) ? [] : undefined;
  if (filled !== undefined) for (let record = 0; record < recordCount; record++) if (!isBlank(records, record)) filled.push(record);
  const rowCount = filled?.length ?? recordCount;
  const above = header === undefined ? 0 : 1;
  const recordOf = (row: number): number => filled?.[row - above] ?? row - above;
  const spanOf = placeByLine(at, text, piece.base);

  const cellAt = (row: number, column: number): number => {
    const record = recordOf(row);
    if (row < above || row >= rowCount + above) return -1;
    const cell = firstCells[record] + column;
    return cell < firstCells[record + 1] ? cell : -1;
  };
  return {
    kind: "table",
    at,
    rowCount: rowCount + above,
    columnCount: Math.max(records.columnCount, header?.cells.length ?? 0),
    text(row, column) {
      if (row < above) return header?.cells[column] ?? "";
      const cell = cellAt(row, column);
      return cell < 0 ? "" : cellText(text, records, cell);
    },
    nextColumn(row, column) {
      if (row < above) {
        const next = header?.cells.findIndex((cell, i) => i >= column && cell !== "");
        return next ?? -1;
      }
      const record = recordOf(row);
      for (let cell = firstCells[record] + column; cell < firstCells[record + 1]; cell++) if (ends[cell] > starts[cell]) return cell - firstCells[record];
      return -1;
    },
    place(range) {
      if (range.lastRow < above && header !== undefined) return header.places[range.firstColumn];
      const firstRow = Math.max(range.firstRow, above);
      const numbered = { ...range, firstRow: recordBase + recordOf(firstRow), lastRow: recordBase + recordOf(range.lastRow) };
      const cell: Location = [...at, { kind: "cell", ref: cellRef(numbered) }];
      const only = firstRow === range.lastRow && range.firstColumn === range.lastColumn ? cellAt(firstRow, range.firstColumn) : -1;
      if (only < 0) return { at: cell };
      const span = spanOf({ start: starts[only], end: ends[only] }).at;
      return { at: [...cell, ...span.slice(at.length)] };
    },
  };
}

function isBlank({ firstCells, starts, ends }: Records, record: number): boolean {
  for (let cell = firstCells[record]; cell < firstCells[record + 1]; cell++) if (ends[cell] > starts[cell]) return false;
  return true;
}

function hasBlank(records: Records): boolean {
  for (let record = 0; record < records.recordCount; record++) if (isBlank(records, record)) return true;
  return false;
}
