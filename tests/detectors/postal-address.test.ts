import { describe, expect, it } from "vitest";
import { postalAddress } from "../../detectors/postal-address.js";
import { detectText, markFound, REPORTED } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { inventPeople } from "../support/people.js";
import { countSteps } from "../support/steps.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(postalAddress);

describe("postal-address: where an address begins and ends", () => {
  it.each([
    ["after a label", "住所：«香川県高松市番町1丁目2番3号»"],
    ["after a postal code", "〒760-0017 «香川県高松市番町1-2-3»"],
    ["before a telephone number", "«香川県高松市番町1-2-3» 087-123-4567"],
    ["before a label", "«香川県高松市番町1-2-3» 電話 087-123-4567"],
    ["before a name", "«香川県高松市番町1-2-3» 佐藤花子"],
    ["before a cell", "佐藤花子\t«香川県高松市番町1-2-3»\t1980/4/1"],
    ["before a comma", "佐藤花子,«高松市番町1-2-3»,090-1234-5678"],
    ["before a line", "«高松市番町1-2-3»\n佐藤花子"],
    ["in a sentence", "当時«高松市番町1丁目2番3号»に住んでいた。"],
    ["in brackets", "自宅（«高松市番町1-2-3»）"],
    ["full-width", "«香川県高松市番町１－２－３»"],
    ["long vowel marks for hyphens", "«香川県高松市番町１ー２ー３»"],
    ["kanji numerals", "«香川県高松市番町一丁目二番三号»"],
    ["spaces between its parts", "«香川県　高松市　番町　1-2-3»"],
    ["a building and a room", "«東京都新宿区西新宿2-8-1 都庁前ビル101号室»"],
    ["a building's own name behind its kind", "«高松市番町1-2-3　ハイツ番町203»"],
    ["a room in a sentence", "住所は«埼玉県川越市新富町2丁目11-4 コーポ若葉203»です。"],
    ["no amount behind a building", "«高松市番町1-2-3 コーポ若葉»300円"],
    ["a floor", "«愛知県名古屋市中区栄3-4-5 栄タワー12階»"],
    ["a room by hyphen", "«神奈川県横浜市西区高島2-3-4-506»"],
    ["a ward without its city", "«千代田区霞が関1-2-3»"],
    ["a city in hiragana", "本店は«さいたま市浦和区高砂3-4-5»です"],
    ["a county", "«奈良県吉野郡十津川村大字小原123番地»"],
    ["a county left out", "«長野県軽井沢町大字軽井沢123-4»"],
    ["numbered quarters", "«札幌市中央区北1条西2丁目3-4»"],
    ["Kyoto's streets", "«京都市下京区烏丸通四条下る水銀屋町637番地»"],
    ["the US", "Ship to «1600 Example Avenue NW, Springfield, IL 62701» please"],
    ["the UK", "Send it to «10 Example Street, Sampletown AB1 2DE»."],
    ["romanised", "«1-2-3 Ginza, Chuo-ku, Tokyo 104-0061»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(postalAddress, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it("is exact for every invented person, in a sentence and in a row", () => {
    for (const { name, address, phone } of inventPeople(400)) {
      for (const [before, after] of [["住所は", "です。"], [`${name}\t`, `\t${phone}`]]) {
        expect(markFound(postalAddress, before + address + after)).toBe(`${before}«${address}»${after}`);
      }
    }
  });
});

describe("postal-address: value and confidence", () => {
  const first = (text: string) => detectText(postalAddress, text)[0];
  it("knows one address in every notation", () => {
    const notations = ["高松市番町1丁目2番3号", "高松市番町1-2-3", "高松市番町一丁目二番三号", "高松市番町１－２－３", "高松市 番町 1丁目2-3", "高松市番町1丁目2番地の3"];
    expect(new Set(notations.map((text) => first(text)?.value))).toEqual(new Set(["高松市番町1-2-3"]));
  });
  it("tells rooms of one house apart", () => {
    expect(first("高松市番町1-2-3 ハイツ番町203")?.value).not.toBe(first("高松市番町1-2-3 ハイツ番町204")?.value);
  });
  it("is surest with prefecture, town and block, and less without", () => {
    const sure = ["香川県高松市番町1-2-3", "高松市番町1-2-3", "高松市架空町1-2-3", "番町1丁目2番3号"].map((text) => first(text)?.confidence ?? 0);
    expect(sure).toEqual([...sure].sort((a, b) => b - a));
    expect(new Set(sure).size).toBe(sure.length);
    expect(sure[0]).toBeGreaterThan(0.95);
  });
  it.each(["香川県", "香川県高松市", "香川県高松市番町", "高松市番町の桜", "番町1"])("does not report a place that is only mentioned: %s", (text) => {
    expect(first(text)?.confidence ?? 0).toBeLessThan(REPORTED);
  });
  it.each(["香川県高松市〇〇町1-2-3", "○○市△△町1丁目2番3号"])("does not report a form's sample: %s", (text) => {
    expect(markFound(postalAddress, text)).toBe(text);
  });
});

describe("postal-address: code and hostile input", () => {
  it("finds none in two million characters of code, data, logs and markup", () => {
    for (const seed of [1, 2]) expect(detectText(postalAddress, codeText(1_000_000, seed)).filter(({ confidence }) => confidence >= REPORTED)).toEqual([]);
  });
  it.each([
    ["one kanji", "市"],
    ["prefectures' endings", "都道府県"],
    ["a prefecture", "東京都"],
    ["municipalities", "高松市"],
    ["places without an end", "香川県高松市番町"],
    ["blocks", "1丁目1番"],
    ["hyphens", "1-"],
    ["addresses", "高松市番町1-2-3"],
    ["towns and numbers", "番町1"],
    ["kanji numerals", "一二三四"],
    ["Kyoto's streets", "京都市下京区四条通上る"],
    ["sections", "高松市大字字"],
    ["buildings", "高松市番町1-2ビル"],
    ["spaces", "高松市 "],
    ["American words", "1 Main Street, "],
    ["American numbers", "1 A "],
    ["romanised", "1-2 Aa, "],
    ["hiragana cities", "さいたま市"],
    ["lone surrogates", "\ud842市"],
  ])("reads twice as much of %s in twice the steps", (_name, unit) => {
    const text = unit.repeat(Math.ceil(20_000 / unit.length));
    detectText(postalAddress, text.slice(0, 100));
    const once = countSteps(() => void detectText(postalAddress, text));
    const twice = countSteps(() => void detectText(postalAddress, text + text));
    expect(twice).toBeLessThan(once * 2.1 + 2_000);
    expect(once).toBeLessThan(text.length * 1_500);
  });
});
