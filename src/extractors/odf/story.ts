/**
 * Reads OpenDocument text (ODF 1.3 part 3, 5 to 7): paragraphs, tables, notes, comments, tracked changes, fields and shapes, with why
 * a reader would not see them.
 *
 * One file, because the elements share what is open around them: what deletes, hides or comments on the text of a span.
 */
import type { XmlReader } from "../../bytes/xml.js";
import type { Budget, Concealment } from "../../contract.js";
import type { Collector } from "../../text/story/collector.js";
import { sidelinesOf } from "./sidelines.js";
import { type Look, type OdfStyles, points } from "./styles.js";

export interface StoryContext {
  readonly budget: Budget;
  readonly styles: OdfStyles;
  /** Of comments and tracked changes. */
  readonly authors: Set<string>;
  /** Targets of pictures and objects: entries of the package that the document shows. */
  readonly references: Set<string>;
  /** Bytes inside the XML (`office:binary-data`), in base64. */
  binary(base64: string): void;
}

export interface StoryOptions {
  readonly out: Collector;
  /** Why nothing of it is seen. */
  readonly concealment?: Concealment;
  /** White text may stand on a coloured ground that is set elsewhere. */
  readonly onPaper?: boolean;
  /** The element stands in a line of text: a span, a link, a field. */
  readonly isInline?: boolean;
}

const TOKENS_A_TICK = 20_000;
/** Paragraphs, and what may stand between them and a word. */
const INLINE = new Set([
  "p", "h", "span", "a", "ruby", "ruby-base", "meta", "meta-field", "title", "subject", "keywords", "description", "creator", "initial-creator", "date", "time", "page-number",
  "page-count", "page-continuation", "author-name", "author-initials", "chapter", "file-name", "template-name", "sheet-name", "sequence", "sequence-ref", "bookmark-ref", "reference-ref",
  "note-ref", "variable-set", "variable-get", "variable-input", "user-field-get", "user-field-input", "expression", "text-input", "user-defined", "conditional-text", "hidden-text",
  "hidden-paragraph", "placeholder", "database-display", "database-name", "database-row-number", "bibliography-mark", "measure", "table-formula", "drop-down", "sender-firstname",
  "sender-lastname", "sender-initials", "sender-title", "sender-position", "sender-email", "sender-phone-private", "sender-fax", "sender-company", "sender-phone-work", "sender-street",
  "sender-city", "sender-postal-code", "sender-country", "sender-state-or-province", "creation-date", "creation-time", "modification-date", "modification-time", "printed-by",
  "print-date", "print-time", "editing-cycles", "editing-duration", "execute-macro", "dde-connection", "header", "footer", "date-time", "content-control", "line", "number", "script",
  "paragraph-count", "word-count", "character-count", "table-count", "image-count", "object-count", "index-entry-span", "changed-region", "page-variable-get", "page-variable-set", "fieldmark",
]);
const SHAPES = new Set(["frame", "rect", "custom-shape", "line", "polyline", "polygon", "path", "ellipse", "circle", "connector", "caption", "g", "measure", "control", "scene", "regular-polygon"]);
const REFERRING = new Set(["image", "object", "object-ole", "plugin", "fill-image", "background-image", "audio", "video", "sound"]);
/** Elements that take all that is inside them out of view. */
const CONCEALING: Readonly<Record<string, Concealment>> = {
  "tracked-changes": "deleted-revision", annotation: "comment", notes: "speaker-notes", "covered-table-cell": "hidden-text", "content-validations": "hidden-text",
  "dde-links": "external-link-cache", "data-pilot-tables": "pivot-cache",
};

/** Smaller text cannot be read on paper; in the cells of a sheet the rule of all workbooks goes. */
const UNREADABLE_POINTS = 1;

interface Paragraph {
  readonly depth: number;
  readonly look: Look;
  readonly pieces: [text: string, concealment: Concealment | undefined][];
  hidden: boolean;
}

/** Reads the element that was just opened, to its end. */
export function readStory(reader: XmlReader, context: StoryContext, { out, concealment, onPaper = false, isInline = false }: StoryOptions): void {
  const { budget, styles } = context;
  const outer = reader.depth;
  const reasons: { depth: number; reason: Concealment }[] = concealment === undefined ? [] : [{ depth: 0, reason: concealment }];
  const paragraphs: Paragraph[] = [];
  const spans: { depth: number; look: Look }[] = [];
  const path: string[] = [];
  let tables = 0;
  let shapes = 0;
  let forms = 0;
  let tokens = 0;
  if (isInline) {
    paragraphs.push({ depth: outer - 1, look: styles.look("", undefined), pieces: [], hidden: false });
    out.openParagraph();
  }
  open();
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (++tokens % TOKENS_A_TICK === 0) budget.tick();
    if (token === "open") open();
    else if (token === "text") text(reader.text);
    else if (token === "aside") out.side(reader.text, "markup-comment");
    else {
      close();
      if (reader.depth <= outer) break;
    }
  }
  while (paragraphs.length > 0) endParagraph();

  function open(): void {
    const { name, depth } = reader;
    path.length = depth;
    path[depth] = name;
    const reason = concealing(name);
    if (reason !== undefined) reasons.push({ depth, reason });
    for (const line of sidelinesOf(reader, name, forms > 0)) out.side(line.text, outermost() ?? line.concealment);
    if (SHAPES.has(name)) shapes++;
    if (REFERRING.has(name)) refer();
    switch (name) {
      case "p":
      case "h":
        paragraphs.push({ depth, look: styles.look("paragraph", reader.attribute("style-name")), pieces: [], hidden: false });
        out.openParagraph();
        return;
      case "span":
        spans.push({ depth, look: styles.look("text", reader.attribute("style-name")) });
        return;
      case "s":
        write(" ");
        return;
      case "tab":
        write("\t");
        return;
      case "line-break":
        write("\n");
        return;
      case "hidden-paragraph":
        if (reader.attribute("is-hidden") === "true" && paragraphs.length > 0) paragraphs[paragraphs.length - 1].hidden = true;
        return;
      case "conditional-text": {
        const isTrue = reader.attribute("current-value") === "true";
        const other = reader.attribute(isTrue ? "string-value-if-false" : "string-value-if-true")?.trim() ?? "";
        if (other !== "") out.side(other, outermost() ?? "hidden-text");
        return;
      }
      case "bibliography-mark":
        for (const [key, value] of reader.attributes()) if (/\S/u.test(value) && key !== "bibliography-type") out.side(value, outermost() ?? "hidden-text");
        return;
      case "table":
        if (forms > 0) return;
        tables++;
        out.openTable();
        return;
      case "table-row":
        out.openRow();
        if (isCollapsed()) out.concealRow("hidden-row");
        return;
      case "table-cell":
      case "covered-table-cell":
        out.openCell(Math.max(1, Number(reader.attribute("number-columns-repeated") ?? 1)));
        return;
      case "forms":
        forms++;
        return;
      case "layer":
        styles.addLayer(reader.attribute("name") ?? "", !/^(?:none|printer)$/u.test(reader.attribute("display") ?? ""));
        return;
      case "binary-data":
        context.binary(reader.innerText());
        // The reader has moved past its close.
        closed(name, depth);
        return;
    }
  }

  function close(): void {
    closed(reader.name, reader.depth);
  }

  function closed(name: string, depth: number): void {
    switch (name) {
      case "p":
      case "h":
        if (paragraphs[paragraphs.length - 1]?.depth === depth) endParagraph();
        break;
      case "table":
        if (tables > 0) {
          tables--;
          out.closeTable();
        }
        break;
      case "table-row":
        out.closeRow();
        break;
      case "table-cell":
      case "covered-table-cell":
        out.closeCell();
        break;
      case "ruby-text":
        out.endRuby();
        break;
      case "forms":
        forms--;
        break;
    }
    if (SHAPES.has(name) && shapes > 0) shapes--;
    if (spans[spans.length - 1]?.depth === depth) spans.pop();
    if (reasons[reasons.length - 1]?.depth === depth) reasons.pop();
  }

  function text(content: string): void {
    const element = path[reader.depth] ?? "";
    if (paragraphs.length > 0 && isInLine(reader.depth)) {
      // White space collapses (6.1.2).
      write(content.replace(/[ \t\r\n]+/gu, " "));
      return;
    }
    const said = content.trim();
    if (said === "") return;
    switch (element) {
      case "creator":
      case "creator-initials":
        context.authors.add(said);
        return;
      case "date":
      case "date-string":
      case "note-citation":
        return;
      case "ruby-text":
        out.ruby(said, reasonNow());
        return;
      case "title":
      case "desc":
        out.side(said, outermost() ?? "property");
        return;
      case "header-decl":
      case "footer-decl":
      case "date-time-decl":
        out.side(said, outermost());
        return;
      default:
        out.side(said, outermost() ?? "package-data");
    }
  }

  /** The words of a paragraph: every element between it and the text is one that stands in a line. */
  function isInLine(depth: number): boolean {
    const from = paragraphs[paragraphs.length - 1].depth;
    for (let at = depth; at > from; at--) if (!INLINE.has(path[at])) return false;
    return true;
  }

  function write(content: string): void {
    const paragraph = paragraphs[paragraphs.length - 1];
    if (paragraph === undefined) {
      if (/\S/u.test(content)) out.side(content, reasonNow());
    } else paragraph.pieces.push([content, reasonNow()]);
  }

  function endParagraph(): void {
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    for (const [piece, reason] of paragraph.pieces) out.write(piece, paragraph.hidden ? (reason ?? "hidden-text") : reason);
    out.closeParagraph();
  }

  function outermost(): Concealment | undefined {
    return reasons[0]?.reason;
  }

  function reasonNow(): Concealment | undefined {
    if (reasons.length > 0) return outermost();
    const paragraph = paragraphs[paragraphs.length - 1];
    if (paragraph === undefined) return undefined;
    let { hidden, white, shaded } = paragraph.look;
    let tiny = paragraph.look.points <= UNREADABLE_POINTS;
    for (const { depth, look } of spans) {
      if (depth < paragraph.depth) continue;
      hidden ||= look.hidden;
      white ||= look.white;
      tiny ||= look.points <= UNREADABLE_POINTS;
      shaded ||= look.shaded;
    }
    if (hidden) return "hidden-text";
    return tiny || (white && !shaded && onPaper && tables === 0 && shapes === 0) ? "invisible-format" : undefined;
  }

  function concealing(name: string): Concealment | undefined {
    const always = Object.hasOwn(CONCEALING, name) ? CONCEALING[name] : undefined;
    if (always !== undefined) return always;
    if (name === "table" && path.includes("chart")) return "package-data";
    // A field's condition came out true when the document was saved (7.7.3).
    if (name === "hidden-text" && reader.attribute("is-hidden") !== "false") return "hidden-text";
    const display = reader.attribute("display");
    if (name === "section" && (display === "none" || (display === "condition" && reader.attribute("is-hidden") !== "false"))) return "hidden-text";
    if (/^(?:header|footer)(?:-left|-first)?$/u.test(name) && display === "false") return "hidden-text";
    if (!SHAPES.has(name)) return undefined;
    if (display === "none" || display === "printer") return "hidden-text";
    if (styles.isHiddenLayer(reader.attribute("layer"))) return "hidden-layer";
    return isOffPage() ? "off-page" : undefined;
  }

  /** Positions of shapes on slides and drawings count from the page's upper left corner (19.573). */
  function isOffPage(): boolean {
    if (onPaper || !path.includes("page") || !Number.isFinite(styles.page.width)) return false;
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => points(reader.attribute(name)));
    if (x === undefined || y === undefined || reader.attribute("transform") !== undefined) return false;
    return x >= styles.page.width || y >= styles.page.height || (width !== undefined && x + width <= 0) || (height !== undefined && y + height <= 0);
  }

  function isCollapsed(): boolean {
    const visibility = reader.attribute("visibility");
    return visibility === "collapse" || visibility === "filter";
  }

  function refer(): void {
    const href = reader.attribute("href");
    if (href !== undefined) context.references.add(href.replace(/^\.\//u, ""));
  }
}
