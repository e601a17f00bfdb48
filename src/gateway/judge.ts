/** What every door asks: may this message go? A pool of threads says so; what goes wrong there is "try again later", never "yes". */
import { randomBytes } from "node:crypto";
import type { Config } from "../config.js";
import { ConfigError } from "../errors.js";
import { DEFAULT_ACTIONS, DEFAULT_GATEWAY_LIMITS, type GatewayConfig, type GatewayLimits } from "../gateway-config.js";
import { type Audit, recordOf } from "./audit.js";
import { HEADER_NAME } from "./decide.js";
import type { Log } from "./log.js";
import type { Decision, ThreadConfig } from "./messages.js";
import { NotDecided, openPool } from "./pool.js";
import { problemOf } from "./problem.js";
import { createReference } from "./reference.js";
import { headerValue, replyText, troubleReply } from "./replies.js";
import { type Judge, type Judged, judgedOf, type Judgement, type Observe, type Transaction, type Trouble } from "./transaction.js";
import { workerCount } from "./worker-count.js";

export interface JudgeOptions {
  /** Checked. */
  readonly config: Config;
  /** The file it comes from: threads load it themselves where it holds functions, which cannot be handed to them. */
  readonly configPath?: string;
  readonly log: Log;
  readonly audit?: Audit;
  readonly observe?: Observe;
}

const PROGRESS_MS = 1000;

/** @throws ConfigError where the config is refused by the threads that shall scan with it */
export async function openJudge({ config, configPath, log, audit, observe }: JudgeOptions): Promise<Judge> {
  const settings = config.gateway ?? {};
  const actions = { ...DEFAULT_ACTIONS, ...settings.actions };
  const language = settings.replyLanguage === "ja" ? "ja" : "en";
  const pool = await openPool(threadConfig(config, configPath), limitsOf(settings), (event, detail) => {
    log.error({ event, detail }, "a scanning thread was lost");
  });

  /** What is decided, or why nothing is. */
  async function decisionOf(transaction: Transaction, reference: string, signal: AbortSignal | undefined): Promise<Decision | Trouble | "oversize"> {
    const { message, envelope, isUtf8 = false } = transaction;
    if (!(message instanceof Uint8Array)) {
      if (message.kind === "oversize") return "oversize";
      if (message.kind === "lost") return "disk";
    }
    try {
      return await pool.run({ envelope, message: message instanceof Uint8Array ? message : message.path, isUtf8, reference }, signal);
    } catch (error) {
      if (!(error instanceof NotDecided)) throw error;
      if (error.trouble !== "cancelled") log.error({ reference, queueId: transaction.queueId, trouble: error.trouble, detail: error.message }, "a message could not be checked");
      return error.trouble;
    }
  }

  function judgementOf(decided: Decision | Trouble | "oversize", judged: Judged, reference: string): Judgement {
    const addressee = { reference, language, isUtf8: judged.isUtf8 === true } as const;
    if (typeof decided === "object") return { reference, ...decided };
    if (decided !== "oversize") return { reference, trouble: decided, outcome: troubled(decided, judged, reference) };
    const subject = { kind: "oversize", bytes: judged.bytes } as const;
    if (actions.oversize === "block") return { reference, outcome: { kind: "block", reply: { code: 552, status: "5.3.4", text: replyText("blocked", subject, addressee) } } };
    const header = { name: HEADER_NAME, value: headerValue("hold", reference, { people: 0, rules: ["oversize"] }) };
    return { reference, outcome: { kind: "hold", header, reason: replyText("held", subject, { ...addressee, language: "en" }) } };
  }

  function troubled(trouble: Trouble, { isUtf8 = false }: Judged, reference: string): Judgement["outcome"] {
    if (settings.failOpen === true && trouble !== "cancelled") {
      return { kind: "warn", header: { name: HEADER_NAME, value: headerValue("unchecked", reference, { people: 0, rules: [trouble] }) } };
    }
    return { kind: "tempfail", reply: troubleReply(trouble, { reference, language, isUtf8 }) };
  }

  /** Nothing is acted upon that is not on record: where the record cannot be written, the sender tries again. */
  async function recorded(judgement: Judgement, judged: Judged): Promise<Judgement> {
    const { kind } = judgement.outcome;
    if (audit === undefined || judgement.trouble === "cancelled" || (kind === "pass" && settings.audit?.passes !== true)) return judgement;
    try {
      await audit.write(recordOf(judgement, judged, new Date()));
      return judgement;
    } catch (error) {
      log.error({ reference: judgement.reference, queueId: judged.queueId, problem: problemOf(error) }, "the audit log cannot be written");
      if (settings.audit?.onFailure === "continue" || kind === "tempfail") return judgement;
      return { ...judgement, trouble: "disk", outcome: { kind: "tempfail", reply: troubleReply("disk", { reference: judgement.reference, language, isUtf8: judged.isUtf8 === true }) } };
    }
  }

  return {
    async judge(transaction, { signal, onProgress } = {}) {
      const reference = createReference();
      const started = performance.now();
      const judged = judgedOf(transaction);
      const progress = onProgress === undefined ? undefined : setInterval(onProgress, PROGRESS_MS);
      let judgement: Judgement;
      try {
        judgement = await recorded(judgementOf(await decisionOf(transaction, reference, signal), judged, reference), judged);
      } catch (error) {
        log.error({ reference, queueId: transaction.queueId, problem: problemOf(error) }, "the judge failed; this is a bug, please report it");
        judgement = judgementOf("failed", judged, reference);
      } finally {
        clearInterval(progress);
      }
      const ms = performance.now() - started;
      tell(log, judgement, judged, ms);
      observe?.(judgement, judged, ms);
      return judgement;
    },
    state: () => pool.state(),
    close: (graceMs) => pool.close(graceMs),
  };
}

function tell(log: Log, { outcome, reference, report, trouble }: Judgement, { queueId, envelope, bytes }: Judged, ms: number): void {
  const fields = {
    outcome: outcome.kind, reference, queueId, trouble, ms: Math.round(ms), bytes, recipients: envelope.to.length,
    ...(report !== undefined && { verdict: report.verdict.level, people: report.result.people, unscanned: report.result.unscanned.length, rules: report.verdict.reasons.map(({ rule }) => rule) }),
  };
  if (trouble !== undefined && outcome.kind === "warn") log.error(fields, "a message went out unchecked, as the setting failOpen asks");
  else log.info(fields, "judged");
}

function limitsOf({ limits }: GatewayConfig): GatewayLimits {
  return { workers: workerCount(), ...DEFAULT_GATEWAY_LIMITS, ...limits };
}

/** Every thread must make the same fingerprints: where nobody has chosen a key, one is made for all of them. */
function threadConfig(config: Config, path: string | undefined): ThreadConfig {
  const fingerprintKey = config.fingerprintKey ?? process.env["LEAKLINT_FINGERPRINT_KEY"] ?? randomBytes(32).toString("base64");
  const whole: Config = { ...config, fingerprintKey };
  try {
    return { config: structuredClone(whole) };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    if (path === undefined) throw new ConfigError("a config that holds functions must be a file, which every scanning thread can load");
    return { path, fingerprintKey };
  }
}
