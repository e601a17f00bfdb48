/** Characters that plain text and source code write as numbers: \u5c71 (JSON, JavaScript, Java), \u{5c71} and &#x5c71; (Markdown). */
import { createMappedText, type MappedText } from "./mapped.js";

const ESCAPE = /\\u([\dA-Fa-f]{4})|\\u\{([\dA-Fa-f]{1,6})\}|&#(\d{1,7});|&#[xX]([\dA-Fa-f]{1,6});/gu;

/** `text` with its numbered characters in their place; undefined where it has none. Control characters stay as they are written. */
export function decodeEscapes(text: string): MappedText | undefined {
  if (!text.includes("\\u") && !text.includes("&#")) return undefined;
  const out = createMappedText(text);
  let done = 0;
  for (const match of text.matchAll(ESCAPE)) {
    const [written, four, braced, decimal, hex] = match;
    const code = decimal === undefined ? Number.parseInt(four ?? braced ?? hex, 16) : Number(decimal);
    if (code < 0x20 || code > 0x10ffff) continue;
    out.copy(done, match.index);
    out.replace(code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code), match.index, match.index + written.length);
    done = match.index + written.length;
  }
  if (done === 0) return undefined;
  out.copy(done, text.length);
  return out.finish();
}
