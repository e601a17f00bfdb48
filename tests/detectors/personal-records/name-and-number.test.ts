import { describe, expect, it } from "vitest";
import { inventPeople } from "../../support/people.js";
import { summaries } from "./support.js";

const counted = (rows: readonly (readonly string[])[]): number => summaries(rows).reduce((sum, { people }) => sum + people, 0);

describe("cells that hold somebody and a telephone number", () => {
  it.each<[string, (name: string, phone: string) => string]>([
    ["in brackets", (name, phone) => `${name}（${phone}）`],
    ["behind a space", (name, phone) => `${name} ${phone}`],
    ["with a label", (name, phone) => `${name}　TEL:${phone}`],
  ])("are people's: %s", (_case, write) => {
    expect(counted([["班", "担当"], ...inventPeople(12).map(({ name, phone }, i) => [`${i + 1}班`, write(name, phone)])])).toBe(12);
  });

  it("are nobody's where shops and offices stand there", () => {
    const places = ["市民課", "総務課", "中央公園", "山田商店", "田中歯科", "高松駅", "中央病院", "本町公民館"];
    expect(counted([["班", "担当"], ...places.map((place, i) => [`${i + 1}班`, `${place} 087-839-20${10 + i}`])])).toBe(0);
  });
});

it("is read once, however many spaces a cell of such a form holds", () => {
  expect(counted([["班", "担当"], ...Array.from({ length: 12 }, () => ["1班", `佐藤${" ".repeat(100_000)}花子 090`])])).toBe(0);
});
