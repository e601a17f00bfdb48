import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { gzipExtractor } from "../../../src/extractors/archive/gzip.js";
import { gzip } from "../../support/archives.js";
import { encode } from "../../support/encode.js";
import { extract, show, textOf, whereIs } from "../../support/extract.js";
import { inventPerson } from "../../support/people.js";

const person = inventPerson(2);
const open = (bytes: Uint8Array, name = "a.csv.gz") => extract(gzipExtractor, bytes, name);

describe("gzipExtractor", () => {
  it.each<[string, string | Buffer | undefined, string]>([
    ["its own name", "名簿.csv", "名簿.csv"],
    ["its own name in Shift_JIS", encode("名簿.csv", "shift_jis"), "名簿.csv"],
    ["the file's name without .gz", undefined, "a.csv"],
  ])("names the entry by %s", async (_, name, expected) => {
    const { artifacts } = await open(gzip({ content: "words", ...(name !== undefined && { name }) }));
    expect(artifacts.map((one) => [show(one.at), one.name, textOf(one)])).toEqual([[`a.csv.gz › ${expected}`, expected, "words"]]);
  });

  it.each([["a.tgz", "a.tar"], ["a.tar.gz", "a.tar"], ["a.svgz", "a.svg"], ["a", "a"]])("takes what is in %s for %s", async (name, inner) => {
    expect((await open(gzipSync("x"), name)).artifacts.map((one) => one.name)).toEqual([inner]);
  });

  it("joins members as gunzip does, so that nothing is cut in two", async () => {
    const { artifacts } = await open(gzip({ content: person.phone.slice(0, 6), name: "a" }, { content: person.phone.slice(6) }));
    expect(artifacts.map(textOf)).toEqual([person.phone]);
  });

  it("keeps members of different names apart", async () => {
    const { artifacts } = await open(gzip({ content: "one", name: "a" }, { content: "two", name: "b" }));
    expect(artifacts.map((one) => [one.name, textOf(one)])).toEqual([["a", "one"], ["b", "two"]]);
  });

  it("gives a comment as metadata", async () => {
    expect(whereIs(person.name, await open(gzip({ content: "x", name: "a", comment: person.name })))).toEqual(["a.csv.gz › a › [comment] (metadata)"]);
  });

  it("reads an extra field, but not the block size that block gzip puts into every member", async () => {
    const blocks = await open(gzip({ content: "x", extra: Buffer.from([0x42, 0x43, 2, 0, 0x1b, 0x01]) }));
    expect(blocks.artifacts.length).toBe(1);
    const words = await open(gzip({ content: "x", extra: Buffer.from(`zz\x0c\x00hidden words`) }));
    expect(words.artifacts.map((one) => [textOf(one).slice(4), one.concealment])).toContainEqual(["hidden words", "orphaned-part"]);
  });

  it("reads what follows the last member and lists it as corrupt", async () => {
    const { artifacts, unscanned } = await open(Buffer.concat([gzipSync("x"), Buffer.from("hidden words")]));
    expect(artifacts.map(textOf)).toEqual(["x", "hidden words"]);
    expect(unscanned).toEqual([expect.objectContaining({ reason: "corrupt", detail: "gzip: 12 bytes follow the last member" })]);
  });

  it("passes over zeros behind the last member, as tapes leave them", async () => {
    const { artifacts, unscanned } = await open(Buffer.concat([gzipSync("x"), Buffer.alloc(512)]));
    expect([artifacts.length, unscanned]).toEqual([1, []]);
  });

  it.each<[string, (whole: Buffer) => Uint8Array]>([
    ["cut off in its data", (whole) => whole.subarray(0, whole.length - 20)],
    ["cut off in its trailer", (whole) => whole.subarray(0, whole.length - 3)],
    ["with a wrong CRC-32", (whole) => Buffer.concat([whole.subarray(0, -8), Buffer.alloc(4), whole.subarray(-4)])],
    ["with a wrong size", (whole) => Buffer.concat([whole.subarray(0, -4), Buffer.alloc(4, 9)])],
  ])("reads what it can of a file %s and lists it as corrupt", async (_, damage) => {
    const words = Array.from({ length: 4000 }, (__, i) => `${(i * 7919) % 10007} `).join("");
    const { artifacts, unscanned } = await open(damage(gzipSync(words)));
    expect(artifacts.map((one) => words.startsWith(textOf(one)) && one.bytes.length > words.length / 2)).toEqual([true]);
    expect(unscanned).toEqual([expect.objectContaining({ reason: "corrupt" })]);
  });

  it("lists a header that is cut off", async () => {
    const { artifacts, unscanned } = await open(gzip({ content: "x", name: "name" }).subarray(0, 12));
    expect([artifacts, unscanned.map(({ reason }) => reason)]).toEqual([[], ["corrupt"]]);
  });

  it.each([
    ["expandedBytes", { expandedBytes: 1_000_000 }],
    ["expansionRatio", { expansionRatio: 100 }],
    ["entries", { entries: 3 }],
  ])("stops at the limit %s", async (limit, limits) => {
    const zeros = limit === "entries" ? Buffer.concat(Array.from({ length: 9 }, () => gzipSync(""))) : gzipSync(Buffer.alloc(20_000_000));
    const { unscanned } = await extract(gzipExtractor, zeros, "bomb.gz", limits);
    expect(unscanned).toEqual([expect.objectContaining({ reason: "limit", detail: expect.stringContaining(`${limit}:`) as unknown })]);
  });

  it("is known by its mark and method, not by its name", () => {
    expect([gzipExtractor.identify(gzipSync("x"), "a.txt"), gzipExtractor.identify(Buffer.from([0x1f, 0x8b, 7, 0]), "a.gz")]).toEqual(["gz", undefined]);
  });
});
