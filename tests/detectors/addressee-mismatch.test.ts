import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { addresseeMismatch } from "../../detectors/addressee-mismatch.js";
import { addresseeOf, organisationIn } from "../../detectors/shared/salutation.js";
import { envelopeFields, encodedWord, type Field, mail, PLAIN_UTF8 } from "../support/mail.js";
import { type Given, judge } from "../support/message.js";

const folder = "fixtures/addressee-mismatch";
const codes = async (bytes: Uint8Array, given?: Parameters<typeof judge>[2]): Promise<string[]> => (await judge(addresseeMismatch, bytes, given)).map(({ code }) => code);
const to = (name: string, address = "leaklint-fixture@partner.example"): Field => ["To", name === "" ? address : `${encodedWord(name)} <${address}>`];
const letter = (fields: readonly Field[], body: string, from = "事務局 <office@shop.example>"): Buffer => mail([...envelopeFields("ご案内", from), ...fields, ...PLAIN_UTF8], body);
const sent = (recipient: Field, body: string, ...more: readonly Field[]): Promise<string[]> => codes(letter([recipient, ...more], `${body}\r\n\r\nお世話になっております。\r\n`));

describe("addressee-mismatch: fixtures", () => {
  it.each(readdirSync(folder).filter((name) => name.startsWith("pass.")).map((name) => [name]))("lets %s pass", async (name) => {
    expect(await codes(readFileSync(`${folder}/${name}`))).toEqual([]);
  });

  it.each([
    ["flag.surname.eml", "person"],
    ["flag.full-name.eml", "person"],
    ["flag.english.eml", "person"],
    ["flag.romaji.eml", "reading"],
    ["flag.address.eml", "reading"],
    ["flag.organisation.eml", "organisation"],
  ])("reports %s as %s", async (name, code) => {
    expect(await codes(readFileSync(`${folder}/${name}`))).toEqual([code]);
  });

  it("has a row for every fixture that must be flagged", () => {
    expect(readdirSync(folder).filter((name) => name.startsWith("flag."))).toHaveLength(6);
  });
});

describe("addressee-mismatch: somebody else", () => {
  it.each<[string, string, string, string]>([
    ["surnames", "鈴木 一郎", "佐藤様", "person"],
    ["a name without a blank", "鈴木一郎", "佐藤花子様", "person"],
    ["an honorific in the display name", "鈴木一郎様", "佐藤 花子 様", "person"],
    ["company and department above", "鈴木 一郎", "株式会社やしま\r\n営業部 第一課\r\n佐藤 花子 様", "person"],
    ["company and name in one line", "鈴木 一郎", "株式会社やしま 佐藤様", "person"],
    ["さん", "鈴木 一郎", "佐藤さん、", "person"],
    ["full-width blanks", "鈴木　一郎", "佐藤　花子　様", "person"],
    ["kana on both sides", "スズキ イチロウ", "さとう はなこ 様", "person"],
    ["kanji and kana", "スズキ イチロウ", "佐藤様", "reading"],
    ["kanji and romaji", "Ichiro SUZUKI", "佐藤様", "reading"],
    ["English titles", "Ichiro Suzuki", "Dear Ms. Sato,", "person"],
    ["English full names", "Robert Miller", "Dear Alice Johnson,", "person"],
    ["Sato-san", "Suzuki Ichiro", "Dear Sato-san,", "person"],
  ])("is told by %s", async (_how, name, body, code) => {
    expect(await sent(to(name), body)).toEqual([code]);
  });

  it("is told where the recipient is in Cc of one's own colleagues, by name", async () => {
    expect(await sent(to("鈴木 一郎"), "佐藤様", ["Cc", `${encodedWord("高橋 健")} <ken@shop.example>`])).toEqual(["person"]);
  });

  it("shows the name masked, at the field", async () => {
    const [match] = await judge(addresseeMismatch, readFileSync(`${folder}/flag.surname.eml`));
    expect(match).toMatchObject({ at: [{ kind: "file", path: "mail.eml" }, { kind: "header", name: "To" }], entity: "person-name", value: "佐藤" });
  });
});

describe("addressee-mismatch: perhaps the same", () => {
  it.each<[string, Field, string, ...Field[]]>([
    ["the same surname", to("佐藤 花子"), "佐藤様"],
    ["department in the display name", to("佐藤花子(営業部)"), "佐藤様"],
    ["company in the display name", to("株式会社やしま 佐藤花子"), "佐藤様"],
    ["romaji of the name", to("Hanako Sato"), "佐藤様"],
    ["romaji in another spelling", to("SATOH Hanako"), "佐藤様"],
    ["kunrei romaji", to("Tiba Hanako"), "千葉様"],
    ["another reading of the same kanji", to("Taro Kono"), "河野様"],
    ["the other reading", to("Taro Kawano"), "河野様"],
    ["kana of the name", to("さとう はなこ"), "佐藤様"],
    ["long vowels", to("イトウ ハナコ"), "伊藤様"],
    ["斎 and 斉", to("齋藤 花子"), "斉藤様"],
    ["髙 and 高", to("髙橋 花子"), "高橋様"],
    ["a name before marriage", to("田中 花子"), "佐藤 花子 様"],
    ["the address", to("鈴木 一郎", "h.sato@partner.example"), "佐藤様"],
    ["a given name only", to("Hanako"), "佐藤様"],
    ["a foreign surname", to("Hanako Smith"), "佐藤様"],
    ["a shop", to("鈴木商店"), "佐藤様"],
    ["a department", to("総務部"), "佐藤様"],
    ["a rare name", to("五十風呂 花子"), "Dear Ms. Sato,"],
    ["a nickname", to("Robert Smith"), "Hi Bob,"],
    ["no name at all", to("", "info@partner.example"), "佐藤様"],
    ["a private person's address that is a word", to("", "sakura-hana@docomo.ne.jp"), "佐藤様"],
    ["a department's address", to("", "suzuki-kikaku@partner.example"), "佐藤様"],
    ["several people addressed", to("鈴木 一郎"), "鈴木様、佐藤様"],
    ["several lines of people", to("鈴木 一郎"), "佐藤様\r\n鈴木様"],
    ["everybody addressed", to("鈴木 一郎"), "皆様"],
    ["whoever is in charge", to("鈴木 一郎"), "ご担当者様"],
    ["an office addressed", to("鈴木 一郎"), "高松市長 様"],
    ["somebody's parents", to("鈴木 一郎"), "佐藤太郎 保護者様"],
    ["a sentence about somebody", to("鈴木 一郎"), "佐藤様の件でご連絡しました。"],
    ["the sender's own name", to("鈴木 一郎"), "佐藤です。"],
    ["a quoted letter", to("鈴木 一郎"), "> 佐藤様"],
    ["a letter below a header block", to("鈴木 一郎"), "-----Original Message-----\r\nFrom: a\r\n佐藤様"],
    ["several recipients", ["To", `${encodedWord("鈴木 一郎")} <a@partner.example>, ${encodedWord("高橋 健")} <b@partner.example>`], "佐藤様"],
    ["a colleague of the name in Cc", to("鈴木 一郎"), "佐藤さん", ["Cc", `${encodedWord("佐藤 花子")} <hs@shop.example>`]],
    ["a colleague without a name in Cc", to("鈴木 一郎"), "佐藤さん", ["Cc", "hs@shop.example"]],
    ["a stranger in Bcc", to("鈴木 一郎"), "佐藤様", ["Bcc", "x@partner.example"]],
    ["a mailing list", to("鈴木 一郎"), "佐藤様", ["List-Id", "<members.partner.example>"]],
    ["one's own people", to("鈴木 一郎", "suzuki@shop.example"), "佐藤様"],
    ["a group", ["To", `${encodedWord("役員")}: ${encodedWord("鈴木 一郎")} <a@partner.example>;`], "佐藤様"],
    ["only a copy", ["Cc", `${encodedWord("鈴木 一郎")} <a@partner.example>`], "佐藤様"],
  ])("lets pass: %s", async (_why, recipient, body, ...more) => {
    expect(await sent(recipient, body, ...more)).toEqual([]);
  });

  it("lets pass a message whose further recipients only the envelope has", async () => {
    const given: Given = { envelope: { to: ["leaklint-fixture@partner.example", "sato@partner.example"] } };
    expect(await codes(letter([to("鈴木 一郎")], "佐藤様\r\n"), given)).toEqual([]);
  });

  it("does not judge a message inside a message", async () => {
    expect(await codes(readFileSync(`${folder}/flag.surname.eml`), { at: [{ kind: "file", path: "a.eml" }, { kind: "part", path: "2" }] })).toEqual([]);
  });
});

describe("addressee-mismatch: organisations", () => {
  it.each([
    ["another company", "株式会社ことひら 営業部", "株式会社やしま 御中", ["organisation"]],
    ["a namesake at another company", "株式会社ことひら 佐藤", "株式会社やしま\r\n佐藤様", ["organisation"]],
    ["the same with the form behind", "やしま株式会社 佐藤", "株式会社やしま\r\n佐藤様", []],
    ["the same, shortened", "(株)やしま商事", "株式会社やしま 御中", []],
    ["a name without a form", "やしま営業部", "株式会社ことひら 御中", []],
  ])("%s", async (_what, name, body, expected) => {
    expect(await sent(to(name), body)).toEqual(expected);
  });

  it.each([
    ["株式会社やしま 御中", "やしま"],
    ["やしま株式会社", "やしま"],
    ["㈱やしま　御中", "やしま"],
    ["一般社団法人讃岐協会 御中", "讃岐協会"],
    ["お世話になっております", undefined],
    ["株式会社", undefined],
  ])("of %j reads the name %j", (line, name) => {
    expect(organisationIn(line)).toBe(name);
  });
});

describe("addressee-mismatch: hostile letters", () => {
  it.each([
    ["honorifics", "様".repeat(200_000)],
    ["blanks", `${" ".repeat(200_000)}様`],
    ["greetings", "Dear ".repeat(100_000)],
    ["companies", "株式会社".repeat(100_000)],
    ["lines", "佐\n".repeat(200_000)],
    ["dots", `Dear ${"a.".repeat(100_000)}`],
  ])("reads only the beginning of a million %s", (_what, body) => {
    expect(addresseeOf(body)?.person).toBeUndefined();
  });
});
