/**
 * Reads OpenDocument text (ODF 1.3 part 3, 5 to 7): paragraphs, tables, notes, comments, tracked changes, fields and shapes, with why
 * a reader would not see them.
 *
 * One file, because the elements share what is open around them: what deletes, hides or comments on the text of a span.
 */
import type { XmlReader } from "../../bytes/xml.js";
import type { Budget, Concealment } from "../../contract.js";
import type { Collector } from "../../text/story/collector.js";
import { type Drawing, type Drawings, SHAPES, trackDrawings } from "./drawings.js";
import { CONCEALING, INLINE, REFERRING } from "./elements.js";
import { type Look, over, PLAIN, UNKNOWN_GROUND, unseen } from "./look.js";
import { sidelinesOf } from "./sidelines.js";
import type { OdfStyles } from "./styles.js";
import { createSurroundings } from "./surroundings.js";

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
  /** The colour behind all text that has no ground of its own. Absent: nobody here can tell. */
  readonly ground?: string;
  /** The element stands in a line of text of this look: a span, a link, a field. */
  readonly inLineOf?: Look;
  /** Why the page's shapes are not seen, in the order in which they begin. */
  readonly sights?: readonly (Concealment | undefined)[];
  /** Is given each shape when it ends. */
  readonly drawn?: (drawing: Drawing) => void;
}

const TOKENS_A_TICK = 20_000;
/** Smaller text cannot be read on paper; in the cells of a sheet the rule of all workbooks goes. */
const isUnreadable = (points: number): boolean => points <= 1;

interface Paragraph {
  readonly depth: number;
  readonly look: Look;
  readonly pieces: [text: string, concealment: Concealment | undefined][];
  hidden: boolean;
}

/** Reads the element that was just opened, to its end. */
export function readStory(reader: XmlReader, context: StoryContext, { out, concealment, ground = UNKNOWN_GROUND, inLineOf, sights, drawn }: StoryOptions): void {
  const { budget, styles } = context;
  const outer = reader.depth;
  const reasons: { depth: number; reason: Concealment }[] = concealment === undefined ? [] : [{ depth: 0, reason: concealment }];
  const paragraphs: Paragraph[] = [];
  /** Of the last span: what it and those around it say. */
  const spans: { depth: number; look: Look }[] = [];
  const surroundings = createSurroundings(styles, ground);
  const drawings: Drawings | undefined = drawn && trackDrawings(styles, drawn);
  const path: string[] = [];
  let tables = 0;
  let shapes = 0;
  let notes = 0;
  let forms = 0;
  let tokens = 0;
  if (inLineOf !== undefined) {
    paragraphs.push({ depth: outer - 1, look: inLineOf, pieces: [], hidden: false });
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
    drawings?.open(reader);
    surroundings.open(reader);
    if (REFERRING.has(name)) refer();
    switch (name) {
      case "p":
      case "h":
        paragraphs.push({ depth, look: surroundings.inside(styles.look("paragraph", reader.attribute("style-name"))), pieces: [], hidden: false });
        out.openParagraph();
        return;
      case "span":
        spans.push({ depth, look: over(lookNow() ?? PLAIN, styles.look("text", reader.attribute("style-name"))) });
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
        // Some programs do not say which of the two is shown.
        const shown = reader.attribute("current-value");
        for (const outcome of ["true", "false"]) {
          const other = outcome === shown ? "" : (reader.attribute(`string-value-if-${outcome}`)?.trim() ?? "");
          if (other !== "") out.side(other, outermost() ?? "hidden-text");
        }
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
      case "notes":
        notes++;
        return;
      case "master-page":
        styles.addMaster(reader.attribute("name") ?? "", reader.attribute("page-layout-name"));
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
      case "notes":
        notes--;
        break;
    }
    drawings?.close(depth);
    surroundings.close(depth);
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
        out.ruby(said, reasonOf(said));
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
      if (/\S/u.test(content)) out.side(content, reasonOf(content));
    } else paragraph.pieces.push([content, reasonOf(content)]);
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

  function reasonOf(content: string): Concealment | undefined {
    if (reasons.length > 0) return outermost();
    const look = lookNow();
    return look && unseen(content, look, surroundings.ground, isUnreadable);
  }

  /** Of text that stands here in a paragraph. */
  function lookNow(): Look | undefined {
    const paragraph = paragraphs.at(-1);
    const last = spans.at(-1);
    return last !== undefined && paragraph !== undefined && last.depth > paragraph.depth ? last.look : paragraph?.look;
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
    const sight = notes === 0 ? sights?.[shapes++] : undefined;
    if (display === "none" || display === "printer") return "hidden-text";
    return styles.isHiddenLayer(reader.attribute("layer")) ? "hidden-layer" : sight;
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
