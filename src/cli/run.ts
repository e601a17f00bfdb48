/** One run of the command line: the only place that writes to the terminal and decides the exit status. */
import { statSync } from "node:fs";
import type { Config } from "../config.js";
import type { Report, ReporterOptions } from "../contract.js";
import { ConfigError, UsageError } from "../errors.js";
import { keyTextOf } from "../fingerprint-key.js";
import { createJudge, type Judge } from "../judge.js";
import type { Linter, ScanOptions } from "../linter.js";
import { isAtLeast } from "../policy.js";
import { VERSION } from "../version.js";
import type { Scope } from "./acceptance.js";
import { type Arguments, parseArguments } from "./arguments.js";
import { COMMANDS } from "./commands/index.js";
import { loadConfig } from "./config-file.js";
import { EXIT } from "./interface.js";
import { languageOf } from "./language.js";
import { liveOutput, surviveClosedOutput, writeReports } from "./output.js";
import { startProgress } from "./progress.js";
import { settle } from "./settle.js";

/** @returns the exit status; never throws */
export async function run(words: readonly string[]): Promise<number> {
  let hasOutputFailed = false;
  surviveClosedOutput((code) => {
    hasOutputFailed = true;
    // It may be told when the exit status was already decided.
    process.exitCode = EXIT.failed;
    process.stderr.write(`leaklint: standard output cannot be written to (${code})\n`);
  });
  try {
    if (words.length > 0 && Object.hasOwn(COMMANDS, words[0])) {
      if (words.includes("--help") || words.includes("-h")) return print((await import("./help.js")).help(languageOf(process.env), words[0]));
      return await (await COMMANDS[words[0]]())(words.slice(1));
    }
    const given = parseArguments(words);
    if (given.command === "version") return print(`${VERSION}\n`);
    if (given.command === "help") return print((await import("./help.js")).help(given.lang ?? languageOf(process.env), words[0]));
    const settled = await settle(merge(await loadConfig(process.cwd(), given.config), given), process.cwd(), given);
    const { accepted } = settled;
    const place = needsWorkplace(given) ? await (await import("./workplace.js")).openWorkplace(settled.config, given, process.cwd()) : undefined;
    const config = place?.config ?? settled.config;
    const lang = config.lang ?? languageOf(process.env);
    const judge = createJudge(config);
    const loading = linterOf(config);
    // Where nothing is new, nothing has to be loaded that could find it: most of what a hook would wait for.
    const isLight = place !== undefined && given.reports.length === 0 && (given.format === "pretty" || given.format === "json");
    if (!isLight) await loading.linter();
    if (given.command === "explain" && given.finding === undefined) return print(await (await import("./explain.js")).explain(given.operands[0], loading.messages(), lang));
    const options = (): ReporterOptions => ({
      lang,
      color: wantsColor(process.env, process.stdout.isTTY),
      width: process.stdout.columns ?? Infinity,
      messages: loading.messages(),
      hasStableFingerprints: keyTextOf(config) !== undefined,
      exitStatusOf: (report) => exitStatus([report], judge, config),
      time: new Date(),
      ...(place !== undefined && given.command !== "scan" && { brief: true }),
      ...(config.publicBody !== undefined && { publicBody: config.publicBody }),
    });
    const live = given.finding === undefined ? await liveOutput(given, options()) : undefined;
    const acceptance = await accepted?.(loading.linter, await scopeOf(given));
    const scanOptions = acceptance === undefined ? {} : { acceptance };
    const source = place === undefined ? undefined : (await import("./place-source.js")).placeReports(given, place, { ...scanOptions, judge, linter: loading.linter });
    const reports = await collect(source ?? reportsOf(await loading.linter(), given, scanOptions), live);
    if (given.finding !== undefined) return print((await import("./explain.js")).explainFinding(given.finding, reports, loading.messages(), lang));
    await writeReports(reports, given, options());
    await place?.save();
    return hasOutputFailed ? EXIT.failed : exitStatus(reports, judge, config);
  } catch (error) {
    process.stderr.write(`leaklint: ${describe(error)}\n`);
    return EXIT.failed;
  }
}

/** Repositories and folders: what is as it was need not be read again. A few files named one by one are read sooner than a cache is. */
function needsWorkplace({ command, operands }: Arguments): boolean {
  if (command === "staged" || command === "range" || command === "history") return true;
  return command === "scan" && operands.some((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
}

function merge(config: Config, given: Arguments): Config {
  return {
    ...config,
    ...(given.profile !== undefined && { profile: given.profile }),
    ...(given.lang !== undefined && { lang: given.lang }),
    ...(given.failOn !== undefined && { failOn: given.failOn }),
    ...(given.failOnUnscanned !== undefined && { failOnUnscanned: given.failOnUnscanned }),
    ...(given.publicBody !== undefined && { publicBody: given.publicBody }),
  };
}

/** The linter is loaded when something has to be scanned. */
function linterOf(config: Config): { readonly linter: () => Promise<Linter>; readonly messages: () => Linter["messages"] } {
  let loaded: Linter | undefined;
  return {
    linter: async () => (loaded ??= (await import("../linter.js")).createLinter(config)),
    // Nothing that was not loaded has found anything.
    messages: () => loaded?.messages ?? {},
  };
}

async function collect(source: AsyncIterable<Report>, live?: (report: Report) => void): Promise<Report[]> {
  const progress = startProgress(process.stderr);
  try {
    const reports: Report[] = [];
    for await (const report of source) {
      reports.push(report);
      live?.(report);
      progress.update(reports.length, report.result.path);
    }
    return reports;
  } finally {
    progress.stop();
  }
}

/** What the run looks at: unless it is files, paths are the repository's. */
async function scopeOf({ command, operands }: Arguments): Promise<Scope> {
  const { foldersIn, topFolder } = await import("./acceptance.js");
  if (command === "scan" || command === "explain") return { root: process.cwd(), folders: foldersIn(operands, process.cwd()), isPast: false };
  return { root: await topFolder(process.cwd()), folders: [], isPast: command !== "staged" };
}

async function* reportsOf(linter: Linter, given: Arguments, options: ScanOptions): AsyncIterable<Report> {
  if (given.command === "mail") yield await linter.scanMail(...(await (await import("./message.js")).readMessage(given, linter.limits)));
  else yield* linter.scanEach(given.operands, options);
}

/** 1 wins over 3: a leak that was found is not made smaller by what was not read. */
export function exitStatus(reports: readonly Report[], judge: Pick<Judge, "profileOf">, { failOn = "hold", failOnUnscanned }: Config): number {
  if (reports.some(({ verdict }) => isAtLeast(verdict.level, failOn))) return EXIT.found;
  const matters = ({ result }: Report): boolean => failOnUnscanned ?? judge.profileOf(result.path, result.format) !== "repo";
  return reports.some((report) => report.result.unscanned.some(({ accepted }) => accepted !== true) && matters(report)) ? EXIT.unread : EXIT.clean;
}

function print(text: string): number {
  process.stdout.write(text);
  return EXIT.clean;
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

