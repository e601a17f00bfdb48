/** XML's encodings: marks, the two patterns of UTF-16 without a mark, and the declaration (XML 1.0, appendix F). */
import { bufferOf } from "./zip-format.js";

const DECLARED_ENCODING = /^<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/u;

/** The encoding that a document's first bytes name; undefined for UTF-8, and for what no decoder knows, which is taken as UTF-8. */
export function foreignEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  if (first !== 0x3c || second !== 0x3f) return undefined;
  const declared = DECLARED_ENCODING.exec(bufferOf(bytes).toString("latin1", 0, 256))?.[1].toLowerCase();
  if (declared === undefined || declared === "utf-8" || declared.startsWith("utf-16")) return undefined;
  try {
    return new TextDecoder(declared).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The same document in UTF-8 without a mark; the bytes themselves where they are that already. */
export function toUtf8(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  const encoding = foreignEncoding(bytes);
  return encoding === undefined ? bytes : Buffer.from(new TextDecoder(encoding).decode(bytes));
}
