/** What the SMTP proxy can be told, with its defaults. */
import type { SpoolOptions } from "../spool.js";

export interface SmtpProxyOptions {
  readonly nextHop: NextHopOptions;
  /** How we greet clients, and the next hop. */
  readonly hostname: string;
  /** Who may connect, as addresses or networks ("10.0.0.0/8", "2001:db8::/32"): everybody else could send through the next hop in our name. */
  readonly clients: readonly string[];
  /** Those of them that may say by XFORWARD and XCLIENT whom they speak for. */
  readonly trusted: readonly string[];
  /** Makes STARTTLS possible. PEM files; read again when they change. */
  readonly tls?: { readonly cert: string; readonly key: string; /** No MAIL without it. */ readonly required?: boolean };
  /** There is no queue here for a message to wait in: what becomes of one that is to be held. */
  readonly hold: HoldAction;
  /** Larger messages are refused with 552. */
  readonly maxMessageBytes: number;
  /** RFC 5321, 4.5.3.1.8: at least 100. */
  readonly maxRecipients: number;
  readonly maxConnections: number;
  readonly spool: SpoolOptions;
  readonly timeouts: Timeouts;
}

export type HoldAction =
  /** 550: the sender has it back at once, and is told why. */
  | "refuse"
  /** 451: it stays in the sending server's queue, which tries again until it gives up (usually after days). */
  | "defer"
  /** To the recipients, with the header X-Leaklint: the next hop must hold what has it (Postfix: header_checks with HOLD). */
  | "forward"
  /** To this address in place of the recipients. */
  | { readonly quarantine: string };

export interface NextHopOptions {
  readonly at: { readonly host: string; readonly port: number } | { readonly path: string };
  /**
   * "opportunistic": STARTTLS where it is offered, whoever answers (RFC 7435). "required": STARTTLS, and the certificate must be the host's.
   * "implicit": the same, but TLS from the first byte (port 465).
   */
  readonly tls: "off" | "opportunistic" | "required" | "implicit";
  /** PEM of authorities to trust besides or instead of the system's. */
  readonly ca?: string;
  /** Ours, in place of the client's, which may then not give its own. */
  readonly auth?: { readonly user: string; readonly password: string };
  /** What EHLO says in place of the client's own name. */
  readonly helo?: string;
}

/** All in milliseconds. */
export interface Timeouts {
  readonly connect: number;
  /** The next hop's greeting. Clients wait 5 minutes for ours. */
  readonly greeting: number;
  /** RFC 5321, 4.5.3.2: for a client's next command line, and for the next hop's reply to one. */
  readonly command: number;
  /** For the next hop's reply to DATA. */
  readonly dataStart: number;
  /** Between two pieces of a message. */
  readonly dataBlock: number;
  /** For a whole message: one byte a minute keeps no connection for ever. */
  readonly dataTotal: number;
  /** For the next hop's reply to the end of data. */
  readonly dataEnd: number;
  /** How often the next hop is told NOOP while a message comes in or is judged, lest it takes us for gone. */
  readonly keepAlive: number;
  readonly tls: number;
}

export const DEFAULT_TIMEOUTS: Timeouts = {
  connect: 30_000,
  greeting: 120_000,
  command: 300_000,
  dataStart: 120_000,
  dataBlock: 180_000,
  dataTotal: 3_600_000,
  dataEnd: 600_000,
  keepAlive: 60_000,
  tls: 60_000,
};

export const LOOPBACK = ["127.0.0.0/8", "::1"] as const;

export const DEFAULTS = {
  clients: LOOPBACK,
  trusted: LOOPBACK,
  hold: "refuse",
  maxRecipients: 1000,
  maxConnections: 200,
  timeouts: DEFAULT_TIMEOUTS,
} as const satisfies Partial<SmtpProxyOptions>;
