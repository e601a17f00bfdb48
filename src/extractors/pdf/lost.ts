/** Content that no page shows any more -> what it said, without what the document says still. */
import type { Artifact, Budget, Concealment, Segment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { type PageContent, RUN_STRIDE, type PageRuns } from "./document.js";
import type { ObjectGraph } from "./objects/graph.js";
import type { Leftovers } from "./objects/index.js";
import type { Said } from "./objects/said.js";
import { documentOf } from "./objects/synthetic.js";
import { createPageReader } from "./segments.js";
import { openSource } from "./source.js";

/** A document saved a few hundred times over. */
const MAX_LOST = 400;

export async function* readLost({ at, bytes }: Artifact, graph: ObjectGraph, { lost }: Leftovers, said: Said, budget: Budget): AsyncGenerator<Segment | Unscanned> {
  if (lost.length === 0) return;
  if (graph.trailer.has("Encrypt")) {
    yield { kind: "unscanned", at, reason: "encrypted", detail: `${lost.length} left-over page contents of an encrypted file were not read` };
    return;
  }
  if (lost.length > MAX_LOST) yield { kind: "unscanned", at, reason: "limit", detail: `${lost.length} left-over page contents, only the first ${MAX_LOST} were read` };
  const wanted = lost.slice(0, MAX_LOST);
  const source = await openSource(documentOf(bytes, graph, wanted), budget, () => ({ opaque: false }));
  try {
    for (const [i, { object, concealment }] of wanted.entries()) {
      budget.tick();
      const place = [...at, { kind: "property", name: `object ${object}` }] as const;
      const { value, error } = await source.page(i + 1, false);
      if (value === undefined) {
        if (!(error instanceof Unreadable) || error.reason !== "corrupt") throw error;
        yield { kind: "unscanned", at: place, reason: "corrupt", detail: "left-over page content that cannot be read" };
        continue;
      }
      const runs = withoutSaid(value.runs, said);
      const aside = value.aside.map((one) => ({ ...one, runs: withoutSaid(one.runs, said) })).filter((one) => one.runs.texts.length > 0);
      said.addRuns(runs.texts);
      const reader = createPageReader(at);
      const content: PageContent = { ...value, runs, aside, notes: [], attachments: [] };
      for (const segment of [...reader.page(i + 1, content), ...reader.end()]) yield concealed(segment, place, concealment);
      for (const gap of value.gaps) if (!gap.startsWith("image-only")) yield { kind: "unscanned", at: place, reason: "unsupported", detail: `left-over page content: ${gap}` };
    }
  } finally {
    await source.close();
  }
}

function concealed(segment: Segment, at: Artifact["at"], concealment: Concealment): Segment {
  if (segment.kind === "text") return { ...segment, place: () => ({ at, concealment }) };
  if (segment.kind === "table") return { ...segment, at, place: () => ({ at, concealment }) };
  return segment;
}

/** Runs that are new, and what stands in a line with them. */
function withoutSaid({ texts, geometry, concealed: codes }: PageRuns, said: Said): PageRuns {
  const fresh = texts.map((text) => text.trim() !== "" && !said.has(text));
  if (!fresh.includes(true)) return { texts: [], geometry: new Float64Array() };
  const heights = new Set<number>();
  const line = (run: number): number => Math.round(geometry[run * RUN_STRIDE + 1] / 2);
  fresh.forEach((isFresh, run) => {
    if (isFresh) heights.add(line(run));
  });
  const kept = texts.map((_, run) => run).filter((run) => fresh[run] || heights.has(line(run)));
  const picked = new Float64Array(kept.length * RUN_STRIDE);
  kept.forEach((run, i) => {
    picked.set(geometry.subarray(run * RUN_STRIDE, run * RUN_STRIDE + RUN_STRIDE), i * RUN_STRIDE);
  });
  return { texts: kept.map((run) => texts[run]), geometry: picked, ...(codes === undefined ? {} : { concealed: Uint8Array.from(kept, (run) => codes[run]) }) };
}
