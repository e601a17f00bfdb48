/** What every report says of a finding and of its place, whatever the format. */
import type { Finding, Language, Location, Remedy, Report, ReporterOptions, ScanResult, Step, Unscanned } from "../contract.js";
import { locationText } from "./location-text.js";
import { entityList, fill, grouped } from "./words.js";

type Texts = Pick<ReporterOptions, "lang" | "messages">;

/** "personal-records/table". */
export const codeOf = ({ detector, code }: Pick<Finding, "detector" | "code">): string => `${detector}/${code}`;

/** What was found, as a sentence, with its masked excerpt. A detector of a user's own need not have a message for it. */
export function saysOf(finding: Finding, { lang, messages }: Texts): string {
  const message = messages[finding.detector]?.[finding.code];
  const says = message === undefined ? `${codeOf(finding)} ${entityList(finding.entities, lang)}`.trim() : fill(message[lang], finding, lang);
  return finding.excerpt === undefined ? says : `${says}  ${finding.excerpt}`;
}

/** What to do about it; undefined where there is nothing to do. */
export function fixOf(finding: Finding, { lang, messages }: Texts): string | undefined {
  const fix = messages[finding.detector]?.[finding.code]?.fix[lang];
  return fix === undefined || finding.severity === "info" || finding.accepted !== undefined ? undefined : fill(fix, finding, lang);
}

/** "accepted (baseline): shown in the register – until 2027-03-31"; undefined where nobody answers for it. */
export function acceptedText({ accepted }: Finding, lang: Language): string | undefined {
  if (accepted === undefined) return undefined;
  const { by, reason, owner, expires } = accepted;
  const word = ACCEPTED_WORDS[lang];
  const who = [...(owner === undefined ? [] : [owner]), ...(expires === undefined ? [] : [word.until(expires)])].join(lang === "ja" ? "、" : ", ");
  return `${word.accepted} (${word[by]})${reason === undefined ? "" : `: ${reason}`}${who === "" ? "" : ` – ${who}`}`;
}

const ACCEPTED_WORDS = {
  en: { accepted: "accepted", marker: "by a marker in the text", entry: "by an entry", baseline: "by the baseline", until: (day: string) => `until ${day}` },
  ja: { accepted: "許容済み", marker: "本文中の印", entry: "許容の一覧", baseline: "ベースライン", until: (day: string) => `${day}まで` },
} as const satisfies Record<Language, object>;

/** The people nobody answers for. */
export const openOf = (result: ScanResult): Pick<ScanResult, "people" | "exposure"> => result.open ?? result;

const REMEDIES = {
  en: {
    moveToBcc: (n: number) => `move ${grouped(n)} recipients to Bcc`,
    replaceDomain: (domain: string) => `did you mean @${domain}?`,
  },
  ja: {
    moveToBcc: (n: number) => `${grouped(n)}件の宛先をBccへ移す`,
    replaceDomain: (domain: string) => `@${domain} の間違いではありませんか`,
  },
} as const satisfies Record<Language, object>;

/** A remedy that says more than the finding's own advice. */
export function remedyText(remedy: Remedy, lang: Language): string | undefined {
  if (remedy.kind === "move-to-bcc") return REMEDIES[lang].moveToBcc(remedy.recipients.length);
  return remedy.kind === "replace-recipient" ? REMEDIES[lang].replaceDomain(remedy.domain) : undefined;
}

/** All there is to do about a finding, the most particular first. */
export function adviceOf(finding: Finding, options: Texts): string[] {
  if (finding.accepted !== undefined) return [];
  const particular = finding.remedies.map((remedy) => remedyText(remedy, options.lang));
  return [...particular, fixOf(finding, options)].filter((text) => text !== undefined);
}

/** The steps inside the file that a report is about. */
export function insideFile(at: Location): Location {
  return at.slice(at.findIndex(({ kind }) => kind === "file") + 1);
}

/** "団体一覧 (hidden) › A2:H873"; "" where it is about the whole file. */
export const placeText = (at: Location, lang: Language): string => locationText(insideFile(at), lang);

/** Formats whose lines and columns are those of the file itself, and not of the text that was read out of it. */
const LINE_FORMATS: ReadonlySet<string> = new Set([
  "text", "markdown", "log", "yaml", "source", "csv", "tsv", "json", "jsonl", "html", "xml", "svg", "ical", "vcard", "ldif",
]);

/** Where a finding stands in the lines of its file, if the file has lines and it stands directly in them. */
export function lineOf(at: Location, format: string): Extract<Step, { kind: "span" }> | undefined {
  const steps = insideFile(at);
  const last = steps.at(-1);
  if (last?.kind !== "span" || !LINE_FORMATS.has(format)) return undefined;
  return steps.slice(0, -1).every(({ kind }) => kind === "cell" || kind === "property" || kind === "commit") ? last : undefined;
}

export interface Coverage {
  readonly files: number;
  /** Files of which everything was read, or may go unread by the config. */
  readonly readWhole: number;
  /** Places that were not read. */
  readonly unread: number;
  /** Places that the config accepts to go unread. */
  readonly accepted: number;
  /** Findings that somebody answers for. */
  readonly acceptedFindings: number;
}

export function coverageOf(reports: readonly Report[]): Coverage {
  let readWhole = 0;
  let unread = 0;
  let accepted = 0;
  let acceptedFindings = 0;
  for (const { result } of reports) {
    const missing = result.unscanned.filter(isMissing).length;
    if (missing === 0) readWhole++;
    unread += missing;
    accepted += result.unscanned.length - missing;
    acceptedFindings += result.findings.filter((finding) => finding.accepted !== undefined).length;
  }
  return { files: reports.length, readWhole, unread, accepted, acceptedFindings };
}

/** It is not accepted that this goes unread. */
export const isMissing = ({ accepted }: Unscanned): boolean => accepted !== true;
