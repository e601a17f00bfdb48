/** Characters that texts write as numbers: \u5c71 (JSON, JavaScript, Java), \u{5c71} and &#x5c71; (Markdown), %E5%B1%B1 (links, logs). */
import { createMappedText, type MappedText, type MappedTextBuilder } from "./mapped.js";
import { decodePercent, ENCODED, mayBeEncoded } from "./percent.js";

const ESCAPE = /\\u([\dA-Fa-f]{4})|\\u\{([\dA-Fa-f]{1,6})\}|&#(\d{1,7});|&#[xX]([\dA-Fa-f]{1,6});/gu;
/** The same and percent-encoded bytes; built when a text has any. */
let escapeOrPercent: RegExp | undefined;

/** `text` with its numbered characters in their place; undefined where it has none. Control characters stay as they are written. */
export function decodeEscapes(text: string): MappedText | undefined {
  if (!text.includes("\\u") && !text.includes("&#") && !mayBeEncoded(text)) return undefined;
  const out = createMappedText(text);
  copyDecoded(out, text, 0, text.length);
  return out.finish();
}

/** Appends `source` from `start` to `end` to a text made of it, its numbered characters in their place. */
export function copyDecoded(out: MappedTextBuilder, source: string, start: number, end: number): void {
  let done = start;
  const stretch = source.slice(start, end);
  const pattern = mayBeEncoded(stretch) ? (escapeOrPercent ??= new RegExp(`${ESCAPE.source}|(?:${ENCODED})`, "gu")) : ESCAPE;
  for (const match of stretch.matchAll(pattern)) {
    const at = start + match.index;
    if (match[0].startsWith("data:")) continue;
    if (match[0].startsWith("%")) {
      const percent = decodePercent(match[0]);
      if (percent === undefined) continue;
      out.copy(done, at);
      out.replace(percent.text, at, at + percent.length);
      done = at + percent.length;
      continue;
    }
    const [written, four, braced, decimal, hex] = match;
    const code = decimal === undefined ? Number.parseInt(four ?? braced ?? hex, 16) : Number(decimal);
    if (code < 0x20 || code > 0x10ffff) continue;
    out.copy(done, at);
    // Two escapes may make one character between them: halves of a surrogate pair stay halves.
    out.replace(code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code), at, at + written.length);
    done = at + written.length;
  }
  out.copy(done, end);
}
