/** The cells of one sheet, record by record ([MS-XLS] 2.4; OpenOffice's documentation of BIFF2 to BIFF5). */
import { boolOrError, rkNumber, type CellStyles } from "../cells/binary.js";
import { createCellRows, type CellRows } from "../cells/rows.js";
import { isHair, TWIPS_A_POINT } from "../cells/sight.js";
import { createStringPool, type StringPool } from "../cells/string-pool.js";
import { shortest } from "../cells/number-format.js";
import { continuedReader, type Biff } from "./records.js";
import { readString, stringIn, type Script } from "./strings.js";

const CELL = {
  INTEGER2: 0x02, NUMBER2: 0x03, LABEL2: 0x04, BOOLERR2: 0x05, FORMULA: 0x06, STRING2: 0x07, ROW2: 0x08, MULRK: 0xbd, RSTRING: 0xd6, LABELSST: 0xfd,
  NUMBER: 0x203, LABEL: 0x204, BOOLERR: 0x205, FORMULA3: 0x206, STRING: 0x207, ROW: 0x208, RK: 0x27e, FORMULA4: 0x406,
} as const;

export interface CellSink {
  /** A formula's tokens stand at `start` of these bytes. */
  formula(row: number, column: number, bytes: Uint8Array, start: number, size: number): void;
  /** How a cell's text is read (furigana). */
  phonetic(row: number, column: number, text: string): void;
}

export interface CellReader {
  readonly local: StringPool;
  /** A first look at the sheet: rows are told of behind their cells too. */
  noteRow(type: number, bytes: Uint8Array): void;
  /** @returns whether the record is one of a cell */
  read(type: number, bytes: Uint8Array): boolean;
  finish(): CellRows;
}

export interface CellReaderOptions {
  readonly script: Script;
  readonly styles: CellStyles;
  readonly used: Uint8Array;
  readonly sink: CellSink;
}

const MAX_ROWS = 65_536;
const DEFAULT_ROW_HEIGHT = 0x225;
const ZERO_HEIGHT = 0x20;

export function createCellReader({ script, styles, used, sink }: CellReaderOptions): CellReader {
  const { biff } = script;
  const rows = createCellRows();
  const local = createStringPool();
  /** 0: nothing is said of the row, 1: it is shown, 2: it is hidden. */
  const rowStates = new Uint8Array(MAX_ROWS);
  let othersHidden = false;
  let started = -1;
  /** The formula whose result is a string that stands in a record of its own. */
  let pending: { row: number; column: number; style: number } | undefined;

  function put(row: number, column: number, style: number, value: number): void {
    if (row !== started) {
      started = row;
      rows.startRow(row, rowStates[row] === 2 || (othersHidden && rowStates[row] === 0));
    }
    rows.put(row, column, value, styles.hides(style));
  }
  function putText(row: number, column: number, style: number, text: string): void {
    if (text === "") return;
    local.addText(text);
    put(row, column, style, ~local.finishString());
  }
  const putNumber = (row: number, column: number, style: number, value: number): void => {
    putText(row, column, style, Number.isFinite(value) ? styles.show(value, style) : shortest(value));
  };

  function formula(view: DataView, bytes: Uint8Array, row: number, column: number, style: number, head: number, tokens: number): void {
    if (view.byteLength < head + 8) return;
    pending = undefined;
    // A result that is no number has 0xffff as its last two bytes, and its kind as its first ([MS-XLS] 2.5.133).
    if (biff === 2 || view.getUint16(head + 6, true) !== 0xffff) putNumber(row, column, style, view.getFloat64(head, true));
    else if (bytes[head] === 0) pending = { row, column, style };
    else if (bytes[head] < 3) putText(row, column, style, boolOrError(bytes[head + 2], bytes[head] === 2));
    const size = biff === 2 ? (bytes[tokens - 1] ?? 0) : tokens <= bytes.length ? view.getUint16(tokens - 2, true) : 0;
    sink.formula(row, column, bytes, tokens, size);
  }
  function label(row: number, column: number, style: number, text: Uint8Array): void {
    const reader = continuedReader([text]);
    const read = readString(reader, script, biff === 2);
    putText(row, column, style, read.text);
    if (read.phonetic !== "") sink.phonetic(row, column, read.phonetic);
  }

  function shared(row: number, column: number, style: number, bytes: Uint8Array): boolean {
    const index = bytes.length < 10 ? used.length : (bytes[6] | (bytes[7] << 8) | (bytes[8] << 16)) + bytes[9] * 2 ** 24;
    if (index >= used.length) return false;
    used[index] = 1;
    put(row, column, style, index);
    return true;
  }

  function read(type: number, bytes: Uint8Array): boolean {
    if (bytes.length < 4 && type !== CELL.STRING && type !== CELL.STRING2) return false;
    const row = bytes[0] | (bytes[1] << 8);
    const column = bytes[2] | (bytes[3] << 8);
    const style = bytes.length >= 6 ? bytes[4] | (bytes[5] << 8) : 0;
    // Most cells of a list are of this kind, and need no view of their own.
    if (type === CELL.LABELSST) return shared(row, column, style, bytes);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // BIFF2 gives each cell three bytes of attributes, the first of them with the number of its format.
    const old = (bytes[4] ?? 0) & 0x3f;
    switch (type) {
      case CELL.RK:
        if (bytes.length < 10) return false;
        putNumber(row, column, style, rkNumber(view, 6));
        return true;
      case CELL.MULRK:
        for (let at = 4, c = column; at + 8 <= bytes.length; at += 6, c++) putNumber(row, c, view.getUint16(at, true), rkNumber(view, at + 2));
        return true;
      case CELL.NUMBER:
        if (bytes.length < 14) return false;
        putNumber(row, column, style, view.getFloat64(6, true));
        return true;
      case CELL.NUMBER2:
        if (bytes.length < 15) return false;
        putNumber(row, column, old, view.getFloat64(7, true));
        return true;
      case CELL.INTEGER2:
        if (bytes.length < 9) return false;
        putNumber(row, column, old, view.getUint16(7, true));
        return true;
      case CELL.LABEL:
      case CELL.RSTRING:
        label(row, column, style, bytes.subarray(6));
        return true;
      case CELL.LABEL2:
        label(row, column, old, bytes.subarray(7));
        return true;
      case CELL.BOOLERR:
        putText(row, column, style, boolOrError(bytes[6] ?? 0, bytes[7] === 1));
        return true;
      case CELL.BOOLERR2:
        putText(row, column, old, boolOrError(bytes[7] ?? 0, bytes[8] === 1));
        return true;
      case CELL.FORMULA:
      case CELL.FORMULA3:
      case CELL.FORMULA4:
        formula(view, bytes, row, column, biff === 2 ? old : style, biff === 2 ? 7 : 6, FORMULA_HEAD[biff]);
        return true;
      case CELL.STRING:
      case CELL.STRING2:
        if (pending === undefined) return false;
        putText(pending.row, pending.column, pending.style, stringIn(bytes, script, biff === 2));
        pending = undefined;
        return true;
      default:
        return false;
    }
  }

  return {
    local,
    read,
    noteRow(type, bytes) {
      if (type === DEFAULT_ROW_HEIGHT) {
        othersHidden = ((bytes[0] ?? 0) & 2) !== 0;
        return;
      }
      const row = bytes[0] | (bytes[1] << 8);
      const height = (bytes[6] | (bytes[7] << 8)) & 0x7fff;
      const isHidden = (type === CELL.ROW && (bytes[12] & ZERO_HEIGHT) !== 0) || isHair(height / TWIPS_A_POINT);
      rowStates[row] = isHidden ? 2 : 1;
    },
    finish: () => rows.finish(),
  };
}

/** Where a formula's tokens begin. */
const FORMULA_HEAD: Readonly<Record<Biff, number>> = { 2: 17, 3: 18, 4: 18, 5: 22, 8: 22 };

export const isRowRecord = (type: number, size: number): boolean => (type === DEFAULT_ROW_HEIGHT && size >= 2) || ((type === CELL.ROW || type === CELL.ROW2) && size >= 8 && (type !== CELL.ROW || size >= 13));
