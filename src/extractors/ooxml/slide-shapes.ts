/** Where a slide's shapes stand, and so which of them nobody sees: beside the slide, or under something opaque (ECMA-376 part 1, 19.3.1). */
import { readXml } from "../../bytes/xml.js";
import type { Concealment } from "../../contract.js";
import { unseenShapes, type SlideSize } from "../../text/story/unseen-shapes.js";

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

interface Shape {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Its place is its own; a placeholder's stands in the layout. */
  isPlaced: boolean;
  isFilled: boolean;
  /** One sees through it, or past its corners. */
  isOpen: boolean;
}

const KINDS = new Set(["sp", "pic", "graphicFrame", "grpSp", "cxnSp"]);
const OPAQUE_FILLS = new Set(["solidFill", "gradFill", "blipFill", "pattFill"]);
/** Outlines that fill their rectangle, or nearly. */
const FULL = new Set(["rect", "roundRect", "flowChartProcess"]);

/** For each shape on the slide itself, in its order: shapes in groups go with their group. */
export function shapeConcealments(xml: Uint8Array, size: SlideSize): (Concealment | undefined)[] {
  return unseenShapes(readShapes(xml).map((shape) => ({ ...shape, isOpaque: shape.isFilled && !shape.isOpen })), size);
}

function readShapes(xml: Uint8Array): Shape[] {
  const shapes: Shape[] = [];
  const path: string[] = [];
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token !== "open") continue;
    const { name, depth } = reader;
    path[depth - 1] = name;
    const parent = path[depth - 2];
    if (parent === "spTree" && KINDS.has(name)) shapes.push({ left: 0, top: 0, right: 0, bottom: 0, isPlaced: false, isFilled: name === "pic", isOpen: false });
    const shape = shapes.at(-1);
    if (shape !== undefined && name === "alpha" && path.slice(0, depth).includes("spPr")) shape.isOpen = true;
    // Below the shape itself: spTree, shape, spPr, then what is its own.
    if (shape === undefined || path[depth - 4] !== "spTree") {
      if (shape !== undefined && path[depth - 5] === "spTree" && parent === "xfrm") place(shape, name, (attribute) => Number(reader.attribute(attribute)));
      continue;
    }
    if (OPAQUE_FILLS.has(name) && parent === "spPr") shape.isFilled = true;
    else if (parent === "spPr" && (name === "custGeom" || (name === "prstGeom" && !FULL.has(reader.attribute("prst") ?? "")))) shape.isOpen = true;
    else if (parent === "xfrm") place(shape, name, (attribute) => Number(reader.attribute(attribute)));
  }
  return shapes;
}

/** `<a:off x y>` and `<a:ext cx cy>` of a transform (20.1.7). */
function place(shape: Shape, name: string, number: (attribute: string) => number): void {
  if (name === "off") {
    shape.left = number("x");
    shape.top = number("y");
  } else if (name === "ext") {
    shape.right = shape.left + number("cx");
    shape.bottom = shape.top + number("cy");
    shape.isPlaced = shape.right > shape.left && shape.bottom > shape.top;
  }
}
