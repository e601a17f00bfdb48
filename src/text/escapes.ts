/** Characters that plain text and source code write as numbers: \u5c71 (JSON, JavaScript, Java), \u{5c71} and &#x5c71; (Markdown). */
import { createMappedText, type MappedText, type MappedTextBuilder } from "./mapped.js";

const ESCAPE = /\\u([\dA-Fa-f]{4})|\\u\{([\dA-Fa-f]{1,6})\}|&#(\d{1,7});|&#[xX]([\dA-Fa-f]{1,6});/gu;

/** `text` with its numbered characters in their place; undefined where it has none. Control characters stay as they are written. */
export function decodeEscapes(text: string): MappedText | undefined {
  if (!text.includes("\\u") && !text.includes("&#")) return undefined;
  const out = createMappedText(text);
  copyDecoded(out, text, 0, text.length);
  return out.finish();
}

/** Appends `source` from `start` to `end` to a text made of it, its numbered characters in their place. */
export function copyDecoded(out: MappedTextBuilder, source: string, start: number, end: number): void {
  let done = start;
  for (const match of source.slice(start, end).matchAll(ESCAPE)) {
    const [written, four, braced, decimal, hex] = match;
    const code = decimal === undefined ? Number.parseInt(four ?? braced ?? hex, 16) : Number(decimal);
    if (code < 0x20 || code > 0x10ffff) continue;
    const at = start + match.index;
    out.copy(done, at);
    // Two escapes may make one character between them: halves of a surrogate pair stay halves.
    out.replace(code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code), at, at + written.length);
    done = at + written.length;
  }
  out.copy(done, end);
}
