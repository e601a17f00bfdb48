/** Our reader held against exceljs on workbooks that exceljs wrote: every cell of every sheet. */
import type exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { xlsxExtractor } from "../../../src/extractors/ooxml/xlsx.js";
import { columnName } from "../../../src/text/table.js";
import { bigWorkbook } from "../../support/big-workbook.js";
import { extract } from "../../support/extract.js";
import { inventPeople, inventPerson } from "../../support/people.js";
import { addForm, addPeople, formWorkbook, newWorkbook, readByExceljs, workbookBytes } from "../../support/workbook.js";

/** Texts by sheet and reference, as our reader sees them. */
async function ours(bytes: Uint8Array): Promise<Record<string, Record<string, string>>> {
  const sheets: Record<string, Record<string, string>> = {};
  const { tables, unscanned } = await extract(xlsxExtractor, bytes, "w.xlsx");
  expect(unscanned).toEqual([]);
  for (const table of tables) {
    const name = table.at.at(-1);
    const cells: Record<string, string> = {};
    for (let row = 0; row < table.rowCount; row++) {
      for (let column = table.nextColumn?.(row, 0) ?? -1; column >= 0; column = table.nextColumn?.(row, column + 1) ?? -1) {
        const ref = table.place({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column }).at.at(-1);
        if (ref?.kind === "cell") cells[ref.ref] = table.text(row, column);
      }
    }
    if (name?.kind === "sheet") sheets[name.name] = cells;
  }
  return sheets;
}

async function theirs(bytes: Uint8Array): Promise<Record<string, Record<string, string>>> {
  const sheets: Record<string, Record<string, string>> = {};
  for (const [name, cells] of await readByExceljs(bytes)) {
    const texts = [...cells].map(([ref, value]): [string, string] => [ref, shown(value)]);
    sheets[name] = Object.fromEntries(texts.filter(([, text]) => text !== ""));
  }
  return sheets;
}

function shown(value: exceljs.CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/u, "").replace(/\.000Z$/u, "");
  if (typeof value !== "object") return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("error" in value) return value.error;
  if ("result" in value) return shown(value.result);
  if ("hyperlink" in value) return shown(value.text); // rich text too, which its types leave out
  return "";
}

async function everyKindOfCell(): Promise<Buffer> {
  const workbook = newWorkbook();
  const sheet = workbook.addWorksheet("値");
  const values: exceljs.CellValue[] = [
    "text", " spaces ", "<&>\"'", "改行\nあり", "絵文字😀と𠮷野家", "", 0, -1.5, 1e21, 123456789012, 0.1 + 0.2, true, false,
    new Date(Date.UTC(1980, 3, 1)), new Date(Date.UTC(2024, 1, 29, 13, 45, 30)), new Date(Date.UTC(1900, 2, 1)),
    { richText: [{ text: "太" }, { font: { bold: true }, text: "字" }] },
    { formula: "A1&\"x\"", result: "textx" }, { formula: "1+1", result: 2 }, { formula: "1=1", result: true },
    { text: "link", hyperlink: "mailto:info@example.com" }, { error: "#N/A" },
  ];
  values.forEach((value, i) => {
    sheet.getCell(Math.floor(i / 5) * 3 + 1, (i % 5) * 7 + 1).value = value;
  });
  sheet.getCell("XFD1048576").value = "corner";
  for (let column = 1; column <= 800; column++) workbook.worksheets[0].getCell(100, column).value = columnName(column - 1);
  return workbookBytes(workbook);
}

async function formAndPeople(): Promise<Buffer> {
  const workbook = newWorkbook();
  addForm(workbook);
  addPeople(workbook, inventPeople(300), "hidden");
  addPeople(workbook, inventPeople(30, 500), "veryHidden", "旧一覧");
  return workbookBytes(workbook);
}

describe("our reader and exceljs see the same cells", () => {
  it.each<[string, () => Promise<Buffer> | Buffer]>([
    ["a form", () => formWorkbook({ people: 0 })],
    ["a form and two hidden lists", formAndPeople],
    ["every kind of cell", everyKindOfCell],
    ["5,000 rows of shared strings", () => bigWorkbook(5000)],
  ])("in %s", async (_, make) => {
    const bytes = await make();
    const [our, their] = [await ours(bytes), await theirs(bytes)];
    expect(Object.keys(our)).toEqual(Object.keys(their).filter((name) => Object.keys(their[name]).length > 0));
    for (const name of Object.keys(our)) expect(withoutEmpty(our[name])).toEqual(their[name]);
    expect(Object.values(our).flatMap(Object.keys).length).toBeGreaterThan(10);
  });

  it("and on a workbook larger than any window of the scanner, the same as was written", async () => {
    const { tables } = await extract(xlsxExtractor, bigWorkbook(30_000), "w.xlsx");
    const [table] = tables;
    expect([table.rowCount, table.columnCount]).toEqual([30_001, 10]);
    const seen = (row: number): string[] => Array.from({ length: 9 }, (_, column) => table.text(row, column));
    for (let i = 0; i < 30_000; i += 7) {
      const person = inventPerson(i);
      expect(seen(i + 1)).toEqual([String(i + 1), person.name, person.kana, person.postalCode, person.address, person.phone, person.email, person.birthDate, person.group]);
    }
  });
});

const withoutEmpty = (cells: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ""));
