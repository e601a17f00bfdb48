/** SQL dumps (mysqldump, pg_dump, sqlite3 .dump, phpMyAdmin): rows of INSERT and COPY as tables, everything else as text. */
import type { Artifact, ExtractContext, Extractor, Location, Segment, TableSegment, TextSegment, Unscanned } from "../../contract.js";
import { isText, textHead } from "../../text/decode.js";
import { placeByLine } from "../../text/lines.js";
import { textSegments } from "../../text/segments.js";
import { MAX_WHOLE_BYTES, readWholeText } from "../../text/source.js";
import { columnName, tableOf } from "../../text/table.js";
import { readTuple, skipStatement } from "./dump-values.js";
import { tableShape } from "./schema.js";

const NAME = String.raw`(?:[\p{L}\p{N}_$]{1,128}|"[^"\n]{1,256}"|` + "`[^`\\n]{1,256}`" + String.raw`|\[[^\]\n]{1,256}\])`;
const TABLE_NAME = `${NAME}(?:\\s{0,9}\\.\\s{0,9}${NAME}){0,2}`;
const COLUMNS = String.raw`\(\s{0,99}(${NAME}(?:\s{0,99},\s{0,99}${NAME}){0,1000})\s{0,99}\)`;
const INSERT = new RegExp(String.raw`(?:insert|replace)\s{1,99}(?:(?:or|ignore|replace|low_priority|delayed)\s{1,99}){0,3}into\s{1,99}(${TABLE_NAME})\s{0,99}(?:${COLUMNS})?\s{0,99}values\s{0,99}(?=\()`, "iuy");
const COPY = new RegExp(String.raw`copy\s{1,99}(${TABLE_NAME})\s{0,99}(?:${COLUMNS})?\s{0,99}from\s{1,99}stdin\b[^\n;]{0,200};[^\n]{0,99}\n`, "iuy");
const CREATE = new RegExp(String.raw`create\s{1,99}(?:temporary\s{1,99})?table\s{1,99}(?:if\s{1,9}not\s{1,9}exists\s{1,99})?(${TABLE_NAME})\s{0,99}(?=\()`, "iuy");
const DUMP = /(?:^|;)\s{0,99}(?:insert\s{1,9}(?:ignore\s{1,9})?into|replace\s{1,9}into|copy\s[^;\n]{1,300}\sfrom\s{1,9}stdin)\b/imu;
const HEAD_UNITS = 64 * 1024;

export const sqlExtractor: Extractor = {
  id: "sql",
  identify(bytes, name) {
    const isNamed = /\.(?:sql|dump|ddl)$/iu.test(name);
    if (bytes.length === 0 || (!isNamed && !/\.(?:txt|bak)$|^[^.]*$/iu.test(name)) || !isText(bytes)) return undefined;
    const head = textHead(bytes).text.slice(0, HEAD_UNITS);
    return isNamed || (/^\s{0,99}(?:--|\/\*|set\s|begin\b|insert\s|create\s|pragma\s)/iu.test(head) && DUMP.test(head)) ? "sql" : undefined;
  },
  *extract(artifact, context) {
    if (artifact.bytes.length > MAX_WHOLE_BYTES) yield* textSegments(artifact, context, "prose");
    else yield* readDump(artifact, context);
  },
};

interface Rows {
  readonly table: string;
  header: readonly string[];
  readonly cells: string[][];
  /** Where each row begins and ends in the source, two numbers a row. */
  readonly spans: number[];
  units: number;
}

const PIECE_UNITS = 16 * 2 ** 20;

function* readDump(artifact: Artifact, context: ExtractContext): Generator<Segment | Unscanned> {
  const { at } = artifact;
  const { budget } = context;
  const { text: source, lost } = readWholeText(artifact, context);
  const spanOf = placeByLine(at, source);
  const shapes = new Map<string, readonly string[]>();
  let rows: Rows | undefined;
  let from = 0;
  let cursor = 0;
  const written = function* (end: number): Generator<TextSegment> {
    const start = from;
    const text = source.slice(start, end);
    if (text.trim() !== "") yield { kind: "text", text, layout: "prose", place: (range) => spanOf({ start: start + range.start, end: start + range.end }) };
  };
  const flush = function* (): Generator<TableSegment> {
    if (rows !== undefined && rows.cells.length > 0) yield segmentOf(rows, at, spanOf);
    rows = undefined;
  };
  /** The rows of this table so far; those of another one are given out first. */
  const rowsOf = function* (table: string, listed: string | undefined): Generator<TableSegment, Rows> {
    const header = listed === undefined ? (shapes.get(table.toLowerCase()) ?? []) : namesIn(listed);
    if (rows !== undefined && (rows.table !== table || rows.units > PIECE_UNITS || rows.header.join() !== header.join())) yield* flush();
    return (rows ??= { table, header, cells: [], spans: [], units: 0 });
  };
  while (cursor < source.length) {
    budget.tick();
    const insert = matchAt(INSERT, source, cursor);
    const copy = insert === undefined ? matchAt(COPY, source, cursor) : undefined;
    const match = insert ?? copy;
    if (match === undefined) {
      const create = matchAt(CREATE, source, cursor);
      const end = skipStatement(source, cursor);
      if (create !== undefined) shapes.set(lastName(create[1]).toLowerCase(), tableShape(source.slice(cursor, end))?.columns ?? []);
      cursor = end;
      continue;
    }
    yield* written(cursor);
    const into = yield* rowsOf(lastName(match[1]), match[2]); // a group that may be missing
    cursor += match[0].length;
    cursor = insert !== undefined ? yield* readValues(source, cursor, into) : readLines(source, cursor, into);
    from = cursor;
  }
  yield* flush();
  yield* written(source.length);
  yield* lost;
}

function* readValues(source: string, start: number, rows: Rows): Generator<never, number> {
  let at = start;
  for (;;) {
    const tuple = readTuple(source, at);
    if (tuple === undefined) return at;
    add(rows, tuple.values, at, tuple.end);
    at = tuple.end;
    const comma = /\s{0,99},\s{0,99}/uy;
    comma.lastIndex = at;
    const next = comma.exec(source)?.[0];
    if (next === undefined || source.charAt(at + next.length) !== "(") return at;
    at += next.length;
  }
}

/** pg_dump: a row a line, tabs between values, "\." behind the last. */
function readLines(source: string, start: number, rows: Rows): number {
  let at = start;
  while (at < source.length) {
    const newline = source.indexOf("\n", at);
    const end = newline < 0 ? source.length : newline;
    const line = source.slice(at, end).replace(/\r$/u, "");
    if (line === "\\.") return newline < 0 ? end : end + 1;
    add(rows, line.split("\t").map((cell) => (cell === "\\N" ? "" : cell.replaceAll(/\\([tnr\\])/gu, (_whole, one: string) => ({ t: "\t", n: "\n", r: "\r" })[one] ?? "\\"))), at, end);
    at = newline < 0 ? end : end + 1;
  }
  return at;
}

function add(rows: Rows, values: string[], start: number, end: number): void {
  rows.cells.push(values);
  rows.spans.push(start, end);
  rows.units += end - start;
}

function segmentOf({ table, header, cells, spans }: Rows, at: Location, spanOf: ReturnType<typeof placeByLine>): TableSegment {
  const here: Location = [...at, { kind: "entry", name: table }];
  const above = header.length > 0 ? 1 : 0;
  return tableOf(above === 1 ? [header, ...cells] : cells, {
    at: here,
    place({ firstRow, lastRow, firstColumn, lastColumn }) {
      const first = Math.max(0, firstRow - above);
      const last = Math.max(first, lastRow - above);
      const span = spanOf({ start: spans[first * 2], end: spans[last * 2 + 1] }).at.slice(at.length);
      const column = firstColumn === lastColumn ? (header.at(firstColumn) ?? columnName(firstColumn)) : undefined;
      return { at: [...here, ...(column === undefined ? [] : [{ kind: "property" as const, name: column }]), ...span] };
    },
  });
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source) ?? undefined;
}

const NAMES = new RegExp(NAME, "gu");
const plain = (name: string): string => name.replace(/^["`[]|["`\]]$/gu, "");
const namesIn = (list: string): string[] => [...list.matchAll(NAMES)].map(([name]) => plain(name));
const lastName = (name: string): string => plain([...name.matchAll(NAMES)].at(-1)?.[0] ?? name);
