/** Real files that are nobody's, scanned as their publisher would: how many are warned about or held. Their names are not shown. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "../../../src/index.js";
import { concatKinds } from "../kinds.js";
import { wilson } from "../metrics.js";
import { range, share, type Table } from "../print.js";

const FOLDERS = [
  ["a city's open data: facilities, statistics", "takamatsu-city+opendata"],
  ["Japanese documentation of a program", "vuejs-translations+docs-ja"],
] as const;

/** @param labels the folder of labels; the corpus stands around it */
export async function cleanFilesTable(labels: string): Promise<Table | undefined> {
  const rows: string[][] = [];
  for (const [title, folder] of FOLDERS) {
    const path = join(labels, "..", folder);
    if (!existsSync(path)) continue;
    const levels = { pass: 0, warn: 0, hold: 0, block: 0 };
    const codes: string[] = [];
    for await (const { result, verdict } of createLinter({ profile: "publish" }).scanEach(path)) {
      // What could not be read is another question than what was wrongly flagged.
      const reasons = verdict.reasons.filter(({ rule }) => rule !== "unscanned");
      const level = reasons.some((one) => one.level === "block") ? "block" : reasons.some((one) => one.level === "hold") ? "hold" : reasons.length > 0 ? "warn" : "pass";
      levels[level]++;
      if (level !== "pass") codes.push(...new Set(result.findings.filter(({ severity }) => severity !== "info").map(({ detector, code }) => `${detector}/${code}`)));
    }
    const files = levels.pass + levels.warn + levels.hold + levels.block;
    const flagged = files - levels.pass;
    rows.push([title, String(files), String(flagged), share(flagged / files), range(wilson(flagged, files)), String(levels.hold + levels.block), concatKinds(codes)]);
  }
  return rows.length === 0 ? undefined : { title: "Clean real files, scanned whole", note: "the last column: in how many flagged files each finding stands", head: ["files", "of", "flagged", "share", "95 %", "held", "findings"], rows };
}
