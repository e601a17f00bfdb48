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
  /** Rows with a header word, 1 for each: in other rows no cell need be asked. */
  readonly labelled: Uint8Array;
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
  const labelled = new Uint8Array(table.rowCount);
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
    labelled[row] = 1;
    if (row !== lastRow + 1) close();
    lastRow = row;
    open = grown(table, open, clustersOf(table, row, open.map((rows) => rows[rows.length - 1])), close);
  }
  close();
  blocks.sort((a, b) => a.firstRow - b.firstRow || a.firstColumn - b.firstColumn);
  setEnds(blocks, table);
  return { blocks, labels, labelled };
}

/** Joins a row's clusters with those right above them, where both can be one header. */
function grown(table: TableSegment, open: Cluster[][], clusters: readonly Cluster[], close: () => void): Cluster[][] {
  if (open.length === 0) return clusters.map((cluster) => [cluster]);
  const next: Cluster[][] = [];
  const taken = new Set<Cluster[]>();
  for (const cluster of clusters) {
    const above = open.find((rows) => !taken.has(rows) && rows.length < MAX_HEADER_ROWS && touches(rows[rows.length - 1], cluster) && complements(rows, cluster) && !hasValues(table, rows, cluster));
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
 * Whether a row continues the header above: most of its cells are labels, and it is not a form's next line (住所 under 氏名, with
 * empty cells beside them).
 */
function complements(rows: readonly Cluster[], next: Cluster): boolean {
  const top = rows[rows.length - 1];
  const known = [...next.cells.values()].filter(({ field }) => field !== undefined).length;
  if (known * 2 < next.cells.size) return false;
  // English names over Japanese ones head the same columns twice.
  return [...next.cells].every(([column, { field }]) => {
    const above = top.cells.get(column)?.field;
    return above === undefined || field === undefined || (above.role === field.role && above.subject === field.subject) || isNarrower(above, field);
  });
}

/** The last record of one table stands right above the header of the next. */
function hasValues(table: TableSegment, rows: readonly Cluster[], { firstColumn, lastColumn }: Cluster): boolean {
  const { row } = rows[rows.length - 1];
  for (let column = nextFilled(table, row, firstColumn); column >= 0 && column <= lastColumn; column = nextFilled(table, row, column + 1)) {
    if (isValue(table.text(row, column))) return true;
  }
  return false;
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
function clustersOf(table: TableSegment, row: number, above: readonly Cluster[]): Cluster[] {
  const clusters: Cluster[] = [];
  let cells: HeaderCells = [];
  const end = (): void => {
    for (const side of underEach(above, cells).flatMap((part) => apart(table, row, part))) {
      const cluster = clusterOf(row, side);
      if (cluster !== undefined) clusters.push(cluster);
    }
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
    cells.push([column, { text, field }]);
  }
  end();
  return clusters;
}

type HeaderCells = [number, { text: string; field: HeaderField | undefined }][];

/** Rows below a header in which a column must be empty to set two tables apart. */
const GAP_ROWS = 50;

/** Two tables side by side: each has names, and a column between them is empty. Merged cells leave such columns too, inside one table. */
function apart(table: TableSegment, row: number, cells: HeaderCells): HeaderCells[] {
  const isName = ([, { field }]: HeaderCells[number]): boolean => field !== undefined && isNameRole(field.role);
  const lastName = cells.findLastIndex(isName);
  const sides: HeaderCells[] = [];
  let from = 0;
  for (let i = 1; i <= lastName; i++) {
    const [left, right] = [cells[i - 1][0], cells[i][0]];
    if (right === left + 1 || !cells.slice(from, i).some(isName) || !hasEmptyColumn(table, row, left + 1, right)) continue;
    sides.push(cells.slice(from, i));
    from = i;
  }
  sides.push(cells.slice(from));
  return sides;
}

/** The second row of a header belongs to the tables that the first one has begun. */
function underEach(above: readonly Cluster[], cells: HeaderCells): HeaderCells[] {
  if (above.length < 2) return [cells];
  const ordered = [...above].sort((a, b) => a.firstColumn - b.firstColumn);
  const parts: HeaderCells[] = [];
  let at = 0;
  let owner: Cluster | undefined;
  for (const cell of cells) {
    while (at < ordered.length && ordered[at].lastColumn < cell[0] && (ordered[at + 1]?.firstColumn ?? Infinity) <= cell[0]) at++;
    const next = ordered[at];
    if (parts.length === 0 || next !== owner) parts.push([]);
    owner = next;
    parts[parts.length - 1].push(cell);
  }
  return parts;
}

function hasEmptyColumn(table: TableSegment, row: number, from: number, to: number): boolean {
  const filled = new Set<number>();
  for (let below = row + 1; below < Math.min(table.rowCount, row + GAP_ROWS); below++) {
    for (let column = nextFilled(table, below, from); column >= 0 && column < to; column = nextFilled(table, below, column + 1)) filled.add(column);
  }
  return filled.size < to - from;
}

function clusterOf(row: number, cells: HeaderCells): Cluster | undefined {
  // What an empty column sets apart from the known words at either end is something else.
  let first = cells.findIndex(([, { field }]) => field !== undefined);
  if (first < 0) return undefined;
  while (first > 0 && cells[first - 1][0] === cells[first][0] - 1) first--;
  let last = cells.findLastIndex(([, { field }]) => field !== undefined);
  while (last < cells.length - 1 && cells[last + 1][0] === cells[last][0] + 1) last++;
  const kept = cells.slice(first, last + 1);
  const score = scoreOf(kept);
  return score < MIN_SCORE ? undefined : { row, cells: new Map(kept), firstColumn: kept[0][0], lastColumn: kept[kept.length - 1][0], score };
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

/** Below this a row is none: lone characters (男, 年) stand in rows of values too. */
const MIN_SCORE = 0.5;
/** Below this the cells under a row must prove that it is a header. */
const SURE_SCORE = 1.5;

function blockOf(rows: readonly Cluster[]): HeaderBlock | undefined {
  const score = Math.max(...rows.map((cluster) => cluster.score), rows.reduce((sum, cluster) => sum + cluster.score, 0) / 1.5);
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

/**
 * A block reaches down to the next sure header over any of its columns, one that is not sure to the next header of any kind. Linear
 * in the widths of the blocks.
 */
function setEnds(blocks: readonly HeaderBlock[], table: TableSegment): void {
  const sure = new Array<HeaderBlock | undefined>(table.columnCount).fill(undefined);
  const last = new Array<HeaderBlock | undefined>(table.columnCount).fill(undefined);
  const cut = (before: HeaderBlock | undefined, row: number): void => {
    if (before !== undefined && before.end > row) before.end = row;
  };
  for (const block of blocks) {
    block.end = table.rowCount;
    for (let column = block.firstColumn; column <= block.lastColumn; column++) {
      if (last[column]?.isSure === false) cut(last[column], block.firstRow);
      last[column] = block;
      if (!block.isSure) continue;
      cut(sure[column], block.firstRow);
      sure[column] = block;
    }
  }
}
