/**
 * Messages that can be read in one way only, as nearly all are that mail programs write: then a second reading can find nothing, and
 * is spared. The proof is a grammar much narrower than the standards': every line end alike, headers of plain ASCII without
 * comments and repetitions, one plainly written boundary a multipart that occurs nowhere but in its delimiters, transfer encodings
 * without a flaw, charsets that the bytes bear out, address lists of plain mailboxes. Whatever is not in it is read twice.
 */
import { isAscii, isUtf8 } from "node:buffer";
import type { KnownBodies } from "../../contract.js";
import type { RegularLines } from "./base64.js";
import type { Bodies } from "./bodies.js";
import { isPlainBoundary, isPlainField } from "./boundaries.js";
import { isHtml } from "./content.js";
import type { HeaderBlock } from "./headers.js";
import type { Gap, MimeTree } from "./mime.js";
import type { MimePart } from "./part.js";
import { isStrictList } from "./strict-addresses.js";

/** Further ones are read twice: each boundary is searched for in the whole message. */
const MAX_MULTIPARTS = 12;
const MAX_FIELD_LINE = 998;

const CR = 0x0d;
const LF = 0x0a;
const HYPHEN = 0x2d;
const EQUALS = 0x3d;

/** Linear. @param tree of this very message */
export function isCanonical(bytes: Uint8Array, head: HeaderBlock, tree: MimeTree, bodies: Pick<Bodies, "decoded" | "digest" | "regular" | "text">, known?: KnownBodies): boolean {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (head.start !== 0 || head.fields.length === 0 || head.isMbox || tree.problems.length > 0 || tree.multiparts.length > MAX_MULTIPARTS) return false;
  const lineEnd = source.indexOf(LF);
  if (lineEnd < 0) return false;
  const hasCr = source[lineEnd - 1] === CR;
  const parts = [...tree.multiparts, ...tree.leaves];
  return (
    isStrictHead(head) &&
    [head, ...parts.map(({ header }) => header)].every((header, i, all) => (i > 0 && header === all[0]) || isStrictHeader(source, header, hasCr)) &&
    parts.every(isStrictPart) &&
    tree.multiparts.every((one) => isStrictlyDelimited(source, one, tree.multiparts, hasCr)) &&
    tree.gaps.every((gap) => isStrictGap(source, gap, hasCr)) &&
    tree.leaves.every((leaf) => isStrictBody(source, leaf, hasCr, bodies, known) && isStrictText(leaf, bodies))
  );
}

/** Fields whose repetition readers resolve differently. */
const ONCE: ReadonlySet<string> = new Set(["mime-version", "content-type", "content-transfer-encoding", "content-disposition", "content-id", "from", "sender", "reply-to", "to", "cc", "bcc", "subject", "date", "message-id"]);
const LISTS: ReadonlySet<string> = new Set(["to", "cc", "bcc"]);

function isStrictHead({ fields }: HeaderBlock): boolean {
  let isMime = false;
  let hasContent = false;
  for (const { lowerName, value } of fields) {
    if (lowerName === "mime-version") isMime = value === "1.0";
    else if (lowerName.startsWith("content-")) hasContent = true;
    else if (LISTS.has(lowerName) && !isStrictList(value)) return false;
  }
  return isMime || !hasContent;
}

function isStrictHeader(source: Buffer, { start, bodyStart, fields, strayLines }: HeaderBlock, hasCr: boolean): boolean {
  if (strayLines.length > 0) return false;
  const seen = new Set<string>();
  for (const { lowerName } of fields) {
    if (!ONCE.has(lowerName)) continue;
    if (seen.has(lowerName)) return false;
    seen.add(lowerName);
  }
  let at = start;
  for (;;) {
    const end = source.indexOf(LF, at);
    if (end < 0 || end >= bodyStart || end - at > MAX_FIELD_LINE) return false;
    const textEnd = hasCr ? end - 1 : end;
    if (hasCr && source[textEnd] !== CR) return false;
    if (textEnd === at) return end + 1 === bodyStart;
    if (!isFieldLine(source, at, textEnd, at === start)) return false;
    at = end + 1;
  }
}

/** A name, a colon and printable ASCII; or a blank and at least one sign that is none. */
function isFieldLine(source: Buffer, start: number, end: number, isFirst: boolean): boolean {
  let at = start;
  if (source[at] === 0x20 || source[at] === 0x09) {
    if (isFirst) return false;
    while (at < end && (source[at] === 0x20 || source[at] === 0x09)) at++;
    if (at === end) return false;
  } else {
    while (at < end && isNameByte(source[at])) at++;
    if (at === start || source[at] !== 0x3a) return false;
  }
  for (; at < end; at++) if ((source[at] < 0x20 && source[at] !== 0x09) || source[at] > 0x7e) return false;
  return true;
}

function isNameByte(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39) || byte === HYPHEN;
}

const ENCODINGS: ReadonlySet<string> = new Set(["7bit", "8bit", "binary", "base64", "quoted-printable"]);

function isStrictPart({ header, type, encoding }: MimePart): boolean {
  // The parts of a digest are messages to some readers and texts to others.
  if (type === "multipart/digest") return false;
  for (const { lowerName, value } of header.fields) {
    if (lowerName === "content-type" || lowerName === "content-disposition") {
      const isType = lowerName === "content-type";
      if (!isPlainValue(value, isType, isType && type.startsWith("multipart/"))) return false;
      // A type that is none is text to some readers and a file to others.
      if (isType && (value.split(";", 1)[0] ?? "").trim().toLowerCase() !== type) return false;
    } else if (lowerName === "content-transfer-encoding" && !ENCODINGS.has(value.toLowerCase())) return false;
  }
  return encoding === "identity" || (!type.startsWith("multipart/") && !type.startsWith("message/") && (encoding === "base64" || encoding === "quoted-printable"));
}

const PARAMETER_NAME = /;[ \t]*([^=;"]+)=(?:"[^"]*")?/gu;

/** Plainly written, and no parameter twice. */
function isPlainValue(value: string, isType: boolean, isMultipart: boolean): boolean {
  if (!isPlainField(isType ? value : `x/${value}`)) return false;
  if (!value.includes(";")) return true;
  const names = new Set<string>();
  for (const [, name] of value.matchAll(PARAMETER_NAME)) {
    const lower = name.toLowerCase();
    if (names.has(lower) || lower.startsWith("charset*")) return false;
    names.add(lower);
  }
  // Some readers take any type with a boundary for a multipart.
  return names.has("boundary") === isMultipart;
}

/** Its boundary stands in the body of the message as often as it has delimiters, and no other boundary begins like it. */
function isStrictlyDelimited(source: Buffer, { boundaries, header, children }: MimeTree["multiparts"][number], all: MimeTree["multiparts"], hasCr: boolean): boolean {
  const [boundary, second] = boundaries;
  if (boundary === undefined || second !== undefined || boundary.length > 70 || boundary.includes(" ") || !isPlainBoundary(boundary)) return false;
  for (const other of all) if (other.header !== header && other.boundaries.some((one) => one.startsWith(boundary))) return false;
  let found = 0;
  const needle = `--${boundary}`;
  for (let at = source.indexOf(needle, header.bodyStart, "latin1"); at >= 0; at = source.indexOf(needle, at + needle.length, "latin1")) {
    if (source[at - 1] !== LF || (hasCr && source[at - 2] !== CR)) return false;
    let end = at + needle.length;
    const isLast = ++found > children;
    if (isLast) {
      if (source[end] !== HYPHEN || source[end + 1] !== HYPHEN) return false;
      end += 2;
      if (end === source.length) return true;
    }
    if (hasCr ? source[end] !== CR || source[end + 1] !== LF : source[end] !== LF) return false;
  }
  return found === children + 1;
}

/** Blank, or the customary words: nothing that some reader may take for a part or a header. */
function isStrictGap(source: Buffer, { start, end }: Gap, hasCr: boolean): boolean {
  return end - start <= 2_000 && hasStrictLines(source, start, end, hasCr) && !/^--|^[!-9;-~]+[ \t]*:/mu.test(source.toString("latin1", start, end));
}

function isStrictBody(source: Buffer, leaf: MimePart, hasCr: boolean, bodies: Pick<Bodies, "digest" | "regular">, known: KnownBodies | undefined): boolean {
  const { bodyStart, bodyEnd, encoding } = leaf;
  if (encoding === "base64") {
    const digest = bodies.digest(leaf);
    const key = `${digest ?? ""} ${hasCr ? "CRLF" : "LF"}`;
    if (digest !== undefined && known?.isSound(key) === true) return true;
    const isSound = isStrictBase64(source, bodyStart, bodyEnd, bodies.regular(leaf), hasCr);
    if (digest !== undefined && isSound) known?.addSound(key);
    return isSound;
  }
  return hasStrictLines(source, bodyStart, bodyEnd, hasCr) && (encoding !== "quoted-printable" || isStrictQuotedPrintable(source, bodyStart, bodyEnd));
}

/** All line ends alike, and no null. */
function hasStrictLines(source: Buffer, start: number, end: number, hasCr: boolean): boolean {
  let afterCr = false;
  for (let at = start; at < end; at++) {
    const byte = source[at];
    if (byte > CR) {
      if (afterCr) return false;
      continue;
    }
    if (byte === 0) return false;
    if (byte === LF) {
      if (afterCr !== hasCr) return false;
      afterCr = false;
    } else if (afterCr) return false;
    else if (byte === CR) {
      if (!hasCr) return false;
      afterCr = true;
    }
  }
  // The line end of a body that ends in half of one belongs to the delimiter.
  return !afterCr;
}

/** Lines of whole groups of the alphabet, the last one padded as it must be, then at most blank lines. */
function isStrictBase64(source: Buffer, start: number, end: number, { bytes, lineBytes }: RegularLines, hasCr: boolean): boolean {
  if (bytes > 0 && (source[start + lineBytes - 2] === CR) !== hasCr) return false;
  if (bytes === end - start) return true;
  const rest = source.toString("latin1", start + bytes, end);
  // One line more than regular ones: mail programs end here. What is longer is read twice.
  return rest.length <= 100_000 && (hasCr ? LAST_LINE_CRLF : LAST_LINE_LF).test(rest);
}

const LAST_LINE_CRLF = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?(?:\r\n)*$/u;
const LAST_LINE_LF = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\n*$/u;

function isStrictQuotedPrintable(source: Buffer, start: number, end: number): boolean {
  // Blanks at the end of a line are dropped by some readers (RFC 2045 section 6.7, rule 3) and kept by others.
  for (let at = source.indexOf(LF, start); at > start && at < end; at = source.indexOf(LF, at + 1)) {
    const last = source[source[at - 1] === CR ? at - 2 : at - 1];
    if (last === 0x20 || last === 0x09) return false;
  }
  for (let at = source.indexOf(EQUALS, start); at >= 0 && at < end; at = source.indexOf(EQUALS, at + 1)) {
    const next = source[at + 1];
    if (at + 1 >= end) return true;
    if (next === LF || (next === CR && source[at + 2] === LF)) continue;
    if (at + 2 >= end || !isHexDigit(next) || !isHexDigit(source[at + 2])) return false;
  }
  return true;
}

const isHexDigit = (byte: number): boolean => (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);

const UNLABELLED: ReadonlySet<string> = new Set(["", "us-ascii", "ascii"]);
const SINGLE_BYTE: ReadonlySet<string> = new Set(["iso-8859-1", "iso-8859-15", "windows-1252"]);
const JAPANESE: ReadonlySet<string> = new Set(["iso-2022-jp", "shift_jis", "windows-31j", "euc-jp"]);
const ESCAPE = 0x1b;

/** Whether a text says the same to every reader. */
function isStrictText(leaf: MimePart, bodies: Pick<Bodies, "decoded" | "text">): boolean {
  const { type, isAttachment } = leaf;
  if ((type !== "text/plain" && type !== "text/html") || isAttachment) return true;
  const content = bodies.decoded(leaf).bytes;
  const label = (leaf.charset ?? "").toLowerCase();
  const isPlainAscii = isAscii(content) && !content.includes(ESCAPE);
  if (content.includes(0)) return false;
  const isBorneOut =
    label === "utf-8" ? isUtf8(content) && (isPlainAscii || !content.includes(ESCAPE))
    : UNLABELLED.has(label) || SINGLE_BYTE.has(label) ? isPlainAscii
    : JAPANESE.has(label) && strictlyDecoded(content, label) === bodies.text(leaf);
  return isBorneOut && (type === "text/html" || !isHtml(isPlainAscii ? Buffer.from(content.subarray(0, 1024)).toString("latin1") : bodies.text(leaf)));
}

const strictDecoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** By the label alone, as the platform reads it; undefined where the bytes are no such text. */
function strictlyDecoded(content: Uint8Array, label: string): string | undefined {
  let decoder = strictDecoders.get(label);
  if (decoder === undefined) strictDecoders.set(label, (decoder = new TextDecoder(label, { fatal: true })));
  try {
    return decoder.decode(content);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
