/** The thread that scans: one message after another through a linter of its own. An entry point: it has effects when loaded. */
import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { loadConfig } from "../cli/config-file.js";
import type { Config } from "../config.js";
import { ConfigError } from "../errors.js";
import { createLinter, type Linter } from "../linter.js";
import { DEFAULT_ACTIONS } from "../gateway-config.js";
import { decide, type DecisionRules } from "./decide.js";
import type { Job, Order, ThreadConfig, ThreadReply } from "./messages.js";
import { problemOf } from "./problem.js";

if (parentPort === null) throw new Error("gateway/worker.ts is not in a thread");
const port = parentPort;
const say = (reply: ThreadReply): void => {
  port.postMessage(reply);
};

/** What mail programs write, so that parsers, dictionaries and models are loaded, and compiled, before the first message waits for them. */
const WARM_UP = [
  "From: a@warm.example", "To: b@warm.example", "Subject: =?UTF-8?B?44GK55+l44KJ44Gb?=", "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"', "",
  "--b", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", "お世話になっております。次回の打ち合わせは金曜日です。 See you on Friday.",
  "--b", "Content-Type: text/html; charset=utf-8", "", "<p>お知らせ</p>", "--b--", "",
].join("\r\n");
const WARM_UP_ROUNDS = 20;

async function prepare(given: ThreadConfig): Promise<{ linter: Linter; rules: DecisionRules }> {
  const config: Config = "config" in given ? given.config : { fingerprintKey: given.fingerprintKey, ...(await loadConfig("/", given.path)) };
  const linter = createLinter(config);
  for (let i = 0; i < WARM_UP_ROUNDS; i++) await linter.scanMail(WARM_UP);
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
    say({ kind: "decided", id, decision: await decide({ ...job, bytes }, report, rules, rescan) });
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
