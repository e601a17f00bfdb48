/** Where the cells of a sheet stand, in points: asked for by drawings that tell their size and not the cell they end in. */
import { readXml } from "../../bytes/xml.js";
import { createRuns, type LineRuns } from "../cells/line-runs.js";
import { isTrue } from "./xlsx-workbook.js";

export const EMU_A_POINT = 12_700;

export interface CellMap {
  readonly rows: LineRuns;
  readonly columns: LineRuns;
}

/** 18.3.1.81: of Calibri 11, where the sheet does not say. */
const USUAL_HEIGHT = 15;
const USUAL_CHARACTERS = 8.43;
/**
 * Points that a column of so many characters is wide: their number, each as wide as the widest digit of the workbook's font, and a margin
 * (18.3.1.13). Digits of 8 pixels, which few fonts of that size exceed: a cell that is a little less wide is covered all the same.
 */
const pointsOf = (characters: number): number => (characters * 8 + 5) * 0.75;

/** @param xml of the sheet's part; without it all cells are of the usual size */
export function readCellMap(xml: Uint8Array): CellMap {
  const reader = readXml(xml);
  let columns = createRuns(pointsOf(USUAL_CHARACTERS));
  let rows = createRuns(USUAL_HEIGHT);
  let usualHeight = USUAL_HEIGHT;
  let usualWidth = pointsOf(USUAL_CHARACTERS);
  let row = 0;
  let column = 0;
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token !== "open") continue;
    switch (reader.name) {
      case "sheetFormatPr":
        usualHeight = Number(reader.attribute("defaultRowHeight") ?? USUAL_HEIGHT);
        usualWidth = pointsOf(Number(reader.attribute("defaultColWidth") ?? USUAL_CHARACTERS));
        columns = createRuns(usualWidth);
        rows = createRuns(usualHeight);
        break;
      case "col": {
        const [first, last] = [Number(reader.attribute("min")) - 1, Number(reader.attribute("max"))];
        if (!(first >= column && last > first)) break;
        columns.add(first, usualWidth);
        columns.add(last, isTrue(reader.attribute("hidden")) ? 0 : pointsOf(Number(reader.attribute("width") ?? USUAL_CHARACTERS)));
        column = last;
        break;
      }
      case "row": {
        const number = Number(reader.attribute("r") ?? row + 1);
        if (!(number > row)) break;
        rows.add(number - 1, usualHeight);
        rows.add(number, isTrue(reader.attribute("hidden")) ? 0 : Number(reader.attribute("ht") ?? usualHeight));
        row = number;
        break;
      }
    }
  }
  return { rows, columns };
}
