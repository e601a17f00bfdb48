/** Office packages sealed with a password ([MS-OFFCRYPTO] 2.3.4): the agile way of Office 2010 and later, and the standard one of 2007. */
import { createDecipheriv, createHash } from "node:crypto";
import type { Budget } from "../contract.js";
import { readXml, type XmlReader } from "./xml.js";

const SEGMENT_BYTES = 4096;
const SIZE_BYTES = 8;
/** Office derives with 100,000 rounds; more than this would be there to keep a reader busy. */
const MAX_SPINS = 1_000_000;
const SPINS_A_TICK = 20_000;
const STANDARD_SPINS = 50_000;

/** What a key is used for: hashed into it (2.3.4.11). */
const VERIFIER_INPUT = Buffer.from("fea7d2763b4b9e79", "hex");
const VERIFIER_VALUE = Buffer.from("d7aa0f6d3061344e", "hex");
const KEY_VALUE = Buffer.from("146e0be7abacd0d6", "hex");

/**
 * The package inside.
 * @param info the stream "EncryptionInfo" @param sealed the stream "EncryptedPackage"
 * @returns undefined where the password is another one, or the way of sealing is not known
 * @throws what `budget.tick` and `budget.expand` throw
 */
export function openSealedPackage(info: Uint8Array, sealed: Uint8Array, password: string, budget: Budget): Uint8Array | undefined {
  if (info.length < SIZE_BYTES || sealed.length < SIZE_BYTES) return undefined;
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const [major, minor] = [view.getUint16(0, true), view.getUint16(2, true)];
  const body = info.subarray(SIZE_BYTES);
  const size = new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength).getUint32(0, true);
  const data = sealed.subarray(SIZE_BYTES);
  try {
    const plain = major === 4 && minor === 4 ? openAgile(body, data, password, budget) : minor === 2 && major >= 2 && major <= 4 ? openStandard(body, data, password, budget) : undefined;
    if (plain === undefined) return undefined;
    budget.expand(plain.length);
    return plain.subarray(0, size);
  } catch (error) {
    // Sizes and names that no cipher or hash has: the description of the keys is broken.
    if (error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("ERR_")) return undefined;
    throw error;
  }
}

interface Description {
  readonly salt: Buffer;
  readonly blockBytes: number;
  readonly keyBytes: number;
  readonly hash: string;
  readonly hashBytes: number;
  readonly chaining: string;
}

function describe(reader: XmlReader): Description {
  return {
    salt: Buffer.from(reader.attribute("saltValue") ?? "", "base64"), blockBytes: Number(reader.attribute("blockSize")), keyBytes: Number(reader.attribute("keyBits")) / 8,
    hash: (reader.attribute("hashAlgorithm") ?? "").replace("-", "").toLowerCase(), hashBytes: Number(reader.attribute("hashSize")), chaining: reader.attribute("cipherChaining") ?? "",
  };
}

const HASHES = new Set(["sha1", "sha256", "sha384", "sha512", "md5"]);

const isKnown = ({ hash, chaining }: Description): boolean => HASHES.has(hash) && chaining === "ChainingModeCBC";

function openAgile(xml: Uint8Array, data: Uint8Array, password: string, budget: Budget): Uint8Array | undefined {
  let package_: Description | undefined;
  let key: Description | undefined;
  let spins = 0;
  const sealed = { input: Buffer.alloc(0), value: Buffer.alloc(0), key: Buffer.alloc(0) };
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token !== "open") continue;
    if (reader.name === "keyData") package_ = describe(reader);
    else if (reader.name === "encryptedKey" && key === undefined) {
      key = describe(reader);
      spins = Number(reader.attribute("spinCount"));
      sealed.input = Buffer.from(reader.attribute("encryptedVerifierHashInput") ?? "", "base64");
      sealed.value = Buffer.from(reader.attribute("encryptedVerifierHashValue") ?? "", "base64");
      sealed.key = Buffer.from(reader.attribute("encryptedKeyValue") ?? "", "base64");
    }
  }
  if (package_ === undefined || key === undefined || !(spins >= 0 && spins <= MAX_SPINS) || !isKnown(package_) || !isKnown(key)) return undefined;
  const { salt, hash, keyBytes, blockBytes, hashBytes } = key;
  const derived = spun(hash, salt, password, spins, budget);
  const open = (purpose: Buffer, bytes: Buffer): Buffer =>
    decrypted(fitted(hashOf(hash, derived, purpose), keyBytes), fitted(salt, blockBytes), bytes);
  const input = open(VERIFIER_INPUT, sealed.input);
  if (!hashOf(hash, input).equals(open(VERIFIER_VALUE, sealed.value).subarray(0, hashBytes))) return undefined;
  const packageKey = open(KEY_VALUE, sealed.key).subarray(0, keyBytes);
  const pieces: Buffer[] = [];
  for (let at = 0, segment = 0; at < data.length; at += SEGMENT_BYTES, segment++) {
    if (segment % 64 === 0) budget.tick();
    const iv = fitted(hashOf(package_.hash, package_.salt, uint32(segment)), package_.blockBytes);
    const piece = data.subarray(at, at + SEGMENT_BYTES);
    pieces.push(decrypted(packageKey, iv, piece.subarray(0, piece.length - (piece.length % package_.blockBytes))));
  }
  return Buffer.concat(pieces);
}

/** 2.3.4.5 and 2.3.4.7: header and verifier in binary, AES without chaining. */
function openStandard(body: Uint8Array, data: Uint8Array, password: string, budget: Budget): Uint8Array | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  if (body.length < 4) return undefined;
  const headerBytes = view.getUint32(0, true);
  const verifier = 4 + headerBytes;
  if (headerBytes < 20 || verifier + 4 + 16 + 16 + 4 + 32 > body.length) return undefined;
  const keyBytes = view.getUint32(4 + 16, true) / 8;
  const salt = body.subarray(verifier + 4, verifier + 20);
  const derived = hashOf("sha1", spun("sha1", salt, password, STANDARD_SPINS, budget), uint32(0));
  const half = (fill: number): Buffer => {
    const block = Buffer.alloc(64, fill);
    for (let i = 0; i < derived.length; i++) block[i] ^= derived[i];
    return hashOf("sha1", block);
  };
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, keyBytes);
  const open = (bytes: Uint8Array): Buffer => {
    const decipher = createDecipheriv(`aes-${keyBytes * 8}-ecb`, key, null).setAutoPadding(false);
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - (bytes.length % 16))), decipher.final()]);
  };
  const input = open(body.subarray(verifier + 20, verifier + 36));
  const value = open(body.subarray(verifier + 40, verifier + 72));
  return hashOf("sha1", input).equals(value.subarray(0, 20)) ? open(data) : undefined;
}

function spun(hash: string, salt: Uint8Array, password: string, spins: number, budget: Budget): Buffer {
  let digest = hashOf(hash, salt, Buffer.from(password, "utf16le"));
  for (let i = 0; i < spins; i++) {
    if (i % SPINS_A_TICK === 0) budget.tick();
    digest = hashOf(hash, uint32(i), digest);
  }
  return digest;
}

function hashOf(hash: string, ...parts: readonly Uint8Array[]): Buffer {
  const made = createHash(hash);
  for (const part of parts) made.update(part);
  return made.digest();
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** 2.3.4.11 and 2.3.4.12: cut off, or filled up with 0x36. */
function fitted(bytes: Buffer, length: number): Buffer {
  return bytes.length >= length ? bytes.subarray(0, length) : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)]);
}

function decrypted(key: Buffer, iv: Buffer, bytes: Uint8Array): Buffer {
  const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, iv).setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}
