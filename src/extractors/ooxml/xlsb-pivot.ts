/** Pivot caches of binary workbooks ([MS-XLSB] 2.1.7.39 and 2.1.7.40): a copy of the rows that a pivot table sums up. */
import type { Budget, Concealment, Location, Segment } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { tableOf } from "../../text/table.js";
import { boolOrError } from "../cells/binary.js";
import { shortest } from "../cells/number-format.js";
import { biff12Records, wideString, wideStringsIn } from "./biff12.js";

interface Field {
  name: string;
  /** What is said of the field's values: dates, texts, numbers. */
  flags: number;
  readonly items: string[];
}

const BEGIN_FIELD = 183;
const ITEMS = 189;
const RUN = 191;
const RECORD = 33;
const RECORD_OF_VALUES = 34;
const HAS_DATES = 4;
const HAS_TEXTS = 8;
const HAS_NUMBERS = 64;
const DATE_BYTES = 8;
const RECORDS_A_TICK = 20_000;
/** Cells of a table for each value in it. */
const MAX_EMPTINESS = 50;

export function* readBinaryPivotCache(definition: Uint8Array, records: Uint8Array | undefined, at: Location, concealment: Concealment, budget: Budget): Generator<Segment> {
  const loose: string[] = [];
  const fields = cacheFields(definition, loose);
  const rows = records === undefined ? [] : cacheRows(records, fields, loose, budget);
  const used = new Set(rows.flat());
  const height = fields.reduce((most, { items }) => Math.max(most, items.length), 0);
  const count = fields.reduce((sum, { items }) => sum + items.length, 0);
  const isColumns = rows.length === 0 && height > 0 && height * fields.length <= MAX_EMPTINESS * count;
  if (isColumns) for (let i = 0; i < height; i++) rows.push(fields.map(({ items }) => items[i] ?? ""));
  if (rows.length > 0) yield tableOf([fields.map(({ name }) => name), ...rows], { at, place: () => ({ at, concealment }) });
  else loose.push(...fields.map(({ name }) => name));
  // Values of rows that were deleted stay among a field's items.
  if (!isColumns) loose.push(...fields.flatMap(({ items }) => items.filter((text) => !used.has(text))));
  const left = [...new Set(loose)].filter((text) => text !== "").map((text): Remark => ({ text, at }));
  if (left.length > 0) yield remarksSegment(left, concealment);
}

function cacheFields(part: Uint8Array, loose: string[]): Field[] {
  const fields: Field[] = [];
  const reader = biff12Records(part);
  while (reader.next()) {
    const { type, bytes } = reader;
    const field = fields.at(-1);
    const value = itemOf(type, bytes);
    if (type === BEGIN_FIELD) {
      const [name = "", ...others] = wideStringsIn(bytes);
      fields.push({ name, flags: 0, items: [] });
      loose.push(...others);
    } else if (field === undefined) loose.push(...wideStringsIn(bytes));
    else if (type === ITEMS && bytes.length >= 2) field.flags = bytes.readUInt16LE(0);
    else if (type === RUN) field.items.push(...runOf(bytes));
    else if (value !== undefined) field.items.push(value);
    else loose.push(...wideStringsIn(bytes));
  }
  return fields;
}

const MISSING = 20;
const LAST_ITEM = 25;
const FIRST_WITH_PROPERTIES = 27;
const LAST_WITH_PROPERTIES = 32;

/** BrtPCDI* and, with properties behind their values, BrtPCDIA*. */
function itemOf(type: number, b: Buffer): string | undefined {
  const kind = type >= FIRST_WITH_PROPERTIES && type <= LAST_WITH_PROPERTIES ? type - FIRST_WITH_PROPERTIES + MISSING : type;
  if (kind < MISSING || kind > LAST_ITEM) return undefined;
  switch (kind - MISSING) {
    case 1:
      return b.length >= 8 ? shortest(b.readDoubleLE(0)) : "";
    case 2:
    case 3:
      return boolOrError(b[0] ?? 0, kind - MISSING === 3);
    case 4:
      return wideString(b, 0).text;
    case 5:
      return dateAt(b, 0);
    default:
      return "";
  }
}

/** BrtBeginPCDIRun ([MS-XLSB] 2.4.141): many items of one kind in one record. */
function runOf(b: Buffer): string[] {
  if (b.length < 6) return [];
  const kind = b.readUInt16LE(0);
  const items: string[] = [];
  let at = 6;
  for (let left = b.readUInt32LE(2); left > 0 && at < b.length; left--) {
    if (kind === 1) items.push(at + 8 <= b.length ? shortest(b.readDoubleLE(at)) : "");
    else if (kind === 0x20) items.push(dateAt(b, at));
    else if (kind === 0x10) items.push(boolOrError(b[at], true));
    else {
      const { text, end } = wideString(b, at);
      items.push(text);
      at = end;
      continue;
    }
    at += kind === 0x10 ? 1 : 8;
  }
  return items;
}

const two = (n: number): string => String(n).padStart(2, "0");

function dateAt(b: Buffer, at: number): string {
  if (at + DATE_BYTES > b.length) return "";
  const day = `${b.readUInt16LE(at)}-${two(b.readUInt16LE(at + 2))}-${two(b[at + 4])}`;
  return b[at + 5] + b[at + 6] + b[at + 7] === 0 ? day : `${day}T${two(b[at + 5])}:${two(b[at + 6])}:${two(b[at + 7])}`;
}

function cacheRows(part: Uint8Array, fields: readonly Field[], loose: string[], budget: Budget): string[][] {
  const rows: string[][] = [];
  const reader = biff12Records(part);
  for (let count = 0; reader.next(); count++) {
    if (count % RECORDS_A_TICK === 0) budget.tick();
    const { type, bytes } = reader;
    if (type === RECORD) rows.push(rowOf(bytes, fields));
    else if (type === RECORD_OF_VALUES) rows.push([]);
    else {
      const row = rows.at(-1);
      const value = type === INDEX && bytes.length >= 4 ? (fields[row?.length ?? 0]?.items[bytes.readUInt32LE(0)] ?? "") : itemOf(type, bytes);
      if (value === undefined || row === undefined) loose.push(...wideStringsIn(bytes));
      else row.push(value);
    }
  }
  return rows;
}

const INDEX = 26;

/** BrtPCRRecord ([MS-XLSB] 2.4.709): numbers of shared items, and values of the fields that have none. */
function rowOf(b: Buffer, fields: readonly Field[]): string[] {
  const row: string[] = [];
  let at = 0;
  for (const { items, flags } of fields) {
    if (at >= b.length) break;
    if (items.length > 0) {
      row.push(at + 4 <= b.length ? (items[b.readUInt32LE(at)] ?? "") : "");
      at += 4;
    } else if ((flags & HAS_TEXTS) !== 0 && (flags & (HAS_NUMBERS | HAS_DATES)) === 0) {
      const { text, end } = wideString(b, at);
      row.push(text);
      at = end;
    } else {
      row.push((flags & HAS_DATES) !== 0 ? dateAt(b, at) : at + 8 <= b.length ? shortest(b.readDoubleLE(at)) : "");
      at += 8;
    }
  }
  // Where the fields do not account for the record, what can be read of it still is.
  if (at < b.length) row.push(...wideStringsIn(b.subarray(at)));
  return row;
}
