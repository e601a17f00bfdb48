/** Writes a report's file so that an interrupted write leaves the old one. */
import { randomBytes } from "node:crypto";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../errors.js";

/**
 * The whole text appears under the name at once, or not at all. What is no regular file (/dev/stdout, a pipe) is written to as it is; a
 * symbolic link stays one.
 * @throws UsageError naming the path where it cannot be written
 */
export async function writeReport(path: string, text: string): Promise<void> {
  try {
    const target = await realpath(path).catch(orMissing(path));
    const found = await stat(target).catch(orMissing(undefined));
    if (found !== undefined && !found.isFile()) {
      await writeInto(await open(target, "w"), text);
      return;
    }
    const beside = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(6).toString("hex")}.tmp`);
    try {
      await writeInto(await open(beside, "wx", found === undefined ? 0o666 : found.mode & 0o777), text);
      await rename(beside, target);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  } catch (error) {
    if (error instanceof Error && "code" in error) throw new UsageError(`the report cannot be written to ${JSON.stringify(path)} (${String(error.code)})`);
    throw error;
  }
}

/** Adds to a file that others write to as well, such as GitHub's summary of a job. @throws UsageError */
export async function appendTo(path: string, text: string): Promise<void> {
  try {
    await writeInto(await open(path, "a"), text);
  } catch (error) {
    if (error instanceof Error && "code" in error) throw new UsageError(`the summary cannot be written to ${JSON.stringify(path)} (${String(error.code)})`);
    throw error;
  }
}

async function writeInto(handle: FileHandle, text: string): Promise<void> {
  try {
    await handle.writeFile(text);
    // What rename makes visible must be on the disk, or a power cut leaves an empty file under the name.
    await handle.sync().catch(unlessUnsyncable);
  } finally {
    await handle.close();
  }
}

const orMissing = <T>(instead: T) => (error: unknown): T => {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return instead;
  throw error;
};

/** Pipes and devices have nothing to sync. */
function unlessUnsyncable(error: unknown): void {
  if (!(error instanceof Error && "code" in error && (error.code === "EINVAL" || error.code === "ENOTSUP" || error.code === "EROFS"))) throw error;
}
