/** Where shapes stand and whether they hide what is behind them (ODF 1.3 part 3, 10.3 and 19): of slides, drawings and sheets. */
import { readXml, type XmlReader } from "../../bytes/xml.js";
import type { Concealment } from "../../contract.js";
import { unseenShapes } from "../../text/story/unseen-shapes.js";
import { points } from "./look.js";
import type { OdfStyles } from "./styles.js";

export const SHAPES: ReadonlySet<string> = new Set([
  "frame", "rect", "custom-shape", "line", "polyline", "polygon", "path", "ellipse", "circle", "connector", "caption", "g", "measure", "control", "scene", "regular-polygon",
]);

/** In points, from the upper left corner of the page or of the cell that the shape stands in. */
export interface Drawing {
  readonly left: number;
  readonly top: number;
  /** Infinite where they are not told. */
  readonly width: number;
  readonly height: number;
  readonly isPlaced: boolean;
  /** It fills its rectangle, and one does not see through it. */
  readonly isOpaque: boolean;
  /** The cell that its other corner stands in, and where in that (19.604 to 19.606). */
  readonly end: { readonly address: string; readonly x: number; readonly y: number } | undefined;
}

/** Is shown every element, and tells of shapes when they end. */
export interface Drawings {
  open(reader: XmlReader): void;
  close(depth: number): void;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Open {
  readonly depth: number;
  readonly number: number;
  readonly drawing: Mutable<Drawing>;
  isFilled: boolean;
  isFull: boolean;
}

/** Outlines of custom shapes that fill their rectangle, or nearly: LibreOffice's own names, and those it keeps of Office's files. */
const FULL = new Set(["rectangle", "round-rectangle", "flowchart-process", "ooxml-rect", "ooxml-roundRect", "ooxml-flowChartProcess", "mso-spt1", "mso-spt2", "mso-spt109", "mso-spt202"]);
const OPAQUE_FILLS = new Set(["solid", "bitmap", "gradient", "hatch"]);

/** @param found is given each shape when it ends, with its number in the order in which shapes begin and are drawn */
export function trackDrawings(styles: OdfStyles, found: (drawing: Drawing, number: number) => void): Drawings {
  const open: Open[] = [];
  let begun = 0;
  return {
    open(reader) {
      const { name, depth } = reader;
      if (SHAPES.has(name)) open.push(begin(reader, name, depth));
      const shape = open.at(-1);
      if (shape === undefined || shape.depth !== depth - 1) return;
      if (name === "image") shape.isFilled = true;
      else if (name === "enhanced-geometry") shape.isFull = FULL.has(reader.attribute("type") ?? "");
    },
    close(depth) {
      if (open.at(-1)?.depth !== depth) return;
      const { drawing, number, isFilled, isFull } = open[open.length - 1];
      open.pop();
      found({ ...drawing, isOpaque: drawing.isOpaque && isFilled && isFull && Number.isFinite(drawing.width + drawing.height) }, number);
    },
  };

  function begin(reader: XmlReader, name: string, depth: number): Open {
    const length = (attribute: string): number | undefined => points(reader.attribute(attribute));
    const [x, y, width = Infinity, height = Infinity] = ["x", "y", "width", "height"].map(length);
    const look = styles.shapeLook(reader.attribute("style-name"));
    const isHidden = ["none", "printer"].includes(reader.attribute("display") ?? "") || styles.isHiddenLayer(reader.attribute("layer"));
    // In a sheet's background, under its cells (19.736).
    const isBehind = reader.attribute("table-background") === "true";
    const isMoved = reader.attribute("transform") !== undefined;
    const address = reader.attribute("end-cell-address");
    return {
      depth, number: begun++,
      isFilled: (look.fill === undefined ? look.fillColour !== undefined && name !== "frame" : OPAQUE_FILLS.has(look.fill)) || (look.ground ?? "transparent") !== "transparent",
      isFull: name === "rect" || name === "frame",
      drawing: {
        left: x ?? 0, top: y ?? 0, width, height, isPlaced: x !== undefined && y !== undefined && !isMoved && name !== "g", isOpaque: !look.isSeeThrough && !isHidden && !isBehind && !isMoved,
        end: address === undefined ? undefined : { address, x: length("end-x") ?? 0, y: length("end-y") ?? 0 },
      },
    };
  }
}

/** Why shapes of slides and drawing pages are not seen: by page, from 0, and by the shapes' order in it. Notes are pages of their own. */
export type PageSights = readonly (readonly (Concealment | undefined)[])[];

/** document, body, presentation or drawing, page */
const PAGE_DEPTH = 4;

/** @param xml whose styles, layers and master pages have been read */
export function readPageSights(xml: Uint8Array, styles: OdfStyles): PageSights {
  const pages: (readonly (Concealment | undefined)[])[] = [];
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token === "open" && reader.name === "page" && reader.depth === PAGE_DEPTH) pages.push(readPage(reader, styles));
  }
  return pages;
}

const UNPLACED: Drawing = { left: 0, top: 0, width: 0, height: 0, isPlaced: false, isOpaque: false, end: undefined };

function readPage(reader: XmlReader, styles: OdfStyles): readonly (Concealment | undefined)[] {
  const outer = reader.depth;
  const size = styles.page(reader.attribute("master-page-name"));
  // Where the file breaks off, shapes that have not ended leave their places free.
  const drawings: (Drawing | undefined)[] = [];
  const tracker = trackDrawings(styles, (drawing, number) => void (drawings[number] = drawing));
  let notes = Number.POSITIVE_INFINITY;
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    if (token === "open" && reader.name === "notes") notes = Math.min(notes, reader.depth);
    else if (token === "close" && reader.depth === notes) notes = Number.POSITIVE_INFINITY;
    else if (reader.depth > notes) continue;
    else if (token === "open") tracker.open(reader);
    else if (token === "close") tracker.close(reader.depth);
  }
  const placed = Array.from(drawings, (drawing = UNPLACED) => ({ ...drawing, right: drawing.left + drawing.width, bottom: drawing.top + drawing.height }));
  return unseenShapes(placed, size);
}
