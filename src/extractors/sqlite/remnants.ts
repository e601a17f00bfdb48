/** What deleted rows leave: whole pages on the list of free ones, and stretches between the rows that are still there. */
import { printableRuns } from "../../bytes/printable-runs.js";
import type { TextEncoding } from "./pages.js";

/** Shorter runs are chance: three kanji are a name, three Latin letters are nothing. */
const FEWEST_WIDE = 2;
const FEWEST_NARROW = 4;
const RUN = /[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]+/gu;
const WIDE = /[\u3005-\u30ff\u4e00-\u9fff\uff01-\uff9f]/gu;

/** Readable runs, one a line. Values of a deleted row stand behind each other without a mark between them. */
export function remnantText(bytes: Uint8Array, encoding: TextEncoding): string {
  if (encoding === "utf-16le") return printableRuns(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const runs: string[] = [];
  for (const [run] of text.matchAll(RUN)) if (run.trim().length >= FEWEST_NARROW || (run.match(WIDE)?.length ?? 0) >= FEWEST_WIDE) runs.push(run.trim());
  return runs.join("\n");
}
