import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConfigError } from "../../../src/errors.js";
import { repositoryKey } from "../../../src/sources/git/key.js";
import { openRepository } from "../../../src/sources/git/repository.js";
import { createRepository, isolateGit, removeTemporary, temporaryFolder } from "../../support/repository.js";

beforeAll(isolateGit);
afterAll(removeTemporary);

const keyAt = async (path: string) => repositoryKey(await openRepository(path));

describe("the key of a repository's fingerprints", () => {
  it("is made once, read by its owner alone, and the same ever after and in every working tree", async () => {
    const repository = createRepository();
    repository.commit("one", { "a.txt": "1" });
    const first = await keyAt(repository.path);
    expect(first).toEqual({ key: expect.stringMatching(/^[\da-f]{64}$/u) as string, from: "file" });
    expect(statSync(join(repository.path, ".git/leaklint/key")).mode & 0o777).toBe(0o600);
    const tree = join(temporaryFolder(), "tree");
    repository.git("worktree", "add", "-q", tree);
    expect(await keyAt(tree)).toEqual(first);
    expect(await keyAt(repository.path)).toEqual(first);
    expect(readdirSync(join(repository.path, ".git/leaklint"))).toEqual(["key"]);
  });

  it("is another one in another repository", async () => {
    expect((await keyAt(createRepository().path))?.key).not.toBe((await keyAt(createRepository().path))?.key);
  });

  it("is one for runs that make it at the same time", async () => {
    const repository = createRepository();
    const keys = await Promise.all(Array.from({ length: 12 }, () => keyAt(repository.path)));
    expect(new Set(keys.map((key) => key?.key)).size).toBe(1);
    expect(readFileSync(join(repository.path, ".git/leaklint/key"), "utf8").trim()).toBe(keys[0]?.key);
  });

  it("is that of git's configuration where there is one", async () => {
    const repository = createRepository();
    repository.git("config", "leaklint.fingerprintKey", "shared between clones");
    expect(await keyAt(repository.path)).toEqual({ key: "shared between clones", from: "git-config" });
  });

  it("is refused where its file holds something else: a new key would fit no baseline", async () => {
    const repository = createRepository();
    mkdirSync(join(repository.path, ".git/leaklint"));
    writeFileSync(join(repository.path, ".git/leaklint/key"), "half of a k");
    await expect(keyAt(repository.path)).rejects.toThrow(ConfigError);
  });

  it.skipIf(process.getuid?.() === 0)("is none where nobody may write", async () => {
    const repository = createRepository();
    chmodSync(join(repository.path, ".git"), 0o555);
    expect(await keyAt(repository.path)).toBeUndefined();
  });
});
