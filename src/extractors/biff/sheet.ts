/** One sheet of a workbook stream: its cells as a table, and everything else it says as text. */
import type { Artifact, CellRange, Concealment, ExtractContext, Location, Segment, SheetState } from "../../contract.js";
import { cellRef } from "../../text/table.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { withoutHeaderCodes } from "../cells/header-codes.js";
import { shortest } from "../cells/number-format.js";
import { phoneticRemarks } from "../cells/phonetics.js";
import { isHairWide } from "../cells/sight.js";
import { sheetConcealment, sheetTable } from "../cells/sheet-table.js";
import { createCellReader, isRowRecord } from "./cells.js";
import { objectKind, readCovers } from "./covers.js";
import { collectDrawing, readDrawing } from "./drawing.js";
import { formulaReader } from "./formulas.js";
import { addLines, NO_TEXT, type Globals } from "./globals.js";
import { createNotes } from "./notes.js";
import { beginningAt, CONTENT, continuedPieces, RECORD, recordsOf } from "./records.js";
import { readable, stringIn } from "./strings.js";
import { hyperlink, validation } from "./margins.js";

export interface SheetPart {
  readonly name: string;
  readonly state: SheetState;
  /** Of the stream: from its first record on to the end of its last. */
  readonly start: number;
  readonly end: number;
  /** What is printed of it; none: all. */
  readonly printed: readonly CellRange[];
}

const RECORDS_A_TICK = 50_000;
const COLUMNS = 0x7d;
/** [MS-XLS] 2.4.98 DxGCol: the width of columns that no COLINFO tells of. Without it they are as wide as some characters and a margin, which is never a hair. */
const USUAL_WIDTH = 0x99;
const MAX_COLUMNS = 256;
const WIDTHS_A_CHARACTER = 256;
const OBJECT = 0x5d;
const HEADERS: ReadonlySet<number> = new Set([0x14, 0x15]);
const HEADER_FOOTER = 0x89c;
const LINK = 0x1b8;
const VALIDATION = 0x1be;
const SERIES_TEXT = 0x100d;
const LABEL = 0x204;
const CACHED: ReadonlySet<number> = new Set([LABEL, 0x203]);
/** ARRAY and SHRFMLA, where their tokens begin. */
const SHARED_FORMULAS: Readonly<Record<number, number>> = { 0x221: 14, 0x4bc: 10 };

/** @returns how many cells hold anything */
export function* readSheet(stream: Uint8Array, { name, state, start, end, printed }: SheetPart, globals: Globals, bookAt: Location, context: ExtractContext): Generator<Segment | Artifact, number> {
  const { budget } = context;
  const { script, styles, shared } = globals;
  budget.entry();
  const at: Location = [...bookAt, { kind: "sheet", name, state }];
  const hidden = sheetConcealment(state);
  const cellPlace = (row: number, column: number): Location => [...at, { kind: "cell", ref: cellRef({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }) }];
  const formulas = formulaReader(script);
  const literals = new Map<string, Remark>();
  const addLiterals = (text: string, where: Location): void => {
    if (text !== "" && !literals.has(text)) literals.set(text, { text, at: where });
  };
  const extras: Remark[] = [];
  const cells = createCellReader({
    script, styles, used: shared.used,
    sink: {
      formula: (row, column, bytes, from, size) => {
        addLiterals(formulas.literals(bytes, from, size), cellPlace(row, column));
      },
      phonetic: (row, column, text) => extras.push({ text, at: cellPlace(row, column) }),
    },
  });
  const notes = createNotes(script);
  const drawing = collectDrawing();
  const hiddenColumns = new Uint8Array(MAX_COLUMNS);
  const toldColumns = new Uint8Array(MAX_COLUMNS);
  let othersHidden = false;
  const prompts: Remark[] = [];
  const headers: string[] = [];
  const objects: number[] = [];
  const charts = new Set<string>();
  const other = new Set<string>();

  const rows = recordsOf(stream, start, end);
  let depth = 0;
  let count = 0;
  while (rows.next()) {
    if (++count % RECORDS_A_TICK === 0) budget.tick();
    if (beginningAt(stream, rows.at) !== undefined) depth++;
    else if (rows.type === RECORD.EOF) depth--;
    else if (depth <= 1 && isRowRecord(rows.type, rows.end - rows.start)) cells.noteRow(rows.type, stream.subarray(rows.start, rows.end));
  }

  const cursor = recordsOf(stream, start, end);
  const inner: boolean[] = [];
  while (cursor.next()) {
    if (++count % RECORDS_A_TICK === 0) budget.tick();
    const { type } = cursor;
    const bytes = stream.subarray(cursor.start, cursor.end);
    const beginning = beginningAt(stream, cursor.at);
    if (beginning !== undefined) {
      // A chart on a sheet is a part of its own inside the sheet's ([MS-XLS] 2.1.7.20.1), and caches cells that are not the sheet's.
      inner.push(inner.length > 0 || beginning.content === CONTENT.CHART);
      continue;
    }
    if (type === RECORD.EOF) {
      inner.pop();
      continue;
    }
    // Objects of a chart are drawn on the chart, by a drawing of its own.
    if (type === OBJECT && inner.length <= 1) objects.push(objectKind(bytes));
    if (type === SERIES_TEXT) charts.add(stringIn(bytes.subarray(2), script, true));
    else if (inner.at(-1) === true && CACHED.has(type)) charts.add(type === LABEL ? stringIn(bytes.subarray(6), script) : shortest(doubleAt(bytes, 6)));
    else if (cells.read(type, bytes)) continue;
    else if (type === COLUMNS && bytes.length >= 10) {
      const isHidden = (bytes[8] & 1) !== 0 || isHairWide((bytes[4] | (bytes[5] << 8)) / WIDTHS_A_CHARACTER);
      const [first, last] = [bytes[0] | (bytes[1] << 8), bytes[2] | (bytes[3] << 8)];
      toldColumns.fill(1, first, last + 1);
      if (isHidden) hiddenColumns.fill(1, first, last + 1);
    } else if (type === USUAL_WIDTH && bytes.length >= 2) {
      othersHidden = isHairWide((bytes[0] | (bytes[1] << 8)) / WIDTHS_A_CHARACTER);
    } else if (SHARED_FORMULAS[type] !== undefined) {
      const from = SHARED_FORMULAS[type];
      if (bytes.length >= from) addLiterals(formulas.literals(bytes, from, bytes[from - 2] | (bytes[from - 1] << 8)), cellPlace(bytes[0] | (bytes[1] << 8), bytes[4]));
    } else if (HEADERS.has(type)) headers.push(withoutHeaderCodes(stringIn(bytes, script, script.biff < 8)));
    else if (type === HEADER_FOOTER) headers.push(...readable(bytes.subarray(28), script).split("\n").map(withoutHeaderCodes));
    else if (type === LINK) extras.push(hyperlink(bytes, script, at));
    else if (type === VALIDATION) prompts.push(validation(bytes, script, formulas, at));
    else if (!notes.read(type, stream, cursor) && !drawing.read(type, stream, cursor) && !NO_TEXT.has(type)) {
      for (const piece of continuedPieces(stream, cursor)) addLines(readable(piece, script), other);
    }
  }
  cells.local.seal();
  const table = cells.finish();
  if (table.rowCount > 0) {
    const columns = new Uint8Array(table.columnCount);
    columns.set(hiddenColumns.subarray(0, table.columnCount));
    if (othersHidden) for (let column = 0; column < columns.length; column++) columns[column] |= 1 - (toldColumns.at(column) ?? 0);
    yield sheetTable({ at, state, cells: table, shared: shared.pool, local: cells.local, hiddenColumns: columns, covered: readCovers(drawing.pieces, objects), printed });
  }
  for (const { row, column, value } of table.replaced) extras.push({ text: value >= 0 ? shared.pool.get(value) : cells.local.get(~value), at: cellPlace(row, column) });
  const remarks = (found: readonly Remark[], concealment: Concealment | undefined): Segment[] => {
    const said = found.filter(({ text }) => text !== "");
    return said.length === 0 ? [] : [remarksSegment(said, hidden ?? concealment)];
  };
  const here = (texts: Iterable<string>): Remark[] => [...texts].map((text) => ({ text, at }));
  yield* remarks(notes.comments(cellPlace), "comment");
  yield* remarks(here([...headers, ...notes.boxes(), ...charts]), undefined);
  yield* remarks(prompts, undefined);
  yield* remarks([...extras, ...literals.values(), ...phoneticRemarks(table, shared.phonetics, cellPlace)], "package-data");
  yield* remarks(here(other), "package-data");
  yield* readDrawing(drawing.pieces, at, hidden, budget);
  return table.cellCount;
}

function doubleAt(bytes: Uint8Array, at: number): number {
  return at + 8 <= bytes.length ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getFloat64(at, true) : 0;
}
