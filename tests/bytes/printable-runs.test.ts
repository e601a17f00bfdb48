import { describe, expect, it } from "vitest";
import { printableRuns } from "../../src/bytes/printable-runs.js";

const wide = (text: string): Buffer => Buffer.from(text, "utf16le");

describe("printableRuns", () => {
  it.each<[string, Buffer, string]>([
    ["ASCII", Buffer.from("\0\0name.txt\0\0"), "name.txt"],
    ["UTF-16 to the last byte", wide("佐藤花子"), "佐藤花子"],
    ["UTF-16 at an odd offset", Buffer.concat([Buffer.from([1]), wide("佐藤花子")]), "佐藤花子"],
    ["several, one a line", Buffer.concat([wide("佐藤花子\0"), wide("テスト株式会社\0")]), "佐藤花子\nテスト株式会社"],
    ["nothing from fewer than four characters", wide("佐藤\0"), ""],
    ["nothing from zeros", Buffer.alloc(100), ""],
  ])("reads %s", (_, bytes, expected) => {
    expect(printableRuns(bytes)).toBe(expected);
  });

  it("reads a name whose every ideograph is also a pair of ASCII letters", () => {
    expect(printableRuns(wide("田中幸子\0")).split("\n")).toContain("田中幸子");
  });

  it.each(["Administration", "the file could not be opened because it is damaged", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "C:\\Program Files\\Common Files\\System\\ado", "0123456789abcdef"])("does not read ASCII once more as ideographs: %s", (text) => {
    expect(printableRuns(Buffer.from(text))).toBe(text);
  });

  it("does not take ideographs for text that nobody in Japan uses in a row", () => {
    expect(printableRuns(wide("\u5e06\u8084\u6016\u9884\u4fff"))).toBe("");
  });
});
