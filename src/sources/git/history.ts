/** Which commits are meant, and what each of them brought that its parents do not have. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Unscanned } from "../../contract.js";
import { UsageError } from "../../errors.js";
import { exitOf, GitFailure, reasonOf, runGit, startGit } from "./process.js";
import { readRawDiff, type Token } from "./raw-diff.js";
import type { Repository } from "./repository.js";

/** Commits to check: those reachable from one and from none of the others. */
export interface Revisions {
  /** As git reads them: "main", "v1.0..HEAD", "^origin/main", full ids. */
  readonly words: readonly string[];
  /** Options of git rev-list: "--all", "--not --remotes=origin". */
  readonly options?: readonly string[];
}

/** Full ids, parents before children. @throws UsageError where git does not know a revision, or cannot walk the history */
export async function commitsOf(repository: Repository, { words, options = [] }: Revisions): Promise<string[]> {
  try {
    const output = await runGit(["rev-list", "--reverse", "--topo-order", "--stdin", ...options], { cwd: repository.cwd, input: words.map((word) => `${word}\n`).join("") });
    return output.toString("latin1").split("\n").filter((line) => line !== "");
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    // Nothing was listed, so nothing would be scanned: that is no result.
    const hint = repository.isShallow ? "; this clone is shallow: git fetch --unshallow, or fetch-depth: 0 in CI (浅いクローンです)" : "";
    throw new UsageError(`git cannot list these commits: ${error.reason}${hint}`);
  }
}

/** Commits whose trees cannot be read are listed one by one up to this many. */
const MOST_UNREADABLE = 16;

/**
 * For each commit its id and then its changes: of a merge, what is in none of its parents (what was typed while merging); of a commit
 * without parents, everything.
 */
export async function* changesOf(repository: Repository, commits: readonly string[]): AsyncGenerator<(Token | Unscanned)[]> {
  let from = 0;
  for (let failures = 0; from < commits.length; from++) {
    const walk = diffTree(repository, from === 0 ? commits : commits.slice(from));
    let step = await walk.next();
    for (; step.done !== true; step = await walk.next()) {
      for (const token of step.value) if (!("path" in token)) from++;
      yield step.value;
    }
    if (step.value === undefined) return;
    // git ends at the first tree it cannot read: the commits behind it are asked for again.
    if (from >= commits.length) throw new TypeError("git diff-tree failed behind the last commit");
    if (++failures > MOST_UNREADABLE) {
      yield [unreadCommit(commits[from], `the trees of this commit and of up to ${commits.length - from - 1} more are not here or damaged`)];
      return;
    }
    yield [unreadCommit(commits[from], "its tree is not here or damaged: a partial clone, or see git fsck")];
  }
}

function unreadCommit(id: string, detail: string): Unscanned {
  return { kind: "unscanned", at: [{ kind: "file", path: "files of the commit" }, { kind: "commit", id }], reason: "failed", detail };
}

/** Answers with git's complaint where it did not come to the end. */
async function* diffTree({ cwd }: Repository, commits: readonly string[]): AsyncGenerator<Token[], string | undefined> {
  const args = ["diff-tree", "--stdin", "--root", "-c", "-r", "--raw", "-z", "--no-abbrev", "--no-renames", "--always", "--ignore-submodules=none"];
  const child = startGit(args, cwd, ["pipe", "pipe", "pipe"]);
  const ended = exitOf(child);
  ended.catch(() => undefined); // awaited below
  const reason = reasonOf(child);
  try {
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(`${commits.join("\n")}\n`);
    if (child.stdout !== null) yield* readRawDiff(child.stdout as AsyncIterable<Buffer>); // no encoding is set
    return (await ended) === 0 ? undefined : reason();
  } finally {
    child.kill();
  }
}

/** Commits at which this clone's history was cut off; what lies behind them is in nobody's result. */
export async function cutOff(repository: Repository, commits: readonly string[]): Promise<Unscanned[]> {
  if (!repository.isShallow) return [];
  const edges = new Set((await readFile(join(repository.commonDir, "shallow"), "latin1")).split("\n"));
  return commits
    .filter((id) => edges.has(id))
    .map((id) => ({
      kind: "unscanned",
      at: [{ kind: "file", path: "history before the commit" }, { kind: "commit", id }],
      reason: "unsupported",
      detail: "a shallow clone ends here: git fetch --unshallow, or fetch-depth: 0 in CI",
    }));
}
