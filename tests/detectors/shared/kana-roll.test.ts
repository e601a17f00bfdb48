import { describe, expect, it } from "vitest";
import { createLinter } from "../../../src/index.js";

const linter = createLinter();
const namesIn = (text: string): string[] => [...linter.findEntities(text)].filter(({ entity }) => entity === "person-name").map(({ start, end }) => text.slice(start, end));
const verdict = async (text: string): Promise<string> => (await linter.scan({ name: "a.txt", bytes: Buffer.from(text) })).verdict;

const SPACED = ["あおき　ゆい", "いとう　そうた", "うえだ　はると", "のうみ　みさき"];
const JOINED = ["アオキユイ", "イトウソウタ", "ウエダハルト", "ノウミミサキ"];

describe("names in kana that are items of a list", () => {
  it.each<[string, readonly string[], (name: string, i: number) => string]>([
    ["a nursery's list", SPACED, (name) => name],
    ["numbered", SPACED, (name, i) => `${i + 1}. ${name}`],
    ["with what each has behind it", SPACED, (name) => `${name}　　うさぎ`],
    ["who comes when", JOINED, (name, i) => `${10 + i}:00 ${name}`],
    ["whose turn it is", JOINED, (name, i) => `4/${i + 1} ${name}`],
    ["one a line", JOINED, (name) => name],
  ])("are found: %s", async (_, names, line) => {
    const text = `いちらん\n${names.map(line).join("\n")}\n`;
    expect(namesIn(text)).toEqual(names);
    expect(await verdict(text)).toBe("warn");
  });

  it("are found beside each other in one line", () => {
    expect(namesIn(`入園児：${SPACED.join("、")}\n`)).toEqual(SPACED);
  });

  it.each<[string, readonly string[]]>([
    ["dishes", ["カツ カレー", "エビ フライ", "ハム サラダ", "オム ライス"]],
    ["flowers", ["あじさい", "つゆくさ", "ゆきのした", "みやこわすれ", "さくらそう"]],
    ["words to learn", ["さくら もち", "あおい そら", "みどり いろ", "しろい くも"]],
    ["colours", ["サクラピンク", "ミドリイロ", "アオイソラ", "モリノミドリ"]],
    ["stations", ["さくらい", "たかだ", "あべの", "たなべ", "おおわだ"]],
    ["one name among other things", ["のうみ　みさき", "かけっこ　たまいれ", "つなひき　だんす", "おゆうぎ　たいそう"]],
  ])("are not seen in %s", (_, items) => {
    expect(namesIn(`もくじ\n${items.join("\n")}\n`)).toEqual([]);
  });
});
