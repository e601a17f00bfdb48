import { describe, expect, it } from "vitest";
import { residentRecordCode } from "../../detectors/resident-record-code.js";
import { detectText, markFound } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(residentRecordCode);

describe("resident-record-code", () => {
  it.each([
    ["digits behind the label", "住民票コード：«28394017568»"],
    ["full-width digits", "住民票コード\u3000«９１７５３０６８２４０»（世帯主）"],
    ["groups", "住民票コードは «6048-2137-590» です"],
    ["the cell beside the label", "住民票コード\t«28394017568»\t備考"],
    ["the line below the label", "住民票コード\n«28394017568»"],
    ["a digit to a box", "住民票コード\t«2\t8\t3\t9\t4\t0\t1\t7\t5\t6\t8»"],
    ["of two numbers the labelled one", "受付番号 91753068240 住民票コード «28394017568»"],
    ["a remainder of 1, where the check digit is 0", "住民票コード «91753068240»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(residentRecordCode, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it.each([
    ["a wrong check digit", "住民票コード 28394017569"],
    ["another number behind the label", "住民票コード 受付番号 28394017568"],
    ["a number two cells on", "住民票コード\t有\t28394017568"],
    ["a number two lines below", "住民票コード\n\n記入欄\n28394017568"],
    ["a longer number", "住民票コード 28394017568-1"],
    ["a column header above the wrong cell", "住民票コード\t氏名\n28394017568\t佐藤"],
  ])("leaves %s", (_case, text) => {
    expect(markFound(residentRecordCode, text)).toBe(text);
  });

  it("finds none in a million characters of code", () => {
    expect(detectText(residentRecordCode, codeText(1_000_000))).toEqual([]);
  });
});
