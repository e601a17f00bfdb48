/** What a part's body holds once its transfer encoding is undone. */
import type { Budget } from "../../contract.js";
import type { DecodedBase64 } from "./base64.js";
import { decodeText, type DecodedText } from "./charset.js";
import type { MimePart } from "./part.js";
import { isContainer } from "./readable.js";
import { damagedBase64 } from "./damaged-base64.js";
import { decodeTransfer } from "./transfer.js";

/** Decoded bytes; the caller has them counted against the budget by this very call. */
export function decodeBody(bytes: Uint8Array, { bodyStart, bodyEnd, encoding }: MimePart, budget: Budget): DecodedBase64 {
  const body = bytes.subarray(bodyStart, bodyEnd);
  if (encoding === undefined || encoding === "identity") return { bytes: body, junk: 0, isBroken: false };
  const decoded = decodeTransfer(body, encoding);
  budget.expand(decoded.bytes.length, body.length);
  return decoded;
}

/** Other readings that some program may make of a body: its encoding is stated twice, oddly, or damaged. None twice. */
export function otherReadings(bytes: Uint8Array, part: MimePart, decoded: DecodedBase64, budget: Budget): Uint8Array[] {
  const body = bytes.subarray(part.bodyStart, part.bodyEnd);
  const known = new Set([keyOf(decoded.bytes)]);
  const others: Uint8Array[] = [];
  const add = (other: Uint8Array): void => {
    const key = keyOf(other);
    if (known.has(key)) return;
    known.add(key);
    budget.expand(other.length, body.length);
    others.push(other);
  };
  for (const encoding of part.otherEncodings) {
    // Sound Base64 as it stands says nothing that its decoding does not.
    if (encoding === "identity" && part.encoding === "base64" && decoded.junk === 0) continue;
    add(decodeTransfer(body, encoding).bytes);
  }
  if (part.encoding === "base64" && (decoded.junk > 0 || decoded.isBroken)) {
    if (isContainer(body)) add(body);
    for (const other of damagedBase64(body)) add(other);
  }
  if (part.encoding === "quoted-printable") {
    const letters = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("latin1");
    if (TORN_ESCAPE.test(letters)) add(decodeTransfer(Buffer.from(letters.replace(SOFT_BREAKS, "").replace(TORN_ESCAPES, "="), "latin1"), "quoted-printable").bytes);
  }
  return others;
}

/** "==E4", "= E4", and an escape cut in two by a soft break: some readers close them up. */
const TORN_ESCAPE = /=[ \t=]{1,20}[0-9A-Fa-f]{2}|=[0-9A-Fa-f]=[ \t]{0,20}\r?\n[0-9A-Fa-f]/u;
const TORN_ESCAPES = /=[ \t=]{1,20}(?=[0-9A-Fa-f]{2})/gu;
const SOFT_BREAKS = /=[ \t]{0,20}\r?\n/gu;

/** Enough to tell two readings of one body apart. */
function keyOf(content: Uint8Array): string {
  const b = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return `${b.length} ${b.toString("latin1", 0, 200)} ${b.toString("latin1", Math.max(0, b.length - 200))}`;
}

const BASE64_LINE = /^[ \t]*[A-Za-z0-9+/=]*[ \t]*$/u;

/** Lines of a base64 body that are no base64: a footer that a mailing list appended, or what someone hid there. */
export function strayText(bytes: Uint8Array, { bodyStart, bodyEnd, charset }: MimePart): string {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset + bodyStart, bodyEnd - bodyStart).toString("latin1").split(/\r\n|\r|\n/u);
  const stray = lines.filter((line) => !BASE64_LINE.test(line));
  return decodeText(Buffer.from(stray.join("\n"), "latin1"), charset).text;
}

const WIDE_CHARSET = /^utf-?(?:16|32)/iu;

/** Whether a body that calls itself text is something else, to be told by its content. */
export function isBinary(content: Uint8Array, charset: string | undefined): boolean {
  if (isContainer(content)) return true;
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, 4096));
  return head.includes(0) && !WIDE_CHARSET.test(charset ?? "");
}

const HTML_START = /^\s*(?:<!--|<!doctype\s+html|<html|<head|<body)/iu;

export function isHtml(text: string): boolean {
  return HTML_START.test(text.slice(0, 1024));
}

export function partText(content: Uint8Array, { charset }: MimePart): DecodedText {
  return decodeText(content, charset);
}

/** Readable runs of a binary object, one a line: what a certificate says of its holder. */
export function printableRuns(content: Uint8Array): string {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("utf8");
  return (text.match(READABLE) ?? []).join("\n");
}

const READABLE = /[\p{L}\p{N}\p{P}\p{S}\p{Zs}]{4,}/gu;
