/** Reads a text in windows: what is found in it, and the tables that stand around what is found. */
import type { TableSegment, TextSegment } from "./contract.js";
import type { DetectedMatch } from "./detect.js";
import { withoutStrays } from "./strays.js";
import type { TableWindow } from "./text/table-text.js";
import { createTableFinder, tableOfGrid, type TextGrid } from "./text/tables/index.js";
import { windowsOf } from "./text/windows.js";

/** UTF-16 units that detectors look at between two pauses: 50 to 200 ms' worth. */
const WINDOW_UNITS = 2 ** 17;

/** What the table-level detectors say of one table. */
export interface TableReading {
  readonly hasRecords: boolean;
  /** The cells that they account for. */
  readonly isAccountedFor: ((row: number, column: number) => boolean) | undefined;
}

/** What was found in a stretch of a window, all outside tables of people or all inside one. */
export interface Passage {
  readonly window: TextSegment;
  readonly found: readonly DetectedMatch[];
  /** Inside a table: whether its records tell this already. */
  readonly isKnown?: (found: DetectedMatch) => boolean;
}

/**
 * Tables in texts are looked for only where something was found: what is a table of people for no detector stays prose. Yields
 * nothing between pieces of work.
 * @param readTable shows a table to the detectors of tables
 */
export function* passagesOf(
  segment: TextSegment,
  detected: (window: TextSegment) => Iterable<DetectedMatch>,
  readTable: (table: TableSegment) => Generator<undefined, TableReading>,
): Generator<Passage | undefined> {
  const finder = createTableFinder(segment.text);
  let grid: TextGrid | undefined;
  let reading: TableReading | undefined;
  let base = 0;
  for (const window of windowsOf(segment, WINDOW_UNITS)) {
    let found: DetectedMatch[] = [];
    /** Those of `found` that stand in the table read last, while it is being met. */
    let run: DetectedMatch[] = [];
    let around: TextGrid | undefined;
    const settle = (): void => {
      if (grid !== undefined && run.length > 0) found.push(...withoutStrays(run, columnsIn(grid, base, window.text.length)));
      run = [];
    };
    for (const match of detected(window)) {
      const table = finder.at(base + match.start);
      if (table !== grid) settle();
      if (table !== undefined && table !== grid) {
        grid = table;
        reading = yield* readTable(tableOfGrid(table, (range) => segment.place(range)));
      }
      const inside = table !== undefined && reading?.hasRecords === true ? table : undefined;
      if (inside !== around) {
        if (found.length > 0) yield passageIn(window, base, found, around, reading);
        found = [];
        around = inside;
      }
      if (table === undefined) found.push(match);
      else run.push(match);
    }
    settle();
    if (found.length > 0) yield passageIn(window, base, found, around, reading);
    yield undefined;
    base += window.text.length;
  }
}

/** The columns of a table as far as it stands in a window. */
function columnsIn(grid: TextGrid, base: number, length: number): Pick<TableWindow, "columnFilledBy" | "cellsOf"> {
  const share = (Math.min(grid.end, base + length) - Math.max(grid.start, base)) / Math.max(1, grid.end - grid.start);
  return {
    columnFilledBy({ start, end }) {
      const cell = grid.cellAt(base + start);
      if (cell === undefined) return -1;
      const range = grid.rangeOf(cell.row, cell.row, cell.column, cell.column);
      return range.start === base + start && range.end === base + end ? cell.column : -1;
    },
    cellsOf: () => grid.rowCount * share,
  };
}

function passageIn(window: TextSegment, base: number, found: readonly DetectedMatch[], grid: TextGrid | undefined, reading: TableReading | undefined): Passage {
  const isAccountedFor = reading?.isAccountedFor;
  if (grid === undefined) return { window, found };
  const isKnown = ({ start, end, match, value }: DetectedMatch): boolean => {
    const cell = grid.cellAt(base + start) ?? grid.cellAt(base + end - 1);
    if (cell === undefined || isAccountedFor === undefined) return false;
    if (isAccountedFor(cell.row, cell.column)) return true;
    // The record's own name, once more: N:佐藤;花子 beside FN:佐藤 花子.
    return match.entity === "person-name" && hasName(grid, cell.row, isAccountedFor, value.replace(NO_LETTERS, ""));
  };
  return { window, found, isKnown };
}

const NO_LETTERS = /[^\p{L}\p{M}々]/gu;
/** Cells of a row that are looked through for a name. */
const MAX_CELLS = 64;

function hasName(grid: TextGrid, row: number, isAccountedFor: (row: number, column: number) => boolean, name: string): boolean {
  let read = 0;
  for (let column = grid.nextColumn(row, 0); column >= 0 && read++ < MAX_CELLS; column = grid.nextColumn(row, column + 1)) {
    if (isAccountedFor(row, column) && grid.text(row, column).replace(NO_LETTERS, "").includes(name)) return true;
  }
  return false;
}
