/**
 * The JSON report line by line: one `result` as soon as its file was scanned, and one `summary` behind the last. A report without its
 * summary was cut off.
 */
import type { Report, Reporter, ReporterOptions } from "../contract.js";
import { resultOf, SCHEMA_VERSION, summaryOf } from "./json.js";
import { printableJson } from "./printable.js";

export const jsonlReporter: Reporter = (reports, options) => {
  const all = [...reports];
  return all.map((report) => resultLine(report, options)).join("") + summaryLine(all);
};

export const resultLine = (report: Report, options: ReporterOptions): string => line("result", resultOf(report, options));

export const summaryLine = (reports: readonly Report[]): string => line("summary", summaryOf(reports));

function line(type: "result" | "summary", content: object): string {
  return `${printableJson(JSON.stringify({ schemaVersion: SCHEMA_VERSION, type, ...content }))}\n`;
}
