/** The cells of one binary sheet ([MS-XLSB] 2.1.7.61). */
import { boolOrError, rkNumber, type CellStyles } from "../cells/binary.js";
import { createCellRows, type CellRows } from "../cells/rows.js";
import { isHair, TWIPS_A_POINT } from "../cells/sight.js";
import { createStringPool, type StringPool } from "../cells/string-pool.js";
import { richString, wideString } from "./biff12.js";

const ROW = 0;
const RICH_TEXT = 62;
/** Cells by what they hold; the later ones leave their column out, which is the next one. */
const BLANK = 1;
const RK = 2;
const ERROR = 3;
const BOOLEAN = 4;
const REAL = 5;
const TEXT = 6;
const SHARED = 7;
const FORMULA_TEXT = 8;
const FORMULA_NUMBER = 9;
const FORMULA_BOOLEAN = 10;
const FORMULA_ERROR = 11;
const SHORT_BLANK = 12;
const SHORT_SHARED = 18;
const LAST_COLUMN = 16_383;

export interface BinaryCells {
  readonly local: StringPool;
  /** @returns whether the record is a cell or a row */
  read(type: number, bytes: Buffer): boolean;
  finish(): CellRows;
}

export interface BinaryCellSink {
  formula(row: number, column: number, bytes: Buffer, at: number): void;
  phonetic(row: number, column: number, text: string): void;
}

export function createBinaryCells(styles: CellStyles, used: Uint8Array, sink: BinaryCellSink): BinaryCells {
  const rows = createCellRows();
  const local = createStringPool();
  let row = 0;
  let column = -1;

  function put(style: number, value: number): void {
    rows.put(row, column, value, styles.hides(style));
  }
  function putText(style: number, text: string): void {
    if (text === "") return;
    local.addText(text);
    put(style, ~local.finishString());
  }
  function value(kind: number, b: Buffer, at: number, style: number): void {
    switch (kind) {
      case SHARED: {
        const index = at + 4 <= b.length ? b.readUInt32LE(at) : used.length;
        if (index >= used.length) return;
        used[index] = 1;
        put(style, index);
        return;
      }
      case RK:
        if (at + 4 <= b.length) putText(style, styles.show(rkNumber(new DataView(b.buffer, b.byteOffset, b.byteLength), at), style));
        return;
      case REAL:
      case FORMULA_NUMBER:
        if (at + 8 > b.length) return;
        putText(style, styles.show(b.readDoubleLE(at), style));
        if (kind === FORMULA_NUMBER) sink.formula(row, column, b, at + 10);
        return;
      case TEXT:
      case FORMULA_TEXT: {
        const { text, end } = wideString(b, at);
        putText(style, text);
        if (kind === FORMULA_TEXT) sink.formula(row, column, b, end + 2);
        return;
      }
      case BOOLEAN:
      case ERROR:
      case FORMULA_BOOLEAN:
      case FORMULA_ERROR:
        putText(style, boolOrError(b[at] ?? 0, kind === ERROR || kind === FORMULA_ERROR));
        if (kind === FORMULA_BOOLEAN || kind === FORMULA_ERROR) sink.formula(row, column, b, at + 3);
    }
  }
  function richText(b: Buffer, style: number): void {
    const { text, phonetic } = richString(b, 8);
    putText(style, text);
    if (phonetic !== "") sink.phonetic(row, column, phonetic);
  }

  return {
    local,
    read(type, b) {
      if (type === ROW) {
        if (b.length < 12) return false;
        row = b.readUInt32LE(0) & 0xfffff;
        column = -1;
        // [MS-XLSB] 2.4.742: height in twips, and a bit for a height of zero.
        rows.startRow(row, isHair(b.readUInt16LE(8) / TWIPS_A_POINT) || (b[11] & 0x10) !== 0);
        return true;
      }
      const isShort = type >= SHORT_BLANK && type <= SHORT_SHARED;
      if (!isShort && type !== RICH_TEXT && !(type >= BLANK && type <= FORMULA_ERROR)) return false;
      if (b.length < (isShort ? 4 : 8)) return false;
      column = Math.min(LAST_COLUMN, isShort ? column + 1 : b.readUInt32LE(0));
      const style = b.readUInt32LE(isShort ? 0 : 4) & 0xffffff;
      if (type === RICH_TEXT) richText(b, style);
      else value(isShort ? type - SHORT_BLANK + BLANK : type, b, isShort ? 4 : 8, style);
      return true;
    },
    finish: () => rows.finish(),
  };
}
