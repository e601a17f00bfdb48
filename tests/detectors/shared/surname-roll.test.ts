import { describe, expect, it } from "vitest";
import { createLinter } from "../../../src/index.js";

const linter = createLinter();
const namesIn = (text: string): string[] => [...linter.findEntities(text)].filter(({ entity }) => entity === "person-name").map(({ start, end }) => text.slice(start, end));
const verdict = async (text: string): Promise<string> => (await linter.scan({ name: "a.txt", bytes: Buffer.from(text) })).verdict;
const SURNAMES = ["相川", "五十嵐", "宇野", "榎本", "川鍋", "菊地", "黒須", "近藤"];

describe("surnames under a title that says people are listed", () => {
  it("are found in a plan of seats", async () => {
    const text = `3年2組 座席表\n${SURNAMES.slice(0, 4).join("　　")}\n${SURNAMES.slice(4).join("　　")}\n`;
    expect(namesIn(text)).toEqual(SURNAMES);
    expect(await verdict(text)).toBe("warn");
  });

  it("are found in kana, on lockers", () => {
    expect(namesIn("くつ箱の名札\n1 のうみ\n2 かわなべ\n3 おおの\n4 さとう\n5 すずき\n")).toEqual(["のうみ", "かわなべ", "おおの", "さとう", "すずき"]);
  });

  it.each([
    ["stations", "駅名の一覧\n高田　　目白　　大塚　　田端　　駒込　　上野\n"],
    ["prefectures on duty", "当番県\n石川　　富山　　福井　　長野　　山梨　　宮崎\n"],
  ])("are not seen in %s", async (_, text) => {
    expect(await verdict(text)).toBe("pass");
  });
});

describe("what narrow columns are headed by", () => {
  it("is nobody: subjects and days", () => {
    expect(namesIn("順位 受験番号 氏名 国 数 英 合計\n1 10234 能見美咲 88 92 90 270\n")).toEqual(["能見美咲"]);
  });
});

describe("names of forms and records", () => {
  it.each([
    ["a child by a given name that is a reading", "みさきちゃん、今日は朝から鼻水が出ています。\n", ["みさき"]],
    ["a giver behind an amount", "奉納者御芳名\n金参萬円　能見正一殿\n金壱萬円　川鍋建設殿\n", ["能見正一"]],
    ["an account's holder without small kana", "口座名義：ｶﾜﾅﾍﾞ ｼﾖｳﾀ\n", ["ｶﾜﾅﾍﾞ ｼﾖｳﾀ"]],
    ["a patient as wards write it", "Pt: 能見美咲 44F\n", ["能見美咲"]],
  ])("are found: %s", (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it("of a curriculum vitae are somebody's", async () => {
    expect(await verdict("職務経歴書\n2024年8月20日現在\n能見　美咲\n2003年4月　静岡商事株式会社入社\n")).toBe("warn");
  });
});
