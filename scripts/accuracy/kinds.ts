/** Kinds of value in words, counted. */
import type { Document } from "./measure.js";

/** The kind of each required value that nothing touched; names say how they were written. */
export function missed({ marks, found }: Document): string[] {
  return marks.flatMap((mark) => {
    if (mark.optional === true) return [];
    const isFound = found.some((one) => (one.entity === mark.entity || mark.also?.includes(one.entity) === true) && one.start < mark.end && mark.start < one.end);
    return isFound ? [] : [mark.entity === "person-name" ? `name (${mark.form ?? "full"})` : mark.entity];
  });
}

/** "phone-number 3, name (surname) 2" */
export function concatKinds(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${kind} ${count}`).join(", ");
}
