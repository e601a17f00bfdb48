import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { xlsxExtractor } from "../../../src/extractors/ooxml/xlsx.js";
import { extract, whereIs } from "../../support/extract.js";
import { inventPeople } from "../../support/people.js";

const read = (path: string): ReturnType<typeof extract> => extract(xlsxExtractor, readFileSync(`fixtures/${path}`), path);
const [{ phone }] = inventPeople(1);

describe("fixtures/xlsx", () => {
  it.each([
    ["flag.visible", ["団体一覧 › G3"]],
    ["flag.hidden-sheet", ["団体一覧 › G3 (hidden-sheet)"]],
    ["flag.very-hidden", ["団体一覧 › G3 (very-hidden-sheet)"]],
    ["flag.orphaned-sheet", ["sheet2.xml › G2 (orphaned-part)"]],
    ["flag.other-names", ["団体一覧 › G2 (hidden-sheet)"]],
    ["flag.hidden-rows", ["様式 › G5 (hidden-row)"]],
    ["flag.unused-strings", ["xl/sharedStrings.xml (orphaned-part)"]],
    ["flag.pivot-cache", ["xl/pivotCache/pivotCacheDefinition1.xml (pivot-cache)"]],
    ["flag.comment", ["様式 › B3 (comment)"]],
  ])("%s holds the first person's number where it was put", async (name, expected) => {
    const result = await read(`xlsx/${name}.xlsx`);
    expect(result.unscanned).toEqual([]);
    expect(whereIs(phone, result).map((place) => place.replace(`xlsx/${name}.xlsx › `, ""))).toEqual(expected);
  });

  it.each(readdirSync("fixtures/xlsx").filter((name) => name.startsWith("pass.")))("%s holds nobody, and is read to its end", async (name) => {
    const result = await read(`xlsx/${name}`);
    expect(result.unscanned).toEqual([]);
    expect(result.tables.length).toBe(1);
    for (const person of inventPeople(40)) for (const value of [person.name, person.phone, person.email, person.address]) expect(whereIs(value, result)).toEqual([]);
  });

  it.each([
    ["truncated.xlsx", "corrupt"],
    ["bomb.xlsx", "limit"],
  ])("hostile/%s is listed as %s", async (name, reason) => {
    expect((await read(`hostile/${name}`)).unscanned.map((one) => one.reason)).toContain(reason);
  });

  it("hostile/endless-cell.xlsx gives what it has", async () => {
    const { kinds } = await read("hostile/endless-cell.xlsx");
    expect(kinds).toContain("workbook");
  });
});
