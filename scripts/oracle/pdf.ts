/**
 * oracle/pdf_hidden.jsonl against what is read: of the strings another reader saw in a document's hidden places, how many are yielded, and how
 * many with a concealment that fits. Counts only; no string is printed.
 * `npx tsx scripts/oracle/pdf.ts [CORPUS]`
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Artifact, Concealment } from "../../src/contract.js";
import { Unreadable } from "../../src/errors.js";
import { pdfExtractor } from "../../src/extractors/pdf/index.js";
import { createBudget, DEFAULT_LIMITS } from "../../src/limits.js";

export interface OracleEntry {
  readonly path: string;
  readonly items: readonly { readonly kind: string; readonly strings: readonly string[] }[];
}

/** One yielded text and why it is not seen. */
export interface Reading {
  readonly text: string;
  readonly concealment: Concealment | undefined;
}

export interface OracleCount {
  total: number;
  /** Yielded somewhere. */
  read: number;
  /** Yielded with a concealment that fits the place. */
  fitting: number;
  /** Files with strings that were not read, by what ended their reading. */
  readonly missing: Map<string, number>;
}

/** A value that a widget draws is in plain view; of annotations, free text and stamps are. */
const FITTING: Readonly<Record<string, readonly (Concealment | undefined)[]>> = {
  docinfo: ["metadata"],
  annotation_contents: ["comment", "hidden-text", undefined],
  form_values: [undefined, "package-data", "hidden-text"],
};

const bare = (text: string): string => text.normalize("NFKC").replace(/[\s\u0000]+/gu, "");

export function matchPdf(entry: OracleEntry, readings: readonly Reading[], counts: Map<string, OracleCount>, ending = ""): void {
  const all = readings.map(({ text, concealment }) => ({ text: bare(text), concealment }));
  for (const { kind, strings } of entry.items) {
    let count = counts.get(kind);
    if (count === undefined) counts.set(kind, (count = { total: 0, read: 0, fitting: 0, missing: new Map() }));
    for (const string of strings) {
      // "Title=...": the other reader wrote keys before its properties.
      const wanted = bare(kind === "docinfo" ? string.replace(/^[A-Za-z]+=/u, "") : string);
      const where = all.filter(({ text }) => text.includes(wanted));
      count.total++;
      if (where.length > 0) count.read++;
      else count.missing.set(`${entry.path}${ending}`, (count.missing.get(`${entry.path}${ending}`) ?? 0) + 1);
      if (where.some(({ concealment }) => (FITTING[kind] ?? []).includes(concealment))) count.fitting++;
    }
  }
}

export async function readingsOf(file: string): Promise<{ readings: Reading[]; ending: string }> {
  const readings: Reading[] = [];
  const limits = DEFAULT_LIMITS;
  const artifact: Artifact = { kind: "artifact", at: [], name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) };
  let ending = "";
  try {
    for await (const piece of pdfExtractor.extract(artifact, { limits, budget: createBudget(limits) })) {
      if (piece.kind === "text") {
        for (let start = 0, end = 0; start <= piece.text.length; start = end + 1) {
          end = piece.text.indexOf("\n", start);
          if (end < 0) end = piece.text.length;
          const { concealment } = piece.place({ start, end });
          readings.push({ text: piece.text.slice(start, end), concealment });
        }
        const { concealment } = piece.place({ start: 0, end: piece.text.length });
        readings.push({ text: piece.text, concealment });
      } else if (piece.kind === "table") {
        for (let row = 0; row < piece.rowCount; row++) {
          for (let column = 0; column < piece.columnCount; column++) readings.push({ text: piece.text(row, column), concealment: piece.place({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }).concealment });
        }
      } else if (piece.kind === "artifact") readings.push({ text: piece.name, concealment: piece.concealment });
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    ending = ` (${error.reason})`;
  }
  return { readings, ending };
}

if (process.argv[1] === import.meta.filename) {
  const corpus = process.argv[2] ?? "/work/shared/corpus";
  const counts = new Map<string, OracleCount>();
  for (const line of readFileSync(path.join(corpus, "oracle/pdf_hidden.jsonl"), "utf8").split("\n")) {
    if (line === "") continue;
    const entry = JSON.parse(line) as OracleEntry; // the oracle's own format
    const { readings, ending } = await readingsOf(path.join(corpus, entry.path));
    matchPdf(entry, readings, counts, ending);
  }
  for (const [kind, { total, read, fitting, missing }] of counts) {
    console.log(`${kind}: ${read} of ${total} read, ${fitting} with a fitting concealment`);
    for (const [file, count] of missing) console.log(`  ${count} not read: ${file}`);
  }
}
