/** From a cell's type, style and value to the text a reader sees (ECMA-376 part 1, 18.3.1.4 and 18.18.11). */
import { unescape, type StringPool } from "../cells/string-pool.js";
import type { CellRowsBuilder } from "../cells/rows.js";
import { GENERAL, HIDES, type CellFormats } from "./xlsx-styles.js";

export interface CellValueOptions {
  /** By number of the shared string: set to 1 when a cell refers to it. */
  readonly used: Uint8Array;
  /** Receives the text of every cell that is not a shared string. */
  readonly local: StringPool;
  readonly formats: CellFormats;
}

export interface CellValues {
  /** @param b character data in [start, end), references not resolved */
  putBytes(row: number, column: number, style: number, type: number, b: Buffer, start: number, end: number): void;
  /** The same with the references resolved. */
  putText(row: number, column: number, style: number, type: number, text: string): void;
  /** Ends the string that was written to `local` and puts it into the cell. */
  putLocal(row: number, column: number, style: number): void;
}

export const NUMBER = 0;
export const SHARED = 1;
export const TEXT = 2;
export const INLINE = 3;
export const BOOLEAN = 4;

const TYPES: ReadonlyMap<string, number> = new Map([["n", NUMBER], ["s", SHARED], ["str", TEXT], ["inlineStr", INLINE], ["b", BOOLEAN]]);

/** The cell's `t`; errors, ISO dates and what nobody knows are shown as they are written. */
export function typeNamed(name: string): number {
  return TYPES.get(name) ?? TEXT;
}

const ZERO = 0x30;
const NINE = 0x39;
const AMPERSAND = 0x26;
/** Digits that a double holds exactly. */
const EXACT_DIGITS = 15;

export function createCellValues(rows: CellRowsBuilder, { used, local, formats }: CellValueOptions): CellValues {
  const { kinds } = formats;
  const stringCount = used.length;

  function put(row: number, column: number, style: number, value: number): void {
    rows.put(row, column, value, style < kinds.length && (kinds[style] & HIDES) !== 0);
  }

  function putLocal(row: number, column: number, style: number): void {
    put(row, column, style, ~local.finishString());
  }

  function putBytes(row: number, column: number, style: number, type: number, b: Buffer, start: number, end: number): void {
    if (start === end) return;
    if (type === SHARED) {
      let index = 0;
      let p = start;
      while (p < end && b[p] >= ZERO && b[p] <= NINE && index < stringCount) index = index * 10 + b[p++] - ZERO;
      if (p === end && index < stringCount) {
        used[index] = 1;
        put(row, column, style, index);
        return;
      }
    }
    if (type === NUMBER) number(style, b, start, end);
    else if (type === BOOLEAN && end === start + 1) local.addText(b[start] === ZERO ? "FALSE" : "TRUE");
    else local.addBytes(b, start, end);
    putLocal(row, column, style);
  }

  function number(style: number, b: Buffer, start: number, end: number): void {
    const kind = style < kinds.length ? kinds[style] & ~HIDES : GENERAL;
    let p = start;
    let digits = 0;
    if (end - start <= EXACT_DIGITS) {
      for (let byte = b[p]; p < end && byte >= ZERO && byte <= NINE; byte = b[++p]) digits = digits * 10 + byte - ZERO;
      if (kind === GENERAL) {
        // Points and signs too, but neither exponents nor references.
        while (p < end && b[p] <= NINE && b[p] !== AMPERSAND) p++;
        if (p === end) {
          local.addBytes(b, start, end);
          return;
        }
      }
    }
    const value = p === end ? digits : Number(b.toString("latin1", start, end));
    if (Number.isFinite(value)) local.addText(formats.show(value, style));
    else local.addBytes(b, start, end);
  }

  return {
    putBytes,
    putLocal,
    putText(row, column, style, type, text) {
      if (type === TEXT || type === INLINE) {
        if (text === "") return;
        local.addText(unescape(text));
        putLocal(row, column, style);
      } else {
        const bytes = Buffer.from(text);
        putBytes(row, column, style, type, bytes, 0, bytes.length);
      }
    },
  };
}
