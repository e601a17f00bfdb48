import { describe, expect, it } from "vitest";
import { findEntities } from "../../src/index.js";

const found = (text: string, kind: string): string[] => [...findEntities(text)].filter(({ entity }) => entity === kind).map(({ start, end }) => text.slice(start, end));
/** In a text that names somebody anyhow. */
const names = (text: string): string[] => found(`担当は佐竹健一さん（090-2345-8761）。\n${text}`, "person-name").slice(1);

describe("person-name: whom a relation names", () => {
  it.each([
    ["息子の徹さんは県外にいる", "徹"],
    ["夫の辰五郎が認知症", "辰五郎"],
    ["上記の者は、父の英明氏が療養中", "英明"],
    ["妻（詩）が驚いていた", "詩"],
    ["ご遺族：勝様", "勝"],
    ["娘さん（れい様）の番号", "れい"],
    ["ご家族会員の海音様も退会", "海音"],
    ["（亡長女 虹心 の代襲者）", "虹心"],
    ["副会長（4の2 葵母）", "葵"],
    ["旧姓佐野）", "佐野"],
    ["直った旨を連絡（営業石田）", "石田"],
    ["育休中（〜10月、代理は溝口）", "溝口"],
    ["聞き手　桑原", "桑原"],
    ["【名】天使\n　　【生年月日】平成29年7月14日", "天使"],
    ["連絡網　東→鈴木→南→渡邉→（折返し）", "東"],
  ])("%s", (text, name) => {
    expect(names(text)).toContain(name);
  });

  it.each(["父の日の花", "妻の実家が遠い", "夫（無職）と暮らす", "母の味が恋しい", "兄（別居）がいる", "娘の成人を祝う", "旧姓）", "代理は不要）", "（営業時間）", "経路　東→大阪→南→北", "【名】の欄", "家族（同居）あり", "夫の仕事が忙しい"])("names nobody in %s", (text) => {
    expect(names(text)).toEqual([]);
  });
});

describe("person-name: what stands where a name would", () => {
  it.each(["何かあれば 090-4802-0913 まで", "明日午前　着信 090-4802-0913", "No.6 空き（待ち1番）", "生年月日　明 大 昭 平 令　9年7月3日", "（長男・申出人）"])("%s", (text) => {
    expect(names(text)).toEqual([]);
  });
});

describe("person-name: one name of a person in an English note", () => {
  it.each([
    ["Margaret Holloway, DOB 02/03/1958. Margaret to write.", ["Margaret Holloway", "Margaret"]],
    ["Margaret Holloway, tel. 802-363-6045.\nPlot 14: Holloway has not paid.", ["Margaret Holloway", "Holloway"]],
    ["- mom: Bradley (520) 224-7275", ["Bradley"]],
    ["Thinks daughter Teresa may have used the card.", ["Teresa"]],
    ["Tired for weeks. Wife Yasmin reports snoring.", ["Yasmin"]],
    ["1. Thornbury, Tomasz - mom: Bradley (520) 224-7275", ["Thornbury, Tomasz", "Bradley"]],
    ["Pt: Castellanos, Mei-Ling    DOB 01/02/1958", ["Castellanos, Mei-Ling"]],
    ["PRIVATE\n\nYasmin Pemberton\n176 Old Mill Road, Burlington, VT 05401\n", ["Yasmin Pemberton"]],
    ["GUARANTOR. Tomasz Pemberton, born October 3, 1960, guarantees the rent.", ["Tomasz Pemberton"]],
    ["Someone will ring you.\n\nBest,\nWalter\n\nOn Tue", ["Walter"]],
    ["13:02 Minoru Mori（みどり市役所） <minoru.mori55@provider.example>", ["Minoru Mori"]],
    ["You were accompanied by Walter Whitfield from Despatch.", ["Walter Whitfield"]],
  ])("%s", (text, expected) => {
    expect(found(text, "person-name")).toEqual(expected);
  });

  it.each(["Margaret Holloway, tel. 802-363-6045. She lives in Holloway.", "Margaret Fairbanks, tel. 802-363-6045. Margaret Road is closed."])("a place and a word are nobody in %s", (text) => {
    expect(found(text, "person-name")).toHaveLength(1);
  });
  it.each(["Knuth, Donald - The Art of Computer Programming", "1. Thornbury, Tomasz. Gardens of Kent. 1998.", "new Date Picker(options)", "Maple Hollow\nOpen daily\n"])("nobody stands in %s", (text) => {
    expect(found(text, "person-name")).toEqual([]);
  });
  it("a byline is nobody's file", () => {
    expect(found("Written by Walter Whitfield", "person-name")).toEqual([]);
  });
});

describe("date-of-birth beside a reading", () => {
  it.each([
    ["会員 藤原恵（フジワラ エミ）1970/10/15　次回", "1970/10/15"],
    ["1 さの あすか　佐野 明日香　H23.2.12　卵", "H23.2.12"],
    ["サオトメ ナオミ様　昭42.09.24　〒820-0605", "昭42.09.24"],
    ["  tanjobi: 1958-12-25", "1958-12-25"],
  ])("%s", (text, date) => {
    expect(found(text, "date-of-birth")).toEqual([date]);
  });
  it.each(["会員 藤原恵（フジワラ エミ）1990/10/15 入会", "会員 藤原恵（フジワラ エミ）2019/10/15　次回", "佐野 明日香　H23.2.12　納品", "サオトメ ナオミ様　昭42.09.24　開店"])("is none in %s", (text) => {
    expect(found(text, "date-of-birth")).toEqual([]);
  });
});

describe("phone-number of the West without a label", () => {
  it.each([
    ["Outbound to 07400 523468. Teresa Whitfield denies.", "07400 523468"],
    ["Best number 937-407-4960 for Margaret Holloway", "937-407-4960"],
    ["GET /sms?to=08062322616 HTTP/1.1", "08062322616"],
  ])("%s", (text, phone) => {
    expect(found(text, "phone-number")).toEqual([phone]);
  });
  it.each(["The parts are 520-224-7275 and 937-407-4960.", "部品 937-407-4960 担当 佐竹健一", "GET /item?no=08062322616 HTTP/1.1", "937-407-4960"])("is none in %s", (text) => {
    expect(found(text, "phone-number")).toEqual([]);
  });
});

it("email-address: the number of a calendar's event is no mailbox", () => {
  expect(found("BEGIN:VEVENT\nUID:5445916939@cal.example\nATTENDEE:mailto:m.holloway@mail.example\n", "email-address")).toEqual(["m.holloway@mail.example"]);
});

it("special-care: who has brought a certificate of an illness", () => {
  expect(found("越智達也さんは適応障害の診断書が出ていました。", "special-care")).toEqual(["適応障害"]);
  expect(found("適応障害の診断書の書き方", "special-care")).toEqual([]);
});
