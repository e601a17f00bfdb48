/** Binary workbooks in a package ([MS-XLSB]): every part of the package is read, whether or not the workbook lists it. */
import type { Artifact, CellRange, Concealment, ExtractContext, Extractor, Location, Segment, SheetState, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { printedTokens } from "../cells/print-area.js";
import { unusedStrings } from "../cells/unused-strings.js";
import { createStringPool } from "../cells/string-pool.js";
import { sheetConcealment } from "../cells/sheet-table.js";
import { biff12Records, richString, wideString, wideStringsIn } from "./biff12.js";
import { readOutside } from "./outside.js";
import { identifyPackage, openPackage, type PackagePart } from "./package.js";
import { readOtherPart, readPart } from "./parts.js";
import { binaryExternalLink } from "./xlsb-external.js";
import { binaryLiterals } from "./xlsb-formulas.js";
import { readBinaryPivotCache } from "./xlsb-pivot.js";
import { binaryCommentParts, readBinarySheet, type BinaryBook, type BinarySheet } from "./xlsb-sheet.js";
import { readAll, sheetsOf } from "./workbook-sheets.js";
import { readBinaryStyles } from "./xlsb-styles.js";
import { claim, concealmentOf } from "./xlsx.js";

type Extracted = Segment | Artifact | Unscanned;

export const xlsbExtractor: Extractor = {
  id: "xlsb",
  identify: (bytes) => (identifyPackage(bytes) === "xlsb" ? "xlsb" : undefined),
  async *extract(artifact, context) {
    yield* readBook(artifact, context);
  },
};

const SHEET = /\.(?:worksheet|macrosheet|intlmacrosheet|dialogsheet|chartsheet)$/u;
const PROPERTIES = 153;
const SHEET_ENTRY = 156;
const NAME = 39;
const STATES: readonly SheetState[] = ["visible", "hidden", "very-hidden"];

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly state: SheetState; readonly relationship: string }[];
  readonly names: readonly string[];
  /** What is printed, by the number of the sheet. */
  readonly printed: ReadonlyMap<number, readonly CellRange[]>;
  readonly date1904: boolean;
  readonly other: readonly string[];
}

async function* readBook({ at, bytes }: Artifact, context: ExtractContext): AsyncGenerator<Extracted> {
  const whole = openPackage(bytes, context.budget);
  const { main } = whole;
  if (main === undefined) throw new Unreadable("corrupt", "the package has no workbook");
  const { bytes: content, problems } = readPart(whole, main, at, context);
  yield* problems;
  const workbook = readWorkbook(content);
  const related = (type: string): PackagePart | undefined => main.relationships.find((one) => one.type === type && one.part !== undefined)?.part;
  const stylesPart = related("styles");
  const styles = stylesPart && readPart(whole, stylesPart, at, context);
  if (styles !== undefined) yield* styles.problems;
  const stringsPart = related("sharedStrings");
  const strings = stringsPart && readPart(whole, stringsPart, at, context);
  if (strings !== undefined) yield* strings.problems;
  const shared = sharedStrings(strings?.bytes ?? new Uint8Array(0), context);
  const book: BinaryBook = { whole, at, context, shared, styles: readBinaryStyles(styles?.bytes ?? new Uint8Array(0), workbook.date1904) };

  const sheets = yield* sheetsOf(whole, main, at, workbook.sheets, ({ contentType }) => SHEET.test(contentType));
  const printed = new Map(workbook.sheets.map((sheet, i) => [sheet.name, workbook.printed.get(i) ?? []]));
  yield* readAll(at, sheets, (sheet) => readBinarySheet(book, { ...sheet, printed: printed.get(sheet.name) ?? [] }));

  const mainAt: Location = [...at, { kind: "package-part", path: main.path }];
  const remarks = (texts: readonly string[], concealment: Concealment): Segment[] => {
    const said = texts.filter((text) => text !== "").map((text): Remark => ({ text, at: mainAt }));
    return said.length === 0 ? [] : [remarksSegment(said, concealment)];
  };
  yield* remarks(workbook.names, "defined-name");
  yield* remarks(workbook.other, "package-data");
  if (stringsPart !== undefined) yield* unusedStrings(shared, [...at, { kind: "package-part", path: stringsPart.path }]);
  yield* otherParts(book, sheets, [main, stringsPart]);
}

function readWorkbook(part: Uint8Array): Workbook {
  const sheets: Workbook["sheets"][number][] = [];
  const names: string[] = [];
  const printed = new Map<number, readonly CellRange[]>();
  const other = new Set<string>();
  let date1904 = false;
  const reader = biff12Records(part);
  while (reader.next()) {
    const { type, bytes } = reader;
    if (type === PROPERTIES) date1904 = ((bytes[0] ?? 0) & 1) === 1;
    else if (type === NAME && bytes.length >= 13) {
      const { text, isPrintArea, ranges } = definedName(bytes);
      names.push(text);
      if (isPrintArea) printed.set(bytes.readUInt32LE(5), ranges);
    }
    else if (type === SHEET_ENTRY && bytes.length >= 12) {
      const relationship = wideString(bytes, 8);
      sheets.push({ name: wideString(bytes, relationship.end).text, state: STATES[bytes.readUInt32LE(0)] ?? "very-hidden", relationship: relationship.text });
    } else for (const text of wideStringsIn(bytes)) other.add(text);
  }
  return { sheets, names, printed, date1904, other: [...other] };
}

const BUILT_IN = 0x20;
/** With the prefix of built-in names or without (2.5.166). */
const PRINT_AREA = /^(?:_xlnm\.)?Print_Area$/iu;

/** BrtName ([MS-XLSB] 2.4.711): the name, what it stands for, and what its author wrote about it. */
function definedName(b: Buffer): { readonly text: string; readonly isPrintArea: boolean; readonly ranges: readonly CellRange[] } {
  const { text: name, end } = wideString(b, 9);
  const formula = binaryLiterals(b, end);
  const isPrintArea = (b[0] & BUILT_IN) !== 0 && PRINT_AREA.test(name);
  return {
    text: [name, formula.text, ...wideStringsIn(b.subarray(formula.end))].filter((text) => text !== "").join("\t"),
    isPrintArea,
    ranges: isPrintArea && end + 4 <= b.length ? printedTokens(b, end + 4, end + 4 + b.readUInt32LE(end), "biff12") : [],
  };
}

const SHARED_STRING = 19;
const STRINGS_A_TICK = 20_000;

function sharedStrings(part: Uint8Array, { budget }: ExtractContext): BinaryBook["shared"] {
  const pool = createStringPool();
  const phonetics = new Map<number, string>();
  const reader = biff12Records(part);
  while (reader.next()) {
    if (reader.type !== SHARED_STRING) continue;
    if (pool.count % STRINGS_A_TICK === 0) budget.tick();
    const { text, phonetic } = richString(reader.bytes, 0);
    pool.addText(text);
    const index = pool.finishString();
    if (phonetic !== "") phonetics.set(index, phonetic);
  }
  pool.seal();
  return { pool, phonetics, used: new Uint8Array(pool.count) };
}

const PIVOT_CACHE = /\.pivotcachedefinition$/u;
const EXTERNAL_LINK = /\.externallink$/u;
/** Parts of records; what stands in the package beside them is XML, pictures and printer settings, as in any workbook. */
const BINARY = /^application\/vnd\.ms-excel\.(?!.*(?:printersettings|\+xml|vml|activex|control))/u;

function* otherParts(book: BinaryBook, sheets: readonly BinarySheet[], read: readonly (PackagePart | undefined)[]): Generator<Extracted> {
  const { whole, at, context } = book;
  const sheetParts = new Set(sheets.map(({ part }) => part));
  const done = new Set([...sheetParts, ...sheets.flatMap(({ part }) => binaryCommentParts(part))]);
  for (const part of read) if (part !== undefined) done.add(part);
  const owners = new Map<PackagePart, BinarySheet>();
  for (const sheet of [...sheets].sort((a, b) => Number(a.state !== "visible") - Number(b.state !== "visible"))) claim(sheet.part, sheet, owners, done);
  for (const part of whole.parts) {
    if (done.has(part)) continue;
    context.budget.tick();
    context.budget.entry();
    const owner = owners.get(part);
    const place: Location = owner === undefined ? at : [...at, { kind: "sheet", name: owner.name, state: owner.state }];
    if (!BINARY.test(part.contentType)) {
      yield* readOtherPart(whole, part, place, context, concealmentOf(part, owner));
      continue;
    }
    done.add(part);
    const { bytes, problems } = readPart(whole, part, at, context);
    yield* problems;
    const partAt: Location = [...place, { kind: "package-part", path: part.path }];
    const concealment = part.reached ? (owner && sheetConcealment(owner.state)) ?? concealmentOf(part, owner) ?? "package-data" : "orphaned-part";
    if (PIVOT_CACHE.test(part.contentType)) {
      const records = part.relationships.find(({ type }) => type === "pivotCacheRecords")?.part;
      const rows = records && !done.has(records) ? readPart(whole, records, at, context) : undefined;
      if (rows !== undefined) yield* rows.problems;
      if (records !== undefined) done.add(records);
      yield* readBinaryPivotCache(bytes, rows?.bytes, partAt, concealment, context.budget);
    } else if (EXTERNAL_LINK.test(part.contentType)) yield* binaryExternalLink(bytes, partAt, concealment);
    else yield* looseTexts(bytes, partAt, concealment);
  }
  yield* readOutside(whole, at, context.budget, { parts: sheetParts });
}

function* looseTexts(part: Uint8Array, at: Location, concealment: Concealment): Generator<Segment> {
  const texts = new Set<string>();
  const reader = biff12Records(part);
  while (reader.next()) for (const text of wideStringsIn(reader.bytes)) texts.add(text);
  if (texts.size > 0) yield remarksSegment([...texts].map((text): Remark => ({ text, at })), concealment);
}
