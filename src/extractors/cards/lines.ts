/** Content lines, of which vCards and calendars are made (RFC 6350 3.3, RFC 5545 3.1; vCard 2.1 section 2). */
import { decode } from "../../text/decode.js";

export interface ContentLine {
  /** Upper case, without a group ("ITEM1.TEL" is TEL). */
  readonly name: string;
  /** Upper-case name -> value; a bare word of vCard 2.1 ("TEL;HOME") has itself as its name and an empty value. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Decoded, escapes still in it; "" where it is a file. */
  readonly value: string;
  /** A value in base64 that is no text. */
  readonly file?: Uint8Array;
  /** In the source, half-open. */
  readonly start: number;
  readonly end: number;
}

const LINE = /[^\r\n]*(?:\r\n|\n|\r|$)/uy;

/** Lines unfolded, each with its place in the source. Linear. @param tick called every thousand lines */
export function* contentLines(source: string, tick: () => void): Generator<ContentLine | { readonly text: string; readonly start: number; readonly end: number }> {
  let at = 0;
  let count = 0;
  const next = (): string => {
    LINE.lastIndex = at;
    const line = LINE.exec(source)?.[0] ?? "";
    at += line.length;
    return line.replace(/[\r\n]+$/u, "");
  };
  while (at < source.length) {
    if (++count % 1000 === 0) tick();
    const start = at;
    const pieces = [next()];
    const isQuoted = QUOTED_PRINTABLE.test(pieces[0]);
    for (;;) {
      // A line that begins with white space goes on with the one before; in quoted-printable, "=" at its end says so.
      const isFolded = source.charCodeAt(at) === 0x20 || source.charCodeAt(at) === 0x09;
      const isSoft = isQuoted && pieces[pieces.length - 1].endsWith("=") && at < source.length;
      if (!isFolded && !isSoft) break;
      if (isSoft) pieces[pieces.length - 1] = pieces[pieces.length - 1].slice(0, -1);
      const piece = next();
      pieces.push(isFolded ? piece.slice(1) : piece);
    }
    const text = pieces.join("");
    const line = parseLine(text, start, at);
    if (line !== undefined) yield line;
    else if (text.trim() !== "") yield { text, start, end: at };
  }
}

const QUOTED_PRINTABLE = /^[^:]{0,500};(?:ENCODING=)?QUOTED-PRINTABLE(?:[;:]|$)/iu;
const NAME = /^(?:[\w-]{1,60}\.)?([A-Za-z][\w-]{0,60})(?=[;:])/u;
const PARAMETER = /;([\w-]{1,60})(?:=("[^"]*"|[^";:,]*)((?:,(?:"[^"]*"|[^";:,]*))*))?/uy;

function parseLine(text: string, start: number, end: number): ContentLine | undefined {
  const head = NAME.exec(text);
  if (head === null) return undefined;
  let at = head[0].length;
  const parameters = new Map<string, string>();
  while (text.charAt(at) === ";") {
    PARAMETER.lastIndex = at;
    const match = PARAMETER.exec(text);
    if (match === null) return undefined;
    const [whole, key, first = "", more = ""] = match;
    const upper = key.toUpperCase();
    parameters.set(upper, [...(parameters.has(upper) ? [parameters.get(upper)] : []), (first + more).replaceAll('"', "")].join(","));
    at += whole.length;
  }
  if (text.charAt(at) !== ":") return undefined;
  const line = { name: head[1].toUpperCase(), parameters, start, end };
  return { ...line, ...valueOf(text.slice(at + 1), parameters) };
}

function valueOf(raw: string, parameters: ReadonlyMap<string, string>): { value: string; file?: Uint8Array } {
  const encoding = (parameters.get("ENCODING") ?? (parameters.has("QUOTED-PRINTABLE") ? "QUOTED-PRINTABLE" : parameters.has("BASE64") ? "BASE64" : "")).toUpperCase();
  const charset = parameters.get("CHARSET");
  if (encoding === "QUOTED-PRINTABLE") return { value: decode(quotedPrintable(raw), charset).text };
  const inline = /^data:[^,]{0,200};base64,/iu.exec(raw);
  if (encoding !== "B" && encoding !== "BASE64" && inline === null) return { value: raw };
  const bytes = Buffer.from(raw.slice(inline?.[0].length ?? 0), "base64");
  return /^(?:text\/|$)/iu.test(parameters.get("FMTTYPE") ?? "image/") ? { value: decode(bytes, charset).text } : { value: "", file: bytes };
}

function quotedPrintable(text: string): Uint8Array {
  const bytes = Buffer.from(text.replaceAll(/=(?![\dA-Fa-f]{2})/gu, ""));
  const out = Buffer.alloc(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 0x3d) out[length++] = bytes[i];
    else {
      out[length++] = Number.parseInt(bytes.toString("latin1", i + 1, i + 3), 16);
      i += 2;
    }
  }
  return out.subarray(0, length);
}

/** "\n", "\,", "\;" and "\\" (RFC 6350 3.4). */
export function unescaped(value: string): string {
  return value.replaceAll(/\\([nN,;\\:])/gu, (_whole, one: string) => (one === "n" || one === "N" ? "\n" : one));
}

/** The components of a structured value: what stands between semicolons that are not escaped. */
export function components(value: string): string[] {
  const parts: string[] = [""];
  for (let i = 0; i < value.length; i++) {
    if (value.charAt(i) === "\\") parts[parts.length - 1] += value.slice(i, ++i + 1);
    else if (value.charAt(i) === ";") parts.push("");
    else parts[parts.length - 1] += value.charAt(i);
  }
  return parts.map((part) => unescaped(part).trim());
}
