/**
 * Objects of a PDF by number (ISO 32000-1, 7.5), for files that are exactly as the standard has them. Every liberty that readers
 * take with broken files, each its own, ends in `NotPlain`: what this reader reads, all readers read so.
 */
import type { Budget } from "../../../contract.js";
import { decodeStream } from "./filters.js";
import { createLexer, isArray, isDict, isKeyword, isRef, isSpace, NotPlain, type Dict, type Value } from "./lexer.js";

export interface PdfFile {
  readonly trailer: Dict;
  /** The value itself, or what the reference stands for; a reference to nothing is null. */
  resolve(value: Value | undefined): Value;
  dict(value: Value | undefined): Dict;
  /** A stream's dictionary and decoded bytes. */
  stream(value: Value | undefined): { readonly dict: Dict; readonly bytes: Uint8Array };
  /** Whether the reference stands for a stream, without decoding it; its dictionary then. */
  streamDict(value: Value | undefined): Dict | undefined;
  /** Where the cross-reference says an object is; undefined: it is free, or not there. */
  entry(number: number): Entry;
}

interface StoredStream {
  readonly dict: Dict;
  readonly raw: Uint8Array;
}

export type Entry = { readonly offset: number } | { readonly container: number; readonly index: number } | undefined;

const MAX_OBJECTS = 4_000_000;
const MAX_SECTIONS = 64;
const TAIL_BYTES = 1024;

/** @throws NotPlain; Unreadable where the budget is spent */
export function openFile(bytes: Uint8Array, budget: Budget): PdfFile {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (latin.toString("latin1", 0, 5) !== "%PDF-") throw new NotPlain("no header at the beginning");
  const entries: Entry[] = [];
  const streams = new Map<number, StoredStream | undefined>();
  const values = new Map<number, Value>();
  const containers = new Map<number, readonly { number: number; value: Value }[]>();
  const opening = new Set<number>();
  const trailer = readSections();
  if (trailer.has("Encrypt")) throw new NotPlain("encrypted");
  const file: PdfFile = { trailer, resolve, dict, stream, streamDict, entry: (number) => entries[number] };
  return file;

  // ---------------------------------------------------------------------------------------------------- Cross-reference

  function readSections(): Dict {
    const tail = latin.toString("latin1", Math.max(0, latin.length - TAIL_BYTES));
    const mark = tail.lastIndexOf("startxref");
    const start = mark < 0 ? null : /^startxref\s+(\d{1,10})\s+%%EOF\s*$/u.exec(tail.slice(mark));
    if (start === null) throw new NotPlain("no startxref at the end");
    let first: Dict | undefined;
    const seen = new Set<number>();
    const pending = [Number(start[1])];
    for (let offset = pending.shift(); offset !== undefined; offset = pending.shift()) {
      if (seen.has(offset) || seen.size >= MAX_SECTIONS) throw new NotPlain("cross-reference sections in a circle");
      seen.add(offset);
      const section = readSection(offset);
      first ??= section;
      const hybrid = section.get("XRefStm");
      const previous = section.get("Prev");
      // 7.5.8.4: a table's own stream comes before the sections before it.
      if (hybrid !== undefined) pending.push(offsetOf(hybrid));
      if (previous !== undefined) pending.push(offsetOf(previous));
    }
    if (first === undefined) throw new NotPlain("no trailer");
    return first;
  }

  function offsetOf(value: Value): number {
    if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value >= bytes.length) throw new NotPlain("an offset outside the file");
    return value;
  }

  function readSection(offset: number): Dict {
    if (offset >= bytes.length) throw new NotPlain("an offset outside the file");
    return latin.toString("latin1", offset, offset + 4) === "xref" ? readTable(offset + 4) : readXrefStream(offset);
  }

  function readTable(offset: number): Dict {
    const lexer = createLexer(bytes, offset, bytes.length, false);
    for (;;) {
      const first = lexer.next();
      if (isKeyword(first) && first.keyword === "trailer") break;
      const count = lexer.next();
      if (typeof first !== "number" || typeof count !== "number" || !Number.isInteger(first) || first + count > MAX_OBJECTS) throw new NotPlain("a malformed table");
      let at = lexer.position;
      while (isSpace(bytes[at])) at++;
      if (at + count * 20 > bytes.length) throw new NotPlain("a table longer than the file");
      for (let i = 0; i < count; i++, at += 20) {
        const row = latin.toString("latin1", at, at + 20);
        const entry = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/u.exec(row);
        if (entry === null) throw new NotPlain("a malformed table");
        if (entry[3] === "f") define(first + i, undefined);
        else if (entry[2] !== "00000") throw new NotPlain("a generation number");
        else define(first + i, { offset: Number(entry[1]) });
      }
      lexer.position = at;
    }
    const found = createLexer(bytes, lexer.position, bytes.length, true).next();
    if (!isDict(found as Value)) throw new NotPlain("no trailer dictionary");
    return found as Dict; // the line above
  }

  function readXrefStream(offset: number): Dict {
    const { value, raw } = readObjectAt(offset, undefined);
    if (!isDict(value) || raw === undefined || value.get("Type") !== "XRef") throw new NotPlain("no cross-reference where one should be");
    const data = decode({ dict: value, raw });
    const widths = value.get("W");
    const size = value.get("Size");
    if (!isArray(widths) || widths.length !== 3 || typeof size !== "number") throw new NotPlain("a malformed cross-reference stream");
    const [typeBytes, firstBytes, secondBytes] = widths.map((width) => {
      if (typeof width !== "number" || !Number.isInteger(width) || width < 0 || width > 6) throw new NotPlain("a malformed cross-reference stream");
      return width;
    });
    const index = value.get("Index") ?? [0, size];
    if (!isArray(index)) throw new NotPlain("a malformed cross-reference stream");
    const rowBytes = typeBytes + firstBytes + secondBytes;
    let at = 0;
    const field = (length: number): number => {
      let number = 0;
      for (let i = 0; i < length; i++) number = number * 256 + data[at++];
      return number;
    };
    for (let i = 0; i + 1 < index.length; i += 2) {
      const [first, count] = [index[i], index[i + 1]];
      if (typeof first !== "number" || typeof count !== "number" || first < 0 || count < 0 || first + count > MAX_OBJECTS || at + count * rowBytes > data.length) {
        throw new NotPlain("a malformed cross-reference stream");
      }
      for (let number = first; number < first + count; number++) {
        const type = typeBytes === 0 ? 1 : field(typeBytes);
        const one = field(firstBytes);
        const two = field(secondBytes);
        if (type === 0) define(number, undefined);
        else if (type === 1 && two === 0) define(number, { offset: one });
        else if (type === 2) define(number, { container: one, index: two });
        else throw new NotPlain("an unknown kind of entry");
      }
    }
    return value;
  }

  /** Sections are read from the last one back: what is there stays. */
  function define(number: number, entry: Entry): void {
    if (!(number in entries)) entries[number] = entry;
  }

  // ------------------------------------------------------------------------------------------------------------ Objects

  /** @param number what the object must call itself; undefined: anything */
  function readObjectAt(offset: number, number: number | undefined): { value: Value; raw: Uint8Array | undefined } {
    const lexer = createLexer(bytes, offset, bytes.length, true);
    const [own, generation, word] = [lexer.next(), lexer.next(), lexer.next()];
    if (typeof own !== "number" || generation !== 0 || !isKeyword(word) || word.keyword !== "obj" || (number !== undefined && own !== number)) {
      throw new NotPlain("no such object where it should be");
    }
    const value = lexer.next();
    if (value === undefined || isKeyword(value)) throw new NotPlain("an object without a value");
    const end = lexer.next();
    if (isKeyword(end) && end.keyword === "endobj") return { value, raw: undefined };
    if (!isKeyword(end) || end.keyword !== "stream" || !isDict(value)) throw new NotPlain("an object without an end");
    let start = lexer.position;
    if (bytes[start] === 13) start++;
    if (bytes[start] !== 10) throw new NotPlain("a stream that does not begin on a line");
    start++;
    const length = resolve(value.get("Length"));
    if (typeof length !== "number" || length < 0 || !Number.isInteger(length) || start + length > bytes.length) throw new NotPlain("a stream without a length");
    const after = createLexer(bytes, start + length, bytes.length, false).next();
    if (!isKeyword(after) || after.keyword !== "endstream") throw new NotPlain("a stream of another length");
    return { value, raw: bytes.subarray(start, start + length) };
  }

  function load(number: number): Value {
    const known = values.get(number);
    if (known !== undefined) return known;
    const entry = entries[number];
    if (entry === undefined) return null;
    if (opening.has(number)) throw new NotPlain("an object inside itself");
    opening.add(number);
    let value: Value;
    if ("offset" in entry) {
      const read = readObjectAt(entry.offset, number);
      value = read.value;
      if (read.raw !== undefined && isDict(value)) streams.set(number, { dict: value, raw: read.raw });
    } else {
      const found = container(entry.container)[entry.index];
      if (found === undefined || found.number !== number) throw new NotPlain("no such object where it should be");
      value = found.value;
    }
    opening.delete(number);
    if (isRef(value)) throw new NotPlain("an object that is a reference");
    values.set(number, value);
    return value;
  }

  /** 7.5.7: objects in a stream, numbers and offsets first. */
  function container(number: number): readonly { number: number; value: Value }[] {
    const known = containers.get(number);
    if (known !== undefined) return known;
    if (!("offset" in (entries[number] ?? {}))) throw new NotPlain("an object stream in an object stream");
    const { dict: head, bytes: data } = stream({ ref: number });
    const count = resolve(head.get("N"));
    const first = resolve(head.get("First"));
    if (head.get("Type") !== "ObjStm" || head.has("Extends") || typeof count !== "number" || typeof first !== "number" || count > data.length || first > data.length) {
      throw new NotPlain("a malformed object stream");
    }
    const lexer = createLexer(data, 0, first, false);
    const places: [number, number][] = [];
    for (let i = 0; i < count; i++) {
      const [own, offset] = [lexer.next(), lexer.next()];
      if (typeof own !== "number" || typeof offset !== "number" || first + offset > data.length) throw new NotPlain("a malformed object stream");
      places.push([own, first + offset]);
    }
    const objects = places.map(([own, offset]) => {
      const value = createLexer(data, offset, data.length, true).next();
      if (value === undefined || isKeyword(value)) throw new NotPlain("an object without a value");
      return { number: own, value };
    });
    containers.set(number, objects);
    return objects;
  }

  function resolve(value: Value | undefined): Value {
    return isRef(value) ? load(value.ref) : (value ?? null);
  }

  function dict(value: Value | undefined): Dict {
    const found = resolve(value);
    if (!isDict(found)) throw new NotPlain("no dictionary where one should be");
    return found;
  }

  function streamDict(value: Value | undefined): Dict | undefined {
    if (!isRef(value)) return undefined;
    load(value.ref);
    return streams.get(value.ref)?.dict;
  }

  function stream(value: Value | undefined): { dict: Dict; bytes: Uint8Array } {
    if (!isRef(value)) throw new NotPlain("a stream without a reference");
    load(value.ref);
    const found = streams.get(value.ref);
    if (found === undefined) throw new NotPlain("no stream where one should be");
    return { dict: found.dict, bytes: decode(found) };
  }

  function decode({ dict: head, raw }: StoredStream): Uint8Array {
    return decodeStream(head, raw, resolve, budget);
  }
}
