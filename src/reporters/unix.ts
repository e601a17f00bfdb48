/**
 * One line a finding, as compilers write them: `path:line:column: severity: message [code]`, for editors and problem matchers. What does
 * not stand in a line of text has line 1, and its place in the message.
 */
import type { Report, Reporter, ReporterOptions } from "../contract.js";
import { acceptedText, adviceOf, codeOf, coverageOf, isMissing, lineOf, placeText, saysOf } from "./finding-text.js";
import { inOrder } from "./order.js";
import { printable } from "./printable.js";
import { detailText } from "./unread-details.js";
import { CONCEALMENT_WORDS, coverageText, UNSCANNED_WORDS } from "./words.js";

export const unixReporter: Reporter = (reports, options) => {
  const all = [...reports];
  const lines = all.flatMap((report) => linesOf(report, options));
  // No line of the summary is in the form of a finding's.
  return `${[...lines, `leaklint ${coverageText(coverageOf(all), options.lang)}`].join("\n")}\n`;
};

function linesOf({ result }: Report, options: ReporterOptions): string[] {
  const { lang } = options;
  const path = linePath(printable(result.path));
  const found = inOrder(result.findings).map((finding) => {
    const line = lineOf(finding.at, result.format);
    const place = line === undefined ? placeText(finding.at, lang) : "";
    const hidden = finding.concealment === undefined ? "" : ` (${CONCEALMENT_WORDS[lang][finding.concealment]})`;
    const [advice] = adviceOf(finding, options);
    const accepted = acceptedText(finding, lang);
    const text = `${place === "" ? "" : `${place}${hidden}: `}${saysOf(finding, options)}${advice === undefined ? "" : ` → ${advice}`}${accepted === undefined ? "" : ` [${accepted}]`}`;
    return `${path}:${line?.line ?? 1}:${line?.column ?? 1}: ${accepted === undefined ? finding.severity : "info"}: ${printable(text)} [${codeOf(finding)}]`;
  });
  const unread = result.unscanned.map((one) => {
    const place = placeText(one.at, lang);
    const text = `${place === "" ? "" : `${place}: `}${UNSCANNED_WORDS[lang][one.reason]} (${detailText(one.detail, lang)})`;
    return `${path}:1:1: ${isMissing(one) ? "warning" : "info"}: ${printable(text)} [unscanned/${one.reason}]`;
  });
  return [...found, ...unread];
}

/** GitHub's runner takes a line that begins with "::" for a command, and a file may be named so. */
const linePath = (path: string): string => (path.trimStart().startsWith("::") ? `./${path}` : path);
