import { describe, expect, it } from "vitest";
import { residenceCard } from "../../detectors/residence-card.js";
import { detectText, markFound } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(residenceCard);

describe("residence-card", () => {
  it.each([
    ["behind its label", "在留カード番号：«UF46280175EA»"],
    ["full-width", "在留カードの番号\u3000«ＵＦ４６２８０１７５ＥＡ»"],
    ["where a residence status stands near", "国籍：ベトナム\u3000在留資格：技能実習\u3000«BT70391624GC»"],
    ["spaces", "在留カード等番号 «UF 46280175 EA»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(residenceCard, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it.each([
    ["the form alone", "UF46280175EA"],
    ["a part number", "型番 UF46280175EA 在留"],
    ["a parcel", "在留カード郵送 EE123456789JP"],
    ["lower case", "在留カード番号 uf46280175ea"],
    ["longer letters", "在留カード番号 XUF46280175EA"],
    ["part of a code", "在留カード番号 UF46280175EA-01"],
  ])("leaves %s", (_case, text) => {
    expect(markFound(residenceCard, text)).toBe(text);
  });

  it("finds none in a million characters of code", () => {
    expect(detectText(residenceCard, codeText(1_000_000))).toEqual([]);
  });
});
