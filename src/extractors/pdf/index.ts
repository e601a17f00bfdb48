/** PDF (ISO 32000): the text of pages with positions, tables, and everything a page does not show. */
import { hasOwnSignature } from "../../bytes/magic.js";
import type { Artifact, ExtractContext, Extractor, Segment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import type { PdfAttachment } from "./document.js";
import { bytesOutside } from "./outside.js";
import { createPageReader } from "./segments.js";
import { openSource } from "./source.js";

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
  const { budget, limits } = context;
  budget.tick();
  for (const stray of bytesOutside(artifact, HEADER_WINDOW)) {
    budget.entry();
    yield stray;
  }
  const source = await openSource(bytes, budget);
  try {
    const reader = createPageReader(at);
    const pageCount = Math.min(source.pageCount, limits.pages);
    if (pageCount === 0) yield { kind: "unscanned", at, reason: "corrupt", detail: "no page can be found" };
    for (let number = 1; number <= pageCount; number++) {
      budget.tick();
      const { value, error } = await source.page(number, number < pageCount);
      if (value === undefined) {
        if (!(error instanceof Unreadable) || error.reason !== "corrupt") throw error;
        yield { kind: "unscanned", at: [...at, { kind: "page", number }], reason: "corrupt", detail: `page ${number} cannot be read` };
        continue;
      }
      yield* reader.page(number, value);
      yield* attachmentArtifacts(artifact, value.attachments, context);
      for (const gap of value.gaps) yield { kind: "unscanned", at: [...at, { kind: "page", number }], reason: "unsupported", detail: `page ${number}: ${gap}` };
    }
    yield* reader.end();
    if (source.pageCount > pageCount) {
      yield { kind: "unscanned", at, reason: "limit", detail: `pages: ${source.pageCount} pages, only the first ${pageCount} were read` };
    }
    const extras = await source.extras();
    for (const gap of extras.gaps) yield { kind: "unscanned", at, reason: "corrupt", detail: gap };
    yield* reader.extras(extras);
    yield* attachmentArtifacts(artifact, extras.attachments, context);
  } finally {
    await source.close();
  }
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
