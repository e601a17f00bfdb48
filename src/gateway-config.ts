/** The config's `gateway`: where `leaklint serve` listens, and what it does with a message. Its type, its defaults and its check. */
import { type Check, described, flag, members, must, oneOf, positive, text, texts } from "./checks.js";

export interface GatewayConfig {
  /** Where the milter listens: "unix:/run/leaklint/milter.sock", "inet:8892@127.0.0.1", "inet6:8892@::1"; several in a list. */
  readonly milter?: string | readonly string[];
  /** The SMTP proxy (smart host): where it listens, and to whom it passes on. */
  readonly smtp?: SmtpProxyConfig;
  /** Where one message is taken and one JSON verdict given, for Exim and for scripts. */
  readonly check?: string | readonly string[];
  /** Where `/healthz` and `/metrics` are served: "inet:9892@127.0.0.1". */
  readonly http?: string;
  /** File mode of unix sockets, in octal digits. Default "660": the mail server's user joins the group that leaklint runs as. */
  readonly socketMode?: string;
  readonly actions?: Partial<GatewayActions>;
  /** Mail goes out unchecked, with a header that says so, when it cannot be checked. Default false: the sender is told to try again. */
  readonly failOpen?: boolean;
  /** Language of what senders are told. Default "sender": the language of their message. */
  readonly replyLanguage?: "sender" | "en" | "ja";
  /** Folder for messages too large to be kept in memory. Default: "leaklint" in the system's folder for temporary files. */
  readonly spool?: string;
  readonly audit?: AuditConfig;
  readonly limits?: Partial<GatewayLimits>;
}

export interface SmtpProxyConfig {
  readonly listen: string | readonly string[];
  /** "inet:10025@127.0.0.1" */
  readonly nextHop: string;
}

/** What is done at each verdict. Switching "hold" and "block" to "warn" is how a roll-out begins: everything is told, nothing is stopped. */
export interface GatewayActions {
  readonly warn: "warn" | "pass";
  readonly hold: "hold" | "block" | "warn";
  readonly block: "block" | "hold" | "warn";
  /** Something in it is encrypted, damaged, over a limit or could not be read. "verdict": as the policy's `unscanned` says. */
  readonly unread: "hold" | "block" | "warn" | "verdict";
  /** The message is larger than `limits.messageBytes`. */
  readonly oversize: "hold" | "block";
  /** Recipients would see each other, and nothing else is wrong. "rewrite": To and Cc are replaced by "undisclosed-recipients:;". */
  readonly exposure: "verdict" | "rewrite";
}

export interface AuditConfig {
  /** Absolute path; one JSON object a line, masked. Held, blocked, rewritten and warned messages are looked up there by their reference. */
  readonly file: string;
  /** When it cannot be written (disk full): "tempfail" (default) or "continue". */
  readonly onFailure?: "tempfail" | "continue";
  /** Messages that pass are recorded too. Default false. */
  readonly passes?: boolean;
}

export interface GatewayLimits {
  /** Larger messages are not read: see `actions.oversize`. */
  readonly messageBytes: number;
  /** Of one message in memory; what is longer is spilled to `spool`. */
  readonly memoryBytes: number;
  /** For the scan of one message. Then the thread is ended and the sender told to try again. */
  readonly timeMs: number;
  /** For a message to wait for a free thread. */
  readonly waitMs: number;
  /** Messages that wait for a free thread; when there are more the sender is told to try again. */
  readonly waiting: number;
  /** Threads that scan. */
  readonly workers: number;
  /** Of each thread's heap. */
  readonly workerMiB: number;
  /** Of the process: above it the thread at work longest is ended. */
  readonly processMiB: number;
  /** Open connections of one listener. */
  readonly connections: number;
  /** For which a connection may say nothing. */
  readonly idleMs: number;
  /** For messages under way to be finished when leaklint is stopped. */
  readonly drainMs: number;
}

export const DEFAULT_ACTIONS: GatewayActions = { warn: "warn", hold: "hold", block: "block", unread: "hold", oversize: "hold", exposure: "verdict" };

const MIB = 2 ** 20;

/** `workers` is set by the machine where it is not given. */
export const DEFAULT_GATEWAY_LIMITS: Omit<GatewayLimits, "workers"> = {
  messageBytes: 128 * MIB,
  memoryBytes: 2 * MIB,
  timeMs: 30_000,
  waitMs: 60_000,
  waiting: 200,
  workerMiB: 1024,
  processMiB: 3072,
  connections: 1000,
  // libmilter's own, which Postfix and Sendmail are used to.
  idleMs: 7_210_000,
  drainMs: 20_000,
};

const listeners = described({ anyOf: [text.schema, texts.schema] }, (value, path) => {
  if (typeof value === "string") text(value, path);
  else texts(value, path);
});
const audit = members({ file: text, onFailure: oneOf(["tempfail", "continue"]), passes: flag });
const limits: Record<keyof GatewayLimits, Check> = {
  messageBytes: positive, memoryBytes: positive, timeMs: positive, waitMs: positive, waiting: positive, workers: positive,
  workerMiB: positive, processMiB: positive, connections: positive, idleMs: positive, drainMs: positive,
};
const CHECKS: Readonly<Record<keyof GatewayConfig, Check>> = {
  milter: listeners,
  smtp: members({ listen: listeners, nextHop: text }),
  check: listeners,
  http: text,
  socketMode: must('three octal digits such as "660"', (value) => typeof value === "string" && /^[0-7]{3}$/u.test(value), { type: "string", pattern: "^[0-7]{3}$" }),
  actions: members({
    warn: oneOf(["warn", "pass"]),
    hold: oneOf(["hold", "block", "warn"]),
    block: oneOf(["block", "hold", "warn"]),
    unread: oneOf(["hold", "block", "warn", "verdict"]),
    oversize: oneOf(["hold", "block"]),
    exposure: oneOf(["verdict", "rewrite"]),
  }),
  failOpen: flag,
  replyLanguage: oneOf(["sender", "en", "ja"]),
  spool: text,
  audit: described({ ...audit.schema, required: ["file"] }, (value, path) => {
    audit(value, path);
    text((value as Partial<AuditConfig>).file, `${path}.file`); // an object, as the line above has found
  }),
  limits: members(limits),
};

/** @throws ConfigError */
export const checkGateway: Check = members(CHECKS);
