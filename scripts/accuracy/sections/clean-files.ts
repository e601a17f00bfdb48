/** Real files that are nobody's, scanned as their publisher would: how many are warned about or held. Their names are not shown. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createLinter, type Finding } from "../../../src/index.js";
import { concatKinds } from "../kinds.js";
import { wilson } from "../metrics.js";
import { range, share, type Table } from "../print.js";

const FOLDERS = [
  ["a city's open data: facilities, statistics", "takamatsu-city+opendata"],
  ["Japanese documentation of a program", "vuejs-translations+docs-ja"],
] as const;

/** The author whom a program saves with a file is a person: a true find, and told apart from what the tables hold. */
const isInProperties = ({ at, concealment }: Finding): boolean => concealment === "package-data" || at.some(({ kind }) => kind === "property");

/** @param labels the folder of labels; the corpus stands around it */
export async function cleanFilesTable(labels: string): Promise<Table | undefined> {
  const rows: string[][] = [];
  for (const [title, folder] of FOLDERS) {
    const path = join(labels, "..", folder);
    if (!existsSync(path)) continue;
    const counts = { files: 0, flagged: 0, held: 0, properties: 0 };
    const codes: string[] = [];
    for await (const { result, verdict } of createLinter({ profile: "publish" }).scanEach(path)) {
      counts.files++;
      // What could not be read is another question than what was wrongly flagged.
      const reasons = verdict.reasons.filter(({ rule }) => rule !== "unscanned");
      if (reasons.length === 0) continue;
      const inContent = result.findings.filter((finding) => finding.severity !== "info" && !isInProperties(finding));
      if (inContent.length === 0 && result.findings.some(isInProperties)) counts.properties++;
      else {
        counts.flagged++;
        counts.held += Number(reasons.some(({ level }) => level === "hold" || level === "block"));
        codes.push(...new Set((inContent.length === 0 ? result.findings : inContent).map(({ detector, code }) => `${detector}/${code}`)));
      }
    }
    const { files, flagged, held, properties } = counts;
    rows.push([title, String(files), String(flagged), share(flagged / files), range(wilson(flagged, files)), String(held), String(properties), concatKinds(codes)]);
  }
  if (rows.length === 0) return undefined;
  return {
    title: "Clean real files, scanned whole",
    note: "flagged for their content; beside it, files flagged only for the author in their properties; findings: in how many flagged files each stands",
    head: ["files", "of", "flagged", "share", "95 %", "held", "authors", "findings"],
    rows,
  };
}
