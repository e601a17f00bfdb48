import { describe, expect, it } from "vitest";
import { firstPast, GATE_BITS, GATE_TABLES, isReadingLike, kanjiSlots, katakanaSlots, lastPast, passesKatakana, runEnd, slots, type Gate } from "../../../../detectors/shared/names/gate.js";

/** Nothing passes but what is given a weight. */
function closedGate(): Gate {
  return { weights: new Int8Array(GATE_TABLES << GATE_BITS), kanji: 10, katakana: 10 };
}

describe("runEnd", () => {
  it.each([
    ["佐藤さん", 0, 2],
    ["佐藤スミス", 0, 2],
    ["スミス・ジョン", 0, 3],
    ["スミス佐藤", 0, 3],
    ["佐々木", 0, 3],
    ["ローマー1", 0, 4],
    ["あ佐", 1, 2],
    ["さとうはなこ様", 0, 6],
  ])("%s from %i ends at %i", (text, start, end) => {
    expect(runEnd(text, start, text.charCodeAt(start))).toBe(end);
  });

  it("takes long runs in pieces", () => {
    const text = "佐".repeat(200);
    expect(runEnd(text, 0, text.charCodeAt(0))).toBe(64);
    expect(runEnd(text, 190, text.charCodeAt(190))).toBe(200);
  });
});

describe("the gate", () => {
  it("says which characters of a run pass, first and last", () => {
    const gate = closedGate();
    for (const char of "藤花") {
      kanjiSlots(0, char.charCodeAt(0), 0, 0, 0);
      gate.weights[slots[0]] = 10;
    }
    const text = "の佐藤太花子";
    expect(firstPast(gate, text, 1, 6)).toBe(2);
    expect(lastPast).toBe(4);
    expect(firstPast(gate, "の会議資料", 1, 5)).toBe(-1);
  });

  it("weighs what stands before and behind a character", () => {
    const gate = closedGate();
    kanjiSlots("の".charCodeAt(0), "藤".charCodeAt(0), "は".charCodeAt(0), 0, 0);
    gate.weights[slots[1]] = 5;
    gate.weights[slots[2]] = 5;
    expect(firstPast(gate, "の藤は", 1, 2)).toBe(1);
    expect(firstPast(gate, "の藤が", 1, 2)).toBe(-1);
    expect(firstPast(gate, "は藤は", 1, 2)).toBe(-1);
  });

  it("looks at a run of katakana as a whole, and at one letter only where it is joined to others", () => {
    const gate = closedGate();
    const open = (text: string, start: number, end: number): void => {
      katakanaSlots(text, start, end);
      gate.weights[slots[3]] = 10;
    };
    open("のスミスは", 1, 4);
    expect(passesKatakana(gate, "のスミスは", 1, 4)).toBe(true);
    expect(passesKatakana(gate, "のスミスが", 1, 4)).toBe(false);
    open("のスは", 1, 2);
    expect(passesKatakana(gate, "のスは", 1, 2)).toBe(false);
    open("・スは", 1, 2);
    expect(passesKatakana(gate, "・スは", 1, 2)).toBe(true);
  });

  it.each(["\ud842", "佐\udfb7", "々", "ー", "ア".repeat(80)])("has an answer for %j", (text) => {
    const gate = { ...closedGate(), kanji: 0, katakana: 0 };
    expect(firstPast(gate, text, 0, text.length)).toBe(0);
    expect(passesKatakana(gate, text, 0, text.length)).toBe(text.length > 1);
  });
});

describe("isReadingLike", () => {
  it.each([
    ["佐藤花子(さとうはなこ)", 5, 11, true],
    ["ふりがな: さとう はなこ", 6, 9, true],
    ["佐藤花子\tさとうはなこ", 5, 11, true],
    ["佐藤はなこ", 2, 5, false],
    ["佐藤花子(さとうが)見た", 5, 9, true],
    ["資料を、ください", 4, 8, false],
    ["xさとうx", 1, 4, false],
    ["(あ)", 1, 2, false],
    ["(おせわになっております)", 1, 12, false],
  ])("%s from %i to %i: %s", (text, start, end, expected) => {
    expect(isReadingLike(text, start, end)).toBe(expected);
  });
});
