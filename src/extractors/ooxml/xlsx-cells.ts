/**
 * The cells of a worksheet, scanned from its XML into typed arrays. What stands outside `<sheetData>`, and whatever inside it is not
 * a cell, is handed on as bytes (`margin`), so that nothing in the part goes unread.
 */
import { decodeText } from "../../bytes/xml-entities.js";
import { createCellValues, INLINE, NUMBER, SHARED, typeNamed, type CellValueOptions } from "./xlsx-cell-values.js";
import { createCellRows, type CellRows } from "./xlsx-rows.js";
import { createTextRuns } from "./text-runs.js";
import { APOSTROPHE, asideAt, BANG, endsName, EQUALS, GREATER, isSpace, LESS, localName, QUESTION, QUOTE, SLASH, tagClose } from "./tags.js";
import type { Scan } from "./windows.js";

export interface CellScanOptions extends CellValueOptions {
  readonly margin: (b: Buffer, start: number, end: number) => void;
  readonly formula: (row: number, column: number, text: string) => void;
  /** Text in a cell that the cell does not show: a reading, or a second value beside the one its type selects. */
  readonly extra: (row: number, column: number, text: string, kind: "phonetic" | "unused") => void;
}

export interface CellScan {
  readonly scan: Scan;
  finish(): CellRows;
}

const LOWER_C = 0x63;
const LOWER_R = 0x72;
const LOWER_S = 0x73;
const LOWER_T = 0x74;
const LOWER_V = 0x76;
const ZERO = 0x30;
/** Excel has 16,384 columns; a reference beyond three letters is none. */
const MAX_COLUMNS = 18_278;
const MAX_ROW = 2 ** 30;

export function createCellScan(options: CellScanOptions): CellScan {
  const { local, margin, formula, extra } = options;
  const rows = createCellRows();
  const values = createCellValues(rows, options);
  const runs = createTextRuns();
  let inData = false;
  /** Counting from 0; -1 before the first. */
  let row = -1;
  let column = -1;
  let style = 0;
  let type = NUMBER;

  const scan: Scan = (b, end, final) => {
    let p = 0;
    let marginStart = 0;
    for (;;) {
      const gap = p;
      while (p < end && b[p] !== LESS) p++;
      if (inData && p > gap) stray(b, gap, p);
      if (p >= end) break;
      const isCell = inData && b[p + 1] === LOWER_C && endsName(b[p + 2]);
      const was = inData;
      const next = isCell ? cell(b, p + 2, end, final) : tag(b, p, end, final);
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

  /** Text between cells: nobody's program writes it, but it would be there. */
  function stray(b: Buffer, start: number, end: number): void {
    for (let i = start; i < end; i++) {
      if (!isSpace(b[i])) {
        margin(b, start, end);
        return;
      }
    }
  }

  /** Any tag but a plain `<c`; gives the position behind it, or -1 if it is not complete. */
  function tag(b: Buffer, from: number, end: number, final: boolean): number {
    const second = b[from + 1];
    if (second === BANG || second === QUESTION) {
      const aside = asideAt(b, from, end);
      if (aside === undefined) return -1;
      if (inData) margin(b, from, aside.end);
      return aside.end;
    }
    const close = tagClose(b, from, end);
    if (close < 0) return -1;
    const isClosing = second === SLASH;
    const name = localName(b, from + (isClosing ? 2 : 1), close + 1);
    if (name === "sheetData") inData = !isClosing && b[close - 1] !== SLASH;
    else if (!inData) return close + 1;
    else if (name === "row") {
      if (!isClosing) startRow(b, from + 1, close);
    } else if (name === "c") {
      if (!isClosing) {
        let nameEnd = from + 1;
        while (!endsName(b[nameEnd])) nameEnd++;
        return cell(b, nameEnd, end, final);
      }
    } else margin(b, from, close + 1);
    return close + 1;
  }

  function startRow(b: Buffer, from: number, close: number): void {
    const attributes = b.toString("latin1", from, close);
    const number = Number(/\sr\s?=\s?["'](\d{1,9})["']/u.exec(attributes)?.[1] ?? row + 2);
    row = Math.min(MAX_ROW, Math.max(1, number)) - 1;
    column = -1;
    const hidden = /\shidden\s?=\s?["'](?:1|true|on)["']/u.test(attributes) || /\sht\s?=\s?["']0(?:\.0{1,9})?["']/u.test(attributes);
    rows.startRow(row, hidden);
  }

  /** One cell, from behind its name; gives the position behind it, or -1 if it is not complete and more is to come. */
  function cell(b: Buffer, from: number, end: number, final: boolean): number {
    const rowBefore = row;
    const columnBefore = column;
    const next = cellOrNothing(b, from, end, final);
    if (next < 0) {
      row = rowBefore;
      column = columnBefore;
    }
    return next;
  }

  function cellOrNothing(b: Buffer, from: number, end: number, final: boolean): number {
    const p = attributes(b, from, end);
    if (p < 0) return -1;
    if (b[p - 2] === SLASH && b[p - 1] === GREATER) return p;
    // <v>...</v></c>
    if (b[p] === LESS && b[p + 1] === LOWER_V && b[p + 2] === GREATER) {
      const start = p + 3;
      let stop = start;
      while (stop < end && b[stop] !== LESS) stop++;
      if (b[stop + 1] === SLASH && b[stop + 2] === LOWER_V && b[stop + 3] === GREATER && b[stop + 4] === LESS && b[stop + 5] === SLASH && b[stop + 6] === LOWER_C && b[stop + 7] === GREATER && stop + 7 < end) {
        values.putBytes(row, column, style, type, b, start, stop);
        return stop + 8;
      }
    }
    return content(b, p, end, final);
  }

  /** Sets column, style and type; gives the position behind ">", or -1. */
  function attributes(b: Buffer, from: number, end: number): number {
    let p = from;
    style = 0;
    type = NUMBER;
    column++;
    while (p < end) {
      const byte = b[p];
      if (byte === GREATER) return p + 1;
      if (byte === SLASH || isSpace(byte)) {
        p++;
        continue;
      }
      const quote = b[p + 2];
      if (b[p + 1] !== EQUALS || (quote !== QUOTE && quote !== APOSTROPHE)) {
        // Another name, or spaces around "=".
        const equals = b.indexOf(EQUALS, p);
        const close = tagClose(b, p, end);
        if (close < 0) return -1;
        if (equals < 0 || equals > close) return close + 1;
        const name = b.toString("latin1", p, equals).trim();
        p = equals + 1;
        while (isSpace(b[p])) p++;
        const from = p + 1;
        const stop = b.indexOf(b[p], from);
        if (stop < 0 || stop > close) return close + 1;
        if (name === "r") reference(b, from);
        else if (name === "s") style = number(b, from);
        else if (name === "t") type = typeNamed(b.toString("latin1", from, stop));
        p = stop + 1;
        continue;
      }
      p += 3;
      const start = p;
      while (p < end && b[p] !== quote) p++;
      if (p >= end) return -1;
      if (byte === LOWER_R) reference(b, start);
      else if (byte === LOWER_S) style = number(b, start);
      else if (byte === LOWER_T) type = p === start + 1 && b[start] === LOWER_S ? SHARED : typeNamed(b.toString("latin1", start, p));
      p++;
    }
    return -1;
  }

  function number(b: Buffer, start: number): number {
    let n = 0;
    for (let p = start; b[p] >= ZERO && b[p] <= 0x39 && n < 2 ** 30; p++) n = n * 10 + b[p] - ZERO;
    return n;
  }

  /** "B12" is where the cell stands, whatever the row around it says. */
  function reference(b: Buffer, start: number): void {
    let p = start;
    let letters = 0;
    for (;;) {
      const letter = (b[p] & 0xdf) - 0x40;
      if (b[p] < 0x41 || letter < 1 || letter > 26 || letters >= MAX_COLUMNS) break;
      letters = letters * 26 + letter;
      p++;
    }
    if (letters > 0 && letters <= MAX_COLUMNS) column = letters - 1;
    const digits = number(b, p);
    if (digits > 0 && digits - 1 !== row) row = Math.min(MAX_ROW, digits) - 1;
  }

  /** A cell with a formula, an inline string, a comment or a prefix. */
  function content(b: Buffer, from: number, end: number, final: boolean): number {
    let p = from;
    let field = "";
    const texts = { v: "", f: "" };
    let hasValue = false;
    let inline = false;
    const add = (text: string): void => {
      if (field === "v" || field === "f") texts[field] += text;
      if (field === "v") hasValue = true;
    };
    const stays: [number, number][] = [];
    for (;;) {
      const gap = p;
      while (p < end && b[p] !== LESS) p++;
      if (p >= end && !final) return -1;
      if (p > gap && field !== "") add(decodeText(b, gap, p));
      else if (p > gap) stays.push([gap, p]);
      if (p >= end) break;
      const second = b[p + 1];
      if (second === BANG || second === QUESTION) {
        const aside = asideAt(b, p, end);
        if (aside === undefined && !final) return -1;
        if (aside !== undefined && aside.stop > aside.start) add(b.toString("utf8", aside.start, aside.stop));
        else stays.push([p, aside?.end ?? end]);
        p = aside?.end ?? end;
        continue;
      }
      const close = tagClose(b, p, end);
      if (close < 0) {
        if (!final) return -1;
        p = end;
        break;
      }
      const isClosing = second === SLASH;
      const name = localName(b, p + (isClosing ? 2 : 1), close + 1);
      const isEmpty = b[close - 1] === SLASH;
      const tagStart = p;
      p = close + 1;
      if (isClosing && name === "c") break;
      if (isClosing) field = "";
      else if (name === "is" && !isEmpty && !inline) {
        if (!runs.read(b, p, end, "is", final)) return -1;
        inline = true;
        p = runs.next;
      } else if (name === "v" || name === "f") field = isEmpty ? "" : name;
      else stays.push([tagStart, p]);
    }
    for (const [start, stop] of stays) stray(b, start, stop);
    if (texts.f !== "") formula(row, column, texts.f);
    if (inline && (type === INLINE || !hasValue)) {
      runs.write(b, local);
      values.putLocal(row, column, style);
      if (hasValue) extra(row, column, texts.v, "unused");
    } else {
      if (inline) extra(row, column, runs.text(b), "unused");
      if (hasValue) values.putText(row, column, style, type, texts.v);
    }
    if (inline && runs.hasPhonetic) extra(row, column, runs.phonetic(b), "phonetic");
    return p;
  }

  return { scan, finish: () => rows.finish() };
}
