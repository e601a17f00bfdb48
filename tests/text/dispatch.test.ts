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
    ["a beginning of three, whatever its case", { beginnings: ["pas"], endings: [] }, ["password", "Pass", "12"]],
    ["a beginning of three that goes on behind the run", { beginnings: ["本 籍"], endings: [] }, ["本", "12"]],
    ["an ending of three", { beginnings: [], endings: ["ord", "キー"] }, ["password", "アクセスキー", "12"]],
    ["a class whose runs are filtered, and others", { beginnings: ["pas"], endings: [], of: ["latin"] }, ["会員番号", "員数", "password", "Pass", "本", "籍", "アクセスキー", "12"]],
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

describe("runs of digits that a check is called for", () => {
  const numbersIn = (text: string, digitsBeside: TextCheck<string>["digitsBeside"]): string[] => {
    const seen: string[] = [];
    matchRuns(text, [{ owner: 0, check: { starts: ["digit"], ...(digitsBeside && { digitsBeside }), check: (given, start, end) => void seen.push(given.slice(start, end)) } }]);
    return seen;
  };
  const TEXT = "1 x20,a300-44.5年6 [7]\n8  9\t(10";
  it.each<[string, TextCheck<string>["digitsBeside"], string[]]>([
    ["all without a filter", undefined, ["1", "20", "300", "44", "5", "6", "7", "8", "9", "10"]],
    ["by length", ({ length }) => length === 2, ["20", "44", "10"]],
    ["by the first digit", ({ first }) => first === "2", ["20", "300", "44", "5", "6", "7", "8", "9"]],
    ["behind a letter", ({ before }) => before === "a", ["20", "300"]],
    ["behind what is not ASCII", ({ before }) => before === "漢", ["6"]],
    ["at the text's ends", ({ before, behind }) => before === "" || behind === "", ["1", "10"]],
    ["in brackets of any form", ({ before, behind }) => before === "(" || behind === ")", ["7", "10"]],
    ["behind a hyphen that a digit stands before", ({ before, beforeThat }) => before === "-" && beforeThat === "digit", ["44"]],
    ["before a point and a digit", ({ behind, behindThat }) => behind === "." && behindThat === "digit", ["44"]],
    ["before two gaps", ({ behind, behindThat }) => behind === " " && behindThat === "gap", ["8"]],
    ["before a gap and something else", ({ behind, behindThat }) => behind === " " && behindThat === "other", ["1", "6"]],
  ])("%s", (_case, digitsBeside, expected) => {
    expect(numbersIn(TEXT, digitsBeside)).toEqual(expected);
  });
  it("are of one length from 32 on", () => {
    expect(numbersIn(`${"1".repeat(31)} ${"2".repeat(32)} ${"3".repeat(500)}`, ({ length }) => length === 32)).toEqual(["2".repeat(32), "3".repeat(500)]);
  });
  it("are asked about once for each kind of run", () => {
    let asked = 0;
    numbersIn("12 ".repeat(500), () => ++asked > 0);
    expect(asked).toBeLessThan(5);
  });
});

describe("what several checks ask about a run", () => {
  it("is asked once, and of no check that others' filters leave out", () => {
    const asked: string[] = [];
    const onlyIf = (text: string, start: number, end: number): boolean => asked.push(text.slice(start, end)) > 0 && start > 3;
    const seen: string[] = [];
    const check = (name: string): TextCheck<string> => ({ starts: ["digit"], digitRuns: [2], onlyIf, check: (text, start, end) => void seen.push(name + text.slice(start, end)) });
    matchRuns("1 22 33 44", [{ owner: 0, check: check("a") }, { owner: 1, check: check("b") }, { owner: 2, check: { starts: ["digit"], check: () => undefined } }]);
    expect(asked).toEqual(["22", "33", "44"]);
    expect(seen).toEqual(["a33", "b33", "a44", "b44"]);
  });
});

describe("runs that a check is called for by what stands beside them or in them", () => {
  const NONE = { beginnings: [], endings: [] } as const;
  const calls = (text: string, runs: TextCheck<string>["runs"]): string[] => {
    const seen: string[] = [];
    matchRuns(text, [{ owner: 0, check: { starts: ["latin", "hiragana", "kanji"], ...(runs && { runs }), check: (given, start, end) => void seen.push(given.slice(start, end)) } }]);
    return seen;
  };
  const TEXT = "はる(なつ市は、あきの市 fuyu)";
  it.each<[string, TextCheck<string>["runs"], string[]]>([
    ["behind a bracket", { ...NONE, before: (code) => code === 0x28 }, ["なつ"]],
    ["at the text's beginning", { ...NONE, before: (code) => code === 0 }, ["はる"]],
    ["before a town's mark", { ...NONE, behind: (code) => code === 0x5e02 }, ["なつ", "あきの"]],
    ["with a pair in it", { ...NONE, within: ["きの", "fu", "yu"] }, ["あきの", "fuyu"]],
    ["a pair over the run's end is none", { ...NONE, within: ["の市"] }, []],
    ["of one class only", { ...NONE, before: () => true, of: ["kanji"] }, ["はる", "なつ", "市", "は", "あきの", "市", "fuyu"]],
    ["one way for each class", [{ ...NONE, before: (code) => code === 0x28, of: ["hiragana"] }, { ...NONE, behind: (code) => code === 0x20, of: ["kanji"] }, { ...NONE, beginnings: ["z"], of: ["latin"] }], ["なつ", "市"]],
  ])("%s", (_case, runs, expected) => {
    expect(calls(TEXT, runs)).toEqual(expected);
  });
  it("each character is asked about once", () => {
    const asked: number[] = [];
    calls("(あ)い".repeat(50), { ...NONE, before: (code) => asked.push(code) > 0 });
    expect(asked.length).toBeLessThanOrEqual(3);
  });
});
