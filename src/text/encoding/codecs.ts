/** The encodings that can be read, and how bytes of each become text. */
import { isAscii, isUtf8, transcode } from "node:buffer";
import type { Family } from "./likelihood.js";
import { createIso2022JpDecoder } from "./iso-2022-jp.js";

export interface Encoding {
  /** As the WHATWG Encoding Standard names it, except "utf-32le" and "utf-32be", which it does not have. */
  readonly name: string;
  readonly family: Family | "unicode" | "escaped";
  /** Bytes of a code unit; what is cut between code units, at a line end, can be read piece by piece. */
  readonly unit: 1 | 2 | 4;
}

const encoding = (name: string, family: Encoding["family"], unit: Encoding["unit"] = 1): Encoding => ({ name, family, unit });

export const UTF_8 = encoding("utf-8", "unicode");
export const UTF_16LE = encoding("utf-16le", "unicode", 2);
export const UTF_16BE = encoding("utf-16be", "unicode", 2);
export const UTF_32LE = encoding("utf-32le", "unicode", 4);
export const UTF_32BE = encoding("utf-32be", "unicode", 4);
export const ISO_2022_JP = encoding("iso-2022-jp", "escaped");
export const SHIFT_JIS = encoding("shift_jis", "japanese");
export const EUC_JP = encoding("euc-jp", "japanese");
export const WINDOWS_1252 = encoding("windows-1252", "alphabet");

/** Tried where the bytes are not Japanese; among equals the first is taken. */
export const OTHER_EAST_ASIAN: readonly Encoding[] = [
  encoding("gb18030", "simplified"),
  encoding("big5", "traditional"),
  encoding("euc-kr", "korean"),
];
export const SINGLE_BYTE: readonly Encoding[] = [
  WINDOWS_1252,
  ...["windows-1251", "koi8-r", "ibm866", "iso-8859-5", "x-mac-cyrillic", "windows-1250", "iso-8859-2", "windows-1253", "iso-8859-7"],
  ...["windows-1254", "windows-1257", "iso-8859-13", "iso-8859-4", "iso-8859-10", "iso-8859-3", "windows-1255", "windows-1256", "iso-8859-6", "windows-874"],
  "windows-1258",
].map((one) => (typeof one === "string" ? encoding(one, "alphabet") : one));

const ALL = [UTF_8, UTF_16LE, UTF_16BE, UTF_32LE, UTF_32BE, ISO_2022_JP, SHIFT_JIS, EUC_JP, ...OTHER_EAST_ASIAN, ...SINGLE_BYTE];

/** Labels that mail and web pages use and the Encoding Standard does not know. */
const FURTHER_LABELS: Readonly<Record<string, string>> = {
  cp932: "shift_jis",
  cp943: "shift_jis",
  sjis: "shift_jis",
  "shift-jis": "shift_jis",
  "sjis-win": "shift_jis",
  eucjp: "euc-jp",
  "eucjp-win": "euc-jp",
  "eucjp-ms": "euc-jp",
  cp51932: "euc-jp",
  "iso-2022-jp-1": "iso-2022-jp",
  "iso-2022-jp-2": "iso-2022-jp",
  "iso-2022-jp-ms": "iso-2022-jp",
  cp50220: "iso-2022-jp",
  cp50221: "iso-2022-jp",
  jis: "iso-2022-jp",
  "utf-32": "utf-32be",
};

/** The encoding that goes by this label, if it is one that can be read. */
export function encodingByLabel(label: string): Encoding | undefined {
  const lower = label.trim().toLowerCase();
  let name = FURTHER_LABELS[lower] ?? lower;
  try {
    name = new TextDecoder(name).encoding;
  } catch (error) {
    // RangeError: a label nobody knows, or one that only this table knows.
    if (!(error instanceof RangeError)) throw error;
  }
  return ALL.find((one) => one.name === name);
}

/** A decoder for consecutive chunks. Each chunk ends at the end of a character; what is malformed becomes U+FFFD. */
export function createDecoder({ name }: Encoding): (bytes: Uint8Array) => string {
  switch (name) {
    case "utf-8":
      return decodeUtf8;
    case "utf-16le":
      return (bytes) => new TextDecoder("utf-16le", { ignoreBOM: true }).decode(bytes);
    case "utf-16be":
      return (bytes) => new TextDecoder("utf-16be", { ignoreBOM: true }).decode(bytes);
    case "utf-32le":
    case "utf-32be":
      return (bytes) => decodeUtf32(bytes, name === "utf-32le");
    case "iso-2022-jp":
      return createIso2022JpDecoder();
    case "windows-1252":
      return decodeWindows1252;
    default: {
      const decoder = new TextDecoder(name);
      return (bytes) => decoder.decode(bytes);
    }
  }
}

/** Below this one call costs more than transcoding saves: a word takes 0.2 us by `toString` and 1.4 by `transcode`, 5 KB 23 and 2. */
const SHORT_BYTES = 100;

/** Transcoding to UTF-16 is 4 to 8 times faster than `toString`, and ASCII costs next to nothing (facts.md). */
export function decodeUtf8(bytes: Uint8Array): string {
  const buffer = asBuffer(bytes);
  if (buffer.length < SHORT_BYTES) return buffer.toString("utf8");
  if (isAscii(buffer)) return buffer.toString("latin1");
  if (isUtf8(buffer)) return transcode(buffer, "utf8", "utf16le").toString("utf16le");
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** Code points 80 to 9F of windows-1252, which Node 20 decodes as ISO 8859-1. */
const WINDOWS_1252_HIGH = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function decodeWindows1252(bytes: Uint8Array): string {
  return asBuffer(bytes).toString("latin1").replace(/[\x80-\x9f]/gu, (char) => WINDOWS_1252_HIGH[char.charCodeAt(0) - 0x80]);
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out = new Uint16Array(Math.ceil(bytes.length / 4) * 2);
  let size = 0;
  for (let i = 0; i < bytes.length; i += 4) {
    const code = i + 4 <= bytes.length ? view.getUint32(i, littleEndian) : 0x110000;
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) out[size++] = 0xfffd;
    else if (code > 0xffff) {
      out[size++] = 0xd800 + ((code - 0x10000) >>> 10);
      out[size++] = 0xdc00 + ((code - 0x10000) & 0x3ff);
    } else out[size++] = code;
  }
  return Buffer.from(out.buffer, 0, size * 2).toString("utf16le");
}

export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
