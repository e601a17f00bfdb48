/** Seals what Office 97 to 2003 kept under a password ([MS-OFFCRYPTO] 2.3.5 to 2.3.7), written apart from what reads it. */
import { createHash } from "node:crypto";
import { type CompoundStream, readCompoundFile } from "../../src/bytes/cfb.js";
import { compoundFile } from "./compound.js";

const hash = (kind: "md5" | "sha1", ...parts: readonly Uint8Array[]): Buffer => parts.reduce((made, part) => made.update(part), createHash(kind)).digest();
const u16 = (...values: readonly number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
const u32 = (...values: readonly number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);

export function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i] + key[i % key.length]) % 256;
    [state[i], state[j]] = [state[j], state[i]];
  }
  const out = Buffer.from(bytes);
  for (let n = 0, i = 0, j = 0; n < bytes.length; n++) {
    i = (i + 1) % 256;
    j = (j + state[i]) % 256;
    [state[i], state[j]] = [state[j], state[i]];
    out[n] ^= state[(state[i] + state[j]) % 256];
  }
  return out;
}

export interface Seal97 {
  /** What a file says of the way it is sealed. */
  readonly header: Buffer;
  readonly keyOf: (block: number) => Buffer;
}

const SALT = Buffer.alloc(16, 7);
const VERIFIER = Buffer.alloc(16, 9);

/** 2.3.6: 40 bits. */
export function binarySeal(password: string): Seal97 {
  const salted = Buffer.concat([hash("md5", Buffer.from(password, "utf16le")).subarray(0, 5), SALT]);
  const base = hash("md5", ...Array.from({ length: 16 }, () => salted)).subarray(0, 5);
  const keyOf = (block: number): Buffer => hash("md5", base, u32(block));
  return { keyOf, header: Buffer.concat([u16(1, 1), SALT, rc4(keyOf(0), Buffer.concat([VERIFIER, hash("md5", VERIFIER)]))]) };
}

/** 2.3.5. */
export function cryptoApiSeal(password: string, bits: 40 | 128): Seal97 {
  const base = hash("sha1", SALT, Buffer.from(password, "utf16le"));
  const keyOf = (block: number): Buffer => Buffer.concat([hash("sha1", base, u32(block)).subarray(0, bits / 8), Buffer.alloc(bits === 40 ? 11 : 0)]);
  const sealed = rc4(keyOf(0), Buffer.concat([VERIFIER, hash("sha1", VERIFIER)]));
  const provider = Buffer.from("Microsoft Enhanced Cryptographic Provider v1.0\0", "utf16le");
  const description = Buffer.concat([u32(4, 0, 0x6801, 0x8004, bits, 1, 0, 0), provider]);
  return { keyOf, header: Buffer.concat([u16(2, 2), u32(4, description.length), description, u32(16), SALT, sealed.subarray(0, 16), u32(20), sealed.subarray(16)]) };
}

/** A stream in blocks of a key each; its first bytes stay as they are, and are counted. */
export function inBlocks({ keyOf }: Seal97, stream: Uint8Array, size: number, plain = 0): Buffer {
  const blocks: Buffer[] = [];
  for (let at = 0; at < stream.length; at += size) blocks.push(rc4(keyOf(at / size), stream.subarray(at, at + size)));
  return Buffer.concat([stream.subarray(0, plain), Buffer.concat(blocks).subarray(plain)]);
}

/** 2.3.5.4: property sets out of sight. */
export function summaryOf({ keyOf }: Seal97, streams: Readonly<Record<string, Uint8Array>>): Buffer {
  let at = 8;
  const list: Buffer[] = [u32(Object.keys(streams).length)];
  const content: Buffer[] = [];
  for (const [i, [name, bytes]] of Object.entries(streams).entries()) {
    list.push(u32(at, bytes.length), u16(i), Buffer.of(name.length, 1), u32(0), Buffer.from(`${name}\0`, "utf16le"));
    content.push(rc4(keyOf(i), bytes));
    at += bytes.length;
  }
  const sealedList = rc4(keyOf(0), Buffer.concat(list));
  return Buffer.concat([rc4(keyOf(0), u32(at, sealedList.length)), ...content, sealedList]);
}

/** What 2.3.7.2 and 2.3.7.4 make of the password "Test1234", as other programs' tests have it: key and verifier. */
export const XOR = { password: "Test1234", key: 0xf7ff, verifier: 0xec87 } as const;

/** @param turn 2 for Excel, 7 for Word */
export function xorPads(turn: 2 | 7): number[] {
  const bytes = [...Buffer.from(XOR.password), 0xbb, 0xff, 0xff, 0xba, 0xff, 0xff, 0xb9, 0x80];
  return bytes.map((byte, i) => {
    const mixed = byte ^ (i % 2 === 0 ? XOR.key & 0xff : XOR.key >> 8);
    return ((mixed << turn) | (mixed >> (8 - turn))) & 0xff;
  });
}

/** 2.3.7.6. */
const xorWord = (stream: Uint8Array, plain = 0): Buffer => Buffer.from(stream.map((byte, at) => (at < plain || byte === 0 || byte === xorPads(7)[at % 16] ? byte : byte ^ xorPads(7)[at % 16])));

/**
 * A Word document under a password ([MS-DOC] 2.2.6). With RC4 its table stream must begin with as many bytes as the header has.
 * @param seal undefined for the oldest way, under `XOR.password` @param beside more streams
 */
export function sealedWord(document: Buffer, seal: Seal97 | undefined, beside: Readonly<Record<string, Uint8Array>> = {}): Buffer {
  const streams = new Map(readCompoundFile(document).root.children.filter((child): child is CompoundStream => child.kind === "stream").map((stream) => [stream.name, Buffer.from(stream.read().bytes)]));
  const main = streams.get("WordDocument") ?? Buffer.alloc(0);
  main.writeUInt16LE(main.readUInt16LE(10) | 0x100 | (seal === undefined ? 0x8000 : 0), 10);
  main.writeUInt32LE(seal === undefined ? ((XOR.key << 16) | XOR.verifier) >>> 0 : seal.header.length, 14);
  const sealed = [...streams].map(([name, bytes]): [string, Buffer] => {
    const plain = name === "WordDocument" ? 68 : 0;
    if (seal === undefined) return [name, xorWord(bytes, plain)];
    if (/^[01]Table$/u.test(name)) return [name, inBlocks(seal, Buffer.concat([seal.header, bytes.subarray(seal.header.length)]), 512, seal.header.length)];
    return [name, inBlocks(seal, bytes, 512, plain)];
  });
  return compoundFile({ ...Object.fromEntries(sealed), ...beside });
}

/** A picture in the Pictures stream ([MS-ODRAW] 2.2.28), each field of it sealed alone. */
export function sealedPicture({ keyOf }: Seal97, bytes: Uint8Array): Buffer {
  const fields = [Buffer.concat([u16(0x6e00, 0xf01e), u32(17 + bytes.length)]), Buffer.alloc(16, 5), Buffer.of(0xff), bytes];
  return Buffer.concat(fields.map((field) => rc4(keyOf(0), field)));
}

/** A property set ([MS-OLEPS] 2.21) of a document's author. */
export function authorSet(name: string): Buffer {
  const text = Buffer.from(`${name}\0`, "utf16le");
  const value = Buffer.concat([u32(0x1f, name.length + 1), text, Buffer.alloc((4 - (text.length % 4)) % 4)]);
  const set = Buffer.concat([u32(16 + value.length, 1, 4, 16), value]);
  return Buffer.concat([u16(0xfffe, 0), u32(4), Buffer.alloc(16), u32(1), Buffer.from("e0859ff2f94f6810ab9108002b27b3d9", "hex"), u32(48), set]);
}
