/** `leaklint baseline` in real repositories, by the built command line. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { leaklint, type Run } from "../support/cli.js";
import { inventPeople } from "../support/people.js";
import { createRepository, GIT_ENV, removeTemporary, temporaryFolder, type TestRepository } from "../support/repository.js";
import { formWorkbook } from "../support/workbook.js";

afterAll(removeTemporary);

const KEY = "a key for tests";
const members = (count: number, from = 0): string =>
  `氏名,住所,電話番号\n${inventPeople(count, from).map(({ name, address, phone }) => `${name},${address},${phone}`).join("\n")}\n`;

interface JsonResult {
  readonly path: string;
  readonly verdict: string;
  readonly findings: readonly { readonly detector: string; readonly code: string; readonly fingerprint: string; readonly location: string; readonly accepted?: { readonly by: string } }[];
}

const run = ({ path }: Pick<TestRepository, "path">, args: readonly string[], env: NodeJS.ProcessEnv = {}): Run => leaklint(args, { cwd: path, env: { ...GIT_ENV, LEAKLINT_FINGERPRINT_KEY: KEY, ...env } });
function ok(repository: Pick<TestRepository, "path">, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = run(repository, args, env);
  expect([status, stderr], stdout).toEqual([0, ""]);
  return stdout;
}
function report(repository: Pick<TestRepository, "path">, args: readonly string[] = ["."], env: NodeJS.ProcessEnv = {}): { status: number | null; results: readonly JsonResult[] } {
  const { status, stdout, stderr } = run(repository, [...args, "--profile", "repo", "--format", "json", "--no-cache"], env);
  expect(stderr).toBe("");
  return { status, results: (JSON.parse(stdout) as { results: JsonResult[] }).results };
}
const open = ({ results }: ReturnType<typeof report>): string[] =>
  results.flatMap(({ path, findings }) => findings.filter(({ accepted }) => accepted === undefined).map(({ detector, code }) => `${path} ${detector}/${code}`));
const baselineOf = ({ path }: Pick<TestRepository, "path">): string[] => readFileSync(join(path, "leaklint.baseline"), "utf8").split("\n");

function written(files: Readonly<Record<string, string | Uint8Array>>): TestRepository {
  const repository = createRepository();
  repository.commit("files", files);
  ok(repository, ["baseline", "write"]);
  return repository;
}

describe("leaklint baseline write", () => {
  it("accepts what is there: one sorted line each, without times, lines or values, and everything passes", () => {
    const repository = written({ "a/members.csv": members(5), "b.txt": `TEL: ${inventPeople(1)[0].phone}\n` });
    const lines = baselineOf(repository);
    expect(lines[0]).toMatch(/^# leaklint baseline 1, key [\da-f]{16}$/u);
    expect(lines.slice(1).every((line) => line === "" || /^[\da-f]{32} [a-z-]+\/[a-z-]+ \S+$/u.test(line))).toBe(true);
    expect(lines.slice(1, -1)).toEqual(lines.slice(1, -1).sort());
    expect(lines.slice(1, -1).map((line) => line.slice(33)).sort()).toEqual(["personal-records/table a/members.csv", "phone-number/number b.txt"]);
    const after = report(repository);
    expect([after.status, open(after)]).toEqual([0, []]);
    expect(after.results.flatMap(({ findings }) => findings)).toHaveLength(2);
  });

  it("writes the same bytes again, whoever runs it and whenever", () => {
    const repository = written({ "members.csv": members(5), "more.csv": members(4, 20) });
    const before = baselineOf(repository);
    rmSync(join(repository.path, "leaklint.baseline"));
    expect(ok(repository, ["baseline", "write"], { TZ: "Asia/Tokyo", LANG: "ja_JP.UTF-8" })).toContain("新たに許容2件");
    expect(baselineOf(repository)).toEqual(before);
  });

  it("writes it in the repository's top folder, wherever it is run", () => {
    const repository = createRepository();
    repository.commit("files", { "sub/members.csv": members(5) });
    ok({ path: join(repository.path, "sub") }, ["baseline", "write"]);
    expect(baselineOf(repository)[1]).toContain(" sub/members.csv");
    expect(open(report({ path: join(repository.path, "sub") }))).toEqual([]);
    expect(open(report({ path: join(repository.path, "sub") }, ["members.csv"]))).toEqual([]);
    expect(open(report(repository, [join(repository.path, "sub")]))).toEqual([]);
  });

  it("leaves out what git ignores, and links", () => {
    const repository = createRepository();
    repository.write("ignored/members.csv", members(5));
    repository.commit("files", { ".gitignore": "ignored/\n" });
    expect(ok(repository, ["baseline", "write"])).toContain("0 accepted");
  });

  it("does not write over a baseline", () => {
    const { status, stderr } = run(written({ "a.csv": members(5) }), ["baseline", "write"]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("leaklint baseline update")]);
  });

  it("makes the repository's own key where none is given, and tells it to whoever asks", () => {
    const repository = createRepository();
    repository.commit("files", { "a.csv": members(5) });
    const own = { LEAKLINT_FINGERPRINT_KEY: "" };
    expect(ok(repository, ["baseline", "write"], own)).toContain("LEAKLINT_FINGERPRINT_KEY");
    expect(open(report(repository, ["."], own))).toEqual([]);
    const key = ok(repository, ["baseline", "key"], own).trim();
    expect(key).toMatch(/^[\da-f]{64}$/u);
    expect(repository.git("status", "--porcelain", "--untracked-files=all").split("\n").some((line) => line.includes("key"))).toBe(false);
    expect(open(report(repository, ["."], { LEAKLINT_FINGERPRINT_KEY: key }))).toEqual([]);
  });
});

describe("with another key", () => {
  it.each([["."], ["a.csv"], ["staged"]])("leaklint %s fails and does not pass in silence", (word) => {
    const { status, stderr, stdout } = run(written({ "a.csv": members(5) }), [word], { LEAKLINT_FINGERPRINT_KEY: "wrong" });
    expect([status, stdout, stderr]).toEqual([2, "", expect.stringContaining("was made with another fingerprint key")]);
    expect(stderr).not.toContain("wrong");
  });

  it("no action of leaklint baseline goes on", () => {
    const repository = written({ "a.csv": members(5) });
    for (const action of ["update", "prune", "audit"]) expect(run(repository, ["baseline", action], { LEAKLINT_FINGERPRINT_KEY: "wrong" }).status, action).toBe(2);
    expect(baselineOf(repository)).toHaveLength(3);
  });
});

describe("what is new is found", () => {
  it("in a table of 872 people that one more joins", async () => {
    const repository = written({ "form.xlsx": await formWorkbook({ people: 872, state: "visible" }) });
    expect(open(report(repository))).toEqual([]);
    repository.write("form.xlsx", await formWorkbook({ people: 873, state: "visible" }));
    const after = report(repository);
    expect(after.status).toBe(1);
    expect(open(after)).toEqual(["form.xlsx personal-records/table", "leaklint.baseline acceptance/unused-baseline"]);
  });

  it("in a value of the same line", () => {
    const [one, two] = inventPeople(2);
    const repository = written({ "a.txt": `TEL: ${one.phone}\n` });
    repository.write("a.txt", `TEL: ${two.phone}\n`);
    expect(open(report(repository))).toEqual(["a.txt phone-number/number", "leaklint.baseline acceptance/unused-baseline"]);
  });

  it("in a copy, and not in a file that has moved", () => {
    const repository = written({ "a.csv": members(5) });
    repository.git("mv", "a.csv", "moved.csv");
    expect(open(report(repository))).toEqual([]);
    repository.write("a.csv", members(5));
    expect(open(report(repository))).toEqual(["moved.csv personal-records/table"]);
  });

  it("in the index as in the working tree", () => {
    const repository = written({ "a.csv": members(5) });
    repository.write("b.csv", members(4, 50));
    repository.git("add", ".");
    expect(open(report(repository, ["staged"]))).toEqual(["b.csv personal-records/table"]);
    ok(repository, ["baseline", "update"]);
    expect(open(report(repository, ["staged"]))).toEqual([]);
    repository.git("mv", "a.csv", "moved.csv");
    expect(open(report(repository, ["staged"]))).toEqual([]);
  });

  it("in what a range brings, where a line of today accepts nothing in what was there before", () => {
    const repository = createRepository();
    const first = repository.commit("first", { "a.csv": members(4, 50) });
    repository.commit("second", { "a.csv": members(5) });
    ok(repository, ["baseline", "write"]);
    expect(open(report(repository, ["range", "HEAD"]))).toEqual(["a.csv personal-records/table"]);
    expect(open(report(repository, ["range", `${first}..HEAD`]))).toEqual([]);
    repository.commit("third", { "a.csv": "氏名,住所,電話番号\n" });
    expect(report(repository, ["range", "HEAD~1..HEAD"])).toMatchObject({ status: 0 });
  });

  it("in a message that is sent from the folder: nothing there accepts it, and a wrong key does not matter", () => {
    const repository = written({ "a.csv": members(5) });
    repository.write("a.eml", `From: a@example.test\r\nTo: b@example.test\r\nContent-Type: text/csv; charset=utf-8; name=a.csv\r\n\r\n${members(5)}`);
    const { status, stdout } = run(repository, ["mail", "a.eml", "--format", "json"], { LEAKLINT_FINGERPRINT_KEY: "wrong" });
    expect([status, stdout.includes('"accepted"')]).toEqual([1, false]);
    expect(run(repository, ["explain", "phone-number"], { LEAKLINT_FINGERPRINT_KEY: "wrong" }).status).toBe(0);
  });

  it("from the cache as well", () => {
    const repository = written({ "a.csv": members(5) });
    repository.write("b.csv", members(4, 50));
    for (let i = 0; i < 2; i++) {
      const { status, stdout } = run(repository, [".", "--profile", "repo", "--format", "json"]);
      const { results } = JSON.parse(stdout) as { results: JsonResult[] };
      expect([status, open({ status, results })]).toEqual([1, ["b.csv personal-records/table"]]);
    }
  });
});

describe("leaklint baseline update and prune", () => {
  it("update adds what is new and drops what is gone; prune only drops", () => {
    const repository = written({ "a.csv": members(5), "b.csv": members(4, 20) });
    rmSync(join(repository.path, "a.csv"));
    repository.write("c.csv", members(3, 40));
    expect(ok(repository, ["baseline", "prune"])).toContain("1 findings kept, 0 accepted, 1 dropped");
    expect(open(report(repository))).toEqual(["c.csv personal-records/table"]);
    expect(ok(repository, ["baseline", "update"])).toContain("1 findings kept, 1 accepted, 0 dropped");
    expect(open(report(repository))).toEqual([]);
  });

  it("write the new name of a file that has moved", () => {
    const repository = written({ "a.csv": members(5) });
    repository.git("mv", "a.csv", "moved.csv");
    ok(repository, ["baseline", "prune"]);
    expect(baselineOf(repository)[1]).toContain(" moved.csv");
  });

  it("leave what they did not look at", () => {
    const repository = written({ "a/a.csv": members(5), "b/b.csv": members(4, 20) });
    rmSync(join(repository.path, "b/b.csv"));
    expect(ok(repository, ["baseline", "update", "a"])).toContain("2 findings kept, 0 accepted, 0 dropped");
  });
});

describe("two branches", () => {
  it("that both accept something merge by themselves, and nothing is found", () => {
    const repository = createRepository();
    repository.commit("first", { "first.csv": members(5) });
    ok(repository, ["baseline", "write"]);
    repository.git("add", ".");
    repository.commit("baseline", {});
    for (const [branch, from] of [["one", 20], ["two", 60]] as const) {
      repository.git("checkout", "-q", "-b", branch, "main");
      repository.write(`${branch}.csv`, members(4, from));
      repository.write(`${branch}.txt`, `TEL: ${inventPeople(1, from + 10)[0].phone}\n`);
      ok(repository, ["baseline", "update"]);
      repository.git("add", ".");
      repository.commit(branch, {});
    }
    repository.git("merge", "-q", "--no-edit", "one");
    expect(baselineOf(repository).slice(1, -1)).toHaveLength(5);
    expect(open(report(repository))).toEqual([]);
    expect(ok(repository, ["baseline", "prune"])).toContain("5 findings kept, 0 accepted, 0 dropped");
    expect(baselineOf(repository).slice(1, -1)).toEqual(baselineOf(repository).slice(1, -1).sort());
  });

  it("of which one drops a line and the other adds its neighbour leave at most a line too many, which is told", () => {
    const repository = createRepository();
    repository.commit("first", { "first.csv": members(5) });
    ok(repository, ["baseline", "write"]);
    repository.git("add", ".");
    repository.commit("baseline", {});
    repository.git("checkout", "-q", "-b", "clean");
    repository.git("rm", "-q", "first.csv");
    ok(repository, ["baseline", "prune"]);
    repository.git("add", ".");
    repository.commit("clean", {});
    repository.git("checkout", "-q", "-b", "more", "main");
    repository.write("more.csv", members(4, 20));
    ok(repository, ["baseline", "update"]);
    repository.git("add", ".");
    repository.commit("more", {});
    repository.git("merge", "-q", "--no-edit", "clean");
    expect(open(report(repository)).filter((one) => !one.includes("acceptance/"))).toEqual([]);
    ok(repository, ["baseline", "prune"]);
    expect([report(repository).status, baselineOf(repository).length]).toEqual([0, 3]);
  });

  it("keep attributes that are there, and add ours once", () => {
    const repository = createRepository();
    repository.commit("files", { "a.csv": members(5), ".gitattributes": "*.csv text" });
    ok(repository, ["baseline", "write"]);
    ok(repository, ["baseline", "update"]);
    expect(readFileSync(join(repository.path, ".gitattributes"), "utf8")).toBe("*.csv text\n/leaklint.baseline merge=union\n");
  });
});

describe("the accept file", () => {
  const entry = (changes: object = {}): string =>
    JSON.stringify({ entries: [{ place: "a.csv › A2:C6", code: "personal-records/table", values: "any", owner: "総務課", reason: "役員名簿", expires: "2999-12-31", ...changes }] });

  it("accepts by the place and fingerprint that the report shows", () => {
    const repository = createRepository();
    repository.commit("files", { "a.csv": members(5) });
    const [finding] = report(repository).results.flatMap(({ findings }) => findings);
    writeFileSync(join(repository.path, "leaklint.accept.json"), entry({ place: finding.location, values: finding.fingerprint }));
    const after = report(repository);
    expect([after.status, open(after)]).toEqual([0, []]);
    repository.write("a.csv", members(5, 1));
    expect(open(report(repository))).toEqual(["a.csv personal-records/table", "leaklint.accept.json acceptance/unused-entry"]);
  });

  it("fails when an entry has expired", () => {
    const repository = createRepository();
    repository.commit("files", { "a.csv": members(5), "leaklint.accept.json": entry({ expires: "2026-01-31" }) });
    expect([report(repository).status, open(report(repository))]).toEqual([1, ["a.csv personal-records/table", "leaklint.accept.json acceptance/expired-entry"]]);
  });

  it("is where the config says, from that folder on", () => {
    const repository = createRepository();
    repository.commit("files", { "sub/a.csv": members(5), "security/accept.json": entry({ place: "sub/a.csv › A2:C6" }), "leaklint.config.json": '{ "acceptance": { "entries": "security/accept.json" } }' });
    expect(open(report({ path: join(repository.path, "sub") }))).toEqual([]);
    rmSync(join(repository.path, "security/accept.json"));
    expect(run(repository, ["."])).toMatchObject({ status: 2, stderr: expect.stringContaining("there is no file security/accept.json") as string });
  });

  it("is not read where the config or the organisation says so", () => {
    const repository = createRepository();
    repository.commit("files", { "a.csv": members(5), "leaklint.accept.json": entry() });
    const policy = join(temporaryFolder(), "policy.json");
    writeFileSync(policy, JSON.stringify({ contact: "情報セキュリティ室", locked: { acceptance: { entries: false } } }));
    expect(open(report(repository))).toEqual([]);
    expect(open(report(repository, ["."], { LEAKLINT_POLICY: policy }))).toEqual(["a.csv personal-records/table"]);
    repository.write("leaklint.config.json", '{ "acceptance": { "entries": "leaklint.accept.json" } }');
    expect(run(repository, ["."], { LEAKLINT_POLICY: policy })).toMatchObject({ status: 2, stderr: expect.stringContaining("acceptance.entries is locked by your organisation") as string });
  });

  it("with a code that there is not is an error", () => {
    const repository = createRepository();
    repository.commit("files", { "a.csv": members(5), "leaklint.accept.json": entry({ code: "personal-record" }) });
    expect(run(repository, ["."])).toMatchObject({ status: 2, stderr: expect.stringContaining("entries[0].code") as string });
  });
});

describe("leaklint baseline audit", () => {
  it("says who accepted what, what still holds, and until when", () => {
    const repository = written({ "a.csv": members(5), "b.csv": members(4, 20) });
    repository.write("leaklint.accept.json", JSON.stringify({ entries: [{ place: "c.csv › A2:C4", code: "personal-records", values: "any", owner: "総務課", reason: "役員名簿", expires: "2999-12-31" }] }));
    repository.write("c.csv", members(3, 40));
    repository.write("d.md", `TEL: ${inventPeople(1, 70)[0].phone} <!-- leaklint-ignore phone-number -- the front desk -->\n`);
    repository.git("add", ".");
    repository.commit("all", {});
    const text = ok(repository, ["baseline", "audit"]);
    for (const part of ["leaklint.accept.json: 1 entries", "until 2999-12-31", "総務課", "役員名簿", "leaklint.baseline: 2 lines", "used    personal-records/table  a.csv", "Tester, 2026-01-02", "the front desk"].map((one) => one.replace(/\s+/gu, " "))) {
      expect(text.replace(/ +/gu, " ")).toContain(part);
    }
    repository.git("mv", "a.csv", "e.csv");
    rmSync(join(repository.path, "b.csv"));
    const { status, stdout } = run(repository, ["baseline", "audit", "--format", "json"]);
    const { baseline, entries, markers } = JSON.parse(stdout) as { baseline: { path: string; state: string; movedTo?: string; acceptedBy?: { name: string } }[]; entries: { state: string }[]; markers: unknown[] };
    expect(status).toBe(1);
    expect(baseline.map(({ path, state, movedTo }) => `${path} ${state} ${movedTo ?? ""}`.trim()).sort()).toEqual(["a.csv moved e.csv", "b.csv unused"]);
    expect([entries.map(({ state }) => state), markers.length, baseline[0].acceptedBy?.name]).toEqual([["used"], 1, "Tester"]);
  });

  it("works where there is nothing yet, and outside repositories with a key", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a.csv"), members(5));
    expect(ok({ path: folder }, ["baseline", "audit"])).toContain("leaklint.baseline: 0 lines");
    ok({ path: folder }, ["baseline", "write"]);
    expect(existsSync(join(folder, ".gitattributes"))).toBe(false);
    expect(open(report({ path: folder }))).toEqual([]);
    expect(run({ path: folder }, ["baseline", "update"], { LEAKLINT_FINGERPRINT_KEY: "" })).toMatchObject({ status: 2, stderr: expect.stringContaining("there is no key") as string });
  });
});

it.each([[["baseline"]], [["baseline", "wirte"]], [["baseline", "write", "--fail"]], [["baseline", "audit", "--profile", "all"]]])("leaklint %j is an error", (args) => {
  expect(run({ path: temporaryFolder() }, args).status).toBe(2);
});

it("a baseline that is broken is an error", () => {
  const repository = written({ "a.csv": members(5) });
  writeFileSync(join(repository.path, "leaklint.baseline"), `${baselineOf(repository).join("\n")}<<<<<<< HEAD\n`);
  expect(run(repository, ["."])).toMatchObject({ status: 2, stderr: expect.stringContaining("leaklint.baseline, line 3: an unresolved merge conflict") as string });
});

it("the baseline and the accept file have nothing in them that is found", () => {
  const repository = written(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`f${i}.csv`, members(4, i * 5)])));
  expect(report(repository, ["leaklint.baseline"]).results.map(({ findings }) => findings)).toEqual([[]]);
});
