import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createLinter } from "../../src/index.js";
import { show } from "../support/extract.js";

const linter = createLinter();
const scan = async (path: string) => {
  const { reports } = await linter.scan(path);
  return reports[0].result;
};
const files = (folder: string, prefix: string): string[] => readdirSync(`fixtures/${folder}`).filter((name) => name.startsWith(prefix)).map((name) => `fixtures/${folder}/${name}`);

describe("fixtures of containers, through the whole pipeline", () => {
  it.each(["archive", "docx", "pptx"].flatMap((folder) => files(folder, "flag.")))("finds people in %s", async (path) => {
    expect((await scan(path)).people).toBeGreaterThan(0);
  });

  it.each(["archive", "docx", "pptx"].flatMap((folder) => files(folder, "pass.")))("finds nobody in %s, and has read all of it", async (path) => {
    const { findings, unscanned } = await scan(path);
    expect([findings, unscanned]).toEqual([[], []]);
  });

  it.each(files("mislabelled-file", "flag."))("knows %s as mislabelled", async (path) => {
    expect((await scan(path)).findings.map(({ detector }) => detector)).toContain("mislabelled-file");
  });

  it.each(files("mislabelled-file", "pass."))("passes the name of %s", async (path) => {
    expect((await scan(path)).findings.map(({ detector }) => detector)).not.toContain("mislabelled-file");
  });

  it.each(["bomb-nested.zip", "bomb-overlap.zip", "bomb.gz", "bomb-sparse.tar", "encrypted.zip"])("never finds %s clean", async (name) => {
    expect((await scan(`fixtures/hostile/${name}`)).unscanned.length).toBeGreaterThan(0);
  });

  it("names every step to a list in zip in tar in gzip in zip", async () => {
    const { findings, people } = await scan("fixtures/archive/flag.nested.zip");
    expect(people).toBe(12);
    expect(findings.map(({ at }) => show(at))).toEqual(["fixtures/archive/flag.nested.zip › backup.tar.gz › backup.tar › backup/list.zip › 名簿.csv › A2:C13"]);
  });

  it("says why a reader does not see what a document conceals", async () => {
    const { findings } = await scan("fixtures/docx/flag.concealed.docx");
    expect(findings.filter(({ detector }) => detector === "phone-number").map(({ concealment }) => concealment).sort()).toEqual(["comment", "deleted-revision", "hidden-text"]);
  });
});
