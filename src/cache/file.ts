/**
 * The cache's file: one table that is searched as it lies, so that opening it costs reading it and no more.
 *
 *     magic (16 bytes), entry count (u32), bytes of values (u32), SHA-256 of all that follows (32)
 *     entries, sorted by key: key (16), place of the value (u32), day of its last use (u16), 2 bytes of nothing
 *     values: length (u32), JSON in UTF-8; results that are equal, as most are that found nothing, are there once
 *
 * Anything else is no cache: it is not read, and written anew.
 */
import { hash } from "node:crypto";

const MAGIC = Buffer.from("leaklint cache 1");
const HEAD_BYTES = MAGIC.length + 4 + 4 + 32;
const ENTRY_BYTES = 24;
export const KEY_BYTES = 16;

/** Of the whole file: more is no cache of ours. */
export const MOST_BYTES = 64 * 2 ** 20;
/** Of one value. A result of more findings than this holds is found anew. */
export const MOST_VALUE_BYTES = 2 ** 20;

export interface Entry {
  readonly key: Buffer;
  readonly json: string;
  /** Days since 1970. */
  readonly day: number;
}

export interface Table {
  readonly size: number;
  /** Where in the table a key stands; -1 where it does not. */
  find(key: Buffer): number;
  /** Days since 1970 when it was last used. */
  day(index: number): number;
  /** The same for equal values. */
  place(index: number): number;
  json(index: number): string;
  entries(): Generator<Entry>;
}

export const EMPTY: Table = { size: 0, find: () => -1, day: () => 0, place: () => 0, json: () => "", *entries() {} };

/** @returns undefined where these bytes are no whole cache */
export function readTable(bytes: Buffer): Table | undefined {
  if (bytes.length < HEAD_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const size = bytes.readUInt32LE(MAGIC.length);
  const values = HEAD_BYTES + size * ENTRY_BYTES;
  if (bytes.length !== values + bytes.readUInt32LE(MAGIC.length + 4)) return undefined;
  if (!digestOf(bytes.subarray(HEAD_BYTES)).equals(bytes.subarray(HEAD_BYTES - 32, HEAD_BYTES))) return undefined;

  const at = (index: number): number => HEAD_BYTES + index * ENTRY_BYTES;
  const table: Table = {
    size,
    find(key) {
      // Native comparisons of a few bytes cost more than reading them: most steps are told by the first four.
      const first = key.readUInt32BE(0);
      let from = 0;
      let to = size;
      while (from < to) {
        const middle = (from + to) >>> 1;
        const other = bytes.readUInt32BE(at(middle));
        const order = other === first ? bytes.compare(key, 0, KEY_BYTES, at(middle), at(middle) + KEY_BYTES) : other - first;
        if (order === 0) return middle;
        if (order < 0) from = middle + 1;
        else to = middle;
      }
      return -1;
    },
    day: (index) => bytes.readUInt16LE(at(index) + KEY_BYTES + 4),
    place: (index) => bytes.readUInt32LE(at(index) + KEY_BYTES),
    json(index) {
      const value = values + table.place(index);
      return bytes.toString("utf8", value + 4, value + 4 + bytes.readUInt32LE(value));
    },
    *entries() {
      for (let index = 0; index < size; index++) {
        yield { key: bytes.subarray(at(index), at(index) + KEY_BYTES), json: table.json(index), day: table.day(index) };
      }
    },
  };
  return table;
}

/** @param entries one for each key, in any order; those used last are kept where there are too many */
export function writeTable(entries: readonly Entry[], mostBytes = MOST_BYTES): Buffer {
  const kept = [...entries].sort((a, b) => b.day - a.day);
  const places = new Map<string, number>();
  const values: Buffer[] = [];
  let valueBytes = 0;
  let count = 0;
  for (const { json } of kept) {
    const isNew = !places.has(json);
    const bytes = isNew ? Buffer.from(json) : undefined;
    const more = bytes === undefined ? 0 : bytes.length + 4;
    if (HEAD_BYTES + (count + 1) * ENTRY_BYTES + valueBytes + more > mostBytes) break;
    if (bytes !== undefined) {
      places.set(json, valueBytes);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      values.push(length, bytes);
      valueBytes += more;
    }
    count++;
  }
  kept.length = count;
  kept.sort((a, b) => Buffer.compare(a.key, b.key));
  const head = Buffer.alloc(HEAD_BYTES + count * ENTRY_BYTES);
  MAGIC.copy(head);
  head.writeUInt32LE(count, MAGIC.length);
  head.writeUInt32LE(valueBytes, MAGIC.length + 4);
  for (const [index, { key, json, day }] of kept.entries()) {
    const at = HEAD_BYTES + index * ENTRY_BYTES;
    key.copy(head, at, 0, KEY_BYTES);
    head.writeUInt32LE(places.get(json) ?? 0, at + KEY_BYTES);
    head.writeUInt16LE(day, at + KEY_BYTES + 4);
  }
  const bytes = Buffer.concat([head, ...values]);
  digestOf(bytes.subarray(HEAD_BYTES)).copy(bytes, HEAD_BYTES - 32);
  return bytes;
}

const digestOf = (bytes: Buffer): Buffer => hash("sha256", bytes, "buffer");
