/** Stream filters (ISO 32000-1, 7.4): Flate, plain or with PNG predictors. Others are left to pdfjs. */
import { inflateSync } from "node:zlib";
import type { Budget } from "../../../contract.js";
import { isArray, isDict, NotPlain, type Dict, type Value } from "./lexer.js";

/** A single stream above this is for the reader that can be interrupted. */
const MAX_STREAM_BYTES = 64 * 2 ** 20;

type Resolve = (value: Value | undefined) => Value;

export function decodeStream(head: Dict, raw: Uint8Array, resolve: Resolve, budget: Budget): Uint8Array {
  if (head.has("F")) throw new NotPlain("a stream in another file");
  const filter = resolve(head.get("Filter"));
  const filters = filter === null ? [] : isArray(filter) ? filter.map(resolve) : [filter];
  if (filters.length === 0) return raw;
  if (filters.length > 1 || filters[0] !== "FlateDecode") throw new NotPlain("an unusual filter");
  const parameters = resolve(head.get("DecodeParms"));
  const own = isArray(parameters) ? resolve(parameters[0]) : parameters;
  const inflated = inflate(raw, budget);
  return isDict(own) ? unpredict(inflated, own, resolve) : inflated;
}

function inflate(raw: Uint8Array, budget: Budget): Uint8Array {
  const limit = Math.min(MAX_STREAM_BYTES, budget.remainingBytes);
  let out: Buffer;
  try {
    out = inflateSync(raw, { maxOutputLength: Math.max(1, limit) });
  } catch {
    throw new NotPlain("a stream that does not inflate"); // zlib's errors: damaged, cut off, or above the limit
  }
  budget.expand(out.length, raw.length);
  return out;
}

/** PNG predictors (7.4.4.4); TIFF's is for images. */
export function unpredict(data: Uint8Array, parameters: Dict, resolve: Resolve): Uint8Array {
  const option = (key: string, otherwise: number): number => {
    const value = resolve(parameters.get(key) ?? otherwise);
    if (typeof value !== "number" || !Number.isInteger(value) || value < 1 || value > 65536) throw new NotPlain("unusual filter parameters");
    return value;
  };
  const predictor = option("Predictor", 1);
  if (predictor === 1) return data;
  if (predictor < 10) throw new NotPlain("an unusual predictor");
  const pixel = Math.max(1, (option("Colors", 1) * option("BitsPerComponent", 8)) >> 3);
  const row = (option("Columns", 1) * option("Colors", 1) * option("BitsPerComponent", 8) + 7) >> 3;
  if (row < 1 || data.length % (row + 1) !== 0) throw new NotPlain("rows of another length");
  const out = new Uint8Array((data.length / (row + 1)) * row);
  for (let from = 0, to = 0; from < data.length; from += row + 1, to += row) {
    const kind = data[from];
    for (let i = 0; i < row; i++) {
      const left = i >= pixel ? out[to + i - pixel] : 0;
      const up = to > 0 ? out[to + i - row] : 0;
      const corner = i >= pixel && to > 0 ? out[to + i - row - pixel] : 0;
      out[to + i] = data[from + 1 + i] + predicted(kind, left, up, corner);
    }
  }
  return out;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 0) return 0;
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) throw new NotPlain("an unknown predictor");
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
