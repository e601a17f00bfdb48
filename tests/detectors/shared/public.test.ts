import { describe, expect, it } from "vitest";
import { standsByOffice } from "../../../detectors/shared/office.js";
import { isInPublicRole } from "../../../detectors/shared/public-role.js";

/** "@@" marks where the value begins. */
const byOffice = (marked: string): boolean => standsByOffice(marked.replace("@@", ""), marked.indexOf("@@"));

describe("an office's address or telephone", () => {
  it.each([
    "高松市中央公民館 @@高松市番町1-1",
    "お問い合わせ先: 総務課 電話 @@087-839-2011",
    "総務課 企画係\n電話: @@087-839-2011",
    "株式会社みどり商事\n〒760-0017\n@@高松市番町1-2-3",
    "株式会社みどり商事\n〒760-0017 高松市番町1-2-3\nTEL @@087-812-3456",
    "Example University, @@1 Main Street",
  ])("stands by an organisation: %s", (marked) => {
    expect(byOffice(marked)).toBe(true);
  });

  it.each([
    "@@087-839-2011",
    "佐藤花子 @@高松市番町1-2-3",
    "佐藤花子\n@@高松市番町1-2-3",
    "株式会社みどり商事 佐藤花子 様\n@@高松市番町1-2-3",
    "ひまわり幼稚園 園児名簿\n佐藤花子 @@高松市番町1-2-3",
    "みどり大学 学生名簿\n鈴木一郎\n電話 @@087-812-3456",
    "総務課 自宅: @@087-812-3456",
    "氏名 佐藤花子 勤務先 みどり病院 自宅電話 @@087-812-3456",
    "みどり病院に通っています。 電話 @@087-812-3456",
  ])("is somebody's own where somebody stands there: %s", (marked) => {
    expect(byOffice(marked)).toBe(false);
  });

  it("is looked for in a bounded stretch of text", () => {
    expect(byOffice(`高松市中央公民館${"\n".repeat(200)}@@高松市番町1-1`)).toBe(false);
  });
});

/** The name stands between brackets. */
const inRole = (marked: string): boolean => {
  const start = marked.indexOf("[");
  return isInPublicRole(marked.replace(/[[\]]/gu, ""), start, marked.indexOf("]") - 1);
};

describe("a name in a public role", () => {
  it.each(["高松市長 [佐藤花子]", "[佐藤花子]市長は述べた", "館長：[佐藤花子]", "代表取締役社長　[佐藤 花子]", "[佐藤花子]著『本』", "著者: [佐藤花子]", "監修　[佐藤花子]", "@author [Hanako Sato]", "Copyright 2020 [Hanako Sato]", "Copyright (c) [Hanako Sato]", "Mayor [Hanako Sato]"])(
    "is in one: %s", (marked) => {
      expect(inRole(marked)).toBe(true);
    });

  it.each(["[佐藤花子]", "氏名 [佐藤花子]", "自治会長 [佐藤花子]", "代表者 [佐藤花子]", "担当 [佐藤花子]", "[佐藤花子]さんが市長に手紙を書いた", "市長への手紙\n[佐藤花子]", "会員 [佐藤花子]", "[佐藤花子] 編み物教室", "営業部長 [佐藤花子]"])(
    "is not: %s", (marked) => {
      expect(inRole(marked)).toBe(false);
    });
});
