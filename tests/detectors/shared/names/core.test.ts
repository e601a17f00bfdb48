/** The scorer in WebAssembly finds what the one in TypeScript does, as surely, whatever stands in a text and wherever its chunks end. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createCore, LONGEST_CHUNK, type Core } from "../../../../detectors/shared/names/core/index.js";
import { SOURCE_SHA256 } from "../../../../detectors/shared/names/core/core.wasm.js";
import { FEATURES, featurize, LONGEST_WINDOW } from "../../../../detectors/shared/names/features.js";
import { nameModel } from "../../../../detectors/shared/names/model.js";
import { scan, type Scan, type ScoredName } from "../../../../detectors/shared/names/scan.js";
import { nameScanner } from "../../../../detectors/shared/names/scanner.js";
import { normalize } from "../../../../src/text/normalize.js";
import { randomFrom } from "../../../support/generated-text.js";
import { inventPeople } from "../../../support/people.js";

const FOLDER = fileURLToPath(new URL("../../../../detectors/shared/names/core/", import.meta.url));
const FIXTURES = fileURLToPath(new URL("../../../../fixtures/", import.meta.url));
const DETECTORS = fileURLToPath(new URL("../../../../detectors/", import.meta.url));

function coreOrFail(): Core {
  const core = createCore(nameModel());
  if (core === undefined) throw new Error("WebAssembly is needed for these tests");
  return core;
}
const core = coreOrFail();
const reference: Scan = (text, from, to, found) => scan(nameModel(), text, from, to, found);

/** Read in chunks whose lengths `size` says. */
function namesIn(read: Scan, text: string, size: () => number): ScoredName[] {
  const found: ScoredName[] = [];
  for (let at = 0; at < text.length; ) at = read(text, at, Math.min(text.length, at + size()), found);
  return found;
}

/** @returns how many names both find */
function expectSame(text: string, size: () => number = () => LONGEST_CHUNK, again: () => number = size): number {
  const expected = namesIn(reference, text, size);
  const found = namesIn(core.scan, text, again);
  expect(found.map(({ start, end }) => [start, end])).toEqual(expected.map(({ start, end }) => [start, end]));
  for (const [i, { odds }] of found.entries()) expect(odds).toBeCloseTo(expected[i].odds, 6);
  return found.length;
}

/** Every kind of character that the scorer tells apart, and pieces of names, titles, words and places. */
const PIECES = [
  ...Array.from("佐藤髙橋鈴木田中山本花子一郎太郎美咲々〆〇ヶヵの はがをにとでや、。・=()「」『』\n\t,:|;0123Aaé　\u{20bb7}\u3400\uf900\udc00\ud842\0"),
  "佐藤", "花子", "鈴木", "一郎", "東京都", "大阪", "会議", "委員会", "代表取締役社長", "部長", "氏", "様", "さん", "先生", "ジョン", "スミス", "マリア", "データ", "サーバー", "氏名:", "担当 ", "ふりがな(", "株式会社", "俳優の",
];

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the scorer in WebAssembly", () => {
  it("was compiled from the C beside it (else: npm run scorer)", () => {
    const digest = createHash("sha256");
    for (const file of readdirSync(FOLDER).filter((name) => /\.[ch]$/u.test(name)).sort()) digest.update(readFileSync(FOLDER + file));
    expect(SOURCE_SHA256).toBe(digest.digest("hex"));
  });

  it("finds the same as the one in TypeScript in texts put together at random", () => {
    let names = 0;
    for (let seed = 1; seed <= 90; seed++) {
      const below = randomFrom(seed);
      const text = Array.from({ length: 20 + below(400) }, () => PIECES[below(PIECES.length)]).join("");
      const sizes = randomFrom(seed);
      const sizesAgain = randomFrom(seed);
      names += expectSame(text, () => 1 + sizes(90), () => 1 + sizesAgain(90));
    }
    expect(names).toBeGreaterThan(500);
  });

  it("finds the same in our own documentation and fixtures", () => {
    let names = 0;
    for (const [folder, ending] of [[DETECTORS, ".md"], [FIXTURES, ".txt"], [FIXTURES, ".eml"], [FIXTURES, ".csv"]] as const) {
      for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (file.endsWith(ending)) names += expectSame(normalize(readFileSync(folder + file, "utf8").slice(0, 40_000)).text);
      }
    }
    expect(names).toBeGreaterThan(100);
  });

  it("finds the same across the ends of its chunks", () => {
    const text = inventPeople(400).map(({ name }, i) => `第${i}回の会合には${name}さんが出席し、スミス・ジョン氏が報告書を提出した`).join("、");
    expect(text.length).toBeGreaterThan(LONGEST_CHUNK);
    expect(expectSame(text)).toBeGreaterThan(500);
    expect(expectSame(text, () => 511)).toBeGreaterThan(500);
  });

  it.each(["佐", "ア", "あ", "佐藤", "・", "ア・", "\ud842", "佐\udfb7", "アあ佐a1 ", "部長課長", "代表取締役社長", "\0"])("finds the same in %j, again and again", (unit) => {
    expectSame(unit.repeat(5000));
  });

  it("sees the same in every character", () => {
    const features = new Int32Array(LONGEST_WINDOW * FEATURES);
    const ends = new Int32Array(LONGEST_WINDOW);
    for (let seed = 1; seed <= 40; seed++) {
      const below = randomFrom(seed + 500);
      const text = Array.from({ length: 200 }, () => PIECES[below(PIECES.length)]).join("").slice(0, 300);
      featurize(text, 0, text.length, features, ends);
      const seen = core.featurize(text, text.length);
      expect(seen.ends).toEqual(ends.subarray(0, text.length));
      expect(seen.hashes).toEqual(features.subarray(0, ends[text.length - 1]));
    }
  });
});

describe("without WebAssembly", () => {
  const text = "昨日の会議には佐藤花子が出席した。";
  const found = (): readonly ScoredName[] => nameScanner(nameModel())(text, 0, text.length);

  const failingWith = (error: Error): object => ({
    Module: Object,
    Instance: function (): never {
      throw error;
    },
  });
  it("names are found in TypeScript", () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(createCore(nameModel())).toBeUndefined();
    expect(found().map(({ start, end }) => [start, end])).toEqual([[7, 11]]);
  });
  it("names are found in TypeScript where there is no room for its memory, too", () => {
    vi.stubGlobal("WebAssembly", failingWith(new RangeError("WebAssembly.Instance(): Out of memory")));
    expect(found().map(({ start, end }) => [start, end])).toEqual([[7, 11]]);
  });
  it("other faults are not kept quiet", () => {
    vi.stubGlobal("WebAssembly", failingWith(new TypeError("no such import")));
    expect(found).toThrow("no such import");
  });
});
