/** One document through both readers: what is plain is read here and now, everything else by pdfjs, which is started only then. */
import type { Budget } from "../../contract.js";
import { openPlain } from "./fast/index.js";
import type { DocumentExtras, PageContent } from "./document.js";
import type { ImageFacts } from "./pdfjs/messages.js";
import { openWithPdfjs, type PdfjsDocument } from "./pdfjs/thread.js";

export interface PdfSource {
  readonly pageCount: number;
  /** The page, or why it could not be read. @param number from 1 @param more the next page will be asked for */
  page(number: number, more: boolean): Promise<Outcome>;
  extras(): Promise<DocumentExtras>;
  close(): Promise<void>;
}

/** `proven`: the fast reader read it, and with it everything its content carries. */
export type Outcome = { readonly value: PageContent; readonly proven: boolean; readonly error?: undefined } | { readonly value?: undefined; readonly error: unknown };

/**
 * @param images what is known of a page's pictures; asked for pages that pdfjs reads
 * @param password that opens it, where it needs one
 * @throws Unreadable, and what `budget.tick` throws
 */
export async function openSource(bytes: Uint8Array, budget: Budget, images: (number: number) => ImageFacts, password?: string): Promise<PdfSource> {
  const plain = password === undefined ? openPlain(bytes, budget) : undefined;
  let opening: Promise<PdfjsDocument> | undefined;
  const pdfjs = (): Promise<PdfjsDocument> => (opening ??= openWithPdfjs(bytes, budget, password));
  const pageCount = plain?.pageCount ?? (await pdfjs()).pageCount;
  let ahead: { readonly number: number; readonly outcome: Promise<Outcome> } | undefined;

  const ask = (number: number): Promise<Outcome> =>
    pdfjs().then((document) => document.page(number, images(number))).then(
      (value) => ({ value, proven: false }),
      (error: unknown) => ({ error }),
    );
  return {
    pageCount,
    async page(number, more) {
      const value = plain?.page(number);
      if (value !== undefined) return { value, proven: true };
      const outcome = await (ahead?.number === number ? ahead.outcome : ask(number));
      // While this page is looked at here, pdfjs reads the next one in its thread.
      ahead = more && plain === undefined ? { number: number + 1, outcome: ask(number + 1) } : undefined;
      return outcome;
    },
    async extras() {
      const extras = plain?.extras();
      if (extras !== undefined) return extras;
      const known = await (await pdfjs()).extras();
      const values = new Set(known.fields.map(({ text }) => text));
      return { ...known, fields: [...known.fields, ...(plain?.fields() ?? []).filter(({ text }) => !values.has(text))] };
    },
    async close() {
      if (opening === undefined) return;
      const document = await opening.catch(() => undefined); // said already, where a page was asked for
      await document?.close();
    },
  };
}
