/** Mail that every office sends all day: none of it may be held. */
import { describe, expect, it } from "vitest";
import type { VerdictLevel } from "../src/contract.js";
import { scanMail } from "../src/index.js";
import { addressList, addressesOf, attachment, encodedWord, envelopeFields, type Field, mail, multipart, namedAddresses, notice, PLAIN_UTF8 } from "./support/mail.js";
import { inventPeople } from "./support/people.js";
import { formWorkbook } from "./support/workbook.js";

const [sender, customer, ...others] = inventPeople(12);
const OFFICE = `${encodedWord(`${sender.surname} ${sender.given}`)} <${sender.romaji.split(" ")[0].toLowerCase()}@office.example>`;
const lines = (...all: string[]): string => `${all.join("\r\n")}\r\n`;
const message = (subject: string, fields: readonly Field[], body: string): Buffer => mail([...envelopeFields(subject, "office <office@office.example>").filter(([name]) => name !== "From"), ["From", OFFICE], ...fields, ...PLAIN_UTF8], body);

const SIGNATURE = lines(
  "--",
  "━━━━━━━━━━━━━━━━━━━━━━",
  "さぬき事務機株式会社　営業部 第一課",
  `　${sender.surname} ${sender.given}（${sender.kana}）`,
  "　〒760-0017 香川県高松市番町1丁目2番3号 番町ビル4F",
  "　TEL 087-812-0001（代表）／ FAX 087-812-0002",
  `　携帯 ${sender.phone}`,
  `　E-mail ${sender.romaji.split(" ")[0].toLowerCase()}@office.example`,
  "━━━━━━━━━━━━━━━━━━━━━━",
);
const quoted = (depth: number, ...body: string[]): string => lines(...body.map((line) => `${"> ".repeat(depth)}${line}`));

const MESSAGES: readonly (readonly [kind: string, message: Buffer, atMost: VerdictLevel])[] = [
  ["a letter with a signature block", message("お打ち合わせの件", [["To", customer.email]], lines(`株式会社やしま　${customer.surname} 様`, "", "いつもお世話になっております。さぬき事務機の営業担当です。", "先日はお時間をいただき、ありがとうございました。見積書は来週お送りします。", "") + SIGNATURE), "pass"],
  ["an invitation to five people, named and addressed", message("定例会のご案内", [["To", addressList(namedAddresses(5, "utf-8", 2))]], lines(...others.slice(0, 5).map(({ surname }) => `${surname} 様`), "", "来週の定例会は 4月12日（金）10時から 3階 会議室A で行います。", "資料は当日お配りします。") + SIGNATURE), "pass"],
  ["a newsletter by Bcc", notice([["To", "undisclosed-recipients:;"], ["Bcc", addressList(addressesOf(300))]]), "pass"],
  ["a newsletter whose recipients only the envelope knows", notice([["To", "card@shop.example"]]), "pass"],
  ["an order confirmation with the customer's own address and telephone", message("【ご注文確認】ご注文ありがとうございます", [["To", customer.email]], lines(`${customer.name} 様`, "", "ご注文ありがとうございます。", "注文番号：240401-0012345", "商品：讃岐うどん 5人前 ×2　2,160円", "", "■お届け先", `〒${customer.postalCode} ${customer.address}`, `${customer.name} 様　TEL ${customer.phone}`, "", "■お支払い　代金引換　合計 2,980円")), "pass"],
  ["a reply on top of a long quoted thread", message("Re: Re: 納期について", [["To", addressList(namedAddresses(2, "utf-8", 1))], ["In-Reply-To", "<1@office.example>"], ["References", "<0@office.example> <1@office.example>"]], lines(`${customer.surname} 様`, "承知しました。15日着で手配します。", "") + SIGNATURE + lines("", `2024年4月1日(月) 9:15 ${customer.surname} ${customer.given} <${customer.email}>:`) + quoted(1, "お世話になっております。", "納期は15日でお願いできますでしょうか。", customer.surname, "") + quoted(2, `On Fri, Mar 29, 2024 ${sender.romaji} wrote:`, `${customer.surname} 様`, "在庫を確認し、折り返しご連絡します。", ...SIGNATURE.trimEnd().split("\r\n"))), "pass"],
  ["an out-of-office reply", message("不在のお知らせ: お打ち合わせの件", [["To", customer.email], ["Auto-Submitted", "auto-replied"], ["In-Reply-To", "<9@provider.example>"]], lines("4月1日から5日まで休暇をいただいております。", "お急ぎの方は、営業部 第一課（087-812-0001）までご連絡ください。", "メールは8日（月）以降に拝見します。")), "pass"],
  ["a blank form attached", mail([...envelopeFields("申請書の様式"), ["To", customer.email], ["MIME-Version", "1.0"], ["Content-Type", 'multipart/mixed; boundary="b"']], multipart("b", [{ fields: PLAIN_UTF8.slice(1), body: lines(`${customer.surname} 様`, "様式をお送りします。ご記入のうえご返送ください。") }, attachment("form.xlsx", await formWorkbook({ people: 0 }))])), "pass"],
  ["an enquiry about oneself", message("講座の申し込み", [["To", "info@city.example"]], lines("春の陶芸講座に申し込みます。", `氏名：${sender.name}`, `住所：${sender.address}`, `電話：${sender.phone}`, `生年月日：${sender.birthDate}`)), "warn"],
  ["minutes to those who attended", message("議事メモ（4/1）", [["To", addressList(namedAddresses(4, "utf-8", 2))]], lines("本日の打ち合わせの議事メモです。", `出席：${others.slice(0, 4).map(({ surname }) => `${surname}さん`).join("、")}`, "・仕様は案Bで進める（4/15 まで）", "・見積りは次回までに営業部で用意する", "・テスト環境 http://192.168.1.20:8080/ は月末まで") + SIGNATURE), "pass"],
  ["an English note with a signature", mail([["Date", "Mon, 1 Apr 2024 10:00:00 +0900"], ["From", "Hanako Sato <hanako@office.example>"], ["To", "Ken Tanaka <ken@partner.example>"], ["Subject", "Re: Quotation"], ...PLAIN_UTF8], lines("Dear Ken,", "", "Thank you for your message. The quotation is attached below; delivery takes 10 days.", "", "Best regards,", "Hanako Sato", "Sales Manager, Sanuki Office Machines", "Phone +81-87-812-0001 | Mobile +81-90-1234-5670")), "pass"],
];

const ORDER: readonly VerdictLevel[] = ["pass", "warn", "hold", "block"];

describe("everyday mail is not held", () => {
  it.each(MESSAGES)("%s", async (_kind, bytes, atMost) => {
    const { verdict, result } = await scanMail(bytes);
    expect(ORDER.slice(0, ORDER.indexOf(atMost) + 1), JSON.stringify(verdict.reasons)).toContain(verdict.level);
    expect(result.unscanned).toEqual([]);
  });
});
