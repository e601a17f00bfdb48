/**
 * Values that by form alone would do, in a column of other things: one dish of a hundred that could be somebody's name, one stock
 * number of thirty that could be a mobile telephone's.
 */
import type { DetectedMatch } from "./detect.js";
import type { TableWindow } from "./text/table-text.js";

/** What is this sure stands by itself, whatever its neighbours are. */
const SURE = 0.93;
/** Fewer cells say too little of their column: forms and letters laid out in cells have such. */
const FEWEST_CELLS = 15;
/** Columns of people have more empty and odd cells than one sees, but not this many. */
const SMALLEST_SHARE = 0.2;

/** The matches without those that fill cells of columns most of which hold no such thing. */
export function withoutStrays(all: readonly DetectedMatch[], window: Pick<TableWindow, "columnFilledBy" | "cellsOf">): DetectedMatch[] {
  const counts = new Map<string, number>();
  const keys = all.map((found) => {
    const column = window.columnFilledBy(found);
    if (column < 0) return undefined;
    const key = `${column} ${found.match.entity}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return { key, column };
  });
  return all.filter((found, i) => {
    const place = keys[i];
    if (place === undefined || found.match.confidence >= SURE) return true;
    const cells = window.cellsOf(place.column);
    return cells < FEWEST_CELLS || (counts.get(place.key) ?? 0) >= cells * SMALLEST_SHARE;
  });
}
