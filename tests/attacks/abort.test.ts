/** A scan can be stopped, and leaves room for others, however large one segment is. */
import { describe, expect, it } from "vitest";
import type { Detector } from "../../src/contract.js";
import { createLinter } from "../../src/index.js";
import { windowsOf } from "../../src/text/windows.js";
import { inventPeople } from "../support/people.js";

const sentences = inventPeople(400).map(({ name, phone }) => `これは${name}さんの文章です。連絡先は${phone}です。`);
const LINES = Array.from({ length: 40_000 }, (_, i) => sentences[i % sentences.length]);
const PROSE = LINES.join("\n");
const CSV = `番号,本文\n${LINES.map((line, i) => `${i},${line}`).join("\n")}`;

/** Counts the UTF-16 units of digits that detectors were shown. */
function counting(): { detector: Detector; shown: () => number } {
  let shown = 0;
  const check = (_text: string, start: number, end: number): undefined => {
    shown += end - start;
  };
  const message = { severity: "info", en: "", ja: "", fix: { en: "", ja: "" } } as const;
  return { detector: { id: "counting", messages: { x: message }, defaults: {}, create: () => ({ text: { starts: ["digit"], check } }) }, shown: () => shown };
}

describe("one segment of two million characters", () => {
  it.each([["prose", "a.txt", PROSE], ["a table", "a.csv", CSV]])("is left at the next pause when aborted: %s", async (_case, name, text) => {
    const { detector, shown } = counting();
    const controller = new AbortController();
    const scan = createLinter({ detectors: [detector] }).scan({ name, bytes: Buffer.from(text) }, { signal: controller.signal });
    setTimeout(() => {
      controller.abort(new Error("stopped"));
    }, 1);
    await expect(scan).rejects.toThrow("stopped");
    expect(shown()).toBeLessThan(text.replaceAll(/\D/gu, "").length / 2);
  });
});

describe("windows of a text", () => {
  const cut = (text: string, units: number): string[] => [...windowsOf({ kind: "text", text, layout: "prose", place: () => ({ at: [] }) }, units)].map((window) => window.text);
  it.each<[string, string, number, string[]]>([
    ["a short text is one", "abc", 10, ["abc"]],
    ["a line ends it", "abc def\nghi", 5, ["abc def\n", "ghi"]],
    ["a paragraph ends it before", "ab\n\ncdefgh\ni", 6, ["ab\n\n", "cdefgh\n", "i"]],
    ["a blank where there is no line", "abcdefg hij", 4, ["abcdefg ", "hij"]],
    ["nothing where there is neither", "abcdefghij", 4, ["abcd", "efgh", "ij"]],
    ["no character is cut in two", "abc𠮷def", 4, ["abc", "𠮷de", "f"]],
  ])("%s", (_case, text, units, expected) => {
    expect(cut(text, units)).toEqual(expected);
  });

  it("has places of the whole text", () => {
    const text = "0123456789".repeat(10);
    for (const window of windowsOf({ kind: "text", text, layout: "prose", place: ({ start, end }) => ({ at: [{ kind: "property", name: text.slice(start, end) }] }) }, 7)) {
      const end = Math.min(3, window.text.length);
      expect(window.place({ start: 1, end }).at).toEqual([{ kind: "property", name: window.text.slice(1, end) }]);
    }
  });
});
