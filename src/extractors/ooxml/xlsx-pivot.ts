/**
 * Pivot caches (ECMA-376 part 1, 18.10): a copy of the rows that a pivot table sums up. It stays when the rows are deleted, and a
 * double click on any sum brings it back.
 */
import { readXml, type XmlReader } from "../../bytes/xml.js";
import { xmlText } from "../../bytes/xml-text.js";
import type { Budget, Concealment, Location, Segment } from "../../contract.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { tableOf } from "../../text/table.js";

interface CacheField {
  readonly name: string;
  /** Values that records refer to by number. */
  readonly items: readonly string[];
}

/** `m` is a missing value; the others say theirs in `v` (18.10.1.60 and its neighbours). */
const VALUES = new Set(["s", "n", "d", "b", "e", "m"]);
/** Cells of a table for each value in it. */
const MAX_EMPTINESS = 50;
const TOKENS_A_TICK = 20_000;

/**
 * The rows of a cache as a table below the names of its fields. A cache without records gives each field's values as a column.
 * @param records of the part that the definition leads to
 * @param at of the definition
 */
export function* readPivotCache(definition: Uint8Array, records: Uint8Array | undefined, at: Location, concealment: Concealment, budget: Budget): Generator<Segment> {
  const fields = cacheFields(definition);
  const used = fields.map(({ items }) => new Uint8Array(items.length));
  const rows = records === undefined ? [] : recordRows(records, fields, used, budget);
  const height = fields.reduce((most, { items }) => Math.max(most, items.length), 0);
  const count = fields.reduce((sum, { items }) => sum + items.length, 0);
  // One long column and a hundred thousand short ones would make a table of their product.
  if (rows.length === 0 && height * fields.length <= MAX_EMPTINESS * count) {
    for (let i = 0; i < height; i++) rows.push(fields.map(({ items }) => items[i] ?? ""));
    for (const one of used) one.fill(1);
  }
  if (rows.length > 0) yield tableOf([fields.map(({ name }) => name), ...rows], { at, place: () => ({ at, concealment }) });
  // Values of rows that were deleted stay among a field's items.
  const left: Remark[] = fields.flatMap(({ items }, field) => items.filter((text, i) => text !== "" && used[field][i] === 0).map((text) => ({ text, at })));
  const other = xmlText(definition, new Set(["sharedItems"]));
  if (other !== "") left.push({ text: other, at });
  if (left.length > 0) yield remarksSegment(left, concealment);
}

function cacheFields(xml: Uint8Array): CacheField[] {
  const fields: { name: string; items: string[] }[] = [];
  const reader = readXml(xml);
  let isItem = false;
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (reader.name === "sharedItems") isItem = token === "open";
    else if (token === "open" && reader.name === "cacheField") fields.push({ name: reader.attribute("caption") ?? reader.attribute("name") ?? "", items: [] });
    else if (token === "open" && isItem && VALUES.has(reader.name)) fields.at(-1)?.items.push(valueOf(reader));
  }
  return fields;
}

/** @param used where a record refers to an item, it is marked here */
function recordRows(xml: Uint8Array, fields: readonly CacheField[], used: readonly Uint8Array[], budget: Budget): string[][] {
  const rows: string[][] = [];
  const reader = readXml(xml);
  let row: string[] = [];
  let tokens = 0;
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (++tokens % TOKENS_A_TICK === 0) budget.tick();
    if (token !== "open") continue;
    if (reader.name === "r") rows.push((row = []));
    else if (VALUES.has(reader.name)) row.push(valueOf(reader));
    else if (reader.name === "x") {
      const field = row.length;
      const item = Number(reader.attribute("v"));
      if (used[field] !== undefined && item < used[field].length) used[field][item] = 1;
      row.push(fields[field]?.items[item] ?? "");
    }
  }
  return rows;
}

/** Dates at midnight without their time, as cells show them. */
function valueOf(reader: XmlReader): string {
  return (reader.attribute("v") ?? "").replace(/^(\d{4}-\d\d-\d\d)T00:00:00$/u, "$1");
}
