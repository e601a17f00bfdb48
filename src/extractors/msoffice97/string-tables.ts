/** Tables of strings in Word documents ([MS-DOC] 2.2.4 STTB, 2.9.351 Xst). */
import { codePageText } from "../../text/code-pages.js";

const EXTENDED = 0xffff;

/** In their order, empty ones included, so that an index still finds its string. Broken tables give fewer. */
export function readStringTable(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4) return [];
  const isWide = view.getUint16(0, true) === EXTENDED;
  const head = isWide ? 2 : 0;
  if (bytes.length < head + 4) return [];
  const count = view.getUint16(head, true);
  const extra = view.getUint16(head + 2, true);
  const strings: string[] = [];
  let at = head + 4;
  for (let i = 0; i < count && at < bytes.length; i++) {
    const length = isWide ? (at + 2 <= bytes.length ? view.getUint16(at, true) * 2 : 0) : bytes[at];
    at += isWide ? 2 : 1;
    const content = bytes.subarray(at, Math.min(bytes.length, at + length));
    strings.push(codePageText(isWide ? content.subarray(0, content.length & ~1) : content, isWide ? 1200 : 1252));
    at += length + extra;
  }
  return strings;
}

/** Strings one behind the other, each with its length. */
export function readStrings(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const strings: string[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const length = view.getUint16(at, true) * 2;
    strings.push(codePageText(bytes.subarray(at + 2, Math.min(bytes.length & ~1, at + 2 + length)), 1200));
    at += 2 + length;
  }
  return strings;
}
