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
  /** Shows a number as its style does; gives what its cell holds. */
  readonly number: (style: number, b: Buffer, start: number, end: number) => number;
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
/** Days up to 2079 are remembered as they are shown, once there have been so many, for so many styles. */
const DAYS = 2 ** 16;
const FEWEST_DAYS = 2 ** 10;
const MAX_DAY_STYLES = 8;
/** Digits that a double holds exactly. */
const EXACT_DIGITS = 15;

export function createCellValues(rows: CellRowsBuilder, { used, local, formats }: CellValueOptions): CellValues {
  const { kinds } = formats;
  const stringCount = used.length;
  /** By style, then by whole number: what a cell of it holds, 0 where none has come yet. */
  const days = new Map<number, Int32Array>();
  let dayCount = 0;

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
    if (type === NUMBER) {
      put(row, column, style, number(style, b, start, end));
      return;
    }
    if (type === BOOLEAN && end === start + 1) local.addText(b[start] === ZERO ? "FALSE" : "TRUE");
    else local.addBytes(b, start, end);
    putLocal(row, column, style);
  }

  function number(style: number, b: Buffer, start: number, end: number): number {
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
          return ~local.finishString();
        }
      }
    }
    if (p === end && digits < DAYS) return day(style, digits);
    const value = p === end ? digits : Number(b.toString("latin1", start, end));
    if (Number.isFinite(value)) local.addText(formats.show(value, style));
    else local.addBytes(b, start, end);
    return ~local.finishString();
  }

  /** Dates of birth in a register: the same days again and again. */
  function day(style: number, value: number): number {
    let known = days.get(style);
    if (known === undefined && dayCount++ >= FEWEST_DAYS && days.size < MAX_DAY_STYLES) days.set(style, (known = new Int32Array(DAYS)));
    if (known !== undefined && known[value] !== 0) return known[value];
    local.addText(formats.show(value, style));
    const held = ~local.finishString();
    if (known !== undefined) known[value] = held;
    return held;
  }

  return {
    putBytes,
    number,
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
