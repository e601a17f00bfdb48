/**
 * Reads WordprocessingML and DrawingML, whose paragraphs, runs and tables go by the same local names: the text in plain view, and
 * beside it what is deleted, hidden, invisible, or only said in field codes, alternative texts and the like. Character data
 * of any other element counts too.
 *
 * One file, because the elements share what is open around them: what deletes, hides or shades the text of a run.
 */
import { readXml, type XmlReader } from "../../bytes/xml.js";
import type { Budget, Concealment } from "../../contract.js";
import { createCollector } from "../../text/story/collector.js";
import type { Markup } from "../../text/story/lines.js";
import { sidelinesOf } from "./markup-sidelines.js";
import { SLIDE_SHAPES } from "./slide-shapes.js";
import { isOn, NO_STYLES, type TextStyles } from "./wml-styles.js";

export interface MarkupOptions {
  readonly styles?: TextStyles;
  /** What character data outside of runs is: it counts as drawn, unless said otherwise. */
  readonly looseText?: Concealment;
  /** Why what a slide's shapes hold is not seen, in the order in which they begin. */
  readonly shapes?: readonly (Concealment | undefined)[];
}

const TOKENS_A_TICK = 20_000;
/** 17.18.40, those that text is written in. */
const HIGHLIGHTS: Readonly<Record<string, string>> = { white: "ffffff", black: "000000", red: "ff0000", yellow: "ffff00", green: "00ff00", blue: "0000ff", cyan: "00ffff", magenta: "ff00ff" };
const WHITE = /^(?:f{6}|f{3})$/iu;
/** Half points, 17.3.2.38: text of one point cannot be read. In DrawingML sizes are hundredths of a point, 21.1.2.3.9. */
const UNREADABLE_HALF_POINTS = 2;
const UNREADABLE_HUNDREDTHS = 100;
/** Drawing positions and the like: numbers and keywords for the layout, in elements of their own. */
const LAYOUT_ELEMENTS = /^(?:posOffset|align|pctWidth|pctHeight|pctPos[HV]Offset|Anchor|MoveWithCells|SizeWithCells|AutoFill|Row|Column|formatCode|idx|ptCount)$/u;
const SHAPES = new Set(["sp", "wsp", "pic", "graphicFrame", "grpSp", "wgp", "cxnSp", "anchor", "inline", "shape"]);
const AUTHORED = new Set(["ins", "del", "moveFrom", "moveTo", "comment", "cellIns", "cellDel", "cellMerge", "moveFromRangeStart", "moveToRangeStart"]);

interface Run {
  vanish?: boolean;
  style?: string;
  /** Hex digits of red, green and blue, in lower case. */
  colour?: string | undefined;
  ground?: string | undefined;
  tiny: boolean;
  unfilled?: boolean;
  shaded: boolean;
}

export function readMarkup(xml: Uint8Array, budget: Budget, options: MarkupOptions = {}): Markup {
  const reader = readXml(xml);
  const out = createCollector();
  const authors = new Set<string>();
  const runs: Run[] = [];
  const paragraphStyles: { id?: string; shaded: boolean }[] = [];
  /** Depths of the open elements that delete what is inside them, that make it furigana, that hide it with its shape. */
  const deletedAt: number[] = [];
  const rubyAt: number[] = [];
  const shapes: { depth: number; reason: Concealment | undefined }[] = [];
  let slideShapes = 0;
  let textBoxes = 0;
  /** Names of the open elements; beyond the depth, of elements closed. */
  const path: string[] = [];
  const styles = options.styles ?? NO_STYLES;
  let tokens = 0;

  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (++tokens % TOKENS_A_TICK === 0) budget.tick();
    if (token === "open") {
      const { depth, name } = reader;
      path[depth - 1] = name;
      open(name, path[depth - 2] ?? "", path[depth - 3] ?? "");
    } else if (token === "close") close(reader.name);
    else if (token === "text") text(reader.text, path[reader.depth - 1] ?? "");
    else if (!/^xml\s|^mso-/u.test(reader.text)) out.side(reader.text, "markup-comment");
  }
  return { ...out.finish(), authors };

  function open(name: string, parent: string, grandparent: string): void {
    switch (name) {
      case "p":
        out.openParagraph();
        paragraphStyles.push({ shaded: false });
        return;
      case "r":
        runs.push({ tiny: false, shaded: false });
        return;
      case "tbl":
        out.openTable();
        return;
      case "tr":
        out.openRow();
        return;
      case "tc":
        out.openCell(Number(reader.attribute("gridSpan") ?? 1));
        return;
      case "gridSpan":
        if (parent === "tcPr") out.widenCell(Number(reader.attribute("val")));
        return;
      case "gridBefore":
        if (parent === "trPr") out.indentRow(Number(reader.attribute("val")));
        return;
      case "tab":
      case "ptab":
        if (parent === "r") write("\t");
        return;
      case "br":
      case "cr":
        if (parent === "r" || parent === "p") write("\n");
        return;
      case "noBreakHyphen":
        write("-");
        return;
      case "sym":
        write(symbol(reader));
        return;
      case "fldChar":
        if (reader.attribute("fldCharType") !== "begin") out.endInstruction();
        return;
      case "AlternateContent":
        out.openAlternatives();
        return;
      case "Fallback":
        out.openFallback();
        return;
      case "txbxContent":
        textBoxes++;
        return;
      case "rt":
        if (parent === "ruby") rubyAt.push(reader.depth);
        return;
    }
    if (SHAPES.has(name)) shapes.push({ depth: reader.depth, reason: SLIDE_SHAPES.has(name) ? options.shapes?.[slideShapes++] : undefined });
    if (AUTHORED.has(name) || name.endsWith("Change")) authored(name, parent);
    if (name === "rPr" && parent === "r" && Number(reader.attribute("sz") ?? UNREADABLE_HUNDREDTHS + 1) <= UNREADABLE_HUNDREDTHS) runs[runs.length - 1].tiny = true;
    // Letters that nothing fills: of a run in DrawingML (20.1.8.44), and Word's own text effects ([MS-ODRAWXML] 2.21.1.49).
    if (name === "noFill" && runs.length > 0 && ((parent === "rPr" && grandparent === "r") || parent === "textFill")) runs[runs.length - 1].unfilled = true;
    if (parent === "rPr" && grandparent === "r") runProperty(name);
    else if (parent === "pPr") paragraphProperty(name);
    else if (parent === "trPr" && name === "hidden" && isOn(reader.attribute("val"))) out.concealRow("hidden-text");
    if ((name === "cNvPr" || name === "docPr") && reader.attribute("hidden") !== undefined && isOn(reader.attribute("hidden"))) hideShape();
    for (const line of sidelinesOf(reader, name, parent)) out.side(line.text, line.concealment);
  }

  function close(name: string): void {
    const { depth } = reader;
    switch (name) {
      case "p":
        out.closeParagraph();
        paragraphStyles.pop();
        break;
      case "r":
        runs.pop();
        break;
      case "tbl":
        out.closeTable();
        break;
      case "tr":
        out.closeRow();
        break;
      case "tc":
        out.closeCell();
        break;
      case "AlternateContent":
        out.closeAlternatives();
        break;
      case "Fallback":
        out.closeFallback();
        break;
      case "txbxContent":
        textBoxes--;
        break;
    }
    if (deletedAt[deletedAt.length - 1] === depth) deletedAt.pop();
    if (rubyAt[rubyAt.length - 1] === depth) {
      rubyAt.pop();
      out.endRuby();
    }
    if (shapes[shapes.length - 1]?.depth === depth) shapes.pop();
  }

  function text(content: string, element: string): void {
    switch (element) {
      case "t":
        write(content);
        return;
      case "delText":
        out.write(content, "deleted-revision");
        return;
      case "instrText":
      case "delInstrText":
        out.instruct(content);
        return;
      default:
        if (!LAYOUT_ELEMENTS.test(element) && /\S/u.test(content)) out.side(content.trim(), options.looseText ?? reasonNow());
    }
  }

  function write(content: string): void {
    if (rubyAt.length > 0) out.ruby(content, reasonNow());
    else out.write(content, reasonNow());
  }

  /** Why text that stands here is not seen. */
  function reasonNow(): Concealment | undefined {
    if (deletedAt.length > 0) return "deleted-revision";
    // An outer shape's reason holds for all in it.
    for (const { reason } of shapes) if (reason !== undefined) return reason;
    const run = runs[runs.length - 1];
    if (run === undefined) return undefined;
    const around = paragraphStyles[paragraphStyles.length - 1];
    const paragraph = styles.paragraph(around?.id);
    const character = styles.character(run.style);
    // A toggle property (17.7.3): styles of two levels that both set it cancel each other, the run itself has the last word.
    if (run.vanish ?? paragraph.vanish !== character.vanish) return "hidden-text";
    // White on white. A table or text box may be dark, which stands elsewhere: white text there is no sign of hiding.
    const shaded = [run, paragraph, character, around].some((one) => one?.shaded);
    const onPage = !out.inTable() && textBoxes === 0 && !shaded;
    const isOnItself = run.colour !== undefined && run.colour === run.ground;
    return run.tiny || run.unfilled === true || isOnItself || (onPage && WHITE.test(run.colour ?? "")) ? "invisible-format" : undefined;
  }

  function runProperty(name: string): void {
    const run = runs[runs.length - 1];
    if (run === undefined) return;
    const value = reader.attribute("val");
    if (name === "vanish" || name === "specVanish") run.vanish = run.vanish === true || isOn(value);
    else if (name === "rStyle") run.style = value ?? "";
    else if (name === "color") run.colour = value?.toLowerCase();
    else if (name === "sz") run.tiny = Number(value) <= UNREADABLE_HALF_POINTS;
    else if (name === "highlight" || name === "shd") {
      run.shaded = true;
      run.ground = name === "shd" ? reader.attribute("fill")?.toLowerCase() : HIGHLIGHTS[value ?? ""];
    }
  }

  function paragraphProperty(name: string): void {
    const style = paragraphStyles[paragraphStyles.length - 1];
    if (style === undefined) return;
    if (name === "pStyle") style.id = reader.attribute("val") ?? "";
    else if (name === "shd") style.shaded = true;
  }

  function authored(name: string, parent: string): void {
    const author = reader.attribute("author");
    if (author !== undefined && author !== "") authors.add(author);
    // Said in the cell's properties, of all of the cell.
    if (name === "cellDel") deletedAt.push(reader.depth - 2);
    if (name !== "del" && name !== "moveFrom") return;
    if (parent === "trPr") out.concealRow("deleted-revision");
    // In the properties of a run it speaks of the paragraph's end mark.
    else if (parent !== "rPr") deletedAt.push(reader.depth);
  }

  function hideShape(): void {
    const shape = shapes[shapes.length - 1];
    if (shape !== undefined) shape.reason ??= "hidden-text";
  }
}

/** 17.3.3.30: a character of a symbol font may be given moved into the private use area. */
function symbol(reader: XmlReader): string {
  const code = Number.parseInt(reader.attribute("char") ?? "", 16);
  if (!(code > 0 && code <= 0xffff)) return "";
  return String.fromCharCode(code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code);
}
