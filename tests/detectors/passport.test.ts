import { describe, expect, it } from "vitest";
import { passport } from "../../detectors/passport.js";
import { detectText, markFound } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(passport);

describe("passport", () => {
  it.each([
    ["behind its label", "旅券番号：«TR8890123»"],
    ["full-width", "パスポート番号\u3000«ＴＲ８８９０１２３»"],
    ["spaced", "パスポート «TK 9876123» 有効期限 2030/12/31"],
    ["other countries", "Passport No. «M70689098»"],
    ["digits only", "passport number: «533401372»"],
    ["a list of passengers", "1. SATO/HANAKO MS  «TR8890123»\n2. SUZUKI/AOI MR «MU4821390»"],
    ["below a heading", "搭乗者名簿\nSATO HANAKO «TR8890123» 1985-04-01"],
    ["letters among the digits", "passport: «M384B7261»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(passport, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it.each([
    ["no label", "TR8890123"],
    ["specimens", "旅券番号 TK1234567"],
    ["dates", "パスポート 有効期限 20301231"],
    ["versions", "passport 0.7.0, passport-jwt@4.0.1"],
    ["counts", "旅券 4821390件"],
    ["a longer code", "旅券番号 TR8890123456"],
  ])("leaves %s", (_case, text) => {
    expect(markFound(passport, text)).toBe(text);
  });
  const ZONE = "P<JPNSATO<<HANAKO<<<<<<<<<<<<<<<<<<<<<<<<<<<\nTR88901231JPN8504010F2812313<<<<<<<<<<<<<<<6";
  it("finds name, number and date of birth in machine-readable lines, each at its place", () => {
    const found = detectText(passport, `写し\n${ZONE}\n`).map(({ code, entity, at }) => [code, entity, `写し\n${ZONE}`.slice(at.start, at.end)]);
    expect(found).toEqual([
      ["machine-readable", "person-name", "SATO<<HANAKO"],
      ["machine-readable", "passport", "TR8890123"],
      ["machine-readable", "date-of-birth", "850401"],
    ]);
  });
  it.each([
    ["a wrong digit over the birth date", ZONE.replace("8504010F", "8504011F")],
    ["a line too short", ZONE.replace("<<<6", "<6")],
    ["the specimen of ICAO 9303", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"],
  ])("leaves lines with %s", (_case, text) => {
    expect(markFound(passport, text)).toBe(text);
  });

  it("finds none in a million characters of code", () => {
    expect(detectText(passport, codeText(1_000_000))).toEqual([]);
  });
});
