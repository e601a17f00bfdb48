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
  finish(): CellRows;
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
      if (cellCount === columns.length) {
        columns = grown(columns, new Uint16Array(cellCount * 2));
        values = grown(values, new Int32Array(cellCount * 2));
        if (invisible !== undefined) invisible = grown(invisible, new Uint8Array(cellCount * 2));
      }
      columns[cellCount] = column;
      values[cellCount] = value;
      if (isInvisible) (invisible ??= new Uint8Array(columns.length))[cellCount] = 1;
      cellCount++;
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
