import { describe, expect, it } from "vitest";
import { openStream } from "../../../src/extractors/biff/crypt.js";
import { begin, end, label, record, u16 } from "../../support/biff.js";
import { binarySeal, rc4 } from "../../support/seal97.js";

const PASSWORD = "VelvetSweatshop";
const secret = label(0, 0, "山田太郎");

/** Every record behind FILEPASS but EOF's nothing: each byte by what stands at the same place of `stream`. */
function encrypted(pass: Uint8Array, code: (byte: number, at: number, size: number) => number): Buffer {
  const stream = Buffer.concat([begin(0x05), pass, Buffer.from(secret), end]);
  const start = stream.length - end.length - secret.length + 4;
  for (let at = start; at < start + secret.length - 4; at++) stream[at] = code(stream[at], at, secret.length - 4);
  return stream;
}
const opened = (stream: Uint8Array): { isSealed: boolean; holds: boolean } => {
  const { stream: plain, isSealed } = openStream(stream);
  return { isSealed, holds: Buffer.from(plain).includes(secret) };
};

describe("workbooks under the password that Excel tries by itself", () => {
  it("open where their bytes are exclusive-ored", () => {
    const pads = [...Buffer.from(PASSWORD, "latin1"), 0xbb].map((byte, i) => {
      const mixed = byte ^ (i % 2 === 0 ? 0x59 : 0xb3);
      return ((mixed << 2) | (mixed >> 6)) & 0xff;
    });
    const stream = encrypted(record(0x2f, u16(0, 0xb359, 0x9a0a)), (byte, at, size) => {
      const mixed = byte ^ pads[(at + size) % 16];
      return ((mixed >> 3) | (mixed << 5)) & 0xff;
    });
    expect(Buffer.from(stream).includes(secret)).toBe(false);
    expect(opened(stream)).toEqual({ isSealed: false, holds: true });
  });

  it("open where RC4 encrypts them", () => {
    const { header, keyOf } = binarySeal(PASSWORD);
    const keys = rc4(keyOf(0), new Uint8Array(1024));
    expect(opened(encrypted(record(0x2f, u16(1), header), (byte, at) => byte ^ keys[at]))).toEqual({ isSealed: false, holds: true });
  });
});

describe("workbooks under other passwords", () => {
  it.each<[string, Buffer]>([
    ["exclusive-or", record(0x2f, u16(0, 0x1234, 0x5678))],
    ["RC4", record(0x2f, u16(1), binarySeal("another").header)],
    ["a method nobody knows", record(0x2f, u16(1, 9, 9), Buffer.alloc(48))],
    ["a record that is too short", record(0x2f, u16(1, 1, 1))],
    ["a header longer than the record", record(0x2f, u16(1, 2, 2), Buffer.alloc(4), [0xff, 0xff, 0xff, 0xff], Buffer.alloc(60))],
  ])("stay sealed: %s", (_, pass) => {
    expect(openStream(Buffer.concat([begin(0x05), pass, end])).isSealed).toBe(true);
  });

  it("are none where the stream says nothing of it", () => {
    expect(opened(Buffer.concat([begin(0x05), secret, end]))).toEqual({ isSealed: false, holds: true });
  });
});
