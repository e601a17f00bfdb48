/**
 * Memory of large messages, used again: a thread gives it back with its decision. New memory for each message lies outside V8's heap, and so
 * much of it makes V8 mark the whole heap of a thread every few dozen messages (measured: 39 % of all the time at 1 MB a message).
 * Memory goes to and fro by transfer: who has given it away holds views of nothing, so that nobody ever reads the next message in it.
 */

/** Memory below this costs nothing. */
export const REUSED_BYTES = 2 ** 18;
/** Of memory that waits to be used again. */
const KEPT_BYTES = 32 * 2 ** 20;

export interface MessageMemory {
  /** Of any content: to be written from end to end. Large ones are views of memory with zeros behind them. */
  take(bytes: number): Uint8Array;
  /** Whether all of the memory is this message's own, to be given away. */
  owns(message: Uint8Array): boolean;
  /** To be called with what nobody has a view of. */
  giveBack(memory: ArrayBuffer): void;
}

export function createMessageMemory(): MessageMemory {
  /** The one that came back last is the last. */
  const kept: ArrayBuffer[] = [];
  let keptBytes = 0;
  const given = new WeakSet<ArrayBufferLike>();
  return {
    take(bytes) {
      if (bytes < REUSED_BYTES) return new Uint8Array(bytes);
      const size = sizeFor(bytes);
      const at = kept.findLastIndex(({ byteLength }) => byteLength === size);
      const memory = at < 0 ? Buffer.allocUnsafeSlow(size).buffer : kept.splice(at, 1)[0];
      if (at >= 0) keptBytes -= size;
      // What the last message left there is nobody's business, should some parser look beyond its view.
      new Uint8Array(memory, bytes).fill(0);
      given.add(memory);
      return new Uint8Array(memory, 0, bytes);
    },
    owns: ({ buffer, byteLength }) => buffer instanceof ArrayBuffer && (byteLength === buffer.byteLength || given.has(buffer)),
    giveBack(memory) {
      const { byteLength } = memory;
      if (byteLength < REUSED_BYTES || byteLength !== sizeFor(byteLength)) return;
      kept.push(memory);
      keptBytes += byteLength;
      while (keptBytes > KEPT_BYTES) keptBytes -= kept.shift()?.byteLength ?? keptBytes;
    },
  };
}

/** In eighths of a power of two, so that messages of about one size use the same memory. */
function sizeFor(bytes: number): number {
  const step = 2 ** (Math.floor(Math.log2(bytes)) - 3);
  return Math.ceil(bytes / step) * step;
}

/** Of this process: its doors write into it, and its judge gets it back. */
export const messageMemory: MessageMemory = createMessageMemory();
