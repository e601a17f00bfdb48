/** Runs text checks over a text of any length and brings their matches back to its own offsets. */
import type { TextMatch } from "./contract.js";
import { normalize } from "./text/normalize.js";
import { type BoundCheck, matchRuns, withoutOverlaps } from "./text/runs.js";
import { windowEnd } from "./text/windows.js";

/** UTF-16 units of a window. */
const WINDOW_UNITS = 2 ** 20;

export interface DetectedMatch {
  readonly owner: number;
  readonly match: TextMatch;
  /** Half-open, in the text given. */
  readonly start: number;
  readonly end: number;
  /** What the detector calls the value, else the normalised text. */
  readonly value: string;
}

/** Matches that do not overlap, in order. Memory is bounded by a window, not by the text. */
export function* detect(text: string, checks: readonly BoundCheck[]): Iterable<DetectedMatch> {
  for (let from = 0; from < text.length; ) {
    const to = windowEnd(text, from, WINDOW_UNITS);
    const isWhole = from === 0 && to === text.length;
    const normalized = normalize(isWhole ? text : text.slice(from, to), !isWhole);
    for (const { owner, match } of withoutOverlaps(matchRuns(normalized.text, checks, normalized.units))) {
      yield {
        owner,
        match,
        start: from + normalized.originalStart(match.at.start),
        end: from + normalized.originalEnd(match.at.end),
        value: match.value ?? normalized.text.slice(match.at.start, match.at.end),
      };
    }
    from = to;
  }
}
