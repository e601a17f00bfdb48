import { describe, expect, it } from "vitest";
import { userId } from "../../detectors/user-id.js";
import { createLinter } from "../../src/index.js";
import { detectText, markFound } from "../support/detect-text.js";
import { codeText } from "../support/generated-text.js";
import { inventPerson } from "../support/people.js";
import { describeTextDetector } from "../support/text-detector-suite.js";

describeTextDetector(userId);

const linter = createLinter();
const { name, email } = inventPerson(5);
const found = (text: string): string[] => [...linter.findEntities(text)].filter(({ entity }) => entity === "user-id").map(({ start, end }) => text.slice(start, end));

describe("user-id: where it begins and ends", () => {
  it.each([
    ["letters and groups", "お客様番号：«1029-3847-56»　様"],
    ["in Japanese brackets", "アカウント名「«hanako-s»」"],
    ["behind No.", "会員番号 No.«10293» です"],
    ["in JSON", '{"memberId": "«A-10293»", "x": 1}'],
    ["before a full stop", "User name: «ksato2»."],
  ])("is exact: %s", (_case, marked) => {
    expect(markFound(userId, marked.replaceAll(/[«»]/gu, ""))).toBe(marked);
  });
  it("is one value with and without its hyphens", () => {
    const values = ["会員番号 1029-3847", "会員番号 10293847"].map((text) => detectText(userId, text)[0]?.value);
    expect(new Set(values)).toEqual(new Set(["10293847"]));
  });
});

describe("user-id: beside somebody only", () => {
  it.each([
    ["a name", `社員番号：200512　${name}`, ["200512"]],
    ["a mail address", `"userId": "u-10293", "email": "${email}"`, ["u-10293"]],
    ["a password", "ID：hanako28\nパスワード：sakura2391", ["hanako28"]],
  ])("is found beside %s", (_case, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
  it.each([
    ["in a log", "2026-04-01 GET /items userId=10293 200"],
    ["in code", 'const user = { userId: 10293, role: "editor" };'],
    ["in a manual", "ログインID：k.sato のように入力します。"],
    ["a short label beside a name", `ID: 10293 ${name}`],
  ])("is not found %s", (_case, text) => {
    expect(found(text)).toEqual([]);
  });
  it("is none in a million characters of code", () => {
    expect(detectText(userId, codeText(1_000_000))).toEqual([]);
  });
});
