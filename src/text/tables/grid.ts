/** A table found inside a text: cells as stretches of that text, so that every place stays where it is. */
import type { Place, Range, TableSegment } from "../../contract.js";
import { countAtMost } from "../search.js";

export interface TextGrid {
  /** The stretch of the text that is the table. */
  readonly start: number;
  readonly end: number;
  readonly rowCount: number;
  readonly columnCount: number;
  text(row: number, column: number): string;
  nextColumn(row: number, column: number): number;
  /** From the first character of a rectangle to its last. */
  rangeOf(firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): Range;
  /** The cell that an offset falls into. */
  cellAt(offset: number): { readonly row: number; readonly column: number } | undefined;
}

export interface GridBuilder {
  readonly rowCount: number;
  startRow(): void;
  /** Cells of a row come in the order of their columns; a column given twice is one cell on two lines. */
  cell(column: number, start: number, end: number): void;
  finish(start: number, end: number): TextGrid;
}

const isBlank = (code: number): boolean => code <= 0x20 || code === 0x3000 || code === 0xa0;
const IDEOGRAPHIC = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/** @param isKeyed row 0 holds the keys as they stand in the first record, and lies inside it */
export function createGrid(text: string, isKeyed = false): GridBuilder {
  // Stretch i is the text from starts[i] to ends[i] in column columns[i]; row r has the stretches from firsts[r] up to firsts[r + 1].
  const columns: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const firsts: number[] = [];
  let columnCount = 0;
  return {
    get rowCount() {
      return firsts.length;
    },
    startRow: () => void firsts.push(columns.length),
    cell(column, from, to) {
      let start = from;
      let end = to;
      while (start < end && isBlank(text.charCodeAt(start))) start++;
      while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
      if (end === start) return;
      columns.push(column);
      starts.push(start);
      ends.push(end);
      columnCount = Math.max(columnCount, column + 1);
    },
    finish(start, end) {
      firsts.push(columns.length);
      const rowCount = firsts.length - 1;
      const endOf = (row: number): number => firsts[row + 1];
      const find = (row: number, column: number): number => {
        if (row < 0 || row >= rowCount) return -1;
        for (let at = firsts[row]; at < endOf(row); at++) if (columns[at] >= column) return at;
        return -1;
      };
      const firstData = isKeyed ? 1 : 0;
      let rowStarts: number[] | undefined;
      return {
        start,
        end,
        rowCount,
        columnCount,
        text(row, column) {
          const at = find(row, column);
          if (at < 0 || columns[at] !== column) return "";
          let cell = text.slice(starts[at], ends[at]);
          for (let more = at + 1; more < endOf(row) && columns[more] === column; more++) {
            const next = text.slice(starts[more], ends[more]);
            cell += IDEOGRAPHIC.test(cell.slice(-1)) || IDEOGRAPHIC.test(next.charAt(0)) ? next : ` ${next}`;
          }
          return cell;
        },
        nextColumn(row, column) {
          const at = find(row, column);
          return at < 0 ? -1 : columns[at];
        },
        rangeOf(firstRow, lastRow, firstColumn, lastColumn) {
          const first = find(firstRow, firstColumn);
          const from = first < 0 ? (starts[firsts[firstRow]] ?? start) : starts[first];
          let to = from;
          for (let at = firsts[lastRow]; at < endOf(lastRow); at++) if (columns[at] <= lastColumn) to = Math.max(to, ends[at]);
          return { start: from, end: to };
        },
        cellAt(offset) {
          rowStarts ??= firsts.slice(firstData, rowCount).map((at) => starts[at] ?? Infinity);
          const row = countAtMost(rowStarts, offset) - 1 + firstData;
          if (row < firstData) return undefined;
          for (let at = firsts[row]; at < endOf(row); at++) if (offset >= starts[at] && offset < ends[at]) return { row, column: columns[at] };
          return undefined;
        },
      };
    },
  };
}

/** The table as detectors see it. @param place where a stretch of the text stands */
export function tableOfGrid(grid: TextGrid, place: (range: Range) => Place): TableSegment {
  return {
    kind: "table",
    at: place(grid).at,
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    text: (row, column) => grid.text(row, column),
    nextColumn: (row, column) => grid.nextColumn(row, column),
    place: ({ firstRow, lastRow, firstColumn, lastColumn }) => place(grid.rangeOf(firstRow, lastRow, firstColumn, lastColumn)),
  };
}
