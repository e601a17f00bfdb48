/** Bytes that a group holds as hexadecimal digits, as they are, or in turns. */
import type { Sink } from "./groups.js";

export function bytesOf(b: Buffer, stretches: Sink["stretches"]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let digits = "";
  const flushDigits = (): void => {
    if (digits !== "") pieces.push(Buffer.from(digits, "hex"));
    digits = "";
  };
  for (const { start, end, isBinary } of stretches) {
    if (isBinary) {
      flushDigits();
      pieces.push(b.subarray(start, end));
    } else digits += b.toString("latin1", start, end).replace(/[^\dA-Fa-f]+/gu, "");
  }
  flushDigits();
  return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
}

/** Shorter ones may as well be a number. */
const MIN_HEXADECIMAL = 64;

export function isHexadecimal(text: string): boolean {
  return text.length >= MIN_HEXADECIMAL && /^[\dA-Fa-f\s]+$/u.test(text);
}
