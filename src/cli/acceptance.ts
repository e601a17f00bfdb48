/** Finds what was accepted: the accept file and the baseline, and the key that their fingerprints were made with. */
import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { type Acceptance, createAcceptance } from "../acceptance/acceptance.js";
import { type Baseline, keyCheckOf, parseBaseline } from "../acceptance/baseline-file.js";
import { ANY_VALUE, type AcceptEntry, parseEntries } from "../acceptance/entries.js";
import { refusals } from "../acceptance/config.js";
import type { Config } from "../config.js";
import { ConfigError, UsageError } from "../errors.js";
import type { Linter } from "../linter.js";
import { BASELINE_FILE, ENTRIES_FILE } from "./settle.js";

export interface AcceptedFiles {
  /** Places and paths are relative to it. */
  readonly folder: string;
  /** Relative to the folder; undefined where the config turns it off. */
  readonly entriesFile: string | undefined;
  readonly baselineFile: string | undefined;
  readonly entries: readonly AcceptEntry[];
  readonly baseline: Baseline | undefined;
}

/** What a run looks at. */
export interface Scope {
  /** Absolute: what the paths of results are relative to. */
  readonly root: string;
  /** Absolute: folders that are looked at as a whole. */
  readonly folders: readonly string[];
  /** Older contents than today's are looked at as well: what accepts nothing in them may accept something today. */
  readonly isPast: boolean;
}

/** The day it is (UTC), as entries write it. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** @throws ConfigError */
export async function readAccepted({ acceptance = {} }: Config, folder: string): Promise<AcceptedFiles> {
  const entriesFile = acceptance.entries === false ? undefined : (acceptance.entries ?? ENTRIES_FILE);
  const baselineFile = acceptance.baseline === false ? undefined : (acceptance.baseline ?? BASELINE_FILE);
  const entries = await readIfThere(folder, entriesFile);
  const baseline = await readIfThere(folder, baselineFile);
  if (entriesFile !== undefined && entries === undefined && acceptance.entries !== undefined) throw new ConfigError(`acceptance.entries: there is no file ${entriesFile}`);
  return {
    folder, entriesFile, baselineFile,
    entries: entriesFile === undefined || entries === undefined ? [] : parseEntries(entries, entriesFile, today(), acceptance),
    baseline: baselineFile === undefined || baseline === undefined ? undefined : parseBaseline(baseline, baselineFile),
  };
}

async function readIfThere(folder: string, name: string | undefined): Promise<string | undefined> {
  if (name === undefined) return undefined;
  try {
    return await readFile(join(folder, name), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

export const needsKey = ({ entries, baseline }: AcceptedFiles): boolean => baseline !== undefined || entries.some(({ values }) => values !== ANY_VALUE);

/** The config's key, the environment's, or the repository's. @throws ConfigError where there is none */
export async function fingerprintKeyOf(config: Config, cwd: string): Promise<string> {
  const given = config.fingerprintKey ?? process.env["LEAKLINT_FINGERPRINT_KEY"];
  if (given !== undefined && given !== "") return given;
  const [{ openRepository }, { repositoryKey }] = await Promise.all([import("../sources/git/repository.js"), import("../sources/git/key.js")]);
  const key = existsSync(cwd) ? await openRepository(cwd).then(repositoryKey, () => undefined) : undefined;
  if (key !== undefined) return key.key;
  throw new ConfigError(
    "accepted findings are known by keyed fingerprints, and there is no key: set LEAKLINT_FINGERPRINT_KEY, or git config leaklint.fingerprintKey (指紋の鍵がありません)",
  );
}

/** @throws ConfigError where the baseline was made with another key: with this one, none of its lines would be known */
export function checkKey({ baseline, baselineFile }: AcceptedFiles, key: string): void {
  if (baseline === undefined || baseline.keyCheck === keyCheckOf(key)) return;
  throw new ConfigError(
    `${baselineFile ?? BASELINE_FILE} was made with another fingerprint key (its check is ${baseline.keyCheck}, this key's ${keyCheckOf(key)}): ` +
      "set LEAKLINT_FINGERPRINT_KEY, or git config leaklint.fingerprintKey, to the key it was made with (ベースラインを作ったときの鍵と異なります)",
  );
}

/**
 * @param linter asked where there are entries, whose codes it knows
 * @throws ConfigError where an entry names a code that there is not
 */
export async function openAcceptance(files: AcceptedFiles, config: Config, key: string, linter: () => Promise<Linter>, { root, folders, isPast }: Scope): Promise<Acceptance> {
  for (const [i, { code }] of files.entries.entries()) {
    if ((await linter()).codeState(code) === undefined) throw new ConfigError(`${files.entriesFile ?? ENTRIES_FILE}: entries[${i}].code: there is no code ${JSON.stringify(code)}`);
  }
  const acceptance = createAcceptance({
    entries: files.entries,
    entriesFile: files.entriesFile ?? ENTRIES_FILE,
    lines: files.baseline?.lines ?? [],
    baselineFile: files.baselineFile ?? BASELINE_FILE,
    today: today(),
    key,
    isRefused: refusals(config),
    relative: (path) => relativePath(files.folder, root, path),
    exists: (path) => existsSync(join(files.folder, path)),
    covers: (path) => folders.some((folder) => isInside(folder, join(files.folder, path))),
  });
  return isPast ? { ...acceptance, leftOver: () => [] } : acceptance;
}

export function relativePath(folder: string, root: string, path: string): string {
  const found = relative(folder, resolve(root, path));
  return sep === "\\" ? found.replaceAll("\\", "/") : found;
}

function isInside(folder: string, path: string): boolean {
  const found = relative(folder, path);
  return !found.startsWith("..") && !isAbsolute(found);
}

/** Of what was given as paths, the folders. */
export function foldersIn(paths: readonly string[], root: string): string[] {
  return paths.map((path) => resolve(root, path)).filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
}

/** The top folder of the repository's working tree; the folder itself where there is none. */
export async function topFolder(cwd: string): Promise<string> {
  const { GitFailure, runGit } = await import("../sources/git/process.js");
  try {
    return (await runGit(["rev-parse", "--show-toplevel"], { cwd })).toString("utf8").replace(/\n$/u, "") || cwd;
  } catch (error) {
    if (error instanceof GitFailure) return cwd;
    throw error;
  }
}

/** The files of a folder as git sees them, tracked or not ignored; undefined where there is no repository. */
export async function filesOf(folder: string): Promise<string[] | undefined> {
  const { GitFailure, runGit } = await import("../sources/git/process.js");
  try {
    const told = await runGit(["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"], { cwd: folder });
    return told.toString("utf8").split("\0").filter((path) => path !== "").map((path) => join(folder, path));
  } catch (error) {
    if (error instanceof GitFailure || error instanceof UsageError) return undefined;
    throw error;
  }
}
