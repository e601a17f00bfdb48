/** Dates that are births because of the name, the heading, the question or the field they stand beside. */
import { describe, expect, it } from "vitest";
import { findEntities } from "../../src/index.js";

const births = (text: string): string[] => [...findEntities(text)].filter(({ entity }) => entity === "date-of-birth").map(({ start, end }) => text.slice(start, end));

describe("date-of-birth without a label of its own", () => {
  it.each([
    ["right behind a name, with how to reach her", "早瀬 絵理子さま　1982/5/25　♥087-821-3344", "1982/5/25"],
    ["and before it what she is", "依 早瀬絵理子　H4.1.14　080-3358-2211　連絡は携帯", "H4.1.14"],
    ["of Showa, whatever follows", "患者　早瀬孝之様　昭42.06.15　保 07235937", "昭42.06.15"],
    ["behind a note", "〃　早瀬 直美　（夜勤）S58.9.25", "S58.9.25"],
    ["behind an age and a sign of sex", "傷病者 早瀬節子 89歳♂ S10.10.8", "S10.10.8"],
    ["under a heading", "番号　氏名　生年月日　交付\n第165号　早瀬　志津　2002/12/27　R4.11\n", "2002/12/27"],
    ["as the answer to a question", "OP：早瀬様、生年月日とご住所をお願いします。\nCU：昭和56年4月23日、高松市です。", "昭和56年4月23日"],
    ["by which somebody was identified", "早瀬孝之です。本人確認：1989/7/15、内線5388", "1989/7/15"],
    ["a character to a box", "氏 名 ： 早 瀬 孝 之\n生 年 月 日 ： 平 成 元 年 7 月 2 6 日", "平 成 元 年 7 月 2 6 日"],
    ["as a program makes it", "name { \"早瀬 孝之\" }\nbirthday { Date.new(2001, 7, 25) }", "2001, 7, 25"],
  ])("%s", (_case, text, date) => {
    expect(births(text)).toEqual([date]);
  });

  it.each([
    ["a day of entry", "早瀬 絵理子さま　1982/5/25 入会　087-821-3344"],
    ["a visit", "早瀬 絵理子さま　2024/5/25　087-821-3344"],
    ["a later day with nothing to reach him by", "早瀬孝之　1999/5/25　会議室"],
    ["a firm's", "早瀬孝之　昭和42年6月15日創業"],
    ["a cat", "たま ♀ 2019/4/1 早瀬孝之様"],
    ["another heading", "番号　氏名　交付日\n第165号　早瀬　志津　2002/12/27　R4\n"],
    ["a question of another day", "次回の予約をお願いします。\nCU：2002年4月23日で。早瀬孝之"],
    ["a program's other dates", "name = \"早瀬孝之\"\nreleased { Date.new(2001, 7, 25) }"],
  ])("is none that is %s", (_case, text) => {
    expect(births(text)).toEqual([]);
  });
});
