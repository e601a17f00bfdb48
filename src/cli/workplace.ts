/** What a run over a repository or a folder needs besides its config: the repository, the key of its fingerprints, and what is known of it. */
import { join } from "node:path";
import { CACHE_FILE, userCacheKey } from "../cache/folder.js";
import { userCacheFolder } from "../cache/user-folder.js";
import { createMemory, type LearningMemory } from "../cache/memory.js";
import { planId } from "../cache/plan.js";
import { openStore } from "../cache/store.js";
import type { Config } from "../config.js";
import { UsageError } from "../errors.js";
import { keyTextOf } from "../fingerprint-key.js";
import { configuredKey, leaklintFolder, repositoryKey } from "../sources/git/key.js";
import type { Arguments } from "./arguments.js";
import type { Change } from "../sources/git/raw-diff.js";
import { openRepository, type Repository } from "../sources/git/repository.js";
import { changesAgainst } from "../sources/git/staged.js";

export interface Workplace {
  /** With the key of fingerprints, so that they are the same in every run. */
  readonly config: Config;
  readonly repository?: Repository;
  readonly memory: LearningMemory;
  /** Of `leaklint staged`: begun before anything else, because git can work meanwhile. */
  readonly staged?: Promise<readonly Change[]>;
  /** Keeps what was found for later runs. */
  save(): Promise<void>;
}

/**
 * What commits bring is judged as what stays in a repository, unless the config or the command line says otherwise.
 * @throws UsageError where a git command is given in no repository; ConfigError where the repository's key is damaged
 */
export async function openWorkplace(config: Config, given: Pick<Arguments, "command" | "cache">, cwd: string): Promise<Workplace> {
  const isCached = given.cache !== false;
  if (given.command !== "scan") {
    const staged = given.command === "staged" ? changesAgainst(cwd) : undefined;
    staged?.catch(() => undefined); // whoever reads the index is told; where there is no repository, that is told first
    const place = await workplaceIn(openRepository(cwd), { ...config, profile: config.profile ?? "repo" }, isCached, cwd);
    return { ...place, ...(staged !== undefined && { staged }) };
  }
  const repository = await openRepository(cwd).catch((error: unknown) => {
    // No repository, no git, or one that git does not trust: files can be read without it.
    if (error instanceof UsageError) return undefined;
    throw error;
  });
  if (repository !== undefined) return workplaceIn(Promise.resolve(repository), config, isCached, cwd);
  const folder = userCacheFolder(process.env);
  const key = keyTextOf(config) ?? (isCached ? await userCacheKey(folder) : undefined);
  return workplace(config, key, isCached ? folder : undefined);
}

async function workplaceIn(opening: Promise<Repository>, config: Config, isCached: boolean, cwd: string): Promise<Workplace> {
  const given = keyTextOf(config);
  const [repository, configured] = await Promise.all([opening, given ?? configuredKey(cwd)]);
  const key = given ?? (await repositoryKey(repository, configured))?.key;
  return { ...(await workplace(config, key, isCached ? leaklintFolder(repository) : undefined)), repository };
}

/** @param folder of the cache; undefined for none: equal files of one run are still read once */
async function workplace(config: Config, key: string | undefined, folder: string | undefined): Promise<Workplace> {
  const keyed = key === undefined ? config : { ...config, fingerprintKey: key };
  // Without a key that lasts, fingerprints would be those of another run.
  const plan = key === undefined ? undefined : planId(keyed, key);
  const store = plan === undefined || folder === undefined ? undefined : await openStore(join(folder, CACHE_FILE));
  return { config: keyed, memory: createMemory(plan ?? "", store, { isUnreadPassing: config.ocr === true }), save: async () => store?.save() };
}
