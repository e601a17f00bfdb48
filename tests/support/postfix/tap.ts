/** A relay between Postfix and a filter: sees every packet before it is passed on, so that something can happen at exactly that moment. */
import { rmSync, chmodSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";

export interface TapPacket {
  readonly from: "postfix" | "filter";
  /** The protocol's letter: "O" negotiation, "C" connect, "M" MAIL, "T" DATA, "L" a header field, "B" a piece of the body, "E" end of message. */
  readonly code: string;
  readonly payload: Buffer;
}

export interface Tap {
  readonly packets: readonly TapPacket[];
  /** Awaited before the packet is passed on. */
  before: ((packet: TapPacket) => Promise<void> | void) | undefined;
  clear(): void;
  close(): Promise<void>;
}

/** @param listen, target a TCP port of the loopback interface, or the path of a unix socket */
export async function startTap(listen: number | string, target: number | string): Promise<Tap> {
  const packets: TapPacket[] = [];
  const open = new Set<Socket>();
  const state: { before: Tap["before"] } = { before: undefined };
  const server: Server = createServer((client) => {
    const filter = typeof target === "string" ? connect(target) : connect(target, "127.0.0.1");
    // Without Nagle's delay, as if there were no relay.
    client.setNoDelay(true);
    filter.setNoDelay(true);
    for (const socket of [client, filter]) {
      open.add(socket);
      socket.on("close", () => open.delete(socket));
      socket.on("error", () => socket.destroy());
    }
    void pass("postfix", client, filter);
    void pass("filter", filter, client);
  });
  async function pass(from: TapPacket["from"], source: Socket, sink: Socket): Promise<void> {
    let buffered: Buffer = Buffer.alloc(0);
    try {
      for await (const chunk of source as AsyncIterable<Buffer>) {
        buffered = Buffer.concat([buffered, chunk]);
        while (buffered.length >= 4 && buffered.length >= 4 + buffered.readUInt32BE()) {
          const length = 4 + buffered.readUInt32BE();
          const packet = { from, code: String.fromCharCode(buffered[4]), payload: Buffer.from(buffered.subarray(5, length)) };
          packets.push(packet);
          await state.before?.(packet);
          sink.write(buffered.subarray(0, length));
          buffered = buffered.subarray(length);
        }
      }
    } catch {
      // The other side was killed: that is what this is for.
    }
    sink.destroy();
  }
  if (typeof listen === "string") rmSync(listen, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    if (typeof listen === "string") server.listen(listen, resolve);
    else server.listen(listen, "127.0.0.1", resolve);
  });
  if (typeof listen === "string") chmodSync(listen, 0o666);
  return {
    packets,
    get before() { return state.before; },
    set before(hook) { state.before = hook; },
    clear: () => { packets.length = 0; },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => { resolve(); }));
    },
  };
}
