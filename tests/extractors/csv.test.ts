import { describe, expect, it } from "vitest";
import { csvExtractor } from "../../src/extractors/csv/index.js";
import { parseRecords } from "../../src/extractors/csv/records.js";
import { extract, show, whereIs } from "../support/extract.js";
import { fixtureNames, readFixture } from "../support/fixture.js";
import { inventPeople } from "../support/people.js";
import { countSteps } from "../support/steps.js";

const PEOPLE = inventPeople(12);
const cells = (text: string, delimiter = ","): string[][] => {
  const { firstCells, starts, ends, recordCount } = parseRecords(text, { delimiter: delimiter.charCodeAt(0), isLast: true, maxCells: Infinity });
  return Array.from({ length: recordCount }, (_, record) =>
    Array.from({ length: firstCells[record + 1] - firstCells[record] }, (_, i) => text.slice(starts[firstCells[record] + i], ends[firstCells[record] + i])),
  );
};

describe("records", () => {
  it.each([
    ["plain cells", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]],
    ["no last line break", "a,b\r\nc,d", [["a", "b"], ["c", "d"]]],
    ["old Macintosh line ends", "a,b\rc,d\r", [["a", "b"], ["c", "d"]]],
    ["empty cells", ",,\n,x,", [["", "", ""], ["", "x", ""]]],
    ["quoted delimiters and line breaks", '"a,b","c\nd"\n"e",f', [["a,b", "c\nd"], ["e", "f"]]],
    ["doubled quotes", '"a""b",c', [['a""b', "c"]]],
    ["quotes inside a cell", 'a"b,5" pipe\n"c"d,e', [['a"b', '5" pipe'], ['c"d', "e"]]],
    ["ragged rows", "a\nb,c,d\ne,f", [["a"], ["b", "c", "d"], ["e", "f"]]],
    ["a quote never closed", '"a,b\nc,d', [["a", "b"], ["c", "d"]]],
    ["a quote never closed before another quoted cell", '"a,b\nc,"d"\ne,f', [["a", "b"], ["c", "d"], ["e", "f"]]],
    ["nothing", "", []],
  ])("parse %s", (_, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it.each(['"', ",", '",', '"\n', '""', '",""', '"a\n', '"x""\n', "\n", "a,"])("cost twice as much for twice as much of %j", (piece) => {
    const steps = (length: number): number => countSteps(() => void cells(piece.repeat(length / piece.length)));
    expect(steps(40_000)).toBeLessThan(steps(20_000) * 2.2 + 100);
  });
});

describe("csv extractor", () => {
  it.each(fixtureNames("csv").filter((name) => name.startsWith("flag.list.")))("reads %s as a table", async (name) => {
    const bytes = readFixture("csv", name);
    expect(csvExtractor.identify(bytes, name)).toBe(name.endsWith(".tsv") ? "tsv" : "csv");
    const { tables, unscanned, kinds } = await extract(csvExtractor, bytes, name);
    expect(unscanned).toEqual([]);
    expect(kinds).toEqual(["table"]);
    const [table] = tables;
    expect([table.rowCount, table.columnCount, table.text(0, 1), table.text(12, 6)]).toEqual([13, 8, "氏名", PEOPLE[11].email]);
    expect(show(table.place({ firstRow: 1, lastRow: 12, firstColumn: 1, lastColumn: 7 }).at)).toBe(`${name} › B2:H13`);
  });

  it("places one cell by its reference and by its line and column", async () => {
    const { tables } = await extract(csvExtractor, Buffer.from('番号,氏名\r\n1,"佐藤 花子"\r\n\r\n3,鈴木\r\n'), "list.csv");
    const cell = (row: number, column: number) => tables[0].place({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }).at.slice(1);
    expect(cell(1, 1)).toEqual([{ kind: "cell", ref: "B2" }, { kind: "span", line: 2, column: 4, offset: 10, length: 5 }]);
    // The blank line is a row of the spreadsheet and none of the table.
    expect(cell(2, 1)).toEqual([{ kind: "cell", ref: "B4" }, { kind: "span", line: 4, column: 3, offset: 22, length: 2 }]);
    expect(tables[0].rowCount).toBe(3);
  });

  it("reads quoted cells with line breaks and quotes in them", async () => {
    const { tables } = await extract(csvExtractor, readFixture("csv", "flag.quoted.csv"), "q.csv");
    expect(tables[0].text(1, 1)).toBe(`${PEOPLE[0].name}"`);
    expect(tables[0].text(1, 4)).toBe(PEOPLE[0].address.replace("丁目", "丁目\n"));
    expect(tables[0].rowCount).toBe(13);
  });

  it("loses no row to a quote that is never closed", async () => {
    const { tables } = await extract(csvExtractor, readFixture("csv", "flag.unclosed.csv"), "u.csv");
    expect([tables[0].rowCount, tables[0].text(3, 1), tables[0].text(12, 1)]).toEqual([13, PEOPLE[2].name, PEOPLE[11].name]);
  });

  it.each([
    ["a comma under .csv", "list.csv", "a,b\n1,2\n", ",", "csv"],
    ["one column under .csv", "list.csv", "佐藤\n鈴木\n", ",", "csv"],
    ["consistent commas under no name", "list", "a,b,c\n1,2,3\n4,5,6\n", ",", "csv"],
    ["consistent tabs under .txt", "list.txt", "a\tb\n1\t2\n3\t4\n", "\t", "csv"],
    ["prose", "a.txt", "Bread, milk, eggs\nWe bought, as always, too much\nand so on, and so forth, amen\n", ",", undefined],
    ["Japanese prose", "a.txt", "拝啓、皆様、お元気ですか。\n私は、今日、元気です。\nでは、また、明日。\n", ",", undefined],
    ["two lines", "a.txt", "a,b,c\n1,2,3\n", ",", undefined],
    ["source code", "a.js", "f(a,b,c)\nf(d,e,f)\nf(g,h,i)\nf(j,k,l)\n", ",", undefined],
    ["a log", "a.log", "a,b,c\n1,2,3\n4,5,6\n", ",", undefined],
    ["bytes that are no text", "a.csv", "\0\0\0\0\0\0\0\0", ",", undefined],
  ])("identifies %s", (_, name, content, __, format) => {
    expect(csvExtractor.identify(Buffer.from(content), name)).toBe(format);
  });

  it.each(fixtureNames("csv").filter((name) => name.startsWith("pass.")))("finds none of the people in %s", async (name) => {
    const found = await extract(csvExtractor, readFixture("csv", name), name);
    expect(PEOPLE.flatMap((person) => [...whereIs(person.name, found), ...whereIs(person.phone, found)])).toEqual([]);
  });

  it("steps over empty cells, and breaks a record of a million cells into rows", async () => {
    const { tables } = await extract(csvExtractor, Buffer.from(`${",".repeat(1_000_000)}x`), "wide.csv");
    const [table] = tables;
    expect(table.columnCount).toBeLessThanOrEqual(16_384);
    const filled = Array.from({ length: table.rowCount }, (_, row) => table.nextColumn?.(row, 0) ?? -1).filter((column) => column >= 0);
    expect(filled).toHaveLength(1);
    expect(whereIs("x", { texts: [], tables: [{ ...table, text: (row, column) => (column === filled[0] ? table.text(row, column) : "") }] })).toHaveLength(1);
  });

  it("keeps NULs and lone surrogates in their cells", async () => {
    const { tables } = await extract(csvExtractor, Buffer.from(`\ufeffa\0b,c\n${"d,e\n".repeat(20)}`, "utf16le"), "n.csv");
    expect([tables[0].text(0, 0), tables[0].text(20, 1)]).toEqual(["a\0b", "e"]);
  });
});
