/**
 * SARIF 2.1.0 (OASIS), as GitHub's code scanning and others take it. What was not read is told as notifications of the invocation; what was
 * read, as the run's artifacts.
 */
import type { Finding, Language, Message, Report, Reporter, ReporterOptions, ScanResult, Severity, Unscanned } from "../contract.js";
import { VERSION } from "../version.js";
import { acceptedText, adviceOf, codeOf, coverageOf, isMissing, lineOf, placeText, saysOf } from "./finding-text.js";
import { inOrder } from "./order.js";
import { printable, printableJson } from "./printable.js";
import { createPlaces, type Places } from "./sarif-places.js";
import { detailText } from "./unread-details.js";
import { CONCEALMENT_WORDS, coverageText, UNSCANNED_WORDS, withoutCounts } from "./words.js";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** GitHub refuses a file with more results in one run: the gravest are kept, and a notification says how many are not. */
const MAX_RESULTS = 25_000;

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = { error: "error", warning: "warning", info: "note" };
/** GitHub shows 7.0 and more as high, 4.0 and more as medium. */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = { error: "8.0", warning: "5.0", info: "2.0" };
const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
const LOCALES: Readonly<Record<Language, string>> = { en: "en-US", ja: "ja-JP" };

export const sarifReporter: Reporter = (reports, options) => {
  const all = [...reports];
  const { lang } = options;
  const places = createPlaces();
  const rules = rulesOf(all, options);
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const found = all.flatMap((report) => inOrder(report.result.findings).map((finding) => ({ finding, result: report.result })));
  const kept = SEVERITIES.flatMap((severity) => found.filter(({ finding }) => finding.severity === severity)).slice(0, MAX_RESULTS);
  const fingerprints = createFingerprints();
  for (const { result, verdict } of all) {
    const unread = result.unscanned.filter(isMissing).length;
    places.addFile(result.path, { format: result.format, verdict: verdict.level, people: result.people, unread, ...(result.commit !== undefined && { commit: result.commit }) });
  }
  const results = kept.map(({ finding, result }) => ({
    ...resultOf(finding, result, places, options),
    ruleIndex: indexOf.get(codeOf(finding)),
    ...(options.hasStableFingerprints === true && { partialFingerprints: fingerprints(finding, result.path) }),
  }));
  const notifications = all.flatMap(({ result }) => result.unscanned.map((one) => notificationOf(one, result.path, places, lang)));
  if (kept.length < found.length) notifications.push(cutNotification(found.length - kept.length, lang));
  const other: Language = lang === "ja" ? "en" : "ja";
  const run = {
    tool: {
      driver: {
        name: "leaklint",
        version: VERSION,
        semanticVersion: VERSION,
        language: LOCALES[lang],
        contents: ["localizedData", "nonLocalizedData"],
        rules: rules.map(({ id, message }) => ruleOf(id, message, lang)),
        notifications: notificationRules(lang),
      },
    },
    translations: [
      {
        name: "leaklint",
        language: LOCALES[other],
        contents: ["localizedData"],
        rules: rules.map(({ id, message }) => ({ id, ...textsOf(id, message, other) })),
        associatedComponent: { name: "leaklint" },
      },
    ],
    automationDetails: { id: "leaklint/" },
    language: LOCALES[lang],
    columnKind: "utf16CodeUnits",
    redactionTokens: ["●●●"],
    invocations: [
      {
        executionSuccessful: true,
        ...(options.exitStatusOf !== undefined && { exitCode: exitCodeOf(all, options.exitStatusOf) }),
        ...(options.time !== undefined && { startTimeUtc: options.time.toISOString() }),
        toolExecutionNotifications: notifications,
      },
    ],
    ...places.tables(),
    results,
    properties: { coverage: coverageText(coverageOf(all), lang) },
  };
  return `${printableJson(JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2))}\n`;
};

function resultOf(finding: Finding, result: ScanResult, places: Places, options: ReporterOptions) {
  const { lang } = options;
  const place = placeText(finding.at, lang);
  const hidden = finding.concealment === undefined ? "" : ` (${CONCEALMENT_WORDS[lang][finding.concealment]})`;
  const line = lineOf(finding.at, result.format);
  const lines = [`${place === "" ? "" : `${place}${hidden}: `}${saysOf(finding, options)}`, ...adviceOf(finding, options).map((advice) => `→ ${advice}`)];
  const related = places.related(finding.at, result.path, placeText(finding.at, lang));
  return {
    ruleId: codeOf(finding),
    level: LEVELS[finding.severity],
    message: { text: lines.map(messageText).join("\n") },
    locations: [places.location(finding.at, result.path, line)],
    ...(related !== undefined && { relatedLocations: [related] }),
    rank: finding.confidence * 100,
    suppressions: finding.accepted === undefined ? [] : [{ kind: finding.accepted.by === "marker" ? "inSource" : "external", justification: printable(acceptedText(finding, lang) ?? "") }],
    properties: {
      count: finding.count,
      people: finding.people,
      entities: finding.entities,
      ...(finding.concealment !== undefined && { concealment: finding.concealment }),
    },
  };
}

/** Only a key of one's own makes the same values the same in the next run. GitHub takes `primaryLocationLineHash`, with a number for repetitions. */
function createFingerprints(): (finding: Finding, path: string) => Record<string, string> {
  const seen = new Map<string, number>();
  return (finding, path) => {
    const key = `${path}\0${codeOf(finding)}\0${finding.fingerprint}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return { "leaklint/v1": finding.fingerprint, primaryLocationLineHash: `${finding.fingerprint}:${nth}` };
  };
}

interface Rule {
  readonly id: string;
  readonly message: Message | undefined;
}

/** Every code that could have been reported, and those that have no message. */
function rulesOf(reports: readonly Report[], { messages }: ReporterOptions): Rule[] {
  const rules = new Map<string, Message | undefined>();
  for (const [detector, codes] of Object.entries(messages)) for (const [code, message] of Object.entries(codes)) rules.set(`${detector}/${code}`, message);
  for (const { result } of reports) for (const finding of result.findings) if (!rules.has(codeOf(finding))) rules.set(codeOf(finding), undefined);
  return [...rules].map(([id, message]) => ({ id, message }));
}

function ruleOf(id: string, message: Message | undefined, lang: Language) {
  const severity = message?.severity ?? "warning";
  return {
    id,
    name: id.replace(/(?:^|[-/])([a-z])/gu, (_, letter: string) => letter.toUpperCase()),
    ...textsOf(id, message, lang),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ["security", "privacy", "personal-data"],
      "problem.severity": severity === "info" ? "recommendation" : severity,
      "security-severity": SECURITY_SEVERITIES[severity],
    },
  };
}

/** Help stands in both languages: viewers show one text, and do not choose. */
function textsOf(id: string, message: Message | undefined, lang: Language) {
  if (message === undefined) return { shortDescription: { text: id }, fullDescription: { text: id }, help: { text: id } };
  const other: Language = lang === "ja" ? "en" : "ja";
  const help = (one: Language): string => `${withoutCounts(message[one])}\n→ ${withoutCounts(message.fix[one])}`;
  const text = withoutCounts(message[lang]);
  const markdown = (one: Language): string => `**${withoutCounts(message[one])}**\n\n${withoutCounts(message.fix[one])}\n`;
  return {
    shortDescription: { text },
    fullDescription: { text: `${text} ${withoutCounts(message.fix[lang])}` },
    help: { text: `${help(lang)}\n\n${help(other)}`, markdown: `${markdown(lang)}\n---\n\n${markdown(other)}\n\`leaklint explain ${id}\`` },
  };
}

const REASONS: readonly Unscanned["reason"][] = ["encrypted", "corrupt", "unsupported", "limit", "failed"];

function notificationRules(lang: Language) {
  return REASONS.map((reason) => ({ id: `unscanned/${reason}`, shortDescription: { text: UNSCANNED_WORDS[lang][reason] } }));
}

function notificationOf(one: Unscanned, path: string, places: Places, lang: Language) {
  const place = placeText(one.at, lang);
  return {
    descriptor: { id: `unscanned/${one.reason}`, index: REASONS.indexOf(one.reason) },
    level: isMissing(one) ? (one.reason === "failed" ? "error" : "warning") : "note",
    message: { text: messageText(`${place === "" ? "" : `${place}: `}${UNSCANNED_WORDS[lang][one.reason]} (${detailText(one.detail, lang)})`) },
    locations: [places.location(one.at, path, undefined)],
  };
}

function cutNotification(count: number, lang: Language) {
  const text = lang === "ja" ? `1回の実行で扱える件数を超えたため、${count}件の検出を省きました。` : `${count} findings are left out: GitHub takes no more in one run.`;
  return { descriptor: { id: "unscanned/limit", index: REASONS.indexOf("limit") }, level: "error", message: { text }, locations: [] };
}

/** 1 wins over 3, as on the command line. */
function exitCodeOf(reports: readonly Report[], statusOf: (report: Report) => number): number {
  const statuses = new Set(reports.map(statusOf));
  return statuses.has(1) ? 1 : statuses.has(3) ? 3 : 0;
}

/** A plain message may hold links, "[text](address)", and placeholders (SARIF 3.11.5, 3.11.6): names may not. */
const messageText = (text: string): string =>
  printable(text).replace(/[\\[\]]/gu, "\\$&").replace(/[{}]/gu, "$&$&");
