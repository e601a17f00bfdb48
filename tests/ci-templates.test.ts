/** The GitHub Action and the GitLab template: what they would run is run. */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseArguments } from "../src/cli/arguments.js";
import { CLI } from "./support/cli.js";

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly steps: readonly { readonly run?: string; readonly uses?: string; readonly if?: string; readonly env?: Readonly<Record<string, string>> }[] };
}
const action = parse(readFileSync("action.yml", "utf8")) as Action;
const [check, upload, end] = action.runs.steps;

let folder = "";
let at = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leaklint-action-"));
  mkdirSync(join(folder, "action"));
  symlinkSync(dirname(CLI), join(folder, "action", "dist"));
});
beforeEach(() => {
  at = mkdtempSync(join(folder, "work-"));
  cpSync(resolve("fixtures/recipient-exposure/flag.to.eml"), join(at, "a b.eml"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** As the runner does: inputs go into `env` only, and bash is told to stop at errors. */
function runCheck(inputs: Readonly<Record<string, string>>): { status: number | null; stdout: string; stderr: string; output: string } {
  const values = { ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])), ...inputs };
  const env = Object.fromEntries(Object.entries(check.env ?? {}).map(([name, template]) => [name, values[/^\$\{\{ inputs\.([\w-]+) \}\}$/u.exec(template)?.[1] ?? ""] ?? ""]));
  const outputFile = join(folder, "output");
  writeFileSync(outputFile, "");
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", check.run ?? ""], {
    cwd: at, encoding: "utf8",
    env: { ...process.env, ...env, GITHUB_OUTPUT: outputFile, GITHUB_STEP_SUMMARY: join(folder, "summary.md"), GITHUB_ACTION_PATH: join(folder, "action") },
  });
  return { status, stdout, stderr, output: readFileSync(outputFile, "utf8") };
}

describe("the GitHub Action", () => {
  it("writes no input into a script, where it would be run", () => {
    expect(action.runs.steps.filter(({ run }) => run?.includes("${{"))).toEqual([]);
  });

  it("gives every input to its step", () => {
    const used = Object.values(check.env ?? {}).join(" ") + JSON.stringify(upload);
    expect(Object.keys(action.inputs).filter((name) => !used.includes(`inputs.${name}`))).toEqual([]);
  });

  it("checks, annotates, writes its reports and says the exit status, without failing before they are uploaded", () => {
    const { status, stdout, output } = runCheck({});
    expect([status, output]).toEqual([0, "exit-status=1\n"]);
    expect(stdout).toMatch(/^::error file=a b\.eml,/mu);
    expect(readdirSync(at).sort()).toEqual(["a b.eml", "leaklint.html", "leaklint.sarif"]);
    expect(readFileSync(join(folder, "summary.md"), "utf8")).toContain("BLOCK");
    expect(spawnSync("bash", ["-c", end.run ?? ""], { env: { ...process.env, STATUS: "1" } }).status).toBe(1);
    expect(upload.uses).toMatch(/^github\/codeql-action\/upload-sarif@v\d+$/u);
  });

  it("takes several paths, one a line, and words that look like options or commands as what they are: paths", () => {
    writeFileSync(join(at, "--help"), "");
    const { output, stdout } = runCheck({ paths: "a b.eml\n--help\n\n", html: "", sarif: "" });
    expect(output).toBe("exit-status=1\n");
    expect(stdout).toContain("checked 2 files");
    expect(existsSync(join(at, "leaklint.html"))).toBe(false);
  });

  it.each(["$(touch pwned)", "`touch pwned`", '"; touch pwned; "', "a b.eml; touch pwned"])("runs nothing that an input such as %s might hold", (paths) => {
    const { output } = runCheck({ paths, lang: "en", html: "", sarif: "" });
    expect([output, existsSync(join(at, "pwned"))]).toEqual(["exit-status=2\n", false]);
  });

  it("hands on a wrong input as status 2", () => {
    expect(runCheck({ profile: "pubic" }).output).toBe("exit-status=2\n");
  });
});

describe("the GitLab template", () => {
  const { variables, leaklint } = parse(readFileSync("templates/leaklint.gitlab-ci.yml", "utf8")) as {
    variables: Record<string, string>;
    leaklint: { script: string[]; artifacts: { when: string; paths: string[]; reports: Record<string, string> } };
  };

  it("runs what the command line understands, and keeps every report that it writes", () => {
    // npx is replaced by one that writes down its words.
    mkdirSync(join(at, "bin"));
    writeFileSync(join(at, "bin", "npx"), '#!/bin/sh\nprintf "%s\\n" "$@"\n');
    chmodSync(join(at, "bin", "npx"), 0o755);
    const { stdout, status } = spawnSync("bash", ["-eo", "pipefail", "-c", leaklint.script.join("\n")], { cwd: at, encoding: "utf8", env: { ...process.env, ...variables, PATH: `${join(at, "bin")}:${process.env["PATH"] ?? ""}` } });
    const words = stdout.trimEnd().split("\n");
    expect([status, words.slice(0, 2)]).toEqual([0, ["--yes", "leaklint@latest"]]);
    const { reports, operands, profile } = parseArguments(words.slice(2));
    expect([operands, profile]).toEqual([["."], "repo"]);
    expect(reports.map(({ file }) => file).sort()).toEqual([...Object.values(leaklint.artifacts.reports), ...leaklint.artifacts.paths].sort());
    expect(leaklint.artifacts.when).toBe("always");
    expect(reports.find(({ format }) => format === "gitlab")?.file).toBe(leaklint.artifacts.reports["codequality"]);
  });
});
