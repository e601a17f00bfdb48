import { describe, expect, it } from "vitest";
import { unsupportedExtractor } from "../../../src/extractors/unsupported.js";
import { gzipExtractor } from "../../../src/extractors/archive/gzip.js";
import { tarExtractor } from "../../../src/extractors/archive/tar.js";
import { zipExtractor } from "../../../src/extractors/archive/zip.js";
import { zip, type ZipFile, type ZipOptions } from "../../support/archives.js";
import { encode } from "../../support/encode.js";
import { extract, extractAll, show, textOf, whereIs } from "../../support/extract.js";
import { inventPerson } from "../../support/people.js";

const open = (files: readonly ZipFile[], options?: ZipOptions) => extract(zipExtractor, zip(files, options), "a.zip");
const person = inventPerson(1);

describe("zipExtractor", () => {
  it("yields every entry in the directory's order, stored or deflated, at a place named after it", async () => {
    const { artifacts, unscanned, texts } = await open([{ name: "b.txt", content: "bb".repeat(50) }, { name: "x/a.txt", content: "a", stored: true }]);
    expect(artifacts.map(({ at, name, bytes }) => [show(at), name, bytes.length])).toEqual([["a.zip › b.txt", "b.txt", 100], ["a.zip › x/a.txt", "a.txt", 1]]);
    expect(unscanned).toEqual([]);
    expect(texts.map(({ text }) => text)).toEqual(["x"]);
  });

  it("reads both of two entries of one name", async () => {
    const { artifacts } = await open([{ name: "a.txt", content: "first" }, { name: "a.txt", content: "second" }]);
    expect(artifacts.map(textOf)).toEqual(["first", "second"]);
  });

  it("reads what the directory leaves out, and says that it is an orphan", async () => {
    const { artifacts } = await open([{ name: "a.txt", content: "first" }, { name: "old.txt", content: "deleted", unlisted: true }, { name: "z.txt", content: "last" }]);
    expect(artifacts.map((one) => [one.name, textOf(one), one.concealment])).toEqual([
      ["a.txt", "first", undefined], ["z.txt", "last", undefined], ["old.txt", "deleted", "orphaned-part"],
    ]);
  });

  it.each([
    ["UTF-8 by its flag", "名簿.txt"],
    ["UTF-8 without the flag, as macOS writes it", Buffer.from("名簿.txt")],
    ["Shift_JIS, as Windows in Japan writes it", encode("名簿.txt", "shift_jis")],
  ])("decodes a name in %s", async (_, name) => {
    const { artifacts } = await open([{ name, content: "x" }]);
    expect(artifacts.map((one) => one.name)).toEqual(["名簿.txt"]);
  });

  it("shows the names of folders once, and not those of files, which the core reads itself", async () => {
    const { texts } = await open([{ name: `${person.name}/` }, { name: `${person.name}/a.txt`, content: "x" }, { name: `${person.name}/b.txt`, content: "y" }]);
    expect(texts.map(({ text }) => text)).toEqual([person.name]);
  });

  it("lists an encrypted entry with its place and its name as text, and reads the others", async () => {
    const read = await open([{ name: "secret.txt", content: "xxxxxxxxxxxx-sealed", encrypted: true }, { name: "open.txt", content: "open" }]);
    expect(read.unscanned.map(({ at, reason }) => [show(at), reason])).toEqual([["a.zip › secret.txt", "encrypted"]]);
    expect(read.artifacts.map(textOf)).toEqual(["open"]);
    expect(whereIs("secret.txt", read)).toEqual(["a.zip › secret.txt"]);
  });

  it.each([[12, "bzip2"], [14, "LZMA"], [95, "xz"], [97, "unknown"]])("lists an entry of compression method %i as unsupported", async (method, word) => {
    const { unscanned, artifacts } = await open([{ name: "a.txt", content: "abc", method }]);
    expect(unscanned).toEqual([expect.objectContaining({ reason: "unsupported", detail: expect.stringContaining(word) as unknown })]);
    expect(artifacts).toEqual([]);
  });

  it("gives comments of the archive and of entries as metadata", async () => {
    const read = await open([{ name: "a.txt", content: "x", comment: person.phone }, { name: "b.txt", content: "y" }], { comment: `for ${person.name}` });
    expect(whereIs(person.name, read)).toEqual(["a.zip › [comment] (metadata)"]);
    expect(whereIs(person.phone, read)).toEqual(["a.zip › a.txt › [comment] (metadata)"]);
  });

  it.each<[string, readonly ZipFile[], ZipOptions]>([
    ["before the first entry", [{ name: "a.txt", content: "x" }], { prefix: Buffer.from("hidden words") }],
    ["between entries", [{ name: "a.txt", content: "x" }, { name: "b.txt", content: "y", gap: Buffer.from("hidden words") }], {}],
    ["before the directory", [{ name: "a.txt", content: "x" }, { name: "b", content: "", gap: Buffer.from("hidden words"), unlisted: true }], {}],
    ["behind the end record", [{ name: "a.txt", content: "x" }], { suffix: Buffer.from("hidden words") }],
    ["in an extra field", [{ name: "a.txt", content: "x", extra: Buffer.concat([Buffer.from([0x99, 0x99, 80, 0]), Buffer.from("hidden words".padEnd(80))]) }], {}],
  ])("reads bytes that stand %s", async (_, files, options) => {
    const { artifacts } = await open(files, options);
    const strays = artifacts.filter(({ concealment, name }) => concealment === "orphaned-part" && name.startsWith("bytes "));
    expect(strays.map((one) => textOf(one).trim())[0]).toBe("hidden words");
  });

  it("passes over alignment and padding of zeros", async () => {
    const { artifacts } = await open([{ name: "a.txt", content: "x", gap: Buffer.alloc(4000) }, { name: "b.txt", content: "y", gap: Buffer.from("pad") }]);
    expect(artifacts.map(({ name }) => name)).toEqual(["a.txt", "b.txt"]);
  });

  it("reads what is left of a damaged entry and lists it as corrupt", async () => {
    const { artifacts, unscanned } = await open([{ name: "a.txt", content: "words", crc: 1 }]);
    expect(artifacts.map(textOf)).toEqual(["words"]);
    expect(unscanned).toEqual([expect.objectContaining({ reason: "corrupt", detail: "zip: wrong CRC-32" })]);
  });

  it("reads overlapping entries no more than twice over", async () => {
    const kernel = zip([{ name: "kernel", content: Buffer.alloc(300_000, 7), stored: true }]);
    const count = 50;
    const bomb = zip([
      { name: "0", content: kernel.subarray(30 + 6, 30 + 6 + 300_000), stored: true },
      ...Array.from({ length: count }, (_, i): ZipFile => ({ name: String(i + 1), content: Buffer.alloc(300_000, 7), stored: true, offset: 0 })),
    ]);
    const { artifacts, unscanned } = await extract(zipExtractor, bomb, "bomb.zip");
    expect(artifacts.filter(({ name }) => /^\d+$/u.test(name)).length).toBeLessThanOrEqual(3);
    expect(new Set(unscanned.map(({ reason }) => reason))).toEqual(new Set(["limit"]));
    const more = Number(/\((\d+) more entries\)$/u.exec(unscanned.at(-1)?.detail ?? "")?.[1]);
    expect(unscanned.length - 1 + more).toBeGreaterThanOrEqual(count - 2);
  });

  it.each<[string, string, string]>([
    ["OpenDocument", "META-INF/manifest.xml", '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry><manifest:file-entry manifest:full-path="mimetype"/></manifest:manifest>'],
    ["EPUB", "META-INF/encryption.xml", '<encryption><EncryptedData><CipherData><CipherReference URI="content.xml"/></CipherData></EncryptedData></encryption>'],
  ])("lists what the manifest of an %s package says is encrypted", async (_, manifest, content) => {
    const { unscanned, artifacts } = await open([{ name: "mimetype", content: "x" }, { name: "content.xml", content: "sealed" }, { name: manifest, content }]);
    expect(unscanned.map(({ at, reason }) => [show(at), reason])).toEqual([["a.zip › content.xml", "encrypted"]]);
    expect(artifacts.map(({ name }) => name)).toEqual(["mimetype", manifest.slice(9)]);
  });

  it("finds entries that the directory looks for in the wrong place", async () => {
    const whole = zip([{ name: "a.txt", content: "first" }, { name: "b.txt", content: "second" }]);
    // The offset of the second entry, in the directory's second header.
    whole.writeUInt32LE(3, whole.lastIndexOf(Buffer.from("PK\x01\x02", "latin1")) + 42);
    const { unscanned, artifacts } = await extract(zipExtractor, whole, "a.zip");
    expect(artifacts.map((one) => [textOf(one), one.concealment])).toEqual([["first", undefined], ["second", "orphaned-part"]]);
    expect(unscanned).toEqual([expect.objectContaining({ reason: "corrupt" })]);
  });

  it("lists many entries unread for one reason in short, and counts the rest", async () => {
    const { unscanned } = await open(Array.from({ length: 30 }, (_, i) => ({ name: `${i}.txt`, content: "sealed-sealed", encrypted: true })));
    expect(unscanned.map(({ at }) => show(at)).slice(18)).toEqual(["a.zip › 18.txt", "a.zip › 19.txt", "a.zip"]);
    expect(unscanned.at(-1)).toMatchObject({ reason: "encrypted", detail: "zip: the entry is encrypted (10 more entries)" });
  });

  it("stops at the limit on expanded bytes, and what came before stands", async () => {
    const bytes = zip([{ name: "small.txt", content: "small" }, { name: "zeros", content: Buffer.alloc(3_000_000) }, { name: "last.txt", content: "last" }]);
    const { artifacts, unscanned } = await extract(zipExtractor, bytes, "bomb.zip", { expandedBytes: 1_000_000 });
    expect(artifacts.map(({ name }) => name)).toEqual(["small.txt", "last.txt"]);
    expect(unscanned).toEqual([expect.objectContaining({ reason: "limit", detail: expect.stringMatching(/^expandedBytes:/u) as unknown })]);
  });

  it("stops at the limit on entries", async () => {
    const bytes = zip(Array.from({ length: 50 }, (_, i) => ({ name: `${i}/` })));
    const { unscanned } = await extract(zipExtractor, bytes, "many.zip", { entries: 20 });
    expect(unscanned).toEqual([expect.objectContaining({ reason: "limit", detail: expect.stringMatching(/^entries:/u) as unknown })]);
  });

  it("opens archives in archives down to the limit on depth", async () => {
    let bytes: Buffer = zip([{ name: "core.txt", content: "x" }]);
    for (let i = 0; i < 12; i++) bytes = zip([{ name: `${i}.zip`, content: bytes }]);
    const { formats, unscanned } = await extractAll([zipExtractor, gzipExtractor, tarExtractor, unsupportedExtractor], bytes, "deep.zip", { depth: 8 });
    expect(formats).toEqual(Array.from({ length: 9 }, () => "zip"));
    expect(unscanned).toEqual([expect.objectContaining({ reason: "limit", detail: "depth" })]);
  });
});

describe("zipExtractor names packages", () => {
  it.each<[string, readonly ZipFile[]]>([
    ["zip", [{ name: "a.txt", content: "x" }]],
    ["odt", [{ name: "mimetype", content: "application/vnd.oasis.opendocument.text", stored: true }, { name: "content.xml", content: "<x/>" }]],
    ["ods", [{ name: "content.xml", content: "<x/>" }, { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" }]],
    ["odp", [{ name: "mimetype", content: "application/vnd.oasis.opendocument.presentation", stored: true }]],
    ["epub", [{ name: "mimetype", content: "application/epub+zip", stored: true }]],
    ["jar", [{ name: "META-INF/MANIFEST.MF", content: "Manifest-Version: 1.0\n" }]],
    ["xlsb", [{ name: "[Content_Types].xml", content: '<Types><Override PartName="/q.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>' }]],
    ["package", [{ name: "[Content_Types].xml", content: "<Types/>" }]],
  ])("%s", (format, files) => {
    expect(zipExtractor.identify(zip(files), "x")).toBe(format);
  });

  it("does not take a text that mentions PK for an archive", () => {
    expect(zipExtractor.identify(Buffer.from("PK is short for primary key; PK\x05\x06 is not."), "a.zip")).toBeUndefined();
  });
});
