/** Text strings (ISO 32000-1, 7.9.2.2). */
import { isBytes, NotPlain, type Value } from "./lexer.js";

/** PDFDocEncoding's printable part is Latin-1; marks say UTF-16BE or UTF-8. Undefined where the value is no string. */
export function textString(value: Value): string | undefined {
  if (!isBytes(value)) return undefined;
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString("utf8", 3);
  for (const byte of bytes) if (byte > 0x17 && byte < 0x20) throw new NotPlain("a diacritic of PDFDocEncoding");
  for (const byte of bytes) if (byte >= 0x80 && byte <= 0xa0) throw new NotPlain("a special character of PDFDocEncoding");
  return bytes.toString("latin1");
}
