/** XML's encodings: marks, the two patterns of UTF-16 without a mark, and the declaration (XML 1.0, appendix F). */
import { bufferOf } from "./zip-format.js";

const DECLARED_ENCODING = /^<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/u;

/** The same document in UTF-8 without a mark; the bytes themselves where they are that already. */
export function toUtf8(bytes: Uint8Array): Uint8Array {
  if (bytes.length < 2) return bytes;
  const [first, second] = bytes;
  if (first === 0xef && second === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return recode(bytes, "utf-16le");
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return recode(bytes, "utf-16be");
  if (first !== 0x3c || second !== 0x3f) return bytes;
  const declared = DECLARED_ENCODING.exec(bufferOf(bytes).toString("latin1", 0, 256))?.[1].toLowerCase();
  if (declared === undefined || declared === "utf-8" || declared.startsWith("utf-16")) return bytes;
  try {
    return recode(bytes, declared);
  } catch (error) {
    // An encoding that nobody knows: the ASCII in it, and UTF-8 by chance, are still to be had.
    if (error instanceof RangeError) return bytes;
    throw error;
  }
}

function recode(bytes: Uint8Array, encoding: string): Uint8Array {
  return Buffer.from(new TextDecoder(encoding).decode(bytes));
}
