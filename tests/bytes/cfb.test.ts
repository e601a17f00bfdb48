/** Compound files, whole, broken and made to be hard to read. */
import { describe, expect, it } from "vitest";
import { type CompoundEntry, type CompoundFile, compoundFileNames, readCompoundFile } from "../../src/bytes/cfb.js";
import { compoundFile } from "../support/compound.js";

const LARGE = Buffer.from(Array.from({ length: 10_000 }, (_, i) => i % 251));
const SMALL = Buffer.from("a small stream");

const listed = (entry: CompoundEntry, path = ""): string[] =>
  entry.kind === "stream" ? [`${path}${entry.name} ${entry.read().bytes.length}${entry.read().isWhole ? "" : " broken"}`] : entry.children.flatMap((child) => listed(child, `${path}${entry.name}/`));
const all = (file: CompoundFile): string[] => listed(file.root);
const unreached = (file: CompoundFile): string => Buffer.concat([...file.unreached()]).toString("latin1");

describe("a compound file", () => {
  const bytes = compoundFile({ WordDocument: LARGE, "1Table": SMALL, ObjectPool: { _1: { "\u0001Ole10Native": SMALL } } }, { free: Buffer.from("left over"), orphans: { Old: SMALL } });

  it("gives its streams where they stand, small and large", () => {
    const file = readCompoundFile(bytes);
    expect(all(file)).toEqual(["/WordDocument 10000", "/1Table 14", "/ObjectPool/_1/\u0001Ole10Native 14"]);
    const main = file.root.find("worddocument");
    expect(main?.kind === "stream" && Buffer.from(main.read().bytes).equals(LARGE)).toBe(true);
    expect(file.root.find("nothing")).toBeUndefined();
    expect([file.damaged, compoundFileNames(bytes)]).toEqual([false, ["worddocument", "1table", "objectpool"]]);
  });

  it("gives what no storage lists, and what lies in no stream", () => {
    const file = readCompoundFile(bytes);
    expect(file.orphans.map((one) => [one.name, Buffer.from(one.read().bytes).toString()])).toEqual([["Old", "a small stream"]]);
    expect(unreached(file)).toContain("left over");
    expect(unreached(file)).not.toContain("a small stream");
  });

  it("gives what stands behind the end of a stream", () => {
    const slack = Buffer.from(compoundFile({ Big: Buffer.concat([Buffer.alloc(5000, 1), Buffer.from("behind the end")]) }));
    const at = slack.indexOf(Buffer.from("Big", "utf16le"));
    slack.writeUInt32LE(5000, at + 120);
    expect(unreached(readCompoundFile(slack))).toContain("behind the end");
    expect(unreached(readCompoundFile(compoundFile({ Big: Buffer.alloc(5000, 1) })))).toBe("");
  });

  it("is read as far as it goes wherever it is cut off", () => {
    for (let length = 0; length < bytes.length; length += 37) {
      const file = readCompoundFile(bytes.subarray(0, length));
      expect(all(file).length).toBeLessThanOrEqual(3);
      expect([...file.unreached()].length).toBeGreaterThanOrEqual(0);
    }
    expect(all(readCompoundFile(bytes.subarray(0, 512)))).toEqual([]);
  });

  it("is read to an end whatever single numbers in it are", () => {
    for (let at = 24; at + 4 <= bytes.length; at += 4) {
      for (const value of [0, 1, 0xfffffffe, 0x7fffffff]) {
        const broken = Buffer.from(bytes);
        broken.writeUInt32LE(value, at);
        const file = readCompoundFile(broken);
        // Every stream is at most as long as the file.
        for (const line of all(file)) expect(Number(/ (\d+)(?: broken)?$/u.exec(line)?.[1])).toBeLessThanOrEqual(bytes.length);
      }
      if (at === 512) at = bytes.length - 4096;
    }
  });

  it("does not run in a ring", () => {
    const ring = Buffer.from(bytes);
    const fat = bytes.readUInt32LE(76);
    // The large stream's second sector leads back to its first; its size says that there is no end.
    ring.writeUInt32LE(0, (fat + 1) * 512 + 4);
    ring.writeUInt32LE(0x7fffffff, ring.indexOf(Buffer.from("WordDocument", "utf16le")) + 120);
    const main = readCompoundFile(ring).root.find("WordDocument");
    const read = main?.kind === "stream" ? main.read() : undefined;
    expect(read?.isWhole).toBe(false);
    expect(read?.bytes.length).toBeLessThanOrEqual(ring.length);
  });

  it("is nothing at all where the bytes are something else", () => {
    expect(all(readCompoundFile(Buffer.from("PK\u0003\u0004")))).toEqual([]);
    expect(compoundFileNames(Buffer.alloc(600))).toEqual([]);
  });
});
