/** Runs the built command line as a user would. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** LEAKLINT_DIST: a build elsewhere, while several people work in one checkout. */
export const CLI = resolve(import.meta.dirname, "../..", process.env["LEAKLINT_DIST"] ?? "dist", "cli.js");

export function leaklint(args: readonly string[], options: { readonly input?: string | Uint8Array; readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {}): Run {
  if (!existsSync(CLI)) throw new Error("there is no dist/: run `npm run build` first (`npm test` does)");
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    ...options,
    env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "", NO_COLOR: "1", ...options.env },
  });
  return { status, stdout, stderr };
}
