/** What is drawn over the cells of a sheet and hides them: one rule for all formats of workbooks. */
import type { CellRange } from "../../contract.js";

/** Beyond these drawings a cell is not asked for. */
export const MAX_COVERS = 1000;

/** A corner of a drawing: the cell under it, from 0, and how far inside that cell, in whatever unit. */
export interface Corner {
  column: number;
  row: number;
  columnOffset: number;
  rowOffset: number;
}

/** The cells that a drawing covers from edge to edge; undefined where it covers none so. */
export function coveredCells(from: Corner, to: Corner): CellRange | undefined {
  const range = { firstColumn: from.column + Number(from.columnOffset > 0), lastColumn: to.column - 1, firstRow: from.row + Number(from.rowOffset > 0), lastRow: to.row - 1 };
  return range.lastColumn >= range.firstColumn && range.lastRow >= range.firstRow ? range : undefined;
}
