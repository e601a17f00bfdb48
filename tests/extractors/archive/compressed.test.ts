import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { compressedExtractor } from "../../../src/extractors/archive/compressed.js";
import { createLinter } from "../../../src/linter.js";
import { extract, textOf } from "../../support/extract.js";
import { readFixture } from "../../support/fixture.js";
import { inventPeople } from "../../support/people.js";

const list = ["氏名,住所,電話番号", ...inventPeople(12).map(({ name, address, phone }) => `${name},${address},${phone}`), ""].join("\r\n");
const SUFFIXES = ["bz2", "xz", "zst"] as const;
const open = (name: string, bytes: Uint8Array = readFixture("compressed", name), limits = {}) => extract(compressedExtractor, bytes, name, limits);

describe.each(SUFFIXES)("compressedExtractor: .%s", (suffix) => {
  it.each([[`flag.csv.${suffix}`, "flag.csv"], [`flag.streams.csv.${suffix}`, "flag.streams.csv"]])("reads %s", async (file, inner) => {
    const { artifacts, unscanned } = await open(file);
    expect([artifacts.map((one) => [one.name, textOf(one)]), unscanned]).toEqual([[[inner, list]], []]);
  });
  it("is read down to the people in it", async () => {
    const { reports } = await createLinter().scan({ name: `backup.tar.${suffix}`, bytes: readFixture("compressed", `flag.backup.tar.${suffix}`) });
    expect([reports[0].result.people, reports[0].result.unscanned]).toEqual([12, []]);
  });
  it("passes where nobody is in it", async () => {
    const { reports } = await createLinter().scan({ name: `a.csv.${suffix}`, bytes: readFixture("compressed", `pass.csv.${suffix}`) });
    expect([reports[0].result.findings, reports[0].result.unscanned]).toEqual([[], []]);
  });
  it("says so wherever it is cut off", async () => {
    const whole = readFixture("compressed", `flag.csv.${suffix}`);
    for (let length = 14; length < whole.length; length += 5) {
      const { unscanned } = await open(`a.${suffix}`, whole.subarray(0, length));
      expect(unscanned.map(({ reason }) => reason), String(length)).toEqual(["corrupt"]);
    }
  });
  it("gives a result with any byte changed", async () => {
    const whole = readFixture("compressed", `flag.csv.${suffix}`);
    for (let at = 14; at < whole.length; at += 3) {
      const changed = Buffer.from(whole);
      changed[at] ^= 0x55;
      await expect(open(`a.${suffix}`, changed)).resolves.toBeDefined();
    }
  });
  it("stops at the limit", async () => {
    const { unscanned } = await open(`flag.csv.${suffix}`, undefined, { expandedBytes: 100 });
    expect(unscanned.map(({ reason }) => reason)).toEqual(["limit"]);
  });
});

describe("compressedExtractor", () => {
  it("reads bytes and runs of every kind over several blocks of bzip2", async () => {
    const varied = Buffer.concat(Array.from({ length: 4000 }, (_, i) => Buffer.concat([Buffer.alloc(i % 300, i & 255), Buffer.from(`row ${i} ${Math.imul(i, 2654435761) >>> 0}\n`)])));
    const { artifacts } = await open("varied.bz2");
    const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
    expect(artifacts.map(({ bytes }) => [bytes.length, digest(bytes)])).toEqual([[varied.length, digest(varied)]]);
  });
  it("says that a byte of bzip2 has changed", async () => {
    const changed = Buffer.from(readFixture("compressed", "flag.csv.bz2"));
    changed[12] ^= 1;
    expect((await open("a.bz2", changed)).unscanned).toEqual([expect.objectContaining({ reason: "corrupt" })]);
  });
  it("gives what follows the last stream of bzip2 as stray", async () => {
    const { artifacts } = await open("a.bz2", Buffer.concat([readFixture("compressed", "flag.csv.bz2"), Buffer.from("hidden words")]));
    expect(artifacts.map((one) => [textOf(one).slice(0, 12), one.isStray])).toEqual([[list.slice(0, 12), undefined], ["hidden words", true]]);
  });
  it("refuses a frame of zstd that wants gigabytes before anybody allocates them", async () => {
    const frame = Buffer.from("28b52ffd00a8010000", "hex");
    expect((await open("a.zst", frame)).unscanned).toEqual([expect.objectContaining({ reason: "limit" })]);
  });
  it.each([["a.tbz2", "a.tar"], ["a.tar.bz2", "a.tar"], ["a.bz2", "a"], ["a", "a"]])("takes what is in %s for %s", async (name, inner) => {
    const { artifacts } = await open(name, readFixture("compressed", "flag.csv.bz2"));
    expect(artifacts.map((one) => one.name)).toEqual([inner]);
  });
  it.each(["BZh is how it begins", "(/"])("takes %j for text", (text) => {
    expect(compressedExtractor.identify(Buffer.from(text), "a.txt")).toBeUndefined();
  });
});
