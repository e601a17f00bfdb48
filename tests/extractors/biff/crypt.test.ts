import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openStream } from "../../../src/extractors/biff/crypt.js";
import { begin, end, label, record, u16 } from "../../support/biff.js";

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

const md5 = (...parts: readonly Uint8Array[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash("md5")).digest();
function rc4(key: Uint8Array, count: number): Uint8Array {
  const state = Array.from({ length: 256 }, (_, i) => i);
  const out = new Uint8Array(count);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i] + key[i % key.length]) % 256;
    [state[i], state[j]] = [state[j], state[i]];
  }
  for (let n = 0, i = 0, j = 0; n < count; n++) {
    i = (i + 1) % 256;
    j = (j + state[i]) % 256;
    [state[i], state[j]] = [state[j], state[i]];
    out[n] = state[(state[i] + state[j]) % 256];
  }
  return out;
}

/** A FILEPASS record of [MS-OFFCRYPTO] 2.3.6 and the stream's key bytes, all of its first block. */
function rc4Pass(password: string): { pass: Buffer; keys: Uint8Array } {
  const salt = Buffer.alloc(16, 7);
  const verifier = Buffer.alloc(16, 9);
  const salted = Buffer.concat([md5(Buffer.from(password, "utf16le")).subarray(0, 5), salt]);
  const key = md5(md5(...Array.from({ length: 16 }, () => salted)).subarray(0, 5), Buffer.alloc(4));
  const mixed = rc4(key, 32);
  const sealed = Buffer.concat([verifier, md5(verifier)]).map((byte, i) => byte ^ mixed[i]);
  return { pass: record(0x2f, u16(1, 1, 1), salt, sealed), keys: rc4(key, 1024) };
}

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
    const { pass, keys } = rc4Pass(PASSWORD);
    expect(opened(encrypted(pass, (byte, at) => byte ^ keys[at]))).toEqual({ isSealed: false, holds: true });
  });
});

describe("workbooks under other passwords", () => {
  it.each<[string, Buffer]>([
    ["exclusive-or", record(0x2f, u16(0, 0x1234, 0x5678))],
    ["RC4", rc4Pass("another").pass],
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
