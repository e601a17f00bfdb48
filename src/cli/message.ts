/** `leaklint mail`: the message, its envelope and the thread it belongs to. */
import { readFile } from "node:fs/promises";
import { UsageError } from "../errors.js";
import type { MailOptions } from "../linter.js";
import { readStandardInput } from "../sources/files.js";
import type { Arguments } from "./arguments.js";

export async function readMessage(given: Arguments): Promise<[Uint8Array, MailOptions]> {
  const [path] = given.operands;
  const envelope = given.from !== undefined || given.rcpt.length > 0 ? { ...(given.from !== undefined && { from: given.from }), to: given.rcpt } : undefined;
  const thread: string[] = [];
  if (given.thread.length > 0) {
    const { correspondents } = await import("../extractors/eml/correspondents.js");
    for (const earlier of given.thread) thread.push(...correspondents(await read(earlier)));
  }
  return [await read(path), { name: path, thread, ...(envelope !== undefined && { envelope }) }];
}

async function read(path: string): Promise<Uint8Array> {
  if (path === "-") return readStandardInput();
  return readFile(path).catch((error: unknown) => {
    if (error instanceof Error && "code" in error) throw new UsageError(`the message ${JSON.stringify(path)} cannot be read (${String(error.code)})`);
    throw error;
  });
}
