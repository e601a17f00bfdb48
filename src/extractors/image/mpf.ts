/** Multi-Picture Format (CIPA DC-007): further pictures behind the first: the view of the other eye, the uncropped original, a gain map. */
import { ascii } from "./bytes.js";
import type { Picture } from "./picture.js";

const MP_ENTRIES = 0xb002;
const ENTRY_BYTES = 16;

/** @param base where the index begins: its offsets count from there. @returns where the pictures stand in the file */
export function readMpf(bytes: Uint8Array, base: number, picture: Picture): { start: number; end: number }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset + base, bytes.byteLength - base);
  if (view.byteLength < 10) return [];
  const isLittle = ascii(bytes, base, 2) === "II";
  const directory = view.getUint32(4, isLittle);
  const found: { start: number; end: number }[] = [];
  const count = directory + 2 <= view.byteLength ? view.getUint16(directory, isLittle) : 0;
  for (let i = 0; i < count; i++) {
    const at = directory + 2 + i * 12;
    if (at + 12 > view.byteLength) break;
    if (view.getUint16(at, isLittle) !== MP_ENTRIES) continue;
    const entries = view.getUint32(at + 8, isLittle);
    const length = view.getUint32(at + 4, isLittle);
    for (let entry = entries; entry + ENTRY_BYTES <= entries + length && entry + ENTRY_BYTES <= view.byteLength; entry += ENTRY_BYTES) {
      const size = view.getUint32(entry + 4, isLittle);
      const offset = view.getUint32(entry + 8, isLittle);
      // The first picture is the file itself, at offset 0.
      if (offset === 0 || base + offset + size > bytes.length || size < 4) continue;
      const one = { start: base + offset, end: base + offset + size };
      if (found.some(({ start }) => start === one.start)) continue;
      found.push(one);
      picture.file(`picture ${found.length + 1}.jpg`, bytes.subarray(one.start, one.end));
    }
  }
  return found;
}
