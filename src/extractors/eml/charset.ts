/**
 * Bytes under a charset label, as mail has them. The label is believed only as long as the bytes bear it out: "us-ascii" over
 * Shift_JIS and "iso-2022-jp" over UTF-8 are common, and a body read under the wrong label hides what it says.
 */
import { isAscii, isUtf8 } from "node:buffer";
import { decode } from "../../text/decode.js";
import { createDecoder, encodingByLabel, ISO_2022_JP, WINDOWS_1252 } from "../../text/encoding/codecs.js";
import { unitsOf } from "../../text/normalize.js";
import { decodeShifted, SHIFTED } from "./shifted.js";
import { decodeUtf7 } from "./utf7.js";

/** Labels seen in mail that neither the WHATWG Encoding Standard (section 4.2) nor text/encoding lists, with what they mean. */
const ALIASES: Readonly<Record<string, string>> = {
  "iso-2022-jp-3": "iso-2022-jp",
  "iso-2022-jp-2004": "iso-2022-jp",
  iso2022jp: "iso-2022-jp",
  cp50222: "iso-2022-jp",
  "shift_jis-2004": "shift_jis",
  shift_jisx0213: "shift_jis",
  "x-mac-japanese": "shift_jis",
  ujis: "euc-jp",
  cp936: "gbk",
  cp949: "euc-kr",
  cp950: "big5",
  cp1252: "windows-1252",
  cp65001: "utf-8",
  utf8mb4: "utf-8",
  "utf-8-mac": "utf-8",
};

/** Labels that say nothing beyond "bytes". */
const MEANINGLESS = new Set(["", "us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us", "7bit", "8bit", "binary", "unknown-8bit", "x-unknown", "unknown", "default", "none"]);
const UTF7 = new Set(["utf-7", "utf7", "unicode-1-1-utf-7", "csunicode11utf7", "x-imap4-modified-utf7"]);

export const isUtf7 = (label: string | undefined): boolean => UTF7.has(canonicalLabel(label));

const ANYTHING_GOES = /^(?:utf-?(?:16|32)(?:le|be)?|koi8-[a-z]+|iso-8859-\d+(?:-[ei])?|windows-125\d|cp125\d|macintosh|x-mac-[a-z]+|ibm866|tis-620)$/u;

const ESCAPE = 0x1b;

export interface DecodedText {
  readonly text: string;
  /** The label names an encoding that nothing here can read; `text` is a guess. */
  readonly unknownLabel?: true;
}

/** @param label as written in a header, in any case, quoted or not; a language suffix (RFC 2231 section 5) is dropped */
export function decodeText(bytes: Uint8Array, label: string | undefined): DecodedText {
  const wanted = canonicalLabel(label);
  // Bytes that UTF-7 cannot have are text all the same, and what is shifted between them is, too.
  if (UTF7.has(wanted)) return { text: decodeUtf7(isAscii(bytes) ? bytes : unitsOf(decodeUnlabelled(bytes))) };
  if (MEANINGLESS.has(wanted)) return { text: decodeUnlabelled(bytes) };
  if (wanted === "iso-2022-jp") return { text: decodeJis(bytes) };
  // Valid UTF-8 beyond ASCII is no other text by chance, and these labels give any bytes a meaning.
  if (ANYTHING_GOES.test(wanted) && isUtf8(bytes) && !isAscii(bytes) && !bytes.includes(0)) return { text: decode(bytes).text };
  if (wanted === "utf-16" && !hasUtf16Mark(bytes)) return { text: decode(bytes, "utf-16be").text };
  if (SHIFTED.has(wanted) && isAscii(bytes)) {
    const shifted = decodeShifted(bytes, wanted);
    return shifted === undefined ? { text: decode(bytes).text, unknownLabel: true } : { text: shifted };
  }
  const decoder = decoderFor(wanted);
  const plain = isAscii(bytes) && !bytes.includes(0);
  if (decoder === undefined) return { text: decode(bytes).text, ...(!plain && { unknownLabel: true }) };
  // Escape sequences under a label that has none: the label is a default that nobody set.
  if (plain && bytes.includes(ESCAPE)) return { text: decodeUnlabelled(bytes) };
  // What a Latin label says is often only what the mailer says of everything.
  if (!plain && encodingByLabel(wanted) === WINDOWS_1252) return { text: decode(bytes, wanted).text };
  const japanese = plain || JAPANESE.test(wanted) ? undefined : japaneseAfterAll(bytes, wanted);
  if (japanese !== undefined) return { text: japanese };
  const text = decoder(bytes);
  if (!text.includes(REPLACEMENT) || plain) return { text };
  const guess = decode(bytes, wanted);
  return { text: guess.replaced < count(text) ? guess.text : text };
}

const JAPANESE = /^(?:shift_?-?jis|sjis|euc-jp|cp932|windows-31j|utf-)/u;
/** So many bytes beyond ASCII tell one language from another. */
const ENOUGH_TO_JUDGE = 60;

/** Neither "<" nor ">" is part of a longer character anywhere. */
const TAGS = /<[^<>]{0,2000}>/gu;

/** Most bytes mean something in Chinese, Korean and Cyrillic encodings. What makes good Japanese, and poor text of theirs, was labelled by a default. */
function japaneseAfterAll(bytes: Uint8Array, label: string): string | undefined {
  let beyond = 0;
  for (let i = 0; i < bytes.length && beyond < ENOUGH_TO_JUDGE; i++) if (bytes[i] >= 0x80) beyond++;
  if (beyond < ENOUGH_TO_JUDGE) return undefined;
  // Markup is the same in all of them, and would outweigh the text.
  const said = Buffer.from(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1").replace(TAGS, ""), "latin1");
  const { encoding, lossy } = decode(said, label);
  return !lossy && (encoding === "shift_jis" || encoding === "euc-jp") ? decode(bytes, encoding).text : undefined;
}

export function hasUtf16Mark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Text that nobody labelled: ASCII, ISO-2022-JP by its escapes, else what the bytes look most like. */
export function decodeUnlabelled(bytes: Uint8Array): string {
  return isAscii(bytes) && bytes.includes(ESCAPE) ? decodeJis(bytes) : decode(bytes).text;
}

let platformJis: InstanceType<typeof TextDecoder> | undefined;

/**
 * The platform's decoder is quick to call, which counts for hundreds of encoded words; it refuses what vendors added and what
 * was cut, and the other one reads that.
 */
function decodeJis(bytes: Uint8Array): string {
  platformJis ??= new TextDecoder("iso-2022-jp", { fatal: true });
  try {
    return platformJis.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  const text = createDecoder(ISO_2022_JP)(bytes);
  if (!text.includes(REPLACEMENT) || isAscii(bytes)) return text;
  const guess = decode(bytes);
  return guess.replaced < count(text) ? guess.text : text;
}

type Decoder = (bytes: Uint8Array) => string;
const decoders = new Map<string, Decoder | undefined>();
const REMEMBERED_LABELS = 200;

function decoderFor(label: string): Decoder | undefined {
  if (decoders.has(label)) return decoders.get(label);
  const made = makeDecoder(label);
  // A message may name any number of charsets that do not exist.
  if (decoders.size < REMEMBERED_LABELS) decoders.set(label, made);
  return made;
}

function makeDecoder(label: string): Decoder | undefined {
  if (label === "utf-16") return (bytes) => new TextDecoder(bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-16le").decode(bytes);
  const known = encodingByLabel(label);
  if (known !== undefined) {
    const decoder = createDecoder(known);
    return (bytes) => withoutMark(decoder(bytes));
  }
  try {
    const decoder = new TextDecoder(label);
    return (bytes) => decoder.decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const REPLACEMENT = "\ufffd";

function count(text: string): number {
  let found = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) found++;
  return found;
}

function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

const DECORATION = /["'\s]|\*.*$/gsu;

function canonicalLabel(label: string | undefined): string {
  if (label === undefined) return "";
  const plain = label.replace(DECORATION, "").toLowerCase();
  return Object.hasOwn(ALIASES, plain) ? ALIASES[plain] : plain;
}
