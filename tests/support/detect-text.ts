/** Runs one detector's text check over a text as the core does: normalised, run by run. */
import { readFileSync } from "node:fs";
import type { Detector, Site, TextMatch } from "../../src/contract.js";
import { normalize } from "../../src/text/normalize.js";
import { matchRuns } from "../../src/text/runs.js";

export const JAPAN: Site = { ownDomains: [], knownGroups: {}, country: "JP" };
/** Below this the core does not report. */
export const REPORTED = 0.5;

/** Matches in the text as given, `at` counted in its own characters. */
export function detectText(detector: Detector, text: string, site: Site = JAPAN): TextMatch[] {
  const check = detector.create(detector.defaults, site).text;
  if (check === undefined) throw new Error(`${detector.id} has no text check`);
  const normal = normalize(text);
  return matchRuns(normal.text, [{ owner: 0, check }]).map(({ match }) => ({
    ...match,
    at: { start: normal.originalStart(match.at.start), end: normal.originalEnd(match.at.end) },
  }));
}

/** The text with every match that would be reported set in «», so that a test reads as what is found where. */
export function markFound(detector: Detector, text: string, site: Site = JAPAN): string {
  let marked = "";
  let at = 0;
  for (const match of detectText(detector, text, site)) {
    if (match.confidence < REPORTED) continue;
    marked += `${text.slice(at, match.at.start)}«${text.slice(match.at.start, match.at.end)}»`;
    at = match.at.end;
  }
  return marked + text.slice(at);
}

/** The lines of fixtures/<id>/<name>.txt. */
export function fixtureLines(id: string, name: "flag" | "pass"): string[] {
  return readFileSync(new URL(`../../fixtures/${id}/${name}.txt`, import.meta.url), "utf8").split("\n").filter((line) => line !== "");
}
