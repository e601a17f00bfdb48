/** Zstandard (RFC 8878) by fzstd: MIT, no packages of its own, 8 KB; Node has had it itself only since 22. */
import type { Budget } from "../../contract.js";
import { Unreadable } from "../../errors.js";

const PIECE_BYTES = 2 ** 16;
const MAGIC = Buffer.from("28b52ffd", "hex");
/** What the reference program expands without being told to allow more ("zstd --long=27"). */
const MAX_WINDOW_BYTES = 2 ** 27;

export async function* readZstd(bytes: Uint8Array, budget: Budget): AsyncGenerator<Uint8Array, { end: number }> {
  refuseLargeWindows(bytes);
  const { Decompress } = await import("fzstd");
  const ready: Uint8Array[] = [];
  const stream = new Decompress((piece) => {
    budget.expand(piece.length);
    // The library goes on writing into what it gives.
    ready.push(piece.slice());
  });
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    budget.tick();
    try {
      stream.push(bytes.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= bytes.length);
    } catch (error) {
      yield* ready.splice(0);
      if (error instanceof Unreadable) throw error;
      // Its errors carry a number; whatever damaged data makes it stumble over (a RangeError, a TypeError) is damage too.
      throw new Unreadable("corrupt", "zstd: the compressed data is damaged, cut off, or needs a dictionary");
    }
    yield* ready.splice(0);
  }
  return { end: bytes.length };
}

/** RFC 8878 3.1.1.1.2: a frame's header names the memory it wants. Looked for before the library believes it, wherever a frame may begin. */
function refuseLargeWindows(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(MAGIC); at >= 0; at = buffer.indexOf(MAGIC, at + 4)) {
    const descriptor = buffer[at + 4] ?? 0;
    if ((descriptor & 0x20) !== 0) {
      const [sizeBytes, skip] = [[1, 2, 4, 8][descriptor >> 6], [0, 1, 2, 4][descriptor & 3]];
      if (at + 5 + skip + sizeBytes > bytes.length) continue;
      let size = 0;
      for (let i = sizeBytes - 1; i >= 0; i--) size = size * 256 + buffer[at + 5 + skip + i];
      if (size > MAX_WINDOW_BYTES) throw new Unreadable("limit", "zstd: a frame wants more memory than 128 MiB");
    } else if (10 + (((buffer[at + 5] ?? 0) >> 3) & 31) > 27) throw new Unreadable("limit", "zstd: a frame wants more memory than 128 MiB");
  }
}
