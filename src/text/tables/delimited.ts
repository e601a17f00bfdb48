/** Rows whose cells a character parts: bars of Markdown and of grids, tabs, commas, slashes. */
import { createGrid, type TextGrid } from "./grid.js";
import type { Attempt, TableKind } from "./kind.js";
import { type Block, grow, isBlankLine, isRuleLine, isSpace, type Line, type LineKind, MAX_LINE } from "./lines.js";

interface Delimiter {
  readonly chars: string;
  /** Cells of the shortest rows. */
  readonly fewestCells: number;
  /** Rows that must agree. */
  readonly fewestRows: number;
  /** Share of the rows that must have as many cells as most have. */
  readonly agreement: number;
  /** Characters that such rows never hold: code and prose do. */
  readonly never?: RegExp;
}

/** In this order: a row of bars may hold commas. */
const DELIMITERS: readonly Delimiter[] = [
  { chars: "|｜│┃║", fewestCells: 2, fewestRows: 2, agreement: 0.6 },
  { chars: "\t", fewestCells: 2, fewestRows: 3, agreement: 0.5 },
  { chars: "／", fewestCells: 2, fewestRows: 3, agreement: 0.8, never: /[。{}<>;"'`]/u },
  { chars: ",，", fewestCells: 3, fewestRows: 3, agreement: 0.9, never: /[。{}<>;'`[\]=]/u },
];

/** The first of them, as `unitTable` has it. */
const BARS = 1;

let delimiterUnits: Uint8Array | undefined;

function unitTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  DELIMITERS.forEach(({ chars }, i) => {
    for (const char of chars) table[char.charCodeAt(0)] = i + 1;
  });
  return (delimiterUnits = table);
}

/** One for each way of parting cells: the table around the line that begins at `lineStart`, if its cells are parted so. */
export const delimitedTables: readonly TableKind[] = DELIMITERS.map((delimiter, i) => (text, lineStart, line, floor) => tryDelimiter(text, lineStart, line, floor, delimiter, i + 1));

/** Cells of a line; a bar at its beginning or end parts nothing, nor do tabs there. */
function cellCount(text: string, { start, end }: Line, unit: number): number {
  const table = delimiterUnits ?? unitTable();
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  if (to === from) return 0;
  let cells = 1;
  for (let at = from; at < to; at++) if (table[text.charCodeAt(at)] === unit) cells++;
  if (unit === BARS && table[text.charCodeAt(from)] === unit) cells--;
  if (unit === BARS && to - 1 > from && table[text.charCodeAt(to - 1)] === unit) cells--;
  return cells;
}

function tryDelimiter(text: string, lineStart: number, line: Line, floor: number, delimiter: Delimiter, unit: number): Attempt | undefined {
  const { fewestCells, fewestRows, agreement, never } = delimiter;
  const own = cellCount(text, line, unit);
  if (own < fewestCells) return undefined;
  const counts = new Map<number, number>();
  const kindOf = (one: Line): LineKind => {
    if (one.end - one.start > MAX_LINE) return "other";
    if (isBlankLine(text, one)) return "blank";
    if (isRuleLine(text, one)) return "rule";
    const cells = cellCount(text, one, unit);
    if (cells < fewestCells || cells > own * 2 || cells * 2 < own) return "other";
    if (never?.test(text.slice(one.start, one.end)) === true) return "other";
    counts.set(cells, (counts.get(cells) ?? 0) + 1);
    return "row";
  };
  const block = grow(text, lineStart, { kindOf, blanks: 1, floor });
  const most = Math.max(...counts.values());
  // One record below a header that a rule sets apart is a table; two lines that happen to hold a bar are none.
  const enough = block.rules > 0 ? fewestRows : 3;
  const isTable = block.rows.length >= enough && most >= block.rows.length * agreement;
  return { grid: isTable ? gridOf(text, block, unit) : undefined, end: block.end };
}

function gridOf(text: string, block: Block, unit: number): TextGrid {
  const table = delimiterUnits ?? unitTable();
  const grid = createGrid(text);
  const goesOn = continuations(text, block, unit);
  // A row on several lines is built by column, so that the parts of a cell come together.
  let open: [column: number, start: number, end: number][] = [];
  const settle = (): void => {
    if (open.length === 0) return;
    grid.startRow();
    open.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    for (const [column, start, end] of open) grid.cell(column, start, end);
    open = [];
  };
  block.rows.forEach(({ start, end }, i) => {
    if (!goesOn(i)) settle();
    let from = start;
    while (from < end && isSpace(text.charCodeAt(from)) && table[text.charCodeAt(from)] !== unit) from++;
    // A bar at the beginning is the frame, a tab there an empty cell.
    if (unit === BARS && table[text.charCodeAt(from)] === unit) from++;
    let column = 0;
    let cellStart = from;
    for (let at = from; at <= end; at++) {
      if (at < end && table[text.charCodeAt(at)] !== unit) continue;
      if (at > cellStart) open.push([column, cellStart, at]);
      column++;
      cellStart = at + 1;
    }
  });
  settle();
  return grid.finish(block.start, block.end);
}

/** Lines of a grid whose every row has a rule below it: a line that leaves a cell empty goes on with the row above. */
function continuations(text: string, { rows, rulesBefore, rules }: Block, unit: number): (row: number) => boolean {
  const groups = rulesBefore.reduce((sum, before) => sum + (before > 0 ? 1 : 0), 0);
  if (rules < 3 || groups < 3 || groups === rows.length) return () => false;
  const table = delimiterUnits ?? unitTable();
  const hasEmptyCell = ({ start, end }: Line): boolean => {
    let blank = true;
    let seen = 0;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (table[code] === unit) {
        if (blank && seen++ > 0) return true;
        seen = Math.max(seen, 1);
        blank = true;
      } else if (!isSpace(code)) blank = false;
    }
    return false;
  };
  return (row) => row > 0 && rulesBefore[row] === 0 && hasEmptyCell(rows[row]);
}
