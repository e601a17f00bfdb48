import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.js";
import { type Pushed, prePush, preReceive } from "../../../src/sources/git/pushed.js";
import { openRepository } from "../../../src/sources/git/repository.js";
import { seeRange } from "../../support/git-source.js";
import { createRepository, GIT_ENV, isolateGit, openRepositoryAt, removeTemporary, temporaryFolder, type TestRepository } from "../../support/repository.js";

beforeAll(isolateGit);
afterAll(removeTemporary);

const ZERO = "0".repeat(40);

/** A clone with a pre-push hook that keeps what git tells it. */
function cloneOf(origin: TestRepository): { clone: TestRepository; told: () => { remote: string; input: Buffer } } {
  const path = join(temporaryFolder(), "clone");
  execFileSync("git", ["clone", "-q", origin.path, path], { env: GIT_ENV });
  const notes = join(temporaryFolder(), "told");
  const hook = join(path, ".git/hooks/pre-push");
  mkdirSync(join(path, ".git/hooks"), { recursive: true });
  writeFileSync(hook, `#!/bin/sh\nprintf %s "$1" > '${notes}.remote'\ncat > '${notes}'\nexit 1\n`);
  chmodSync(hook, 0o755);
  return { clone: openRepositoryAt(path), told: () => ({ remote: readFileSync(`${notes}.remote`, "utf8"), input: readFileSync(notes) }) };
}

async function pushedFiles(clone: TestRepository, told: { remote: string; input: Buffer }): Promise<string[]> {
  const pushed = await prePush(await openRepository(clone.path), told.input, told.remote);
  return texts(clone, pushed);
}

async function texts({ path }: TestRepository, { revisions, tips }: Pushed): Promise<string[]> {
  return (await seeRange(path, revisions, { tips })).filter(({ at }) => !at.startsWith("commit message")).map(({ text, unread }) => text ?? unread ?? "");
}

describe("pre-push", () => {
  it("checks what a branch has that the remote does not", async () => {
    const origin = createRepository({ bare: true });
    const seed = createRepository();
    seed.commit("one", { "a.txt": "1" });
    seed.git("push", "-q", origin.path, "main");
    const { clone, told } = cloneOf(origin);
    clone.commit("two", { "a.txt": "2" });
    clone.commit("three", { "a.txt": "3" });
    expect(() => clone.git("push", "-q", "origin", "main")).toThrow();
    expect(await pushedFiles(clone, told())).toEqual(["2", "3"]);
  });

  it("checks a new branch from where the remote's branches end", async () => {
    const origin = createRepository({ bare: true });
    const seed = createRepository();
    seed.commit("one", { "a.txt": "1" });
    seed.git("push", "-q", origin.path, "main");
    const { clone, told } = cloneOf(origin);
    clone.git("checkout", "-q", "-b", "topic");
    clone.commit("two", { "a.txt": "2" });
    expect(() => clone.git("push", "-q", "origin", "topic")).toThrow();
    expect(await pushedFiles(clone, told())).toEqual(["2"]);
  });

  it("checks everything that goes to another remote, though the first one has it", async () => {
    const origin = createRepository({ bare: true });
    const seed = createRepository();
    seed.commit("one", { "a.txt": "internal" });
    seed.git("push", "-q", origin.path, "main");
    const { clone, told } = cloneOf(origin);
    const elsewhere = createRepository({ bare: true });
    clone.git("remote", "add", "public", elsewhere.path);
    expect(() => clone.git("push", "-q", "public", "main")).toThrow();
    expect(await pushedFiles(clone, told())).toEqual(["internal"]);
    expect(() => clone.git("push", "-q", elsewhere.path, "main")).toThrow();
    expect(told().remote).toBe(elsewhere.path);
    expect(await pushedFiles(clone, told())).toEqual(["internal"]);
  });

  it("checks a forced push where the remote has commits that this clone never saw", async () => {
    const origin = createRepository({ bare: true });
    const seed = createRepository();
    seed.commit("one", { "a.txt": "1" });
    seed.git("push", "-q", origin.path, "main");
    const { clone, told } = cloneOf(origin);
    seed.commit("theirs", { "b.txt": "theirs" });
    seed.git("push", "-q", origin.path, "main");
    clone.commit("ours", { "c.txt": "ours" });
    expect(() => clone.git("push", "-q", "--force", "origin", "main")).toThrow();
    expect(await pushedFiles(clone, told())).toEqual(["ours"]);
  });

  it("checks a tag's message, and the commits that only it has", async () => {
    const origin = createRepository({ bare: true });
    const seed = createRepository();
    seed.commit("one", { "a.txt": "1" });
    seed.git("push", "-q", origin.path, "main");
    const { clone, told } = cloneOf(origin);
    clone.git("checkout", "-q", "--detach");
    clone.commit("two", { "a.txt": "2" });
    clone.git("tag", "-a", "v1", "-m", "of the tag");
    expect(() => clone.git("push", "-q", "origin", "v1")).toThrow();
    expect(await pushedFiles(clone, told())).toEqual(["of the tag\n", "2"]);
  });

  it("checks nothing where branches are only deleted", async () => {
    const repository = createRepository();
    const one = repository.commit("one", { "a.txt": "1" });
    const input = Buffer.from(`(delete) ${ZERO} refs/heads/old ${one}\n`);
    expect(await pushedFiles(repository, { remote: "origin", input })).toEqual([]);
  });

  it("is not led astray by a remote's name that is a pattern", async () => {
    const repository = createRepository();
    const one = repository.commit("one", { "a.txt": "1" });
    repository.git("update-ref", "refs/remotes/origin/main", one);
    const input = Buffer.from(`refs/heads/main ${one} refs/heads/main ${ZERO}\n`);
    for (const remote of ["*", "[a-z]*", ""]) expect(await pushedFiles(repository, { remote, input })).toEqual(["1"]);
    expect(await pushedFiles(repository, { remote: "origin", input })).toEqual([]);
  });

  it("takes a local ref with spaces in it", async () => {
    const repository = createRepository();
    const one = repository.commit("one", { "a.txt": "1" });
    const input = Buffer.from(`HEAD@{1 day ago} ${one} refs/heads/main ${ZERO}\n`);
    expect(await pushedFiles(repository, { remote: "origin", input })).toEqual(["1"]);
  });
});

describe("pre-receive", () => {
  it("checks what no ref of the server has yet", async () => {
    const repository = createRepository();
    const one = repository.commit("one", { "a.txt": "1" });
    const two = repository.commit("two", { "a.txt": "2" });
    repository.git("reset", "-q", "--hard", one);
    expect(await texts(repository, preReceive(Buffer.from(`${one} ${two} refs/heads/main\n${ZERO} ${two} refs/heads/new\n`)))).toEqual(["2"]);
    expect(await texts(repository, preReceive(Buffer.from(`${two} ${one} refs/heads/main\n`)))).toEqual([]);
  });

  it("checks a blob that a tag brings by itself", async () => {
    const repository = createRepository();
    repository.commit("one", { "a.txt": "1" });
    const blob = repository.gitWith({ input: "smuggled" }, "hash-object", "-w", "--stdin");
    expect(await texts(repository, preReceive(Buffer.from(`${ZERO} ${blob} refs/tags/x\n`)))).toEqual(["smuggled"]);
  });
});

describe("standard input that is something else", () => {
  it.each(["hello\n", `${ZERO} ${ZERO}\n`, `refs/heads/main abc refs/heads/main def\n`, `${ZERO}\n`])("%j is refused", async (line) => {
    const repository = createRepository();
    expect(() => preReceive(Buffer.from(line))).toThrow(UsageError);
    await expect(openRepository(repository.path).then((opened) => prePush(opened, Buffer.from(line), "origin"))).rejects.toThrow(/line 1 of standard input/u);
  });
});
