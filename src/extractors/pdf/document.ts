/** What both readers of PDF, pdfjs and the fast one, say about a document. Nothing here is a class: it crosses threads by copy. */

/** Text as painted: runs of glyphs along one baseline, in the order of the page's content. */
export interface PageRuns {
  readonly texts: readonly string[];
  /** Five numbers a run: x and y of the baseline's start, x and y of the advance, font size; in user space, 1/72 inch. */
  readonly geometry: Float64Array;
  /** Index into `CONCEALMENTS`, one a run; absent where all of them are in plain view. */
  readonly concealed?: Uint8Array;
}

/** Why a reader of the page does not see a run; the first one: it is seen. */
export const CONCEALMENTS = [undefined, "off-page", "invisible-text", "covered-text", "hidden-layer"] as const;
export type RunConcealment = Exclude<(typeof CONCEALMENTS)[number], undefined>;

/** Numbers of one run in `PageRuns.geometry`. */
export const RUN_STRIDE = 5;

/** The rectangle of user space that is shown: left, bottom, right, top; and the clockwise turn it is shown with. */
export interface PageView {
  readonly box: readonly [number, number, number, number];
  readonly rotate: 0 | 90 | 180 | 270;
  /** Size of a unit of user space in points (PDF 32000-1, 14.11 "UserUnit"). */
  readonly userUnit: number;
}

export interface PageContent {
  readonly view: PageView;
  readonly runs: PageRuns;
  /** Concealed text that lies in the place of other text, or outside of the page. */
  readonly aside: readonly { readonly concealment: RunConcealment; readonly runs: PageRuns }[];
  readonly notes: readonly PageNote[];
  /** Files that hang on the page's annotations. */
  readonly attachments: readonly PdfAttachment[];
  /** What of the page could not be read, without quoting content. */
  readonly gaps: readonly string[];
}

/**
 * Text that belongs to a page but not to its content stream.
 * - `shown`: painted on the page (form values, free text);
 * - `comment`: pop-up notes and their authors;
 * - `hidden`: the annotation's flags hide it, or content carries it along and does not show it;
 * - why a run of an annotation's own appearance is not seen;
 * - `package-data`: choices not chosen, link targets, scripts.
 */
export interface PageNote {
  readonly kind: "shown" | "comment" | "hidden" | "package-data" | RunConcealment;
  readonly text: string;
  /** Left, bottom, right, top in user space. */
  readonly rect?: readonly number[];
}

/** Everything outside the pages. */
export interface DocumentExtras {
  /** Document information and XMP: the property's name as written, and its value. */
  readonly properties: readonly NamedText[];
  readonly outline: readonly string[];
  readonly scripts: readonly string[];
  /** Form values by field, also those that a widget shows. */
  readonly fields: readonly NamedText[];
  readonly attachments: readonly PdfAttachment[];
  readonly gaps: readonly string[];
}

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export interface PdfAttachment {
  readonly name: string;
  /** Undefined: named, but its bytes could not be had. */
  readonly bytes: Uint8Array | undefined;
}
