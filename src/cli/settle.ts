/** What a run goes by besides its config: the organisation's policy, and what was accepted. Light to import: most runs have neither. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Acceptance } from "../acceptance/acceptance.js";
import type { Config } from "../config.js";
import { ConfigError } from "../errors.js";
import type { Linter } from "../linter.js";
import type { Scope } from "./acceptance.js";
import type { Arguments } from "./arguments.js";
import { findConfig } from "./config-file.js";

export const ENTRIES_FILE = "leaklint.accept.json";
export const BASELINE_FILE = "leaklint.baseline";
const POLICY_FILE = "/etc/leaklint/policy.json";

export interface Settled {
  /** What holds: with the key that the accepted findings were fingerprinted with. */
  readonly config: Config;
  /** Absent where nothing was accepted. */
  readonly accepted?: (linter: () => Promise<Linter>, scope: Scope) => Promise<Acceptance>;
}

/**
 * @param config with what the command line says
 * @throws ConfigError
 */
export async function settle(config: Config, cwd: string, given: Pick<Arguments, "command" | "config" | "finding">): Promise<Settled> {
  const held = await underPolicy(config, process.env["LEAKLINT_POLICY"]);
  // A message to be sent is nobody's to accept beforehand; what a code means does not depend on it.
  const folder = given.command === "mail" || (given.command === "explain" && given.finding === undefined) ? undefined : await acceptanceFolder(held, cwd, given.config);
  if (folder === undefined) return { config: held };
  const { checkKey, fingerprintKeyOf, needsKey, openAcceptance, readAccepted } = await import("./acceptance.js");
  const files = await readAccepted(held, folder);
  // Entries of any value need none: whatever the run has will do.
  const key = needsKey(files) ? await fingerprintKeyOf(held, cwd) : (held.fingerprintKey ?? "");
  if (needsKey(files)) checkKey(files, key);
  return {
    config: key === "" ? held : { ...held, fingerprintKey: key },
    accepted: (linter, scope) => openAcceptance(files, held, key, linter, scope),
  };
}

/**
 * The config as far as the organisation's policy lets it: that of LEAKLINT_POLICY, else of /etc/leaklint/policy.json, else none.
 * @throws ConfigError where there is no such file, it is wrong, or the config relaxes what it locks
 */
export async function underPolicy(config: Config, named: string | undefined, standard = POLICY_FILE): Promise<Config> {
  const file = named !== undefined && named !== "" ? named : existsSync(standard) ? standard : undefined;
  if (file === undefined) return config;
  const { checkPolicy, enforcePolicy } = await import("../locks.js");
  let policy: unknown;
  try {
    policy = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? "it is not valid JSON" : error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new ConfigError(`the organisation's policy ${file} cannot be read: ${why} (組織の方針ファイルが読めません)`);
  }
  return enforcePolicy(config, checkPolicy(policy), file);
}

/** Where the accept file and the baseline are: beside the config that names one of them, else in the nearest folder that has one. */
export async function acceptanceFolder({ acceptance = {} }: Config, cwd: string, configFile?: string): Promise<string | undefined> {
  const names = [acceptance.entries ?? ENTRIES_FILE, acceptance.baseline ?? BASELINE_FILE].filter((name) => name !== false);
  if (typeof acceptance.entries === "string" || typeof acceptance.baseline === "string") {
    const config = configFile ?? (await findConfig(cwd));
    return config === undefined ? resolve(cwd) : dirname(resolve(cwd, config));
  }
  for (let at = resolve(cwd); ; at = dirname(at)) {
    if (names.some((name) => existsSync(join(at, name)))) return at;
    if (dirname(at) === at) return undefined;
  }
}
