/**
 * Threads that scan, each with a linter of its own, one message at a time. A rule that never ends keeps its thread busy without one turn
 * of the event loop: such a thread is ended and another one started, and everybody else's messages go on.
 */
import type { Worker } from "node:worker_threads";
import { ConfigError } from "../errors.js";
import { startThread } from "../thread.js";
import { messageMemory } from "./message-memory.js";
import type { Decision, Job, Order, ThreadConfig, ThreadReply } from "./messages.js";
import { problemOf } from "./problem.js";
import type { JudgeState, Trouble } from "./transaction.js";

export interface PoolLimits {
  readonly workers: number;
  readonly workerMiB: number;
  readonly processMiB: number;
  readonly waiting: number;
  readonly waitMs: number;
  readonly timeMs: number;
}

/** Why there is no decision. */
export class NotDecided extends Error {
  override readonly name = "NotDecided";
  constructor(
    readonly trouble: Trouble,
    message: string,
  ) {
    super(message);
  }
}

export interface Pool {
  /** Takes the message: memory that is all its own goes to the thread, and is empty here afterwards. @throws NotDecided, and nothing else */
  run(job: Job, signal?: AbortSignal): Promise<Decision>;
  state(): JudgeState;
  /** Refuses what waits, gives what is at work `graceMs`, and ends all threads. */
  close(graceMs: number): Promise<void>;
}

interface Ticket {
  readonly id: number;
  readonly job: Job;
  readonly settle: (result: Decision | NotDecided) => void;
  timer: NodeJS.Timeout;
}

interface Seat {
  worker: Worker;
  state: "starting" | "free" | "busy" | "gone";
  ticket?: Ticket;
  since: number;
}

/** Told of what an administrator must know. */
export type Notice = (event: "thread-ended" | "thread-refused", detail: string) => void;

const MIB = 2 ** 20;
const WATCH_MS = 500;
const LONGEST_START_MS = 120_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

/** @throws ConfigError where the threads refuse the config */
export async function openPool(config: ThreadConfig, limits: PoolLimits, notice: Notice): Promise<Pool> {
  const seats = new Set<Seat>();
  const queue: Ticket[] = [];
  let nextId = 1;
  let ended = 0;
  let closing = false;
  let retryMs = FIRST_RETRY_MS;
  const retries = new Set<NodeJS.Timeout>();
  let whenIdle: (() => void) | undefined;

  /** Resolves when the thread can scan. @throws ConfigError or NotDecided */
  function seat(): Promise<void> {
    const worker = startThread(import.meta.url, "worker.ts", "gateway-worker.js", {
      workerData: config,
      execArgv: [],
      // What a parser or somebody's detector prints may quote a message.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.workerMiB, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    });
    worker.stdout.resume();
    worker.stderr.resume();
    const one: Seat = { worker, state: "starting", since: 0 };
    seats.add(one);
    return new Promise((resolve, reject) => {
      // A config that never ends, say.
      const startTimer = setTimeout(() => { void worker.terminate(); }, LONGEST_START_MS).unref();
      const gone = (problem: string): void => {
        clearTimeout(startTimer);
        if (one.state === "gone") return;
        const wasStarting = one.state === "starting";
        leave(one, new NotDecided("failed", problem));
        reject(new NotDecided("failed", problem));
        if (wasStarting) return;
        notice("thread-ended", problem);
        replace();
      };
      worker.on("message", (reply: ThreadReply) => {
        clearTimeout(startTimer);
        if (reply.kind === "ready") {
          one.state = "free";
          retryMs = FIRST_RETRY_MS;
          resolve();
          next(one);
        } else if (reply.kind === "refused") {
          leave(one);
          reject(new ConfigError(reply.message));
          void worker.terminate();
        } else finish(one, reply);
      });
      worker.on("error", (error: unknown) => {
        gone(problemOf(error));
      });
      worker.on("exit", () => {
        gone("the thread ended by itself");
      });
    });
  }

  function leave(one: Seat, problem?: NotDecided): void {
    one.state = "gone";
    seats.delete(one);
    const { ticket } = one;
    delete one.ticket;
    if (ticket !== undefined) settle(ticket, problem ?? new NotDecided("failed", "the thread ended"));
    tellIdle();
  }

  function tellIdle(): void {
    if (queue.length === 0 && [...seats].every(({ state }) => state !== "busy")) whenIdle?.();
  }

  function replace(): void {
    if (closing) return;
    seat().catch((error: unknown) => {
      if (closing) return;
      notice("thread-refused", error instanceof ConfigError || error instanceof NotDecided ? error.message : problemOf(error));
      const timer = setTimeout(() => {
        retries.delete(timer);
        replace();
      }, retryMs).unref();
      retries.add(timer);
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    });
  }

  function end(one: Seat, trouble: NotDecided): void {
    ended++;
    leave(one, trouble);
    notice("thread-ended", trouble.message);
    void one.worker.terminate();
    replace();
  }

  function next(one: Seat): void {
    const ticket = queue.shift();
    if (ticket !== undefined) give(one, ticket);
    else tellIdle();
  }

  function give(one: Seat, ticket: Ticket): void {
    clearTimeout(ticket.timer);
    one.state = "busy";
    one.ticket = ticket;
    one.since = performance.now();
    ticket.timer = setTimeout(() => {
      end(one, new NotDecided("slow", `a scan took longer than ${limits.timeMs} ms`));
    }, limits.timeMs);
    const { message } = ticket.job;
    const order: Order = { kind: "scan", id: ticket.id, job: ticket.job };
    one.worker.postMessage(order, typeof message === "string" ? [] : [message.buffer as ArrayBuffer]); // its own: see `run`
  }

  function finish(one: Seat, reply: Extract<ThreadReply, { id: number }>): void {
    const { ticket } = one;
    if (reply.kind === "decided" && reply.memory !== undefined) messageMemory.giveBack(reply.memory);
    if (ticket?.id !== reply.id) return;
    delete one.ticket;
    one.state = "free";
    settle(ticket, reply.kind === "decided" ? reply.decision : new NotDecided("failed", reply.problem));
    next(one);
  }

  function settle(ticket: Ticket, result: Decision | NotDecided): void {
    clearTimeout(ticket.timer);
    ticket.settle(result);
  }

  // What a scan decodes lies outside V8's heap, where no limit of a thread's own reaches it.
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() <= limits.processMiB * MIB) return;
    const [longest] = [...seats].filter(({ state }) => state === "busy").sort((a, b) => a.since - b.since);
    if (longest !== undefined) end(longest, new NotDecided("slow", `leaklint took more than ${limits.processMiB} MiB of memory`));
  }, WATCH_MS).unref();

  try {
    await Promise.all(Array.from({ length: limits.workers }, seat));
  } catch (error) {
    closing = true;
    clearInterval(watch);
    await Promise.all([...seats].map(({ worker }) => worker.terminate()));
    throw error;
  }

  return {
    run(job, signal) {
      return new Promise((resolve, reject) => {
        const id = nextId++;
        const onAbort = (): void => {
          const at = queue.findIndex((one) => one.id === id);
          if (at >= 0) settle(queue.splice(at, 1)[0], new NotDecided("cancelled", "nobody waits for it any more"));
          else for (const { ticket, worker } of seats) if (ticket?.id === id) worker.postMessage({ kind: "abort", id } satisfies Order);
        };
        const ticket: Ticket = {
          id,
          job: typeof job.message === "string" ? job : { ...job, message: messageMemory.owns(job.message) ? job.message : new Uint8Array(job.message) },
          settle(result) {
            signal?.removeEventListener("abort", onAbort);
            if (result instanceof NotDecided) reject(signal?.aborted === true ? new NotDecided("cancelled", "nobody waits for it any more") : result);
            else resolve(result);
          },
          timer: setTimeout(() => {
            const at = queue.indexOf(ticket);
            if (at >= 0) queue.splice(at, 1);
            settle(ticket, new NotDecided("busy", `no thread was free for ${limits.waitMs} ms`));
          }, limits.waitMs),
        };
        const free = [...seats].find(({ state }) => state === "free");
        if (closing) settle(ticket, new NotDecided("stopping", "leaklint is being stopped"));
        else if (signal?.aborted === true) settle(ticket, new NotDecided("cancelled", "nobody waits for it any more"));
        else if (free === undefined && queue.length >= limits.waiting) settle(ticket, new NotDecided("busy", `more than ${limits.waiting} messages wait`));
        else {
          signal?.addEventListener("abort", onAbort);
          if (free === undefined) queue.push(ticket);
          else give(free, ticket);
        }
      });
    },
    state() {
      const count = (state: Seat["state"]): number => [...seats].filter((one) => one.state === state).length;
      return { workers: limits.workers, ready: count("free") + count("busy"), busy: count("busy"), waiting: queue.length, ended };
    },
    async close(graceMs) {
      closing = true;
      clearInterval(watch);
      for (const timer of retries) clearTimeout(timer);
      if (queue.length > 0 || [...seats].some(({ state }) => state === "busy")) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, graceMs);
          whenIdle = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      for (const ticket of queue.splice(0)) settle(ticket, new NotDecided("stopping", "leaklint is being stopped"));
      await Promise.all(
        [...seats].map((one) => {
          leave(one, new NotDecided("stopping", "leaklint is being stopped"));
          return one.worker.terminate();
        }),
      );
    },
  };
}
