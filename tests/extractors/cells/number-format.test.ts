import { describe, expect, it } from "vitest";
import { builtInFormat, customFormat, dateText, showsNothing } from "../../../src/extractors/cells/number-format.js";

describe("number formats", () => {
  it.each([
    [14, 29_312, "1980-04-01"],
    [22, 29_312.5, "1980-04-01T12:00:00"],
    [20, 0.75, "18:00:00"],
    [31, 1, "1900-01-01"],
    [57, 59, "1900-02-28"],
    [14, 61, "1900-03-01"],
    [14, 2_958_465, "9999-12-31"],
    [14, 2_958_467, "2958467"],
    [14, -1, "-1"],
    [14, 29_312.999_999_9, "1980-04-02"],
  ])("built in as %i show %d as %s", (id, value, expected) => {
    expect(builtInFormat(id, false)?.(value)).toBe(expected);
  });

  it.each([0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 23, 37, 48, 49, 59])("built in as %i are no dates", (id) => {
    expect(builtInFormat(id, false)).toBeUndefined();
  });

  it.each([
    ["yyyy/m/d", 29_312, "1980-04-01"],
    ["[$-411]ggge\"年\"m\"月\"d\"日\";@", 29_312, "1980-04-01"],
    ["[$-F800]dddd, mmmm dd, yyyy", 29_312, "1980-04-01"],
    ["e.m.d", 29_312, "1980-04-01"],
    ["[h]:mm:ss", 0.5, "12:00:00"],
    ["h\"時\"mm\"分\"", 0.25, "06:00:00"],
    ["mmm-yy", 29_312, "1980-04-01"],
    ["mmmm", 29_312, "1980-04-01"],
    ["h:mm AM/PM", 0.75, "18:00:00"],
    ["mm:ss.0", 0.5, "12:00:00"],
    ["000-0000", 600_042, "060-0042"],
    ["[<=999]000;[<=9999]000\\-00;000\\-0000", 1_600_023, "160-0023"],
    ["[<=999]000;[<=9999]000\\-00;000\\-0000", 7, "007"],
    ["[<=99999999]####\\-####;\\(00\\)\\ ####\\-####", 312_345_678, "(03) 1234-5678"],
    ["000\\-0000\\-0000", 9_012_345_678, "090-1234-5678"],
    ["0000000000000", 42, "0000000000042"],
    ["\"〒\"000-0000", 1_600_023, "〒160-0023"],
    ["000-0000", 1.5, "1.5"],
    ["000-0000", -1, "-1"],
  ])("%s show %d as %s", (code, value, expected) => {
    expect(customFormat(code, false)?.(value)).toBe(expected);
  });

  it.each(["General", "#,##0", "0.00", "0.00E+00", "0%", "#,##0;[Red]-#,##0", "\"y\"0", "0\"days\"", "@", "_-* #,##0_-", "[Red]0", "0.0_);\\(0.0\\)", "# ?/?", ""])("%j leave a number as it is", (code) => {
    const format = customFormat(code, false);
    expect(format === undefined ? "1234" : format(1234)).toBe("1234");
  });

  it("count from 1904 where the workbook does", () => {
    expect(dateText(27_850, true, true)).toBe("1980-04-01");
  });

  it.each([
    [";;;", true],
    [" ; ; ", true],
    ["0;;", false],
    [";;;@", false],
    ["General", false],
  ])("%j show nothing: %j", (code, expected) => {
    expect(showsNothing(code)).toBe(expected);
  });

  it.each(['"'.repeat(50_000), "[".repeat(50_000), "\\".repeat(50_001), "0".repeat(50_000), "y ".repeat(25_000), "_".repeat(50_001), ";".repeat(50_000), `${"m".repeat(50_000)}h`, "e+".repeat(25_000)])("of 50,000 characters are judged all the same (%#)", (code) => {
    const format = customFormat(code, false);
    expect(typeof (format === undefined ? "" : format(29_312))).toBe("string");
  });
});
