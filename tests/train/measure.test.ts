import { describe, expect, it } from "vitest";
import { fitLine } from "../../scripts/train/calibrate.js";
import { randomFrom } from "../../scripts/train/crf.js";
import { Measure } from "../../scripts/train/measure.js";

describe("Measure", () => {
  it("counts what is exact, what overlaps and what is missed, by how the name is written", () => {
    const measure = new Measure();
    const text = "佐藤花子とスミスと鈴木が来た。";
    measure.add({ text, people: [{ start: 0, end: 4 }, { start: 5, end: 8 }, { start: 9, end: 11 }] }, [
      { start: 0, end: 4, odds: 3 },
      { start: 5, end: 7, odds: 1 },
      { start: 12, end: 13, odds: 0 },
    ]);
    expect(measure.tallies.get("all")).toEqual({ expected: 3, found: 3, exact: 1, hit: 2, right: 2 });
    expect(measure.tallies.get("surname and given, kanji")).toEqual({ expected: 1, found: 1, exact: 1, hit: 1, right: 1 });
    expect(measure.tallies.get("katakana")).toEqual({ expected: 1, found: 1, exact: 0, hit: 1, right: 1 });
    expect(measure.tallies.get("2 kanji")).toEqual({ expected: 1, found: 0, exact: 0, hit: 0, right: 0 });
    expect(measure.lines().join("\n")).toMatch(/^all +3 +3 +0\.333 0\.333 0\.333 +0\.667 0\.667$/mu);
  });

  it("tells how often what is said to be so sure is exact", () => {
    const measure = new Measure();
    for (let i = 0; i < 4; i++) measure.add({ text: "佐藤花子", people: i < 3 ? [{ start: 0, end: 4 }] : [] }, [{ start: 0, end: 4, odds: Math.log(3) }]);
    expect(measure.bins[7]).toEqual({ found: 4, right: 3 });
  });
});

describe("fitLine", () => {
  it("finds the line under which the odds came true", () => {
    const random = randomFrom(2);
    const judged = Array.from({ length: 20_000 }, () => {
      const odds = random() * 10 - 5;
      return { odds, isRight: random() < 1 / (1 + Math.exp(-(0.6 * odds - 0.8))) };
    });
    const { slope, offset } = fitLine(judged);
    expect(slope).toBeCloseTo(0.6, 1);
    expect(offset).toBeCloseTo(-0.8, 1);
  });
  it("stays with what the scorer says where little is known", () => {
    expect(fitLine([])).toEqual({ slope: 1, offset: 0 });
    const { slope } = fitLine([{ odds: 2, isRight: false }]);
    expect(slope).toBeGreaterThan(0);
  });
});
