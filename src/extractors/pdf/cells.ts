/** Where a line falls apart into cells: at wide gaps, and where many other lines begin something at the same place. */
import type { Line } from "./lines.js";

export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** A gap this wide may part two cells; words are parted by a quarter to a third. */
const CELL_GAP_EM = 0.8;
/** Lines, and the share of the lines with more than one piece, that must begin a piece within a point of each other. */
const MIN_EDGE_LINES = 4;
const EDGE_SHARE = 0.3;

/** Places where columns begin, rising; a cell may fill its column to the next one without a gap, and even run over. */
export function edgesOf(lines: readonly Line[]): readonly number[] {
  const counts = new Map<number, { lines: number; last: number; at: number }>();
  let candidates = 0;
  lines.forEach(({ pieces }, index) => {
    if (pieces.length < 2) return;
    candidates++;
    for (const { start, text } of pieces) {
      if (text.trim() === "") continue;
      for (const bucket of [Math.floor(start), Math.ceil(start)]) {
        const count = counts.get(bucket);
        if (count === undefined) counts.set(bucket, { lines: 1, last: index, at: start });
        else if (count.last !== index) {
          count.lines++;
          count.last = index;
          count.at = Math.min(count.at, start);
        }
      }
    }
  });
  const needed = Math.max(MIN_EDGE_LINES, EDGE_SHARE * candidates);
  const edges = [...counts.values()].filter((count) => count.lines >= needed).map(({ at }) => at).sort((a, b) => a - b);
  return edges.filter((edge, i) => i === 0 || edge - edges[i - 1] > 1);
}

/** White space painted by itself parts pieces as much as nothing would. */
export function cellIntervals({ pieces }: Line, edges: readonly number[]): Interval[] {
  const intervals: { start: number; end: number }[] = [];
  let edge = 0;
  for (const piece of pieces) {
    if (piece.text.trim() === "") continue;
    while (edge < edges.length && edges[edge] < piece.start - 1) edge++;
    const atEdge = edge < edges.length && edges[edge] <= piece.start + 1;
    const last = intervals[intervals.length - 1];
    if (last !== undefined && !atEdge && piece.start - last.end < CELL_GAP_EM * piece.size) last.end = Math.max(last.end, piece.end);
    else intervals.push({ start: piece.start, end: piece.end });
  }
  if (intervals.length < 2) return intervals;
  // What runs over its column's end does not make two columns one.
  let next = 0;
  return intervals.map(({ start, end }) => {
    while (next < edges.length && edges[next] <= start + 1) next++;
    return { start, end: next < edges.length ? Math.max(start, Math.min(end, edges[next] - 0.1)) : end };
  });
}
