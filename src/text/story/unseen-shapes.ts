/** Which shapes of a slide nobody sees, whatever format tells where they stand: those beside it, and those under something opaque. */
import type { Concealment } from "../../contract.js";

/** In any one unit, from the slide's upper left corner. */
export interface PlacedShape {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Its place is its own; a placeholder's stands in the layout. */
  readonly isPlaced: boolean;
  /** It fills its rectangle, and one does not see through it. */
  readonly isOpaque: boolean;
}

export interface SlideSize {
  readonly width: number;
  readonly height: number;
}

/** More covers than these are not looked at. */
const MAX_COVERS = 500;

/** @param shapes in the order in which they are drawn */
export function unseenShapes(shapes: readonly PlacedShape[], { width, height }: SlideSize): (Concealment | undefined)[] {
  const covers = shapes.flatMap((shape, i) => (shape.isPlaced && shape.isOpaque ? [{ shape, i }] : [])).slice(-MAX_COVERS);
  return shapes.map((shape, i) => {
    if (!shape.isPlaced) return undefined;
    if (shape.right <= 0 || shape.bottom <= 0 || shape.left >= width || shape.top >= height) return "off-page";
    const isCovered = covers.some((one) => one.i > i && one.shape.left <= shape.left && one.shape.top <= shape.top && one.shape.right >= shape.right && one.shape.bottom >= shape.bottom);
    return isCovered ? "covered-text" : undefined;
  });
}
