/** Our side of the connection to the next hop: commands go out in order, and replies come back in the same order. */
import { readFile } from "node:fs/promises";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls, type ConnectionOptions } from "node:tls";
import { isLoopback } from "./addresses.js";
import { type Offer, parseOffer } from "./capabilities.js";
import { createDataWriter } from "./data.js";
import { isNegative, isPositive, NotAReply, readReply, type Reply } from "./reply.js";
import type { NextHopOptions, Timeouts } from "./options.js";
import { createWire, type Wire, WireError } from "./wire.js";

/** The next hop was not reached, is lost, or talks nonsense. `reason` is for logs and says nothing of any message. */
export class NextHopError extends Error {
  override readonly name = "NextHopError";
  constructor(
    readonly reason: string,
    /** What it said last, unasked: usually 421 and why. */
    readonly farewell?: Reply,
  ) {
    super(`next hop: ${reason}`);
  }
}

export interface NextHop {
  readonly greeting: Reply;
  /** Nobody can listen to this connection. */
  readonly isPrivate: boolean;
  /** Sends one command line (one character a byte, without CRLF). Several may be under way. @throws NextHopError */
  command(line: string, timeoutMs?: number): Promise<Reply>;
  /** Sends a message behind DATA's 354, with what ends it, and waits for what is said to that. @throws NextHopError */
  message(pieces: AsyncIterable<Uint8Array>): Promise<MessageReply>;
  /** Calls `told` once when the connection is lost while nothing is asked. Returns how to stop that. */
  onLost(told: () => void): () => void;
  /** What it said before it left, if anything. */
  farewell(): Promise<Reply | undefined>;
  /** Says QUIT and closes. */
  quit(): void;
  /** Closes at once: what was not ended with a dot never happened. */
  destroy(): void;
}

export interface MessageReply {
  readonly reply: Reply;
  /** It came before the message's end: the connection cannot be used any more. */
  readonly isEarly: boolean;
}

/** @throws NextHopError */
export async function connectNextHop(options: NextHopOptions, timeouts: Timeouts, hostname: string): Promise<NextHop> {
  try {
    return await open(options, timeouts, hostname);
  } catch (error) {
    // Opportunistic TLS must never deliver less than no TLS (RFC 7435): a handshake that fails is followed by plain text.
    if (options.tls === "opportunistic" && error instanceof NextHopError && error.reason === "tls") return await open({ ...options, tls: "off" }, timeouts, hostname);
    throw error;
  }
}

async function open(options: NextHopOptions, timeouts: Timeouts, hostname: string): Promise<NextHop> {
  const { at, tls } = options;
  const security = await securityOf(options);
  const socket: Socket = "path" in at ? connectTcp(at.path) : connectTcp({ host: at.host, port: at.port });
  await connected(socket, timeouts.connect);
  const wire = createWire(socket);
  const isLocal = "path" in at || isLoopback(at.host);
  const hop = nextHopOn(wire, timeouts, () => wire.isSecure || isLocal);
  try {
    if (tls === "implicit") await wire.secure((plain) => connectTls({ ...security, socket: plain }), "secureConnect", timeouts.tls);
    const greeting = await hop.greet();
    if (greeting.code === 220) {
      if (tls === "opportunistic" || tls === "required") await startTls();
      if (options.auth !== undefined) await authenticate(options.auth);
    }
    return Object.assign(hop, { greeting });
  } catch (error) {
    hop.destroy();
    if (error instanceof WireError) throw new NextHopError(error.reason);
    throw error;
  }

  async function offer(): Promise<Offer> {
    const reply = await hop.command(`EHLO ${options.helo ?? hostname}`);
    return isPositive(reply) ? parseOffer(reply.bytes) : new Map();
  }
  async function startTls(): Promise<void> {
    const isOffered = (await offer()).has("STARTTLS");
    const isAgreed = isOffered && (await hop.command("STARTTLS")).code === 220;
    if (!isAgreed) {
      if (tls === "required") throw new NextHopError("offers no TLS");
      return;
    }
    // What was said in the clear behind the 220 could be anybody's (CVE-2011-0411).
    if (wire.hasPending) throw new NextHopError("plain text behind STARTTLS");
    await wire.secure((plain) => connectTls({ ...security, socket: plain }), "secureConnect", timeouts.tls);
  }
  async function authenticate({ user, password }: { readonly user: string; readonly password: string }): Promise<void> {
    if (!hop.isPrivate) throw new NextHopError("a password is not sent without TLS");
    const mechanisms = ((await offer()).get("AUTH") ?? "").toUpperCase().split(" ");
    const base64 = (text: string): string => Buffer.from(text).toString("base64");
    let reply: Reply;
    if (mechanisms.includes("PLAIN")) reply = await hop.command(`AUTH PLAIN ${base64(`\0${user}\0${password}`)}`);
    else if (mechanisms.includes("LOGIN")) {
      reply = await hop.command("AUTH LOGIN");
      for (const answer of [user, password]) if (reply.code === 334) reply = await hop.command(base64(answer));
    } else throw new NextHopError("offers neither AUTH PLAIN nor AUTH LOGIN");
    if (reply.code !== 235) throw new NextHopError(`refuses the password (${reply.code})`);
  }
}

async function securityOf({ at, tls, ca }: NextHopOptions): Promise<ConnectionOptions> {
  const host = "path" in at ? "" : at.host;
  try {
    return {
      rejectUnauthorized: tls !== "opportunistic",
      ...(host !== "" && { host }),
      ...(host !== "" && isIP(host) === 0 && { servername: host }),
      ...(ca !== undefined && { ca: await readFile(ca) }),
    };
  } catch (error) {
    throw new NextHopError(`its authorities' certificates cannot be read (${(error as NodeJS.ErrnoException).code ?? "error"})`); // readFile's
  }
}

function connected(socket: Socket, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new NextHopError("not reached in time"));
    }, timeoutMs);
    const failed = (error: NodeJS.ErrnoException): void => {
      clearTimeout(timer);
      reject(new NextHopError(`not reached (${error.code ?? "error"})`));
    };
    socket.once("error", failed);
    socket.once("connect", () => {
      clearTimeout(timer);
      socket.removeListener("error", failed);
      resolve();
    });
  });
}

interface Asked {
  readonly timeoutMs: number;
  resolve(reply: Reply): void;
  reject(error: NextHopError): void;
}

function nextHopOn(wire: Wire, timeouts: Timeouts, isPrivate: () => boolean): Omit<NextHop, "greeting"> & { greet(): Promise<Reply> } {
  const asked: Asked[] = [];
  let isReading = false;
  let broken: NextHopError | undefined;

  const fail = (error: unknown): NextHopError => {
    broken ??= error instanceof NextHopError ? error : error instanceof WireError ? new NextHopError(error.reason) : error instanceof NotAReply ? new NextHopError(error.message) : undefined;
    if (broken === undefined) throw error;
    wire.destroy();
    for (const one of asked.splice(0)) one.reject(broken);
    return broken;
  };
  async function readAll(): Promise<void> {
    if (isReading) return;
    isReading = true;
    try {
      for (let one = asked[0]; one !== undefined; one = asked[0]) {
        const reply = await readReply(wire, one.timeoutMs);
        if (reply === undefined) throw new NextHopError("hung up");
        asked.shift();
        one.resolve(reply);
      }
    } catch (error) {
      fail(error);
    } finally {
      isReading = false;
    }
  }
  const ask = (timeoutMs: number): Promise<Reply> =>
    new Promise((resolve, reject) => {
      asked.push({ timeoutMs, resolve, reject });
      void readAll();
    });
  /** What was said unasked: whatever it is, it must not be taken for the answer to what is asked now. */
  async function refuseUnasked(): Promise<void> {
    if (broken !== undefined) throw broken;
    if (asked.length > 0 || !wire.hasPending) return;
    throw fail(new NextHopError("spoke unasked", await farewell()));
  }
  async function farewell(): Promise<Reply | undefined> {
    if (broken !== undefined) return broken.farewell;
    if (asked.length > 0 || !wire.hasPending) return undefined;
    try {
      const said = await readReply(wire, 1000);
      return said?.code === 421 ? said : undefined;
    } catch (error) {
      if (error instanceof WireError || error instanceof NotAReply) return undefined;
      throw error;
    }
  }
  async function write(bytes: Uint8Array | string): Promise<void> {
    try {
      await wire.write(bytes);
    } catch (error) {
      throw fail(error);
    }
  }

  return {
    get isPrivate() {
      return isPrivate();
    },
    greet: () => ask(timeouts.greeting),
    farewell,
    async command(line, timeoutMs = timeouts.command) {
      await refuseUnasked();
      const reply = ask(timeoutMs);
      // Whoever waits for `reply` is told; here it must only not be an unhandled rejection while the line is written.
      reply.catch(() => undefined);
      await write(Buffer.from(`${line}\r\n`, "latin1"));
      return reply;
    },
    async message(pieces) {
      const writer = createDataWriter();
      for await (const piece of pieces) {
        if (wire.hasPending) return await early();
        const parts = writer.push(piece);
        await write(parts.length === 1 ? parts[0] : Buffer.concat(parts));
      }
      if (wire.hasPending) return await early();
      const reply = ask(timeouts.dataEnd);
      reply.catch(() => undefined);
      await write(writer.end());
      return { reply: await reply, isEarly: false };
    },
    onLost: (told) => wire.onGone(told),
    quit() {
      if (broken === undefined && !wire.isClosed) wire.write("QUIT\r\n").then(() => { wire.end(); }, () => { wire.destroy(); });
    },
    destroy() {
      broken ??= new NextHopError("closed");
      wire.destroy();
    },
  };

  /** Before the dot there can only be bad news: a 250 for half a message is no word to pass on. */
  async function early(): Promise<MessageReply> {
    const reply = await ask(timeouts.command);
    if (!isNegative(reply)) throw fail(new NextHopError("accepted a message before its end"));
    wire.destroy();
    return { reply, isEarly: true };
  }
}
