/** Runs of label-like cells in one row: what a header is built from. */
import type { TableSegment } from "../../src/contract.js";
import { type HeaderField, isNameRole, readHeader } from "../shared/header-field.js";
import { judgePersonName } from "../shared/person-name.js";
import { plainOf } from "./plain.js";

/** Cells of a header row that are read at most; the widest sheets have 16,384 columns. */
const MAX_HEADER_CELLS = 16_384;
export function nextFilled(table: TableSegment, row: number, column: number): number {
  if (table.nextColumn !== undefined) return table.nextColumn(row, column);
  for (let at = column; at < table.columnCount; at++) if (table.text(row, at) !== "") return at;
  return -1;
}

export interface Cluster {
  readonly row: number;
  readonly cells: Map<number, { text: string; field: HeaderField | undefined }>;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly score: number;
}

const PLAIN_NUMBER = /^[\d.,%-]+$/u;
const YEAR = /^(?:19|20)\d\d$/u;

/** What stands in rows of values and not in headers: mail addresses, long numbers, plain numbers other than years. */
export function isValue(text: string): boolean {
  if (text.includes("@") || text.length > 80) return true;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits++;
  }
  return digits >= 6 || (digits > 0 && PLAIN_NUMBER.test(text) && !YEAR.test(text));
}

/** Runs of label-like cells of one row that hold a header word. Values end a run: the table to the left has begun before this one. */
export function clustersOf(table: TableSegment, row: number, above: readonly Cluster[]): Cluster[] {
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
  // 佐藤花子 | 課長 | 内線2001 is somebody's row.
  if (kept.some(([, { text, field }]) => field === undefined && isFullName(text))) return undefined;
  // 課長 beside words that head nothing is what somebody is.
  const known = kept.filter(([, { field }]) => field !== undefined);
  if (known.length < kept.length && known.every(([, { field }]) => field?.isPublicRole === true)) return undefined;
  // No.1, No.2 below each other number what stands beside them.
  if (known.every(([, { text, field }]) => field?.role === "serial" && DIGIT.test(text))) return undefined;
  const score = scoreOf(kept);
  // 看護師 | 佐藤花子 | 日 | 夜 | 明: a word of many that are none is a value.
  if (score < SURE_SCORE && kept.length >= LONG_ROW && known.length * FEW < kept.length && known.every(([, { field }]) => field?.role === "other" || (field?.role === "name" && field.ambiguous))) return undefined;
  return score < MIN_SCORE ? undefined : { row, cells: new Map(kept), firstColumn: kept[0][0], lastColumn: kept[kept.length - 1][0], score };
}

const FULL_NAME = 0.8;
const FEWEST_LETTERS = 3;

function isFullName(text: string): boolean {
  return text.length >= FEWEST_LETTERS && /^\p{Script=Han}/u.test(text) && judgePersonName(plainOf(text)) >= FULL_NAME;
}

/**
 * How much a row looks like a header. Lone characters (年, 女, 区) and words for people (本人, 会員) stand among values too.
 * @param seen what other rows of the same header say, which counts little once more: No.1, No.2, No.3 below each other are no header
 */
export function scoreOf(cells: Iterable<readonly [number, { text: string; field: HeaderField | undefined }]>, seen = new Set<string>()): number {
  let score = 0;
  for (const [, { text, field }] of cells) {
    if (field === undefined) continue;
    const key = `${field.role} ${field.entity ?? ""} ${field.subject}`;
    const weight = text.trim().length < 2 && !isNameRole(field.role) && field.role !== "postal-code" ? 0.25 : field.role === "name" && field.ambiguous ? 0.75 : 1;
    // 日 for day shift stands ten times in a nurse's month.
    score += seen.has(key) ? (text.trim().length < 2 ? 0 : weight / 4) : weight;
    seen.add(key);
  }
  return score;
}

const DIGIT = /[\d０-９]/u;
/** Fewer than one of so many cells is a header word. */
const FEW = 2;
const LONG_ROW = 8;
/** Below this the cells under a row must prove that it is a header. */
export const SURE_SCORE = 1.5;

/** Below this a row is none: lone characters (男, 年) stand in rows of values too. */
const MIN_SCORE = 0.5;
