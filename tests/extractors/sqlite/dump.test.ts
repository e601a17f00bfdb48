import { describe, expect, it } from "vitest";
import type { TableSegment } from "../../../src/contract.js";
import { sqlExtractor } from "../../../src/extractors/sqlite/index.js";
import { createLinter } from "../../../src/linter.js";
import { extract, whereIs } from "../../support/extract.js";
import { inventPeople, inventPerson } from "../../support/people.js";
import { countSteps } from "../../support/steps.js";
import { skipStatement, readTuple } from "../../../src/extractors/sqlite/dump-values.js";

const { name } = inventPerson(7);
const read = (sql: string, file = "a.sql") => extract(sqlExtractor, Buffer.from(sql), file);
const rows = (table: TableSegment): string[][] => Array.from({ length: table.rowCount }, (_, row) => Array.from({ length: table.columnCount }, (_, column) => table.text(row, column)));

describe("sqlExtractor", () => {
  it.each<[string, string, string[][]]>([
    ["columns named in the statement", `INSERT INTO t (id, 氏名) VALUES (1, '${name}');`, [["id", "氏名"], ["1", name]]],
    ["columns of the table", `CREATE TABLE \`t\` (\n \`id\` int,\n \`氏名\` text,\n PRIMARY KEY (\`id\`)\n);\nINSERT INTO \`t\` VALUES (1,'${name}'),(2,NULL);`, [["id", "氏名"], ["1", name], ["2", ""]]],
    ["no columns at all", `INSERT INTO t VALUES (1, '${name}');`, [["1", name]]],
    ["one statement a row", `INSERT INTO t VALUES (1);\nINSERT INTO t VALUES (2);`, [["1"], ["2"]]],
    ["quotes and escapes", String.raw`INSERT INTO "s"."t" VALUES ('O''Neil', 'a\'b', 'c\\', E'x\ny', N'z', X'61', 0x616263);`, [["O'Neil", "a'b", "c\\", "x\ny", "z", "a", "abc"]]],
    ["calls and commas in values", "INSERT IGNORE INTO t VALUES (now(), concat('a', 'b'), -1.5e3, 'x, y) (');", [["now", "concata, b", "-1.5e3", "x, y) ("]]],
    ["lines of pg_dump", `COPY public.t (id, "氏名", memo) FROM stdin;\n1\t${name}\ta\\tb\n2\t\\N\t\\\\\n\\.\n`, [["id", "氏名", "memo"], ["1", name, "a\tb"], ["2", "", "\\"]]],
  ])("makes a table of %s", async (_case, sql, expected) => {
    const { tables } = await read(sql);
    expect(tables.map(rows)).toEqual([expected]);
  });
  it("keeps tables apart", async () => {
    const { tables } = await read("INSERT INTO a VALUES (1); INSERT INTO b VALUES (2); INSERT INTO a VALUES (3);");
    expect(tables.map(rows)).toEqual([[["1"]], [["2"]], [["3"]]]);
  });
  it.each([
    ["a comment", `-- ${name}\nINSERT INTO t VALUES (1);`, "a.sql › 1:4"],
    ["another statement", `INSERT INTO t VALUES (1);\nUPDATE t SET a = '${name}';`, "a.sql › 2:19"],
    ["a row that is broken off", `INSERT INTO t VALUES (1), (2, '${name}`, "a.sql › 1:32"],
    ["a value", `INSERT INTO t (id, 氏名) VALUES (1, 'x'),\n (2, '${name}');`, "a.sql › t › [氏名] › 2:2"],
  ])("says where it stands in %s", async (_case, sql, place) => {
    expect(whereIs(name, await read(sql))).toEqual([place]);
  });
  it.each<[string, string, string | undefined]>([
    ["a.sql", "anything", "sql"], ["dump", "-- MySQL dump\nINSERT INTO t VALUES (1);", "sql"], ["a.txt", "Use INSERT INTO t VALUES (1); to add a row.", undefined], ["a.txt", "-- a list\nof things", undefined],
  ])("takes %s that says %j for %s", (file, content, format) => {
    expect(sqlExtractor.identify(Buffer.from(content), file)).toBe(format);
  });
  it.each(["'", "\\'", "('\\'", "INSERT INTO t VALUES (;", "INSERT INTO t VALUES (\"", "/*", "`", "((", "insert into "])("reads twice as many %j in twice the steps", async (unit) => {
    const steps = (count: number): number => countSteps(() => {
      const source = unit.repeat(count);
      for (let at = 0; at < source.length; ) at = skipStatement(source, at);
      readTuple(`(${source}`, 0);
    });
    expect(steps(4000)).toBeLessThan(steps(2000) * 2.2 + 1000);
    await expect(read(unit.repeat(3000))).resolves.toBeDefined();
  });
  it("counts the people of a dump", async () => {
    const people = inventPeople(6, 30);
    const sql = `CREATE TABLE members (id int, name varchar(50), tel varchar(20), address text);\nINSERT INTO members VALUES\n${people.map((one, i) => `(${i}, '${one.name}', '${one.phone}', '${one.address}')`).join(",\n")};\n`;
    const { reports } = await createLinter().scan({ name: "dump.sql", bytes: Buffer.from(sql) });
    expect([reports[0].result.format, reports[0].result.people, reports[0].result.findings.map(({ detector }) => detector)]).toEqual(["sql", 6, ["personal-records"]]);
  });
});
