import { createHash, hash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createMemory, type LearningMemory } from "../../src/cache/memory.js";
import { planId } from "../../src/cache/plan.js";
import type { Store } from "../../src/cache/store.js";
import type { Artifact, Known, Location, Report, ScanResult, Unscanned } from "../../src/contract.js";
import { createLinter } from "../../src/linter.js";
import { inventPerson } from "../support/people.js";

const KEY = "a key that lasts";
const person = inventPerson(3);
const LEAK = `連絡先 ${person.name} ${person.phone}\n`;

function storeInMemory(): Store & { readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    get(key) {
      const json = values.get(key.toString("hex"));
      return json === undefined ? undefined : (JSON.parse(json) as unknown);
    },
    put: (key, value) => void values.set(key.toString("hex"), JSON.stringify(value)),
    save: () => Promise.resolve(),
  };
}

const fileAt = (path: string, commit?: string): Location => [{ kind: "file", path }, ...(commit === undefined ? [] : [{ kind: "commit", id: commit } as const])];
const artifact = (path: string, text: string | Buffer, commit?: string): Artifact => ({ kind: "artifact", at: fileAt(path, commit), name: path.replace(/^.*\//u, ""), bytes: Buffer.from(text) });

/** Scans through a memory as a source does; tells which were known. */
async function scanned(memory: LearningMemory, pieces: readonly (Artifact | Unscanned)[], config = {}): Promise<{ reports: Report[]; known: boolean[] }> {
  const linter = createLinter({ fingerprintKey: KEY, profile: "repo", ...config });
  const known: boolean[] = [];
  async function* source(): AsyncGenerator<Artifact | Known | Unscanned> {
    for (const piece of pieces) {
      const content = piece.kind === "artifact" ? createHash("sha256").update(piece.bytes).digest("hex") : "unscanned";
      const [file] = piece.at;
      const path = file.kind === "file" ? file.path : "";
      const before = memory.recall(content, path, piece.at);
      known.push(before !== undefined);
      if (before === undefined) memory.expect(piece, [content], path);
      yield await Promise.resolve(before ?? piece);
    }
  }
  const reports: Report[] = [];
  for await (const report of linter.scanSource(source(), { learn: memory.learn })) reports.push(report);
  return { reports, known };
}

const plain = (reports: readonly Report[]): unknown => JSON.parse(JSON.stringify(reports));

describe("a memory", () => {
  it("gives in the next run what was found, down to the last letter", async () => {
    const store = storeInMemory();
    const pieces = [artifact("a/list.txt", LEAK), artifact("b/clean.txt", "nothing\n"), artifact("photo.jpg", Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex"))];
    const cold = await scanned(createMemory("plan", store), pieces);
    const warm = await scanned(createMemory("plan", store), pieces);
    expect(cold.known).toEqual([false, false, false]);
    expect(warm.known).toEqual([true, true, true]);
    expect(cold.reports[0].result.findings.length).toBeGreaterThan(0);
    expect(plain(warm.reports)).toEqual(plain(cold.reports));
  });

  it("puts what it knows under another path and another commit", async () => {
    const store = storeInMemory();
    await scanned(createMemory("plan", store), [artifact("a/list.txt", LEAK, "1".repeat(40))]);
    const there = await scanned(createMemory("plan", store), [artifact("elsewhere/list.txt", LEAK, "2".repeat(40))]);
    const fresh = await scanned(createMemory("plan", undefined), [artifact("elsewhere/list.txt", LEAK, "2".repeat(40))]);
    expect(there.known).toEqual([true]);
    expect(plain(there.reports)).toEqual(plain(fresh.reports));
    expect(there.reports[0].result.commit).toBe("2".repeat(40));
  });

  it("masks personal values in a path that it has not seen before", async () => {
    const store = storeInMemory();
    await scanned(createMemory("plan", store), [artifact("a/list.txt", LEAK)]);
    const path = `${person.name}様/list.txt`;
    const [report] = (await scanned(createMemory("plan", store), [artifact(path, LEAK)])).reports;
    const [fresh] = (await scanned(createMemory("plan", undefined), [artifact(path, LEAK)])).reports;
    expect(plain([report])).toEqual(plain([fresh]));
  });

  it("scans the same bytes under another name: the name may be what is found", async () => {
    const store = storeInMemory();
    const { known } = await scanned(createMemory("plan", store), [artifact("a.txt", LEAK), artifact("a.csv", LEAK), artifact("b/a.txt", LEAK)]);
    expect(known).toEqual([false, false, true]);
  });

  it("keeps no personal value, in no form", async () => {
    const store = storeInMemory();
    await scanned(createMemory("plan", store), [artifact(`${person.name}様/${person.name}様.txt`, LEAK), artifact("a.txt", LEAK)]);
    const kept = [...store.values].flat().join("\n");
    expect(store.values.size).toBeGreaterThan(0);
    for (const value of [person.name, person.phone, person.phone.replaceAll("-", ""), ...person.name.split(/\s/u)]) expect(kept).not.toContain(value);
  });

  it("does not keep what says something of the run and nothing of the bytes", async () => {
    const store = storeInMemory();
    const at = fileAt("a.bin");
    const unread = (reason: Unscanned["reason"]): Unscanned => ({ kind: "unscanned", at, reason, detail: "why" });
    for (const reason of ["limit", "failed", "encrypted"] as const) await scanned(createMemory("plan", store), [unread(reason)]);
    expect(store.values.size).toBe(0);
    await scanned(createMemory("plan", store), [unread("unsupported")]);
    expect(store.values.size).toBeGreaterThan(0);
    await scanned(createMemory("plan", store), [artifact("long.txt", "x".repeat(100_000))], { limits: { timeMs: 0.000_001 } });
    expect([...store.values.values()].join("")).not.toContain("timeMs");
  });

  it("does not keep what was not read where a program may be installed that reads it", async () => {
    const store = storeInMemory();
    const unread: Unscanned = { kind: "unscanned", at: fileAt("a.png"), reason: "unsupported", detail: "no tesseract" };
    await scanned(createMemory("plan", store, { isUnreadPassing: true }), [unread]);
    expect(store.values.size).toBe(0);
    await scanned(createMemory("plan", store, { isUnreadPassing: true }), [artifact("a.txt", LEAK)]);
    expect(store.values.size).toBeGreaterThan(0);
  });

  it("does not keep a message that tells a password: the next run has to hear it too", async () => {
    const store = storeInMemory();
    const message = "From: a@example.test\r\nTo: b@example.test\r\nSubject: pw\r\n\r\nPassword: abcd1234\r\n";
    await scanned(createMemory("plan", store), [artifact("pw.eml", message)]);
    expect((await scanned(createMemory("plan", store), [artifact("pw.eml", message)])).known).toEqual([false]);
  });

  it("does not keep what was accepted until a day that has passed", () => {
    const store = storeInMemory();
    const memory = createMemory("plan", store);
    const result = (expires: string): ScanResult => ({
      path: "a.txt", format: "text", people: 0, exposure: { identified: 0, reachable: 0, concealed: 0 }, unscanned: [],
      findings: [{
        detector: "phone-number", code: "number", severity: "warning", confidence: 1, count: 1, people: 0, entities: {}, evidence: [], at: fileAt("a.txt"), fingerprint: "0",
        remedies: [], accepted: { by: "marker", expires },
      }],
    });
    const piece = artifact("a.txt", "x");
    for (const [expires, isKnown] of [["2999-01-01", true], ["2020-01-01", false]] as const) {
      memory.expect(piece, [expires], "a.txt");
      memory.learn(piece, result(expires));
      expect(memory.recall(expires, "a.txt", piece.at) !== undefined).toBe(isKnown);
    }
  });

  it("of another plan knows nothing of this one's", async () => {
    const store = storeInMemory();
    await scanned(createMemory("one", store), [artifact("a.txt", LEAK)]);
    expect((await scanned(createMemory("two", store), [artifact("a.txt", LEAK)])).known).toEqual([false]);
  });
});

describe("a plan", () => {
  const base = planId({}, KEY, "build");
  it.each<[string, Parameters<typeof planId>]>([
    ["another key", [{}, "another", "build"]],
    ["another build", [{}, KEY, "another"]],
    ["another limit", [{ limits: { depth: 3 } }, KEY, "build"]],
    ["a detector that is off", [{ detectors: { "phone-number": "off" } }, KEY, "build"]],
    ["another password", [{ passwords: ["x"] }, KEY, "build"]],
    ["another profile", [{ profile: "repo" }, KEY, "build"]],
    ["own domains", [{ ownDomains: ["example.test"] }, KEY, "build"]],
  ])("with %s is another one", (_, given) => {
    expect(planId(...given)).toMatch(/^[\da-f]{64}$/u);
    expect(planId(...given)).not.toBe(base);
  });

  it("is the same whatever is decided afterwards, and in whatever order the config is written", () => {
    expect(planId({ failOn: "warn", lang: "ja", policy: () => ({ level: "pass", reasons: [], remedies: [] }), ignore: ["x"] }, KEY, "build")).toBe(base);
    expect(planId({ country: "US", ocr: true }, KEY, "build")).toBe(planId({ ocr: true, country: "US" }, KEY, "build"));
  });

  it("is none with detectors that are the user's own code, nor in a checkout", () => {
    expect(planId({ detectors: [{ id: "own", messages: {}, defaults: {}, create: () => ({}) }] }, KEY, "build")).toBeUndefined();
    expect(planId({}, KEY)).toBeUndefined();
  });

  it("does not give a password away to whoever guesses it without the key", () => {
    expect(planId({ passwords: ["1234"] }, KEY, "build")).not.toBe(hash("sha256", JSON.stringify({ passwords: ["1234"] })));
    expect(planId({ passwords: ["1234"] }, KEY, "build")).not.toBe(planId({ passwords: ["1234"] }, "another key", "build"));
  });
});
