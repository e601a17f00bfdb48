/** What is drawn over the cells of a sheet and hides them: pictures, and shapes filled with one colour (ECMA-376 part 1, 20.5). */
import { readXml, type XmlReader } from "../../bytes/xml.js";
import type { CellRange } from "../../contract.js";
import { type Corner, coveredCells, MAX_COVERS } from "../cells/covers.js";
import { type CellMap, EMU_A_POINT } from "./xlsx-cell-map.js";

const ANCHORS = new Set(["twoCellAnchor", "oneCellAnchor", "absoluteAnchor"]);
const SHAPES = new Set(["sp", "pic"]);
const OPAQUE_FILLS = new Set(["solidFill", "gradFill", "blipFill", "pattFill"]);
/** Outlines that fill their rectangle, or nearly. */
const FULL = new Set(["rect", "roundRect", "flowChartProcess"]);
const FIELDS: ReadonlyMap<string, keyof Corner> = new Map([["col", "column"], ["row", "row"], ["colOff", "columnOffset"], ["rowOff", "rowOffset"]]);
/** In 60,000ths of a degree. */
const HALF_TURN = 10_800_000;
const cornerless = (): Corner => ({ column: 0, row: 0, columnOffset: 0, rowOffset: 0 });
/** A shape of a group that reaches to the group's edges but for this part of it is as large as the group. */
const NEARLY = 0.01;

interface Box {
  x: number;
  y: number;
  cx: number;
  cy: number;
}
const boxless = (): Box => ({ x: 0, y: 0, cx: 0, cy: 0 });

/** One of the drawing's anchors: what stands in it, and where. */
interface Anchor {
  readonly kind: string;
  readonly from: Corner;
  readonly to: Corner;
  /** In English Metric Units, where not both corners are cells'. */
  readonly place: Box;
  /** Coordinates of what is in the group, if there is one (20.1.7.5). */
  group: Box | undefined;
  readonly shapes: Shape[];
}

interface Shape {
  readonly depth: number;
  readonly place: Box;
  isOpaque: boolean;
  isFull: boolean;
  isTurned: boolean;
}

/** @param cells where cells stand, asked for only by drawings whose corners are not both told by cells @returns cells that are covered from edge to edge, in the sheet's own numbers from 0 */
export function readCovers(xml: Uint8Array, cells: () => CellMap): CellRange[] {
  const covers: CellRange[] = [];
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end" && covers.length < MAX_COVERS; token = reader.next()) {
    if (token !== "open" || !ANCHORS.has(reader.name)) continue;
    const anchor = readAnchor(reader);
    const range = hides(anchor) ? rangeOf(anchor, cells) : undefined;
    if (range !== undefined) covers.push(range);
  }
  return covers;
}

function readAnchor(reader: XmlReader): Anchor {
  const outer = reader.depth;
  const anchor: Anchor = { kind: reader.name, from: cornerless(), to: cornerless(), place: boxless(), group: undefined, shapes: [] };
  const path: string[] = [];
  let groups = 0;
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    const { name, depth } = reader;
    if (token === "close" && name === "grpSp") groups--;
    if (token !== "open") continue;
    path[depth] = name;
    const parent = path[depth - 1];
    const field = FIELDS.get(name);
    if (depth === outer + 1 && (name === "ext" || name === "pos")) readBox(reader, name, anchor.place);
    else if ((parent === "from" || parent === "to") && field !== undefined) anchor[parent][field] = Number(reader.innerText());
    else if (name === "grpSp") groups++;
    else if (name === "chOff" || name === "chExt") {
      anchor.group ??= boxless();
      // Of groups in groups nobody here can tell.
      if (groups > 1) Object.assign(anchor.group, boxless());
      else readBox(reader, name === "chOff" ? "off" : "ext", anchor.group);
    } else if (SHAPES.has(name)) anchor.shapes.push({ depth, place: boxless(), isOpaque: name === "pic", isFull: false, isTurned: false });
    else if (anchor.shapes.length > 0) readShape(reader, anchor.shapes[anchor.shapes.length - 1], path);
  }
  return anchor;
}

function readShape(reader: XmlReader, shape: Shape, path: readonly string[]): void {
  const { name, depth } = reader;
  // The fill of the shape itself, not of its outline or its text.
  const isOwn = path[depth - 1] === "spPr" && depth === shape.depth + 2;
  if (isOwn && name === "xfrm") shape.isTurned = Number(reader.attribute("rot") ?? 0) % HALF_TURN !== 0;
  else if (path[depth - 1] === "xfrm" && depth === shape.depth + 3) readBox(reader, name, shape.place);
  else if (isOwn && name === "noFill") shape.isFull = false;
  else if (isOwn && name === "prstGeom") shape.isFull = FULL.has(reader.attribute("prst") ?? "");
  // Where a rectangle says nothing of its own, its style fills it (20.1.4.1.10); 0 and 1000 are no fill.
  else if (name === "fillRef" && shape.isFull && !["0", "1000"].includes(reader.attribute("idx") ?? "0")) shape.isOpaque = true;
  else if (isOwn && OPAQUE_FILLS.has(name)) shape.isOpaque = true;
  else if (name === "alpha") shape.isOpaque = false;
}

function readBox(reader: XmlReader, name: string, box: Box): void {
  if (name === "off" || name === "pos") {
    box.x = Number(reader.attribute("x"));
    box.y = Number(reader.attribute("y"));
  } else if (name === "ext") {
    box.cx = Number(reader.attribute("cx"));
    box.cy = Number(reader.attribute("cy"));
  }
}

/** A shape of a group must be as large as the group, whose corners are all that is told by cells. */
function hides({ group, shapes }: Anchor): boolean {
  return shapes.some(({ isOpaque, isTurned, place }) => isOpaque && !isTurned && (group === undefined || fills(place, group)));
}

function fills(place: Box, group: Box): boolean {
  const [slackX, slackY] = [group.cx * NEARLY, group.cy * NEARLY];
  return group.cx > 0 && group.cy > 0 && place.x <= group.x + slackX && place.y <= group.y + slackY && place.x + place.cx >= group.x + group.cx - slackX && place.y + place.cy >= group.y + group.cy - slackY;
}

function rangeOf({ kind, from, to, place }: Anchor, cells: () => CellMap): CellRange | undefined {
  if (kind === "twoCellAnchor") return coveredCells(from, to);
  const { rows, columns } = cells();
  const [x, y] = kind === "absoluteAnchor" ? [place.x / EMU_A_POINT, place.y / EMU_A_POINT] : [columns.positionOf(from.column) + from.columnOffset / EMU_A_POINT, rows.positionOf(from.row) + from.rowOffset / EMU_A_POINT];
  const corner = (across: number, down: number): Corner => {
    const [column, row] = [columns.lineAt(across), rows.lineAt(down)];
    return { column: column.line, columnOffset: column.offset, row: row.line, rowOffset: row.offset };
  };
  const end = corner(x + place.cx / EMU_A_POINT, y + place.cy / EMU_A_POINT);
  return coveredCells(kind === "absoluteAnchor" ? corner(x, y) : from, end);
}
