/** Copies of other workbooks' cells in binary workbooks ([MS-XLSB] 2.1.7.25): they stay when nobody can reach the other workbook. */
import type { Concealment, Location, Segment } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { boolOrError } from "../cells/binary.js";
import { cachedTables } from "../cells/cached-table.js";
import { shortest } from "../cells/number-format.js";
import { createCellRows, type CellRowsBuilder } from "../cells/rows.js";
import { createStringPool } from "../cells/string-pool.js";
import { biff12Records, wideString, wideStringsIn } from "./biff12.js";

const TABLE = 363;
const ROW = 366;
const REAL = 368;
const BOOLEAN = 369;
const ERROR = 370;
const TEXT = 371;
const LAST_ROW = 0xfffff;
const LAST_COLUMN = 16_383;

export function* binaryExternalLink(part: Uint8Array, at: Location, concealment: Concealment): Generator<Segment> {
  const local = createStringPool();
  const caches: CellRowsBuilder[] = [];
  const other = new Set<string>();
  let row = 0;
  const reader = biff12Records(part);
  while (reader.next()) {
    const { type, bytes } = reader;
    if (type === TABLE) caches.push(createCellRows());
    else if (type === ROW && bytes.length >= 4) row = bytes.readUInt32LE(0) & LAST_ROW;
    else if (type >= REAL && type <= TEXT && bytes.length > 4) {
      const text = valueOf(type, bytes);
      if (text === "") continue;
      if (caches.length === 0) caches.push(createCellRows());
      local.addText(text);
      caches[caches.length - 1].put(row, Math.min(LAST_COLUMN, bytes.readUInt32LE(0)), ~local.finishString(), false);
    } else for (const text of wideStringsIn(bytes)) other.add(text);
  }
  local.seal();
  yield* cachedTables(caches, local, at, concealment);
  if (other.size > 0) yield remarksSegment([...other].map((text): Remark => ({ text, at })), concealment);
}

function valueOf(type: number, b: Buffer): string {
  if (type === TEXT) return wideString(b, 4).text;
  if (type === REAL) return b.length >= 12 ? shortest(b.readDoubleLE(4)) : "";
  return type === BOOLEAN || type === ERROR ? boolOrError(b[4], type === ERROR) : "";
}
