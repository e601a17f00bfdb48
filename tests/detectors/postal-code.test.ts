import { describe, expect, it } from "vitest";
import { postalCode } from "../../detectors/postal-code.js";
import { detectText, markFound, REPORTED } from "../support/detect-text.js";
import { codeText, randomFrom } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(postalCode);

describe("postal-code", () => {
  it.each([
    ["behind 〒", "〒«160-0023»東京都新宿区"],
    ["behind 〒 and a space", "住所：〒　«１６０－００２３»　東京都"],
    ["in brackets", "（«160-0023»）東京都新宿区"],
    ["before an address without prefecture", "«760-0017» 高松市番町1-1"],
    ["in a cell beside its label", "郵便番号\t«1600023»\t住所"],
    ["under its label", "郵便番号\n«1600023»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(postalCode, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it("knows a code with and without its hyphen as one", () => {
    expect(new Set(["〒160-0023", "郵便番号1600023"].map((text) => detectText(postalCode, text)[0]?.value))).toEqual(new Set(["1600023"]));
  });
  it("is surer of allocated numbers than of others, and says nothing of others without a label", () => {
    const sure = (text: string): number => detectText(postalCode, text)[0]?.confidence ?? 0;
    expect(sure("〒160-0023")).toBeGreaterThan(sure("〒999-9999"));
    expect(sure("160-0023")).toBeGreaterThan(0);
    expect(sure("999-9999")).toBe(0);
  });
  it("believes about one in eighty of random numbers", () => {
    const random = randomFrom(7);
    let believed = 0;
    for (let n = 0; n < 20_000; n++) {
      const text = `${100 + random(900)}-${String(random(10_000)).padStart(4, "0")}`;
      if ((detectText(postalCode, text)[0]?.confidence ?? 0) >= REPORTED) believed++;
    }
    expect(believed / 20_000).toBeGreaterThan(0.005);
    expect(believed / 20_000).toBeLessThan(0.02);
  });
  it("finds none in a million characters of code", () => {
    expect(detectText(postalCode, codeText(1_000_000)).filter(({ confidence }) => confidence >= REPORTED)).toEqual([]);
  });
});
