/**
 * The key of fingerprints in a repository. A plain hash of a telephone number can be reversed in minutes, so fingerprints are keyed, and
 * the key stands beside the repository and never in what is committed:
 * 1. git configuration `leaklint.fingerprintKey`: for clones that are to share a baseline (`git config leaklint.fingerprintKey …`).
 * 2. the file `leaklint/key` in the git folder that all working trees share, made when it is first needed, readable by its owner alone.
 * The config's `fingerprintKey` and the variable LEAKLINT_FINGERPRINT_KEY come before both; the caller looks at them.
 */
import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ConfigError } from "../../errors.js";
import { runGit } from "./process.js";
import type { Repository } from "./repository.js";

/** What this clone has, unless the config or the environment gives a key. */
export interface RepositoryKey {
  /** As `Config.fingerprintKey` takes it. */
  readonly key: string;
  /** `git-config`: may be the same in every clone. `file`: this clone's own. */
  readonly from: "git-config" | "file";
}

/** The folder in the git folder that is leaklint's: key and cache. */
export const leaklintFolder = ({ commonDir }: Pick<Repository, "commonDir">): string => join(commonDir, "leaklint");

const KEY = /^[\da-f]{64}$/u;

/** What git's configuration says, "" where it says nothing. In no repository, the user's own may. */
export async function configuredKey(cwd: string): Promise<string> {
  return (await runGit(["config", "--get", "leaklint.fingerprintKey"], { cwd, answers: [1] })).toString("utf8").trim();
}

/**
 * The repository's key; undefined where there is none and none can be written (a repository that is read-only, or somebody else's).
 * @param known what `configuredKey` answered, where it was asked already
 * @throws ConfigError where the key file holds something else
 */
export async function repositoryKey(repository: Pick<Repository, "cwd" | "commonDir">, known?: string): Promise<RepositoryKey | undefined> {
  const configured = known ?? (await configuredKey(repository.cwd));
  if (configured !== "") return { key: configured, from: "git-config" };
  const path = join(leaklintFolder(repository), "key");
  try {
    const key = (await readKey(path)) ?? (await makeKey(repository, path));
    return { key, from: "file" };
  } catch (error) {
    if (isSystemError(error) && UNWRITABLE.has(error.code ?? "")) return undefined;
    throw error;
  }
}

const UNWRITABLE = new Set(["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT"]);

async function readKey(path: string): Promise<string | undefined> {
  let key: string;
  try {
    key = (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return undefined;
    throw error;
  }
  // A new key would be quiet, and every entry of a baseline would no longer fit.
  if (!KEY.test(key)) throw new ConfigError(`${path} is no key of leaklint: restore it, or delete it and write the baseline anew`);
  return key;
}

/** Written beside its place and linked into it: of two runs that make one at once, both go on with the first. */
async function makeKey(repository: Pick<Repository, "commonDir">, path: string): Promise<string> {
  await mkdir(leaklintFolder(repository), { recursive: true });
  const key = randomBytes(32).toString("hex");
  const draft = `${path}.${process.pid}.${key.slice(0, 8)}`;
  try {
    await writeFile(draft, `${key}\n`, { mode: 0o600, flag: "wx" });
    await link(draft, path);
    return key;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "EEXIST") return (await readKey(path)) ?? key;
    if (!NO_LINKS.has(error.code ?? "")) throw error;
    await writeFile(path, `${key}\n`, { mode: 0o600, flag: "wx" });
    return key;
  } finally {
    await rm(draft, { force: true });
  }
}

/** File systems without hard links. */
const NO_LINKS = new Set(["ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EPERM"]);

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error;
}
