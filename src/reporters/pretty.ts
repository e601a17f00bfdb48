/** The report for a person at a terminal: what leaves, where it stands, whether it could be seen, what to do. */
import type { Finding, Language, Report, Reporter, ReporterOptions, Severity, VerdictLevel } from "../contract.js";
import { acceptedText, codeOf, coverageOf, fixOf, openOf, remedyText, saysOf } from "./finding-text.js";
import { locationText } from "./location-text.js";
import { inOrder } from "./order.js";
import { printable } from "./printable.js";
import { detailText } from "./unread-details.js";
import { padEnd, stringWidth, wrap } from "./width.js";
import { CONCEALMENT_WORDS, grouped, SEVERITY_WORDS, UNSCANNED_WORDS, VERDICT_WORDS } from "./words.js";

/** SGR codes (ECMA-48 8.3.117). util.styleText would look at standard output by itself, whatever the caller decided. */
const SGR = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, magenta: 35, cyan: 36 } as const;
type Style = keyof typeof SGR;

const VERDICT_STYLES: Readonly<Record<VerdictLevel, Style>> = { pass: "green", warn: "yellow", hold: "magenta", block: "red" };
const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = { info: "dim", warning: "yellow", error: "red" };

/** Unscanned places of one file that are shown; the JSON report has them all. */
const MAX_UNSCANNED_SHOWN = 10;
const MAX_FINDINGS_SHOWN = 30;
/** Files with nothing to say; more of them would push what matters off the screen, and are counted. */
const MAX_CLEAN_SHOWN = 30;
/** A longer place has a line of its own. */
const MAX_PLACE_WIDTH = 48;
const MIN_TEXT_WIDTH = 40;

const PHRASES = {
  en: {
    people: (n: number) => (n === 1 ? "about 1 person" : `about ${grouped(n)} people`),
    nothing: "no personal data found",
    unseen: "a reader would not see it",
    unread: "NOT READ",
    more: (n: number) => `… and ${grouped(n)} more; --format json lists them all`,
    files: (n: number) => (n === 1 ? "1 file" : `${grouped(n)} files`),
    verdict: (word: string, n: number) => `${n} ${word}`,
    allRead: "everything was read",
    notRead: (n: number) => (n === 1 ? "1 place was NOT read" : `${grouped(n)} places were NOT read`),
    mayGoUnread: (n: number) => `all was read but ${n === 1 ? "1 place that" : `${grouped(n)} places that`} may go unread by the config`,
    cleanFiles: (n: number) => `${grouped(n)} files in which no personal data was found are not listed; --format json lists them`,
    explain: (code: string) => `More about a finding: leaklint explain ${code}`,
  },
  ja: {
    people: (n: number) => `約${grouped(n)}人分`,
    nothing: "個人データは見つかりません",
    unseen: "閲覧者には見えない場所",
    unread: "未読",
    more: (n: number) => `…ほか${grouped(n)}件（--format json ですべて表示）`,
    files: (n: number) => `${grouped(n)}ファイル`,
    verdict: (word: string, n: number) => `${word}${n}`,
    allRead: "すべて読み取りました",
    notRead: (n: number) => `読み取れなかった箇所が${grouped(n)}件あります`,
    mayGoUnread: (n: number) => `設定により読まない箇所${grouped(n)}件を除き、すべて読み取りました`,
    cleanFiles: (n: number) => `個人データが見つからなかった${grouped(n)}ファイルは省略しました（--format json ですべて表示）`,
    explain: (code: string) => `くわしくは: leaklint explain ${code}`,
  },
} as const satisfies Record<Language, object>;

export const prettyReporter: Reporter = (reports, options) => {
  const all = [...reports];
  const telling = all.filter(({ result }) => result.findings.length > 0 || result.unscanned.length > 0);
  const clean = all.length - telling.length;
  const listed = options.brief === true || clean > MAX_CLEAN_SHOWN ? telling : all;
  const levels = new Set(listed.map(({ verdict }) => verdict.level));
  const width = Math.max(0, ...[...levels].map((level) => stringWidth(VERDICT_WORDS[options.lang][level])));
  const blocks = listed.map((report) => reportBlock(report, width, options));
  const omitted = options.brief === true || listed === all ? "" : `${painter(options)("dim", PHRASES[options.lang].cleanFiles(clean))}\n`;
  return `${blocks.join("")}${omitted}${summary(all, options)}`;
};

function reportBlock({ result, verdict }: Report, verdictWidth: number, options: ReporterOptions): string {
  const { lang } = options;
  const paint = painter(options);
  const phrases = PHRASES[lang];
  const word = padEnd(VERDICT_WORDS[lang][verdict.level], verdictWidth);
  const { people } = openOf(result);
  const note = people > 0 ? phrases.people(people) : result.findings.length === 0 && result.unscanned.length === 0 ? phrases.nothing : "";
  let out = `${paint(VERDICT_STYLES[verdict.level], word)}  ${paint("bold", printable(result.path))}${note === "" ? "" : `  ${note}`}\n`;

  const findings = inOrder(result.findings);
  const shown = findings.slice(0, MAX_FINDINGS_SHOWN);
  const rows = shown.map((finding) => findingCells(finding, options));
  const severityWidth = Math.max(0, ...rows.map(([severity]) => stringWidth(severity)));
  const placeWidth = Math.max(0, ...rows.map(([, place]) => stringWidth(place)).filter((width) => width <= MAX_PLACE_WIDTH));
  const indent = " ".repeat(severityWidth + 4);
  const paragraph = (text: string): string => wrap(text, Math.max(MIN_TEXT_WIDTH, options.width - indent.length)).join(`\n${indent}`);
  const explained = new Set<string>();
  for (const [i, finding] of shown.entries()) {
    const [severity, place, what] = rows[i];
    const line = `${padEnd(place, placeWidth)}  ${what}`;
    const fits = stringWidth(place) <= MAX_PLACE_WIDTH && indent.length + stringWidth(line) <= options.width;
    out += `  ${paint(finding.accepted === undefined ? SEVERITY_STYLES[finding.severity] : "dim", padEnd(severity, severityWidth))}  ${fits ? line : `${place}\n${indent}${paragraph(what)}`}\n`;
    if (finding.concealment !== undefined) {
      out += `${indent}${paint("red", paragraph(`${phrases.unseen}: ${CONCEALMENT_WORDS[lang][finding.concealment]}`))}\n`;
    }
    const accepted = acceptedText(finding, lang);
    if (accepted !== undefined) out += `${indent}${paint("dim", paragraph(printable(accepted)))}\n`;
    for (const remedy of accepted === undefined ? finding.remedies : []) {
      const text = remedyText(remedy, lang);
      if (text !== undefined) out += `${indent}${paragraph(`→ ${text}`)}\n`;
    }
    const code = codeOf(finding);
    const fix = fixOf(finding, options);
    if (fix !== undefined && !explained.has(code)) out += `${indent}${paint("dim", paragraph(`→ ${fix}`))}\n`;
    explained.add(code);
  }
  if (findings.length > shown.length) out += `  ${phrases.more(findings.length - shown.length)}\n`;

  for (const one of result.unscanned.slice(0, MAX_UNSCANNED_SHOWN)) {
    const place = locationText(one.at.slice(1), lang);
    out += `  ${paint("cyan", phrases.unread)}  ${place === "" ? "" : `${printable(place)}: `}${UNSCANNED_WORDS[lang][one.reason]} (${printable(detailText(one.detail, lang))})\n`;
  }
  if (result.unscanned.length > MAX_UNSCANNED_SHOWN) out += `  ${phrases.more(result.unscanned.length - MAX_UNSCANNED_SHOWN)}\n`;
  return out;
}

function findingCells(finding: Finding, options: ReporterOptions): [severity: string, place: string, what: string] {
  return [SEVERITY_WORDS[options.lang][finding.severity], printable(locationText(finding.at.slice(1), options.lang)), saysOf(finding, options)];
}

function summary(reports: readonly Report[], options: ReporterOptions): string {
  const { lang } = options;
  const phrases = PHRASES[lang];
  const paint = painter(options);
  const counts = new Map<VerdictLevel, number>();
  for (const { verdict } of reports) counts.set(verdict.level, (counts.get(verdict.level) ?? 0) + 1);
  const { unread, accepted } = coverageOf(reports);
  const verdicts = (["block", "hold", "warn", "pass"] as const).flatMap((level) => {
    const count = counts.get(level);
    return count === undefined ? [] : [paint(VERDICT_STYLES[level], phrases.verdict(VERDICT_WORDS[lang][level], count))];
  });
  const read = unread > 0 ? paint("cyan", phrases.notRead(unread)) : accepted > 0 ? phrases.mayGoUnread(accepted) : phrases.allRead;
  const worst = reports.flatMap(({ result }) => result.findings).find(({ severity, accepted }) => severity === "error" && accepted === undefined);
  const hint = worst === undefined ? "" : `${phrases.explain(`${worst.detector}/${worst.code}`)}\n`;
  return `\n${phrases.files(reports.length)}: ${[...verdicts, read].join(lang === "ja" ? "、" : ", ")}\n${hint}`;
}

function painter({ color }: ReporterOptions): (style: Style, text: string) => string {
  return (style, text) => (color ? `\x1b[${SGR[style]}m${text}\x1b[0m` : text);
}
