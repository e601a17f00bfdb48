import { describe, expect, it } from "vitest";
import { personName } from "../../detectors/person-name.js";
import { ourPeople } from "../../detectors/shared/lone-surname.js";
import { markFound } from "../support/detect-text.js";

const plain = (marked: string): string => marked.replaceAll(/[«»]/gu, "");

describe("person-name: surnames alone, named by what they do", () => {
  it.each([
    ["who wrote it", "日報　作成：«工藤»\n"],
    ["who noted it, in brackets", "申し送り（記：«甲斐»）"],
    ["whoever took it", "苦情受付簿　受付者 «石田»\n"],
    ["at an office, in brackets", "（応対：営業 «西田»）"],
    ["before a title that is not of kanji", "14:00 «谷口»Drより説明"],
    ["whose child it is", "«彩»ちゃん（«杉本»）"],
    ["behind a company, spaced from the honorific", "高松機械の «越智» 様 より"],
    ["a circular's order", "回覧順　«田口»→«古賀»→«小松»→«斎藤»\n"],
    ["behind a committee", "支援者：民生委員 «阿久津»\n"],
    ["who visits", "訪問看護 «松永»、福祉用具"],
    ["with a telephone in brackets", "②«井川»（080-3319-4470）→③«植松»（自宅 0859-33-7714）"],
    ["before a title of teachers", "主治医の«長田»先生、訪問看護"],
    ["who speaks in a chat that LINE has saved", "19:05\t«まゆみ»\t了解です！\n19:11\t«野々村»\tすみません"],
    ["whose colleague it is", "«吉村達夫»様。発見者は同課の«宮脇»。"],
    ["the wife, of a rare given name", "«滝沢 一郎»・«和江»"],
    ["behind what somebody does at a fire", "隊長 «遠藤»　機関員 «雨宮»\n"],
    ["in a note", "（新姓 «牧野»）　（«雨宮»と名乗った）"],
    ["who asked the questions", "メモ（面接官：«原口»・«辻本»）"],
    ["among marks of presence", "○ «岸» ○ «澤田» ○ «今村» × «長友»（出張）\n"],
    ["who is a child of whom", "子 長男«叶羽»（令和元年8月16日生）及び長女«凛»（平成3年5月4日生）の"],
    ["who is to be called", "090-4120-2375（妻・«恵»）　H26.12.3 保護者«裕子» 080-1234-8765"],
    ["in what a program logs", "params={sei=[«真部»], mei=[«明日香»]}"],
    ["right behind a title, in one run", "当事者：看護師«宮脇»（経験1年）　養護教諭«澤田»が固定。"],
    ["without the word in front", "父　«辰五郎»\n神奈川県 «佐藤花子»様\n環境課 «高橋美咲»"],
    ["beside one in full", "当番　«岡本洋子»・«須藤»\n"],
    ["a party in katakana", "甲と«パク・ソヨン»（以下「乙」という）は"],
    ["a given name of katakana and 子", "«黒田ヨシ子»様のアカウント"],
    ["a given name of katakana and 江", "«大川フミ江»さん"],
  ])("are found: %s", (_case, marked) => {
    expect(markFound(personName, plain(marked))).toBe(marked);
  });

  it.each([
    ["a place that wrote", "作成：高松市\n"],
    ["a date of writing", "作成：令和6年4月1日\n"],
    ["a word that is no surname", "記：以上\n"],
    ["a branch in an office's line", "営業 福岡\n"],
    ["stations on a line", "中野→荻窪→三鷹→吉祥寺\n"],
    ["surnames as towns, with no word for people", "川島、太田、三谷の各地区\n"],
    ["two are no list", "順番 田口→古賀\n"],
    ["katakana and 子 in one word", "黒田モデル子会社"],
    ["a company's part with a particle", "高松機械の部品"],
    ["a branch with a telephone in brackets", "高松（087-833-1234）"],
    ["a party's lawyer and a bride's friend", "原告訴訟代理人弁護士　新婦友人　新郎兄"],
    ["stops and their times", "7:05\t三谷\t7:14"],
    ["islands and schools behind relations", "父島（東京都）、母校（高校）、兄弟（2人）、弟子（3人）"],
    ["sums in old numerals", "壱万円、参千円"],
    ["a company with a gap", "株式会社　浦和精工\n"],
    ["towns and marks", "○ 川島 ○ 三谷 ○ 太田"],
    ["steps with arrows", "原因→対策　入口→出口　東→西"],
    ["words behind titles in one run", "会社員生活、監督官庁、会長挨拶、教授会（定例）"],
    ["a sum beside names", "金一万円　"],
  ])("are not: %s", (_case, text) => {
    expect(markFound(personName, text)).toBe(text);
  });
});

describe("person-name: the same people again", () => {
  const full = "岡崎太郎様、大森直樹様。";
  it.each([
    ["surnames that are places, at the beginning of a clause", "岡崎は上司に相談した。", "岡崎"],
    ["who is heard again", "、大森に対する聞き取り。", "大森"],
  ])("are found: %s", (_case, text, surname) => {
    expect(markFound(personName, full + text)).toContain(`«${surname}»${text.slice(text.indexOf(surname) + surname.length)}`);
  });
  it.each([
    ["where somebody went", "岡崎へ行った。"],
    ["in a compound", "岡崎市は暑い。"],
  ])("are not: %s", (_case, text) => {
    expect(markFound(personName, full + text).endsWith(text)).toBe(true);
  });
});

describe("ourPeople", () => {
  const found = (text: string): string[] => ourPeople(text, () => true).map(({ start, end }) => text.slice(start, end));
  it.each([
    ["弊社藤田より連絡します", ["藤田"]],
    ["弊社従業員 中西 の不手際", ["中西"]],
    ["当社の藤田が伺います", ["藤田"]],
    ["弊社製品について", []],
    ["弊社東京より発送", []],
    ["弊社営業部より", []],
    ["弊社の森林事業", []],
  ])("%s", (text, names) => {
    expect(found(text)).toEqual(names);
  });
  it("asks no more of a text of nothing else than so many times", () => {
    let asked = 0;
    ourPeople("弊社藤田より".repeat(20_000), () => (asked++, false));
    expect(asked).toBeLessThanOrEqual(200);
  });
});
