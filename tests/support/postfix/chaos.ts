/** Clients that do not give up, and somebody who kills processes at random: what is left when all is quiet again is counted. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { endOfData, NoReply, openSmtp, type SmtpSession } from "./client.js";
import { blockedLetter, heldLetter, letter, type Letter, messageIdOf, RECIPIENT, SENDER } from "./messages.js";
import { type Postfix, until } from "./postfix.js";
import type { Serve } from "./serve.js";
import type { Sink } from "./sink.js";

export interface Chaos {
  readonly messages: number;
  readonly seed: number;
  /** Where clients send to. */
  readonly port: number;
  readonly postfix: Postfix;
  readonly sink: Sink;
  readonly serve: Serve;
  /** Postfix's daemons that are killed, besides leaklint. */
  readonly daemons: readonly string[];
  readonly clients?: number;
}

export interface Outcome {
  readonly kills: Readonly<Record<string, number>>;
  /** Sendings that were not taken at once and were tried again. */
  readonly retries: number;
  readonly taken: number;
  readonly refused: number;
  readonly delivered: number;
  readonly held: number;
  /** The client was told 250, and the message is nowhere. */
  readonly lost: readonly string[];
  /** Messages to be blocked or held that arrived at the next hop. */
  readonly leaked: readonly string[];
  /** Copies beyond the first, delivered or on hold. */
  readonly copies: number;
  /** Of these, such as no sender of mail can avoid: the client never saw the reply to its message and sent it again. */
  readonly unanswered: number;
  /** One file of Postfix's queue, delivered more than once: the process that delivered was killed before it could mark the message as delivered. */
  readonly redelivered: number;
}

type Kind = "clean" | "blocked" | "held";
interface Sent extends Letter {
  readonly kind: Kind;
  verdict?: "taken" | "refused";
  /** Ends of data to which no reply came, or one that says that Postfix itself broke off: the message may have been taken. */
  unknown: number;
}

const TRY_AGAIN_MS = 40;
const GIVE_UP_MS = 150_000;

/** Of the same numbers for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @throws Error where messages could not be settled in time */
export async function chaos({ messages, seed, port, postfix, sink, serve, daemons, clients = 8 }: Chaos): Promise<Outcome> {
  const letters: Sent[] = Array.from({ length: messages }, (_, i) => {
    const kind: Kind = i % 2 === 0 ? "clean" : i % 4 === 1 ? "blocked" : "held";
    return { kind, unknown: 0, ...(kind === "clean" ? letter() : kind === "blocked" ? blockedLetter(i) : heldLetter(i % 80)) };
  });
  const waiting = [...letters];
  const state = { retries: 0, settled: 0, over: false };
  const deadline = Date.now() + GIVE_UP_MS;
  const kills: Record<string, number> = {};

  const client = async (): Promise<void> => {
    let session: SmtpSession | undefined;
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      while (one.verdict === undefined) {
        if (Date.now() > deadline) throw new Error(`${state.settled} of ${messages} messages settled in time, ${state.retries} retries, kills: ${JSON.stringify(kills)}`);
        session = await attempt(one, session, port);
        if (one.verdict !== undefined) {
          state.settled++;
          break;
        }
        state.retries++;
        await sleep(TRY_AGAIN_MS);
      }
    }
    session?.close();
  };
  const killer = kill(random(seed), { serve, postfix, daemons, kills, settled: () => (state.over ? Infinity : state.settled) });
  try {
    await Promise.all(Array.from({ length: clients }, client));
  } finally {
    state.over = true;
    await killer;
  }
  // What is on its way arrives; what waits for a retry is tried at once, until only held messages are left.
  for (let i = 0; i < 200 && postfix.queue().some(({ queue_name: name }) => name !== "hold"); i++) {
    postfix.run("postqueue", ["-f"]);
    await sleep(100);
  }
  await until(() => postfix.queue().every(({ queue_name: name }) => name === "hold"), "messages stay in the queue");
  return count(letters, sink, held(postfix), kills, state.retries);
}

const sleep = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One try. @returns the session if it can be used again */
async function attempt(one: Sent, open: SmtpSession | undefined, port: number): Promise<SmtpSession | undefined> {
  let session = open;
  let ended = false;
  try {
    session ??= await openSmtp(port, { replyWithinMs: 30_000 });
    for (const line of [`MAIL FROM:<${SENDER}>`, `RCPT TO:<${RECIPIENT}>`, "DATA"]) {
      if ((await session.command(line)).code < 400) continue;
      session.close();
      return undefined;
    }
    session.write(endOfData(one.message));
    ended = true;
    const reply = await session.reply();
    if (reply.code === 250) one.verdict = "taken";
    else if (reply.code >= 500) one.verdict = "refused";
    else {
      // A filter's verdict, or that there is none, is a last word. Any other 4xx here says that a server died, before or after it had put the
      // message into the queue.
      if (!/^4\.7\.1 Service unavailable|code LL-/u.test(reply.text)) one.unknown++;
      session.close();
      return undefined;
    }
    return session;
  } catch (error) {
    if (!(error instanceof NoReply) && !(error instanceof Error && "code" in error)) throw error;
    if (ended) one.unknown++;
    session?.close();
    return undefined;
  }
}

interface Victims {
  readonly serve: Serve;
  readonly postfix: Postfix;
  readonly daemons: readonly string[];
  readonly kills: Record<string, number>;
  /** Messages so far; Infinity when all are. */
  readonly settled: () => number;
}

/** Between two kills, on average: counted in messages, a slow machine sees as many as a fast one. */
const MESSAGES_A_KILL = 35;

/** leaklint is started again at once, as a supervisor does; Postfix's master does that for its daemons. */
async function kill(next: () => number, { serve, postfix, daemons, kills, settled }: Victims): Promise<void> {
  const victims = ["leaklint", ...daemons];
  for (let at = 0; ; ) {
    at += 1 + Math.floor(next() * 2 * MESSAGES_A_KILL);
    while (settled() < at) await sleep(3);
    if (settled() === Infinity) return;
    await sleep(next() * 10);
    const victim = victims[Math.floor(next() * victims.length)];
    if (victim === "leaklint") {
      await serve.kill();
      await sleep(next() * 200);
      await serve.start();
    } else {
      const ids = postfix.processes(victim);
      if (ids.length === 0) continue;
      await killFromOutside(ids[Math.floor(next() * ids.length)], next() * 0.02);
    }
    kills[victim] = (kills[victim] ?? 0) + 1;
  }
}

/**
 * By another process: our own event loop, in which the sink has just answered when a timer fires, would strike at the same moment each time.
 * @param after seconds
 */
async function killFromOutside(id: number, after: number): Promise<void> {
  await new Promise((resolve) => {
    spawn("sh", ["-c", `sleep ${after.toFixed(4)}; kill -KILL ${id}`], { stdio: "ignore" }).once("exit", resolve);
  });
}

/** One time that a message was put into the queue, delivered from there or still on hold. */
interface Copy {
  /** Message-ID. */
  readonly id: string;
  /** Postfix's own name for it, never used twice here (`enable_long_queue_ids`). */
  readonly queueId: string;
}

/** In the hold queue, one for each file. */
function held(postfix: Postfix): Copy[] {
  const folder = join(postfix.queueFolder, "hold");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      // A queue file holds lines as records; a field that fits one stands there as it is.
      const [, id = ""] = /Message-ID: (<[^>]*>)/u.exec(readFileSync(join(entry.parentPath, entry.name), "latin1")) ?? [];
      return { id, queueId: entry.name };
    });
}

/** @throws Error where Postfix's own Received field names no queue id */
function copyOf(message: Buffer): Copy {
  const [, queueId] = /^Received:[^\n]*(?:\n[ \t][^\n]*)*?\(Postfix[^)]*\) with \w+ id (\w+)/mu.exec(message.toString("latin1")) ?? [];
  if (queueId === undefined) throw new Error("a delivered message without Postfix's queue id");
  return { id: messageIdOf(message), queueId };
}

function count(letters: readonly Sent[], sink: Sink, onHold: readonly Copy[], kills: Outcome["kills"], retries: number): Outcome {
  const deliveries = sink.deliveries.map(({ message }) => copyOf(message));
  const delivered = new Set(deliveries.map(({ id }) => id));
  const times = new Map<string, number>();
  const queued = new Map<string, Set<string>>();
  for (const { id, queueId } of [...deliveries, ...onHold]) {
    times.set(id, (times.get(id) ?? 0) + 1);
    queued.set(id, (queued.get(id) ?? new Set()).add(queueId));
  }
  const taken = letters.filter(({ verdict }) => verdict === "taken");
  let extra = 0;
  let byClient = 0;
  let byPostfix = 0;
  for (const { id, unknown } of letters) {
    const all = times.get(id) ?? 0;
    const distinct = queued.get(id)?.size ?? 0;
    extra += Math.max(0, all - 1);
    byPostfix += all - distinct;
    byClient += Math.min(Math.max(0, distinct - 1), unknown);
  }
  return {
    kills, retries,
    taken: taken.length,
    refused: letters.filter(({ verdict }) => verdict === "refused").length,
    delivered: delivered.size,
    held: new Set(onHold.map(({ id }) => id)).size,
    lost: taken.filter(({ id }) => !times.has(id)).map(({ id, kind }) => `${kind} ${id}`),
    leaked: letters.filter(({ kind, id }) => kind !== "clean" && delivered.has(id)).map(({ id, kind }) => `${kind} ${id}`),
    copies: extra,
    unanswered: byClient,
    redelivered: byPostfix,
  };
}
