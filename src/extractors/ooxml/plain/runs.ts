/**
 * Runs of plain cells and strings, read by plain.c as WebAssembly out of the window that a part is scanned in: three times as fast as
 * the readers in TypeScript, which read everything else and know what it means.
 */
import type { CellRowsBuilder, CellRun } from "../../cells/rows.js";
import type { StringPool } from "../../cells/string-pool.js";
import { BLOCK_UNITS } from "../../cells/string-pool.js";
import { FIRST_WINDOW_BYTES } from "../windows.js";
import type { CellHead } from "../xlsx-cell-head.js";
import { LAYOUT, LISTED, MAX_STRING_UNITS, MAX_STYLES, STATE_AT } from "./layout.js";

export interface CellRunOptions {
  readonly rows: CellRowsBuilder;
  readonly local: StringPool;
  /** By number of the shared string: set to 1 when a cell refers to it. */
  readonly used: Uint8Array;
  /** Puts a number that its style shows in another way into `local`; gives what its cell holds. */
  readonly number: (style: number, b: Buffer, start: number, end: number) => number;
}

export interface PlainRuns {
  /** Runs can be read of what stands here, and of nothing else. */
  readonly window: Buffer;
  /** What the pool that they are written to must have as its block. */
  readonly block: Uint16Array;
  /** The kinds of a workbook's cell styles; false if there are more than runs can tell apart. */
  prepare(kinds: Uint8Array): boolean;
  /** Reads strings into `pool` as long as they are plain; gives the position behind the last. */
  strings(pool: StringPool, from: number, end: number): number;
  /** The same for cells and their rows, from `head` on, which then is where they end. */
  cells(head: CellHead, options: CellRunOptions, from: number, end: number): number;
}

type Run = (from: number, end: number) => number;

/** What is used of WebAssembly's interface, which Node's types leave to those of browsers. */
interface WebAssemblyInterface {
  readonly Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: { readonly exports: unknown } }>;
}

/** @returns undefined where there is no WebAssembly (node --jitless), or no room for the addresses it asks for (ulimit -v) */
export async function createPlainRuns(): Promise<PlainRuns | undefined> {
  const { WebAssembly: assembly } = globalThis as { readonly WebAssembly?: WebAssemblyInterface };
  const memory = assembly && memoryOf(assembly, LAYOUT.pages);
  if (assembly === undefined || memory === undefined) return undefined;
  const { WASM } = await import("./plain.wasm.js");
  const { instance } = await assembly.instantiate(Buffer.from(WASM, "base64"), { env: { memory } });
  const { strings, cells } = instance.exports as { readonly strings: Run; readonly cells: Run }; // what plain.c exports
  return runsIn(memory.buffer, strings, cells);
}

function memoryOf({ Memory }: WebAssemblyInterface, pages: number): { readonly buffer: ArrayBuffer } | undefined {
  try {
    return new Memory({ initial: pages, maximum: pages });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function runsIn(memory: ArrayBuffer, readStrings: Run, readCells: Run): PlainRuns {
  const { at } = LAYOUT;
  const state = new Int32Array(memory, STATE_AT, LISTED.length);
  const field = Object.fromEntries(LISTED.map((name, i) => [name, i])) as Readonly<Record<(typeof LISTED)[number], number>>; // one for each
  for (const name of ["window", "block", "ends", "columns", "values", "rowNumbers", "rowCells", "numbers", "kinds"] as const) state[field[name]] = at[name];
  state[field.blockUnits] = BLOCK_UNITS;
  state[field.entries] = LAYOUT.entries;
  const { entries } = LAYOUT;
  const window = Buffer.from(memory, at.window, FIRST_WINDOW_BYTES);
  const ends = new Uint32Array(memory, at.ends, entries);
  const kindsOfStyles = new Uint8Array(memory, at.kinds, MAX_STYLES);
  /** By entry: the cell's place in the run, its style, the first byte of the number and the one behind its last. */
  const numbers = new Uint32Array(memory, at.numbers, 4 * entries);
  const run: { -readonly [K in keyof CellRun]: CellRun[K] } = {
    cellCount: 0, rowCount: 0,
    columns: new Uint16Array(memory, at.columns, entries),
    values: new Int32Array(memory, at.values, entries),
    rowNumbers: new Int32Array(memory, at.rowNumbers, entries),
    rowCells: new Uint32Array(memory, at.rowCells, entries),
  };

  const into = (pool: StringPool, read: Run, from: number, end: number): number => {
    state[field.units] = pool.placeFor(MAX_STRING_UNITS);
    state[field.seen] = 0;
    const next = read(from, end);
    pool.take(ends, state[field.strings], state[field.seen]);
    return next;
  };

  return {
    window,
    block: new Uint16Array(memory, at.block, BLOCK_UNITS),
    prepare(kinds) {
      if (kinds.length > MAX_STYLES) return false;
      kindsOfStyles.set(kinds);
      state[field.kindCount] = kinds.length;
      return true;
    },
    strings: (pool, from, end) => into(pool, readStrings, from, end),
    cells(head, { rows, local, used, number }, from, end) {
      state[field.row] = head.row;
      state[field.column] = head.column;
      state[field.stringCount] = used.length;
      state[field.localCount] = local.count;
      const next = into(local, readCells, from, end);
      const { values } = run;
      const deferred = 4 * state[field.deferred];
      for (let i = 0; i < deferred; i += 4) values[numbers[i]] = number(numbers[i + 1], window, numbers[i + 2], numbers[i + 3]);
      run.cellCount = state[field.cells];
      run.rowCount = state[field.rows];
      for (let i = 0; i < run.cellCount; i++) if (values[i] >= 0) used[values[i]] = 1;
      rows.putRun(head.row, run);
      head.row = state[field.row];
      head.column = state[field.column];
      return next;
    },
  };
}

/** Bytes that a run should take to be worth its call. */
const WORTH_BYTES = 256;
const MAX_PAUSE = 256;

/** When to try the next run: where hardly anything is plain, trying for each cell would cost more than runs save. */
export interface Pace {
  isTime(): boolean;
  /** @returns where the run ended */
  ran(from: number, to: number): number;
}

export function createPace(): Pace {
  let pause = 0;
  let wait = 0;
  return {
    isTime: () => wait-- <= 0,
    ran(from, to) {
      pause = to - from >= WORTH_BYTES ? 0 : Math.min(MAX_PAUSE, pause * 2 + 1);
      wait = pause;
      return to;
    },
  };
}
