/** Lines -> what they form: running text, a table, or columns of text beside each other. */
import { cellIntervals, edgesOf, type Interval } from "./cells.js";
import type { Line, Piece } from "./lines.js";

export type Block =
  | { readonly kind: "lines"; readonly lines: readonly Line[] }
  /** Cells of each line by column; `edges` are where columns begin, in the frame. */
  | { readonly kind: "table"; readonly edges: readonly number[]; readonly rows: readonly (readonly (readonly Piece[])[])[] }
  /** Whole columns, to be read one after another. */
  | { readonly kind: "columns"; readonly columns: readonly (readonly Line[])[] };

/** Lines that must share their gutters. */
const MIN_ROWS = 3;
/** A line of more cells than this is no row: merging columns costs rows times columns. */
const MAX_COLUMNS = 256;
/** White between blocks: as a share of the distance between the lines before, and of the font size. */
const BREAK_PITCHES = 2.5;
const BREAK_EM = 3;
/** Cells of running text: this long on average, and this share of them filling their column. */
const PROSE_CHARS = 12;
const PROSE_FILLED = 0.6;
const PROSE_ROWS = 5;

/** Linear in the pieces but for the merging of column intervals, which is linear in rows times columns. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let plain: Line[] = [];
  const settle = (): void => {
    if (plain.length > 0) blocks.push({ kind: "lines", lines: plain });
    plain = [];
  };
  const edges = edgesOf(lines);
  const cells = lines.map((line) => cellIntervals(line, edges));
  let i = 0;
  while (i < lines.length) {
    const grown = cells[i].length >= 2 && cells[i].length <= MAX_COLUMNS ? grow(lines, cells, i) : undefined;
    if (grown === undefined) {
      plain.push(lines[i++]);
      continue;
    }
    const rows = lines.slice(i, grown.end).map((line) => rowOf(line, grown.columns));
    settle();
    blocks.push(isProse(rows, grown.columns) ? { kind: "columns", columns: columnsOf(lines.slice(i, grown.end), rows) } : { kind: "table", edges: grown.columns.map(({ start }) => start), rows });
    i = grown.end;
  }
  settle();
  return blocks;
}

/** From `first` on, as many lines as keep at least one common gutter and most of the gutters so far. */
function grow(lines: readonly Line[], cells: readonly (readonly Interval[])[], first: number): { end: number; columns: readonly Interval[] } | undefined {
  let columns: readonly Interval[] = cells[first];
  let end = first + 1;
  let rows = 1;
  let full = 1;
  let crossing = 0;
  let alone = 0;
  let pitch = 0;
  for (let j = first + 1; j < lines.length; j++) {
    const gap = lines[j - 1].v - lines[j].v;
    if (pitch > 0 && gap > BREAK_PITCHES * pitch && gap > BREAK_EM * lines[j].size) break;
    // Two lines with one cell in a row are text; one is a cell that went on, or a row with little in it.
    if (cells[j].length < 2 && ++alone > 1) break;
    if (cells[j].length > MAX_COLUMNS) break;
    const merged = mergeIntervals(columns, cells[j]);
    if (merged.length > MAX_COLUMNS) break;
    const keeps = merged.length >= 2 && (rows < MIN_ROWS || merged.length - 1 >= 0.6 * (columns.length - 1));
    if (!keeps) {
      // One overlong cell in ten rows may lie across a gutter.
      if (cells[j].length < 2 || rows < MIN_ROWS || cells[j].length < 0.6 * columns.length || crossing + 1 > rows / 10) break;
      crossing++;
    } else columns = merged;
    rows++;
    pitch = pitch === 0 ? gap : Math.max(pitch, Math.min(gap, 2 * pitch));
    if (cells[j].length >= 2) {
      alone = 0;
      full++;
      end = j + 1;
    }
  }
  return full >= MIN_ROWS && columns.length >= 2 ? { end, columns } : undefined;
}

/** The union of two sorted lists of intervals; those that touch become one. */
function mergeIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const merged: { start: number; end: number }[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const next = j >= b.length || (i < a.length && a[i].start <= b[j].start) ? a[i++] : b[j++];
    const last = merged[merged.length - 1];
    if (last !== undefined && next.start <= last.end) last.end = Math.max(last.end, next.end);
    else merged.push({ start: next.start, end: next.end });
  }
  return merged;
}

/** A piece belongs to the last column that begins at or before it. */
function rowOf({ pieces }: Line, columns: readonly Interval[]): Piece[][] {
  const row: Piece[][] = columns.map(() => []);
  let column = 0;
  for (const piece of pieces) {
    while (column + 1 < columns.length && piece.start >= columns[column + 1].start - 0.01) column++;
    row[column].push(piece);
  }
  return row;
}

/** Two columns of running text beside each other look like a table with two columns, but their cells are long and full. */
function isProse(rows: readonly (readonly (readonly Piece[])[])[], columns: readonly Interval[]): boolean {
  if (rows.length < PROSE_ROWS) return false;
  let prose = 0;
  for (let column = 0; column < columns.length; column++) {
    const width = columns[column].end - columns[column].start;
    let cells = 0;
    let filled = 0;
    let chars = 0;
    for (const row of rows) {
      const cell = row[column];
      if (cell.length === 0) continue;
      cells++;
      if (cell[cell.length - 1].end - cell[0].start >= 0.9 * width) filled++;
      for (const piece of cell) chars += piece.text.length;
    }
    if (cells >= PROSE_ROWS && filled >= PROSE_FILLED * cells && chars >= PROSE_CHARS * cells) prose++;
  }
  return prose >= 2 && prose >= columns.length - 1;
}

function columnsOf(lines: readonly Line[], rows: readonly (readonly (readonly Piece[])[])[]): Line[][] {
  return rows[0].map((_, column) =>
    lines.flatMap((line, row) => {
      const pieces = rows[row][column];
      return pieces.length > 0 ? [{ v: line.v, size: line.size, pieces: [...pieces] }] : [];
    }),
  );
}
