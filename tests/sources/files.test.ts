import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { UsageError } from "../../src/errors.js";
import { DEFAULT_LIMITS } from "../../src/limits.js";
import { artifactsOf, type Input } from "../../src/sources/files.js";
import type { Memory } from "../../src/sources/memory.js";

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

async function list(inputs: Input[], ignore: string[] = [], fileBytes = DEFAULT_LIMITS.fileBytes, memory?: Memory): Promise<string[]> {
  const found: string[] = [];
  for await (const one of artifactsOf(inputs, { ignore, limits: { ...DEFAULT_LIMITS, fileBytes }, ...(memory !== undefined && { memory }) })) {
    const [file] = one.at;
    const path = file.kind === "file" ? file.path.replace(`${folder}/`, "") : "?";
    found.push(one.kind === "artifact" ? path : `${path}: ${one.kind === "known" ? "known" : one.reason}`);
  }
  return found;
}

describe("with a memory", () => {
  /** Remembers what was read, by the names it was given. */
  function remembering(): Memory & { readonly names: Set<string> } {
    const names = new Set<string>();
    return {
      names,
      recall(content, path, at, also) {
        if (!names.has(`${path} ${content}`)) return undefined;
        if (also !== undefined) names.add(`${path} ${also}`);
        const result = { path: "", format: "text", findings: [], people: 0, exposure: { identified: 0, reachable: 0, concealed: 0 }, unscanned: [] };
        return { kind: "known", at, path, result };
      },
      expect(_, contents, path) {
        for (const content of contents) names.add(`${path} ${content}`);
      },
    };
  }
  let own: string;
  const file = (): string => join(own, "f.txt");
  const write = (text: string, agoMs: number): void => {
    writeFileSync(file(), text);
    utimesSync(file(), new Date(Date.now() - agoMs), new Date(Date.now() - agoMs));
  };
  beforeEach(() => {
    own = mkdtempSync(join(tmpdir(), "leaklint-memory-"));
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(own, { recursive: true });
  });
  const run = async (memory: Memory): Promise<string> => (await list([own], [], undefined, memory)).map((line) => line.replace(/^.*\//u, "")).join();

  it("a file that is as it was is not read again", async () => {
    write("one", 0);
    // The change time cannot be set back: the clock goes on instead.
    vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ["Date"] });
    const memory = remembering();
    expect(await run(memory)).toBe("f.txt");
    expect(await run(memory)).toBe("f.txt: known");
    expect([...memory.names].map((name) => name.split(" ").at(1))).toEqual(["file", "bytes"]);
  });

  it("a file that was written to this moment is known by its bytes alone: it may be written to again in the same tick", async () => {
    write("one", 60_000);
    const memory = remembering();
    expect(await run(memory)).toBe("f.txt");
    expect([...memory.names].map((name) => name.split(" ").at(1))).toEqual(["bytes"]);
    expect(await run(memory)).toBe("f.txt: known");
    write("two", 60_000);
    expect(await run(memory)).toBe("f.txt");
  });

  it("a file of the same size and an older time than before is read", async () => {
    write("one", 60_000);
    vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ["Date"] });
    const memory = remembering();
    await run(memory);
    write("two", 500_000);
    expect(await run(memory)).toBe("f.txt");
  });

  it("a file that was only touched is known by its bytes, and by its new state from then on", async () => {
    write("one", 60_000);
    vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ["Date"] });
    const memory = remembering();
    await run(memory);
    write("one", 1000);
    const states = (): number => [...memory.names].filter((name) => name.includes(" file ")).length;
    expect(states()).toBe(1);
    vi.setSystemTime(Date.now() + 120_000);
    expect(await run(memory)).toBe("f.txt: known");
    expect(states()).toBe(2);
  });
});

describe("artifactsOf", () => {
  it("lists a repository's own folder and goes on beside it; it costs nothing where we stand in that repository", async () => {
    const top = mkdtempSync(join(tmpdir(), "leaklint-top-"));
    try {
      mkdirSync(join(top, ".git/objects"), { recursive: true });
      writeFileSync(join(top, ".git/HEAD"), "ref: refs/heads/main\n");
      writeFileSync(join(top, "z.txt"), "z");
      const found = [];
      for await (const one of artifactsOf([top], { ignore: [], limits: DEFAULT_LIMITS })) found.push(one);
      const listed = { kind: "unscanned", format: "git", at: [{ kind: "file", path: `${top}/.git` }] };
      expect(found).toEqual([expect.objectContaining(listed), expect.objectContaining({ kind: "artifact", name: "z.txt" })]);
      expect(found[0]).not.toHaveProperty("accepted");
      vi.spyOn(process, "cwd").mockReturnValue(join(realpathSync(top), "sub"));
      for await (const one of artifactsOf([realpathSync(top)], { ignore: [], limits: DEFAULT_LIMITS })) {
        if (one.kind === "unscanned") expect(one).toMatchObject({ format: "git", accepted: true });
      }
    } finally {
      vi.restoreAllMocks();
      rmSync(top, { recursive: true });
    }
  });

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
