import { describe, expect, it } from "vitest";
import {
  hasIbanDigits, hasKoreanDigit, hasLuhnDigit, hasNhsDigit, hasResidentRecordDigit, isDriversLicence, isFiller, machineReadableDigit,
} from "../../../detectors/shared/check-digits.js";

const CASES: readonly (readonly [name: string, check: (digits: string) => boolean, right: readonly string[]])[] = [
  ["payment cards and health insurers", hasLuhnDigit, ["4539148803436467", "378291746503811", "06137525"]],
  ["residence record codes", hasResidentRecordDigit, ["28394017568", "60482137590"]],
  ["driver's licences", (digits) => isDriversLicence(`${digits}0`), ["81035728465", "44991630276", "62198374054"]],
  ["NHS numbers", hasNhsDigit, ["4782139055", "6129374852"]],
  ["Korean residents", hasKoreanDigit, ["9001011234568"]],
  ["Korean foreigners", hasKoreanDigit, ["9001015234561"]],
];

describe.each(CASES)("the check digit of %s", (_name, check, right) => {
  it("is right in numbers that have it", () => {
    for (const digits of right) expect(check(digits), digits).toBe(true);
  });
  it("is wrong when any one digit is another", () => {
    let caught = 0;
    let all = 0;
    for (const digits of right) {
      for (let i = 0; i < digits.length; i++) {
        for (let d = 0; d <= 9; d++) {
          if (String(d) === digits[i]) continue;
          all++;
          if (!check(digits.slice(0, i) + String(d) + digits.slice(i + 1))) caught++;
        }
      }
    }
    // Modulo 11 folded into ten digits lets a few through.
    expect(caught / all).toBeGreaterThan(0.95);
  });
});

describe("other checks", () => {
  it("takes the digits of an IBAN over letters and digits (ISO 13616)", () => {
    expect(["DE67512108001245126731", "GB80NWBK60933184720195", "FR7630004015870002601171220"].map(hasIbanDigits)).toEqual([true, true, true]);
    expect(["DE76512108001245126731", "GB80NWBK60933184720159"].map(hasIbanDigits)).toEqual([false, false]);
  });
  it("gives the digits of ICAO 9303's own examples", () => {
    expect([machineReadableDigit("520727"), machineReadableDigit("L898902C3"), machineReadableDigit("ZE184226B<<<<<")]).toEqual([3, 6, 1]);
    expect(machineReadableDigit("AB-2")).toBe(-1);
  });
  it("knows filler: one digit again and again, counting up and down", () => {
    for (const digits of ["0000000", "1111", "1234567", "123456789018", "9876543210", "0123456789"]) expect(isFiller(digits), digits).toBe(true);
    for (const digits of ["1357902", "1122", "4567", "1234576", "112233"]) expect(isFiller(digits), digits).toBe(false);
  });
});
