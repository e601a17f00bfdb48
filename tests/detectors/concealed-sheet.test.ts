import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { concealedSheet } from "../../detectors/concealed-sheet.js";
import { scan } from "../../src/index.js";
import type { Location, SheetState, SheetSummary, WorkbookSegment } from "../../src/contract.js";

const FILE: Location = [{ kind: "file", path: "form.xlsx" }];
const sheet = (name: string, state: SheetState, cells: number): SheetSummary => ({ at: [...FILE, { kind: "sheet", name, state }], name, state, cells });
const check = concealedSheet.create({}, { ownDomains: [], knownGroups: {}, country: "JP" }).workbook;
const matchesIn = (sheets: readonly SheetSummary[]): unknown[] => [...(check?.({ kind: "workbook", at: FILE, sheets } satisfies WorkbookSegment) ?? [])];

describe("concealed-sheet", () => {
  it.each([
    ["hidden", "hidden"],
    ["very-hidden", "very-hidden"],
    ["orphaned", "orphaned"],
  ] as const)("reports a sheet that is %s, with its cells and the way to be rid of it", (state, code) => {
    const concealed = sheet("団体一覧", state, 6_984);
    expect(matchesIn([sheet("様式", "visible", 40), concealed])).toEqual([
      { code, at: concealed.at, confidence: 1, evidence: ["structure"], count: 6_984, remedies: [{ kind: "delete-sheet", sheet: concealed.at }] },
    ]);
  });

  it.each([
    ["only visible sheets", [sheet("様式", "visible", 40), sheet("Sheet2", "visible", 0)]],
    ["a hidden sheet without cells", [sheet("Sheet1", "visible", 1), sheet("Sheet2", "hidden", 0)]],
    ["a very hidden sheet without cells", [sheet("Sheet1", "visible", 1), sheet("Sheet2", "very-hidden", 0)]],
    ["an orphaned sheet without cells", [sheet("sheet9.xml", "orphaned", 0)]],
    ["no sheets", []],
  ])("passes %s", (_, sheets) => {
    expect(matchesIn(sheets)).toEqual([]);
  });

  it("reports each concealed sheet of a workbook in order", () => {
    const sheets = [sheet("a", "very-hidden", 3), sheet("b", "visible", 3), sheet("c", "hidden", 1)];
    expect(matchesIn(sheets)).toMatchObject([{ code: "very-hidden", count: 3 }, { code: "hidden", count: 1 }]);
  });
});

describe("concealed-sheet on workbooks", () => {
  const FOLDER = "fixtures/concealed-sheet";

  it.each(readdirSync(FOLDER))("%s", async (name) => {
    const { reports } = await scan(join(FOLDER, name));
    const found = reports.flatMap(({ result }) => result.findings).filter(({ detector }) => detector === "concealed-sheet");
    // flag.very-hidden.xlsx holds a title, a header of eight cells and twelve people under it, in a sheet of that state.
    const expected = name.startsWith("flag.") ? [{ code: name.split(".")[1], count: 1 + 8 + 12 * 8, severity: "warning" }] : [];
    expect(found.map(({ code, count, severity }) => ({ code, count, severity }))).toEqual(expected);
  });
});
