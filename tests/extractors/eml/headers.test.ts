import { describe, expect, it } from "vitest";
import { Unreadable } from "../../../src/errors.js";
import { decodeWords, isAllEncoded } from "../../../src/extractors/eml/encoded-words.js";
import { MAX_HEADER_BYTES, readHeaders } from "../../../src/extractors/eml/headers.js";
import { parseStructured } from "../../../src/extractors/eml/parameters.js";
import { encode } from "../../support/encode.js";
import { encodedWord } from "../../support/mail.js";
import { countSteps } from "../../support/steps.js";

const fields = (header: string | Uint8Array): string[] => readHeaders(Buffer.from(header)).fields.map(({ name, value }) => `${name}=${value}`);

describe("header blocks", () => {
  it.each<[string, string, string[], string]>([
    ["CRLF", "To: a\r\nCc: b\r\n\r\nbody", ["To=a", "Cc=b"], "body"],
    ["LF", "To: a\nCc: b\n\nbody", ["To=a", "Cc=b"], "body"],
    ["CR", "To: a\rCc: b\r\rbody", ["To=a", "Cc=b"], "body"],
    ["a mix", "To: a\nCc: b\r\nSubject: c\r\r\nbody", ["To=a", "Cc=b", "Subject=c"], "body"],
    ["folding by blanks and tabs", "To: a,\r\n b,\r\n\tc\r\n\r\nx", ["To=a, b,\tc"], "x"],
    ["folding right after the name", "Subject:\r\n long\r\n\r\nx", ["Subject=long"], "x"],
    ["a line of blanks inside a field", "To: a,\r\n \r\n b\r\nCc: c\r\n\r\nx", ["To=a,  b", "Cc=c"], "x"],
    ["no blank at all after the colon", "To:a\n\nx", ["To=a"], "x"],
    ["blanks before the colon", "To : a\nCc\t: b\n\nx", ["To=a", "Cc=b"], "x"],
    ["an mbox line", "From a@x Mon Jan  1 00:00:00 2024\nTo: a\n\nx", ["To=a"], "x"],
    ["an escaped mbox line", ">From a@x Mon Jan  1 00:00:00 2024\nTo: a\n\nx", ["To=a"], "x"],
    ["nulls in name and value", "T\0o: a\0b\n\nx", ["To=ab"], "x"],
    ["no body", "To: a\r\nCc: b", ["To=a", "Cc=b"], ""],
    ["nothing", "", [], ""],
    ["a body that begins without a blank line", "To: a\nContent-Type: text/plain\nHello there\nand more: text\n\nrest", ["To=a", "Content-Type=text/plain"], "Hello there\nand more: text\n\nrest"],
    ["the same name twice", "To: a\nTo: b\n\nx", ["To=a", "To=b"], "x"],
    ["any case", "tO: a\nMESSAGE-ID: b\n\nx", ["tO=a", "MESSAGE-ID=b"], "x"],
  ])("are read with %s", (_name, header, expected, body) => {
    expect(fields(header)).toEqual(expected);
    expect(header.slice(readHeaders(Buffer.from(header)).bodyStart)).toBe(body);
  });

  it("go on past a line that is no field where known fields follow, and keep the line", () => {
    const block = readHeaders(Buffer.from("To: a\nstray words\nBcc: b\n\nx"));
    expect(block.fields.map(({ name }) => name)).toEqual(["To", "Bcc"]);
    expect(block.strayLines.map(({ text }) => text)).toEqual(["stray words"]);
  });

  it.each(["utf-8", "iso-2022-jp", "shift_jis", "euc-jp"] as const)("hold raw %s, whose bytes include commas, quotes and brackets", (charset) => {
    const value = "表示、構造 <a@x.example>, 予約 <b@y.example>, 佐藤花子様 <c@z.example>";
    expect(fields(Buffer.concat([Buffer.from("To: "), encode(value, charset), Buffer.from("\r\n\r\n")]))).toEqual([`To=${value}`]);
  });

  it("of 100,000 fields are read", () => {
    expect(readHeaders(Buffer.from("X: y\r\n".repeat(100_000))).fields).toHaveLength(100_000);
  });

  it("stop at the limit with a reason", () => {
    expect(() => readHeaders(Buffer.alloc(MAX_HEADER_BYTES + 100, "a: b\n"))).toThrow(Unreadable);
  });
});

describe("encoded words", () => {
  it.each([
    ["B", "=?UTF-8?B?5L2Q6Jek?=", "佐藤"],
    ["Q", "=?utf-8?q?=E4=BD=90_=E8=97=A4?=", "佐 藤"],
    ["ISO-2022-JP", encodedWord("佐藤花子", "iso-2022-jp"), "佐藤花子"],
    ["half-width kana in ISO-2022-JP", "=?ISO-2022-JP?B?GyhJMTIbKEI=?=", "ｱｲ"],
    ["vendor characters in ISO-2022-JP", "=?ISO-2022-JP?B?GyRCLSEbKEI=?=", "①"],
    ["EUC-JP in Q", encodedWord("予約", "euc-jp", "Q"), "予約"],
    ["a character split between two words", "=?UTF-8?B?5L2Q6A==?= =?UTF-8?B?l6Q=?=", "佐藤"],
    ["an escape state split between two words", "=?ISO-2022-JP?B?GyRCOjQ=?=\r\n =?ISO-2022-JP?B?RiMbKEI=?=", "佐藤"],
    ["a shift that is not undone", "=?ISO-2022-JP?B?GyRCOjRGIw==?=", "佐藤"],
    ["blanks between words dropped, others kept", "a =?UTF-8?Q?b?= =?UTF-8?Q?c?= d", "a bc d"],
    ["words of different charsets", "=?UTF-8?B?5L2Q?= =?ISO-2022-JP?B?GyRCRiMbKEI=?=", "佐藤"],
    ["touching text", "x=?UTF-8?Q?b?=y", "xby"],
    ["no padding", "=?UTF-8?B?5L2Q6JekIQ?=", "佐藤!"],
    ["a language", "=?utf-8*ja?B?5L2Q?=", "佐"],
    ["blanks inside a Q word", "=?UTF-8?Q?a b?=", "a b"],
    ["a wrong label over UTF-8", "=?us-ascii?B?5L2Q6Jek6Iqx5a2Q?=", "佐藤花子"],
    ["UTF-7", "=?utf-7?Q?+T1KF5A-?=", "\u4f52\u85e4"],
    ["an unknown charset over ASCII", "=?x-none?Q?abc?=", "abc"],
    ["none", "plain =? text ?= here", "plain =? text ?= here"],
    ["an unknown encoding", "=?UTF-8?X?abc?=", "=?UTF-8?X?abc?="],
    ["one never closed", "=?UTF-8?B?5L2Q", "=?UTF-8?B?5L2Q"],
  ])("are decoded: %s", (_name, value, expected) => {
    expect(decodeWords(value)).toBe(expected);
  });

  it("are told from other text", () => {
    expect(isAllEncoded("=?UTF-8?B?5L2Q?= =?UTF-8?B?5L2Q?=")).toBe(true);
    expect(isAllEncoded("x =?UTF-8?B?5L2Q?=")).toBe(false);
    expect(isAllEncoded("")).toBe(false);
  });

  it.each(["=?", "=?a?b?", "=?a?b?c", "?=", "=?utf-8?q?", "=?utf-8?q?a?= "])("take twice the steps for twice as many %j", (unit) => {
    const steps = (times: number): number => countSteps(() => decodeWords(unit.repeat(times)));
    expect(steps(20_000)).toBeLessThan(2.3 * steps(10_000) + 1000);
    expect(decodeWords(unit.repeat(200_000))).toBeTypeOf("string");
  });
});

describe("parameters", () => {
  const read = (field: string): [string, Record<string, string>] => {
    const { value, parameters } = parseStructured(field);
    return [value, Object.fromEntries(parameters)];
  };
  it.each<[string, string, [string, Record<string, string>]]>([
    ["plain", "text/plain; charset=UTF-8", ["text/plain", { charset: "UTF-8" }]],
    ["quoted, with a semicolon", 'multipart/mixed; boundary="a;b"; x=y', ["multipart/mixed", { boundary: "a;b", x: "y" }]],
    ["escapes", 'a/b; name="a\\"b"', ["a/b", { name: 'a"b' }]],
    ["comments", "text/plain (comment; x=y); charset=utf-8 (more)", ["text/plain", { charset: "utf-8" }]],
    ["parentheses in an unquoted name", "a/b; name=report(1).xlsx", ["a/b", { name: "report(1).xlsx" }]],
    ["RFC 2231 with a charset", "attachment; filename*=UTF-8''%E4%BD%90%E8%97%A4.xlsx", ["attachment", { filename: "佐藤.xlsx" }]],
    ["RFC 2231 in ISO-2022-JP", "attachment; filename*=iso-2022-jp''%1B%24B%3A4F%23%1B%28B.txt", ["attachment", { filename: "佐藤.txt" }]],
    ["RFC 2231 in pieces, out of order", "attachment; filename*1=\"b.xlsx\"; filename*0*=utf-8''%E4%BD%90", ["attachment", { filename: "佐b.xlsx" }]],
    ["encoded words where they must not be", 'attachment; filename="=?UTF-8?B?5L2Q6Jek?=.xlsx"', ["attachment", { filename: "佐藤.xlsx" }]],
    ["a quote never closed", 'a/b; name="x; charset=utf-8', ["a/b", { name: "x", charset: "utf-8" }]],
    ["upper case", "TEXT/HTML; CHARSET=x", ["text/html", { charset: "x" }]],
    ["nothing", "", ["", {}]],
  ])("%s", (_name, field, expected) => {
    expect(read(field)).toEqual(expected);
  });

  it("keeps the first of a name and tells of the others", () => {
    const { parameters, repeated } = parseStructured("multipart/mixed; boundary=a; boundary=b");
    expect(parameters.get("boundary")).toBe("a");
    expect(repeated).toEqual([["boundary", "b"]]);
  });

  it.each(['"', "(", ";", "=", ";a=", '"\\', ';a*0="', ";a*1=b", "a/b;x=("])("takes twice the steps for twice as many %j", (unit) => {
    const steps = (times: number): number => countSteps(() => parseStructured(unit.repeat(times)));
    steps(10);
    expect(steps(8000)).toBeLessThan(2.4 * steps(4000) + 2000);
  });
});
