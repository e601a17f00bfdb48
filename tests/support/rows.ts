import type { TableSegment } from "../../src/contract.js";

/** A table's texts, row by row, every column of it. */
export function rowsOf(table: TableSegment): string[][] {
  return Array.from({ length: table.rowCount }, (_, row) => Array.from({ length: table.columnCount }, (__, column) => table.text(row, column)));
}
