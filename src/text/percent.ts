/**
 * Text written as percent-encoded bytes (RFC 3986, 2.1): names and mail addresses in the query strings of server logs and links. Only what
 * is certainly text is read so: characters beyond ASCII, and the @ of a mail address.
 */
import { isUtf8 } from "node:buffer";

/** A `data:` URL is left whole: it is a file (data-urls.ts). Two or more bytes beyond ASCII; behind one of Shift_JIS may stand an ASCII letter as it is. `+` between two such runs is a space. */
const BYTES = "%[89A-Fa-f][\\dA-Fa-f]";
export const ENCODED = `data:[\\w.+-]{1,60}/[\\w.+-]{1,80}[;,][^"'<>\\s]+|${BYTES}(?:${BYTES}|%[4-7][\\dA-Fa-f]|[@-~]|\\+(?=${BYTES})|%20(?=${BYTES})){1,400}|(?<=[\\w.+-])%40(?=[\\w-]{1,63}\\.)`;
const ONLY_ENCODED = new RegExp(`^(?:${BYTES}|%20|\\+)+`, "u");
const TRACE = /%(?:[89A-Fa-f][\dA-Fa-f][%@-~]|40)/u;
const KANJI_OR_KANA = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々\u3000\uff01-\uff5e ]{2,}$/u;

/** Whether `text` may hold any of it: most texts are dismissed by this. */
export const mayBeEncoded = (text: string): boolean => text.includes("%") && TRACE.test(text);

/** What a match of `ENCODED` means, and how many of its characters that takes; undefined where it is no text. */
export function decodePercent(written: string): { readonly text: string; readonly length: number } | undefined {
  if (written === "%40") return { text: "@", length: written.length };
  // UTF-8 encodes every byte of such a character: letters behind it are letters.
  const plain = ONLY_ENCODED.exec(written)?.[0].replace(/\+$/u, "") ?? "";
  const bytes = bytesOf(plain);
  if (bytes.length > 1 && isUtf8(bytes)) return { text: bytes.toString("utf8"), length: plain.length };
  for (const [encoding, part] of [["euc-jp", plain], ["shift_jis", written]] as const) {
    const text = decoded(bytesOf(part), encoding);
    if (text !== undefined && KANJI_OR_KANA.test(text)) return { text, length: part.length };
  }
  return undefined;
}

export function bytesOf(written: string): Buffer {
  const bytes = Buffer.from(written);
  let to = 0;
  for (let at = 0; at < bytes.length; at++) {
    const value = bytes[at] === 0x25 ? Number.parseInt(bytes.toString("latin1", at + 1, at + 3), 16) : Number.NaN;
    if (Number.isNaN(value)) bytes[to++] = bytes[at] === 0x2b ? 0x20 : bytes[at];
    else {
      bytes[to++] = value;
      at += 2;
    }
  }
  return bytes.subarray(0, to);
}

/** Made once: that takes longer than most decoding. */
const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decoded(bytes: Uint8Array, encoding: "euc-jp" | "shift_jis"): string | undefined {
  let decoder = decoders.get(encoding);
  if (decoder === undefined) decoders.set(encoding, (decoder = new TextDecoder(encoding, { fatal: true })));
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
