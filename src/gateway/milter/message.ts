/** One message of a milter session: envelope and bytes, put together again as the mail server has them. */
import type { Envelope } from "../../contract.js";
import { createSpool, type Spool, SpoolError, type SpoolOptions } from "../spool.js";
import type { Metrics } from "../metrics.js";
import type { Transaction } from "../transaction.js";
import { ProtocolError, strings } from "./packets.js";

export interface MessageLimits extends SpoolOptions {
  /** Of one message; what is longer is counted and not kept. */
  readonly messageBytes: number;
}

/** Of one envelope: no mail server has more recipients than a few thousand. */
const MAX_ENVELOPE_BYTES = 16 * 2 ** 20;
/** Bytes are handed to the spool in pieces of this size, and until then kept here, where it costs nothing. */
const PIECE_BYTES = 2 ** 18;
/** More of them weigh more as objects than as bytes. */
const MANY_PIECES = 64;

const COLON = Buffer.from(":");
const COLON_SPACE = Buffer.from(": ");
const CRLF = Buffer.from("\r\n");
const LF = 0x0a;
const CR = 0x0d;

export interface IncomingMessage {
  recipient(data: Buffer): void;
  /** Name, null, value, null; the value's lines end with LF. @throws ProtocolError */
  header(data: Buffer, withLeadingSpace: boolean): void;
  endOfHeader(): void;
  body(data: Buffer): void;
  /** To be awaited before more is read, where more lies in memory than may: undefined mostly. */
  relieve(): Promise<void> | undefined;
  /** To be called once. */
  finish(queueId: string | undefined): Promise<Transaction>;
  /** Removes what is on disk. Never throws. */
  discard(): Promise<void>;
}

/** @param data of the command MAIL: the reverse path, then ESMTP's parameters */
export function createMessage(data: Buffer, limits: MessageLimits, metrics?: Metrics): IncomingMessage {
  const [from = "", ...parameters] = strings(data);
  const to: string[] = [];
  let envelopeBytes = data.length;
  let pieces: Buffer[] = [];
  let pending = 0;
  let bytes = 0;
  let hasBlankLine = false;
  let spool: Spool | undefined;
  let isLost = false;

  function keep(piece: Buffer): void {
    bytes += piece.length;
    if (bytes > limits.messageBytes || isLost) {
      pieces = [];
      pending = 0;
      return;
    }
    pieces.push(piece);
    pending += piece.length;
  }
  async function spill(): Promise<void> {
    const whole = pieces.length > MANY_PIECES ? [Buffer.concat(pieces, pending)] : pieces;
    pieces = [];
    pending = 0;
    spool ??= createSpool(limits, metrics);
    try {
      await spool.write(...whole);
    } catch (error) {
      if (!(error instanceof SpoolError)) throw error;
      isLost = true;
    }
  }
  const blankLine = (): void => {
    if (!hasBlankLine) keep(CRLF);
    hasBlankLine = true;
  };
  async function content(): Promise<Transaction["message"]> {
    if (bytes > limits.messageBytes) return { kind: "oversize", bytes };
    if (spool === undefined) return Buffer.concat(pieces, pending);
    if (pending > 0) await spill();
    if (isLost) return { kind: "lost" };
    try {
      return await spool.finish();
    } catch (error) {
      if (!(error instanceof SpoolError)) throw error;
      return { kind: "lost" };
    }
  }

  return {
    recipient(recipient) {
      envelopeBytes += recipient.length;
      if (envelopeBytes > MAX_ENVELOPE_BYTES) throw new ProtocolError("an envelope that never ends");
      const [path = ""] = strings(recipient);
      to.push(addressOf(path));
    },
    header(field, withLeadingSpace) {
      const end = field.indexOf(0);
      if (end <= 0) throw new ProtocolError("a header field without a name");
      const value = field.subarray(end + 1, field.at(-1) === 0 && field.length - 1 > end ? field.length - 1 : field.length);
      keep(Buffer.concat([field.subarray(0, end), withLeadingSpace ? COLON : COLON_SPACE, withLineEnds(value), CRLF]));
    },
    endOfHeader: blankLine,
    body(chunk) {
      if (chunk.length === 0) return;
      blankLine();
      keep(chunk);
    },
    relieve: () => (pending >= PIECE_BYTES ? spill() : undefined),
    async finish(queueId) {
      blankLine();
      const envelope: Envelope = { from: addressOf(from), to };
      const isUtf8 = parameters.some((parameter) => parameter.toUpperCase() === "SMTPUTF8");
      return { envelope, message: await content(), isUtf8, ...(queueId !== undefined && { queueId }) };
    },
    async discard() {
      pieces = [];
      pending = 0;
      await spool?.discard();
    },
  };
}

/** LF, as the protocol has folded fields, -> CRLF, as the message has them. */
function withLineEnds(value: Buffer): Buffer {
  if (!value.includes(LF)) return value;
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = value.indexOf(LF); at >= 0; at = value.indexOf(LF, at + 1)) {
    if (at > 0 && value[at - 1] === CR) continue;
    pieces.push(value.subarray(from, at), CRLF);
    from = at + 1;
  }
  pieces.push(value.subarray(from));
  return Buffer.concat(pieces);
}

const SOURCE_ROUTE = /^@[^:]*:/u;

/** A path without its brackets, and without the source route that RFC 5321 (appendix C) keeps for old times' sake. */
function addressOf(path: string): string {
  const inner = path.startsWith("<") && path.endsWith(">") ? path.slice(1, -1) : path;
  return inner.replace(SOURCE_ROUTE, "");
}
