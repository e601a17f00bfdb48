/**
 * The standard security handler (ISO 32000-2, 7.6.4), for documents that open without a password or with one that is known: what pdfjs
 * does not show of them must be read here.
 */
import { createDecipheriv, createHash, createCipheriv } from "node:crypto";
import { isDict, type Dict, type Value } from "../fast/lexer.js";
import type { Decipher, StoredObject } from "./sweep.js";

/** What passwords are filled up with (7.6.4.3.2). */
const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
type Method = "V2" | "AESV2" | "AESV3" | "None";

/** Undefined where the password does not open it, or the handler is another one. @param id the file's first identifier @param password the user's or the owner's */
export function createDecipher(encryption: Dict, id: Uint8Array, password = ""): Decipher | undefined {
  const version = encryption.get("V");
  const revision = encryption.get("R");
  if (encryption.get("Filter") !== "Standard" || typeof version !== "number" || typeof revision !== "number") return undefined;
  const key = revision >= 5 ? keyOfRevision6(encryption, revision, password) : keyOfRevision4(encryption, id, version, revision, password);
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

/** Algorithm 2, and 4 or 5 to see whether the key is right: for the user's password, then for the one that the owner's leads to. */
function keyOfRevision4(encryption: Dict, id: Uint8Array, version: number, revision: number, password: string): Buffer | undefined {
  const bits = encryption.get("Length");
  const size = version === 1 ? 5 : Math.min(16, Math.max(5, typeof bits === "number" ? bits >> 3 : version === 4 ? 16 : 5));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(Number(encryption.get("P") ?? 0) | 0);
  const open = revision >= 4 && encryption.get("EncryptMetadata") === false ? [Buffer.from("ffffffff", "hex")] : [];
  const owner = bytesAt(encryption, "O").subarray(0, 32);
  const user = bytesAt(encryption, "U");
  const given = padded(password);
  for (const padding of password === "" ? [given] : [given, userOfOwner(given, owner, revision, size)]) {
    let key = md5(padding, owner, permissions, id, ...open);
    if (revision >= 3) for (let i = 0; i < 50; i++) key = md5(key.subarray(0, size));
    key = key.subarray(0, size);
    if (revision === 2 ? Buffer.from(rc4(key, PADDING)).equals(user.subarray(0, 32)) : Buffer.from(twenty(key, md5(PADDING, id))).equals(user.subarray(0, 16))) return key;
  }
  return undefined;
}

/** In PDFDocEncoding, of which Latin-1 is the greater part. */
const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);

/** Algorithm 7: what the owner's password keeps is the user's. */
function userOfOwner(password: Buffer, owner: Uint8Array, revision: number, size: number): Buffer {
  let key = md5(password);
  if (revision >= 3) for (let i = 0; i < 50; i++) key = md5(key);
  key = key.subarray(0, size);
  if (revision === 2) return Buffer.from(rc4(key, owner));
  let user: Uint8Array = owner;
  for (let i = 19; i >= 0; i--) user = rc4(Uint8Array.from(key, (byte) => byte ^ i), user);
  return Buffer.from(user);
}

function twenty(key: Uint8Array, data: Uint8Array): Uint8Array {
  let out = data;
  for (let i = 0; i < 20; i++) out = rc4(Uint8Array.from(key, (byte) => byte ^ i), out);
  return out;
}

/** Algorithm 2.A; revision 5 hashes once. */
function keyOfRevision6(encryption: Dict, revision: number, password: string): Buffer | undefined {
  const user = bytesAt(encryption, "U").subarray(0, 48);
  const owner = bytesAt(encryption, "O").subarray(0, 48);
  const given = Buffer.from(password.normalize("NFKC")).subarray(0, 127);
  const hash = (salt: Uint8Array, more: Uint8Array): Buffer =>
    revision === 5 ? createHash("sha256").update(given).update(salt).update(more).digest() : hardenedHash(given, salt, more);
  for (const [check, wrapped, more] of [[user, "UE", Buffer.alloc(0)], [owner, "OE", user]] as const) {
    const key = bytesAt(encryption, wrapped).subarray(0, 32);
    if (check.length < 48 || key.length < 32 || !hash(check.subarray(32, 40), more).equals(check.subarray(0, 32))) continue;
    const decipher = createDecipheriv("aes-256-cbc", hash(check.subarray(40, 48), more), Buffer.alloc(16)).setAutoPadding(false);
    return Buffer.concat([decipher.update(key), decipher.final()]);
  }
  return undefined;
}

/** Algorithm 2.B. @param more the user's entry, where the owner's password is asked for */
function hardenedHash(password: Uint8Array, salt: Uint8Array, more: Uint8Array): Buffer {
  let key = createHash("sha256").update(password).update(salt).update(more).digest();
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => Buffer.concat([password, key, more])));
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
