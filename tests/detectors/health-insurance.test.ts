import { describe, expect, it } from "vitest";
import { healthInsurance } from "../../detectors/health-insurance.js";
import { detectText, markFound } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(healthInsurance);

describe("health-insurance", () => {
  it.each([
    ["symbol and number", "健康保険 記号 «2107 番号 358»"],
    ["a symbol with kanji", "保険者番号 06137525 記号 «川い12 番号 3581»"],
    ["behind one label", "被保険者証の記号・番号\u3000«21070016・358»"],
    ["each behind its own label", "保険証記号 «2107 保険証番号 358»"],
    ["with a branch number", "国保 記号 «高松12 番号 3581»-01"],
    ["in cells", "保険証\t記号\t«2107\t番号\t358»"],
    ["care", "介護保険被保険者番号 «0000483907»"],
    ["employment", "雇用保険被保険者番号 «5012-348671-1»"],
    ["people over 75", "後期高齢者医療 被保険者番号：«48213907»"],
    ["care, said in brackets", "被保険者番号（介護）«0000139572»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(healthInsurance, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it.each([
    ["the insurer alone", "保険者番号 06137525"],
    ["a bank", "ゆうちょ銀行 記号 14370 番号 13579241"],
    ["symbol and number of nobody knows what", "記号 2107 番号 358"],
    ["counts", "被保険者証 20480枚、被保険者 48213人"],
    ["amounts", "被保険者番号ごとに 48213円"],
    ["filler", "被保険者番号 00000000"],
    ["a date", "保険証 2024年4月1日"],
  ])("leaves %s", (_case, text) => {
    expect(markFound(healthInsurance, text)).toBe(text);
  });
  it("names the branch of insurance", () => {
    const codes = ["被保険者番号 48213907", "介護保険被保険者番号 0000483907", "雇用保険被保険者番号 5012-348671-1"].map((text) => detectText(healthInsurance, text)[0]?.code);
    expect(codes).toEqual(["insured", "care", "employment"]);
  });

  it("finds none in a million characters of code", () => {
    expect(detectText(healthInsurance, codeText(1_000_000))).toEqual([]);
  });
});
