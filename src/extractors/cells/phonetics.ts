/** Readings (furigana) of a sheet's shared strings. */
import type { Location } from "../../contract.js";
import type { Remark } from "../../text/remarks.js";
import type { CellRows } from "./rows.js";

/**
 * Each reading where its string stands first.
 * @param phonetics by the number of the shared string
 */
export function phoneticRemarks(cells: CellRows, phonetics: ReadonlyMap<number, string>, placeOf: (row: number, column: number) => Location): Remark[] {
  if (phonetics.size === 0) return [];
  const { rowCount, rowNumbers, rowStarts, columns, values } = cells;
  const remarks: Remark[] = [];
  const seen = new Set<number>();
  for (let row = 0; row < rowCount; row++) {
    for (let cell = rowStarts[row]; cell < rowStarts[row + 1]; cell++) {
      const text = phonetics.get(values[cell]);
      if (text === undefined || seen.has(values[cell])) continue;
      seen.add(values[cell]);
      remarks.push({ text, at: placeOf(rowNumbers[row], columns[cell]) });
    }
  }
  return remarks;
}
