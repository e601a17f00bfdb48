/** An HTML table as it is read: cells as stretches of one text, laid out in columns. */
import type { Concealment, Location, TableSegment } from "../../contract.js";
import type { placeByLine } from "../../text/lines.js";
import { createMappedText, type MappedTextBuilder } from "../../text/mapped.js";

/** The standard's own bounds (4.9.11), and that of the widest spreadsheet. */
const MAX_COLSPAN = 1000;
const MAX_ROWSPAN = 65_534;
const MAX_COLUMNS = 16_384;
/** Cells reaching down from earlier rows that are kept track of at once. */
const MAX_REACHING = 256;

export interface TableReading {
  readonly text: MappedTextBuilder;
  startRow(concealment: Concealment | undefined): void;
  /** @param colspan as written in the source, or undefined */
  startCell(colspan: string | undefined, rowspan: string | undefined, at: number): void;
  endCell(): void;
  readonly isInCell: boolean;
  /** It has one cell only, and is a frame that a layout draws around something. */
  readonly isFrame: boolean;
  /** Undefined for a table without text. */
  finish(at: Location, spanOf: ReturnType<typeof placeByLine>, concealment: Concealment | undefined): TableSegment | undefined;
}

interface Row {
  readonly first: number;
  readonly concealment: Concealment | undefined;
}

interface Reaching {
  readonly from: number;
  readonly to: number;
  rows: number;
}

export function createTable(source: string): TableReading {
  const text = createMappedText(source);
  const rows: Row[] = [];
  // Cell c is in column columns[c] and is the text from starts[c] to ends[c].
  const columns: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let reaching: Reaching[] = [];
  let nextColumn = 0;
  let columnCount = 0;
  let isInCell = false;

  const endCell = (): void => {
    if (isInCell) ends[ends.length - 1] = text.length;
    isInCell = false;
  };
  const startRow = (concealment: Concealment | undefined): void => {
    endCell();
    rows.push({ first: columns.length, concealment });
    nextColumn = 0;
    for (const one of reaching) one.rows--;
    reaching = reaching.filter((one) => one.rows > 0);
  };
  return {
    text,
    get isInCell() {
      return isInCell;
    },
    startRow,
    endCell,
    startCell(colspan, rowspan, at) {
      if (rows.length === 0) startRow(undefined);
      endCell();
      if (nextColumn >= MAX_COLUMNS) startRow(rows.at(-1)?.concealment);
      for (const { from, to } of reaching) if (nextColumn >= from && nextColumn < to) nextColumn = to;
      const width = spanOfAttribute(colspan, MAX_COLSPAN);
      const height = spanOfAttribute(rowspan, MAX_ROWSPAN);
      if (height > 1 && reaching.length < MAX_REACHING) {
        reaching.push({ from: nextColumn, to: nextColumn + width, rows: height });
        reaching.sort((a, b) => a.from - b.from);
      }
      if (text.length > 0) text.insert("\t", at);
      columns.push(nextColumn);
      starts.push(text.length);
      ends.push(text.length);
      columnCount = Math.max(columnCount, nextColumn + 1);
      nextColumn += width;
      isInCell = true;
    },
    get isFrame() {
      return columns.length === 1 && rows.every((row) => row.concealment === undefined);
    },
    finish(at, spanOf, concealment) {
      endCell();
      const mapped = text.finish();
      const filled = rows.map((row, i) => ({ ...row, end: rows[i + 1]?.first ?? columns.length })).filter((row) => {
        for (let cell = row.first; cell < row.end; cell++) if (mapped.text.slice(starts[cell], ends[cell]).trim() !== "") return true;
        return false;
      });
      if (filled.length === 0) return undefined;
      /** The first cell of the row at or after the column; `end` where there is none. */
      const cellFrom = (row: number, column: number): number => {
        let low = filled[row].first;
        let high = filled[row].end;
        while (low < high) {
          const middle = (low + high) >>> 1;
          if (columns[middle] < column) low = middle + 1;
          else high = middle;
        }
        return low;
      };
      // White space around a cell's text is layout.
      const startOf = (cell: number): number => ends[cell] - mapped.text.slice(starts[cell], ends[cell]).trimStart().length;
      const endOf = (cell: number): number => starts[cell] + mapped.text.slice(starts[cell], ends[cell]).trimEnd().length;
      const textOf = (cell: number): string => mapped.text.slice(starts[cell], ends[cell]).trim();
      const hasHiddenRow = filled.some((row) => row.concealment !== undefined);
      return {
        kind: "table",
        at,
        rowCount: filled.length,
        columnCount,
        text(row, column) {
          if (row < 0 || row >= filled.length) return "";
          const cell = cellFrom(row, column);
          return cell < filled[row].end && columns[cell] === column ? textOf(cell) : "";
        },
        nextColumn(row, column) {
          for (let cell = cellFrom(row, column); cell < filled[row].end; cell++) if (textOf(cell) !== "") return columns[cell];
          return -1;
        },
        place({ firstRow, lastRow, firstColumn, lastColumn }) {
          const first = Math.min(cellFrom(firstRow, firstColumn), filled[firstRow].end - 1);
          let last = cellFrom(lastRow, lastColumn + 1) - 1;
          if (last < first) last = first;
          const span = spanOf(mapped.sourceOf({ start: startOf(first), end: Math.max(endOf(last), startOf(first)) }));
          const hidden = concealment ?? (firstRow === lastRow ? filled[firstRow].concealment : undefined);
          return hidden === undefined ? span : { at: span.at, concealment: hidden };
        },
        ...(hasHiddenRow && { rowConcealment: (row: number) => filled[row].concealment }),
      };
    },
  };
}

function spanOfAttribute(value: string | undefined, most: number): number {
  const span = Number.parseInt(value ?? "1", 10);
  return span > 0 ? Math.min(span, most) : 1;
}
