/** Records with named fields (cards, directory entries) as one table: a column a field, so that people are counted. */
import type { CellRange, Location, TableSegment } from "../../contract.js";
import { placeByLine } from "../../text/lines.js";
import { tableOf } from "../../text/table.js";

export interface Field {
  /** What the column is called. */
  readonly label: string;
  readonly text: string;
  /** In the source, half-open. */
  readonly start: number;
  readonly end: number;
}

/** Fields that only some records have are many in hostile files: past these columns they share the last one. */
const MAX_COLUMNS = 256;

/** @param records of one file each, in order; an empty list gives no table */
export function tableOfCards(records: readonly (readonly Field[])[], at: Location, source: string): TableSegment | undefined {
  const columns = new Map<string, number>();
  const rows: string[][] = [];
  const fields: Field[][] = [];
  for (const record of records) {
    const row: string[] = [];
    const placed: Field[] = [];
    const counts = new Map<string, number>();
    for (const field of record) {
      const count = (counts.get(field.label) ?? 0) + 1;
      counts.set(field.label, count);
      const label = count === 1 ? field.label : `${field.label} ${count}`;
      let column = columns.get(label);
      if (column === undefined) {
        column = Math.min(columns.size, MAX_COLUMNS - 1);
        columns.set(columns.size < MAX_COLUMNS ? label : "…", column);
      }
      row[column] = row[column] === undefined ? field.text : `${row[column]} ${field.text}`;
      placed[column] ??= field;
    }
    if (record.length === 0) continue;
    rows.push(Array.from(row, (text) => (text as string | undefined) ?? "")); // sparse
    fields.push(placed);
  }
  if (rows.length === 0) return undefined;
  const spanOf = placeByLine(at, source);
  const extent = (row: readonly (Field | undefined)[]): { start: number; end: number } => {
    let [start, end] = [Infinity, 0];
    for (const field of row) {
      if (field === undefined) continue;
      start = Math.min(start, field.start);
      end = Math.max(end, field.end);
    }
    return { start, end };
  };
  const header: string[] = [];
  for (const [label, column] of columns) header[column] = label;
  return tableOf([header, ...rows], {
    at,
    place({ firstRow, lastRow, firstColumn, lastColumn }: CellRange) {
      const first = Math.max(0, firstRow - 1);
      const last = Math.max(first, lastRow - 1);
      const only = first === last && firstColumn === lastColumn ? fields[first]?.[firstColumn] as Field | undefined : undefined; // sparse
      if (only !== undefined) return spanOf({ start: only.start, end: only.end });
      return spanOf({ start: extent(fields[first]).start, end: extent(fields[last]).end });
    },
  });
}
