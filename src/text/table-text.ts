/** A table as text detectors see it: rows on lines, tabs between cells, in windows of bounded size. */
import type { Range, TableSegment, TextSegment } from "../contract.js";
import { countAtMost } from "./search.js";

/** UTF-16 units after which a window ends with its row. */
const WINDOW_UNITS = 2 ** 18;

/** A stretch of rows as text. */
export interface TableWindow extends TextSegment {
  /** The column of the cell that a stretch of the text fills by itself; -1 where it is less or more than a cell. */
  columnFilledBy(range: Range): number;
  /** How many cells of a column stand in this window. */
  cellsOf(column: number): number;
}

/** Line breaks and tabs inside a cell: as they are, they would look like rows and cells. */
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]/u;

const MAX_SHORT_NUMBER = 6;

/** A count, a class, a line's own number: no kind of data is so short by itself. */
function isShortNumber(cell: string): boolean {
  if (cell.length > MAX_SHORT_NUMBER) return false;
  for (let i = 0; i < cell.length; i++) if (cell.charCodeAt(i) < 0x30 || cell.charCodeAt(i) > 0x39) return false;
  return true;
}

/**
 * @param isAccountedFor cells that a table detector has wholly explained: left blank here, and with them short numbers that stand
 *   between two of them (numbers beside each other may be one that is written over several cells)
 */
export function* tableText(
  table: TableSegment,
  isAccountedFor: ((row: number, column: number) => boolean) | undefined,
): Iterable<TableWindow> {
  const { rowCount } = table;
  const next = table.nextColumn?.bind(table) ?? ((row, column) => nextFilled(table, row, column));
  let text = "";
  let starts: number[] = [];
  let rows: number[] = [];
  let columns: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    let any = false;
    let isBehindExplained = true;
    for (let column = next(row, 0), following = -1; column >= 0; column = following) {
      following = next(row, column + 1);
      if (isAccountedFor?.(row, column) === true) {
        isBehindExplained = true;
        continue;
      }
      const cell = table.text(row, column);
      if (isBehindExplained && isAccountedFor !== undefined && isShortNumber(cell) && following >= 0 && isAccountedFor(row, following)) continue;
      isBehindExplained = false;
      if (any) text += "\t";
      any = true;
      starts.push(text.length);
      rows.push(row);
      columns.push(column);
      text += BREAK.test(cell) ? cell.replace(new RegExp(BREAK, "gu"), " ") : cell;
    }
    if (any) text += "\n";
    if (text.length >= WINDOW_UNITS) {
      yield windowOf(table, text, starts, rows, columns);
      text = "";
      starts = [];
      rows = [];
      columns = [];
    }
  }
  if (text !== "") yield windowOf(table, text, starts, rows, columns);
}

function windowOf(table: TableSegment, text: string, starts: readonly number[], rows: readonly number[], columns: readonly number[]): TableWindow {
  const cellAt = (offset: number): number => {
    return countAtMost(starts, offset) - 1;
  };
  const place = ({ start, end }: Range): ReturnType<TableSegment["place"]> => {
    const first = cellAt(start);
    const last = cellAt(Math.max(start, end - 1));
    return table.place({
      firstRow: rows[first],
      lastRow: rows[last],
      firstColumn: Math.min(columns[first], columns[last]),
      lastColumn: Math.max(columns[first], columns[last]),
    });
  };
  const columnFilledBy = ({ start, end }: Range): number => {
    const cell = cellAt(start);
    const next = cell + 1 < starts.length ? starts[cell + 1] : text.length;
    const isFilled = end <= next && text.slice(starts[cell], start).trim() === "" && text.slice(end, next).trim() === "";
    return isFilled ? columns[cell] : -1;
  };
  let counts: Map<number, number> | undefined;
  const cellsOf = (column: number): number => {
    if (counts === undefined) {
      counts = new Map();
      for (const one of columns) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    return counts.get(column) ?? 0;
  };
  return { kind: "text", text, layout: "prose", place, columnFilledBy, cellsOf };
}

function nextFilled(table: TableSegment, row: number, column: number): number {
  for (let at = column; at < table.columnCount; at++) if (table.text(row, at) !== "") return at;
  return -1;
}
