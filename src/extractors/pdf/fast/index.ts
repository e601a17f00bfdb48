/**
 * Reads plain PDFs twelve to twenty times as fast as pdfjs, without loading it. A page is plain when every code it shows has a proven
 * text and nothing on it is unusual; each other page, and each other document, is left to pdfjs. "Not plain" is the only answer to
 * doubt: this reader never repairs and never guesses.
 */
import type { Budget } from "../../../contract.js";
import type { DocumentExtras, NamedText, PageContent, PageNote } from "../document.js";
import { readContent, type ContentContext, type Painted } from "./content.js";
import { linkTargets, readPlainExtras } from "./extras.js";
import { readFields } from "./fields.js";
import { openFile, type PdfFile } from "./file.js";
import { readLayers } from "./layers.js";
import { isArray, NotPlain, type Value } from "./lexer.js";
import { listPages, type PlainPage } from "./pages.js";

export interface PlainPdf {
  readonly pageCount: number;
  /** Undefined: not plain. @param number from 1 */
  page(number: number): PageContent | undefined;
  extras(): DocumentExtras | undefined;
  /** Values of form fields, also where the rest of the extras is not plain. */
  fields(): readonly NamedText[] | undefined;
}

/** Numbers in a page's paths, from which on they may be letters drawn as outlines: some hundred curves. */
const MIN_DRAWING_NUMBERS = 600;

/** @returns undefined where the document is not plain; throws Unreadable where the budget is spent */
export function openPlain(bytes: Uint8Array, budget: Budget): PlainPdf | undefined {
  return plainOnly(() => {
    const file = openFile(bytes, budget);
    const catalog = file.dict(file.trailer.get("Root"));
    const pages = listPages(file, catalog);
    const context: ContentContext = { file, fonts: new Map(), layers: readLayers(file, catalog), budget };
    return {
      pageCount: pages.length,
      page: (number) => plainOnly(() => readPlainPage(context, pages[number - 1]())),
      extras: () => plainOnly(() => readPlainExtras(file, catalog)),
      fields: () => plainOnly(() => readFields(file, catalog)),
    };
  });
}

function plainOnly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

function readPlainPage(context: ContentContext, { dict, view, resources }: PlainPage): PageContent {
  const { file } = context;
  if (dict.has("AA")) throw new NotPlain("scripts");
  const contents = file.resolve(dict.get("Contents"));
  const streams: readonly (Value | undefined)[] = isArray(contents) ? contents : dict.has("Contents") ? [dict.get("Contents")] : [];
  const painted = readContent(context, streams.map((stream) => file.stream(stream).bytes), resources, view);
  const notes = readLinks(file, dict.get("Annots"));
  const carried = carriedOnly(painted);
  if (carried !== "") notes.push({ kind: "hidden", text: carried });
  return { view, ...painted.sight, notes, attachments: [], gaps: gapsOf(painted) };
}

/** A replacement text mostly says what its glyphs show; what it says besides is kept. */
function carriedOnly({ carried, sight }: Painted): string {
  if (carried.length === 0) return "";
  const bare = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "");
  const shown = bare(sight.runs.texts.join(""));
  return [...new Set(carried)].filter((text) => /[\p{L}\p{N}]/u.test(text) && !shown.includes(bare(text))).join("\n");
}

function gapsOf({ sight, images, drawing }: Painted): string[] {
  if (sight.runs.texts.length > 0 || sight.aside.length > 0) return [];
  if (images) return ["image-only, there is no text to read"];
  return drawing >= MIN_DRAWING_NUMBERS ? ["only drawings, there is no text to read"] : [];
}

/** Links are read here; any other annotation, and a link that says anything, makes the page not plain. */
function readLinks(file: PdfFile, annotations: Value | undefined): PageNote[] {
  const list = file.resolve(annotations);
  if (list === null) return [];
  if (!isArray(list)) throw new NotPlain("malformed annotations");
  return list.flatMap((reference) => {
    const annotation = file.dict(reference);
    if (file.resolve(annotation.get("Subtype")) !== "Link") throw new NotPlain("annotations");
    for (const key of ["Contents", "AA", "T", "PA", "AP"]) if (annotation.has(key)) throw new NotPlain("an annotation that says something");
    const rect = file.resolve(annotation.get("Rect"));
    const numbers = isArray(rect) ? rect.map((number) => file.resolve(number)) : [];
    const placed = numbers.length === 4 && numbers.every((number) => typeof number === "number") ? { rect: numbers as readonly number[] } : {}; // just checked
    return linkTargets(file, annotation).map((text): PageNote => ({ kind: "package-data", text, ...placed }));
  });
}
