/**
 * Our own reading of header blocks (RFC 5322 section 2.2), made for messages as they are: any mix of CRLF, LF and CR, nulls,
 * raw Japanese in any encoding, lines that are no fields, no blank line at the end. What may be a field to some reader is a
 * field here: a recipient that only one reader sees still receives the message.
 */
import { Unreadable } from "../../errors.js";
import { decodeUnlabelled } from "./charset.js";
import { isKnownField } from "./fields.js";

export interface RawField {
  /** As written, without the colon. */
  readonly name: string;
  readonly lowerName: string;
  /** Unfolded; raw 8-bit text and escape sequences decoded, encoded words (RFC 2047) not. Decoded when first read. */
  readonly value: string;
  /** Byte offsets of the whole field; `next` is where the line after it begins. */
  readonly start: number;
  readonly next: number;
}

export interface StrayLine {
  readonly text: string;
}

export interface HeaderBlock {
  /** Byte offset where it begins. */
  readonly start: number;
  readonly fields: readonly RawField[];
  /** Byte offset where the body begins. */
  readonly bodyStart: number;
  /** Lines inside the block that are neither field nor continuation. */
  readonly strayLines: readonly StrayLine[];
  /** It begins with an mbox separator ("From sender date"). */
  readonly isMbox: boolean;
}

/** A header longer than this is no header: mail systems refuse far shorter ones (Postfix 100 KB, Exchange 256 KB). */
export const MAX_HEADER_BYTES = 32 * 2 ** 20;

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const COLON = 0x3a;
const HYPHEN = 0x2d;

/**
 * Reads the block that begins at `start`.
 * @param end where the part or message ends
 * @param isDelimiter whether the line that begins there is a multipart's delimiter: it ends a header that no blank line ends
 * @throws Unreadable "limit" past MAX_HEADER_BYTES
 */
export function readHeaders(bytes: Uint8Array, start = 0, end = bytes.length, isDelimiter?: (lineStart: number) => boolean): HeaderBlock {
  const lines: RawLine[] = [];
  let isMbox = false;
  let lastKnown = -1;
  let firstStray = -1;
  let at = start;
  let bodyStart = end;
  while (at < end) {
    if (at - start > MAX_HEADER_BYTES) throw new Unreadable("limit", `message header: longer than ${MAX_HEADER_BYTES} bytes`);
    if (bytes[at] === HYPHEN && isDelimiter?.(at) === true) {
      bodyStart = at;
      break;
    }
    const lineEnd = endOfLine(bytes, at, end);
    const next = afterLineBreak(bytes, lineEnd, end);
    if (lineEnd === at) {
      bodyStart = next;
      break;
    }
    const first = bytes[at];
    if ((first === SPACE || first === TAB) && lines.length > 0) {
      lines[lines.length - 1].end = lineEnd;
      lines[lines.length - 1].next = next;
      lines[lines.length - 1].folded = true;
    } else if (lines.length === 0 && !isMbox && at === start && isMboxLine(bytes, at, lineEnd)) isMbox = true;
    else {
      const colon = fieldColon(bytes, at, lineEnd);
      if (colon < 0 && firstStray < 0) firstStray = lines.length;
      const line: RawLine = { start: at, colon, end: lineEnd, next, folded: false, name: colon < 0 ? "" : fieldName(bytes, at, colon) };
      if (colon >= 0 && isKnownField(line.name.toLowerCase())) lastKnown = lines.length;
      lines.push(line);
    }
    at = next;
  }
  // A stray line with no known field after it: the blank line is missing, and the body has begun.
  if (firstStray > lastKnown && firstStray >= 0) {
    bodyStart = lines[firstStray].start;
    lines.length = firstStray;
  }
  const fields: RawField[] = [];
  const strayLines: StrayLine[] = [];
  for (const line of lines) {
    if (line.colon >= 0) fields.push(fieldOf(bytes, line));
    else if (!isBlankLine(bytes, line)) strayLines.push({ get text() { return fieldText(bytes, line.start, line.end, line.folded); } });
  }
  return { start, fields, bodyStart, strayLines, isMbox };
}

interface RawLine {
  readonly start: number;
  readonly colon: number;
  readonly name: string;
  end: number;
  next: number;
  folded: boolean;
}

function fieldOf(bytes: Uint8Array, { name, colon, start, end, next, folded }: RawLine): RawField {
  let value: string | undefined;
  return {
    name,
    lowerName: name.toLowerCase(),
    start,
    next,
    get value() {
      return (value ??= fieldText(bytes, colon + 1, end, folded));
    },
  };
}

function isBlankLine(bytes: Uint8Array, { start, end }: RawLine): boolean {
  for (let at = start; at < end; at++) if (bytes[at] > SPACE) return false;
  return true;
}

function endOfLine(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== LF && bytes[at] !== CR) at++;
  return at;
}

function afterLineBreak(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end) return end;
  return bytes[at] === CR && at + 1 < end && bytes[at + 1] === LF ? at + 2 : at + 1;
}

/** The colon that ends a field name; -1 where the line has none. Blanks before it and nulls in the name are let pass. */
function fieldColon(bytes: Uint8Array, start: number, end: number): number {
  let letters = 0;
  let blank = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === COLON) return letters > 0 ? at : -1;
    if (byte === 0) continue;
    if (byte === SPACE || byte === TAB) blank = true;
    else if (byte <= 0x20 || byte >= 0x7f || blank) return -1;
    else letters++;
  }
  return -1;
}

function fieldName(bytes: Uint8Array, start: number, colon: number): string {
  return latin1(bytes, start, colon).replaceAll("\0", "").trim();
}

function isMboxLine(bytes: Uint8Array, start: number, end: number): boolean {
  const from = bytes[start] === 0x3e ? start + 1 : start;
  return end - from > 5 && latin1(bytes, from, from + 5) === "From ";
}

const LINE_BREAK = /\r\n|\r|\n/gu;
const NOT_PLAIN = /[\x80-\xff\x1b]/u;

function fieldText(bytes: Uint8Array, start: number, end: number, folded: boolean): string {
  let text = latin1(bytes, start, end);
  if (folded) text = text.replace(LINE_BREAK, "");
  if (NOT_PLAIN.test(text)) text = decodeUnlabelled(Buffer.from(text, "latin1"));
  return text.replaceAll("\0", "").trim();
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
}
