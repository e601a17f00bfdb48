import { describe, expect, it } from "vitest";
import { bootstrap, calibrationBins, calibrationError, matchSpans, matchTotals, NOTHING, scores, sum, wilson } from "../../scripts/accuracy/metrics.js";
import { createRandom } from "../../scripts/accuracy/random.js";

const span = (start: number, end: number): { start: number; end: number } => ({ start, end });

describe("spans are matched", () => {
  it.each([
    ["the same span", [span(2, 5)], [span(2, 5)], { hit: 1, right: 1 }, { hit: 1, right: 1 }],
    ["a longer find", [span(2, 5)], [span(1, 6)], { hit: 0, right: 0 }, { hit: 1, right: 1 }],
    ["a find that only touches the end", [span(2, 5)], [span(5, 6)], { hit: 0, right: 0 }, { hit: 0, right: 0 }],
    ["one find over two values", [span(0, 2), span(3, 5)], [span(0, 5)], { hit: 0, right: 0 }, { hit: 2, right: 1 }],
    ["two finds in one value", [span(0, 6)], [span(0, 2), span(3, 6)], { hit: 0, right: 0 }, { hit: 1, right: 2 }],
    ["nothing found", [span(0, 6)], [], { hit: 0, right: 0 }, { hit: 0, right: 0 }],
    ["nothing to find", [], [span(0, 6)], { hit: 0, right: 0 }, { hit: 0, right: 0 }],
  ] as const)("%s", (_title, expected, found, exact, overlap) => {
    const totals = { expected: expected.length, found: found.length };
    expect(matchSpans(expected, found, "exact")).toEqual({ ...totals, ...exact });
    expect(matchSpans(expected, found, "overlap")).toEqual({ ...totals, ...overlap });
  });

  it("an optional value is neither missed nor a false alarm", () => {
    const optional = { ...span(0, 4), optional: true as const };
    expect(matchSpans([optional], [], "exact")).toEqual(NOTHING);
    expect(matchSpans([optional], [span(1, 4)], "exact")).toEqual(NOTHING);
    expect(matchSpans([optional, span(6, 9)], [span(1, 4), span(6, 9)], "exact")).toEqual({ expected: 1, found: 1, hit: 1, right: 1 });
  });

  it("a find of another kind is wrong where kinds are asked for", () => {
    const counts = matchSpans([{ ...span(0, 3), kind: "name" }], [{ ...span(0, 3), kind: "phone" }], "exact", (a, b) => a.kind === b.kind);
    expect(counts).toEqual({ expected: 1, found: 1, hit: 0, right: 0 });
  });
});

describe("scores", () => {
  it("precision is of what was found, recall of what there is", () => {
    expect(scores({ expected: 4, found: 5, hit: 2, right: 3 })).toEqual({ precision: 0.6, recall: 0.5, f1: (2 * 0.6 * 0.5) / 1.1 });
  });
  it.each([
    ["nothing expected and nothing found", NOTHING, { precision: NaN, recall: NaN, f1: NaN }],
    ["nothing found", { ...NOTHING, expected: 3 }, { precision: NaN, recall: 0, f1: 0 }],
    ["nothing expected", { ...NOTHING, found: 3 }, { precision: 0, recall: NaN, f1: NaN }],
    ["nothing right", { ...NOTHING, expected: 2, found: 3 }, { precision: 0, recall: 0, f1: 0 }],
  ])("%s", (_title, counts, expected) => {
    expect(scores(counts)).toEqual(expected);
  });
  it("totals are compared as if what is too much were wrong", () => {
    expect(matchTotals(10, 12)).toEqual({ expected: 10, found: 12, hit: 10, right: 10 });
    expect(matchTotals(10, 7)).toEqual({ expected: 10, found: 7, hit: 7, right: 7 });
  });
  it("counts add up", () => {
    expect(sum([matchTotals(1, 1), matchTotals(2, 3)])).toEqual({ expected: 3, found: 4, hit: 3, right: 3 });
  });
});

describe("Wilson's interval", () => {
  // Checked against R: prop.test(x, n, correct = FALSE)$conf.int
  it.each([
    [5, 10, 0.2366, 0.7634],
    [9, 10, 0.5958, 0.9821],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [990, 1000, 0.9817, 0.9946],
  ])("of %i in %i", (successes, trials, low, high) => {
    const interval = wilson(successes, trials);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });
  it("says nothing where nothing was tried", () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe("the bootstrap", () => {
  const mean = (some: readonly number[]): number => some.reduce((total, one) => total + one, 0) / some.length;
  it("covers the figure, and narrows with more documents", () => {
    const few = bootstrap([0, 1, 0, 1, 1, 0, 1, 0], mean, createRandom(7));
    const many = bootstrap(Array.from({ length: 800 }, (_, i) => i % 2), mean, createRandom(7));
    expect(few.low).toBeLessThan(0.5);
    expect(few.high).toBeGreaterThan(0.5);
    expect(many.high - many.low).toBeLessThan((few.high - few.low) / 4);
  });
  it("is the same in every run", () => {
    expect(bootstrap([1, 2, 3], mean, createRandom(7))).toEqual(bootstrap([1, 2, 3], mean, createRandom(7)));
  });
});

describe("calibration", () => {
  const judged = (confidence: number, right: number, of: number): { confidence: number; isRight: boolean }[] => Array.from({ length: of }, (_, i) => ({ confidence, isRight: i < right }));

  it("bins by confidence, the last one with both its ends", () => {
    const bins = calibrationBins([...judged(0.9, 9, 10), ...judged(0.99, 1, 1), ...judged(1, 1, 2)]);
    expect(bins.map(({ from, count, accuracy }) => [from, count, accuracy])).toEqual([[0.9, 10, 0.9], [0.99, 3, 2 / 3]]);
  });
  it("a detector that keeps its word has no error, one that boasts has its boast", () => {
    expect(calibrationError(calibrationBins(judged(0.9, 9, 10)))).toBeCloseTo(0);
    expect(calibrationError(calibrationBins(judged(0.9, 5, 10)))).toBeCloseTo(0.4);
    expect(calibrationError([])).toBeNaN();
  });
});
