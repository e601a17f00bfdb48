/** What is drawn over the cells of a sheet and hides them. */
import { artShapes, type Box } from "../../bytes/office-art-shapes.js";
import type { CellRange } from "../../contract.js";
import { type Corner, coveredCells, MAX_COVERS } from "../cells/covers.js";

/** [MS-XLS] 2.5.193 OfficeArtClientAnchorSheet: flags, then column, part of its width, row, part of its height of either corner. */
const ANCHOR_BYTES = 18;
/** [MS-XLS] 2.4.181 and 2.5.143 FtCmo: the kind of an object. */
const COMMON_OBJECT = 0x15;
const NOTE = 0x19;

/** The kind of object that an OBJ record tells of; -1 where it does not say. */
export function objectKind(bytes: Uint8Array): number {
  return bytes.length >= 6 && (bytes[0] | (bytes[1] << 8)) === COMMON_OBJECT ? bytes[4] | (bytes[5] << 8) : -1;
}

/** A shape of a group is placed by cells only where it is as large as the group. */
const isWhole = ({ left, top, right, bottom }: Box): boolean => Math.max(Math.abs(left), Math.abs(top), Math.abs(1 - right), Math.abs(1 - bottom)) < 0.01;

/**
 * @param pieces of the sheet's drawing
 * @param kinds of the objects behind the shapes with data of the workbook's, in their order: a note is shown on demand and hides nothing
 */
export function readCovers(pieces: readonly Uint8Array[], kinds: readonly number[]): CellRange[] {
  const covers: CellRange[] = [];
  let object = 0;
  for (const { anchor: own, within, isOpaque, hasClientData } of artShapes(Buffer.concat(pieces))) {
    const kind = hasClientData ? kinds[object++] : -1;
    const anchor = own ?? (within !== undefined && isWhole(within.box) ? within.anchor : undefined);
    if (anchor === undefined || anchor.length < ANCHOR_BYTES || !isOpaque || kind === NOTE) continue;
    const view = new DataView(anchor.buffer, anchor.byteOffset, anchor.byteLength);
    const corner = (at: number): Corner => ({
      column: view.getUint16(at, true), columnOffset: view.getInt16(at + 2, true), row: view.getUint16(at + 4, true), rowOffset: view.getInt16(at + 6, true),
    });
    const range = coveredCells(corner(2), corner(10));
    if (range !== undefined) covers.push(range);
    if (covers.length >= MAX_COVERS) break;
  }
  return covers;
}
