/** What of a page's text is seen. */
import type { PageRuns, RunConcealment } from "../document.js";

export interface Sight {
  /** Text in its lines, with what is concealed there marked. */
  readonly runs: PageRuns;
  /** Concealed text that lies in the place of other text, or outside of the page. */
  readonly aside: readonly ConcealedRuns[];
}

export interface ConcealedRuns {
  readonly concealment: RunConcealment;
  readonly runs: PageRuns;
}

/** Points. Print this small is a hair line on paper; footnotes of the smallest real print have 3. */
const TINY_POINTS = 1;

export function isTiny(size: number, userUnit: number): boolean {
  return size * userUnit <= TINY_POINTS;
}
