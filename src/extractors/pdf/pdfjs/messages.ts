/** What crosses between the main thread and the one that pdfjs runs in. One question at a time, each answered once. */
import type { DocumentExtras, PageContent } from "../document.js";

export type Question =
  | { readonly kind: "open"; readonly bytes: Uint8Array; readonly withXfa: boolean; readonly password?: string }
  | { readonly kind: "page"; readonly number: number; readonly images: ImageFacts }
  | { readonly kind: "extras" }
  | { readonly kind: "close" };

export type Answer =
  | { readonly kind: "open"; readonly pageCount: number }
  | { readonly kind: "page"; readonly page: PageContent }
  | { readonly kind: "extras"; readonly extras: DocumentExtras }
  | { readonly kind: "close" }
  /** `name` is the class of what was thrown; pdfjs's messages may quote the document and stay behind. */
  | { readonly kind: "failure"; readonly name: string; readonly aboutEncryption: boolean };

/** What another reader knows of a page's pictures: pdfjs leaves them out. */
export interface ImageFacts {
  /** What is below them is not seen: none has a mask. */
  readonly opaque: boolean;
}
