import { describe, expect, it } from "vitest";
import { readingOfKana } from "../../../detectors/shared/kana-reading.js";
import { compareNames, namedPerson } from "../../../detectors/shared/named-person.js";
import { isSurnameReading, plainReading, readingsOf } from "../../../detectors/shared/surname-readings.js";

const compare = (a: string, b: string): string => {
  const [x, y] = [namedPerson(a), namedPerson(b)];
  return x === undefined || y === undefined ? "no person" : compareNames(x, y);
};

describe("two names", () => {
  it.each([
    ["佐藤花子", "鈴木一郎", "different"],
    ["佐藤 花子", "鈴木 花江", "different"],
    ["佐藤 花子", "田中 花子", "same"],
    ["佐藤", "佐藤 花子", "same"],
    ["長谷 花子", "長谷川花子", "same"],
    ["斉藤 花子", "齋藤 太郎", "same"],
    ["渡邉 花子", "渡辺 太郎", "same"],
    ["髙橋 花子", "高橋 太郎", "same"],
    ["佐藤 花子", "Hanako Sato", "same"],
    ["佐藤 花子", "SATOH, Hanako", "same"],
    ["佐藤 花子", "Ichiro Suzuki", "read-differently"],
    ["佐藤 花子", "John Smith", "unknown"],
    ["佐藤 花子", "サトウ ハナコ", "same"],
    ["佐藤 花子", "スズキ イチロウ", "read-differently"],
    ["河野 花子", "Kono Taro", "same"],
    ["河野 花子", "Kawano Taro", "same"],
    ["さとう はなこ", "サトウ タロウ", "same"],
    ["さとう はなこ", "スズキ タロウ", "different"],
    ["Hanako Sato", "Sato Hanako", "same"],
    ["Ken Sato", "Kenichi Satou", "same"],
    ["Alice Johnson", "Robert Miller", "different"],
    ["Nguyễn Văn An", "Nguyen Van An", "same"],
  ])("%s and %s are %s", (a, b, expected) => {
    expect(compare(a, b)).toBe(expected);
  });

  it.each("鈴木商店/株式会社鈴木/営業部/鈴木医院/佐藤・鈴木・高橋・田中・伊藤/Support Team/info@partner.example/鈴木家/ABC123/高松市役所/お客様センター/Sales Office/x/　/佐藤さん家族".split("/").map((one) => [one]))("%j is nobody's for sure", (name) => {
    expect(namedPerson(name)).toBeUndefined();
  });

  it("a name of a hundred thousand characters is none", () => {
    for (const char of ["佐", "ア", "a", " ", "・"]) expect(namedPerson(char.repeat(100_000))).toBeUndefined();
  });
});

describe("readings", () => {
  it.each([["Sato", "sato"], ["Satou", "sato"], ["SATOH", "sato"], ["Satō", "sato"], ["Chiba", "tiba"], ["Tiba", "tiba"], ["Fujita", "huzita"], ["Huzita", "huzita"], ["Tsuchiya", "tutiya"], ["Shoji", "syozi"], ["Homma", "honma"], ["Hatta", "hatta"]])(
    "%s is read as %s", (romaji, reading) => {
      expect(plainReading(romaji)).toBe(reading);
    },
  );

  it.each([["サトウ", "sato"], ["さとう", "sato"], ["フジタ", "huzita"], ["ショウジ", "syozi"], ["ハッタ", "hatta"], ["チバ", "tiba"], ["イイジマ", "iizima"], ["オオノ", "ono"], ["佐藤", ""], ["A", ""]])("the kana %s are read as %s", (kana, reading) => {
    expect(readingOfKana(kana)).toBe(reading);
  });

  it("of a surname are all that are known", () => {
    expect(readingsOf("河野")).toEqual(["kawano", "kono"]);
    expect(readingsOf("御手洗丸")).toBeUndefined();
    expect([isSurnameReading("suzuki"), isSurnameReading("kikakusitu")]).toEqual([true, false]);
  });
});
