/** 7-Zip archives as 7-Zip writes them: every method for documents, names, passwords, and what is damaged. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Artifact } from "../../../src/contract.js";
import { Unreadable } from "../../../src/errors.js";
import { sevenZipExtractor } from "../../../src/extractors/archive/sevenzip.js";
import { createLinter, type Report } from "../../../src/index.js";
import { createBudget, DEFAULT_LIMITS } from "../../../src/limits.js";
import { fileArtifact } from "../../support/extract.js";

const PASSWORD = "Himitsu-2026";
const fixture = (name: string): Buffer => readFileSync(`fixtures/sevenzip/${name}.7z`);
const named = (kind: string): string[] => readdirSync("fixtures/sevenzip").filter((name) => name.startsWith(`${kind}.`)).map((name) => name.replace(/\.7z$/u, ""));

async function result(bytes: Uint8Array, passwords: readonly string[] = []): Promise<Report["result"]> {
  return (await createLinter({ passwords }).scan({ name: "a.7z", bytes })).reports[0].result;
}

/** What the extractor yields, or why it stopped. */
async function pieces(bytes: Uint8Array, limits = DEFAULT_LIMITS): Promise<{ files: Artifact[]; reasons: string[] }> {
  const files: Artifact[] = [];
  const reasons: string[] = [];
  try {
    for await (const piece of sevenZipExtractor.extract(fileArtifact(Buffer.from(bytes), "a.7z"), { limits, budget: createBudget(limits) })) {
      if (piece.kind === "artifact") files.push(piece);
      else if (piece.kind === "unscanned") reasons.push(piece.reason);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    reasons.push(error.reason);
  }
  return { files, reasons };
}

describe("a 7-Zip archive", () => {
  it.each(named("flag"))("%s gives up its list and its names", async (name) => {
    const { people, findings, unscanned } = await result(fixture(name));
    expect(unscanned).toEqual([]);
    expect([people, findings.map(({ detector, at }) => [detector, at[1]])]).toEqual([12, [["personal-records", { kind: "entry", name: "資料/名簿.csv" }]]]);
  });

  it("with nothing personal passes", async () => {
    const { findings, unscanned, format } = await result(fixture("pass.lzma2"));
    expect([format, findings, unscanned]).toEqual(["7z", [], []]);
  });

  it.each(named("sealed"))("%s is opened by a password that is known, and unread without", async (name) => {
    expect((await result(fixture(name), ["wrong", PASSWORD])).people).toBe(12);
    const closed = await result(fixture(name), ["wrong"]);
    expect([closed.people, new Set(closed.unscanned.map(({ reason }) => reason))]).toEqual([0, new Set(["encrypted"])]);
  });

  it.each(named("unread"))("%s is listed file by file", async (name) => {
    const { unscanned } = await result(fixture(name));
    expect(unscanned.map(({ reason, at }) => [reason, at[1]])).toEqual([["unsupported", { kind: "entry", name: "様式.csv" }], ["unsupported", { kind: "entry", name: "資料/名簿.csv" }]]);
  });

  it("is read to where it is cut off, and says so, wherever that is", async () => {
    const whole = fixture("flag.lzma2");
    for (let end = 6; end < whole.length; end += 3) {
      const { files, reasons } = await pieces(whole.subarray(0, end));
      expect([end, files.length, reasons]).toEqual([end, 0, ["corrupt"]]);
    }
  });

  it("that is damaged anywhere gives an answer, in bounded time and memory", async () => {
    for (const name of ["flag.lzma2", "flag.lzma", "flag.delta", "flag.open-header", "flag.bzip2", "flag.deflate"]) {
      const whole = fixture(name);
      for (let at = 6; at < whole.length; at += 7) {
        const broken = Buffer.from(whole);
        broken[at] ^= 0xff;
        await pieces(broken, { ...DEFAULT_LIMITS, expandedBytes: 2 ** 20, timeMs: 5000 });
      }
    }
  });

  it("shows what stands behind its end", async () => {
    const { files } = await pieces(Buffer.concat([fixture("pass.lzma2"), Buffer.from("hidden behind the end of the archive")]));
    expect(files.map(({ isStray, bytes }) => [isStray, Buffer.from(bytes).toString("latin1", 0, 6)])).toContainEqual([true, "hidden"]);
  });

  it("stops at the limit for what may be expanded", async () => {
    const { reasons } = await pieces(fixture("flag.lzma2"), { ...DEFAULT_LIMITS, expandedBytes: 100 });
    expect(reasons).toEqual(["limit"]);
  });
});
