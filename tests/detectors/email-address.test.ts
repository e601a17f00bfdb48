import { describe, expect, it } from "vitest";
import { emailAddress } from "../../detectors/email-address.js";
import { detectText, markFound } from "../support/detect-text.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(emailAddress);

describe("email-address: where an address ends", () => {
  it.each([
    ["touching Japanese on both sides", "メールは«taro@provider.example»までお願いします"],
    ["touching a Japanese domain's own end", "宛先は«taro@日本語.jp»です"],
    ["before a full stop", "Write to «taro@provider.example». Thanks"],
    ["before a full stop without a space", "«taro@provider.example».次に"],
    ["in full-width characters", "送信先：«ｔａｒｏ＠ｐｒｏｖｉｄｅｒ．ｅｘａｍｐｌｅ»（必須）"],
    ["a hyphen or dot behind the domain", "«taro@provider.example»-- «taro@provider.example»..."],
    ["a carrier's forbidden dots", "携帯:«a..b.@docomo.ne.jp»"],
    ["dots before it that lead the eye", "....«taro@provider.example»"],
    ["an apostrophe that quotes", "'«taro@provider.example»'"],
    ["an apostrophe in a name", "to «o'neill@provider.example» now"],
    ["inside a query", "?a=1&to=«taro@provider.example»&b=2"],
    ["several in one header", "To: «a1@provider.example», \"B\" <«b2@provider.example»>;«c3@provider.example»"],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(emailAddress, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
});

describe("email-address: confidence and value", () => {
  const sure = (text: string): number => detectText(emailAddress, text)[0]?.confidence ?? 0;
  it.each([
    ["a person's", "taro.sato@provider.example", 0.9, 1],
    ["a function's", "info@provider.example", 0.2, 0.4],
    ["a function's with separators", "no-reply@provider.example", 0.2, 0.4],
    ["a function's with a number", "support2@provider.example", 0.2, 0.4],
    ["one of the documentation domains", "taro@example.com", 0.2, 0.4],
    ["under a reserved top-level domain", "taro@host.test", 0.2, 0.4],
    ["a top-level domain that does not exist", "taro@provider.exampel", 0.1, 0.3],
    ["the ending of a file", "logo@2x.png", 0, 0],
    ["a message's identifier", "<20240103120000.1A2B3C@mail.provider.example>", 0.05, 0.2],
    ["a person's in angle brackets", "<taro.sato@provider.example>", 0.9, 1],
  ])("is what it should be for %s", (_case, text, low, high) => {
    expect(sure(text)).toBeGreaterThanOrEqual(low);
    expect(sure(text)).toBeLessThanOrEqual(high);
  });
  it("knows an address again in another case and width", () => {
    const values = ["Taro@Provider.Example", "ｔａｒｏ@provider.example"].map((text) => detectText(emailAddress, text)[0]?.value);
    expect(new Set(values)).toEqual(new Set(["taro@provider.example"]));
  });
  it("allows 64 characters before the @ and refuses 65", () => {
    expect(sure(`${"a".repeat(64)}@provider.example`)).toBeGreaterThan(0.9);
    expect(sure(`${"a".repeat(65)}@provider.example`)).toBe(0);
  });
  it("finds nothing in 200 KB of base64 with an @ in it, where the textbook pattern takes minutes", () => {
    const base64 = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo0NTY3ODk".repeat(2500);
    expect(detectText(emailAddress, `${base64}@${base64}`)).toEqual([]);
  });
});

describe("email-address: departments' mailboxes", () => {
  const contact = (local: string, before = "都市計画課\n電話：087-812-0123\nメール："): number =>
    detectText(emailAddress, `${before}${local}`).filter(({ confidence }) => confidence >= 0.5).length;
  it.each(["toshikei@city.example", "gakkou-nyuugaku@city.example", "bousai@city.example"])("takes %s below a department's name for its mailbox", (address) => {
    expect(contact(address)).toBe(0);
  });
  it.each([
    "sato@city.example", "h-sato@city.example", "hsato@city.example", "hanako.sato@city.example", "hanakosato@city.example", "satohanako@city.example", "smith@city.example", "ai@city.example",
    "toshikei7@city.example", "toshikei@gmail.com",
  ])("takes %s for a person's at the same place", (address) => {
    expect(contact(address)).toBe(1);
  });
  it("takes a word that says nothing for a person's where no department stands before it", () => {
    expect(contact("toshikei@city.example", "緊急のときは ")).toBe(1);
  });
});

describe("email-address: authors", () => {
  it.each([
    " * @author Hanako Sato <hanako@provider.example>",
    "Copyright (c) 2024 Hanako Sato <hanako@provider.example>",
    "Signed-off-by: Hanako Sato <hanako@provider.example>",
    "# Author: Hanako Sato <hanako@provider.example> (https://provider.example)",
  ])("lets %s pass", (line) => {
    expect(markFound(emailAddress, line)).toBe(line);
  });
  it.each([
    "Copyright (c) 2024 Sanuki Corp.\nCustomer: «hanako@provider.example»",
    "Authorization granted to «hanako@provider.example»",
    "作成者：«hanako@provider.example»",
    // One record of a forum's dump, as the JSON extractor shows it.
    "author: «hanako@provider.example»",
  ])("takes %s for what it is", (line) => {
    expect(markFound(emailAddress, line.replaceAll(/[«»]/gu, ""))).toBe(line);
  });
});
