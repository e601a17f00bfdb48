/**
 * Encrypted zip entries: the traditional cipher (APPNOTE 6.1) and AES as WinZip defines it (AE-1, AE-2; "AES Encryption Information",
 * version 1.04). No other is in use.
 */
import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from "node:crypto";
import { crc32, inflateRawSync } from "node:zlib";
import type { Budget } from "../contract.js";
import { LOCAL_HEADER_SIZE, viewOf, type ZipEntry } from "./zip-format.js";

const STORED = 0;
const DEFLATED = 8;
const AES = 99;
const AES_EXTRA = 0x9901;
const HEADER_BYTES = 12;
const MAC_BYTES = 10;
const CHECK_BYTES = 2;

/**
 * The bytes of an encrypted entry.
 * @returns undefined where the password is another one, or the entry damaged
 * @throws Unreadable "limit"
 */
export function openEntry(bytes: Uint8Array, entry: ZipEntry, password: string, budget: Budget): Uint8Array | undefined {
  const view = viewOf(bytes);
  const { offset } = entry;
  if (offset + LOCAL_HEADER_SIZE > bytes.length) return undefined;
  const nameLength = view.getUint16(offset + 26, true);
  const extraLength = view.getUint16(offset + 28, true);
  const start = offset + LOCAL_HEADER_SIZE + nameLength + extraLength;
  const data = bytes.subarray(start, start + entry.compressedSize);
  const extra = bytes.subarray(offset + LOCAL_HEADER_SIZE + nameLength, start);
  const opened = entry.method === AES ? openAes(data, extra, password) : openTraditional(data, password, entry.method);
  if (opened === undefined) return undefined;
  const { packed, method } = opened;
  if (method !== STORED && method !== DEFLATED) return undefined;
  const content = method === STORED ? packed : inflated(packed, entry, budget);
  if (content === undefined) return undefined;
  budget.expand(content.length, packed.length);
  // AE-2 leaves the checksum out (it would tell of the content); its MAC has been checked.
  return entry.crc32 === 0 && entry.method === AES ? content : crc32(content) === entry.crc32 ? content : undefined;
}

/** Undefined where the bytes are no deflated data: of 256 wrong passwords one passes the traditional cipher's own test. */
function inflated(packed: Uint8Array, entry: ZipEntry, budget: Budget): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(2 ** 32 - 1, budget.remainingBytes)) });
  } catch (error) {
    if (error instanceof Error && "code" in error) {
      if (error.code === "ERR_BUFFER_TOO_LARGE") budget.expand(Math.max(entry.size, budget.remainingBytes + 1));
      return undefined;
    }
    throw error;
  }
}

interface Opened {
  readonly packed: Uint8Array;
  /** Of compression. */
  readonly method: number;
}

let crcTable: Uint32Array | undefined;

function crcOf(): Uint32Array {
  if (crcTable !== undefined) return crcTable;
  const made = new Uint32Array(256);
  for (let i = 0; i < 256; i++) {
    let value = i;
    for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    made[i] = value >>> 0;
  }
  return (crcTable = made);
}

/** APPNOTE 6.1.5 to 6.1.7: three keys that every byte changes. */
function openTraditional(data: Uint8Array, password: string, method: number): Opened | undefined {
  if (data.length < HEADER_BYTES) return undefined;
  const table = crcOf();
  let key0 = 0x12345678;
  let key1 = 0x23456789;
  let key2 = 0x34567890;
  const update = (byte: number): void => {
    key0 = table[(key0 ^ byte) & 0xff] ^ (key0 >>> 8);
    key1 = (Math.imul((key1 + (key0 & 0xff)) | 0, 134_775_813) + 1) | 0;
    key2 = table[(key2 ^ (key1 >>> 24)) & 0xff] ^ (key2 >>> 8);
  };
  for (const byte of Buffer.from(password)) update(byte);
  const plain = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const mask = (key2 | 2) & 0xffff;
    plain[i] = data[i] ^ ((Math.imul(mask, mask ^ 1) >>> 8) & 0xff);
    update(plain[i]);
  }
  return { packed: plain.subarray(HEADER_BYTES), method };
}

function openAes(data: Uint8Array, extra: Uint8Array, password: string): Opened | undefined {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== AES_EXTRA || at + 11 > extra.length) continue;
    const strength = extra[at + 8];
    if (strength < 1 || strength > 3) return undefined;
    const keyBytes = 8 + 8 * strength;
    const saltBytes = keyBytes / 2;
    if (data.length < saltBytes + CHECK_BYTES + MAC_BYTES) return undefined;
    const keys = pbkdf2Sync(Buffer.from(password), data.subarray(0, saltBytes), 1000, 2 * keyBytes + CHECK_BYTES, "sha1");
    if (!timingSafeEqual(keys.subarray(2 * keyBytes), data.subarray(saltBytes, saltBytes + CHECK_BYTES))) return undefined;
    const sealed = data.subarray(saltBytes + CHECK_BYTES, data.length - MAC_BYTES);
    const mac = createHmac("sha1", keys.subarray(keyBytes, 2 * keyBytes)).update(sealed).digest().subarray(0, MAC_BYTES);
    if (!timingSafeEqual(mac, data.subarray(data.length - MAC_BYTES))) return undefined;
    return { packed: counted(sealed, keys.subarray(0, keyBytes)), method: view.getUint16(at + 9, true) };
  }
  return undefined;
}

/** AES in counter mode with a counter that grows from its first byte on, which OpenSSL's does from its last. */
function counted(sealed: Uint8Array, key: Uint8Array): Uint8Array {
  const BLOCK = 16;
  const STEP = 2 ** 16;
  const plain = new Uint8Array(sealed.length);
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  for (let from = 0, block = 1; from < sealed.length; from += STEP) {
    const counters = Buffer.alloc(Math.ceil(Math.min(STEP, sealed.length - from) / BLOCK) * BLOCK);
    for (let at = 0; at < counters.length; at += BLOCK) counters.writeUIntLE(block++, at, 6);
    const stream = cipher.update(counters);
    const end = Math.min(sealed.length, from + STEP);
    for (let i = from; i < end; i++) plain[i] = sealed[i] ^ stream[i - from];
  }
  return plain;
}
