/** The graphics state of content, and what the operator gs sets in it (ISO 32000-1, 8.4.5). */
import { INITIAL_STATE, type PaintState } from "../paint/state.js";
import type { ColourSpace } from "./colours.js";
import type { PdfFile } from "./file.js";
import type { Font } from "./fonts.js";
import { isDict, NotPlain, type Dict } from "./lexer.js";

export interface GraphicsState extends PaintState<Font> {
  fillSpace: ColourSpace;
  strokeSpace: ColourSpace;
}

export const INITIAL: Readonly<GraphicsState> = { ...INITIAL_STATE, fillSpace: 1, strokeSpace: 1 };

/** A soft mask is painted by a form of its own, with whatever that form shows. @throws NotPlain */
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
