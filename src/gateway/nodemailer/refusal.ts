/** Why a message was not sent, as errors that an application can show: they hold masked text only. */
import type { Finding, Language, Message, Remedy, Report, Unscanned, Verdict } from "../../contract.js";
import { fill } from "../../reporters/words.js";

/** The message was checked, and must not leave as it is. */
export class LeakError extends Error {
  override readonly name = "LeakError";
  readonly code = "ELEAK";
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly unscanned: readonly Unscanned[];
  /** What to do, as data: recipients are named by their place in the message. */
  readonly remedies: readonly Remedy[];
  /** Distinct people whose data would have left, estimated. */
  readonly people: number;

  constructor(message: string, { result, verdict }: Report) {
    super(message);
    this.verdict = verdict;
    this.findings = result.findings;
    this.unscanned = result.unscanned;
    this.remedies = verdict.remedies;
    this.people = result.people;
  }
}

/** The message could not be checked: nothing is known of it, and it was not sent. */
export class UncheckedError extends Error {
  override readonly name = "UncheckedError";
  readonly code = "EUNCHECKED";
}

export type Messages = Readonly<Record<string, Readonly<Record<string, Message>>>>;

/** Lines that a list of findings is cut at. */
const MOST_LINES = 10;

const WORDS = {
  en: {
    refused: "The message was not sent.",
    people: (people: number) => `It holds personal data of ${people} ${people === 1 ? "person" : "people"}.`,
    unread: (places: number) => `${places === 1 ? "1 place" : `${places} places`} in it could not be read (encrypted, damaged or over a limit).`,
    more: (count: number) => `and ${count} more`,
  },
  ja: {
    refused: "メールは送信されませんでした。",
    people: (people: number) => `${people}名分の個人情報が含まれています。`,
    unread: (places: number) => `暗号化・破損・上限超過などのため確認できない箇所が${places}件あります。`,
    more: (count: number) => `ほか${count}件`,
  },
} as const satisfies Record<Language, object>;

/** What was found and what to do about it, the gravest first, one line each. */
export function refusalText({ result, verdict }: Report, unread: number, messages: Messages, lang: Language): string {
  const words = WORDS[lang];
  const rank: Readonly<Record<Finding["severity"], number>> = { error: 0, warning: 1, info: 2 };
  const told = result.findings.filter(({ severity, accepted }) => severity !== "info" && accepted === undefined).sort((a, b) => rank[a.severity] - rank[b.severity]);
  const lines = told.flatMap((finding) => {
    const message = messages[finding.detector]?.[finding.code];
    if (message === undefined) return [`- ${finding.detector}/${finding.code}`];
    return [`- ${fill(message[lang], finding, lang)}`, `  ${fill(message.fix[lang], finding, lang)}`];
  });
  const shown = lines.slice(0, 2 * MOST_LINES);
  if (told.length > MOST_LINES) shown.push(`- ${words.more(told.length - MOST_LINES)}`);
  const counts = verdict.reasons.some(({ rule }) => ["people", "identified", "reachable", "concealed"].includes(rule)) ? [`- ${words.people(result.people)}`] : [];
  return [words.refused, ...counts, ...shown, ...(unread > 0 ? [`- ${words.unread(unread)}`] : [])].join("\n");
}
