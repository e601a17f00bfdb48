/** The next hop: an SMTP server that keeps every byte, and that can be told to misbehave. */
import { createServer, type Socket } from "node:net";

export interface Delivery {
  readonly from: string;
  readonly to: readonly string[];
  /** "BODY=8BITMIME SMTPUTF8" as the client gave it behind MAIL FROM. */
  readonly parameters: string;
  /** Dots taken off again, everything else as it came. */
  readonly message: Buffer;
}

/** "tempfail" and "reject" answer the end of the data; "down" hangs up on connect; "silent" says nothing behind the data. */
export type SinkMode = "accept" | "tempfail" | "reject" | "down" | "silent";

export interface Sink {
  readonly port: number;
  readonly deliveries: readonly Delivery[];
  mode: SinkMode;
  /** Connections made so far. */
  readonly connections: number;
  /** @throws Error when there are fewer after `withinMs` */
  waitFor(count: number, withinMs?: number): Promise<readonly Delivery[]>;
  clear(): void;
  close(): Promise<void>;
}

const EXTENSIONS = ["sink.test", "PIPELINING", "SIZE 104857600", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES"];
const END = Buffer.from("\r\n.\r\n");

export async function startSink(port = 0): Promise<Sink> {
  const deliveries: Delivery[] = [];
  const sockets = new Set<Socket>();
  const state = { mode: "accept" as SinkMode, connections: 0 };
  const server = createServer((socket) => {
    state.connections++;
    if (state.mode === "down") return void socket.destroy();
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    serve(socket, () => state.mode, deliveries);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the sink has no port");
  return {
    port: address.port,
    deliveries,
    get mode() { return state.mode; },
    set mode(mode) { state.mode = mode; },
    get connections() { return state.connections; },
    async waitFor(count, withinMs = 20_000) {
      const until = Date.now() + withinMs;
      while (deliveries.length < count) {
        if (Date.now() > until) throw new Error(`${deliveries.length} of ${count} messages arrived`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return deliveries;
    },
    clear: () => { deliveries.length = 0; },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => { resolve(); }));
    },
  };
}

function serve(socket: Socket, mode: () => SinkMode, deliveries: Delivery[]): void {
  let pending: Buffer = Buffer.alloc(0);
  let data: Buffer[] | undefined;
  let tail: Buffer = Buffer.alloc(0);
  let from = "";
  let parameters = "";
  let to: string[] = [];

  const finish = (message: Buffer): void => {
    const now = mode();
    if (now === "silent") return;
    if (now === "tempfail") return void socket.write("451 4.3.0 sink: later\r\n");
    // A bounce has no sender, and nobody to be returned to.
    if (now === "reject" && from !== "") return void socket.write("554 5.7.1 sink: never\r\n");
    deliveries.push({ from, to, parameters, message: unstuffed(message) });
    from = "";
    to = [];
    socket.write("250 2.0.0 sink: taken\r\n");
  };
  const line = (text: string): void => {
    const verb = text.slice(0, 4).toUpperCase();
    if (verb === "EHLO") socket.write(EXTENSIONS.map((word, i) => `250${i === EXTENSIONS.length - 1 ? " " : "-"}${word}\r\n`).join(""));
    else if (verb === "MAIL") {
      [, from = "", parameters = ""] = /^MAIL FROM:<([^>]*)>\s*(.*)$/iu.exec(text) ?? [];
      to = [];
      socket.write("250 2.1.0 ok\r\n");
    } else if (verb === "RCPT") {
      to.push(/^RCPT TO:<([^>]*)>/iu.exec(text)?.[1] ?? text);
      socket.write("250 2.1.5 ok\r\n");
    } else if (verb === "DATA") {
      data = [];
      // The end may stand at the very beginning.
      tail = Buffer.from("\r\n");
      socket.write("354 go on\r\n");
    } else if (verb === "QUIT") socket.end("221 2.0.0 bye\r\n");
    else socket.write(verb === "RSET" || verb === "NOOP" || verb === "HELO" || verb === "XFOR" ? "250 2.0.0 ok\r\n" : "502 5.5.1 no\r\n");
  };
  const feed = (chunk: Buffer): void => {
    if (data === undefined) {
      pending = Buffer.concat([pending, chunk]);
      for (let end = pending.indexOf("\n"); end !== -1 && data === undefined; end = pending.indexOf("\n")) {
        const text = pending.subarray(0, end).toString().replace(/\r$/u, "");
        pending = pending.subarray(end + 1);
        line(text);
      }
      if (data !== undefined && pending.length > 0) {
        const rest = pending;
        pending = Buffer.alloc(0);
        feed(rest);
      }
      return;
    }
    // Only the last bytes are looked at again: a 1 MB message comes in many pieces.
    const seam = Buffer.concat([tail, chunk]);
    const end = seam.indexOf(END);
    if (end === -1) {
      data.push(chunk);
      tail = seam.subarray(-4);
      return;
    }
    data.push(chunk.subarray(0, Math.max(0, end + END.length - tail.length)));
    // "\r\n" in front, as at the beginning; ".\r\n" behind.
    const all = Buffer.concat(data);
    data = undefined;
    finish(all.subarray(0, all.length - 3));
    const rest = seam.subarray(end + END.length);
    if (rest.length > 0) feed(rest);
  };
  socket.on("data", feed);
  socket.write("220 sink.test ESMTP\r\n");
}

function unstuffed(message: Buffer): Buffer {
  return Buffer.from(message.toString("latin1").replace(/(^|\r\n)\.\./gu, "$1."), "latin1");
}
