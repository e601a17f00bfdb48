/** Limits: their defaults, and the budget that counts one root artifact's cost against them. */
import type { Budget, Limits } from "./contract.js";
import { Unreadable } from "./errors.js";

const MIB = 2 ** 20;

export const DEFAULT_LIMITS: Limits = {
  depth: 8,
  entries: 20_000,
  fileBytes: 512 * MIB,
  expandedBytes: 512 * MIB,
  // Deflate cannot pass 1,032; sheets full of repeated cells reach 60.
  expansionRatio: 250,
  pages: 5_000,
  timeMs: 20_000,
  cleanAttachments: 10_000,
};

/** Below this an entry's ratio is not judged: a small entry cannot harm. */
const RATIO_FREE_BYTES = 16 * MIB;

export function createBudget(limits: Limits, signal?: AbortSignal): Budget {
  const deadline = performance.now() + limits.timeMs;
  let expanded = 0;
  let entries = 0;
  return {
    expand(bytes, compressed) {
      expanded += bytes;
      if (expanded > limits.expandedBytes) throw new Unreadable("limit", `expandedBytes: more than ${limits.expandedBytes} bytes when expanded`);
      if (compressed !== undefined && bytes > RATIO_FREE_BYTES && bytes > compressed * limits.expansionRatio) {
        throw new Unreadable("limit", `expansionRatio: expands more than ${limits.expansionRatio} times`);
      }
    },
    entry() {
      if (++entries > limits.entries) throw new Unreadable("limit", `entries: more than ${limits.entries} entries`);
    },
    tick() {
      signal?.throwIfAborted();
      if (performance.now() > deadline) throw new Unreadable("limit", `timeMs: not finished after ${limits.timeMs} ms`);
    },
    get remainingBytes() {
      return limits.expandedBytes - expanded;
    },
  };
}
