/** Messages written byte by byte: each line as the trick wants it. */
import type { Leaf } from "./payload.js";

export type Bytes = string | Uint8Array;

const bytesOf = (piece: Bytes): Uint8Array => (typeof piece === "string" ? Buffer.from(piece, "latin1") : piece);

/** Strings are Latin-1: what stands in them is one byte each. */
export const join = (...pieces: readonly Bytes[]): Buffer => Buffer.concat(pieces.map(bytesOf));

export const lines = (...all: readonly string[]): string => all.map((line) => `${line}\r\n`).join("");

const COMMON = lines(
  "Date: Mon, 1 Apr 2024 10:00:00 +0900",
  "Message-ID: <20240401.1@shop.example>",
  "From: Shop <card@shop.example>",
  "To: info@partner.example",
  "Subject: Notice",
);

/** A whole message: the usual fields, then those given, the blank line and the body. */
export const message = (fields: readonly string[], ...body: readonly Bytes[]): Buffer => join(COMMON, lines("MIME-Version: 1.0", ...fields, ""), ...body);
/** The same with everything after the usual fields as it is. */
export const rawMessage = (...rest: readonly Bytes[]): Buffer => join(COMMON, ...rest);

/** As mail programs write it: lines of 76. */
export const base64 = (bytes: Uint8Array, width = 76): string => Buffer.from(bytes).toString("base64").replace(new RegExp(`.{1,${width}}`, "gu"), "$&\r\n");

/** Every byte that is no letter or digit as an escape; lines of at most 73. */
export function quotedPrintable(bytes: Uint8Array, { lower = false, everything = false, soft = "=\r\n", width = 72 } = {}): string {
  let out = "";
  let column = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (!everything && byte === 0x0d && bytes[i + 1] === 0x0a) {
      out += "\r\n";
      column = 0;
      i++;
      continue;
    }
    const isPlain = !everything && ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x2d || byte === 0x3a);
    const hex = byte.toString(16).padStart(2, "0");
    const written = isPlain ? String.fromCharCode(byte) : `=${lower ? hex : hex.toUpperCase()}`;
    if (column + written.length > width) {
      out += soft;
      column = 0;
    }
    out += written;
    column += written.length;
  }
  return out;
}

export const typeOf = ({ type, charset, name }: Leaf): string => `Content-Type: ${type}${charset === undefined ? "" : `; charset=${charset}`}${name === undefined ? "" : `; name="${name}"`}`;
export const dispositionOf = ({ name }: Leaf): string[] => (name === undefined ? [] : [`Content-Disposition: attachment; filename="${name}"`]);

/** Header and body of an honest part, in base64. */
export const part = (leaf: Leaf): Buffer => join(lines(typeOf(leaf), "Content-Transfer-Encoding: base64", ...dispositionOf(leaf), ""), base64(leaf.bytes));

export const cover = lines("Content-Type: text/plain; charset=us-ascii", "", "Please see the attached notice.");

/** `cover` and the leaf between honest delimiters. */
export const mixed = (boundary: string, leaf: Leaf): Buffer => join(`--${boundary}\r\n`, cover, `\r\n--${boundary}\r\n`, part(leaf), `\r\n--${boundary}--\r\n`);
