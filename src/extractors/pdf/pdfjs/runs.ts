/** pdfjs's text content -> our runs. */
import type { PageRuns } from "../document.js";

/** What `getTextContent` gives: text items, or marks of marked content, which have no `str`; XFA's items have nothing else. */
export interface PdfjsText {
  readonly items: readonly PdfjsTextItem[];
  readonly styles: Readonly<Record<string, { readonly vertical?: boolean }>>;
}

export interface PdfjsTextItem {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly height?: number;
  readonly fontName?: string;
}

/** @param leaveOut fonts whose text is glyph numbers, not characters */
export function runsOf({ items, styles }: PdfjsText, leaveOut: ReadonlySet<string>): PageRuns {
  const texts: string[] = [];
  const numbers: number[] = [];
  let line = 0;
  for (const { str, transform, width = 0, height = 0, fontName = "" } of items) {
    if (str === undefined || str === "" || leaveOut.has(fontName)) continue;
    texts.push(str.replace(SPACING, ""));
    if (transform === undefined) {
      // XFA has no positions here: one line a text, in order.
      numbers.push(0, -20 * ++line, 10 * str.length, 0, 10);
      continue;
    }
    const [a, b, c, d, x, y] = transform;
    if (styles[fontName]?.vertical === true) {
      const size = Math.hypot(a, b);
      const scale = Math.hypot(c, d) || 1;
      numbers.push(x, y, (-c / scale) * Math.abs(height), (-d / scale) * Math.abs(height), size);
    } else {
      const scale = Math.hypot(a, b) || 1;
      numbers.push(x, y, (a / scale) * width, (b / scale) * width, Math.hypot(c, d) || scale);
    }
  }
  return { texts, geometry: Float64Array.from(numbers, (number) => (Number.isFinite(number) ? number : 0)) };
}

/**
 * Japanese and Latin or digits are set a quarter of an em apart, and pdfjs makes a space of that: "1 丁目 2 番". A space that
 * was typed there looks the same and is not missed.
 */
const SPACING = /(?<=[\u2e80-\u9fff\uf900-\ufaff]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) (?=[\u2e80-\u9fff\uf900-\ufaff])/gu;

/**
 * True where the page must be looked at again: it has no text at all, or text with characters that no text has, which is how
 * glyph numbers of a font without a Unicode map come out.
 */
export function hasUnmappedText({ items }: PdfjsText): boolean {
  let anyText = false;
  for (const { str } of items) {
    if (str === undefined) continue;
    if (NOT_TEXT.test(str)) return true;
    anyText ||= str.trim() !== "";
  }
  return !anyText;
}

/** Control characters, the private use area, U+FFFD and noncharacters. */
const NOT_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd-\uffff]/u;
