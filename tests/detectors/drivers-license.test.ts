import { describe, expect, it } from "vitest";
import { driversLicense } from "../../detectors/drivers-license.js";
import { detectText, markFound } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(driversLicense);

describe("drivers-license", () => {
  it.each([
    ["digits behind the label", "運転免許証番号：«810357284650»"],
    ["as the card has it", "免許証\u3000第«810357284650»号"],
    ["groups of four", "免許証番号 «8103 5728 4650»"],
    ["a JSON key", '{"driversLicenseNumber":"«449916302760»"}'],
    ["the document and the word for number apart", "運転免許証（表面）の番号\u3000«621983740540»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(driversLicense, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it.each([
    ["no label", "810357284650"],
    ["no such commission", "運転免許証番号 311748291550"],
    ["a wrong check digit", "運転免許証番号 810357284660"],
    ["a licence to trade", "宅地建物取引業免許 810357284650"],
    ["thirteen digits", "免許証番号 8103572846500"],
    ["an order", "免許証の写しを同封 注文番号 810357284650"],
  ])("leaves %s", (_case, text) => {
    expect(markFound(driversLicense, text)).toBe(text);
  });

  it("finds none in a million characters of code", () => {
    expect(detectText(driversLicense, codeText(1_000_000))).toEqual([]);
  });
});
