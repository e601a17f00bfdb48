/** Where the rows or columns of a sheet stand, told by runs of lines of one size: a million like rows cost what one costs. */

/** A sheet with more runs of unlike rows than these has no shapes that can be placed below them. */
const MAX_RUNS = 100_000;

/** In one unit, one run behind the other; beyond the last, lines of the usual size. */
export interface LineRuns {
  /** Lines up to this one are so large. */
  add(end: number, size: number | undefined): void;
  /** Where the line begins. */
  positionOf(line: number): number;
  /** The line at this position, and how far inside it. */
  lineAt(position: number): { readonly line: number; readonly offset: number };
}

export function createRuns(usual: number): LineRuns {
  const ends: number[] = [];
  const sizes: number[] = [];
  /** Where each run begins. */
  const positions: number[] = [];
  let [lastEnd, lastPosition] = [0, 0];
  return {
    add(end, size = usual) {
      if (end <= lastEnd || ends.length >= MAX_RUNS) return;
      if (sizes.at(-1) === size) ends[ends.length - 1] = end;
      else {
        ends.push(end);
        sizes.push(size);
        positions.push(lastPosition);
      }
      lastPosition += (end - lastEnd) * size;
      lastEnd = end;
    },
    positionOf(line) {
      const run = first(ends, (end) => end > line);
      const begin = run === 0 ? 0 : ends[run - 1];
      return run === ends.length ? lastPosition + (line - lastEnd) * usual : positions[run] + (line - begin) * sizes[run];
    },
    lineAt(position) {
      if (position <= 0) return { line: 0, offset: 0 };
      if (position >= lastPosition) return within(lastEnd, position - lastPosition, usual);
      const run = first(positions, (begin) => begin > position) - 1;
      return within(run === 0 ? 0 : ends[run - 1], position - positions[run], sizes[run]);
    },
  };
}

function within(begin: number, distance: number, size: number): { line: number; offset: number } {
  const lines = size > 0 ? Math.floor(distance / size) : 0;
  return { line: begin + lines, offset: distance - lines * size };
}

/** The index of the first that is so; they are so from there on. */
function first(numbers: readonly number[], isSo: (number: number) => boolean): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isSo(numbers[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
