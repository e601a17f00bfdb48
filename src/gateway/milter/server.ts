/** The milter: a door for Postfix and Sendmail, over unix sockets and TCP. */
import { createServer } from "node:net";
import type { Door, Listen } from "../door.js";
import { listenOn } from "../listen.js";
import type { Log } from "../log.js";
import type { Metrics } from "../metrics.js";
import type { Judge } from "../transaction.js";
import type { MessageLimits } from "./message.js";
import { type Session, startSession } from "./session.js";

export interface MilterOptions {
  readonly listen: Listen;
  /** Of a unix socket's file. */
  readonly socketMode?: number;
  readonly judge: Judge;
  /** Asked at each connection: a reload changes them, and closes nothing. */
  readonly limits: () => MessageLimits & { readonly connections: number; readonly idleMs: number };
  readonly log: Log;
  readonly metrics?: Metrics;
}

/** @throws ConfigError where the address cannot be listened on */
export async function openMilter({ listen, socketMode, judge, limits, log, metrics }: MilterOptions): Promise<Door> {
  const sessions = new Map<Session, () => void>();
  let whenEmpty: (() => void) | undefined;
  const isTcp = !("path" in listen);
  // Small packets are answered by small packets: each must leave at once.
  const server = createServer({ noDelay: true }, (socket) => {
    const now = limits();
    metrics?.add("leaklint_connections_total", { door: "milter" });
    if (sessions.size >= now.connections) {
      metrics?.add("leaklint_connections_refused_total", { door: "milter" });
      log.warn({ door: "milter", connections: sessions.size }, "too many connections: one was refused");
      socket.on("error", () => undefined); // nothing of it is wanted
      socket.destroy();
      return;
    }
    metrics?.add("leaklint_connections_open", { door: "milter" });
    const session = startSession(socket, { judge, limits: now, idleMs: now.idleMs, isTcp, log, ...(metrics !== undefined && { metrics }) }, () => {
      sessions.delete(session);
      metrics?.add("leaklint_connections_open", { door: "milter" }, -1);
      if (sessions.size === 0) whenEmpty?.();
    });
    sessions.set(session, () => { socket.destroy(); });
  });
  const address = await listenOn(server, listen, socketMode);
  return {
    address,
    async close(graceMs) {
      const closed = new Promise<void>((resolve) => {
        server.close(() => { resolve(); });
      });
      for (const session of sessions.keys()) session.end();
      if (sessions.size > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, graceMs);
          whenEmpty = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      for (const destroy of sessions.values()) destroy();
      await closed;
    },
  };
}
