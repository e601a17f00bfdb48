/** Photoshop's image resources ("8BIM" blocks) in JPEG's APP13, TIFF's tag 0x8649 and PSD (Adobe Photoshop File Formats Specification). */
import { ascii, bufferOf, startsWith } from "./bytes.js";
import { readIptc } from "./iptc.js";
import type { Picture } from "./picture.js";
import { readTiff } from "./tiff.js";

const IPTC = 0x0404;
/** Thumbnails: a header of 28 bytes, then JPEG. */
const THUMBNAILS: ReadonlySet<number> = new Set([0x0409, 0x040c]);
const THUMBNAIL_HEADER = 28;
const EXIF: ReadonlySet<number> = new Set([0x0422, 0x0423]);
const XMP = 0x0424;
/** ICC and resolution: nobody's words. */
const IGNORED: ReadonlySet<number> = new Set([0x03ed, 0x040f, 0x0425]);
const SIGNATURES: ReadonlySet<string> = new Set(["8BIM", "PHUT", "DCSR", "AgHg", "MeSa"]);

/** @param bytes from the first block on */
export function readPhotoshop(bytes: Uint8Array, picture: Picture): void {
  const view = bufferOf(bytes);
  let at = 0;
  while (at + 12 <= bytes.length && SIGNATURES.has(ascii(bytes, at, 4))) {
    const id = view.readUInt16BE(at + 4);
    const nameBytes = view[at + 6];
    const sizeAt = at + 6 + nameBytes + 1 + ((nameBytes + 1) % 2);
    if (sizeAt + 4 > bytes.length) break;
    picture.property("Photoshop block name", view.toString("latin1", at + 7, at + 7 + nameBytes).trim());
    const size = view.readUInt32BE(sizeAt);
    const block = bytes.subarray(sizeAt + 4, sizeAt + 4 + size);
    if (block.length < size) picture.unread("corrupt", "Photoshop: a block is cut off");
    readBlock(id, block, picture);
    at = sizeAt + 4 + size + (size % 2);
  }
  if (at < bytes.length && bytes.subarray(at).some((byte) => byte !== 0)) picture.block("Photoshop, the rest", bytes.subarray(at));
}

function readBlock(id: number, block: Uint8Array, picture: Picture): void {
  if (block.length === 0 || IGNORED.has(id)) return;
  if (id === IPTC) readIptc(block, picture);
  else if (id === XMP) picture.xmp(block);
  else if (EXIF.has(id)) readTiff(startsWith(block, "Exif\0\0") ? block.subarray(6) : block, picture);
  else if (THUMBNAILS.has(id)) picture.file("thumbnail.jpg", block.subarray(THUMBNAIL_HEADER));
  else picture.block(`Photoshop 0x${id.toString(16).padStart(4, "0")}`, block);
}
