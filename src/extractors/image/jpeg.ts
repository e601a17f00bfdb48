/** JPEG (ITU-T T.81 annex B): a walk over its segments, through every scan to the end of the picture. */
import { ascii, bufferOf, fieldText, startsWith } from "./bytes.js";
import { readMpf } from "./mpf.js";
import { readPhotoshop } from "./photoshop.js";
import type { Picture } from "./picture.js";
import { readTiff } from "./tiff.js";

const EXIF = "Exif\0\0";
const XMP = "http://ns.adobe.com/xap/1.0/\0";
/** XMP specification part 3, 1.1.3.1: 32 characters of a digest, the whole length, this piece's offset. */
const XMP_EXTENSION = "http://ns.adobe.com/xmp/extension/\0";
const EXTENSION_HEAD = XMP_EXTENSION.length + 40;
const PHOTOSHOP = "Photoshop 3.0\0";
const MPF = "MPF\0";
/** Colours, and the marks of JFIF and Adobe. */
const NOBODYS = /^(?:ICC_PROFILE\0|Adobe|JFXX\0|JFIF\0)/u;
const JFXX_JPEG = "JFXX\0\x10";

const [SOI, EOI, SOS, COM] = [0xd8, 0xd9, 0xda, 0xfe];

export function readJpeg(bytes: Uint8Array, picture: Picture): void {
  const view = bufferOf(bytes);
  const extensions: { offset: number; piece: Uint8Array }[] = [];
  const others: { start: number; end: number }[] = [];
  let at = 2;
  let end: number | undefined;
  while (end === undefined && at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) {
      // Between segments there is nothing; what stands there is passed over as decoders do, and read as what it is.
      const next = view.indexOf(0xff, at);
      picture.stray(bytes, at, next < 0 ? bytes.length : next);
      at = next < 0 ? bytes.length : next;
      continue;
    }
    const marker = bytes[at + 1];
    if (marker === EOI) end = at + 2;
    else if (marker === 0xff) at += 1;
    else if (marker === SOI || marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else {
      if (at + 4 > bytes.length) break;
      const length = view.readUInt16BE(at + 2);
      const segment = bytes.subarray(at + 4, at + 2 + length);
      if (at + 2 + length > bytes.length || length < 2) break;
      if (marker === COM) picture.property("JPEG comment", fieldText(segment));
      else if (startsWith(segment, XMP_EXTENSION)) extensions.push({ offset: view.readUInt32BE(Math.min(at + 4 + EXTENSION_HEAD - 4, bytes.length - 4)), piece: segment.subarray(EXTENSION_HEAD) });
      else if (startsWith(segment, MPF)) others.push(...readMpf(bytes, at + 4 + MPF.length, picture));
      else if (marker >= 0xe0 && marker <= 0xef) readApplication(marker, segment, picture);
      at += 2 + length;
      if (marker === SOS) at = endOfScan(view, at);
      picture.budget.tick();
    }
  }
  if (extensions.length > 0) picture.xmp(Buffer.concat(extensions.sort((a, b) => a.offset - b.offset).map(({ piece }) => piece)));
  if (end === undefined) picture.unread("corrupt", "JPEG: it is cut off");
  else readBehind(bytes, end, others, picture);
}

function readApplication(marker: number, segment: Uint8Array, picture: Picture): void {
  if (startsWith(segment, EXIF)) readTiff(segment.subarray(EXIF.length), picture);
  else if (startsWith(segment, XMP)) picture.xmp(segment.subarray(XMP.length));
  else if (startsWith(segment, PHOTOSHOP)) readPhotoshop(segment.subarray(PHOTOSHOP.length), picture);
  else if (startsWith(segment, JFXX_JPEG)) picture.file("thumbnail.jpg", segment.subarray(JFXX_JPEG.length));
  else if (!NOBODYS.test(ascii(segment, 0, 16))) picture.block(`JPEG APP${marker - 0xe0}`, segment);
}

/** Compressed data: 0xff is followed by 0 or a restart marker; any other marker ends the scan. */
function endOfScan(view: Buffer, from: number): number {
  let at = view.indexOf(0xff, from);
  while (at >= 0 && at + 1 < view.length && (view[at + 1] === 0 || (view[at + 1] >= 0xd0 && view[at + 1] <= 0xd7))) at = view.indexOf(0xff, at + 2);
  return at < 0 ? view.length : at;
}

/** Behind the end stand the pictures that MPF's index names; everything else belongs to nothing. */
function readBehind(bytes: Uint8Array, end: number, others: readonly { start: number; end: number }[], picture: Picture): void {
  let at = end;
  for (const other of [...others].sort((a, b) => a.start - b.start)) {
    if (other.start > at) picture.stray(bytes, at, other.start);
    at = Math.max(at, other.end);
  }
  picture.stray(bytes, at, bytes.length);
}
