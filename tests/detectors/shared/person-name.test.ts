import { describe, expect, it } from "vitest";
import { judgeNamePart, judgePersonName } from "../../../detectors/shared/person-name.js";
import { isSampleAddress, isSamplePerson } from "../../../detectors/shared/sample-people.js";
import { inventPeople } from "../../support/people.js";

describe("judgePersonName", () => {
  it.each([
    "佐藤花子", "佐藤 花子", "佐 藤 花 子", "サトウ ハナコ", "さとう はなこ", "サトウハナコ", "さとうはなこ", "佐藤さくら", "佐藤 さくら", "高橋ユキ", "長谷川 久美子", "小鳥遊 蓮",
    "佐藤結愛", "鈴木陽葵", "林 愛", "佐藤花子様", "佐藤花子(サトウハナコ)", "マイケル ジョーダン", "Hanako Sato", "SATO Hanako", "Sato, Hanako", "John Smith", "Mary J. Johnson", "Dr. Emily Wilson",
  ])("is sure of %s", (value) => {
    expect(judgePersonName(value)).toBeGreaterThanOrEqual(0.75);
  });
  it.each([
    "様式", "東京都", "東 京", "香川県高松市", "高松市", "株式会社山田", "山田商店", "田中書店", "佐藤病院", "合計", "小計", "会計係", "未定", "備考", "備 考", "氏 名", "住 所", "電話番号", "生年月日", "男", "女",
    "中央公園", "小学校", "公民館", "本社営業部", "本日休業", "大人", "中学生", "ノートパソコン", "電気ケトル", "ボールペン", "マンション コーポ", "サービス センター", "コミュニティ センター",
    "Blue Pen", "New York", "Visual Studio", "Product Name", "Total", "N/A", "090-1234-5678", "hanako@example.com", "1980/4/1", "", "佐", "〇", "-",
  ])("takes %j for nobody", (value) => {
    expect(judgePersonName(value)).toBeLessThan(0.5);
  });
  it("keeps a surname or a given name alone under even odds", () => {
    for (const value of ["佐藤", "花子", "Sato", "サトウ"]) expect(judgePersonName(value)).toBeLessThan(0.5);
  });
  it("knows nine in ten invented people in every notation, and more on average", () => {
    const people = inventPeople(960);
    for (const write of [
      (p: (typeof people)[number]) => p.name, (p: (typeof people)[number]) => `${p.surname} ${p.given}`, (p: (typeof people)[number]) => p.kana, (p: (typeof people)[number]) => p.romaji,
      (p: (typeof people)[number]) => p.romaji.split(" ").reverse().join(" "),
    ]) {
      const judged = people.map((person) => judgePersonName(write(person)));
      expect(judged.filter((one) => one >= 0.7).length / people.length).toBeGreaterThan(0.97);
    }
  });
  it("says the same however often it is asked", () => {
    const values = inventPeople(50).map(({ name }) => name);
    const first = values.map(judgePersonName);
    // More than it remembers.
    for (let i = 0; i < 5000; i++) judgePersonName(`値${i}`);
    expect(values.map(judgePersonName)).toEqual(first);
  });
});

describe("judgeNamePart", () => {
  it.each([["佐藤", "surname"], ["長谷川", "surname"], ["サトウ", "surname"], ["花子", "given"], ["さくら", "given"], ["ハナコ", "given"], ["Sato", "surname"], ["Hanako", "given"]] as const)("takes %s for a %s", (value, part) => {
    expect(judgeNamePart(value, part)).toBeGreaterThanOrEqual(0.5);
  });
  it.each([["合計", "surname"], ["合計", "given"], ["東京都", "surname"], ["090", "given"], ["", "surname"], ["Total", "given"]] as const)("does not take %j for a %s", (value, part) => {
    expect(judgeNamePart(value, part)).toBeLessThan(0.5);
  });
});

describe("isSamplePerson", () => {
  it.each(["山田太郎", "山田 太郎", "山田花子", "ヤマダ タロウ", "やまだ はなこ", "東京太郎", "年金太郎", "甲野太郎", "〇〇太郎", "○○ ○○", "John Doe", "Jane Doe", "Taro Yamada"])("knows %s", (name) => {
    expect(isSamplePerson(name)).toBe(true);
  });
  it.each(["山田健一", "鈴木一郎", "佐藤太郎", "東京子", "John Smith", "Hanako Sato", "国民健一"])("takes %s for somebody", (name) => {
    expect(isSamplePerson(name)).toBe(false);
  });
  it("knows a form's address from a real one", () => {
    expect(isSampleAddress("〇〇市△△町1-2-3")).toBe(true);
    expect(isSampleAddress("香川県高松市番町1-2-3")).toBe(false);
  });
});
