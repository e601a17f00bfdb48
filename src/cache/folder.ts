/** Where the cache is: in the repository's own git folder, else where the system keeps what may be lost. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Each run of any version of leaklint writes all of it: the name says which form it has. */
export const CACHE_FILE = "cache";

const KEY = /^[\da-f]{64}$/u;

/**
 * What findings' fingerprints in this folder's cache are keyed with: as lasting as the cache, and worth nothing without it. Undefined where
 * nothing can be written: there is no cache then.
 */
export async function userCacheKey(folder: string): Promise<string | undefined> {
  const path = join(folder, "key");
  try {
    return await readKey(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code !== "ENOENT") return undefined;
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(path, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
    return await readKey(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    // Another run was quicker, or nobody may write here.
    return error.code === "EEXIST" ? readKey(path) : undefined;
  }
}

async function readKey(path: string): Promise<string | undefined> {
  const key = (await readFile(path, "utf8")).trim();
  return KEY.test(key) ? key : undefined;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error;
}
