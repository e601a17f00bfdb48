import { describe, expect, it } from "vitest";
import { inventPeople } from "../../support/people.js";
import { summaries } from "./support.js";

const people = inventPeople(6);
const counted = (rows: readonly (readonly string[])[]): number => summaries(rows).reduce((sum, { people: count }) => sum + count, 0);
const HALF_WIDTH: Readonly<Record<string, string>> = { サ: "ｻ", ト: "ﾄ", ウ: "ｳ", ス: "ｽ", キ: "ｷ", タ: "ﾀ", カ: "ｶ", ハ: "ﾊ", シ: "ｼ", ナ: "ﾅ" };

describe("the holder of an account beside the person", () => {
  it.each<[string, (i: number) => string]>([
    ["in kana", (i) => people[i].kana],
    ["in kana with some in half width", (i) => Array.from(people[i].kana, (char) => HALF_WIDTH[char] ?? char).join("")],
    ["as the person is written", (i) => people[i].name],
    ["the same, but for two whose mother holds it", (i) => (i < 4 ? people[i].name : inventPeople(1, 500 + i)[0].name)],
  ])("is nobody else: %s", (_case, holder) => {
    expect(counted([["氏名", "電話番号", "銀行名", "口座番号", "口座名義"], ...people.map(({ name, phone }, i) => [name, phone, "みずほ銀行", String(1_357_902 + i), holder(i)])])).toBe(6);
  });

  it("stands to the left of the person, too", () => {
    expect(counted([["口座名義", "氏名", "電話番号"], ...people.map(({ name, kana, phone }) => [kana, name, phone])])).toBe(6);
  });
});

describe("two names in a row", () => {
  const others = inventPeople(6, 300);
  it.each<[string, readonly string[], (i: number) => string]>([
    ["under headers that say whose they are", ["氏名", "保護者氏名"], (i) => others[i].name],
    ["in kana under a header that says whose", ["氏名", "保護者氏名"], (i) => others[i].kana],
    ["of different people under one word", ["氏名", "氏名"], (i) => others[i].name],
  ])("are two people: %s", (_case, [one, other], second) => {
    expect(counted([[one, "電話番号", other, "住所"], ...people.map(({ name, phone, address }, i) => [name, phone, second(i), address])])).toBe(12);
  });
});

describe("one name in two cells", () => {
  const halves = people.map(({ surname, given }) => [surname, given]);
  it.each<[string, readonly (readonly string[])[]]>([
    ["under a header for both and nothing else", [["氏名", ""], ...halves]],
    ["under it, beside what says nothing of people", [["氏名", "", ""], ...halves.map((half, i) => [...half, "abc"[i % 3]])]],
  ])("is one person: %s", (_case, rows) => {
    expect(counted(rows)).toBe(6);
  });
});

describe("a name that holds a header's word", () => {
  it("is somebody's all the same", () => {
    expect(counted([["Name", "Title", "Annual Salary"], ["Kano, Mei", "Engineer", "42000"], ["Saito, Yui", "Clerk", "42000"], ["Kang, Ho", "Clerk", "42000"], ["Ueda, Taro", "Engineer", "42000"]])).toBe(4);
  });
});
