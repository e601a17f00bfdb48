/** What reading a part's markup gives: lines of text and tables, each with why it is not seen; and how they become segments. */
import type { CellRange, Concealment, Location, Place, Range, Segment, Step, TextSegment } from "../../contract.js";
import { cellRef, tableOf } from "../table.js";
import { addShownAddresses } from "./shown-addresses.js";

/** One paragraph, or something said beside it: a field code, an alternative text. */
export interface Line {
  readonly text: string;
  /** The paragraph it stands in or beside, counted from 1 through the whole part, text boxes and table cells included. */
  readonly paragraph: number;
  readonly concealment: Concealment | undefined;
}

export interface Cell {
  readonly text: string;
  readonly concealment: Concealment | undefined;
}

export interface Row {
  readonly paragraph: number;
  /** Why the row as such is not seen, whatever its cells say. */
  readonly concealment: Concealment | undefined;
  readonly cells: readonly Cell[];
}

export interface Story {
  readonly lines: readonly Line[];
  readonly tables: readonly (readonly Row[])[];
}

export interface Markup extends Story {
  /** Of comments and tracked changes. */
  readonly authors: ReadonlySet<string>;
}

/**
 * One text segment for what is in plain view and one for each concealment, paragraphs joined by "\n", then the tables.
 * A place's span has the paragraph's number as its line, and offsets into the segment's text; a table's place has the
 * paragraph that the row begins with, then the cells.
 * @param at the part
 * @param whole why nothing in the part is seen, which holds for all that has no reason of its own
 */
export function* segmentsOf({ lines, tables }: Story, at: Location, whole?: Concealment): Generator<Segment> {
  const byConcealment = new Map<Concealment | undefined, Line[]>();
  for (const line of lines) {
    const key = line.concealment ?? whole;
    const group = byConcealment.get(key);
    if (group === undefined) byConcealment.set(key, [line]);
    else group.push(line);
  }
  for (const [concealment, group] of byConcealment) yield textOf(group, at, concealment);
  for (const rows of tables) yield tableSegment(rows, at, whole);
}

/** Adds the mail addresses that the part shows. */
export function addAddressesOf({ lines, tables }: Story, shown: Set<string>): void {
  for (const { text, concealment } of lines) if (concealment === undefined) addShownAddresses(text, shown);
  for (const rows of tables) {
    for (const row of rows) {
      for (const { text, concealment } of row.cells) if (concealment === undefined && row.concealment === undefined) addShownAddresses(text, shown);
    }
  }
}

function textOf(lines: readonly Line[], at: Location, concealment: Concealment | undefined): TextSegment {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    starts.push(length);
    length += text.length + 1;
  }
  return {
    kind: "text",
    text: lines.map(({ text }) => text).join("\n"),
    layout: "prose",
    place: ({ start, end }: Range): Place => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if (starts[middle] <= start) low = middle;
        else high = middle - 1;
      }
      const span: Step = { kind: "span", line: lines[low].paragraph, column: start - starts[low] + 1, offset: start, length: end - start };
      return concealed([...at, span], concealment);
    },
  };
}

function tableSegment(rows: readonly Row[], at: Location, whole: Concealment | undefined): Segment {
  const reasonAt = (row: number, column: number): Concealment | undefined => rows[row]?.concealment ?? rows[row]?.cells[column]?.concealment ?? whole;
  const place = (range: CellRange): Place => {
    const span: Step = { kind: "span", line: rows[range.firstRow]?.paragraph ?? 1, column: 1, offset: 0, length: 0 };
    return concealed([...at, span, { kind: "cell", ref: cellRef(range) }], commonReason(range, rows, reasonAt));
  };
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const ofRow = rows.map((_, row) => commonReason({ firstRow: row, lastRow: row, firstColumn: 0, lastColumn: width - 1 }, rows, reasonAt));
  return tableOf(
    rows.map(({ cells }) => cells.map(({ text }) => text)),
    { at, place, ...(ofRow.some((reason) => reason !== undefined) && { rowConcealment: (row: number) => ofRow[row] }) },
  );
}

/** The reason that all cells of the range which hold anything have in common. */
function commonReason(
  range: CellRange,
  rows: readonly Row[],
  reasonAt: (row: number, column: number) => Concealment | undefined,
): Concealment | undefined {
  let common: Concealment | undefined;
  for (let row = range.firstRow; row <= Math.min(range.lastRow, rows.length - 1); row++) {
    for (let column = range.firstColumn; column <= Math.min(range.lastColumn, rows[row].cells.length - 1); column++) {
      if (rows[row].cells[column].text === "") continue;
      const reason = reasonAt(row, column);
      if (reason === undefined || (common !== undefined && reason !== common)) return undefined;
      common = reason;
    }
  }
  return common;
}

function concealed(at: Location, concealment: Concealment | undefined): Place {
  return concealment === undefined ? { at } : { at, concealment };
}
