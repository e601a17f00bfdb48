/** Reading numbers and words of a picture's bytes without ever reading past their end. */
import { isUtf8 } from "node:buffer";
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

/** What can be read of a field or block whose inner form nobody documents: all of it where it is text, else its readable stretches. */
export function readableText(bytes: Uint8Array): string {
  const field = withoutPadding(bytes);
  const stretches = stretchesOf(field).map((stretch) => textOf(stretch));
  if (stretches.length === 1 && stretches[0] !== "") return stretches[0].trim();
  const decoded = stretches.filter((text) => text !== "");
  // What is ASCII or UTF-16 among other bytes; lines that stand above are not said again.
  const said = new Set(decoded.flatMap((text) => text.split(/[\r\n]+/u)));
  const others = printableRuns(field).split("\n").filter((run) => run !== "" && !said.has(run));
  return [...decoded, ...others].join("\n").trim();
}

/** Shorter stretches are hardly ever text as a whole, and every encoding would fit them. */
const FEWEST_OF_TEXT = 16;
/** Of UTF-8: two characters of three bytes are no chance. */
const FEWEST_OF_UTF8 = 6;

/** Bytes between control characters. */
function stretchesOf(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  let start = 0;
  for (let i = 0; i <= bytes.length; i++) {
    if (i < bytes.length && (bytes[i] >= 0x20 || (bytes[i] >= 0x09 && bytes[i] <= 0x0d) || bytes[i] === 0x1b)) continue;
    if (i > start) found.push(bytes.subarray(start, i));
    start = i + 1;
  }
  return found;
}

/** "" where the stretch is ASCII among other bytes, which `printableRuns` lists, or no text. */
function textOf(stretch: Uint8Array): string {
  const isAscii = stretch.every((byte) => byte < 0x7f);
  if (isAscii) return stretch.length >= FEWEST_OF_UTF8 ? bufferOf(stretch).toString("latin1") : "";
  if (stretch.length >= FEWEST_OF_UTF8 && isUtf8(stretch)) return bufferOf(stretch).toString("utf8");
  if (stretch.length < FEWEST_OF_TEXT || !isText(stretch)) return "";
  const { text, encoding } = decode(stretch);
  // Without zeros or line ends, UTF-16 fits anything.
  return encoding.startsWith("utf-16") || encoding.startsWith("utf-32") ? "" : text;
}
