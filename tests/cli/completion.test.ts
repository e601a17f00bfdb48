/** The completion scripts, in the shells they are for. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { completionScript, SHELLS } from "../../src/cli/completion.js";
import { COMMAND_WORDS, FORMATS, SCAN_OPTIONS } from "../../src/cli/interface.js";
import { toolForTests } from "../support/tools.js";

const CODES = ["my-number", "my-number/number", "personal-records/table"];
const COMMANDS = Object.keys(COMMAND_WORDS).filter((name) => name !== "");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leaklint-completion-"));
  for (const shell of SHELLS) writeFileSync(join(folder, `leaklint.${shell}`), completionScript(shell, CODES, "en"));
  mkdirSync(join(folder, "files"));
  writeFileSync(join(folder, "files", "report one.html"), "");
  writeFileSync(join(folder, "files", "book.xlsx"), "");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What is typed, the cursor at its end; and some of what must be offered, and what must not. */
const CASES: readonly (readonly [typed: string, offered: readonly string[], notOffered: readonly string[]])[] = [
  ["leaklint ma", ["mail"], ["explain"]],
  ["leaklint b", ["book.xlsx"], ["mail"]],
  ["leaklint --form", ["--format"], ["--from"]],
  ["leaklint --format ", [...FORMATS], ["mail", "book.xlsx"]],
  ["leaklint --format js", ["json", "jsonl"], ["sarif"]],
  ["leaklint mail --fr", ["--from"], ["--fail-on"]],
  ["leaklint mail bo", ["book.xlsx"], []],
  ["leaklint explain my", CODES.slice(0, 2), ["personal-records/table"]],
  ["leaklint --config bo", ["book.xlsx"], ["mail"]],
  ["leaklint completion ", [...SHELLS], ["book.xlsx"]],
  ["leaklint --no-", ["--no-public-body"], ["--format"]],
  ["leaklint --report ht", ["html="], ["json="]],
];

const bash = toolForTests("bash");
describe.skipIf(bash === undefined)("completion for bash", () => {
  /** As readline calls the function: it splits words at spaces and at "=". */
  const complete = (typed: string): string[] => {
    const words = typed.split(/(?<==)|(?==)| /u);
    const script = `source "$1"; shift; cd files; COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _leaklint; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync(bash ?? "", ["-c", script, "bash", join(folder, "leaklint.bash"), ...words], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).split("\n").filter(Boolean);
  };

  it.each(CASES)("of %j", (typed, offered, notOffered) => {
    const found = complete(typed);
    expect(found).toEqual(expect.arrayContaining([...offered]));
    expect(found.filter((one) => notOffered.includes(one))).toEqual([]);
  });

  it.each([
    ["leaklint --format=js", ["json", "jsonl"]],
    ["leaklint --format=", [...FORMATS]],
    ["leaklint --report html=re", ["report one.html"]],
    ["leaklint -o re", ["report one.html"]],
  ])("of %j, at an equals sign and with names that hold spaces", (typed, offered) => {
    expect(complete(typed).sort()).toEqual([...offered].sort());
  });

  it("offers every command and file first, and every option of each command", () => {
    expect(complete("leaklint ").sort()).toEqual([...COMMANDS, "book.xlsx", "report one.html"].sort());
    expect(complete("leaklint --")).toEqual(expect.arrayContaining(Object.keys(SCAN_OPTIONS).map((name) => `--${name}`)));
  });
});

const zsh = toolForTests("zsh");
describe.skipIf(zsh === undefined)("completion for zsh", () => {
  it("is understood, and is given to the word leaklint", () => {
    const script = `autoload -Uz compinit; compinit -u -d ${join(folder, "dump")}; source ${join(folder, "leaklint.zsh")}; print -- $_comps[leaklint]; whence -w _leaklint`;
    expect(execFileSync(zsh ?? "", ["-f", "-c", script], { encoding: "utf8" })).toBe("_leaklint\n_leaklint: function\n");
  });

  /** What the completion system is offered, in a real shell at a pseudo-terminal. */
  const complete = (typed: string): string => {
    const script = `
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell 'cd ${join(folder, "files")}; PS1=; autoload -Uz compinit; compinit -u -d ${join(folder, "dump")}; source ${join(folder, "leaklint.zsh")}; zstyle ":completion:*" list-grouped false; setopt auto_list list_rows_first; LISTMAX=10000; print READY'
      local line
      while zpty -r shell line; do [[ $line == READY* ]] && break; done
      zpty -w -n shell ${JSON.stringify(typed)}$'\\t\\t'
      local out=''
      repeat 40; do sleep 0.1; while zpty -r -t shell line; do out+=$line; done; done
      print -r -- $out
      zpty -d shell`;
    return execFileSync(zsh ?? "", ["-f", "-c", `() { ${script} }`], { encoding: "utf8", timeout: 60_000, env: { ...process.env, TERM: "dumb", COLUMNS: "200", LINES: "200" } });
  };

  it.each([
    ["leaklint expl", /leaklint explain /u],
    ["leaklint mail --fr", /--from=/u],
    ["leaklint explain person", /personal-records\/table/u],
    ["leaklint --format s", /--format sarif/u],
  ])("of %j", (typed, completed) => {
    expect(complete(typed)).toMatch(completed);
  }, 60_000);
});

const fish = toolForTests("fish");
describe.skipIf(fish === undefined)("completion for fish", () => {
  const complete = (typed: string): string[] =>
    execFileSync(fish ?? "", ["--no-config", "-c", `source ${join(folder, "leaklint.fish")}; cd ${join(folder, "files")}; complete -C ${JSON.stringify(typed)}`], { encoding: "utf8", env: { ...process.env, HOME: folder } })
      .split("\n").map((line) => line.split("\t")[0]).filter(Boolean);

  it.each(CASES)("of %j", (typed, offered, notOffered) => {
    const found = complete(typed);
    expect(found).toEqual(expect.arrayContaining([...offered]));
    expect(found.filter((one) => notOffered.includes(one))).toEqual([]);
  });
});

describe("completion for PowerShell", () => {
  it("has every command, option and word, in brackets that close", () => {
    const script = completionScript("powershell", CODES, "ja");
    for (const word of [...COMMANDS, ...Object.keys(SCAN_OPTIONS).map((name) => `--${name}`), ...FORMATS, ...CODES]) expect(script).toContain(`'${word}'`);
    for (const [open, close] of ["()", "{}", "[]"]) expect(script.split(open).length).toBe(script.split(close).length);
  });
});
