/** The command line's words -> what is meant by them. */
import { parseArgs, type ParseArgsConfig } from "node:util";
import { nearestHint } from "../config.js";
import type { Language, VerdictLevel } from "../contract.js";
import { UsageError } from "../errors.js";
import { PROFILE_NAMES, type ProfileName } from "../policy.js";

export type Format = "pretty" | "json";
const FORMATS: readonly Format[] = ["pretty", "json"];
/** Commands that the interface names and that this version does not have. */
const LATER = ["staged", "range", "clean", "serve", "init"];

export interface Arguments {
  readonly command: "scan" | "mail" | "explain" | "help" | "version";
  readonly operands: readonly string[];
  readonly format: Format;
  readonly output?: string;
  readonly profile?: ProfileName;
  readonly config?: string;
  readonly lang?: Language;
  readonly failOn?: Exclude<VerdictLevel, "pass">;
  readonly failOnUnscanned?: boolean;
  readonly from?: string;
  readonly rcpt: readonly string[];
  readonly thread: readonly string[];
  /** Which finding to explain: its number in the report, or the beginning of its fingerprint. */
  readonly finding?: string;
}

const FINDING = /^(?:\d{1,4}|[\da-f]{8,32})$/u;

const OPTIONS = {
  format: { type: "string" },
  output: { type: "string", short: "o" },
  profile: { type: "string" },
  config: { type: "string" },
  lang: { type: "string" },
  "fail-on": { type: "string" },
  "fail-on-unscanned": { type: "boolean" },
  "no-fail-on-unscanned": { type: "boolean" },
  from: { type: "string" },
  rcpt: { type: "string", multiple: true },
  thread: { type: "string", multiple: true },
  finding: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const satisfies NonNullable<ParseArgsConfig["options"]>;

/** @throws UsageError */
export function parseArguments(words: readonly string[]): Arguments {
  const { values, positionals } = parse(words);
  const [command, operands] = commandOf(positionals, values.help === true, values.version === true, values.finding !== undefined);
  if (values.finding !== undefined && command !== "explain") throw new UsageError("--finding belongs to: leaklint explain --finding N FILE");
  if (values.finding !== undefined && !FINDING.test(values.finding)) throw new UsageError("--finding takes a finding's number in the report, or eight or more characters of its fingerprint");
  if (command !== "mail") {
    for (const name of ["from", "rcpt", "thread"] as const) {
      if (values[name] !== undefined) throw new UsageError(`--${name} belongs to: leaklint mail FILE`);
    }
  }
  return {
    command,
    operands,
    format: oneOf("format", FORMATS, values.format) ?? "pretty",
    rcpt: values.rcpt ?? [],
    thread: values.thread ?? [],
    ...given("output", values.output),
    ...given("profile", oneOf("profile", PROFILE_NAMES, values.profile)),
    ...given("config", values.config),
    ...given("lang", oneOf("lang", ["en", "ja"] as const, values.lang)),
    ...given("failOn", oneOf("fail-on", ["warn", "hold", "block"] as const, values["fail-on"])),
    ...given("failOnUnscanned", values["fail-on-unscanned"] ?? (values["no-fail-on-unscanned"] === true ? false : undefined)),
    ...given("from", values.from),
    ...given("finding", values.finding),
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))) throw error;
    const option = /'?(--?[\w-]+)/u.exec(error.message)?.[1];
    const name = option?.replace(/^-+/u, "") ?? "";
    if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new UsageError(`there is no option ${option}${nearestHint(name, Object.keys(OPTIONS))}`);
    throw new UsageError(`the option ${option} is not given as it must be; see leaklint --help`);
  }
}

function commandOf(positionals: readonly string[], help: boolean, version: boolean, finding: boolean): [Arguments["command"], readonly string[]] {
  if (version) return ["version", []];
  const [first, ...rest] = positionals;
  if (help || first === undefined || first === "help") return ["help", []];
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

function oneOf<Word extends string>(name: string, known: readonly Word[], value: string | undefined): Word | undefined {
  if (value === undefined) return undefined;
  const found = known.find((word) => word === value);
  if (found === undefined) throw new UsageError(`--${name} must be one of ${known.join(", ")}${nearestHint(value, known)}`);
  return found;
}

/** With exact optional properties, an absent value is an absent key. */
function given<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value }; // a computed key widens to string
}
