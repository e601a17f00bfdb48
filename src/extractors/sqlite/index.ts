/**
 * SQLite databases, read page by page from the file format's own description: every table with its columns' names, and what deletion
 * left behind. An own reader because SQL engines (sql.js: 1 MB of WebAssembly) open neither damaged files nor show deleted rows.
 */
import type { Artifact, ExtractContext, Extractor, Location, Segment, Unscanned } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { openPages, type Pages, SIGNATURE, treeStart } from "./pages.js";
import { readRecord, type Value } from "./records.js";
import { remnantText } from "./remnants.js";
import { tablesOf } from "./rows.js";
import { tableShape, type TableShape } from "./schema.js";
import { createTreeReader, gapsOf, INDEX_INTERIOR, INDEX_LEAF, type Row, TABLE_INTERIOR, TABLE_LEAF, type TreeReader } from "./trees.js";

export { sqlExtractor } from "./dump.js";

type Piece = Segment | Artifact | Unscanned;

const hasSignature = (bytes: Uint8Array): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SIGNATURE.length)).toString("latin1") === SIGNATURE;

export const sqliteExtractor: Extractor = {
  id: "sqlite",
  identify: (bytes) => (hasSignature(bytes) ? "sqlite" : undefined),
  extract: readDatabase,
};

interface SchemaEntry {
  readonly type: string;
  readonly name: string;
  readonly root: number;
  readonly sql: string;
}

function* readDatabase({ at, bytes }: Artifact, context: ExtractContext): Generator<Piece> {
  const { budget } = context;
  const pages = openPages(bytes);
  const trees = createTreeReader(pages, budget);
  const state = { cut: 0, broken: 0 };
  const valuesOf = function* (rows: Iterable<Row>, rowidColumn: number): Generator<Value[]> {
    for (const { payload, rowid, isCut } of rows) {
      budget.expand(payload.length);
      if (isCut) state.cut++;
      const values = readRecord(payload, pages.encoding);
      if (values === undefined) state.broken++;
      else {
        if (values[rowidColumn] === "") values[rowidColumn] = String(rowid);
        yield values;
      }
    }
  };
  const schema = [...valuesOf(trees.rows(1), -1)].map(schemaEntry);
  yield* statements(schema, at);
  const shapes: TableShape[] = [];
  for (const { type, name, root, sql } of schema) {
    budget.entry();
    if (root <= 0 || (type !== "table" && type !== "index")) continue;
    const shape = type === "table" ? (tableShape(sql) ?? { columns: [], rowidColumn: -1 }) : undefined;
    if (shape === undefined) {
      // An index repeats what its table holds; its pages have gaps too.
      for (const row of trees.rows(root)) if (row.isCut) state.cut++;
    } else {
      shapes.push(shape);
      yield* tablesOf(valuesOf(trees.rows(root), shape.rowidColumn), shape.columns, { at: [...at, { kind: "entry", name }] }, budget);
    }
  }
  yield* deletedRows(pages, trees, shapes, valuesOf, at, context);
  yield* gaps(pages, trees, at, context);
  if (trees.isDamaged() || state.cut + state.broken > 0 || pages.isCut) {
    yield { kind: "unscanned", at, reason: "corrupt", detail: "SQLite: pages or rows are damaged or missing; the rest was read" };
  }
}

function schemaEntry([type = "", name = "", , root = "0", sql = ""]: readonly Value[]): SchemaEntry {
  const text = (value: Value): string => (typeof value === "string" ? value : "");
  return { type: text(type), name: text(name), root: Number(text(root)), sql: text(sql) };
}

/** Views and triggers may hold values, and any statement comments; a program that shows tables shows none of them. */
function* statements(schema: readonly SchemaEntry[], at: Location): Generator<Segment> {
  const remarks = schema.filter(({ sql }) => sql !== "").map(({ sql, name }): Remark => ({ text: sql, at: [...at, { kind: "property", name: `schema of ${name}` }] }));
  if (remarks.length > 0) yield remarksSegment(remarks, "package-data");
}

/** Pages of dropped tables and of many deleted rows still are what they were: leaves of trees. */
function* deletedRows(
  pages: Pages, trees: TreeReader, shapes: readonly TableShape[], valuesOf: (rows: Iterable<Row>, rowidColumn: number) => Iterable<Value[]>, at: Location, { budget }: ExtractContext,
): Generator<Piece> {
  const here: Location = [...at, { kind: "entry", name: "deleted rows" }];
  const byWidth = new Map<number, Value[][]>();
  for (let number = 1; number <= pages.count; number++) {
    if (trees.reached.has(number)) continue;
    budget.tick();
    const page = pages.page(number);
    if (page === undefined) continue;
    if (page[0] === TABLE_LEAF) {
      for (const values of valuesOf(trees.rowsOfPage(page, 0), -1)) {
        const alike = byWidth.get(values.length) ?? [];
        byWidth.set(values.length, alike);
        alike.push(values);
      }
    }
    const text = remnantText(page[0] === TABLE_LEAF ? gapOf(page) : page, pages.encoding);
    budget.expand(text.length);
    if (text !== "") yield remarksSegment([{ text, at: here }], "orphaned-part");
  }
  for (const [width, rows] of byWidth) {
    // The table they were in is likely one that is as wide.
    const shape = shapes.find(({ columns }) => columns.length === width);
    yield* tablesOf(rows, shape?.columns ?? [], { at: here, concealment: "orphaned-part" }, budget);
  }
}

const gapOf = (page: Uint8Array): Uint8Array => Buffer.concat([...gapsOf(page, 0)].flatMap((gap) => [gap, Buffer.of(0)]));

const TREE_PAGES: ReadonlySet<number> = new Set([INDEX_INTERIOR, INDEX_LEAF, TABLE_INTERIOR, TABLE_LEAF]);

function* gaps(pages: Pages, trees: TreeReader, at: Location, { budget }: ExtractContext): Generator<Segment> {
  const here: Location = [...at, { kind: "entry", name: "gaps between rows" }];
  for (const number of trees.reached) {
    const page = pages.page(number);
    const start = treeStart(number);
    // Overflow pages are of one value each, and have none.
    if (page === undefined || !TREE_PAGES.has(page[start])) continue;
    budget.tick();
    for (const gap of gapsOf(page, start)) {
      budget.expand(gap.length);
      const text = remnantText(gap, pages.encoding);
      if (text !== "") yield remarksSegment([{ text, at: here }], "orphaned-part");
    }
  }
}

