import { describe, expect, it } from "vitest";
import { tarExtractor } from "../../../src/extractors/archive/tar.js";
import { pax, tar, type TarFile } from "../../support/archives.js";
import { encode } from "../../support/encode.js";
import { extract, show, textOf, whereIs } from "../../support/extract.js";
import { inventPerson } from "../../support/people.js";

const person = inventPerson(3);
const open = (files: readonly TarFile[]) => extract(tarExtractor, tar(files), "a.tar");
const octal = (value: number, length: number): string => value.toString(8).padStart(length - 1, "0") + "\0";

/** Old GNU sparse header fields from byte 345 on: four pieces from byte 386, the flag at 482, the real size at 483. */
function sparseFields(pieces: readonly (readonly [offset: number, size: number])[], realSize: number, isExtended: boolean): Buffer {
  const fields = Buffer.alloc(150);
  pieces.forEach(([offset, size], i) => fields.write(octal(offset, 12) + octal(size, 12), 386 - 345 + i * 24, "latin1"));
  fields[482 - 345] = isExtended ? 1 : 0;
  fields.write(octal(realSize, 12), 483 - 345, "latin1");
  return fields;
}

describe("tarExtractor", () => {
  it("yields files in order, at places named after them", async () => {
    const { artifacts, unscanned } = await open([{ name: "b/", type: "5" }, { name: "b/x.txt", content: "one" }, { name: "a.txt", content: "two".repeat(400) }]);
    expect(artifacts.map((one) => [show(one.at), one.name, one.bytes.length])).toEqual([["a.tar › b/x.txt", "x.txt", 3], ["a.tar › a.txt", "a.txt", 1200]]);
    expect(unscanned).toEqual([]);
  });

  it.each<[string, readonly TarFile[]]>([
    ["pax", [pax({ path: "長い/名簿.txt" }), { name: "short", content: "x" }]],
    ["GNU", [{ name: "././@LongLink", type: "L", content: "長い/名簿.txt\0" }, { name: "short", content: "x" }]],
    ["Shift_JIS", [{ name: encode("長い/名簿.txt", "shift_jis"), content: "x" }]],
  ])("takes the name from the %s form", async (_, files) => {
    const { artifacts } = await open(files);
    expect(artifacts.map((one) => [show(one.at), one.name])).toEqual([["a.tar › 長い/名簿.txt", "名簿.txt"]]);
  });

  it("goes by the size that pax gives, as tar does, and not by the header's", async () => {
    const { artifacts } = await open([pax({ size: "12" }), { name: "a", content: "hidden words", size: 0 }, { name: "b", content: "next" }]);
    expect(artifacts.map(textOf)).toEqual(["hidden words", "next"]);
  });

  it("gives owners, link targets and pax comments as metadata, an owner only once", async () => {
    const read = await open([
      { name: "a", content: "x", owner: "tanaka" },
      { name: "b", content: "y", owner: "tanaka" },
      { name: "c", type: "2", link: `/home/${person.romaji}` },
      pax({ comment: person.phone }),
      { name: "d", content: "z" },
    ]);
    expect(whereIs("tanaka", read)).toEqual(["a.tar › a › [owner] (metadata)"]);
    expect(whereIs(person.romaji, read)).toEqual(["a.tar › c › [link] (metadata)"]);
    expect(whereIs(person.phone, read)).toEqual(["a.tar › d › [comment] (metadata)"]);
    expect(whereIs("c", { texts: read.texts.slice(0, 1), tables: [] })).toEqual(["a.tar › c"]);
  });

  it.each<[string, readonly TarFile[]]>([
    ["old GNU", [{ name: "s", type: "S", content: "headtail", gnu: sparseFields([[0, 4], [96, 4]], 100, false) }]],
    [
      "old GNU with further blocks",
      [
        {
          name: "s",
          type: "S",
          size: 8,
          content: Buffer.concat([Buffer.from((octal(96, 12) + octal(4, 12)).padEnd(512, "\0"), "latin1"), Buffer.from("headtail")]),
          gnu: sparseFields([[0, 4]], 100, true),
        },
      ],
    ],
    ["pax 0.1", [pax({ "GNU.sparse.map": "0,4,96,4", "GNU.sparse.size": "100", "GNU.sparse.name": "s" }), { name: "x", content: "headtail" }]],
    [
      "pax 1.0",
      [
        pax({ "GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.realsize": "100", "GNU.sparse.name": "s" }),
        { name: "x", content: Buffer.concat([Buffer.from("2\n0\n4\n96\n4\n".padEnd(512, "\0")), Buffer.from("headtail")]) },
      ],
    ],
  ])("puts a sparse file of the %s format together", async (_, files) => {
    const { artifacts, unscanned } = await open([...files, { name: "next", content: "next" }]);
    expect(unscanned).toEqual([]);
    expect(artifacts.map((one) => [one.name, textOf(one)])).toEqual([["s", "head" + "\0".repeat(92) + "tail"], ["next", "next"]]);
  });

  it("does not put together a sparse file larger than the limit, but reads its pieces", async () => {
    const { artifacts, unscanned } = await open([{ name: "s", type: "S", content: "head", gnu: sparseFields([[0, 4]], 2 ** 32, false) }]);
    expect(unscanned).toEqual([expect.objectContaining({ reason: "limit" })]);
    expect(artifacts.map(textOf)).toEqual(["head"]);
  });

  it.each(["9,4", "0,4,96,400", "-1,4", "x,y"])("lists a sparse file whose map %s does not fit as corrupt, and reads its pieces", async (map) => {
    const { artifacts, unscanned } = await open([pax({ "GNU.sparse.map": map, "GNU.sparse.size": "10" }), { name: "s", content: "head" }]);
    expect([artifacts.map(textOf), unscanned.map(({ reason }) => reason)]).toEqual([["head"], ["corrupt"]]);
  });

  it("reads what stands in the padding behind an entry", async () => {
    const { artifacts } = await open([{ name: "a", content: "x", slack: "hidden words" }]);
    expect(artifacts.map((one) => [textOf(one).replaceAll("\0", ""), one.concealment])).toEqual([["x", undefined], ["hidden words", "orphaned-part"]]);
  });

  it("reads archives that were appended behind the end", async () => {
    const { artifacts, unscanned } = await extract(tarExtractor, Buffer.concat([tar([{ name: "a", content: "one" }]), tar([{ name: "b", content: "two" }])]), "a.tar");
    expect([artifacts.map(textOf), unscanned]).toEqual([["one", "two"], []]);
  });

  it("goes on behind a broken header, as tar does, and reads what it passed over", async () => {
    const broken = Buffer.alloc(1024, "hidden words ");
    const bytes = Buffer.concat([tar([{ name: "a", content: "one" }], { open: true }), broken, tar([{ name: "b", content: "two" }])]);
    const { artifacts, unscanned } = await extract(tarExtractor, bytes, "a.tar");
    expect(artifacts.map((one) => textOf(one).slice(0, 12))).toEqual(["one", "hidden words", "two"]);
    expect(unscanned).toEqual([expect.objectContaining({ reason: "corrupt", detail: "tar: no entry header at byte 1024" })]);
  });

  it("reads the beginning of an entry that is cut off", async () => {
    const { artifacts, unscanned } = await extract(tarExtractor, tar([{ name: "a", content: "words".repeat(500) }]).subarray(0, 1024), "a.tar");
    expect(artifacts.map((one) => one.bytes.length)).toEqual([512]);
    expect(unscanned).toEqual([expect.objectContaining({ reason: "corrupt", detail: "tar: the entry is cut off" })]);
  });

  it("reads data that a directory should not have", async () => {
    const { artifacts } = await open([{ name: "d/", type: "5", content: "hidden words" }, { name: "b", content: "two" }]);
    expect(artifacts.map((one) => textOf(one).slice(0, 12))).toEqual(["hidden words", "two"]);
  });

  it.each([["a.tar", "tar"], ["zeros.bin", undefined]])("takes zeros called %s for %s: only the name tells an empty archive", async (name, format) => {
    expect(tarExtractor.identify(Buffer.alloc(10240), name)).toBe(format);
  });

  it("does not take text for an archive", () => {
    expect(tarExtractor.identify(Buffer.alloc(2048, "ustar words "), "a.tar")).toBeUndefined();
  });
});
