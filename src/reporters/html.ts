/**
 * One page that a clerk can read: what would leave, where it stands, how many people, which thresholds of law it would cross, what to do. It
 * holds everything it shows, runs no script and asks nobody for anything.
 */
import { createHash } from "node:crypto";
import type { Finding, Report, Reporter, ReporterOptions, Step, VerdictLevel } from "../contract.js";
import { VERDICT_LEVELS, worstOf } from "../policy.js";
import { VERSION } from "../version.js";
import { acceptedText, adviceOf, codeOf, type Coverage, coverageOf, insideFile, isMissing, openOf, saysOf } from "./finding-text.js";
import { html, type Markup } from "./html-markup.js";
import { STYLE } from "./html-style.js";
import { HTML_WORDS, type HtmlWords } from "./html-words.js";
import { type Duty, DUTY_WORDS, dutyOf, type Threshold, THRESHOLD_WORDS, thresholdsOf } from "./law.js";
import { locationText } from "./location-text.js";
import { inOrder } from "./order.js";
import { detailText } from "./unread-details.js";
import { CONCEALMENT_WORDS, entityList, EVIDENCE_WORDS, grouped, SEVERITY_WORDS, UNSCANNED_WORDS, VERDICT_WORDS } from "./words.js";

/** A page of more helps nobody. */
const MAX_FINDINGS_SHOWN = 200;

const MARKS: Readonly<Record<VerdictLevel, string>> = { pass: "✓", warn: "!", hold: "✋", block: "✕" };
const SEVERITY_CLASS = { error: "block", warning: "warn", info: "pass" } as const;
const DUTY_CLASS: Readonly<Record<Duty, VerdictLevel>> = { crossed: "block", "public-body": "hold", depends: "warn", "not-crossed": "pass" };
const STATE_ORDER: readonly Threshold["state"][] = ["crossed", "depends", "not-crossed"];

export const htmlReporter: Reporter = (reports, options) => {
  const all = [...reports].sort((a, b) => VERDICT_LEVELS.indexOf(b.verdict.level) - VERDICT_LEVELS.indexOf(a.verdict.level) || openOf(b.result).people - openOf(a.result).people);
  const words = HTML_WORDS[options.lang];
  const level = worstOf(all.map(({ verdict }) => verdict.level));
  const coverage = coverageOf(all);
  const headline = level === "pass" && coverage.unread > 0 ? words.passUnread : words.headlines[level];
  // Only this very style sheet applies, and nothing is fetched, sent or run, whatever a name in a file might try.
  const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="${options.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${VERDICT_WORDS[options.lang][level]} – ${words.tool} (leaklint)</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<p class="tool">leaklint – ${words.tool}</p>
</header>
<main id="main">
${verdictBox(all, level, headline, coverage, words)}
${todoSection(all, level, coverage, words)}
${filesSection(all, options, words)}
${foundSection(all, options, words)}
${lawSection(all, options, words)}
${coverageSection(all, options, words)}
</main>
${footer(options, words)}
</body>
</html>
`;
  return page.markup;
};

const total = (reports: readonly Report[], count: (report: Report) => number): number => reports.reduce((sum, report) => sum + count(report), 0);
const isFound = ({ result }: Report): boolean => result.findings.length > 0;

function verdictBox(reports: readonly Report[], level: VerdictLevel, headline: string, coverage: Coverage, words: HtmlWords): Markup {
  const people = total(reports, ({ result }) => openOf(result).people);
  const concealed = total(reports, ({ result }) => openOf(result).exposure.concealed);
  const findings = total(reports, ({ result }) => result.findings.filter(({ severity, accepted }) => severity !== "info" && accepted === undefined).length);
  const lead = [
    people > 0 ? words.leadPeople(people) : findings > 0 ? words.leadFindings(findings) : words.leadNothing,
    ...(concealed > 0 ? [words.leadConcealed(concealed)] : []),
    ...(coverage.unread > 0 ? [words.leadUnread(coverage.unread)] : []),
  ];
  const facts: [string, string][] = [
    [words.factPeople, words.countPeople(people)],
    [words.factConcealed, words.countPeople(concealed)],
    [words.factFiles, words.countFiles(coverage.files)],
    [words.factUnread, words.countPlaces(coverage.unread)],
  ];
  return html`<section class="verdict ${level === "pass" && coverage.unread > 0 ? "warn" : level}" aria-labelledby="verdict">
<h1 id="verdict"><span aria-hidden="true">${level === "pass" && coverage.unread > 0 ? MARKS.warn : MARKS[level]}</span> ${headline}</h1>
${lead.map((text) => html`<p>${text}</p>`)}
</section>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function todoSection(reports: readonly Report[], level: VerdictLevel, coverage: Coverage, words: HtmlWords): Markup {
  const { steps } = words;
  const anyFound = reports.some(isFound);
  const list = [
    ...(level === "block" || level === "hold" ? [steps.stop] : []),
    ...(anyFound && level !== "pass" ? [steps.check, steps.fix] : []),
    ...(coverage.unread > 0 ? [steps.look] : []),
    ...(level !== "pass" ? [steps.again, steps.out] : []),
  ];
  return html`<section aria-labelledby="todo"><h2 id="todo">${words.todo}</h2>
<ol class="steps">${(list.length > 0 ? list : [steps.done]).map((text) => html`<li>${text}</li>`)}</ol></section>`;
}

/** Which files it is about, at one glance; a single one is seen without it. */
function filesSection(reports: readonly Report[], { lang }: ReporterOptions, words: HtmlWords): Markup | undefined {
  const matter = reports.filter((report) => isFound(report) && report.verdict.level !== "pass");
  if (matter.length < 2) return undefined;
  const rows = matter.map((report) => {
    const { result, verdict } = report;
    return tableRow(words.filesHead, [
      html`<a href="#file-${reports.indexOf(report) + 1}"><bdi>${result.path}</bdi></a>`,
      html`<span class="badge ${verdict.level}">${VERDICT_WORDS[lang][verdict.level]}</span>`,
      html`${words.countPeople(openOf(result).people)}`,
      html`${words.countPeople(openOf(result).exposure.concealed)}`,
    ]);
  });
  return html`<section aria-labelledby="files"><h2 id="files">${words.files}</h2>${tableOf(words.filesTable, words.filesHead, rows)}</section>`;
}

function foundSection(reports: readonly Report[], options: ReporterOptions, words: HtmlWords): Markup | undefined {
  const found = reports.filter(isFound);
  if (found.length === 0) return undefined;
  return html`<section aria-labelledby="found"><h2 id="found">${words.found}</h2>
${found.map((report) => fileArticle(report, reports.indexOf(report), options, words))}</section>`;
}

function fileArticle({ result, verdict }: Report, index: number, options: ReporterOptions, words: HtmlWords): Markup {
  const findings = inOrder(result.findings);
  const { people } = openOf(result);
  const explained = new Set<string>();
  const list = findings.slice(0, MAX_FINDINGS_SHOWN).map((finding) => {
    const isRepeated = explained.has(codeOf(finding));
    explained.add(codeOf(finding));
    return findingItem(finding, isRepeated, options, words);
  });
  return html`<article class="file" id="file-${index + 1}" aria-labelledby="file-${index + 1}-name">
<header><span class="badge ${verdict.level}">${VERDICT_WORDS[options.lang][verdict.level]}</span>
<h3 id="file-${index + 1}-name"><bdi>${result.path}</bdi></h3>
${people > 0 ? html`<span class="note">${words.people(people)}</span>` : undefined}</header>
<ol class="findings">${list}</ol>
${findings.length > list.length ? html`<p class="note">${words.more(findings.length - list.length)}</p>` : undefined}
</article>`;
}

/** @param isRepeated the same advice stands above */
function findingItem(finding: Finding, isRepeated: boolean, options: ReporterOptions, words: HtmlWords): Markup {
  const { lang } = options;
  const { excerpt, ...withoutExcerpt } = finding;
  const advice = isRepeated ? [] : adviceOf(finding, options);
  const accepted = acceptedText(finding, lang);
  const facts: [string, Markup][] = [
    [words.where, placeMarkup(insideFile(finding.at), options, words)],
    ...(finding.concealment === undefined ? [] : [[words.unseen, html`<span class="unseen">${CONCEALMENT_WORDS[lang][finding.concealment]}</span>`] satisfies [string, Markup]]),
    ...(excerpt === undefined ? [] : [[words.example, html`${excerpt}`] satisfies [string, Markup]]),
    ...(accepted === undefined ? [] : [[words.acceptance, html`${accepted}`] satisfies [string, Markup]]),
    ...(advice.length === 0 ? [] : [[words.advice, html`${advice.map((text, i) => (i === 0 ? html`${text}` : html`<br>${text}`))}`] satisfies [string, Markup]]),
  ];
  const why = [words.confidence(Math.round(finding.confidence * 100)), ...finding.evidence.map(({ kind, count }) => `${EVIDENCE_WORDS[lang][kind]}${count > 1 ? ` (${grouped(count)})` : ""}`)];
  return html`<li><span class="badge ${accepted === undefined ? SEVERITY_CLASS[finding.severity] : "pass"}">${SEVERITY_WORDS[lang][finding.severity]}</span>
<div class="finding"><p class="says">${saysOf(withoutExcerpt, options)}</p>
<dl class="facts-of">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<details><summary>${words.why}</summary><ul>${why.map((text) => html`<li>${text}</li>`)}<li>${words.kinds}: ${entityList(finding.entities, lang) || "–"}</li><li>${words.code}: ${codeOf(finding)}</li></ul></details></div></li>`;
}

/** Each name by itself: one in a right-to-left script must not turn the others around. */
function placeMarkup(steps: readonly Step[], { lang }: ReporterOptions, words: HtmlWords): Markup {
  const hasCell = steps.some(({ kind }) => kind === "cell");
  const texts = steps.filter(({ kind }) => !(kind === "span" && hasCell)).map((step) => locationText([step], lang));
  if (texts.length === 0) return html`${words.wholeFile}`;
  return html`${texts.map((text, i) => (i === 0 ? html`<bdi>${text}</bdi>` : html`<span class="sep"> › </span><bdi>${text}</bdi>`))}`;
}

function lawSection(reports: readonly Report[], { lang, publicBody }: ReporterOptions, words: HtmlWords): Markup | undefined {
  const thresholds = thresholdsOf(reports, publicBody);
  if (total(reports, ({ result }) => openOf(result).people) === 0 && thresholds.every(({ state }) => state === "not-crossed")) return undefined;
  const duty = DUTY_WORDS[lang];
  const state = dutyOf(thresholds);
  const rows = [...thresholds].sort((a, b) => STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state)).map(({ id, count, state: own }) => {
    const { name, from, basis } = THRESHOLD_WORDS[lang][id];
    const found = id === "business" || id === "public-body" ? words.countPeople(count) : words.countPlaces(count);
    return tableRow(words.lawHead, [html`${name}`, html`${from}`, html`${found}`, html`<span class="badge ${DUTY_CLASS[own]}">${duty.states[own]}</span>`, html`${basis}`]);
  });
  return html`<section aria-labelledby="law"><h2 id="law">${words.law}</h2>
<p class="law ${DUTY_CLASS[state]}">${duty[state]}</p>
${tableOf(words.lawTable, words.lawHead, rows)}
<h3>${words.afterwards}</h3>
<ul>${duty.duties.map((text) => html`<li>${text}</li>`)}</ul>
<p class="note">${duty.caution}</p></section>`;
}

function coverageSection(reports: readonly Report[], options: ReporterOptions, words: HtmlWords): Markup {
  const { lang } = options;
  const rows = reports.map((report, index) => {
    const { result, verdict } = report;
    const missing = result.unscanned.filter(isMissing).length;
    const name = isFound(report) ? html`<a href="#file-${index + 1}"><bdi>${result.path}</bdi></a>` : html`<bdi>${result.path}</bdi>`;
    const read = missing === 0 ? html`${words.readWhole}` : html`<strong>${words.readPartly(missing)}</strong>`;
    return tableRow(words.coverageHead, [name, html`<span class="badge ${verdict.level}">${VERDICT_WORDS[lang][verdict.level]}</span>`, html`${words.countPeople(openOf(result).people)}`, read, html`${result.format}`]);
  });
  const unread = reports.flatMap(({ result }) =>
    result.unscanned.map((one) =>
      tableRow(words.unreadHead, [
        html`<bdi>${result.path}</bdi>`,
        placeMarkup(insideFile(one.at), options, words),
        html`${UNSCANNED_WORDS[lang][one.reason]} (${detailText(one.detail, lang)})${isMissing(one) ? "" : ` – ${words.accepted}`}`,
      ]),
    ),
  );
  return html`<section aria-labelledby="coverage"><h2 id="coverage">${words.coverage}</h2>
${tableOf(words.coverageTable, words.coverageHead, rows)}
${unread.length > 0 ? html`<h3 id="unread">${words.unread}</h3>${tableOf(words.unreadTable, words.unreadHead, unread)}` : undefined}</section>`;
}

/** Wide tables scroll by themselves, with the keyboard too; on a telephone their rows are stacked. */
function tableOf(caption: string, head: readonly string[], rows: readonly Markup[]): Markup {
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="stack"><caption>${caption}</caption>
<thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function tableRow(head: readonly string[], cells: readonly Markup[]): Markup {
  const [first, ...others] = cells;
  return html`<tr><th scope="row">${first}</th>${others.map((cell, i) => html`<td data-label="${head[i + 1]}">${cell}</td>`)}</tr>`;
}

function footer({ lang, time }: ReporterOptions, words: HtmlWords): Markup {
  return html`<footer><p>${words.masked} ${words.notProof}</p>
<p>leaklint ${VERSION}${time === undefined ? "" : ` – ${words.checkedAt} ${localTime(time, lang)}`}</p></footer>`;
}

/** As the clock on the wall shows it; Intl takes 30 ms to say the same. */
function localTime(time: Date, lang: "en" | "ja"): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  const clock = `${two(time.getHours())}:${two(time.getMinutes())}`;
  if (lang === "ja") return `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日 ${clock}`;
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${clock}`;
}
