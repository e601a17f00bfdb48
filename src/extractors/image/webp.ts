/** WebP (RFC 9649): RIFF chunks. */
import { ascii, bufferOf, startsWith } from "./bytes.js";
import type { Picture } from "./picture.js";
import { readTiff } from "./tiff.js";

const NOBODYS = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
const EXIF = "Exif\0\0";

export function readWebp(bytes: Uint8Array, picture: Picture): void {
  const view = bufferOf(bytes);
  const end = 8 + view.readUInt32LE(4) + (view.readUInt32LE(4) % 2);
  let at = 12;
  while (at + 8 <= Math.min(end, bytes.length)) {
    const type = ascii(bytes, at, 4);
    const size = view.readUInt32LE(at + 4);
    const chunk = bytes.subarray(at + 8, at + 8 + size);
    if (chunk.length < size) picture.unread("corrupt", "WebP: a chunk is cut off");
    if (type === "EXIF") readTiff(startsWith(chunk, EXIF) ? chunk.subarray(EXIF.length) : chunk, picture);
    else if (type === "XMP " || type === "XMP\0") picture.xmp(chunk);
    else if (!NOBODYS.has(type)) picture.block(`WebP ${type.trim()}`, chunk);
    picture.budget.tick();
    at += 8 + size + (size % 2);
  }
  if (end > bytes.length && at >= bytes.length) picture.unread("corrupt", "WebP: it is cut off");
  picture.stray(bytes, Math.max(at, Math.min(end, bytes.length)), bytes.length);
}
