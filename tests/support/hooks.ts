/** Repositories whose hooks find the built leaklint on the path, as an installed one is found. */
import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { inventPeople } from "./people.js";
import { GIT_ENV, temporaryFolder, type TestRepository } from "./repository.js";

const CLI = resolve(import.meta.dirname, "../../dist/cli.js");

/** A folder with a `leaklint` that notes each call in a file beside it. */
function binFolder(): string {
  const folder = temporaryFolder();
  const path = join(folder, "leaklint");
  writeFileSync(path, `#!/bin/sh\necho "$*" >> '${folder}/calls'\nexec '${process.execPath}' '${CLI}' "$@"\n`);
  chmodSync(path, 0o755);
  return folder;
}

export interface HookWorld {
  readonly bin: string;
  readonly env: NodeJS.ProcessEnv;
  /** A program in a repository, with its status and all it said. */
  run(repository: Pick<TestRepository, "path">, command: string, args: readonly string[], options?: { readonly input?: string; readonly env?: NodeJS.ProcessEnv }): { readonly status: number | null; readonly said: string };
}

export function createHookWorld(): HookWorld {
  const bin = binFolder();
  const env: NodeJS.ProcessEnv = { ...GIT_ENV, PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`, LANG: "C.UTF-8", LC_ALL: "", NO_COLOR: "1", HOME: bin };
  return {
    bin,
    env,
    run({ path }, command, args, options = {}) {
      const { status, stdout, stderr, error } = spawnSync(command, [...args], { cwd: path, encoding: "utf8", input: options.input ?? "", env: { ...env, ...options.env } });
      if (error !== undefined) throw error;
      return { status, said: stdout + stderr };
    },
  };
}

/** What must not be committed. */
export const MEMBERS = `氏名,住所,電話番号\n${inventPeople(5).map(({ name, address, phone }) => `${name},${address},${phone}`).join("\n")}\n`;
