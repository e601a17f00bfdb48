import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Entry, readTable, type Table, writeTable } from "../../src/cache/file.js";

const get = (table: Table | undefined, key: Buffer): Entry | undefined => {
  const index = table?.find(key) ?? -1;
  return table === undefined || index < 0 ? undefined : { key, json: table.json(index), day: table.day(index) };
};
const keyOf = (name: string | number): Buffer => createHash("md5").update(String(name)).digest();
const entry = (name: string | number, json = JSON.stringify({ name }), day = 20_000): Entry => ({ key: keyOf(name), json, day });
const many = Array.from({ length: 1000 }, (_, i) => entry(i, i % 3 === 0 ? '{"same":"for all","名":"簿"}' : JSON.stringify({ i })));

describe("the cache's file", () => {
  it("has every entry under its key, and nothing under another", () => {
    const table = readTable(writeTable(many));
    expect(table?.size).toBe(1000);
    for (const one of many) expect(get(table, one.key)).toEqual(one);
    for (let i = 0; i < 100; i++) expect(get(table, keyOf(`other ${i}`))).toBeUndefined();
    expect([...(table?.entries() ?? [])].map(({ json }) => json).sort()).toEqual(many.map(({ json }) => json).sort());
  });

  it("may be empty", () => {
    const table = readTable(writeTable([]));
    expect([table?.size, get(table, keyOf(1))]).toEqual([0, undefined]);
  });

  it("holds equal values once", () => {
    const same = Array.from({ length: 1000 }, (_, i) => entry(i, "x".repeat(1000)));
    expect(writeTable(same).length).toBeLessThan(1000 * 24 + 2000);
  });

  it("keeps those used last where not all have room, and never grows past its bound", () => {
    const bytes = writeTable(Array.from({ length: 100 }, (_, i) => entry(i, JSON.stringify({ i }).padEnd(100), 20_000 + i)), 5000);
    expect(bytes.length).toBeLessThanOrEqual(5000);
    const table = readTable(bytes);
    expect(table?.size).toBeGreaterThan(30);
    expect(get(table, keyOf(99))?.day).toBe(20_099);
    expect(get(table, keyOf(0))).toBeUndefined();
  });

  it("is none where one byte is another, or where it ends early or late", () => {
    const bytes = writeTable(many.slice(0, 5));
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Buffer.from(bytes);
      damaged[at] ^= 1;
      expect(readTable(damaged), `byte ${at}`).toBeUndefined();
      expect(readTable(bytes.subarray(0, at))).toBeUndefined();
    }
    expect(readTable(Buffer.concat([bytes, Buffer.alloc(1)]))).toBeUndefined();
  });
});
