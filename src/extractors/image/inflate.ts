/** zlib-compressed texts of PNG, as far as the budget allows. */
import { inflateSync } from "node:zlib";
import { Unreadable } from "../../errors.js";
import type { Picture } from "./picture.js";

/** No caption is longer; a profile may be. */
const MAX_TEXT_BYTES = 16 * 2 ** 20;

/** @throws Unreadable ("limit"); what is damaged is listed and gives nothing */
export function inflateText(packed: Uint8Array, picture: Picture): Uint8Array {
  const most = Math.min(MAX_TEXT_BYTES, picture.budget.remainingBytes);
  if (most <= 0) throw new Unreadable("limit", "expandedBytes: nothing may be expanded any more");
  try {
    const text = inflateSync(packed, { maxOutputLength: most });
    picture.budget.expand(text.length, packed.length);
    return text;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    // zlib's own errors and that of `maxOutputLength`; nothing else can be thrown here.
    const isTooLong = error instanceof RangeError;
    picture.unread(isTooLong ? "limit" : "corrupt", isTooLong ? "PNG: a compressed text is longer than 16 MiB" : "PNG: a compressed text is damaged");
    return new Uint8Array(0);
  }
}
