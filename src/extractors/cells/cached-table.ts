/** Cells that a workbook keeps of another one. */
import type { Concealment, Location, TableSegment } from "../../contract.js";
import type { CellRowsBuilder } from "./rows.js";
import { sheetTable } from "./sheet-table.js";
import { createStringPool, type StringPool } from "./string-pool.js";

/**
 * Tables of those that hold anything.
 * @param local what the cells say, sealed
 */
export function cachedTables(caches: readonly CellRowsBuilder[], local: StringPool, at: Location, concealment: Concealment): TableSegment[] {
  const shared = createStringPool();
  shared.seal();
  return caches.flatMap((rows) => {
    const cells = rows.finish();
    if (cells.rowCount === 0) return [];
    const table = sheetTable({ at, state: "visible", cells, shared, local, hiddenColumns: new Uint8Array(cells.columnCount) });
    return [{ ...table, place: (range) => ({ at: table.place(range).at, concealment }) }];
  });
}
