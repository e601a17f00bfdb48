/** A path as git keeps it, bytes without a meaning, as text that can be shown, matched and read for names. */
import { isUtf8 } from "node:buffer";

const ASCII = /^[\x00-\x7f]*$/u;

/** What repositories that are older than UTF-8 hold in Japan. */
const LEGACY = ["shift_jis", "euc-jp"] as const;

/** @param path one character for each byte */
export function pathText(path: string): string {
  if (ASCII.test(path)) return path;
  const bytes = Buffer.from(path, "latin1");
  if (isUtf8(bytes)) return bytes.toString("utf8");
  for (const encoding of LEGACY) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // what a fatal decoder throws
    }
  }
  // As no encoding knows them, the bytes are shown one by one.
  return path.replace(/[\x80-\xff]/gu, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`);
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
