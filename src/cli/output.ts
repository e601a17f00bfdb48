/** Where reports go: standard output, files, GitHub's summary of a job. */
import type { Report, Reporter, ReporterOptions } from "../contract.js";
import type { Arguments, ReportFile } from "./arguments.js";
import type { Format } from "./interface.js";

/** Loaded when they are asked for. */
export const REPORTERS: Readonly<Record<Format, () => Promise<Reporter>>> = {
  pretty: async () => (await import("../reporters/pretty.js")).prettyReporter,
  json: async () => (await import("../reporters/json.js")).jsonReporter,
  jsonl: async () => (await import("../reporters/jsonl.js")).jsonlReporter,
  sarif: async () => (await import("../reporters/sarif.js")).sarifReporter,
  github: async () => (await import("../reporters/github.js")).githubReporter,
  gitlab: async () => (await import("../reporters/gitlab.js")).gitlabReporter,
  junit: async () => (await import("../reporters/junit.js")).junitReporter,
  markdown: async () => (await import("../reporters/markdown.js")).markdownReporter,
  html: async () => (await import("../reporters/html.js")).htmlReporter,
  unix: async () => (await import("../reporters/unix.js")).unixReporter,
};

/** Prints a report's line as soon as there is one; undefined where the format has to see all of them first. */
export async function liveOutput(given: Pick<Arguments, "format" | "output">, options: ReporterOptions): Promise<((report: Report) => void) | undefined> {
  if (given.format !== "jsonl" || given.output !== undefined) return undefined;
  const { resultLine } = await import("../reporters/jsonl.js");
  return (report) => void process.stdout.write(resultLine(report, options));
}

/** @throws UsageError where a file cannot be written */
export async function writeReports(reports: readonly Report[], given: Pick<Arguments, "format" | "output" | "reports">, options: ReporterOptions): Promise<void> {
  const inFile = { ...options, color: false, width: Infinity };
  const files: readonly ReportFile[] = given.output === undefined ? given.reports : [{ format: given.format, file: given.output }, ...given.reports];
  if (files.length > 0) {
    const { writeReport } = await import("./write-file.js");
    for (const { format, file } of files) await writeReport(file, (await REPORTERS[format]())(reports, inFile));
  }
  if (given.output === undefined) {
    if (given.format === "jsonl") process.stdout.write((await import("../reporters/jsonl.js")).summaryLine(reports));
    else process.stdout.write((await REPORTERS[given.format]())(reports, options));
  }
  const summaryFile = process.env["GITHUB_STEP_SUMMARY"];
  if (given.format === "github" && summaryFile !== undefined && summaryFile !== "") {
    const [{ appendTo }, { jobSummary }] = await Promise.all([import("./write-file.js"), import("../reporters/markdown.js")]);
    await appendTo(summaryFile, jobSummary(reports, inFile));
  }
}

/** Whoever reads our output may close it early: the exit status still says what was found. A full disk is a failure. */
export function surviveClosedOutput(onFailure: (code: string) => void): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") onFailure(error.code ?? "unknown");
  });
}
