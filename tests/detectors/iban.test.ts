import { describe, expect, it } from "vitest";
import { iban } from "../../detectors/iban.js";
import { detectText, markFound } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(iban);

describe("iban", () => {
  it.each([
    ["in one run", "IBAN: «DE67512108001245126731»"],
    ["by fours", "«GB80 NWBK 6093 3184 7201 95»"],
    ["other groups of digits", "«BE 71 0961 2345 6769»"],
    ["full-width", "«ＮＬ９６ＩＮＧＢ０００７３９１８２６»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(iban, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it.each([
    ["a wrong check digit", "DE67512108001245126732"],
    ["the examples of manuals", "GB82 WEST 1234 5698 7654 32"],
    ["a country without accounts", "AB67512108001245126731"],
    ["more characters", "DE675121080012451267310"],
    ["words in capitals", "NO 15 PRICE LIST A"],
    ["two spaces", "DE67  5121 0800 1245 1267 31"],
  ])("leaves %s", (_case, text) => {
    expect(markFound(iban, text)).toBe(text);
  });

  it("finds none in a million characters of code", () => {
    expect(detectText(iban, codeText(1_000_000))).toEqual([]);
  });
});
