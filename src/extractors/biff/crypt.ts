/**
 * Workbooks that are encrypted and yet open without a question: Excel tries a password of its own before it asks ([MS-XLS] 2.2.9), and
 * writes with it what is only protected against change. [MS-OFFCRYPTO] 2.3.5 to 2.3.7 say how.
 */
import { createHash } from "node:crypto";
import { beginningAt, RECORD, recordsOf } from "./records.js";

const DEFAULT_PASSWORD = "VelvetSweatshop";
const BLOCK_BYTES = 1024;

/** Decrypts `length` bytes of the output, which stand at `at` of the stream and belong to a record of `size` bytes. */
type Cipher = (out: Uint8Array, at: number, length: number, size: number) => void;

export interface Opened {
  /** With every record in plain, or as it was where it could not be decrypted. */
  readonly stream: Uint8Array;
  /** Other passwords, or methods that nobody here knows. */
  readonly isSealed: boolean;
}

/** Records that stay as they are ([MS-XLS] 2.2.10). */
const PLAIN: ReadonlySet<number> = new Set([RECORD.BOF, RECORD.FILEPASS, 0x194, 0x195, 0xe1, 0x196, 0x138]);
/** Only the first four bytes of a BOUNDSHEET, where its sheet begins, stay as they are. */
const PLAIN_HEAD = 4;

/** @param passwords tried after Excel's own; those of the oldest way (XOR) are not */
export function openStream(stream: Uint8Array, passwords: readonly string[] = []): Opened {
  const cursor = recordsOf(stream, 0);
  while (cursor.next()) {
    if (cursor.type === RECORD.EOF) break;
    if (cursor.type !== RECORD.FILEPASS) continue;
    const pass = Buffer.from(stream.subarray(cursor.start, cursor.end));
    for (const password of [DEFAULT_PASSWORD, ...passwords]) {
      const cipher = cipherOf(pass, beginningAt(stream, 0)?.biff === 8, Buffer.from(password, "utf16le"));
      if (cipher !== undefined) return { stream: decrypted(stream, cursor.end, cipher), isSealed: false };
    }
    return { stream, isSealed: true };
  }
  return { stream, isSealed: false };
}

function decrypted(stream: Uint8Array, from: number, cipher: Cipher): Uint8Array {
  const out = Uint8Array.from(stream);
  const cursor = recordsOf(stream, from);
  while (cursor.next()) {
    if (PLAIN.has(cursor.type)) continue;
    const skipped = cursor.type === RECORD.BOUNDSHEET ? PLAIN_HEAD : 0;
    const at = Math.min(cursor.start + skipped, cursor.end);
    cipher(out, at, cursor.end - at, cursor.end - cursor.start);
  }
  return out;
}

function cipherOf(pass: Buffer, isBiff8: boolean, password: Buffer): Cipher | undefined {
  if (!isBiff8) return pass.length >= 4 ? xorCipher(pass.readUInt16LE(0), pass.readUInt16LE(2)) : undefined;
  if (pass.length < 6) return undefined;
  if (pass.readUInt16LE(0) === 0) return xorCipher(pass.readUInt16LE(2), pass.readUInt16LE(4));
  const [major, minor] = [pass.readUInt16LE(2), pass.readUInt16LE(4)];
  if (major === 1 && minor === 1) return rc4Cipher(pass.subarray(6), password);
  return major >= 2 && major <= 4 && minor === 2 ? cryptoApiCipher(pass.subarray(6), password) : undefined;
}

/** What [MS-OFFCRYPTO] 2.3.7.1 and 2.3.7.2 make of the default password. */
const DEFAULT_KEY = 0xb359;
const DEFAULT_VERIFIER = 0x9a0a;
/** The first of the bytes that fill a password up (2.3.7.2). */
const PADDING = 0xbb;

function xorCipher(key: number, verifier: number): Cipher | undefined {
  if (key !== DEFAULT_KEY || verifier !== DEFAULT_VERIFIER) return undefined;
  const pads = [...Buffer.from(DEFAULT_PASSWORD, "latin1"), PADDING].map((byte, i) => turned(byte ^ (i % 2 === 0 ? key & 0xff : key >> 8), 2));
  return (out, at, length, size) => {
    for (let i = at; i < at + length; i++) out[i] = turned(out[i], 3) ^ pads[(i + size) & 15];
  };
}

/** Bits of a byte to the left, and around. */
const turned = (byte: number, bits: number): number => ((byte << bits) | (byte >> (8 - bits))) & 0xff;

const hashed = (algorithm: "md5" | "sha1", ...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const numbered = (block: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(block);
  return bytes;
};

/** [MS-OFFCRYPTO] 2.3.6: salt, encrypted verifier and the verifier's encrypted hash, of 16 bytes each. */
function rc4Cipher(b: Buffer, password: Buffer): Cipher | undefined {
  if (b.length < 48) return undefined;
  const salted = Buffer.concat([hashed("md5", password).subarray(0, 5), b.subarray(0, 16)]);
  const base = hashed("md5", ...Array.from({ length: 16 }, () => salted)).subarray(0, 5);
  const keyOf = (block: number): Buffer => hashed("md5", base, numbered(block));
  return verified(keyOf, b.subarray(16, 32), b.subarray(32, 48), "md5") ? blockCipher(keyOf) : undefined;
}

const SALT_BYTES = 16;
const SHA1_BYTES = 20;

/** [MS-OFFCRYPTO] 2.3.5: a header of a length of its own, then salt, verifier and its hash. */
function cryptoApiCipher(b: Buffer, password: Buffer): Cipher | undefined {
  const headerSize = b.length >= 28 ? b.readUInt32LE(4) : Number.MAX_SAFE_INTEGER;
  const at = 8 + headerSize;
  if (at + 4 + SALT_BYTES + 16 + 4 + SHA1_BYTES > b.length) return undefined;
  // 40 bits may be written as none.
  const keyBits = b.readUInt32LE(8 + 16) || 40;
  const salt = b.subarray(at + 4, at + 4 + SALT_BYTES);
  const base = hashed("sha1", salt, password);
  const keyOf = (block: number): Buffer => {
    const key = hashed("sha1", base, numbered(block)).subarray(0, Math.min(keyBits / 8, SHA1_BYTES));
    return keyBits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
  const verifier = at + 4 + SALT_BYTES;
  return verified(keyOf, b.subarray(verifier, verifier + 16), b.subarray(verifier + 20, verifier + 20 + SHA1_BYTES), "sha1") ? blockCipher(keyOf) : undefined;
}

function verified(keyOf: (block: number) => Buffer, verifier: Uint8Array, hash: Uint8Array, algorithm: "md5" | "sha1"): boolean {
  const stream = rc4(keyOf(0));
  const plain = Buffer.from(verifier);
  const plainHash = Buffer.from(hash);
  for (let i = 0; i < plain.length; i++) plain[i] ^= stream();
  for (let i = 0; i < plainHash.length; i++) plainHash[i] ^= stream();
  return hashed(algorithm, plain).equals(plainHash);
}

/** A new key for each 1,024 bytes of the stream, headers and plain records counted through. */
function blockCipher(keyOf: (block: number) => Buffer): Cipher {
  let block = -1;
  let position = 0;
  let next = (): number => 0;
  return (out, at, length) => {
    for (let i = at; i < at + length; i++) {
      const wanted = Math.floor(i / BLOCK_BYTES);
      if (wanted !== block) {
        block = wanted;
        position = block * BLOCK_BYTES;
        next = rc4(keyOf(block));
      }
      for (; position < i; position++) next();
      out[i] ^= next();
      position++;
    }
  };
}

/** The cipher's bytes one by one: OpenSSL 3 no longer has it. */
function rc4(key: Uint8Array): () => number {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i] + key[i % key.length]) & 0xff;
    [state[i], state[j]] = [state[j], state[i]];
  }
  let i = 0;
  let j = 0;
  return () => {
    i = (i + 1) & 0xff;
    const a = state[i];
    j = (j + a) & 0xff;
    const b = state[j];
    state[i] = b;
    state[j] = a;
    return state[(a + b) & 0xff];
  };
}
