import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { UsageError } from "../../../src/errors.js";
import { openRepository } from "../../../src/sources/git/repository.js";
import { stagedChanges } from "../../../src/sources/git/staged.js";
import { type Seen, seeStaged } from "../../support/git-source.js";
import { createRepository, GIT_ENV, isolateGit, removeTemporary, temporaryFolder, type TestRepository } from "../../support/repository.js";

beforeAll(isolateGit);
afterAll(removeTemporary);

const paths = (seen: readonly Seen[]): string[] => seen.map(({ at }) => at);
const withHead = (): TestRepository => {
  const repository = createRepository();
  repository.commit("one", { "a.txt": "a\n", "b.txt": "b\n" });
  return repository;
};

describe("what is staged", () => {
  it("is read from the index and never from the working tree", async () => {
    const repository = withHead();
    repository.write("a.txt", "staged\n");
    repository.git("add", "a.txt");
    repository.write("a.txt", "in the working tree\n");
    repository.write("untracked.txt", "untracked\n");
    expect(await seeStaged(repository.path)).toEqual([{ at: "a.txt", name: "a.txt", text: "staged\n" }]);
  });

  it("is read where the working tree no longer has it", async () => {
    const repository = withHead();
    repository.write("a.txt", "staged\n");
    repository.git("add", "a.txt");
    unlinkSync(join(repository.path, "a.txt"));
    expect(await seeStaged(repository.path)).toEqual([{ at: "a.txt", name: "a.txt", text: "staged\n" }]);
  });

  it("is the whole index before the first commit", async () => {
    const repository = createRepository();
    repository.write("x/y.txt", "y\n");
    repository.git("add", ".");
    expect(await seeStaged(repository.path)).toEqual([{ at: "x/y.txt", name: "y.txt", text: "y\n" }]);
  });

  it("is nothing where nothing is staged, was only deleted, or only changed its permissions", async () => {
    const repository = withHead();
    expect(await seeStaged(repository.path)).toEqual([]);
    repository.git("rm", "-q", "--cached", "b.txt");
    repository.git("update-index", "--chmod=+x", "a.txt");
    expect(await seeStaged(repository.path)).toEqual([]);
  });

  it("has a renamed file under its new name", async () => {
    const repository = withHead();
    repository.git("mv", "a.txt", "c.csv");
    expect(await seeStaged(repository.path)).toEqual([{ at: "c.csv", name: "c.csv", text: "a\n" }]);
  });

  it("is seen whole from a folder below, whatever the configuration of git diff says", async () => {
    const repository = withHead();
    repository.write("sub/d.txt", "d\n");
    repository.write("a.txt", "a2\n");
    repository.git("add", ".");
    for (const [key, value] of [["diff.relative", "true"], ["diff.renames", "copies"], ["diff.noprefix", "true"], ["diff.ignoreSubmodules", "all"], ["diff.external", "false"], ["core.quotePath", "true"]]) {
      repository.git("config", key, value);
    }
    expect(paths(await seeStaged(join(repository.path, "sub")))).toEqual(["a.txt", "sub/d.txt"]);
  });

  it("keeps the bytes as git stores them, whatever attributes and line ends the working tree has", async () => {
    const repository = createRepository();
    repository.git("config", "core.autocrlf", "true");
    repository.write(".gitattributes", "*.txt text eol=crlf working-tree-encoding=UTF-16LE-BOM\n*.bin diff=none -text\n");
    repository.write("a.bin", "one\r\ntwo\n");
    repository.write("u.txt", Buffer.from("\ufeffhello\r\n", "utf16le"));
    repository.git("add", ".");
    const seen = await seeStaged(repository.path);
    expect(seen.find(({ at }) => at === "a.bin")?.text).toBe("one\r\ntwo\n");
    expect(seen.find(({ at }) => at === "u.txt")?.text).toBe("hello\n");
  });

  it("has paths of any bytes, as text where an encoding knows them", async () => {
    const repository = createRepository();
    repository.stageBytes(Buffer.from("new\nline\t\"quoted\".txt"), "1\n");
    repository.stageBytes(Buffer.from(":100644 colon"), "2\n");
    repository.stageBytes(Buffer.from("様式.txt"), "3\n");
    repository.stageBytes(Buffer.from([0x96, 0xbc, 0x95, 0xeb, 0x2e, 0x74, 0x78, 0x74]), "4\n"); // 名簿.txt in Shift_JIS
    repository.stageBytes(Buffer.from([0xff, 0xfe, 0x2f, 0x61, 0xe9, 0x2e]), "5\n");
    expect((await seeStaged(repository.path)).map(({ at, name, text }) => [at, name, text]).sort()).toEqual(
      [
        ["new\nline\t\"quoted\".txt", "new\nline\t\"quoted\".txt", "1\n"],
        [":100644 colon", ":100644 colon", "2\n"],
        ["様式.txt", "様式.txt", "3\n"],
        ["名簿.txt", "名簿.txt", "4\n"],
        ["\\xff\\xfe/a\\xe9.", "a\\xe9.", "5\n"],
      ].sort(),
    );
  });

  it("has a link's target as text, and does not follow it", async () => {
    const repository = withHead();
    const outside = join(temporaryFolder(), "secret.txt");
    writeFileSync(outside, "outside of the tree\n");
    symlinkSync(outside, join(repository.path, "link.txt"));
    repository.git("add", ".");
    expect(await seeStaged(repository.path)).toEqual([{ at: "link.txt", name: "link.txt.symlink", text: outside }]);
  });

  it("has a file that became a link, though its bytes are the same", async () => {
    const repository = createRepository();
    repository.commit("one", { a: "target" });
    repository.stageBytes(Buffer.from("a"), "target", "120000");
    expect(await seeStaged(repository.path)).toEqual([{ at: "a", name: "a.symlink", text: "target" }]);
  });

  it("notes a submodule", async () => {
    const repository = withHead();
    repository.git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},vendor/lib`);
    expect(await seeStaged(repository.path)).toEqual([{ at: "vendor/lib", unread: "unsupported: a submodule: its files are in its own repository, and are checked there" }]);
  });

  it("leaves out what the config ignores", async () => {
    const repository = createRepository();
    repository.write("keep.txt", "k");
    repository.write("drop/x.txt", "x");
    repository.git("add", ".");
    expect(paths(await seeStaged(repository.path, { ignored: (path) => path.startsWith("drop/") }))).toEqual(["keep.txt"]);
  });

  it("has equal files at each of their paths", async () => {
    const repository = createRepository();
    for (const name of ["1.txt", "2.txt", "3/1.txt"]) repository.write(name, "same\n");
    repository.git("add", ".");
    expect((await seeStaged(repository.path)).map(({ at, text }) => `${at} ${text}`)).toEqual(["1.txt same\n", "2.txt same\n", "3/1.txt same\n"]);
  });

  it("is every one of many files, in order", async () => {
    const repository = createRepository();
    const names = Array.from({ length: 300 }, (_, i) => `f${String(i).padStart(3, "0")}.txt`);
    for (const name of names) repository.write(name, `${name}\n`.repeat(1 + (name.charCodeAt(3) % 7) * 2000));
    repository.git("add", ".");
    const seen = await seeStaged(repository.path);
    expect(paths(seen)).toEqual(names);
    expect(seen.every(({ at, text }) => text?.startsWith(`${at}\n`))).toBe(true);
  });
});

describe("while merging", () => {
  const merging = (): TestRepository => {
    const repository = createRepository();
    repository.commit("base", { "a.txt": "base\n" });
    repository.git("checkout", "-q", "-b", "side");
    repository.commit("side", { "side.txt": "side\n", "a.txt": "from the side\n" });
    repository.git("checkout", "-q", "main");
    repository.commit("main", { "a.txt": "from main\n" });
    return repository;
  };

  it("what another branch has committed already is not staged anew; what was typed while merging is", async () => {
    const repository = merging();
    expect(() => repository.git("merge", "-q", "side")).toThrow();
    repository.write("a.txt", "typed while merging\n");
    repository.write("new.txt", "evil\n");
    repository.git("add", ".");
    expect(await seeStaged(repository.path)).toEqual([
      { at: "a.txt", name: "a.txt", text: "typed while merging\n" },
      { at: "new.txt", name: "new.txt", text: "evil\n" },
    ]);
  });

  it("a path whose conflict is not solved is listed", async () => {
    const repository = merging();
    expect(() => repository.git("merge", "-q", "side")).toThrow();
    expect(await seeStaged(repository.path)).toContainEqual({ at: "a.txt", unread: "unsupported: its merge is not finished: what will be committed is not known yet" });
  });
});

describe("an index of another place", () => {
  it("is the one that git commit -a and partial commits hand to their hook", async () => {
    const repository = withHead();
    // The hook is called with GIT_INDEX_FILE set to what is being committed.
    const seenByHook = join(temporaryFolder(), "seen");
    const hook = join(repository.path, ".git/hooks/pre-commit");
    mkdirSync(join(repository.path, ".git/hooks"), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\nenv | grep '^GIT_' > '${seenByHook}'\ngit ls-files -s > '${seenByHook}.index'\ncp "$GIT_INDEX_FILE" '${seenByHook}.copy'\n`);
    chmodSync(hook, 0o755);
    repository.write("a.txt", "a2\n");
    repository.write("b.txt", "b2\n");
    repository.git("commit", "-q", "-m", "only b", "--", "b.txt");
    expect(readFileSync(seenByHook, "utf8")).toMatch(/^GIT_INDEX_FILE=.*next-index/mu);
    // The same state again: HEAD before the commit, the hook's index.
    repository.git("update-ref", "HEAD", "HEAD~1");
    vi.stubEnv("GIT_INDEX_FILE", `${seenByHook}.copy`);
    try {
      expect(await seeStaged(repository.path)).toEqual([{ at: "b.txt", name: "b.txt", text: "b2\n" }]);
    } finally {
      vi.stubEnv("GIT_INDEX_FILE", undefined);
    }
  });

  it("is the working tree's own in a linked worktree", async () => {
    const repository = withHead();
    const tree = join(temporaryFolder(), "tree");
    repository.git("worktree", "add", "-q", tree);
    writeFileSync(join(tree, "w.txt"), "w\n");
    repository.gitWith({ cwd: tree }, "add", ".");
    expect(await seeStaged(tree)).toEqual([{ at: "w.txt", name: "w.txt", text: "w\n" }]);
    expect(await seeStaged(repository.path)).toEqual([]);
    const [linked, main] = [await openRepository(tree), await openRepository(repository.path)];
    expect(linked.commonDir).toBe(main.commonDir);
    expect(linked.gitDir).not.toBe(main.gitDir);
  });

  it("is read whole in a sparse checkout", async () => {
    const repository = createRepository();
    repository.commit("one", { "in/a.txt": "a\n", "out/b.txt": "b\n" });
    repository.git("sparse-checkout", "set", "in");
    repository.stageBytes(Buffer.from("out/b.txt"), "changed outside of the checkout\n");
    repository.write("in/a.txt", "a2\n");
    repository.git("add", "in/a.txt");
    expect((await seeStaged(repository.path)).map(({ at, text }) => [at, text])).toEqual([["in/a.txt", "a2\n"], ["out/b.txt", "changed outside of the checkout\n"]]);
  });

  it("is read in a repository of SHA-256", async () => {
    const repository = createRepository({ hash: "sha256" });
    repository.write("a.txt", "a\n");
    repository.git("add", ".");
    expect(await seeStaged(repository.path)).toEqual([{ at: "a.txt", name: "a.txt", text: "a\n" }]);
    expect((await openRepository(repository.path)).hash).toBe("sha256");
  });
});

describe("what cannot be read", () => {
  it("a folder in no repository says so in words", async () => {
    await expect(openRepository(temporaryFolder())).rejects.toThrow(UsageError);
    await expect(openRepository(temporaryFolder())).rejects.toThrow(/in no git repository/u);
  });

  it("a damaged index is no empty one", async () => {
    const repository = withHead();
    writeFileSync(join(repository.path, ".git/index"), "DIRC\0\0\0\u0002\0\0\0\u0009garbage");
    await expect(openRepository(repository.path).then((opened) => stagedChanges(opened))).rejects.toThrow(/git cannot read the index/u);
  });

  it("a blob larger than the limit is listed with its size, and those behind it are read", async () => {
    const repository = createRepository();
    repository.write("1-large.txt", "x".repeat(200_000));
    repository.write("2-small.txt", "small\n");
    repository.git("add", ".");
    expect(await seeStaged(repository.path, { fileBytes: 1000 })).toEqual([
      { at: "1-large.txt", unread: "limit: fileBytes: 200000 bytes, which is more than may be read" },
      { at: "2-small.txt", name: "2-small.txt", text: "small\n" },
    ]);
  });

  it("missing and damaged objects are listed, and those behind them are read", async () => {
    const repository = createRepository();
    for (const name of ["a.txt", "b.txt", "c.txt", "d.txt"]) repository.write(name, `${name}\n`);
    repository.git("add", ".");
    const objectFile = (name: string): string => {
      const id = repository.git("rev-parse", `:${name}`);
      return join(repository.path, ".git/objects", id.slice(0, 2), id.slice(2));
    };
    unlinkSync(objectFile("a.txt"));
    chmodSync(objectFile("c.txt"), 0o644);
    writeFileSync(objectFile("c.txt"), "not zlib");
    const seen = await seeStaged(repository.path);
    expect(paths(seen)).toEqual(["a.txt", "b.txt", "c.txt", "d.txt"]);
    expect(seen[0].unread).toMatch(/^failed: git does not have this object/u);
    expect(seen[1].text).toBe("b.txt\n");
    expect(seen[2].unread).toMatch(/^(?:corrupt|failed): git /u);
    expect(seen[3].text).toBe("d.txt\n");
  });

  it("what a partial clone lacks is not fetched", async () => {
    const origin = createRepository();
    origin.git("config", "uploadpack.allowFilter", "true");
    origin.commit("one", { "a.txt": "a\n" });
    const clone = join(temporaryFolder(), "clone");
    execFileSync("git", ["clone", "-q", "--no-checkout", "--filter=blob:none", `file://${origin.path}`, clone], { env: GIT_ENV });
    execFileSync("git", ["read-tree", "--empty"], { cwd: clone, env: GIT_ENV });
    const id = origin.git("rev-parse", "HEAD:a.txt");
    execFileSync("git", ["update-index", "--add", "--cacheinfo", `100644,${id},moved.txt`], { cwd: clone, env: GIT_ENV });
    expect((await seeStaged(clone))[0].unread).toMatch(/^failed: git does not have this object: a partial clone/u);
    expect(() => execFileSync("git", ["cat-file", "-e", id], { cwd: clone, env: { ...GIT_ENV, GIT_NO_LAZY_FETCH: "1" }, stdio: "ignore" })).toThrow();
  });

  it("an object that this clone replaces by another is read as it will be pushed", async () => {
    const repository = createRepository();
    repository.write("a.txt", "what is pushed\n");
    repository.git("add", ".");
    const harmless = repository.gitWith({ input: "harmless\n" }, "hash-object", "-w", "--stdin");
    repository.git("replace", repository.git("rev-parse", ":a.txt"), harmless);
    expect(await seeStaged(repository.path)).toEqual([{ at: "a.txt", name: "a.txt", text: "what is pushed\n" }]);
  });
});
