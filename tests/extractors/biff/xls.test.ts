import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { TableSegment } from "../../../src/contract.js";
import { xlsExtractor } from "../../../src/extractors/biff/index.js";
import { begin, end, f64, label, record, shortWide, u16, u32, wide, workbookFile, workbookStream } from "../../support/biff.js";
import { extract, type Extracted } from "../../support/extract.js";

const read = (bytes: Uint8Array): Promise<Extracted> => extract(xlsExtractor, bytes, "list.xls");
const sheet = (...records: readonly Uint8Array[]) => ({ name: "表", records });
const cellsOf = (table: TableSegment): string[][] =>
  Array.from({ length: table.rowCount }, (_, row) => Array.from({ length: table.columnCount }, (__, column) => table.text(row, column)));
const textsUnder = ({ texts }: Extracted, concealment: string | undefined): string =>
  texts.filter((one) => one.place({ start: 0, end: 1 }).concealment === concealment).map(({ text }) => text).join("\n");
const RK_INTEGER = 2;
const date = record(0x41e, u16(164), wide("yyyy/mm/dd"));
const nothing = record(0x41e, u16(165), wide(";;;"));
const format = (number: number): Buffer => record(0xe0, u16(0, number), Buffer.alloc(16));

describe("cells of a binary workbook", () => {
  it("are numbers, dates, texts, logical values, errors and results of formulas", async () => {
    const stream = workbookStream([date, format(0), format(164)], [
      sheet(
        label(0, 0, "氏名"),
        record(0x203, u16(0, 1, 0), f64(1.5)),
        record(0x27e, u16(0, 2, 1), u32((45_000 << 2) | RK_INTEGER)),
        record(0xbd, u16(1, 0), u16(0), u32((7 << 2) | RK_INTEGER), u16(0), u32((125 << 2) | RK_INTEGER | 1), u16(1)),
        record(0x205, u16(1, 2, 0), [1, 0]),
        record(0x205, u16(2, 0, 0), [42, 1]),
        record(0x06, u16(2, 1, 0), [0, 0, 0, 0, 0, 0, 0xff, 0xff], u16(0), u32(0), u16(2), [0x16, 0x16]),
        record(0x207, wide("結果")),
      ),
    ]);
    const { tables, unscanned } = await read(workbookFile(stream));
    expect(cellsOf(tables[0])).toEqual([["氏名", "1.5", "2023-03-15"], ["7", "1.25", "TRUE"], ["#N/A", "結果", ""]]);
    expect(unscanned).toEqual([]);
  });

  it("are strings of the shared table, which goes on in the next record in the middle of a word", async () => {
    const first = Buffer.concat([u32(1), u32(2), u16(4), Buffer.of(1), Buffer.from("東京", "utf16le")]);
    const second = Buffer.concat([Buffer.of(0), Buffer.from("ab"), u16(2), Buffer.of(1), Buffer.from("孤児", "utf16le")]);
    const found = await read(workbookFile(workbookStream([record(0xfc, first), record(0x3c, second)], [sheet(record(0xfd, u16(0, 0, 0), u32(0)))])));
    expect(cellsOf(found.tables[0])).toEqual([["東京ab"]]);
    expect(textsUnder(found, "orphaned-part")).toContain("孤児");
  });

  it("have readings, which stand beside them", async () => {
    const reading = Buffer.from("サトウ", "utf16le");
    const extension = Buffer.concat([u16(1, 12 + reading.length), u16(0, 0), u16(0, 3, 3), reading]);
    const string = Buffer.concat([u16(2), Buffer.of(1 | 4), u32(extension.length), Buffer.from("佐藤", "utf16le"), extension]);
    const found = await read(workbookFile(workbookStream([record(0xfc, u32(1), u32(1), string)], [sheet(record(0xfd, u16(4, 2, 0), u32(0)))])));
    expect(cellsOf(found.tables[0])[0][2]).toBe("佐藤");
    const readings = found.texts.find(({ text }) => text === "サトウ");
    expect(readings?.place({ start: 0, end: 1 }).at.at(-1)).toEqual({ kind: "cell", ref: "C5" });
  });

  it.each<[string, readonly Uint8Array[], readonly Uint8Array[], string | undefined]>([
    ["whose row is hidden behind them", [], [label(0, 0, "山田"), record(0x208, u16(0, 0, 1, 255, 0, 0, 0x20, 0))], "hidden-row"],
    ["whose column is hidden", [], [record(0x7d, u16(0, 0, 2304, 0, 1, 0)), label(0, 0, "山田")], "hidden-column"],
    ["whose column is as narrow as columns are by default", [], [record(0x99, u16(60)), label(0, 0, "山田")], "hidden-column"],
    ["whose column tells a width where columns are hair-wide by default", [], [record(0x99, u16(60)), record(0x7d, u16(0, 0, 2304, 0, 0, 0)), label(0, 0, "山田")], undefined],
    ["whose columns are of a usual default width", [], [record(0x99, u16(2304)), label(0, 0, "山田")], undefined],
    ["whose column has no width", [], [record(0x7d, u16(0, 0, 0, 0, 0, 0)), label(0, 0, "山田")], "hidden-column"],
    ["whose format shows nothing", [nothing, format(165)], [label(0, 0, "山田")], "invisible-format"],
    ["written in white", [record(0x31, u16(200, 0, 9, 400, 0), [0, 0, 0, 0, 0, 0]), format(0)], [label(0, 0, "山田")], "invisible-format"],
  ])("%s are told as such", async (_, globals, records, concealment) => {
    const { tables } = await read(workbookFile(workbookStream(globals, [sheet(...records)])));
    expect(tables[0].text(0, 0)).toBe("山田");
    expect(tables[0].place({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 }).concealment).toBe(concealment);
  });

  it.each([["hidden", 1, "hidden-sheet"], ["very hidden", 2, "very-hidden-sheet"], ["of no known state", 3, "very-hidden-sheet"]])("on a sheet %s", async (_, state, concealment) => {
    const { tables } = await read(workbookFile(workbookStream([], [{ name: "裏", state, records: [label(0, 0, "山田")] }])));
    expect(tables[0].place({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 }).concealment).toBe(concealment);
  });

  it("on a sheet that the workbook does not list are orphaned", async () => {
    const { tables } = await read(workbookFile(workbookStream([], [sheet(label(0, 0, "表")), { name: "", records: [label(0, 0, "山田")], isOrphan: true }])));
    expect(tables.map((table) => table.place({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 }).concealment)).toEqual([undefined, "orphaned-part"]);
  });
});

describe("what a binary workbook says beside its cells", () => {
  const formula = (...tokens: readonly number[]): Buffer => record(0x06, u16(0, 0, 0), f64(0), u16(0), u32(0), u16(tokens.length), tokens);

  it("are texts in formulas, wherever in them", async () => {
    const text = shortWide("山田太郎");
    const found = await read(workbookFile(workbookStream([], [sheet(formula(0x24, 0, 0, 0, 0, 0x17, ...text, 0x08))])));
    expect(textsUnder(found, "package-data")).toContain("山田太郎");
  });

  it("are constants of arrays in formulas", async () => {
    const array = Buffer.concat([Buffer.of(0x20), Buffer.alloc(7)]);
    const constants = Buffer.concat([Buffer.of(0), u16(0), Buffer.of(2), wide("配列の人")]);
    const found = await read(workbookFile(workbookStream([], [sheet(record(0x06, u16(0, 0, 0), f64(0), u16(0), u32(0), u16(array.length), array, constants))])));
    expect(textsUnder(found, "package-data")).toContain("配列の人");
  });

  it("are comments at their cells", async () => {
    const text = Buffer.concat([Buffer.of(1), Buffer.from("内緒", "utf16le")]);
    const object = record(0x5d, u16(0x15, 0x12, 0x19, 7, 0), Buffer.alloc(12));
    const box = record(0x1b6, Buffer.alloc(10), u16(2, 8), Buffer.alloc(4));
    const note = record(0x1c, u16(3, 1, 0, 7), wide("書いた人"), [0]);
    const found = await read(workbookFile(workbookStream([], [sheet(object, box, record(0x3c, text), record(0x3c, Buffer.alloc(8)), note)])));
    const comment = found.texts.find((one) => one.place({ start: 0, end: 1 }).concealment === "comment");
    expect(comment?.text).toBe("書いた人\n内緒");
    expect(comment?.place({ start: 0, end: 1 }).at.at(-1)).toEqual({ kind: "cell", ref: "B4" });
  });

  it("are cells of other workbooks, as a table", async () => {
    const book = record(0x1ae, u16(1, 8), [1], Buffer.from("\u0001list.xl", "utf16le"), wide("名簿"));
    const cells = record(0x5a, [1, 0], u16(0), [2], wide("山田"), [1], f64(90), []);
    const found = await read(workbookFile(workbookStream([book, record(0x59, u16(1, 0)), cells], [sheet()])));
    expect(cellsOf(found.tables[0])).toEqual([["山田", "90"]]);
    expect(found.tables[0].place({ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 0 }).concealment).toBe("external-link-cache");
    expect(textsUnder(found, "external-link-cache")).toContain("list.xl");
  });

  it("are rows of a pivot cache, as a table below the names of its fields", async () => {
    const field = (name: string, items: readonly string[]): Buffer[] => [record(0xc7, u16(1, 0, 0, 0, 0, 0, items.length), wide(name)), ...items.map((item) => record(0xcd, wide(item)))];
    const cache = Buffer.concat([...field("氏名", ["山田", "佐藤", "消した人"]), ...field("区", ["東", "西"]), record(0xc8, [1, 0]), record(0xc8, [0, 1])]);
    const found = await read(workbookFile(workbookStream([], [sheet()]), { _SX_DB_CUR: { "0001": cache } }));
    expect(cellsOf(found.tables[0])).toEqual([["氏名", "区"], ["佐藤", "東"], ["山田", "西"]]);
    expect(textsUnder(found, "pivot-cache")).toBe("消した人");
  });

  it("are lists and prompts of validations at their cells", async () => {
    const list = Buffer.from("山田\0佐藤", "utf16le");
    const rule = record(0x1be, u32(3), wide("選択"), wide("\0"), wide("名前"), wide("\0"), u16(3 + list.length, 0), [0x17, 5, 1], list, u16(0, 0), u16(1, 1, 5, 2, 2));
    const found = await read(workbookFile(workbookStream([], [sheet(rule)])));
    expect(found.texts[0].text).toBe("選択\n名前\n山田\t佐藤");
    expect(found.texts[0].place({ start: 0, end: 1 }).at.at(-1)).toEqual({ kind: "cell", ref: "C2:C6" });
  });

  it.each(["山田", "佐藤愛", "佐々木みどり"])("are names in records that nobody reads in their own terms: %s", async (name) => {
    const found = await read(workbookFile(workbookStream([record(0x5c, wide(name), Buffer.alloc(80, 0x20))], [sheet(record(0xaf, u16(1, 0), [0, 0, 0], shortWide(name)))])));
    expect(textsUnder(found, "package-data").split("\n").filter((line) => line.includes(name))).toHaveLength(2);
  });

  it("are embedded objects and macros, as files of their own", async () => {
    const found = await read(workbookFile(workbookStream([], [sheet()]), { MBD0000ABCD: { Package: Buffer.from("PK") }, _VBA_PROJECT_CUR: { VBA: { dir: Buffer.from("x") } } }));
    expect(found.artifacts.map(({ name, concealment }) => [name, concealment])).toEqual([["MBD0000ABCD", undefined], ["_VBA_PROJECT_CUR", "package-data"]]);
  });

  it("is whatever lies between its sheets", async () => {
    const stream = workbookStream([], [sheet(label(0, 0, "表"))]);
    const { artifacts } = await read(workbookFile(Buffer.concat([stream, Buffer.from("nobody lists these bytes")])));
    expect(artifacts.map(({ concealment }) => concealment)).toEqual(["orphaned-part"]);
  });
});

describe("workbooks before BIFF8", () => {
  it("write their code page's bytes", async () => {
    const name = Buffer.from([0x8e, 0x52, 0x93, 0x63]); // 山田 in code page 932
    const globals = (position: number): Buffer => Buffer.concat([begin(0x05, 0x500), record(0x42, u16(932)), record(0x85, u32(position), [0, 0], [4], name), end]);
    const cells = Buffer.concat([begin(0x10, 0x500), record(0x204, u16(0, 0, 0), u16(4), name), end]);
    const { tables } = await read(workbookFile(Buffer.concat([globals(globals(0).length), cells])));
    expect(cellsOf(tables[0])).toEqual([["山田"]]);
    expect(tables[0].at.at(-1)).toEqual({ kind: "sheet", name: "山田", state: "visible" });
  });

  it("of BIFF2 are a stream alone", async () => {
    const bytes = Buffer.concat([record(0x09, u16(2, 0x10)), record(0x04, u16(0, 0), [0, 0, 0], [4], Buffer.from("Ueda")), record(0x02, u16(0, 1), [0, 0, 0], u16(65)), end]);
    expect(xlsExtractor.identify(bytes, "a.xls")).toBe("xls");
    expect(cellsOf((await read(bytes)).tables[0])).toEqual([["Ueda", "65"]]);
  });

  it.each(["plain text", "\u0009\u0008", ""])("are not any other bytes: %j", (text) => {
    expect(xlsExtractor.identify(Buffer.from(text), "a.xls")).toBeUndefined();
  });
});

describe("damaged and hostile workbooks", () => {
  const file = readFileSync("fixtures/xls/flag.hidden-sheet.xls");

  it("give a result wherever they break off, and never as if they were whole", async () => {
    for (let size = 600; size < file.length - 512; size += 97) {
      if (xlsExtractor.identify(file.subarray(0, size), "a.xls") === undefined) continue;
      const { unscanned } = await read(file.subarray(0, size));
      expect(unscanned.length, String(size)).toBeGreaterThan(0);
    }
  });

  it("give a result with any byte changed", async () => {
    for (let at = 512; at < file.length; at += 61) {
      const changed = Buffer.from(file);
      changed[at] ^= 0xff;
      if (xlsExtractor.identify(changed, "a.xls") !== undefined) await expect(read(changed)).resolves.toBeDefined();
    }
  });

  it("are told to be encrypted where a password is needed", async () => {
    const stream = workbookStream([record(0x2f, u16(0, 0x1234, 0x5678))], [sheet(label(0, 0, "x"))]);
    expect((await read(workbookFile(stream))).unscanned.map(({ reason }) => reason)).toEqual(["encrypted"]);
  });

  it("list a sheet that is not there", async () => {
    const stream = Buffer.concat([begin(0x05), record(0x85, u32(99_999), [0, 0], shortWide("無い")), end]);
    expect((await read(workbookFile(stream))).unscanned.map(({ reason }) => reason)).toEqual(["corrupt"]);
  });

  it("make no large table of few values: rows of a pivot cache with one value far to the right", async () => {
    const field = record(0xc7, u16(0, 0, 0, 0, 0, 0, 0), wide("f"));
    const indexed = record(0xc7, u16(1, 0, 0, 0, 0, 0, 0), wide("i"));
    const rows = Array.from({ length: 500 }, () => [record(0xc8), record(0xcd, wide("値"))]).flat();
    const cache = Buffer.concat([...Array.from({ length: 500 }, () => indexed), field, ...rows]);
    const { tables } = await read(workbookFile(workbookStream([], [sheet()]), { _SX_DB_CUR: { "0001": cache } }));
    const [table] = tables;
    expect([table.rowCount, table.nextColumn?.(1, 0), table.text(1, 0)]).toEqual([501, 0, "値"]);
  });

  it("cost what a stream costs, though a hundred sheets are said to stand in the same bytes", async () => {
    const positions = Array.from({ length: 100 }, () => record(0x85, u32(0), [0, 0], shortWide("同")));
    const stream = Buffer.concat([begin(0x05), ...positions, end]);
    const { kinds } = await read(workbookFile(stream));
    expect(kinds.length).toBeLessThan(250);
  });
});
