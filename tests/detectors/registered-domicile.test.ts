import { describe, expect, it } from "vitest";
import { registeredDomicile } from "../../detectors/registered-domicile.js";
import { createLinter } from "../../src/index.js";
import { markFound } from "../support/detect-text.js";
import { inventPerson } from "../support/people.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(registeredDomicile);

const linter = createLinter();
const entities = (text: string): string[] => [...linter.findEntities(text)].map(({ entity, start, end }) => `${entity} ${text.slice(start, end)}`);
const { name } = inventPerson(3);

describe("registered-domicile", () => {
  it.each([
    ["behind a colon", "本籍：«香川県高松市番町一丁目8番»　筆頭者：佐藤一郎"],
    ["in a certificate's brackets", "【従前戸籍】«香川県高松市番町一丁目8番»\n【届出日】令和3年4月1日"],
    ["behind a label that fills its column", "本　　籍　«香川県高松市番町一丁目8番»\n氏　　名　佐藤　太郎"],
    ["as a prefecture alone", "本籍地（都道府県名）：«香川県»"],
  ])("is exact %s", (_case, marked) => {
    expect(markFound(registeredDomicile, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it("is told as what it is, and a dwelling as a dwelling", () => {
    expect(entities(`氏名：${name}　本籍：香川県高松市番町一丁目8番　住所：東京都千代田区千代田1番1号`)).toEqual([
      `person-name ${name}`,
      "registered-domicile 香川県高松市番町一丁目8番",
      "postal-address 東京都千代田区千代田1番1号",
    ]);
  });
  it("reads an extract of a family register", () => {
    const found = entities(
      `全部事項証明\n本　　籍　香川県高松市番町一丁目8番\n氏　　名　${name}\n【生年月日】昭和55年4月1日\n【従前戸籍】東京都千代田区千代田1番`,
    );
    expect(found).toEqual([
      "registered-domicile 香川県高松市番町一丁目8番",
      `person-name ${name}`,
      "date-of-birth 昭和55年4月1日",
      "registered-domicile 東京都千代田区千代田1番",
    ]);
  });
});
