import { describe, expect, it } from "vitest";
import type { TableSegment } from "../../../src/contract.js";
import { sqliteExtractor } from "../../../src/extractors/sqlite/index.js";
import { tableShape } from "../../../src/extractors/sqlite/schema.js";
import { createLinter } from "../../../src/linter.js";
import { extract, show, textOf, whereIs } from "../../support/extract.js";
import { fixtureNames, readFixture } from "../../support/fixture.js";
import { inventPeople } from "../../support/people.js";

const people = inventPeople(8, 100);
const [{ name, phone, address }] = people;
const open = (file: string) => extract(sqliteExtractor, readFixture("sqlite", file), "a.db");
const rows = (table: TableSegment): string[][] => Array.from({ length: table.rowCount }, (_, row) => Array.from({ length: table.columnCount }, (_, column) => table.text(row, column)));

describe("sqliteExtractor", () => {
  it("gives every table under its columns' names, the row's own number among them", async () => {
    const { tables, unscanned } = await open("flag.table.sqlite");
    expect(rows(tables[0])).toEqual([["id", "氏名", "電話番号", "住所"], ...people.map((one, i) => [String(i + 1), one.name, one.phone, one.address])]);
    expect(rows(tables[1])[3]).toEqual(["3", "中央図書館", "300"]);
    expect(unscanned).toEqual([]);
  });
  it("says where a value stands by table and cell", async () => {
    const { tables } = await open("flag.table.sqlite");
    expect(whereIs(name, { texts: [], tables })).toEqual(["a.db › 会員 › B2"]);
  });
  it.each([
    ["flag.without-rowid.sqlite", ["a.db › 会員 › C2", "a.db › 会員 › C3"].slice(0, 1)],
    ["flag.utf-16.sqlite", ["a.db › 会員 › B2"]],
    ["flag.overflow.sqlite", ["a.db › notes › B2"]],
    ["flag.view.sqlite", ["a.db › [schema of 担当] (package-data)"]],
  ])("reads %s", async (file, places) => {
    const found = whereIs(name, await open(file));
    expect(found.map((one) => one.replace(/C\d$/u, "C2"))).toEqual(places);
  });
  it("puts a key's columns first where a table has no row numbers", async () => {
    const { tables } = await open("flag.without-rowid.sqlite");
    expect(rows(tables[0])[0]).toEqual(["電話番号", "住所", "氏名"]);
    expect(rows(tables[0])).toContainEqual([phone, address, name]);
  });
  it("finds what was deleted between the rows that are left", async () => {
    const { texts, tables } = await open("flag.deleted.sqlite");
    for (const one of people) expect(whereIs(one.phone, { texts, tables }), one.phone).toContain("a.db › gaps between rows (orphaned-part)");
  });
  it("finds the rows of a table that was dropped, as a table", async () => {
    const { texts, tables } = await open("flag.dropped.sqlite");
    for (const one of people) {
      const places = whereIs(one.address, { texts, tables });
      expect(places.length, one.address).toBeGreaterThan(0);
      for (const place of places) expect(place).toContain("deleted rows");
    }
    expect(tables.some((table) => table.place({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 }).concealment === "orphaned-part" && rows(table).flat().includes(people[7].name))).toBe(true);
  });
  it("gives a file that is a value as a file", async () => {
    const { artifacts } = await open("flag.blob.sqlite");
    expect(artifacts.map(({ at, bytes }) => [show(at), textOf({ ...artifacts[0], bytes }).slice(0, 2)])).toEqual([["a.db › files › content 1", "PK"]]);
  });
  it("says that a database is encrypted", async () => {
    expect((await open("encrypted.sqlite")).unscanned).toEqual([expect.objectContaining({ reason: "encrypted" })]);
  });

  it.each(["flag.table.sqlite", "flag.overflow.sqlite", "flag.dropped.sqlite"])("gives a result for %s cut off anywhere, and says so", async (file) => {
    const whole = readFixture("sqlite", file);
    for (let length = 100; length < whole.length; length += 61) {
      const { unscanned } = await extract(sqliteExtractor, whole.subarray(0, length), "a.db");
      expect(unscanned.length, String(length)).toBeGreaterThan(0);
    }
  });
  it.each(["flag.table.sqlite", "flag.overflow.sqlite", "flag.dropped.sqlite"])("ends for %s with any byte changed", async (file) => {
    const whole = readFixture("sqlite", file);
    for (let at = 16; at < whole.length; at += 7) {
      for (const value of [0, 1, 0xff]) {
        const changed = Buffer.from(whole);
        changed[at] = value;
        await expect(extract(sqliteExtractor, changed, "a.db")).resolves.toBeDefined();
      }
    }
  });
  it("ends where pages lead to each other in a ring", async () => {
    const bytes = Buffer.from(readFixture("sqlite", "flag.table.sqlite"));
    // The second page becomes an interior one whose only child is itself.
    bytes.fill(0, 1024, 1024 + 12);
    bytes[1024] = 0x05;
    bytes.writeUInt32BE(2, 1024 + 8);
    expect((await extract(sqliteExtractor, bytes, "a.db")).unscanned).toEqual([expect.objectContaining({ reason: "corrupt" })]);
  });
});

describe("tableShape", () => {
  it.each<[string, string[], number]>([
    ["CREATE TABLE t (a, b TEXT)", ["a", "b"], -1],
    ["CREATE TABLE t (id INTEGER PRIMARY KEY, b TEXT DEFAULT (1, 2))", ["id", "b"], 0],
    ["CREATE TABLE t (a TEXT, id INTEGER, PRIMARY KEY (id))", ["a", "id"], 1],
    ["CREATE TABLE t (id INT PRIMARY KEY)", ["id"], -1],
    ['CREATE TABLE "t(1)" ("a,b" TEXT, [c d] TEXT, `e``f` TEXT, \'g\')', ["a,b", "c d", "e`f", "g"], -1],
    ["CREATE TABLE t (a, -- 氏名, 住所\n b /* , c */)", ["a", "b"], -1],
    ["CREATE TABLE t (a, b, c, PRIMARY KEY (c, a)) WITHOUT ROWID", ["c", "a", "b"], -1],
    ["CREATE TABLE t (a, b AS (a + 1), c GENERATED ALWAYS AS (a) STORED, CHECK (a > 1), FOREIGN KEY (a) REFERENCES u (x))", ["a", "c"], -1],
  ])("of %s", (sql, columns, rowidColumn) => {
    expect(tableShape(sql)).toEqual({ columns, rowidColumn });
  });
  it("of no table with a list", () => {
    expect(tableShape("CREATE VIRTUAL TABLE t USING fts5")).toBeUndefined();
  });
});

describe("databases from end to end", () => {
  const linter = createLinter();
  it.each(fixtureNames("sqlite").filter((one) => one.startsWith("flag.")))("%s is flagged", async (file) => {
    const { reports } = await linter.scan({ name: file, bytes: readFixture("sqlite", file) });
    expect(reports[0].result.format).toBe("sqlite");
    expect(reports[0].result.findings.length).toBeGreaterThan(0);
  });
  it("pass.sqlite passes", async () => {
    const { reports } = await linter.scan({ name: "pass.sqlite", bytes: readFixture("sqlite", "pass.sqlite") });
    expect([reports[0].result.findings, reports[0].result.unscanned]).toEqual([[], []]);
  });
});
