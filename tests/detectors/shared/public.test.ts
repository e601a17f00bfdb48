import { describe, expect, it } from "vitest";
import { standsByOffice } from "../../../detectors/shared/office.js";
import { isPlaceOrThing } from "../../../detectors/shared/not-a-person.js";
import { isInPublicRole } from "../../../detectors/shared/public-role.js";
import { countSteps } from "../../support/steps.js";

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

describe("a name in a reference, a byline or a list behind one role", () => {
  it.each([
    "[佐藤花子](2019)「防災の研究」『研究紀要』12巻", "佐藤花子・[鈴木一郎](2019)「題名」", "佐藤花子, [鈴木一郎]編『地方自治』有斐閣", "『遠野物語』[柳田國男]", "『書名』([佐藤花子]、みどり書房)", "[佐藤花子]「江戸の水運」『歴史研究』第15号", "([佐藤花子]、2019、p.12)",
    "[鈴木一郎]ら(2020)の研究", "[3] [John Smith] and Mary Johnson, in Proc. of Security, vol. 2, pp. 1-9, 2019.".replace("[3]", "3."), "[John Smith] (2020). Title.", "[Mary Johnson] et al. (2019)", "出典:[佐藤花子]「海の記憶」", "参考文献\n佐藤一郎 題名\n[佐藤花子] 別の題名",
    "作曲:[佐藤花子]", "作詞:佐藤花子 編曲:[鈴木一郎]", "著者:佐藤花子・[鈴木一郎]・高橋隆", "佐藤花子・[鈴木一郎]・高橋隆著", "監督:鈴木一郎 出演:佐藤花子、[中村隆]", "文:佐藤花子 写真:[鈴木一郎]", "市長 佐藤花子、副市長 [鈴木一郎]、教育長 高橋隆", "[佐藤花子](東京大学名誉教授)", "[Hanako Sato], CEO of Example",
    "歴代校長 初代 佐藤一郎 第2代 [佐藤花子]", "校長は[佐藤花子]先生", "代\t市長名\n1\t[佐藤花子]", "ドラマ「[佐藤花子]の休日」",
  ])("is public: %s", (marked) => {
    expect(inRole(marked)).toBe(true);
  });

  it.each([
    "[佐藤花子](1985)", "[佐藤花子]「賛成です。」", "予約者:[佐藤花子]『遠野物語』", "[佐藤花子]様が『遠野物語』を予約", "佳作「ぼくの夏休み」 [佐藤花子](3年)", "作者会議、[佐藤花子]", "22,小林 絵理子,[コバヤシ エリコ],1984/5/8", "校長は[佐藤花子]さんの保護者に電話した", "患者 [佐藤花子](大学教授)", "患者 [佐藤花子](087-812-3456)",
    "([佐藤花子]、1985年生まれ)", "6年2組 指揮:[佐藤花子]", "学芸会 出演:高橋隆、[佐藤花子]", "行政区長 [佐藤花子]", "校長、[佐藤花子]、高橋隆が面談した", "参考:[佐藤花子](営業担当)", "館長代理 [佐藤花子]", "[小島駿]、鎌倉しおり", "会員名\t市長名\n[佐藤花子]\t高橋隆", "1. [佐藤花子] 2019年 出版社勤務",
  ])("is not: %s", (marked) => {
    expect(inRole(marked)).toBe(false);
  });
});

describe("a name out of a history book", () => {
  it.each(["[織田信長]は桶狭間で戦った", "交響曲([ベートーヴェン])", "[ヴォルフガング・アマデウス・モーツァルト]", "[ヨハン・シュトラウス2世]", "[佐藤花子](1834–1882)", "[佐藤花子](1834年2月3日 - 1882年12月9日)", "[佐藤花子](天文3年-天正10年)", "江戸時代の絵師・[佐藤花子]", "[佐藤花子]は江戸時代の絵師", "[Albert Einstein]"])("is public: %s", (marked) => {
    expect(inRole(marked)).toBe(true);
  });

  it.each(["氏名:[織田信長]", "[織田信長]様", "[織田信長]さん", "[佐藤花子](1950-04-01)", "[佐藤花子](0877-23-4567)", "[佐藤花子](812-3456)", "[佐藤花子](1982年-)", "江戸川の[佐藤花子]"])("is not: %s", (marked) => {
    expect(inRole(marked)).toBe(false);
  });
});

/** The stretch between brackets. */
const noPerson = (marked: string): boolean => {
  const start = marked.indexOf("[");
  return isPlaceOrThing(marked.replace(/[[\]]/gu, ""), start, marked.indexOf("]") - 1);
};

describe("a town, a team, a thing", () => {
  it.each(["2\t[丸亀城西]\t8", "[坂出商]", "\"[野田]\",", "\"[白井久保]\"", "[奥田]の各地区", "\t[太郎]の青空レシピ", "[一太郎]\t22.1"])("is no person: %s", (marked) => {
    expect(noPerson(marked)).toBe(true);
  });

  it.each(["[佐藤花子]", "[野田]、川田", "\"[野田]\"さん".replace("\"さん", "さん"), "担当:[野田]", "[太郎]さん", "氏名:[丸亀城西]", "\t[佐藤健一]\t"])("may be one: %s", (marked) => {
    expect(noPerson(marked)).toBe(false);
  });
});

describe("what is read around a name", () => {
  it.each(["著者:", "佐藤花子、", "(", "『", "文献\n", "a\n", "江戸時代の", "市長\t", "絵:佐藤・", "歴代市長"])("costs no more in a long text of %j", (unit) => {
    const steps = (count: number): number => {
      const text = `${unit.repeat(count)}佐藤花子${unit.repeat(count)}`;
      return countSteps(() => void isInPublicRole(text, unit.length * count, unit.length * count + 4));
    };
    steps(10);
    expect(steps(20_000)).toBeLessThan(steps(2_000) * 1.1 + 2_000);
  });
});
