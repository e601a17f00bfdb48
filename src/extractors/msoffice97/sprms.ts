/** Changes of properties as Word stores them, one behind the other ([MS-DOC] 2.2.5.1 Sprm, 2.6). */

export interface Sprm {
  readonly code: number;
  /** Little-endian, of at most four bytes. */
  readonly operand: number;
}

/** By the upper three bits: bytes of the operand; 0 where the operand says so itself. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;
/** The two whose own length is not their first byte. */
const TABLE_DEFINITION = 0xd608;
const TAB_CHANGES = 0xc615;

export function* readSprms(bytes: Uint8Array, from: number, to: number): Generator<Sprm> {
  const end = Math.min(bytes.length, to);
  let at = from;
  while (at + 3 <= end) {
    const code = bytes[at] | (bytes[at + 1] << 8);
    at += 2;
    let size: number = SIZES[code >>> 13];
    if (size === 0) {
      size = 1 + bytes[at];
      if (code === TABLE_DEFINITION) size = 1 + (bytes[at] | ((bytes[at + 1] ?? 0) << 8));
      // 255: the counts of deleted and added tabs say how long it is (2.9.182).
      else if (code === TAB_CHANGES && bytes[at] === 255) {
        const deleted = bytes[at + 1] ?? 0;
        size = 3 + deleted * 4 + (bytes[at + 2 + deleted * 4] ?? 0) * 3;
      }
    }
    let operand = 0;
    for (let i = Math.min(4, size) - 1; i >= 0; i--) operand = operand * 256 + (bytes[at + i] ?? 0);
    at += size;
    if (at > end) return;
    yield { code, operand };
  }
}
