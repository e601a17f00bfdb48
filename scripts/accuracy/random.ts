/** Deterministic chance: the same seed gives the same documents on every machine. */

export interface Random {
  /** An integer from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** An integer from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** `count` different members, in random order. @throws where the list is shorter */
  sample<T>(list: readonly T[], count: number): T[];
  /** True in `share` of the calls (0 to 1). */
  chance(share: number): boolean;
  digits(count: number): string;
}

/** Mulberry32, a public-domain generator by Tommy Ettinger: 32 bits of state, good enough for text. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    pick: (list) => list[below(list.length)],
    sample(list, count) {
      if (count > list.length) throw new Error(`cannot take ${count} different members of ${list.length}`);
      const rest = [...list];
      return Array.from({ length: count }, () => rest.splice(below(rest.length), 1)[0]);
    },
    chance: (share) => next() < share,
    digits: (count) => Array.from({ length: count }, () => below(10)).join(""),
  };
}

/** FNV-1a over UTF-16 units: a document's seed is its template's name and number, so a new template changes no other. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
