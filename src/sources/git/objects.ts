/** Objects' bytes, all of them through one `git cat-file --batch`. */
import type { ChildProcess } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { exitOf, reasonOf, runGit, startGit } from "./process.js";

export type GitObject =
  | { readonly kind: "object"; readonly type: "blob" | "tree" | "commit" | "tag"; readonly bytes: Buffer }
  /** Larger than was asked for; nothing of it is kept. */
  | { readonly kind: "large"; readonly size: number }
  | { readonly kind: "missing" }
  /** git gave up on it. */
  | { readonly kind: "corrupt" };

export interface ObjectReader {
  /** Asks for an object ahead of reading it, so that git works while we do. @param id full, in hexadecimal */
  request(id: string): void;
  /** The objects in the order they were asked for. @throws UsageError where git cannot be started */
  next(): Promise<GitObject>;
  close(): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly input: Writable;
  readonly output: ByteReader;
  readonly ended: Promise<number | null>;
  readonly reason: () => string;
}

/** git failing so often without one answer between fails at everything. */
const MOST_FAILURES = 64;

/** @param maxBytes of one object */
export function readObjects(cwd: string, maxBytes: number): ObjectReader {
  /** Asked for and not yet answered; `isSent` where git was asked. */
  let pending: { readonly id: string; readonly isSent: boolean }[] = [];
  let git: Running | undefined;
  let failures = 0;
  /** Of a partial clone: what it has. */
  let present: ReadonlySet<string> | undefined;

  const start = (): Running => {
    const child = startGit(["cat-file", "--batch"], cwd, ["pipe", "pipe", "pipe"]);
    if (child.stdin === null || child.stdout === null) throw new TypeError("a process started with pipes has pipes");
    // A process that ends early is noticed by what it no longer answers.
    child.stdin.on("error", () => undefined);
    const ended = exitOf(child);
    ended.catch(() => undefined); // whoever waits for an answer is told
    return { child, input: child.stdin, output: createByteReader(child.stdout), ended, reason: reasonOf(child) };
  };

  const answer = async (id: string, { output }: Running): Promise<GitObject | undefined> => {
    const header = await output.line();
    if (header === undefined) return undefined;
    const [, type, length] = header.split(" ");
    if (type === "missing" || type === "ambiguous") return { kind: "missing" };
    const size = Number(length);
    if (!header.startsWith(id) || !isType(type) || !Number.isSafeInteger(size)) throw new TypeError("git cat-file answered in another form");
    if (size > maxBytes) return (await output.skip(size + 1)) ? { kind: "large", size } : undefined;
    const bytes = await output.take(size);
    return bytes !== undefined && (await output.skip(1)) ? { kind: "object", type, bytes } : undefined;
  };

  return {
    request(id) {
      const isSent = failures <= MOST_FAILURES && present?.has(id) !== false;
      pending.push({ id, isSent });
      if (!isSent) return;
      git ??= start();
      git.input.write(`${id}\n`);
    },
    async next() {
      const wanted = pending.shift();
      if (wanted === undefined) throw new TypeError("no object was asked for");
      if (!wanted.isSent || git === undefined) return { kind: present?.has(wanted.id) === false ? "missing" : "corrupt" };
      const object = await answer(wanted.id, git);
      if (object !== undefined) {
        failures = 0;
        return object;
      }
      // git ends at an object it cannot unpack, and at one that a partial clone lacks. Those behind it are asked for again.
      await git.ended;
      const isPartial = git.reason().includes("promisor remote") || git.reason().includes("lazy fetching");
      git = undefined;
      failures++;
      if (isPartial) present ??= await objectsOf(cwd);
      const left = pending;
      pending = [];
      for (const { id } of left) this.request(id);
      return { kind: isPartial ? "missing" : "corrupt" };
    },
    async close() {
      if (git === undefined) return;
      const { child, input, ended } = git;
      git = undefined;
      input.end();
      // What was asked for and never read keeps git writing.
      child.stdout?.destroy();
      await ended;
    },
  };
}

/** Every object that is here. Asking for another one of a partial clone would end git, or have it fetched. */
async function objectsOf(cwd: string): Promise<ReadonlySet<string>> {
  const output = await runGit(["cat-file", "--batch-all-objects", "--batch-check=%(objectname)", "--unordered", "--buffer"], { cwd });
  return new Set(output.toString("latin1").split("\n"));
}

const TYPES = ["blob", "tree", "commit", "tag"] as const;
const isType = (word: string): word is (typeof TYPES)[number] => TYPES.some((type) => type === word);

interface ByteReader {
  /** Without its newline; undefined at the end. */
  line(): Promise<string | undefined>;
  take(count: number): Promise<Buffer | undefined>;
  /** False where there are fewer. */
  skip(count: number): Promise<boolean>;
}

function createByteReader(stream: Readable): ByteReader {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>; // no encoding is set, so chunks are buffers
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done === true) return false;
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    return true;
  };
  return {
    async line() {
      for (;;) {
        const end = held.indexOf(0x0a);
        if (end >= 0) {
          const line = held.toString("latin1", 0, end);
          held = held.subarray(end + 1);
          return line;
        }
        if (!(await more())) return undefined;
      }
    },
    async take(count) {
      const bytes = Buffer.allocUnsafeSlow(count);
      for (let filled = 0; filled < count; ) {
        if (held.length === 0 && !(await more())) return undefined;
        const copied = held.copy(bytes, filled);
        filled += copied;
        held = held.subarray(copied);
      }
      return bytes;
    },
    async skip(count) {
      for (let left = count; left > 0; ) {
        if (held.length === 0 && !(await more())) return false;
        const skipped = Math.min(left, held.length);
        left -= skipped;
        held = held.subarray(skipped);
      }
      return true;
    },
  };
}
