/** A path as git keeps it, bytes without a meaning, as text that can be shown, matched and read for names. */
import { isUtf8 } from "node:buffer";

/** What repositories that are older than UTF-8 hold in Japan. */
const LEGACY = ["shift_jis", "euc-jp"] as const;

export function pathText(path: Buffer): string {
  if (isUtf8(path)) return path.toString("utf8");
  for (const encoding of LEGACY) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(path);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // what a fatal decoder throws
    }
  }
  // As no encoding knows them, the bytes are shown one by one.
  return path.toString("latin1").replace(/[\x80-\xff]/gu, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`);
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
