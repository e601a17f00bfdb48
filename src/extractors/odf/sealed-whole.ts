/**
 * Packages sealed as a whole, as LibreOffice 24.8 and later do it: one entry holds the document, deflated and then encrypted with AES-256 in
 * GCM mode, under a key that Argon2id makes of the password. Node has Argon2 from 24.7 on only, so hash-wasm's is taken (MIT, one file of 30 KB
 * without dependencies), and loaded where such a document comes with passwords.
 */
import { createDecipheriv, createHash, pbkdf2Sync } from "node:crypto";
import { readEntry, type ZipEntry } from "../../bytes/zip.js";
import type { Budget } from "../../contract.js";
import { inflated, MAX_ITERATIONS, type Sealing } from "./sealed.js";

export const WHOLE = "encrypted-package";

const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const SALT_BYTES = 8;
/** Four and five times what LibreOffice asks for (64 MiB, three passes): more would be there to keep a reader busy. */
const MAX_MEMORY_KIB = 2 ** 18;
const MAX_WORK_KIB = 2 ** 20;
const MAX_LANES = 64;

/**
 * The document inside; undefined where the password is another one, the entry is damaged, which looks the same, or the way is not known here.
 * @throws Unreadable "corrupt", "limit"
 */
export async function unsealWhole(zip: Uint8Array, entry: ZipEntry, sealing: Sealing, password: string, budget: Budget): Promise<Uint8Array | undefined> {
  const sealed = readEntry(zip, entry, budget).bytes;
  if (sealing.cipher !== "aes256-gcm" || sealed.length < IV_BYTES + TAG_BYTES) return undefined;
  const key = await keyOf(sealing, password);
  if (key === undefined) return undefined;
  // As in XML Encryption 1.1 (5.2.4), the vector stands in front and the tag behind.
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, IV_BYTES)).setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    // The only thing it throws for: the tag is another one.
    return undefined;
  }
  return inflated(plain, budget);
}

async function keyOf({ derivation, start, salt, iterations, keyBytes, argon2 }: Sealing, password: string): Promise<Uint8Array | undefined> {
  if (!/^sha256$/iu.test(start) || keyBytes !== KEY_BYTES || salt.length < SALT_BYTES) return undefined;
  const secret = createHash("sha256").update(password).digest();
  if (/^pbkdf2$/iu.test(derivation)) return iterations >= 1 && iterations <= MAX_ITERATIONS ? pbkdf2Sync(secret, salt, iterations, keyBytes, "sha1") : undefined;
  const { passes, memoryKiB, lanes } = argon2;
  const isKnown = derivation === "argon2id" && [passes, memoryKiB, lanes].every((number) => Number.isSafeInteger(number) && number >= 1);
  if (!isKnown || lanes > MAX_LANES || memoryKiB < 8 * lanes || memoryKiB > MAX_MEMORY_KIB || passes * memoryKiB > MAX_WORK_KIB) return undefined;
  const { argon2id } = await import("hash-wasm");
  return argon2id({ password: secret, salt, iterations: passes, memorySize: memoryKiB, parallelism: lanes, hashLength: keyBytes, outputType: "binary" });
}
