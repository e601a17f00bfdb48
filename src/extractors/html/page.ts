/** Reads the tokens of a page: which text stands where, and who would see it. */
import type { Artifact, Concealment, Location, Segment } from "../../contract.js";
import { copyDecoded } from "../../text/escapes.js";
import type { placeByLine } from "../../text/lines.js";
import type { MappedTextBuilder } from "../../text/mapped.js";
import { POP_DIRECTION, RIGHT_TO_LEFT_OVERRIDE } from "../../text/overrides.js";
import { decodeContact, isContact } from "./contacts.js";
import { attributeOf, attributeRole, BLOCK, CLOSED_BY, HIDDEN, isHiding, isTurning, PREFORMATTED, VOID } from "./elements.js";
import { appendCollapsed, appendRaw, breakLine, createStreams, spanAt, type StreamName, type Streams } from "./streams.js";
import { copyStyleSheet, type StyleSheet } from "./stylesheet.js";
import { createTable, type TableReading } from "./table.js";
import type { Attribute, TokenHandler, ValuePiece } from "./tokens.js";

export interface PageContext {
  readonly at: Location;
  readonly source: string;
  readonly spanOf: ReturnType<typeof placeByLine>;
  /** What the page's own style sheets hide. */
  readonly sheets: StyleSheet;
  readonly emit: (piece: Segment | Artifact) => void;
  /** Markup inside a comment or a script, to be read by itself once this page is done. False if it will not be. */
  readonly nested: (start: number, end: number, concealment: Concealment) => boolean;
}

export interface PageReader extends TokenHandler {
  /** Call it when the tokens have ended. */
  finish(): void;
}

interface OpenElement {
  readonly name: string;
  /** Of this element or one around it. */
  readonly concealment: Concealment | undefined;
  /** Where in the stack the concealment began. */
  readonly concealedFrom: number;
  readonly attributes: readonly Attribute[];
  /** What stands in a raw-text element: from the first unit to the last. */
  rawStart: number;
  rawEnd: number;
  /** Units of the stream written when the element began: what came since is its own text. */
  readonly written: number;
  readonly out: MappedTextBuilder;
  /** Where its text goes, which is drawn from right to left. */
  turned?: MappedTextBuilder;
  readonly table: OpenTable | undefined;
}

interface OpenTable {
  readonly reading: TableReading;
  readonly concealment: Concealment | undefined;
  /** Concealed from here on in the stack, a text is not part of the table but of a cell's hidden content. */
  depth: number;
  readonly start: number;
}

/** How far up an element is looked for that a new one closes. */
const MAX_IMPLIED_REACH = 64;
/** Tables in tables beyond this are read as text: layouts nest to ten or so, only attacks further. */
const MAX_NESTED_TABLES = 32;
/** A link whose text is longer than this shows more than an address. */
const MAX_LINK_TEXT = 1000;
/** Comments, words to be drawn, and addresses of pictures, those in `data:` among them. */
const SPEAKING_STYLE = /\/\*|url\(|content\s{0,9}:/iu;
const RAW_TEXT = new Set(["script", "style"]);
/** How a name above it is read: what it stands over reads on without it. */
const RUBY_TEXT = new Set(["rt", "rp"]);
const JSON_SCRIPT = /^(?:application|text)\/(?:[\w.+-]{1,60}\+)?json$|^(?:importmap|speculationrules)$/iu;
const MARKUP_SCRIPT = /^text\/(?:html|template|x-[\w-]{1,40}|ng-template)$/iu;
const TAG = /<\/?[A-Za-z][^<]{0,2000}>/u;

/** @param whole concealment of everything in it: the page stands in a comment */
export function createPageReader(context: PageContext, whole: Concealment | undefined): PageReader {
  const { at, source, spanOf, sheets, emit, nested } = context;
  const streams: Streams = createStreams(source, spanOf, emit);
  const stack: OpenElement[] = [];
  const openCount = new Map<string, number>();
  const tables: OpenTable[] = [];
  let preformatted = 0;
  let annotations = 0;

  const concealmentNow = (): Concealment | undefined => stack.at(-1)?.concealment ?? whole;
  const streamFor = (): MappedTextBuilder => {
    const table = tables.at(-1);
    const top = stack.at(-1);
    const concealment = concealmentNow();
    if (annotations > 0) return streams.of(concealment ?? "attributes");
    if (table?.reading.isInCell === true && (concealment === table.concealment || (top?.concealedFrom ?? 0) <= table.depth)) return table.reading.text;
    return streams.of(concealment ?? "view");
  };

  const line = (name: StreamName, attribute: Attribute, label = attribute.name): void => {
    if (attribute.value.trim() === "") return;
    const out = streams.of(name);
    const start = attribute.pieces[0].start;
    breakLine(out, start);
    out.insert(`${label}: `, start);
    for (const piece of attribute.pieces) appendRaw(out, piece);
    out.insert("\n", attribute.pieces[attribute.pieces.length - 1].end);
  };
  const inline = (attribute: Attribute | undefined): void => {
    if (attribute === undefined || attribute.value.trim() === "") return;
    const out = streamFor();
    if (out.length > 0 && !out.endsWith(" ") && !out.endsWith("\n")) out.insert(" ", attribute.pieces[0].start);
    for (const piece of attribute.pieces) appendRaw(out, piece);
    out.insert(" ", attribute.pieces[attribute.pieces.length - 1].end);
  };

  /** `value` and `content` say what they are about in another attribute. */
  const readAttributes = (name: string, attributes: readonly Attribute[], concealment: Concealment | undefined): void => {
    const isHiddenInput = name === "input" && attributeOf(attributes, "type")?.value.toLowerCase() === "hidden";
    for (const attribute of attributes) {
      const attributeName = attribute.name.toLowerCase();
      if (attributeName === "content" && name === "meta") {
        line(concealment ?? "metadata", attribute, (attributeOf(attributes, "name") ?? attributeOf(attributes, "property"))?.value.slice(0, 80) ?? "content");
      } else if (attributeName === "value" && name === "input" && !isHiddenInput) inline(attribute);
      else if (attributeName === "value" && isHiddenInput) line(concealment ?? "hidden-text", attribute, attributeOf(attributes, "name")?.value.slice(0, 80) ?? "value");
      else if (attributeName === "alt" || attributeName === "placeholder") inline(attribute);
      else if (attributeName === "href" && isContact(attribute.value)) continue;
      else if (attributeName === "srcdoc") emitChild(attribute);
      else if (attributeName === "style" && SPEAKING_STYLE.test(attribute.value)) line(concealment ?? "hidden-text", attribute);
      else {
        const role = attributeRole(attributeName);
        if (role === "readable") line(concealment ?? "attributes", attribute);
        else if (role === "hidden") line(concealment ?? "hidden-text", attribute);
      }
    }
  };

  const emitChild = ({ value, pieces }: Attribute): void => {
    if (value.trim() === "") return;
    const place = spanAt(at, spanOf, pieces[0].start, pieces[pieces.length - 1].end);
    const concealment = concealmentNow();
    emit({ kind: "artifact", at: place, name: "srcdoc.html", bytes: Buffer.from(value), mediaType: "text/html; charset=utf-8", ...(concealment && { concealment }) });
  };

  /** The address behind a link, where the link does not show it. */
  const readContact = ({ attributes, written, out }: OpenElement): void => {
    const href = attributeOf(attributes, "href");
    if (href === undefined || !isContact(href.value)) return;
    const contact = decodeContact(href.value);
    const current = streamFor();
    const shown = current === out ? out.textFrom(written, MAX_LINK_TEXT) : undefined;
    if (contact === "" || shown?.includes(contact) === true) return;
    const { start } = href.pieces[0];
    const { end } = href.pieces[href.pieces.length - 1];
    current.insert(" ", start);
    current.replace(contact, start, end);
    current.insert(" ", end);
  };

  const readScript = ({ name, attributes, rawStart, rawEnd, concealment }: OpenElement): void => {
    if (rawEnd <= rawStart || source.slice(rawStart, rawEnd).trim() === "") return;
    const type = name === "script" ? (attributeOf(attributes, "type")?.value.trim() ?? "") : "";
    const hidden = concealment ?? "hidden-text";
    if (JSON_SCRIPT.test(type)) {
      const bytes = Buffer.from(source.slice(rawStart, rawEnd));
      const place = spanAt(at, spanOf, rawStart, rawEnd);
      emit({ kind: "artifact", at: place, name: "script.json", bytes, mediaType: "application/json; charset=utf-8", concealment: hidden });
    } else if (whole !== undefined || !MARKUP_SCRIPT.test(type) || !nested(rawStart, rawEnd, hidden)) {
      const out = streams.of(hidden);
      breakLine(out, rawStart);
      (name === "style" ? copyStyleSheet : copyDecoded)(out, source, rawStart, rawEnd);
      out.insert("\n", rawEnd);
    }
  };

  const pop = (end: number): void => {
    const element = stack.pop();
    if (element === undefined) return;
    const { name, table } = element;
    openCount.set(name, (openCount.get(name) ?? 1) - 1);
    if (PREFORMATTED.has(name)) preformatted--;
    if (name === "a" || name === "area") readContact(element);
    if (RAW_TEXT.has(name)) readScript(element);
    element.turned?.insert(POP_DIRECTION, end);
    if (RUBY_TEXT.has(name)) annotations--;
    if (name === "ruby") streams.of("attributes").insert(" ", end);
    if (table !== undefined) {
      tables.pop();
      const isFrame = table.reading.isFrame && table.concealment === (tables.at(-1)?.concealment ?? concealmentNow());
      if (isFrame) {
        breakLine(streamFor(), table.start);
        table.reading.text.appendTo(streamFor());
      }
      const segment = isFrame ? undefined : table.reading.finish(spanAt(at, spanOf, table.start, end), spanOf, table.concealment);
      if (segment !== undefined) emit(segment);
    } else if (name === "td" || name === "th") tables.at(-1)?.reading.endCell();
    // A term and what is said of it are a label and its value.
    if (name === "dt" && tables.length === 0 && element.out.length > element.written) element.out.insert("\t", end);
    else if (BLOCK.has(name)) breakBlock(end);
  };
  const breakBlock = (position: number): void => {
    const table = tables.at(-1);
    if (table?.reading.isInCell === true) {
      const { text } = table.reading;
      if (!text.endsWith("\t")) breakLine(text, position);
    } else {
      breakLine(streams.of(concealmentNow() ?? "view"), position);
      if (tables.length === 0) streams.flushLarge();
    }
  };

  const closeImplied = (name: string, position: number): void => {
    const rule = Object.hasOwn(CLOSED_BY, name) ? CLOSED_BY[name] : undefined;
    if (rule === undefined) return;
    const [closes, within] = rule;
    let outermost = -1;
    for (let i = stack.length - 1; i >= Math.max(0, stack.length - MAX_IMPLIED_REACH) && !within.has(stack[i].name); i--) {
      if (closes.has(stack[i].name)) outermost = i;
    }
    if (outermost >= 0) while (stack.length > outermost) pop(position);
  };

  const appendText = (piece: ValuePiece): void => {
    const out = streamFor();
    if (preformatted > 0) appendRaw(out, piece);
    else appendCollapsed(out, source, piece);
  };

  return {
    text(piece) {
      const top = stack.at(-1);
      if (top !== undefined && RAW_TEXT.has(top.name)) {
        if (top.rawEnd < 0) top.rawStart = piece.start;
        top.rawEnd = piece.end;
      } else appendText(piece);
    },
    open(written, nameStart, attributes) {
      const name = written.toLowerCase();
      closeImplied(name, nameStart);
      if (BLOCK.has(name) && !(name === "dd" && streamFor().endsWith("\t"))) breakBlock(nameStart);
      const outer = stack.at(-1);
      const outerConcealment = concealmentNow();
      const hides = outerConcealment === undefined && (HIDDEN.has(name) || isHiding(attributes) || sheets.hides(name, attributes));
      const concealment = hides ? "hidden-text" : outerConcealment;
      const concealedFrom = hides ? stack.length : (outer?.concealedFrom ?? 0);
      const table: OpenTable | undefined = name === "table" && tables.length < MAX_NESTED_TABLES ? { reading: createTable(source), concealment, depth: stack.length, start: nameStart - 1 } : undefined;
      const around = tables.at(-1);
      if (around !== undefined && name === "tr") {
        around.depth = stack.length;
        around.reading.startRow(around.concealment === undefined ? concealment : undefined);
      } else if (around !== undefined && (name === "td" || name === "th")) {
        around.reading.startCell(attributeOf(attributes, "colspan")?.value, attributeOf(attributes, "rowspan")?.value, nameStart);
      }
      if (table !== undefined) tables.push(table);
      const out = streamFor();
      stack.push({ name, concealment, concealedFrom, attributes, rawStart: 0, rawEnd: -1, written: out.length, out, table });
      openCount.set(name, (openCount.get(name) ?? 0) + 1);
      if (PREFORMATTED.has(name)) preformatted++;
      if (RUBY_TEXT.has(name)) annotations++;
      readAttributes(name, attributes, concealment);
      if (isTurning(name, attributes) || sheets.turns(name, attributes)) (stack[stack.length - 1].turned = streamFor()).insert(RIGHT_TO_LEFT_OVERRIDE, nameStart);
      if (VOID.has(name)) pop(nameStart);
    },
    selfClose() {
      if (stack.length > 0) pop(0);
    },
    close(written, end) {
      const name = written.toLowerCase();
      // A closing tag that nothing opened means nothing (except </p> and </br>, which break the line).
      if ((openCount.get(name) ?? 0) > 0) {
        while (stack.length > 0 && stack[stack.length - 1].name !== name) pop(end);
        pop(end);
      } else if (BLOCK.has(name)) breakBlock(end);
    },
    comment(start, end) {
      const text = source.slice(start, end);
      if (text.trim() === "") return;
      const concealment = concealmentNow() ?? "markup-comment";
      if (whole === undefined && TAG.test(text) && nested(start, end, concealment)) return;
      const out = streams.of(concealment);
      breakLine(out, start);
      copyDecoded(out, source, start, end);
      out.insert("\n", end);
    },
    declaration(start, end) {
      const out = streams.of("metadata");
      breakLine(out, start);
      out.copy(start, end);
      out.insert("\n", end);
    },
    unfinished(start, end) {
      const out = streams.of("hidden-text");
      breakLine(out, start);
      copyDecoded(out, source, start, end);
    },
    finish() {
      while (stack.length > 0) pop(source.length);
      streams.flushAll();
    },
  };
}
