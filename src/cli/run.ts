/** One run of the command line: the only place that writes to the terminal and decides the exit status. */
import { writeFile } from "node:fs/promises";
import type { Config } from "../config.js";
import type { Language, Report, Reporter } from "../contract.js";
import { ConfigError, UsageError } from "../errors.js";
import { createLinter, type Linter } from "../linter.js";
import { isAtLeast } from "../policy.js";
import { VERSION } from "../version.js";
import { type Arguments, type Format, parseArguments } from "./arguments.js";
import { COMMANDS } from "./commands/index.js";
import { loadConfig } from "./config-file.js";
import { explain, explainFinding } from "./explain.js";
import { HELP } from "./help.js";
import { readMessage } from "./message.js";
import { startProgress } from "./progress.js";

/** Loaded when they are asked for: only one of them ever is. */
const REPORTERS: Readonly<Record<Format, () => Promise<Reporter>>> = {
  pretty: async () => (await import("../reporters/pretty.js")).prettyReporter,
  json: async () => (await import("../reporters/json.js")).jsonReporter,
};

/** The exit statuses that other programs rely on. */
export const EXIT = { clean: 0, found: 1, failed: 2, unread: 3 } as const;

/** @returns the exit status; never throws */
export async function run(words: readonly string[]): Promise<number> {
  try {
    if (words.length > 0 && Object.hasOwn(COMMANDS, words[0])) return await (await COMMANDS[words[0]]())(words.slice(1));
    const given = parseArguments(words);
    if (given.command === "version") return print(`${VERSION}\n`);
    if (given.command === "help") return print(HELP);
    const config = merge(await loadConfig(process.cwd(), given.config), given);
    const lang = config.lang ?? languageOf(process.env);
    const linter = createLinter(config);
    if (given.command === "explain" && given.finding === undefined) return print(await explain(given.operands[0], linter.messages, lang));
    const reports = await collect(linter, given);
    if (given.finding !== undefined) return print(explainFinding(given.finding, reports, linter.messages, lang));
    const toFile = given.output !== undefined;
    const text = (await REPORTERS[given.format]())(reports, {
      lang,
      color: !toFile && wantsColor(process.env, process.stdout.isTTY),
      width: toFile ? Infinity : (process.stdout.columns ?? Infinity),
      messages: linter.messages,
    });
    if (given.output !== undefined) await writeFile(given.output, text);
    else print(text);
    return exitStatus(reports, linter, config);
  } catch (error) {
    process.stderr.write(`leaklint: ${describe(error)}\n`);
    return EXIT.failed;
  }
}

function merge(config: Config, given: Arguments): Config {
  return {
    ...config,
    ...(given.profile !== undefined && { profile: given.profile }),
    ...(given.lang !== undefined && { lang: given.lang }),
    ...(given.failOn !== undefined && { failOn: given.failOn }),
    ...(given.failOnUnscanned !== undefined && { failOnUnscanned: given.failOnUnscanned }),
  };
}

async function collect(linter: Linter, given: Arguments): Promise<Report[]> {
  const progress = startProgress(process.stderr);
  try {
    if (given.command === "mail") return [await linter.scanMail(...(await readMessage(given, linter.limits)))];
    const reports: Report[] = [];
    for await (const report of reportsOf(linter, given)) {
      reports.push(report);
      progress.update(reports.length, report.result.path);
    }
    return reports;
  } finally {
    progress.stop();
  }
}

/** Each command's source: what it scans. */
function reportsOf(linter: Linter, given: Arguments): AsyncIterable<Report> {
  return linter.scanEach(given.operands);
}

/** 1 wins over 3: a leak that was found is not made smaller by what was not read. */
export function exitStatus(reports: readonly Report[], linter: Pick<Linter, "profileOf">, { failOn = "hold", failOnUnscanned }: Config): number {
  if (reports.some(({ verdict }) => isAtLeast(verdict.level, failOn))) return EXIT.found;
  const matters = ({ result }: Report): boolean => failOnUnscanned ?? linter.profileOf(result.path, result.format) !== "repo";
  return reports.some((report) => report.result.unscanned.some(({ accepted }) => accepted !== true) && matters(report)) ? EXIT.unread : EXIT.clean;
}

function print(text: string): number {
  process.stdout.write(text);
  return EXIT.clean;
}

/** The locale's language, as POSIX orders its variables. */
function languageOf(env: NodeJS.ProcessEnv): Language {
  const locale = env["LC_ALL"] ?? env["LC_MESSAGES"] ?? env["LANG"] ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.startsWith("ja") ? "ja" : "en";
}

/** https://no-color.org and its counterpart FORCE_COLOR. */
function wantsColor(env: NodeJS.ProcessEnv, isTerminal: boolean | undefined): boolean {
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  if (env["FORCE_COLOR"] !== undefined && env["FORCE_COLOR"] !== "" && env["FORCE_COLOR"] !== "0") return true;
  return isTerminal === true;
}

/** A bug's own message may quote what was being read: only its kind and place are shown. */
function describe(error: unknown): string {
  if (error instanceof UsageError || error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return "failed with something that is not an error";
  if ("syscall" in error && "code" in error) return `the system refused ${String(error.syscall)} (${String(error.code)})`;
  const frames = error.stack?.split("\n").filter((line) => line.startsWith("    at ")).slice(0, 3).join("\n") ?? "";
  return `failed with ${error.name}; this is a bug, please report it\n${frames}`;
}

