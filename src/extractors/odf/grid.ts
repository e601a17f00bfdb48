/** A sheet's cells as a table: columns and texts side by side, so that a wide empty sheet costs what its cells cost. */
import type { CellRange, Concealment, Location, TableSegment } from "../../contract.js";
import { cellRef } from "../../text/table.js";

export interface Grid {
  /** Rows and cells come in order; the row ends where another begins. */
  beginRow(number: number, concealment: Concealment | undefined): void;
  add(column: number, text: string, concealment: Concealment | undefined): void;
  readonly cells: number;
  /** @param hidden by column, why it is not seen */
  table(at: Location, whole: Concealment | undefined, hidden: ReadonlyMap<number, Concealment>, ranges?: Ranges): TableSegment;
}

/** In the sheet's own numbers. */
export interface Ranges {
  /** None: all of it. */
  readonly printed?: readonly CellRange[];
  /** Something opaque is drawn over these. */
  readonly covered?: readonly CellRange[];
}

export function createGrid(): Grid {
  const numbers: number[] = [];
  const rowReasons: (Concealment | undefined)[] = [];
  const starts: number[] = [];
  const columns: number[] = [];
  const texts: string[] = [];
  /** By cell, only where a cell has a reason of its own. */
  const reasons = new Map<number, Concealment>();
  let begun: { number: number; concealment: Concealment | undefined } | undefined;
  let width = 0;
  let hasHiddenRows = false;

  return {
    beginRow(number, concealment) {
      begun = { number, concealment };
    },
    add(column, text, concealment) {
      if (begun !== undefined) {
        numbers.push(begun.number);
        rowReasons.push(begun.concealment);
        starts.push(columns.length);
        hasHiddenRows ||= begun.concealment !== undefined;
        begun = undefined;
      }
      if (concealment !== undefined) reasons.set(columns.length, concealment);
      columns.push(column);
      texts.push(text);
      width = Math.max(width, column + 1);
    },
    get cells() {
      return texts.length;
    },
    table,
  };

  function table(at: Location, whole: Concealment | undefined, hidden: ReadonlyMap<number, Concealment>, { printed = [], covered = [] }: Ranges = {}): TableSegment {
    const rowCount = numbers.length;
    const endOf = (row: number): number => starts[row + 1] ?? columns.length;
    /** The first cell of the row at or after this column; the row's end if there is none. */
    const cellAt = (row: number, column: number): number => {
      let low = starts[row];
      // Columns ascend, so the cell cannot stand further on than in a row without gaps.
      let high = Math.min(endOf(row), Math.max(low, low + column - columns[low]));
      if (high < endOf(row) && columns[high] === column) return high;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (columns[middle] < column) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    const reasonOf = (range: CellRange): Concealment | undefined => whyUnseen(range) ?? (isCovered(range) ? "covered-text" : undefined) ?? (printed.length > 0 && !isPrinted(range) ? "outside-print-area" : undefined);
    const isPrinted = ({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): boolean =>
      printed.some((one) => one.firstRow <= numbers[lastRow] && one.lastRow >= numbers[firstRow] && one.firstColumn <= lastColumn && one.lastColumn >= firstColumn);
    const isCovered = ({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): boolean =>
      covered.some((one) => one.firstRow <= numbers[firstRow] && one.lastRow >= numbers[lastRow] && one.firstColumn <= firstColumn && one.lastColumn >= lastColumn);
    const whyUnseen = ({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): Concealment | undefined => {
      if (whole !== undefined) return whole;
      let common: Concealment | undefined;
      for (let row = firstRow; row <= Math.min(lastRow, rowCount - 1); row++) {
        for (let cell = cellAt(row, firstColumn); cell < endOf(row) && columns[cell] <= lastColumn; cell++) {
          const reason = rowReasons[row] ?? hidden.get(columns[cell]) ?? reasons.get(cell);
          if (reason === undefined || (common !== undefined && common !== reason)) return undefined;
          common = reason;
        }
      }
      return common;
    };
    return {
      kind: "table",
      at,
      rowCount,
      columnCount: width,
      text(row, column) {
        if (!(row >= 0 && row < rowCount)) return "";
        const cell = cellAt(row, column);
        return cell < endOf(row) && columns[cell] === column ? texts[cell] : "";
      },
      nextColumn(row, column) {
        if (!(row >= 0 && row < rowCount)) return -1;
        const cell = cellAt(row, column);
        return cell < endOf(row) ? columns[cell] : -1;
      },
      place(range) {
        const { firstColumn, lastColumn } = range;
        const ref = cellRef({ firstColumn, lastColumn, firstRow: numbers[range.firstRow], lastRow: numbers[range.lastRow] });
        const reason = reasonOf(range);
        return { at: [...at, { kind: "cell", ref }], ...(reason !== undefined && { concealment: reason }) };
      },
      ...(hasHiddenRows && { rowConcealment: (row: number) => rowReasons[row] }),
      ...(hidden.size > 0 && { columnConcealment: (column: number) => hidden.get(column) }),
    };
  }
}
