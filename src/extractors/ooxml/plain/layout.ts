/** Where plain.c finds its memory, and the fields of its `struct State`. */
import { BLOCK_UNITS } from "../../cells/string-pool.js";
import { FIRST_WINDOW_BYTES } from "../windows.js";

export const STATE_AT = 1024;
/** The fields of `struct State`, in their order: 32 bits each. */
export const LISTED = [
  "window", "block", "ends", "columns", "values", "rowNumbers", "rowCells", "numbers", "kinds",
  "blockUnits", "entries",
  "units", "seen", "strings",
  "stringCount", "kindCount", "localCount",
  "row", "column",
  "cells", "rows", "deferred",
] as const;

/** No longer string is read by plain.c: it asks for room once a string. */
export const MAX_STRING_UNITS = 2 ** 16;
export const MAX_STYLES = 2 ** 16;
const PAGE_BYTES = 2 ** 16;
/** Cells, rows or strings of one run. */
const ENTRIES = 2 ** 14;

type Place = "window" | "block" | "ends" | "columns" | "values" | "rowNumbers" | "rowCells" | "numbers" | "kinds";

function layout(): { readonly at: Readonly<Record<Place, number>>; readonly entries: number; readonly pages: number } {
  let end = PAGE_BYTES;
  const take = (bytes: number): number => {
    const at = end;
    end += Math.ceil(bytes / 16) * 16;
    return at;
  };
  const at = {
    window: take(FIRST_WINDOW_BYTES),
    block: take(2 * BLOCK_UNITS),
    ends: take(4 * ENTRIES),
    columns: take(2 * ENTRIES),
    values: take(4 * ENTRIES),
    rowNumbers: take(4 * ENTRIES),
    rowCells: take(4 * ENTRIES),
    numbers: take(16 * ENTRIES),
    kinds: take(MAX_STYLES),
  };
  return { at, entries: ENTRIES, pages: Math.ceil(end / PAGE_BYTES) };
}

export const LAYOUT = layout();
