import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { NATIONAL_ID_LABELS } from "../../../detectors/shared/number-label-words.js";
import { nationalIdOf } from "../../../detectors/shared/national-ids.js";

const require = createRequire(import.meta.url);
const OURS = new Set(["gb.nhs", "kr.rrn", "sg.fin", "any"]);

describe("national ids", () => {
  it.each(Object.keys(NATIONAL_ID_LABELS).flatMap((countries) => countries.split("|")).filter((country) => !OURS.has(country)))("%s is a module of stdnum", (country) => {
    expect(existsSync(require.resolve(`stdnum/lib/cjs/${country.replace(".", "/")}.js`))).toBe(true);
    expect(nationalIdOf(country, "x")).toBeUndefined();
  });
  it.each([
    ["us.ssn", "536-90-4399", "us.ssn"],
    ["gb.nino", "JG 10 37 59 A", "gb.nino"],
    ["gb.nhs", "478 213 9055", "gb.nhs"],
    ["es.nif|ar.dni", "20.123.456", "ar.dni"],
    ["se.personnummer|no.fodselsnummer", "8803200016", "se.personnummer"],
    ["sg.fin|my.nric", "S1234567D", "sg.fin"],
    ["sg.fin|my.nric", "770305-02-1234", "my.nric"],
    ["kr.rrn", "900101-5234599", "kr.rrn"],
    ["mu.nid|any", "7302119845", "any"],
    ["us.ssn", "000-12-3456", undefined],
    ["sg.fin", "S1234567A", undefined],
    ["kr.rrn", "901301-1234599", undefined],
    ["any", "2024-11-22", undefined],
    ["any", "see below", undefined],
  ])("among %s, %j is of %s", (countries, value, country) => {
    expect(nationalIdOf(countries, value)).toBe(country);
  });
});
