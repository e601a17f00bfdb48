/** Leaks that a mail program shows plainly and that a scanner of letters does not see. All people are invented. */
import { describe, expect, it } from "vitest";
import { scanMail } from "../../src/index.js";
import { encodedWord, envelopeFields, type Field, mail, multipart, notice, PLAIN_UTF8 } from "../support/mail.js";
import { inventPeople } from "../support/people.js";

const PEOPLE = inventPeople(8);
const LINES = PEOPLE.map(({ name, address, phone }) => `${name} ${address} ${phone}`);
const TO: Field = ["To", "reception@partner.example"];
const HTML: readonly Field[] = [["MIME-Version", "1.0"], ["Content-Type", "text/html; charset=utf-8"], ["Content-Transfer-Encoding", "8bit"]];
const FLOWED: readonly Field[] = [["MIME-Version", "1.0"], ["Content-Type", "text/plain; charset=utf-8; format=flowed; delsp=yes"], ["Content-Transfer-Encoding", "8bit"]];
const turned = (line: string): string => Array.from(line).reverse().join("");
const shifted = (line: string, zero: number): string => line.replace(/\d/gu, (digit) => String.fromCodePoint(zero + Number(digit)));
const page = (lines: readonly string[]): Buffer => mail([...envelopeFields(), TO, ...HTML], `<html><body><p>${lines.join("<br>")}</p></body></html>`);
const signed = (fields: readonly Field[]): Buffer => {
  const inner = multipart("z", [{ fields: PLAIN_UTF8, body: "本文" }]);
  const outer = multipart("q", [{ fields: [["Content-Type", 'multipart/mixed; boundary="z"; protected-headers="v1"'], ...fields], body: inner }]);
  return mail([...envelopeFields(), TO, ["MIME-Version", "1.0"], ["Content-Type", 'multipart/signed; protocol="application/pgp-signature"; boundary="q"']], outer);
};

describe("people that every reader sees", () => {
  it.each<[string, Buffer]>([
    ["as they are", notice([TO], LINES.join("\r\n"))],
    ["written from the end, with a sign that turns them round", notice([TO], LINES.map((line) => `\u202e${turned(line)}\u202c`).join("\r\n"))],
    ["turned round by an element", page(LINES.map((line) => `<bdo dir="rtl">${turned(line)}</bdo>`))],
    ["turned round by a style", page(LINES.map((line) => `<span style="unicode-bidi:bidi-override;direction:rtl">${turned(line)}</span>`))],
    ["in bold digits", notice([TO], LINES.map((line) => shifted(line, 0x1d7ce)).join("\r\n"))],
    ["in Arabic digits", notice([TO], LINES.map((line) => shifted(line, 0x660)).join("\r\n"))],
    ["in quoted lines that flow", mail([...envelopeFields(), TO, ...FLOWED], LINES.map((line) => (line.match(/.{1,7}/gu) ?? []).map((piece) => `> ${piece}`).join(" \r\n")).join("\r\n"))],
    ["with the reading above each sign of a name", page(PEOPLE.map(({ name, address, phone }) => `<ruby>${Array.from(name, (sign) => `${sign}<rt>あ</rt>`).join("")}</ruby> ${address} ${phone}`))],
    ["in frames of a layout", page([`<table>${PEOPLE.map(({ name, address, phone }) => `<tr>${[name, address, phone].map((value) => `<td><table><tr><td>${value}</td></tr></table></td>`).join("")}</tr>`).join("")}</table>`])],
    ["in quoted lines that were broken", notice([TO], PEOPLE.map(({ name, address, phone }) => `> > ${name} ${address.slice(0, 6)}\r\n> > ${address.slice(6)} ${phone}`).join("\r\n> >\r\n"))],
    ["as numbered characters", notice([TO], LINES.map((line) => Array.from(line, (char) => `&#${char.codePointAt(0) ?? 0};`).join("")).join("\r\n"))],
    ["in a subject inside a signature", signed([["Subject", encodedWord(LINES.join(" / "))]])],
  ])("are found %s", async (_name, bytes) => {
    const { result, verdict } = await scanMail(bytes);
    expect(result.people).toBe(PEOPLE.length);
    expect(verdict.level).toBe("hold");
  });
});

describe("what is no leak", () => {
  it.each<[string, Buffer]>([
    ["a signed message that says its header twice", signed([...envelopeFields(), TO])],
    ["a quoted message that flows", mail([...envelopeFields(), TO, ...FLOWED], "> 資料を \r\n> お送りします。\r\n>> ご確認 \r\n>> ください。\r\n承知しました。\r\n")],
    ["Hebrew with its marks", notice([TO], "\u202bשלום רב\u202c, \u200fתודה\u200f\r\n")],
  ])("passes: %s", async (_name, bytes) => {
    const { result, verdict } = await scanMail(bytes);
    expect([result.people, verdict.level]).toEqual([0, "pass"]);
  });
});
