/** Tables that are not one row a person under one header: which stretch of a sheet is to be turned or folded. */
import type { CellRange, TableSegment } from "../../src/contract.js";
import { isNameRole, isReadingRole } from "../shared/header-field.js";
import { judgeNamePart, judgePersonName } from "../shared/person-name.js";
import { nextFilled } from "./clusters.js";
import type { HeaderBlock, LabelCell } from "./headers.js";
import { plainOf } from "./plain.js";
import type { Folding } from "./views.js";

/** Labels below each other that head the columns of a table on its side, and how many people stand beside each. */
const FEWEST_LABELS = 2;
const MOST_LABELS = 200;
const FEWEST_PEOPLE = 2;
const MAX_PEOPLE = 16_384;
/** Share of the cells beside a name label that are names by themselves. */
const ENOUGH_NAMES = 0.5;
/** Rows without a label, and cells without a value, that such a table goes on over. */
const MAX_GAP = 1;
const MAX_EMPTY = 2;
const SAMPLE = 200;

/** Rectangles whose first column is the header and whose other columns are people. */
export function sidewaysTables(table: TableSegment, labels: readonly LabelCell[]): CellRange[] {
  const byColumn = new Map<number, LabelCell[]>();
  const isLabel = new Set(labels.map(({ row, column }) => row * table.columnCount + column));
  for (const label of labels) {
    const list = byColumn.get(label.column);
    if (list === undefined) byColumn.set(label.column, [label]);
    else list.push(label);
  }
  const found: CellRange[] = [];
  for (const list of byColumn.values()) {
    let from = 0;
    for (let i = 1; i <= list.length; i++) {
      if (i < list.length && list[i].row - list[i - 1].row <= MAX_GAP + 1 && i - from < MOST_LABELS && !isRepeated(list, from, i)) continue;
      const range = i - from >= FEWEST_LABELS ? rangeOf(table, list.slice(from, i), isLabel) : undefined;
      if (range !== undefined) found.push(range);
      from = i;
    }
  }
  return found;
}

/** The next card begins with the same name label. */
function isRepeated(list: readonly LabelCell[], from: number, at: number): boolean {
  const { field } = list[at];
  return isNameRole(field.role) && list.slice(from, at).some((other) => other.field.role === field.role && other.field.subject === field.subject);
}

function rangeOf(table: TableSegment, labels: readonly LabelCell[], isLabel: ReadonlySet<number>): CellRange | undefined {
  const naming = labels.find(({ field }) => isNameRole(field.role)) ?? labels.find(({ field }) => isReadingRole(field.role));
  if (naming === undefined || new Set(labels.map(({ field }) => field.role)).size < FEWEST_LABELS) return undefined;
  let names = 0;
  let sampled = 0;
  let values = 0;
  let last = naming.column;
  for (let column = nextFilled(table, naming.row, last + 1); column >= 0 && column - last <= MAX_EMPTY + 1 && values < MAX_PEOPLE; column = nextFilled(table, naming.row, column + 1)) {
    // Three cards beside each other have a label before each name.
    if (isLabel.has(naming.row * table.columnCount + column)) break;
    if (table.text(naming.row, column).trim() === "") continue;
    if (sampled < SAMPLE) {
      const plain = plainOf(table.text(naming.row, column));
      const isName = judgePersonName(plain) >= 0.5 || (naming.field.role !== "name" && judgeNamePart(plain, naming.field.role === "given-name" ? "given" : "surname") >= 0.3);
      if (isName) names++;
      sampled++;
    }
    values++;
    last = column;
  }
  // 会長 | 佐藤花子 | 090-...: one name in two cells is a row about her.
  if (values < FEWEST_PEOPLE || names < Math.max(FEWEST_PEOPLE, sampled * ENOUGH_NAMES)) return undefined;
  return { firstRow: labels[0].row, lastRow: labels[labels.length - 1].row, firstColumn: naming.column, lastColumn: last };
}

/** Rows that one record takes, columns looked at for one that is filled in the first of them only. */
const MAX_HEIGHT = 4;
const MAX_ANCHORS = 8;
/** Share of records that take as many rows as most, of rows that stand as they must, and of cells that fill the further rows. */
const ENOUGH_ALIKE = 0.8;
const ENOUGH_FILLED = 0.4;
const FEWEST_RECORDS = 2;
/** Below a name that is another name, two people stand, not one on two lines. */
const MOST_NAMES_BELOW = 0.3;

/**
 * How the rows under a header are to be folded, if each record takes several.
 * @param above the header right above this one, with no record between: the first line of it
 */
export function foldingOf(table: TableSegment, block: HeaderBlock, above: HeaderBlock | undefined): Folding | undefined {
  const first = block.lastRow + 1;
  const firstHeader = above?.firstRow ?? block.firstRow;
  const headers = Array.from({ length: first - firstHeader }, (_, i) => firstHeader + i);
  const firstColumn = Math.min(block.firstColumn, above?.firstColumn ?? block.firstColumn);
  const lastColumn = Math.max(block.lastColumn, above?.lastColumn ?? block.lastColumn);
  for (let column = firstColumn; column <= Math.min(lastColumn, firstColumn + MAX_ANCHORS); column++) {
    const starts = startsIn(table, column, first, block.end);
    if (starts === undefined) continue;
    const height = heightOf(starts, block.end);
    if (height === undefined || (headers.length > 1 && headers.length !== height)) continue;
    const folding = { starts, end: block.end, headers, height, firstColumn, lastColumn };
    if (isTwoPeople(table, block, folding)) continue;
    return folding;
  }
  return undefined;
}

/** Rows in which the column is filled, if they are about every second, third or fourth. */
function startsIn(table: TableSegment, column: number, first: number, end: number): number[] | undefined {
  if (table.text(first, column).trim() === "" || end - first < FEWEST_RECORDS * 2 || table.text(first + 1, column).trim() !== "") return undefined;
  const starts: number[] = [];
  for (let row = first; row < end; row++) {
    if (table.text(row, column).trim() !== "") starts.push(row);
    // A column that is filled as it happens is found out soon.
    if (row - first === SAMPLE && starts.length > SAMPLE * 0.6) return undefined;
  }
  return starts.length >= FEWEST_RECORDS && starts.length * 2 <= end - first + starts.length * 0.2 ? starts : undefined;
}

function heightOf(starts: readonly number[], end: number): number | undefined {
  const counts = new Uint32Array(MAX_HEIGHT + 2);
  starts.forEach((start, i) => counts[Math.min(MAX_HEIGHT + 1, (starts[i + 1] ?? end) - start)]++);
  let height = 0;
  for (let rows = 2; rows <= MAX_HEIGHT; rows++) if (counts[rows] > counts[height]) height = rows;
  return height > 0 && counts[height] >= starts.length * ENOUGH_ALIKE ? height : undefined;
}

/** 世帯主 and those who live with him stand below each other too, under one number. */
function isTwoPeople(table: TableSegment, { fields, lastRow }: HeaderBlock, { starts, end, height }: Folding): boolean {
  let below = 0;
  let filled = 0;
  let rows = 0;
  const names = [...fields].filter(([, { role }]) => role === "name" || role === "surname").map(([column]) => column);
  for (const [i, start] of starts.slice(0, SAMPLE).entries()) {
    for (let row = start + 1; row < Math.min(starts[i + 1] ?? end, start + height); row++) {
      rows++;
      if (nextFilled(table, row, 0) >= 0) filled++;
      if (names.some((column) => isKanjiName(table.text(start, column)) && isSomebody(table.text(row, column)))) below++;
    }
  }
  return lastRow < 0 || filled < rows * ENOUGH_FILLED || below > rows * MOST_NAMES_BELOW;
}

const KANJI = /\p{Script=Han}/u;
const isKanjiName = (cell: string): boolean => KANJI.test(cell) && (judgePersonName(plainOf(cell)) >= 0.5 || judgeNamePart(plainOf(cell), "surname") >= 0.5);
/** Those who live with him may have their given names only. */
const isSomebody = (cell: string): boolean => isKanjiName(cell) || judgeNamePart(plainOf(cell), "given") >= 0.3;
