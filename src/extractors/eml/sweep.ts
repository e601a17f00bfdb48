/**
 * What may be decoded in a part although its header does not say so: an encoding labelled wrong, done twice, or pasted into the
 * text. A reader's program, or the reader, undoes it; who trusts the header sees letters and reports "clean". What gives nothing
 * readable was none. Whole Base64 lines of 40 characters and more in texts are found by the core (text/base64-runs.ts).
 */
import type { Budget } from "../../contract.js";
import { binHexFiles, xxFiles, yEncFiles } from "./old-encodings.js";
import { isContainer, isReadable } from "./readable.js";
import { decodeQuotedPrintable, uuFiles } from "./transfer.js";
import { decodeUtf7 } from "./utf7.js";

export interface Uncovered {
  /** How it was written: "base64", "quoted-printable". */
  readonly encoding: string;
  /** The file's own name, where the encoding has one. */
  readonly name?: string;
  /** The whole content was in this encoding: it is of the part's own type. */
  readonly isWhole: boolean;
  readonly bytes: Uint8Array;
}

/** Encodings inside each other; nobody but an attacker has more than two. */
const MAX_NESTING = 4;

/** Linear in the content for each level of nesting. @param content decoded as the header says, not of a binary format */
export function* uncover(content: Uint8Array, budget: Budget, nesting = 0): Generator<Uncovered> {
  const source = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (nesting >= MAX_NESTING || source.length < 8) return;
  for (const found of runsIn(source)) {
    // A file that has a name is one, whatever it holds.
    if (found.name === undefined && !isReadable(found.bytes)) continue;
    budget.expand(found.bytes.length, source.length);
    budget.tick();
    let inner = 0;
    if (!isContainer(found.bytes)) {
      for (const deeper of uncover(found.bytes, budget, nesting + 1)) {
        inner++;
        yield { ...deeper, isWhole: deeper.isWhole && found.isWhole, encoding: `${deeper.encoding} in ${found.encoding}` };
      }
    }
    if (inner === 0 || !isAllEncoded(found.bytes)) yield found;
  }
}

function* runsIn(source: Buffer): Generator<Uncovered> {
  yield* base64Blocks(source);
  if (source.includes(EQUALS)) yield* quotedPrintable(source);
  if (source.includes(PERCENT)) yield* percentEscapes(source);
  if (source.includes("begin ", 0, "latin1")) {
    const text = source.toString("latin1");
    for (const { name, bytes } of uuFiles(text)) yield { encoding: "uuencode", name, isWhole: false, bytes };
    for (const { name, bytes } of xxFiles(text)) yield { encoding: "xxencode", name, isWhole: false, bytes };
  }
  if (source.includes("BinHex", 0, "latin1")) {
    for (const { name, bytes } of binHexFiles(source.toString("latin1"))) yield { encoding: "binhex", name, isWhole: false, bytes };
  }
  if (source.includes("=ybegin ", 0, "latin1")) {
    for (const { name, bytes } of yEncFiles(source)) yield { encoding: "yenc", name, isWhole: false, bytes };
  }
  if (source.includes(PLUS)) yield* utf7(source);
}

const LF = 0x0a;
const CR = 0x0d;
const EQUALS = 0x3d;
const PERCENT = 0x25;
const PLUS = 0x2b;
const HYPHEN = 0x2d;

/** Fewer characters hold nobody's record. */
const FEWEST_CHARS = 32;
/** From here on the core finds a run in a text by itself. */
const CORE_LINE = 40;
const CORE_CHARS = 100;

let letters: Uint8Array | undefined;

/** 1: of the alphabet or that of links. 2: what stands before a quoted or indented line. 4: padding. */
function buildLetters(): Uint8Array {
  const table = new Uint8Array(256);
  for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_") table[char.charCodeAt(0)] = 1;
  for (const char of " \t>|") table[char.charCodeAt(0)] = 2;
  table[EQUALS] = 4;
  return table;
}

/** Neighbouring lines of nothing but Base64, whatever their length, quoted or indented. */
function* base64Blocks(source: Buffer): Generator<Uncovered> {
  const table = (letters ??= buildLetters());
  const { length } = source;
  let pieces: [start: number, end: number][] = [];
  let chars = 0;
  let isPlain = true;
  for (let at = 0; at <= length; ) {
    let start = at;
    while (start < length && table[source[start]] === 2) start++;
    let end = start;
    while (end < length && table[source[end]] === 1) end++;
    const run = end - start;
    let stop = end;
    while (stop < length && (table[source[stop]] === 4 || table[source[stop]] === 2)) stop++;
    const isLineEnd = stop >= length || source[stop] === LF || source[stop] === CR;
    // "--b--" is a delimiter.
    const isRun = run > 0 && !(source[start] === HYPHEN && source[start + 1] === HYPHEN);
    if (isRun && isLineEnd) {
      pieces.push([start, end]);
      chars += run;
      isPlain &&= start === at && (run >= CORE_LINE || source[end] === EQUALS);
    }
    const isBlank = run === 0 && isLineEnd;
    const next = lineAfter(source, isLineEnd ? stop : end);
    if ((run > 0 && !(isRun && isLineEnd)) || next >= length || (isBlank && chars < FEWEST_CHARS)) {
      if (chars >= FEWEST_CHARS && !(isPlain && chars >= CORE_CHARS)) yield* blockOf(source, pieces);
      pieces = [];
      chars = 0;
      isPlain = true;
    }
    if (next >= length) return;
    at = next;
  }
}

function* blockOf(source: Buffer, pieces: readonly (readonly [number, number])[]): Generator<Uncovered> {
  if (isOrnament(source, pieces[0])) return;
  // A word in front or behind that happens to be of the alphabet moves all that follows: the lines of one length are the block.
  const widths = pieces.map(([start, end]) => end - start);
  const width = widths[Math.min(1, widths.length - 1)];
  const first = widths[0] === width || widths.length < 3 ? 0 : 1;
  let last = first;
  while (last + 1 < pieces.length && widths[last] === width) last++;
  const joined = (from: number, to: number): Buffer => Buffer.from(pieces.slice(from, to + 1).map(([start, end]) => source.toString("latin1", start, end)).join(""), "base64");
  const whole = joined(0, pieces.length - 1);
  if (isReadable(whole)) yield { encoding: "base64", isWhole: true, bytes: whole };
  else if (pieces.length > 1) {
    for (const to of [last, last - 1]) {
      const bytes = to > first || widths.length === 1 ? joined(first, to) : undefined;
      if (bytes === undefined || !isReadable(bytes)) continue;
      yield { encoding: "base64", isWhole: false, bytes };
      return;
    }
  }
}

/** Rows of one letter: no word can be written in fewer than four letters of Base64. */
function isOrnament(source: Buffer, [start, end]: readonly [number, number]): boolean {
  return new Set(source.subarray(start, Math.min(end, start + 100))).size < 4 && end - start > 8;
}

function lineAfter(source: Buffer, from: number): number {
  let at = from;
  while (at < source.length && source[at] !== LF && source[at] !== CR) at++;
  return source[at] === CR && source[at + 1] === LF ? at + 2 : at + 1;
}

/** Escapes of three neighbouring bytes beyond ASCII, or of the escape character: chance does not write them. */
const QP_ESCAPES = /(?:=[89A-Fa-f][0-9A-Fa-f](?:=[ \t]*\r?\n)?){3}|=1[Bb](?:\$|=24|\(|=28)|(?:=[0-9A-Fa-f]{2}){12}/u;
const QP_LINE = /=(?:[0-9A-Fa-f]{2}|[ \t]*\r?$)/u;

/** The stretch of lines that hold escapes, once more as quoted-printable. */
function* quotedPrintable(source: Buffer): Generator<Uncovered> {
  const text = source.toString("latin1");
  if (!QP_ESCAPES.test(text)) return;
  const lines = text.split("\n");
  let first = -1;
  let last = -1;
  let escaped = 0;
  for (const [i, line] of lines.entries()) {
    if (!QP_LINE.test(line)) continue;
    if (first < 0) first = i;
    last = i;
    escaped++;
  }
  const whole = escaped * 2 > lines.length ? decodeQuotedPrintable(source) : undefined;
  if (whole !== undefined && isReadable(whole)) yield { encoding: "quoted-printable", isWhole: true, bytes: whole };
  else yield { encoding: "quoted-printable", isWhole: false, bytes: decodeQuotedPrintable(Buffer.from(lines.slice(first, last + 1).join("\n"), "latin1")) };
}

const PERCENT_RUN = /(?:%[0-9A-Fa-f]{2}(?:\r?\n)?|[A-Za-z0-9._~-]){0,65536}/uy;
const PERCENT_START = /(?:%[89A-Fa-f][0-9A-Fa-f](?:\r?\n)?){3}|(?:%[0-9A-Fa-f]{2}(?:\r?\n)?){12}/gu;
const PERCENT_ESCAPE = /%([0-9A-Fa-f]{2})(?:\r?\n)?/gu;
/** A record in Japanese has at least ten characters of three bytes; links to a search for one word have fewer. */
const FEWEST_PERCENT = 30;

function* percentEscapes(source: Buffer): Generator<Uncovered> {
  const text = source.toString("latin1");
  PERCENT_START.lastIndex = 0;
  for (let found = PERCENT_START.exec(text); found !== null; found = PERCENT_START.exec(text)) {
    PERCENT_RUN.lastIndex = found.index;
    const run = PERCENT_RUN.exec(text)?.[0] ?? found[0];
    PERCENT_START.lastIndex = found.index + Math.max(run.length, found[0].length);
    if (run.split("%").length <= FEWEST_PERCENT) continue;
    const bytes = Buffer.from(run.replace(PERCENT_ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), "latin1");
    yield { encoding: "percent-encoding", isWhole: false, bytes };
  }
}

const UTF7_RUN = /\+[A-Za-z0-9+/]{3,}-?/gu;
/** Han, kana, Hangul and what stands between them. */
const EAST_ASIAN = /[\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af\uff00-\uffef]/gu;

/** UTF-7 that no label names: some readers sniff for it. */
function* utf7(source: Buffer): Generator<Uncovered> {
  const text = source.toString("latin1");
  let shifts = 0;
  let signs = 0;
  for (const [run] of text.matchAll(UTF7_RUN)) {
    const decoded = decodeUtf7(Buffer.from(run, "latin1"));
    if (decoded.match(EAST_ASIAN)?.length === Array.from(decoded).length) signs += decoded.length;
    shifts++;
  }
  if (signs < 8 || signs * 3 < shifts) return;
  yield { encoding: "utf-7", isWhole: true, bytes: Buffer.from(decodeUtf7(source)) };
}

const ENCODED_ONLY = /^[A-Za-z0-9+/=\s_-]*$/u;

/** What was uncovered says nothing but what was found inside it. */
function isAllEncoded(bytes: Uint8Array): boolean {
  return ENCODED_ONLY.test(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65536)).toString("latin1"));
}
