/** What the recipient rules do to a message in the mail profile, and everyday mail to customers and partners that they must let go. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scanMail, type VerdictLevel } from "../src/index.js";
import { addressList, attachment, encodedWord, type Field, mail, multipart, PLAIN_UTF8 } from "./support/mail.js";
import { inventPeople } from "./support/people.js";

const levelOf = async (bytes: Uint8Array): Promise<VerdictLevel> => (await scanMail(bytes)).verdict.level;

describe("in the mail profile", () => {
  it.each<[string, VerdictLevel]>([
    ["recipient-exposure/flag.fifteen.eml", "block"],
    ["recipient-exposure/flag.reply-unproven.eml", "block"],
    ["recipient-exposure/flag.sensitive-sender.eml", "hold"],
    ["recipient-exposure/flag.organisations.eml", "warn"],
    ["recipient-exposure/flag.listed-in-body.eml", "hold"],
    ["recipient-exposure/flag.forwarded-block.eml", "hold"],
    ["recipient-exposure/flag.few-at-providers.eml", "pass"],
    ["recipient-typo/flag.gmai.eml", "hold"],
    ["addressee-mismatch/flag.surname.eml", "hold"],
    ["addressee-mismatch/flag.romaji.eml", "warn"],
    ["addressee-mismatch/flag.organisation.eml", "warn"],
    ["misdirected-record/flag.form.eml", "hold"],
    ["misdirected-record/flag.text.eml", "hold"],
  ])("%s is judged %s", async (fixture, level) => {
    expect(await levelOf(readFileSync(`fixtures/${fixture}`))).toBe(level);
  });
});

const [staff, customer, other, ...more] = inventPeople(12, 20);
const lines = (...all: string[]): string => `${all.join("\r\n")}\r\n`;
const SIGNATURE = lines("--", "さぬき事務機株式会社 営業部", `${staff.surname} ${staff.given}`, "〒760-0017 香川県高松市番町1-2-3", "TEL 087-812-0001", "E-mail eigyo@office.example");
const GREETING = "いつもお世話になっております。さぬき事務機の営業担当です。";
const named = (name: string, address: string): string => `${encodedWord(name)} <${address}>`;
const FROM: Field = ["From", named(`${staff.surname} ${staff.given}`, "eigyo@office.example")];
const head = (subject: string, fields: readonly Field[]): Field[] => [FROM, ["Subject", encodedWord(subject)], ["Date", "Mon, 1 Apr 2024 10:00:00 +0900"], ...fields];
const letter = (subject: string, fields: readonly Field[], ...body: string[]): Buffer => mail([...head(subject, fields), ...PLAIN_UTF8], lines(...body) + SIGNATURE);
const withFile = (subject: string, fields: readonly Field[], body: string, name: string, content: string): Buffer =>
  mail([...head(subject, fields), ["MIME-Version", "1.0"], ["Content-Type", 'multipart/mixed; boundary="b"']], multipart("b", [{ fields: PLAIN_UTF8.slice(1), body: body + SIGNATURE }, attachment(encodedWord(name), Buffer.from(content))]));
const PRIVATE = "leaklint-fixture-1@gmail.com";
const to = (name: string, address = "leaklint-fixture@partner.example"): Field => ["To", named(name, address)];
const thanks = `${customer.surname} ${customer.given} 様\r\n\r\n${GREETING}\r\n書類をお送りします。\r\n`;

const EVERYDAY: readonly (readonly [what: string, message: Buffer])[] = [
  ["to a customer by the surname, whose address book has the full name", letter("ご案内", [to(`${customer.surname} ${customer.given}`)], `${customer.surname}様`, "", GREETING)],
  ["to a customer whose name is in romaji", letter("ご案内", [to(customer.romaji)], `${customer.surname} 様`, "", GREETING)],
  ["to a partner with company and department", letter("ご案内", [to(`株式会社やしま ${customer.surname}様`)], "株式会社やしま", "総務部 総務課", `${customer.surname} 様`, "", GREETING)],
  ["to a department, for one of its people", letter("ご案内", [to("やしま商事 総務部", "soumu@partner.example")], `やしま商事株式会社 ${customer.surname} 様`, "", GREETING)],
  ["to a person, with the boss in copy", letter("ご案内", [to(customer.name), ["Cc", named(other.name, "other@partner.example")]], `${customer.surname}様`, `（Cc：${other.surname}様）`, "", GREETING)],
  ["to two people, addressed one after the other", letter("日程の件", [["To", `${named(customer.name, "a@partner.example")}, ${named(other.name, "b@partner.example")}`]], `${customer.surname}様`, `${other.surname}様`, "", GREETING)],
  ["to everybody at a company", letter("ご案内", [to(customer.name)], "株式会社やしま 御中", "", GREETING)],
  ["introducing somebody", letter("ご紹介", [to(customer.name)], `${customer.surname}様`, "", `このたび後任となりました${other.surname} ${other.given}をご紹介します。`, `${other.surname}の連絡先：087-812-0001`)],
  ["speaking of somebody else", letter("ご報告", [to(customer.name)], GREETING, `先日ご紹介いただいた${other.surname}様と打ち合わせをいたしました。`)],
  ["an answer above a quoted letter to oneself", letter("Re: ご案内", [to(customer.name), ["In-Reply-To", "<1@partner.example>"]], `${customer.surname}様`, "", "承知しました。", "", `2024年3月30日(土) 10:00 ${customer.name} <leaklint-fixture@partner.example>:`, `> ${staff.surname}様`, "> よろしくお願いします。")],
  ["an English letter by the first name", letter("Quotation", [to(customer.romaji)], "Hi Ken,", "", "Please find the quotation below.")],
  ["an English letter to everybody", letter("News", [to(customer.romaji)], "Dear all,", "", "The office is closed on Monday.")],
  ["an invoice to a private customer", withFile("請求書", [to(customer.name, PRIVATE)], thanks, "請求書.txt", lines("請求書", `〒${customer.postalCode}`, customer.address, `${customer.name} 様`, "合計 5,000円", "さぬき事務機株式会社", `担当：${staff.surname}`))],
  ["terms with the company's president", withFile("約款", [to(customer.name, PRIVATE)], thanks, "約款.txt", lines("約款", "さぬき事務機株式会社", `代表取締役 ${other.name}`, "香川県高松市番町1-2-3"))],
  ["a brochure that names its authors", withFile("資料", [to(customer.name, PRIVATE)], thanks, "資料.txt", lines("ポイント制度のご案内", `監修：${other.name}`, `執筆：${more[0].name}`))],
  ["a contract with a guarantor", withFile("契約書", [to(customer.name, PRIVATE)], thanks, "契約書.txt", lines("賃貸借契約書", `借主 ${customer.name}`, `住所 ${customer.address}`, "", "", `連帯保証人 ${other.name}`, `住所 ${other.address}`))],
  ["a blank form", withFile("様式", [to(customer.name, PRIVATE)], thanks, "様式.txt", lines("申込書", "氏名：", "住所：", "生年月日：　　年　月　日"))],
  ["six private persons of a club, whom nothing sensitive unites", letter("テニス同好会のご案内", [["To", addressList(more.slice(0, 6).map(({ name }, i) => named(name, `leaklint-fixture-${i}@gmail.com`)))]], "同好会の皆様", "", "来週の練習は10時からです。")],
  ["nine partners of a project", letter("定例会", [["To", addressList(Array.from({ length: 9 }, (_, i) => `pm@company-${i}.example`))]], "関係者各位", "", "来週の定例会は10日です。")],
  ["to a clinic, about a copier", letter("複合機の保守", [to("さくらクリニック 事務局", "jimu@clinic.example")], "さくらクリニック 御中", "", GREETING)],
];

describe("everyday mail", () => {
  it.each(EVERYDAY)("%s is neither held nor called misdirected", async (_what, message) => {
    const { result, verdict } = await scanMail(message);
    expect(result.findings.filter(({ detector, severity }) => severity !== "info" && /^(?:recipient|addressee|misdirected)/u.test(detector)).map(({ detector, code }) => `${detector}/${code}`)).toEqual([]);
    expect(["pass", "warn"]).toContain(verdict.level);
  });
});
