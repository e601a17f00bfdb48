/** Workbooks of the Office Open XML kind: every part of the package is read, whether or not the workbook lists it. */
import type { Artifact, Concealment, ExtractContext, Extractor, Location, Segment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { readXml } from "../../bytes/xml.js";
import { xmlText } from "../../bytes/xml-text.js";
import { identifyPackage, openPackage, type PackagePart } from "./package.js";
import { remarksSegment } from "../../text/remarks.js";
import { readOutside } from "./outside.js";
import { readOtherPart, readPart, unscannedPart } from "./parts.js";
import { readPivotCache } from "./xlsx-pivot.js";
import { commentParts, readSheet, type Book, type Sheet } from "./xlsx-sheet.js";
import { createPlainRuns } from "./plain/runs.js";
import { isLarge } from "./windows.js";
import { readSharedStrings } from "./xlsx-strings.js";
import { readStyles } from "./xlsx-styles.js";
import { sheetConcealment } from "../cells/sheet-table.js";
import { unusedStrings } from "../cells/unused-strings.js";
import { readAll, sheetsOf } from "./workbook-sheets.js";
import { readWorkbook, WORKBOOK_ELEMENTS } from "./xlsx-workbook.js";

const WORKBOOKS = new Set(["xlsx", "xlsm", "xltx", "xltm"]);

export const xlsxExtractor: Extractor = {
  id: "xlsx",
  identify(bytes) {
    const format = identifyPackage(bytes);
    return format !== undefined && WORKBOOKS.has(format) ? format : undefined;
  },
  async *extract(artifact, context) {
    yield* readBook(artifact, context);
  },
};

type Extracted = Segment | Artifact | Unscanned;

/** Content types of parts that hold cells: worksheets, and the sheets of Excel 4 macros and dialogs. */
const SHEET = /\.(?:worksheet|macrosheet|intlmacrosheet|dialogsheet|chartsheet)\+xml$/u;

async function* readBook({ at, bytes }: Artifact, context: ExtractContext): AsyncGenerator<Extracted> {
  const { budget } = context;
  const whole = openPackage(bytes, budget);
  const { main } = whole;
  if (main === undefined) throw new Unreadable("corrupt", "the package has no workbook");

  const { bytes: workbookXml, problems } = readPart(whole, main, at, context);
  yield* problems;
  const workbook = readWorkbook(workbookXml);
  const stylesPart = related(main, "styles");
  const styles = stylesPart && readPart(whole, stylesPart, at, context);
  if (styles !== undefined) yield* styles.problems;
  const stringsPart = related(main, "sharedStrings");
  const formats = readStyles(styles?.bytes, workbook.date1904);
  const runs = plainRunsFor(formats.kinds);
  const shared = await readSharedStrings(bytes, stringsPart, context, stringsPart && (await runs(stringsPart)));
  if (shared.problem !== undefined && stringsPart !== undefined) yield unscannedPart(at, stringsPart.path, shared.problem);
  const book: Book = { whole, at, context, shared, formats, runs };

  const sheets = yield* sheetsOf(whole, main, at, workbook.sheets, (part) => holdsCells(book, part));
  const printed = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet.printed]));
  yield* readAll(at, sheets, (sheet) => readSheet(book, { ...sheet, printed: printed.get(sheet.name) ?? [] }));

  const mainAt: Location = [...at, { kind: "package-part", path: main.path }];
  const names = workbook.definedNames.map((text) => ({ text, at: mainAt }));
  if (names.length > 0) yield remarksSegment(names, "defined-name");
  const other = xmlText(workbookXml, WORKBOOK_ELEMENTS);
  if (other !== "") yield remarksSegment([{ text: other, at: mainAt }], "package-data");
  if (stringsPart !== undefined) yield* unusedStrings(shared, [...at, { kind: "package-part", path: stringsPart.path }]);
  yield* otherParts(book, sheets, [main, stringsPart]);
}

/** One set of memory for all parts of a workbook, made for the first of them that is large: parts are read one after the other. */
function plainRunsFor(kinds: Uint8Array): Book["runs"] {
  let made: ReturnType<Book["runs"]> | undefined;
  const make = async (): ReturnType<Book["runs"]> => {
    const runs = await createPlainRuns();
    return runs?.prepare(kinds) === true ? runs : undefined;
  };
  return async (part) => (isLarge(part) ? (made ??= make()) : undefined);
}

function related(main: PackagePart, type: string): PackagePart | undefined {
  return main.relationships.find((relationship) => relationship.type === type && relationship.part !== undefined)?.part;
}

/** A worksheet by its content type or, where the package names none, by its root element. */
function holdsCells({ whole, at, context }: Book, part: PackagePart): boolean {
  if (SHEET.test(part.contentType)) return true;
  if (part.contentType !== "" && part.contentType !== "application/xml" && part.contentType !== "text/xml") return false;
  const reader = readXml(readPart(whole, part, at, context).bytes);
  let token = reader.next();
  while (token === "aside" || token === "text") token = reader.next();
  return token === "open" && reader.name === "worksheet";
}

function* otherParts(book: Book, sheets: readonly Sheet[], read: readonly (PackagePart | undefined)[]): Generator<Extracted> {
  const { whole, at, context } = book;
  const sheetParts = new Set(sheets.map(({ part }) => part));
  const done = new Set([...sheetParts, ...sheets.flatMap(({ part }) => commentParts(part))]);
  for (const part of read) if (part !== undefined) done.add(part);
  const owners = new Map<PackagePart, Sheet>();
  // Sheets in plain view come first: what two sheets draw is seen if one of them is.
  for (const sheet of [...sheets].sort((a, b) => Number(a.state !== "visible") - Number(b.state !== "visible"))) claim(sheet.part, sheet, owners, done);
  for (const part of whole.parts) {
    if (!PIVOT_CACHE.test(part.contentType)) continue;
    done.add(part);
    yield* pivotCache(book, part, done);
  }
  for (const part of whole.parts) {
    if (done.has(part)) continue;
    context.budget.tick();
    context.budget.entry();
    const owner = owners.get(part);
    const place: Location = owner === undefined ? at : [...at, { kind: "sheet", name: owner.name, state: owner.state }];
    yield* readOtherPart(whole, part, place, context, concealmentOf(part, owner));
  }
  yield* readOutside(whole, at, context.budget, { parts: sheetParts });
}

const PIVOT_CACHE = /\.pivotcachedefinition\+xml$/u;

function* pivotCache({ whole, at, context }: Book, part: PackagePart, done: Set<PackagePart>): Generator<Extracted> {
  context.budget.entry();
  const definition = readPart(whole, part, at, context);
  yield* definition.problems;
  const recordsPart = related(part, "pivotCacheRecords");
  const records = recordsPart && readPart(whole, recordsPart, at, context);
  if (records !== undefined) yield* records.problems;
  if (recordsPart !== undefined) done.add(recordsPart);
  yield* readPivotCache(definition.bytes, records?.bytes, [...at, { kind: "package-part", path: part.path }], part.reached ? "pivot-cache" : "orphaned-part", context.budget);
}

/** Parts that a sheet leads to, directly or not, belong to it. */
export function claim(from: PackagePart, sheet: Sheet, owners: Map<PackagePart, Sheet>, read: ReadonlySet<PackagePart>): void {
  const queue = [from];
  for (let owner = queue.pop(); owner !== undefined; owner = queue.pop()) {
    for (const { part } of owner.relationships) {
      if (part === undefined || read.has(part) || owners.has(part)) continue;
      owners.set(part, sheet);
      queue.push(part);
    }
  }
}

/** Drawn on the sheet that leads to them, and so seen where the sheet is. */
const DRAWN = /(?:\.(?:drawing|chart|chartex|diagramdata|diagramdrawing)\+xml|^image\/.*|\.vmldrawing)$/u;

export function concealmentOf({ contentType }: PackagePart, owner: Sheet | undefined): Concealment | undefined {
  const hidden = owner && sheetConcealment(owner.state);
  if (hidden !== undefined) return hidden;
  if (owner !== undefined && DRAWN.test(contentType)) return undefined;
  if (contentType.includes("pivot")) return "pivot-cache";
  if (contentType.includes("externallink")) return "external-link-cache";
  return contentType.endsWith(".person+xml") ? "property" : "package-data";
}
