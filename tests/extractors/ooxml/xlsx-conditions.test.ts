/** Conditional formats that make cells unseen: which rules are taken, and of which cells they hold. */
import { describe, expect, it } from "vitest";
import { readingOfBytes } from "../../../scripts/oracle/reading.js";
import { unseenCells, type ConditionalFormat } from "../../../src/extractors/ooxml/xlsx-conditions.js";
import { readStyles } from "../../../src/extractors/ooxml/xlsx-styles.js";
import { packageOf } from "../../support/package.js";

const rule = (type: string, more: Partial<ConditionalFormat> = {}): ConditionalFormat => ({ cells: "B2:C3 E5", type, format: 0, operator: "", text: "", formulas: [], ...more });
const holds = (one: ConditionalFormat, text: string): boolean | undefined => unseenCells([one], [true])[0]?.holds(text);

describe("a rule of a conditional format", () => {
  it.each<[string, ConditionalFormat, readonly string[], readonly string[]]>([
    ["that always holds", rule("expression", { formulas: ["TRUE"] }), ["x", "5"], []],
    ["of two equal numbers", rule("expression", { formulas: ["1=1"] }), ["x"], []],
    ["of cells that are filled", rule("expression", { formulas: ["LEN(TRIM($B2))>0"] }), ["x"], []],
    ["of cells that are not empty", rule("expression", { formulas: ['B2<>""'] }), ["x"], []],
    ["of cells that are not blank", rule("notContainsBlanks", { formulas: ["LEN(TRIM(B2))>0"] }), ["x"], []],
    ["of words", rule("containsText", { text: "田中" }), ["田中 太郎"], ["佐藤"]],
    ["of words that are not there", rule("notContainsText", { text: "済" }), ["未"], ["済み"]],
    ["of beginnings", rule("beginsWith", { text: "No" }), ["no. 5"], ["5"]],
    ["of ends", rule("endsWith", { text: "様" }), ["佐藤様"], ["様式"]],
    ["of a number", rule("cellIs", { operator: "equal", formulas: ["0"] }), ["0"], ["1", "零"]],
    ["of anything but a text", rule("cellIs", { operator: "notEqual", formulas: ['"x"'] }), ["5", "y"], ["X"]],
    ["of numbers above, behind which texts stand", rule("cellIs", { operator: "greaterThan", formulas: ["10"] }), ["11", "text"], ["10", "9"]],
    ["of numbers between", rule("cellIs", { operator: "between", formulas: ["1", "3"] }), ["1", "2", "3"], ["4", "x"]],
    ["of numbers outside", rule("cellIs", { operator: "notBetween", formulas: ["1", "3"] }), ["0", "x"], ["2"]],
    ["of numbers below", rule("cellIs", { operator: "lessThanOrEqual", formulas: ["1"] }), ["1", "-5"], ["2"]],
  ])("%s", (_, one, yes, no) => {
    expect([yes.map((text) => holds(one, text)), no.map((text) => holds(one, text))]).toEqual([yes.map(() => true), no.map(() => false)]);
  });

  it.each<[string, ConditionalFormat]>([
    ["of a formula that nobody works out here", rule("expression", { formulas: ['$A2="x"'] })], ["that never holds", rule("expression", { formulas: ["FALSE"] })],
    ["of zero, which is false", rule("expression", { formulas: ["0"] })], ["of two unlike numbers", rule("expression", { formulas: ["1=2"] })],
    ["of another cell's value", rule("cellIs", { operator: "equal", formulas: ["$A$1"] })], ["of no words", rule("containsText")], ["of duplicates", rule("duplicateValues")],
    ["of scales of colours", rule("colorScale", { format: -1 })], ["of cells that nobody names", rule("notContainsBlanks", { cells: "" })],
    ["of one bound of two", rule("cellIs", { operator: "between", formulas: ["1"] })],
  ])("%s is not taken", (_, one) => {
    expect(unseenCells([one], [true])).toEqual([]);
  });

  it("is not taken where its format hides nothing", () => {
    expect(unseenCells([rule("notContainsBlanks")], [false])).toEqual([]);
  });

  it("names its cells", () => {
    expect(unseenCells([rule("notContainsBlanks")], [true])[0].ranges).toEqual([{ firstRow: 1, lastRow: 2, firstColumn: 1, lastColumn: 2 }, { firstRow: 4, lastRow: 4, firstColumn: 4, lastColumn: 4 }]);
  });

  it("is judged in time that grows with its length only", () => {
    const long = `LEN(TRIM(${"A".repeat(100_000)}`;
    expect(unseenCells([rule("expression", { formulas: [long] }), rule("expression", { formulas: [`${"1".repeat(100_000)}=`] })], [true])).toEqual([]);
  });
});

it.each<[string, string, boolean]>([
  ["white letters", '<font><color rgb="FFFFFFFF"/></font>', true],
  ["letters in the colour of the fill", '<font><color rgb="FFC00000"/></font><fill><patternFill><bgColor rgb="FFC00000"/></patternFill></fill>', true],
  ["a number format that shows nothing", '<numFmt numFmtId="170" formatCode=";;;"/>', true],
  ["white letters on a dark fill", '<font><color theme="0"/></font><fill><patternFill><bgColor rgb="FFC00000"/></patternFill></fill>', false],
  ["red letters", '<font><color rgb="FFC00000"/></font>', false],
  ["a frame", "<border/>", false],
])("a conditional format of %s", (_, format, hides) => {
  const styles = `<styleSheet><fonts><font><color rgb="FF000000"/></font></fonts><fills><fill/></fills><cellXfs><xf/></cellXfs><dxfs><dxf>${format}</dxf></dxfs></styleSheet>`;
  expect(readStyles(Buffer.from(styles), false).conditionalHides).toEqual([hides]);
});

it("says of the cells it holds for that they are invisible, and of no others", async () => {
  const cell = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const bytes = packageOf({
    sheets: [{ name: "S", rows: `<row r="1">${cell("A1", "unseenA")}${cell("B1", "seenB")}</row><row r="2">${cell("A2", "seenA")}</row>`, after: '<conditionalFormatting sqref="A1"><cfRule type="notContainsBlanks" dxfId="0"/></conditionalFormatting><conditionalFormatting sqref="A2:B2"><cfRule type="containsText" text="other" dxfId="0"/></conditionalFormatting>' }],
    styles: '<cellXfs><xf/></cellXfs><dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf></dxfs>',
  });
  const found = (await readingOfBytes("a.xlsx", bytes)).filter(({ text }) => /^(?:un)?seen[AB]$/u.test(text));
  expect(found.map(({ text, concealment }) => `${text} ${concealment ?? "-"}`)).toEqual(["unseenA invisible-format", "seenB -", "seenA -"]);
});
