/** HEIF, HEIC and AVIF (ISO/IEC 14496-12 boxes, 23008-12 items): EXIF, XMP and pictures that are items of the file's "meta" box. */
import { bufferOf, fieldText, startsWith } from "./bytes.js";
import { type Box, boxesOf, type Item, readItems } from "./heif-boxes.js";
import type { Picture } from "./picture.js";
import { readTiff } from "./tiff.js";

/** Coded pixels and what is derived from them. */
const PIXELS = new Set("hvc1 hev1 av01 avc1 grid iovl iden lhv1 tmap unci j2k1 vvc1 sato".split(" "));
const TOP_LEVEL = new Set("ftyp mdat meta moov styp mini free skip uuid idat moof pdin".split(" "));
const TOP_LEVEL_NOBODYS = new Set(["ftyp", "mdat", "meta", "moov", "styp", "mini"]);
/** Colour profiles, sizes and codec settings (ipco), references and groups. */
const META_NOBODYS = new Set(["hdlr", "pitm", "iinf", "iloc", "iprp", "iref", "idat", "grpl", "dinf", "ispe"]);

export function readHeif(bytes: Uint8Array, picture: Picture): void {
  const { boxes, end: last, isCut: isLastCut } = boxesOf(bytes, 0, bytes.length);
  // Words behind the end look like a long box of an unknown type.
  const lost = isLastCut && !TOP_LEVEL.has(boxes.at(-1)?.type ?? "") ? boxes.pop() : undefined;
  const end = lost === undefined ? last : lost.start - 8;
  const isCut = isLastCut && lost === undefined;
  for (const box of boxes) {
    picture.budget.tick();
    if (box.type === "meta") readMeta(bytes, box, picture);
    else if (box.type === "moov") picture.unread("unsupported", "HEIF: it also holds a sequence of pictures, whose metadata was not read");
    else if (!TOP_LEVEL_NOBODYS.has(box.type)) picture.block(`HEIF ${box.type}`, bytes.subarray(box.start, box.end));
  }
  if (isCut) picture.unread("corrupt", "HEIF: it is cut off");
  picture.stray(bytes, end, bytes.length);
}

function readMeta(bytes: Uint8Array, meta: Box, picture: Picture): void {
  // A "full" box: version and flags come first.
  const { boxes } = boxesOf(bytes, meta.start + 4, meta.end);
  for (const box of boxes) if (!META_NOBODYS.has(box.type)) picture.block(`HEIF ${box.type}`, bytes.subarray(box.start, box.end));
  const { items, isDamaged } = readItems(bytes, boxes);
  if (isDamaged) picture.unread("corrupt", "HEIF: an item points outside the file");
  for (const item of items) {
    picture.budget.tick();
    readItem(item, picture);
  }
}

function readItem(item: Item, picture: Picture): void {
  picture.property("HEIF item name", fieldText(item.name));
  if (PIXELS.has(item.type) || item.extents.length === 0) return;
  const length = item.extents.reduce((sum, extent) => sum + extent.length, 0);
  picture.budget.expand(length);
  const content = item.extents.length === 1 ? item.extents[0] : Buffer.concat(item.extents);
  if (item.isProtected) picture.unread("encrypted", "HEIF: an item is protected");
  else if (item.type === "Exif") readTiff(exifOf(content), picture);
  else if (item.type === "mime" && /xml/u.test(item.contentType)) picture.xmp(content);
  else if (item.type === "jpeg") picture.file("picture.jpg", content);
  else picture.block(`HEIF ${item.type}`, content);
}

/** ISO/IEC 23008-12 A.2.1: four bytes say how far behind them the TIFF header stands. */
function exifOf(content: Uint8Array): Uint8Array {
  if (content.length < 4) return content;
  const start = 4 + bufferOf(content).readUInt32BE(0);
  const block = content.subarray(start > content.length ? 4 : start);
  return startsWith(block, "Exif\0\0") ? block.subarray(6) : block;
}
