/** One cell of a spreadsheet (ODF 1.3 part 3, 9.1.4): what it shows, its value where it shows nothing, and what hangs on it. */
import type { XmlReader } from "../../bytes/xml.js";
import type { Concealment } from "../../contract.js";
import { isTinyFont } from "../cells/sight.js";
import { createCollector } from "../../text/story/collector.js";
import type { Drawing } from "./drawings.js";
import { type Look, unseen, WHITE } from "./look.js";
import { readStory, type StoryContext } from "./story.js";

export interface CellContent {
  readonly text: string;
  /** Why the text is not seen although the cell is. */
  readonly concealment: Concealment | undefined;
  /** Comments, shapes, links, texts in the formula. */
  readonly beside: readonly { readonly text: string; readonly concealment: Concealment | undefined }[];
}

/** What is read of a cell's paragraphs, and beside them. */
interface Pieces {
  shown: string;
  /** Why the text in `shown` is not seen, for each reason that some of it has. */
  readonly unseen: { readonly text: string; readonly concealment: Concealment }[];
  readonly beside: { text: string; concealment: Concealment | undefined }[];
}

/**
 * Reads the cell that was just opened, to its end; undefined where it is empty.
 * @param defaultStyle of its row or column @param drawn is given the shapes that stand in it
 */
export function readCell(reader: XmlReader, context: StoryContext, defaultStyle: string | undefined, drawn: (drawing: Drawing) => void): CellContent | undefined {
  const outer = reader.depth;
  const type = reader.attribute("value-type");
  const value = type === undefined ? "" : valueOf(reader, type);
  const styleName = reader.attribute("style-name") ?? defaultStyle;
  const formula = reader.attribute("formula") ?? "";
  const pieces: Pieces = { shown: "", unseen: [], beside: [] };
  const { beside } = pieces;
  let look: Look | undefined;
  let paragraphs = 0;
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    if (token === "text" && reader.depth === outer) {
      // Not where text belongs, and read by nobody but us.
      if (/\S/u.test(reader.text)) beside.push({ text: reader.text.trim(), concealment: "package-data" });
    } else if (token === "aside") beside.push({ text: reader.text, concealment: "markup-comment" });
    if (token !== "open") continue;
    if (reader.name === "p") {
      look ??= context.styles.look("table-cell", styleName);
      if (paragraphs++ > 0) pieces.shown += "\n";
      readLine(reader, context, look, pieces);
    } else {
      const out = createCollector();
      readStory(reader, context, { out, drawn, ...(reader.name === "annotation" && { concealment: "comment" as const }) });
      gather(out, beside);
    }
  }
  const text = pieces.shown;
  if (text === "" && value === "" && formula === "" && beside.length === 0 && pieces.unseen.length === 0) return undefined;
  for (const literal of literalsOf(formula)) if (literal !== text) beside.push({ text: literal, concealment: "hidden-text" });
  if (text.trim() === "" && pieces.unseen.length > 0) {
    // With nothing to show, the cell is what it conceals.
    const { concealment } = pieces.unseen[0];
    for (const one of pieces.unseen) if (one.concealment !== concealment) beside.push(one);
    return { text: pieces.unseen.filter((one) => one.concealment === concealment).map((one) => one.text).join(""), concealment, beside };
  }
  beside.push(...pieces.unseen);
  if (text === "" && value !== "") return { text: value, concealment: "invisible-format", beside };
  // ";;;" leaves nothing of a number; a rounded or shortened one is told as it was typed.
  const shown = text === "" || /^#+$|\dE[+-]\d/u.test(text) ? value : text;
  return { text: shown, concealment: undefined, beside };
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

/** Most cells hold a paragraph of nothing but text; all else goes the long way. */
function readLine(reader: XmlReader, context: StoryContext, look: Look, pieces: Pieces): void {
  const outer = reader.depth;
  let text = "";
  for (let token = reader.next(); token !== "end" && !(token === "close" && reader.depth <= outer); token = reader.next()) {
    if (token === "text") text += reader.text.replace(/[ \t\r\n]+/gu, " ");
    else if (token === "aside") pieces.beside.push({ text: reader.text, concealment: "markup-comment" });
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
          text = written(text, look, pieces);
          readSpan(reader, context, look, pieces);
      }
    }
  }
  written(text, look, pieces);
}

/** @returns what is left to write: nothing */
function written(text: string, look: Look, pieces: Pieces): "" {
  if (text === "") return "";
  const reason = unseen(text, look, WHITE, isTinyFont) ?? (look.blank ? "invisible-format" : undefined);
  if (reason === undefined) pieces.shown += text;
  else pieces.unseen.push({ text, concealment: "invisible-format" });
  return "";
}

/** A span, link or field inside a cell's paragraph. */
function readSpan(reader: XmlReader, context: StoryContext, look: Look, pieces: Pieces): void {
  const out = createCollector();
  readStory(reader, context, { out, inLineOf: look, ground: WHITE });
  for (const { text, concealment } of out.finish().lines) {
    if (concealment === undefined) pieces.shown += text;
    else if (concealment === "hidden-text" || concealment === "invisible-format") pieces.unseen.push({ text, concealment });
    else pieces.beside.push({ text, concealment });
  }
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
