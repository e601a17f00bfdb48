import { describe, expect, it } from "vitest";
import type { RunEdges, TextCheck } from "../../src/contract.js";
import { matchRuns } from "../../src/text/runs.js";

const calledFor = (text: string, runs: RunEdges | undefined, others = 0): string[] => {
  const seen: string[] = [];
  const check: TextCheck<string> = { starts: ["latin", "kanji", "katakana", "digit"], ...(runs && { runs }), check: (given, start, end) => void seen.push(given.slice(start, end)) };
  const silent: TextCheck<string> = { starts: ["latin"], runs: { beginnings: ["zz"], endings: [] }, check: () => undefined };
  matchRuns(text, [...Array.from({ length: others }, () => ({ owner: 0, check: silent })), { owner: 1, check }]);
  return seen;
};

describe("runs that a check is called for", () => {
  const TEXT = "会員番号 員数 password Pass 本 籍 アクセスキー 12 z";
  it.each<[string, RunEdges | undefined, string[]]>([
    ["all without a filter", undefined, ["会員番号", "員数", "password", "Pass", "本", "籍", "アクセスキー", "12", "z"]],
    ["a beginning of two, case told apart", { beginnings: ["pa"], endings: [] }, ["password", "12"]],
    ["a beginning of one", { beginnings: ["員"], endings: [] }, ["員数", "12"]],
    ["a run of one and what stands behind it", { beginnings: ["本 "], endings: [] }, ["本", "12"]],
    ["an ending of two", { beginnings: [], endings: ["番号", "キー"] }, ["会員番号", "アクセスキー", "12"]],
    ["an ending of one", { beginnings: [], endings: ["d"] }, ["password", "12"]],
    ["the last run of a text", { beginnings: ["z"], endings: [] }, ["12", "z"]],
    ["nothing of these, but digits, which have a filter of their own", { beginnings: [], endings: [] }, ["12"]],
  ])("%s", (_case, runs, expected) => {
    expect(calledFor(TEXT, runs)).toEqual(expected);
  });
  it.each([1, 30, 31, 32, 33, 40, 70])("are the same with %i checks before it", (others) => {
    expect(calledFor(TEXT, { beginnings: ["会員"], endings: [] }, others)).toContain("会員番号");
    expect(calledFor(TEXT, undefined, others)).toHaveLength(9);
  });
});
