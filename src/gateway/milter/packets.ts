/** Packets of the milter protocol: bytes of a stream -> packets, and back. */
import { COMMAND, type Command, type Reply } from "./protocol.js";

export interface Packet {
  readonly command: Command;
  /** A view of what was received: not to be kept beyond the message. */
  readonly data: Buffer;
  /** More of a body follows, in a packet of its own: long ones are not put together, which would be one more copy. */
  readonly isPart?: true;
}

/** The other side does not speak this protocol; the connection is closed, and the mail server does what it does without a filter. */
export class ProtocolError extends Error {
  override readonly name = "ProtocolError";
}

/** Postfix sends a header field in one packet, of at most header_size_limit (100 KB, and administrators raise it); body chunks have 64 KB. */
export const MAX_PACKET_BYTES = 4 * 2 ** 20;
const LENGTH_BYTES = 4;

const COMMANDS: ReadonlyMap<number, Command> = new Map(Object.values(COMMAND).map((letter) => [letter.charCodeAt(0), letter]));

export interface Decoder {
  push(chunk: Buffer): void;
  /** The next whole packet. @throws ProtocolError */
  next(): Packet | undefined;
  /** Received and not yet taken. */
  readonly waiting: number;
}

export function createDecoder(): Decoder {
  let chunks: Buffer[] = [];
  let waiting = 0;
  /** All of it in one piece; called once a packet, when the whole packet is there, so that many small chunks are not copied again and again. */
  const joined = (): Buffer => {
    if (chunks.length > 1) chunks = [Buffer.concat(chunks, waiting)];
    return chunks[0];
  };
  let needed = LENGTH_BYTES + 1;
  /** Of the body's packet that is being passed on in parts. */
  let rest = 0;
  const take = (bytes: number): Buffer => {
    const [first] = chunks;
    waiting -= bytes;
    if (bytes === first.length) chunks.shift();
    else chunks[0] = first.subarray(bytes);
    return first.subarray(0, bytes);
  };
  /** What has come of the body, without what stands behind it. */
  const part = (): Packet | undefined => {
    if (waiting === 0) return undefined;
    const data = take(Math.min(rest, chunks[0].length));
    rest -= data.length;
    return { command: COMMAND.body, data, ...(rest > 0 && { isPart: true }) };
  };
  return {
    get waiting() {
      return waiting;
    },
    push(chunk) {
      if (chunk.length === 0) return;
      chunks.push(chunk);
      waiting += chunk.length;
    },
    next() {
      if (rest > 0) return part();
      if (waiting < needed) return undefined;
      if (chunks[0].length < LENGTH_BYTES + 1) joined();
      const length = chunks[0].readUInt32BE(0);
      if (length === 0 || length > MAX_PACKET_BYTES) throw new ProtocolError(`a packet of ${length} bytes`);
      if (length > 1 && COMMANDS.get(chunks[0][LENGTH_BYTES]) === COMMAND.body) {
        take(LENGTH_BYTES + 1);
        rest = length - 1;
        return part();
      }
      needed = LENGTH_BYTES + length;
      if (waiting < needed) return undefined;
      const all = joined();
      const command = COMMANDS.get(all[LENGTH_BYTES]);
      if (command === undefined) throw new ProtocolError(`a command that does not exist (${all[LENGTH_BYTES]})`);
      const data = all.subarray(LENGTH_BYTES + 1, needed);
      waiting -= needed;
      chunks = waiting === 0 ? [] : [all.subarray(needed)];
      needed = LENGTH_BYTES + 1;
      return { command, data };
    },
  };
}

export function packet(reply: Reply | Command, ...pieces: readonly (Uint8Array | string)[]): Buffer {
  const data = pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece));
  const head = Buffer.alloc(LENGTH_BYTES + 1);
  head.writeUInt32BE(1 + data.reduce((sum, { length }) => sum + length, 0));
  head.write(reply, LENGTH_BYTES, "latin1");
  return Buffer.concat([head, ...data]);
}

export function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, i * 4);
  return bytes;
}

/** Strings that each end with a null; what stands behind the last null is one too, because some senders leave it out. */
export function strings(data: Buffer): string[] {
  const found: string[] = [];
  for (let from = 0; from < data.length; ) {
    const end = data.indexOf(0, from);
    found.push(data.toString("utf8", from, end < 0 ? data.length : end));
    from = end < 0 ? data.length : end + 1;
  }
  return found;
}
