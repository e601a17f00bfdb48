/** Rows of cells, perhaps of several pages -> one table that knows where each cell stands, and which are not seen. */
import type { CellRange, Location, Place, Range, TableSegment } from "../../contract.js";
import { tableOf } from "../../text/table.js";
import type { RunConcealment } from "./document.js";
import type { TextBuilder } from "./page-text.js";

export interface Row {
  readonly page: number;
  readonly text: readonly string[];
  /** What the page's cells were written into, and where in it each one stands. */
  readonly builder: TextBuilder;
  readonly ranges: readonly Range[];
}

/** @param rows at least one */
export function tableSegment(at: Location, rows: readonly Row[]): TableSegment {
  const first = rows[0].page;
  const last = rows[rows.length - 1].page;
  const reasons = concealmentsOf(rows);
  return tableOf(
    rows.map((row) => row.text),
    {
      at: [...at, { kind: "page", number: first, ...(last === first ? {} : { last }) }],
      place: (range) => ({ at: [...at, pageStep(rows, range)], ...reasons?.of(range) }),
      ...(reasons !== undefined && { rowConcealment: reasons.ofRow, columnConcealment: reasons.ofColumn }),
    },
  );
}

function pageStep(rows: readonly Row[], { firstRow, lastRow, firstColumn, lastColumn }: CellRange): Location[number] {
  const from = rows[Math.max(0, firstRow)]?.page ?? rows[0].page;
  const to = rows[Math.min(rows.length - 1, lastRow)]?.page ?? rows[rows.length - 1].page;
  if (from !== to) return { kind: "page", number: from, last: to };
  let bounds: readonly number[] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of rows.slice(Math.max(0, firstRow), lastRow + 1)) {
    const start = row.ranges[Math.max(0, firstColumn)]?.start;
    const end = row.ranges[Math.min(row.ranges.length - 1, lastColumn)]?.end;
    if (start === undefined || end === undefined) continue;
    const box = row.builder.box({ start, end });
    if (box === undefined) continue;
    bounds = [Math.min(bounds[0], box.x), Math.min(bounds[1], box.y), Math.max(bounds[2], box.x + box.width), Math.max(bounds[3], box.y + box.height)];
  }
  if (bounds[0] > bounds[2]) return { kind: "page", number: from };
  const round = (number: number): number => Math.round(number * 100) / 100;
  const [x, y, right, top] = bounds;
  return { kind: "page", number: from, box: { x, y, width: round(right - x), height: round(top - y) } };
}

interface Reasons {
  readonly ofRow: (row: number) => RunConcealment | undefined;
  readonly ofColumn: (column: number) => RunConcealment | undefined;
  /** Of a cell, anything hidden in it; of more, what hides most of them. */
  of(range: CellRange): Pick<Place, "concealment">;
}

/** Undefined where all of the table is in plain view. */
function concealmentsOf(rows: readonly Row[]): Reasons | undefined {
  const cells = rows.map(({ builder, ranges, text }) => ranges.map((range, column) => (text[column] === "" ? undefined : builder.concealment(range))));
  if (!cells.some((row) => row.some((reason) => reason !== undefined))) return undefined;
  const wholly = (all: readonly (RunConcealment | undefined)[], texts: readonly string[]): RunConcealment | undefined => {
    const filled = all.filter((_, i) => texts[i] !== "");
    return filled.length > 0 && filled.every((reason) => reason !== undefined) ? filled[0] : undefined;
  };
  const ofRow = cells.map((row, i) => wholly(row, rows[i].text));
  const width = Math.max(...cells.slice(0, 1).map((row) => row.length));
  const ofColumn = Array.from({ length: width }, (_, column) => {
    // A heading in plain view does not make its column seen.
    const below = cells.map((row) => row[column]).slice(1);
    return wholly(below, rows.slice(1).map(({ text }) => text[column] ?? ""));
  });
  return {
    ofRow: (row) => ofRow[row],
    ofColumn: (column) => ofColumn[column],
    of({ firstRow, lastRow, firstColumn, lastColumn }) {
      let filled = 0;
      const hidden: RunConcealment[] = [];
      for (let row = Math.max(0, firstRow); row <= Math.min(rows.length - 1, lastRow); row++) {
        for (let column = Math.max(0, firstColumn); column <= Math.min(cells[row].length - 1, lastColumn); column++) {
          if (rows[row].text[column] === "") continue;
          filled++;
          const reason = cells[row][column];
          if (reason !== undefined) hidden.push(reason);
        }
      }
      return hidden.length * 2 > filled ? { concealment: hidden[0] } : {};
    },
  };
}
