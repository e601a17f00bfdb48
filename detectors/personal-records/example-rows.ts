/** Rows that show how a form is to be filled in: "記入例 | 高松 太郎 | …". */
import type { TableSegment } from "../../src/contract.js";
import { EXAMPLE_MARKS } from "../shared/header-words.js";
import { nextFilled } from "./clusters.js";
import type { HeaderBlock } from "./headers.js";
import { plainOf } from "./plain.js";

/** Examples stand right below the header; a mark further down says nothing of what stands there. */
const MAX_EXAMPLE_ROWS = 2;

/** What a mark may begin with. */
const MARK_STARTS = " \t\n\v\f\r\u00a0\u3000※(（【[［記入作例見サｻesES";
let markStarts: Uint8Array | undefined;
let exampleMarks: ReadonlySet<string> | undefined;

function markStartTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const char of MARK_STARTS) table[char.charCodeAt(0)] = 1;
  return (markStarts = table);
}

/** Whether an example's mark may begin with this unit. */
export const mayBeExampleMark = (unit: number): boolean => (markStarts ?? markStartTable())[unit] === 1;

export function isExampleMark(cell: string): boolean {
  if (cell === "" || cell.length > 8 || !mayBeExampleMark(cell.charCodeAt(0))) return false;
  exampleMarks ??= new Set(EXAMPLE_MARKS.split(" "));
  return exampleMarks.has(plainOf(cell).toLowerCase().replace(/[※:]/gu, ""));
}

/** Whether a row is one of the marked rows right below some header. */
export function exampleRows(table: TableSegment, blocks: readonly HeaderBlock[]): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { isSure, firstColumn, lastRow, end } of blocks) {
    if (!isSure) continue;
    for (let row = lastRow + 1; row < Math.min(end, lastRow + 1 + MAX_EXAMPLE_ROWS); row++) {
      // 記入例 stands in the column before the table too, which nothing heads.
      const column = nextFilled(table, row, Math.max(0, firstColumn - 1));
      if (column < 0 || !isExampleMark(table.text(row, column))) break;
      rows.add(row);
    }
  }
  return rows;
}
