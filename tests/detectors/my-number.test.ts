import { describe, expect, it } from "vitest";
import { myNumber } from "../../detectors/my-number.js";
import { detectText, markFound, REPORTED } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(myNumber);

describe("my-number", () => {
  it.each([
    ["digits behind the label", "個人番号：«678901234562»"],
    ["groups of four", "マイナンバー «6789 0123 4562»（本人）"],
    ["full-width", "個人番号　«６７８９　０１２３　４５６２»"],
    ["a label with other words between", "個人番号（マイナンバー）の記入欄：«6789-0123-4562»"],
    ["groups far from the label on its line", "個人番号　氏名　佐藤花子　住所　香川県高松市番町一丁目　«6789 0123 4562»"],
    ["of two numbers the labelled one", "伝票番号 678901234562 個人番号 «678901234562»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(myNumber, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it("takes no check digit for proof", () => {
    expect(detectText(myNumber, "678901234562 6789 0123 4562")).toEqual([]);
  });
  it("says of a labelled number with a wrong check digit, or the one every manual prints, that it hardly is one", () => {
    for (const text of ["個人番号 678901234561", "個人番号 123456789018", "個人番号 111111111111"]) {
      expect(detectText(myNumber, text)[0]?.confidence).toBeLessThan(REPORTED);
    }
  });
  it("does not look for the label on another line with other text", () => {
    expect(detectText(myNumber, "個人番号は記入しないこと\n受付 678901234562")).toEqual([]);
  });
  it("finds the number under its label", () => {
    expect(markFound(myNumber, "個人番号\n6789 0123 4562")).toBe("個人番号\n«6789 0123 4562»");
  });
  it("is an error", () => {
    expect(myNumber.messages.number.severity).toBe("error");
  });
  it("finds none in a million characters of code", () => {
    expect(detectText(myNumber, codeText(1_000_000))).toEqual([]);
  });
});
