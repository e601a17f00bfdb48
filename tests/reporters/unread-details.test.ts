import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { detailText } from "../../src/reporters/unread-details.js";

const JAPANESE = /[ぁ-ゖァ-ヶ一-鿿]/u;
/** Where a detail is made: an error of reading, a field of `Unscanned`, a picture's or a list's note. */
const MADE = [
  /new Unreadable\(\s*"\w+",\s*(?:"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/gu,
  /\bdetail: (?:"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/gu,
  /\bunscanned(?:File)?\(\w+(?:\(\w+\))?, "\w+", (?:"([^"]*)"|`((?:[^`\\]|\\.)*)`)/gu,
  /\bunreadCommit\([^,]*, (?:"([^"]*)"|`((?:[^`\\]|\\.)*)`)/gu,
  /\.unread\("\w+", (?:"([^"]*)"|`([^`]*)`)/gu,
  /\brefuse\((?:"([^"]*)"|`((?:[^`\\]|\\.)*)`)/gu,
  /\bgaps\.(?:push|add)\((?:"([^"]*)"|`([^`]*)`)/gu,
];
const VALUE = /\$\{(?:[^{}`]|\{[^{}`]*\})*\}/gu;

function details(): string[] {
  const found = new Set<string>();
  for (const folder of ["src/bytes", "src/extractors", "src/sources", "src/text", "src"]) {
    for (const entry of readdirSync(folder, { recursive: folder !== "src", withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith(".ts")) continue;
      const code = readFileSync(join(entry.parentPath, entry.name), "utf8");
      for (const pattern of MADE) for (const [, plain, template] of code.matchAll(pattern)) found.add(plain ?? template.replace(VALUE, "12"));
    }
  }
  // Not a detail, but others put together: its pieces are looked at by themselves. One in a template within a template is cut by the patterns.
  return [...found].filter((detail) => detail !== "12" && !detail.includes("${"));
}

test("there are details to be found in the sources", () => {
  expect(details().length).toBeGreaterThan(150);
});

test.each(details())("in Japanese: %s", (detail) => {
  expect(detailText(detail, "ja")).toMatch(JAPANESE);
  expect(detailText(detail, "en")).toBe(detail);
});

test("every kind of file has its name in Japanese", () => {
  const words = ["src/bytes/magic.ts", "src/extractors/unsupported.ts"].flatMap((file) => [...readFileSync(file, "utf8").matchAll(/"(an? [A-Za-z0-9][^"]{2,70}|of no format leaklint knows)"/gu)].map(([, found]) => found));
  expect(words.length).toBeGreaterThan(80);
  expect(words.filter((found) => !JAPANESE.test(detailText(`It is ${found}; leaklint cannot read that yet.`, "ja").replace("です。leaklintはまだ読めません。", "")))).toEqual([]);
});

test.each([
  ["It is a GIF image; leaklint cannot read that yet.", "GIF画像です。leaklintはまだ読めません。"],
  ["page 3: image-only, there is no text to read", "3ページ: 画像だけのページで、読める文字がありません"],
  ["zip: the entry is encrypted (2 more entries)", "zip: 項目が暗号化されています(ほか2項目)"],
  ["zip: compression method 99 (AES)", "zip: 圧縮方式99(AES)"],
  ["something that nobody has put into Japanese", "something that nobody has put into Japanese"],
])("%s", (en, ja) => {
  expect(detailText(en, "ja")).toBe(ja);
});
