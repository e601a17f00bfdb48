/** Rich Text as Outlook keeps it: LZFu ([MS-OXRTFCP]), a ring of 4,096 bytes that begins with the commonest words of RTF. */
import type { Budget } from "../../contract.js";
import { Unreadable } from "../../errors.js";

const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const HEADER_BYTES = 16;
const RING_BYTES = 4096;
/** [MS-OXRTFCP] 2.1.2.1 */
const DICTIONARY =
  "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

/** What could be had of it, and whether that is all. @throws Unreadable ("limit") */
export function decompressRtf(bytes: Uint8Array, budget: Budget): { rtf: Uint8Array; isWhole: boolean } {
  if (bytes.length < HEADER_BYTES) return { rtf: new Uint8Array(0), isWhole: false };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [rawSize, kind] = [view.getUint32(4, true), view.getUint32(8, true)];
  if (kind === UNCOMPRESSED) {
    const rtf = bytes.subarray(HEADER_BYTES, HEADER_BYTES + rawSize);
    return { rtf, isWhole: rtf.length === rawSize };
  }
  if (kind !== COMPRESSED) return { rtf: new Uint8Array(0), isWhole: false };
  // A reference of two bytes stands for at most 17: no size is believed that the bytes cannot reach.
  const most = Math.min(rawSize, (bytes.length - HEADER_BYTES) * 9);
  if (most > budget.remainingBytes) throw new Unreadable("limit", "expandedBytes: the message's text is longer than what is left of the limit");
  budget.expand(most, bytes.length);
  const rtf = new Uint8Array(most);
  const ring = new Uint8Array(RING_BYTES).fill(0x20);
  ring.set(Buffer.from(DICTIONARY, "latin1"));
  let write = DICTIONARY.length;
  let length = 0;
  let at = HEADER_BYTES;
  const put = (byte: number): void => {
    if (length < most) rtf[length++] = byte;
    ring[write] = byte;
    write = (write + 1) % RING_BYTES;
  };
  while (at < bytes.length && length < most) {
    const control = bytes[at++];
    for (let bit = 0; bit < 8 && at < bytes.length && length < most; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at++]);
        continue;
      }
      if (at + 1 >= bytes.length) return { rtf: rtf.subarray(0, length), isWhole: false };
      const reference = (bytes[at] << 8) | bytes[at + 1];
      at += 2;
      const from = reference >> 4;
      // A reference to where the next byte will be written ends the text.
      if (from === write) return { rtf: rtf.subarray(0, length), isWhole: length === rawSize };
      for (let i = 0; i < (reference & 15) + 2; i++) put(ring[(from + i) % RING_BYTES]);
    }
  }
  return { rtf: rtf.subarray(0, length), isWhole: length === rawSize };
}
