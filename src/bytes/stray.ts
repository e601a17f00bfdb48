/** Bytes in a container that belong to none of its entries: what was cut out of the directory, appended, or left in padding. */
import type { Artifact, Location } from "../contract.js";

/** Fewer bytes than this cannot hold a name or number worth the mention; alignment leaves up to seven. */
const NEGLIGIBLE = 8;

export function isNegligible(bytes: Uint8Array): boolean {
  return bytes.length < NEGLIGIBLE || bytes.every((byte) => byte === 0);
}

/**
 * The stretch [start, end) as an artifact of its own, so that it is read like anything else; undefined when it holds nothing
 * (too short, or zeros).
 */
export function strayArtifact(at: Location, bytes: Uint8Array, start: number, end: number): Artifact | undefined {
  [start, end] = withoutPadding(bytes, start, end);
  const stretch = bytes.subarray(start, end);
  if (isNegligible(stretch)) return undefined;
  const name = `bytes ${start}-${start + stretch.length - 1}`;
  return { kind: "artifact", at: [...at, { kind: "entry", name }], name, bytes: stretch, concealment: "orphaned-part", isStray: true };
}

/** Zeros around a text make it a file of no known format; those around anything with zeros in it may belong to it. */
function withoutPadding(bytes: Uint8Array, start: number, end: number): [start: number, end: number] {
  let [from, to] = [start, end];
  while (to > from && bytes[to - 1] === 0) to--;
  while (from < to && bytes[from] === 0) from++;
  return bytes.subarray(from, to).includes(0) ? [start, end] : [from, to];
}
