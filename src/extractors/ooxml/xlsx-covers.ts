/** What is drawn over the cells of a sheet and hides them: pictures, and shapes filled with one colour (ECMA-376 part 1, 20.5). */
import { readXml } from "../../bytes/xml.js";
import type { CellRange } from "../../contract.js";

/** Beyond these drawings a cell is not asked for. */
const MAX_COVERS = 1000;
const OPAQUE_FILLS = new Set(["solidFill", "gradFill", "blipFill", "pattFill"]);
const PARTS = new Set(["from", "to", "col", "row", "colOff", "rowOff"]);

/** @returns cells that are covered from edge to edge, in the sheet's own numbers from 0 */
export function readCovers(xml: Uint8Array): CellRange[] {
  const covers: CellRange[] = [];
  const reader = readXml(xml);
  let corner: "from" | "to" | undefined;
  let at = { from: [0, 0, 0, 0], to: [0, 0, 0, 0] };
  let isOpaque = false;
  let depth = -1;
  for (let token = reader.next(); token !== "end" && covers.length < MAX_COVERS; token = reader.next()) {
    const { name } = reader;
    if (token === "open" && name === "twoCellAnchor") {
      at = { from: [0, 0, 0, 0], to: [0, 0, 0, 0] };
      isOpaque = false;
    } else if (token === "open" && PARTS.has(name)) {
      if (name === "from" || name === "to") corner = name;
      else if (corner !== undefined) at[corner][FIELDS.indexOf(name)] = Number(reader.innerText());
    } else if (token === "close" && (name === "from" || name === "to")) corner = undefined;
    else if (token === "open" && name === "pic") isOpaque = true;
    else if (token === "open" && name === "spPr") depth = reader.depth;
    // The fill of the shape itself, not of its outline or its text.
    else if (token === "open" && OPAQUE_FILLS.has(name) && reader.depth === depth + 1) isOpaque = true;
    else if (token === "open" && name === "alpha") isOpaque = false;
    else if (token === "close" && name === "twoCellAnchor" && isOpaque) {
      const [column, row, columnOffset, rowOffset] = at.from;
      const range = { firstColumn: column + Number(columnOffset > 0), lastColumn: at.to[0] - 1, firstRow: row + Number(rowOffset > 0), lastRow: at.to[1] - 1 };
      if (range.lastColumn >= range.firstColumn && range.lastRow >= range.firstRow) covers.push(range);
    }
  }
  return covers;
}

const FIELDS = ["col", "row", "colOff", "rowOff"];
