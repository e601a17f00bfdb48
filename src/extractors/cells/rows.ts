/** Cells by row, in typed arrays: seven bytes a cell, and no object for any of them. */
import { grown } from "../../text/grown.js";

export interface CellRows {
  /** Rows that hold a cell, in the document's order of numbers. */
  readonly rowCount: number;
  /** The document's numbers of these rows, counting from 0. */
  readonly rowNumbers: Int32Array;
  /** Cells of row i stand in [rowStarts[i], rowStarts[i + 1]), columns ascending. */
  readonly rowStarts: Int32Array;
  readonly columns: Uint16Array;
  /** Number of a shared string, or the complement (~) of that of a local one. */
  readonly values: Int32Array;
  readonly cellCount: number;
  readonly columnCount: number;
  /** By row index; absent where no row is hidden. */
  readonly hiddenRows: Uint8Array | undefined;
  /** By cell; absent where every cell's format shows it. */
  readonly invisible: Uint8Array | undefined;
  /** Cells that another of the same reference has replaced. */
  readonly replaced: readonly ReplacedCell[];
}

export interface ReplacedCell {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

export interface CellRowsBuilder {
  startRow(row: number, hidden: boolean): void;
  put(row: number, column: number, value: number, invisible: boolean): void;
  /** Cells that all are visible, at first in `row`. */
  putRun(row: number, run: CellRun): void;
  finish(): CellRows;
}

/** Cells and the starts of rows, none of which is hidden, as they follow each other. Columns ascend inside a row. */
export interface CellRun {
  readonly cellCount: number;
  readonly rowCount: number;
  readonly columns: Uint16Array;
  readonly values: Int32Array;
  /** By row: its number, and how many of the cells stand before it. */
  readonly rowNumbers: Int32Array;
  readonly rowCells: Uint32Array;
}

export function createCellRows(): CellRowsBuilder {
  let rowNumbers = new Int32Array(64);
  let rowStarts = new Int32Array(65);
  let hiddenRows: Uint8Array | undefined;
  let columns = new Uint16Array(512);
  let values = new Int32Array(512);
  let invisible: Uint8Array | undefined;
  let rowCount = 0;
  let cellCount = 0;
  let columnCount = 0;
  let lastRow = -1;
  let lastColumn = -1;
  let inOrder = true;
  let startedRow = -1;
  let startedHidden = false;

  function newRow(row: number): void {
    if (row < lastRow) inOrder = false;
    if (rowCount === rowNumbers.length) {
      rowNumbers = grown(rowNumbers, new Int32Array(rowCount * 2));
      rowStarts = grown(rowStarts, new Int32Array(rowCount * 2 + 1));
      if (hiddenRows !== undefined) hiddenRows = grown(hiddenRows, new Uint8Array(rowNumbers.length));
    }
    if (startedHidden && startedRow === row) (hiddenRows ??= new Uint8Array(rowNumbers.length))[rowCount] = 1;
    rowNumbers[rowCount] = row;
    rowStarts[rowCount++] = cellCount;
    lastRow = row;
    lastColumn = -1;
  }

  /** Makes room for so many more cells. */
  function reserve(cells: number): void {
    if (cellCount + cells <= columns.length) return;
    const length = Math.max(cellCount + cells, columns.length * 2);
    columns = grown(columns, new Uint16Array(length));
    values = grown(values, new Int32Array(length));
    if (invisible !== undefined) invisible = grown(invisible, new Uint8Array(length));
  }

  return {
    startRow(row, hidden) {
      startedRow = row;
      startedHidden = hidden;
    },
    put(row, column, value, isInvisible) {
      if (row !== lastRow) newRow(row);
      if (column <= lastColumn) inOrder = false;
      lastColumn = column;
      if (column >= columnCount) columnCount = column + 1;
      if (cellCount === columns.length) reserve(1);
      columns[cellCount] = column;
      values[cellCount] = value;
      if (isInvisible) (invisible ??= new Uint8Array(columns.length))[cellCount] = 1;
      cellCount++;
    },
    putRun(first, run) {
      reserve(run.cellCount);
      columns.set(run.columns.subarray(0, run.cellCount), cellCount);
      values.set(run.values.subarray(0, run.cellCount), cellCount);
      let row = first;
      let from = 0;
      for (let i = 0; i <= run.rowCount; i++) {
        const to = i < run.rowCount ? run.rowCells[i] : run.cellCount;
        if (to > from) {
          if (row !== lastRow) newRow(row);
          else if (run.columns[from] <= lastColumn) inOrder = false;
          lastColumn = run.columns[to - 1];
          if (lastColumn >= columnCount) columnCount = lastColumn + 1;
          cellCount += to - from;
          from = to;
        }
        if (i === run.rowCount) return;
        row = startedRow = run.rowNumbers[i];
        startedHidden = false;
      }
    },
    finish() {
      rowStarts[rowCount] = cellCount;
      const rows = { rowCount, rowNumbers, rowStarts, columns, values, cellCount, columnCount, hiddenRows, invisible, replaced: [] };
      return inOrder ? rows : sorted(rows);
    },
  };
}

/** Rows written twice or out of order open in some programs: sorted, of cells with one reference the last one stays. */
function sorted(rows: CellRows): CellRows {
  const { cellCount, columns, values } = rows;
  const rowOf = new Int32Array(cellCount);
  for (let row = 0; row < rows.rowCount; row++) rowOf.fill(row, rows.rowStarts[row], rows.rowStarts[row + 1]);
  const numberOf = (cell: number): number => rows.rowNumbers[rowOf[cell]];
  const order = new Uint32Array(cellCount);
  for (let i = 0; i < cellCount; i++) order[i] = i;
  order.sort((a, b) => numberOf(a) - numberOf(b) || columns[a] - columns[b] || a - b);
  const builder = createCellRows();
  const replaced: ReplacedCell[] = [];
  for (let i = 0; i < cellCount; i++) {
    const cell = order[i];
    const row = numberOf(cell);
    const next = order[i + 1];
    if (i + 1 < cellCount && numberOf(next) === row && columns[next] === columns[cell]) {
      replaced.push({ row, column: columns[cell], value: values[cell] });
      continue;
    }
    builder.startRow(row, rows.hiddenRows?.[rowOf[cell]] === 1);
    builder.put(row, columns[cell], values[cell], rows.invisible?.[cell] === 1);
  }
  return { ...builder.finish(), replaced };
}
