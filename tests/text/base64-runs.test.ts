import { describe, expect, it } from "vitest";
import { encodedFiles } from "../../src/text/base64-runs.js";

const runsIn = (text: string): string[] =>
  [...encodedFiles({ kind: "text", text, layout: "prose", place: () => ({ at: [] }) })].map(({ bytes }) => Buffer.from(bytes).toString());
const body = (text: string): string => Buffer.from(text).toString("base64").replace(/.{76}/gu, "$&\r\n");

describe("files written as Base64", () => {
  const record = "氏名 佐藤花子 電話 090-1234-5678 ".repeat(10);
  it.each([
    ["a text", record],
    ["a text of one digit", "1".repeat(200)],
    ["a text of two digits", "10".repeat(100)],
  ])("are found: %s", (_, text) => {
    expect(runsIn(`See below.\r\n\r\n${body(text)}\r\n`)).toEqual([text]);
  });

  it.each([
    ["rows of X", "X"],
    ["rules of hyphens", "-"],
    ["rules of underscores and hyphens", "_-"],
  ])("are not rows of ornaments: %s", (_, letters) => {
    expect(runsIn(`${letters.repeat(80).slice(0, 72)}\r\n`.repeat(60))).toEqual([]);
  });
});
