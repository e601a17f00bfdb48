/** Where rows and columns of a sheet stand, and so which cells its shapes cover (ODF 1.3 part 3, 19.604 to 19.606). */
import type { CellRange } from "../../contract.js";
import { type Corner, coveredCells, MAX_COVERS } from "../cells/covers.js";
import { createRuns } from "../cells/line-runs.js";
import { printedDotted } from "../cells/print-area.js";
import type { Drawing } from "./drawings.js";

export interface SheetLayout {
  /** Rows up to this one, and columns likewise, are so high or wide, in points. */
  addRows(end: number, height: number | undefined): void;
  addColumns(end: number, width: number | undefined): void;
  /** @param cell that the shape stands in; absent: its place counts from the sheet's corner */
  draw(drawing: Drawing, cell: { readonly row: number; readonly column: number } | undefined): void;
  covered(): CellRange[];
}

/** What LibreOffice gives rows and columns that no style tells of: 0.45 and 2.26 cm. */
const USUAL_HEIGHT = 12.8;
const USUAL_WIDTH = 64;
/** Programs round lengths to hundredths of a millimetre and to pixels. */
const TOLERANCE = 1;

export function createLayout(): SheetLayout {
  const [rows, columns] = [createRuns(USUAL_HEIGHT), createRuns(USUAL_WIDTH)];
  const drawn: { readonly drawing: Drawing; readonly cell: { readonly row: number; readonly column: number } | undefined }[] = [];
  return {
    addRows(end, height) {
      rows.add(end, height);
    },
    addColumns(end, width) {
      columns.add(end, width);
    },
    draw(drawing, cell) {
      if (drawing.isOpaque && drawn.length < MAX_COVERS) drawn.push({ drawing, cell });
    },
    covered: () => drawn.flatMap(({ drawing, cell }) => coverOf(drawing, cell) ?? []),
  };

  function coverOf({ left, top, width, height, end }: Drawing, cell: { readonly row: number; readonly column: number } | undefined): CellRange | undefined {
    const [x, y] = cell === undefined ? [left, top] : [columns.positionOf(cell.column) + left, rows.positionOf(cell.row) + top];
    const endCell = end === undefined || cell === undefined ? undefined : printedDotted(end.address).at(0);
    const [right, bottom] = end === undefined || endCell === undefined ? [x + width, y + height] : [columns.positionOf(endCell.firstColumn) + end.x, rows.positionOf(endCell.firstRow) + end.y];
    return coveredCells(corner(x - TOLERANCE, y - TOLERANCE), corner(right + TOLERANCE, bottom + TOLERANCE));
  }

  /** A shape that begins within the tolerance before a line's end begins with the next one. */
  function corner(x: number, y: number): Corner {
    const [column, row] = [columns.lineAt(x), rows.lineAt(y)];
    return { column: column.line, columnOffset: column.offset, row: row.line, rowOffset: row.offset };
  }
}
