/** PDF (ISO 32000): the text of pages with positions, tables, and everything a page does not show. */
import type { Artifact, ExtractContext, Extractor, Segment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import type { PageContent, PdfAttachment } from "./document.js";
import { openWithPdfjs } from "./pdfjs/thread.js";
import { createPageReader } from "./segments.js";

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
    if (pageCount === 0) yield { kind: "unscanned", at, reason: "corrupt", detail: "no page can be found" };
    let next = pageCount > 0 ? start(document.page(1)) : undefined;
    for (let number = 1; next !== undefined; number++) {
      budget.tick();
      const current: Outcome<PageContent> = await next;
      next = number < pageCount ? start(document.page(number + 1)) : undefined;
      if ("error" in current) {
        if (!(current.error instanceof Unreadable) || current.error.reason !== "corrupt") throw current.error;
        yield { kind: "unscanned", at: [...at, { kind: "page", number }], reason: "corrupt", detail: `page ${number} cannot be read` };
        continue;
      }
      yield* reader.page(number, current.value);
      yield* attachmentArtifacts(artifact, current.value.attachments, context);
      for (const gap of current.value.gaps) yield { kind: "unscanned", at: [...at, { kind: "page", number }], reason: "unsupported", detail: `page ${number}: ${gap}` };
    }
    yield* reader.end();
    if (document.pageCount > pageCount) {
      yield { kind: "unscanned", at, reason: "limit", detail: `pages: ${document.pageCount} pages, only the first ${pageCount} were read` };
    }
    const extras = await document.extras();
    for (const gap of extras.gaps) yield { kind: "unscanned", at, reason: "corrupt", detail: gap };
    yield* reader.extras(extras);
    yield* attachmentArtifacts(artifact, extras.attachments, context);
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

function* attachmentArtifacts({ at }: Artifact, attachments: readonly PdfAttachment[], { budget }: ExtractContext): Iterable<Artifact | Unscanned> {
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
