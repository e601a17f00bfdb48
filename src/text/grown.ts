/** Arrays of numbers that grow. */

type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** The larger of two arrays, with what the smaller holds at its beginning. */
export function grown<T extends Numbers>(from: T, to: T): T {
  to.set(from);
  return to;
}
