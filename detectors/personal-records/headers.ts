/**
 * Finds header rows anywhere in a table: every cell is looked at once, with a filter that most values fail. A header may be two or
 * three rows high (住所 over 郵便番号, 番地), stand under titles and notes, beside another table or below it.
 */
import type { TableSegment } from "../../src/contract.js";
import { type HeaderField, isNameRole, isReadingRole, mayBeHeader, readHeader, under } from "../shared/header-field.js";

export interface HeaderBlock {
  readonly firstRow: number;
  /** The lowest of its rows; records begin below. */
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** By column. Columns whose header says nothing known are absent. */
  readonly fields: ReadonlyMap<number, HeaderField>;
  /** Enough known words to be a header by itself; else the cells below must prove it. */
  readonly isSure: boolean;
  /** One more than the last row below it before the next header over the same columns. */
  end: number;
}

/** A cell with a header word, wherever it stands. */
export interface LabelCell {
  readonly row: number;
  readonly column: number;
  readonly field: HeaderField;
}

export interface Headers {
  readonly blocks: readonly HeaderBlock[];
  readonly labels: readonly LabelCell[];
}

/** Cells of a header row that are read at most; the widest sheets have 16,384 columns. */
const MAX_HEADER_CELLS = 16_384;
/** Rows that one header may be high. */
const MAX_HEADER_ROWS = 3;
/** Labels kept for forms; a sheet of more labels than this is no form. */
const MAX_LABELS = 20_000;

export function nextFilled(table: TableSegment, row: number, column: number): number {
  if (table.nextColumn !== undefined) return table.nextColumn(row, column);
  for (let at = column; at < table.columnCount; at++) if (table.text(row, at) !== "") return at;
  return -1;
}

interface Cluster {
  readonly row: number;
  readonly cells: Map<number, { text: string; field: HeaderField | undefined }>;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly score: number;
}

export function findHeaders(table: TableSegment): Headers {
  const labels: LabelCell[] = [];
  const blocks: HeaderBlock[] = [];
  /** Clusters of the rows just above, from which a header of several rows is built. */
  let open: Cluster[][] = [];
  const close = (): void => {
    for (const rows of open) {
      const block = blockOf(rows);
      if (block !== undefined) blocks.push(block);
    }
    open = [];
  };
  let lastRow = -2;
  for (let row = 0; row < table.rowCount; row++) {
    let found = 0;
    for (let column = nextFilled(table, row, 0); column >= 0; column = nextFilled(table, row, column + 1)) {
      const text = table.text(row, column);
      if (!mayBeHeader(text)) continue;
      const field = readHeader(text);
      if (field === undefined) continue;
      found++;
      if (labels.length < MAX_LABELS) labels.push({ row, column, field });
    }
    if (found === 0) continue;
    if (row !== lastRow + 1) close();
    lastRow = row;
    open = grown(open, clustersOf(table, row), close);
  }
  close();
  setEnds(blocks, table);
  return { blocks, labels };
}

/** Joins a row's clusters with those right above them, where both can be one header. */
function grown(open: Cluster[][], clusters: readonly Cluster[], close: () => void): Cluster[][] {
  if (open.length === 0) return clusters.map((cluster) => [cluster]);
  const next: Cluster[][] = [];
  const taken = new Set<Cluster[]>();
  for (const cluster of clusters) {
    const above = open.find((rows) => !taken.has(rows) && rows.length < MAX_HEADER_ROWS && touches(rows[rows.length - 1], cluster) && complements(rows, cluster));
    if (above === undefined) next.push([cluster]);
    else {
      taken.add(above);
      next.push([...above, cluster]);
    }
  }
  const finished = open.filter((rows) => !taken.has(rows));
  open.length = 0;
  open.push(...finished);
  close();
  return next;
}

const touches = (a: Cluster, b: Cluster): boolean => a.firstColumn <= b.lastColumn && b.firstColumn <= a.lastColumn;

/**
 * Whether a row continues the header above: all its cells are labels, and it is not a form's next line (氏名 | 住所 under each other
 * with empty cells beside them) or the same header again.
 */
function complements(rows: readonly Cluster[], next: Cluster): boolean {
  const top = rows[rows.length - 1];
  const known = [...next.cells.values()].filter(({ field }) => field !== undefined).length;
  if (known * 2 < next.cells.size) return false;
  let same = 0;
  let replaced = 0;
  for (const [column, { field }] of next.cells) {
    const above = top.cells.get(column)?.field;
    if (above === undefined || field === undefined) continue;
    if (above.role === field.role && above.subject === field.subject) same++;
    else if (!isNarrower(above, field)) replaced++;
  }
  // English names over Japanese ones head the same columns twice.
  return replaced === 0 && (same === 0 || same >= known / 2);
}

/** 姓 under 氏名, 番地 under 住所, anything under 代表者. */
function isNarrower(above: HeaderField, below: HeaderField): boolean {
  if (above.role === "name") return isNameRole(below.role) || isReadingRole(below.role) || above.subject !== "" || above.ambiguous;
  if (isReadingRole(above.role)) return isNameRole(below.role) || isReadingRole(below.role);
  if (above.role === "address" || above.role === "contact") return ["address", "address-part", "postal-code", "phone", "email"].includes(below.role);
  if (above.role === "birth-date") return below.role === "other" || below.role === "birth-year";
  return above.role === "organisation" || above.role === "other" || above.role === "phone";
}

const PLAIN_NUMBER = /^[\d.,%-]+$/u;
const YEAR = /^(?:19|20)\d\d$/u;

/** What stands in rows of values and not in headers: mail addresses, long numbers, plain numbers other than years. */
function isValue(text: string): boolean {
  if (text.includes("@") || text.length > 80) return true;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits++;
  }
  return digits >= 6 || (digits > 0 && PLAIN_NUMBER.test(text) && !YEAR.test(text));
}

/** Runs of label-like cells of one row that hold a header word. Values end a run: the table to the left has begun before this one. */
function clustersOf(table: TableSegment, row: number): Cluster[] {
  const clusters: Cluster[] = [];
  let cells: [number, { text: string; field: HeaderField | undefined }][] = [];
  const end = (): void => {
    const cluster = clusterOf(row, cells);
    if (cluster !== undefined) clusters.push(cluster);
    cells = [];
  };
  let read = 0;
  for (let column = nextFilled(table, row, 0); column >= 0 && read++ < MAX_HEADER_CELLS; column = nextFilled(table, row, column + 1)) {
    const text = table.text(row, column);
    if (text.trim() === "") continue;
    const field = readHeader(text);
    if (field === undefined && isValue(text)) {
      end();
      continue;
    }
    const left = cells.at(-1)?.[0] ?? column;
    if (column > left + 1 && field !== undefined && startsAnother(cells, field) && isEmptyBelow(table, row, left + 1, column)) end();
    cells.push([column, { text, field }]);
  }
  end();
  return clusters;
}

/** A second table to the right begins as tables do: with a number, or with a field that the first one has. */
function startsAnother(cells: readonly (readonly [number, { field: HeaderField | undefined }])[], field: HeaderField): boolean {
  return field.role === "serial" || cells.some(([, before]) => before.field?.role === field.role && before.field.subject === field.subject);
}

/** Rows below a header in which a column must be empty to set two tables apart. */
const GAP_ROWS = 50;

function isEmptyBelow(table: TableSegment, row: number, from: number, to: number): boolean {
  for (let below = row + 1; below < Math.min(table.rowCount, row + GAP_ROWS); below++) {
    const filled = nextFilled(table, below, from);
    if (filled >= 0 && filled < to) return false;
  }
  return true;
}

function clusterOf(row: number, cells: [number, { text: string; field: HeaderField | undefined }][]): Cluster | undefined {
  // What an empty column sets apart from the known words at either end is something else.
  let first = cells.findIndex(([, { field }]) => field !== undefined);
  if (first < 0) return undefined;
  while (first > 0 && cells[first - 1][0] === cells[first][0] - 1) first--;
  let last = cells.findLastIndex(([, { field }]) => field !== undefined);
  while (last < cells.length - 1 && cells[last + 1][0] === cells[last][0] + 1) last++;
  const kept = cells.slice(first, last + 1);
  return { row, cells: new Map(kept), firstColumn: kept[0][0], lastColumn: kept[kept.length - 1][0], score: scoreOf(kept) };
}

/** How much a row looks like a header. Lone characters (年, 女, 区) and words for people (本人, 会員) stand among values too. */
function scoreOf(cells: readonly (readonly [number, { text: string; field: HeaderField | undefined }])[]): number {
  let score = 0;
  const seen = new Set<string>();
  for (const [, { text, field }] of cells) {
    if (field === undefined) continue;
    const key = `${field.role} ${field.entity ?? ""} ${field.subject}`;
    const weight = text.trim().length < 2 && !isNameRole(field.role) && field.role !== "postal-code" ? 0.25 : field.role === "name" && field.ambiguous ? 0.75 : 1;
    score += seen.has(key) ? weight / 4 : weight;
    seen.add(key);
  }
  return score;
}

/** Below this the cells under a row must prove that it is a header. */
const SURE_SCORE = 1.5;

function blockOf(rows: readonly Cluster[]): HeaderBlock | undefined {
  const score = Math.max(...rows.map((cluster) => cluster.score), rows.reduce((sum, cluster) => sum + cluster.score, 0) / 1.5);
  if (score < 0.5) return undefined;
  const fields = new Map<number, HeaderField>();
  const firstColumn = Math.min(...rows.map((cluster) => cluster.firstColumn));
  const lastColumn = Math.max(...rows.map((cluster) => cluster.lastColumn));
  for (const cluster of rows) {
    let above: HeaderField | undefined;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const cell = cluster.cells.get(column);
      const own = fields.get(column);
      // A header over several columns stands in the first of them.
      const isOther = own === undefined && rows.some((other) => other.row < cluster.row && other.cells.has(column));
      above = own ?? (cell === undefined || isOther ? undefined : above);
      if (cell === undefined) continue;
      const field = cell.field === undefined ? undefined : birthPart(above, cell.text) ?? cell.field;
      if (field !== undefined) fields.set(column, above === undefined ? field : sameTwice(above, field) ? above : under(above, field));
      else if (above?.role === "address" && own === undefined) fields.set(column, { ...above, role: "address-part" });
    }
  }
  return { firstRow: rows[0].row, lastRow: rows[rows.length - 1].row, firstColumn, lastColumn, fields, isSure: score >= SURE_SCORE, end: 0 };
}

/** name over 氏名: the surer of the two words stays. */
const sameTwice = (above: HeaderField, below: HeaderField): boolean => above.role === below.role && above.subject === below.subject && !above.ambiguous;

/** 年, 月, 日 under 生年月日. */
function birthPart(above: HeaderField | undefined, text: string): HeaderField | undefined {
  if (above?.role !== "birth-date") return undefined;
  const part = ({ 年: "birth-year", 西暦: "birth-year", 月: "birth-month", 日: "birth-day" } as const)[text.trim()];
  return part === undefined ? undefined : { ...above, role: part };
}

/** A block reaches down to the next sure header over any of its columns. Linear in the widths of the blocks. */
function setEnds(blocks: readonly HeaderBlock[], table: TableSegment): void {
  const current = new Array<HeaderBlock | undefined>(table.columnCount).fill(undefined);
  for (const block of blocks) {
    block.end = table.rowCount;
    for (let column = block.firstColumn; column <= block.lastColumn; column++) {
      const before = current[column];
      if (before !== undefined && block.isSure && before.end > block.firstRow) before.end = block.firstRow;
      if (block.isSure || before === undefined) current[column] = block;
    }
  }
}
