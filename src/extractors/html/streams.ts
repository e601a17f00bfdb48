/** The text of a page, sorted by how it is seen: what stands in view reads on past what is hidden between. */
import type { Concealment, Location, Segment, TextSegment } from "../../contract.js";
import { createMappedText, type MappedTextBuilder } from "../../text/mapped.js";
import type { placeByLine } from "../../text/lines.js";
import type { ValuePiece } from "./tokens.js";

/** Units after which a stream's text is handed on at the next block. */
const FLUSH_UNITS = 2 ** 21;

export type StreamName = "view" | "attributes" | Concealment;

export interface Streams {
  readonly of: (name: StreamName) => MappedTextBuilder;
  /** Hands on what has grown large. Call it between blocks. */
  readonly flushLarge: () => void;
  readonly flushAll: () => void;
}

/** @param emit takes the segments in order */
export function createStreams(source: string, spanOf: ReturnType<typeof placeByLine>, emit: (segment: Segment) => void): Streams {
  const open = new Map<StreamName, MappedTextBuilder>();
  const flush = (name: StreamName, builder: MappedTextBuilder): void => {
    const { text, sourceOf } = builder.finish();
    open.delete(name);
    if (!HAS_CONTENT.test(text)) return;
    const concealment = name === "view" || name === "attributes" ? undefined : name;
    const place: TextSegment["place"] = (range) => {
      const { at } = spanOf(sourceOf(range));
      return concealment === undefined ? { at } : { at, concealment };
    };
    emit({ kind: "text", text, layout: "prose", place });
  };
  return {
    of(name) {
      let builder = open.get(name);
      if (builder === undefined) open.set(name, (builder = createMappedText(source)));
      return builder;
    },
    flushLarge() {
      for (const [name, builder] of open) if (builder.length > FLUSH_UNITS) flush(name, builder);
    },
    flushAll() {
      for (const [name, builder] of open) flush(name, builder);
    },
  };
}

const HAS_CONTENT = /[\p{L}\p{N}@]/u;
const ENDS_BLANK = ["\n", "\t", " "];

/** Appends a piece as it is. */
export function appendRaw(out: MappedTextBuilder, { meaning, start, end }: ValuePiece): void {
  if (meaning === undefined) out.copy(start, end);
  else out.replace(meaning, start, end);
}

/** Appends a piece as a browser shows it: each stretch of white space is one space, and none begins a line. */
export function appendCollapsed(out: MappedTextBuilder, source: string, piece: ValuePiece): void {
  if (piece.meaning !== undefined) {
    appendRaw(out, piece);
    return;
  }
  const { start, end } = piece;
  let done = start;
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code > 0x20 || !isWhiteSpace(code)) continue;
    let after = at + 1;
    while (after < end && isWhiteSpace(source.charCodeAt(after))) after++;
    // One space between words is what it should be.
    if (code !== 0x20 || after > at + 1 || at === done) {
      out.copy(done, at);
      if (out.length > 0 && !ENDS_BLANK.some((blank) => out.endsWith(blank))) out.replace(" ", at, after);
      done = after;
    }
    at = after - 1;
  }
  out.copy(done, end);
}

/** As HTML counts it: not the ideographic space. */
const isWhiteSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c;

/** Ends the line, unless it has only just begun. */
export function breakLine(out: MappedTextBuilder, at: number): void {
  if (out.length > 0 && !out.endsWith("\n")) out.insert("\n", at);
}

/** A span step added to a location. */
export function spanAt(at: Location, spanOf: ReturnType<typeof placeByLine>, start: number, end: number): Location {
  return [...at, ...spanOf({ start, end }).at.slice(at.length)];
}
