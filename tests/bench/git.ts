/**
 * What a hook costs at commit time in a repository of 10,000 files: `leaklint staged` with 1, 10 and 1,000 changed files, cold and warm,
 * against secretlint on the same files and against git alone; then what has not changed at all, against `git status`.
 * Goals: one text file under 250 ms over `node -e 0`, and at least 5 times faster than secretlint.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { against, type BenchRow, wholeProcess } from "./bench.js";

const FILES = 10_000;
const CHANGED = [1, 10, 1000];
const CLI = resolve(process.env["LEAKLINT_DIST"] ?? "dist", "cli.js");
const SECRETLINT = resolve("node_modules/secretlint/bin/secretlint.js");

const nameOf = (i: number): string => `folder-${String(i % 100).padStart(2, "0")}/form-${String(i).padStart(5, "0")}.txt`;
const textOf = (i: number, version: string): string =>
  `様式第${i}号（第3条関係）活動助成金交付申請書 ${version}\n提出先は市役所の担当課です。The form is to be handed in by the end of the month.\n`.repeat(1 + (i % 20));

export function benchGit(runs = 7): BenchRow[] {
  const path = mkdtempSync(join(tmpdir(), "leaklint-bench-git-"));
  const before = process.cwd();
  try {
    makeRepository(path);
    // Every program looks for its repository from where it is started.
    process.chdir(path);
    return [...CHANGED.flatMap((count) => stagedRows(count, count > 100 ? Math.min(runs, 3) : runs)), ...unchangedRows(runs)];
  } finally {
    process.chdir(before);
    rmSync(path, { recursive: true, force: true });
  }
}

function makeRepository(path: string): void {
  for (const [name, value] of [["GIT_CONFIG_GLOBAL", "/dev/null"], ["GIT_CONFIG_NOSYSTEM", "1"]]) process.env[name] = value;
  execFileSync("git", ["init", "-q", path]);
  for (let i = 0; i < 100; i++) mkdirSync(join(path, `folder-${String(i).padStart(2, "0")}`));
  for (let i = 0; i < FILES; i++) writeFileSync(join(path, nameOf(i)), textOf(i, "a"));
  writeFileSync(join(path, ".secretlintrc.json"), JSON.stringify({ rules: [{ id: "@secretlint/secretlint-rule-preset-recommend" }] }));
  execFileSync("git", ["add", "."], { cwd: path });
  execFileSync("git", ["-c", "user.name=Bench", "-c", "user.email=bench@example.test", "commit", "-q", "-m", "all"], { cwd: path });
}

/** As `npm install leaklint && npx leaklint init` leaves it. */
function installHook(): void {
  const bin = join("node_modules", ".bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "leaklint"), `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`, { mode: 0o755 });
  writeFileSync(join(".git", "info", "exclude"), "node_modules\nleaklint.config.json\n");
  execFileSync(process.execPath, [CLI, "init", "--tool", "git"], { stdio: "ignore" });
}

function stagedRows(count: number, runs: number): BenchRow[] {
  const names = Array.from({ length: count }, (_, i) => nameOf(i * Math.floor(FILES / count)));
  for (const [i, name] of names.entries()) writeFileSync(name, textOf(i, `b${count}`));
  execFileSync("git", ["add", "."]);
  const row = (what: string, command: string, args: readonly string[]): BenchRow => ({ name: `staged, ${count} of ${FILES}`, what, ...wholeProcess(command, args, runs) });
  // secretlint finds its rules beside the files it is started for: the preset is given by its full path.
  const secretlint = [SECRETLINT, "--secretlintrcJSON", JSON.stringify({ rules: [{ id: resolve(SECRETLINT, "../../../@secretlint/secretlint-rule-preset-recommend") }] }), ...names];
  const rows = [
    row("node -e 0", process.execPath, ["-e", "0"]),
    row("git diff --cached", "git", ["diff", "--cached", "--raw"]),
    row("leaklint, cold", process.execPath, [CLI, "staged", "--no-cache"]),
    row("leaklint, warm", process.execPath, [CLI, "staged"]),
    row("secretlint", process.execPath, secretlint),
  ];
  execFileSync("git", ["reset", "-q", "--hard"]);
  return against(rows, "leaklint, cold");
}

function unchangedRows(runs: number): BenchRow[] {
  const row = (what: string, command: string, args: readonly string[]): BenchRow => ({ name: `unchanged, ${FILES}`, what, ...wholeProcess(command, args, runs) });
  // What is measured is the warm run: the first one fills the cache.
  const hook = join(process.cwd(), ".git", "hooks", "pre-commit");
  installHook();
  for (const command of ["history", "."]) execFileSync(process.execPath, [CLI, command], { stdio: "ignore" });
  execFileSync("git", ["status"], { stdio: "ignore" });
  return against(
    [
      row("git status", "git", ["status"]),
      row("node -e 0", process.execPath, ["-e", "0"]),
      row("pre-commit hook of leaklint init", "sh", [hook]),
      row("leaklint staged, warm", process.execPath, [CLI, "staged"]),
      row("leaklint history, warm", process.execPath, [CLI, "history"]),
      row("leaklint ., warm", process.execPath, [CLI, "."]),
    ],
    "git status",
  );
}
