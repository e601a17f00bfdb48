/** The JSON report that other programs hold on to. Its keys are part of leaklint's interface: they may grow, never change. */
import type { Finding, Report, Reporter, ReporterOptions, ScanResult, Unscanned, Verdict, VerdictLevel } from "../contract.js";
import { worstOf } from "../policy.js";
import { VERSION } from "../version.js";
import { locationText } from "./location-text.js";
import { printableJson } from "./printable.js";
import { fill } from "./words.js";

export const SCHEMA_VERSION = 1;

export const jsonReporter: Reporter = (reports, options) => {
  const all = [...reports];
  const { tool, verdict, summary } = summaryOf(all);
  const results = all.map((report) => resultOf(report, options));
  return `${printableJson(JSON.stringify({ schemaVersion: SCHEMA_VERSION, tool, verdict, summary, results }, null, 2))}\n`;
};

/** What all results come to. */
export interface JsonSummary {
  readonly tool: { readonly name: string; readonly version: string };
  readonly verdict: VerdictLevel;
  readonly summary: { readonly results: number; readonly findings: number; readonly people: number; readonly unscanned: number };
}

/** One result. */
export interface JsonResult extends Pick<ScanResult, "path" | "format" | "people" | "exposure"> {
  readonly commit: string | undefined;
  /** `people` and `exposure` without what was accepted. */
  readonly open: ScanResult["open"];
  readonly verdict: VerdictLevel;
  readonly reasons: Verdict["reasons"];
  readonly findings: readonly (Finding & { readonly location: string; readonly message: string; readonly help: string })[];
  readonly unscanned: readonly (Pick<Unscanned, "at" | "reason" | "detail"> & { readonly location: string; readonly format: string | undefined; readonly accepted: true | undefined })[];
  readonly remedies: Verdict["remedies"];
}

export function summaryOf(reports: readonly Report[]): JsonSummary {
  const total = (count: (report: Report) => number): number => reports.reduce((sum, report) => sum + count(report), 0);
  return {
    tool: { name: "leaklint", version: VERSION },
    verdict: worstOf(reports.map(({ verdict }) => verdict.level)),
    summary: {
      results: reports.length,
      findings: total(({ result }) => result.findings.length),
      people: total(({ result }) => result.people),
      unscanned: total(({ result }) => result.unscanned.length),
    },
  };
}

export function resultOf({ result, verdict }: Report, options: ReporterOptions): JsonResult {
  return {
    path: result.path,
    commit: result.commit,
    format: result.format,
    verdict: verdict.level,
    people: result.people,
    exposure: result.exposure,
    open: result.open,
    reasons: verdict.reasons,
    findings: result.findings.map((finding) => findingOf(finding, options)),
    unscanned: result.unscanned.map(({ at, reason, detail, format, accepted }) => ({ at, location: locationText(at), reason, detail, format, accepted })),
    remedies: verdict.remedies,
  };
}

function findingOf(finding: Finding, { lang, messages }: ReporterOptions): JsonResult["findings"][number] {
  const message = messages[finding.detector]?.[finding.code];
  return {
    ...finding,
    location: locationText(finding.at),
    message: message === undefined ? finding.code : fill(message[lang], finding, lang),
    help: message === undefined ? "" : fill(message.fix[lang], finding, lang),
  };
}
