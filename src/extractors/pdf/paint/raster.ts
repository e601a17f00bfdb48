/**
 * Which area was painted last at each point of a page. A raster and not a list of rectangles: painting costs the area painted, asking
 * costs one look, whatever lies over each other how often.
 */
import type { Outline, Rect } from "./geometry.js";

export interface Raster {
  /** Marks the inside (even-odd) of the outline, within `clip`, with a number from 0 on. */
  fill(outline: Outline, clip: Rect, mark: number): void;
  /** The last mark at a point; -1 where there is none, or outside of the page. */
  at(x: number, y: number): number;
}

/** One cell a point on paper up to A3; larger pages have larger cells. */
const MAX_CELLS = 1_000_000;

export function createRaster([left, bottom, right, top]: Rect, pointsAUnit: number): Raster {
  const [width, height] = [right - left, top - bottom];
  const cell = Math.max(1 / pointsAUnit, Math.sqrt((width * height) / MAX_CELLS), width / MAX_CELLS, height / MAX_CELLS);
  const columns = Math.max(1, Math.ceil(width / cell));
  const rows = Math.max(1, Math.ceil(height / cell));
  const marks = new Int32Array(columns * rows).fill(-1);
  const column = (x: number): number => Math.min(columns, Math.max(0, Math.ceil((x - left) / cell - 0.5)));
  const row = (y: number): number => Math.min(rows, Math.max(0, Math.ceil((y - bottom) / cell - 0.5)));
  return {
    fill({ polygons, bounds }, clip, mark) {
      const [firstRow, lastRow] = [row(Math.max(bounds[1], clip[1])), row(Math.min(bounds[3], clip[3]))];
      for (let r = firstRow; r < lastRow; r++) {
        const y = bottom + (r + 0.5) * cell;
        const crossings: number[] = [];
        for (const points of polygons) addCrossings(points, y, crossings);
        crossings.sort((a, b) => a - b);
        for (let i = 0; i + 1 < crossings.length; i += 2) {
          const from = column(Math.max(crossings[i], clip[0]));
          const to = column(Math.min(crossings[i + 1], clip[2]));
          if (from < to) marks.fill(mark, r * columns + from, r * columns + to);
        }
      }
    },
    at(x, y) {
      const c = Math.floor((x - left) / cell);
      const r = Math.floor((y - bottom) / cell);
      return c < 0 || r < 0 || c >= columns || r >= rows ? -1 : marks[r * columns + c];
    },
  };
}

/** Where a polygon's edges cross a height. */
function addCrossings(points: readonly number[], y: number, crossings: number[]): void {
  let x1 = points[points.length - 2];
  let y1 = points[points.length - 1];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x2, y2] = [points[i], points[i + 1]];
    if (y1 <= y !== y2 <= y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    [x1, y1] = [x2, y2];
  }
}
