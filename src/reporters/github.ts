/**
 * GitHub's workflow commands (https://docs.github.com/actions/reference/workflow-commands-for-github-actions): an annotation for what matters
 * most, and a folded list of everything.
 */
import type { Finding, Report, Reporter, ReporterOptions } from "../contract.js";
import { adviceOf, codeOf, coverageOf, isMissing, lineOf, placeText, saysOf } from "./finding-text.js";
import { inOrder } from "./order.js";
import { printable } from "./printable.js";
import { unixReporter } from "./unix.js";
import { detailText } from "./unread-details.js";
import { CONCEALMENT_WORDS, coverageText, grouped, UNSCANNED_WORDS } from "./words.js";

type Command = "error" | "warning" | "notice";

/** GitHub shows so many of each kind for one step and drops the others without a word. */
const MAX_ANNOTATIONS = 10;

interface Annotation {
  readonly command: Command;
  readonly properties: Readonly<Record<string, string | number>>;
  readonly message: string;
}

export const githubReporter: Reporter = (reports, options) => {
  const all = [...reports];
  const coverage = coverageOf(all);
  const annotations = all.flatMap((report) => annotationsOf(report, options));
  const out: string[] = [];
  let dropped = 0;
  for (const command of ["error", "warning", "notice"] as const) {
    const ours = annotations.filter((one) => one.command === command);
    out.push(...ours.slice(0, MAX_ANNOTATIONS).map(commandLine));
    dropped += Math.max(0, ours.length - MAX_ANNOTATIONS);
  }
  const isJapanese = options.lang === "ja";
  if (all.some(({ result }) => result.findings.length > 0 || result.unscanned.length > 0)) {
    // A line that began with a path could be a command of whoever named the file.
    const list = unixReporter(all, options).trimEnd().split("\n").map((line) => `- ${line}`);
    out.push(`::group::${isJapanese ? "leaklint: すべての検出" : "leaklint: all findings"}`, ...list, "::endgroup::");
  }
  if (dropped > 0) out.push(isJapanese ? `leaklint: ほか${grouped(dropped)}件は上の一覧にあります` : `leaklint: ${grouped(dropped)} more stand in the list above only`);
  return `${[...out, `leaklint ${coverageText(coverage, options.lang)}`].join("\n")}\n`;
};

function annotationsOf({ result }: Report, options: ReporterOptions): Annotation[] {
  const { lang } = options;
  const findings = inOrder(result.findings).filter(({ accepted }) => accepted === undefined).map((finding) => findingAnnotation(finding, result, options));
  const unread = result.unscanned.filter(isMissing).map((one): Annotation => {
    const place = placeText(one.at, lang);
    const text = `${place === "" ? "" : `${place}: `}${UNSCANNED_WORDS[lang][one.reason]} (${detailText(one.detail, lang)})`;
    return { command: "warning", properties: { file: result.path, title: `leaklint: unscanned/${one.reason}` }, message: printable(text) };
  });
  return [...findings, ...unread];
}

function findingAnnotation(finding: Finding, result: Report["result"], options: ReporterOptions): Annotation {
  const { lang } = options;
  const line = lineOf(finding.at, result.format);
  const place = placeText(finding.at, lang);
  const hidden = finding.concealment === undefined ? "" : ` (${CONCEALMENT_WORDS[lang][finding.concealment]})`;
  return {
    command: finding.severity === "info" ? "notice" : finding.severity,
    properties: { file: result.path, ...(line !== undefined && { line: line.line, col: line.column }), title: `leaklint: ${codeOf(finding)}` },
    message: [`${place === "" ? "" : `${place}${hidden}: `}${saysOf(finding, options)}`, ...adviceOf(finding, options).map((advice) => `→ ${advice}`)].map(printable).join("\n"),
  };
}

function commandLine({ command, properties, message }: Annotation): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(printable(String(value)))}`);
  return `::${command} ${list.join(",")}::${escapeData(message)}`;
}

const escapeData = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
