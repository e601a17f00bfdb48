/** Parts of a sheet seen as upright tables with one header row and one row a person: turned on their side, or folded. */
import type { CellRange, TableSegment } from "../../src/contract.js";
import { nextFilled } from "./clusters.js";
import type { Explained } from "./explained.js";

export interface View {
  readonly table: TableSegment;
  /** Rows [firstRow, end) of the sheet hold the view. */
  readonly firstRow: number;
  readonly end: number;
  /** Where a cell of the sheet is in the view. */
  readonly find: (row: number, column: number) => readonly [row: number, column: number] | undefined;
}

/** Cells explained in the view, as cells of the sheet. */
export function explainedInSheet({ firstRow, end, find }: View, explained: Explained): Explained {
  return {
    firstRow,
    end,
    has(row, column) {
      const at = find(row, column);
      return at !== undefined && at[0] >= explained.firstRow && at[0] < explained.end && explained.has(...at);
    },
  };
}

/** Columns become rows: labels that stand below each other become a header. */
export function turned(table: TableSegment, { firstRow, lastRow, firstColumn, lastColumn }: CellRange): View {
  const rowCount = lastColumn - firstColumn + 1;
  const columnCount = lastRow - firstRow + 1;
  return {
    firstRow,
    end: lastRow + 1,
    find: (row, column) => (row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn ? [column - firstColumn, row - firstRow] : undefined),
    table: {
      kind: "table",
      at: table.at,
      rowCount,
      columnCount,
      text: (row, column) => table.text(firstRow + column, firstColumn + row),
      nextColumn(row, column) {
        for (let at = column; at < columnCount; at++) if (table.text(firstRow + at, firstColumn + row) !== "") return at;
        return -1;
      },
      place: (range) =>
        table.place({
          firstRow: firstRow + range.firstColumn,
          lastRow: firstRow + range.lastColumn,
          firstColumn: firstColumn + range.firstRow,
          lastColumn: firstColumn + range.lastRow,
        }),
      ...(table.columnConcealment !== undefined && { rowConcealment: (row: number) => table.columnConcealment?.(firstColumn + row) }),
      ...(table.rowConcealment !== undefined && { columnConcealment: (column: number) => table.rowConcealment?.(firstRow + column) }),
    },
  };
}

export interface Folding {
  /** The first row of each record, and one more than the last row of all. */
  readonly starts: readonly number[];
  readonly end: number;
  /** Rows of the header, as many as it has. */
  readonly headers: readonly number[];
  /** Rows that one record takes at most. */
  readonly height: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The rows of one record become one row: those of its first line, then those of its second. */
export function folded(table: TableSegment, { starts, end, headers, height, firstColumn, lastColumn }: Folding): View {
  const width = lastColumn - firstColumn + 1;
  const lines = new Map<number, readonly [row: number, line: number]>(headers.slice(0, height).map((row, line) => [row, [0, line]]));
  starts.forEach((start, i) => {
    const stop = Math.min(starts[i + 1] ?? end, start + height);
    for (let row = start; row < stop; row++) lines.set(row, [i + 1, row - start]);
  });
  const sheetRow = (row: number, line: number): number => {
    if (row === 0) return headers[line] ?? -1;
    const at = starts[row - 1] + line;
    return at < (starts[row] ?? end) ? at : -1;
  };
  const text = (row: number, column: number): string => {
    const at = sheetRow(row, Math.floor(column / width));
    return at < 0 ? "" : table.text(at, firstColumn + (column % width));
  };
  const firstRow = Math.min(headers[0] ?? starts[0], starts[0]);
  return {
    firstRow,
    end,
    find(row, column) {
      const at = column < firstColumn || column > lastColumn ? undefined : lines.get(row);
      return at === undefined ? undefined : [at[0], at[1] * width + column - firstColumn];
    },
    table: {
      kind: "table",
      at: table.at,
      rowCount: starts.length + 1,
      columnCount: width * height,
      text,
      nextColumn(row, column) {
        for (let line = Math.floor(column / width), from = column % width; line < height; line++, from = 0) {
          const at = sheetRow(row, line);
          const next = at < 0 ? -1 : nextFilled(table, at, firstColumn + from);
          if (next >= 0 && next <= lastColumn) return line * width + next - firstColumn;
        }
        return -1;
      },
      place(range) {
        const [first, last] = [Math.floor(range.firstColumn / width), Math.floor(range.lastColumn / width)];
        const isOneLine = first === last && range.firstRow === range.lastRow;
        return table.place({
          firstRow: Math.max(firstRow, sheetRow(range.firstRow, isOneLine ? first : 0)),
          lastRow: Math.max(firstRow, isOneLine ? sheetRow(range.lastRow, last) : range.lastRow === 0 ? (headers.at(-1) ?? firstRow) : (starts[range.lastRow] ?? end) - 1),
          firstColumn: first === last ? firstColumn + (range.firstColumn % width) : firstColumn,
          lastColumn: first === last ? firstColumn + (range.lastColumn % width) : lastColumn,
        });
      },
      ...(table.rowConcealment !== undefined && { rowConcealment: (row: number) => table.rowConcealment?.(sheetRow(row, 0)) }),
      ...(table.columnConcealment !== undefined && { columnConcealment: (column: number) => table.columnConcealment?.(firstColumn + (column % width)) }),
    },
  };
}
