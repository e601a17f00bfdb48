/** Runs extractors as the core does, without detectors, and gives what they yield in a form that tests can read. */
import type { Artifact, Extractor, Limits, Location, Place, Step, TableSegment, TextSegment, Unscanned } from "../../src/contract.js";
import { Unreadable } from "../../src/errors.js";
import { createBudget, DEFAULT_LIMITS } from "../../src/limits.js";

export interface Extracted {
  readonly texts: readonly TextSegment[];
  readonly tables: readonly TableSegment[];
  readonly artifacts: readonly Artifact[];
  readonly unscanned: readonly Pick<Unscanned, "at" | "reason" | "detail">[];
  /** Pieces in the order they came: "text", "table", "artifact", "unscanned". */
  readonly kinds: readonly string[];
}

/** One artifact with one extractor; what it throws as `Unreadable` is listed as the core lists it, anything else is thrown. */
export async function extract(extractor: Extractor, bytes: Uint8Array, name: string, limits: Partial<Limits> = {}, passwords: readonly string[] = []): Promise<Extracted> {
  const all = { ...DEFAULT_LIMITS, ...limits };
  return extractArtifact(extractor, fileArtifact(bytes, name), all, createBudget(all), passwords);
}

export const fileArtifact = (bytes: Uint8Array, name: string): Artifact => ({ kind: "artifact", at: [{ kind: "file", path: name }], name, bytes });

async function extractArtifact(extractor: Extractor, artifact: Artifact, limits: Limits, budget: ReturnType<typeof createBudget>, passwords: readonly string[] = []): Promise<Extracted> {
  const texts: TextSegment[] = [];
  const tables: TableSegment[] = [];
  const artifacts: Artifact[] = [];
  const unscanned: Pick<Unscanned, "at" | "reason" | "detail">[] = [];
  const kinds: string[] = [];
  try {
    for await (const piece of extractor.extract(artifact, { limits, budget, passwords })) {
      kinds.push(piece.kind);
      if (piece.kind === "text") texts.push(piece);
      else if (piece.kind === "table") tables.push(piece);
      else if (piece.kind === "artifact") {
        budget.entry();
        artifacts.push(piece);
      } else if (piece.kind === "unscanned") unscanned.push(piece);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    unscanned.push({ at: artifact.at, reason: error.reason, detail: error.message });
  }
  return { texts, tables, artifacts, unscanned, kinds };
}

/** An artifact and everything inside it, by the first extractor that knows it, down to `limits.depth`. */
export async function extractAll(extractors: readonly Extractor[], bytes: Uint8Array, name: string, given: Partial<Limits> = {}): Promise<Extracted & { readonly formats: readonly string[] }> {
  const limits = { ...DEFAULT_LIMITS, ...given };
  const budget = createBudget(limits);
  const total = { texts: [] as TextSegment[], tables: [] as TableSegment[], artifacts: [] as Artifact[], unscanned: [] as Extracted["unscanned"][number][], kinds: [] as string[] };
  const formats: string[] = [];
  const visit = async (artifact: Artifact, depth: number): Promise<void> => {
    if (depth > limits.depth) {
      total.unscanned.push({ at: artifact.at, reason: "limit", detail: "depth" });
      return;
    }
    for (const extractor of extractors) {
      const format = extractor.identify(artifact.bytes, artifact.name);
      if (format === undefined) continue;
      formats.push(format);
      const one = await extractArtifact(extractor, artifact, limits, budget);
      for (const key of ["texts", "tables", "artifacts", "unscanned", "kinds"] as const) (total[key] as unknown[]).push(...one[key]);
      for (const child of one.artifacts) await visit(child, depth + 1);
      return;
    }
  };
  await visit(fileArtifact(bytes, name), 0);
  return { ...total, formats };
}

/** "file.zip › a/b.txt › line 3": enough to compare by. */
export function show(at: Location): string {
  return at.map(showStep).join(" › ");
}

function showStep(step: Step): string {
  switch (step.kind) {
    case "file":
    case "package-part":
      return step.path;
    case "span":
      return `${step.line}:${step.column}`;
    case "cell":
      return step.ref;
    case "page":
      return `page ${step.number}`;
    case "property":
      return `[${step.name}]`;
    case "part":
      return step.path;
    case "commit":
      return step.id;
    default:
      return step.name;
  }
}

/** Where a string stands in what was yielded: "place (concealment)", in every segment that holds it. */
export function whereIs(needle: string, { texts, tables }: Pick<Extracted, "texts" | "tables">): string[] {
  const shown = ({ at, concealment }: Place): string => show(at) + (concealment === undefined ? "" : ` (${concealment})`);
  const found: string[] = [];
  for (const segment of texts) {
    for (let start = segment.text.indexOf(needle); start >= 0; start = segment.text.indexOf(needle, start + 1)) {
      found.push(shown(segment.place({ start, end: start + needle.length })));
    }
  }
  for (const table of tables) {
    for (let row = 0; row < table.rowCount; row++) {
      for (let column = 0; column < table.columnCount; column++) {
        if (table.text(row, column).includes(needle)) found.push(shown(table.place({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column })));
      }
    }
  }
  return found;
}

export const textOf = (artifact: Artifact): string => Buffer.from(artifact.bytes).toString();
