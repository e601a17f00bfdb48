/** Runs text checks over a text of any length and brings their matches back to its own offsets. */
import type { TextMatch } from "./contract.js";
import { normalize } from "./text/normalize.js";
import { type BoundCheck, matchRuns, withoutOverlaps } from "./text/runs.js";

/** UTF-16 units after which a window of a long text is closed at the next line end. */
const WINDOW_UNITS = 2 ** 20;
/** A line that goes on this long past a window is cut where no word or number stands, or else where it is. */
const MAX_OVERHANG = 2 ** 16;

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
    const to = windowEnd(text, from);
    const window = from === 0 && to === text.length ? text : text.slice(from, to);
    const normalized = normalize(window);
    for (const { owner, match } of withoutOverlaps(matchRuns(normalized.text, checks))) {
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

const isBreak = (code: number): boolean => code <= 0x20 || code === 0x2c || code === 0x3b || code === 0x3001 || code === 0x3002 || code === 0x3000;

function windowEnd(text: string, from: number): number {
  const goal = from + WINDOW_UNITS;
  if (goal >= text.length) return text.length;
  const lineEnd = text.indexOf("\n", goal);
  if (lineEnd >= 0 && lineEnd < goal + MAX_OVERHANG) return lineEnd + 1;
  for (let at = goal; at < Math.min(goal + MAX_OVERHANG, text.length); at++) if (isBreak(text.charCodeAt(at))) return at + 1;
  return goal;
}
