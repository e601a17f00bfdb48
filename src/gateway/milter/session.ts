/** One connection of a mail server: any number of SMTP sessions, any number of messages in each. */
import type { Socket } from "node:net";
import type { Log } from "../log.js";
import type { Metrics } from "../metrics.js";
import { problemOf } from "../problem.js";
import { type Judge, judgedOf, type Judgement, type Transaction } from "../transaction.js";
import { type Agreement, answersTo, reply } from "./answers.js";
import { createMessage, type IncomingMessage, type MessageLimits } from "./message.js";
import { createDecoder, MAX_PACKET_BYTES, type Packet, packet, ProtocolError, strings, uint32 } from "./packets.js";
import { COMMAND, OLDEST_VERSION, REPLY, SILENT_STEP, STEP, VERSION, WANTED_ACTIONS, wantedSteps } from "./protocol.js";

export interface SessionOptions {
  readonly judge: Judge;
  readonly limits: MessageLimits;
  readonly idleMs: number;
  readonly isTcp: boolean;
  readonly log: Log;
  readonly metrics?: Metrics;
}

export interface Session {
  /** A message has begun and has no answer yet. */
  readonly isBusy: boolean;
  /** Ends at once, or when the message under way has its answer. */
  end(): void;
}

/** @param onClose called once, when all is put away */
export function startSession(socket: Socket, { judge, limits, idleMs, isTcp, log, metrics }: SessionOptions, onClose: () => void): Session {
  const decoder = createDecoder();
  let agreement: Agreement | undefined;
  let message: IncomingMessage | undefined;
  let judging: AbortController | undefined;
  let queueId: string | undefined;
  let isWorking = false;
  let isEnding = false;
  let isClosed = false;

  const send = (bytes: Buffer): void => {
    if (!socket.destroyed) socket.write(bytes);
  };
  async function drop(): Promise<void> {
    const dropped = message;
    message = undefined;
    queueId = undefined;
    await dropped?.discard();
    if (isEnding) socket.end();
  }
  const current = (): IncomingMessage => {
    if (message === undefined) throw new ProtocolError("content without a message");
    return message;
  };

  function negotiate(data: Buffer): void {
    if (data.length < 12) throw new ProtocolError("negotiation without numbers");
    const version = data.readUInt32BE(0);
    if (version < OLDEST_VERSION) throw new ProtocolError(`version ${version} of the protocol`);
    agreement = { actions: data.readUInt32BE(4) & WANTED_ACTIONS, steps: data.readUInt32BE(8) & wantedSteps(isTcp) };
    send(packet(REPLY.negotiate, uint32(Math.min(version, VERSION), agreement.actions, agreement.steps)));
  }

  /** Macros stand before the command they belong to: name, null, value, null, ... Only the queue id is of use. */
  function readMacros(data: Buffer): void {
    const words = strings(data.subarray(1));
    for (let i = 0; i + 1 < words.length; i += 2) if (words[i] === "i" || words[i] === "{i}") queueId = words[i + 1];
  }

  /** A promise where what follows must wait. @throws ProtocolError */
  function take({ command, data, isPart }: Packet): Promise<void> | undefined {
    if (command === COMMAND.negotiate) {
      negotiate(data);
      return undefined;
    }
    if (agreement === undefined) throw new ProtocolError("a command before negotiation");
    const { steps } = agreement;
    switch (command) {
      case COMMAND.macros:
        readMacros(data);
        break;
      case COMMAND.connect:
      case COMMAND.helo:
      case COMMAND.unknown:
      case COMMAND.data:
        break;
      case COMMAND.mail: {
        const unfinished = message;
        message = createMessage(data, limits, metrics);
        if (unfinished !== undefined) return answered(command, unfinished.discard());
        break;
      }
      case COMMAND.recipient:
        current().recipient(data);
        break;
      case COMMAND.header:
        current().header(data, (steps & STEP.leadingSpace) !== 0);
        break;
      case COMMAND.endOfHeader:
        current().endOfHeader();
        break;
      case COMMAND.body:
        current().body(data);
        if (isPart === true) return current().relieve();
        break;
      case COMMAND.endOfMessage:
        current().body(data);
        return decide(current(), agreement);
      case COMMAND.abort:
      case COMMAND.quitNewConnection:
        return drop();
      case COMMAND.quit:
        socket.end();
        return drop();
    }
    answer(command);
    return message?.relieve();
  }
  const answer = (command: Packet["command"]): void => {
    const silent = SILENT_STEP[command];
    if (silent !== undefined && agreement !== undefined && (agreement.steps & silent) === 0) send(packet(REPLY.continue));
  };
  async function answered(command: Packet["command"], work: Promise<void>): Promise<void> {
    await work;
    answer(command);
  }

  async function decide(whole: IncomingMessage, agreed: Agreement): Promise<void> {
    const transaction = await whole.finish(queueId);
    const { bytes } = judgedOf(transaction);
    judging = new AbortController();
    const started = performance.now();
    const judgement = await judge.judge(transaction, { signal: judging.signal, onProgress: () => { send(packet(REPLY.progress)); } });
    const isAborted = judging.signal.aborted;
    judging = undefined;
    count(judgement, bytes, performance.now() - started, isAborted);
    if (!isAborted) send(answersTo(judgement.outcome, agreed) ?? unable(judgement, transaction));
    await drop();
  }
  function unable({ reference, outcome }: Judgement, transaction: Transaction): Buffer {
    log.error({ door: "milter", reference, queueId: transaction.queueId, outcome: outcome.kind }, "the mail server does not let a filter do this: the sender is told to try again");
    return reply({ code: 451, status: "4.7.1", text: `Not sent yet: the mail server cannot ${outcome.kind} it (code ${reference})` });
  }
  function count({ outcome }: Judgement, bytes: number, ms: number, isAborted: boolean): void {
    metrics?.add("leaklint_messages_total", { door: "milter", outcome: isAborted ? "abandoned" : outcome.kind });
    metrics?.observe("leaklint_message_seconds", { door: "milter" }, ms / 1000);
    metrics?.add("leaklint_message_bytes_total", { door: "milter" }, bytes);
  }

  /** Packets one after another; while one is waited for, what comes in stays in the decoder, and is looked at for an end only. */
  async function work(): Promise<void> {
    isWorking = true;
    try {
      for (let next = decoder.next(); next !== undefined && !socket.destroyed; next = decoder.next()) {
        const pending = take(next);
        if (pending !== undefined) {
          await pending;
          socket.resume();
        }
      }
    } finally {
      isWorking = false;
    }
  }
  function fail(error: unknown): void {
    if (!(error instanceof ProtocolError)) log.error({ door: "milter", problem: problemOf(error) }, "a session failed; this is a bug, please report it");
    else log.warn({ door: "milter", problem: error.message }, "a connection that does not speak the milter protocol was closed");
    socket.destroy();
  }

  socket.setTimeout(idleMs, () => {
    if (judging === undefined) socket.destroy();
  });
  socket.on("data", (chunk) => {
    decoder.push(chunk);
    if (!isWorking) work().catch(fail);
    else {
      // A mail server waits for the answer to the end of its message. One that goes on talking has given it up: ABORT, QUIT.
      judging?.abort();
      if (decoder.waiting > MAX_PACKET_BYTES) socket.pause();
    }
  });
  socket.on("error", () => undefined); // "close" follows
  socket.on("close", () => {
    if (isClosed) return;
    isClosed = true;
    judging?.abort();
    void drop().finally(onClose);
  });

  return {
    get isBusy() {
      return message !== undefined;
    },
    end() {
      isEnding = true;
      if (message === undefined) socket.end();
    },
  };
}
