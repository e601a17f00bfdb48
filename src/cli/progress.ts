/** A line on standard error while a scan takes long; nothing where standard error is not a terminal. */
import type { WriteStream } from "node:tty";
import { printable } from "../reporters/printable.js";

/** A scan that is done sooner shows nothing. */
const QUIET_MS = 1000;
const INTERVAL_MS = 200;

export interface Progress {
  /** @param name already free of personal values */
  update(done: number, name: string): void;
  stop(): void;
}

export function startProgress(stream: Pick<WriteStream, "write" | "isTTY" | "columns">): Progress {
  if (!stream.isTTY) return { update: () => undefined, stop: () => undefined };
  const began = performance.now();
  let line = "";
  let isShown = false;
  const show = (): void => {
    const elapsed = performance.now() - began;
    if (elapsed < QUIET_MS) return;
    const text = `leaklint: ${Math.floor(elapsed / 1000)} s${line}`.slice(0, Math.max(20, (stream.columns ?? 80) - 1));
    stream.write(`\r\x1b[K${text}`);
    isShown = true;
  };
  const timer = setInterval(show, INTERVAL_MS);
  timer.unref();
  return {
    update(done, name) {
      line = `, ${done} done, last ${printable(name)}`;
    },
    stop() {
      clearInterval(timer);
      if (isShown) stream.write("\r\x1b[K");
    },
  };
}
