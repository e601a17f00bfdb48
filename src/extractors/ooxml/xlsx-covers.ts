/** What is drawn over the cells of a sheet and hides them: pictures, and shapes filled with one colour (ECMA-376 part 1, 20.5). */
import { readXml } from "../../bytes/xml.js";
import type { CellRange } from "../../contract.js";
import { type Corner, coveredCells, MAX_COVERS } from "../cells/covers.js";

const OPAQUE_FILLS = new Set(["solidFill", "gradFill", "blipFill", "pattFill"]);
/** Outlines that fill their rectangle, or nearly. */
const FULL = new Set(["rect", "roundRect", "flowChartProcess"]);
const FIELDS: ReadonlyMap<string, keyof Corner> = new Map([["col", "column"], ["row", "row"], ["colOff", "columnOffset"], ["rowOff", "rowOffset"]]);
/** In 60,000ths of a degree. */
const HALF_TURN = 10_800_000;
const cornerless = (): { from: Corner; to: Corner } => ({ from: { column: 0, row: 0, columnOffset: 0, rowOffset: 0 }, to: { column: 0, row: 0, columnOffset: 0, rowOffset: 0 } });

/** @returns cells that are covered from edge to edge, in the sheet's own numbers from 0 */
export function readCovers(xml: Uint8Array): CellRange[] {
  const covers: CellRange[] = [];
  const reader = readXml(xml);
  let corner: "from" | "to" | undefined;
  let at = cornerless();
  let isOpaque = false;
  let isTurned = false;
  let isFull = false;
  let depth = -1;
  for (let token = reader.next(); token !== "end" && covers.length < MAX_COVERS; token = reader.next()) {
    const { name } = reader;
    if (token === "open" && name === "twoCellAnchor") {
      at = cornerless();
      isOpaque = false;
      isTurned = false;
    } else if (token === "open" && (name === "from" || name === "to")) corner = name;
    else if (token === "open" && corner !== undefined) {
      const field = FIELDS.get(name);
      if (field !== undefined) at[corner][field] = Number(reader.innerText());
    } else if (token === "close" && (name === "from" || name === "to")) corner = undefined;
    else if (token === "open" && name === "pic") isOpaque = true;
    // A turned shape leaves corners of its rectangle free.
    else if (token === "open" && name === "xfrm" && Number(reader.attribute("rot") ?? 0) % HALF_TURN !== 0) isTurned = true;
    // Where a rectangle says nothing of its own, its style fills it (20.1.4.1.10); 0 and 1000 are no fill.
    else if (token === "open" && name === "noFill" && reader.depth === depth + 1) isFull = false;
    else if (token === "open" && name === "prstGeom") isFull = FULL.has(reader.attribute("prst") ?? "");
    else if (token === "open" && name === "fillRef" && isFull && !["0", "1000"].includes(reader.attribute("idx") ?? "0")) isOpaque = true;
    else if (token === "open" && name === "spPr") {
      depth = reader.depth;
      isFull = false;
    }
    // The fill of the shape itself, not of its outline or its text.
    else if (token === "open" && OPAQUE_FILLS.has(name) && reader.depth === depth + 1) isOpaque = true;
    else if (token === "open" && name === "alpha") isOpaque = false;
    else if (token === "close" && name === "twoCellAnchor" && isOpaque && !isTurned) {
      const range = coveredCells(at.from, at.to);
      if (range !== undefined) covers.push(range);
    }
  }
  return covers;
}
