import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compactScripts } from "../../scripts/build/compact-scripts.js";

const rewritten = (source: string, flags = "u"): RegExp => new RegExp(compactScripts(source), flags);
const inEveryPlane = function* (): Generator<string> {
  for (let code = 0; code < 0x110000; code++) if (code < 0xd800 || code > 0xdfff) yield String.fromCodePoint(code);
};

describe("scripts are written out as ranges", () => {
  test.each([
    [String.raw`^\p{Script=Han}{2,3}$`, "山田", true],
    [String.raw`^\p{Script=Han}{2,3}$`, "山田太郎", false],
    [String.raw`^[\p{Script=Han}ヶ]+$`, "関ヶ原", true],
    [String.raw`^[^\p{Script=Han}]+$`, "かな", true],
    [String.raw`^[^\p{Script=Han}]+$`, "仮名", false],
    [String.raw`^\[\p{Script=Katakana}\]$`, "[ア]", true],
    [String.raw`^[\]\p{Script=Hiragana}]+$`, "]あ", true],
    [String.raw`^\p{Script=Han}$`, "\u{20bb7}", true],
    [String.raw`^[\p{Script=Han}]{2}$`, "\u{20bb7}野", true],
  ])("%s on %s: %s", (source, text, fits) => {
    expect(rewritten(source).test(text)).toBe(fits);
    expect(new RegExp(source, "u").test(text)).toBe(fits);
  });

  test("in the string of an expression as in a literal", () => {
    const line = String.raw`new RegExp("(?:\\[|[^\\p{Script=Han}x]|\\p{Script=Han})", "u")`;
    const [, source = ""] = /"(.*)", "u"/u.exec(compactScripts(line)) ?? [];
    const expression = new RegExp(source.replaceAll("\\\\", "\\"), "u");
    expect(["[", "山", "a"].map((text) => expression.exec(text)?.[0])).toEqual(["[", "山", "a"]);
    expect(expression.test("x")).toBe(false);
  });
});

describe("the ranges hold what the scripts hold", () => {
  const differences = (script: string): { readonly missing: string[]; readonly added: string[] } => {
    const [ours, theirs] = [rewritten(String.raw`^\p{Script=${script}}$`), new RegExp(String.raw`^\p{Script=${script}}$`, "u")];
    const all = [...inEveryPlane()];
    return { missing: all.filter((char) => theirs.test(char) && !ours.test(char)), added: all.filter((char) => ours.test(char) && !theirs.test(char)) };
  };

  test("every ideograph but numerals of Suzhou and marks of Tangut; nothing of another script", () => {
    const { missing, added } = differences("Han");
    expect(missing.every((char) => /[〡-〩〸-〻\u{16fe0}-\u{16fff}]/u.test(char))).toBe(true);
    expect(added.every((char) => /\p{Cn}|[⿰-⿻]/u.test(char))).toBe(true);
  });

  test("every letter of today's kana", () => {
    for (const script of ["Hiragana", "Katakana"]) {
      const { missing, added } = differences(script);
      expect(missing.every((char) => (char.codePointAt(0) ?? 0) > 0xffff || char.normalize("NFKC") !== char)).toBe(true);
      expect(added).toEqual([]);
    }
  });
});

test("no source is left with a property that V8 takes long for", () => {
  for (const folder of ["src", "detectors"]) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.name.endsWith(".ts")) continue;
      const code = compactScripts(readFileSync(join(entry.parentPath, entry.name), "utf8"));
      expect(code.match(/p\{Script=(?!Latin|Greek|Cyrillic|Arabic|Hebrew|Devanagari|Hangul|Thai)\w+\}/gu) ?? [], entry.name).toEqual([]);
    }
  }
});
