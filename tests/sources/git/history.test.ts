import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { commitsOf } from "../../../src/sources/git/history.js";
import { otherTips } from "../../../src/sources/git/pushed.js";
import { openRepository } from "../../../src/sources/git/repository.js";
import { type Seen, seeRange } from "../../support/git-source.js";
import { createRepository, GIT_ENV, isolateGit, openRepositoryAt, removeTemporary, temporaryFolder } from "../../support/repository.js";

beforeAll(isolateGit);
afterAll(removeTemporary);

const short = (id: string): string => `@${id.slice(0, 7)}`;
const range = (cwd: string, ...words: string[]): Promise<Seen[]> => seeRange(cwd, { words });
const shown = (seen: readonly Seen[]): string[] => seen.map(({ at, text, unread }) => `${at}: ${(text ?? unread ?? "").trim()}`);
const files = (seen: readonly Seen[]): string[] => shown(seen.filter(({ at }) => !at.startsWith("commit message")));

describe("a range of commits", () => {
  it("has each commit's message, and every blob it brought, oldest first", async () => {
    const repository = createRepository();
    const one = repository.commit("one", { "a.txt": "1" });
    const two = repository.commit("two\n\nbody", { "a.txt": "2", "b.txt": "b" });
    const three = repository.commit("three", { "c.txt": "c" });
    expect(shown(await range(repository.path, `${one}..HEAD`))).toEqual([
      `commit message ${short(two)}: two\n\nbody`, `a.txt ${short(two)}: 2`, `b.txt ${short(two)}: b`,
      `commit message ${short(three)}: three`, `c.txt ${short(three)}: c`,
    ]);
  });

  it("has what a later commit deleted or changed", async () => {
    const repository = createRepository();
    const one = repository.commit("one", { "a.txt": "1" });
    const leak = repository.commit("leak", { "leak.txt": "secret" });
    repository.git("rm", "-q", "leak.txt");
    repository.commit("gone", {});
    expect(files(await range(repository.path, `${one}..`))).toEqual([`leak.txt ${short(leak)}: secret`]);
  });

  it("has a renamed file under its new name", async () => {
    const repository = createRepository();
    const one = repository.commit("one", { "a.txt": "the same content\n" });
    repository.git("mv", "a.txt", "list.csv");
    const two = repository.commit("two", {});
    expect(files(await range(repository.path, `${one}..HEAD`))).toEqual([`list.csv ${short(two)}: the same content`]);
  });

  it("has the first commit's files", async () => {
    const repository = createRepository();
    repository.git("config", "log.showRoot", "false");
    const one = repository.commit("one", { "a.txt": "1" });
    expect(files(await range(repository.path, "HEAD"))).toEqual([`a.txt ${short(one)}: 1`]);
  });

  it("has an object once where it comes back under its path", async () => {
    const repository = createRepository();
    const one = repository.commit("one", { "a.txt": "1" });
    repository.commit("two", { "a.txt": "2" });
    repository.commit("three", { "a.txt": "1", "b.txt": "1" });
    expect(files(await range(repository.path, "HEAD")).filter((line) => line.endsWith(": 1"))).toEqual([`a.txt ${short(one)}: 1`, expect.stringMatching(/^b\.txt /u)]);
  });

  it("of three dots is what the second brings to the first, as a pull request shows it", async () => {
    const repository = createRepository();
    repository.commit("base", { "a.txt": "1" });
    repository.git("checkout", "-q", "-b", "topic");
    const topic = repository.commit("topic", { "t.txt": "t" });
    repository.git("checkout", "-q", "main");
    repository.commit("main goes on", { "m.txt": "m" });
    expect(files(await range(repository.path, "main..topic"))).toEqual([`t.txt ${short(topic)}: t`]);
  });

  it("is empty where there is nothing new", async () => {
    const repository = createRepository();
    repository.commit("one", { "a.txt": "1" });
    expect(await range(repository.path, "HEAD..HEAD")).toEqual([]);
  });

  it("with a name that git does not know is refused", async () => {
    const repository = createRepository();
    repository.commit("one", { "a.txt": "1" });
    await expect(range(repository.path, "nowhere..HEAD")).rejects.toThrow(/cannot list these commits: bad revision 'nowhere\.\.HEAD'/u);
    await expect(range(repository.path, "--all")).rejects.toThrow(/cannot list these commits/u);
  });

  it("has paths of newlines and of other encodings", async () => {
    const repository = createRepository();
    repository.stageBytes(Buffer.from("a\nb"), "1");
    repository.stageBytes(Buffer.from([0x82, 0xa0]), "2");
    const one = repository.commit("one", {});
    expect(files(await range(repository.path, "HEAD")).sort()).toEqual([`a\nb ${short(one)}: 1`, `あ ${short(one)}: 2`]);
  });
});

describe("merges", () => {
  it("have what was typed while merging, and not what their parents have", async () => {
    const repository = createRepository();
    repository.commit("base", { "a.txt": "base" });
    repository.git("checkout", "-q", "-b", "side");
    const side = repository.commit("side", { "side.txt": "from the side" });
    repository.git("checkout", "-q", "main");
    const main = repository.commit("main", { "main.txt": "from main" });
    repository.git("merge", "-q", "--no-commit", "side");
    repository.write("evil.txt", "in no parent");
    repository.write("a.txt", "changed while merging");
    repository.git("add", ".");
    repository.git("commit", "-q", "-m", "merge");
    const merge = repository.git("rev-parse", "HEAD");
    expect(files(await range(repository.path, "HEAD", "^main~1^", "^HEAD~2")).sort()).toEqual(
      [`a.txt ${short(merge)}: changed while merging`, `evil.txt ${short(merge)}: in no parent`, `main.txt ${short(main)}: from main`, `side.txt ${short(side)}: from the side`].sort(),
    );
  });

  it("of many parents have what none of them has", async () => {
    const repository = createRepository();
    repository.commit("base", { "a.txt": "base" });
    for (const name of ["x", "y", "z"]) {
      repository.git("checkout", "-q", "-b", name, "main");
      repository.commit(name, { [`${name}.txt`]: name });
    }
    repository.git("checkout", "-q", "main");
    repository.git("merge", "-q", "--no-ff", "x", "y", "z", "-m", "octopus");
    repository.write("evil.txt", "in none of four");
    repository.git("add", ".");
    repository.git("commit", "-q", "--amend", "-m", "octopus");
    const merge = repository.git("rev-parse", "HEAD");
    expect(repository.git("rev-list", "--parents", "-1", "HEAD").split(" ")).toHaveLength(5);
    expect(files(await range(repository.path, "HEAD", "^x", "^y", "^z", "^main~1"))).toEqual([`evil.txt ${short(merge)}: in none of four`]);
  });
});

describe("the whole repository", () => {
  const everything = async (cwd: string): Promise<Seen[]> => seeRange(cwd, { words: [], options: ["--all"] }, { tips: await otherTips(await openRepository(cwd)) });

  it("has branches, stashes and notes that nobody has checked out", async () => {
    const repository = createRepository();
    repository.commit("one", { "a.txt": "1" });
    repository.git("checkout", "-q", "--orphan", "island");
    repository.commit("island", { "island.txt": "island" });
    repository.git("checkout", "-q", "main");
    repository.git("notes", "add", "-m", "a note", "HEAD");
    repository.write("a.txt", "stashed");
    repository.git("stash", "push", "-q");
    const all = files(await everything(repository.path)).map((line) => line.replace(/^.*: /u, ""));
    expect(all).toEqual(expect.arrayContaining(["1", "island", "a note", "stashed"]));
  });

  it("has tags' messages, and what tags name that is no commit", async () => {
    const repository = createRepository();
    repository.commit("one", { "dir/a.txt": "1" });
    repository.git("tag", "-a", "v1", "-m", "message of the tag");
    repository.git("tag", "-a", "nested", "-m", "a tag of a tag", "v1");
    const blob = repository.gitWith({ input: "only a tag has this" }, "hash-object", "-w", "--stdin");
    repository.git("tag", "blob", blob);
    const tree = repository.gitWith({ input: `100644 blob ${blob}\tin tree\0` }, "mktree", "-z");
    repository.git("tag", "-a", "tree", "-m", "of a tree", tree);
    const all = shown(await everything(repository.path));
    expect(all).toEqual(expect.arrayContaining([
      "message of refs/tags/v1: message of the tag",
      "message of refs/tags/nested: a tag of a tag",
      "refs/tags/blob: only a tag has this",
      "message of refs/tags/tree: of a tree",
      "refs/tags/tree/in tree: only a tag has this",
    ]));
    expect(all.filter((line) => line.startsWith("dir/a.txt"))).toHaveLength(1);
  });

  it("is read in a bare repository", async () => {
    const repository = createRepository();
    const one = repository.commit("one", { "a.txt": "1" });
    const bare = join(temporaryFolder(), "bare.git");
    execFileSync("git", ["clone", "-q", "--bare", repository.path, bare], { env: GIT_ENV });
    expect(files(await everything(bare))).toEqual([`a.txt ${short(one)}: 1`]);
    expect((await openRepository(bare)).isBare).toBe(true);
  });

  it("is nothing in a repository without commits", async () => {
    expect(await everything(createRepository().path)).toEqual([]);
  });

  it("notes submodules", async () => {
    const repository = createRepository();
    repository.git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},vendor/lib`);
    const one = repository.commit("one", {});
    expect(files(await everything(repository.path))).toEqual([`vendor/lib ${short(one)}: unsupported: a submodule: its files are in its own repository, and are checked there`]);
  });

  it("does not stop at what this clone hides by grafts or replacements", async () => {
    const repository = createRepository();
    const one = repository.commit("one", { "a.txt": "hidden" });
    const two = repository.commit("two", { "a.txt": "2" });
    repository.git("replace", "--graft", two);
    mkdirSync(join(repository.path, ".git/info"), { recursive: true });
    writeFileSync(join(repository.path, ".git/info/grafts"), `${two}\n`);
    expect(files(await range(repository.path, "HEAD"))).toContain(`a.txt ${short(one)}: hidden`);
  });
});

describe("a shallow clone", () => {
  const shallow = (): { path: string; ids: string[] } => {
    const origin = createRepository();
    const ids = ["1", "2", "3"].map((text) => origin.commit(text, { [`${text}.txt`]: text }));
    const path = join(temporaryFolder(), "clone");
    execFileSync("git", ["clone", "-q", "--depth=2", `file://${origin.path}`, path], { env: GIT_ENV });
    return { path, ids };
  };

  it("says where its history ends", async () => {
    const { path, ids } = shallow();
    const seen = shown(await range(path, "HEAD"));
    expect(seen[0]).toBe(`history before the commit ${short(ids[1])}: unsupported: a shallow clone ends here: git fetch --unshallow, or fetch-depth: 0 in CI`);
    expect(seen).toEqual(expect.arrayContaining([`1.txt ${short(ids[1])}: 1`, `3.txt ${short(ids[2])}: 3`]));
  });

  it("says nothing where the range does not reach that far", async () => {
    const { path, ids } = shallow();
    expect(files(await range(path, "HEAD~1..HEAD"))).toEqual([`3.txt ${short(ids[2])}: 3`]);
  });

  it("that lacks a commit named is refused with what to do", async () => {
    const { path, ids } = shallow();
    await expect(range(path, `${ids[0]}..HEAD`)).rejects.toThrow(/shallow: git fetch --unshallow/u);
  });
});

describe("what is missing", () => {
  it("trees are listed commit by commit, and the commits behind them are read", async () => {
    const repository = createRepository();
    const ids = ["1", "2", "3", "4"].map((text) => repository.commit(text, { "a.txt": text }));
    const tree = repository.git("rev-parse", `${ids[1]}^{tree}`);
    unlinkSync(join(repository.path, ".git/objects", tree.slice(0, 2), tree.slice(2)));
    const seen = shown(await range(repository.path, "HEAD"));
    // The commit behind it cannot be compared with it either.
    expect(seen.filter((line) => line.startsWith("files of the commit"))).toEqual([
      `files of the commit ${short(ids[1])}: failed: its tree is not here or damaged: a partial clone, or see git fsck`,
      `files of the commit ${short(ids[2])}: failed: its tree is not here or damaged: a partial clone, or see git fsck`,
    ]);
    expect(seen).toEqual(expect.arrayContaining([`a.txt ${short(ids[0])}: 1`, `a.txt ${short(ids[3])}: 4`]));
  });

  it("commits that cannot be read end the run: nothing would be listed", async () => {
    const repository = createRepository();
    const ids = ["1", "2", "3"].map((text) => repository.commit(text, { "a.txt": text }));
    unlinkSync(join(repository.path, ".git/objects", ids[0].slice(0, 2), ids[0].slice(2)));
    await expect(commitsOf(await openRepository(repository.path), { words: ["HEAD"] })).rejects.toThrow(/cannot list these commits/u);
  });

  it("blobs of a partial clone are listed, those that are there are read, and none is fetched", async () => {
    const origin = createRepository();
    origin.git("config", "uploadpack.allowFilter", "true");
    const lines = Object.fromEntries(Array.from({ length: 90 }, (_, i) => [`f${String(i).padStart(2, "0")}.txt`, `${"x".repeat(200)}${i}`]));
    origin.commit("one", { ...lines, "z.txt": "small" });
    const path = join(temporaryFolder(), "clone");
    execFileSync("git", ["clone", "-q", "--no-checkout", "--filter=blob:limit=100", `file://${origin.path}`, path], { env: GIT_ENV });
    const before = countObjects(path);
    const seen = await range(path, "HEAD");
    expect(seen.filter(({ unread }) => unread?.startsWith("failed: git does not have this object: a partial clone") === true)).toHaveLength(90);
    expect(seen.filter(({ text }) => text === "small")).toHaveLength(1);
    expect(countObjects(path)).toBe(before);
  });

  const countObjects = (path: string): number => readdirSync(join(path, ".git/objects"), { recursive: true }).length;
});

describe("Git LFS", () => {
  const content = "the content behind the pointer\n";
  const oid = "1f2dd1c0fd4ceb04ea4fc8bf37b1bd5bd23bb8ed0c07dc5b7c8d56c2c9e3f4a5";
  const pointer = (digest: string, size: number): string => `version https://git-lfs.github.com/spec/v1\noid sha256:${digest}\nsize ${size}\n`;

  it("a pointer whose content is not here is listed", async () => {
    const repository = createRepository();
    const one = repository.commit("one", { "list.xlsx": pointer(oid, 12345) });
    expect(files(await range(repository.path, "HEAD"))).toEqual([`list.xlsx ${short(one)}: unsupported: a Git LFS pointer: its content is not in this clone (git lfs fetch)`]);
  });

  it("a pointer whose content is here is read as that content", async () => {
    const repository = createRepository();
    const { createHash } = await import("node:crypto");
    const digest = createHash("sha256").update(content).digest("hex");
    const folder = join(repository.path, ".git/lfs/objects", digest.slice(0, 2), digest.slice(2, 4));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, digest), content);
    const one = repository.commit("one", { "list.txt": pointer(digest, content.length) });
    expect(files(await range(repository.path, "HEAD"))).toEqual([`list.txt ${short(one)}: ${content.trim()}`]);
    chmodSync(join(folder, digest), 0o644);
    writeFileSync(join(folder, digest), content.toUpperCase());
    expect((await range(repository.path, "HEAD")).at(-1)?.unread).toMatch(/^unsupported: a Git LFS pointer/u);
  });

  it("text that only looks like a pointer is read", async () => {
    const repository = createRepository();
    repository.commit("one", { "a.md": `${pointer(oid, 5)}\nmore`, "b.md": pointer(oid, 5).replace("sha256", "md5") });
    expect((await range(repository.path, "HEAD")).filter(({ text }) => text?.startsWith("version ") === true)).toHaveLength(2);
  });
});

describe("a quarantine", () => {
  it("is read in pre-receive, before the objects are the repository's", async () => {
    const server = createRepository({ bare: true });
    const seenByHook = join(temporaryFolder(), "environment");
    const hook = join(server.path, "hooks/pre-receive");
    mkdirSync(join(server.path, "hooks"), { recursive: true });
    // What is in quarantine is kept and the push refused: what the hook saw can be looked at again.
    writeFileSync(hook, `#!/bin/sh\ncat > '${seenByHook}.stdin'\nenv | grep '^GIT_' > '${seenByHook}'\ncp -r "$GIT_QUARANTINE_PATH" '${seenByHook}.objects'\nexit 1\n`);
    chmodSync(hook, 0o755);
    const client = createRepository();
    const one = client.commit("one", { "a.txt": "pushed" });
    expect(() => client.git("push", "-q", server.path, "main")).toThrow();
    expect(() => openRepositoryAt(server.path).git("cat-file", "-e", one)).toThrow();
    vi.stubEnv("GIT_QUARANTINE_PATH", `${seenByHook}.objects`);
    vi.stubEnv("GIT_OBJECT_DIRECTORY", `${seenByHook}.objects`);
    vi.stubEnv("GIT_ALTERNATE_OBJECT_DIRECTORIES", join(server.path, "objects"));
    try {
      expect(files(await seeRange(server.path, { words: [one], options: ["--not", "--all"] }))).toEqual([`a.txt ${short(one)}: pushed`]);
    } finally {
      for (const name of ["GIT_QUARANTINE_PATH", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"]) vi.stubEnv(name, undefined);
    }
  });
});
