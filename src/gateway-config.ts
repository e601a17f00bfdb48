/** The config's `gateway`: where `leaklint serve` listens, and what it does with a message. Its type, its defaults and its check. */
import { type Check, described, flag, members, must, oneOf, positive, text, texts } from "./checks.js";

export interface GatewayConfig {
  /** Where the milter listens: "unix:/run/leaklint/milter.sock", "inet:8892@127.0.0.1", "inet6:8892@::1"; several in a list. */
  readonly milter?: string | readonly string[];
  /** The SMTP proxy (smart host): where it listens, and to whom it passes on. */
  readonly smtp?: SmtpProxyConfig;
  /** Where Exim (`av_scanner = sock`) asks about the file of a message: "unix:/run/leaklint/check.sock". */
  readonly check?: string | readonly string[];
  /** Folders whose files may be asked about there. Default: Exim's own, /var/spool/exim4/scan and /var/spool/exim/scan. */
  readonly checkFolders?: readonly string[];
  /** Where a message is taken and a JSON verdict given (`POST /check`), and `/healthz` and `/metrics` are served: "inet:9892@127.0.0.1". */
  readonly http?: string | readonly string[];
  /** `/check` then asks for `Authorization: Bearer` with it. Must be there where `http` can be reached from other machines. */
  readonly httpToken?: string;
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
  /** "inet:10025@127.0.0.1" */
  readonly listen: string | readonly string[];
  /** Who takes the mail then: "inet:10026@127.0.0.1", "inet:25@smtp-relay.example". */
  readonly nextHop: string;
  /**
   * "opportunistic": STARTTLS where it is offered. "required": STARTTLS with a certificate that is the next hop's. "implicit": the same from the
   * first byte (port 465). Default: "off" to this machine, else "opportunistic".
   */
  readonly nextHopTls?: "off" | "opportunistic" | "required" | "implicit";
  /** PEM file of the authorities the next hop's certificate may come from. Default: the public ones. */
  readonly nextHopCa?: string;
  /** Sent to the next hop, over TLS only. Clients may then not send their own. */
  readonly nextHopAuth?: { readonly user: string; readonly password: string };
  /** What EHLO says to the next hop in place of the client's own name. */
  readonly nextHopHello?: string;
  /** How leaklint greets. Default: the machine's name. */
  readonly hostname?: string;
  /** Addresses and networks that may connect. Default: this machine. Whoever may connect sends mail in your name. */
  readonly clients?: readonly string[];
  /** Those of them whose XFORWARD and XCLIENT are passed on. Default: this machine. */
  readonly trusted?: readonly string[];
  /** PEM files, for STARTTLS; read again when they change. `required`: no mail without it, save from this machine. */
  readonly tls?: { readonly cert: string; readonly key: string; readonly required?: boolean };
  /**
   * What becomes of a message that is to be held, as there is no queue here. "refuse" (default): 550, the sender has it back at once. "defer": 451,
   * it stays in the sending server's queue. "forward": to the next hop with the header X-Leaklint, which must hold it there.
   */
  readonly hold?: "refuse" | "defer" | "forward";
  /** Messages that are to be held go to this address in place of their recipients. */
  readonly quarantine?: string;
  /** Of one message. Default 1000. */
  readonly recipients?: number;
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
/** An object whose `required` members must be there. */
function whole(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
  const check = members({ ...required, ...optional });
  return described(check.schema ?? {}, (value, path) => {
    check(value, path);
    for (const [key, one] of Object.entries(required)) one((value as Readonly<Record<string, unknown>>)[key], `${path}.${key}`); // `members` has found an object
  });
}
const audit = members({ file: text, onFailure: oneOf(["tempfail", "continue"]), passes: flag });
/** Half a thread is none, and Node's timers run out at once above this. */
const LARGEST_MS = 2 ** 31 - 1;
const count = must("a whole number above 0", (value) => Number.isSafeInteger(value) && Number(value) > 0, { type: "integer", minimum: 1 });
const ms = must(`a whole number of milliseconds, at most ${LARGEST_MS}`, (value) => Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= LARGEST_MS, { type: "integer", minimum: 1, maximum: LARGEST_MS });
const limits: Record<keyof GatewayLimits, Check> = {
  messageBytes: count, memoryBytes: count, timeMs: ms, waitMs: ms, waiting: count, workers: count, workerMiB: count, processMiB: count, connections: count, idleMs: ms, drainMs: ms,
};
const CHECKS: Readonly<Record<keyof GatewayConfig, Check>> = {
  milter: listeners,
  smtp: whole({ listen: listeners, nextHop: text }, {
    nextHopTls: oneOf(["off", "opportunistic", "required", "implicit"]),
    nextHopCa: text,
    nextHopAuth: whole({ user: text, password: text }),
    nextHopHello: text,
    hostname: text,
    clients: texts,
    trusted: texts,
    tls: whole({ cert: text, key: text }, { required: flag }),
    hold: oneOf(["refuse", "defer", "forward"]),
    quarantine: must('an address such as "quarantine@corp.test"', (value) => typeof value === "string" && /^[^\s<>]+@[^\s<>]+$/u.test(value), { type: "string" }),
    recipients: positive,
  }),
  check: listeners,
  checkFolders: texts,
  http: listeners,
  httpToken: text,
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
