/** The graphics state (ISO 32000-1, 8.4 and 9.3), as far as it decides what a reader sees of a text. */
import { EVERYWHERE, IDENTITY, type Matrix, type Rect } from "../paint/geometry.js";
import { UNKNOWN_COLOUR, type Colour, type Ink } from "../paint/sink.js";
import type { ColourSpace } from "./colours.js";
import type { PdfFile } from "./file.js";
import type { Font } from "./fonts.js";
import { isDict, NotPlain, type Dict } from "./lexer.js";

export interface GraphicsState {
  clip: Rect;
  fill: Colour;
  stroke: Colour;
  fillSpace: ColourSpace;
  strokeSpace: ColourSpace;
  /** Both opacities, as the graphics state has them. */
  fillAlpha: number;
  strokeAlpha: number;
  /** Blends with what is below, as a text marker does. */
  blends: boolean;
  mode: number;
  lineWidth: number;
  ctm: Matrix;
  font: Font | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

export const INITIAL: Readonly<GraphicsState> = {
  ctm: IDENTITY, clip: EVERYWHERE, fill: 0, stroke: 0, fillSpace: 1, strokeSpace: 1, fillAlpha: 1, strokeAlpha: 1, blends: false, mode: 0, lineWidth: 1,
  font: undefined, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0,
};

/** What is painted with less than this lets the text below be read; text with less than a tenth is none. */
const OPAQUE = 0.9;
const FAINT = 0.1;

export const isOpaque = (alpha: number, { blends }: GraphicsState): boolean => alpha >= OPAQUE && !blends;

/** How text is painted in the rendering mode of the state (9.3.6). */
export function inkOf({ mode, fillAlpha, strokeAlpha, fill, stroke }: GraphicsState): { readonly colour: Colour; readonly ink: Ink } {
  const strokes = mode === 1 || mode === 5;
  const fills = mode === 0 || mode === 4;
  const both = mode === 2 || mode === 6;
  const alpha = strokes ? strokeAlpha : both ? Math.max(fillAlpha, strokeAlpha) : fillAlpha;
  const colour = strokes ? stroke : both && fill !== stroke ? UNKNOWN_COLOUR : fill;
  return { colour, ink: alpha < FAINT || !(fills || strokes || both) ? "unpainted" : "painted" };
}

/** What the operator gs sets (8.4.5). A soft mask is painted by a form of its own, with whatever that form shows. @throws NotPlain */
export function setParameters(state: GraphicsState, entries: Dict, file: PdfFile): void {
  if (entries.has("Font") || isDict(file.resolve(entries.get("SMask")))) throw new NotPlain("a font or a soft mask in the graphics state");
  const numberOr = (key: string, otherwise: number): number => {
    const value = file.resolve(entries.get(key));
    return typeof value === "number" ? value : otherwise;
  };
  state.fillAlpha = numberOr("ca", state.fillAlpha);
  state.strokeAlpha = numberOr("CA", state.strokeAlpha);
  state.lineWidth = numberOr("LW", state.lineWidth);
  const mode = file.resolve(entries.get("BM"));
  if (mode !== null) state.blends = mode !== "Normal" && mode !== "Compatible";
}
