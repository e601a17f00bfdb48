/** One worksheet: its cells as a table, and everything else it says as text. */
import type { Concealment, ExtractContext, Location, Place, Segment, SheetState, TextSegment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { cellRef } from "../../text/table.js";
import { createCellScan } from "./xlsx-cells.js";
import { readComments } from "./xlsx-comments.js";
import { formulaLiterals } from "./xlsx-formulas.js";
import { linesSegment, proseSegment, type PlacedText } from "./lines.js";
import { readMargins, type Margins } from "./xlsx-margins.js";
import { percentDecoded, type OoxmlPackage, type PackagePart } from "./package.js";
import { readPart, unscannedPart } from "./parts.js";
import { createStringPool } from "./string-pool.js";
import type { CellRows } from "./xlsx-rows.js";
import type { SharedStrings } from "./xlsx-strings.js";
import type { CellFormats } from "./xlsx-styles.js";
import { sheetConcealment, sheetTable } from "./xlsx-table.js";
import { scanPart } from "./windows.js";

export interface Book {
  readonly whole: OoxmlPackage;
  /** Of the workbook. */
  readonly at: Location;
  readonly context: ExtractContext;
  readonly shared: SharedStrings;
  readonly formats: CellFormats;
}

export interface Sheet {
  readonly name: string;
  readonly state: SheetState;
  readonly part: PackagePart;
}

/** What links and merged cells of a whole workbook come to stays far below this; what is larger was made to fill memory. */
const MAX_MARGIN_BYTES = 2 ** 26;

/** @returns how many cells hold anything */
export async function* readSheet({ whole, at: bookAt, context, shared, formats }: Book, sheet: Sheet): AsyncGenerator<Segment | Unscanned, number> {
  const at: Location = [...bookAt, { kind: "sheet", name: sheet.name, state: sheet.state }];
  const hidden = sheetConcealment(sheet.state);
  const local = createStringPool();
  const margin: Buffer[] = [];
  let marginBytes = 0;
  const literals = new Map<string, PlacedText>();
  const extras: PlacedText[] = [];
  const placeOf = (ref: string, concealment: Concealment | undefined): Place => ({
    at: ref === "" ? at : [...at, { kind: "cell", ref }],
    ...(concealment !== undefined && { concealment }),
  });
  const cellScan = createCellScan({
    used: shared.used,
    local,
    formats,
    margin(b, start, end) {
      marginBytes += end - start;
      if (marginBytes > MAX_MARGIN_BYTES) throw new Unreadable("limit", `more than ${MAX_MARGIN_BYTES} bytes around the cells of a sheet`);
      margin.push(Buffer.from(b.subarray(start, end)));
    },
    formula(row, column, text) {
      const literal = formulaLiterals(text);
      if (literal !== "" && !literals.has(literal)) literals.set(literal, { text: literal, place: placeOf(refOf(row, column), hidden ?? "package-data") });
    },
    extra(row, column, text) {
      if (text !== "") extras.push({ text, place: placeOf(refOf(row, column), hidden ?? "package-data") });
    },
  });
  const problem = await scanPart(whole.bytes, sheet.part, context, cellScan.scan);
  if (problem !== undefined) yield unscannedPart(bookAt, sheet.part.path, problem);
  local.seal();
  const cells = cellScan.finish();
  const margins = readMargins(Buffer.concat(margin));
  const table = sheetTable({ at, state: sheet.state, cells, shared: shared.pool, local, isColumnHidden: hiddenColumnsOf(margins) });
  if (cells.rowCount > 0) yield table;

  for (const { row, column, value } of cells.replaced) {
    extras.push({ text: value >= 0 ? shared.pool.get(value) : local.get(~value), place: placeOf(refOf(row, column), hidden ?? "package-data") });
  }
  for (const text of [linesSegment(extras), linesSegment([...literals.values()]), linesSegment(readings(cells, shared, (ref) => placeOf(ref, hidden ?? "package-data")))]) {
    if (text !== undefined) yield text;
  }
  yield* marginTexts(margins, sheet.part, hidden, placeOf);
  yield* comments(whole, sheet.part, at, bookAt, context, hidden);
  return cells.cellCount;
}

const refOf = (row: number, column: number): string => cellRef({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });

function hiddenColumnsOf({ hiddenColumns, shownColumns, othersHidden }: Margins): (column: number) => boolean {
  const within = (ranges: Margins["hiddenColumns"], column: number): boolean => ranges.some(({ first, last }) => column >= first && column <= last);
  return (column) => within(hiddenColumns, column) || (othersHidden && !within(shownColumns, column));
}

/** Readings of the sheet's shared strings, each where it stands first. */
function readings({ rowCount, rowNumbers, rowStarts, columns, values }: CellRows, { phonetics }: SharedStrings, placeOf: (ref: string) => Place): PlacedText[] {
  if (phonetics.size === 0) return [];
  const pieces: PlacedText[] = [];
  const seen = new Set<number>();
  for (let row = 0; row < rowCount; row++) {
    for (let cell = rowStarts[row]; cell < rowStarts[row + 1]; cell++) {
      const text = phonetics.get(values[cell]);
      if (text === undefined || seen.has(values[cell])) continue;
      seen.add(values[cell]);
      pieces.push({ text, place: placeOf(refOf(rowNumbers[row], columns[cell])) });
    }
  }
  return pieces;
}

function* marginTexts(
  { hyperlinks, validations, headersAndFooters, other }: Margins,
  part: PackagePart,
  hidden: Concealment | undefined,
  placeOf: (ref: string, concealment: Concealment | undefined) => Place,
): Generator<TextSegment> {
  const targets = new Map(part.relationships.map(({ id, target, external }) => [id, external ? target : ""]));
  const links: PlacedText[] = [];
  const addLink = (ref: string, texts: readonly string[]): void => {
    const text = texts.map(percentDecoded).filter((one) => one !== "").join("\n");
    if (text !== "") links.push({ text, place: placeOf(ref, hidden ?? "package-data") });
  };
  for (const { ref, relationship, texts } of hyperlinks) {
    addLink(ref, [targets.get(relationship) ?? "", ...texts]);
    targets.delete(relationship);
  }
  // Targets that no cell links to any more stay in the file.
  for (const target of targets.values()) addLink("", [target]);
  const shown = validations.map(({ ref, texts }) => ({ text: texts.join("\n"), place: placeOf(ref, hidden) })).filter(({ text }) => text !== "");
  for (const segment of [linesSegment(links), linesSegment(shown)]) if (segment !== undefined) yield segment;
  for (const text of headersAndFooters) yield proseSegment(text, placeOf("", hidden));
  if (other !== "") yield { kind: "text", text: other, layout: "lines", place: () => placeOf("", hidden ?? "package-data") };
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
    const { bytes, problems } = readPart(whole, part, bookAt, context);
    yield* problems;
    const read = readComments(bytes);
    for (const author of read.authors) authors.add(author);
    for (const { ref, text } of read.comments) {
      context.budget.tick();
      yield proseSegment(text, { at: ref === "" ? at : [...at, { kind: "cell", ref }], concealment: hidden ?? "comment" });
    }
  }
  for (const author of authors) yield proseSegment(author, { at: [...at, { kind: "property", name: "author" }], concealment: hidden ?? "comment" });
}
