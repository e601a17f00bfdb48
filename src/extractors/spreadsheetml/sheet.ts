/**
 * One `Worksheet`: its cells as a table, and everything else it says as text. Nothing is ever drawn over its cells: the format has no
 * pictures, shapes, charts or objects, and Excel leaves them out when it saves as one (XML Spreadsheet Reference; "Save a workbook in another file format").
 */
import type { XmlReader } from "../../bytes/xml.js";
import type { Budget, CellRange, Concealment, Location, Segment, SheetState, SheetSummary } from "../../contract.js";
import { cellRef } from "../../text/table.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { formulaLiterals } from "../cells/formulas.js";
import { withoutHeaderCodes } from "../cells/header-codes.js";
import { createCellRows } from "../cells/rows.js";
import { isHair } from "../cells/sight.js";
import { sheetConcealment, sheetTable } from "../cells/sheet-table.js";
import { createStringPool } from "../cells/string-pool.js";
import { eachInside, readElsewhere, readNames, wordsOf } from "./elsewhere.js";
import type { Styles } from "./styles.js";

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
const CELLS_A_TICK = 20_000;
const STATES: ReadonlyMap<string, SheetState> = new Map([["SheetHidden", "hidden"], ["SheetVeryHidden", "very-hidden"]]);

/** @param reader at "open" of the sheet; moved past its "close" */
export function readSheet(reader: XmlReader, styles: Styles, bookAt: Location, budget: Budget): { sheet: SheetSummary; segments: Segment[] } {
  budget.entry();
  const name = reader.attribute("Name") ?? "";
  const rows = createCellRows();
  const local = createStringPool();
  const hiddenColumns = new Uint8Array(MAX_COLUMNS);
  const found = { comments: [] as Found[], prompts: [] as Found[], extras: [] as Found[], printed: [] as string[], other: [] as string[], names: [] as string[] };
  let state: SheetState = "visible";
  let printed: readonly CellRange[] = [];
  let row = -1;
  let rowHidden = false;
  /** Styles of cells that name none: by row, or else by column. */
  let rowStyle: string | undefined;
  const columnStyles: (string | undefined)[] = [];
  let column = -1;
  let count = 0;
  let columnsTold = 0;
  /** Of columns and rows that say nothing of their own, in points. */
  let [usualWidth, usualHeight] = [Infinity, Infinity];
  const toldColumns = new Uint8Array(MAX_COLUMNS);

  /** Repetitions are told of, not written: nothing but their hiding matters. */
  function openColumn(): void {
    const first = within(reader.attribute("Index"), column + 1, MAX_COLUMNS);
    column = Math.min(MAX_COLUMNS - 1, first + spanOf(reader.attribute("Span")));
    // No sheet has more of them than columns.
    if (++columnsTold > MAX_COLUMNS) return;
    const style = reader.attribute("StyleID");
    if (style !== undefined) for (let i = first; i <= column; i++) columnStyles[i] = style;
    toldColumns.fill(1, first, column + 1);
    if (isSet(reader.attribute("Hidden")) || isHair(Number(reader.attribute("Width") ?? usualWidth))) hiddenColumns.fill(1, first, column + 1);
  }
  function openRow(): void {
    const first = within(reader.attribute("Index"), row + 1, MAX_ROWS);
    rowHidden = isSet(reader.attribute("Hidden")) || isHair(Number(reader.attribute("Height") ?? usualHeight));
    row = first;
    column = -1;
    rowStyle = reader.attribute("StyleID");
    rows.startRow(row, rowHidden);
    rowSpan = spanOf(reader.attribute("Span"));
  }
  let rowSpan = 0;
  function openCell(): void {
    if (++count % CELLS_A_TICK === 0) budget.tick();
    column = within(reader.attribute("Index"), column + 1, MAX_COLUMNS);
    const own = column;
    const add = (to: Found[], text: string): void => {
      if (text !== "") to.push({ row, column: own, text });
    };
    const style = styles.get(reader.attribute("StyleID") ?? rowStyle ?? columnStyles[column] ?? "Default");
    add(found.extras, formulaLiterals(reader.attribute("Formula") ?? ""));
    for (const attribute of ["HRef", "HRefScreenTip"]) add(found.extras, reader.attribute(attribute) ?? "");
    column = Math.min(MAX_COLUMNS - 1, column + spanOf(reader.attribute("MergeAcross")));
    let inComment = false;
    eachInside(reader, (token) => {
      if (token === "close" && reader.name === "Comment") inComment = false;
      if (token === "aside") add(found.extras, reader.text.trim());
      if (token !== "open") return;
      if (reader.name === "Comment") {
        inComment = true;
        add(found.comments, reader.attribute("Author") ?? "");
      } else if (reader.name === "Data" && !inComment) {
        const type = reader.attribute("Type") ?? "String";
        const text = shown(type, reader.innerText(), style?.show);
        if (text === "") return;
        local.addText(text);
        rows.put(row, own, ~local.finishString(), style?.hides === true);
      } else if (reader.name === "Data") add(found.comments, reader.innerText().trim());
      else if (reader.name === "PhoneticText") add(found.extras, reader.innerText());
    });
  }
  function table(): void {
    usualWidth = Number(reader.attribute("DefaultColumnWidth") ?? Infinity);
    usualHeight = Number(reader.attribute("DefaultRowHeight") ?? Infinity);
    eachInside(reader, (token) => {
      if (token === "close" && reader.name === "Row") {
        row = Math.min(MAX_ROWS - 1, row + rowSpan);
        rowSpan = 0;
      }
      if (token === "text" && reader.text.trim() !== "") found.other.push(reader.text.trim());
      if (token !== "open") return;
      if (reader.name === "Column") openColumn();
      else if (reader.name === "Row") openRow();
      else if (reader.name === "Cell") openCell();
    });
  }
  function options(): void {
    eachInside(reader, (token) => {
      if (token !== "open") {
        if (token !== "close" && reader.text.trim() !== "") found.other.push(reader.text.trim());
        return;
      }
      if (reader.name === "Visible") state = STATES.get(reader.innerText().trim()) ?? state;
      else if (reader.name === "Header" || reader.name === "Footer") found.printed.push(withoutHeaderCodes(reader.attribute("Data") ?? ""));
      else found.other.push(...wordsOf(reader));
    });
  }
  eachInside(reader, (token) => {
    if (token === "text" && reader.text.trim() !== "") found.other.push(reader.text.trim());
    if (token !== "open") return;
    if (reader.name === "Table") table();
    else if (reader.name === "WorksheetOptions") options();
    else if (reader.name === "Names") {
      const names = readNames(reader, bookAt);
      found.names.push(...names.remarks.map(({ text }) => text));
      printed = names.printed;
    }
    else if (reader.name === "DataValidation") found.prompts.push(...readElsewhere(reader, bookAt).map(({ text }) => ({ row: -1, column: -1, text: text.replace(/^"|"$/gu, "") })));
    else found.other.push(...readElsewhere(reader, bookAt).map(({ text }) => text));
  });
  local.seal();
  if (isHair(usualWidth)) for (let i = 0; i < MAX_COLUMNS; i++) hiddenColumns[i] |= 1 - toldColumns[i];
  const cells = rows.finish();
  const at: Location = [...bookAt, { kind: "sheet", name, state }];
  const hidden = sheetConcealment(state);
  const shared = createStringPool();
  shared.seal();
  const segments: Segment[] = [];
  if (cells.rowCount > 0) segments.push(sheetTable({ at, state, cells, shared, local, hiddenColumns: hiddenColumns.slice(0, cells.columnCount), printed }));
  const replaced = cells.replaced.map((one): Found => ({ row: one.row, column: one.column, text: local.get(~one.value) }));
  const said: [readonly Found[], Concealment | undefined][] = [
    [found.comments, "comment"], [found.prompts, undefined], [wide(found.printed), undefined], [[...found.extras, ...replaced], "package-data"],
    [wide(found.names), "defined-name"], [wide(found.other), "package-data"],
  ];
  for (const [texts, concealment] of said) {
    const remarks = texts.filter(({ text }) => text !== "").map((one) => remarkOf(one, at));
    if (remarks.length > 0) segments.push(remarksSegment(remarks, hidden ?? concealment));
  }
  return { sheet: { at, name, state, cells: cells.cellCount }, segments };
}

/** Of a cell, or of the whole sheet where its row is -1. */
interface Found {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const wide = (texts: readonly string[]): Found[] => texts.map((text) => ({ row: -1, column: -1, text }));

function remarkOf({ row, column, text }: Found, at: Location): Remark {
  if (row < 0) return { text, at };
  return { text, at: [...at, { kind: "cell", ref: cellRef({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }) }] };
}

const isSet = (value: string | undefined): boolean => value === "1" || value === "true";

/** Places count from 1; what no sheet has room for stands in its last. */
function within(index: string | undefined, next: number, most: number): number {
  const told = index === undefined ? next : Number(index) - 1;
  return Number.isInteger(told) && told >= 0 ? Math.min(most - 1, told) : Math.min(most - 1, next);
}

function spanOf(span: string | undefined): number {
  const more = Number(span ?? 0);
  return Number.isInteger(more) && more > 0 ? Math.min(MAX_ROWS, more) : 0;
}

const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d{1,9})?$/u;
/** The day that a time without one is given ([MS-OI29500] and Excel's own files). */
const NO_DAY = "1899-12-31";

/** The cell's text as a reader sees it. */
function shown(type: string, value: string, show: ((value: number) => string) | undefined): string {
  if (type === "Number") {
    const number = Number(value);
    return value.trim() === "" || !Number.isFinite(number) || show === undefined ? value : show(number);
  }
  if (type === "Boolean") return value.trim() === "0" ? "FALSE" : "TRUE";
  const date = type === "DateTime" ? DATE_TIME.exec(value.trim()) : null;
  if (date === null) return value;
  const [, day, time] = date;
  if (day === NO_DAY) return time;
  return time === "00:00:00" ? day : `${day}T${time}`;
}
