/**
 * Delimited text as offsets into itself (RFC 4180, and what spreadsheets write and read beyond it): no cell is copied before
 * somebody asks for it.
 */
import { grown } from "../../text/grown.js";

export interface Records {
  readonly recordCount: number;
  readonly cellCount: number;
  /** Widest record. */
  readonly columnCount: number;
  /** Record r has the cells `firstCells[r]` up to `firstCells[r + 1]`. */
  readonly firstCells: Uint32Array;
  /** Cell c is `text` from `starts[c]` to `ends[c]`, without its quotes. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Where the last record ended: what follows was not read, because the text or the room for cells ended. */
  readonly consumed: number;
}

export interface RecordOptions {
  /** One UTF-16 unit. */
  readonly delimiter: number;
  readonly start?: number;
  /** The last record need not end with a line break. */
  readonly isLast: boolean;
  readonly maxCells: number;
  readonly maxRecords?: number;
  /** Called once in a while. */
  tick?(): void;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
/** Columns of the widest spreadsheet. A longer record goes on in another one, so that no reader meets a million columns. */
const MAX_COLUMNS = 16_384;
const CELLS_BETWEEN_TICKS = 2 ** 18;

/**
 * Linear in the text. Quotes count where a cell begins with one; a quoted cell that is never closed is read as if it had no quote,
 * so that one stray quote does not swallow the rest of the table.
 */
export function parseRecords(text: string, options: RecordOptions): Records {
  const { delimiter, isLast, maxCells, maxRecords = Infinity } = options;
  const length = text.length;
  const highestSpecial = Math.max(delimiter, CR);
  let starts = new Uint32Array(1024);
  let ends = new Uint32Array(1024);
  let firstCells = new Uint32Array(256);
  let cells = 0;
  let records = 0;
  let columns = 0;
  let consumed = options.start ?? 0;
  let at = consumed;
  let quotesCount = true;
  let nextTick = CELLS_BETWEEN_TICKS;

  const endRecord = (first: number): void => {
    if (records + 2 > firstCells.length) firstCells = doubled(firstCells);
    firstCells[records++] = first;
    firstCells[records] = cells;
    columns = Math.max(columns, cells - first);
    consumed = at;
  };

  while (at < length && records < maxRecords && cells < maxCells) {
    const first = cells;
    let isOpen = true;
    while (isOpen) {
      let start = at;
      let end = -1;
      if (quotesCount && text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1, delimiter);
        if (close >= 0) {
          start = at + 1;
          end = close;
          at = close + 1;
        } else {
          if (close === NEVER) {
            if (!isLast && records > 0) break;
            quotesCount = false;
          }
          // A quote that encloses nothing is a slip, and no part of the value.
          start = ++at;
        }
      }
      const afterQuote = at;
      let code = -1;
      for (; at < length; at++) {
        code = text.charCodeAt(at);
        if (code > highestSpecial) continue;
        if (code === delimiter || code === LF || code === CR) break;
      }
      // Text between a closing quote and the delimiter belongs to the cell, as spreadsheets have it.
      if (end < 0 || at > afterQuote) end = at;
      if (cells === starts.length) {
        starts = doubled(starts);
        ends = doubled(ends);
      }
      starts[cells] = start;
      ends[cells++] = end;
      if (at >= length) isOpen = false;
      else if (code === delimiter && cells - first < MAX_COLUMNS) at++;
      else {
        at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
        isOpen = false;
      }
    }
    if (isOpen || (at >= length && !isLast && records > 0)) {
      cells = first;
      break;
    }
    endRecord(first);
    if (cells >= nextTick) {
      options.tick?.();
      nextTick = cells + CELLS_BETWEEN_TICKS;
    }
  }
  return { recordCount: records, cellCount: cells, columnCount: columns, firstCells, starts, ends, consumed };
}

/** No closing quote up to the end of the text. */
const NEVER = -1;
/** The next quote opens another cell: the first one was never closed. */
const UNCLOSED = -2;

function closingQuote(text: string, from: number, delimiter: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next === QUOTE) {
      at++;
      continue;
    }
    if (next === delimiter || next === LF || next === CR || at + 1 >= text.length) return at;
    const before = text.charCodeAt(at - 1);
    return before === delimiter || before === LF ? UNCLOSED : at;
  }
  return NEVER;
}

const doubled = (array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => grown(array, new Uint32Array(array.length * 2));

/** The cell's text as a reader sees it, doubled quotes made single. */
export function cellText(text: string, records: Records, cell: number): string {
  const start = records.starts[cell];
  const raw = text.slice(start, records.ends[cell]);
  return start > 0 && text.charCodeAt(start - 1) === QUOTE && raw.includes('""') ? raw.replaceAll('""', '"') : raw;
}
