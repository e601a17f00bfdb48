/** What the extractors read of a file, stretch by stretch, with the concealment a finding there would carry. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Artifact, Concealment, Extractor, ExtractorEntry, Segment, TableSegment } from "../../src/contract.js";
import { extractors } from "../../src/extractors/index.js";
import { DEFAULT_LIMITS } from "../../src/limits.js";
import { scanArtifact } from "../../src/scan.js";
import { prepareDetectors } from "../../src/segments.js";

export interface Stretch {
  /** Without any space, so that line breaks and alignment do not count. */
  readonly text: string;
  readonly concealment: Concealment | undefined;
}

export const squeezed = (text: string): string => text.normalize("NFKC").replace(/[\s\u200b\ufeff]+/gu, "");

/** Cells beyond these are not asked for one by one: oracles name the first rows of a table. */
const MAX_ROWS = 20_000;

/** @param path of a file, read whole */
export const readingOf = (path: string): Promise<Stretch[]> => readingOfBytes(path, readFileSync(path));

export async function readingOfBytes(path: string, bytes: Uint8Array): Promise<Stretch[]> {
  const stretches: Stretch[] = [];
  const recording = (extractor: Extractor): Extractor => ({
    ...extractor,
    async *extract(artifact, context) {
      // The core reads names as texts.
      if (artifact.at.length > 1) stretches.push({ text: squeezed(artifact.name), concealment: artifact.concealment });
      for await (const piece of extractor.extract(artifact, context)) {
        if (piece.kind !== "artifact" && piece.kind !== "unscanned") stretches.push(...stretchesOf(piece, artifact));
        yield piece;
      }
    },
  });
  const recorded = extractors.map((entry): ExtractorEntry => ({ ...entry, load: async () => recording(await entry.load()) }));
  const plan = {
    extractors: recorded, detectors: prepareDetectors([]), limits: DEFAULT_LIMITS, fingerprintKey: new Uint8Array(32), acceptUnread: new Set<string>(),
    brokenPromise: () => undefined,
  };
  await scanArtifact({ kind: "artifact", at: [{ kind: "file", path }], name: basename(path), bytes }, plan);
  return stretches;
}

function* stretchesOf(segment: Segment, { concealment: inherited }: Artifact): Generator<Stretch> {
  if (segment.kind === "text") {
    let start = 0;
    for (const line of segment.text.split(/(?<=\n)/u)) {
      const end = start + line.length;
      if (line.trim() !== "") yield { text: squeezed(line), concealment: segment.place({ start, end: Math.max(start + 1, end - 1) }).concealment ?? inherited };
      start = end;
    }
    yield { text: squeezed(segment.text), concealment: segment.place({ start: 0, end: Math.max(1, segment.text.length) }).concealment ?? inherited };
  } else if (segment.kind === "table") yield* cellsOf(segment, inherited);
  else if (segment.kind === "workbook") for (const { name } of segment.sheets) yield { text: squeezed(name), concealment: inherited };
  else if (segment.kind === "message") for (const { value } of segment.headers) yield { text: squeezed(value), concealment: inherited };
}

function* cellsOf(table: TableSegment, inherited: Concealment | undefined): Generator<Stretch> {
  for (let row = 0; row < Math.min(MAX_ROWS, table.rowCount); row++) {
    for (let column = 0; column < table.columnCount; column++) {
      if (table.nextColumn !== undefined) column = table.nextColumn(row, column);
      if (column < 0) break;
      const text = table.text(row, column);
      if (text === "") continue;
      const { concealment } = table.place({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column });
      yield { text: squeezed(text), concealment: concealment ?? table.rowConcealment?.(row) ?? table.columnConcealment?.(column) ?? inherited };
    }
  }
}

