/** Whether bytes are a message, by their first lines. Markdown front matter, YAML and HTTP headers have colons too. */
import { readHeaders, type HeaderBlock } from "./headers.js";
import { isKnownField } from "./fields.js";

/** Enough for any header's beginning: Received and ARC fields alone come to several KB. */
const HEAD_BYTES = 64 * 1024;
const MESSAGE_NAME = /\.(?:eml|emlx|mht|mhtml|mbox|mbx|mime)$/iu;

/** Fields that only transport or a mail program writes, in any case. */
const PROOF = new Set(["received", "message-id", "mime-version", "return-path", "dkim-signature", "x-mailer", "delivered-to", "in-reply-to", "arc-seal", "authentication-results"]);
const CORE = new Set(["from", "to", "cc", "bcc", "subject", "date", "sender", "reply-to", "resent-from", "resent-to"]);

const MBOX_SEPARATOR = /^>?From \S.*\d{2}:\d{2}/u;
const FIRST_LINE = /^(?:>?From |[!-9;-~]{1,77}[ \t]*:)/u;
const ANY_CAPITAL = /[A-Z]/u;
const FROM_ADDRESS = /@|<|=\?/u;

export function looksLikeMessage(bytes: Uint8Array, name: string): boolean {
  const start = messageStart(bytes);
  if (start >= bytes.length) return false;
  const isNamedSo = MESSAGE_NAME.test(name);
  if (!isNamedSo && !FIRST_LINE.test(Buffer.from(bytes.subarray(start, start + 100)).toString("latin1"))) return false;
  const block = readHeaders(bytes.subarray(0, start + HEAD_BYTES), start);
  const { fields, strayLines } = block;
  if (fields.length === 0) return isNamedSo && block.isMbox;
  if (isNamedSo) return block.isMbox || fields.some(({ lowerName }) => isKnownField(lowerName)) || (fields.length >= 2 && strayLines.length === 0);
  return isPlainlyMessage(block, bytes, start);
}

function isPlainlyMessage({ fields, strayLines, isMbox }: HeaderBlock, bytes: Uint8Array, start: number): boolean {
  if (strayLines.length > 0) return false;
  const names = new Set(fields.map(({ lowerName }) => lowerName));
  const known = fields.filter(({ lowerName }) => isKnownField(lowerName) || lowerName.startsWith("x-")).length;
  if (known * 2 < fields.length) return false;
  if (isMbox && !MBOX_SEPARATOR.test(Buffer.from(bytes.subarray(start, start + 200)).toString("latin1"))) return false;
  const proof = [...PROOF].filter((one) => names.has(one)).length;
  const core = [...CORE].filter((one) => names.has(one)).length;
  const type = fields.find(({ lowerName }) => lowerName === "content-type")?.value ?? "";
  if (names.has("mime-version") && names.has("content-type")) return true;
  if (/^\s*multipart\/[a-z-]+\s*;[^]*boundary/iu.test(type)) return true;
  if (proof > 0) return proof + core >= 2;
  if (isMbox) return core >= 2;
  // Nothing but names that a YAML file or a form may hold as well: they must be written as mail writes them and hold an address.
  const from = fields.find(({ lowerName }) => lowerName === "from" || lowerName === "sender");
  return core >= 3 && from !== undefined && ANY_CAPITAL.test(from.name) && FROM_ADDRESS.test(from.value) && (names.has("to") || names.has("cc") || names.has("bcc") || names.has("date"));
}

/** Past a byte order mark and blank lines, which some exports put first, and the byte count of Apple Mail's emlx files. */
export function messageStart(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length && (bytes[at] === 0x0a || bytes[at] === 0x0d)) at++;
  const count = BYTE_COUNT.exec(Buffer.from(bytes.subarray(at, at + 20)).toString("latin1"));
  return at + (count?.[0].length ?? 0);
}

const BYTE_COUNT = /^\d{1,10} *\n/u;
