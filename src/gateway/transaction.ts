/** What every door of the gateway (milter, SMTP proxy, check socket) hands to the judge, and what it is told to do. */
import type { Envelope, HeaderField, Report } from "../contract.js";

/** One message of one SMTP transaction, before anybody has said 250 to it. */
export interface Transaction {
  readonly envelope: Envelope;
  /** As the mail server has it, or the file it was spilled to; or only how long it was, where it is longer than what is read. */
  readonly message: Uint8Array | SpilledMessage | OversizeMessage | LostMessage;
  /** The mail server's own id of it, for logs. */
  readonly queueId?: string;
  /** The client asked for SMTPUTF8: replies to it may hold more than ASCII (RFC 6531, 3.7.4). */
  readonly isUtf8?: boolean;
}

export interface SpilledMessage {
  readonly kind: "spilled";
  readonly path: string;
  readonly bytes: number;
}

export interface OversizeMessage {
  readonly kind: "oversize";
  readonly bytes: number;
}

/** The door could not keep it: the spool's disk is full. */
export interface LostMessage {
  readonly kind: "lost";
}

/** A header field to be replaced or, without `value`, deleted. Occurrences of one name count from 0, as before any edit. */
export interface HeaderEdit {
  readonly name: string;
  readonly occurrence: number;
  readonly value?: string;
}

export interface SmtpReply {
  readonly code: 451 | 452 | 550 | 552;
  /** RFC 3463: "5.7.1". */
  readonly status: string;
  /** One line without control characters; it names a reference, never a value. */
  readonly text: string;
}

/** What the door does. Only "pass", "warn" and "rewrite" let the message go on; 250 is the next hop's to say. */
export type Outcome =
  | { readonly kind: "pass" }
  | { readonly kind: "warn"; readonly header: HeaderField }
  | { readonly kind: "rewrite"; readonly header: HeaderField; readonly edits: readonly HeaderEdit[] }
  | { readonly kind: "hold"; readonly header: HeaderField; /** One line for the mail server's log. */ readonly reason: string }
  | { readonly kind: "block"; readonly reply: SmtpReply }
  /** The judge could not: too slow, out of disk, broken. The sender tries again. */
  | { readonly kind: "tempfail"; readonly reply: SmtpReply };

export interface Judgement {
  readonly outcome: Outcome;
  /** Stands in replies, headers and logs, so that an administrator finds the record of a message. */
  readonly reference: string;
  /** Absent where nothing could be read. */
  readonly report?: Report;
  /** Why it is "tempfail", or was let go unchecked where the configuration fails open. */
  readonly trouble?: Trouble;
}

/** What keeps the judge from judging. */
export type Trouble =
  /** Too many messages wait. */
  | "busy"
  /** The scan took longer than its time, or more memory than it may, and was ended. */
  | "slow"
  | "failed"
  /** The spool's or the audit log's disk is full or not to be written. */
  | "disk"
  /** The client went away. */
  | "cancelled"
  | "stopping";

/** For `/healthz` and `/metrics`. */
export interface JudgeState {
  readonly workers: number;
  /** Threads that have loaded everything and can scan. */
  readonly ready: number;
  readonly busy: number;
  readonly waiting: number;
  /** Threads ended so far because a scan took too long, too much memory, or crashed. */
  readonly ended: number;
}

/** What remains of a transaction when its message has been judged. */
export interface Judged extends Omit<Transaction, "message"> {
  /** Of the message; 0 where it was lost. */
  readonly bytes: number;
}

export function judgedOf({ message, ...rest }: Transaction): Judged {
  return { ...rest, bytes: message instanceof Uint8Array ? message.length : message.kind === "lost" ? 0 : message.bytes };
}

/** Told of every judgement; metrics are made of it. `ms` is from the door's question to its answer. */
export type Observe = (judgement: Judgement, judged: Judged, ms: number) => void;

export interface Judge {
  /**
   * Never rejects: what goes wrong is an outcome "tempfail" (or "warn", with a header that says so, where the configuration fails open).
   * Takes the message: memory that is all its own goes to the thread that scans, and is empty here afterwards.
   * @param onProgress called about every second while the message is looked at, so that a mail server can be told to wait
   */
  judge(transaction: Transaction, options?: { readonly signal?: AbortSignal; readonly onProgress?: () => void }): Promise<Judgement>;
  state(): JudgeState;
  /** Waits for what is under way, at most `graceMs`, then ends the workers. */
  close(graceMs: number): Promise<void>;
}
