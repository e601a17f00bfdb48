/** Which repository a folder belongs to, and what of it concerns a scan. */
import { resolve } from "node:path";
import { UsageError } from "../../errors.js";
import { GitFailure, runGit } from "./process.js";

export interface Repository {
  /** Where git is run: the folder that was asked about. Hooks' variables may be relative to it. */
  readonly cwd: string;
  /** Absolute. The folder of this working tree's own index and HEAD. */
  readonly gitDir: string;
  /** Absolute. What all working trees of the repository share: objects, refs, configuration; leaklint's key and cache. */
  readonly commonDir: string;
  readonly isBare: boolean;
  /** History ends before its beginning here: what lies behind is not seen. */
  readonly isShallow: boolean;
  readonly hash: "sha1" | "sha256";
}

const QUESTIONS = ["--git-dir", "--git-common-dir", "--is-bare-repository", "--is-shallow-repository", "--show-object-format"];

/** @throws UsageError where the folder is in no repository, or git refuses to read it */
export async function openRepository(cwd: string): Promise<Repository> {
  const [gitDir, commonDir, bare, shallow, hash] = (await ask(cwd)).toString("utf8").split("\n");
  return {
    cwd,
    gitDir: resolve(cwd, gitDir),
    commonDir: resolve(cwd, commonDir),
    isBare: bare === "true",
    isShallow: shallow === "true",
    hash: hash === "sha256" ? "sha256" : "sha1",
  };
}

async function ask(cwd: string): Promise<Buffer> {
  try {
    return await runGit(["rev-parse", ...QUESTIONS], { cwd });
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    if (error.reason.startsWith("not a git repository")) {
      throw new UsageError("this folder is in no git repository; `leaklint FOLDER` checks files as they are (git のリポジトリではありません)");
    }
    if (error.reason.startsWith("detected dubious ownership")) {
      throw new UsageError(
        "git does not trust this repository, which somebody else owns; once you do: git config --global --add safe.directory FOLDER (所有者が異なるため git が拒否しました)",
      );
    }
    throw new UsageError(`git cannot read this repository: ${error.reason}`);
  }
}
