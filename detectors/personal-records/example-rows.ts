/** Rows that show how a form is to be filled in: "記入例 | 高松 太郎 | …". */
import type { TableSegment } from "../../src/contract.js";
import { EXAMPLE_MARKS } from "../shared/header-words.js";
import { nextFilled } from "./clusters.js";
import type { HeaderBlock } from "./headers.js";
import { plainOf } from "./plain.js";

/** Examples stand right below the header; a mark further down says nothing of what stands there. */
const MAX_EXAMPLE_ROWS = 2;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const MARK_START = /^[\s※(（【[［記入作例見サｻesES]/u;
let exampleMarks: ReadonlySet<string> | undefined;

export function isExampleMark(cell: string): boolean {
  if (cell === "" || cell.length > 8 || isDigit(cell.charCodeAt(0)) || !MARK_START.test(cell)) return false;
  exampleMarks ??= new Set(EXAMPLE_MARKS.split(" "));
  return exampleMarks.has(plainOf(cell).toLowerCase().replace(/[※:]/gu, ""));
}

/** Whether a row is one of the marked rows right below some header. */
export function exampleRows(table: TableSegment, blocks: readonly HeaderBlock[]): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { isSure, firstColumn, lastRow, end } of blocks) {
    if (!isSure) continue;
    for (let row = lastRow + 1; row < Math.min(end, lastRow + 1 + MAX_EXAMPLE_ROWS); row++) {
      const column = nextFilled(table, row, firstColumn);
      if (column < 0 || !isExampleMark(table.text(row, column))) break;
      rows.add(row);
    }
  }
  return rows;
}
