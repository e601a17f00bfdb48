/** Markdown for a comment, a wiki page or GitHub's summary of a job. Names stand as code: nothing in them links, mentions or formats. */
import type { Finding, Language, Report, Reporter, ReporterOptions, VerdictLevel } from "../contract.js";
import { worstOf } from "../policy.js";
import { acceptedText, adviceOf, coverageOf, isMissing, openOf, placeText, saysOf } from "./finding-text.js";
import { DUTY_WORDS, dutyOf, THRESHOLD_WORDS, thresholdsOf } from "./law.js";
import { inOrder } from "./order.js";
import { printable } from "./printable.js";
import { detailText } from "./unread-details.js";
import { CONCEALMENT_WORDS, coverageText, grouped, SEVERITY_WORDS, UNSCANNED_WORDS, VERDICT_WORDS } from "./words.js";

const MAX_FINDINGS_SHOWN = 50;
const MAX_UNSCANNED_SHOWN = 50;

/** GitHub refuses a summary of more than 1 MiB for one step, and shows none of it. */
const SUMMARY_BYTES = 1024 * 1024 - 4096;

const MARKS: Readonly<Record<VerdictLevel, string>> = { pass: "✅", warn: "⚠️", hold: "✋", block: "⛔" };

const PHRASES = {
  en: {
    people: (n: number) => (n === 1 ? "about 1 person" : `about ${grouped(n)} people`),
    findings: "| | Where | What |\n|---|---|---|\n",
    unseen: "a reader would not see it",
    unread: "Not read",
    accepted: "may go unread by the config",
    todo: "What to do",
    files: "What was checked",
    fileHead: "| Verdict | File | Format | People | Not read |\n|---|---|---|---:|---:|\n",
    law: "Thresholds of law",
    lawHead: "| Threshold | From | Found | | Basis |\n|---|---|---:|---|---|\n",
    wholeFile: "the whole file",
    more: (n: number) => `… and ${grouped(n)} more`,
    cut: (n: number) => `**${n === 1 ? "1 file does" : `${grouped(n)} files do`} not fit in here.** See the log or another report.`,
  },
  ja: {
    people: (n: number) => `約${grouped(n)}人分`,
    findings: "| | 場所 | 内容 |\n|---|---|---|\n",
    unseen: "閲覧者には見えない場所",
    unread: "読み取れなかった箇所",
    accepted: "設定により読まない",
    todo: "対応",
    files: "検査したもの",
    fileHead: "| 判定 | ファイル | 形式 | 人数 | 未読 |\n|---|---|---|---:|---:|\n",
    law: "法令の基準",
    lawHead: "| 基準 | 報告が必要になる人数 | 今回 | | 根拠 |\n|---|---|---:|---|---|\n",
    wholeFile: "ファイル全体",
    more: (n: number) => `…ほか${grouped(n)}件`,
    cut: (n: number) => `**ほか${grouped(n)}ファイルはここに収まりません。** ログまたは別の報告を見てください。`,
  },
} as const satisfies Record<Language, object>;

export const markdownReporter: Reporter = (reports, options) => page([...reports], options, Infinity);

/** The same, short enough for GitHub: what does not fit is counted, the worst files stand first. */
export const jobSummary: Reporter = (reports, options) => page([...reports], options, SUMMARY_BYTES);

function page(reports: readonly Report[], options: ReporterOptions, maxBytes: number): string {
  const { lang } = options;
  const verdict = worstOf(reports.map((report) => report.verdict.level));
  const people = reports.reduce((sum, { result }) => sum + openOf(result).people, 0);
  const head = `## ${MARKS[verdict]} leaklint: ${VERDICT_WORDS[lang][verdict]}${people > 0 ? ` – ${PHRASES[lang].people(people)}` : ""}\n\n${coverageText(coverageOf(reports), lang)}\n`;
  const worstFirst = [...reports].filter(isWorthASection).sort((a, b) => openOf(b.result).people - openOf(a.result).people);
  const sections = worstFirst.map((report) => fileSection(report, options));
  const law = lawSection(reports, people, options);
  const rows = reports.map((report) => coverageRow(report, options));
  const table = `\n### ${PHRASES[lang].files}\n\n${PHRASES[lang].fileHead}`;

  const room = maxBytes - Buffer.byteLength(head + law + table);
  const [shownSections, bytes] = fitting(sections, room);
  const [shownRows] = fitting(rows, room - bytes);
  const cut = Math.max(sections.length - shownSections.length, rows.length - shownRows.length);
  return `${head}${shownSections.join("")}${law}${table}${shownRows.join("")}${cut > 0 ? `\n${PHRASES[lang].cut(cut)}\n` : ""}`;
}

/** As many as fit, from the first. */
function fitting(texts: readonly string[], room: number): [texts: readonly string[], bytes: number] {
  let bytes = 0;
  for (const [i, text] of texts.entries()) {
    const more = bytes + Buffer.byteLength(text);
    if (more > room) return [texts.slice(0, i), bytes];
    bytes = more;
  }
  return [texts, bytes];
}

const isWorthASection = ({ result, verdict }: Report): boolean => verdict.level !== "pass" || result.findings.length > 0 || result.unscanned.length > 0;

function fileSection({ result, verdict }: Report, options: ReporterOptions): string {
  const { lang } = options;
  const phrases = PHRASES[lang];
  const count = openOf(result).people;
  const people = count > 0 ? ` – ${phrases.people(count)}` : "";
  let out = `\n### ${MARKS[verdict.level]} ${code(result.path)} – ${VERDICT_WORDS[lang][verdict.level]}${people}\n`;
  const findings = inOrder(result.findings);
  if (findings.length > 0) out += `\n${phrases.findings}${findings.slice(0, MAX_FINDINGS_SHOWN).map((finding) => findingRow(finding, options)).join("")}`;
  if (findings.length > MAX_FINDINGS_SHOWN) out += `\n${phrases.more(findings.length - MAX_FINDINGS_SHOWN)}\n`;
  const advice = [...new Set(findings.flatMap((finding) => adviceOf(finding, options)))];
  if (advice.length > 0) out += `\n**${phrases.todo}**\n\n${advice.map((text) => `- ${plain(text)}\n`).join("")}`;
  if (result.unscanned.length > 0) {
    const lines = result.unscanned.slice(0, MAX_UNSCANNED_SHOWN).map((one) => {
      const place = placeText(one.at, lang);
      return `- ${place === "" ? phrases.wholeFile : code(place)}: ${UNSCANNED_WORDS[lang][one.reason]} (${plain(detailText(one.detail, lang))})${isMissing(one) ? "" : ` – ${phrases.accepted}`}\n`;
    });
    out += `\n**${phrases.unread}**\n\n${lines.join("")}`;
    if (result.unscanned.length > MAX_UNSCANNED_SHOWN) out += `- ${phrases.more(result.unscanned.length - MAX_UNSCANNED_SHOWN)}\n`;
  }
  return out;
}

function findingRow(finding: Finding, options: ReporterOptions): string {
  const { lang } = options;
  const place = placeText(finding.at, lang);
  const hidden = finding.concealment === undefined ? "" : `<br>**${PHRASES[lang].unseen}: ${plain(CONCEALMENT_WORDS[lang][finding.concealment])}**`;
  const accepted = acceptedText(finding, lang);
  return `| ${SEVERITY_WORDS[lang][finding.severity]} | ${place === "" ? PHRASES[lang].wholeFile : cell(code(place))}${hidden} | ${cell(plain(saysOf(finding, options)))}${accepted === undefined ? "" : `<br>*${cell(plain(accepted))}*`} |\n`;
}

function coverageRow({ result, verdict }: Report, { lang }: ReporterOptions): string {
  const missing = result.unscanned.filter(isMissing).length;
  return `| ${VERDICT_WORDS[lang][verdict.level]} | ${cell(code(result.path))} | ${cell(plain(result.format))} | ${grouped(openOf(result).people)} | ${grouped(missing)} |\n`;
}

/** Nothing where nobody's data were found: thresholds would only be noise. */
function lawSection(reports: readonly Report[], people: number, { lang, publicBody }: ReporterOptions): string {
  const thresholds = thresholdsOf(reports, publicBody);
  if (people === 0 && thresholds.every(({ state }) => state === "not-crossed")) return "";
  const words = DUTY_WORDS[lang];
  const rows = thresholds.map(({ id, count, state }) => {
    const { name, from, basis } = THRESHOLD_WORDS[lang][id];
    return `| ${name} | ${from} | ${grouped(count)} | ${state === "not-crossed" ? words.states[state] : `**${words.states[state]}**`} | ${basis} |\n`;
  });
  const state = dutyOf(thresholds);
  const duties = state === "not-crossed" ? "" : `\n${words.duties.map((duty) => `- ${duty}\n`).join("")}`;
  return `\n### ${PHRASES[lang].law}\n\n${words[state]}\n\n${PHRASES[lang].lawHead}${rows.join("")}${duties}\n${words.caution}\n`;
}

/** A code span holds anything: its fence is longer than any run of backticks in it (CommonMark, section 6.1). */
function code(name: string): string {
  const text = printable(name);
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = text.startsWith("`") || text.endsWith("`") || text.trim() === "" ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** In a table a bar ends the cell, in code too (GFM, section 4.10). */
const cell = (text: string): string => text.replaceAll("|", "\\|");

/** Our own words and masked text: what could format or mention is escaped. */
const plain = (text: string): string => printable(text).replace(/[\\`*_{}[\]<>#&~]/gu, "\\$&").replaceAll("@", "@\u2060");
