/** Pivot caches ([MS-XLS] 2.1.7.12): a copy of the rows that a pivot table sums up, which stays when the rows are deleted. */
import type { Budget, Location, Segment } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { tableOf } from "../../text/table.js";
import { shortest } from "../cells/number-format.js";
import { recordsOf } from "./records.js";
import { readable, stringIn, type Script } from "./strings.js";

const FIELD = 0xc7;
const INDEXES = 0xc8;
const NUMBER = 0xc9;
const BOOLEAN = 0xca;
const ERROR = 0xcb;
const INTEGER = 0xcc;
const STRING = 0xcd;
const DATE = 0xce;
const NOTHING = 0xcf;
const VALUES: ReadonlySet<number> = new Set([NUMBER, BOOLEAN, ERROR, INTEGER, STRING, DATE, NOTHING]);
const RECORDS_A_TICK = 20_000;
/** Cells of a table for each value in it. */
const MAX_EMPTINESS = 50;

interface Field {
  readonly name: string;
  /** Rows refer to its values by number, in one byte or two; else they hold values themselves. */
  readonly isIndexed: boolean;
  readonly indexBytes: 1 | 2;
  /** Values that groups are called by, and those of rows, which stand last. */
  readonly items: string[];
  readonly told: number;
  readonly own: number;
}

/** @param stream of the storage "_SX_DB_CUR" */
export function* readPivotCache(stream: Uint8Array, script: Script, at: Location, budget: Budget): Generator<Segment> {
  const fields: Field[] = [];
  const rows: string[][] = [];
  const loose: string[] = [];
  let row: string[] | undefined;
  /** Fields by whether rows refer to their values by number, and the next one of the others that the row has no value of. */
  let indexed: number[] = [];
  let free: number[] = [];
  let nextFree = 0;
  const startRow = (): string[] => {
    if (row === undefined) {
      indexed = fields.flatMap(({ isIndexed }, i) => (isIndexed ? [i] : []));
      free = fields.flatMap(({ isIndexed }, i) => (isIndexed ? [] : [i]));
    }
    nextFree = 0;
    row = [];
    rows.push(row);
    return row;
  };
  const cursor = recordsOf(stream, 0);
  for (let count = 0; cursor.next(); count++) {
    if (count % RECORDS_A_TICK === 0) budget.tick();
    const bytes = stream.subarray(cursor.start, cursor.end);
    const field = fields.at(-1);
    if (cursor.type === FIELD && bytes.length >= 16) fields.push(fieldOf(bytes, script));
    else if (cursor.type === INDEXES) {
      const current = startRow();
      fillIndexed(current, bytes, fields, indexed);
    } else if (!VALUES.has(cursor.type)) loose.push(readable(bytes, script));
    else {
      const value = valueOf(cursor.type, bytes, script);
      if (row === undefined && field !== undefined && field.items.length < field.told) field.items.push(value);
      else {
        // A cache whose rows hold nothing but values has no mark between them.
        const current = row === undefined || nextFree >= free.length ? startRow() : row;
        current[free[nextFree++] ?? current.length] = value;
      }
    }
  }
  yield* cacheSegments(fields, rows, loose, at);
}

/** SXFDB ([MS-XLS] 2.4.283). */
function fieldOf(bytes: Uint8Array, script: Script): Field {
  const uint16 = (at: number): number => bytes[at] | (bytes[at + 1] << 8);
  const flags = uint16(0);
  const own = uint16(12);
  return { name: stringIn(bytes.subarray(14), script), isIndexed: (flags & 1) !== 0, indexBytes: (flags & 0x200) === 0 ? 1 : 2, items: [], told: own + uint16(8), own };
}

/** Costs what the record's bytes cost, however many fields there are. */
function fillIndexed(row: string[], bytes: Uint8Array, fields: readonly Field[], indexed: readonly number[]): void {
  let at = 0;
  for (const position of indexed) {
    if (at >= bytes.length) return;
    const { indexBytes, items, own } = fields[position];
    const index = bytes[at] | (indexBytes === 2 ? (bytes[at + 1] ?? 0) << 8 : 0);
    at += indexBytes;
    row[position] = items[items.length - own + index] ?? items[index] ?? "";
  }
}

const two = (n: number): string => String(n).padStart(2, "0");

function valueOf(type: number, bytes: Uint8Array, script: Script): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === STRING) return stringIn(bytes, script);
  if (type === NUMBER && bytes.length >= 8) return shortest(view.getFloat64(0, true));
  if (type === INTEGER && bytes.length >= 2) return shortest(view.getInt16(0, true));
  if (type === BOOLEAN) return bytes[0] === 0 ? "FALSE" : "TRUE";
  if (type !== DATE || bytes.length < 8) return "";
  const day = `${view.getUint16(0, true)}-${two(view.getUint16(2, true))}-${two(bytes[4])}`;
  return bytes[5] + bytes[6] + bytes[7] === 0 ? day : `${day}T${two(bytes[5])}:${two(bytes[6])}:${two(bytes[7])}`;
}

function* cacheSegments(fields: readonly Field[], rows: string[][], loose: readonly string[], at: Location): Generator<Segment> {
  const height = fields.reduce((most, { items }) => Math.max(most, items.length), 0);
  const count = fields.reduce((sum, { items }) => sum + items.length, 0);
  const used = new Set(rows.flat());
  const isColumns = rows.length === 0 && height * fields.length <= MAX_EMPTINESS * count;
  if (isColumns) for (let i = 0; i < height; i++) rows.push(fields.map(({ items }) => items[i] ?? ""));
  const place = () => ({ at, concealment: "pivot-cache" as const });
  // Rows with one value far to the right would make a table of mostly nothing: their values close up.
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  const values = rows.reduce((sum, row) => sum + Object.keys(row).length, 0);
  const isSparse = cells > MAX_EMPTINESS * values;
  const filled = rows.map((row) => (isSparse ? Object.values(row) : Array.from(row, (text: string | undefined) => text ?? "")));
  if (rows.length > 0) yield tableOf([fields.map(({ name }) => name), ...filled], { at, place });
  // Values of rows that were deleted stay among a field's items.
  const unused = isColumns ? [] : fields.flatMap(({ items }) => items.filter((text) => !used.has(text)));
  const left = [...(rows.length === 0 ? fields.map(({ name }) => name) : []), ...unused, ...loose].filter((text) => text !== "");
  if (left.length > 0) yield remarksSegment(left.map((text): Remark => ({ text, at })), "pivot-cache");
}
