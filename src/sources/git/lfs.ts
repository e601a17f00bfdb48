/** Git LFS: what git stores is a pointer; the content stands beside the objects where it has been fetched or was made here. */
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Repository } from "./repository.js";

export interface LfsPointer {
  /** SHA-256 of the content, in hexadecimal. */
  readonly oid: string;
  readonly size: number;
}

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: pointers are smaller than this. */
const POINTER_BYTES = 1024;
const POINTER = /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v\d+\n(?:ext-[^\n]+\n)*oid sha256:([\da-f]{64})\nsize (\d{1,15})\n?$/u;

export function lfsPointer(bytes: Buffer): LfsPointer | undefined {
  if (bytes.length >= POINTER_BYTES || !bytes.subarray(0, 8).equals(VERSION)) return undefined;
  const [, oid, size] = POINTER.exec(bytes.toString("latin1")) ?? [];
  return oid === undefined ? undefined : { oid, size: Number(size) };
}

const VERSION = Buffer.from("version ");

/** The content a pointer means, if it is in this clone and is what the pointer says. It is never fetched. */
export async function lfsContent({ commonDir }: Repository, { oid, size }: LfsPointer, maxBytes: number): Promise<Buffer | "absent" | "large"> {
  if (size > maxBytes) return "large";
  const path = join(commonDir, "lfs", "objects", oid.slice(0, 2), oid.slice(2, 4), oid);
  try {
    if ((await stat(path)).size !== size) return "absent";
    const bytes = await readFile(path);
    return createHash("sha256").update(bytes).digest("hex") === oid ? bytes : "absent";
  } catch (error) {
    if (error instanceof Error && "code" in error) return "absent";
    throw error;
  }
}
