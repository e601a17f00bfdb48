/** A worksheet's cells as a table. */
import type { CellRange, Concealment, Location, SheetState, TableSegment } from "../../contract.js";
import { cellRef } from "../../text/table.js";
import type { StringPool } from "./string-pool.js";
import type { CellRows } from "./rows.js";

export interface SheetTableOptions {
  /** Of the sheet. */
  readonly at: Location;
  readonly state: SheetState;
  readonly cells: CellRows;
  readonly shared: StringPool;
  readonly local: StringPool;
  /** By column: 1 where it is hidden. */
  readonly hiddenColumns: Uint8Array;
  /** Cells that something opaque is drawn over, in the sheet's own numbers. */
  readonly covered?: readonly CellRange[];
  /** What conditions make unseen, in the sheet's own numbers, by what stands in the cell. */
  readonly unseen?: readonly { readonly ranges: readonly CellRange[]; readonly holds: (text: string) => boolean }[];
  /** What is printed, in the sheet's own numbers; absent: all of it. */
  readonly printed?: readonly CellRange[];
}

/** Why nothing on such a sheet is seen. */
export function sheetConcealment(state: SheetState): Concealment | undefined {
  switch (state) {
    case "visible":
      return undefined;
    case "hidden":
      return "hidden-sheet";
    case "very-hidden":
      return "very-hidden-sheet";
    case "orphaned":
      return "orphaned-part";
  }
}

export function sheetTable({ at, state, cells, shared, local, hiddenColumns, covered = [], unseen = [], printed = [] }: SheetTableOptions): TableSegment {
  const { rowCount, rowNumbers, rowStarts, columns, values, columnCount, hiddenRows, invisible } = cells;
  const sheet = sheetConcealment(state);

  /** The first cell of the row at or after this column; the row's end if there is none. */
  function cellAt(row: number, column: number): number {
    const start = rowStarts[row];
    const end = rowStarts[row + 1];
    // Columns ascend, so the cell cannot stand further on than in a row without gaps, where it stands right here.
    let high = Math.min(end, Math.max(start, start + column - columns[start]));
    if (high < end && columns[high] === column) return high;
    let low = start;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (columns[middle] < column) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function concealment({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): Concealment | undefined {
    if (sheet !== undefined) return sheet;
    if (hiddenRows?.subarray(firstRow, lastRow + 1).every((hidden) => hidden === 1) === true) return "hidden-row";
    if (hiddenColumns.subarray(firstColumn, lastColumn + 1).every((hidden) => hidden === 1)) return "hidden-column";
    const [top, bottom] = [rowNumbers[firstRow], rowNumbers[lastRow]];
    if (covered.some((one) => one.firstRow <= top && one.lastRow >= bottom && one.firstColumn <= firstColumn && one.lastColumn >= lastColumn)) return "covered-text";
    if (isInvisible(firstRow, lastRow, firstColumn, lastColumn)) return "invisible-format";
    const isPrinted = printed.some((one) => one.firstRow <= bottom && one.lastRow >= top && one.firstColumn <= lastColumn && one.lastColumn >= firstColumn);
    return printed.length === 0 || isPrinted ? undefined : "outside-print-area";
  }

  function isInvisible(firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): boolean {
    if (invisible === undefined && unseen.length === 0) return false;
    let hasCells = invisible !== undefined;
    for (let row = firstRow; row <= lastRow; row++) {
      const end = rowStarts[row + 1];
      for (let cell = cellAt(row, firstColumn); cell < end && columns[cell] <= lastColumn; cell++) {
        if (invisible?.[cell] !== 1 && !isUnseen(row, cell)) return false;
        hasCells = true;
      }
    }
    return hasCells;
  }

  function isUnseen(row: number, cell: number): boolean {
    const [number, column] = [rowNumbers[row], columns[cell]];
    return unseen.some(({ ranges, holds }) => ranges.some((one) => one.firstRow <= number && one.lastRow >= number && one.firstColumn <= column && one.lastColumn >= column) && holds(textOf(cell)));
  }

  function textOf(cell: number): string {
    const value = values[cell];
    return value >= 0 ? shared.get(value) : local.get(~value);
  }

  return {
    kind: "table",
    at,
    rowCount,
    columnCount,
    text(row, column) {
      if (!(row >= 0 && row < rowCount)) return "";
      const cell = cellAt(row, column);
      if (cell >= rowStarts[row + 1] || columns[cell] !== column) return "";
      return textOf(cell);
    },
    nextColumn(row, column) {
      if (!(row >= 0 && row < rowCount)) return -1;
      const cell = cellAt(row, column);
      return cell < rowStarts[row + 1] ? columns[cell] : -1;
    },
    nextSlice(row, column, slice) {
      if (!(row >= 0 && row < rowCount)) return -1;
      const end = rowStarts[row + 1];
      for (let cell = cellAt(row, column); cell < end; cell++) {
        const value = values[cell];
        if (value >= 0) shared.locate(value, slice);
        else local.locate(~value, slice);
        if (slice.end > slice.start) return columns[cell];
      }
      return -1;
    },
    place(range) {
      const { firstColumn, lastColumn } = range;
      const ref = cellRef({ firstColumn, lastColumn, firstRow: rowNumbers[range.firstRow], lastRow: rowNumbers[range.lastRow] });
      const reason = concealment(range);
      return { at: [...at, { kind: "cell", ref }], ...(reason !== undefined && { concealment: reason }) };
    },
    ...(hiddenRows !== undefined && { rowConcealment: (row: number) => (hiddenRows[row] === 1 ? "hidden-row" : undefined) }),
    ...(hiddenColumns.includes(1) && { columnConcealment: (column: number) => (hiddenColumns[column] === 1 ? "hidden-column" : undefined) }),
  };
}
