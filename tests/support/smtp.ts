/** The two ends of an SMTP proxy, made for tests: a next hop that does what it is told, and a client that sends bytes. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

export type Step = "greeting" | "ehlo" | "mail" | "rcpt" | "data" | "in-data" | "end" | "rset";
/** "die": closes without a word; "reset": with a TCP reset; "hang": says nothing; else what it answers, CRLF included. */
export type Deed = string;

export interface NextHopScript {
  /** What EHLO offers. */
  readonly offers?: readonly string[];
  readonly at?: Partial<Record<Step, Deed>>;
  /** Answers by command line, before anything else. */
  readonly answer?: (line: string) => string | undefined;
  /** What is said to the end of a message, in place of "250 2.0.0 queued". */
  readonly end?: (message: Delivered) => string | Promise<string>;
}

export interface Delivered {
  readonly from: string;
  readonly to: readonly string[];
  /** As it stood on the wire, without the dots that were added and without the end. */
  readonly bytes: Buffer;
}

export interface FakeNextHop {
  readonly port: number;
  /** What it has said 250 to. */
  readonly delivered: Delivered[];
  /** Every command line it was given, over all connections. */
  readonly lines: string[];
  readonly connections: () => number;
  close(): Promise<void>;
}

export const DEFAULT_OFFERS = ["PIPELINING", "SIZE 10240000", "8BITMIME", "SMTPUTF8", "DSN", "ENHANCEDSTATUSCODES", "XFORWARD NAME ADDR PROTO HELO", "XCLIENT NAME ADDR", "CHUNKING", "ETRN"];

export async function startNextHop(script: NextHopScript = {}): Promise<FakeNextHop> {
  const delivered: Delivered[] = [];
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    let buffer = Buffer.alloc(0);
    let inData = false;
    let from = "";
    let to: string[] = [];
    let queue = Promise.resolve();
    /** Whether the step's deed was done in place of the usual. */
    const deed = (step: Step): boolean => {
      const what = script.at?.[step];
      if (what === undefined) return false;
      if (what === "die") socket.destroy();
      else if (what === "reset") socket.resetAndDestroy();
      else if (what !== "hang") socket.write(what, "latin1");
      return true;
    };
    const say = (text: string): void => void socket.write(`${text}\r\n`, "latin1");
    const command = (line: string): void => {
      lines.push(line);
      const answer = script.answer?.(line);
      if (answer !== undefined) {
        say(answer);
        return;
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === "EHLO") {
        if (!deed("ehlo")) {
          const offers = ["next.test", ...(script.offers ?? DEFAULT_OFFERS)];
          say(offers.map((offer, i) => `250${i + 1 === offers.length ? " " : "-"}${offer}`).join("\r\n"));
        }
      } else if (verb === "HELO") say("250 next.test");
      else if (verb === "MAIL") {
        from = /<(.*?)>/u.exec(line)?.[1] ?? "";
        to = [];
        if (!deed("mail")) say("250 2.1.0 sender fine");
      } else if (verb === "RCPT") {
        if (deed("rcpt")) return;
        const address = /<(.*?)>/u.exec(line)?.[1] ?? "";
        if (address.startsWith("unknown")) say("550-5.1.1 no such\r\n550 5.1.1 recipient");
        else {
          to.push(address);
          say("250 2.1.5 recipient fine");
        }
      } else if (verb === "DATA") {
        if (!deed("data")) {
          inData = true;
          say("354 go ahead");
        }
      } else if (verb === "RSET") {
        from = "";
        to = [];
        if (!deed("rset")) say("250 2.0.0 forgotten");
      } else if (verb === "QUIT") {
        say("221 2.0.0 bye");
        socket.end();
      } else say("250 2.0.0 fine");
    };
    const look = (): void => {
      for (;;) {
        if (inData) {
          if (script.at?.["in-data"] !== undefined && buffer.length > 0) {
            deed("in-data");
            buffer = Buffer.alloc(0);
            return;
          }
          const atOnce = buffer.subarray(0, 3).equals(Buffer.from(".\r\n"));
          const end = atOnce ? 0 : buffer.indexOf("\r\n.\r\n");
          if (end < 0) return;
          const wire = buffer.subarray(0, atOnce ? 0 : end + 2);
          buffer = buffer.subarray(end + (atOnce ? 3 : 5));
          inData = false;
          const message = { from, to: [...to], bytes: Buffer.from(wire.toString("latin1").replace(/(?<=^|\r\n)\./gu, ""), "latin1") };
          if (deed("end")) continue;
          queue = queue.then(async () => {
            const said = (await script.end?.(message)) ?? "250 2.0.0 queued as 7F3A";
            if (said.startsWith("2")) delivered.push(message);
            say(said);
          });
          continue;
        }
        const end = buffer.indexOf("\r\n");
        if (end < 0) return;
        const line = buffer.toString("latin1", 0, end);
        buffer = buffer.subarray(end + 2);
        command(line);
      }
    };
    socket.on("data", (chunk) => {
      buffer = Buffer.concat([buffer, chunk]);
      look();
    });
    if (!deed("greeting")) say("220 next.test ESMTP");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    delivered,
    lines,
    connections: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface RawClient {
  readonly socket: Socket;
  send(bytes: string | Uint8Array): void;
  /** The next whole reply, lines joined by LF; "" where the other side closed. */
  reply(): Promise<string>;
  /** Sends a line and gives its reply. */
  ask(line: string): Promise<string>;
  /** Everything until the other side closes. */
  rest(): Promise<string>;
  close(): void;
}

/** @param address as doors give it */
export function connectRaw(address: string): RawClient {
  const [, host, port] = /^\[?(.*?)\]?:(\d+)$/u.exec(address) ?? [];
  const socket = connect({ host, port: Number(port) });
  return rawClient(socket);
}

export function rawClient(socket: Socket): RawClient {
  let text = "";
  let closed = false;
  let wake: () => void = () => undefined;
  socket.on("data", (chunk) => {
    text += chunk.toString("utf8");
    wake();
  });
  socket.on("error", () => undefined);
  socket.on("close", () => {
    closed = true;
    wake();
  });
  socket.on("end", () => {
    closed = true;
    wake();
  });
  const more = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  const client: RawClient = {
    socket,
    send: (bytes) => void socket.write(bytes),
    async reply() {
      for (;;) {
        const match = /^(?:\d{3}-[^\n]*\r\n)*\d{3}(?: [^\n]*)?\r\n/u.exec(text);
        if (match !== null) {
          text = text.slice(match[0].length);
          return match[0].trimEnd().replaceAll("\r\n", "\n");
        }
        if (closed) return "";
        await more();
      }
    },
    ask(line) {
      client.send(`${line}\r\n`);
      return client.reply();
    },
    async rest() {
      while (!closed) await more();
      return text;
    },
    close: () => void socket.destroy(),
  };
  return client;
}
