/** `leaklint staged`, `range`, `history` and folders as a user starts them: the built command line, real repositories, real hooks. */
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CLI, leaklint, type Run } from "../support/cli.js";
import { inventPeople } from "../support/people.js";
import { createRepository, GIT_ENV, removeTemporary, temporaryFolder, type TestRepository } from "../support/repository.js";

afterAll(removeTemporary);

const people = inventPeople(30);
const LIST = `氏名,電話番号,メール,住所\n${people.map(({ name, phone, email, address }) => `${name},${phone},${email},${address}\n`).join("")}`;
const CLEAN = "様式第1号（第3条関係）活動助成金交付申請書\n";

interface JsonReport {
  readonly verdict: string;
  readonly results: readonly {
    readonly path: string; readonly commit?: string; readonly verdict: string;
    readonly findings: readonly { readonly location: string; readonly fingerprint: string; readonly at: readonly { readonly kind: string }[] }[];
    readonly unscanned: readonly { readonly location: string; readonly reason: string }[];
  }[];
}

const run = (cwd: string, args: readonly string[], options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {}): Run =>
  leaklint(args, { cwd, ...options, env: { ...GIT_ENV, XDG_CACHE_HOME: join(cwd, "..", "no such cache"), ...options.env } });
function json(cwd: string, args: readonly string[], options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {}): JsonReport {
  const { stdout, stderr } = run(cwd, [...args, "--format", "json"], options);
  expect(stderr).toBe("");
  return JSON.parse(stdout) as JsonReport;
}
const cacheOf = ({ path }: TestRepository): string => join(path, ".git/leaklint/cache");

describe("leaklint staged", () => {
  it("stops a commit that would bring people's data, though the working tree has it no longer", () => {
    const repository = createRepository();
    repository.write("list.csv", LIST);
    repository.git("add", ".");
    repository.write("list.csv", CLEAN);
    const { status, stdout } = run(repository.path, ["staged"]);
    expect(status).toBe(1);
    expect(stdout).toContain("list.csv");
    for (const { name, phone } of people) {
      expect(stdout).not.toContain(name);
      expect(stdout).not.toContain(phone);
    }
  });

  it("lets a clean commit pass in a few words", () => {
    const repository = createRepository();
    repository.write("form.txt", CLEAN);
    repository.git("add", ".");
    expect(run(repository.path, ["staged"])).toEqual({ status: 0, stdout: "\n1 file: 1 PASS, everything was read\n", stderr: "" });
    expect(run(repository.path, ["staged", "--lang", "ja"]).stdout).toBe("\n1ファイル: 問題なし1、すべて読み取りました\n");
  });

  it("works as a pre-commit hook of a commit of some paths, and of git commit -a", () => {
    const repository = createRepository();
    repository.commit("one", { "a.txt": CLEAN, "b.txt": CLEAN });
    const hook = join(repository.path, ".git/hooks/pre-commit");
    mkdirSync(join(repository.path, ".git/hooks"), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\nexec '${process.execPath}' '${CLI}' staged\n`);
    chmodSync(hook, 0o755);
    repository.write("a.txt", `${CLEAN}clean still\n`);
    repository.write("b.txt", LIST);
    expect(() => repository.git("commit", "-q", "-a", "-m", "all")).toThrow();
    repository.git("commit", "-q", "-m", "only a", "--", "a.txt");
    expect(() => repository.git("commit", "-q", "-m", "only b", "--", "b.txt")).toThrow();
    expect(repository.git("log", "--format=%s").split("\n")).toEqual(["only a", "one"]);
  });

  it("goes by the config's globs, and by the profile repo unless it is told another", () => {
    const repository = createRepository();
    repository.write("leaklint.config.json", JSON.stringify({ ignore: ["data/**"] }));
    repository.write("data/list.csv", LIST);
    const { name, phone } = people[0];
    repository.write("one.txt", `担当 ${name} ${phone}\n`);
    repository.git("add", "data", "one.txt");
    expect(json(repository.path, ["staged"]).results.map(({ path, verdict }) => [path, verdict])).toEqual([["one.txt", "warn"]]);
    expect(run(repository.path, ["staged"]).status).toBe(0);
    expect(run(repository.path, ["staged", "--profile", "publish"]).status).toBe(0);
    expect(run(repository.path, ["staged", "--fail-on", "warn"]).status).toBe(1);
  });

  it("lists what it cannot read; the exit status says so where it is asked to", () => {
    const repository = createRepository();
    repository.git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},vendor/lib`);
    const { status, stdout } = run(repository.path, ["staged"]);
    expect([status, stdout]).toEqual([0, expect.stringContaining("1 place was NOT read")]);
    expect(run(repository.path, ["staged", "--fail-on-unscanned"]).status).toBe(3);
  });

  it("refuses words it has no meaning for, and folders in no repository", () => {
    const folder = temporaryFolder();
    expect(run(folder, ["staged"])).toEqual({ status: 2, stdout: "", stderr: expect.stringMatching(/^leaklint: this folder is in no git repository/u) as string });
    expect(run(folder, ["staged", "a.txt"]).stderr).toMatch(/takes no paths/u);
    expect(run(folder, ["range"]).stderr).toMatch(/takes commits, such as origin\/main\.\.HEAD/u);
    expect(run(folder, ["range", "A..B", "--pre-receive"]).status).toBe(2);
    expect(run(folder, ["staged", "--pre-receive"]).stderr).toMatch(/belongs to: leaklint range/u);
    expect(run(createRepository().path, ["range", "nowhere..HEAD"]).stderr).toMatch(/^leaklint: git cannot list these commits: bad revision/u);
    expect(run(folder, ["staged"], { env: { PATH: "" } }).stderr).toMatch(/git is not installed, or not in PATH/u);
  });
});

describe("leaklint range and history", () => {
  it("name the commit that brought what is found, deleted later or not", () => {
    const repository = createRepository();
    const one = repository.commit("one", { "a.txt": CLEAN });
    const two = repository.commit("two", { "list.csv": LIST });
    repository.git("rm", "-q", "list.csv");
    repository.commit("gone again", {});
    const report = json(repository.path, ["range", `${one}..HEAD`]);
    const [result] = report.results.filter(({ findings }) => findings.length > 0);
    expect([result.path, result.commit]).toEqual(["list.csv", two]);
    expect(result.findings[0].at.map(({ kind }) => kind).slice(0, 2)).toEqual(["file", "commit"]);
    expect(result.findings[0].location).toMatch(new RegExp(`^list\\.csv › commit ${two.slice(0, 12)} › `, "u"));
    expect(run(repository.path, ["range", `${one}..HEAD`]).status).toBe(1);
    expect(run(repository.path, ["range", `${two}..HEAD`]).status).toBe(0);
    expect(run(repository.path, ["history", "--lang", "ja"]).stdout).toContain(`コミット${two.slice(0, 12)}`);
  });

  it("read messages of commits", () => {
    const repository = createRepository();
    const one = repository.commit(LIST, {});
    const report = json(repository.path, ["history"]);
    expect(report.results.map(({ path, commit, verdict }) => [path, commit, verdict])).toEqual([["commit message", one, expect.stringMatching(/hold|block/u)]]);
  });

  it("takes three dots as a pull request does", () => {
    const repository = createRepository();
    repository.commit("base", { "a.txt": CLEAN });
    repository.git("checkout", "-q", "-b", "topic");
    repository.commit("topic", { "t.txt": CLEAN });
    repository.git("checkout", "-q", "main");
    repository.commit("main goes on", { "list.csv": LIST });
    expect(json(repository.path, ["range", "main...topic"]).results.map(({ path }) => path)).toEqual(["commit message", "t.txt"]);
  });

  it("stop a push in pre-push, and in pre-receive before the objects are the server's", () => {
    const server = createRepository({ bare: true });
    const client = createRepository();
    client.commit("one", { "a.txt": CLEAN });
    client.git("remote", "add", "origin", server.path);
    const install = (path: string, command: string): void => {
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, `#!/bin/sh\nexec '${process.execPath}' '${CLI}' ${command}\n`);
      chmodSync(path, 0o755);
    };
    install(join(server.path, "hooks/pre-receive"), "range --pre-receive");
    client.git("push", "-q", "origin", "main");
    client.commit("leak", { "list.csv": LIST });
    client.commit("gone again", { "list.csv": CLEAN });
    expect(() => client.git("push", "-q", "origin", "main")).toThrow(/list\.csv/u);
    rmSync(join(server.path, "hooks/pre-receive"));
    install(join(client.path, ".git/hooks/pre-push"), 'range --pre-push "$1"');
    expect(() => client.git("push", "-q", "origin", "main")).toThrow();
    client.git("reset", "-q", "--hard", "HEAD~2");
    client.commit("clean", { "b.txt": CLEAN });
    client.git("push", "-q", "origin", "main");
    expect(server.git("log", "--format=%s").split("\n")).toEqual(["clean", "one"]);
  });
});

describe("the cache", () => {
  const repositoryWith = (): TestRepository => {
    const repository = createRepository();
    repository.commit("one", { "list.csv": LIST, "clean.txt": CLEAN, "sub/photo.bin": Buffer.from([0, 1, 2, 3, 255, 254]) });
    return repository;
  };

  it("changes nothing about a report, nor about the exit status", () => {
    const repository = repositoryWith();
    const [without, cold, warm] = [["--no-cache"], [], []].map((more) => run(repository.path, ["history", "--format", "json", ...more]));
    expect(warm).toEqual(cold);
    expect(cold).toEqual(without);
    expect(cold.status).toBe(1);
  });

  it("is not written where it is not wanted", () => {
    const repository = repositoryWith();
    run(repository.path, ["history", "--no-cache"]);
    expect(existsSync(cacheOf(repository))).toBe(false);
    run(repository.path, ["history"]);
    expect(statSync(cacheOf(repository)).mode & 0o777).toBe(0o600);
    expect(run(repository.path, ["history", "--no-cache"]).status).toBe(1);
  });

  it("is read and not written where nothing is new", () => {
    const repository = repositoryWith();
    run(repository.path, ["history"]);
    const before = statSync(cacheOf(repository)).mtimeMs;
    run(repository.path, ["history"]);
    // Nothing was new, so nothing was written: everything came from it.
    expect(statSync(cacheOf(repository)).mtimeMs).toBe(before);
  });

  it("holds no personal value", () => {
    const repository = repositoryWith();
    run(repository.path, ["history"]);
    run(repository.path, ["."]);
    const bytes = readFileSync(cacheOf(repository));
    for (const { name, phone, email, address } of people) for (const value of [name, phone, phone.replaceAll("-", ""), email, address]) expect(bytes.includes(value)).toBe(false);
  });

  it("that is damaged is built anew", () => {
    const repository = repositoryWith();
    const cold = run(repository.path, ["history", "--format", "json"]);
    const whole = readFileSync(cacheOf(repository));
    for (const damaged of [Buffer.alloc(0), whole.subarray(0, whole.length - 1), Buffer.concat([whole.subarray(0, 100), Buffer.from("x"), whole.subarray(101)])]) {
      writeFileSync(cacheOf(repository), damaged);
      expect(run(repository.path, ["history", "--format", "json"])).toEqual(cold);
      expect(readFileSync(cacheOf(repository))).toEqual(whole);
    }
  });

  it("that cannot be written is done without", () => {
    const repository = repositoryWith();
    mkdirSync(cacheOf(repository), { recursive: true });
    const { status, stderr } = run(repository.path, ["history"]);
    expect([status, stderr]).toEqual([1, ""]);
    expect(readdirSync(join(repository.path, ".git/leaklint")).sort()).toEqual(["cache", "key"]);
  });

  it("is of no use to another config", () => {
    const repository = repositoryWith();
    run(repository.path, ["history"]);
    repository.write("leaklint.config.json", JSON.stringify({ detectors: Object.fromEntries(["personal-records", "phone-number", "email-address", "postal-address", "person-name"].map((id) => [id, "off"])) }));
    expect(run(repository.path, ["history"]).status).toBe(0);
    rmSync(join(repository.path, "leaklint.config.json"));
    expect(run(repository.path, ["history"]).status).toBe(1);
  });

  it("is whole after runs at the same time, which all say the same", async () => {
    const repository = repositoryWith();
    const start = (): Promise<{ code: number | null; out: string }> =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [CLI, "history", "--format", "json"], { cwd: repository.path, env: { ...GIT_ENV, LANG: "C" } });
        let out = "";
        child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString("utf8")));
        child.on("error", reject);
        child.on("close", (code) => {
          resolve({ code, out });
        });
      });
    const runs = await Promise.all(Array.from({ length: 4 }, start));
    expect(new Set(runs.map(({ out }) => out)).size).toBe(1);
    expect(runs.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
    expect(run(repository.path, ["history", "--format", "json"]).stdout).toBe(runs[0].out);
    expect(readdirSync(join(repository.path, ".git/leaklint")).sort()).toEqual(["cache", "key"]);
  }, 60_000);

  it("is shared by a folder's files, staged blobs and history where they are in one repository, and never confuses them", () => {
    const repository = repositoryWith();
    const paths = (report: JsonReport): string[] => report.results.map(({ path, verdict }) => `${path} ${verdict}`);
    const [first, again] = [json(repository.path, ["."]), json(repository.path, ["."])];
    expect(again).toEqual(first);
    repository.write("list.csv", CLEAN);
    expect(paths(json(repository.path, ["."]))).toContain("list.csv pass");
    expect(paths(json(repository.path, ["staged"]))).toEqual([]);
    repository.git("add", ".");
    expect(paths(json(repository.path, ["staged"]))).toEqual(["list.csv pass"]);
  });

  it("is the user's own for folders in no repository", () => {
    const folder = temporaryFolder();
    const cache = temporaryFolder();
    mkdirSync(join(folder, "files"));
    writeFileSync(join(folder, "files/list.csv"), LIST);
    const env = { XDG_CACHE_HOME: cache };
    const cold = run(folder, ["files", "--format", "json"], { env });
    expect(readdirSync(join(cache, "leaklint")).sort()).toEqual(["cache", "key"]);
    expect(run(folder, ["files", "--format", "json"], { env })).toEqual(cold);
    expect(run(folder, ["files", "--format", "json", "--no-cache"], { env }).status).toBe(cold.status);
    expect(run(folder, ["files/list.csv"], { env: { XDG_CACHE_HOME: join(cache, "other") } }).status).toBe(1);
    expect(existsSync(join(cache, "other"))).toBe(false);
  });
});
