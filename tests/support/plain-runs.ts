/** The reader of plain runs, ready for a workbook whose style 1 is a date's and whose style 2 hides. */
import { createPlainRuns, type PlainRuns } from "../../src/extractors/ooxml/plain/runs.js";

export async function plainRuns(kinds: Uint8Array = Uint8Array.of(0, 1, 2)): Promise<PlainRuns> {
  const runs = await createPlainRuns();
  if (runs?.prepare(kinds) !== true) throw new Error("WebAssembly is not to be had here");
  return runs;
}
