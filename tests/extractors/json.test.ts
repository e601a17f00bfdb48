import { describe, expect, it } from "vitest";
import type { TableSegment } from "../../src/contract.js";
import { jsonExtractor } from "../../src/extractors/json/index.js";
import { parseTape } from "../../src/extractors/json/tape.js";
import { extract, show, whereIs } from "../support/extract.js";
import { fixtureNames, readFixture } from "../support/fixture.js";
import { inventPeople } from "../support/people.js";
import { countSteps } from "../support/steps.js";

const PEOPLE = inventPeople(12);
const read = (text: string, name = "a.json") => extract(jsonExtractor, Buffer.from(text), name);
const grid = (table: TableSegment): string[][] =>
  Array.from({ length: table.rowCount }, (_, row) => Array.from({ length: table.columnCount }, (__, column) => table.text(row, column)));

describe("tables in JSON", () => {
  it("are lists of alike objects under any key, flattened two levels deep", async () => {
    const { tables, texts } = await read('{"title":"t","list":[{"name":"佐藤","at":{"city":"高松","geo":{"lat":1}}},{"at":{"city":"大阪"},"name":"鈴木","tags":["a","b"]}]}');
    expect(tables.map(grid)).toEqual([[["name", "at.city", "at.geo.lat", "tags"], ["佐藤", "高松", "1", ""], ["鈴木", "大阪", "", "a, b"]]]);
    expect(texts.map(({ text }) => text)).toEqual(["title: t\nlist:\n"]);
  });

  it.each([
    ["one object a line", '{"a":"x"}\n{"a":"y"}\n', [["a"], ["x"], ["y"]]],
    ["an object of alike objects, with its keys as a column", '{"u1":{"n":"x"},"u2":{"n":"y"},"u3":{"n":"z"}}', [["", "n"], ["u1", "x"], ["u2", "y"], ["u3", "z"]]],
    ["lists in a list", '[["氏名","電話"],["佐藤","03"]]', [["氏名", "電話"], ["佐藤", "03"]]],
    ["null as an empty cell, \"null\" as a word", '[{"a":null,"b":"x"},{"a":"null","b":"y"}]', [["a", "b"], ["", "x"], ["null", "y"]]],
  ])("are also %s", async (_, text, expected) => {
    const { tables } = await read(text);
    expect(tables.map(grid)).toEqual([expected]);
  });

  it("place a cell by its path and by its line and column, a range by its first and last row", async () => {
    const text = '{"list": [\n  {"name": "\\u4f50藤"},\n  {"name": "鈴木"}\n]}';
    const [table] = (await read(text)).tables;
    expect(table.place({ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 0 }).at.slice(1)).toEqual([
      { kind: "property", name: "/list/0/name" },
      { kind: "span", line: 2, column: 13, offset: 23, length: 7 },
    ]);
    expect(table.text(1, 0)).toBe("佐藤");
    const all = table.place({ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 }).at.slice(1);
    expect(all).toEqual([{ kind: "property", name: "/list" }, { kind: "span", line: 2, column: 3, offset: 13, length: text.indexOf("\n]") - 13 }]);
    expect(table.place({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 }).at.at(-1)).toMatchObject({ line: 2, column: 5, length: 4 });
  });

  it("leave what is no cell to the text: lists of objects, deeper objects, a key given twice", async () => {
    const found = await read('[{"n":"a","n":"again","o":[{"p":{"q":{"r":{"s":"deep"}}}}]},{"n":"b"}]');
    expect(found.tables.map(grid)).toEqual([[["n"], ["a"], ["b"]]]);
    expect(whereIs("again", found)).toEqual(["a.json › [/0/n] › 1:16"]);
    expect(whereIs("deep", found)).toEqual(["a.json › [/0/o/0/p/q/r/s] › 1:49"]);
  });

  it.each([
    ["a list of numbers", "[[134.1,34.2],[134.3,34.4]]"],
    ["objects that have nothing in common", `[${Array.from({ length: 20 }, (_, i) => `{"k${i}":"v"}`).join(",")}]`],
    ["a single object", '[{"name":"x"}]'],
  ])("are not made of %s", async (_, text) => {
    const { tables, texts } = await read(text);
    expect([tables.length, texts.length]).toEqual([0, 1]);
  });
});

describe("text in JSON", () => {
  it("puts each value under its key and maps it back through its escapes", async () => {
    const found = await read('{\n "name": "\\u5c71\\u7530 \\"太郎\\"",\n "tel": ["03", "04"],\n "n": [1, 2],\n "o": {"zip": "760\\/17"}\n}');
    expect(found.texts.map(({ text }) => text)).toEqual(['name: 山田 "太郎"\ntel:\ntel: 03\ntel: 04\nn:\nn: 1, 2\no:\nzip: 760/17']);
    expect(whereIs("山田", found)).toEqual(["a.json › [/name] › 2:11"]);
    expect(found.texts[0].place({ start: 6, end: 8 }).at.at(-1)).toEqual({ kind: "span", line: 2, column: 11, offset: 12, length: 12 });
    expect(whereIs("04", found)).toEqual(["a.json › [/tel/1] › 3:17"]);
    expect(whereIs("760/17", found)).toEqual(["a.json › [/o/zip] › 5:16"]);
  });

  it("reads keys, comments and numbers too", async () => {
    const found = await read('{"taro@provider.example": {}, // call 03\n "n": 9012345678 /* 山田 */}');
    expect(["taro@provider.example", "call 03", "9012345678", "山田"].map((needle) => whereIs(needle, found).length)).toEqual([1, 1, 1, 1]);
  });

  it.each([
    ["cut in the middle", '{"a":"x","list":[{"b":"y"},{"b":"z'],
    ["a string never closed", '{"a":"x,\n"b":"y","c":"z"}'],
    ["no quotes around keys", "{a:'x', b: y, c: \"z\"}"],
    ["brackets that do not match", '{"a":["x"},"b":"y"],"z"'],
    ["line breaks in strings", '{"a":"x\ny","b":"z"}'],
  ])("reads all of broken JSON: %s", async (_, text) => {
    const found = await read(text);
    expect(["x", "y", "z"].map((needle) => whereIs(needle, found).length >= 1)).toEqual([true, true, true]);
  });

  it("reads what only begins like JSON as it is written", async () => {
    const text = "{{ header }} some words that are no JSON at all, 山田太郎, and more of them\nand more\n";
    const found = await read(text);
    expect(found.texts.map((one) => one.text)).toEqual([text]);
  });
});

describe("json extractor", () => {
  it.each([
    ["a.json", '{"a":1}', "json"],
    ["a.json", "// settings\n{a: 1}", "json"],
    ["a.ndjson", '{"a":1}\n{"a":2}\n', "jsonl"],
    ["response", '[{"a":"b"}]', "json"],
    ["app.log", '{"level":"info"}\n{"level":"warn"}\n', "jsonl"],
    ["a.ini", "[section]\nkey=value\n", undefined],
    ["a.txt", "[true story]", undefined],
    ["a.txt", "{ color: red }", undefined],
    ["a.js", '["use strict"]', undefined],
    ["a.json", "plain words", undefined],
  ])("identifies %s with %j", (name, content, format) => {
    expect(jsonExtractor.identify(Buffer.from(content), name)).toBe(format);
  });

  it.each(["flag.list.json", "flag.lines.jsonl", "flag.map.json", "flag.grid.json"])("finds everybody in the table of %s", async (name) => {
    const { tables, unscanned } = await extract(jsonExtractor, readFixture("json", name), name);
    expect(unscanned).toEqual([]);
    expect([tables.length, tables[0].rowCount]).toEqual([1, 13]);
    expect(PEOPLE.map((person) => whereIs(person.phone, { texts: [], tables }).length)).toEqual(PEOPLE.map(() => 1));
  });

  it("finds everybody up to where a file was cut off", async () => {
    const found = await extract(jsonExtractor, readFixture("json", "flag.truncated.json"), "cut.json");
    const cut = readFixture("json", "flag.truncated.json").toString();
    expect(PEOPLE.filter(({ name }) => whereIs(name, found).length > 0)).toEqual(PEOPLE.filter(({ name }) => cut.includes(name)));
  });

  it.each(fixtureNames("json").filter((name) => name.startsWith("pass.")))("reads %s without losing any of it", async (name) => {
    expect((await extract(jsonExtractor, readFixture("json", name), name)).unscanned).toEqual([]);
  });

  it("goes as deep as a million brackets", async () => {
    const found = await read(`${"[".repeat(1_000_000)}"x"`);
    expect(whereIs("x", found)[0]).toContain("1:1000002");
    expect((await read('{"a":'.repeat(200_000))).unscanned).toEqual([]);
  });

  it.each(["[", "{", '"', '"\n', "'", "[]", '{"a":', '{"a":[{"b":', '\\"', "/*", "//", ":", "[1,", '["x",'])("costs twice as much for twice as much of %j", (piece) => {
    const steps = (length: number): number => countSteps(() => void parseTape(piece.repeat(length / piece.length), { maxNodes: 1e6 }));
    expect(steps(40_000)).toBeLessThan(steps(20_000) * 2.2 + 100);
  });

  it("shows a place for every cell and header", async () => {
    const { tables } = await extract(jsonExtractor, readFixture("json", "flag.lines.jsonl"), "l.jsonl");
    expect(show(tables[0].place({ firstRow: 12, lastRow: 12, firstColumn: 0, lastColumn: 0 }).at)).toBe("l.jsonl › [/11/name] › 12:10");
  });
});
