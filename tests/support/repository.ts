/** A real git repository in a temporary folder, out of reach of the machine's and the user's configuration. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { vi } from "vitest";

/** What git and leaklint are started with: no configuration but the repository's own, and one clock. */
export const GIT_ENV: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"))),
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Tester",
  GIT_AUTHOR_EMAIL: "tester@example.test",
  GIT_COMMITTER_NAME: "Tester",
  GIT_COMMITTER_EMAIL: "tester@example.test",
  GIT_AUTHOR_DATE: "2026-01-02T03:04:05Z",
  GIT_COMMITTER_DATE: "2026-01-02T03:04:05Z",
  LEAKLINT_FINGERPRINT_KEY: "",
};

export interface TestRepository {
  readonly path: string;
  /** Standard output, without the newline at its end. */
  git(...args: string[]): string;
  gitWith(options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string | Buffer; readonly cwd?: string }, ...args: string[]): string;
  write(path: string, content: string | Uint8Array): void;
  /** Writes, adds and commits. Answers with the commit's id. */
  commit(message: string, files: Readonly<Record<string, string | Uint8Array>>): string;
  /** Puts an object into the index under a path of any bytes; nothing is written into the working tree. */
  stageBytes(path: Buffer, content: string | Uint8Array, mode?: string): string;
}

export interface RepositoryOptions {
  readonly bare?: boolean;
  readonly hash?: "sha1" | "sha256";
}

const made: string[] = [];

/** For `beforeAll`: what is tested starts git with this process's variables. A hook that runs the tests has its own. */
export function isolateGit(): void {
  for (const name of Object.keys(process.env)) if (name.startsWith("GIT_")) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(GIT_ENV)) vi.stubEnv(name, value);
}

/** A folder that `removeTemporary` takes away. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "leaklint-git-")));
  made.push(folder);
  return folder;
}

/** For `afterAll`. */
export function removeTemporary(): void {
  vi.unstubAllEnvs();
  for (const folder of made.splice(0)) {
    execFileSync("chmod", ["-R", "u+rwX", folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

export function createRepository({ bare = false, hash = "sha1" }: RepositoryOptions = {}): TestRepository {
  const path = temporaryFolder();
  execFileSync("git", ["init", "-q", "-b", "main", `--object-format=${hash}`, ...(bare ? ["--bare"] : []), path], { env: GIT_ENV });
  return openRepositoryAt(path);
}

export function openRepositoryAt(path: string): TestRepository {
  const gitWith: TestRepository["gitWith"] = ({ env = {}, input, cwd = path }, ...args) =>
    execFileSync("git", args, { cwd, env: { ...GIT_ENV, ...env }, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"], ...(input !== undefined && { input }) }).replace(/\n$/u, "");
  const git = (...args: string[]): string => gitWith({}, ...args);
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  return {
    path,
    git,
    gitWith,
    write,
    commit(message, files) {
      for (const [name, content] of Object.entries(files)) write(name, content);
      if (Object.keys(files).length > 0) git("add", "--", ...Object.keys(files));
      git("commit", "-q", "--allow-empty", "-m", message);
      return git("rev-parse", "HEAD");
    },
    stageBytes(name, content, mode = "100644") {
      const id = gitWith({ input: Buffer.from(content) }, "hash-object", "-w", "--stdin");
      gitWith({ input: Buffer.concat([Buffer.from(`${mode} ${id}\t`), name, Buffer.from([0])]) }, "update-index", "-z", "--index-info");
      return id;
    },
  };
}
