import { describe, expect, it } from "vitest";
import { decodeEscapes } from "../../src/text/escapes.js";
import { createMappedText } from "../../src/text/mapped.js";

describe("mapped text", () => {
  const source = "ab&amp;cd<br>ef";
  const out = createMappedText(source);
  out.copy(0, 2);
  out.replace("&", 2, 7);
  out.copy(7, 9);
  out.insert("\n", 9);
  out.copy(13, 15);
  const { text, sourceOf } = out.finish();

  it("is what was appended", () => {
    expect(text).toBe("ab&cd\nef");
  });

  it.each([
    [[0, 2], "ab"],
    [[1, 4], "b&amp;c"],
    [[2, 3], "&amp;"],
    [[3, 5], "cd"],
    [[4, 8], "d<br>ef"],
    [[6, 7], "e"],
    [[3, 3], ""],
  ] as const)("maps %j back to its source", ([start, end], expected) => {
    const range = sourceOf({ start, end });
    expect(source.slice(range.start, range.end)).toBe(expected);
  });
});

describe("decodeEscapes", () => {
  it.each([
    [String.raw`name=\u5c71\u7530`, "name=山田", [5, 7], String.raw`\u5c71\u7530`],
    [String.raw`"\u{20bb7}\u91ce"`, '"𠮷野"', [1, 3], String.raw`\u{20bb7}`],
    ["&#x5c71;&#30000; &amp;", "山田 &amp;", [0, 2], "&#x5c71;&#30000;"],
    [String.raw`\uD842\uDFB7`, "𠮷", [0, 2], String.raw`\uD842\uDFB7`],
  ] as const)("reads %s", (source, expected, [start, end], written) => {
    const decoded = decodeEscapes(source);
    expect(decoded?.text).toBe(expected);
    const range = decoded?.sourceOf({ start, end }) ?? { start: 0, end: 0 };
    expect(source.slice(range.start, range.end)).toBe(written);
  });

  it.each([String.raw`C:\users\taro`, String.raw`\u00`, String.raw`\u000a`, "&#9;", "AT&#T", "plain"])("leaves %s as it is", (source) => {
    expect(decodeEscapes(source)?.text ?? source).toBe(source);
  });
});
