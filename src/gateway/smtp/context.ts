/** What a client's session is given, and how it ends. */
import type { Socket } from "node:net";
import type { Log } from "../log.js";
import type { Metrics } from "../metrics.js";
import type { Judge } from "../transaction.js";
import type { SmtpProxyOptions } from "./options.js";
import type { Reply } from "./reply.js";

export interface SessionContext {
  readonly options: SmtpProxyOptions;
  readonly judge: Judge;
  readonly log: Log;
  readonly metrics: Metrics;
  /** May say whom it speaks for. */
  readonly isTrusted: boolean;
  /** Speaks to us from this machine. */
  readonly isLocal: boolean;
  /** No MAIL before STARTTLS. */
  readonly requiresTls: boolean;
  /** Makes the server's side of TLS of a socket. Absent: no STARTTLS. */
  readonly tlsContext?: () => Promise<(socket: Socket) => Socket>;
}

export interface SmtpTransaction {
  /** As the client wrote it, for the next hop. */
  readonly mailLine: string;
  readonly from: string;
  /** Those the next hop takes. */
  readonly to: string[];
  readonly isUtf8: boolean;
  /** The client's own name of the message, as XFORWARD has it. */
  readonly queueId?: string;
}

/** The conversation is over: after `reply`, where there is one. */
export class EndOfSession extends Error {
  override readonly name = "EndOfSession";
  constructor(readonly reply?: Reply) {
    super("end of session");
  }
}
