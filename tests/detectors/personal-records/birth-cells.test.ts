import { describe, expect, it } from "vitest";
import { readBirthCell } from "../../../detectors/personal-records/birth-cells.js";
import { fits, NOT, PARTLY, WHOLLY } from "../../../detectors/personal-records/cells.js";
import { inventPeople } from "../../support/people.js";
import { summaries } from "./support.js";

const fitOf = (cell: string): number => fits(cell, "birth-date", "date-of-birth", "JP");

describe("a cell under 生年月日", () => {
  it.each([
    ["昭和55年4月1日", "1980-04-01"], ["昭和55年4月1日生", "1980-04-01"], ["昭和55年4月1日（45歳）", "1980-04-01"], ["S55.4.1(45)", "1980-04-01"],
    ["1980/4/1　44歳", "1980-04-01"], ["昭和５５年４月１日\n（満４５才）", "1980-04-01"], ["1980年4月1日生まれ", "1980-04-01"], ["1980年 4月 1日（昭和55年）", "1980-04-01"],
    ["1980/4/1 [44]", "1980-04-01"], ["55.4.1", "55.4.1"], ["80/4/1", "80/4/1"], ["55年4月1日", "55年4月1日"], ["1980年4月", "1980年4月"], ["昭和55年4月", "昭和55年4月"],
    ["3550401", "3550401"], ["3-550401", "3-550401"], ["1980 04 01", "1980 04 01"],
  ])("is wholly told: %j", (cell, value) => {
    expect(fitOf(cell)).toBe(WHOLLY);
    expect(readBirthCell(cell.normalize("NFKC").trim())?.value).toBe(value);
  });

  it.each(["昭和55年4月1日 男", "男 S55.4.1", "1980/4/1 高松市"])("is told besides other things: %j", (cell) => {
    expect(fitOf(cell)).toBe(PARTLY);
  });

  it.each(["55.13.1", "1980/4/1 9:30", "3551301", "1980-04-011", "1234567890123", "090-1234-5678", "2099年4月1日", "昭和99年4月1日", "未記入", "4月1日", "12-3456-7"])("is none: %j", (cell) => {
    expect(fitOf(cell)).toBe(NOT);
  });

  it("is a year alone, too", () => {
    expect([fitOf("1980年"), fitOf("昭和55年生まれ"), fits("1980/4/1", "birth-year", "date-of-birth", "JP")]).toEqual([WHOLLY, WHOLLY, WHOLLY]);
  });

  it("is left alone where it is long", () => {
    expect(fitOf("昭".repeat(100_000))).toBe(NOT);
  });
});

describe("a column of dates without a header", () => {
  const people = inventPeople(20);
  const entitiesWith = (date: (i: number) => string): number =>
    summaries(people.map(({ name, phone }, i) => [name, phone, date(i)])).reduce((sum, { entities }) => sum + (entities["date-of-birth"] ?? 0), 0);
  const born = (i: number): number => 1950 + i * 3;

  it.each<[string, (i: number) => string]>([
    ["old dates", (i) => `${1950 + i}/4/${i + 1}`],
    ["dates of all ages, young ones among them", (i) => `${born(i) + 15}年4月${i + 1}日`],
    ["numbers of eight digits", (i) => `${born(i)}04${String(i + 10)}`],
  ])("tells births: %s", (_case, date) => {
    expect(entitiesWith(date)).toBe(20);
  });

  it.each<[string, (i: number) => string]>([
    ["of the last years", (i) => `${2018 + (i % 7)}/4/${i + 1}`],
    ["of two years long ago, without marks", (i) => `${1998 + (i % 2)}04${String(i + 10)}`],
    ["numbers that are no dates", (i) => String(19_801_301 + i)],
  ])("tells none: %s", (_case, date) => {
    expect(entitiesWith(date)).toBe(0);
  });
});

describe("a column of names without a header", () => {
  it("may hold a third of names that are words as well, beside telephones", () => {
    const plain = inventPeople(14);
    const kana = ["はな", "ゆう", "つばさ", "まどか", "つばさ", "はな"].map((given, i) => ({ ...inventPeople(1, 100 + i)[0], name: `${["杉本", "村田", "田村", "杉山", "石川", "中村"][i]} ${given}` }));
    const rows = [...plain, ...kana].map(({ name, phone }, i) => [String(i + 1), name, phone]);
    expect(summaries(rows)).toMatchObject([{ people: 20, entities: { "person-name": 20, "phone-number": 20 } }]);
  });
});
