/** PNG (W3C, third edition): chunks; words in tEXt, zTXt, iTXt and eXIf, and whatever stands behind IEND. */
import { inflateText } from "./inflate.js";
import { ascii, bufferOf, fieldText, startsWith } from "./bytes.js";
import { readIptc } from "./iptc.js";
import { readPhotoshop } from "./photoshop.js";
import type { Picture } from "./picture.js";
import { readTiff } from "./tiff.js";

const SIGNATURE_BYTES = 8;
/** Pixels, colours and times (PNG 11; APNG; cICP, mDCv, cLLi of the third edition). */
const NOBODYS = new Set("IHDR PLTE IDAT tRNS gAMA cHRM sRGB sBIT bKGD hIST pHYs sPLT tIME acTL fcTL fdAT cICP mDCv cLLi iCCP oFFs sTER vpAg".split(" "));
const XMP_KEYWORD = "XML:com.adobe.xmp";
/** ImageMagick and exiftool write whole blocks as hexadecimal text under this keyword. */
const RAW_PROFILE = /^Raw profile type (\w{1,20})$/u;
const EXIF = "Exif\0\0";

export function readPng(bytes: Uint8Array, picture: Picture): void {
  const view = bufferOf(bytes);
  let at = SIGNATURE_BYTES;
  while (at + 12 <= bytes.length) {
    const length = view.readUInt32BE(at);
    const type = ascii(bytes, at + 4, 4);
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    if (chunk.length < length || !/^[A-Za-z]{4}$/u.test(type)) break;
    readChunk(type, chunk, picture);
    picture.budget.tick();
    at += 12 + length;
    if (type === "IEND") {
      picture.stray(bytes, at, bytes.length);
      return;
    }
  }
  picture.unread("corrupt", "PNG: it is cut off or a chunk is damaged");
  if (at < bytes.length) picture.stray(bytes, at, bytes.length);
}

function readChunk(type: string, chunk: Uint8Array, picture: Picture): void {
  if (NOBODYS.has(type) || type === "IEND") return;
  if (type === "eXIf") readTiff(startsWith(chunk, EXIF) ? chunk.subarray(EXIF.length) : chunk, picture);
  else if (type === "tEXt" || type === "zTXt" || type === "iTXt") readText(type, chunk, picture);
  else picture.block(`PNG ${type}`, chunk);
}

/** PNG 11.3.3: keyword, zero, then text: Latin-1 by the letter of it, and any encoding in fact. */
function readText(type: "tEXt" | "zTXt" | "iTXt", chunk: Uint8Array, picture: Picture): void {
  const zero = chunk.indexOf(0);
  const keyword = fieldText(chunk.subarray(0, zero < 0 ? chunk.length : zero));
  let start = zero + 1;
  let isPacked = type === "zTXt";
  if (zero < 0) {
    picture.property("PNG text", keyword);
    return;
  }
  if (type === "zTXt") start += 1;
  if (type === "iTXt") {
    isPacked = chunk[start] === 1;
    start += 2;
    const language = chunk.indexOf(0, start);
    const translated = language < 0 ? -1 : chunk.indexOf(0, language + 1);
    if (translated < 0) {
      picture.property(`PNG ${keyword}`, fieldText(chunk.subarray(start)));
      return;
    }
    picture.property(`PNG ${keyword}, translated`, fieldText(chunk.subarray(language + 1, translated), "utf-8"));
    start = translated + 1;
  }
  const packed = chunk.subarray(start);
  const value = isPacked ? inflateText(packed, picture) : packed;
  const profile = RAW_PROFILE.exec(keyword)?.[1];
  if (keyword === XMP_KEYWORD) picture.xmp(value);
  else if (profile !== undefined) readProfile(profile.toLowerCase(), value, picture);
  else picture.property(`PNG ${keyword}`, fieldText(value, type === "iTXt" ? "utf-8" : undefined));
}

/** "\nexif\n    1234\n" and hexadecimal digits. */
function readProfile(kind: string, value: Uint8Array, picture: Picture): void {
  const [, digits] = /^\s*\S{1,40}\s+\d{1,12}\s*([\da-fA-F\s]*)$/u.exec(bufferOf(value).toString("latin1").trim()) ?? [];
  if (digits === undefined) {
    picture.block(`PNG profile ${kind}`, value);
    return;
  }
  const block = Buffer.from(digits.replace(/\s+/gu, ""), "hex");
  if (kind === "icc" || kind === "icm") return;
  if (kind === "iptc" || kind === "8bim") (startsWith(block, "8BIM") ? readPhotoshop : readIptc)(block, picture);
  else if (kind === "xmp") picture.xmp(block);
  else if (startsWith(block, EXIF)) readTiff(block.subarray(EXIF.length), picture);
  else if (kind === "exif") readTiff(block, picture);
  else if (startsWith(block, "http://ns.adobe.com/xap/1.0/\0")) picture.xmp(block.subarray(29));
  else picture.block(`PNG profile ${kind}`, block);
}
