/** One sheet of a binary workbook: its cells as a table, and everything else it says as text. */
import type { CellRange, Concealment, Location, Segment, SheetState, Unscanned } from "../../contract.js";
import { cellRef } from "../../text/table.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import type { CellStyles } from "../cells/binary.js";
import { withoutHeaderCodes } from "../cells/header-codes.js";
import { phoneticRemarks } from "../cells/phonetics.js";
import { isHairWide } from "../cells/sight.js";
import { sheetConcealment, sheetTable } from "../cells/sheet-table.js";
import { biff12Records, richString, wideString, wideStringsIn } from "./biff12.js";
import { percentDecoded, type PackagePart } from "./package.js";
import { readPart } from "./parts.js";
import type { SharedStrings } from "./xlsx-strings.js";
import { createBinaryCells } from "./xlsb-cells.js";
import { binaryLiterals } from "./xlsb-formulas.js";
import { coversOf, type Book } from "./xlsx-sheet.js";

export interface BinaryBook extends Omit<Book, "formats" | "runs" | "shared"> {
  readonly shared: Omit<SharedStrings, "problem">;
  readonly styles: CellStyles;
}

export interface BinarySheet {
  readonly name: string;
  readonly state: SheetState;
  readonly part: PackagePart;
  /** What is printed of it; absent: all. */
  readonly printed?: readonly CellRange[];
}

const COLUMNS = 60;
/** BrtWsFmtInfo ([MS-XLSB] 2.4.859): the width of columns that nothing tells of; NO_WIDTH where they are as wide as some characters and a margin. */
const SHEET_FORMAT = 485;
const NO_WIDTH = 0xffffffff;
const VALIDATION = 64;
const ARRAY_FORMULA = 426;
const SHARED_FORMULA = 427;
const HEADER_FOOTER = 479;
const LINK = 494;
const MAX_COLUMNS = 16_384;
const WIDTHS_A_CHARACTER = 256;
const RECORDS_A_TICK = 50_000;
/** Row and column of a rectangle's first and last cell. */
const RECTANGLE_BYTES = 16;

/** @returns how many cells hold anything */
export function* readBinarySheet(book: BinaryBook, { name, state, part, printed = [] }: BinarySheet): Generator<Segment | Unscanned, number> {
  const { whole, at: bookAt, context, shared, styles } = book;
  context.budget.entry();
  const at: Location = [...bookAt, { kind: "sheet", name, state }];
  const hidden = sheetConcealment(state);
  const { bytes: content, problems } = readPart(whole, part, bookAt, context);
  yield* problems;
  const cellPlace = (row: number, column: number): Location => [...at, { kind: "cell", ref: cellRef({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }) }];
  const literals = new Map<string, Remark>();
  const extras: Remark[] = [];
  const prompts: Remark[] = [];
  const headers: string[] = [];
  const other = new Set<string>();
  const columns: { first: number; last: number }[] = [];
  const shown: { first: number; last: number }[] = [];
  let othersHidden = false;
  const links = linkReader(part, at);
  const addLiterals = (row: number, column: number, b: Buffer, from: number): void => {
    const { text } = binaryLiterals(b, from);
    if (text !== "" && !literals.has(text)) literals.set(text, { text, at: cellPlace(row, column) });
  };
  const cells = createBinaryCells(styles, shared.used, {
    formula: addLiterals,
    phonetic: (row, column, text) => extras.push({ text, at: cellPlace(row, column) }),
  });
  const records = biff12Records(content);
  for (let count = 0; records.next(); count++) {
    if (count % RECORDS_A_TICK === 0) context.budget.tick();
    const { type, bytes } = records;
    if (cells.read(type, bytes)) continue;
    if (type === COLUMNS && bytes.length >= 18) {
      // No sheet has more of them than columns.
      const isHidden = (bytes[16] & 1) !== 0 || isHairWide(bytes.readUInt32LE(8) / WIDTHS_A_CHARACTER);
      const ranges = isHidden ? columns : shown;
      if (ranges.length < MAX_COLUMNS) ranges.push({ first: bytes.readUInt32LE(0), last: bytes.readUInt32LE(4) });
    } else if (type === SHEET_FORMAT && bytes.length >= 4) {
      const width = bytes.readUInt32LE(0);
      othersHidden = width !== NO_WIDTH && isHairWide(width / WIDTHS_A_CHARACTER);
    } else if ((type === ARRAY_FORMULA || type === SHARED_FORMULA) && bytes.length > RECTANGLE_BYTES + 8) {
      addLiterals(bytes.readUInt32LE(0), bytes.readUInt32LE(8), bytes, type === ARRAY_FORMULA ? RECTANGLE_BYTES + 1 : RECTANGLE_BYTES);
    } else if (type === HEADER_FOOTER) headers.push(...wideStringsIn(bytes).map(withoutHeaderCodes));
    else if (type === LINK && bytes.length >= RECTANGLE_BYTES) extras.push(links.read(bytes));
    else if (type === VALIDATION && bytes.length >= 8) prompts.push(validation(bytes, at));
    else for (const text of wideStringsIn(bytes)) other.add(text);
  }
  if (records.isCut) yield { kind: "unscanned", at, reason: "corrupt", detail: "the sheet's part breaks off in a record" };
  cells.local.seal();
  const table = cells.finish();
  if (table.rowCount > 0) {
    const hiddenColumns = new Uint8Array(table.columnCount).fill(othersHidden ? 1 : 0);
    for (const { first, last } of shown) hiddenColumns.fill(0, first, Math.min(last, MAX_COLUMNS) + 1);
    for (const { first, last } of columns) hiddenColumns.fill(1, first, Math.min(last, MAX_COLUMNS) + 1);
    yield sheetTable({ at, state, cells: table, shared: shared.pool, local: cells.local, hiddenColumns, covered: coversOf(whole, part, bookAt, context), printed });
  }
  for (const { row, column, value } of table.replaced) extras.push({ text: value >= 0 ? shared.pool.get(value) : cells.local.get(~value), at: cellPlace(row, column) });
  const remarks = (found: readonly Remark[], concealment: Concealment | undefined): Segment[] => {
    const said = found.filter(({ text }) => text !== "");
    return said.length === 0 ? [] : [remarksSegment(said, hidden ?? concealment)];
  };
  yield* remarks([...extras, ...literals.values(), ...phoneticRemarks(table, shared.phonetics, cellPlace), ...links.unlinked()], "package-data");
  yield* remarks(prompts, undefined);
  yield* remarks(headers.map((text) => ({ text, at })), undefined);
  yield* remarks([...other].map((text) => ({ text, at })), "package-data");
  for (const comments of binaryCommentParts(part)) {
    context.budget.entry();
    const read = readPart(whole, comments, bookAt, context);
    yield* read.problems;
    yield* remarks(readBinaryComments(read.bytes, cellPlace), "comment");
  }
  return table.cellCount;
}

function rangePlace(b: Buffer, from: number, at: Location): Location {
  const [firstRow, lastRow, firstColumn, lastColumn] = [0, 4, 8, 12].map((offset) => b.readUInt32LE(from + offset));
  return lastColumn < MAX_COLUMNS ? [...at, { kind: "cell", ref: cellRef({ firstRow, lastRow, firstColumn, lastColumn }) }] : at;
}

/** BrtHLink: the range, the relationship that has the address, a place in it, and what is shown. */
function linkReader(part: PackagePart, at: Location): { read(b: Buffer): Remark; unlinked(): Remark[] } {
  const targets = new Map(part.relationships.flatMap(({ id, target, external }) => (external ? [[id, target]] : [])));
  const linked = new Set<string>();
  return {
    read(b) {
      const texts: string[] = [];
      for (let from = RECTANGLE_BYTES; from + 4 <= b.length; ) {
        const { text, end } = wideString(b, from);
        texts.push(text);
        from = end;
      }
      const [relationship = "", ...shown] = texts;
      linked.add(relationship);
      const text = [targets.get(relationship) ?? "", ...shown].map(percentDecoded).filter((one) => one !== "").join("\n");
      return { text, at: rangePlace(b, 0, at) };
    },
    // Targets that no cell links to any more stay in the file.
    unlinked: () => [...targets].flatMap(([id, target]) => (linked.has(id) ? [] : [{ text: percentDecoded(target), at }])),
  };
}

/** BrtDVal ([MS-XLSB] 2.4.353): flags, ranges, four texts, two formulas. */
function validation(b: Buffer, at: Location): Remark {
  const ranges = b.readUInt32LE(4);
  let from = 8 + Math.min(ranges, b.length / RECTANGLE_BYTES) * RECTANGLE_BYTES;
  const texts: string[] = [];
  for (let i = 0; i < 4; i++) {
    const read = wideString(b, from);
    texts.push(read.text);
    from = read.end;
  }
  for (let i = 0; i < 2; i++) {
    const read = binaryLiterals(b, from);
    texts.push(read.text);
    from = read.end;
  }
  const text = texts.filter((one) => one !== "").join("\n");
  return { text, at: ranges > 0 && b.length >= 8 + RECTANGLE_BYTES ? rangePlace(b, 8, at) : at };
}

const COMMENTS = /\.comments$/u;

export function binaryCommentParts(part: PackagePart): PackagePart[] {
  return part.relationships.flatMap(({ part: target }) => (target !== undefined && COMMENTS.test(target.contentType) ? [target] : []));
}

const COMMENT_AUTHOR = 632;
const COMMENT = 635;
const COMMENT_TEXT = 637;

function readBinaryComments(part: Uint8Array, cellPlace: (row: number, column: number) => Location): Remark[] {
  const sheet = cellPlace(0, 0).slice(0, -1);
  const remarks: Remark[] = [];
  let place: Location = sheet;
  const records = biff12Records(part);
  while (records.next()) {
    const { type, bytes } = records;
    if (type === COMMENT_AUTHOR) remarks.push({ text: wideString(bytes, 0).text, at: [...sheet, { kind: "property", name: "author" }] });
    else if (type === COMMENT && bytes.length >= 20) place = cellPlace(bytes.readUInt32LE(4), bytes.readUInt32LE(12));
    else if (type === COMMENT_TEXT) {
      const { text, phonetic } = richString(bytes, 0);
      remarks.push({ text: [text, phonetic].filter((one) => one !== "").join("\n"), at: place });
    } else for (const text of wideStringsIn(bytes)) remarks.push({ text, at: sheet });
  }
  return remarks;
}
