import { describe, expect, it } from "vitest";
import { basicPensionNumber } from "../../detectors/basic-pension-number.js";
import { detectText, markFound } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(basicPensionNumber);

describe("basic-pension-number", () => {
  it.each([
    ["four and six digits", "基礎年金番号\u3000«1357-246801»"],
    ["ten digits", "基礎年金番号：«1357246801»"],
    ["a digit to a box", "基礎年金番号 «1 3 5 7 - 2 4 6 8 0 1»"],
    ["long vowel marks for hyphens", "年金手帳の番号 «１３５７ー２４６８０１»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(basicPensionNumber, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it.each([
    ["no label", "1357-246801"],
    ["filler", "基礎年金番号 1234-567890"],
    ["a telephone behind it", "年金番号 電話 0878-392011"],
    ["other groups", "基礎年金番号 13572-46801"],
    ["more digits", "基礎年金番号 1357-2468012"],
  ])("leaves %s", (_case, text) => {
    expect(markFound(basicPensionNumber, text)).toBe(text);
  });

  it("finds none in a million characters of code", () => {
    expect(detectText(basicPensionNumber, codeText(1_000_000))).toEqual([]);
  });
});
