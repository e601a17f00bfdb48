/** The graphics state as pdfjs tells of it. */
import { INITIAL_STATE, type PaintState } from "../paint/state.js";
import { numberOf } from "./operands.js";
import type { PdfjsFont } from "./paint.js";

export interface GraphicsState extends PaintState<PdfjsFont> {
  /** A soft mask is on. */
  masked: boolean;
}

export const INITIAL: Readonly<GraphicsState> = { ...INITIAL_STATE, masked: false };

/** @param entries pairs of a key and its value, pdfjs's own */
export function setParameters(state: GraphicsState, entries: readonly unknown[], font: (id: string) => PdfjsFont | undefined): void {
  for (const entry of entries) {
    if (!Array.isArray(entry)) continue;
    const [key, value] = entry as readonly unknown[];
    if (key === "ca") state.fillAlpha = numberOf(value);
    else if (key === "CA") state.strokeAlpha = numberOf(value);
    else if (key === "LW") state.lineWidth = numberOf(value);
    else if (key === "BM") state.blends = value !== "source-over";
    else if (key === "SMask") state.masked = value !== false;
    else if (key === "Font" && Array.isArray(value)) {
      state.font = typeof value[0] === "string" ? font(value[0]) : undefined;
      state.size = numberOf(value[1]);
    }
  }
}
