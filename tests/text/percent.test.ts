/** Percent-encoded text and `data:` URLs are read as what they mean, and found where they stand. */
import { describe, expect, it } from "vitest";
import type { TextSegment } from "../../src/contract.js";
import { createLinter } from "../../src/index.js";
import { dataFiles } from "../../src/text/data-urls.js";
import { decodeEscapes } from "../../src/text/escapes.js";

const decodedText = (text: string): string => decodeEscapes(text)?.text ?? text;

describe("percent-encoded text", () => {
  it.each<[string, string]>([
    ["/f?name=%E4%BD%90%E8%97%A4%E8%8A%B1%E5%AD%90&n=1", "/f?name=佐藤花子&n=1"],
    ["/f?name=%e4%bd%90%e8%97%a4+%e8%8a%b1%e5%ad%90 HTTP/1.1", "/f?name=佐藤 花子 HTTP/1.1"],
    ["/f?name=%E4%BD%90%E8%97%A4%20%E8%8A%B1%E5%AD%90", "/f?name=佐藤 花子"],
    ["/f?mail=hanako.sato%40mail.test&x", "/f?mail=hanako.sato@mail.test&x"],
    // Shift_JIS, whose second bytes may be letters, and EUC-JP.
    ["?q=%8D%B2%93%A1%89%D4%8Eq&x=1", "?q=佐藤花子&x=1"],
    ["?q=%BA%B4%C6%A3%B2%D6%BB%D2", "?q=佐藤花子"],
    ["a %F0%A0%AE%B7%E7%94%B0 b", "a 𠮷田 b"],
  ])("of %s is read", (text, expected) => {
    expect(decodedText(text)).toBe(expected);
  });

  it.each(["100%", "50%40", "printf(\"%d%40s\")", "%E4", "%E4%BD", "%ff%fe%fd%fc%fb%fa", "a%20b%2Fc", "width:80%8C", "%99%98%97 %c3", "x%40y"])("%s stays as it is", (text) => {
    expect(decodedText(text)).toBe(text);
  });

  it("points to the place in the file", () => {
    const decoded = decodeEscapes("GET /?n=%E4%BD%90%E8%97%A4&t=1");
    expect(decoded?.text).toBe("GET /?n=佐藤&t=1");
    expect(decoded?.sourceOf({ start: 8, end: 10 })).toEqual({ start: 8, end: 26 });
    expect(decoded?.sourceOf({ start: 13, end: 14 })).toEqual({ start: 29, end: 30 });
  });

  it("is decoded in linear steps, whatever stands in it", () => {
    for (const piece of ["%E4", "%8D+", "%40", "%E4%BD%90+", "%8Dq", "data:,%"]) expect(decodedText(piece.repeat(20_000)).length).toBeGreaterThan(0);
  });
});

describe("a server's log", () => {
  it("shows whose name and mail address stand in its query strings, by line", async () => {
    const line = (name: string, mail: string): string => `192.0.2.1 - - [10/Oct/2025:13:55:36 +0900] "GET /form?name=${encodeURIComponent(name)}&email=${encodeURIComponent(mail)} HTTP/1.1" 200 2326\n`;
    const bytes = Buffer.from(line("佐藤花子", "hanako@sato-ya.jp") + line("鈴木一郎", "ichiro@suzuki-ya.jp"));
    const { reports } = await createLinter().scan({ name: "access.log", bytes });
    expect(reports[0].result.people).toBe(2);
    expect(reports[0].result.findings.map(({ detector, at }) => [detector, at[1]])).toEqual([
      ["person-name", expect.objectContaining({ kind: "span", line: 1 })],
      ["person-name", expect.objectContaining({ kind: "span", line: 2 })],
      ["email-address", expect.objectContaining({ kind: "span", line: 1 })],
      ["email-address", expect.objectContaining({ kind: "span", line: 2 })],
    ]);
  });
});

describe("a data: URL", () => {
  it.each<[string, number]>([["data:text/plain;base64,eWFtYWRhQHByb3ZpZGVyLnRlc3Q=", 1], ["data:;base64,eWFtYWRhQHByb3ZpZGVyLnRlc3Q=", 1], ["data:image/gif;base64,eWFtYWRhQHByb3ZpZGVyLnRlc3Q=", 0], ["data:text/plain;base64,eWFt", 0]])("%s of few bytes gives so many files: %i", (url, count) => {
    const segment: TextSegment = { kind: "text", text: `a { background: url(${url}) }`, layout: "prose", place: () => ({ at: [] }) };
    expect([...dataFiles(segment)].map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(Array.from({ length: count }, () => "yamada@provider.test"));
  });
  const csv = "氏名,住所,電話番号\n佐藤花子,東京都港区芝公園4-2-8,090-1234-5678\n鈴木一郎,大阪府大阪市北区梅田3-1-1,080-2345-6789\n";
  it.each<[string, string]>([
    ["page.html", `<!doctype html><html><body><a download href="data:text/csv;charset=utf-8,${encodeURIComponent(csv)}">list</a></body></html>`],
    ["page.html", `<!doctype html><html><body><a download href="data:text/csv;base64,${Buffer.from(csv).toString("base64")}">list</a></body></html>`],
    ["app.js", `const list = "data:text/csv,${encodeURIComponent(csv)}";\n`],
    ["style.css", `a { background: url('data:text/csv,${encodeURIComponent(csv)}') }\n`],
  ])("in %s is opened: %#", async (name, text) => {
    const { reports } = await createLinter().scan({ name, bytes: Buffer.from(text) });
    expect(reports[0].result.people).toBe(2);
    expect(reports[0].result.findings.map(({ detector, entities }) => [detector, entities["person-name"]])).toEqual([["personal-records", 2]]);
  });

  it("of a picture drawn as SVG passes", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M1 1h6v6H1z"/></svg>`;
    const { reports } = await createLinter().scan({ name: "style.css", bytes: Buffer.from(`a{background:url("data:image/svg+xml,${encodeURIComponent(svg)}")}`) });
    expect(reports[0].verdict.level).toBe("pass");
    expect(reports[0].result.unscanned).toEqual([]);
  });
});
