/** Windows code pages by number, as old Office formats name them ([MS-UCODEREF] 2.2.1; [MS-XLS] 2.4.52). */
import { createDecoder, encodingByLabel } from "./encoding/codecs.js";
import { decode } from "./decode.js";

/** Numbers whose label the Encoding Standard does not spell "windows-" and the number. */
const LABELS: Readonly<Record<number, string>> = {
  367: "windows-1252",
  708: "iso-8859-6",
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  951: "big5",
  1200: "utf-16le",
  1201: "utf-16be",
  1361: "euc-kr",
  10000: "macintosh",
  10001: "shift_jis",
  10002: "big5",
  10003: "euc-kr",
  10007: "x-mac-cyrillic",
  10008: "gb18030",
  20127: "windows-1252",
  20866: "koi8-r",
  20932: "euc-jp",
  20936: "gb18030",
  20949: "euc-kr",
  32768: "macintosh",
  32769: "windows-1252",
  50220: "iso-2022-jp",
  50221: "iso-2022-jp",
  50222: "iso-2022-jp",
  51932: "euc-jp",
  51936: "gb18030",
  51949: "euc-kr",
  54936: "gb18030",
  65001: "utf-8",
};

const decoders = new Map<number, (bytes: Uint8Array) => string>();

/** For many texts of one code page. Where nobody knows the code page, the bytes themselves say what they are. */
export function codePageDecoder(codePage: number): (bytes: Uint8Array) => string {
  let decoder = decoders.get(codePage);
  if (decoder === undefined) decoders.set(codePage, (decoder = makeDecoder(codePage)));
  return decoder;
}

export function codePageText(bytes: Uint8Array, codePage: number): string {
  return codePageDecoder(codePage)(bytes);
}

function makeDecoder(codePage: number): (bytes: Uint8Array) => string {
  const label = LABELS[codePage] ?? (codePage >= 28591 && codePage <= 28606 ? `iso-8859-${codePage - 28590}` : `windows-${codePage}`);
  const encoding = encodingByLabel(label);
  // ISO-2022-JP has states, which end with the text.
  if (encoding?.family === "escaped") return (bytes) => createDecoder(encoding)(bytes);
  if (encoding !== undefined) return createDecoder(encoding);
  if (label !== "macintosh") return (bytes) => decode(bytes).text;
  const decoder = new TextDecoder(label);
  return (bytes) => decoder.decode(bytes);
}
