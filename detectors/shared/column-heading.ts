/** What heads the column in which a value stands, in text whose lines are rows: CSV, tabs, pipes. */

/** A row and the rows that may hold its heading. */
const LONGEST_ROW = 2_000;
const HEADING_ROWS = 3;
const LONGEST_HEADING = 24;
/** How far back a block of lines is followed where nothing is known of it yet. */
const REACH = 2 ** 16;
const DELIMITERS = "\t,|;";
const BLANK_LINE = /\n[ \t,|;]*\n/gu;
/** What stands around a cell's text. */
const AROUND = /^[\s"'*]+|[\s"'*]+$/gu;

/** A value that fills a cell. */
export interface CellOfRow {
  readonly delimiter: string;
  /** From 0. */
  readonly column: number;
  /** Offset of the row's first character. */
  readonly lineStart: number;
}

/** Where the value [start, end) stands in its row; undefined where it fills no cell. */
export function cellOfRow(text: string, start: number, end: number): CellOfRow | undefined {
  let at = start;
  while (at > 0 && (text[at - 1] === " " || text[at - 1] === "\"")) at--;
  let behind = end;
  while (text[behind] === " " || text[behind] === "\"") behind++;
  const before = text[at - 1] ?? "\n";
  const after = text[behind] ?? "\n";
  const delimiter = before === "\n" ? after : before;
  if (!DELIMITERS.includes(delimiter) || (after !== delimiter && after !== "\n" && after !== "\r")) return undefined;
  let lineStart = at;
  let column = 0;
  let isQuoted = false;
  while (lineStart > 0 && text[lineStart - 1] !== "\n") {
    lineStart--;
    if (start - lineStart > LONGEST_ROW) return undefined;
    if (text[lineStart] === "\"") isQuoted = !isQuoted;
    else if (text[lineStart] === delimiter && !isQuoted) column++;
  }
  return { delimiter, column, lineStart };
}

/** The cell of a row, without quotation marks; undefined where the row is too long. */
export function cellAt(text: string, lineStart: number, { delimiter, column }: CellOfRow): string | undefined {
  const stop = text.indexOf("\n", lineStart);
  const end = stop < 0 ? text.length : stop;
  return end - lineStart > LONGEST_ROW ? undefined : text.slice(lineStart, end).split(delimiter)[column]?.replace(AROUND, "");
}

interface Block {
  readonly text: string;
  /** Where its first row begins, and up to where it is known that no blank line ends it. */
  readonly start: number;
  until: number;
  /** False where its beginning is out of reach. */
  readonly isWhole: boolean;
  /** Of rows that stand under all the rows that may be headings. */
  readonly headings: Map<string, readonly string[]>;
}

let block: Block | undefined;

/** The lines without a blank one between them up to `lineStart`. Asked in the text's order, as detectors ask, it reads nothing twice. */
function blockOf(text: string, lineStart: number): Block {
  const known = block?.text === text && lineStart >= block.start ? block : undefined;
  if (known !== undefined && lineStart <= known.until) return known;
  const from = known === undefined ? Math.max(0, lineStart - REACH) : Math.max(known.start, known.until - 1);
  let start = -1;
  for (const blank of text.slice(from, lineStart).matchAll(BLANK_LINE)) start = from + blank.index + blank[0].length;
  if (start < 0 && known !== undefined) {
    known.until = lineStart;
    return known;
  }
  return (block = { text, start: Math.max(from, start), until: lineStart, isWhole: start >= 0 || from === 0, headings: new Map() });
}

/**
 * The short cells above a value in the first rows of its block; none where it stands in the very first or fills no cell.
 * @param text normalised; the value stands in [start, end)
 */
export function headingsAbove(text: string, start: number, end: number): readonly string[] {
  const cell = cellOfRow(text, start, end);
  if (cell === undefined) return [];
  const { start: first, isWhole, headings } = blockOf(text, cell.lineStart);
  if (!isWhole) return [];
  const key = `${cell.delimiter}${cell.column}`;
  const known = headings.get(key);
  if (known !== undefined) return known;
  const words: string[] = [];
  let from = first;
  let rows = 0;
  for (; rows < HEADING_ROWS && from < cell.lineStart; rows++) {
    const heading = cellAt(text, from, cell);
    if (heading !== undefined && heading !== "" && heading.length <= LONGEST_HEADING) words.push(heading);
    from = text.indexOf("\n", from) + 1;
  }
  if (rows === HEADING_ROWS) headings.set(key, words);
  return words;
}
