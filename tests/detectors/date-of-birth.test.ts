import { describe, expect, it } from "vitest";
import { dateOfBirth } from "../../detectors/date-of-birth.js";
import { detectText, markFound, REPORTED } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(dateOfBirth);

describe("date-of-birth: where a date begins and ends", () => {
  it.each([
    ["an era's name", "生年月日　«昭和55年4月1日»　性別　男"],
    ["an era's first year", "生年月日：«平成元年12月28日»生"],
    ["an era's square letters", "生年月日 «㍼55年4月1日»"],
    ["an era's initial touching the label", "生年月日«S55.4.1»"],
    ["an era's kanji touching the label", "生年月日«昭55.4.1»"],
    ["in brackets with an age", "佐藤太郎（«1980年4月1日»生・45歳）"],
    ["an English month", "He was born on «1 April 1980» in Osaka"],
    ["an English month first", "Born «April 1st, 1980»."],
    ["behind a name without a label", "佐藤花子 «昭和55年4月1日»生"],
    ["of two dates the labelled one", "登録日 2024/4/1 生年月日 «1980/4/1»"],
    ["of two dates the one with its own suffix", "«1980年4月1日»生まれ、2003年4月1日入社"],
    ["of two labels the nearer one", "生年月日を記入　発行日 2024/4/1"],
    ["two people in a row", "«S55.4.1»生、«H2.3.4»生"],
    ["spaces inside", "生年月日： «1980 年 4 月 1 日»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(dateOfBirth, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
});

describe("date-of-birth: value and confidence", () => {
  it("knows one day in every notation", () => {
    const notations = ["1980年4月1日", "1980/04/01", "1980-4-1", "1980.4.1", "昭和55年4月1日", "昭55.4.1", "S55.4.1", "S55/04/01", "1 April 1980", "April 1, 1980", "04/01/1980", "19800401"];
    expect(new Set(notations.map((date) => detectText(dateOfBirth, `生年月日 ${date}`)[0]?.value))).toEqual(new Set(["1980-04-01"]));
  });
  it("is surer of a date that lets someone be of age than of a recent one", () => {
    const sure = (year: number): number => detectText(dateOfBirth, `誕生日 ${year}年4月1日`)[0]?.confidence ?? 0;
    expect(sure(1980)).toBeGreaterThan(0.9);
    expect(sure(2024)).toBeLessThan(sure(1980));
  });
  it.each(["生年月日", "誕生日", "DOB", "date of birth", "birthDate", "Ｄ Ｏ Ｂ"])("takes %s for a label", (label) => {
    expect(detectText(dateOfBirth, `${label}：1980/4/1`)[0]?.confidence).toBeGreaterThan(REPORTED);
  });
  it.each(["発行日", "施行日", "adobe", "reborn2", "誕生日会の締切"])("does not take %s for a label", (label) => {
    expect(markFound(dateOfBirth, `${label} 1980/4/1`)).toBe(`${label} 1980/4/1`);
  });
  it("finds none in a million characters of code", () => {
    expect(detectText(dateOfBirth, codeText(1_000_000))).toEqual([]);
  });
});
