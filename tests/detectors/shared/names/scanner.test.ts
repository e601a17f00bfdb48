import { describe, expect, it } from "vitest";
import { FEATURES, featurize, LONGEST_WINDOW } from "../../../../detectors/shared/names/features.js";
import { nameScanner, type ScoredName } from "../../../../detectors/shared/names/scanner.js";
import { inventPeople } from "../../../support/people.js";

const marked = (text: string): string => {
  let out = "";
  let at = 0;
  for (const { start, end, odds } of nameScanner()(text, 0, text.length)) {
    if (odds < 0) continue;
    out += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return out + text.slice(at);
};

describe("nameScanner", () => {
  it.each([
    "«佐藤花子»が昨日の会議に出席した。",
    "出席者は«鈴木健一»と«高橋美咲»である。",
    "俳優の«ジョン・スミス»が来日した。",
    "監督«佐藤健»の映画が公開された。",
    "申請は本人がする。",
    "データベースの設定を変更する。",
    "東京都と大阪府で開催する。",
  ])("is exact: %s", (text) => {
    expect(marked(text.replaceAll(/[«»]/gu, ""))).toBe(text);
  });

  it("finds the same in a text read run by run as in one read at once", () => {
    const text = inventPeople(60).map(({ name }, i) => `第${i}回の会合には${name}さんが出席し、報告書を提出した。`).join("");
    const whole = nameScanner();
    const atOnce: string[] = [];
    for (let at = 0; at < text.length; at++) for (const { start, end } of whole(text, at, at + 1)) atOnce.push(`${start}-${end}`);
    expect(atOnce.length).toBe(60);
    expect(new Set(atOnce).size).toBe(60);
  });

  it("finds the same in the first few texts, read in TypeScript, as in those after them", () => {
    const text = inventPeople(12, 77).map(({ name }, i) => `第${i}回の会合には${name}さんが出席し、報告書を提出した。`).join("");
    const read: (readonly ScoredName[])[] = [];
    for (let i = 0; i * text.length < 12_000; i++) read.push(nameScanner()(text, 0, text.length));
    expect(read[0]).toHaveLength(12);
    for (const again of read) {
      expect(again.map(({ start, end }) => [start, end])).toEqual(read[0].map(({ start, end }) => [start, end]));
      for (const [i, { odds }] of again.entries()) expect(odds).toBeCloseTo(read[0][i].odds, 6);
    }
  });

  it("starts anew with another text of the same length", () => {
    const scan = nameScanner();
    const [first, second] = ["本日は佐藤花子が出席した。", "佐藤花子が本日は出席した。"];
    expect(scan(first, 0, first.length).map(({ start }) => start)).toEqual([3]);
    expect(scan(second, 0, second.length).map(({ start }) => start)).toEqual([0]);
  });

  it.each(["佐", "ア", "あ", "佐藤", "・", "ア・", "\ud842", "佐\udfb7", "アあ佐a1 "])("reads any stretch of %j without a fault", (unit) => {
    const text = unit.repeat(3000);
    const scan = nameScanner();
    for (let at = 0; at < text.length; at += 97) for (const { start, end } of scan(text, at, at + 97)) expect(end).toBeGreaterThan(start);
  });
});

describe("featurize", () => {
  it("says the same of a character wherever its window begins, as long as its neighbours are in reach", () => {
    const text = "昨日の会議には総務課の佐藤花子さんとスミス氏が出席した。";
    const features = new Int32Array(LONGEST_WINDOW * FEATURES);
    const ends = new Int32Array(LONGEST_WINDOW);
    const of = (start: number, end: number, at: number): number[] => {
      featurize(text, start, end, features, ends);
      return Array.from(features.subarray(at === start ? 0 : ends[at - start - 1], ends[at - start]));
    };
    for (let at = 10; at < 16; at++) expect(of(at - 2, at + 3, at)).toEqual(of(at - 5, at + 5, at));
  });
  it("writes no more than it says, for any characters", () => {
    const features = new Int32Array(LONGEST_WINDOW * FEATURES + 1);
    const ends = new Int32Array(LONGEST_WINDOW);
    for (const unit of ["佐藤花子", "スミス・", "あ佐ア", "a1 ", "部長課長"]) {
      const text = unit.repeat(LONGEST_WINDOW).slice(0, LONGEST_WINDOW);
      featurize(text, 0, LONGEST_WINDOW, features, ends);
      let from = 0;
      for (const end of ends) {
        expect(end - from).toBeLessThanOrEqual(FEATURES);
        from = end;
      }
      expect(features.subarray(0, from).includes(0)).toBe(false);
    }
  });
});
