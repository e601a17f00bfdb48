/** Cells that a printout leaves out are told apart from those it shows. */
import { describe, expect, it } from "vitest";
import { createLinter } from "../../src/index.js";
import { packageOf } from "../support/package.js";
import { inventPeople } from "../support/people.js";

const cell = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** A form in A1:B2, and twelve people from column F on. */
async function places(printArea: string | undefined, name = "Sheet1"): Promise<(string | undefined)[]> {
  const people = [["氏名", "住所", "電話番号"], ...inventPeople(12).map((one) => [one.name, one.address, one.phone])];
  const rows = people.map((row, i) => `<row r="${i + 1}">${i < 2 ? cell(`A${i + 1}`, "申請書") : ""}${row.map((text, c) => cell(`${"FGH"[c]}${i + 1}`, text)).join("")}</row>`).join("");
  const workbook = printArea === undefined ? "" : `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${printArea}</definedName></definedNames>`;
  const { reports } = await createLinter().scan({ name: "a.xlsx", bytes: packageOf({ sheets: [{ name, rows }], workbook }) });
  expect(reports[0].result.people).toBe(12);
  return reports[0].result.findings.map(({ concealment }) => concealment);
}

describe("the print area", () => {
  it.each<[string, string | undefined]>([
    ["Sheet1!$A$1:$B$20", "outside-print-area"], ["Sheet1!$A:$D", "outside-print-area"], ["'Sheet1'!$A$1", "outside-print-area"], ["Sheet1!$A$1:$B$2,Sheet1!$A$5:$B$9", "outside-print-area"],
    ["Sheet1!$A$1:$H$20", undefined], ["Sheet1!$1:$20", undefined], ["Sheet1!$A$1:$B$2,Sheet1!$F$1:$H$20", undefined], ["Sheet1!$A$1:$F$2", undefined],
    ["OFFSET(Sheet1!$A$1,0,0,5,5)", undefined], ["#REF!", undefined],
  ])("%s leaves a list: %s", async (area, expected) => {
    expect(await places(area)).toEqual([expected]);
  });
  it("of a sheet with quotes and commas in its name is understood", async () => {
    expect(await places("'A,B''s'!$A$1:$B$20", "A,B's")).toEqual(["outside-print-area"]);
  });
  it("that there is none leaves everything in plain view", async () => {
    expect(await places(undefined)).toEqual([undefined]);
  });
});
