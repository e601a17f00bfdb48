/** Strings of BIFF8 ([MS-XLS] 2.5.268 and 2.5.293 to 2.5.296) and of the versions before it, which write bytes of a code page. */
import type { Budget } from "../../contract.js";
import { printableRuns } from "../../bytes/printable-runs.js";
import { createStringPool, type StringPool } from "../cells/string-pool.js";
import { continuedReader, type Biff, type ContinuedReader } from "./records.js";

/** How the stream at hand writes text. */
export interface Script {
  readonly biff: Biff;
  /** Of a string of bytes, in versions before BIFF8. */
  readonly decode: (bytes: Uint8Array) => string;
}

const WIDE = 1;
const EXTENDED = 4;
const RICH = 8;

interface RichText {
  readonly text: string;
  /** How it is read (furigana), "" where nothing is said of that. */
  readonly phonetic: string;
}

/** A string whose length has been read: BIFF8 says in its first byte how it goes on. */
function unicodeString(reader: ContinuedReader, count: number): RichText {
  const flags = reader.uint8();
  const runs = (flags & RICH) === 0 ? 0 : reader.uint16();
  const extension = (flags & EXTENDED) === 0 ? 0 : reader.uint32();
  const text = reader.characters(count, (flags & WIDE) !== 0);
  reader.take(runs * 4);
  return { text, phonetic: extension === 0 ? "" : phoneticText(reader.take(Math.min(extension, reader.left))) };
}

/** ExtRst ([MS-XLS] 2.5.86): the reading stands behind a head of 14 bytes. */
function phoneticText(bytes: Uint8Array): string {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (b.length < 14) return "";
  const end = 14 + b.readUInt16LE(12) * 2;
  return end <= b.length ? b.toString("utf16le", 14, end) : printableRuns(b.subarray(14));
}

/** A string with its length in two bytes, or in one where `isShort`. */
export function readString(reader: ContinuedReader, { biff, decode }: Script, isShort = false): RichText {
  const count = isShort ? reader.uint8() : reader.uint16();
  return biff === 8 ? unicodeString(reader, count) : { text: decode(reader.take(Math.min(count, reader.left))), phonetic: "" };
}

/** The string at the beginning of these bytes, which are all of a record or what is left of it. */
export function stringIn(bytes: Uint8Array, script: Script, isShort = false): string {
  return readString(continuedReader([bytes]), script, isShort).text;
}

/** As many characters as are told elsewhere ([MS-XLS] 2.5.296). */
export function charactersIn(reader: ContinuedReader, { biff, decode }: Script, count: number): string {
  return biff === 8 ? reader.characters(count, (reader.uint8() & WIDE) !== 0) : decode(reader.take(Math.min(count, reader.left)));
}

export interface SharedTexts {
  readonly pool: StringPool;
  readonly phonetics: ReadonlyMap<number, string>;
  /** Strings that a cell refers to are marked by their number. */
  readonly used: Uint8Array;
  /** The table breaks off before the number of strings it tells of. */
  readonly isShort: boolean;
}

const STRINGS_A_TICK = 20_000;

/** The table of shared strings ([MS-XLS] 2.4.265). @param pieces of the SST record and its CONTINUE records */
export function readSharedTexts(pieces: readonly Uint8Array[], budget: Budget): SharedTexts {
  const pool = createStringPool();
  const phonetics = new Map<number, string>();
  const reader = continuedReader(pieces);
  reader.uint32();
  const count = pieces.length === 0 ? 0 : reader.uint32();
  // A string takes three bytes at least; what follows the last one told of is read too, as deleted strings are.
  while (reader.left >= 3) {
    if (pool.count % STRINGS_A_TICK === 0) budget.tick();
    const { text, phonetic } = unicodeString(reader, reader.uint16());
    pool.addText(text);
    const index = pool.finishString();
    if (phonetic !== "") phonetics.set(index, phonetic);
  }
  pool.seal();
  return { pool, phonetics, used: new Uint8Array(pool.count), isShort: pieces.length > 0 && (reader.isShort || pool.count < count) };
}

const STRETCH = /[^\p{C}\p{Zl}\p{Zp}\ufffd]{2,}/gu;
const LATIN_ONLY = /^[\x00-\x7f]{2,3}$/u;

/** Readable stretches of a record whose structure nobody here reads, one a line. */
export function readable(bytes: Uint8Array, { biff, decode }: Script): string {
  if (biff === 8) return [printableRuns(bytes), ...shortNames(bytes)].filter((text) => text !== "").join("\n");
  const stretches = decode(bytes).match(STRETCH) ?? [];
  return stretches.filter((stretch) => !LATIN_ONLY.test(stretch)).join("\n");
}

const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]+$/u;

/** Wide strings of two or three characters: too short to be known as text but by the length before them, and as long as many names. */
function shortNames(bytes: Uint8Array): string[] {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = b.indexOf(WIDE, 1); at >= 0; at = b.indexOf(WIDE, at + 1)) {
    const count = b[at - 1] === 0 && at >= 2 ? b[at - 2] : b[at - 1];
    if (count !== 2 && count !== 3) continue;
    const text = b.toString("utf16le", at + 1, at + 1 + count * 2);
    if (text.length === count && JAPANESE.test(text)) names.push(text);
  }
  return names;
}
