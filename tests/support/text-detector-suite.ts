/** What every text detector is held to: its fixtures, exact places in Japanese text, and inputs made to be slow. */
import { describe, expect, it } from "vitest";
import type { Detector } from "../../src/contract.js";
import { matchRuns } from "../../src/text/runs.js";
import { JAPAN, detectText, fixtureLines, markFound, REPORTED } from "./detect-text.js";
import { randomFrom } from "./generated-text.js";
import { countSteps } from "./steps.js";

const HOSTILE: Readonly<Record<string, string>> = {
  "digits": "0123456789",
  "zeros": "0",
  "0-0-0-": "0-",
  "00 00 00": "00 ",
  "03-1234-": "03-1234-",
  "@": "@",
  "a@a@a@": "a@",
  "a.a.a.a@": "a.a.a.a@",
  "one local part": "a",
  "one domain": "b.",
  "+": "+",
  "+1": "+1",
  "(": "(",
  "(0(0": "(0",
  "1/1/1/": "1/",
  "1980/": "1980/",
  "S1.S1.": "S1.",
  "昭和": "昭和1年",
  "labels": "電話生年月日個人番号〒 1 ",
  "spaced labels": "T E L 0 3 ",
  "tabs": "\t0",
  "lines": "\n1",
  "3-4 groups": "100-0001 ",
  "dates": "1980/4/1 ",
  "4-4-4": "1234-5678-9018-",
};

/** Pieces of values, labels and punctuation, to be put together at random. */
const PIECES = (
  "0 1 03 090 0120 1234 5678 160 0023 12345678 6789 0123 4562 1980 55 4 + ( ) - . / : @ , ' \" 　 ー － ０３ １２３４ 年 月 日 生 歳 昭和 平成元 S H 元 〒 電話 TEL 生年月日 個人番号 マイナンバー " +
  "郵便番号 taro provider .example example.com 東京都 April born DOB ext + 五十五 一 四月"
)
  .split(" ")
  .concat([" ", "\n", "\t"]);

/** Registers the tests; call it at a test file's top level. */
export function describeTextDetector<Code extends string>(detector: Detector<Code>): void {
  describe(`${detector.id}: fixtures`, () => {
    it.each(fixtureLines(detector.id, "flag").map((line, i) => [i + 1, line] as const))("reports line %i of flag.txt", (_number, line) => {
      expect(detectText(detector, line).some(({ confidence }) => confidence >= REPORTED)).toBe(true);
    });
    it.each(fixtureLines(detector.id, "pass").map((line, i) => [i + 1, line] as const))("reports nothing in line %i of pass.txt", (_number, line) => {
      expect(markFound(detector, line)).toBe(line);
    });
    it("reports each line of flag.txt as often when the lines stand in one text", () => {
      const lines = fixtureLines(detector.id, "flag");
      const apart = lines.reduce((sum, line) => sum + count(detector, line), 0);
      expect(count(detector, lines.join("\n\n"))).toBe(apart);
    });
    it("gives matches in order, inside the text, not overlapping, with a confidence of 0 to 1 and a canonical value", () => {
      const text = [...fixtureLines(detector.id, "flag"), ...fixtureLines(detector.id, "pass")].join("\n");
      let end = 0;
      for (const match of detectText(detector, text)) {
        expect(match.at.start).toBeGreaterThanOrEqual(end);
        expect(match.at.end).toBeGreaterThan(match.at.start);
        expect(match.confidence).toBeGreaterThan(0);
        expect(match.confidence).toBeLessThan(1);
        expect(match.value).toMatch(/^\S+$/u);
        end = match.at.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    });
  });

  describe(`${detector.id}: inputs made to be slow`, () => {
    it.each(Object.entries(HOSTILE))("reads twice as much %s in twice the steps", (_name, unit) => {
      const text = unit.repeat(Math.ceil(30_000 / unit.length));
      const once = stepsOver(detector, text);
      const twice = stepsOver(detector, text + text);
      expect(twice).toBeLessThan(once * 2.1 + 2_000);
      // And never looks at more than a window around each character.
      expect(once).toBeLessThan(text.length * 400);
    });
    it("keeps its promises over ten thousand random mixtures of what it looks for", () => {
      const random = randomFrom(31);
      for (let n = 0; n < 10_000; n++) {
        let text = "";
        for (let parts = 1 + random(12); parts > 0; parts--) text += PIECES[random(PIECES.length)];
        let end = 0;
        for (const match of detectText(detector, text)) {
          expect(match.at.start).toBeGreaterThanOrEqual(end);
          expect(match.at.end).toBeGreaterThan(match.at.start);
          expect(match.at.end).toBeLessThanOrEqual(text.length);
          expect(match.confidence).toBeGreaterThan(0);
          expect(match.confidence).toBeLessThan(1);
          end = match.at.end;
        }
      }
    });
    it.each([16, 17, 63, 64, 65, 254, 255, 256, 257])("survives runs of %i at both ends of a text", (length) => {
      for (const unit of ["1", "a", "@", ".", "0-", "a.", "年"]) {
        for (const text of [unit.repeat(length), `${unit.repeat(length)}@${unit.repeat(length)}`, `${unit.repeat(length)}03-1234-5678`]) {
          for (const match of detectText(detector, text)) expect(match.at.end).toBeLessThanOrEqual(text.length);
        }
      }
    });
  });
}

function count<Code extends string>(detector: Detector<Code>, text: string): number {
  return detectText(detector, text).filter(({ confidence }) => confidence >= REPORTED).length;
}

function stepsOver<Code extends string>(detector: Detector<Code>, text: string): number {
  const check = detector.create(detector.defaults, JAPAN).text;
  if (check === undefined) throw new Error(`${detector.id} has no text check`);
  // Data files and tables are loaded once; that is not what is counted.
  matchRuns(text.slice(0, 1000), [{ owner: 0, check }]);
  return countSteps(() => {
    matchRuns(text, [{ owner: 0, check }]);
  });
}
