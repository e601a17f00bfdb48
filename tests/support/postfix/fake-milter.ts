/** A mail filter that misbehaves as it is told: what Postfix does with such a filter, and a record of what Postfix sends to any. */
import { createServer, type Server, type Socket } from "node:net";

/** Sendmail's libmilter/mfdef.h, "SMFIC_": what the mail server says. */
export type MilterEvent = "negotiate" | "connect" | "helo" | "mail" | "rcpt" | "data" | "header" | "endOfHeaders" | "body" | "endOfMessage" | "abort" | "macro" | "quit" | "unknown";
const EVENTS: Readonly<Record<string, MilterEvent>> = {
  O: "negotiate", C: "connect", H: "helo", M: "mail", R: "rcpt", T: "data", L: "header", N: "endOfHeaders", B: "body", E: "endOfMessage", A: "abort", D: "macro", Q: "quit", K: "quit", U: "unknown",
};
const WITHOUT_REPLY: ReadonlySet<MilterEvent> = new Set(["macro", "abort", "quit"]);

export interface MilterPacket {
  readonly event: MilterEvent;
  readonly payload: Buffer;
}

/** What is done instead of the usual "continue"; "kill" closes the connection, "silence" says nothing and keeps it. */
export type Misbehaviour = "kill" | "silence" | Buffer | ((socket: Socket) => void);

export interface FakeMilter {
  readonly port: number;
  /** As Postfix's smtpd_milters names it. */
  readonly endpoint: string;
  /** What Postfix has sent, over all connections. */
  readonly packets: readonly MilterPacket[];
  /** By event; nothing in it: it lets everything pass. */
  misbehave: Partial<Record<MilterEvent, Misbehaviour>>;
  clear(): void;
  close(): Promise<void>;
}

/** One packet: its length (the code included) in four bytes, its code, its data. */
export function packet(code: string, payload: Uint8Array = new Uint8Array()): Buffer {
  const out = Buffer.alloc(5 + payload.length);
  out.writeUInt32BE(payload.length + 1);
  out.write(code, 4, "latin1");
  out.set(payload, 5);
  return out;
}

/** Protocol 6, no actions, every event with a reply. */
const NEGOTIATED = packet("O", Buffer.from([0, 0, 0, 6, 0, 0, 0, 0x1ff, 0, 0, 0, 0]));

/** @param port 0: a free one */
export async function startFakeMilter(port = 0): Promise<FakeMilter> {
  const packets: MilterPacket[] = [];
  const sockets = new Set<Socket>();
  const fake = { misbehave: {} as FakeMilter["misbehave"] };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    let buffered: Buffer = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      buffered = Buffer.concat([buffered, chunk]);
      while (buffered.length >= 4 && buffered.length >= 4 + buffered.readUInt32BE()) {
        const length = buffered.readUInt32BE();
        const event = EVENTS[String.fromCharCode(buffered[4])] ?? "unknown";
        packets.push({ event, payload: Buffer.from(buffered.subarray(5, 4 + length)) });
        buffered = buffered.subarray(4 + length);
        answer(socket, event, fake.misbehave[event]);
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the filter has no port");
  return {
    port: address.port,
    endpoint: `inet:127.0.0.1:${address.port}`,
    packets,
    get misbehave() { return fake.misbehave; },
    set misbehave(given) { fake.misbehave = given; },
    clear: () => { packets.length = 0; },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => { resolve(); }));
    },
  };
}

function answer(socket: Socket, event: MilterEvent, misbehaviour: Misbehaviour | undefined): void {
  if (misbehaviour === "kill") socket.destroy();
  else if (misbehaviour === "silence") return;
  else if (typeof misbehaviour === "function") misbehaviour(socket);
  else if (misbehaviour !== undefined) socket.write(misbehaviour);
  else if (event === "negotiate") socket.write(NEGOTIATED);
  else if (!WITHOUT_REPLY.has(event)) socket.write(packet("c"));
}
