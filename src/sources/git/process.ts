/** Starting git: always with the caller's repository variables, never with anything that hides objects, fetches them or waits for a person. */
import { type ChildProcess, spawn, type StdioOptions } from "node:child_process";
import { once } from "node:events";
import { devNull } from "node:os";
import { UsageError } from "../../errors.js";

/** git answered with an exit status that is no answer. `reason` is git's own first line: it names refs and paths, never content. */
export class GitFailure extends Error {
  override readonly name = "GitFailure";
  constructor(
    readonly command: string,
    readonly status: number | null,
    readonly reason: string,
  ) {
    super(`git ${command} failed${reason === "" ? "" : `: ${reason}`}`);
  }
}

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  /** Exit statuses that are answers, besides 0. */
  readonly answers?: readonly number[];
}

/** What a message of git may take of standard error: a broken repository can complain of every object. */
const REASON_BYTES = 4096;

/**
 * The variables that hooks set (GIT_DIR, GIT_INDEX_FILE, GIT_QUARANTINE_PATH, GIT_OBJECT_DIRECTORY) stay as they are.
 * - Replaced objects and grafts are this clone's alone: what is pushed is what they hide.
 * - What a partial clone lacks is reported and never fetched: a check must not open connections.
 * - No lock is taken: git may be in the middle of a commit.
 */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_GRAFT_FILE: devNull,
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    LC_ALL: "C",
  };
}

export function startGit(args: readonly string[], cwd: string, stdio: StdioOptions): ChildProcess {
  return spawn("git", args, { cwd, stdio, env: gitEnvironment(), windowsHide: true });
}

/** Standard output of a git command. @throws GitFailure; UsageError where there is no git */
export async function runGit(args: readonly string[], { cwd, input, answers = [] }: RunOptions): Promise<Buffer> {
  const child = startGit(args, cwd, [input === undefined ? "ignore" : "pipe", "pipe", "pipe"]);
  const out: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
  const reason = reasonOf(child);
  if (input !== undefined && child.stdin !== null) {
    // git may answer without having read all of it; what failed says so by its exit status.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  }
  const status = await exitOf(child);
  if (status !== 0 && !answers.includes(status ?? -1)) throw new GitFailure(args[0], status, reason());
  return Buffer.concat(out);
}

/** Resolves when the process has ended and its output is read. @throws UsageError where git cannot be started */
export async function exitOf(child: ChildProcess): Promise<number | null> {
  try {
    const [status] = (await once(child, "close")) as [number | null]; // what Node documents for "close"
    return status;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new UsageError("git is not installed, or not in PATH (git が見つかりません)");
    }
    throw error;
  }
}

/** Collects standard error; the answer gives what git died of, without its "fatal: ", else its first line. */
export function reasonOf(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    if (text.length < REASON_BYTES) text += chunk.toString("utf8").slice(0, REASON_BYTES - text.length);
  });
  return () => /^(?:fatal|error): (.*)$/mu.exec(text)?.[1] ?? text.split("\n")[0];
}
