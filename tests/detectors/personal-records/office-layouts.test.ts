import { describe, expect, it } from "vitest";
import { inventPeople } from "../../support/people.js";
import { identitiesIn, sheetOf, summaries } from "./support.js";

const people = inventPeople(12);
const namesIn = (rows: readonly (readonly string[])[]): (string | undefined)[] => identitiesIn(sheetOf(rows)).map((identity) => identity["person-name"]);
const plain = (name: string): string => name.replace(/[ 　]/gu, "");

describe("cells that name several people", () => {
  it.each(["・", "、", "\n", "／"])("are as many people, parted by %j", (mark) => {
    const rows = people.slice(0, 6).map(({ name, address }, i) => [`${name}${mark}${people[i + 6].name}`, address]);
    expect(namesIn([["氏名", "住所"], ...rows]).sort()).toEqual(people.map(({ name }) => name).sort());
  });
  it("give the surname of the first to those behind it", () => {
    const rows = people.slice(0, 4).map(({ surname, given, address }) => [`${surname} ${given}・陽子`, address]);
    expect(namesIn([["氏名", "住所"], ...rows])).toEqual(people.slice(0, 4).flatMap(({ name, surname }) => [name, `${surname}陽子`]));
  });
  it("give a family the surname of whoever stands beside it", () => {
    const rows = people.slice(0, 5).map(({ name, phone }) => [name, "美咲、翔太", phone]);
    expect(namesIn([["世帯主", "同居家族", "電話"], ...rows]).length).toBe(15);
    expect(new Set(namesIn([["世帯主", "同居家族", "電話"], ...rows])).size).toBe(15);
  });
  it("count other values of the row once", () => {
    const rows = people.slice(0, 6).map(({ name, phone }, i) => [`${name}、${people[i + 6].name}`, phone]);
    expect(summaries([["氏名", "電話"], ...rows])).toMatchObject([{ people: 12, entities: { "person-name": 12, "phone-number": 6 } }]);
  });
  it.each([
    ["a reading over its name", people.slice(0, 5).map(({ name, kana, phone }) => [`${kana}\n${name}`, phone])],
    ["a name in katakana", [["マリア・サントス", "090-1234-0001"], ["ジョン・スミス", "090-1234-0002"], ["アナ・シルバ", "090-1234-0003"]]],
  ])("are not %s", (_what, rows) => {
    expect(summaries([["氏名", "電話"], ...rows])).toMatchObject([{ people: rows.length }]);
  });
});

describe("halves of names", () => {
  it("stand in two columns under one header", () => {
    const rows = people.map(({ surname, given, address }, i) => [String(i + 1), surname, given, address]);
    expect(namesIn([["番号", "氏　名", "", "住　所"], ...rows])).toEqual(people.map(({ name }) => plain(name)));
  });
  it("are children's given names beside their parents", () => {
    const rows = people.slice(0, 8).map(({ name, phone }, i) => [["さくら", "美咲", "翔太", "陽子", "誠", "直樹", "月", "美咲"][i], name, phone]);
    const names = namesIn([["園児名", "保護者名", "電話番号"], ...rows]);
    expect(names).toHaveLength(16);
    expect(names).toContain(`${people[0].surname}さくら`);
  });
});

describe("rows that are nobody", () => {
  it.each(["日勤計", "＜部門計＞", "平均点", "出席数", "標準偏差", "会員名簿"])("%s below names is none", (word) => {
    const rows = people.map(({ name }, i) => [String(i + 1), name, "80"]);
    expect(summaries([["番号", "氏名", "国語"], ...rows, ["", word, "75"]])).toMatchObject([{ people: people.length }]);
  });
  it("a nurse's month is no header, though 日 and 看護師 stand in it", () => {
    const rows = people.map(({ name }, i) => ["看護師", name, ...Array.from({ length: 14 }, (_, day) => "日夜明休早遅有"[(i * 5 + day * 3) % 7])]);
    const days = Array.from({ length: 14 }, (_, day) => String(day + 1));
    expect(summaries([["職種", "氏名", ...days], ...rows])).toMatchObject([{ people: people.length }]);
  });
});

describe("people in columns that nothing heads", () => {
  it("sleep in one room", () => {
    const rows = [0, 1, 2].map((i) => [`${301 + i}`, ...people.slice(i * 4, i * 4 + 4).map(({ name }) => name)]);
    expect(summaries([["部屋", "室長", "", "", ""], ...rows])).toMatchObject([{ people: 12 }]);
  });
  it("are told by 漢字 and カナ under 氏名", () => {
    const rows = people.map(({ name, kana, birthDate, phone }, i) => [String(i + 1), name, kana, birthDate, phone]);
    expect(summaries([["No.", "受講者", "", "", "連絡先"], ["", "氏名", "", "生年月日", "自宅"], ["", "漢字", "カナ", "", ""], ...rows])).toMatchObject([{ people: 12, entities: { "phone-number": 12, "date-of-birth": 12 } }]);
  });
});

describe("the same people in Latin letters", () => {
  it("are counted once beside their names in kanji", () => {
    const rows = people.map(({ name, romaji }, i) => [String(i + 1), name, romaji, "合"]);
    expect(summaries([["No", "氏名", "Name", "結果"], ...rows])).toMatchObject([{ people: 12, entities: { "person-name": 12 } }]);
  });
  it("are counted once beside the account in kana, whatever its column is called", () => {
    const rows = people.map(({ name, kana }, i) => [String(5000 + i), name, kana, "1200"]);
    expect(summaries([["契約番号", "契約者氏名", "口座名義", "未納額"], ...rows])).toMatchObject([{ people: 12 }]);
  });
  it("are two people where the readings are others'", () => {
    const rows = people.map(({ name }, i) => [name, people[(i + 5) % 12].romaji]);
    expect(summaries([["氏名", "Name"], ...rows])[0]).toMatchObject({ people: 24 });
  });
  it("name nobody else where a mail program has written them before the address", () => {
    const rows = people.map(({ name, romaji, email }) => [name, `${romaji} <${email}>`]);
    const [first] = identitiesIn(sheetOf([["応募者", "メール"], ...rows]));
    expect(first).toMatchObject({ "person-name": people[0].name, "email-address": people[0].email.toLowerCase() });
  });
  it.each(["Employee", "Worker", "Staff member", "Emp Name", "Attendee"])("are people under %s", (header) => {
    const rows = people.map(({ romaji }) => [romaji, "QA", "3200"]);
    expect(summaries([[header, "Dept", "Net"], ...rows])).toMatchObject([{ people: 12 }]);
  });
  it.each([
    ["Employee", [["12", "Sales"], ["31", "QA"], ["7", "Legal"]]],
    ["Member", [["getName", "string"], ["setSize", "number"], ["toString", "string"]]],
    ["Student", [["English I", "32"], ["Data Science", "18"], ["Linear Algebra", "27"]]],
  ])("%s over anything else heads nobody", (header, rows) => {
    expect(summaries([[header, "Type"], ...rows])).toEqual([]);
  });
});

describe("plans by surnames", () => {
  const seats = [["佐藤", "鈴木", "", "高橋", "田中"], ["伊藤", "渡辺", "", "山本", "中村"], ["小林", "加藤", "", "吉田", "山田"]];
  it.each(["2年3組 座席表", "教卓", "受付当番表"])("are people under %s", (title) => {
    expect(summaries([[title], ...seats])).toMatchObject([{ people: 12 }]);
  });
  it.each([["沿線の駅"], ["町丁別の面積"]])("are none under %s", (title) => {
    expect(summaries([[title], ...seats])).toEqual([]);
  });
  it("are none where most words are none", () => {
    expect(summaries([["給食 当番表"], ["佐藤", "牛乳", "食器"], ["鈴木", "配膳", "台車"], ["高橋", "清掃", "点検"]])).toEqual([]);
  });
});

describe("labels for envelopes", () => {
  it("are a person each, several across", () => {
    const rows = [0, 1, 2, 3].flatMap((i) => {
      const some = people.slice(i * 3, i * 3 + 3);
      return [some.map(({ postalCode }) => `〒${postalCode}`), some.map(({ address }) => address), some.map(({ name }) => `${name}　様`), ["", "", ""]];
    });
    expect(summaries(rows)).toMatchObject([{ people: 12, entities: { "person-name": 12, "postal-address": 12 } }]);
  });
});
