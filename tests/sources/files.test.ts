import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UsageError } from "../../src/errors.js";
import { DEFAULT_LIMITS } from "../../src/limits.js";
import { artifactsOf, type Input } from "../../src/sources/files.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leaklint-files-")).replaceAll("\\", "/");
  mkdirSync(join(folder, "sub/deep"), { recursive: true });
  for (const name of ["b.txt", "a.csv", ".hidden", "sub/c.txt", "sub/deep/d[1].txt"]) writeFileSync(join(folder, name), name);
  symlinkSync("b.txt", join(folder, "link.txt"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function list(inputs: Input[], ignore: string[] = [], fileBytes = DEFAULT_LIMITS.fileBytes): Promise<string[]> {
  const found: string[] = [];
  for await (const one of artifactsOf(inputs, { ignore, limits: { ...DEFAULT_LIMITS, fileBytes } })) {
    const [file] = one.at;
    const path = file.kind === "file" ? file.path.replace(`${folder}/`, "") : "?";
    found.push(one.kind === "artifact" ? path : `${path}: ${one.reason}`);
  }
  return found;
}

describe("artifactsOf", () => {
  it("walks a folder: every regular file in order, hidden ones too, links listed and not followed", async () => {
    expect(await list([folder])).toEqual([".hidden", "a.csv", "b.txt", "link.txt: unsupported", "sub/c.txt", "sub/deep/d[1].txt"]);
  });

  it.each<[string, string[]]>([
    ["*.txt", ["b.txt", "link.txt: unsupported"]],
    ["**/*.txt", ["b.txt", "link.txt: unsupported", "sub/c.txt", "sub/deep/d[1].txt"]],
    ["sub/**", ["sub/c.txt", "sub/deep/d[1].txt"]],
    ["{a,b}.*", ["a.csv", "b.txt"]],
  ])("reads the glob %s", async (pattern, expected) => {
    expect(await list([`${folder}/${pattern}`])).toEqual(expected);
  });

  it("takes a name with glob characters as the file it names", async () => {
    expect(await list([`${folder}/sub/deep/d[1].txt`])).toEqual(["sub/deep/d[1].txt"]);
  });

  it("follows a link that is named by itself", async () => {
    expect(await list([`${folder}/link.txt`])).toEqual(["link.txt"]);
  });

  it("leaves out what is ignored in folders, but never a file that is named", async () => {
    expect(await list([folder], ["**/sub/**", "**/*.csv"])).toEqual([".hidden", "b.txt", "link.txt: unsupported"]);
    expect(await list([`${folder}/a.csv`], ["**/*.csv"])).toEqual(["a.csv"]);
  });

  it("lists a file that is too large instead of reading it", async () => {
    expect(await list([`${folder}/a.csv`], [], 3)).toEqual(["a.csv: limit"]);
  });

  it("takes bytes under a name", async () => {
    expect(await list([{ name: "memory.txt", bytes: new Uint8Array() }])).toEqual(["memory.txt"]);
  });

  it.each(["nowhere.txt", "*.nothing", "nowhere/**"])("refuses %s, which names nothing", async (name) => {
    await expect(list([`${folder}/${name}`])).rejects.toThrow(UsageError);
  });
});
