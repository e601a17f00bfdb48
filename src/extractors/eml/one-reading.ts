/**
 * Messages that can be read in one way only: one part of plain text, nothing encoded, nothing written twice, every field and address in the
 * form that no two programs disagree on. The second reader would take as long as everything else and could tell nothing. What is not
 * recognised here is read twice: a word of doubt is enough.
 */
import { isAscii, isUtf8 } from "node:buffer";
import type { HeaderBlock } from "./headers.js";
import type { MimeTree } from "./mime.js";

/** RFC 5322, 2.2 and 2.2.3, without blanks before the colon, without lines of blanks, without controls, in ASCII. */
const FIELD_LINE = /^[!-9;-~]{1,76}:(?: [\t -~]*)?$/u;
const CONTINUATION = /^[ \t]+[!-~][\t -~]*$/u;
const CONTENT_TYPE = /^text\/plain(?:; ?charset="?(?<charset>utf-8|us-ascii)"?)?$/iu;
const ENCODING = /^[78]bit$/iu;
/** `a@b.example`, `Name N. <a@b.example>`, `"Name, N." <a@b.example>` (without the comma), encoded words for names. */
const MAILBOX = /^ *(?:(?:"[^"\\<>@,]*" *|[\w!#$%&'*+/=?^`{|}~. -]*)<[\w!#$%&'*+/=?^`{|}~.-]+@[\w.-]+>|[\w!#$%&'*+/=?^`{|}~.-]+@[\w.-]+) *$/u;
/** Null, and what shifts from one character set to another (ISO-2022): programs decode it whatever the header says, or do not. */
const SHIFTS = [0x00, 0x0e, 0x0f, 0x1b];
/** Read as lists by the second reader. */
const LISTS = new Set(["to", "cc", "bcc"]);

export function isReadOneWay(bytes: Uint8Array, head: HeaderBlock, { leaves, gaps, problems }: MimeTree): boolean {
  if (leaves.length !== 1 || gaps.length > 0 || problems.length > 0 || head.isMbox || head.strayLines.length > 0) return false;
  const [{ header, bodyStart, bodyEnd }] = leaves;
  if (header !== head || bodyEnd !== bytes.length || bodyStart !== head.bodyStart) return false;
  if (!isPlainHeader(Buffer.from(bytes.buffer, bytes.byteOffset, bodyStart))) return false;
  const once = new Map<string, string>();
  for (const { lowerName, value } of head.fields) {
    if (!lowerName.startsWith("content-") && lowerName !== "mime-version" && !LISTS.has(lowerName)) continue;
    if (once.has(lowerName)) return false;
    once.set(lowerName, value);
    if (LISTS.has(lowerName) && !value.split(",").every((one) => MAILBOX.test(one))) return false;
  }
  for (const name of once.keys()) if (name.startsWith("content-") && name !== "content-type" && name !== "content-transfer-encoding") return false;
  const type = CONTENT_TYPE.exec(once.get("content-type") ?? "text/plain");
  if (type === null || !ENCODING.test(once.get("content-transfer-encoding") ?? "7bit")) return false;
  const body = bytes.subarray(bodyStart);
  if (SHIFTS.some((byte) => body.includes(byte))) return false;
  return type.groups?.["charset"]?.toLowerCase() === "utf-8" ? isUtf8(body) : isAscii(body);
}

/** From the first byte to the blank line, both included. */
function isPlainHeader(header: Buffer): boolean {
  if (!isAscii(header)) return false;
  const lines = header.toString("latin1").split("\r\n");
  // The blank line, and what stands behind it: nothing.
  if (lines.length < 3 || lines.pop() !== "" || lines.pop() !== "") return false;
  return lines.every((line, i) => FIELD_LINE.test(line) || (i > 0 && CONTINUATION.test(line)));
}
