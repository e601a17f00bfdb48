/** One message: taken from the client, judged, and handed to the next hop, whose word on it is the client's answer. */
import { createSpool, type Spool, SpoolError } from "../spool.js";
import type { Outcome, SpilledMessage } from "../transaction.js";
import { EndOfSession, type SessionContext, type SmtpTransaction } from "./context.js";
import type { Bare } from "./command-line.js";
import { createDataReader } from "./data.js";
import { EditError, editedMessage } from "./header-edits.js";
import { type NextHop, NextHopError } from "./next-hop.js";
import { isNegative, isPositive, ownReply, type Reply } from "./reply.js";
import { type Wire, WireError } from "./wire.js";

/** The client left before the next hop had the whole message: it will send it again, and must not find it delivered. */
class ClientLeft extends Error {}

class BareCharacter extends Error {
  constructor(readonly what: Bare) {
    super("bare character");
  }
}

const TRY_AGAIN = ownReply(451, "4.3.0", "The message could not be checked; try again");

/**
 * @returns what the client is told at the end of data
 * @throws EndOfSession, WireError where the client is lost, NextHopError where the next hop is
 */
export async function takeMessage(wire: Wire, hop: NextHop, context: SessionContext, transaction: SmtpTransaction): Promise<Reply> {
  const { options, metrics } = context;
  const count = (outcome: "refused" | "abandoned"): void => {
    metrics.add("leaklint_messages_total", { door: "smtp", outcome });
  };
  const spool = createSpool(options.spool, metrics);
  const stopKeepingAlive = keepAlive(hop, options.timeouts.keepAlive);
  try {
    await wire.write(ownReply(354, "", "End data with <CR><LF>.<CR><LF>").bytes);
    const received = await receive(wire, spool, context);
    if (received === "oversize") {
      count("refused");
      return await dropped(ownReply(552, "5.3.4", "Message too large"));
    }
    if (received === "lost") {
      metrics.add("leaklint_messages_total", { door: "smtp", outcome: "tempfail" });
      return await dropped(ownReply(452, "4.3.1", "Insufficient system storage; try again"));
    }
    metrics.add("leaklint_message_bytes_total", { door: "smtp" }, spool.bytes);
    return await judged(received);
  } catch (error) {
    // It may have half a message, to which nothing may be added.
    hop.destroy();
    if (error instanceof ClientLeft || error instanceof WireError) count("abandoned");
    if (error instanceof ClientLeft) throw new EndOfSession();
    if (error instanceof BareCharacter) {
      count("refused");
      throw new EndOfSession(ownReply(550, "5.5.2", `Bare ${error.what} in a message is refused: lines must end with CRLF`));
    }
    throw error;
  } finally {
    await stopKeepingAlive();
    await spool.discard();
  }

  /** The next hop forgets the recipients it took. */
  async function dropped(reply: Reply): Promise<Reply> {
    await stopKeepingAlive();
    try {
      if (isPositive(await hop.command("RSET"))) return reply;
    } catch (error) {
      if (!(error instanceof NextHopError)) throw error;
    }
    throw new EndOfSession(reply);
  }

  async function judged(message: Uint8Array | SpilledMessage): Promise<Reply> {
    const { from, to, isUtf8, queueId } = transaction;
    const start = process.hrtime.bigint();
    const leaving = new AbortController();
    let stopWatching: () => void = () => undefined;
    const left = new Promise<never>((_, reject) => {
      stopWatching = wire.onGone(() => {
        leaving.abort();
        reject(new ClientLeft());
      });
    });
    left.catch(() => undefined);
    try {
      const asked = context.judge.judge({ envelope: { from, to }, message, isUtf8, ...(queueId !== undefined && { queueId }) }, { signal: leaving.signal });
      // A judge that does not heed the signal is not waited for.
      const judgement = await Promise.race([asked, left]);
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      metrics.observe("leaklint_message_seconds", { door: "smtp" }, seconds);
      if (leaving.signal.aborted) throw new ClientLeft();
      metrics.add("leaklint_messages_total", { door: "smtp", outcome: judgement.outcome.kind });
      await stopKeepingAlive();
      const reply = await act(judgement.outcome, leaving.signal);
      const { reference, outcome } = judgement;
      context.log.info({ door: "smtp", reference, outcome: outcome.kind, reply: reply.code, recipients: to.length, bytes: spool.bytes, seconds }, "answered");
      return reply;
    } finally {
      stopWatching();
    }
  }

  async function act(outcome: Outcome, left: AbortSignal): Promise<Reply> {
    try {
      switch (outcome.kind) {
        case "pass":
          return await handOver(spool.read(), left);
        case "warn":
          return await handOver(await editedMessage(() => spool.read(), [outcome.header]), left);
        case "rewrite":
          return await handOver(await editedMessage(() => spool.read(), [outcome.header], outcome.edits), left);
        case "hold":
          return await hold(outcome, left);
        case "block":
        case "tempfail": {
          const { code, status, text } = outcome.reply;
          return await dropped(ownReply(code, status, text, transaction.isUtf8));
        }
      }
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
      context.log.error({ door: "smtp", problem: error.message }, "message not edited");
      return await dropped(TRY_AGAIN);
    }
  }

  async function hold({ header, reason }: Outcome & { kind: "hold" }, left: AbortSignal): Promise<Reply> {
    const { hold: action } = options;
    if (action === "refuse") return await dropped(ownReply(550, "5.7.1", reason.replace(/^Held:/u, "Not sent:"), transaction.isUtf8));
    if (action === "defer") return await dropped(ownReply(451, "4.7.1", reason, transaction.isUtf8));
    if (action === "forward") return await handOver(await editedMessage(() => spool.read(), [header]), left);
    // The recipients the next hop took must be gone before it is told another.
    for (const line of ["RSET", transaction.mailLine, `RCPT TO:<${Buffer.from(action.quarantine).toString("latin1")}>`]) {
      if (isPositive(await hop.command(line))) continue;
      context.log.error({ door: "smtp" }, "the next hop does not take the quarantine's address");
      return await dropped(TRY_AGAIN);
    }
    // Whoever releases it must know whom it was for: that stands nowhere else.
    const envelope = [
      { name: "X-Leaklint-Envelope-From", value: `<${transaction.from}>` },
      { name: "X-Leaklint-Envelope-To", value: transaction.to.map((address) => `<${address}>`).join(",\r\n ") },
    ];
    return await handOver(await editedMessage(() => spool.read(), [header, ...envelope]), left);
  }

  async function handOver(pieces: AsyncIterable<Uint8Array>, left: AbortSignal): Promise<Reply> {
    const start = await hop.command("DATA", options.timeouts.dataStart);
    if (isNegative(start)) return start.code === 421 ? start : await dropped(start);
    if (start.code !== 354) throw new NextHopError("answers DATA with something else than 354");
    const { reply, isEarly } = await hop.message(whileThere(pieces, left));
    if (!isPositive(reply) && !isNegative(reply)) throw new NextHopError("answers the end of data with something else than success or failure");
    if (isEarly) throw new EndOfSession(reply);
    return reply;
  }
}

async function* whileThere(pieces: AsyncIterable<Uint8Array>, left: AbortSignal): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) {
    if (left.aborted) throw new ClientLeft();
    yield piece;
  }
  if (left.aborted) throw new ClientLeft();
}

/** Everything up to the end of data, also where it is not kept: only behind the end does the client read what it is told. */
async function receive(wire: Wire, spool: Spool, { options }: SessionContext): Promise<Uint8Array | SpilledMessage | "oversize" | "lost"> {
  const { timeouts, maxMessageBytes } = options;
  const deadline = Date.now() + timeouts.dataTotal;
  const reader = createDataReader();
  let trouble: "oversize" | "lost" | undefined;
  const attempt = async <T>(task: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof SpoolError)) throw error;
      trouble ??= "lost";
      await spool.discard();
      return undefined;
    }
  };
  for (;;) {
    const left = deadline - Date.now();
    if (left <= 0) throw new WireError("timeout");
    const chunk = await wire.read(Math.min(timeouts.dataBlock, left));
    if (chunk === undefined) throw new ClientLeft();
    const piece = reader.push(chunk);
    if (piece.kind === "bare") throw new BareCharacter(piece.what);
    if (trouble === undefined && spool.bytes + piece.bytes.length > maxMessageBytes) {
      trouble = "oversize";
      await spool.discard();
    }
    if (trouble === undefined && piece.bytes.length > 0) await attempt(() => spool.write(piece.bytes));
    if (piece.kind === "more") continue;
    wire.unread(piece.rest);
    return (trouble === undefined ? await attempt(() => spool.finish()) : undefined) ?? trouble ?? "lost";
  }
}

/** Says NOOP to the next hop now and then. Returns how to stop; the answers have then all come. */
function keepAlive(hop: NextHop, intervalMs: number): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    // A loss is found, and told, by the next command that matters.
    last = Promise.all([last, hop.command("NOOP").catch(() => undefined)]);
  }, intervalMs);
  return async () => {
    clearInterval(timer);
    await last;
  };
}
