/** Reads the tokens of XML that no other extractor knows: every text and every attribute, with the name it stands under. */
import type { Segment } from "../../contract.js";
import { copyDecoded } from "../../text/escapes.js";
import type { placeByLine } from "../../text/lines.js";
import type { MappedTextBuilder } from "../../text/mapped.js";
import { attributeRole, isHiding } from "./elements.js";
import { appendRaw, breakLine, createStreams } from "./streams.js";
import type { Attribute, TokenHandler, ValuePiece } from "./tokens.js";

export interface XmlContext {
  readonly source: string;
  readonly spanOf: ReturnType<typeof placeByLine>;
  readonly emit: (segment: Segment) => void;
  readonly isSvg: boolean;
}

interface OpenElement {
  readonly name: string;
  readonly nameStart: number;
  readonly stream: "view" | "hidden-text" | "metadata";
  /** It goes on in the line of what is around it. */
  readonly isInline: boolean;
  hasContent: boolean;
}

/** SVG's own shapes and numbers would read as telephone numbers. */
const SVG_METADATA = new Set(["metadata", "rdf:rdf", "sodipodi:namedview"]);

/** Stretches of one text, often of one letter each, with their own places on the line. */
const SVG_INLINE = new Set(["tspan", "textpath", "a"]);
const BEGINS_LINE = new Set(["y", "dy"]);

export function createXmlReader({ source, spanOf, emit, isSvg }: XmlContext): TokenHandler & { finish(): void } {
  const streams = createStreams(source, spanOf, emit);
  const stack: OpenElement[] = [];
  const openCount = new Map<string, number>();
  const current = (): MappedTextBuilder => streams.of(stack.at(-1)?.stream ?? "view");

  const pop = (end: number): void => {
    const element = stack.pop();
    if (element === undefined) return;
    openCount.set(element.name, (openCount.get(element.name) ?? 1) - 1);
    if (!element.isInline) breakLine(streams.of(element.stream), end);
    streams.flushLarge();
  };
  const readAttribute = ({ name, value, pieces }: Attribute, out: MappedTextBuilder): void => {
    if (value.trim() === "" || name.startsWith("xmlns") || (isSvg && attributeRole(name.toLowerCase()) === "silent")) return;
    const start = pieces[0].start;
    breakLine(out, start);
    out.insert(`${name}: `, start);
    for (const piece of pieces) appendRaw(out, piece);
    out.insert("\n", pieces[pieces.length - 1].end);
  };
  const labelled = (piece: ValuePiece): MappedTextBuilder => {
    const out = current();
    const top = stack.at(-1);
    // The first text of an element stands under the element's name: <氏名>…</氏名> is a label and its value.
    if (top !== undefined && !top.hasContent) {
      top.hasContent = true;
      breakLine(out, top.nameStart);
      out.copy(top.nameStart, top.nameStart + top.name.length);
      out.insert(": ", piece.start);
    }
    return out;
  };
  const aside = (stream: "markup-comment" | "metadata", start: number, end: number): void => {
    if (source.slice(start, end).trim() === "") return;
    const out = streams.of(stream);
    breakLine(out, start);
    copyDecoded(out, source, start, end);
    out.insert("\n", end);
  };
  return {
    text(piece) {
      if (piece.meaning === undefined && source.slice(piece.start, piece.end).trim() === "") {
        // What parts lines of the source parts none of the text: each element ends its line already.
        if (stack.at(-1)?.hasContent === true && !source.slice(piece.start, piece.end).includes("\n")) appendRaw(current(), piece);
        return;
      }
      appendRaw(labelled(piece), piece);
    },
    open(name, nameStart, attributes) {
      const outer = stack.at(-1);
      if (outer !== undefined) outer.hasContent = true;
      let stream = outer?.stream ?? "view";
      if (stream === "view" && isSvg && SVG_METADATA.has(name.toLowerCase())) stream = "metadata";
      if (stream === "view" && isSvg && isHiding(attributes)) stream = "hidden-text";
      const isInline = isSvg && SVG_INLINE.has(name.toLowerCase());
      stack.push({ name, nameStart, stream, isInline, hasContent: isInline });
      if (isInline && attributes.some((one) => BEGINS_LINE.has(one.name))) breakLine(current(), nameStart);
      openCount.set(name, (openCount.get(name) ?? 0) + 1);
      for (const attribute of attributes) readAttribute(attribute, current());
    },
    selfClose() {
      pop(stack.at(-1)?.nameStart ?? 0);
    },
    close(name, end) {
      if ((openCount.get(name) ?? 0) === 0) return;
      while (stack.length > 0 && stack[stack.length - 1].name !== name) pop(end);
      pop(end);
    },
    comment: (start, end) => {
      aside("markup-comment", start, end);
    },
    declaration: (start, end) => {
      aside("metadata", start, end);
    },
    unfinished(start, end) {
      const out = streams.of("view");
      breakLine(out, start);
      copyDecoded(out, source, start, end);
    },
    finish() {
      while (stack.length > 0) pop(source.length);
      streams.flushAll();
    },
  };
}
