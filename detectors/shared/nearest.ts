/** Nearest word by edit distance. The only importer of fastest-levenshtein, loaded on first use: most runs never need it. */
import { createRequire } from "node:module";

type Distance = (a: string, b: string) => number;
let loaded: Distance | undefined;

/** Levenshtein distance in UTF-16 units: insertions, deletions and substitutions. */
export function editDistance(a: string, b: string): number {
  // The package is CommonJS with this one function of two strings; require has no types.
  loaded ??= (createRequire(import.meta.url)("fastest-levenshtein") as { distance: Distance }).distance;
  return loaded(a, b);
}

/** The candidate nearest to `word` within `maxDistance`, the first of equals; undefined where none is. */
export function nearest(word: string, candidates: Iterable<string>, maxDistance: number): string | undefined {
  let best: string | undefined;
  let bestDistance = maxDistance + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
