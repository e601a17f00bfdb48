/**
 * Keys of doc, xls and ppt files that are sealed with a password: RC4 with 40 bits of Office 97 and 2000 ([MS-OFFCRYPTO] 2.3.6), and that of
 * CryptoAPI in Office XP and 2003 (2.3.5), with the properties that the latter takes out of sight (2.3.5.4).
 */
import { createHash } from "node:crypto";
import type { Budget } from "../contract.js";
import { rc4, rc4Apply } from "./rc4.js";

/** Each block of a stream, each record of a presentation, each stream of properties has a key of its own. */
export type BlockKeys = (block: number) => Uint8Array;

const SALT_BYTES = 16;
const VERIFIER_BYTES = 16;
const SHA1_BYTES = 20;
const VERSION_BYTES = 4;

/**
 * @param header from its version on: all of it is not under the password
 * @returns undefined where the password is another one, or the way of sealing is not known
 */
export function rc4Keys(header: Uint8Array, password: string): BlockKeys | undefined {
  if (header.length < VERSION_BYTES) return undefined;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const [major, minor] = [view.getUint16(0, true), view.getUint16(2, true)];
  const [body, secret] = [header.subarray(VERSION_BYTES), Buffer.from(password, "utf16le")];
  if (major === 1 && minor === 1) return binaryKeys(body, secret);
  return major >= 2 && major <= 4 && minor === 2 ? cryptoApiKeys(body, secret) : undefined;
}

const hashed = (algorithm: "md5" | "sha1", ...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const numbered = (block: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(block >>> 0);
  return bytes;
};

/** 2.3.6.1 and 2.3.6.2: salt, encrypted verifier and the verifier's encrypted hash, of 16 bytes each. */
function binaryKeys(body: Uint8Array, secret: Uint8Array): BlockKeys | undefined {
  if (body.length < SALT_BYTES + VERIFIER_BYTES + 16) return undefined;
  const salted = Buffer.concat([hashed("md5", secret).subarray(0, 5), body.subarray(0, SALT_BYTES)]);
  const base = hashed("md5", ...Array.from({ length: 16 }, () => salted)).subarray(0, 5);
  const keys: BlockKeys = (block) => hashed("md5", base, numbered(block));
  return isRight(keys, body.subarray(16, 32), body.subarray(32, 48), "md5") ? keys : undefined;
}

/** 2.3.5.1 and 2.3.5.2: flags, a header of a length of its own, then salt, verifier and its hash. */
function cryptoApiKeys(body: Uint8Array, secret: Uint8Array): BlockKeys | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const headerBytes = body.length >= 28 ? view.getUint32(4, true) : Number.MAX_SAFE_INTEGER;
  const salt = 8 + headerBytes + 4;
  const verifier = salt + SALT_BYTES;
  const hash = verifier + VERIFIER_BYTES + 4;
  if (hash + SHA1_BYTES > body.length) return undefined;
  // 40 bits may be written as none.
  const keyBits = view.getUint32(8 + 16, true) || 40;
  const base = hashed("sha1", body.subarray(salt, verifier), secret);
  const keys: BlockKeys = (block) => {
    const key = hashed("sha1", base, numbered(block)).subarray(0, Math.min(keyBits / 8, SHA1_BYTES));
    return keyBits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
  return isRight(keys, body.subarray(verifier, verifier + VERIFIER_BYTES), body.subarray(hash, hash + SHA1_BYTES), "sha1") ? keys : undefined;
}

function isRight(keys: BlockKeys, verifier: Uint8Array, hash: Uint8Array, algorithm: "md5" | "sha1"): boolean {
  const plain = Buffer.concat([verifier, hash]);
  rc4Apply(keys(0), plain);
  return hashed(algorithm, plain.subarray(0, verifier.length)).equals(plain.subarray(verifier.length));
}

/** Decrypts in place stretches of one stream, which come in their order: a new key for each `blockBytes` of it, plain stretches counted through. */
export function rc4Blocks(keys: BlockKeys, blockBytes: number): (bytes: Uint8Array, at: number, length: number) => void {
  let block = -1;
  let position = 0;
  let next = (): number => 0;
  return (bytes, at, length) => {
    for (let i = at; i < at + length; i++) {
      const wanted = Math.floor(i / blockBytes);
      if (wanted !== block) {
        block = wanted;
        position = block * blockBytes;
        next = rc4(keys(block));
      }
      for (; position < i; position++) next();
      bytes[i] ^= next();
      position++;
    }
  };
}

/** Names of the stream that the properties are sealed in: of doc and xls, of ppt. */
export const SEALED_PROPERTIES: readonly string[] = ["encryption", "EncryptedSummary"];

const DESCRIPTOR_BYTES = 16;
const LIST_HEAD_BYTES = 8;

/**
 * The streams in an encrypted summary (2.3.5.3 and 2.3.5.4).
 * @returns undefined where the list of them is broken
 */
export function sealedStreams(summary: Uint8Array, keys: BlockKeys, budget: Budget): { readonly name: string; readonly bytes: Uint8Array }[] | undefined {
  if (summary.length < LIST_HEAD_BYTES) return undefined;
  // Encrypted too, whatever the specification says: the key begins anew with the list and with each stream.
  const head = Buffer.from(summary.subarray(0, LIST_HEAD_BYTES));
  rc4Apply(keys(0), head);
  const listAt = head.readUInt32LE(0);
  if (listAt < LIST_HEAD_BYTES || listAt + 4 > summary.length) return undefined;
  const list = Buffer.from(summary.subarray(listAt));
  rc4Apply(keys(0), list);
  const found: { name: string; bytes: Uint8Array }[] = [];
  let at = 4;
  for (let count = list.readUInt32LE(0); count > 0; count--) {
    if (at + DESCRIPTOR_BYTES > list.length) return undefined;
    budget.entry();
    const [start, size, block, nameEnd] = [list.readUInt32LE(at), list.readUInt32LE(at + 4), list.readUInt16LE(at + 8), at + DESCRIPTOR_BYTES + list[at + 10] * 2];
    if (start + size > summary.length || nameEnd > list.length) return undefined;
    budget.expand(size);
    const bytes = Uint8Array.from(summary.subarray(start, start + size));
    rc4Apply(keys(block), bytes);
    found.push({ name: list.toString("utf16le", at + DESCRIPTOR_BYTES, nameEnd), bytes });
    at = nameEnd + 2;
  }
  return found;
}
