import { describe, expect, it } from "vitest";
import { mayBeZone, readMachineReadableZone } from "../../../detectors/shared/machine-readable-zone.js";

const ZONES = {
  passport: ["P<D<<MUELLER<<JONAS<KARL<<<<<<<<<<<<<<<<<<<<", "C01X00T478D<<7203176M2908155<<<<<<<<<<<<<<<4"],
  "identity card, two lines": ["I<UTOYAMADA<<TARO<<<<<<<<<<<<<<<<<<<", "X482139059UTO9107223F2703040<<<<<<<2"],
  "identity card, three lines": ["I<UTOE482139056<<<<<<<<<<<<<<<", "9107223M2703040UTO<<<<<<<<<<<8", "TANAKA<<JIRO<<<<<<<<<<<<<<<<<<"],
  visa: ["V<JPNSUZUKI<<AOI<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "V771209344JPN9107223F2703040<<<<<<<<<<<<<<<2"],
} as const;

function read(text: string): ReturnType<typeof readMachineReadableZone> {
  for (const { index, 0: digits } of text.matchAll(/\d+/gu)) {
    if (mayBeZone(text, index, index + digits.length)) return readMachineReadableZone(text, index);
  }
  return undefined;
}

describe("machine-readable zones", () => {
  it.each([
    ["passport", "P", "C01X00T47", "MUELLER JONAS KARL", "720317"],
    ["identity card, two lines", "I", "X48213905", "YAMADA TARO", "910722"],
    ["identity card, three lines", "I", "E48213905", "TANAKA JIRO", "910722"],
    ["visa", "V", "V77120934", "SUZUKI AOI", "910722"],
  ] as const)("reads a %s", (kind, document, number, name, birth) => {
    for (const separator of ["\n", " ", "\t", ""]) {
      const zone = read(`x\n${ZONES[kind].join(separator)}\ny`);
      expect([zone?.document, zone?.number.value, zone?.name?.value, zone?.birth.value, zone?.isProven]).toEqual([document, number, name, birth, true]);
    }
  });
  it("reads the second line alone", () => {
    const zone = read(ZONES.passport[1]);
    expect([zone?.document, zone?.number.value, zone?.name]).toEqual(["", "C01X00T47", undefined]);
  });
  it.each([
    ["a wrong digit behind the birth date", (line: string) => line.replace("7203176", "7203177")],
    ["a wrong digit behind the expiry date", (line: string) => line.replace("2908155", "2908154")],
    ["a character too few", (line: string) => line.slice(0, -1)],
    ["a character too many", (line: string) => `${line}<`],
  ])("takes a line with %s for none", (_case, change) => {
    expect(read(`${ZONES.passport[0]}\n${change(ZONES.passport[1])}`)).toBeUndefined();
  });
  it("says that the check digit over the whole does not hold", () => {
    expect(read(`${ZONES.passport[0]}\n${ZONES.passport[1].slice(0, -1)}5`)?.isProven).toBe(false);
  });
});
