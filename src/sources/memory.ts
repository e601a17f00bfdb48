/** What earlier scans have found: a source asks before it reads, so that what has not changed is neither read nor scanned. */
import type { Artifact, Known, Location, Unscanned } from "../contract.js";

export interface Memory {
  /** @param content says which bytes they are: an object's id, a file's state on disk */
  recall(content: string, path: string, at: Location): Known | undefined;
  /** What is found in `one` is to be remembered for these bytes. */
  expect(one: Artifact | Unscanned, content: string, path: string): void;
}

export const NO_MEMORY: Memory = { recall: () => undefined, expect: () => undefined };
