import { describe, expect, it } from "vitest";
import { nationalId } from "../../detectors/national-id.js";
import { detectText, markFound } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(nationalId);

describe("national-id", () => {
  it.each([
    ["a US social security number", "SSN: «536-90-4399»"],
    ["the same in one run", '{"ssn":"«536904399»"}'],
    ["among other fields", "INSERT INTO users (name, ssn) VALUES ('x', '«536-90-4399»');"],
    ["a National Insurance number", "National Insurance Number «JG 10 37 59 A»"],
    ["in lower case", "nino: «jg103759a»"],
    ["an NHS number", "NHS No. «478 213 9055»"],
    ["China, without a label", "«11010519491231002X»"],
    ["Korea, without a label", "«900101-1234568»"],
    ["Korea, issued since 2020", "RRN «900101-1234599»"],
    ["Italy, without a label", "cf = «MRTMTT91D08F205J»;"],
    ["Mexico", "CURP «BOXW310820HNERXN09»"],
    ["Brazil", "CPF: «390.533.447-05»"],
    ["France", "NIR «2 95 10 99 126 111 93»"],
    ["Sweden, without its hyphen", "personnummer «8803200016»"],
    ["a country nobody named", "National ID: «7302119845»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(nationalId, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it.each([
    ["no label", "536-90-4399 478 213 9055 JG103759A"],
    ["never issued", "SSN 000-12-3456, SSN: 666-12-3456, SSN: 536-00-4399"],
    ["the sample of every manual", "SSN: 078-05-1120"],
    ["sin", "Math.sin(046454286)"],
    ["a wrong check digit", "PESEL 44051401358"],
    ["a date that is none", "900231-1234568 11010519491331002X"],
    ["a date behind the label", "social security 2024-11-22"],
    ["another label between", "SSN order 536-90-4399"],
  ])("leaves %s", (_case, text) => {
    expect(markFound(nationalId, text)).toBe(text);
  });

  it("finds none in a million characters of code", () => {
    expect(detectText(nationalId, codeText(1_000_000))).toEqual([]);
  });
});
