/** The graphics state (ISO 32000-1, 8.4 and 9.3), as far as it decides what a reader sees of a text. Both readers keep one. */
import { EVERYWHERE, IDENTITY, intersect, type Matrix, type PathBuilder, type Rect } from "./geometry.js";
import { isCover, UNKNOWN_COLOUR, type Colour, type Ink, type PaintSink } from "./sink.js";

export interface PaintState<Font> {
  ctm: Matrix;
  clip: Rect;
  fill: Colour;
  stroke: Colour;
  /** Both opacities, as the graphics state has them. */
  fillAlpha: number;
  strokeAlpha: number;
  /** Blends with what is below, as a text marker does. */
  blends: boolean;
  /** Text rendering mode (9.3.6). */
  mode: number;
  lineWidth: number;
  font: Font | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

export const INITIAL_STATE: Readonly<PaintState<never>> = {
  ctm: IDENTITY, clip: EVERYWHERE, fill: 0, stroke: 0, fillAlpha: 1, strokeAlpha: 1, blends: false, mode: 0, lineWidth: 1,
  font: undefined, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0,
};

/** What is painted with less than this lets the text below be read; text with less than a tenth is none. */
const OPAQUE = 0.9;
const FAINT = 0.1;

export const isOpaque = (alpha: number, { blends }: PaintState<unknown>): boolean => alpha >= OPAQUE && !blends;

/** How text is painted. @param mode the state's, or another that holds instead */
export function inkOf({ fillAlpha, strokeAlpha, fill, stroke }: PaintState<unknown>, mode: number): { readonly colour: Colour; readonly ink: Ink } {
  const strokes = mode === 1 || mode === 5;
  const fills = mode === 0 || mode === 4;
  const both = mode === 2 || mode === 6;
  const alpha = strokes ? strokeAlpha : both ? Math.max(fillAlpha, strokeAlpha) : fillAlpha;
  const colour = strokes ? stroke : both && fill !== stroke ? UNKNOWN_COLOUR : fill;
  return { colour, ink: alpha < FAINT || !(fills || strokes || both) ? "unpainted" : "painted" };
}

/** What a path covers that is filled or stroked, opaquely. */
export function coverWithPath(sink: PaintSink, path: PathBuilder, state: PaintState<unknown>, fills: boolean, strokes: boolean): void {
  if (fills && isCover(path.bounds)) sink.cover(path.outline(), state.fill, state.clip);
  if (!strokes) return;
  const width = state.lineWidth * Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]));
  if (width > 1) for (const line of path.strokes(width)) if (isCover(line.bounds)) sink.cover(line, state.stroke, state.clip);
}

/** A clip by no path at all clips nothing in any reader. @returns whether it clips anything */
export function clipToPath(state: PaintState<unknown>, { bounds }: PathBuilder): boolean {
  if (bounds[0] > bounds[2]) return false;
  state.clip = intersect(state.clip, bounds);
  return true;
}
