/** What earlier scans have found: a source asks before it reads, so that what has not changed is neither read nor scanned. */
import type { Artifact, Known, Location, Unscanned } from "../contract.js";

export interface Memory {
  /**
   * @param content says which bytes they are: an object's id, a file's state on disk, a digest
   * @param also another name for the same bytes, by which they are to be known from now on
   */
  recall(content: string, path: string, at: Location, also?: string): Known | undefined;
  /** What is found in `one` is to be remembered for these bytes, by each of their names. */
  expect(one: Artifact | Unscanned, contents: readonly string[], path: string): void;
}
