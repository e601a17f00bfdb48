/** PDF (ISO 32000): the text of pages with positions, tables, and everything a page does not show. */
import { hasOwnSignature } from "../../bytes/magic.js";
import type { Artifact, ExtractContext, Extractor, Segment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import type { PageContent, PageView, PdfAttachment } from "./document.js";
import { readLost } from "./lost.js";
import { readGraph, type ObjectGraph } from "./objects/graph.js";
import { hasInlineImages, hasOnlyOpaqueImages, hasScan, imagesOf } from "./objects/images.js";
import { fileMark, readLocked, readObjects } from "./objects/index.js";
import { indexPages, type PageIndex } from "./objects/pages.js";
import { pictureFileOf } from "./objects/raster.js";
import { createSaid, type Said } from "./objects/said.js";
import { bytesOutside } from "./outside.js";
import type { ImageFacts } from "./pdfjs/messages.js";
import { createPageReader } from "./segments.js";
import { openSource, type PdfSource } from "./source.js";

/** Readers look for the header within this many bytes (PDF 32000-1, annex H.3, note 13), and so do senders of odd files. */
const HEADER_WINDOW = 1024;
/** A text that merely names the header has no object soon after it. */
const OBJECT_WINDOW = 8192;

export const pdfExtractor: Extractor = {
  id: "pdf",
  identify(bytes, name) {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_WINDOW + OBJECT_WINDOW)).toString("latin1");
    const header = head.slice(0, HEADER_WINDOW + 5).indexOf("%PDF-");
    if (header === 0) return "pdf";
    // A zip file may hold a PDF within its first kilobyte, stored as it is; an Outlook message too.
    if (header > 0 && !hasOwnSignature(bytes) && OBJECT.test(head.slice(header))) return /["'`]$/u.test(head.slice(0, header)) ? undefined : "pdf";
    // Without a header, but named so and made of objects: readers open it all the same.
    return /\.pdf$/iu.test(name) && OBJECT.test(head) ? "pdf" : undefined;
  },
  extract,
};

const OBJECT = /\d{1,10} \d{1,5} obj/u;

async function* extract(artifact: Artifact, context: ExtractContext): AsyncIterable<Segment | Artifact | Unscanned> {
  const { at, bytes } = artifact;
  const { budget } = context;
  budget.tick();
  const reading = createReading(artifact, context);
  for (const stray of bytesOutside(artifact, HEADER_WINDOW)) {
    budget.entry();
    reading.outside.add(stray.bytes.byteOffset - bytes.byteOffset);
    yield stray;
  }
  let source: PdfSource;
  try {
    source = await openWithPasswords(reading);
  } catch (error) {
    // What is not encrypted, and what stands in the bytes of a file that no reader opens.
    if (error instanceof Unreadable && error.reason === "encrypted") yield* readLocked(at, reading.graph(), reading.said);
    else if (error instanceof Unreadable && error.reason === "corrupt") yield* beside(reading);
    throw error;
  }
  try {
    yield* pages(reading, source);
  } finally {
    await source.close();
  }
  yield* beside(reading);
}

/** Without a password, or with one of those that are known. */
async function openWithPasswords({ artifact: { bytes }, context: { budget, passwords = [] }, ...reading }: Reading): Promise<PdfSource> {
  const images = (number: number): ImageFacts => reading.images(number);
  try {
    return await openSource(bytes, budget, images);
  } catch (error) {
    const password = error instanceof Unreadable && error.reason === "encrypted" && passwords.length > 0 ? reading.graph().password : undefined;
    if (password === undefined) throw error;
    return openSource(bytes, budget, images, password);
  }
}

/** What one document's reading comes to know on its way. */
interface Reading {
  readonly artifact: Artifact;
  readonly context: ExtractContext;
  readonly said: Said;
  readonly views: Map<number, PageView>;
  readonly unproven: Set<number>;
  readonly files: Set<string>;
  readonly outside: Set<number>;
  graph(): ObjectGraph;
  readonly pictures: Set<number>;
  images(number: number): ImageFacts;
  index(): PageIndex;
}

function createReading(artifact: Artifact, context: ExtractContext): Reading {
  let graph: ObjectGraph | undefined;
  let index: PageIndex | undefined;
  const reading: Reading = {
    artifact, context, said: createSaid(), views: new Map(), unproven: new Set(), files: new Set(), outside: new Set(), pictures: new Set(),
    index: () => (index ??= indexPages(reading.graph())),
    graph: () => (graph ??= readGraph(artifact.bytes, context.budget, context.passwords)),
    images: (number) => ({ opaque: hasOnlyOpaqueImages(reading.graph(), reading.index(), number) }),
  };
  return reading;
}

async function* pages(reading: Reading, source: PdfSource): AsyncGenerator<Segment | Artifact | Unscanned> {
  const { artifact: { at }, context, said } = reading;
  const { budget, limits } = context;
  const reader = createPageReader(at, said);
  const pageCount = Math.min(source.pageCount, limits.pages);
  if (pageCount === 0) yield { kind: "unscanned", at, reason: "corrupt", detail: "no page can be found" };
  for (let number = 1; number <= pageCount; number++) {
    budget.tick();
    const outcome = await source.page(number, number < pageCount);
    if (outcome.value === undefined) {
      const { error } = outcome;
      if (!(error instanceof Unreadable) || error.reason !== "corrupt") throw error;
      yield { kind: "unscanned", at: [...at, { kind: "page", number }], reason: "corrupt", detail: `page ${number} cannot be read` };
      continue;
    }
    const { value, proven } = outcome;
    for (const { texts } of [value.runs, ...value.aside.map(({ runs }) => runs)]) said.addRuns(texts);
    reading.views.set(number, value.view);
    if (!proven) reading.unproven.add(number);
    yield* reader.page(number, value);
    yield* attachmentArtifacts(reading, value.attachments);
    const gaps = value.gaps.length === 0 && isNearlyWordless(value) && hasScan(reading.graph(), reading.index(), number) ? [STAMPED] : value.gaps;
    const areShown = context.ocr === true && (yield* pictures(reading, number)) && !(gaps.length > 0 && hasInlineImages(reading.graph(), reading.index(), number));
    for (const gap of gaps) if (!(areShown && gap.startsWith("image-only"))) yield { kind: "unscanned", at: [...at, { kind: "page", number }], reason: "unsupported", detail: `page ${number}: ${gap}` };
  }
  yield* reader.end();
  if (source.pageCount > pageCount) {
    yield { kind: "unscanned", at, reason: "limit", detail: `pages: ${source.pageCount} pages, only the first ${pageCount} were read` };
  }
  const extras = await source.extras();
  for (const gap of extras.gaps) yield { kind: "unscanned", at, reason: "corrupt", detail: gap };
  yield* reader.extras(extras);
  yield* attachmentArtifacts(reading, extras.attachments);
}

const STAMPED = "image-only but for a few words, the text in the picture was not read";
/** Characters: what a scanner or an office stamps on a page. */
const MOST_STAMPED = 80;

function isNearlyWordless({ runs, aside }: PageContent): boolean {
  let count = 0;
  for (const { texts } of [runs, ...aside.map((one) => one.runs)]) for (const text of texts) if ((count += text.trim().length) > MOST_STAMPED) return false;
  return true;
}

/**
 * A page's pictures as files, for the extractor of pictures to read the text in them. A picture of several pages goes with the first.
 * @returns whether there are any, and all of them could be handed on
 */
function* pictures({ artifact: { at }, context: { budget }, pictures: seen, ...reading }: Reading, number: number): Generator<Artifact, boolean> {
  const graph = reading.graph();
  let areAll = true;
  let count = 0;
  for (const { object, dict } of imagesOf(graph, reading.index(), number)) {
    budget.tick();
    count++;
    if (seen.has(object.number)) continue;
    seen.add(object.number);
    const bytes = pictureFileOf(graph, object, dict);
    if (bytes === undefined) {
      areAll = false;
      continue;
    }
    budget.expand(bytes.length);
    const name = `picture ${object.number}`;
    yield { kind: "artifact", at: [...at, { kind: "page", number }, { kind: "entry", name }], name, bytes };
  }
  return areAll && count > 0;
}

/** What neither reader shows: objects as such. */
async function* beside(reading: Reading): AsyncGenerator<Segment | Artifact | Unscanned> {
  const { artifact, context: { budget, ocr } } = reading;
  const graph = reading.graph();
  const leftovers = yield* readObjects({ ...reading, at: artifact.at, bytes: artifact.bytes, budget, withPictures: ocr === true }, graph);
  yield* readLost(artifact, graph, leftovers, reading.said, budget);
}

function* attachmentArtifacts({ artifact: { at }, context: { budget }, files }: Reading, attachments: readonly PdfAttachment[]): Iterable<Artifact | Unscanned> {
  for (const { name, bytes } of attachments) {
    const inside = [...at, { kind: "entry", name }] as const;
    budget.entry();
    if (bytes === undefined) {
      yield { kind: "unscanned", at: inside, reason: "corrupt", detail: "an attachment without content" };
      continue;
    }
    budget.expand(bytes.length);
    files.add(fileMark(name, bytes));
    yield { kind: "artifact", at: inside, name, bytes, concealment: "package-data" };
  }
}
