/**
 * Bytes to text. Detection is by content (encoding/detect.ts); a label from outside is a hint. Offsets everywhere else are UTF-16
 * units of the text made here, which has no byte order mark.
 */
import { isUtf8 } from "node:buffer";
import { asBuffer, createDecoder, encodingByLabel, EUC_JP, SHIFT_JIS, UTF_8 } from "./encoding/codecs.js";
import type { Encoding } from "./encoding/codecs.js";
import { detect } from "./encoding/detect.js";

export interface Decoded {
  readonly text: string;
  /** As the WHATWG Encoding Standard names it; "utf-8" for ASCII. */
  readonly encoding: string;
  /** Something was not valid in this encoding and became U+FFFD, or the encoding itself is a guess. */
  readonly lossy: boolean;
  /** How many U+FFFD stand for what was not valid. */
  readonly replaced: number;
}

/** @param hint the label of an encoding that the container or the text declares ("Shift_JIS"); used where the bytes agree */
export function decode(bytes: Uint8Array, hint?: string): Decoded {
  const reader = openText(bytes, hint);
  let text = "";
  let replaced = 0;
  for (const chunk of reader.chunks()) {
    text += chunk.text;
    replaced += chunk.replaced;
  }
  return { text, encoding: reader.encoding, lossy: replaced > 0 || !reader.certain, replaced };
}

export interface TextReader {
  readonly encoding: string;
  /** False where the encoding is a guess. Final when all chunks have been read. */
  readonly certain: boolean;
  /** The text in pieces of some `CHUNK_BYTES`, cut at line ends where there are any and else between characters. */
  chunks(): Generator<{ readonly text: string; readonly replaced: number }>;
}

const CHUNK_BYTES = 4 * 2 ** 20;

/** For texts too long to be held at once. */
export function openText(bytes: Uint8Array, hint?: string): TextReader {
  const { encoding, markBytes, certain } = detect(bytes, hint === undefined ? undefined : encodingByLabel(hint));
  let isMixed = false;
  return {
    encoding: encoding.name,
    get certain() {
      return certain || isMixed;
    },
    *chunks() {
      for (const chunk of chunksOf(asBuffer(bytes).subarray(markBytes), encoding)) {
        isMixed ||= chunk.isMixed;
        yield chunk;
      }
    },
  };
}

/** Above this the bytes are no text in any encoding known here: random bytes take 9 and more, the densest text 7. */
const TEXT_BITS_PER_BYTE = 8;
/** Control characters and what is malformed make up at most this much of a text, damaged ones included. */
const MAX_NO_TEXT_SHARE = 0.1;
/** UTF-16 and UTF-32 give any bytes a meaning: without a mark they have to be clean. */
const MAX_NO_TEXT_SHARE_WIDE = 0.01;
const NO_TEXT = /[\x00-\x07\x0e-\x19\x1c-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff]+/gu;

export interface TextHead {
  readonly isText: boolean;
  /** The first `HEAD_BYTES` decoded, without a declared encoding. */
  readonly text: string;
}

export const HEAD_BYTES = 64 * 1024;
/** Every text extractor asks for the head of the same bytes in turn. */
const heads = new WeakMap<Uint8Array, TextHead>();

/** What the first bytes say of the whole. */
export function textHead(bytes: Uint8Array): TextHead {
  let head = heads.get(bytes);
  if (head === undefined) heads.set(bytes, (head = readHead(asBuffer(bytes).subarray(0, HEAD_BYTES))));
  return head;
}

function readHead(bytes: Buffer): TextHead {
  const { encoding, markBytes, bitsPerByte } = detect(bytes);
  let text = "";
  for (const chunk of chunksOf(bytes.subarray(markBytes), encoding)) text += chunk.text;
  const noText = text.length - text.replace(NO_TEXT, "").length;
  const most = encoding.unit > 1 && markBytes === 0 ? MAX_NO_TEXT_SHARE_WIDE : MAX_NO_TEXT_SHARE;
  return { text, isText: bytes.length === 0 || (bitsPerByte <= TEXT_BITS_PER_BYTE && noText <= text.length * most) };
}

/** Whether the bytes, judged by their head, are text in some encoding. No bytes at all are. */
export function isText(bytes: Uint8Array): boolean {
  return textHead(bytes).isText;
}

function* chunksOf(buffer: Buffer, encoding: Encoding): Generator<{ text: string; replaced: number; isMixed: boolean }> {
  const decoder = createDecoder(encoding);
  for (let start = 0; start < buffer.length; ) {
    const end = buffer.length - start <= CHUNK_BYTES ? buffer.length : cutBefore(buffer, start, start + CHUNK_BYTES, encoding);
    const chunk = buffer.subarray(start, end);
    const text = decoder(chunk);
    const replaced = countReplaced(text) - (encoding === UTF_8 && text.includes(REPLACEMENT) ? countReplacementBytes(chunk) : 0);
    const mixed = replaced > 0 && MIXABLE.includes(encoding) ? decodeMixed(chunk, encoding) : undefined;
    // Some lines being valid in another encoding explains why no single one fitted.
    yield mixed === undefined ? { text, replaced, isMixed: false } : { ...mixed, isMixed: mixed.replaced * 2 < replaced };
    start = end;
  }
}

/** Where to end a chunk: after the last line end in it, else between two characters. */
function cutBefore(buffer: Buffer, start: number, limit: number, { unit, name }: Encoding): number {
  if (unit === 1) {
    const lineEnd = buffer.lastIndexOf(0x0a, limit - 1);
    if (lineEnd >= start) return lineEnd + 1;
    // A byte below 0x30 is no trail byte in any encoding here; a continuation byte of UTF-8 is 10xxxxxx.
    const canCut = name === "utf-8" ? (byte: number) => (byte & 0xc0) !== 0x80 : (byte: number) => byte < 0x30;
    for (let at = limit; at > limit - 4096; at--) if (canCut(buffer[at])) return at;
    return limit;
  }
  const bigEndian = name.endsWith("be");
  for (let at = limit - (limit - start) % unit; at > start + unit; at -= unit) {
    const newline = bigEndian ? buffer[at - 1] === 0x0a && buffer[at - 2] === 0 : buffer[at - unit] === 0x0a && buffer[at - unit + 1] === 0;
    if (newline) return at;
  }
  const cut = limit - ((limit - start) % unit);
  const high = unit === 2 ? buffer[bigEndian ? cut - 2 : cut - 1] : 0;
  return high >= 0xd8 && high <= 0xdb ? cut - 2 : cut;
}

const REPLACEMENT = "\ufffd";

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) count++;
  return count;
}

/** U+FFFD that the author's own software had put there, as UTF-8. */
function countReplacementBytes(bytes: Buffer): number {
  const sequence = Buffer.of(0xef, 0xbf, 0xbd);
  let count = 0;
  for (let at = bytes.indexOf(sequence); at >= 0; at = bytes.indexOf(sequence, at + 3)) count++;
  return count;
}

/** Encodings that are mixed line by line in logs and in texts put together from several machines. */
const MIXABLE: readonly Encoding[] = [UTF_8, SHIFT_JIS, EUC_JP];

/** Reads each line that is malformed in the text's main encoding in the one of the others in which it is not. */
function decodeMixed(chunk: Buffer, main: Encoding): { text: string; replaced: number } {
  const mainDecoder = createDecoder(main);
  const isValid = (line: Buffer): boolean => (main === UTF_8 ? isUtf8(line) : !mainDecoder(line).includes(REPLACEMENT));
  const parts: string[] = [];
  let replaced = 0;
  let pending = 0;
  for (let start = 0; start < chunk.length; ) {
    const end = chunk.indexOf(0x0a, start) + 1 || chunk.length;
    const line = chunk.subarray(start, end);
    if (!isValid(line)) {
      if (pending < start) parts.push(mainDecoder(chunk.subarray(pending, start)));
      const { encoding } = detect(line);
      const own = MIXABLE.includes(encoding) ? createDecoder(encoding)(line) : REPLACEMENT;
      const text = own.includes(REPLACEMENT) ? mainDecoder(line) : own;
      parts.push(text);
      replaced += countReplaced(text);
      pending = end;
    }
    start = end;
  }
  if (pending < chunk.length) parts.push(mainDecoder(chunk.subarray(pending)));
  return { text: parts.join(""), replaced };
}
