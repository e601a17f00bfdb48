/** One message's report -> what its door does with it. Runs in the scanning thread: only what is decided goes back. */
import type { Finding, HeaderField, Language, Message, Report, Unscanned, VerdictLevel } from "../contract.js";
import type { GatewayActions, GatewayConfig } from "../gateway-config.js";
import { isAtLeast } from "../policy.js";
import { senderLanguage } from "./language.js";
import type { Decision, Job } from "./messages.js";
import { headerValue, replyText, type Subject } from "./replies.js";
import { hideRecipients } from "./rewrite.js";
import type { Outcome } from "./transaction.js";

export interface DecisionRules {
  readonly actions: GatewayActions;
  readonly replyLanguage: NonNullable<GatewayConfig["replyLanguage"]>;
  readonly messages: Readonly<Record<string, Readonly<Record<string, Message>>>>;
}

export interface Scanned extends Omit<Job, "message"> {
  readonly bytes: Uint8Array;
}

/** What the header field is called that tells those behind the gateway what was found. */
export const HEADER_NAME = "X-Leaklint";

/** @param rescan scans a changed message with the same envelope */
export async function decide(scanned: Scanned, report: Report, rules: DecisionRules, rescan: (bytes: Uint8Array) => Promise<Report>): Promise<Decision> {
  const { actions } = rules;
  const action = actionOf(report, actions);
  if (actions.exposure === "rewrite" && (action === "hold" || action === "block") && isExposure(report)) {
    const hidden = hideRecipients(scanned.bytes);
    if (hidden !== undefined) {
      // Scanned again as it would leave: the list of recipients may not have been all that was wrong.
      const rest = actionOf(await rescan(hidden.bytes), actions);
      if (rest === "pass" || rest === "warn") return { outcome: { kind: "rewrite", header: header("rewrite", scanned, report), edits: hidden.edits }, report };
    } else if (isListAlone(report) && actionOf({ ...report, verdict: { ...report.verdict, level: "hold" } }, actions) === "hold") {
      // It would have been mended, and must not be changed: a person decides, in place of a refusal.
      return { outcome: outcomeOf("hold", scanned, report, rules), report };
    }
  }
  return { outcome: outcomeOf(action, scanned, report, rules), report };
}

/** Everyone's addresses would be shown to everyone, and it is known whose. */
function isExposure({ verdict }: Report): boolean {
  return verdict.remedies.some(({ kind }) => kind === "move-to-bcc") && verdict.reasons.some(({ rule, level }) => rule.startsWith("recipient-exposure/") && isAtLeast(level, "hold"));
}

/** Nothing blocks it but its list of recipients, and how many people that list makes reachable. */
function isListAlone({ verdict }: Report): boolean {
  return verdict.reasons.every(({ rule, level }) => level !== "block" || rule.startsWith("recipient-exposure/") || rule === "reachable" || rule === "people");
}

/** What could have been read, and was not. A format that nobody reads is the policy's affair. */
const MISSED: ReadonlySet<Unscanned["reason"]> = new Set(["encrypted", "corrupt", "limit", "failed"]);

export function actionOf({ result, verdict }: Report, actions: GatewayActions): VerdictLevel {
  const level = verdict.level === "pass" ? "pass" : actions[verdict.level];
  if (actions.unread === "verdict" || !result.unscanned.some(({ reason, accepted }) => accepted !== true && MISSED.has(reason))) return level;
  return isAtLeast(level, actions.unread) ? level : actions.unread;
}

function outcomeOf(action: VerdictLevel, scanned: Scanned, report: Report, rules: DecisionRules): Outcome {
  if (action === "pass") return { kind: "pass" };
  if (action === "warn") return { kind: "warn", header: header("warn", scanned, report) };
  const subject = subjectOf(report, rules);
  if (action === "hold") {
    return { kind: "hold", header: header("hold", scanned, report), reason: replyText("held", subject, { reference: scanned.reference, language: "en", isUtf8: false }) };
  }
  const language: Language = rules.replyLanguage === "sender" ? senderLanguage(scanned.bytes) : rules.replyLanguage;
  return { kind: "block", reply: { code: 550, status: "5.7.1", text: replyText("blocked", subject, { reference: scanned.reference, language, isUtf8: scanned.isUtf8 }) } };
}

function header(kind: "warn" | "hold" | "rewrite", { reference }: Scanned, { result, verdict }: Report): HeaderField {
  const rules = verdict.reasons.map(({ rule }) => rule);
  if (rules.length === 0 && result.unscanned.length > 0) rules.push("unscanned");
  return { name: HEADER_NAME, value: headerValue(kind, reference, { people: result.people, rules }) };
}

/** What weighs most: a finding with its own words where there is one, else the count that was reached. */
function subjectOf({ result, verdict }: Report, { messages }: DecisionRules): Subject {
  const [worst] = verdict.reasons;
  if (worst === undefined || (!isAtLeast(worst.level, "hold") && result.unscanned.length > 0)) return { kind: "unread" };
  const finding = heaviest(result.findings.filter(({ detector, code }) => worst.rule === `${detector}/${code}`));
  const message = finding === undefined ? undefined : messages[finding.detector]?.[finding.code];
  if (finding !== undefined && message !== undefined) return { kind: "finding", message, finding };
  return worst.rule === "unscanned" ? { kind: "unread" } : { kind: "people", people: Math.max(worst.count, result.people) };
}

function heaviest(findings: readonly Finding[]): Finding | undefined {
  let best: Finding | undefined;
  for (const one of findings) if (best === undefined || one.people > best.people) best = one;
  return best;
}
