/** PDF (ISO 32000): the text of pages with positions, tables, and everything a page does not show. */
import type { Artifact, ExtractContext, Extractor, Segment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import type { DocumentExtras, PageContent } from "./document.js";
import { openWithPdfjs, type PdfjsDocument } from "./pdfjs/thread.js";
import { createPageReader, extrasSegments } from "./segments.js";

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
    if (header > 0 && OBJECT.test(head.slice(header))) return /["'`]$/u.test(head.slice(0, header)) ? undefined : "pdf";
    // Without a header, but named so and made of objects: readers open it all the same.
    return /\.pdf$/iu.test(name) && OBJECT.test(head) ? "pdf" : undefined;
  },
  extract,
};

const OBJECT = /\d{1,10} \d{1,5} obj/u;

async function* extract(artifact: Artifact, context: ExtractContext): AsyncIterable<Segment | Artifact | Unscanned> {
  const { at, bytes } = artifact;
  const { budget, limits } = context;
  budget.tick();
  const document = await openWithPdfjs(bytes, budget);
  try {
    const reader = createPageReader(at);
    const pageCount = Math.min(document.pageCount, limits.pages);
    let next = start(document.page(1));
    for (let number = 1; number <= pageCount; number++) {
      budget.tick();
      const current = await next;
      if (number < pageCount) next = start(document.page(number + 1));
      if ("error" in current) {
        if (!(current.error instanceof Unreadable) || current.error.reason !== "corrupt") throw current.error;
        yield { kind: "unscanned", at: [...at, { kind: "page", number }], reason: "corrupt", detail: `page ${number} cannot be read` };
        continue;
      }
      yield* reader.page(number, current.value);
      for (const gap of current.value.gaps) yield { kind: "unscanned", at: [...at, { kind: "page", number }], reason: "unsupported", detail: `page ${number}: ${gap}` };
    }
    yield* reader.end();
    if (document.pageCount > pageCount) {
      yield { kind: "unscanned", at, reason: "limit", detail: `pages: ${document.pageCount} pages, only the first ${pageCount} were read` };
    }
    const extras = await readExtras(document);
    yield* extrasSegments(at, extras);
    yield* attachmentsOf(artifact, extras, context);
  } finally {
    await document.close();
  }
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/** A question that is asked ahead; its failure waits until the answer is wanted. */
function start(question: Promise<PageContent>): Promise<Outcome<PageContent>> {
  return question.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

async function readExtras(document: PdfjsDocument): Promise<DocumentExtras> {
  return document.extras();
}

function* attachmentsOf({ at }: Artifact, { attachments, gaps }: DocumentExtras, { budget }: ExtractContext): Iterable<Artifact | Unscanned> {
  for (const gap of gaps) yield { kind: "unscanned", at, reason: "corrupt", detail: gap };
  for (const { name, bytes } of attachments) {
    const inside = [...at, { kind: "entry", name }] as const;
    budget.entry();
    if (bytes === undefined) {
      yield { kind: "unscanned", at: inside, reason: "corrupt", detail: "an attachment without content" };
      continue;
    }
    budget.expand(bytes.length);
    yield { kind: "artifact", at: inside, name, bytes, concealment: "package-data" };
  }
}
