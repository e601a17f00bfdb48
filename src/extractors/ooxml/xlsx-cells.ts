/**
 * The cells of a worksheet, scanned from its XML into typed arrays. What stands outside `<sheetData>`, and whatever inside it is not
 * a cell, is handed on as bytes (`margin`), so that nothing in the part goes unread.
 */
import { createCellContent, type CellContentOptions } from "./xlsx-cell-content.js";
import { digitsAt, MAX_COLUMNS, MAX_ROW, readCellHead, type CellHead } from "./xlsx-cell-head.js";
import { createCellValues, NUMBER, SHARED, type CellValueOptions } from "./xlsx-cell-values.js";
import { createPace, type PlainRuns } from "./plain/runs.js";
import { createCellRows, type CellRows } from "../cells/rows.js";
import { isHair } from "../cells/sight.js";
import { asideAt, BANG, endsName, EQUALS, GREATER, isSpace, LESS, localName, QUESTION, QUOTE, SLASH, tagClose } from "./tags.js";
import type { Scan } from "./windows.js";
import { isTrue } from "./xlsx-workbook.js";

export interface CellScanOptions extends CellValueOptions, Omit<CellContentOptions, "stray"> {
  readonly margin: (b: Buffer, start: number, end: number) => void;
  /** For a part that is scanned in their window. */
  readonly runs?: PlainRuns | undefined;
}

export interface CellScan {
  readonly scan: Scan;
  finish(): CellRows;
}

const LOWER_C = 0x63;
const LOWER_H = 0x68;
const LOWER_O = 0x6f;
const LOWER_R = 0x72;
const LOWER_S = 0x73;
const LOWER_T = 0x74;
const LOWER_V = 0x76;
const LOWER_W = 0x77;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const SPACE = 0x20;
const ZERO = 0x30;
const NINE = 0x39;

export function createCellScan(options: CellScanOptions): CellScan {
  const { margin, used, local, runs } = options;
  const rows = createCellRows();
  const values = createCellValues(rows, options);
  const runOptions = { rows, used, local, number: values.number };
  const pace = createPace();
  const head: CellHead = { row: -1, column: -1, style: 0, type: NUMBER };
  const content = createCellContent(values, { ...options, stray });
  let inData = false;

  const scan: Scan = (b, end, final) => {
    let p = 0;
    let marginStart = 0;
    for (;;) {
      if (inData && b === runs?.window && pace.isTime()) p = pace.ran(p, runs.cells(head, runOptions, p, end));
      const gap = p;
      while (p < end && b[p] !== LESS) p++;
      if (inData && p > gap) stray(b, gap, p);
      if (p >= end) break;
      if (inData) {
        const next = b[p + 1] === LOWER_C ? plainCell(b, p, end) : isRowEnd(b, p, end) ? p + 6 : 0;
        if (next > 0) {
          p = next;
          continue;
        }
      }
      const was = inData;
      const next = tag(b, p, end, final);
      if (next < 0) {
        if (!final) break;
        if (inData) margin(b, p, end);
        p = end;
        break;
      }
      if (was !== inData) {
        if (inData) margin(b, marginStart, next);
        marginStart = next;
      }
      p = next;
    }
    if (!inData) margin(b, marginStart, p);
    return p;
  };

  /** Text where no text belongs: nobody's program writes it, but it would be there. */
  function stray(b: Buffer, start: number, end: number): void {
    for (let i = start; i < end; i++) {
      if (!isSpace(b[i])) {
        margin(b, start, end);
        return;
      }
    }
  }

  /** Gives the position behind the tag, or behind the whole cell; -1 if that is not complete. */
  function tag(b: Buffer, from: number, end: number, final: boolean): number {
    const second = b[from + 1];
    if (second === BANG || second === QUESTION) {
      const aside = asideAt(b, from, end);
      if (aside === undefined) return -1;
      if (inData) margin(b, from, aside.end);
      return aside.end;
    }
    if (inData && second === LOWER_R && b[from + 2] === LOWER_O && b[from + 3] === LOWER_W && endsName(b[from + 4])) return startRow(b, from, end);
    const isClosing = second === SLASH;
    const nameStart = from + (isClosing ? 2 : 1);
    const name = localName(b, nameStart, end);
    if (inData && name === "row" && !isClosing) return startRow(b, from, end);
    if (inData && name === "c" && !isClosing) return cell(b, nameStart, end, final);
    const close = tagClose(b, from, end);
    if (close < 0) return -1;
    if (name === "sheetData") inData = !isClosing && b[close - 1] !== SLASH;
    else if (inData && name !== "row") margin(b, from, close + 1);
    return close + 1;
  }

  function startRow(b: Buffer, from: number, end: number): number {
    const close = tagClose(b, from, end);
    if (close < 0) return -1;
    let at = from;
    let number = head.row + 2;
    let isHidden = false;
    for (;;) {
      let equals = at;
      while (equals < close && b[equals] !== EQUALS) equals++;
      if (equals >= close) break;
      let nameEnd = equals;
      while (isSpace(b[nameEnd - 1])) nameEnd--;
      let name = nameEnd;
      while (name > at && !isSpace(b[name - 1])) name--;
      let start = equals + 1;
      while (isSpace(b[start])) start++;
      const quote = b[start++];
      let stop = start;
      while (stop < close && b[stop] !== quote) stop++;
      if (nameEnd - name === 1 && b[name] === LOWER_R) number = digitsAt(b, start);
      else if (b[name] === LOWER_H) {
        const written = b.toString("latin1", name, nameEnd);
        const value = b.toString("latin1", start, stop);
        if (written === "hidden" ? isTrue(value) : written === "ht" && isHair(Number(value))) isHidden = true;
      }
      at = stop + 1;
    }
    head.row = Math.min(MAX_ROW, Math.max(1, number)) - 1;
    head.column = -1;
    rows.startRow(head.row, isHidden);
    return close + 1;
  }

  /** `<c r="B12" s="3" t="s"><v>45</v></c>`, as nearly all cells are; gives the position behind it, or 0 where it is anything else. */
  function plainCell(b: Buffer, from: number, end: number): number {
    let p = from + 3;
    if (b[p - 1] !== SPACE || b[p] !== LOWER_R || b[p + 1] !== EQUALS || b[p + 2] !== QUOTE) return 0;
    p += 3;
    let letters = 0;
    for (let byte = b[p]; byte >= UPPER_A && byte <= UPPER_Z; byte = b[++p]) letters = letters * 26 + byte - UPPER_A + 1;
    let digits = 0;
    for (let byte = b[p]; byte >= ZERO && byte <= NINE; byte = b[++p]) digits = digits * 10 + byte - ZERO;
    if (b[p] !== QUOTE || letters === 0 || letters > MAX_COLUMNS || digits === 0 || digits > MAX_ROW) return 0;
    p++;
    let style = 0;
    if (b[p + 1] === LOWER_S && b[p + 2] === EQUALS && b[p + 3] === QUOTE) {
      p += 4;
      for (let byte = b[p]; byte >= ZERO && byte <= NINE; byte = b[++p]) style = style * 10 + byte - ZERO;
      if (b[p++] !== QUOTE) return 0;
    }
    let type = NUMBER;
    if (b[p + 1] === LOWER_T && b[p + 2] === EQUALS && b[p + 3] === QUOTE && b[p + 4] === LOWER_S && b[p + 5] === QUOTE) {
      type = SHARED;
      p += 6;
    }
    if (b[p] !== GREATER || b[p + 1] !== LESS || b[p + 2] !== LOWER_V || b[p + 3] !== GREATER) return 0;
    const start = p + 4;
    let stop = start;
    while (stop < end && b[stop] !== LESS) stop++;
    if (!isCellEnd(b, stop, end)) return 0;
    head.row = digits - 1;
    head.column = letters - 1;
    values.putBytes(head.row, head.column, style, type, b, start, stop);
    return stop + 8;
  }

  /** Any other cell, from its name; -1 if it is not complete and more is to come. */
  function cell(b: Buffer, from: number, end: number, final: boolean): number {
    const { row, column } = head;
    let nameEnd = from;
    while (nameEnd < end && !endsName(b[nameEnd])) nameEnd++;
    const p = readCellHead(head, b, nameEnd, end);
    const isEmpty = p > 0 && b[p - 2] === SLASH;
    const next = p < 0 || isEmpty ? p : content({ ...head, row: Math.max(0, head.row) }, b, p, end, final);
    // Nothing was taken, so it will be read again.
    if (next < 0) {
      head.row = row;
      head.column = column;
    }
    return next;
  }

  return { scan, finish: () => rows.finish() };
}

/** "</v></c>" */
function isCellEnd(b: Buffer, at: number, end: number): boolean {
  const isValueEnd = b[at + 1] === SLASH && b[at + 2] === LOWER_V && b[at + 3] === GREATER;
  return isValueEnd && b[at + 4] === LESS && b[at + 5] === SLASH && b[at + 6] === LOWER_C && b[at + 7] === GREATER && at + 8 <= end;
}

/** "</row>" */
function isRowEnd(b: Buffer, at: number, end: number): boolean {
  return b[at + 1] === SLASH && b[at + 2] === LOWER_R && b[at + 3] === LOWER_O && b[at + 4] === LOWER_W && b[at + 5] === GREATER && at + 6 <= end;
}
