/** Surnames by themselves, where somebody private is near. */
import { describe, expect, it } from "vitest";
import { findEntities } from "../../src/index.js";

const namesIn = (text: string): string[] => [...findEntities(text)].filter(({ entity }) => entity === "person-name").map(({ start, end }) => text.slice(start, end));

describe("a surname by itself", () => {
  it.each([
    "患者：井上健一様\nリーダー早川に報告済み。\n",
    "患者：井上健一様\n転倒したところへ早川が来て、処置をした。\n",
    "井上健一さんの送別会\nお祝い金は早川まで\n",
    "15日早番 井上さん（承認 早川）\n",
    "氏名 井上健一\n可決　／早川\n",
    "・早川：来月から派遣を入れる予定\n・井上さんの産休の件\n",
  ])("is somebody among private people: %s", (text) => {
    expect(namesIn(text)).toContain("早川");
  });

  it.each([
    ["nobody is near", "リーダー早川に報告済み。"],
    ["only public people are near", "市長　井上健一\nリーダー早川に報告済み。"],
    ["a firm is called so", "患者：井上健一様\n早川(株)へ連絡した。早川商店にも。早川クリニックからも。"],
    ["a place is meant", "患者：井上健一様\n千葉へ出張した。福島で泊まる。"],
    ["it is part of a word", "患者：井上健一様\n早川ダムと早川2号橋を渡る。"],
  ])("is nobody where %s", (_, text) => {
    const found = namesIn(text);
    expect(found).not.toContain("早川");
    expect(found).not.toContain("千葉");
    expect(found).not.toContain("福島");
  });
});
