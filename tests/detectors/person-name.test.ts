import { describe, expect, it } from "vitest";
import { personName } from "../../detectors/person-name.js";
import { detectText, markFound, REPORTED } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { inventPeople } from "../support/people.js";
import { countSteps } from "../support/steps.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(personName);

describe("person-name: where a name begins and ends", () => {
  it.each([
    ["a label before it", "氏名：«佐藤花子»"],
    ["a spread label before it", "氏　名　«佐藤花子»　印"],
    ["an honorific behind it", "«佐藤花子»様"],
    ["a space and an honorific behind it", "«佐藤　花子»　様"],
    ["a space in it", "«佐藤 花子»\t1980/4/1"],
    ["a space between all characters", "氏名　«佐 藤 花 子»"],
    ["a title before it, without a space", "代表取締役社長«佐藤花子»が挨拶した。"],
    ["a title behind it, without a space", "«佐藤花子»教授の講演"],
    ["a title before and behind it", "衆議院議員«佐藤花子»氏"],
    ["a reading behind it, which is a name of its own", "«佐藤花子»（«サトウハナコ»）"],
    ["a surname of three characters", "«長谷川美咲»さん"],
    ["a given name of three characters", "«佐藤久美子»さん"],
    ["a given name in kana", "«佐藤さくら»さんは欠席"],
    ["a given name in kana and kanji", "«佐藤えり子»様"],
    ["a variant of a kanji", "«髙橋花子»様、«渡邉健一»様"],
    ["behind a company", "四国設備株式会社　«久米 あずさ»\n高松商事(株)　«穂積 達郎»"],
    ["a couple", "«加賀美»ご夫妻、«穂積»ご夫婦"],
    ["a rare surname alone, addressed", "昨日、«加賀美»さんが来た。"],
    ["a title in katakana before it", "担当：ヘルパー　«能見»"],
    ["a speaker in a record of Zoom", "19:03:46\t 開始  «鶴見あや»  宛先  全員 : 了解です\n10:03:05 From «鶴見あや»（経理） to Everyone:\n"],
    ["a surname alone, addressed", "«佐藤»さんへ、«鈴木»様より"],
    ["a surname alone, with a title", "«佐藤»部長と«鈴木»課長"],
    ["a surname alone, labelled", "担当：«佐藤»\t内線 12"],
    ["a surname of one character, addressed", "«森»さんと«林»さん"],
    ["two names in a sentence", "«佐藤花子»と«鈴木健一»が出席した。"],
    ["a list", "出席者：«佐藤花子»、«鈴木健一»、«高橋美咲»"],
    ["a table drawn with pipes", "| «山本剛» | 香川県 |"],
    ["behind an address on its line", "760-0017　高松市番町1丁目2番3号　«高橋隆»\n"],
    ["a quoted value", "VALUES (1,'«山本剛»','x')"],
    ["a value assigned", "name=«山本剛» level=3"],
    ["a value behind a colon", "出席：«高橋隆»、総務課長"],
    ["between spaces, before a date of birth", "3　«中村　千尋»　昭和55年4月1日生"],
    ["half-width katakana", "フリガナ：«ｻﾄｳ ﾊﾅｺ»"],
    ["a label without a colon before a reading", "フリガナ　«サトウ ハナコ»\n"],
    ["a foreign name", "«ジョン・スミス»氏"],
    ["a western order", "Name: «Hanako Sato»"],
    ["a Japanese order", "Name: «SATO Hanako»"],
    ["a surname no list has, behind an initial", "the hash of «Daniel J. Bernsteyn», 1991"],
    ["an initial", "Dear Mr. «John F. Smith»,"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(personName, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
});

describe("person-name: negative evidence", () => {
  it.each([
    ["a municipality", "千葉市長", "千葉部長"],
    ["a company", "株式会社佐藤商店", "佐藤様"],
    ["a hospital", "佐藤歯科医院", "佐藤先生"],
    ["a verb made of a noun", "担当者が判断する。", "担当者の佐藤さんが判断する。"],
    ["a sample in a form", "氏名：山田太郎", "氏名：山田健一"],
    ["a licence's line", "Copyright (c) 2015 John Smith", "Customer: John Smith"],
    ["an author on the line below", " * Copyright 1996 by\n * John Smith, Canada", " * invited\n * John Smith, Canada"],
    ["a street of that name", "John Smith Street", "John Smith, who lives there"],
    ["what is spoken of with さん", "大家さんと元請さん、お地蔵さん、新聞さんの話", "«戸倉»さんの話"],
    ["a company's own name", "株式会社　浦和精工", "四国設備株式会社　«久米 あずさ»"],
  ])("tells %s from a person", (_case, nobody, somebody) => {
    expect(markFound(personName, nobody)).toBe(nobody);
    expect(markFound(personName, somebody)).toContain("«");
  });
  it("finds nobody in a million characters of code, data, logs and markup", () => {
    expect(detectText(personName, codeText(1_000_000)).filter(({ confidence }) => confidence >= REPORTED)).toEqual([]);
  });
});

describe("person-name: people in forms", () => {
  // 320 invented people of 32 surnames; 陽 and 学 as words, 林 and 森 as places among them.
  const people = inventPeople(320);
  it.each([
    ["氏名：", "", 0.98],
    ["", "様\n", 0.98],
    ["委員長　", "\n", 0.98],
    ["1\t", "\t090-1234-5678\n", 0.95],
    ["1,", ",090-1234-5678\n", 0.95],
    ["", "\n", 0.95],
    ["本日の会議には", "が出席した。", 0.8],
  ])("are found between %j and %j, at least %d of them", (before, after, share) => {
    const found = people.filter(({ name }) => markFound(personName, before + name + after) === `${before}«${name}»${after}`);
    expect(found.length / people.length).toBeGreaterThanOrEqual(share);
  });
  it.each([
    ["フリガナ：", "kana"],
    ["Name: ", "romaji"],
  ] as const)("are found by %s and %s", (label, notation) => {
    const found = people.filter((person) => markFound(personName, label + person[notation]) === `${label}«${person[notation]}»`);
    expect(found.length / people.length).toBeGreaterThanOrEqual(0.98);
  });
});

describe("person-name: value and confidence", () => {
  const first = (text: string) => detectText(personName, text)[0];
  it("knows one name in every spacing", () => {
    const spacings = ["氏名：佐藤花子", "佐藤　花子　様", "氏名 佐 藤 花 子"];
    expect(new Set(spacings.map((text) => first(text)?.value))).toEqual(new Set(["佐藤花子"]));
  });
  it("is surer with a label or an honorific than without", () => {
    const bare = first("会議には小林千尋が来た。")?.confidence ?? 0;
    expect(first("氏名：小林千尋")?.confidence).toBeGreaterThan(bare);
    expect(first("小林千尋様が来た。")?.confidence).toBeGreaterThan(bare);
  });
});

describe("person-name: inputs made to be slow", () => {
  it.each([
    ["one kanji", "佐"],
    ["surnames", "佐藤鈴木高橋"],
    ["surname and given characters", "山田花子太郎"],
    ["spread kanji", "佐 藤 "],
    ["kanji numerals", "一二三四"],
    ["honorifics", "様様氏"],
    ["titles", "部長課長"],
    ["labels", "氏名:氏名 "],
    ["katakana and dots", "ジョン・"],
    ["katakana and spaces", "サトウ "],
    ["capitalised words", "John Smith "],
    ["capitals", "A B "],
    ["brackets", "佐藤("],
    ["lone high surrogates", "\ud842"],
    ["lone low surrogates", "\udfb7"],
    ["kanji and lone surrogates", "佐\ud842藤"],
  ])("reads twice as much of %s in twice the steps", (_name, unit) => {
    const text = unit.repeat(Math.ceil(20_000 / unit.length));
    detectText(personName, text.slice(0, 100));
    const once = countSteps(() => void detectText(personName, text));
    const twice = countSteps(() => void detectText(personName, text + text));
    expect(twice).toBeLessThan(once * 2.1 + 2_000);
    expect(once).toBeLessThan(text.length * 1_500);
  });
});
