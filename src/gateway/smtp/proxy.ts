/**
 * The SMTP proxy: stands before a next hop as a before-queue content filter (Postfix: smtpd_proxy_filter) or as the smart host that other
 * servers and programs send through. It keeps no mail: what the next hop has not taken, the client still has.
 *
 * Written on sockets because neither `smtp-server` nor nodemailer's client survived being measured. Here, on 2 cores, Node 20, 5 KB messages,
 * 8 connections at once: smtp-server 3.21 greets after 102 ms (it waits 100 ms for clients that talk too early; plain sockets 0.5 ms) and takes
 * 77 messages/s one a connection (sockets: 1,241-2,470) and 2,240-2,270 at 50 a connection (sockets: 9,050-10,100). nodemailer 10's
 * SMTPConnection sends 690-830 messages/s one a connection (sockets: 2,320-2,380) and 4,570-6,470 at 50 (sockets: 5,790-7,940). More than
 * time, they are not verbatim: smtp-server takes a bare LF for a line end and has its own EHLO and replies, nodemailer's client mends lines.
 */
import { readFile, stat } from "node:fs/promises";
import { type BlockList, createServer, type Socket } from "node:net";
import { createSecureContext, type SecureContext, TLSSocket } from "node:tls";
import { ConfigError } from "../../errors.js";
import type { Door, Listen } from "../door.js";
import { closeServer, listenOn } from "../listen.js";
import { addressList, includes, refuseLoop } from "./addresses.js";
import type { SessionContext } from "./context.js";
import { connectNextHop, NextHopError } from "./next-hop.js";
import { LOOPBACK, type SmtpProxyOptions } from "./options.js";
import { ownReply } from "./reply.js";
import { type Session, startSession } from "./session.js";
import { createWire } from "./wire.js";

/**
 * @param settings asked at each connection: a reload changes them, and closes nothing. The same object as long as nothing changed
 * @throws ConfigError
 */
export async function startSmtpProxy(
  { listen, settings, judge, log, metrics, socketMode }: { readonly listen: Listen; readonly settings: () => SmtpProxyOptions; readonly socketMode?: number } & Pick<SessionContext, "judge" | "log" | "metrics">,
): Promise<Door> {
  const loopback = addressList(LOOPBACK, "loopback");
  let current = compiled(settings(), listen);
  const now = (): Compiled => (current.options === settings() ? current : (current = compiled(settings(), listen)));
  await current.tlsContext?.();
  const sessions = new Set<Session>();
  const sockets = new Set<Socket>();
  let isClosing = false;

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    // Until somebody reads from it, an error must not end the process.
    socket.on("error", () => undefined);
    metrics.add("leaklint_connections_total", { door: "smtp" });
    const address = socket.remoteAddress;
    if (isClosing || sockets.size >= now().options.maxConnections) turnAway(socket, 421, "4.3.2", isClosing ? "Shutting down; try again" : "Too many connections; try again");
    else if (!includes(now().clients, address)) turnAway(socket, 554, "5.7.1", "Not for you");
    else void serve(socket, address);
  });

  function turnAway(socket: Socket, code: number, status: string, text: string): void {
    metrics.add("leaklint_connections_refused_total", { door: "smtp" });
    const wire = createWire(socket);
    wire.write(ownReply(code, status, text).bytes).catch(() => undefined);
    wire.end();
  }

  async function serve(socket: Socket, address: string | undefined): Promise<void> {
    sockets.add(socket);
    metrics.add("leaklint_connections_open", { door: "smtp" });
    socket.once("close", () => {
      sockets.delete(socket);
      metrics.add("leaklint_connections_open", { door: "smtp" }, -1);
    });
    const wire = createWire(socket);
    const { options, trusted, tlsContext } = now();
    try {
      const hop = await connectNextHop(options.nextHop, options.timeouts, options.hostname);
      if (wire.isClosed) {
        hop.quit();
        return;
      }
      const isLocal = includes(loopback, address);
      const session = startSession(wire, hop, {
        options, judge, log, metrics, isLocal, isTrusted: includes(trusted, address), requiresTls: options.tls?.required === true && !isLocal,
        ...(tlsContext !== undefined && { tlsContext }),
      });
      sessions.add(session);
      if (isClosing) session.drain();
      await session.done;
      sessions.delete(session);
    } catch (error) {
      if (!(error instanceof NextHopError)) log.error({ door: "smtp", problem: error instanceof Error ? error.name : "unknown" }, "connection failed");
      else log.warn({ door: "smtp", reason: error.reason }, "next hop not reached");
      metrics.add("leaklint_next_hop_failures_total", { door: "smtp" });
      // Not a greeting and then 451 to MAIL: an EHLO in between would have to be answered without knowing what the next hop takes, and a
      // sender that needs SMTPUTF8, 8BITMIME or STARTTLS takes its absence for final and returns the mail.
      wire.write(ownReply(421, "4.4.1", "The next mail server cannot be reached; try again").bytes).catch(() => undefined);
      wire.end();
    }
  }

  const address = await listenOn(server, listen, socketMode);
  return {
    address,
    async close(graceMs) {
      isClosing = true;
      const closed = closeServer(server, graceMs, () => {
        for (const session of sessions) session.destroy();
        for (const socket of sockets) socket.destroy();
      });
      for (const session of sessions) session.drain();
      await Promise.all([...sessions].map(({ done }) => done));
      // Whoever was told goodbye has this long to read it.
      const last = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, Math.min(graceMs, 500));
      await closed;
      clearTimeout(last);
    },
  };
}

interface Compiled {
  readonly options: SmtpProxyOptions;
  readonly clients: BlockList;
  readonly trusted: BlockList;
  readonly tlsContext?: () => Promise<(socket: Socket) => Socket>;
}

function compiled(options: SmtpProxyOptions, listen: Listen): Compiled {
  refuseLoop(listen, options);
  return {
    options,
    clients: addressList(options.clients, "clients"),
    trusted: addressList(options.trusted, "trusted"),
    ...(options.tls !== undefined && { tlsContext: serverTls(options.tls) }),
  };
}

/** @throws ConfigError (the first time) where the certificate or the key cannot be used */
function serverTls({ cert, key }: { readonly cert: string; readonly key: string }): () => Promise<(socket: Socket) => Socket> {
  let known: { readonly changed: string; readonly context: SecureContext } | undefined;
  return async () => {
    try {
      const changed = (await Promise.all([cert, key].map((path) => stat(path)))).map(({ mtimeMs }) => mtimeMs).join();
      if (known?.changed !== changed) known = { changed, context: createSecureContext({ cert: await readFile(cert), key: await readFile(key) }) };
    } catch (error) {
      // While a new certificate is being put in place the old one serves.
      if (known === undefined) throw new ConfigError(`gateway.smtp.tls: certificate or key cannot be used (${(error as NodeJS.ErrnoException).code ?? "error"})`);
    }
    const { context } = known;
    return (socket) => new TLSSocket(socket, { isServer: true, secureContext: context });
  };
}
