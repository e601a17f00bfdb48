/** What the index would commit. The working tree is never looked at: what stands there is not what leaves. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../errors.js";
import { GitFailure, runGit } from "./process.js";
import { type Change, OBJECT_ID, readRawDiff } from "./raw-diff.js";
import type { Repository } from "./repository.js";

/** Whatever the user's configuration says: every path once, from the top, submodules and all. */
const RAW = ["--raw", "-z", "--no-abbrev", "--no-renames", "--no-relative", "--no-ext-diff", "--ignore-submodules=none"];

/**
 * Paths at which the commit would put an object that none of its parents has there. Before the first commit: every path of the index.
 * @param begun what `changesAgainst` answers, where it was asked already
 * @throws UsageError where git cannot read the index
 */
export async function stagedChanges(repository: Repository, begun: Promise<readonly Change[]> = changesAgainst(repository.cwd)): Promise<readonly Change[]> {
  const [staged, parents] = await Promise.all([begun, mergedHeads(repository)]);
  let changes = staged;
  for (const parent of parents) {
    const others = new Set((await changesAgainst(repository.cwd, parent)).map(nameOf));
    changes = changes.filter((change) => others.has(nameOf(change)));
  }
  return changes;
}

const nameOf = ({ id, path }: Change): string => `${id} ${path}`;

/** What the index has and a commit, or else HEAD, does not. @throws UsageError */
export async function changesAgainst(cwd: string, commit?: string): Promise<Change[]> {
  try {
    const output = await runGit(["diff", "--cached", ...RAW, ...(commit === undefined ? [] : [commit]), "--"], { cwd });
    const changes: Change[] = [];
    for await (const tokens of readRawDiff([output])) for (const token of tokens) if ("path" in token) changes.push(token);
    return changes;
  } catch (error) {
    if (error instanceof GitFailure) throw new UsageError(`git cannot read the index: ${error.reason}`);
    throw error;
  }
}

/** While a merge is being committed: what is merged. Its objects have been committed, and checked, on their own branch. */
async function mergedHeads({ gitDir }: Repository): Promise<string[]> {
  try {
    return (await readFile(join(gitDir, "MERGE_HEAD"), "latin1")).split("\n").filter((line) => OBJECT_ID.test(line));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
