import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { askLibrary, judgeInternationalNumber, judgeNationalNumber, usualGroups } from "../../../detectors/shared/phone-library.js";
import { randomFrom } from "../../support/generated-text.js";

// The same rows the library reads: calling code, international prefix, pattern, lengths, formats, national prefix.
const { countries } = createRequire(import.meta.url)("libphonenumber-js/max/metadata") as {
  countries: Record<string, [string, string, string, number[], unknown, string?]>;
};

/** Digits of a possible length; half of them begin as the country's valid numbers do, so that many are valid. */
function someDigits(random: (below: number) => number, lengths: readonly number[], valid: readonly string[]): string {
  const length = lengths[random(lengths.length)];
  const seed = valid.length > 0 && random(2) === 0 ? valid[random(valid.length)].slice(0, 2 + random(3)) : "";
  let digits = seed.slice(0, length);
  while (digits.length < length) digits += String(random(10));
  return digits;
}

describe("phone-library: verdicts from patterns alone", () => {
  it("are the library's own, for generated numbers of every country, dialled inside and from abroad", { timeout: 240_000 }, () => {
    const random = randomFrom(2024);
    let valid = 0;
    for (const [country, [callingCode, , , lengths, , prefix]] of Object.entries(countries)) {
      const seen: string[] = [];
      for (let n = 0; n < 60; n++) {
        const digits = someDigits(random, lengths, seen);
        const dialled = [digits, `${prefix ?? ""}${digits}`, `${callingCode}${digits}`];
        for (const number of dialled) {
          const expected = askLibrary(number, country);
          expect(judgeNationalNumber(number, country)).toEqual(expected);
          if (expected !== undefined) {
            valid++;
            seen.push(expected.nationalNumber);
          }
        }
        for (const number of [`${callingCode}${digits}`, `${callingCode}${prefix ?? ""}${digits}`]) {
          expect(judgeInternationalNumber(number)).toEqual(askLibrary(`+${number}`));
        }
      }
    }
    // Else the comparison would be of nothing with nothing.
    expect(valid).toBeGreaterThan(5_000);
  });

  it("are the library's own for every Japanese prefix of four digits", { timeout: 60_000 }, () => {
    const random = randomFrom(81);
    let valid = 0;
    for (let prefix = 0; prefix < 10_000; prefix++) {
      const start = String(prefix).padStart(4, "0");
      for (const length of [9, 10, 11]) {
        let digits = start;
        while (digits.length < length) digits += String(random(10));
        const expected = askLibrary(digits, "JP");
        expect(judgeNationalNumber(digits, "JP")).toEqual(expected);
        if (expected !== undefined) valid++;
      }
    }
    expect(valid).toBeGreaterThan(1_000);
  });

  it.each([
    ["0312345678", "fixed", [1, 4, 4]],
    ["0451234567", "fixed", [2, 3, 4]],
    ["0422213456", "fixed", [3, 2, 4]],
    ["0499223456", "fixed", [4, 1, 4]],
    ["09012345678", "mobile", [2, 4, 4]],
    ["05012345678", "fixed", [2, 4, 4]],
    ["0120123456", "service", [3, 3, 3]],
    ["08001234567", "service", [3, 3, 4]],
    ["0570012345", "service", [3, 3, 3]],
  ] as const)("say what %s is and how it is grouped", (digits, kind, groups) => {
    const verdict = judgeNationalNumber(digits, "JP");
    expect(verdict?.kind).toBe(kind);
    expect(verdict && usualGroups(verdict)).toEqual(groups);
  });

  it.each(["", "0", "00000000000", "0000000000000000000000", "constructor", "12345"])("refuse %s without an error", (digits) => {
    expect(judgeNationalNumber(digits, "JP")).toBeUndefined();
    expect(judgeInternationalNumber(digits)).toBeUndefined();
  });

  it.each(["XX", "constructor", "__proto__", "jp", ""])("know no country called %j", (country) => {
    expect(judgeNationalNumber("0312345678", country)).toBeUndefined();
  });
});
