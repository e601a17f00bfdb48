/** Writes data in Brotli (RFC 7932), as small as it gets: it is written once and read often. */
import { writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

/** @returns how many bytes the file has */
export function writeBrotli(file: string, content: Uint8Array): number {
  const bytes = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });
  writeFileSync(file, bytes);
  return bytes.length;
}
