import { describe, expect, it } from "vitest";
import { dateOfBirth } from "../../detectors/date-of-birth.js";
import { detectText, markFound, REPORTED } from "../support/detect-text.js";
import { createLinter } from "../../src/index.js";
import { codeText } from "../support/generated-text.js";
import { inventPerson } from "../support/people.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(dateOfBirth);

describe("date-of-birth: where a date begins and ends", () => {
  it.each([
    ["an era's name", "生年月日　«昭和55年4月1日»　性別　男"],
    ["an era's first year", "生年月日：«平成元年12月28日»生"],
    ["an era's square letters", "生年月日 «㍼55年4月1日»"],
    ["an era's initial touching the label", "生年月日«S55.4.1»"],
    ["an era's kanji touching the label", "生年月日«昭55.4.1»"],
    ["in brackets with an age", "佐藤太郎（«1980年4月1日»生・45歳）"],
    ["an English month", "He was born on «1 April 1980» in Osaka"],
    ["an English month first", "Born «April 1st, 1980»."],
    ["behind a name without a label", "佐藤花子 «昭和55年4月1日»生"],
    ["of two dates the labelled one", "登録日 2024/4/1 生年月日 «1980/4/1»"],
    ["of two dates the one with its own suffix", "«1980年4月1日»生まれ、2003年4月1日入社"],
    ["of two labels the nearer one", "生年月日を記入　発行日 2024/4/1"],
    ["behind what somebody is and his name", "申込人 大平伸一郎（«昭35.06.22»）"],
    ["a child's in a list", "西美音 «H26.12.3» 保護者裕子 080-1234-8765"],
    ["at an hour", "«平成26年8月10日»　午後4時12分 出生"],
    ["in a register of old", "«昭和三十年五月七日»本籍ニ於テ出生"],
    ["a German label", "Schönberger, Ingrid, geb. «03.11.1956», wohnhaft"],
    ["a French label", "Né le «14/09/1979» à Lyon"],
    ["German in words", "Ihr Sohn Jannik, geboren am «14. September 2011», ist"],
    ["French in words", "Né(e) le : «14 septembre 2011»\nNée le «1er mars 1979» à Lyon"],
    ["Spanish in words", "Fecha de nacimiento: «14 de septiembre de 1990»\nsu hija Carmen, nacida el «2 de enero de 2011», ha"],
    ["Italian in words", "nato il «14 settembre 2011»,"],
    ["Portuguese and Polish in words", "Data de nascimento: «14 de março de 1990»\nData urodzenia: «14 września 1990»"],
    ["Russian", "Дата рождения: «14 сентября 1990» г.\nДата рождения: «14.09.1990»"],
    ["Vietnamese", "Ngày sinh: «14/09/1990»\nNgày sinh: «14 tháng 9 năm 1990»"],
    ["Korean", "생년월일: «1988년 3월 2일»\n생년월일: «1988-03-02»"],
    ["Taiwan's calendar", "出生年月日：«民國77年3月2日»\n出生年月日：«民國102年3月2日»"],
    ["an ordinal, and a label with stops", "D.O.B: «14th September 1990»"],
    ["the label's own and not the next line's", '{"birthday":"«1980-04-01»"}\n2024-06-03T11:02:15 INFO sent'],
    ["two people in a row", "«S55.4.1»生、«H2.3.4»生"],
    ["both calendars' years", "生年月日 «1980年（昭和55年）4月1日» 男"],
    ["an era whose year stands in brackets too", "«昭和55（1980）年4月1日»生まれ"],
    ["a year without its era", "佐藤花子 «55年4月1日»生"],
    ["eras to tick", "生年月日 ☑昭和 □平成 «55年4月1日»"],
    ["a year alone", "（«1980年»生まれ）"],
    ["an era's year alone", "«昭和55年»生まれ"],
    ["spaces inside", "生年月日： «1980 年 4 月 1 日»"],
    ["the era as social insurance codes it", "生年月日 «5-550401»"],
    ["birth by itself", "出生　«昭和55年4月1日»"],
    ["in brackets right behind a name", "佐藤花子（«H3.3.3»）"],
    ["in brackets behind somebody addressed, in either calendar", "佐藤花子様（«1980/4/1»）"],
    ["behind an age", "主婦 44歳（«1980/4/1»）"],
    ["behind an age, of either calendar", "満3歳（«R3.4.2»）"],
    ["behind the eras to choose from", "続柄 子　平・令 «平21.11.14»　所得 0円"],
    ["a year without its era, right behind the label", "生年月日 «55.4.1»"],
    ["a year and its month", "«昭和55年4月»生まれ"],
    ["of somebody whose name ends as a male animal is called", "黒木 正雄　生年月日 «昭和55年4月1日»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(dateOfBirth, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
});

describe("date-of-birth: dates like them", () => {
  it.each([
    ["a law's change", "改正（H3.3.3）"],
    ["behind a role", "会計委員（H3.3.3）"],
    ["of the western calendar behind a name, as authors sign", "佐藤花子（2003.3.3）"],
    ["a birth's office", "出生届 昭和55年4月1日"],
    ["behind an age, when people of it were counted", "65歳（2024年4月1日現在）"],
    ["behind an age that does not go with it", "65歳（2024/4/1）"],
    ["a version behind the label", "生年月日 1.2.3"],
    ["a dog's month", "毛色 茶　生年月日　令和1年7月頃　性別　おす"],
    ["a male animal's", "毛色 茶　雄　生年月日 昭和55年4月1日"],
    ["behind somebody addressed, of a letter", "佐藤花子様（2024/4/1）"],
    ["a number with a code, without a label", "受付 5-550401"],
    ["a number that is no date", "生年月日 5-559901"],
  ])("%s", (_case, text) => {
    expect(markFound(dateOfBirth, text)).toBe(text);
  });
});

describe("date-of-birth: in the company of a person", () => {
  const linter = createLinter();
  const { name, phone } = inventPerson(11);
  const found = (text: string): string[] => [...linter.findEntities(text)].filter(({ entity }) => entity === "date-of-birth").map(({ start, end }) => text.slice(start, end));
  it.each([
    ["a date beside a sex, with a name on the line", `${name} 1980/04/01 女`, ["1980/04/01"]],
    ["a date of Showa right behind a name", `・${name}　S17.6.26\n`, ["S17.6.26"]],
    ["a date of Showa behind a name and an age", `・${name}（82）　S17.6.26\n`, ["S17.6.26"]],
    ["a date of Showa behind somebody addressed", `${name} 様　昭和11年4月23日`, ["昭和11年4月23日"]],
    ["the day of an appointment behind a name", `${name} 昭和55年4月1日就任`, []],
    ["the day of an entry behind a name", `${name}　S55.4.1 入社`, []],
    ["a later date behind a name", `${name}　2024/4/1`, []],
    ["a year, with what reaches the person", `${name}（1980年生まれ） 電話 ${phone}`, ["1980年"]],
  ])("takes %s", (_case, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
  it.each([
    ["a date beside a sex and nobody", "1980/04/01 女 12名"],
    ["one whose name stands on another line", `${name}\n1980/04/01 女 12名`],
    ["an author's year of birth", `${name}（1980年生まれ）は小説家である。`],
    ["the years who may apply", `対象：平成30年4月2日～平成31年4月1日生まれのお子様　担当：${name}`],
    ["another date of a person", `${name} 1980/04/01 入社`],
  ])("leaves %s", (_case, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("date-of-birth: value and confidence", () => {
  it("knows one day in every notation", () => {
    const notations = ["1980年4月1日", "1980/04/01", "1980-4-1", "1980.4.1", "昭和55年4月1日", "昭55.4.1", "S55.4.1", "S55/04/01", "1 April 1980", "April 1, 1980", "04/01/1980", "19800401", "S550401", "1980年（昭和55年）4月1日", "昭和55（1980）年4月1日"];
    expect(new Set(notations.map((date) => detectText(dateOfBirth, `生年月日 ${date}`)[0]?.value))).toEqual(new Set(["1980-04-01"]));
  });
  it("is surer of a date that lets someone be of age than of a recent one", () => {
    const sure = (year: number): number => detectText(dateOfBirth, `誕生日 ${year}年4月1日`)[0]?.confidence ?? 0;
    expect(sure(1980)).toBeGreaterThan(0.9);
    expect(sure(2024)).toBeLessThan(sure(1980));
  });
  it.each(["生年月日", "誕生日", "DOB", "date of birth", "birthDate", "Ｄ Ｏ Ｂ"])("takes %s for a label", (label) => {
    expect(detectText(dateOfBirth, `${label}：1980/4/1`)[0]?.confidence).toBeGreaterThan(REPORTED);
  });
  it.each(["発行日", "施行日", "adobe", "reborn2", "誕生日会の締切"])("does not take %s for a label", (label) => {
    expect(markFound(dateOfBirth, `${label} 1980/4/1`)).toBe(`${label} 1980/4/1`);
  });
  it("finds none in a million characters of code", () => {
    expect(detectText(dateOfBirth, codeText(1_000_000))).toEqual([]);
  });
});
