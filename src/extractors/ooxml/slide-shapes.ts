/** Where a slide's shapes stand, and so which of them nobody sees: beside the slide, or under something opaque (ECMA-376 part 1, 19.3.1). */
import { readXml } from "../../bytes/xml.js";
import type { Concealment } from "../../contract.js";
import { type PlacedShape, type SlideSize, unseenShapes } from "../../text/story/unseen-shapes.js";

/** 4:3 in English Metric Units, for presentations that do not say (19.2.1.39). */
export const USUAL_SIZE: SlideSize = { width: 9_144_000, height: 6_858_000 };

export function slideSize(presentation: Uint8Array): SlideSize {
  const reader = readXml(presentation);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token !== "open" || reader.name !== "sldSz") continue;
    const [width, height] = [Number(reader.attribute("cx")), Number(reader.attribute("cy"))];
    if (width > 0 && height > 0) return { width, height };
  }
  return USUAL_SIZE;
}

/** In the coordinates of the group that it stands in, or of the slide. */
interface Shape {
  readonly depth: number;
  readonly group: Shape | undefined;
  readonly isGroup: boolean;
  left: number;
  top: number;
  width: number;
  height: number;
  /** Its place is its own; a placeholder's stands in the layout. */
  isPlaced: boolean;
  isFilled: boolean;
  /** One sees through it, or past its corners. */
  isOpen: boolean;
  /** In degrees. */
  turn: number;
  /** Of a group: the coordinates of what is in it (20.1.7.5). */
  readonly inside: { left: number; top: number; width: number; height: number };
}

/** What a slide's shapes are. */
export const SLIDE_SHAPES: ReadonlySet<string> = new Set(["sp", "pic", "graphicFrame", "grpSp", "cxnSp"]);
const OPAQUE_FILLS = new Set(["solidFill", "gradFill", "blipFill", "pattFill"]);
/** Outlines that fill their rectangle, or nearly. */
const FULL = new Set(["rect", "roundRect", "flowChartProcess"]);
const TURNS_A_DEGREE = 60_000;

/** For each shape on the slide, those in groups too, in the order in which they begin. */
export function shapeConcealments(xml: Uint8Array, size: SlideSize): (Concealment | undefined)[] {
  return unseenShapes(readShapes(xml).map(placedOf), size);
}

function readShapes(xml: Uint8Array): Shape[] {
  const shapes: Shape[] = [];
  const open: Shape[] = [];
  const path: string[] = [];
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    const { name, depth } = reader;
    if (token === "close" && open.at(-1)?.depth === depth) open.pop();
    if (token !== "open") continue;
    path[depth] = name;
    if (SLIDE_SHAPES.has(name)) {
      const shape: Shape = { depth, group: open.at(-1), isGroup: name === "grpSp", left: 0, top: 0, width: 0, height: 0, isPlaced: false, isFilled: name === "pic", isOpen: false, turn: 0, inside: { left: 0, top: 0, width: 0, height: 0 } };
      shapes.push(shape);
      open.push(shape);
      continue;
    }
    const shape = open.at(-1);
    if (shape === undefined) continue;
    const properties = path[shape.depth + 1];
    if (name === "alpha" && properties === "spPr") shape.isOpen = true;
    else if (properties === "spPr" && depth === shape.depth + 2) {
      if (OPAQUE_FILLS.has(name)) shape.isFilled = true;
      else if (name === "custGeom" || (name === "prstGeom" && !FULL.has(reader.attribute("prst") ?? ""))) shape.isOpen = true;
    }
    // A shape's and a group's transform stands in their properties, a frame's (19.3.1.53) right in it.
    if (name === "xfrm" && (depth === shape.depth + 1 || (depth === shape.depth + 2 && /^(?:sp|grpSp)Pr$/u.test(properties)))) shape.turn = Number(reader.attribute("rot") ?? 0) / TURNS_A_DEGREE;
    else if (path[depth - 1] === "xfrm" && depth <= shape.depth + 3) place(shape, name, (attribute) => Number(reader.attribute(attribute)));
  }
  return shapes;
}

/** `<a:off x y>` and `<a:ext cx cy>` of a transform (20.1.7), and what they are to those inside a group. */
function place(shape: Shape, name: string, number: (attribute: string) => number): void {
  const isInside = name === "chOff" || name === "chExt";
  const box = isInside ? shape.inside : shape;
  if (name === "off" || name === "chOff") {
    box.left = number("x");
    box.top = number("y");
  } else if (name === "ext" || name === "chExt") {
    box.width = number("cx");
    box.height = number("cy");
    if (!isInside) shape.isPlaced = box.width > 0 && box.height > 0;
  }
}

/** A group that is turned turns what is in it: nobody here can tell where that stands. */
function placedOf(shape: Shape): PlacedShape {
  const isOpaque = shape.isFilled && !shape.isOpen && shape.turn % 180 === 0;
  let { isPlaced } = shape;
  const [sine, cosine] = [Math.abs(Math.sin((shape.turn * Math.PI) / 180)), Math.abs(Math.cos((shape.turn * Math.PI) / 180))];
  const [width, height] = [shape.width * cosine + shape.height * sine, shape.width * sine + shape.height * cosine];
  const [x, y] = [shape.left + shape.width / 2, shape.top + shape.height / 2];
  let [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  let { group } = shape;
  for (let steps = 0; group !== undefined && steps < MAX_GROUPS; steps++, group = group.group) {
    const { inside, turn } = group;
    // A group that tells no coordinates has those of what it stands in.
    if (inside.width === 0 && inside.height === 0 && !group.isPlaced) continue;
    isPlaced &&= group.isPlaced && turn === 0 && inside.width > 0 && inside.height > 0;
    const [across, down] = [group.width / inside.width, group.height / inside.height];
    const { left: groupLeft, top: groupTop } = group;
    [left, right] = [left, right].map((value) => groupLeft + (value - inside.left) * across);
    [top, bottom] = [top, bottom].map((value) => groupTop + (value - inside.top) * down);
  }
  const round = Math.round;
  // Shapes of a group are seen or not each for itself: one of them may well fill the group's frame.
  return { left: round(left), top: round(top), right: round(right), bottom: round(bottom), isPlaced: isPlaced && group === undefined && !shape.isGroup, isOpaque };
}

/** Groups in groups deeper than these have no place. */
const MAX_GROUPS = 32;
