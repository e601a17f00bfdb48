/**
 * The socket that Exim's `malware` condition asks (av_scanner = sock): a line with the path of a message comes in, a line of JSON goes out, and
 * the connection closes. Exim reads once, less than 1,024 bytes, and takes no answer for "try again": so does a message that could not be
 * checked get none.
 */
import { type FileHandle, open, realpath } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { sep } from "node:path";
import type { Envelope } from "../../contract.js";
import type { Door, Listen } from "../door.js";
import { closeServer, listenOn } from "../listen.js";
import type { Log } from "../log.js";
import type { Metrics } from "../metrics.js";
import { problemOf } from "../problem.js";
import { createSpool, type SpoolOptions } from "../spool.js";
import type { Judge, Outcome } from "../transaction.js";
import { readEximHead } from "./exim-head.js";

export interface CheckOptions {
  /** Files elsewhere are not read: whoever may ask could learn what stands in any file that we may read. */
  readonly folders: readonly string[];
  readonly maxMessageBytes: number;
  readonly maxConnections: number;
  readonly spool: SpoolOptions;
}

export interface CheckContext {
  readonly listen: Listen;
  readonly socketMode?: number;
  /** Asked at each connection. */
  readonly settings: () => CheckOptions;
  readonly judge: Judge;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Exim's buffer is 1,024 bytes, and what fills it counts as too much. */
const MAX_ANSWER_BYTES = 1000;
const MAX_LINE_BYTES = 4096;
const LINE_MS = 30_000;
const CHUNK_BYTES = 256 * 1024;

/** @throws ConfigError */
export async function startCheckSocket({ listen, socketMode, settings, judge, log, metrics }: CheckContext): Promise<Door> {
  const sockets = new Set<Socket>();
  let isClosing = false;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("error", () => undefined);
    metrics.add("leaklint_connections_total", { door: "check" });
    if (isClosing || sockets.size >= settings().maxConnections) {
      metrics.add("leaklint_connections_refused_total", { door: "check" });
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    void answer(socket).catch((error: unknown) => {
      log.error({ door: "check", problem: problemOf(error) }, "a message could not be checked");
      metrics.add("leaklint_messages_total", { door: "check", outcome: "tempfail" });
      socket.destroy();
    });
  });

  async function answer(socket: Socket): Promise<void> {
    const path = await readLine(socket);
    if (path === undefined) {
      socket.destroy();
      return;
    }
    const leaving = new AbortController();
    socket.once("close", () => {
      leaving.abort();
    });
    const { spool: spoolOptions, folders, maxMessageBytes } = settings();
    const file = await openInside(path, folders);
    if (file === undefined) {
      log.error({ door: "check" }, "was asked about a file that is outside the folders of gateway.checkFolders, or is none");
      metrics.add("leaklint_messages_total", { door: "check", outcome: "refused" });
      socket.destroy();
      return;
    }
    const spool = createSpool(spoolOptions, metrics);
    try {
      const { envelope, bytes } = await copy(file, spool, maxMessageBytes);
      // Exim's own id of the message, which stands in its logs.
      const queueId = /(?<id>[A-Za-z0-9-]{6,40})\.eml$/u.exec(path)?.groups?.["id"];
      const start = performance.now();
      const message = bytes > maxMessageBytes ? ({ kind: "oversize", bytes } as const) : await spool.finish();
      const { outcome, reference } = await judge.judge({ envelope, message, ...(queueId !== undefined && { queueId }) }, { signal: leaving.signal });
      metrics.observe("leaklint_message_seconds", { door: "check" }, (performance.now() - start) / 1000);
      metrics.add("leaklint_messages_total", { door: "check", outcome: leaving.signal.aborted ? "abandoned" : outcome.kind });
      metrics.add("leaklint_message_bytes_total", { door: "check" }, bytes);
      if (outcome.kind === "tempfail") socket.destroy();
      else socket.end(answerLine(outcome, reference));
    } finally {
      await file.close();
      await spool.discard();
    }
  }

  const address = await listenOn(server, listen, socketMode);
  return {
    address,
    async close(graceMs) {
      isClosing = true;
      await closeServer(server, graceMs, () => {
        for (const socket of sockets) socket.destroy();
      });
    },
  };
}

/** `summary` begins with the outcome, so that one pattern takes out what an ACL needs. */
export function answerLine(outcome: Outcome, reference: string): string {
  const text = "reply" in outcome ? outcome.reply.text : "reason" in outcome ? outcome.reason : `code ${reference}`;
  // Neither quotes nor backslashes: patterns in a mail server's configuration end at the first quote.
  const plain = text.replace(/["\\\p{Cc}]+/gu, " ");
  let answer: string;
  let length = plain.length;
  do {
    answer = `${JSON.stringify({ outcome: outcome.kind, reference, summary: `${outcome.kind}: ${plain.slice(0, length)}` })}\n`;
    length -= 16;
  } while (Buffer.byteLength(answer) > MAX_ANSWER_BYTES);
  return answer;
}

/** Exim's option cannot hold a line end (4.96 sends "\\n" as it stands), and Exim goes on listening without closing its side. */
const EXIM_PATH = /^(?<path>\/.*\.eml)(?:\\n)?$/u;

/** The first line, or all there is where the other side ends without one; undefined where none comes. */
function readLine(socket: Socket): Promise<string | undefined> {
  return new Promise((resolve) => {
    let line = Buffer.alloc(0);
    const finish = (text: string | undefined): void => {
      clearTimeout(timer);
      socket.removeAllListeners("data");
      socket.removeAllListeners("end");
      socket.resume();
      resolve(text);
    };
    const timer = setTimeout(() => {
      finish(undefined);
    }, LINE_MS);
    socket.on("data", (chunk) => {
      line = Buffer.concat([line, chunk]);
      const end = line.indexOf("\n");
      const path = EXIM_PATH.exec(line.toString("utf8"))?.groups?.["path"];
      if (end >= 0) finish(line.toString("utf8", 0, end).trimEnd());
      else if (path !== undefined) finish(path);
      else if (line.length > MAX_LINE_BYTES) finish(undefined);
    });
    socket.once("end", () => {
      finish(line.length === 0 ? undefined : line.toString("utf8").trimEnd());
    });
    socket.once("close", () => {
      finish(undefined);
    });
  });
}

/** The regular file that the path means once every link is followed, where it stands in one of the folders. */
async function openInside(path: string, folders: readonly string[]): Promise<FileHandle | undefined> {
  let file: FileHandle | undefined;
  try {
    const real = await realpath(path);
    const homes = await Promise.all(folders.map((folder) => realpath(folder).catch(() => undefined)));
    if (!homes.some((home) => home !== undefined && real.startsWith(home + sep))) return undefined;
    file = await open(real, "r");
    if ((await file.stat()).isFile()) return file;
  } catch (error) {
    // Missing, or not ours to read: what realpath and open throw has a code.
    if (!(error instanceof Error && "code" in error)) throw error;
  }
  await file?.close();
  return undefined;
}

async function copy(file: FileHandle, spool: ReturnType<typeof createSpool>, maxBytes: number): Promise<{ readonly envelope: Envelope; readonly bytes: number }> {
  let head: ReturnType<typeof readEximHead> | undefined;
  let bytes = 0;
  let before = Buffer.alloc(0);
  for (;;) {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES);
    let piece: Buffer = chunk.subarray(0, bytesRead);
    if (head === undefined) {
      before = Buffer.concat([before, piece]);
      head = readEximHead(before, bytesRead === 0);
      if (head === undefined) continue;
      piece = before.subarray(head.length);
    }
    bytes += piece.length;
    if (bytes <= maxBytes && piece.length > 0) await spool.write(piece);
    if (bytesRead === 0) return { envelope: head.envelope, bytes };
  }
}
