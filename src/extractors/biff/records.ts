/** The records of a workbook stream ([MS-XLS] 2.1.4): a type, a size and so many bytes, from BIFF2 to BIFF8 alike. */

/** Record types that more than one file here asks for ([MS-XLS] 2.3). */
export const RECORD = {
  EOF: 0x0a,
  FILEPASS: 0x2f,
  CONTINUE: 0x3c,
  BOUNDSHEET: 0x85,
  BOF2: 0x09,
  BOF3: 0x209,
  BOF4: 0x409,
  BOF: 0x809,
} as const;

const HEADER_BYTES = 4;

export interface RecordCursor {
  /** Of the current record. */
  readonly type: number;
  /** Where its header stands. */
  readonly at: number;
  /** Its content: [start, end) of the stream. */
  readonly start: number;
  readonly end: number;
  /** The record says that it is longer than what is left of the stream. */
  readonly isCut: boolean;
  /** Moves on; false at the end. */
  next(): boolean;
  /** The type of the record behind the current one, -1 where there is none. */
  following(): number;
}

export function recordsOf(stream: Uint8Array, from: number, to: number = stream.length): RecordCursor {
  let position = from;
  const cursor = {
    type: -1, at: from, start: from, end: from, isCut: false,
    next(): boolean {
      if (position + HEADER_BYTES > to) return false;
      cursor.at = position;
      cursor.type = stream[position] | (stream[position + 1] << 8);
      cursor.start = position + HEADER_BYTES;
      const end = cursor.start + (stream[position + 2] | (stream[position + 3] << 8));
      cursor.isCut = end > to;
      cursor.end = position = Math.min(end, to);
      return true;
    },
    following: (): number => (position + HEADER_BYTES > to ? -1 : stream[position] | (stream[position + 1] << 8)),
  };
  return cursor;
}

/** The current record's bytes and those of the CONTINUE records behind it, which the cursor is moved past. */
export function continuedPieces(stream: Uint8Array, cursor: RecordCursor): Uint8Array[] {
  const pieces = [stream.subarray(cursor.start, cursor.end)];
  while (cursor.following() === RECORD.CONTINUE && cursor.next()) pieces.push(stream.subarray(cursor.start, cursor.end));
  return pieces;
}

export type Biff = 2 | 3 | 4 | 5 | 8;

/** What the stream's parts hold ([MS-XLS] 2.4.21, `dt`). */
export const CONTENT = { GLOBALS: 0x05, MODULE: 0x06, SHEET: 0x10, CHART: 0x20, MACRO: 0x40, WORKSPACE: 0x100 } as const;
const CONTENTS: ReadonlySet<number> = new Set(Object.values(CONTENT));

export interface Beginning {
  readonly biff: Biff;
  readonly content: number;
}

/** What begins at `at`, if a BOF record stands there. */
export function beginningAt(stream: Uint8Array, at: number): Beginning | undefined {
  // Every one of its types ends in this byte, and this is asked of each record.
  if (stream[at] !== RECORD.BOF2 || at + 8 > stream.length) return undefined;
  const uint16 = (offset: number): number => stream[at + offset] | (stream[at + offset + 1] << 8);
  const size = uint16(2);
  const content = uint16(6);
  if (size < 4 || size > 16 || !CONTENTS.has(content)) return undefined;
  switch (uint16(0)) {
    case RECORD.BOF2:
      return { biff: 2, content };
    case RECORD.BOF3:
      return { biff: 3, content };
    case RECORD.BOF4:
      return { biff: 4, content };
    case RECORD.BOF:
      // 0x0500 is BIFF5 and BIFF7. Some producers write the older versions' numbers into the newer record.
      switch (uint16(4) >> 8) {
        case 6:
          return { biff: 8, content };
        case 5:
          return { biff: 5, content };
        case 4:
          return { biff: 4, content };
        case 3:
          return { biff: 3, content };
        case 2:
          return { biff: 2, content };
        default:
          return { biff: 8, content };
      }
    default:
      return undefined;
  }
}

/** Reads across the borders of a record and its CONTINUE records. Past the end it reads zeros and `isShort` is true. */
export interface ContinuedReader {
  readonly isShort: boolean;
  readonly left: number;
  uint8(): number;
  uint16(): number;
  uint32(): number;
  take(size: number): Uint8Array;
  /**
   * Characters of a Unicode string: where one goes on in the next record, a byte there says anew whether it is wide or not
   * ([MS-XLS] 2.5.293).
   */
  characters(count: number, isWide: boolean): string;
}

export function continuedReader(pieces: readonly Uint8Array[]): ContinuedReader {
  let index = 0;
  let piece: Buffer = Buffer.alloc(0);
  let at = 0;
  let left = 0;
  let isShort = false;
  for (const one of pieces) left += one.length;
  if (pieces.length > 0) enter(0);

  function enter(next: number): void {
    index = next;
    const { buffer, byteOffset, byteLength } = pieces[next];
    piece = Buffer.from(buffer, byteOffset, byteLength);
    at = 0;
  }
  /** Moves to a piece that has bytes left. */
  function settle(): boolean {
    while (at >= piece.length) {
      if (index + 1 >= pieces.length) return false;
      enter(index + 1);
    }
    return true;
  }
  function uint8(): number {
    if (!settle()) {
      isShort = true;
      return 0;
    }
    left--;
    return piece[at++];
  }
  const uint16 = (): number => uint8() | (uint8() << 8);

  return {
    get isShort() {
      return isShort;
    },
    get left() {
      return left;
    },
    uint8,
    uint16,
    uint32: () => uint16() + uint16() * 0x10000,
    take(size) {
      const parts: Uint8Array[] = [];
      for (let wanted = size; wanted > 0; ) {
        if (!settle()) {
          isShort = true;
          break;
        }
        const part = piece.subarray(at, Math.min(piece.length, at + wanted));
        parts.push(part);
        at += part.length;
        left -= part.length;
        wanted -= part.length;
      }
      return parts.length === 1 ? parts[0] : Buffer.concat(parts);
    },
    characters(count, isWide) {
      let wide = isWide;
      let text = "";
      for (let wanted = count; wanted > 0; ) {
        if (at >= piece.length) {
          if (!settle()) {
            isShort = true;
            break;
          }
          wide = (uint8() & 1) === 1;
          if (at >= piece.length) continue;
        }
        const width = wide ? 2 : 1;
        const units = Math.min(wanted, Math.floor((piece.length - at) / width));
        // Half a character at a record's end is damage: it is stepped over.
        const end = units === 0 ? piece.length : at + units * width;
        if (units > 0) text += piece.toString(wide ? "utf16le" : "latin1", at, end);
        left -= end - at;
        at = end;
        wanted -= units;
      }
      return text;
    },
  };
}
