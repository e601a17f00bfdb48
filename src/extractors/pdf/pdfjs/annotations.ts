/** pdfjs's annotations -> texts that belong to a page: comments, form values, link targets, scripts. */
import type { PageNote, PdfAttachment } from "../document.js";

/** The fields of pdfjs's annotation objects that can hold text; which are there depends on the subtype. */
export interface PdfjsAnnotation {
  readonly id?: unknown;
  readonly subtype?: unknown;
  readonly rect?: unknown;
  readonly annotationFlags?: unknown;
  readonly contentsObj?: { readonly str?: unknown };
  readonly titleObj?: { readonly str?: unknown };
  readonly richText?: { readonly str?: unknown } | null;
  readonly textContent?: unknown;
  readonly fieldValue?: unknown;
  readonly defaultFieldValue?: unknown;
  readonly fieldName?: unknown;
  readonly alternativeText?: unknown;
  readonly options?: readonly { readonly exportValue?: unknown; readonly displayValue?: unknown }[];
  readonly url?: unknown;
  readonly unsafeUrl?: unknown;
  readonly actions?: PdfjsScripts | null;
  readonly file?: { readonly filename?: unknown; readonly content?: unknown; readonly description?: unknown };
}

/** Scripts by the event that runs them. */
export type PdfjsScripts = Readonly<Record<string, readonly unknown[]>>;

// PDF 32000-1, table 165: invisible (unknown types only), hidden, no view.
export const CONCEALING_FLAGS = 1 << 1 | 1 << 5;
/** Annotations whose text is drawn on the page itself. */
const DRAWN = new Set(["FreeText", "Widget", "Watermark"]);

export function notesOf(annotations: readonly PdfjsAnnotation[]): PageNote[] {
  const notes: PageNote[] = [];
  for (const annotation of annotations) {
    const rect = rectOf(annotation.rect);
    const hidden = typeof annotation.annotationFlags === "number" && (annotation.annotationFlags & CONCEALING_FLAGS) !== 0;
    const drawn = DRAWN.has(textOf(annotation.subtype));
    const seen = new Set<string>();
    const add = (kind: PageNote["kind"], value: unknown): void => {
      const text = textOf(value);
      if (text.trim() === "" || seen.has(text)) return;
      seen.add(text);
      notes.push({ kind: hidden ? "hidden" : kind, text, ...(rect === undefined ? {} : { rect }) });
    };
    add("shown", annotation.fieldValue === "Off" ? "" : annotation.fieldValue);
    if (drawn) add("shown", annotation.textContent);
    add(drawn ? "shown" : "comment", annotation.contentsObj?.str);
    if (!drawn) add("comment", annotation.textContent);
    add(drawn ? "shown" : "comment", annotation.richText?.str);
    // "T" is the author of a comment, and the name of a field.
    add(drawn ? "package-data" : "comment", annotation.titleObj?.str);
    add("package-data", annotation.alternativeText);
    add("package-data", annotation.defaultFieldValue === "Off" ? "" : annotation.defaultFieldValue);
    for (const { exportValue, displayValue } of annotation.options ?? []) {
      add("package-data", displayValue);
      add("package-data", exportValue);
    }
    add("package-data", annotation.unsafeUrl ?? annotation.url);
    add("comment", annotation.file?.description);
    for (const script of scriptsOf(annotation.actions ?? null)) add("package-data", script);
  }
  return notes;
}

export function attachmentsOf(annotations: readonly PdfjsAnnotation[]): PdfAttachment[] {
  return annotations.flatMap(({ file }) => (file === undefined ? [] : [{ name: textOf(file.filename), bytes: file.content instanceof Uint8Array ? file.content : undefined }]));
}

export function scriptsOf(scripts: PdfjsScripts | null): string[] {
  const texts: string[] = [];
  for (const list of Object.values(scripts ?? {})) {
    for (const script of list) if (typeof script === "string" && script.trim() !== "") texts.push(script);
  }
  return texts;
}

/** Strings as they are, lists of strings as lines, anything else as nothing. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.filter((part) => typeof part === "string").join("\n");
  return "";
}

export function rectOf(rect: unknown): readonly number[] | undefined {
  return Array.isArray(rect) && rect.length === 4 && rect.every((number) => typeof number === "number" && Number.isFinite(number))
    ? (rect as readonly number[]) // just checked
    : undefined;
}
