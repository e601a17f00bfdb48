/** Rows of one table as segments: pieces that fit into memory, each under the header again. */
import type { Artifact, Budget, Concealment, Location, TableSegment } from "../../contract.js";
import { cellRef, columnName, tableOf } from "../../text/table.js";
import type { Value } from "./records.js";

const PIECE_ROWS = 20_000;
/** Of text, in UTF-16 units. */
const PIECE_UNITS = 32 * 2 ** 20;

export interface RowsPlace {
  readonly at: Location;
  readonly concealment?: Concealment;
}

/** @param header the columns' names; [] where nobody knows them. Files in cells follow the piece they stand in. */
export function* tablesOf(rows: Iterable<readonly Value[]>, header: readonly string[], { at, concealment }: RowsPlace, budget: Budget): Generator<TableSegment | Artifact> {
  let piece: string[][] = [];
  let files: Artifact[] = [];
  let units = 0;
  let before = 0;
  const conceal = concealment === undefined ? {} : { concealment };
  const flush = function* (): Generator<TableSegment | Artifact> {
    const firstRow = before;
    const above = header.length > 0 ? 1 : 0;
    if (piece.length > 0) {
      yield tableOf(above === 0 ? piece : [header, ...piece], {
        at,
        // The header is row 1, as in a spreadsheet that shows the table; later pieces go on counting.
        place: (range) => ({ at: [...at, { kind: "cell", ref: cellRef({ ...range, firstRow: range.firstRow < above ? 0 : range.firstRow + firstRow, lastRow: range.lastRow < above ? 0 : range.lastRow + firstRow }) }], ...conceal }),
      });
    }
    yield* files;
    before += piece.length;
    piece = [];
    files = [];
    units = 0;
  };
  for (const values of rows) {
    const row = values.map((value, column) => {
      if (typeof value === "string") return value;
      budget.entry();
      const name = `${header[column] ?? columnName(column)} ${before + piece.length + 1}`;
      files.push({ kind: "artifact", at: [...at, { kind: "entry", name }], name, bytes: value.file, ...conceal });
      return "";
    });
    for (const text of row) units += text.length;
    piece.push(row);
    if (piece.length >= PIECE_ROWS || units >= PIECE_UNITS) {
      budget.expand(units);
      yield* flush();
    }
  }
  budget.expand(units);
  yield* flush();
}
