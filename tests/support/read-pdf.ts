/** Runs the PDF extractor to its end and sorts what it yields. */
import type { Artifact, Limits, Place, TableSegment, TextSegment, Unscanned } from "../../src/contract.js";
import { Unreadable } from "../../src/errors.js";
import { pdfExtractor } from "../../src/extractors/pdf/index.js";
import { createBudget, DEFAULT_LIMITS } from "../../src/limits.js";

export interface PdfReading {
  /** Text in plain view on pages. */
  readonly texts: readonly TextSegment[];
  readonly tables: readonly TableSegment[];
  /** Everything else that is text: notes, properties. */
  readonly others: readonly { readonly text: string; readonly place: Place }[];
  readonly attachments: readonly Artifact[];
  readonly unscanned: readonly Unscanned[];
  /** What ended the reading. */
  readonly stopped: Unreadable | undefined;
}

/** Anything thrown but `Unreadable` is thrown on. */
export async function readPdf(bytes: Uint8Array, limits: Partial<Limits> = {}, signal?: AbortSignal): Promise<PdfReading> {
  const all: Limits = { ...DEFAULT_LIMITS, ...limits };
  const texts: TextSegment[] = [];
  const tables: TableSegment[] = [];
  const others: { text: string; place: Place }[] = [];
  const attachments: Artifact[] = [];
  const unscanned: Unscanned[] = [];
  let stopped: Unreadable | undefined;
  const artifact: Artifact = { kind: "artifact", at: [{ kind: "file", path: "a.pdf" }], name: "a.pdf", bytes };
  try {
    for await (const piece of pdfExtractor.extract(artifact, { limits: all, budget: createBudget(all, signal), ...(signal === undefined ? {} : { signal }) })) {
      if (piece.kind === "text") {
        const place = piece.place({ start: 0, end: piece.text.length });
        if (place.concealment === undefined && piece.layout === "prose") texts.push(piece);
        else others.push({ text: piece.text, place });
      } else if (piece.kind === "table") tables.push(piece);
      else if (piece.kind === "artifact") attachments.push(piece);
      else if (piece.kind === "unscanned") unscanned.push(piece);
      else throw new Error(`a PDF yielded a ${piece.kind}`);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    stopped = error;
  }
  return { texts, tables, others, attachments, unscanned, stopped };
}

export { rowsOf } from "./rows.js";

/** "page 2", "page 1 (10 20 30 40)", "Author": the last step of a place, as a test writes it. */
export function where({ at }: Place): string {
  const step = at[at.length - 1];
  if (step.kind === "property") return step.name;
  if (step.kind !== "page") return step.kind;
  const box = step.box === undefined ? "" : ` (${[step.box.x, step.box.y, step.box.width, step.box.height].map(Math.round).join(" ")})`;
  return `page ${step.number}${step.last === undefined ? "" : `-${step.last}`}${box}`;
}
