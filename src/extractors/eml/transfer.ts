/** Content-Transfer-Encoding (RFC 2045 section 6), undone. */
import { type DecodedBase64, decodeBase64 } from "./base64.js";
import { decodeWords } from "./encoded-words.js";
import { binHexFiles, xxFiles, yEncFiles } from "./old-encodings.js";

export type TransferEncoding = "identity" | "base64" | "quoted-printable" | "uuencode" | "xxencode" | "yenc" | "binhex";

const NAMES: Readonly<Record<string, TransferEncoding>> = {
  "": "identity",
  "7bit": "identity",
  "8bit": "identity",
  "7-bit": "identity",
  "8-bit": "identity",
  binary: "identity",
  base64: "base64",
  "quoted-printable": "quoted-printable",
  "x-uuencode": "uuencode",
  "x-uue": "uuencode",
  uuencode: "uuencode",
  uue: "uuencode",
};

/** Without blanks, hyphens and a leading "x": what programs make of names that are none. */
const LIKE_NAMES: Readonly<Record<string, TransferEncoding>> = {
  "7bit": "identity",
  "8bit": "identity",
  binary: "identity",
  base64: "base64",
  b64: "base64",
  gzip64: "base64",
  quotedprintable: "quoted-printable",
  quoted: "quoted-printable",
  qp: "quoted-printable",
  uuencode: "uuencode",
  uuencoded: "uuencode",
  uue: "uuencode",
  xxencode: "xxencode",
  xxe: "xxencode",
  yenc: "yenc",
  yencode: "yenc",
  binhex: "binhex",
  binhex40: "binhex",
  macbinhex40: "binhex",
};

export interface StatedEncoding {
  /** Undefined for an encoding that mail does not have: readers then show the bytes as they are. */
  readonly encoding: TransferEncoding | undefined;
  /** Written so that some readers know it and some do not. */
  readonly isOdd: boolean;
}

export function statedEncoding(value: string): StatedEncoding {
  const plain = value.trim().toLowerCase();
  if (Object.hasOwn(NAMES, plain)) return { encoding: NAMES[plain], isOdd: false };
  const words = decodeWords(plain).replace(/\([^()]*\)/gu, " ").split(/[\s,;"'\0]+|[^\x00-\x7f]+/u);
  // "base 64", "quoted printable": the words together, else the first that means anything.
  for (const word of [words.join(""), ...words]) {
    const name = word.replace(/[^a-z0-9]/gu, "").replace(/^x(?!x)/u, "");
    if (Object.hasOwn(LIKE_NAMES, name)) return { encoding: LIKE_NAMES[name], isOdd: LIKE_NAMES[name] !== "identity" };
  }
  return { encoding: undefined, isOdd: false };
}

export function decodeTransfer(source: Uint8Array, encoding: TransferEncoding): DecodedBase64 {
  if (encoding === "base64") return decodeBase64(source);
  return { bytes: decodeOther(source, encoding), junk: 0, isBroken: false };
}

function decodeOther(source: Uint8Array, encoding: Exclude<TransferEncoding, "base64">): Uint8Array {
  switch (encoding) {
    case "identity":
      return source;
    case "quoted-printable":
      return decodeQuotedPrintable(source);
    case "uuencode":
      return decodeUu(source);
    default: {
      const letters = Buffer.from(source.buffer, source.byteOffset, source.byteLength).toString("latin1");
      const files = encoding === "yenc" ? yEncFiles(source) : encoding === "xxencode" ? xxFiles(letters) : binHexFiles(letters);
      const [first] = files;
      // What is not in the encoding it names is shown as it is.
      return first?.bytes ?? source;
    }
  }
}

const EQUALS = 0x3d;
const LF = 0x0a;
const CR = 0x0d;
const BACKTICK = 0x60;

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x09;

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte & 0xdf;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x41 + 10 : -1;
}

/** Soft line breaks may have blanks before the line's end; an "=" that begins no escape stays (section 6.7, robust readers). */
export function decodeQuotedPrintable(source: Uint8Array): Uint8Array {
  const out = Buffer.allocUnsafe(source.length);
  let size = 0;
  for (let at = 0; at < source.length; at++) {
    const byte = source[at];
    if (byte !== EQUALS) {
      out[size++] = byte;
      continue;
    }
    const high = hexDigit(source[at + 1]);
    const low = hexDigit(source[at + 2]);
    if (high >= 0 && low >= 0) {
      out[size++] = high * 16 + low;
      at += 2;
      continue;
    }
    let blanksEnd = at + 1;
    while (blanksEnd < source.length && isBlank(source[blanksEnd])) blanksEnd++;
    if (blanksEnd >= source.length) break;
    if (source[blanksEnd] === CR) at = source[blanksEnd + 1] === LF ? blanksEnd + 1 : blanksEnd;
    else if (source[blanksEnd] === LF) at = blanksEnd;
    else out[size++] = byte;
  }
  return out.subarray(0, size);
}

/** The lines between "begin MODE NAME" and "end", or all lines where there is no "begin" (POSIX uuencode, historical algorithm). */
export function decodeUu(source: Uint8Array): Uint8Array {
  const lines = Buffer.from(source.buffer, source.byteOffset, source.byteLength).toString("latin1").split(/\r?\n/u);
  const begin = lines.findIndex((line) => UU_BEGIN.test(line));
  const out = Buffer.allocUnsafe(source.length);
  let size = 0;
  for (let i = begin + 1; i < lines.length; i++) {
    const line = lines[i];
    if (line === "end") break;
    const count = uuValue(line, 0);
    for (let at = 1, written = 0; written < count && at < line.length; at += 4) {
      const group = (uuValue(line, at) << 18) | (uuValue(line, at + 1) << 12) | (uuValue(line, at + 2) << 6) | uuValue(line, at + 3);
      for (let shift = 16; shift >= 0 && written < count; shift -= 8, written++) out[size++] = (group >> shift) & 255;
    }
  }
  return out.subarray(0, size);
}

const UU_BEGIN = /^begin(?:-base64)? [0-7]{3,4} \S/u;

function uuValue(line: string, at: number): number {
  const code = at < line.length ? line.charCodeAt(at) : BACKTICK;
  return (code - 0x20) & 63;
}

export interface UuFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files uuencoded inside a text, as Outlook and old mailers put them below it: readers show them as attachments. */
export function* uuFiles(text: string): Generator<UuFile> {
  if (!text.includes("begin ")) return;
  const lines = text.split(/\r?\n/u);
  for (let i = 0; i < lines.length; i++) {
    if (!UU_BEGIN.test(lines[i]) || lines[i].startsWith("begin-")) continue;
    let end = i + 1;
    while (end < lines.length && lines[end] !== "end" && isUuLine(lines[end])) end++;
    if (end > i + 1) yield { name: lines[i].replace(/^begin [0-7]{3,4} /u, "").trim(), bytes: decodeUu(Buffer.from(lines.slice(i, end).join("\n"), "latin1")) };
    i = end - 1;
  }
}

/** The first character says how many bytes the line holds; mailers trim and pad the rest, so only the least length is judged. */
function isUuLine(line: string): boolean {
  if (line === "" || line.length > 90) return false;
  for (let i = 0; i < line.length; i++) if (line.charCodeAt(i) < 0x20 || line.charCodeAt(i) > 0x60) return false;
  const needed = 1 + Math.ceil((uuValue(line, 0) * 4) / 3);
  return line.length >= needed - 4 && line.length <= needed + 5;
}
