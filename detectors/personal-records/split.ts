/** Cells that hold several things: a name over its address on an envelope's label, 氏名：佐藤花子, a name and a telephone on two lines. */
import type { TableSegment } from "../../src/contract.js";
import { nextFilled } from "./clusters.js";
import type { Explained } from "./explained.js";

/** Columns and rows that are looked at to tell whether cells are such, and the share of the filled ones that must be. */
const MAX_COLUMNS = 64;
const SAMPLE_ROWS = 60;
const FEWEST_CELLS = 3;
const ENOUGH = 0.6;
/** Lines of one cell. */
const MOST_PIECES = 8;
/** Rows in which all cells are split; a longer table of such cells is no list of labels. */
const MAX_ROWS = 100_000;

const LABEL = /^\s*([^\s:：]{1,12})\s?[:：]\s*/u;

/** 氏名：佐藤花子 -> 氏名. */
const labelOf = (piece: string): string | undefined => LABEL.exec(piece)?.[1];
/** TEL 087-000-0000: the number is the value. */
const KIND = /^(?:TEL|Tel|tel|FAX|電話|携帯|ＴＥＬ|℡|☎)[\s.]*(?=[\d０-９(（+])/u;
/** 佐藤花子（090-0000-0000）, 佐藤花子 090-0000-0000: somebody and how to reach him. */
const WITH_NUMBER = /^([^\d０-９\n:：]{2,16}?)[\s　]*[（([]?[\s　]*(?:TEL|Tel|tel|携帯|電話|☎)?[\s.:：]*([0０][\d０-９‐–−ー－-]{8,13}[\d０-９])[)）\]]?$/u;
const linesOf = (cell: string): string[] => {
  if (cell.includes("\n")) return cell.split("\n", MOST_PIECES * 2);
  const found = cell.length > LONGEST_WITH_NUMBER || LABEL.test(cell) ? null : WITH_NUMBER.exec(cell);
  return found === null ? [cell] : [found[1], found[2]];
};
const LONGEST_WITH_NUMBER = 48;
const piecesOf = (cell: string): string[] => linesOf(cell).map((piece) => piece.trim().replace(KIND, "")).filter((piece) => piece !== "");

export interface SplitSheet {
  readonly table: TableSegment;
  /** A cell is explained where all that stands in it is. */
  explained(inView: Explained): Explained;
}

/** The sheet with each such cell as cells of its own; undefined where there are none. Rows and their order stay. */
export function splitCells(table: TableSegment): SplitSheet | undefined {
  if (table.rowCount > MAX_ROWS) return undefined;
  const columns = Math.min(table.columnCount, MAX_COLUMNS);
  const splits = Array.from({ length: columns }, (_, column) => splitOf(table, column));
  if (splits.every((split) => split === undefined)) return undefined;
  // Columns of the view: where each column of the sheet begins in it.
  const begins: number[] = [];
  const owners: number[] = [];
  splits.forEach((split, column) => {
    begins.push(owners.length);
    for (let i = 0; i < (split?.pieces ?? 1); i++) owners.push(column);
  });
  const text = (row: number, at: number): string => {
    const column = owners[at];
    if (column === undefined) return "";
    const split = splits[column];
    const index = at - begins[column];
    if (split === undefined) return row === 0 ? "" : table.text(row - 1, column);
    if (row === 0) return split.labels[index] ?? "";
    const cell = table.text(row - 1, column);
    const pieces = piecesOf(cell);
    const label = split.labels[index];
    if (label === undefined) return pieces[index] ?? "";
    const labelled = pieces.find((piece) => labelOf(piece) === label);
    return labelled?.replace(LABEL, "") ?? "";
  };
  return {
    explained: (inView) => ({
      firstRow: 0,
      end: table.rowCount,
      has(row, column) {
        if (column >= columns || row + 1 < inView.firstRow || row + 1 >= inView.end) return false;
        let any = false;
        for (let at = begins[column]; owners[at] === column; at++) {
          if (text(row + 1, at) === "") continue;
          if (!inView.has(row + 1, at)) return false;
          any = true;
        }
        return any;
      },
    }),
    table: {
      kind: "table",
      at: table.at,
      rowCount: table.rowCount + 1,
      columnCount: owners.length,
      text,
      nextColumn(row, column) {
        for (let at = column; at < owners.length; at++) if (text(row, at) !== "") return at;
        return -1;
      },
      place: ({ firstRow, lastRow, firstColumn, lastColumn }) =>
        table.place({ firstRow: Math.max(0, firstRow - 1), lastRow: Math.max(0, lastRow - 1), firstColumn: owners[firstColumn] ?? 0, lastColumn: owners[lastColumn] ?? columns - 1 }),
      ...(table.rowConcealment !== undefined && { rowConcealment: (row: number) => (row === 0 ? undefined : table.rowConcealment?.(row - 1)) }),
      ...(table.columnConcealment !== undefined && { columnConcealment: (column: number) => table.columnConcealment?.(owners[column] ?? 0) }),
    },
  };
}

interface Split {
  readonly pieces: number;
  /** By piece, the label that stands before it in most cells. */
  readonly labels: readonly (string | undefined)[];
}

function splitOf(table: TableSegment, column: number): Split | undefined {
  let cells = 0;
  let several = 0;
  let labelled = 0;
  let most = 1;
  const labels = new Map<string, number>();
  for (let row = 0; row < Math.min(table.rowCount, SAMPLE_ROWS); row++) {
    if (nextFilled(table, row, column) !== column) continue;
    const pieces = piecesOf(table.text(row, column));
    if (pieces.length === 0) continue;
    cells++;
    if (pieces.length > 1) several++;
    most = Math.max(most, Math.min(pieces.length, MOST_PIECES));
    const found = pieces.flatMap((piece) => labelOf(piece) ?? []);
    if (found.length > 0) labelled++;
    for (const label of found) labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  if (cells < FEWEST_CELLS) return undefined;
  const usual = [...labels].filter(([, count]) => count >= cells * ENOUGH).map(([label]) => label);
  if (labelled >= cells * ENOUGH && usual.length > 0) return { pieces: usual.length, labels: usual };
  return several >= cells * ENOUGH ? { pieces: most, labels: [] } : undefined;
}
