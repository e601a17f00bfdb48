/** The command line's words -> what is meant by them. */
import { parseArgs } from "node:util";
import { nearestHint } from "../config.js";
import type { Language, VerdictLevel } from "../contract.js";
import { UsageError } from "../errors.js";
import { PROFILE_NAMES, type ProfileName } from "../policy.js";
import { COMMAND_WORDS, type CommandWords, COMMON_OPTIONS, type Format, FORMATS, SCAN_OPTIONS } from "./interface.js";

/** Commands that the interface names and that this version does not have. */
const LATER = ["clean"];

export interface Arguments {
  readonly command: "scan" | "staged" | "range" | "history" | "mail" | "explain" | "help" | "version";
  readonly operands: readonly string[];
  readonly format: Format;
  readonly output?: string;
  /** More reports of the same run. */
  readonly reports: readonly ReportFile[];
  readonly profile?: ProfileName;
  readonly config?: string;
  readonly lang?: Language;
  readonly failOn?: Exclude<VerdictLevel, "pass">;
  readonly failOnUnscanned?: boolean;
  readonly publicBody?: boolean;
  /** False: nothing is taken from earlier runs, and nothing kept for later ones. */
  readonly cache?: boolean;
  /** The remote that a pre-push hook is told of. */
  readonly prePush?: string;
  readonly preReceive?: boolean;
  readonly from?: string;
  readonly rcpt: readonly string[];
  readonly thread: readonly string[];
  /** Which finding to explain: its number in the report, or the beginning of its fingerprint. */
  readonly finding?: string;
}

export interface ReportFile {
  readonly format: Format;
  readonly file: string;
}

const FINDING = /^(?:\d{1,4}|[\da-f]{8,32})$/u;

const OPTIONS = { ...SCAN_OPTIONS, ...COMMAND_WORDS.range.options, ...COMMAND_WORDS.mail.options, ...COMMAND_WORDS.explain.options, ...COMMON_OPTIONS };

/** @throws UsageError */
export function parseArguments(words: readonly string[]): Arguments {
  const { values, positionals } = parse(words);
  const hooks = Number(values["pre-push"] !== undefined) + Number(values["pre-receive"] === true);
  const [command, operands] = commandOf(positionals, values.help === true, values.version === true, values.finding !== undefined, hooks);
  if (values.finding !== undefined && !FINDING.test(values.finding)) throw new UsageError("--finding takes a finding's number in the report, or eight or more characters of its fingerprint");
  if (command !== "help" && command !== "version") refuseOthersOptions(command === "scan" ? "" : command, Object.keys(values));
  return {
    command,
    operands,
    format: oneOf("format", FORMATS, values.format) ?? "pretty",
    reports: (values.report ?? []).map(reportFile),
    rcpt: values.rcpt ?? [],
    thread: values.thread ?? [],
    ...given("output", values.output),
    ...given("profile", oneOf("profile", PROFILE_NAMES, values.profile)),
    ...given("config", values.config),
    ...given("lang", oneOf("lang", ["en", "ja"] as const, values.lang)),
    ...given("failOn", oneOf("fail-on", ["warn", "hold", "block"] as const, values["fail-on"])),
    ...given("failOnUnscanned", values["fail-on-unscanned"]),
    ...given("publicBody", values["public-body"]),
    ...given("cache", values.cache),
    ...given("prePush", values["pre-push"]),
    ...given("preReceive", values["pre-receive"]),
    ...given("from", values.from),
    ...given("finding", values.finding),
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, allowNegative: true });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))) throw error;
    const option = /'?(--?[\w-]+)/u.exec(error.message)?.[1];
    const name = option?.replace(/^-+/u, "") ?? "";
    if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new UsageError(`there is no option ${option}${nearestHint(name, Object.keys(OPTIONS))}`);
    throw new UsageError(`the option ${option} is not given as it must be; see leaklint --help`);
  }
}

function commandOf(positionals: readonly string[], help: boolean, version: boolean, finding: boolean, hooks: number): [Arguments["command"], readonly string[]] {
  if (version) return ["version", []];
  const [first, ...rest] = positionals;
  if (help || first === undefined || first === "help") return ["help", []];
  if (first === "staged" || first === "history") {
    if (rest.length > 0) throw new UsageError(`leaklint ${first} takes no paths: it looks at the whole ${first === "staged" ? "index" : "repository"}; a file of that name is ./${first}`);
    return [first, []];
  }
  if (first === "range") {
    if (hooks + Math.min(rest.length, 1) !== 1) throw new UsageError("leaklint range takes commits, such as origin/main..HEAD, or one of --pre-push REMOTE and --pre-receive");
    return ["range", rest];
  }
  if (first === "mail") {
    if (rest.length !== 1) throw new UsageError("leaklint mail takes one message: a file, or - for standard input");
    return ["mail", rest];
  }
  if (first === "explain") {
    if (finding && rest.length === 0) throw new UsageError("leaklint explain --finding takes the files that the report was about");
    if (!finding && rest.length !== 1) throw new UsageError("leaklint explain takes one code, such as personal-records/table");
    return ["explain", rest];
  }
  if (LATER.includes(first) && rest.length === 0) throw new UsageError(`leaklint ${first} is not in this version; a file of that name is ./${first}`);
  return ["scan", positionals];
}

/** Options that only another command has. */
function refuseOthersOptions(command: string, names: readonly string[]): void {
  const table: Readonly<Record<string, CommandWords>> = COMMAND_WORDS;
  const others = names.filter((name) => !Object.hasOwn(SCAN_OPTIONS, name) && !Object.hasOwn(table[command]?.options ?? {}, name));
  for (const [owner, { options = {} }] of Object.entries(table)) {
    const name = others.find((one) => Object.hasOwn(options, one));
    if (name !== undefined) throw new UsageError(`--${name} belongs to: leaklint ${owner}`);
  }
}

function reportFile(given: string): ReportFile {
  const at = given.indexOf("=");
  const file = given.slice(at + 1);
  if (at < 0 || file === "") throw new UsageError("--report takes a format and a file, such as html=leaks.html");
  return { format: known("report", FORMATS, given.slice(0, at)), file };
}

function oneOf<Word extends string>(name: string, words: readonly Word[], value: string | undefined): Word | undefined {
  return value === undefined ? undefined : known(name, words, value);
}

function known<Word extends string>(name: string, words: readonly Word[], value: string): Word {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new UsageError(`--${name} must be one of ${words.join(", ")}${nearestHint(value, words)}`);
  return found;
}

/** With exact optional properties, an absent value is an absent key. */
function given<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value }; // a computed key widens to string
}
