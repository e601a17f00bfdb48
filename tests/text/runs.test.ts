import { describe, expect, it } from "vitest";
import type { RunClass, TextCheck } from "../../src/contract.js";
import { matchRuns, type OwnedMatch, withoutOverlaps } from "../../src/text/runs.js";

const runsOf = (text: string, starts: RunClass[]): string[] => {
  const seen: string[] = [];
  const check: TextCheck<string> = { starts, check: (given, start, end) => void seen.push(given.slice(start, end)) };
  matchRuns(text, [{ owner: 0, check }]);
  return seen;
};

const owned = (owner: number, start: number, end: number, confidence: number): OwnedMatch => ({
  owner,
  match: { code: "x", at: { start, end }, entity: "phone-number", confidence },
});

describe("matchRuns", () => {
  it.each<[string, RunClass[], string[]]>([
    ["tel03-1234と山田々々タロー", ["digit"], ["03", "1234"]],
    ["tel03-1234と山田々々タロー", ["kanji", "katakana"], ["山田々々", "タロー"]],
    ["Zürichのa@@b", ["latin", "at"], ["Zürich", "a", "@", "@", "b"]],
    ["𠮷野さん😀", ["kanji"], ["𠮷野"]],
    ["", ["digit"], []],
  ])("cuts %j into runs of %j", (text, starts, expected) => {
    expect(runsOf(text, starts)).toEqual(expected);
  });

  it("does not ask again inside a match, and asks other checks nevertheless", () => {
    const calls: string[] = [];
    const taker: TextCheck<string> = {
      starts: ["digit"],
      check(_, start) {
        calls.push(`taker ${start}`);
        return { code: "x", at: { start, end: start + 5 }, entity: "phone-number", confidence: 1 };
      },
    };
    const looker: TextCheck<string> = { starts: ["digit"], check: (_, start) => void calls.push(`looker ${start}`) };
    matchRuns("1-2-3-4-5", [{ owner: 0, check: taker }, { owner: 1, check: looker }]);
    expect(calls).toEqual(["taker 0", "looker 0", "looker 2", "looker 4", "taker 6", "looker 6", "looker 8"]);
  });

  it("lets a check look at all of its own matches behind the last run, and at no others", () => {
    const one = (start: number) => ({ code: "x", at: { start, end: start + 1 }, entity: "phone-number" as const, confidence: 0.4 });
    const taker: TextCheck<string> = { starts: ["digit"], check: (_, start) => one(start), finish: (text, found) => [...found.slice(1), one(text.length - 1)] };
    const other: TextCheck<string> = { starts: ["latin"], check: (_, start) => one(start) };
    const found = matchRuns("1-2-a", [{ owner: 0, check: taker }, { owner: 1, check: other }]);
    expect(found.map(({ owner, match }) => [owner, match.at.start])).toEqual([[1, 4], [0, 2], [0, 4]]);
    expect(matchRuns("a", [{ owner: 0, check: taker }]).map(({ match }) => match.at.start)).toEqual([0]);
  });

  it("calls a check once a run: twice the text is twice the calls", () => {
    expect(runsOf("0-".repeat(2000), ["digit"]).length).toBe(2000);
    expect(runsOf("0-".repeat(4000), ["digit"]).length).toBe(4000);
    expect(runsOf("9".repeat(1_000_000), ["digit"]).length).toBe(1);
  });
});

describe("withoutOverlaps", () => {
  const spans = (matches: OwnedMatch[]): number[][] => withoutOverlaps(matches).map(({ owner, match }) => [owner, match.at.start, match.at.end]);

  it("keeps the surer of two that overlap, then the longer", () => {
    expect(spans([owned(0, 0, 5, 0.6), owned(1, 3, 9, 0.9)])).toEqual([[1, 3, 9]]);
    expect(spans([owned(0, 0, 5, 0.9), owned(1, 3, 9, 0.9)])).toEqual([[1, 3, 9]]);
  });

  it("keeps neighbours, and both ends of a chain whose middle loses", () => {
    expect(spans([owned(0, 0, 5, 0.6), owned(1, 5, 9, 0.6)])).toEqual([[0, 0, 5], [1, 5, 9]]);
    expect(spans([owned(0, 0, 5, 0.8), owned(1, 4, 8, 0.6), owned(2, 7, 12, 0.8)])).toEqual([[0, 0, 5], [2, 7, 12]]);
  });

  it("gives matches in text order whatever order they came in", () => {
    expect(spans([owned(1, 20, 25, 0.5), owned(0, 0, 5, 0.9)])).toEqual([[0, 0, 5], [1, 20, 25]]);
  });

  it("ends on a hundred thousand matches that all overlap", () => {
    const chain = Array.from({ length: 100_000 }, (_, i) => owned(0, i, i + 2, 0.5));
    expect(spans(chain).length).toBeGreaterThan(0);
  });
});
