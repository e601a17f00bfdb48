/**
 * GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/): a list of issues, told apart by fingerprints that must be
 * the same in the next run and not the same as another's.
 */
import { createHash } from "node:crypto";
import type { Finding, Report, Reporter, ReporterOptions, Severity } from "../contract.js";
import { acceptedText, adviceOf, codeOf, coverageOf, isMissing, lineOf, placeText, saysOf } from "./finding-text.js";
import { inOrder } from "./order.js";
import { printable, printableJson } from "./printable.js";
import { detailText } from "./unread-details.js";
import { CONCEALMENT_WORDS, coverageText, UNSCANNED_WORDS } from "./words.js";

const SEVERITIES: Readonly<Record<Severity, string>> = { info: "info", warning: "major", error: "critical" };

interface Issue {
  readonly check_name: string;
  readonly description: string;
  readonly severity: string;
  readonly categories: readonly string[];
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
  readonly content?: { readonly body: string };
  /** What tells it from others, before it is hashed. */
  readonly identity: string;
}

export const gitlabReporter: Reporter = (reports, options) => {
  const all = [...reports];
  const issues = all.flatMap((report) => [
    ...inOrder(report.result.findings).map((finding) => findingIssue(finding, report, options)),
    ...unscannedIssues(report, options),
  ]);
  if (all.length > 0) issues.push(coverageIssue(all, options));
  const seen = new Map<string, number>();
  const list = issues.map(({ identity, ...issue }) => {
    const nth = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, nth);
    return { type: "issue", ...issue, fingerprint: createHash("sha256").update(`${identity}\0${nth}`).digest("hex") };
  });
  return `${printableJson(JSON.stringify(list, null, 2))}\n`;
};

function findingIssue(finding: Finding, { result, verdict }: Report, options: ReporterOptions): Issue {
  const isBlocked = verdict.level === "block";
  const { lang } = options;
  const place = placeText(finding.at, lang);
  const hidden = finding.concealment === undefined ? "" : ` (${CONCEALMENT_WORDS[lang][finding.concealment]})`;
  const advice = adviceOf(finding, options);
  const accepted = acceptedText(finding, lang);
  return {
    check_name: `leaklint/${codeOf(finding)}`,
    description: printable(`${place === "" ? "" : `${place}${hidden}: `}${saysOf(finding, options)}${accepted === undefined ? "" : ` [${accepted}]`}`),
    severity: accepted !== undefined ? "info" : finding.severity === "error" && isBlocked ? "blocker" : SEVERITIES[finding.severity],
    categories: ["Security"],
    location: { path: pathOf(result.path), lines: { begin: lineOf(finding.at, result.format)?.line ?? 1 } },
    ...(advice.length > 0 && { content: { body: printable(advice.join(" ")) } }),
    // Without a key of one's own every run has other fingerprints; the place is then what the next run has in common with this one.
    identity: [result.path, codeOf(finding), options.hasStableFingerprints === true ? finding.fingerprint : JSON.stringify(finding.at)].join("\0"),
  };
}

function unscannedIssues({ result }: Report, { lang }: ReporterOptions): Issue[] {
  return result.unscanned.map((one) => {
    const place = placeText(one.at, lang);
    return {
      check_name: `leaklint/unscanned/${one.reason}`,
      description: printable(`${place === "" ? "" : `${place}: `}${UNSCANNED_WORDS[lang][one.reason]} (${detailText(one.detail, lang)})`),
      severity: isMissing(one) ? "minor" : "info",
      categories: ["Security"],
      location: { path: pathOf(result.path), lines: { begin: 1 } },
      identity: [result.path, one.reason, JSON.stringify(one.at)].join("\0"),
    };
  });
}

/** The format has no place for what was read: an issue of no weight, the same one in every run. */
function coverageIssue(reports: readonly Report[], { lang }: ReporterOptions): Issue {
  return {
    check_name: "leaklint/coverage",
    description: `leaklint ${coverageText(coverageOf(reports), lang)}`,
    severity: "info",
    categories: ["Security"],
    location: { path: pathOf(reports[0].result.path), lines: { begin: 1 } },
    identity: "coverage",
  };
}

/** GitLab links no path that begins with "./". */
const pathOf = (path: string): string => printable(path).replace(/^(?:\.\/)+/u, "");
