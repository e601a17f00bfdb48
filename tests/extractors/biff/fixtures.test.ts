import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Location } from "../../../src/contract.js";
import { createLinter } from "../../../src/index.js";

const linter = createLinter();
const scan = async (name: string) => {
  const { reports } = await linter.scan(`fixtures/xls/${name}`);
  return reports[0].result;
};
const placeOf = (at: Location): string => at.map((step) => (step.kind === "sheet" ? step.name : step.kind === "cell" ? `!${step.ref}` : "")).join("");
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
    ["flag.hair-column.xls", 12, "hidden-column"],
    ["flag.hair-column.xml", 12, "hidden-column"],
    ["flag.hair-rows.xls", 12, "hidden-row"],
    ["flag.hair-rows.xml", 12, "hidden-row"],
    ["flag.tiny.xls", 12, "invisible-format"],
    ["flag.tiny.xml", 12, "invisible-format"],
    ["flag.same-colour.xls", 12, "invisible-format"],
    ["flag.same-colour.xml", 12, "invisible-format"],
    ["flag.print-area.xls", 12, "outside-print-area"],
    ["flag.print-area.xml", 12, "outside-print-area"],
    ["flag.covered.xls", 12, "covered-text"],
    ["flag.framed.xls", 12, undefined],
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

  it.each<[string, string]>([
    ["flag.hair-column.xls", "様式!B1:B12 (hidden-column)"], ["flag.hair-column.xml", "様式!B3:H14 (hidden-column)"], ["flag.hair-rows.xls", "様式!G5:G16 (hidden-row)"], ["flag.hair-rows.xml", "様式!B3:H14 (hidden-row)"],
    ["flag.tiny.xls", "様式!G5:G16 (invisible-format)"], ["flag.tiny.xml", "様式!B3:H14 (invisible-format)"], ["flag.same-colour.xls", "様式!G5:G16 (invisible-format)"],
    ["flag.same-colour.xml", "様式!B3:H14 (invisible-format)"], ["flag.print-area.xls", "様式!A6:H17 (outside-print-area)"], ["flag.print-area.xml", "様式!B3:H14 (outside-print-area)"],
    ["flag.covered.xls", "様式!A3:H14 (covered-text)"], ["flag.framed.xls", "様式!A3:H14 (undefined)"],
  ])("%s: %s, and nothing else is told of those cells", async (name, place) => {
    const { findings } = await scan(name);
    const told = findings.map(({ at, concealment }) => `${placeOf(at)} (${String(concealment)})`);
    expect(told).toContain(place);
    expect(new Set(findings.map(({ concealment }) => concealment)).size).toBe(1);
  });

  it("has a row above for each fixture that hides somebody", () => {
    expect(names("flag.")).toHaveLength(27);
  });

  it.each(names("pass."))("finds nobody in %s, and has read all of it", async (name) => {
    const { findings, unscanned } = await scan(name);
    expect([findings, unscanned]).toEqual([[], []]);
  });
});
