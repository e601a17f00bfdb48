/**
 * Entries sealed with a password (ODF 1.3 part 2, 3.4.1 and 4.8; LibreOffice since 3.5, OpenOffice 3.4): AES-256 in CBC mode under a key
 * that PBKDF2 makes of the password, or Blowfish before (blowfish.ts). Packages that are sealed as a whole: sealed-whole.ts.
 */
import { createDecipheriv, createHash, pbkdf2Sync } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { readEntry, type ZipEntry } from "../../bytes/zip.js";
import type { Budget } from "../../contract.js";
import { Unreadable } from "../../errors.js";

export interface Sealing {
  /** All by the last word of their names: "aes256-cbc", "sha256-1k", "PBKDF2". */
  readonly cipher: string;
  readonly iv: Uint8Array;
  readonly derivation: string;
  readonly keyBytes: number;
  readonly iterations: number;
  readonly salt: Uint8Array;
  /** Where the derivation is Argon2 (LibreOffice 24.8 and later). */
  readonly argon2: { readonly passes: number; readonly memoryKiB: number; readonly lanes: number };
  /** How the password itself is hashed first. */
  readonly start: string;
  readonly checksumType: string;
  readonly checksum: Uint8Array;
}

/** A hundred times what LibreOffice asks for. */
export const MAX_ITERATIONS = 10_000_000;
const CHECKED_BYTES = 1024;

/** The cipher that is loaded only where a document asks for it. */
export type Decipher = (sealed: Uint8Array, key: Uint8Array, iv: Uint8Array, budget: Budget) => Uint8Array;

export const isBlowfish = ({ cipher }: Sealing): boolean => /^blowfish(?: cfb)?$/iu.test(cipher);

/**
 * The entry's content; undefined where the password is another one, or the way it is sealed is not known here.
 * @param blowfish absent: no part of the document asks for it
 * @throws Unreadable "corrupt", "limit"
 */
export function unseal(zip: Uint8Array, entry: ZipEntry, sealing: Sealing, password: string, budget: Budget, blowfish?: Decipher): Uint8Array | undefined {
  const decipher = isBlowfish(sealing) ? blowfish : sealing.cipher === "aes256-cbc" ? decryptAes : undefined;
  const [keyBytes, ivBytes] = decipher === decryptAes ? [32, 16] : [16, 8];
  const key = sealing.keyBytes === keyBytes && sealing.iv.length === ivBytes ? keyOf(sealing, password) : undefined;
  if (decipher === undefined || key === undefined) return undefined;
  const deflated = decipher(readEntry(zip, entry, budget).bytes, key, sealing.iv, budget);
  return isRight(sealing, deflated) ? inflated(deflated, budget) : undefined;
}

function decryptAes(sealed: Uint8Array, key: Uint8Array, iv: Uint8Array): Uint8Array {
  const whole = sealed.subarray(0, sealed.length - (sealed.length % 16));
  const decipher = createDecipheriv("aes-256-cbc", key, iv).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(whole), decipher.final()]);
  const padding = plain.at(-1) ?? 0;
  return padding >= 1 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain;
}

/** @throws Unreadable "corrupt", "limit" */
export function inflated(deflated: Uint8Array, budget: Budget): Uint8Array {
  try {
    const content = inflateRawSync(deflated, { maxOutputLength: Math.max(1, budget.remainingBytes) });
    budget.expand(content.length, deflated.length);
    return content;
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable("limit", "expandedBytes: a sealed part is larger than may be read");
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) throw new Unreadable("corrupt", "a sealed part is damaged");
    throw error;
  }
}

function keyOf({ derivation, start, salt, iterations, keyBytes }: Sealing, password: string): Buffer | undefined {
  if (!/^pbkdf2$/iu.test(derivation) || !(iterations >= 1 && iterations <= MAX_ITERATIONS)) return undefined;
  const hash = /sha256$/iu.test(start) ? "sha256" : /^(?:sha1|)$/iu.test(start) ? "sha1" : undefined;
  return hash === undefined ? undefined : pbkdf2Sync(createHash(hash).update(password).digest(), salt, iterations, keyBytes, "sha1");
}

/** By the checksum of what was deflated, or of its first kilobyte. */
function isRight({ checksumType, checksum }: Sealing, deflated: Uint8Array): boolean {
  const hash = /^sha256/iu.test(checksumType) ? "sha256" : /^sha1/iu.test(checksumType) ? "sha1" : undefined;
  if (hash === undefined) return false;
  const checked = /1k$/iu.test(checksumType) ? deflated.subarray(0, CHECKED_BYTES) : deflated;
  return createHash(hash).update(checked).digest().equals(checksum);
}
