/** Records: how rows are written ("Database File Format", 2.1). */
import { hasOwnSignature } from "../../bytes/magic.js";
import { printableRuns } from "../../bytes/printable-runs.js";
import { decode, isText } from "../../text/decode.js";
import type { TextEncoding } from "./pages.js";

export interface Cursor {
  at: number;
}

/** 1 to 9 bytes, most significant first. Past the end of the bytes it is -1. */
export function varint(bytes: Uint8Array, cursor: Cursor): number {
  let value = 0;
  for (let i = 0; i < 9; i++) {
    if (cursor.at >= bytes.length) return -1;
    const byte = bytes[cursor.at++];
    if (i === 8) return value * 256 + byte;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return value;
  }
  return value;
}

/** A value as text; a file that was put into a column. */
export type Value = string | { readonly file: Uint8Array };

/** The most columns SQLite can be built for (32,767), which no header here may pass. */
const MAX_VALUES = 32_767;

/** @returns undefined where the bytes are no record. Values that are cut off are what there is of them. */
export function readRecord(payload: Uint8Array, encoding: TextEncoding): Value[] | undefined {
  const cursor = { at: 0 };
  const headerBytes = varint(payload, cursor);
  if (headerBytes < 1 || headerBytes > payload.length) return undefined;
  const values: Value[] = [];
  let body = headerBytes;
  while (cursor.at < headerBytes && values.length < MAX_VALUES) {
    const type = varint(payload, cursor);
    if (type < 0 || type === 10 || type === 11) return undefined;
    const length = lengthOf(type);
    values.push(valueOf(type, payload.subarray(body, body + length), encoding));
    body += length;
  }
  return values;
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8];

/** How many bytes a value of this serial type takes. */
export function lengthOf(type: number): number {
  if (type <= 6) return INTEGER_BYTES[type];
  if (type === 7) return 8;
  return type >= 12 ? Math.floor((type - 12) / 2) : 0;
}

function valueOf(type: number, bytes: Uint8Array, encoding: TextEncoding): Value {
  if (type === 0) return "";
  if (type === 8 || type === 9) return String(type - 8);
  if (type < 8) return numberOf(type, bytes);
  if (type % 2 === 1) return textOf(bytes, encoding);
  if (hasOwnSignature(bytes)) return { file: bytes };
  return isText(bytes) ? decode(bytes).text : printableRuns(bytes);
}

/** As declared; what is not valid in it (programs write Shift_JIS without a word) is judged by its bytes. */
function textOf(bytes: Uint8Array, encoding: TextEncoding): string {
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes("\ufffd") ? decode(bytes).text : text;
}

function numberOf(type: number, bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < lengthOf(type)) return "";
  if (type === 7) return String(view.getFloat64(0));
  if (type === 6) return String(view.getBigInt64(0));
  return String(bytes.length === 0 ? 0 : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).readIntBE(0, bytes.length));
}
