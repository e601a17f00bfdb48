/**
 * All objects that a file's bytes hold, whether or not anything leads to them (ISO 32000-1, 7.3.10): one pass from the first byte to the
 * last, and one over each object stream. A cross-reference is not asked: it is where things are hidden from.
 */
import type { Budget } from "../../../contract.js";
import { isDict, isRef, type Dict, type Value } from "../fast/lexer.js";
import { decodeLoosely } from "./decode.js";
import { createScanner, isRegular, isWhite, literalEnd } from "./scanner.js";

export interface StoredObject {
  readonly number: number;
  /** Where in the file it stands, or the object stream it stands in. */
  readonly offset: number;
  readonly source: Uint8Array;
  /** The value's bytes in `source`. */
  readonly start: number;
  readonly end: number;
  /** The stream's bytes, as stored. */
  readonly stream: Uint8Array | undefined;
  readonly container: StoredObject | undefined;
  /** Which of its container's objects it is. */
  readonly index: number;
  /** Whether there is a string in it, or a name that may say something. */
  readonly speaks: boolean;
  readonly refs: readonly number[];
}

export interface Sweep {
  /** In the order of the file; those of an object stream behind it. */
  readonly objects: readonly StoredObject[];
  /** Dictionaries behind "trailer", and those of cross-reference streams, in the order of the file. */
  readonly trailers: readonly { readonly offset: number; readonly dict: Dict }[];
  /** Stretches that belong to no object, table, trailer or mark. */
  readonly strays: readonly { readonly start: number; readonly end: number }[];
  /** Texts of comments outside of streams. */
  readonly comments: readonly string[];
  /** Ends of revisions: behind each %%EOF outside of objects. */
  readonly ends: readonly number[];
  readonly gaps: readonly string[];
}

const MAX_OBJECTS = 2_000_000;
const STRAY_WINDOW = 1 << 16;
const MAX_COMMENTS = 10_000;
const SPAN_A_TICK = 1 << 20;
/** A literal string without an end is not looked through to the end of the file for each that there is. */
const MAX_STRING = 4 << 20;

export function parseObject({ source, start, end }: Pick<StoredObject, "source" | "start" | "end">): Value {
  const token = createScanner(source, start, end).next();
  return token !== undefined && "value" in token ? token.value : null;
}

/** @throws Unreadable where the budget is spent */
export function sweep(bytes: Uint8Array, budget: Budget, resolveLength: (number: number) => number | undefined, decipher: Decipher | undefined): Sweep {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const objects: StoredObject[] = [];
  const trailers: { offset: number; dict: Dict }[] = [];
  const strays: { start: number; end: number }[] = [];
  const comments: string[] = [];
  const ends: number[] = [];
  const gaps: string[] = [];
  let ticked = 0;
  let behind = 0;
  for (let word = buffer.indexOf("obj"); ; word = buffer.indexOf("obj", Math.max(word + 3, behind))) {
    if (word - ticked > SPAN_A_TICK) {
      ticked = word;
      budget.tick();
    }
    const head = word < 0 ? undefined : headBefore(buffer, word, behind);
    if (word >= 0 && head === undefined) continue;
    between(behind, head?.start ?? bytes.length);
    if (head === undefined) break;
    if (objects.length >= MAX_OBJECTS) {
      gaps.push("more objects than can be looked at");
      break;
    }
    const object = readObject(head.number, head.start, word + 3);
    objects.push(object);
    behind = object.after;
    inside(object);
  }
  return { objects, trailers, strays, comments, ends, gaps };

  function readObject(number: number, offset: number, start: number): StoredObject & { after: number } {
    const skimmed = skim(bytes, start, bytes.length);
    let after = skimmed.after;
    let stream: Uint8Array | undefined;
    if (skimmed.stream !== undefined) {
      const end = streamEnd(skimmed.stream, skimmed.length, skimmed.lengthRef);
      stream = bytes.subarray(skimmed.stream, end);
      after = end;
      const mark = /^[\s\0]*endstream[\s\0]*(?:endobj)?/u.exec(buffer.toString("latin1", end, end + 64));
      if (mark !== null) after = end + mark[0].length;
    }
    return { number, offset, source: bytes, start, end: skimmed.end, stream, container: undefined, index: 0, speaks: skimmed.speaks, refs: skimmed.refs, after };
  }

  function streamEnd(start: number, length: number | undefined, lengthRef: number | undefined): number {
    const known = length ?? (lengthRef === undefined ? undefined : resolveLength(lengthRef));
    if (known !== undefined && start + known <= bytes.length && /^[\s\0]{0,4}endstream/u.test(buffer.toString("latin1", start + known, start + known + 16))) return start + known;
    const mark = buffer.indexOf("endstream", start);
    if (mark < 0) return bytes.length;
    return bytes[mark - 1] === 10 ? (bytes[mark - 2] === 13 ? mark - 2 : mark - 1) : mark;
  }

  /** Objects in an object stream (7.5.7), and what a cross-reference stream says besides its table. */
  function inside(container: StoredObject): void {
    if (container.stream === undefined || !TYPED.test(buffer.toString("latin1", container.start, Math.min(container.end, container.start + 4096)))) return;
    const dict = parseObject(container);
    if (!isDict(dict)) return;
    if (dict.get("Type") === "XRef") trailers.push({ offset: container.offset, dict });
    if (dict.get("Type") !== "ObjStm") return;
    const stored = decipher?.stream(container, container.stream) ?? container.stream;
    const data = decodeLoosely(dict, stored, (value) => (isRef(value) ? null : (value ?? null)), budget);
    const [count, first] = [dict.get("N"), dict.get("First")];
    if (data === undefined || typeof first !== "number" || typeof count !== "number") {
      gaps.push("an object stream that cannot be read");
      return;
    }
    const numbers = (Buffer.from(data.buffer, data.byteOffset, Math.min(data.length, first)).toString("latin1").match(/\d{1,10}/gu) ?? []).map(Number);
    for (let i = 0; i * 2 + 1 < numbers.length; i++) {
      const [number, from] = [numbers[i * 2], first + numbers[i * 2 + 1]];
      // The table says how many there are; objects behind the last one are read too.
      const to = i * 2 + 3 < numbers.length ? first + numbers[i * 2 + 3] : data.length;
      if (from >= data.length || objects.length >= MAX_OBJECTS) continue;
      const { speaks, refs, after } = skim(data, from, Math.max(from, Math.min(to, data.length)));
      objects.push({ number, offset: container.offset, source: data, start: from, end: after, stream: undefined, container, index: i, speaks, refs });
    }
    if (objects.length % 64 === 0) budget.tick();
  }

  /** Bytes outside of objects: tables, trailers, marks, comments; anything else has no business there. */
  function between(start: number, end: number): void {
    let at = start;
    while (at < end) {
      while (at < end && isWhite(bytes[at])) at++;
      if (at >= end) return;
      const from = at;
      if (bytes[at] === 0x25) {
        while (at < end && bytes[at] !== 10 && bytes[at] !== 13) at++;
        const text = buffer.toString("latin1", from + 1, at);
        if (text.startsWith("%EOF")) {
          ends.push(from + 5);
          if (at > from + 5) at = from + 5;
        } else if (!/^PDF-\d/u.test(text) && comments.length < MAX_COMMENTS && SAYS_SOMETHING.test(text)) comments.push(buffer.toString(isUtf8(bytes.subarray(from + 1, at)) ? "utf8" : "latin1", from + 1, at));
        continue;
      }
      const table = TABLE.exec(buffer.toString("latin1", at, Math.min(end, at + 4096)));
      if (table !== null && table[0] !== "") {
        at += table[0].length;
        continue;
      }
      const word = buffer.toString("latin1", at, Math.min(end, at + 9));
      if (word.startsWith("trailer")) {
        const scanner = createScanner(bytes, at + 7, Math.min(end, at + 7 + 65536));
        const token = scanner.next();
        if (token !== undefined && "value" in token && isDict(token.value)) trailers.push({ offset: at, dict: token.value });
        at = Math.max(at + 7, scanner.position);
        continue;
      }
      const mark = /^(?:startxref[\s\0]+\d+|endobj|endstream|xref)/u.exec(buffer.toString("latin1", at, Math.min(end, at + 40)));
      if (mark !== null) {
        at += mark[0].length;
        continue;
      }
      // No object, and nothing that stands between objects, up to the next line that is.
      const window = Math.min(end, at + STRAY_WINDOW);
      const line = /[\r\n](?=[\s\0]*(?:%|xref|trailer|startxref|endobj))/u.exec(buffer.toString("latin1", at, window));
      at = line === null ? window : at + line.index + 1;
      const last = strays[strays.length - 1];
      if (last !== undefined && last.end >= from - 2) strays[strays.length - 1] = { start: last.start, end: at };
      else strays.push({ start: from, end: at });
    }
  }
}

/** How an encrypted file's streams and strings are read; object numbers are part of their keys. */
export interface Decipher {
  stream(object: StoredObject, stored: Uint8Array): Uint8Array | undefined;
  string(object: StoredObject, stored: Uint8Array): Uint8Array | undefined;
}

/** The four high bytes behind a header only say that the file is binary (7.5.2). */
const SAYS_SOMETHING = /[0-9A-Za-z]{3}|[\x80-\xff]{6}/u;

const TYPED = /\/Type\s*\/(?:ObjStm|XRef)/u;
/** Rows of a cross-reference table, and the line before them. */
const TABLE = /^(?:xref[\s\0]+)?(?:\d{1,10}[ ]\d{1,10}[\s\0]+)?(?:\d{10} \d{5} [nf]\s{0,2})*/u;

function isUtf8(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8").includes("\ufffd");
}

/** "12 0 " before "obj", not before `limit`. */
function headBefore(buffer: Buffer, word: number, limit: number): { number: number; start: number } | undefined {
  const from = Math.max(limit, word - 24);
  const match = /(?<![0-9])(\d{1,10})[\s\0]+\d{1,5}[\s\0]+$/u.exec(buffer.toString("latin1", from, word));
  return match === null ? undefined : { number: Number(match[1]), start: from + match.index };
}

interface Skimmed {
  /** Behind the value. */
  readonly end: number;
  /** Where to look for the next object. */
  readonly after: number;
  /** Where its stream begins. */
  readonly stream: number | undefined;
  readonly length: number | undefined;
  readonly lengthRef: number | undefined;
  readonly speaks: boolean;
  readonly refs: readonly number[];
}

/** References and strings of one object, without making values of them: most objects have nothing to say. */
function skim(bytes: Uint8Array, start: number, limit: number): Skimmed {
  const refs: number[] = [];
  let speaks = false;
  let [before, last] = [-1, -1];
  let lengthNext = false;
  let [length, lengthRef]: (number | undefined)[] = [undefined, undefined];
  let at = start;
  const done = (end: number, after: number, stream?: number): Skimmed => ({ end, after, stream, length, lengthRef, speaks, refs });
  while (at < limit) {
    const byte = bytes[at];
    if (byte === 0x28) {
      speaks = true;
      at = literalEnd(bytes, at, Math.min(limit, at + MAX_STRING));
    } else if (byte === 0x3c && bytes[at + 1] === 0x3c) {
      at += 2;
      lengthNext = false;
    } else if (byte === 0x3c) {
      speaks = true;
      const close = bytes.indexOf(0x3e, at);
      at = close < 0 || close >= limit ? limit : close + 1;
    } else if (byte === 0x25) {
      // A comment in an object is for the parser, which keeps it.
      speaks = true;
      while (at < limit && bytes[at] !== 10 && bytes[at] !== 13) at++;
    } else if (byte === 0x2f) {
      const from = ++at;
      let digits = 0;
      for (; at < limit && isRegular(bytes[at]); at++) {
        const letter = bytes[at];
        digits = letter >= 0x30 && letter <= 0x39 ? digits + 1 : 0;
        if (letter === 0x23 || letter === 0x40 || letter >= 0x80 || digits >= 7) speaks = true;
      }
      lengthNext = at - from === 6 && bytes[from] === 0x4c && bytes[from + 5] === 0x68;
      before = last = -1;
      continue;
    } else if (byte >= 0x30 && byte <= 0x39) {
      let value = 0;
      const from = at;
      while (at < limit && bytes[at] >= 0x30 && bytes[at] <= 0x39) value = value * 10 + bytes[at++] - 0x30;
      if (at < limit && isRegular(bytes[at])) {
        while (at < limit && isRegular(bytes[at])) at++;
        value = -1;
      }
      if (at - from > 10) value = -1;
      before = last;
      last = value;
      if (lengthNext && length === undefined && value >= 0) length = value;
      continue;
    } else if (isRegular(byte)) {
      const from = at;
      while (at < limit && isRegular(bytes[at])) at++;
      const size = at - from;
      if (size === 1 && byte === 0x52 && before >= 0) {
        refs.push(before);
        if (lengthNext && length === before) [length, lengthRef] = [undefined, before];
      } else if (size >= 6 && byte === 0x65 && bytes[from + 3] === 0x6f) return done(from, at);
      else if (size === 3 && byte === 0x6f && bytes[from + 1] === 0x62 && before >= 0) {
        // An object without an end, and the next one's head.
        const head = headBefore(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), from, start);
        if (head !== undefined) return done(head.start, head.start);
      } else if (byte === 0x73 && size >= 6 && bytes[from + 1] === 0x74 && bytes[from + 5] === 0x6d) {
        let begin = from + 6;
        if (bytes[begin] === 13) begin++;
        if (bytes[begin] === 10) begin++;
        return done(from, begin, begin);
      }
      lengthNext = false;
      before = last = -1;
      continue;
    } else {
      if (!isWhite(byte)) lengthNext = false;
      at++;
      if (isWhite(byte)) continue;
    }
    before = last = -1;
  }
  return done(limit, limit);
}
