/** What is written into other tools' files: lefthook, lint-staged and simple-git-hooks are not installed here, so their files are read as text. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Change, Hook, Place, Tool } from "../../src/init/plan.js";
import { shellBlock } from "../../src/init/shell.js";
import { TOOLS, toolOf } from "../../src/init/tools.js";

const TOP = "/repository";
type Files = Readonly<Record<string, string>>;

const placeWith = (files: Files, folders: readonly string[] = [], command = "leaklint"): Place => ({
  top: TOP, isBare: false, hooksFolder: join(TOP, ".git/hooks"), command,
  read: (path) => files[path],
  kindOf: (path) => {
    const name = path.startsWith(`${TOP}/`) ? path.slice(TOP.length + 1) : path;
    return files[name] !== undefined ? "file" : folders.includes(name) ? "folder" : undefined;
  },
});
const after = (files: Files, changes: readonly Change[]): Files => {
  const now: Record<string, string> = { ...files };
  for (const change of changes) {
    if (change.kind === "write") now[change.path.slice(TOP.length + 1)] = change.text;
  }
  const gone = changes.flatMap((change) => (change.kind === "remove" ? [change.path.slice(TOP.length + 1)] : []));
  return Object.fromEntries(Object.entries(now).filter(([name]) => !gone.includes(name)));
};
const added = (tool: Tool, files: Files, hook: Hook = "pre-commit"): Files => after(files, TOOLS[tool].add(placeWith(files), hook).changes);
const removed = (tool: Tool, files: Files, hook: Hook = "pre-commit"): Files => after(files, TOOLS[tool].remove(placeWith(files), hook).changes);

const BEGIN = "# leaklint: begin (leaklint init --uninstall removes this)";
const END = "# leaklint: end";

describe("what a repository uses is found out", () => {
  it.each<[tool: Tool, files: Files, folders?: string[]]>([
    ["git", {}],
    ["git", { "package.json": "{}" }],
    ["husky", { "package.json": '{ "devDependencies": { "husky": "9" } }' }],
    ["husky", {}, [".husky"]],
    ["husky", { "package.json": '{ "lint-staged": {} }' }, [".husky"]],
    ["lefthook", { "lefthook.yml": "" }],
    ["lefthook", { ".lefthook.yaml": "" }],
    ["pre-commit", { ".pre-commit-config.yaml": "repos:\n" }],
    ["simple-git-hooks", { "package.json": '{ "simple-git-hooks": {} }' }],
    ["simple-git-hooks", { "package.json": '{ "devDependencies": { "simple-git-hooks": "2" }, "lint-staged": {} }' }],
    ["git", { "package.json": '{ "lint-staged": {} }' }],
  ])("%s", (tool, files, folders = []) => {
    expect(toolOf(placeWith(files, folders), "pre-commit")).toBe(tool);
    expect(toolOf(placeWith(files, folders), "pre-receive")).toBe("git");
  });

  it("a package.json that is none is an error", () => {
    expect(() => toolOf(placeWith({ "package.json": "{" }), "pre-commit")).toThrow("package.json is not a JSON object");
  });
});

describe("lefthook", () => {
  const RUN = ["leaklint:", "  run: leaklint staged"];
  const inset = (indent: number, lines: readonly string[]): string => lines.map((line) => `${" ".repeat(indent)}${line}\n`).join("");
  it.each<[string, string, string]>([
    ["no file", "", `${BEGIN}\npre-commit:\n  commands:\n    leaklint:\n      run: leaklint staged\n${END}\n`],
    ["another hook", "pre-push:\n  commands:\n    test:\n      run: npm test", `pre-push:\n  commands:\n    test:\n      run: npm test\n${BEGIN}\npre-commit:\n  commands:\n    leaklint:\n      run: leaklint staged\n${END}\n`],
    ["commands", "pre-commit:\n  parallel: true\n  commands:\n    lint:\n      run: npm run lint\n", `pre-commit:\n  parallel: true\n  commands:\n${inset(4, [BEGIN, ...RUN, END])}    lint:\n      run: npm run lint\n`],
    ["commands, indented by four, behind a remark", "# x\npre-commit:\n    # y\n    commands:\n        lint:\n            run: a\n", `# x\npre-commit:\n    # y\n    commands:\n${inset(8, [BEGIN, ...RUN, END])}        lint:\n            run: a\n`],
    ["jobs", "pre-commit:\n  jobs:\n    - name: lint\n      run: a\n", `pre-commit:\n  jobs:\n${inset(4, [BEGIN, "- name: leaklint", "  run: leaklint staged", END])}    - name: lint\n      run: a\n`],
    ["jobs that are not indented", "pre-commit:\n  jobs:\n  - run: a\npre-push:\n  jobs:\n  - run: b\n", `pre-commit:\n  jobs:\n${inset(2, [BEGIN, "- name: leaklint", "  run: leaklint staged", END])}  - run: a\npre-push:\n  jobs:\n  - run: b\n`],
    ["scripts only", "pre-commit:\n  scripts:\n    a.sh:\n      runner: sh\n", `pre-commit:\n${inset(2, [BEGIN, "commands:", ...RUN.map((line) => `  ${line}`), END])}  scripts:\n    a.sh:\n      runner: sh\n`],
  ])("with %s", (_, old, text) => {
    const files: Files = old === "" ? {} : { "lefthook.yml": old };
    const now = added("lefthook", files);
    expect(now["lefthook.yml"]).toBe(text);
    expect(added("lefthook", now)).toEqual(now);
    expect(removed("lefthook", now)["lefthook.yml"]).toBe(old === "" ? undefined : old.endsWith("\n") ? old : `${old}\n`);
  });

  it("passes a push's refs on, and keeps both hooks apart", () => {
    const both = added("lefthook", added("lefthook", {}, "pre-commit"), "pre-push");
    expect(both["lefthook.yml"]).toContain("      run: leaklint range --pre-push {1}\n      use_stdin: true\n");
    expect(removed("lefthook", both, "pre-push")).toEqual(added("lefthook", {}, "pre-commit"));
    expect(added("lefthook", both, "pre-commit")["lefthook.yml"]?.match(/run: leaklint/gu)).toHaveLength(2);
  });

  it.each<[Files, string]>([
    [{ "lefthook.toml": "" }, "adds to YAML only"],
    [{ "lefthook.yml": "pre-commit: { commands: { a: { run: b } } }\n" }, "cannot add to"],
    [{ "lefthook.yml": "pre-commit:\r\n  commands:\r\n" }, "CRLF"],
  ])("is left alone where leaklint cannot edit it: %j", (files, message) => {
    expect(() => added("lefthook", files)).toThrow(message);
  });
});

describe("package.json", () => {
  it.each<[Tool, object, object]>([
    ["simple-git-hooks", { "simple-git-hooks": { "pre-commit": "npx lint-staged" } }, { "simple-git-hooks": { "pre-commit": "leaklint staged && npx lint-staged" } }],
    ["simple-git-hooks", { devDependencies: { "simple-git-hooks": "2" } }, { devDependencies: { "simple-git-hooks": "2" }, "simple-git-hooks": { "pre-commit": "leaklint staged" } }],
    ["lint-staged", { "lint-staged": { "*.js": "eslint" } }, { "lint-staged": { "*.js": "eslint", "*": "leaklint --profile repo" } }],
    ["lint-staged", { "lint-staged": { "*": "prettier --write" } }, { "lint-staged": { "*": ["prettier --write", "leaklint --profile repo"] } }],
    ["lint-staged", { "lint-staged": { "*": ["a", "b"] } }, { "lint-staged": { "*": ["a", "b", "leaklint --profile repo"] } }],
  ])("%s: %j", (tool, before, now) => {
    for (const indent of ["  ", "\t", "    "]) {
      for (const end of ["\n", "\r\n", ""]) {
        const text = JSON.stringify(before, null, indent).replaceAll("\n", end || "\n") + end;
        const files = added(tool, { "package.json": text });
        expect(files["package.json"]).toBe(JSON.stringify(now, null, indent).replaceAll("\n", end || "\n") + end);
        expect(added(tool, files)).toEqual(files);
        const back = JSON.parse(removed(tool, files)["package.json"]) as object;
        expect(back).toEqual("devDependencies" in before ? { ...before, "simple-git-hooks": {} } : before);
      }
    }
  });

  it.each<[Tool, Files, string]>([
    ["simple-git-hooks", { "package.json": "{}", ".simple-git-hooks.mjs": "" }, "not in package.json"],
    ["simple-git-hooks", { "package.json": "{}", "simple-git-hooks.json": "" }, "not in package.json"],
    ["simple-git-hooks", { "package.json": "{}", ".simple-git-hooks.cjs": "" }, "not in package.json"],
    ["lint-staged", { "package.json": "{}", ".lintstagedrc": "" }, "not in package.json"],
    ["lint-staged", { "package.json": "{}", "lint-staged.config.ts": "" }, "not in package.json"],
    ["lint-staged", {}, "there is no package.json"],
    ["lint-staged", { "package.json": '{ "lint-staged": "x" }' }, "not in package.json"],
  ])("%s is left alone where its settings are elsewhere: %j", (tool, files, message) => {
    expect(() => added(tool, files)).toThrow(message);
  });
});

it.each<Tool>(["husky", "lefthook", "pre-commit", "simple-git-hooks", "lint-staged"])("%s is not asked to run on a server", (tool) => {
  expect(() => added(tool, { "package.json": "{}" }, "pre-receive")).toThrow(/on servers|about commits only/u);
});

it("a block that reads refs passes nothing on where there are none", () => {
  expect(shellBlock("pre-push", "leaklint").split("\n")).toEqual([
    BEGIN, "leaklint_refs=$(cat)", 'if [ -n "$leaklint_refs" ]; then', `  printf '%s\\n' "$leaklint_refs" | leaklint range --pre-push "$1" || exit $?`,
    "  exec <<LEAKLINT_REFS", "$leaklint_refs", "LEAKLINT_REFS", "fi", END, "",
  ]);
});
