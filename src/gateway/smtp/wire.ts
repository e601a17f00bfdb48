/**
 * One side of an SMTP connection. Bytes are asked for, not pushed: while nobody reads, the kernel's buffer fills and the other side waits.
 */
import type { Socket } from "node:net";

export interface Wire {
  /** The next bytes, or undefined where the other side has said its last. @throws WireError */
  read(timeoutMs: number): Promise<Buffer | undefined>;
  /** Whoever reads now, or reads next, is told this in place of bytes. */
  interrupt(why: Error): void;
  /** Puts bytes back, to be read next. */
  unread(bytes: Buffer): void;
  /** Whether bytes have arrived that were not read yet. */
  readonly hasPending: boolean;
  /** Waits while the other side does not take what was written. @throws WireError */
  write(bytes: Uint8Array | string): Promise<void>;
  /** Calls `told` once, when the connection is lost, or the other side has said its last and nothing of it is unread. Returns how to stop that. */
  onGone(told: () => void): () => void;
  /** Goes on over TLS, on the socket that `wrap` makes of this one. @throws WireError */
  secure(wrap: (socket: Socket) => Socket, event: "secure" | "secureConnect", timeoutMs: number): Promise<void>;
  /** Says that nothing more comes, lets the other side read it, and closes; it has `lingerMs` for that. */
  end(lingerMs?: number): void;
  destroy(): void;
  readonly isSecure: boolean;
  readonly isClosed: boolean;
}

/** The connection cannot be used any more. */
export class WireError extends Error {
  override readonly name = "WireError";
  constructor(readonly reason: "timeout" | "lost" | "tls") {
    super(`connection: ${reason}`);
  }
}

/** Bytes read ahead of whoever asks for them. */
const READ_AHEAD = 128 * 1024;
const WRITE_TIMEOUT_MS = 300_000;
const LINGER_MS = 5000;

export function createWire(first: Socket): Wire {
  let socket = first;
  let chunks: Buffer[] = [];
  let size = 0;
  let isOver = false;
  let isLost = false;
  let isSecure = false;
  let isEnding = false;
  let interruption: Error | undefined;
  const waiting = new Set<() => void>();
  const gone = new Set<() => void>();

  const wake = (): void => {
    for (const one of [...waiting]) one();
    if (isLost || (isOver && size === 0)) {
      const told = [...gone];
      gone.clear();
      for (const one of told) one();
    }
  };
  const pull = (): void => {
    while (size < READ_AHEAD) {
      const chunk = socket.read() as Buffer | null; // no encoding is set: sockets then give buffers
      if (chunk === null) break;
      // What comes behind the last word is taken off the socket, so that the other side is not reset before it has read our answer.
      if (isEnding) continue;
      chunks.push(chunk);
      size += chunk.length;
    }
    wake();
  };
  const over = (): void => {
    isOver = true;
    wake();
  };
  const lost = (): void => {
    isLost = true;
    wake();
  };
  const listen = (): void => {
    socket.setNoDelay(true);
    socket.on("readable", pull).on("end", over).on("close", lost).on("error", lost);
  };
  listen();

  /** Until `isDone`, which is looked at again whenever something happens. */
  const until = (isDone: () => boolean, timeoutMs: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!isDone()) return;
        finish();
        resolve();
      };
      const timer = setTimeout(() => {
        finish();
        reject(new WireError("timeout"));
      }, timeoutMs);
      const finish = (): void => {
        clearTimeout(timer);
        waiting.delete(look);
      };
      waiting.add(look);
      look();
    });

  const wire: Wire = {
    async read(timeoutMs) {
      if (size === 0) pull();
      if (size === 0 && !isOver && !isLost && interruption === undefined) await until(() => size > 0 || isOver || isLost || interruption !== undefined, timeoutMs);
      if (interruption !== undefined) throw interruption;
      if (size > 0) {
        const bytes = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, size);
        chunks = [];
        size = 0;
        return bytes;
      }
      if (isOver) return undefined;
      throw new WireError("lost");
    },
    interrupt(why) {
      interruption ??= why;
      wake();
    },
    unread(bytes) {
      if (bytes.length === 0) return;
      chunks.unshift(bytes);
      size += bytes.length;
    },
    get hasPending() {
      return size > 0;
    },
    async write(bytes) {
      if (isLost || socket.writableEnded) throw new WireError("lost");
      if (socket.write(bytes)) return;
      socket.once("drain", wake);
      await until(() => isLost || !socket.writableNeedDrain, WRITE_TIMEOUT_MS);
      if (isLost) throw new WireError("lost");
    },
    onGone(told) {
      gone.add(told);
      wake();
      return () => void gone.delete(told);
    },
    async secure(wrap, event, timeoutMs) {
      for (const name of ["readable", "end", "close"] as const) socket.removeAllListeners(name);
      socket.on("close", lost);
      let isReady = false;
      socket = wrap(socket);
      socket.once(event, () => {
        isReady = true;
        wake();
      });
      listen();
      try {
        await until(() => isReady || isLost || isOver, timeoutMs);
      } catch {
        wire.destroy();
      }
      if (!isReady || isLost) {
        wire.destroy();
        throw new WireError("tls");
      }
      isSecure = true;
    },
    end(lingerMs = LINGER_MS) {
      if (isEnding) return;
      isEnding = true;
      chunks = [];
      size = 0;
      socket.end();
      const timer = setTimeout(() => {
        wire.destroy();
      }, lingerMs);
      socket.once("close", () => {
        clearTimeout(timer);
      });
      pull();
    },
    destroy() {
      isLost = true;
      socket.destroy();
      wake();
    },
    get isSecure() {
      return isSecure;
    },
    get isClosed() {
      return isLost;
    },
  };
  return wire;
}
