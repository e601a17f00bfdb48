/** `leaklint serve`: the mail gateway. It runs until it is told to end, and writes structured logs to standard output. */
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Config } from "../../config.js";
import { UsageError } from "../../errors.js";
import { checkGatewayConfig, type Gateway, type LoadedConfig, openGateway } from "../../gateway/gateway.js";
import { createLog, type Log, type LogLevel } from "../../gateway/log.js";
import { problemOf } from "../../gateway/problem.js";
import { findConfig, loadConfig } from "../config-file.js";
import { COMMAND_WORDS, EXIT } from "../interface.js";
import type { Command } from "./index.js";

const LEVELS: readonly LogLevel[] = ["debug", "info", "warn", "error"];

export const serve: Command = async (words) => {
  const { config: file, milter, "log-level": level = "info", check } = parse(words);
  if (!isLevel(level)) throw new UsageError(`--log-level must be one of ${LEVELS.join(", ")}`);
  const load = async (): Promise<LoadedConfig> => {
    const path = file === undefined ? await findConfig(process.cwd()) : resolve(file);
    const config: Config = path === undefined ? {} : await loadConfig(process.cwd(), path, { fresh: true });
    return { config: milter === undefined ? config : { ...config, gateway: { ...config.gateway, milter } }, ...(path !== undefined && { path }) };
  };
  const log = createLog(level);
  if (check === true) {
    await checkGatewayConfig(await load(), log);
    return EXIT.clean;
  }
  exitOnBugs(log);
  const gateway = await openGateway(load, log);
  log.info({ addresses: gateway.addresses }, "ready");
  tellSystemd("--ready", log);
  return untilStopped(gateway, log);
};

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: COMMAND_WORDS.serve.options, allowPositionals: false }).values;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))) throw error;
    throw new UsageError("leaklint serve takes --config FILE, --milter ADDRESS, --log-level LEVEL and --check; see leaklint --help");
  }
}

const isLevel = (word: string): word is LogLevel => (LEVELS as readonly string[]).includes(word);

/** @returns the exit status, when all is put away */
function untilStopped(gateway: Gateway, log: Log): Promise<number> {
  return new Promise((done) => {
    let isStopping = false;
    let reloading: Promise<unknown> = Promise.resolve();
    const stop = (signal: NodeJS.Signals): void => {
      if (isStopping) {
        log.warn({ signal }, "told twice to stop: what is under way is dropped, and its senders will try again");
        process.exit(EXIT.clean);
      }
      isStopping = true;
      log.info({ signal }, "stopping: what is under way is finished");
      tellSystemd("--stopping", log);
      reloading
        .then(() => gateway.close())
        .then(() => {
          log.info({}, "stopped");
          done(EXIT.clean);
        })
        .catch((error: unknown) => {
          log.error({ problem: problemOf(error) }, "stopping failed");
          done(EXIT.failed);
        });
    };
    process.on("SIGTERM", stop).on("SIGINT", stop);
    // One after another: a reload that is asked for while one is under way begins behind it.
    process.on("SIGHUP", () => {
      if (!isStopping) reloading = reloading.then(() => gateway.reload());
    });
  });
}

/** Node would print the error's message, which may quote what was being read. A supervisor starts us again; until then senders try again. */
function exitOnBugs(log: Log): void {
  const die = (error: unknown): void => {
    const frames = error instanceof Error ? (error.stack?.split("\n").filter((line) => line.startsWith("    at ")).slice(0, 5).map((line) => line.trim()) ?? []) : [];
    log.error({ problem: problemOf(error), frames }, "leaklint failed; this is a bug, please report it");
    process.exit(EXIT.failed);
  };
  process.on("uncaughtException", die).on("unhandledRejection", die);
}

/** Type=notify: what is to start after us starts when we listen. */
function tellSystemd(word: "--ready" | "--stopping", log: Log): void {
  if (process.env["NOTIFY_SOCKET"] === undefined) return;
  execFile("systemd-notify", [word], (error) => {
    if (error !== null) log.warn({ problem: problemOf(error) }, "systemd could not be told");
  });
}
