/**
 * The one importer of pdf-parse: opens a document with it and reads, from the pdfjs document it carries, what its own methods do
 * not give (positions, annotations, forms, attachments, scripts). Runs in a thread of its own (thread.ts says why).
 */
import { createRequire } from "node:module";
import path from "node:path";
import type { DocumentExtras, NamedText, PageContent, PageNote, PageView, PdfAttachment } from "../document.js";
import { xmpTexts } from "../../../text/xmp.js";
import { attachmentsOf, notesOf, scriptsOf, textOf, type PdfjsAnnotation, type PdfjsScripts } from "./annotations.js";
import type { ImageFacts, Question } from "./messages.js";
import { inspectPaint, type PdfjsOperators, type PdfjsFont } from "./paint.js";
import { hasUnmappedText, runsOf, type PdfjsText } from "./runs.js";
import { isSameText, sightOf } from "./sight.js";

/** The part of pdfjs's PDFDocumentProxy that is used, as `pdfjs-dist/types/src/display/api.d.ts` of 5.4.296 has it. */
interface PdfjsDocument {
  readonly numPages: number;
  readonly isPureXfa: boolean;
  getPage(number: number): Promise<PdfjsPage>;
  getMetadata(): Promise<{ info: Readonly<Record<string, unknown>>; metadata: { getRaw(): unknown } | null }>;
  getOutline(): Promise<readonly OutlineItem[] | null>;
  getAttachments(): Promise<Readonly<Record<string, { rawFilename?: unknown; filename?: unknown; content?: unknown; description?: unknown }>> | null>;
  getFieldObjects(): Promise<Readonly<Record<string, readonly { value?: unknown; actions?: PdfjsScripts }[]>> | null>;
  getJSActions(): Promise<PdfjsScripts | null>;
  getOptionalContentConfig(): Promise<{ isVisible(group: unknown): boolean }>;
}

interface PdfjsPage {
  readonly view: readonly number[];
  readonly rotate: number;
  readonly userUnit: number;
  readonly commonObjs: { has(id: string): boolean; get(id: string): PdfjsFont };
  getTextContent(): Promise<PdfjsText>;
  getAnnotations(parameters: { intent: "any" }): Promise<readonly PdfjsAnnotation[]>;
  getOperatorList(parameters: { intent: "any"; annotationMode: number }): Promise<PdfjsOperators>;
  getJSActions(): Promise<PdfjsScripts | null>;
  cleanup(): unknown;
}

interface OutlineItem {
  readonly title?: unknown;
  readonly url?: unknown;
  readonly unsafeUrl?: unknown;
  readonly items?: readonly OutlineItem[];
}

export interface OpenPdf {
  readonly pageCount: number;
  /** @param number from 1 */
  page(number: number, images: ImageFacts): Promise<PageContent>;
  extras(): Promise<DocumentExtras>;
  close(): Promise<void>;
}

/** What pdfjs says only on its console: that it went on without something. */
export interface Warnings {
  take(): readonly string[];
}

/** `AnnotationMode.ENABLE`: appearances of annotations come after the page's own content. */
const WITH_ANNOTATIONS = 1;
/** Pixels. Nothing is rendered, so no image is ever decoded: pdfjs leaves out larger ones and says so. */
const MAX_IMAGE_PIXELS = 1;

/**
 * @param withXfa read the pages that an XFA form is; pdfjs gives up the whole document where the form is damaged
 * @throws what pdf-parse throws: PasswordException, InvalidPDFException, FormatError, UnknownErrorException by name
 */
export async function openPdf({ bytes, withXfa, password }: Omit<Question & { kind: "open" }, "kind">, warnings: Warnings): Promise<OpenPdf> {
  const { PDFParse } = await import("pdf-parse");
  const maps = path.dirname(createRequire(createRequire(import.meta.url).resolve("pdf-parse")).resolve("pdfjs-dist/package.json"));
  const parser = new PDFParse({
    data: bytes,
    ...(password !== undefined && { password }),
    // Warnings: this thread's console is ours, and they are the only sign that pdfjs went on without a part.
    verbosity: 1,
    // Without them Japanese fonts that are not embedded read as nothing, and without an error.
    cMapUrl: `${maps}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${maps}/standard_fonts/`,
    wasmUrl: `${maps}/wasm/`,
    iccUrl: `${maps}/iccs/`,
    isEvalSupported: false,
    useSystemFonts: false,
    enableXfa: withXfa,
    fontExtraProperties: true,
    maxImageSize: MAX_IMAGE_PIXELS,
  });
  try {
    // `load` is private in pdf-parse's types only; its public methods give neither positions nor anything beside the text.
    const document = await (parser as unknown as { load(): Promise<PdfjsDocument> }).load();
    return {
      pageCount: document.numPages,
      page: (number, images) => readPage(document, number, images, warnings),
      extras: () => readExtras(document, withXfa, warnings),
      close: () => parser.destroy(),
    };
  } catch (error) {
    await parser.destroy();
    throw error;
  }
}

async function readPage(document: PdfjsDocument, number: number, { opaque }: ImageFacts, warnings: Warnings): Promise<PageContent> {
  warnings.take();
  const page = await document.getPage(number);
  try {
    const gaps = new Set<string>();
    const view = viewOf(page);
    const annotations = await page.getAnnotations({ intent: "any" });
    const notes: PageNote[] = notesOf(annotations);
    for (const script of scriptsOf(await page.getJSActions())) notes.push({ kind: "package-data", text: script });
    if (warnings.take().some((warning) => LOSING_TEXT.test(warning))) gaps.add("a part of the page's annotations is damaged");
    const read = { view, notes, attachments: attachmentsOf(annotations) };
    if (document.isPureXfa) return { ...read, runs: runsOf(await page.getTextContent(), new Set()), aside: [], gaps: [...gaps] };

    const operators = await page.getOperatorList({ intent: "any", annotationMode: WITH_ANNOTATIONS });
    const fontOf = (id: string): PdfjsFont | undefined => (page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined);
    const warned = warnings.take();
    const imagesLeftOut = warned.some((warning) => IMAGE_LEFT_OUT.test(warning));
    const layers = await document.getOptionalContentConfig();
    const { sight, notes: painted, wordless } = sightOf(operators, { view, font: fontOf, isShown: (group) => layers.isVisible(group), opaqueImages: imagesLeftOut && opaque }, annotations);
    notes.push(...painted.filter((note) => !notes.some((known) => known.kind === note.kind && isSameText(known.text, note.text))));
    const { runs, aside } = sight;
    const isSeen = runs.concealed?.some((code) => code > 0) !== true && aside.length === 0;
    // pdfjs's own text knows the order of scripts written from the right, and says what it could not read; it costs as much again.
    if (wordless || !isPlainText(runs.texts) || warned.some((warning) => LOSING_TEXT.test(warning))) {
      const text = await page.getTextContent();
      if (warnings.take().some((warning) => LOSING_TEXT.test(warning))) gaps.add("a part of the page is damaged");
      const unmapped = addGaps(text, operators, fontOf, imagesLeftOut, gaps);
      if (isSeen) return { ...read, runs: runsOf(text, unmapped), aside: [], gaps: [...gaps] };
    }
    return { ...read, runs, aside, gaps: [...gaps] };
  } finally {
    page.cleanup();
  }
}

/** Characters that no further look is needed for; some of them at least. */
function isPlainText(texts: readonly string[]): boolean {
  return texts.some((text) => text.trim() !== "") && !texts.some((text) => UNUSUAL.test(text));
}

/** Scripts written from the right, presentation forms, controls, private use: as `hasUnmappedText` has them. */
const UNUSUAL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u0590-\u08ff\ue000-\uf8ff\ufb00-\ufdff\ufe70-\ufefc\ufffd-\uffff]/u;

/** Says what the page shows and has no text for; gives the fonts whose text is none. */
function addGaps(text: PdfjsText, operators: PdfjsOperators, fontOf: (id: string) => PdfjsFont | undefined, imagesLeftOut: boolean, gaps: Set<string>): ReadonlySet<string> {
  if (!hasUnmappedText(text)) return new Set();
  const paint = inspectPaint(operators, fontOf);
  if (paint.glyphsWithoutText) gaps.add("glyphs without text (a font that has no Unicode map)");
  else if ((imagesLeftOut || paint.images) && !hasText(text)) gaps.add("image-only, there is no text to read");
  else if (paint.drawings && text.items.length === 0) gaps.add("only drawings, there is no text to read");
  return paint.unmappedFonts;
}

const hasText = ({ items }: PdfjsText): boolean => items.some((item) => item.str !== undefined && item.str.trim() !== "");

/** Matched against pdfjs's warnings, which name tasks and fonts; what matches means that glyphs may have been left out. */
const LOSING_TEXT =
  /ignoring (?:XObject|errors|sub-stream|ToUnicode|textContent)|(?:loadFont|ensureStateFont|translateFont) - |Font ".*" is not available|Error during font loading|Unknown command|Skipping command/u;
const IMAGE_LEFT_OUT = /Image exceeded maximum allowed size|Image dimensions are missing/u;

function viewOf(page: PdfjsPage): PageView {
  const [left, bottom, right, top] = page.view;
  const rotate = (((page.rotate % 360) + 360) % 360) as PageView["rotate"]; // pdfjs lets only multiples of 90 through
  return { box: [left, bottom, right, top], rotate, userUnit: page.userUnit };
}

/** Facts pdfjs adds to the document information; they are about the file, not in it. */
const PDFJS_FACTS = new Set([
  "PDFFormatVersion", "EncryptFilterName", "IsLinearized", "IsAcroFormPresent", "IsXFAPresent", "IsCollectionPresent", "IsSignaturesPresent",
]);

async function readExtras(document: PdfjsDocument, withXfa: boolean, warnings: Warnings): Promise<DocumentExtras> {
  warnings.take();
  const { info, metadata } = await document.getMetadata();
  const properties: NamedText[] = [];
  const addInformation = (entries: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of Object.entries(entries)) {
      if (name === "Custom" && typeof value === "object" && value !== null) addInformation(value as Readonly<Record<string, unknown>>); // pdfjs puts them there
      else if (typeof value === "string" && value !== "" && !PDFJS_FACTS.has(name)) properties.push({ name, text: value });
    }
  };
  addInformation(info);
  const xmp = metadata?.getRaw();
  if (typeof xmp === "string") properties.push(...xmpTexts(xmp));

  const outline: string[] = [];
  const pending = [...((await document.getOutline()) ?? [])].reverse();
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    for (const text of [item.title, item.unsafeUrl ?? item.url]) if (typeof text === "string" && text !== "") outline.push(text);
    pending.push(...[...(item.items ?? [])].reverse());
  }

  const attachments: PdfAttachment[] = [];
  for (const { rawFilename, filename, content } of Object.values((await document.getAttachments()) ?? {})) {
    attachments.push({ name: textOf(rawFilename) || textOf(filename), bytes: content instanceof Uint8Array ? content : undefined });
  }

  const scripts = [...scriptsOf(await document.getJSActions())];
  const fields: NamedText[] = [];
  for (const [name, parts] of Object.entries((await document.getFieldObjects()) ?? {})) {
    for (const { value, actions } of parts) {
      const text = textOf(value);
      if (text !== "") fields.push({ name, text });
      scripts.push(...scriptsOf(actions ?? null));
    }
  }
  const gaps = warnings.take().some((warning) => LOSING_TEXT.test(warning)) ? ["a part of the document's own data is damaged"] : [];
  if (!withXfa && info["IsXFAPresent"] === true) gaps.push("the XFA form is damaged");
  return { properties, outline, scripts: [...new Set(scripts)], fields, attachments, gaps };
}
