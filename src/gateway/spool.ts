/** A message while it is read and judged: in memory, and on disk once it is large. Nothing of it stays when it is put away. */
import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { messageMemory } from "./message-memory.js";
import type { Metrics } from "./metrics.js";
import type { SpilledMessage } from "./transaction.js";

export interface SpoolOptions {
  /** Where large messages are written; made if it is not there, in a folder that is. */
  readonly folder: string;
  /** Bytes kept in memory before a message goes to disk. */
  readonly memoryBytes: number;
}

export interface Spool {
  readonly bytes: number;
  /** The chunks are kept as they are, in memory. Waits while the disk does. @throws SpoolError where the disk is full or broken; the message is then lost to us, not to its sender */
  write(...chunks: readonly Uint8Array[]): Promise<void>;
  /** To be called once, behind the last `write`. The bytes are a copy, which may be given away to a thread. @throws SpoolError */
  finish(): Promise<Uint8Array | SpilledMessage>;
  /** The message from its beginning, as often as wanted. Throws where the disk does, before its end. */
  read(): AsyncIterable<Uint8Array>;
  /** Removes what was written. Never throws. */
  discard(): Promise<void>;
}

/** The disk is full or broken. */
export class SpoolError extends Error {
  override readonly name = "SpoolError";
  constructor(readonly code: string) {
    super(`the message cannot be written to disk (${code})`);
  }
}

const NAME = /^leaklint-(?<pid>\d+)-[0-9a-f]{32}\.spool$/u;

export function createSpool({ folder, memoryBytes }: SpoolOptions, metrics?: Metrics): Spool {
  let chunks: Uint8Array[] = [];
  let bytes = 0;
  let spilled = 0;
  let file: FileHandle | undefined;
  let path: string | undefined;

  async function spill(chunk: Uint8Array): Promise<void> {
    try {
      if (file === undefined) {
        await makeFolder(folder);
        const name = join(folder, `leaklint-${process.pid}-${randomBytes(16).toString("hex")}.spool`);
        // Exclusive: whatever stands there already, a link above all, is not ours.
        file = await open(name, "wx", 0o600);
        path = name;
      }
      for (let at = 0; at < chunk.length; ) {
        const { bytesWritten } = await file.write(chunk, at, chunk.length - at);
        at += bytesWritten;
        spilled += bytesWritten;
        metrics?.add("leaklint_spill_bytes", {}, bytesWritten);
      }
    } catch (error) {
      metrics?.add("leaklint_spill_failures_total", {});
      throw new SpoolError((error as NodeJS.ErrnoException).code ?? "error"); // what node:fs throws is one
    }
  }

  return {
    get bytes() {
      return bytes;
    },
    async write(...more) {
      for (const { length } of more) bytes += length;
      if (path === undefined && bytes <= memoryBytes) {
        for (const chunk of more) chunks.push(chunk);
        return;
      }
      const all = [...chunks, ...more];
      chunks = [];
      await spill(all.length === 1 ? all[0] : Buffer.concat(all));
    },
    async finish() {
      if (path === undefined) {
        const whole = messageMemory.take(bytes);
        for (let at = 0, i = 0; i < chunks.length; at += chunks[i].length, i++) whole.set(chunks[i], at);
        return whole;
      }
      try {
        await file?.close();
      } catch (error) {
        throw new SpoolError((error as NodeJS.ErrnoException).code ?? "error"); // what node:fs throws is one
      }
      file = undefined;
      return { kind: "spilled", path, bytes };
    },
    read: () => (path === undefined ? inMemory(chunks) : onDisk(path, bytes)),
    async discard() {
      chunks = [];
      metrics?.add("leaklint_spill_bytes", {}, -spilled);
      spilled = 0;
      const [handle, name] = [file, path];
      file = undefined;
      path = undefined;
      // Best effort: what cannot be removed now is removed by `sweepSpool` at the next start.
      await handle?.close().catch(() => undefined);
      if (name !== undefined) await unlink(name).catch(() => undefined);
    },
  };
}

/** Only the last of its folders: node's recursive mkdir never ends where a path goes through /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error; // what mkdir throws is one
  }
}

async function* inMemory(chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* chunks;
}

/** @throws SpoolError where it is not all there any more, before half of it can be taken for the whole */
async function* onDisk(path: string, bytes: number): AsyncIterable<Uint8Array> {
  let read = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    read += chunk.length;
    yield chunk;
  }
  if (read !== bytes) throw new SpoolError("changed");
}

/** Removes what processes that were killed have left in the folder; files of living ones stay. Returns how many were removed. */
export async function sweepSpool(folder: string): Promise<number> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0; // what readdir throws is one
    throw error;
  }
  let removed = 0;
  for (const name of names) {
    const pid = NAME.exec(name)?.groups?.["pid"];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await unlink(join(folder, name));
    removed += 1;
  }
  return removed;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // what process.kill throws is one
  }
}
