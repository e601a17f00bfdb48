/** `leaklint mail`: the message, its envelope and the thread it belongs to. */
import { readFile, stat } from "node:fs/promises";
import type { Limits } from "../contract.js";
import { UsageError } from "../errors.js";
import type { MailOptions } from "../linter.js";
import { readStandardInput } from "../sources/files.js";
import type { Arguments } from "./arguments.js";

/** @throws UsageError where a file cannot be read or is larger than the limit */
export async function readMessage(given: Arguments, { fileBytes }: Limits): Promise<[Uint8Array, MailOptions]> {
  const [path] = given.operands;
  const envelope = given.from !== undefined || given.rcpt.length > 0 ? { ...(given.from !== undefined && { from: given.from }), to: given.rcpt } : undefined;
  const thread: string[] = [];
  if (given.thread.length > 0) {
    const { correspondents } = await import("../extractors/eml/correspondents.js");
    for (const earlier of given.thread) thread.push(...correspondents(await read(earlier, fileBytes)));
  }
  return [await read(path, fileBytes), { name: path, thread, ...(envelope !== undefined && { envelope }) }];
}

async function read(path: string, fileBytes: number): Promise<Uint8Array> {
  if (path === "-") return readStandardInput(fileBytes);
  try {
    if ((await stat(path)).size > fileBytes) throw new UsageError(`the message ${JSON.stringify(path)} is larger than the limit fileBytes (${fileBytes} bytes)`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error) throw new UsageError(`the message ${JSON.stringify(path)} cannot be read (${String(error.code)})`);
    throw error;
  }
}
