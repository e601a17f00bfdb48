/** A table as text detectors see it: rows on lines, tabs between cells, in windows of bounded size. */
import type { Range, TableSegment, TextSegment, TextSlice } from "../contract.js";
import { countAtMost } from "./search.js";
import { sliceReader } from "./table.js";

/** UTF-16 units after which a window ends with its row: the first ones are short, so that what is to be known of rows is known soon. */
const FIRST_WINDOW_UNITS = 2 ** 13;
const WINDOW_UNITS = 2 ** 18;

/** A stretch of rows as text. */
export interface TableWindow extends TextSegment {
  /** The column of the cell that a stretch of the text fills by itself; -1 where it is less or more than a cell. */
  columnFilledBy(range: Range): number;
  /** How many cells of a column stand in this window, or would if their row were not known. */
  cellsOf(column: number): number;
  /** Something was found in this stretch: rows like those it touches are shown again. All others need not be. */
  mark(range: Range): void;
}

/** Line breaks and tabs inside a cell: as they are, they would look like rows and cells. */
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]/u;

const MAX_SHORT_NUMBER = 6;

/** A count, a class, a line's own number: no kind of data is so short by itself. */
function isShortNumber({ text, start, end }: TextSlice): boolean {
  if (end - start > MAX_SHORT_NUMBER) return false;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) < 0x30 || text.charCodeAt(i) > 0x39) return false;
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
  const { rowCount, columnCount } = table;
  const slice: TextSlice = { text: "", start: 0, end: 0 };
  const next = sliceReader(table, slice);
  const known = new KnownRows();
  const line = new Line();
  let window = new Lines();
  let units = isAccountedFor === undefined ? WINDOW_UNITS : FIRST_WINDOW_UNITS;
  for (let row = 0; row < rowCount; row++) {
    line.begin();
    let isBesideExplained = false;
    let isBehindExplained = true;
    /** A short number behind an explained cell, which stays out if another explained cell follows. */
    let pending = -1;
    let pendingText = "";
    for (let column = next(row, 0); column >= 0; column = next(row, column + 1)) {
      if (isAccountedFor?.(row, column) === true) {
        isBehindExplained = isBesideExplained = true;
        pending = -1;
        // Explained cells stand side by side: their text need not even be looked for.
        while (column + 1 < columnCount && isAccountedFor(row, column + 1)) column++;
        continue;
      }
      if (pending >= 0) line.add(pending, pendingText);
      pending = -1;
      const text = slice.text.slice(slice.start, slice.end);
      if (isBehindExplained && isAccountedFor !== undefined && isShortNumber(slice)) {
        pending = column;
        pendingText = text;
      } else line.add(column, text);
      isBehindExplained = false;
    }
    if (pending >= 0) line.add(pending, pendingText);
    if (line.size === 0) continue;
    window.addLine(row, line, isBesideExplained, known);
    if (window.text.length >= units) {
      units = Math.min(WINDOW_UNITS, units * 2);
      yield windowOf(table, window);
      known.learn(window);
      window = new Lines();
    }
  }
  if (window.text !== "") yield windowOf(table, window);
}

/** One row's cells that are to be shown. */
class Line {
  text = "";
  size = 0;
  /** By cell, of which there are `size`: its offset in the line, and its column. */
  readonly offsets: number[] = [];
  readonly columns: number[] = [];

  begin(): void {
    this.text = "";
    this.size = 0;
  }

  add(column: number, cell: string): void {
    if (this.size > 0) this.text += "\t";
    this.offsets[this.size] = this.text.length;
    this.columns[this.size++] = column;
    this.text += BREAK.test(cell) ? cell.replace(new RegExp(BREAK, "gu"), " ") : cell;
  }
}

/** The lines of one window, and the cell that each stretch of them begins with. */
class Lines {
  text = "";
  /** By cell: its offset in the text, its row and its column. */
  readonly starts: number[] = [];
  readonly rows: number[] = [];
  readonly columns: number[] = [];
  /** Lines beside explained cells, by their offset: what is left of people's records when their fields are known. */
  readonly remnants: number[] = [];
  /** By remnant: 1 where something was found in it. */
  readonly marked: number[] = [];
  /** By column, cells in lines that are left out. */
  readonly omitted = new Map<number, number>();

  addLine(row: number, line: Line, isRemnant: boolean, known: KnownRows): void {
    if (isRemnant && known.has(line.text)) {
      for (let i = 0; i < line.size; i++) this.omitted.set(line.columns[i], (this.omitted.get(line.columns[i]) ?? 0) + 1);
      return;
    }
    for (let i = 0; i < line.size; i++) {
      this.starts.push(this.text.length + line.offsets[i]);
      this.rows.push(row);
      this.columns.push(line.columns[i]);
    }
    if (isRemnant) {
      this.remnants.push(this.text.length);
      this.marked.push(0);
    }
    this.text += `${line.text}\n`;
  }

  mark({ start, end }: Range): void {
    for (let i = Math.max(0, countAtMost(this.remnants, start) - 1); i < this.remnants.length && this.remnants[i] < end; i++) this.marked[i] = 1;
  }
}

/** Remembered lines, the longest of them (a file in Base64 has longer ones), and how many are asked for before their worth is judged. */
const MAX_KNOWN_ROWS = 4096;
const MAX_KNOWN_UNITS = 38;
const FEWEST_ASKED = 8192;

/**
 * What stands beside the explained cells of a register is often the same in thousands of rows (class, 継続, paid): once nothing was
 * found in such a line, it is not shown again.
 */
class KnownRows {
  readonly #lines = new Set<string>();
  readonly #telling = new Set<string>();
  #asked = 0;
  #met = 0;

  has(line: string): boolean {
    if (this.#lines.size === 0 || line.length > MAX_KNOWN_UNITS || (this.#asked > FEWEST_ASKED && this.#met * 8 < this.#asked)) return false;
    this.#asked++;
    if (!this.#lines.has(line)) return false;
    this.#met++;
    return true;
  }

  /** A line in which something was found anywhere is shown everywhere: what stands around it may have decided. */
  learn({ text, remnants, marked }: Lines): void {
    const lineAt = (start: number): string => text.slice(start, text.indexOf("\n", start));
    for (let i = 0; i < remnants.length; i++) {
      if (marked[i] === 0 || this.#telling.size >= MAX_KNOWN_ROWS) continue;
      this.#telling.add(lineAt(remnants[i]));
      this.#lines.delete(lineAt(remnants[i]));
    }
    for (let i = 0; i < remnants.length && this.#lines.size < MAX_KNOWN_ROWS && this.#telling.size < MAX_KNOWN_ROWS; i++) {
      if (marked[i] === 0 && !this.#telling.has(lineAt(remnants[i]))) this.#lines.add(lineAt(remnants[i]));
    }
  }
}

function windowOf(table: TableSegment, lines: Lines): TableWindow {
  const { text, starts, rows, columns } = lines;
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
      counts = new Map(lines.omitted);
      for (const one of columns) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    return counts.get(column) ?? 0;
  };
  const mark = (range: Range): void => {
    lines.mark(range);
  };
  return { kind: "text", text, layout: "prose", place, columnFilledBy, cellsOf, mark };
}
