/** BMP (Microsoft, BITMAPFILEHEADER): nothing but pixels, and what stands behind them. */
import { bufferOf } from "./bytes.js";
import type { Picture } from "./picture.js";

const SIZE_OFFSET = 2;
const LEAST_BYTES = 26;

export function readBmp(bytes: Uint8Array, picture: Picture): void {
  if (bytes.length < LEAST_BYTES) {
    picture.unread("corrupt", "BMP: it is cut off");
    return;
  }
  const size = bufferOf(bytes).readUInt32LE(SIZE_OFFSET);
  if (size > bytes.length) picture.unread("corrupt", "BMP: it is cut off");
  // Some programs leave the size 0.
  else if (size >= LEAST_BYTES) picture.stray(bytes, size, bytes.length);
}
