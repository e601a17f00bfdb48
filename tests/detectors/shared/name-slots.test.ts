/** Names by their place among others, and given names among private people. */
import { describe, expect, it } from "vitest";
import { findEntities } from "../../../src/index.js";

const names = (text: string): string[] => [...findEntities(text)].filter(({ entity }) => entity === "person-name").map(({ start, end }) => text.slice(start, end));

describe("names by their place", () => {
  it("between the same signs as people who are certain", () => {
    expect(names("点呼記録\n04:36 山崎八重子 車番0646 酒気0.00\n05:25 石原 車番1979 酒気0.00\n06:38 鶴田美穂 車番4942 酒気0.00\n")).toEqual(["山崎八重子", "石原", "鶴田美穂"]);
  });
  it("and what is joined to them", () => {
    expect(names("配員\n[工程1] 鎌倉　[工程2] 栗原/篠原　[工程3] 早瀬結菜\n[検査] 松本真由美（新人）")).toEqual(["鎌倉", "栗原", "篠原", "早瀬結菜", "松本真由美"]);
  });
  it("by a sum behind it, where the text names them in full", () => {
    expect(names("脱退届　茂木恵子　理由：生活苦\n書記　三宅颯太　会計　十河凛子\nカンパ　三宅5千　十河3千　大久保3千")).toEqual(["茂木恵子", "三宅颯太", "十河凛子", "三宅", "十河", "大久保"]);
  });
  it("whole where the others are parted", () => {
    expect(names("参加者\n1) 早瀬 結菜\n2) 丹 詩\n3) 松本 真由美\n4) 栗原 徹\n")).toEqual(["早瀬 結菜", "丹 詩", "松本 真由美", "栗原 徹"]);
  });
  it("behind what each has done", () => {
    expect(names("鍵貸出簿\n2/23 中田まどか 返却関 090-2345-8761\n6/11 太田 剛 返却鶴田\n8/24 矢野達也 返却未\n4/1 山崎恵 返却榎本\n5/2 矢野達也 返却長谷川")).toEqual(["中田まどか", "関", "太田 剛", "鶴田", "矢野達也", "山崎恵", "榎本", "矢野達也", "長谷川"]);
  });
  it.each([
    ["among words", "[検査] 松本真由美（新人）　[洗浄] 千葉　[塗装] 赤　[梱包] 箱　[出荷] 夕方　電話 090-2345-8761"],
    ["in sentences", "早瀬結菜様。松本は雨、福岡は晴れ、千葉は曇り。電話 090-2345-8761"],
  ])("no places %s", (_case, text) => {
    expect(names(text).filter((name) => ["千葉", "福岡", "松本"].includes(name))).toEqual([]);
  });
  it("on a rota by the day, though all are towns as well", () => {
    expect(names("ごみ当番\n 1日(月) 平田　 2日(火) 上田　 3日(水) 浜田\n 8日(月) 小林　 9日(火) 高木　10日(水) 三好\n")).toEqual(["平田", "上田", "浜田", "小林", "高木", "三好"]);
    expect(names("巡回の当番（車両）\n 1日(月) 高松　 2日(火) 丸亀　 3日(水) 坂出\n 8日(月) 平田　 9日(火) 上田　10日(水) 三好\n")).toEqual([]);
  });
});

describe("given names among private people", () => {
  const known = (text: string): string[] => names(`担当 佐竹健一（090-2345-8761）\n${text}`).slice(1);
  it.each([
    ["玄関先で学さんが応対。", "学"],
    ["葵君本人とも面接する予定。", "葵"],
    ["休み時間にはすみれさんと遊んだ。", "すみれ"],
    ["マリちゃん（月見里）　宿題済", "マリ"],
    ["長男（樹、小2）の不登校", "樹"],
    ["保護者 律（父）", "律"],
    ["パパの翼さんも来所", "翼"],
  ])("%s", (text, name) => {
    expect(known(text)).toContain(name);
  });
  it.each(["くまさんの絵本を読む。", "みなさんと歌う。", "お客さんが来た。", "神様に祈る。", "いちごさんはおいしい。", "たくさん食べた。", "長男（別居、会社員）", "保護者 各位（父母）", "時間を学ぶ"])("nobody is named in %s", (text) => {
    expect(known(text)).toEqual([]);
  });
  it("without anybody private none is", () => {
    expect(names("葵さんの育て方。学さんの話。")).toEqual([]);
  });
  it("who was called so is the same person at the beginning of a clause", () => {
    expect(known("葵君本人とも面接する予定。「葵が朝起きられない」と話す。")).toEqual(["葵", "葵"]);
    expect(known("早瀬誠様。誠にありがとうございました。")).toEqual(["早瀬誠"]);
    expect(known("早瀬駿さんの計画。→駿は離席。")).toEqual(["早瀬駿", "駿"]);
  });
});

describe("surnames of people whom the text names", () => {
  const known = (text: string): string[] => names(`担当 佐竹健一（090-2345-8761）\n高松 美咲様\n${text}`).slice(2);
  it.each(["網の保管　高松宅", "高松家・佐竹家は合同。", "代走高松", "→ 高松：いけます", "早番 佐竹⇒高松、", "（折返し）高松", "本日は高松、佐竹、林の3人", "Ns 高松"])("%s", (text) => {
    expect(known(text)).toContain("高松");
  });
  it.each(["高松へ出張した。", "JR高松駅", "高松市の施設", "高松家具の店", "香川高松", "県立高松"])("no town in %s", (text) => {
    expect(known(text)).not.toContain("高松");
  });
});
