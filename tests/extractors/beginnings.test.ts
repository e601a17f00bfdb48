/** What decides whose reader is loaded must never say no where that reader would have said yes. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extractors } from "../../src/extractors/index.js";

const fixtures = readdirSync("fixtures", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`);

/** As an editor saves the same text; only ASCII is shown otherwise. */
const wide = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString("latin1"), "utf16le")]);
const bigEndian = (bytes: Buffer): Buffer => wide(bytes.subarray(0, bytes.length & ~1)).swap16();

const VARIANTS: readonly (readonly [name: string, vary: (bytes: Buffer) => Buffer])[] = [
  ["as it is", (bytes) => bytes],
  ["with a byte order mark", (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])],
  ["in UTF-16", (bytes) => wide(bytes.subarray(0, 65_536))],
  ["in UTF-16, big end first", (bytes) => bigEndian(bytes.subarray(0, 65_536))],
  ["behind blank lines", (bytes) => Buffer.concat([Buffer.from("\r\n\r\n  \n"), bytes])],
  ["behind junk", (bytes) => Buffer.concat([Buffer.from("MZ\0\0junk\n"), bytes])],
];

describe("the look at a file's beginning", () => {
  it("is asked about many fixtures", () => {
    expect(fixtures.length).toBeGreaterThan(300);
  });

  it.each(extractors.map(({ id, mayBe, load }) => ({ id, mayBe, load })))("says yes to whatever the reader $id knows", async ({ id, mayBe, load }) => {
    const extractor = await load();
    expect(extractor.id).toBe(id);
    const missed: string[] = [];
    for (const path of fixtures) {
      const bytes = readFileSync(path);
      for (const [variant, vary] of VARIANTS) {
        const varied = vary(bytes);
        for (const name of [path.replace(/^.*\//u, ""), "x", "x.txt"]) {
          if (!mayBe(varied, name) && extractor.identify(varied, name) !== undefined) missed.push(`${path} ${variant} as ${name}`);
        }
      }
    }
    expect(missed).toEqual([]);
  });

  it("loads nothing but the readers of text for plain prose and source", () => {
    const called = (text: string, name: string): string[] => extractors.filter(({ mayBe }) => mayBe(Buffer.from(text), name)).map(({ id }) => id);
    expect(called("様式第1号（第3条関係）活動助成金交付申請書\n", "form.txt")).toEqual(["csv", "text", "unsupported"]);
    expect(called('import { a } from "b";\nconst c = { d: 1 };\n', "a.ts")).toEqual(["csv", "text", "unsupported"]);
  });
});
