import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createLinter } from "../../../src/index.js";

const linter = createLinter();
const scan = async (name: string) => {
  const { reports } = await linter.scan(`fixtures/xls/${name}`);
  return reports[0].result;
};
const names = (prefix: string): string[] => readdirSync("fixtures/xls").filter((name) => name.startsWith(prefix));

describe("old workbooks, through the whole pipeline", () => {
  it.each<[string, number, string | undefined]>([
    ["flag.visible.xls", 12, undefined],
    ["flag.visible.xml", 12, undefined],
    ["flag.hidden-sheet.xls", 12, "hidden-sheet"],
    ["flag.very-hidden.xml", 12, "very-hidden-sheet"],
    ["flag.hidden-rows.xls", 12, "hidden-row"],
    ["flag.hidden-rows.xml", 12, "hidden-row"],
    ["flag.hidden-column.xls", 12, "hidden-column"],
    ["flag.white.xls", 12, "invisible-format"],
    ["flag.comment.xls", 2, "comment"],
    ["flag.comment.xml", 2, "comment"],
    ["flag.formula.xls", 1, "package-data"],
    ["flag.defined-name.xls", 1, "defined-name"],
    ["flag.header.xls", 1, undefined],
    ["flag.property.xls", 1, "property"],
    ["flag.property.xml", 1, "property"],
  ])("%s holds %i people: %s", async (name, people, concealment) => {
    const result = await scan(name);
    expect(result.unscanned).toEqual([]);
    expect(result.people).toBe(people);
    expect(result.findings[0].concealment).toBe(concealment);
  });

  it("has a row above for each fixture that hides somebody", () => {
    expect(names("flag.")).toHaveLength(15);
  });

  it.each(names("pass."))("finds nobody in %s, and has read all of it", async (name) => {
    const { findings, unscanned } = await scan(name);
    expect([findings, unscanned]).toEqual([[], []]);
  });
});
