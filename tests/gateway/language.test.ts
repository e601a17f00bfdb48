import { expect, it } from "vitest";
import { senderLanguage } from "../../src/gateway/language.js";
import { encode } from "../support/encode.js";
import { encodedWord, type Field, mail, PLAIN_UTF8 } from "../support/mail.js";

const FROM: Field = ["From", "Office <office@shop.example>"];
const MESSAGES: readonly (readonly [language: "en" | "ja", what: string, message: Buffer])[] = [
  ["ja", "a body in UTF-8", mail([FROM, ["Subject", "Notice"], ...PLAIN_UTF8], "お知らせです\r\n")],
  ["ja", "a subject in an encoded word above a body in Base64", mail([FROM, ["Subject", encodedWord("議事録の送付")], ["Content-Transfer-Encoding", "base64"]], "AAAA\r\n")],
  ["ja", "a sender's name", mail([["From", `${encodedWord("佐藤花子")} <office@shop.example>`]], "Hi\r\n")],
  ["ja", "ISO-2022-JP", mail([FROM, ["Content-Type", "text/plain; charset=iso-2022-jp"]], "\x1b$B$3$s\x1b(B\r\n")],
  ["ja", "Shift_JIS", mail([FROM, ["Content-Type", 'text/plain; charset="Shift_JIS"']], encode("お知らせ", "shift_jis"))],
  ["ja", "what Content-Language says", mail([FROM, ["Content-Language", "ja-JP"]], "Hi\r\n")],
  ["en", "plain English", mail([FROM, ["Subject", "Notice"]], "Hi\r\n")],
  ["en", "French", mail([FROM, ...PLAIN_UTF8], "Voilà\r\n")],
  ["en", "Chinese in its own charset", mail([FROM, ["Subject", "=?gb2312?B?u+HS6Q==?="], ["Content-Type", "text/plain; charset=gb2312"]], "Hi\r\n")],
  ["en", "nothing at all", Buffer.alloc(0)],
];
it.each(MESSAGES)("replies in %s to %s", (language, _, message) => {
  expect(senderLanguage(message)).toBe(language);
});
