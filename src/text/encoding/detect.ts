/**
 * Which encoding bytes are in, judged by the bytes: marks, validity, escape sequences, and for the rest by which reading makes the
 * likeliest text (likelihood.ts). Japanese readings are tried first and others only where those are poor.
 */
import { isAscii, isUtf8 } from "node:buffer";
import {
  asBuffer, createDecoder, EUC_JP, ISO_2022_JP, OTHER_EAST_ASIAN, SHIFT_JIS, SINGLE_BYTE, UTF_16BE, UTF_16LE, UTF_32BE, UTF_32LE, UTF_8,
} from "./codecs.js";
import type { Encoding } from "./codecs.js";
import { hasJapaneseEscape } from "./iso-2022-jp.js";
import { costInBits } from "./likelihood.js";

export interface Detection {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark. */
  readonly markBytes: number;
  /** False where another reading is about as likely: the text may be wrong. */
  readonly certain: boolean;
  /** Bits that the likeliest language model takes for each byte: below 8 for text, above it for what only looks like text. */
  readonly bitsPerByte: number;
}

const SAMPLE_BYTES = 16 * 1024;
/** A large file is looked at from as many places, and in pieces of so many bytes around what is not ASCII. */
const WINDOWS = 4;
const PIECE_BYTES = 256;
/** In its own encoding a Japanese character takes about 11 bits; in wrong ones 15 and more. */
const GOOD_BITS_PER_CHARACTER = 12.5;
/** A reading in another language must be this much shorter than the Japanese one, ASCII left out. */
const FOREIGN_ADVANTAGE = 0.93;
const ASCII_BITS = 6;
/** Where all that is not ASCII are well-formed runs of half-width kana (the bank transfer formats): so many bits more. */
const HALF_KANA_ADVANTAGE_BITS = 20;
const MIXED_LINES = 40;
const NO_CHARACTER_BITS = 24;
/** UTF-8 is not come by by chance: with up to this share of it malformed it is UTF-8 with something broken in it. */
const MAX_BROKEN_UTF_8 = 0.25;
/** A declared encoding is believed up to this much above the likeliest one. */
const HINT_TOLERANCE = 1.1;
/** Two readings less than this many bits apart are equally likely. */
const TIE_BITS = 4;

const MARKS: readonly (readonly [bytes: readonly number[], encoding: Encoding])[] = [
  [[0xff, 0xfe, 0x00, 0x00], UTF_32LE],
  [[0x00, 0x00, 0xfe, 0xff], UTF_32BE],
  [[0xef, 0xbb, 0xbf], UTF_8],
  [[0xff, 0xfe], UTF_16LE],
  [[0xfe, 0xff], UTF_16BE],
];

/** @param hint the encoding the container or the text itself declares; used where the bytes agree */
export function detect(bytes: Uint8Array, hint?: Encoding): Detection {
  const buffer = asBuffer(bytes);
  const mark = MARKS.find(([sequence]) => sequence.length <= buffer.length && sequence.every((byte, i) => buffer[i] === byte));
  if (mark !== undefined) return measured(mark[1], buffer, mark[0].length);
  const head = buffer.subarray(0, SAMPLE_BYTES);
  if (hasJapaneseEscape(buffer) && highBytes(head) * 20 < head.length) return measured(ISO_2022_JP, buffer);
  if (head.includes(0)) return best(head, [UTF_8, UTF_16LE, UTF_16BE, UTF_32LE, UTF_32BE], hint);
  if (isAscii(buffer)) return measured(UTF_8, buffer);
  const sample = sampleOf(buffer);
  // Three-byte sequences do not come about by chance; a few two-byte ones do (half-width kana in Shift_JIS).
  if (isUtf8(buffer) && (sample.some((byte) => byte >= 0xe1 && byte <= 0xef) || highBytes(sample) > 64)) return measured(UTF_8, buffer);
  if ((hint === undefined || hint === UTF_8) && isUtf8(buffer) && hasOnlyLoneLatin(sample)) return measured(UTF_8, buffer);
  return judge(sample, buffer.length <= SAMPLE_BYTES, hint);
}

/**
 * ¥1,500, © 2024, 5 °C, café: marks and letters of Latin-1, each by itself. The same bytes are a kanji in EUC-JP, but Japanese text has
 * hardly ever one kanji among ASCII.
 */
function hasOnlyLoneLatin(sample: Buffer): boolean {
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] < 0x80) continue;
    if ((sample[i] !== 0xc2 && sample[i] !== 0xc3) || sample[i + 2] >= 0x80) return false;
    i++;
  }
  return true;
}

function measured(encoding: Encoding, buffer: Buffer, markBytes = 0): Detection {
  const sample = buffer.subarray(markBytes, markBytes + SAMPLE_BYTES);
  return { encoding, markBytes, certain: true, bitsPerByte: bitsOf(createDecoder(encoding)(sample), encoding) / Math.max(1, sample.length) };
}

function judge(sample: Buffer, isWhole: boolean, hint: Encoding | undefined): Detection {
  const japanese = best(sample, [UTF_8, SHIFT_JIS, EUC_JP], hint);
  if (japanese.isGood && (hint === undefined || hint === japanese.encoding)) return japanese;
  if (isMixedByLine(sample)) return { encoding: UTF_8, markBytes: 0, certain: true, bitsPerByte: japanese.bitsPerByte };
  const wide = isWhole && sample.length % 2 === 0 ? [UTF_16LE, UTF_16BE] : [];
  const foreign = best(sample, [...wide, ...OTHER_EAST_ASIAN, ...SINGLE_BYTE], hint);
  if (foreign.encoding === hint) return foreign.bitsPerByte < japanese.bitsPerByte * HINT_TOLERANCE ? foreign : japanese;
  const asciiBits = ASCII_BITS * (sample.length - highBytes(sample));
  const needed = asciiBits + (japanese.bits - asciiBits) * FOREIGN_ADVANTAGE - (japanese.isHalfKana ? HALF_KANA_ADVANTAGE_BITS : 0);
  return foreign.bits < needed ? foreign : japanese;
}

/** Logs that several programs write to: each line is good Japanese, some in UTF-8 and some not. */
function isMixedByLine(sample: Buffer): boolean {
  let inUtf8 = 0;
  let inOther = 0;
  for (let start = 0; start < sample.length && inUtf8 + inOther < MIXED_LINES; ) {
    const end = sample.indexOf(0x0a, start) + 1 || sample.length;
    const line = sample.subarray(start, end);
    start = end;
    if (isAscii(line)) continue;
    if (isUtf8(line)) inUtf8++;
    else if (best(line, [SHIFT_JIS, EUC_JP], undefined).isGood) inOther++;
    // The sample's last line may be cut.
    else if (end < sample.length) return false;
  }
  return inUtf8 > 0 && inOther > 0;
}

interface Reading extends Detection {
  /** What is not ASCII in it is, by and large, what such texts are made of; not half-width kana, which any byte can be. */
  readonly isGood: boolean;
  /** Half-width kana in runs, and nothing else that is not ASCII. */
  readonly isHalfKana: boolean;
  readonly bits: number;
}

/** The shortest reading of the sample; among equals the first encoding given. */
function best(sample: Buffer, encodings: readonly Encoding[], hint: Encoding | undefined): Reading {
  const readings = encodings.map((encoding) => {
    const text = createDecoder(encoding)(sample);
    return { encoding, text, bits: bitsOf(text, encoding) };
  });
  let chosen = readings[0];
  for (const reading of readings) if (reading.bits < chosen.bits) chosen = reading;
  const declared = readings.find(({ encoding }) => encoding === hint);
  if (declared !== undefined && declared.bits <= chosen.bits * HINT_TOLERANCE) chosen = declared;

  const beyondAscii = chosen.text.replace(ASCII, "");
  const ascii = chosen.text.replace(BEYOND_ASCII, "");
  const average = (chosen.bits - bitsOf(ascii, chosen.encoding)) / Math.max(1, beyondAscii.length);
  const isLikely = average <= GOOD_BITS_PER_CHARACTER;
  const halfKana = beyondAscii.length - beyondAscii.replace(HALF_KANA, "").length;
  const hasRival = readings.some((other) => other.bits < chosen.bits + TIE_BITS && other.text !== chosen.text && other.encoding.family !== "alphabet");
  const malformed = beyondAscii.length - beyondAscii.replace(NO_CHARACTER, "").length;
  const isBrokenUtf8 = chosen.encoding === UTF_8 && malformed <= beyondAscii.length * MAX_BROKEN_UTF_8;
  return {
    encoding: chosen.encoding,
    markBytes: 0,
    certain: chosen === declared || isBrokenUtf8 || (isLikely && !hasRival),
    bitsPerByte: chosen.bits / Math.max(1, sample.length),
    isGood: isLikely && halfKana * 2 <= beyondAscii.length,
    isHalfKana: isLikely && halfKana === beyondAscii.length && !LONE_HALF_KANA.test(chosen.text),
    bits: chosen.bits,
  };
}

const ASCII = /[\x00-\x7f]+/gu;
const BEYOND_ASCII = /[^\x00-\x7f]+/gu;
const HALF_KANA = /[\uff61-\uff9f]+/gu;
const NO_CHARACTER = /[\x00\ufffd]+/gu;
const LONE_HALF_KANA = /(?<![\uff61-\uff9f])[\uff61-\uff9f](?![\uff61-\uff9f])/u;

function bitsOf(text: string, { family, unit }: Encoding): number {
  if (family === "escaped") return costInBits(text, "japanese");
  if (family !== "unicode") return costInBits(text, family);
  const bits = Math.min(...(["japanese", "simplified", "traditional", "korean", "alphabet"] as const).map((one) => costInBits(text, one)));
  // NULs and what is malformed cost as much for each byte as they do in a narrow encoding: else zeros would be good UTF-32.
  return unit === 1 ? bits : bits + (text.length - text.replace(NO_CHARACTER, "").length) * (unit - 1) * NO_CHARACTER_BITS;
}

function highBytes(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0x80) count++;
  return count;
}

/**
 * What is not ASCII, with a little around it, from the head and from further on: a table may be ASCII for megabytes. Pieces end
 * before a byte that is no part of a longer character in any encoding this is used for.
 */
function sampleOf(buffer: Buffer): Buffer {
  if (buffer.length <= SAMPLE_BYTES) return buffer;
  const pieces: Buffer[] = [];
  let size = 0;
  for (let window = 0; window < WINDOWS; window++) {
    const quota = (SAMPLE_BYTES / WINDOWS) * (window + 1);
    const windowEnd = Math.floor((buffer.length / WINDOWS) * (window + 1));
    let at = Math.floor((buffer.length / WINDOWS) * window);
    if (window > 0) at = boundaryAfter(buffer, at);
    while (size < quota) {
      let high = at;
      while (high < windowEnd && buffer[high] < 0x80) high++;
      if (high >= windowEnd) break;
      const end = boundaryAfter(buffer, high + PIECE_BYTES);
      const piece = buffer.subarray(Math.max(at, high - PIECE_BYTES / 8), end);
      pieces.push(piece);
      size += piece.length;
      at = end;
    }
  }
  return Buffer.concat(pieces);
}

/** The next byte below 0x30, which is no trail byte in Shift_JIS, EUC, Big5, GB18030; after 1,024 bytes, anywhere. */
function boundaryAfter(buffer: Buffer, from: number): number {
  const last = Math.min(buffer.length, from + 1024);
  let at = from;
  while (at < last && buffer[at] >= 0x30) at++;
  return Math.min(at, buffer.length);
}
