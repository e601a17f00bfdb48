/** IPTC-IIM 4.2: captions, by-lines and places, as picture agencies and town halls write them. */
import { ascii, fieldText } from "./bytes.js";
import type { Picture } from "./picture.js";

const MARKER = 0x1c;
/** Record 2 (IIM 4.2, chapter 6), the fields that hold words. */
const NAMES: Readonly<Record<number, string>> = {
  5: "Object name", 7: "Edit status", 15: "Category", 20: "Supplemental category", 25: "Keywords", 26: "Content location code", 27: "Content location", 40: "Special instructions",
  55: "Date created", 65: "Originating program", 80: "By-line", 85: "By-line title", 90: "City", 92: "Sub-location", 95: "Province", 101: "Country", 103: "Transmission reference",
  105: "Headline", 110: "Credit", 115: "Source", 116: "Copyright", 118: "Contact", 120: "Caption", 121: "Local caption", 122: "Caption writer",
};
/** 2:202: a preview in the form that 2:200 names. */
const PREVIEW = 202;

export function readIptc(bytes: Uint8Array, picture: Picture): void {
  let charset: string | undefined;
  let at = 0;
  while (at + 5 <= bytes.length && bytes[at] === MARKER) {
    const [record, dataset] = [bytes[at + 1], bytes[at + 2]];
    let length = (bytes[at + 3] << 8) | bytes[at + 4];
    at += 5;
    if (length > 0x7fff) {
      // Extended: the low bits say how many bytes the length takes.
      const lengthBytes = length & 0x7fff;
      if (lengthBytes > 4 || at + lengthBytes > bytes.length) break;
      length = bytes.subarray(at, at + lengthBytes).reduce((sum, byte) => sum * 256 + byte, 0);
      at += lengthBytes;
    }
    const value = bytes.subarray(at, at + length);
    if (value.length < length) picture.unread("corrupt", "IPTC: a field is cut off");
    at += length;
    if (record === 1 && dataset === 90) charset = charsetOf(value);
    else if (record === 2 && dataset === PREVIEW) picture.block("IPTC preview", value);
    else if (value.length > 1) picture.property(`IPTC ${(record === 2 ? NAMES[dataset] : undefined) ?? `${record}:${dataset}`}`, fieldText(value, charset));
  }
  const rest = bytes.subarray(at);
  if (rest.some((byte) => byte !== 0)) picture.block("IPTC, the rest", rest);
}

/** IIM 4.2, 1:90: ISO 2022 escape sequences. Without one each field is judged by its bytes, Shift_JIS among them. */
function charsetOf(value: Uint8Array): string | undefined {
  const escapes = ascii(value, 0, value.length);
  if (escapes.includes("\u001b%G")) return "utf-8";
  return /\u001b\$[@B(]/u.test(escapes) ? "iso-2022-jp" : undefined;
}
