/** SMTP replies: the next hop's, which are passed on as they came, and our own. */
import type { Wire } from "./wire.js";

export interface Reply {
  readonly code: number;
  /** All its lines, each with CRLF: what the client is given. */
  readonly bytes: Buffer;
}

/** What the next hop says is no SMTP reply. */
export class NotAReply extends Error {
  override readonly name = "NotAReply";
}

/** Far above any reply there is; EHLO's have some twenty lines. */
const MAX_REPLY_BYTES = 64 * 1024;
const LINE = /^(?<code>[2-5]\d\d)(?:(?<more>-)|[ ]|$)[^\0\r\n]*$/u;

/**
 * The next reply.
 * @throws WireError, NotAReply
 */
export async function readReply(wire: Wire, timeoutMs: number): Promise<Reply | undefined> {
  const deadline = Date.now() + timeoutMs;
  let text = "";
  let from = 0;
  let code: string | undefined;
  let lines = "";
  for (;;) {
    let end = text.indexOf("\n", from);
    while (end >= 0) {
      // Some servers end lines with LF alone. Clients are given CRLF.
      const line = text.slice(from, text[end - 1] === "\r" && end > from ? end - 1 : end);
      const match = LINE.exec(line);
      const said = match?.groups?.["code"];
      if (said === undefined || (code !== undefined && said !== code)) throw new NotAReply("the next hop's answer is no SMTP reply");
      code = said;
      lines += `${line}\r\n`;
      from = end + 1;
      if (match?.groups?.["more"] === undefined) {
        wire.unread(Buffer.from(text.slice(from), "latin1"));
        return { code: Number(code), bytes: Buffer.from(lines, "latin1") };
      }
      end = text.indexOf("\n", from);
    }
    const chunk = await wire.read(Math.max(1, deadline - Date.now()));
    if (chunk === undefined) return undefined;
    text += chunk.toString("latin1");
    if (text.length > MAX_REPLY_BYTES) throw new NotAReply("the next hop's answer is too long for an SMTP reply");
  }
}

export const isPositive = ({ code }: Reply): boolean => code >= 200 && code < 300;
export const isNegative = ({ code }: Reply): boolean => code >= 400;

/** RFC 5321, 4.5.3.1.5: a reply line has at most 512 octets, its CRLF included. */
const MAX_LINE_BYTES = 512;

/**
 * A reply of our own, of one line.
 * @param status RFC 3463
 * @param isUtf8 the client asked for SMTPUTF8: without it replies are ASCII (RFC 6531, 3.5)
 */
export function ownReply(code: number, status: string, text: string, isUtf8 = false): Reply {
  const printable = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  const shown = isUtf8 ? printable : printable.replace(/[^\x20-\x7e]+/gu, "?");
  const head = `${code} ${status === "" ? "" : `${status} `}`;
  return { code, bytes: Buffer.from(`${head}${cut(shown, MAX_LINE_BYTES - 2 - head.length)}\r\n`) };
}

/** At most so many bytes of UTF-8, and no half characters. */
function cut(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  let out = "";
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    out += character;
  }
  return out;
}
