import { describe, expect, it } from "vitest";
import { inflateChunks, inflateEntry, isZip, readEntry, readZipDirectory } from "../../src/bytes/zip.js";
import type { Limits } from "../../src/contract.js";
import { Unreadable } from "../../src/errors.js";
import { createBudget, DEFAULT_LIMITS } from "../../src/limits.js";
import { zip, type ZipFile } from "../support/archives.js";

const TEXT = "The quick brown fox jumps over the lazy dog. ".repeat(40);
const budget = (limits: Partial<Limits> = {}): ReturnType<typeof createBudget> => createBudget({ ...DEFAULT_LIMITS, ...limits });

function contents(bytes: Uint8Array): string[] {
  return readZipDirectory(bytes).entries.map((entry) => `${entry.name}=${Buffer.from(inflateEntry(bytes, entry, budget())).toString()}`);
}

async function chunks(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<string> {
  const pieces: Uint8Array[] = [];
  const all = { ...DEFAULT_LIMITS, ...limits };
  for await (const piece of inflateChunks(bytes, readZipDirectory(bytes).entries[0], { limits: all, budget: createBudget(all) })) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

function reason(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
  return "none";
}

describe("the directory of a zip file", () => {
  const cases: readonly (readonly [string, Buffer, readonly string[]])[] = [
    ["deflated and stored entries", zip([{ name: "a", content: TEXT }, { name: "b", content: "x", stored: true }]), [`a=${TEXT}`, "b=x"]],
    ["entries whose sizes follow the data", zip([{ name: "a", content: TEXT, descriptor: true }, { name: "b", content: "x" }]), [`a=${TEXT}`, "b=x"]],
    ["zip64 entries and end records", zip([{ name: "a", content: TEXT, zip64: true }, { name: "b", content: "x" }], { zip64: true }), [`a=${TEXT}`, "b=x"]],
    ["bytes before the archive that its offsets do not count", Buffer.concat([Buffer.from("MZ stub "), zip([{ name: "a", content: TEXT }])]), [`a=${TEXT}`]],
    ["bytes before the archive that its offsets count", zip([{ name: "a", content: TEXT }], { prefix: Buffer.from("MZ stub ") }), [`a=${TEXT}`]],
    ["a comment that looks like an end record", zip([{ name: "a", content: TEXT }], { comment: `PK\x05\x06${"\0".repeat(18)}` }), [`a=${TEXT}`]],
    ["bytes behind the archive", zip([{ name: "a", content: TEXT }], { suffix: Buffer.from("appended") }), [`a=${TEXT}`]],
    ["two entries of one name, apart", zip([{ name: "a", content: "1" }, { name: "a", content: "2" }]), ["a=1", "a=2"]],
    ["an entry that the directory leaves out", zip([{ name: "a", content: "1" }, { name: "b", content: "2", unlisted: true }, { name: "c", content: "3" }]), ["a=1", "c=3", "b=2"]],
    ["two archives one behind the other", Buffer.concat([zip([{ name: "a", content: "1" }]), zip([{ name: "b", content: "2" }])]), ["b=2", "a=1"]],
  ];
  it.each(cases)("reads %s", (_, bytes, expected) => {
    expect(contents(bytes)).toEqual(expected);
    expect(isZip(bytes)).toBe(true);
  });

  it("names the entries that the directory leaves out", () => {
    const { entries, damaged } = readZipDirectory(zip([{ name: "a", content: "1" }, { name: "b", content: "2", unlisted: true }]));
    expect(entries.map(({ name, unlisted }) => [name, unlisted])).toEqual([["a", false], ["b", true]]);
    expect(damaged).toBe(false);
  });

  it("is empty where the archive is", () => {
    expect(readZipDirectory(zip([]))).toEqual({ entries: [], damaged: false });
  });

  it("finds entries by their own headers where the end is cut off, and says that it is damaged", () => {
    const bytes = zip([{ name: "a", content: TEXT }, { name: "b", content: TEXT, descriptor: true }, { name: "c", content: "x", stored: true }]);
    const cut = bytes.subarray(0, bytes.indexOf("PK\x01\x02"));
    expect(contents(cut)).toEqual([`a=${TEXT}`, `b=${TEXT}`, "c=x"]);
    expect(readZipDirectory(cut).damaged).toBe(true);
  });

  it("does not take a count of entries for true", () => {
    const bytes = zip([{ name: "a", content: "1" }, { name: "b", content: "2" }]);
    bytes.writeUInt16LE(1, bytes.length - 22 + 10);
    const { entries, damaged } = readZipDirectory(bytes);
    expect(entries.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(damaged).toBe(true);
  });

  it("reads names in UTF-8, Shift_JIS and neither", () => {
    const shiftJis = Buffer.from([0x96, 0xbc, 0x95, 0xeb, 0x2e, 0x78]);
    const files: ZipFile[] = [{ name: "名簿.x", content: "" }, { name: Buffer.from("名簿.x"), content: "" }, { name: shiftJis, content: "" }, { name: Buffer.from([0x61, 0xff]), content: "" }];
    expect(readZipDirectory(zip(files)).entries.map(({ name }) => name)).toEqual(["名簿.x", "名簿.x", "名簿.x", "aÿ"]);
  });

  it.each([
    ["text", Buffer.from("PKzip is a program")],
    ["nothing", Buffer.alloc(0)],
    ["an OLE file with a package inside", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), zip([{ name: "a", content: "1" }])])],
    ["an end record without entries behind other bytes", Buffer.concat([Buffer.from("text"), zip([])])],
  ])("is not looked for in %s", (_, bytes) => {
    expect(isZip(bytes)).toBe(false);
  });
});

describe("the bytes of an entry", () => {
  const refused: readonly (readonly [string, ZipFile, string])[] = [
    ["an encrypted entry", { name: "a", content: TEXT, encrypted: true }, "encrypted"],
    ["deflate64", { name: "a", content: TEXT, method: 9 }, "unsupported"],
    ["a wrong CRC", { name: "a", content: TEXT, crc: 1 }, "corrupt"],
    ["a size that is not true", { name: "a", content: TEXT, size: 3 }, "corrupt"],
    ["a size larger than any memory", { name: "a", content: TEXT, size: 0xfffffffe }, "corrupt"],
    ["compressed bytes cut short", { name: "a", content: TEXT, compressedSize: 20 }, "corrupt"],
    ["an offset outside", { name: "a", content: TEXT, offset: 1_000_000 }, "corrupt"],
  ];
  it.each(refused)("are refused for %s", (_, file, expected) => {
    const bytes = zip([file]);
    expect(reason(() => inflateEntry(bytes, readZipDirectory(bytes).entries[0], budget()))).toBe(expected);
  });

  it.each([
    ["a wrong CRC", { crc: 1 }],
    ["a size that is not true", { size: 3 }],
  ])("are still read in spite of %s", (_, lie) => {
    const bytes = zip([{ name: "a", content: TEXT, ...lie }]);
    const read = readEntry(bytes, readZipDirectory(bytes).entries[0], budget());
    expect(Buffer.from(read.bytes).toString()).toBe(TEXT);
    expect(read.problem?.reason).toBe("corrupt");
  });

  it("are read up to where the compressed data breaks", () => {
    const content = Array.from({ length: 5000 }, (_, i) => `line ${(i * 7919) % 5000}\n`).join("");
    const bytes = zip([{ name: "a", content }]);
    const { entries } = readZipDirectory(bytes);
    bytes.fill(0xff, 5000, 5100);
    const read = readEntry(bytes, entries[0], budget());
    const text = Buffer.from(read.bytes).toString("latin1");
    expect(read.problem?.reason).toBe("corrupt");
    expect(text.length).toBeGreaterThan(5000);
    expect(content.startsWith(text.slice(0, 5000))).toBe(true);
  });

  it.each([
    ["expandedBytes", { expandedBytes: 1000 }, () => zip([{ name: "a", content: TEXT }])],
    ["expansionRatio", {}, () => zip([{ name: "a", content: Buffer.alloc(20_000_000) }])],
  ])("stop at %s, in one go and in pieces", async (limit, limits, make) => {
    const bytes = make();
    expect(() => inflateEntry(bytes, readZipDirectory(bytes).entries[0], budget(limits))).toThrow(limit);
    await expect(chunks(bytes, limits)).rejects.toThrow(limit);
  });

  it("are the same in pieces", async () => {
    const content = Array.from({ length: 200_000 }, (_, i) => `line ${i}\n`).join("");
    for (const stored of [true, false]) expect(await chunks(zip([{ name: "a", content, stored }]))).toBe(content);
  });

  it.each([
    ["damaged data", { name: "a", content: TEXT, compressedSize: 20 }],
    ["a wrong CRC", { name: "a", content: TEXT, crc: 1 }],
  ])("end in an error for %s in pieces", async (_, file) => {
    await expect(chunks(zip([file]))).rejects.toThrow(Unreadable);
  });

  it("take no more memory than the packed bytes can become, whatever the directory says", () => {
    const bytes = zip([{ name: "a", content: "x", size: 0xfffffff0 }]);
    const before = process.memoryUsage().arrayBuffers;
    const read = readEntry(bytes, readZipDirectory(bytes).entries[0], budget());
    expect(read.bytes.buffer.byteLength).toBeLessThan(100_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });
});
