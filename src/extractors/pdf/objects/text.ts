/** Text of PDF strings that nobody promised to be text (ISO 32000-1, 7.9.2.2): marks, UTF-8, Shift_JIS, PDFDocEncoding, certificates. */
import { printableRuns } from "../../../bytes/printable-runs.js";
import { derStrings } from "./der.js";

/** PDFDocEncoding where it is not Latin-1 (annex D.2), from 0x18 and from 0x80. */
const FROM_18 = "˘ˇˆ˙˝˛˚˜";
const FROM_80 = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€";
/** Language codes of UTF-16 text, between two escapes (7.9.2.2). */
const LANGUAGE = /\u001b[A-Za-z-]{2,12}\u001b/gu;
const SHORTEST_RUN = 8;

export function looseText(bytes: Uint8Array): string {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (b[0] === 0xfe && b[1] === 0xff) return new TextDecoder("utf-16be").decode(b.subarray(2)).replace(LANGUAGE, "");
  if (b[0] === 0xff && b[1] === 0xfe) return b.toString("utf16le", 2).replace(LANGUAGE, "");
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return b.toString("utf8", 3);
  let high = 0;
  let controls = 0;
  for (const byte of b) {
    if (byte >= 0x80) high++;
    else if (byte < 0x18 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
  }
  if (controls > 0) return b[0] === 0x30 ? derStrings(bytes).join("\n") : b.length >= SHORTEST_RUN ? printableRuns(bytes) : "";
  if (high === 0) return b.toString("latin1");
  const utf8 = b.toString("utf8");
  if (!utf8.includes("\ufffd")) return utf8;
  if (high >= 4) {
    const japanese = shiftJis(b);
    if (japanese !== undefined) return japanese;
  }
  // Mostly high bytes and neither: a hash, a key.
  if (high * 2 > b.length && b.length >= SHORTEST_RUN) return printableRuns(bytes);
  return Array.from(b, (byte) => (byte >= 0x18 && byte < 0x20 ? FROM_18[byte - 0x18] : byte >= 0x80 && byte <= 0xa0 ? FROM_80[byte - 0x80] : String.fromCharCode(byte))).join("");
}

/** What Japanese programs write where the standard wants another encoding; undefined where it makes no Japanese. */
function shiftJis(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("shift_jis", { fatal: true }).decode(bytes);
    return /[\u3041-\u30ff\u4e00-\u9fff]{2}/u.test(text) ? text : undefined;
  } catch {
    return undefined; // not Shift_JIS
  }
}
