/** Japanese postal codes: which of the ten million seven-digit numbers Japan Post has allocated. */
import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

let allocation: Uint8Array | undefined;

/**
 * Whether Japan Post's list (scripts/data/postal-codes.ts) has this number. Large receivers' own codes are not in it.
 * @param code 0 to 9,999,999
 */
export function isAllocatedPostalCode(code: number): boolean {
  allocation ??= brotliDecompressSync(readFileSync(new URL("./data/postal-codes.bin", import.meta.url)));
  return (allocation[code >> 3] & (1 << (code & 7))) !== 0;
}

const digitAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at) - 0x30;
  return code >= 0 && code <= 9 ? code : -1;
};

/**
 * Reads "123-4567" or "1234567" at an offset; digits beside it are the caller's business.
 * @returns the code as a number and where it ends
 */
export function readPostalCode(text: string, at: number): { code: number; end: number; hyphenated: boolean } | undefined {
  let code = 0;
  let i = at;
  let hyphenated = false;
  for (let digits = 0; digits < 7; digits++, i++) {
    if (digits === 3 && text.charCodeAt(i) === 0x2d) {
      hyphenated = true;
      i++;
    }
    const digit = digitAt(text, i);
    if (digit < 0) return undefined;
    code = code * 10 + digit;
  }
  return { code, end: i, hyphenated };
}

/**
 * How sure it is that a whole cell is a Japanese postal code: normalised and trimmed, "123-4567", "1234567" or "〒123-4567".
 * One random number in eighty-five is allocated.
 */
export function judgePostalCode(value: string): number {
  const marked = value.charCodeAt(0) === 0x3012;
  if (value.length < 7 || value.length > (marked ? 12 : 8)) return 0;
  let start = marked ? 1 : 0;
  while (marked && value.charCodeAt(start) === 0x20) start++;
  const read = readPostalCode(value, start);
  if (read?.end !== value.length) return 0;
  const allocated = isAllocatedPostalCode(read.code);
  if (marked) return allocated ? 0.99 : 0.85;
  if (read.hyphenated) return allocated ? 0.95 : 0.2;
  return allocated ? 0.5 : 0.02;
}
