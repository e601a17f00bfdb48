/** Where reports go, and that nothing about it changes the exit status. */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FORMATS } from "../../src/cli/interface.js";
import { writeReport } from "../../src/cli/write-file.js";
import { CLI, leaklint } from "../support/cli.js";

const LEAK = resolve("fixtures/recipient-exposure/flag.to.eml");
const CLEAN = resolve("fixtures/xlsx/pass.blank-form.xlsx");
const UNREAD = resolve("fixtures/image/pass.png");

let folder = "";
let at = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leaklint-output-"));
});
beforeEach(() => {
  at = mkdtempSync(join(folder, "case-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("-o FILE", () => {
  it.each(FORMATS)("writes the %s report, prints nothing and leaves the exit status as it is", (format) => {
    const file = join(at, "report");
    const bare = leaklint([LEAK, CLEAN, "--format", format], { env: { GITHUB_STEP_SUMMARY: "" } });
    const { status, stdout, stderr } = leaklint([LEAK, CLEAN, "--format", format, "-o", file], { env: { GITHUB_STEP_SUMMARY: "" } });
    expect([status, bare.status, stdout, stderr]).toEqual([1, 1, "", ""]);
    expect(readFileSync(file, "utf8").length).toBeGreaterThan(100);
  });

  it.each<[string, string[], number]>([
    ["nothing found", [CLEAN], 0],
    ["something found", [LEAK], 1],
    ["a wrong command line", [CLEAN, "--profile", "none"], 2],
    ["something unread", [UNREAD], 3],
  ])("is %s the same with a file, without, and with further reports", (_, args, expected) => {
    const statuses = [[], ["-o", join(at, "a")], ["--report", `html=${join(at, "b.html")}`, "--report", `sarif=${join(at, "c.sarif")}`]].map((more) => leaklint([...args, ...more]).status);
    expect(statuses).toEqual([expected, expected, expected]);
  });

  it("writes several reports of one run", () => {
    const { stdout } = leaklint([LEAK, "--format", "unix", "--report", `html=${join(at, "b.html")}`, "--report", `sarif=${join(at, "c.sarif")}`]);
    expect(stdout).toContain(": error: ");
    expect(readFileSync(join(at, "b.html"), "utf8").startsWith("<!doctype html>")).toBe(true);
    expect(JSON.parse(readFileSync(join(at, "c.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
  });

  it("fails with status 2, says which file and keeps the old one where it cannot be written", () => {
    const { status, stderr } = leaklint([CLEAN, "-o", join(at, "none", "report.json")]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/the report cannot be written to ".*report\.json" \(ENOENT\)/u);
  });
});

describe("a report's file", () => {
  it("is replaced as a whole and leaves nothing beside it", async () => {
    const file = join(at, "report.json");
    writeFileSync(file, "old", { mode: 0o640 });
    const before = statSync(file).ino;
    await writeReport(file, "new");
    expect([readFileSync(file, "utf8"), readdirSync(at), statSync(file).mode & 0o777, statSync(file).ino !== before]).toEqual(["new", ["report.json"], 0o640, true]);
  });

  it("stays as it was when the write is killed half way", async () => {
    const file = join(at, "report.json");
    writeFileSync(file, "old");
    // The writer kills itself at the first thing that appears in the folder.
    const script = `import { watch } from "node:fs";
      import { writeReport } from ${JSON.stringify(resolve("src/cli/write-file.ts"))};
      watch(${JSON.stringify(at)}, () => process.kill(process.pid, "SIGKILL"));
      await writeReport(${JSON.stringify(file)}, "x".repeat(2 ** 22));
      await new Promise(() => undefined);`;
    writeFileSync(join(folder, "kill.mts"), script);
    const child = spawn(process.execPath, ["--import", "tsx", join(folder, "kill.mts")], { stdio: "ignore", cwd: resolve(".") });
    const signal = await new Promise((done) => {
      child.on("exit", (_, by) => {
        done(by);
      });
    });
    expect(signal).toBe("SIGKILL");
    const text = readFileSync(file, "utf8");
    expect(text === "old" || text.length === 2 ** 22).toBe(true);
  }, 30_000);

  it("keeps a symbolic link, and writes to a pipe", async () => {
    writeFileSync(join(at, "real"), "old");
    symlinkSync("real", join(at, "link"));
    await writeReport(join(at, "link"), "new");
    expect([lstatSync(join(at, "link")).isSymbolicLink(), readFileSync(join(at, "real"), "utf8")]).toEqual([true, "new"]);
    const piped = spawnSync("sh", ["-c", `${process.execPath} ${CLI} ${LEAK} --format json -o /dev/stdout | cat`], { encoding: "utf8" });
    if (existsSync("/dev/stdout")) expect(piped.stdout).toContain('"schemaVersion": 1');
  });

  it.skipIf(process.getuid?.() === 0)("is refused in a folder that may not be written to, and keeps what it was", async () => {
    mkdirSync(join(at, "shut"));
    writeFileSync(join(at, "shut", "report"), "old");
    chmodSync(join(at, "shut"), 0o555);
    await expect(writeReport(join(at, "shut", "report"), "new")).rejects.toThrow(/EACCES/u);
    expect(readFileSync(join(at, "shut", "report"), "utf8")).toBe("old");
    chmodSync(join(at, "shut"), 0o755);
  });
});

describe("standard output", () => {
  it.skipIf(!existsSync("/dev/full"))("that is full makes the exit status 2", () => {
    const { status, stderr } = spawnSync("sh", ["-c", `${process.execPath} ${CLI} ${CLEAN} --format json > /dev/full`], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toMatch(/standard output cannot be written to \(ENOSPC\)/u);
  });

  it("that nobody reads any more changes nothing", () => {
    const { stdout, stderr } = spawnSync("sh", ["-c", `{ ${process.execPath} ${CLI} ${LEAK} ${CLEAN} --format jsonl; echo "status $?" >&2; } | true`], { encoding: "utf8" });
    expect([stdout, stderr]).toEqual(["", "status 1\n"]);
  });

  it("gets a jsonl line for each file as soon as it was scanned", () => {
    const { stdout } = leaklint([CLEAN, LEAK, "--format", "jsonl"]);
    const lines = stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as { type: string; path?: string });
    expect(lines.map(({ type, path }) => [type, path])).toEqual([["result", CLEAN], ["result", LEAK], ["summary", undefined]]);
  });
});

describe("GitHub's summary of a job", () => {
  it("is added to the file that GitHub names, for its own format only, and what stood there stays", () => {
    const file = join(at, "summary.md");
    writeFileSync(file, "before\n");
    const env = { GITHUB_STEP_SUMMARY: file };
    leaklint([LEAK], { env });
    expect(readFileSync(file, "utf8")).toBe("before\n");
    const { status, stdout } = leaklint([LEAK, "--format", "github"], { env });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=.*flag\.to\.eml,title=leaklint%3A recipient-exposure\/visible-recipients::/mu);
    expect(readFileSync(file, "utf8")).toMatch(/^before\n## ⛔ leaklint: BLOCK – about 357 people\n/u);
  });
});

describe("help", () => {
  it("is in the terminal's language, and of one command where one is named", () => {
    expect(leaklint(["--help"], { env: { LANG: "ja_JP.UTF-8" } }).stdout).toContain("終了状態");
    expect(leaklint(["completion", "--help"]).stdout).toContain("leaklint completion bash|zsh|fish|powershell");
    expect(leaklint(["completion", "--help"]).stdout).not.toContain("leaklint mail");
  });
});
