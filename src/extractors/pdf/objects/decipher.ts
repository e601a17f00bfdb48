/**
 * The standard security handler (ISO 32000-2, 7.6.4), for documents that open without a password: what pdfjs does not show of them
 * must be read here.
 */
import { createDecipheriv, createHash, createCipheriv } from "node:crypto";
import { isDict, type Dict, type Value } from "../fast/lexer.js";
import type { Decipher, StoredObject } from "./sweep.js";

/** What passwords are filled up with (7.6.4.3.2). */
const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
type Method = "V2" | "AESV2" | "AESV3" | "None";

/** Undefined where the empty password does not open it, or the handler is another one. @param id the file's first identifier */
export function createDecipher(encryption: Dict, id: Uint8Array): Decipher | undefined {
  const version = encryption.get("V");
  const revision = encryption.get("R");
  if (encryption.get("Filter") !== "Standard" || typeof version !== "number" || typeof revision !== "number") return undefined;
  const key = revision >= 5 ? keyOfRevision6(encryption, revision) : keyOfRevision4(encryption, id, version, revision);
  if (key === undefined) return undefined;
  const [streams, strings] = [methodOf(encryption, "StmF", version), methodOf(encryption, "StrF", version)];
  const read = (method: Method, { number }: StoredObject, stored: Uint8Array): Uint8Array | undefined => {
    if (method === "None") return stored;
    const own = method === "AESV3" ? key : objectKey(key, number, method === "AESV2");
    return method === "V2" ? rc4(own, stored) : aes(own, stored);
  };
  return { stream: (object, stored) => read(streams, object, stored), string: (object, stored) => read(strings, object, stored) };
}

function methodOf(encryption: Dict, use: "StmF" | "StrF", version: number): Method {
  if (version < 4) return "V2";
  const name = encryption.get(use) ?? "Identity";
  const filters = encryption.get("CF");
  const filter: Value | undefined = isDict(filters) && typeof name === "string" ? filters.get(name) : undefined;
  const method = isDict(filter) ? filter.get("CFM") : undefined;
  return method === "V2" || method === "AESV2" || method === "AESV3" ? method : "None";
}

const bytesAt = (dict: Dict, key: string): Buffer => {
  const value = dict.get(key);
  return value instanceof Uint8Array ? Buffer.from(value) : Buffer.alloc(0);
};
const md5 = (...parts: readonly Uint8Array[]): Buffer => createHash("md5").update(Buffer.concat(parts)).digest();

/** Algorithm 2, and 4 or 5 to see whether the key is right. */
function keyOfRevision4(encryption: Dict, id: Uint8Array, version: number, revision: number): Buffer | undefined {
  const bits = encryption.get("Length");
  const size = version === 1 ? 5 : Math.min(16, Math.max(5, typeof bits === "number" ? bits >> 3 : version === 4 ? 16 : 5));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(Number(encryption.get("P") ?? 0) | 0);
  const open = revision >= 4 && encryption.get("EncryptMetadata") === false ? [Buffer.from("ffffffff", "hex")] : [];
  let key = md5(PADDING, bytesAt(encryption, "O").subarray(0, 32), permissions, id, ...open);
  if (revision >= 3) for (let i = 0; i < 50; i++) key = md5(key.subarray(0, size));
  key = key.subarray(0, size);
  const user = bytesAt(encryption, "U");
  if (revision === 2) return Buffer.from(rc4(key, PADDING)).equals(user.subarray(0, 32)) ? key : undefined;
  let check: Uint8Array = md5(PADDING, id);
  for (let i = 0; i < 20; i++) check = rc4(Uint8Array.from(key, (byte) => byte ^ i), check);
  return Buffer.from(check).equals(user.subarray(0, 16)) ? key : undefined;
}

/** Algorithm 2.A; revision 5 hashes once. */
function keyOfRevision6(encryption: Dict, revision: number): Buffer | undefined {
  const user = bytesAt(encryption, "U");
  const hash = (salt: Uint8Array): Buffer => (revision === 5 ? createHash("sha256").update(salt).digest() : hardenedHash(salt));
  if (user.length < 48 || !hash(user.subarray(32, 40)).equals(user.subarray(0, 32))) return undefined;
  const wrapped = bytesAt(encryption, "UE");
  if (wrapped.length < 32) return undefined;
  const decipher = createDecipheriv("aes-256-cbc", hash(user.subarray(40, 48)), Buffer.alloc(16)).setAutoPadding(false);
  return Buffer.concat([decipher.update(wrapped.subarray(0, 32)), decipher.final()]);
}

/** Algorithm 2.B with an empty password. */
function hardenedHash(salt: Uint8Array): Buffer {
  let key = createHash("sha256").update(salt).digest();
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => key));
    const cipher = createCipheriv("aes-128-cbc", key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const encrypted = cipher.update(repeated);
    let rest = 0;
    for (const byte of encrypted.subarray(0, 16)) rest += byte;
    key = createHash(["sha256", "sha384", "sha512"][rest % 3]).update(encrypted).digest();
    last = encrypted[encrypted.length - 1];
  }
  return key.subarray(0, 32);
}

/** Algorithm 1. Generation numbers but 0 are of files that have not been written for twenty years. */
function objectKey(key: Buffer, number: number, isAes: boolean): Buffer {
  const tail = Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0]);
  return md5(key, tail, isAes ? Buffer.from("sAlT", "latin1") : Buffer.alloc(0)).subarray(0, Math.min(16, key.length + 5));
}

function aes(key: Uint8Array, stored: Uint8Array): Uint8Array | undefined {
  const whole = stored.length - (stored.length % 16);
  if (whole < 32) return new Uint8Array();
  const decipher = createDecipheriv(key.length === 32 ? "aes-256-cbc" : "aes-128-cbc", key, stored.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(stored.subarray(16, whole)), decipher.final()]);
  const padding = plain[plain.length - 1];
  return padding >= 1 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain;
}

function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i] + key[i % key.length]) & 255;
    [state[i], state[j]] = [state[j], state[i]];
  }
  const out = new Uint8Array(data.length);
  for (let k = 0, i = 0, j = 0; k < data.length; k++) {
    i = (i + 1) & 255;
    j = (j + state[i]) & 255;
    const swap = state[i];
    state[i] = state[j];
    state[j] = swap;
    out[k] = data[k] ^ state[(state[i] + state[j]) & 255];
  }
  return out;
}
