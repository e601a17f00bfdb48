/** Reading numbers and words of a picture's bytes without ever reading past their end. */
import { printableRuns } from "../../bytes/printable-runs.js";
import { decode, isText } from "../../text/decode.js";

export const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Four characters at an offset: a chunk's or box's type; fewer at the end. */
export const ascii = (bytes: Uint8Array, at: number, length: number): string => bufferOf(bytes).toString("latin1", at, at + length);

export const startsWith = (bytes: Uint8Array, words: string, at = 0): boolean => ascii(bytes, at, words.length) === words;

/** Without the zeros that fields are filled up with. */
export function withoutPadding(bytes: Uint8Array): Uint8Array {
  let start = 0;
  let end = bytes.length;
  while (end > start && bytes[end - 1] === 0) end--;
  while (start < end && bytes[start] === 0) start++;
  return bytes.subarray(start, end);
}

/** A field that is meant to be text: its encoding is seldom declared, and Japanese cameras and programs write Shift_JIS and UTF-8. */
export function fieldText(bytes: Uint8Array, hint?: string): string {
  return decode(withoutPadding(bytes), hint).text.replaceAll("\0", " ").trim();
}

const USUAL = /[\u0020-\u007e\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/gu;

/** A field in UTF-16. Programs write it in their own byte order, whatever that of the file is: the one that makes usual characters is taken. */
export function wideText(bytes: Uint8Array, isLittle: boolean): string {
  const [first, second] = (isLittle ? ["utf-16le", "utf-16be"] : ["utf-16be", "utf-16le"]).map((encoding) => new TextDecoder(encoding).decode(bytes));
  const usual = (text: string): number => text.match(USUAL)?.length ?? 0;
  return (usual(second) > usual(first) ? second : first).replaceAll("\0", " ").trim();
}

/** Shorter stretches are hardly ever text as a whole, and every encoding would fit them. */
const FEWEST_OF_TEXT = 16;

/** What can be read of a field or block whose inner form nobody documents: all of it where it is text, else its readable stretches. */
export function readableText(bytes: Uint8Array): string {
  const field = withoutPadding(bytes);
  const isAscii = field.every((byte) => (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d));
  if (isAscii) return bufferOf(field).toString("latin1").trim();
  return field.length >= FEWEST_OF_TEXT && isText(field) ? decode(field).text.trim() : printableRuns(field);
}
