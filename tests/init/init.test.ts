/** `leaklint init` in real repositories: whatever runs the hook, what must not be committed is not, and what was there still runs. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHookWorld, type HookWorld, MEMBERS } from "../support/hooks.js";
import { createRepository, removeTemporary, temporaryFolder, type TestRepository } from "../support/repository.js";
import { toolForTests } from "../support/tools.js";

let world: HookWorld;
beforeAll(() => {
  world = createHookWorld();
});
afterAll(removeTemporary);

function init(repository: Pick<TestRepository, "path">, ...args: readonly string[]): string {
  const { status, said } = world.run(repository, "leaklint", ["init", ...args]);
  expect(status, said).toBe(0);
  return said;
}
const refused = (repository: Pick<TestRepository, "path">, ...args: readonly string[]): string => {
  const { status, said } = world.run(repository, "leaklint", ["init", ...args]);
  expect(status, said).toBe(2);
  return said;
};
const read = ({ path }: Pick<TestRepository, "path">, name: string): string => readFileSync(join(path, name), "utf8");
function script(repository: Pick<TestRepository, "path">, name: string, text: string): void {
  const path = join(repository.path, name);
  mkdirSync(resolve(path, ".."), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}
function tries(repository: TestRepository, file: string, content: string): { readonly status: number | null; readonly said: string } {
  repository.write(file, content);
  repository.git("add", "-A");
  return world.run(repository, "git", ["commit", "-m", file]);
}
/** Nothing but what is harmless can be committed. */
function guards(repository: TestRepository): void {
  const fine = tries(repository, "fine.txt", "nothing here\n");
  expect(fine.status, fine.said).toBe(0);
  const leak = tries(repository, "members.csv", MEMBERS);
  expect(leak.status, leak.said).not.toBe(0);
  expect(leak.said).toContain("members.csv");
  expect(repository.git("ls-tree", "--name-only", "HEAD")).not.toContain("members.csv");
  repository.git("rm", "-q", "-f", "members.csv");
}
/** All files of the tree and of the hooks folder, with what is in them. */
function everything({ path }: Pick<TestRepository, "path">): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(path, { recursive: true, encoding: "utf8" })) {
    const full = join(path, name);
    if ((name.startsWith(".git/") && !name.startsWith(".git/hooks/")) || !statSync(full).isFile()) continue;
    files[name] = `${(statSync(full).mode & 0o111) !== 0 ? "x" : "-"} ${readFileSync(full, "utf8")}`;
  }
  return files;
}

describe("a hook of git's own", () => {
  it("is written with a config, stops a leak, and is written once", () => {
    const repository = createRepository();
    expect(init(repository)).toBe("write   leaklint.config.json\nwrite   .git/hooks/pre-commit\n");
    expect(JSON.parse(read(repository, "leaklint.config.json"))).toEqual({ profile: "repo" });
    const before = everything(repository);
    expect(init(repository)).toContain("there already");
    expect(everything(repository)).toEqual(before);
    guards(repository);
  });

  it("speaks Japanese", () => {
    const { said } = world.run(createRepository(), "leaklint", ["init"], { env: { LANG: "ja_JP.UTF-8" } });
    expect(said).toContain("書き込み");
  });

  it("writes nothing with --dry-run", () => {
    const repository = createRepository();
    const before = everything(repository);
    expect(init(repository, "--dry-run")).toContain("Nothing was written");
    expect(everything(repository)).toEqual(before);
  });

  it("leaves a config that is there, of any kind, here or above", () => {
    const repository = createRepository();
    repository.write("leaklint.config.mjs", "export default { profile: 'publish' };\n");
    expect(init(repository)).toBe("write   .git/hooks/pre-commit\n");
  });

  it("runs the hook that was there first, stops where that stops, and puts it back", () => {
    const repository = createRepository();
    script(repository, ".git/hooks/pre-commit", "#!/bin/sh\necho earlier hook >> ran\n[ ! -e stop ]\n");
    const before = everything(repository);
    init(repository);
    guards(repository);
    expect(read(repository, "ran").split("\n").length).toBeGreaterThan(1);
    repository.write("stop", "");
    expect(tries(repository, "other.txt", "x\n").status).toBe(1);
    for (const name of ["stop", "ran", "fine.txt", "other.txt"]) rmSync(join(repository.path, name));
    init(repository, "--uninstall");
    expect(everything(repository)).toEqual({ ...before, "leaklint.config.json": expect.any(String) as string });
    expect(init(repository, "--uninstall")).toContain("no hook of leaklint");
  });

  it("keeps a hook that is a link or is not executable as it was", () => {
    const repository = createRepository();
    script(repository, "tools/hook.sh", "#!/bin/sh\necho linked >> ran\n");
    symlinkSync("../../tools/hook.sh", join(repository.path, ".git/hooks/pre-commit"));
    init(repository);
    guards(repository);
    expect(read(repository, "ran")).toContain("linked");
    init(repository, "--uninstall");
    expect(readFileSync(join(repository.path, ".git/hooks/pre-commit"), "utf8")).toContain("linked");
    const plain = createRepository();
    writeFileSync(join(plain.path, ".git/hooks/pre-commit"), "#!/bin/sh\nexit 1\n");
    init(plain);
    guards(plain);
  });

  it("does not lose one of two hooks that were put aside", () => {
    const repository = createRepository();
    script(repository, ".git/hooks/pre-commit", "#!/bin/sh\n");
    script(repository, ".git/hooks/pre-commit.before-leaklint", "#!/bin/sh\n");
    const before = everything(repository);
    expect(refused(repository)).toContain("are both there");
    expect(everything(repository)).toEqual(before);
  });

  it("stands where core.hooksPath says, and nowhere else", () => {
    const repository = createRepository();
    repository.git("config", "core.hooksPath", ".githooks");
    init(repository);
    expect([existsSync(join(repository.path, ".githooks/pre-commit")), existsSync(join(repository.path, ".git/hooks/pre-commit"))]).toEqual([true, false]);
    guards(repository);
  });

  it("is not put into a folder of all repositories", () => {
    const repository = createRepository();
    const shared = temporaryFolder();
    repository.git("config", "core.hooksPath", shared);
    expect(refused(repository)).toContain("outside this repository");
    expect(readdirSync(shared)).toEqual([]);
  });

  it("works from a subfolder, in a linked working tree and in a path with spaces and quotes", () => {
    const repository = createRepository();
    repository.commit("first", { "sub/a.txt": "a\n" });
    const tree = join(temporaryFolder(), "it's a tree 日本語");
    repository.git("worktree", "add", "-q", "-b", "linked", tree);
    init({ path: join(repository.path, "sub") });
    expect(existsSync(join(repository.path, "leaklint.config.json"))).toBe(true);
    guards(repository);
    const linked = { ...repository, path: tree };
    expect(init(linked)).not.toContain("pre-commit");
    writeFileSync(join(tree, "members.csv"), MEMBERS);
    expect(world.run(linked, "git", ["add", "."]).status).toBe(0);
    expect(world.run(linked, "git", ["commit", "-m", "x"]).status).toBe(1);
  });

  it("stops the commit where there is no leaklint any more, and says how to go on", () => {
    const repository = createRepository();
    init(repository);
    repository.write("a.txt", "a\n");
    repository.git("add", ".");
    const { status, said } = world.run(repository, "git", ["commit", "-m", "x"], { env: { PATH: process.env["PATH"] } });
    expect(status).not.toBe(0);
    expect(said).toMatch(/leaklint is not there: install it, or delete the hook \S*pre-commit/u);
    expect(said).toContain("見つかりません");
  });

  it("calls the leaklint of node_modules where that is installed", () => {
    const repository = createRepository();
    script(repository, "node_modules/.bin/leaklint", readFileSync(join(world.bin, "leaklint"), "utf8"));
    repository.write(".gitignore", "node_modules\n");
    init(repository);
    expect(read(repository, ".git/hooks/pre-commit")).toMatch(/ \|\| node_modules\/\.bin\/leaklint staged\n/u);
    guards(repository);
  });

  it.each(["git", "husky"])("asks leaklint only where something is staged (%s)", (tool) => {
    const repository = createRepository();
    script(repository, "node_modules/.bin/leaklint", readFileSync(join(world.bin, "leaklint"), "utf8"));
    repository.write(".gitignore", "node_modules\n");
    init(repository, "--tool", tool);
    if (tool === "husky") repository.git("config", "core.hooksPath", ".husky");
    const asked = "leaklint was asked";
    script(repository, "node_modules/.bin/leaklint", `#!/bin/sh\necho "${asked}"\nexit 1\n`);
    const commit = (...args: readonly string[]) => world.run(repository, "git", ["commit", "-m", "x", ...args]);
    repository.git("add", "-A");
    // The first commit of all: there is nothing to compare with.
    expect(commit()).toMatchObject({ status: 1, said: expect.stringContaining(asked) as string });
    expect(commit("--no-verify").status).toBe(0);
    expect(commit("--allow-empty")).toMatchObject({ status: 0, said: expect.not.stringContaining(asked) as string });
    expect(commit("--amend", "--allow-empty").status).toBe(0);
    repository.write("a.txt", "a\n");
    repository.git("add", "a.txt");
    expect(commit().said).toContain(asked);
    repository.git("reset", "-q");
    // What is staged only while this commit is made.
    repository.write(".gitignore", "node_modules\n.cache\n");
    expect(commit("-a").said).toContain(asked);
    expect(commit(".gitignore").said).toContain(asked);
    // A change of nothing but a file's mode, a deletion and a broken repository are leaklint's to judge.
    chmodSync(join(repository.path, ".gitignore"), 0o755);
    expect(commit("-a").said).toContain(asked);
    rmSync(join(repository.path, ".gitignore"));
    expect(commit("-a").said).toContain(asked);
  });
});

describe("pre-push", () => {
  function pair(): { repository: TestRepository; remote: TestRepository } {
    const [repository, remote] = [createRepository(), createRepository({ bare: true })];
    repository.git("remote", "add", "origin", remote.path);
    repository.commit("first", { "a.txt": "a\n" });
    repository.git("push", "-q", "origin", "main");
    return { repository, remote };
  }
  const pushes = (repository: TestRepository) => world.run(repository, "git", ["push", "origin", "main"]);

  it("stops what would be pushed, deleted later or not; the hook that was there reads its refs as before", () => {
    const { repository } = pair();
    script(repository, ".git/hooks/pre-push", `#!/bin/sh\ncat > seen\necho "$1" >> seen\n`);
    init(repository, "--hook", "pre-push");
    repository.commit("fine", { "b.txt": "b\n" });
    expect(pushes(repository)).toMatchObject({ status: 0 });
    expect(read(repository, "seen")).toMatch(/^refs\/heads\/main [\da-f]{40} refs\/heads\/main [\da-f]{40}\norigin\n$/u);
    repository.commit("leak", { "members.csv": MEMBERS });
    repository.git("rm", "-q", "members.csv");
    repository.commit("deleted", {});
    const { status, said } = pushes(repository);
    expect(status).not.toBe(0);
    expect(said).toContain("members.csv");
  });

  it("lets through what tells it nothing", () => {
    const { repository } = pair();
    init(repository, "--hook", "pre-push");
    expect(pushes(repository).status).toBe(0);
    expect(world.run(repository, "git", ["push", "origin", "main:other"]).status).toBe(0);
    expect(world.run(repository, "git", ["push", "origin", ":other"]).status).toBe(0);
  });
});

describe("pre-receive", () => {
  it("is what a bare repository gets: the server takes nothing, not even objects", () => {
    const [repository, remote] = [createRepository(), createRepository({ bare: true })];
    expect(init(remote)).toBe("write   hooks/pre-receive\n");
    expect(refused(remote, "--tool", "husky")).toContain("--tool git");
    repository.git("remote", "add", "origin", remote.path);
    repository.commit("fine", { "a.txt": "a\n" });
    expect(world.run(repository, "git", ["push", "-q", "origin", "main"]).status).toBe(0);
    const leak = repository.commit("leak", { "members.csv": MEMBERS });
    const { status, said } = world.run(repository, "git", ["push", "origin", "main", "HEAD:refs/heads/other"]);
    expect(status).not.toBe(0);
    expect(said).toContain("pre-receive hook declined");
    expect(() => remote.git("cat-file", "-e", leak)).toThrow();
    expect(init(remote, "--uninstall")).toBe("remove  hooks/pre-receive\n");
  });
});

describe("husky", () => {
  const HUSKY = resolve(import.meta.dirname, "../../node_modules/husky/bin.js");

  function huskyRepository(hooks: Readonly<Record<string, string>> = {}): TestRepository {
    const repository = createRepository();
    repository.write("package.json", '{\n  "devDependencies": { "husky": "^9.0.0" }\n}\n');
    for (const [name, text] of Object.entries(hooks)) repository.write(`.husky/${name}`, text);
    const { status, said } = world.run(repository, process.execPath, [HUSKY]);
    expect(status, said).toBe(0);
    return repository;
  }

  it.each([
    ["no hook yet", {}],
    ["a hook", { "pre-commit": "echo husky >> ran\n" }],
    ["a hook that ends early", { "pre-commit": "#!/bin/sh\nexit 0\n" }],
    ["a hook of an older version", { "pre-commit": '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\nexit 0\n' }],
  ])("with %s runs leaklint, once, and leaves all else", (_, hooks) => {
    const repository = huskyRepository(hooks);
    const before = everything(repository);
    expect(init(repository)).toContain("write   .husky/pre-commit");
    expect(init(repository)).toContain("there already");
    guards(repository);
    rmSync(join(repository.path, "fine.txt"));
    rmSync(join(repository.path, "ran"), { force: true });
    init(repository, "--uninstall");
    const after = everything(repository);
    delete after["leaklint.config.json"];
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    for (const [name, text] of Object.entries(before)) expect(after[name].slice(2), name).toBe(text.slice(2));
  });

  it("gives the refs of a push to whatever reads them next", () => {
    const repository = huskyRepository({ "pre-push": 'cat > seen\n' });
    const remote = createRepository({ bare: true });
    init(repository, "--hook", "pre-push");
    repository.git("remote", "add", "origin", remote.path);
    repository.commit("fine", { "a.txt": "a\n" });
    expect(world.run(repository, "git", ["push", "origin", "main"])).toMatchObject({ status: 0 });
    expect(read(repository, "seen")).toMatch(/^refs\/heads\/main [\da-f]{40} refs\/heads\/main 0{40}\n$/u);
    repository.commit("leak", { "members.csv": MEMBERS });
    expect(world.run(repository, "git", ["push", "origin", "main"]).status).not.toBe(0);
  });
});

describe.skipIf(toolForTests("pre-commit") === undefined)("the framework pre-commit (Debian: pre-commit)", () => {
  const home = (): NodeJS.ProcessEnv => ({ PRE_COMMIT_HOME: temporaryFolder() });
  const EXISTING = `# ours
default_language_version:
  python: python3
repos:
- repo: local
  hooks:
  - id: note
    name: note
    entry: sh -c 'echo noted >> .git/ran'
    language: system
    pass_filenames: false
    always_run: true
# the end
ci:
  skip: [note]
`;

  it.each([
    ["a config with other hooks", EXISTING],
    ["an empty list", "repos: []\n"],
    ["a list that is indented", EXISTING.replace(/^((?:- repo| {2}hooks| {2}- id| {4}(?!python)).*)$/gmu, "    $1")],
  ])("with %s runs leaklint and what was there", (_, config) => {
    const repository = createRepository();
    repository.write(".pre-commit-config.yaml", config);
    expect(init(repository)).toContain("pre-commit install");
    expect(init(repository)).toContain("there already");
    const { status, said } = world.run(repository, "pre-commit", ["install"], { env: home() });
    expect(status, said).toBe(0);
    guards(repository);
    if (config.includes("note")) expect(read(repository, ".git/ran")).toContain("noted");
    init(repository, "--uninstall");
    if (config.includes("note")) expect(read(repository, ".pre-commit-config.yaml")).toBe(config);
    else expect(existsSync(join(repository.path, ".pre-commit-config.yaml"))).toBe(false);
  });

  it("knows what would be pushed", () => {
    const [repository, remote] = [createRepository(), createRepository({ bare: true })];
    repository.write(".pre-commit-config.yaml", EXISTING);
    init(repository);
    init(repository, "--hook", "pre-push");
    expect(read(repository, ".pre-commit-config.yaml").match(/id: leaklint/gu)).toHaveLength(2);
    const env = home();
    expect(world.run(repository, "pre-commit", ["install", "--hook-type", "pre-push"], { env }).status).toBe(0);
    repository.git("remote", "add", "origin", remote.path);
    repository.commit("fine", { "a.txt": "a\n" });
    const first = world.run(repository, "git", ["push", "origin", "main"], { env });
    expect(first.status, first.said).toBe(0);
    repository.commit("leak", { "members.csv": MEMBERS });
    repository.git("rm", "-q", "members.csv");
    repository.commit("deleted", {});
    const { status, said } = world.run(repository, "git", ["push", "origin", "main"], { env });
    expect(status).not.toBe(0);
    expect(said).toContain("members.csv");
  });

  it("takes our own list of hooks", () => {
    const { status, said } = world.run({ path: resolve(import.meta.dirname, "../..") }, "pre-commit", ["validate-manifest", ".pre-commit-hooks.yaml"], { env: home() });
    expect([status, said]).toEqual([0, ""]);
  });

  it.each([
    ["repos:\n\t- repo: local\n", "has tabs"],
    ["repos: [{repo: meta, hooks: [{id: identity}]}]\n", "no list of repos"],
    ["exclude: x\n", "no list of repos"],
  ])("is left alone where it is written in a way that leaklint does not edit: %j", (config, message) => {
    const repository = createRepository();
    repository.write(".pre-commit-config.yaml", config);
    expect(refused(repository)).toContain(message);
    expect(read(repository, ".pre-commit-config.yaml")).toBe(config);
  });
});

it.each([[["here"], "takes no paths"], [["--hook", "post-commit"], "--hook must be one of"], [["--tool", "huski"], 'did you mean "husky"?'], [["--dry"], "there is no option --dry"]])("leaklint init %j is an error", (args, message) => {
  expect(refused(createRepository(), ...args)).toContain(message);
});

it("outside a repository it is an error", () => {
  expect(refused({ path: temporaryFolder() })).toContain("no git repository");
});
