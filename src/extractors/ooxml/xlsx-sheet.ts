/** One worksheet: its cells as a table, and everything else it says as text. */
import type { CellRange, Concealment, ExtractContext, Location, Place, Segment, SheetState, TextSegment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { cellRef } from "../../text/table.js";
import { createCellScan } from "./xlsx-cells.js";
import { readComments } from "./xlsx-comments.js";
import { type CellMap, readCellMap } from "./xlsx-cell-map.js";
import { unseenCells } from "./xlsx-conditions.js";
import { readCovers } from "./xlsx-covers.js";
import { formulaLiterals } from "../cells/formulas.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { readMargins, type Margins } from "./xlsx-margins.js";
import { percentDecoded, type OoxmlPackage, type PackagePart } from "./package.js";
import { readPart, unscannedPart } from "./parts.js";
import { createStringPool } from "../cells/string-pool.js";
import { phoneticRemarks } from "../cells/phonetics.js";
import type { PlainRuns } from "./plain/runs.js";
import type { SharedStrings } from "./xlsx-strings.js";
import type { CellFormats } from "./xlsx-styles.js";
import { sheetConcealment, sheetTable } from "../cells/sheet-table.js";
import { scanPart } from "./windows.js";

export interface Book {
  readonly whole: OoxmlPackage;
  /** Of the workbook. */
  readonly at: Location;
  readonly context: ExtractContext;
  readonly shared: SharedStrings;
  readonly formats: CellFormats;
  /** What the cells of a part can be read with besides `createCellScan`'s own reader. */
  readonly runs: (part: PackagePart) => Promise<PlainRuns | undefined>;
}

export interface Sheet {
  readonly name: string;
  readonly state: SheetState;
  readonly part: PackagePart;
  /** What is printed of it; absent: all. */
  readonly printed?: readonly CellRange[];
}

/** What links and merged cells of a whole workbook come to stays far below this; what is larger was made to fill memory. */
const MAX_MARGIN_BYTES = 2 ** 26;

/** @returns how many cells hold anything */
export async function* readSheet({ whole, at: bookAt, context, shared, formats, runs: runsOf }: Book, sheet: Sheet): AsyncGenerator<Segment | Unscanned, number> {
  context.budget.entry();
  const at: Location = [...bookAt, { kind: "sheet", name: sheet.name, state: sheet.state }];
  const hidden = sheetConcealment(sheet.state);
  const runs = await runsOf(sheet.part);
  const local = createStringPool(runs?.block);
  const margin: Buffer[] = [];
  let marginBytes = 0;
  const literals = new Map<string, Remark>();
  const extras: Remark[] = [];
  const cellPlace = (row: number, column: number): Location => [...at, { kind: "cell", ref: refOf(row, column) }];
  const cellScan = createCellScan({
    used: shared.used,
    local,
    formats,
    runs,
    margin(b, start, end) {
      marginBytes += end - start;
      if (marginBytes > MAX_MARGIN_BYTES) throw new Unreadable("limit", `more than ${MAX_MARGIN_BYTES} bytes around the cells of a sheet`);
      margin.push(Buffer.from(b.subarray(start, end)));
    },
    formula(row, column, formula) {
      const text = formulaLiterals(formula);
      if (text !== "" && !literals.has(text)) literals.set(text, { text, at: cellPlace(row, column) });
    },
    extra(row, column, text) {
      if (text !== "") extras.push({ text, at: cellPlace(row, column) });
    },
  });
  const problem = await scanPart(whole.bytes, sheet.part, context, cellScan.scan, runs?.window);
  if (problem !== undefined) yield unscannedPart(bookAt, sheet.part.path, problem);
  local.seal();
  const cells = cellScan.finish();
  const margins = readMargins(Buffer.concat(margin));
  if (cells.rowCount > 0) yield sheetTable({ at, state: sheet.state, cells, shared: shared.pool, local, hiddenColumns: margins.hiddenColumns(cells.columnCount), covered: coversOf(whole, sheet.part, bookAt, context), unseen: unseenCells(margins.conditionalFormats, formats.conditionalHides), ...(sheet.printed !== undefined && { printed: sheet.printed }) });

  for (const { row, column, value } of cells.replaced) extras.push({ text: value >= 0 ? shared.pool.get(value) : local.get(~value), at: cellPlace(row, column) });
  for (const remarks of [extras, [...literals.values()], phoneticRemarks(cells, shared.phonetics, cellPlace), links(margins, sheet.part, at)]) {
    if (remarks.length > 0) yield remarksSegment(remarks, hidden ?? "package-data");
  }
  const prompts = margins.validations.map(({ ref, texts }) => ({ text: texts.join("\n"), at: refPlace(at, ref) })).filter(({ text }) => text !== "");
  if (prompts.length > 0) yield remarksSegment(prompts, hidden);
  for (const text of margins.headersAndFooters) yield proseAt(text, { at, ...(hidden !== undefined && { concealment: hidden }) });
  if (margins.other !== "") yield remarksSegment([{ text: margins.other, at }], hidden ?? "package-data");
  yield* comments(whole, sheet.part, at, bookAt, context, hidden);
  return cells.cellCount;
}

function proseAt(text: string, place: Place): TextSegment {
  return { kind: "text", text, layout: "prose", place: () => place };
}

const DRAWING = /\.drawing\+xml$/u;

/** A sheet larger than this is not read once more for a drawing that does not say in which cell it ends. */
const MAX_MAPPED_BYTES = 2 ** 23;

/** What hides cells by being drawn over them. Damage in a drawing is told when all of its text is read. */
export function coversOf(whole: OoxmlPackage, sheet: PackagePart, at: Location, context: ExtractContext): CellRange[] {
  const drawings = sheet.relationships.flatMap(({ part }) => (part !== undefined && DRAWING.test(part.contentType) ? [part] : []));
  let map: CellMap | undefined;
  const cells = (): CellMap => (map ??= readCellMap(sheet.entry.size <= MAX_MAPPED_BYTES && !isBinary(sheet) ? readPart(whole, sheet, at, context).bytes : new Uint8Array(0)));
  return drawings.flatMap((part) => readCovers(readPart(whole, part, at, context).bytes, cells));
}

const isBinary = ({ path }: PackagePart): boolean => /\.bin$/iu.test(path);

const refOf = (row: number, column: number): string => cellRef({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });

const refPlace = (at: Location, ref: string): Location => (ref === "" ? at : [...at, { kind: "cell", ref }]);

/** Where links lead: `mailto:` and the like, which a cell's own text may say or not. */
function links({ hyperlinks }: Margins, part: PackagePart, at: Location): Remark[] {
  const targets = new Map(part.relationships.map(({ id, target, external }) => [id, external ? target : ""]));
  const remarks: Remark[] = [];
  const add = (ref: string, texts: readonly string[]): void => {
    const text = texts.map(percentDecoded).filter((one) => one !== "").join("\n");
    if (text !== "") remarks.push({ text, at: refPlace(at, ref) });
  };
  const linked = new Set<string>();
  for (const { ref, relationship, texts } of hyperlinks) {
    linked.add(relationship);
    add(ref, [targets.get(relationship) ?? "", ...texts]);
  }
  // Targets that no cell links to any more stay in the file.
  for (const [id, target] of targets) if (!linked.has(id)) add("", [target]);
  return remarks;
}

const COMMENTS = /\.(?:comments|threadedcomments)\+xml$/u;

/** Parts that `readSheet` has read besides the sheet's own. */
export function commentParts(part: PackagePart): PackagePart[] {
  return part.relationships.flatMap(({ part: target }) => (target !== undefined && COMMENTS.test(target.contentType) ? [target] : []));
}

function* comments(
  whole: OoxmlPackage,
  sheet: PackagePart,
  at: Location,
  bookAt: Location,
  context: ExtractContext,
  hidden: Concealment | undefined,
): Generator<Segment | Unscanned> {
  const authors = new Set<string>();
  for (const part of commentParts(sheet)) {
    context.budget.entry();
    const { bytes, problems } = readPart(whole, part, bookAt, context);
    yield* problems;
    const read = readComments(bytes);
    for (const author of read.authors) authors.add(author);
    for (const { ref, text } of read.comments) {
      context.budget.tick();
      yield proseAt(text, { at: refPlace(at, ref), concealment: hidden ?? "comment" });
    }
  }
  const remarks = [...authors].map((text) => ({ text, at: [...at, { kind: "property", name: "author" } as const] }));
  if (remarks.length > 0) yield remarksSegment(remarks, hidden ?? "comment");
}
