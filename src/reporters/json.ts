/** The JSON report that other programs hold on to. Its keys are part of leaklint's interface: they may grow, never change. */
import type { Finding, Reporter, Report, ReporterOptions } from "../contract.js";
import { worstOf } from "../policy.js";
import { VERSION } from "../version.js";
import { locationText } from "./location-text.js";
import { printableJson } from "./printable.js";
import { fill } from "./words.js";

export const SCHEMA_VERSION = 1;

export const jsonReporter: Reporter = (reports, options) => {
  const results = [...reports].map((report) => resultOf(report, options));
  const total = (count: (result: (typeof results)[number]) => number): number => results.reduce((sum, result) => sum + count(result), 0);
  const json = JSON.stringify(
    {
      schemaVersion: SCHEMA_VERSION,
      tool: { name: "leaklint", version: VERSION },
      verdict: worstOf(results.map(({ verdict }) => verdict)),
      summary: {
        results: results.length,
        findings: total(({ findings }) => findings.length),
        people: total(({ people }) => people),
        unscanned: total(({ unscanned }) => unscanned.length),
      },
      results,
    },
    null,
    2,
  );
  return `${printableJson(json)}\n`;
};

function resultOf({ result, verdict }: Report, options: ReporterOptions) {
  return {
    path: result.path,
    format: result.format,
    verdict: verdict.level,
    people: result.people,
    exposure: result.exposure,
    reasons: verdict.reasons,
    findings: result.findings.map((finding) => findingOf(finding, options)),
    unscanned: result.unscanned.map(({ at, reason, detail, format, accepted }) => ({ at, location: locationText(at), reason, detail, format, accepted })),
    remedies: verdict.remedies,
  };
}

function findingOf(finding: Finding, { lang, messages }: ReporterOptions) {
  const message = messages[finding.detector]?.[finding.code];
  return {
    ...finding,
    location: locationText(finding.at),
    message: message === undefined ? finding.code : fill(message[lang], finding, lang),
    help: message === undefined ? "" : fill(message.fix[lang], finding, lang),
  };
}
