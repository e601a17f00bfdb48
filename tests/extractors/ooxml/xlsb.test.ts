import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { TableSegment } from "../../../src/contract.js";
import { xlsbExtractor } from "../../../src/extractors/ooxml/xlsb.js";
import { createLinter } from "../../../src/index.js";
import { f64, u16, u32 } from "../../support/biff.js";
import { extract, type Extracted, show } from "../../support/extract.js";
import { cell, EXCEL, type Part, record, row, wide, workbook } from "../../support/xlsb.js";

const read = (bytes: Uint8Array): Promise<Extracted> => extract(xlsbExtractor, bytes, "list.xlsb");
const cellsOf = (table: TableSegment): string[][] =>
  Array.from({ length: table.rowCount }, (_, at) => Array.from({ length: table.columnCount }, (__, column) => table.text(at, column)));
const concealmentOf = (table: TableSegment) => table.place({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 }).concealment;
const textsUnder = ({ texts }: Extracted, concealment: string): string =>
  texts.filter((one) => one.place({ start: 0, end: 1 }).concealment === concealment).map(({ text }) => text).join("\n");
const strings = (...items: readonly Uint8Array[]): Part => ({ path: "xl/sharedStrings.bin", type: `${EXCEL}sharedStrings`, relationship: "sharedStrings", content: Buffer.concat(items.map((item) => record(19, item))) });
const plain = (text: string): Buffer => Buffer.concat([Buffer.of(0), wide(text)]);

describe("a binary workbook in a package", () => {
  it("is known by its main part", () => {
    expect(xlsbExtractor.identify(workbook([]), "list.xlsx")).toBe("xlsb");
    expect(xlsbExtractor.identify(Buffer.from("PK"), "list.xlsb")).toBeUndefined();
  });

  it("has cells of every kind, short ones in the next column", async () => {
    const { tables, unscanned } = await read(workbook([
      row(0), cell(7, 0, u32(1)), cell(2, 1, u32((45 << 2) | 2)), record(16, u32(0), f64(1.5)), cell(4, 4, [1]),
      row(3), cell(6, 0, wide("文字")), cell(8, 1, wide("結果"), u16(0), u32(0), u32(0)), cell(3, 2, [42]), cell(62, 3, [0], wide("飾り")),
    ], [strings(plain("消した"), plain("山田"))]));
    expect(cellsOf(tables[0])).toEqual([["山田", "45", "1.5", "", "TRUE"], ["文字", "結果", "#N/A", "飾り", ""]]);
    expect(unscanned).toEqual([]);
  });

  it("keeps strings of deleted cells, and readings", async () => {
    const reading = Buffer.concat([Buffer.of(2), wide("佐藤"), wide("サトウ"), u32(0)]);
    const found = await read(workbook([row(0), cell(7, 2, u32(1))], [strings(plain("消した"), reading)]));
    expect(textsUnder(found, "orphaned-part")).toBe("消した\n");
    expect(found.texts.find(({ text }) => text === "サトウ")?.place({ start: 0, end: 1 }).at.at(-1)).toEqual({ kind: "cell", ref: "C1" });
  });

  it.each<[string, readonly Uint8Array[], number, string | undefined]>([
    ["in plain view", [row(0), cell(6, 0, wide("山田"))], 0, undefined],
    ["in a hidden row", [row(0, true), cell(6, 0, wide("山田"))], 0, "hidden-row"],
    ["in a column of the default width, which is a hair", [record(485, u32(60), u16(8, 300), u32(0)), row(0), cell(6, 0, wide("山田"))], 0, "hidden-column"],
    ["in a column of its own width", [record(485, u32(60), u16(8, 300), u32(0)), record(60, u32(0), u32(0), u32(2304), u32(0), u16(0)), row(0), cell(6, 0, wide("山田"))], 0, undefined],
    ["in a column of a default width in characters", [record(485, u32(0xffffffff), u16(0, 300), u32(0)), row(0), cell(6, 0, wide("山田"))], 0, undefined],
    ["in a hidden column", [record(60, u32(0), u32(0), u32(2304), u32(0), u16(1)), row(0), cell(6, 0, wide("山田"))], 0, "hidden-column"],
    ["on a hidden sheet", [row(0), cell(6, 0, wide("山田"))], 1, "hidden-sheet"],
    ["on a very hidden sheet", [row(0), cell(6, 0, wide("山田"))], 2, "very-hidden-sheet"],
  ])("tells cells %s", async (_, records, state, concealment) => {
    const { tables } = await read(workbook(records, [], { state }));
    expect(concealmentOf(tables[0])).toBe(concealment);
  });

  it("writes dates as dates, and tells cells that a format or a white font hides", async () => {
    const font = (colour: readonly number[]): Buffer => record(43, u16(200, 0, 400, 0), [0, 0, 0, 0], colour, [0, 0, 0, 0, 0], wide("Arial"));
    const styles: Part = {
      path: "xl/styles.bin", type: `${EXCEL}styles`, relationship: "styles",
      content: Buffer.concat([
        record(44, u16(164), wide("yyyy/mm/dd")), record(44, u16(165), wide(";;;")), font([1 << 1, 8, 0, 0]), font([2 << 1, 0, 0, 0, 0xff, 0xff, 0xff]), record(45, u32(0), Buffer.alloc(60)), record(617, u32(3)),
        ...[[164, 0], [165, 0], [0, 1]].map(([format, of]) => record(47, u16(0, format, of, 0, 0), Buffer.alloc(6))), record(618),
      ]),
    };
    const styled = (style: number, column: number): Buffer => record(2, u32(column), u32(style), u32((45_000 << 2) | 2));
    const { tables } = await read(workbook([row(0), styled(0, 0), styled(1, 1), styled(2, 2)], [styles]));
    expect(cellsOf(tables[0])).toEqual([["2023-03-15", "45000", "45000"]]);
    expect([0, 1, 2].map((column) => tables[0].place({ firstRow: 0, lastRow: 0, firstColumn: column, lastColumn: column }).concealment)).toEqual([undefined, "invisible-format", "invisible-format"]);
  });

  it("has names, texts in formulas, comments, validations and other workbooks' cells", async () => {
    const literal = Buffer.concat([Buffer.of(0x17), u16(4), Buffer.from("山田太郎", "utf16le")]);
    const comments = Buffer.concat([record(632, wide("書いた人")), record(635, u32(0), u32(2), u32(2), u32(1), u32(1), Buffer.alloc(16)), record(637, plain("内緒"))]);
    const external = Buffer.concat([record(363, u32(0)), record(366, u32(4)), record(371, u32(1), wide("他の本")), record(368, u32(2), f64(90))]);
    const found = await read(workbook(
      [row(1), cell(9, 0, f64(1), u16(0), u32(literal.length), literal, u32(0)), record(64, u32(0), u32(1), u32(5), u32(5), u32(0), u32(0), wide("題"), wide("名"), wide("選択"), wide("人"), u32(literal.length), literal, u32(0), u32(0), u32(0))],
      [
        { path: "xl/comments1.bin", type: `${EXCEL}comments`, content: comments, relationship: "comments", ofSheet: "1" },
        { path: "xl/externalLinks/externalLink1.bin", type: `${EXCEL}externalLink`, content: external, relationship: "externalLink" },
      ],
      { globals: [record(39, u32(0), [0], u32(0xffffffff), wide("担当"), u32(literal.length), literal, u32(0))] },
    ));
    expect(textsUnder(found, "defined-name")).toBe("担当\t山田太郎");
    expect(textsUnder(found, "package-data")).toContain("山田太郎");
    expect(textsUnder(found, "comment")).toBe("書いた人\n内緒");
    expect(found.texts.find(({ text }) => text.startsWith("題"))?.text).toBe("題\n名\n選択\n人\n山田太郎");
    expect(found.tables.map((table) => [concealmentOf(table), cellsOf(table)])).toEqual([[undefined, [["1"]]], ["external-link-cache", [["", "他の本", "90"]]]]);
  });

  it("has pivot caches, as a table below the names of its fields", async () => {
    const field = (name: string, items: readonly string[]): Buffer => Buffer.concat([record(183, u32(0), wide(name)), record(189, u16(1)), ...items.map((item) => record(24, wide(item))), record(190), record(184)]);
    const definition = Buffer.concat([field("氏名", ["山田", "佐藤", "消した人"]), field("電話", [])]);
    const found = await read(workbook([], [{ path: "xl/pivotCache/d.bin", type: `${EXCEL}pivotCacheDefinition`, content: definition, relationship: "pivotCacheDefinition" }]));
    expect(cellsOf(found.tables[0])).toEqual([["氏名", "電話"], ["山田", ""], ["佐藤", ""], ["消した人", ""]]);
    expect(concealmentOf(found.tables[0])).toBe("pivot-cache");
  });

  it("gives a result wherever its sheet breaks off, and never as if it were whole", async () => {
    const sheet = Buffer.concat([row(0), cell(6, 0, wide("山田太郎さん")), cell(6, 1, wide("佐藤"))]);
    for (let size = 1; size < sheet.length; size += 3) {
      const { unscanned, tables } = await read(workbook([sheet.subarray(0, size)]));
      // A cut between two records cannot be told from a sheet that ends there.
      expect(unscanned.length + tables.length > 0 || size <= row(0).length, String(size)).toBe(true);
    }
  });
});

describe("fixtures of binary workbooks, through the whole pipeline", () => {
  const linter = createLinter();
  it.each<[string, string, string | undefined]>([
    ["visible", "名簿 › F3:H14", undefined], ["hair-column", "名簿 › F3:H14", "hidden-column"], ["hair-rows", "名簿 › F3:H14", "hidden-row"], ["tiny", "名簿 › F3:H14", "invisible-format"],
    ["same-colour", "名簿 › F3:H14", "invisible-format"], ["print-area", "名簿 › F3:H14", "outside-print-area"], ["covered", "名簿 › F3:H14", "covered-text"],
  ])("flag.%s.xlsb holds twelve people in %s: %s", async (name, place, concealment) => {
    const { people, findings, unscanned } = (await linter.scan(`fixtures/xlsb/flag.${name}.xlsb`)).reports[0].result;
    expect([people, unscanned]).toEqual([12, []]);
    expect(findings.map((one) => [show(one.at).split(" › ").slice(1).join(" › "), one.concealment])).toEqual([[place, concealment]]);
  });

  it.each(readdirSync("fixtures/xlsb").filter((name) => name.startsWith("pass.")))("finds nobody in %s, and has read all of it", async (name) => {
    const { findings, unscanned } = (await linter.scan(`fixtures/xlsb/${name}`)).reports[0].result;
    expect([findings, unscanned]).toEqual([[], []]);
  });
});
