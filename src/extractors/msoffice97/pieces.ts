/** Where the characters of a Word document stand ([MS-DOC] 2.9.38 Clx, 2.8.35 PlcPcd): pieces of the WordDocument stream in their order. */

export interface Piece {
  /** Characters from the document's beginning. */
  readonly first: number;
  readonly last: number;
  /** Bytes of the WordDocument stream. */
  readonly start: number;
  readonly bytesPerCharacter: 1 | 2;
}

const PROPERTIES = 1;
const PIECES = 2;
const COMPRESSED = 0x40000000;

export interface PieceTable {
  readonly pieces: readonly Piece[];
  /** Pieces that lie outside of the stream, or a table that breaks off. */
  readonly damaged: boolean;
}

/** @param size of the WordDocument stream, in bytes */
export function readPieces(clx: Uint8Array, size: number): PieceTable {
  const view = new DataView(clx.buffer, clx.byteOffset, clx.byteLength);
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === PROPERTIES) at += 3 + view.getUint16(at + 1, true);
  if (at + 5 > clx.length || clx[at] !== PIECES) return { pieces: [], damaged: true };
  const start = at + 5;
  const length = Math.min(view.getUint32(at + 1, true), clx.length - start);
  const count = Math.max(0, Math.floor((length - 4) / 12));
  const pieces: Piece[] = [];
  let damaged = view.getUint32(at + 1, true) > length;
  for (let i = 0; i < count; i++) {
    const first = view.getUint32(start + i * 4, true);
    const last = view.getUint32(start + i * 4 + 4, true);
    const position = view.getUint32(start + (count + 1) * 4 + i * 8 + 2, true);
    const isCompressed = (position & COMPRESSED) !== 0;
    const bytesPerCharacter = isCompressed ? 1 : 2;
    const from = isCompressed ? (position & ~COMPRESSED) >>> 1 : position & ~COMPRESSED;
    const most = Math.max(0, Math.floor((size - from) / bytesPerCharacter));
    if (last <= first || last - first > most) damaged = true;
    if (last > first && most > 0) pieces.push({ first, last: Math.min(last, first + most), start: from, bytesPerCharacter });
  }
  return { pieces, damaged };
}

/** 2.9.73 FcCompressed: the bytes from 0x80 to 0x9f that are not those of Latin-1. */
export const COMPRESSED_HIGH = "\u0080\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u008e\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u009e\u0178";
