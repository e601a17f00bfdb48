/** JPEG 2000 (ISO/IEC 15444-1): boxes with XML, XMP, EXIF and IPTC beside the code stream, and the comments in it. */
import { ascii, bufferOf, fieldText } from "./bytes.js";
import { type Box, boxesOf } from "./heif-boxes.js";
import { readIptc } from "./iptc.js";
import type { Picture } from "./picture.js";
import { readTiff } from "./tiff.js";

/** Sizes, colours, depths, resolutions, and what the file is (annex I). */
const NOBODYS = new Set(["jP  ", "ftyp", "jp2h", "rreq", "jp2i"]);
const CODE_STREAM = "jp2c";
const TOP_LEVEL = new Set([...NOBODYS, CODE_STREAM, "xml ", "uuid", "uinf", "asoc", "res ", "jpch", "jplh", "free", "mdat"]);
/** What "uuid" boxes hold: XMP (its specification, part 3), EXIF (exiftool, Adobe), IPTC (Photoshop), a TIFF file of places (GeoJP2). */
const UUIDS: Readonly<Record<string, "xmp" | "exif" | "iptc">> = {
  be7acfcb97a942e89c71999491e3afac: "xmp",
  "4a706754696666457869662d3e4a5032": "exif",
  "33c7a4d2b81d4723a0baf1a3e097ad38": "iptc",
  b14bf8bd083d4b43a5ae8cd7d5a6ce03: "exif",
};
const UUID_BYTES = 16;
/** Markers of a code stream's main header (A.2). */
const SIZE = 0xff51;
const COMMENT = 0xff64;
const START_OF_TILE = 0xff90;
/** Its text is Latin (A.9.2); else binary. */
const IS_TEXT = 1;

export function readJp2(bytes: Uint8Array, picture: Picture): void {
  if (isCodeStream(bytes)) {
    readMarkers(bytes, picture);
    strayBehind(bytes, bytes.length, picture);
    return;
  }
  const { boxes, end: last, isCut } = boxesOf(bytes, 0, bytes.length);
  // Words behind the end look like a long box of an unknown type.
  const lost = isCut && boxes.length > 0 && !TOP_LEVEL.has(boxes[boxes.length - 1].type) ? boxes.pop() : undefined;
  const end = lost === undefined ? last : lost.start - 8;
  for (const box of boxes) {
    picture.budget.tick();
    readBox(bytes, box, picture);
  }
  if (isCut && lost === undefined) picture.unread("corrupt", "JPEG 2000: it is cut off");
  picture.stray(bytes, end, bytes.length);
}

/** Width by height, as the code stream says; 0 where it says none. */
export function pixelsOfJp2(bytes: Uint8Array): number {
  for (const { marker, content } of markersOf(codeStreamOf(bytes))) {
    if (marker !== SIZE || content.length < 18) continue;
    const at = (offset: number): number => bufferOf(content).readUInt32BE(offset);
    return (at(2) - at(10)) * (at(6) - at(14));
  }
  return 0;
}

const isCodeStream = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0x4f;

function readBox(bytes: Uint8Array, { type, start, end }: Box, picture: Picture): void {
  const content = bytes.subarray(start, end);
  if (NOBODYS.has(type)) return;
  if (type === CODE_STREAM) {
    readMarkers(content, picture);
    strayBehind(bytes, end, picture);
  } else if (type === "xml ") picture.xmp(content);
  else if (type === "uuid") readUuid(content, picture);
  else picture.block(`JPEG 2000 ${type}`, content);
}

function readUuid(content: Uint8Array, picture: Picture): void {
  const id = bufferOf(content).toString("hex", 0, UUID_BYTES);
  const own = content.subarray(UUID_BYTES);
  const kind = Object.hasOwn(UUIDS, id) ? UUIDS[id] : undefined;
  if (kind === "xmp") picture.xmp(own);
  else if (kind === "iptc") readIptc(own, picture);
  else if (kind === "exif") readTiff(ascii(own, 0, 4) === "Exif" ? own.subarray(6) : own, picture);
  else picture.block("JPEG 2000 uuid", own);
}

function readMarkers(stream: Uint8Array, picture: Picture): void {
  for (const { marker, content } of markersOf(stream)) {
    if (marker !== COMMENT) continue;
    if (content[1] === IS_TEXT) picture.property("JPEG 2000 comment", fieldText(content.subarray(2)));
    else picture.block("JPEG 2000 comment", content.subarray(2));
  }
}

function codeStreamOf(bytes: Uint8Array): Uint8Array {
  const box = isCodeStream(bytes) ? undefined : boxesOf(bytes, 0, bytes.length).boxes.find(({ type }) => type === CODE_STREAM);
  return box === undefined ? bytes : bytes.subarray(box.start, box.end);
}

/** Those of the main header; each with its content behind the length. */
function* markersOf(stream: Uint8Array): Generator<{ marker: number; content: Uint8Array }> {
  const view = bufferOf(stream);
  for (let at = 2; at + 4 <= stream.length;) {
    const marker = view.readUInt16BE(at);
    if (marker < 0xff00 || marker === START_OF_TILE) return;
    const end = at + 2 + view.readUInt16BE(at + 2);
    yield { marker, content: stream.subarray(at + 4, end) };
    at = Math.max(end, at + 4);
  }
}

/** The end of the code stream is a mark of its own: what stands behind it in the box or file is nobody's. */
function strayBehind(bytes: Uint8Array, end: number, picture: Picture): void {
  const last = bufferOf(bytes).lastIndexOf(Buffer.from([0xff, 0xd9]), end - 1);
  if (last > 0) picture.stray(bytes, last + 2, end);
}
