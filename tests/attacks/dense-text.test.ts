/** Text made to be slow, for every detector that reads text, those to come included: twice as much of it takes twice the steps. */
import { describe, expect, it } from "vitest";
import { allDetectors } from "../../detectors/index.js";
import type { TextCheck } from "../../src/contract.js";
import { findEntities } from "../../src/index.js";
import { normalize } from "../../src/text/normalize.js";
import { matchRuns } from "../../src/text/runs.js";
import { JAPAN } from "../support/detect-text.js";
import { randomFrom } from "../support/generated-text.js";
import { countSteps } from "../support/steps.js";

const UNITS = 6_000;
/** Whatever a detector does around one character, it is a window; 400 expressions of four characters each are far more than any needs. */
const STEPS_A_UNIT = 2_500;

const HOSTILE: Readonly<Record<string, string>> = {
  "digits": "0123456789", "one digit": "9", "zeros": "0", "0-0-0-": "0-", "0.0.0.": "0.", "0/0/0/": "0/", "digits and spaces": "1 ", "digits and tabs": "1\t", "digits and lines": "1\n",
  "one kanji": "東", "kanji numerals": "一", "circles": "〇", "places": "東京都", "cities": "高松市", "towns and numbers": "番町1", "addresses": "高松市番町1-2-3", "quarters": "1丁目", "sections": "大字字",
  "names": "佐藤花子", "surnames": "佐藤", "spaced names": "佐 藤 ", "honorifics": "佐藤様", "hiragana": "あ", "katakana": "ア", "long vowels": "ー", "half-width kana": "ｱﾞ", "iteration marks": "々",
  "@": "@", "a@": "a@", "mail addresses": "a@b.co ", "addresses in at signs": "a.b@c.d@", "spelled out": "a (at) b (dot) ", "at at at": "at ", "アット": "アット",
  "letters": "a", "capitals": "A", "words": "Aa ", "hyphened words": "a-", "dotted words": "a.", "camel case": "aB", "underscores": "a_",
  "+": "+", "+1": "+1", "brackets": "(", "pairs of brackets": "()", "quotes": '"', "escapes": "\\u0030", "colons": "a:", "equals": "a=", "labels": "電話：", "all labels": "氏名住所電話番号生年月日個人番号 ",
  "spaced labels": "T E L ", "labels and digits": "No.1 ", "telephones": "03-1234-5678 ", "cells of telephones": "090\t", "dates": "1980/4/1 ", "eras": "昭和55年4月1日", "postal codes": "760-0017 ", "cards": "4111 1111 ",
  "secrets": "password=a1 ", "keys": "ghp_", "lone high surrogates": "\ud842", "lone low surrogates": "\udfb7", "combining marks": "\u0301", "decomposed": "e\u0301", "zero-width": "0\u200b", "emoji": "😀",
  "spaces": " ", "tabs": "\t", "lines": "\n", "commas": ",", "bars": "a|b|\n", "rules": "-", "table rows": "佐藤\t03-1234-5678\n", "Kyoto": "四条通上る", "American streets": "1 Main Street, ", "German streets": "Musterstraße 1, ",
};

const checks = allDetectors.flatMap((detector): [string, TextCheck<string>][] => {
  const { text } = detector.create(detector.defaults, JAPAN);
  return text === undefined ? [] : [[detector.id, text]];
});

function stepsOver(text: string, check: TextCheck<string>): number {
  return countSteps(() => void matchRuns(text, [{ owner: 0, check }]));
}

describe("every detector of text", () => {
  it("is looked at here", () => {
    expect(checks.length).toBeGreaterThan(5);
  });
  it.each(checks)("%s reads twice as much hostile text in twice the steps", { timeout: 120_000 }, (_id, check) => {
    const slow: string[] = [];
    for (const [name, unit] of Object.entries(HOSTILE)) {
      const text = normalize(unit.repeat(Math.ceil(UNITS / unit.length))).text;
      // Dictionaries are loaded once; that is not what is counted.
      matchRuns(text.slice(0, 200), [{ owner: 0, check }]);
      const once = stepsOver(text, check);
      const twice = stepsOver(text + text, check);
      if (twice > once * 2.2 + 4_000) slow.push(`${name}: ${once} steps, then ${twice}`);
      else if (once > text.length * STEPS_A_UNIT) slow.push(`${name}: ${Math.round(once / text.length)} steps a character`);
    }
    expect(slow).toEqual([]);
  });
  it.each<[string, (text: string, start: number) => unknown]>([
    ["searches to the end of the text", (text, start) => text.indexOf("丁", start)],
    ["searches back to its beginning", (text, start) => text.lastIndexOf("丁", start)],
    ["runs an expression that is not sticky", (text) => /丁目/u.test(text)],
    ["copies the rest", (text, start) => text.slice(start)],
  ])("would be seen here if it %s at every run", (_what, look) => {
    const check: TextCheck<string> = { starts: ["kanji"], check: (text, start) => void look(text, start) };
    const text = "東 ".repeat(2_000);
    expect(stepsOver(text + text, check)).toBeGreaterThan(stepsOver(text, check) * 3);
  });
  it("stays inside a text that is any mixture of these", { timeout: 60_000 }, () => {
    const random = randomFrom(97);
    const pieces = Object.values(HOSTILE);
    for (let n = 0; n < 2_000; n++) {
      let text = "";
      for (let parts = 1 + random(10); parts > 0; parts--) text += pieces[random(pieces.length)].repeat(1 + random(3));
      let end = 0;
      for (const found of findEntities(text)) {
        expect(found.start).toBeGreaterThanOrEqual(end);
        expect(found.end).toBeGreaterThan(found.start);
        expect(found.end).toBeLessThanOrEqual(text.length);
        end = found.end;
      }
    }
  });
});

describe("one line of megabytes", () => {
  it.each([["digits", "0123456789"], ["0-0-0-", "0-"], ["one kanji", "東"], ["@", "@"], ["lone surrogates", "\ud842"], ["letters", "a"]])(
    "of %s hides nothing at its end",
    { timeout: 60_000 },
    (_name, unit) => {
      const text = `${unit.repeat(Math.ceil(3_000_000 / unit.length))} 電話 090-1234-5678`;
      const found = [...findEntities(text)].filter(({ entity }) => entity === "phone-number");
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(["090-1234-5678"]);
    },
  );
});
