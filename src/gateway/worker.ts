/** The thread that scans: one message after another through a linter of its own. An entry point: it has effects when loaded. */
import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { loadConfig } from "../cli/config-file.js";
import type { Config } from "../config.js";
import { ConfigError } from "../errors.js";
import { createLinter, type Linter } from "../linter.js";
import { DEFAULT_ACTIONS } from "../gateway-config.js";
import { decide, type DecisionRules } from "./decide.js";
import { REUSED_BYTES } from "./message-memory.js";
import type { Job, Order, ThreadConfig, ThreadReply } from "./messages.js";
import { problemOf } from "./problem.js";
import { warmUp } from "./warm-up.js";

if (parentPort === null) throw new Error("gateway/worker.ts is not in a thread");
const port = parentPort;
const say = (reply: ThreadReply, given: readonly ArrayBuffer[] = []): void => {
  port.postMessage(reply, given);
};

async function prepare(given: ThreadConfig): Promise<{ linter: Linter; rules: DecisionRules }> {
  const config: Config = "config" in given ? given.config : { fingerprintKey: given.fingerprintKey, ...(await loadConfig("/", given.path)) };
  const linter = createLinter(config);
  await warmUp(linter);
  const { actions, replyLanguage = "sender" } = config.gateway ?? {};
  return { linter, rules: { actions: { ...DEFAULT_ACTIONS, ...actions }, replyLanguage, messages: linter.messages } };
}

const aborts = new Map<number, AbortController>();

async function scan(id: number, job: Job, linter: Linter, rules: DecisionRules): Promise<void> {
  const abort = new AbortController();
  aborts.set(id, abort);
  try {
    const bytes = typeof job.message === "string" ? await readFile(job.message) : job.message;
    const rescan = async (message: Uint8Array) => linter.scanMail(message, { envelope: job.envelope, signal: abort.signal });
    const report = await rescan(bytes);
    const decision = await decide({ ...job, bytes }, report, rules, rescan);
    // Nothing is read any more: what may still hold a view holds one of nothing from here on.
    const memory = job.message instanceof Uint8Array && job.message.buffer.byteLength >= REUSED_BYTES ? (job.message.buffer as ArrayBuffer) : undefined; // pool.ts transferred it
    if (memory === undefined) say({ kind: "decided", id, decision });
    else say({ kind: "decided", id, decision, memory }, [memory]);
  } catch (error) {
    say({ kind: "failed", id, problem: problemOf(error) });
  } finally {
    aborts.delete(id);
  }
}

try {
  const { linter, rules } = await prepare(workerData as ThreadConfig); // what pool.ts starts this thread with
  port.on("message", (order: Order) => {
    if (order.kind === "abort") aborts.get(order.id)?.abort();
    else void scan(order.id, order.job, linter, rules);
  });
  say({ kind: "ready" });
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  say({ kind: "refused", message: error.message });
}
