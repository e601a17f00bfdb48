/** Macro projects and packaged files, whole and broken. */
import { describe, expect, it } from "vitest";
import { readCompoundFile } from "../../src/bytes/cfb.js";
import { packagedFile } from "../../src/bytes/ole-native.js";
import { macroStorage, readMacros, type MacroModule } from "../../src/bytes/vba.js";
import { compoundFile, type CompoundTree } from "../support/compound.js";

/** [MS-OVBA] 3.2.2, the specification's own example: the container, and what it unpacks to. */
const PACKED = Buffer.from("012fb000236161616263646582660070616768696a013808616b6c00306d6e6f7006710270041072737475761077" + "78797a003c", "hex");
const UNPACKED = "#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa";

const record = (id: number, data: Uint8Array): Buffer => {
  const head = Buffer.alloc(6);
  head.writeUInt16LE(id, 0);
  head.writeUInt32LE(data.length, 2);
  return Buffer.concat([head, data]);
};
const uint = (value: number, bytes: number): Buffer => {
  const made = Buffer.alloc(bytes);
  made.writeUIntLE(value, 0, bytes);
  return made;
};
/** One chunk, all of it literals. */
function packed(source: Uint8Array): Buffer {
  const tokens: number[] = [];
  for (let at = 0; at < source.length; at += 8) tokens.push(0, ...source.subarray(at, at + 8));
  const header = (tokens.length - 1) | 0xb000;
  return Buffer.from([1, header & 0xff, header >> 8, ...tokens]);
}
const directory = (modules: readonly (readonly [name: string, offset: number])[]): Buffer => packed(Buffer.concat([
  record(0x0003, uint(932, 2)),
  // PROJECTVERSION: its size says 4, and 6 bytes follow.
  Buffer.concat([uint(0x0009, 2), uint(4, 4), uint(1, 4), uint(2, 2)]),
  ...modules.flatMap(([name, offset]) => [record(0x0019, Buffer.from(name)), record(0x001a, Buffer.from(name)), record(0x0031, uint(offset, 4)), record(0x002b, Buffer.alloc(0))]),
]));
const macros = (streams: CompoundTree): MacroModule[] => {
  const vba = macroStorage(readCompoundFile(compoundFile({ VBA: streams })).root);
  return vba === undefined ? [] : readMacros(vba);
};

describe("macros", () => {
  it("are unpacked as the specification's example is", () => {
    expect(macros({ dir: directory([["Module1", 5]]), Module1: Buffer.concat([Buffer.alloc(5, 9), PACKED]) })).toEqual([{ name: "Module1", text: UNPACKED, isWhole: true }]);
  });

  it("are read in the project's own code page", () => {
    // 佐藤 in Shift_JIS.
    expect(macros({ dir: directory([["Module1", 0]]), Module1: packed(Buffer.from([0x27, 0x8d, 0xb2, 0x93, 0xa1])) })[0].text).toBe("'佐藤");
  });

  it("are found without a directory, and beside one that does not name them", () => {
    const source = Buffer.from("Attribute VB_Name = \"A\"\r\n' kept\r\n");
    expect(macros({ A: Buffer.concat([Buffer.alloc(40, 7), packed(source)]) }).map(({ text }) => text)).toEqual([source.toString()]);
    expect(macros({ dir: directory([["B", 0]]), B: packed(Buffer.from("b")), A: packed(source), __SRP_0: packed(source) }).map(({ name }) => name)).toEqual(["B", "A"]);
  });

  it("are read as far as they go wherever they break off", () => {
    for (let length = 0; length < PACKED.length; length++) {
      const [module] = macros({ dir: directory([["M", 0]]), M: PACKED.subarray(0, length) });
      // An empty stream is a module without a line.
      if (length > 3) expect(UNPACKED.startsWith(module.text)).toBe(true);
    }
    for (let at = 0; at < PACKED.length; at++) {
      const broken = Buffer.from(PACKED);
      broken[at] ^= 0xff;
      expect(macros({ dir: directory([["M", 0]]), M: broken })[0]?.text.length ?? 0).toBeLessThanOrEqual(4096);
    }
  });
});

describe("a packaged file", () => {
  const text = (value: string): Buffer => Buffer.from(`${value}\0`);
  const stream = (label: string, path: string, file: Buffer): Buffer => {
    const body = Buffer.concat([uint(2, 2), text(label), text(path), uint(0, 2), uint(3, 2), uint(8, 4), text("C:\\tmp\\"), uint(file.length, 4), file]);
    return Buffer.concat([uint(body.length, 4), body]);
  };

  it("has its name, its bytes and the paths that its author's program knew", () => {
    expect(packagedFile(stream("list.txt", "C:\\home\\list.txt", Buffer.from("content")))).toEqual({ name: "list.txt", paths: ["C:\\home\\list.txt", "C:\\tmp\\"], bytes: Buffer.from("content") });
    expect(packagedFile(stream("", "C:\\home\\list.txt", Buffer.from("content")))?.name).toBe("list.txt");
  });

  it("is none where the record is of another form or broken", () => {
    const whole = stream("list.txt", "C:\\list.txt", Buffer.from("content"));
    expect(packagedFile(Buffer.alloc(64, 0x41))).toBeUndefined();
    for (let length = 0; length < whole.length; length++) expect(packagedFile(whole.subarray(0, length))?.bytes.length ?? 0).toBeLessThan(7);
  });
});
