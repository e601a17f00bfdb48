/** Reports made by hand, for what no fixture has. */
import type { Finding, Report, ReporterOptions, ScanResult, VerdictLevel } from "../../src/contract.js";
import { createLinter } from "../../src/index.js";
import { githubReporter } from "../../src/reporters/github.js";
import { gitlabReporter } from "../../src/reporters/gitlab.js";
import { htmlReporter } from "../../src/reporters/html.js";
import { jsonReporter } from "../../src/reporters/json.js";
import { jsonlReporter } from "../../src/reporters/jsonl.js";
import { junitReporter } from "../../src/reporters/junit.js";
import { jobSummary, markdownReporter } from "../../src/reporters/markdown.js";
import { prettyReporter } from "../../src/reporters/pretty.js";
import { sarifReporter } from "../../src/reporters/sarif.js";
import { unixReporter } from "../../src/reporters/unix.js";
import type { Reporter } from "../../src/contract.js";

/** Every way a report may be written; tests/cli/interface.test.ts holds them against `--format`. */
export const ALL_REPORTERS: Readonly<Record<string, Reporter>> = {
  pretty: prettyReporter, json: jsonReporter, jsonl: jsonlReporter, sarif: sarifReporter, github: githubReporter, gitlab: gitlabReporter,
  junit: junitReporter, markdown: markdownReporter, html: htmlReporter, unix: unixReporter, "job summary": jobSummary,
};

export const { messages } = createLinter();
export const OPTIONS: ReporterOptions = { lang: "en", color: false, width: Infinity, messages };

export const finding = (changes: Partial<Finding> = {}): Finding => ({
  detector: "phone-number", code: "number", severity: "warning", confidence: 0.9, count: 1, people: 1, entities: { "phone-number": 1 },
  at: [{ kind: "file", path: "a.txt" }, { kind: "span", line: 3, column: 5, offset: 40, length: 12 }],
  fingerprint: "0123456789abcdef0123456789abcdef", remedies: [], evidence: [{ kind: "label", count: 1 }], ...changes,
});

export function report(findings: readonly Finding[], changes: Partial<ScanResult> = {}, level?: VerdictLevel): Report {
  const people = findings.reduce((sum, one) => sum + one.people, 0);
  return {
    result: { path: "a.txt", format: "text", findings, people, exposure: { identified: 0, reachable: 0, concealed: 0 }, unscanned: [], ...changes },
    verdict: { level: level ?? (findings.length > 0 ? "warn" : "pass"), reasons: [], remedies: [] },
  };
}

/** Two files with everything a report may hold. */
export function variedReports(): Report[] {
  const sheet = [{ kind: "file", path: "公開/form.xlsx" }, { kind: "sheet", name: "団体一覧", state: "hidden" }, { kind: "cell", ref: "A2:H873" }] as const;
  return [
    report(
      [
        finding({ detector: "personal-records", code: "table", severity: "error", count: 872, people: 872, entities: { "person-name": 872, "special-care": 2 }, concealment: "hidden-sheet", at: sheet }),
        finding({ at: [{ kind: "file", path: "公開/form.xlsx" }, { kind: "entry", name: "list.zip" }, { kind: "entry", name: "a/list.csv" }, { kind: "cell", ref: "B2" }, { kind: "span", line: 2, column: 3, offset: 9, length: 5 }] }),
      ],
      {
        path: "公開/form.xlsx", format: "xlsx", people: 872, exposure: { identified: 872, reachable: 0, concealed: 872 },
        unscanned: [
          { kind: "unscanned", at: [{ kind: "file", path: "公開/form.xlsx" }, { kind: "entry", name: "locked.zip" }], reason: "encrypted", detail: "needs a password" },
          { kind: "unscanned", at: [{ kind: "file", path: "公開/form.xlsx" }, { kind: "entry", name: "logo.png" }], reason: "unsupported", detail: "a picture", format: "png", accepted: true },
        ],
      },
      "block",
    ),
    report([finding({ severity: "info" }), finding({ accepted: { by: "baseline", reason: "our own number", owner: "desk", expires: "2099-01-01" } })], { open: { people: 1, exposure: { identified: 0, reachable: 0, concealed: 0 } } }, "pass"),
  ];
}
