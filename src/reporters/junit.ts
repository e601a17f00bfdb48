/**
 * JUnit's XML as Jenkins and GitLab read it: a suite for each file. What makes the exit status 1 is a failure, what makes it 3 an error,
 * everything else passes or is skipped, so that the suite is green where leaklint is.
 */
import type { Finding, Report, Reporter, ReporterOptions, Unscanned } from "../contract.js";
import { isAtLeast } from "../policy.js";
import { acceptedText, adviceOf, codeOf, coverageOf, isMissing, lineOf, openOf, placeText, saysOf } from "./finding-text.js";
import { inOrder } from "./order.js";
import { printable } from "./printable.js";
import { detailText } from "./unread-details.js";
import { CONCEALMENT_WORDS, coverageText, grouped, UNSCANNED_WORDS, VERDICT_WORDS } from "./words.js";

interface Case {
  readonly name: string;
  readonly className: string;
  readonly line?: number;
  readonly outcome: "passed" | "failure" | "error" | "skipped";
  readonly type: string;
  readonly message: string;
  readonly lines: readonly string[];
}

export const junitReporter: Reporter = (reports, options) => {
  const all = [...reports];
  const suites = all.map((report) => ({ path: report.result.path, cases: casesOf(report, options) }));
  const cases = suites.flatMap((suite) => suite.cases);
  const properties = element("properties", {}, element("property", { name: "coverage", value: coverageText(coverageOf(all), options.lang) }, ""));
  const body = suites.map((suite) => element("testsuite", { name: suite.path, ...countsOf(suite.cases), ...timestampOf(options) }, properties + suite.cases.map((one) => caseElement(one, suite.path)).join("")));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", { name: "leaklint", ...countsOf(cases) }, body.join(""))}`;
};

function casesOf(report: Report, options: ReporterOptions): Case[] {
  const { lang } = options;
  const { result, verdict } = report;
  const status = options.exitStatusOf?.(report) ?? (isAtLeast(verdict.level, "hold") ? 1 : 0);
  const findings = inOrder(result.findings).map((finding) => findingCase(finding, report, status === 1 && finding.severity !== "info" && finding.accepted === undefined, options));
  const unread = result.unscanned.map((one) => unscannedCase(one, status === 3 || status === 1, options));
  // A verdict may rest on what no single finding is about: how many people, what was not read.
  const isUnexplained = status === 1 && ![...findings, ...unread].some(({ outcome }) => outcome === "failure" || outcome === "error");
  const count = openOf(result).people;
  const people = count === 0 ? "" : lang === "ja" ? `、約${grouped(count)}人分` : `, about ${grouped(count)} people`;
  const word = `${VERDICT_WORDS[lang][verdict.level]}${people}`;
  return [{ name: "verdict", className: "leaklint", outcome: isUnexplained ? "failure" : "passed", type: verdict.level, message: word, lines: [word] }, ...findings, ...unread];
}

function findingCase(finding: Finding, { result }: Report, isFailure: boolean, options: ReporterOptions): Case {
  const { lang } = options;
  const place = placeText(finding.at, lang);
  const hidden = finding.concealment === undefined ? [] : [CONCEALMENT_WORDS[lang][finding.concealment]];
  const says = saysOf(finding, options);
  const accepted = acceptedText(finding, lang);
  const line = lineOf(finding.at, result.format)?.line;
  return {
    name: place === "" ? codeOf(finding) : `${codeOf(finding)}: ${place}`,
    className: `leaklint.${finding.detector}`,
    ...(line !== undefined && { line }),
    outcome: isFailure ? "failure" : accepted === undefined ? "passed" : "skipped",
    type: finding.severity,
    message: accepted ?? says,
    lines: [place, ...hidden, says, ...adviceOf(finding, options).map((advice) => `→ ${advice}`)].filter((text) => text !== ""),
  };
}

function unscannedCase(one: Unscanned, matters: boolean, { lang }: ReporterOptions): Case {
  const place = placeText(one.at, lang);
  const message = `${UNSCANNED_WORDS[lang][one.reason]} (${detailText(one.detail, lang)})`;
  return {
    name: place === "" ? "read" : `read: ${place}`,
    className: "leaklint.unscanned",
    outcome: isMissing(one) && matters ? "error" : "skipped",
    type: one.reason,
    message,
    lines: place === "" ? [message] : [place, message],
  };
}

function caseElement({ name, className, line, outcome, type, message, lines }: Case, path: string): string {
  // Each line by itself: one that a name made must not become a line here.
  const text = lines.map(escaped).join("\n");
  const inner = outcome === "passed" ? element("system-out", {}, text) : outcome === "skipped" ? element("skipped", { message }, "") : element(outcome, { type, message }, text);
  return element("testcase", { name, classname: className, file: path, ...(line !== undefined && { line: String(line) }), time: "0" }, inner);
}

function countsOf(cases: readonly Case[]): Record<string, string> {
  const of = (outcome: Case["outcome"]): string => String(cases.filter((one) => one.outcome === outcome).length);
  return { tests: String(cases.length), failures: of("failure"), errors: of("error"), skipped: of("skipped"), time: "0" };
}

const timestampOf = ({ time }: ReporterOptions): Record<string, string> => (time === undefined ? {} : { timestamp: time.toISOString().slice(0, 19) });

/** @param content escaped */
function element(name: string, attributes: Readonly<Record<string, string>>, content: string): string {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
  return content === "" ? `<${name}${head}/>\n` : `<${name}${head}>${content.startsWith("<") ? "\n" : ""}${content}</${name}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML 1.0 has no way to write some characters at all (section 2.2). */
function escaped(text: string): string {
  return printable(text).replace(/[\ufffe\uffff]/gu, "�").replace(/[&<>"]/gu, (char) => ENTITIES[char]);
}
