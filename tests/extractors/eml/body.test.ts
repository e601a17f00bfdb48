import { describe, expect, it } from "vitest";
import { base64, encodedWord, mail, multipart } from "../../support/mail.js";
import { encode } from "../../support/encode.js";
import { type Given, readMessage } from "../../support/message.js";

const bodyOf = async (bytes: Uint8Array, given?: Given): Promise<string> => (await readMessage(bytes, given)).message.body;
const subjectOf = async (...fields: [string, string][]): Promise<string> => (await readMessage(mail(fields))).message.subject;
const text = (charset: string, encoding = "8bit"): [string, string][] => [["Content-Type", `text/plain; charset=${charset}`], ["Content-Transfer-Encoding", encoding]];

describe("a message's subject", () => {
  it.each<[string, [string, string][], string]>([
    ["as written", [["Subject", "Hello"]], "Hello"],
    ["in encoded words", [["Subject", encodedWord("患者会のお知らせ", "iso-2022-jp")]], "患者会のお知らせ"],
    ["said twice: both, since some reader shows either", [["Subject", "one"], ["Subject", "two"]], "one\ntwo"],
    ["absent", [["To", "a@partner.example"]], ""],
  ])("%s", async (_how, fields, expected) => {
    expect(await subjectOf(...fields)).toBe(expected);
  });
});

describe("a message's body", () => {
  it.each<[string, Uint8Array, string]>([
    ["in UTF-8", mail(text("utf-8"), "佐藤様\r\n"), "佐藤様\r\n"],
    ["in ISO-2022-JP", mail(text("iso-2022-jp", "7bit"), encode("佐藤様", "iso-2022-jp")), "佐藤様"],
    ["in Base64", mail(text("utf-8", "base64"), base64(Buffer.from("佐藤様"))), "佐藤様"],
    ["in HTML, as lines", mail([["Content-Type", "text/html; charset=utf-8"]], "<style>p{}</style><p>佐藤&nbsp;様</p><div>本文</div>"), "\n佐藤 様\n\n本文\n"],
    ["in two parts, in their order", mail([["Content-Type", "multipart/mixed; boundary=b"]], multipart("b", [{ fields: text("utf-8"), body: "佐藤様" }, { fields: text("utf-8"), body: "追伸" }])), "佐藤様\n追伸"],
    ["without its attachments", mail([["Content-Type", "multipart/mixed; boundary=b"]], multipart("b", [{ fields: [...text("utf-8"), ["Content-Disposition", "attachment; filename=a.txt"]], body: "佐藤様" }, { fields: text("utf-8"), body: "本文" }])), "本文"],
  ])("%s", async (_how, bytes, expected) => {
    expect(await bodyOf(bytes)).toBe(expected);
  });

  it("is left out of messages inside others, which nobody is about to send", async () => {
    expect(await bodyOf(mail(text("utf-8"), "佐藤様"), { at: [{ kind: "file", path: "a.eml" }, { kind: "part", path: "2" }] })).toBe("");
  });

  it("is cut where it is longer than is searched", async () => {
    expect((await bodyOf(mail(text("utf-8"), "a\n".repeat(3 * 2 ** 20)))).length).toBe(4 * 2 ** 20);
  });
});
