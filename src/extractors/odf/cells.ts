/** One cell of a spreadsheet (ODF 1.3 part 3, 9.1.4): what it shows, its value where it shows nothing, and what hangs on it. */
import type { XmlReader } from "../../bytes/xml.js";
import type { Concealment } from "../../contract.js";
import { isTinyFont } from "../cells/sight.js";
import { createCollector } from "../../text/story/collector.js";
import { readStory, type StoryContext } from "./story.js";

export interface CellContent {
  readonly text: string;
  /** Why the text is not seen although the cell is. */
  readonly concealment: Concealment | undefined;
  /** Comments, shapes, links, texts in the formula. */
  readonly beside: readonly { readonly text: string; readonly concealment: Concealment | undefined }[];
}

/** Reads the cell that was just opened, to its end; undefined where it is empty. @param defaultStyle of its row or column */
export function readCell(reader: XmlReader, context: StoryContext, defaultStyle: string | undefined): CellContent | undefined {
  const outer = reader.depth;
  const type = reader.attribute("value-type");
  const value = type === undefined ? "" : valueOf(reader, type);
  const styleName = reader.attribute("style-name") ?? defaultStyle;
  const formula = reader.attribute("formula") ?? "";
  const beside: { text: string; concealment: Concealment | undefined }[] = [];
  let text = "";
  let paragraphs = 0;
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    if (token === "text" && reader.depth === outer) {
      // Not where text belongs, and read by nobody but us.
      if (/\S/u.test(reader.text)) beside.push({ text: reader.text.trim(), concealment: "package-data" });
    } else if (token === "aside") beside.push({ text: reader.text, concealment: "markup-comment" });
    if (token !== "open") continue;
    if (reader.name === "p") {
      if (paragraphs++ > 0) text += "\n";
      text += readLine(reader, context, beside);
    } else {
      const out = createCollector();
      readStory(reader, context, { out, ...(reader.name === "annotation" && { concealment: "comment" as const }) });
      gather(out, beside);
    }
  }
  if (text === "" && value === "" && formula === "" && beside.length === 0) return undefined;
  for (const literal of literalsOf(formula)) if (literal !== text) beside.push({ text: literal, concealment: "hidden-text" });
  // ";;;" leaves nothing of a number; a rounded or shortened one is told as it was typed.
  const shown = text === "" || /^#+$|\dE[+-]\d/u.test(text) ? value : text;
  if (text === "" && value !== "") return { text: value, concealment: "invisible-format", beside };
  return { text: shown, concealment: shown === "" ? undefined : invisible(context, styleName), beside };
}

function valueOf(reader: XmlReader, type: string): string {
  switch (type) {
    case "string":
      return reader.attribute("string-value") ?? "";
    case "date":
      return reader.attribute("date-value") ?? "";
    case "boolean":
      return "";
    case "time":
      return "";
    default:
      return reader.attribute("value") ?? "";
  }
}

function invisible({ styles }: StoryContext, styleName: string | undefined): Concealment | undefined {
  const look = styles.look("table-cell", styleName);
  if (look.hidden || isTinyFont(look.points) || look.blank) return "invisible-format";
  return look.white && !look.shaded ? "invisible-format" : undefined;
}

/** Most cells hold a paragraph of nothing but text; all else goes the long way. */
function readLine(reader: XmlReader, context: StoryContext, beside: { text: string; concealment: Concealment | undefined }[]): string {
  const outer = reader.depth;
  let text = "";
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    if (token === "text") text += reader.text.replace(/[ \t\r\n]+/gu, " ");
    else if (token === "aside") beside.push({ text: reader.text, concealment: "markup-comment" });
    else if (token === "open") {
      switch (reader.name) {
        case "s":
          text += " ";
          break;
        case "tab":
          text += "\t";
          break;
        case "line-break":
          text += "\n";
          break;
        default:
          text += readSpan(reader, context, beside);
      }
    }
  }
  return text;
}

/** A span, link or field inside a cell's paragraph. What it conceals stands beside the cell. */
function readSpan(reader: XmlReader, context: StoryContext, beside: { text: string; concealment: Concealment | undefined }[]): string {
  const out = createCollector();
  readStory(reader, context, { out, isInline: true });
  const { lines } = out.finish();
  let text = "";
  for (const line of lines) {
    if (line.concealment === undefined) text += line.text;
    else beside.push({ text: line.text, concealment: line.concealment });
  }
  return text;
}

function gather(out: ReturnType<typeof createCollector>, beside: { text: string; concealment: Concealment | undefined }[]): void {
  const { lines, tables } = out.finish();
  for (const { text, concealment } of lines) beside.push({ text, concealment });
  for (const rows of tables) for (const { cells } of rows) for (const { text, concealment } of cells) if (text !== "") beside.push({ text, concealment });
}

/** Texts between quotation marks; a doubled mark is one in the text (ODF 1.3 part 4, 5.4). */
function literalsOf(formula: string): string[] {
  if (!formula.includes('"')) return [];
  return [...formula.matchAll(/"((?:[^"]|"")*)"/gu)].map(([, literal]) => literal.replaceAll('""', '"')).filter((literal) => /\S/u.test(literal));
}
