/** One OpenDocument XML stream (ODF 1.3 part 3, 3.1): content, styles, metadata or settings, or all of them in a flat file. */
import { readXml, type XmlReader } from "../../bytes/xml.js";
import { printableRuns } from "../../bytes/printable-runs.js";
import type { Budget, Concealment, Location, Segment } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { createCollector } from "../../text/story/collector.js";
import { segmentsOf } from "../../text/story/lines.js";
import { type PageSights, readPageSights } from "./drawings.js";
import { WHITE } from "./look.js";
import { readSpreadsheet } from "./sheets.js";
import { readStory, type StoryContext } from "./story.js";
import { createStyles, type OdfStyles } from "./styles.js";

/** What the streams of one document share: styles are in one, what they hide in another. */
export interface OdfDocument {
  readonly budget: Budget;
  readonly styles: OdfStyles;
  readonly authors: Set<string>;
  readonly references: Set<string>;
  /** Contents of `office:binary-data`. */
  readonly binaries: Uint8Array[];
}

export function createDocument(budget: Budget): OdfDocument {
  return { budget, styles: createStyles(), authors: new Set(), references: new Set(), binaries: [] };
}

/**
 * @param at of the document
 * @param partAt of the stream
 * @param whole why nothing in it is seen
 * @returns whether there was an element at all
 */
export function* readDocumentXml(xml: Uint8Array, document: OdfDocument, at: Location, partAt: Location, whole?: Concealment): Generator<Segment, boolean> {
  const { budget } = document;
  const context: StoryContext = {
    ...document,
    binary(base64) {
      const bytes = Buffer.from(base64, "base64");
      budget.expand(bytes.length);
      if (bytes.length > 0) document.binaries.push(bytes);
    },
  };
  const reader = readXml(xml);
  const outside = createCollector();
  let isThere = false;
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token === "aside" && !/^xml\s/u.test(reader.text)) outside.side(reader.text, "markup-comment");
    if (token === "text" && /\S/u.test(reader.text)) outside.side(reader.text.trim(), "package-data");
    if (token !== "open") continue;
    isThere = true;
    if (reader.depth === 1) continue;
    switch (reader.name) {
      case "meta":
        yield* metadata(reader, at, whole);
        break;
      case "styles":
      case "automatic-styles":
        document.styles.read(reader);
        yield* styleWords(document.styles, partAt, whole);
        break;
      case "settings":
        yield* settings(reader, partAt);
        break;
      case "font-face-decls":
        skip(reader);
        break;
      case "master-styles": {
        const out = createCollector();
        readStory(reader, context, { out, ...(whole !== undefined && { concealment: whole }) });
        yield* segmentsOf(out.finish(), partAt, whole);
        break;
      }
      case "body":
        yield* body(reader, xml, context, partAt, whole);
        break;
      default:
        readStory(reader, context, { out: outside, concealment: whole ?? "package-data" });
    }
  }
  yield* segmentsOf(outside.finish(), partAt, whole);
  return isThere;
}

function* body(reader: XmlReader, xml: Uint8Array, context: StoryContext, partAt: Location, whole: Concealment | undefined): Generator<Segment> {
  const outer = reader.depth;
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    if (token !== "open") continue;
    if (reader.name === "spreadsheet") yield* readSpreadsheet(reader, partAt, context, whole);
    else if (reader.name === "presentation" || reader.name === "drawing") yield* pages(reader, readPageSights(xml, context.styles), context, partAt, whole);
    else {
      const out = createCollector();
      readStory(reader, context, { out, ...(reader.name === "text" && context.styles.isPaperWhite && { ground: WHITE }), ...(whole !== undefined && { concealment: whole }) });
      yield* segmentsOf(out.finish(), partAt, whole);
    }
  }
}

/** Slides and drawing pages, each with its notes. */
function* pages(reader: XmlReader, sights: PageSights, context: StoryContext, at: Location, whole: Concealment | undefined): Generator<Segment> {
  const outer = reader.depth;
  const around = createCollector();
  let number = 0;
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    if (token === "aside") around.side(reader.text, "markup-comment");
    if (token !== "open") continue;
    if (reader.name !== "page") {
      readStory(reader, context, { out: around, ...(whole !== undefined && { concealment: whole }) });
      continue;
    }
    context.budget.entry();
    number++;
    const isHidden = context.styles.look("drawing-page", reader.attribute("style-name")).absent;
    const out = createCollector();
    readStory(reader, context, { out, sights: sights.at(number - 1) ?? [], ...(whole !== undefined && { concealment: whole }) });
    yield* segmentsOf(out.finish(), [...at, { kind: "page", number }], whole ?? (isHidden ? "hidden-slide" : undefined));
  }
  yield* segmentsOf(around.finish(), at, whole);
}

const TIMESTAMP = /^\d{4}-\d\d-\d\d(?:T[\d:.]{0,20}(?:Z|[+-]\d\d:?\d\d)?)?$/u;
/** Counts and spans of time. */
const NO_TEXT = new Set(["document-statistic", "editing-cycles", "editing-duration", "hyperlink-behaviour", "date", "creation-date", "print-date"]);

/** Part 3, 4.3: each property is a name with a text. */
function* metadata(reader: XmlReader, at: Location, whole: Concealment | undefined): Generator<Segment> {
  const outer = reader.depth;
  const remarks: Remark[] = [];
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    if (token === "aside") remarks.push({ text: reader.text, at });
    if (token !== "open" || NO_TEXT.has(reader.name)) continue;
    const name = reader.attribute("name") ?? reader.name;
    const links = ["title", "href"].map((attribute) => reader.attribute(attribute) ?? "");
    const text = [...links, reader.innerText().trim()].filter((one) => one !== "" && !TIMESTAMP.test(one)).join("\n");
    if (text !== "") remarks.push({ text, at: [...at, { kind: "property", name }] });
  }
  if (remarks.length > 0) yield remarksSegment(remarks, whole ?? "property");
}

/** Part 3, 3.10: texts, and readable stretches of what printers leave behind. */
function* settings(reader: XmlReader, at: Location): Generator<Segment> {
  const outer = reader.depth;
  const remarks: Remark[] = [];
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    if (token === "aside") remarks.push({ text: reader.text, at });
    if (token !== "open" || reader.name !== "config-item") continue;
    const name = reader.attribute("name") ?? "";
    const type = reader.attribute("type");
    if (type !== "string" && type !== "base64Binary") continue;
    const written = reader.innerText().trim();
    const text = type === "string" ? written : printableRuns(Buffer.from(written, "base64"));
    if (text !== "") remarks.push({ text, at: [...at, { kind: "property", name }] });
  }
  if (remarks.length > 0) yield remarksSegment(remarks, "package-data");
}

function skip(reader: XmlReader): void {
  const outer = reader.depth;
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); ) token = reader.next();
}

function* styleWords(styles: OdfStyles, partAt: Location, whole: Concealment | undefined): Generator<Segment> {
  const words = styles.takeWords().map((text): Remark => ({ text, at: partAt }));
  if (words.length > 0) yield remarksSegment(words, whole ?? "package-data");
}
