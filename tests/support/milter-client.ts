/** The mail server's side of the milter protocol, as little of it as tests need, and able to misbehave. Written from the protocol, not from our server. */
import { connect, type Socket } from "node:net";

export interface MilterReply {
  readonly code: string;
  readonly data: Buffer;
}

export interface Verdict {
  /** The final one: "a", "c", "y", "t", "r". */
  readonly code: string;
  /** "550 5.7.1 ..." where it is "y". */
  readonly text: string;
  readonly added: readonly (readonly [name: string, value: string])[];
  readonly changed: readonly (readonly [index: number, name: string, value: string])[];
  readonly quarantine?: string;
  readonly progress: number;
}

const SMFIP_HDR_LEADSPC = 0x10_0000;

export function frame(command: string, data: Uint8Array | string = ""): Buffer {
  const bytes = typeof data === "string" ? Buffer.from(data) : Buffer.from(data);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(bytes.length + 1);
  head.write(command, 4, "latin1");
  return Buffer.concat([head, bytes]);
}

export interface MilterClient {
  readonly socket: Socket;
  /** What was agreed. */
  readonly actions: number;
  readonly steps: number;
  send(command: string, data?: Uint8Array | string): void;
  /** The next packet; rejects when the connection ends first. */
  reply(): Promise<MilterReply>;
  /** Resolves when the other side has closed. */
  closed(): Promise<void>;
  /** Envelope and content, without the end. */
  begin(message: Uint8Array, envelope: { readonly from?: string; readonly to: readonly string[] }, options?: { readonly parameters?: readonly string[]; readonly chunk?: number }): Promise<void>;
  /** The end of the message, and what is answered to it. */
  finish(): Promise<Verdict>;
  end(): void;
}

export async function milterClient(address: { readonly path: string } | { readonly port: number; readonly host?: string }, { version = 6, actions = 0x1ff, steps = 0x1f_ffff } = {}): Promise<MilterClient> {
  const socket = connect(address as { path: string }); // either is a NetConnectOpts
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve).once("error", reject);
  });
  socket.setNoDelay(true);
  let received = Buffer.alloc(0);
  let isClosed = false;
  let wake: (() => void) | undefined;
  socket.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    wake?.();
  });
  socket.on("error", () => undefined);
  socket.on("close", () => {
    isClosed = true;
    wake?.();
  });
  const changed = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });

  const reply = async (): Promise<MilterReply> => {
    for (;;) {
      if (received.length >= 5 && received.length >= 4 + received.readUInt32BE(0)) {
        const length = received.readUInt32BE(0);
        const found = { code: received.toString("latin1", 4, 5), data: received.subarray(5, 4 + length) };
        received = received.subarray(4 + length);
        return found;
      }
      if (isClosed) throw new Error("the filter closed the connection");
      await changed();
    }
  };
  const send = (command: string, data: Uint8Array | string = ""): void => {
    if (!socket.destroyed) socket.write(frame(command, data));
  };
  const numbers = Buffer.alloc(12);
  numbers.writeUInt32BE(version, 0);
  numbers.writeUInt32BE(actions, 4);
  numbers.writeUInt32BE(steps, 8);
  send("O", numbers);
  const agreed = await reply();
  if (agreed.code !== "O" || agreed.data.length !== 12) throw new Error("the filter did not negotiate");
  const agreedSteps = agreed.data.readUInt32BE(8);

  const SILENT: Readonly<Record<string, number>> = { M: 0x4000, R: 0x8000, T: 0x1_0000, L: 0x80, N: 0x4_0000, B: 0x8_0000 };
  const step = async (command: string, data: Uint8Array | string = ""): Promise<void> => {
    send(command, data);
    if ((agreedSteps & SILENT[command]) !== 0) return;
    const { code } = await reply();
    if (code !== "c") throw new Error(`the filter answered ${code} to ${command}`);
  };

  return {
    socket,
    actions: agreed.data.readUInt32BE(4),
    steps: agreedSteps,
    send,
    reply,
    async closed() {
      while (!isClosed) await changed();
    },
    async begin(message, { from = "", to }, { parameters = [], chunk = 65_535 } = {}) {
      await step("M", [`<${from}>`, ...parameters, ""].join("\0"));
      send("D", "Ri\0ABC123\0");
      for (const one of to) await step("R", `<${one}>\0`);
      if ((agreedSteps & 0x200) === 0) await step("T");
      const { fields, body } = takeApart(Buffer.from(message));
      for (const [name, value] of fields) {
        const lead = (agreedSteps & SMFIP_HDR_LEADSPC) === 0 && value[0] === 0x20 ? value.subarray(1) : value;
        await step("L", Buffer.concat([name, Buffer.from([0]), lead, Buffer.from([0])]));
      }
      await step("N");
      for (let at = 0; at < body.length; at += chunk) await step("B", body.subarray(at, at + chunk));
    },
    async finish() {
      send("D", "Ei\0ABC123\0");
      send("E");
      const added: [string, string][] = [];
      const edits: [number, string, string][] = [];
      let quarantine: string | undefined;
      let progress = 0;
      for (;;) {
        const { code, data } = await reply();
        const words = data.toString("utf8").split("\0");
        if (code === "p") progress++;
        else if (code === "h") added.push([words[0], words[1]]);
        else if (code === "m") {
          const [name, value] = data.subarray(4).toString("utf8").split("\0");
          edits.push([data.readUInt32BE(0), name, value]);
        } else if (code === "q") quarantine = words[0];
        else return { code, text: code === "y" ? words[0] : "", added, changed: edits, progress, ...(quarantine !== undefined && { quarantine }) };
      }
    },
    end() {
      socket.destroy();
    },
  };
}

/** As Postfix does: field by field, folded lines with LF, the value with all that stands behind the colon. */
function takeApart(message: Buffer): { fields: (readonly [Buffer, Buffer])[]; body: Buffer } {
  const end = message.indexOf("\r\n\r\n");
  const head = end < 0 ? message : message.subarray(0, end);
  const fields: [Buffer, Buffer][] = [];
  const text = head.toString("latin1");
  for (const field of text.split(/\r\n(?![ \t])/u)) {
    const colon = field.indexOf(":");
    fields.push([Buffer.from(field.slice(0, colon), "latin1"), Buffer.from(field.slice(colon + 1).replaceAll("\r\n", "\n"), "latin1")]);
  }
  return { fields, body: end < 0 ? Buffer.alloc(0) : message.subarray(end + 4) };
}

/** What the verdict makes of the header: added and changed fields applied as a mail server does. */
export function applied(message: Uint8Array, { added, changed }: Verdict, withLeadingSpace: boolean): string {
  const { fields, body } = takeApart(Buffer.from(message));
  let lines = fields.map(([name, value]) => ({ name: name.toString("latin1"), value: value.toString("latin1") }));
  const space = withLeadingSpace ? "" : " ";
  for (const [index, name, value] of changed) {
    const same = lines.filter((line) => line.name.toLowerCase() === name.toLowerCase());
    const target = same[index - 1];
    if (value === "") lines = lines.filter((line) => line !== target);
    else if (target === undefined) lines.push({ name, value: space + value });
    else target.value = space + value;
  }
  for (const [name, value] of added) lines.push({ name, value: space + value });
  return `${lines.map(({ name, value }) => `${name}:${value.replaceAll("\n", "\r\n")}\r\n`).join("")}\r\n${body.toString("latin1")}`;
}
