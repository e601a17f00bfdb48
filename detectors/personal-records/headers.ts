/**
 * Finds header rows anywhere in a table: every cell is looked at once, with a filter that most values fail. A header may be two or
 * three rows high (住所 over 郵便番号, 番地), stand under titles and notes, beside another table or below it.
 */
import type { TableSegment, TextSlice } from "../../src/contract.js";
import { type HeaderField, isNameRole, isReadingRole, mayHead, readHeader, under } from "../shared/header-field.js";
import { sliceReader } from "../../src/text/table.js";
import { type Cluster, clustersOf, isValue, nextFilled, scoreOf, SURE_SCORE } from "./clusters.js";

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

/** Rows that one header may be high. */
const MAX_HEADER_ROWS = 3;
/** Labels kept for forms; a sheet of more labels than this is no form. */
const MAX_LABELS = 20_000;

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
  const slice: TextSlice = { text: "", start: 0, end: 0 };
  const next = sliceReader(table, slice);
  let lastRow = -2;
  for (let row = 0; row < table.rowCount; row++) {
    let found = 0;
    for (let column = next(row, 0); column >= 0; column = next(row, column + 1)) {
      if (!mayHead(slice.text, slice.start, slice.end)) continue;
      const text = slice.text.slice(slice.start, slice.end);
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
  return [...next.cells].every(([column, { text, field }]) => {
    const above = top.cells.get(column)?.field;
    // 看護師 below 看護師 is what two people are.
    if (field?.role === "name" && field.ambiguous && text === top.cells.get(column)?.text) return false;
    return above === undefined || field === undefined || (above.role === field.role && above.subject === field.subject) || isNarrower(above, field);
  });
}

/** The last record of one table stands right above the header of the next; 会長, 会計 begin records as often as they head them. */
function hasValues(table: TableSegment, rows: readonly Cluster[], cluster: Cluster): boolean {
  const all = [...rows, cluster];
  const firstColumn = Math.min(...all.map((one) => one.firstColumn));
  const lastColumn = Math.max(...all.map((one) => one.lastColumn));
  return all.some(({ row }) => holdsValue(table, row, firstColumn, lastColumn));
}

function holdsValue(table: TableSegment, row: number, firstColumn: number, lastColumn: number): boolean {
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

function blockOf(rows: readonly Cluster[]): HeaderBlock | undefined {
  const seen = new Set<string>();
  const score = Math.max(...rows.map((cluster) => cluster.score), rows.reduce((sum, { cells }) => sum + scoreOf(cells, seen), 0) / 1.5);
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
