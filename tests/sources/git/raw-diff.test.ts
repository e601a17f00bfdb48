import { describe, expect, it } from "vitest";
import { readRawDiff, type Token } from "../../../src/sources/git/raw-diff.js";

const [A, B, C, NONE] = ["a", "b", "c", "0"].map((digit) => digit.repeat(40));
const all = async (chunks: readonly Buffer[]): Promise<Token[]> => {
  const tokens: Token[] = [];
  for await (const some of readRawDiff(chunks)) tokens.push(...some);
  return tokens;
};

const OUTPUT = Buffer.from(
  [
    A, `:000000 100644 ${NONE} ${A} A`, "plain.txt", `:100644 000000 ${A} ${NONE} D`, "gone.txt", `:100644 100755 ${A} ${A} M`, "chmod.sh",
    B, `::100644 100644 100644 ${A} ${B} ${C} MM`, ":colon\nand newline", `::100644 100644 100644 ${A} ${C} ${C} MM`, "one parent's",
    C, `:100644 120000 ${A} ${A} T`, C, "",
  ].join("\0"),
);

describe("a raw diff", () => {
  const expected = [
    { commit: A }, { commit: A, mode: "100644", id: A, path: "plain.txt" },
    { commit: B }, { commit: B, mode: "100644", id: C, path: ":colon\nand newline" },
    { commit: C }, { commit: C, mode: "120000", id: A, path: C },
  ];

  it("tells commits, what stands newly at their paths, and nothing that was there", async () => {
    expect(await all([OUTPUT])).toEqual(expected);
  });

  it("is read the same wherever its pieces are cut", async () => {
    for (const size of [1, 2, 7, 40, 41]) {
      const pieces = Array.from({ length: Math.ceil(OUTPUT.length / size) }, (_, i) => OUTPUT.subarray(i * size, (i + 1) * size));
      expect(await all(pieces)).toEqual(expected);
    }
  });

  it.each<[string, string]>([
    ["ends in the middle of a path", `:000000 100644 ${NONE} ${A} A\0a`],
    ["ends before a path", `:000000 100644 ${NONE} ${A} A\0`],
    ["has another form", `:000000 100644 ${A} A\0a\0`],
    ["begins with something else", `warning: hello\0`],
  ])("that %s is no answer", async (_, output) => {
    await expect(all([Buffer.from(output)])).rejects.toThrow(TypeError);
  });
});
