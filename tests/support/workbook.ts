/** Workbooks written by exceljs, as an office would have them, and always the same bytes. The one file that imports exceljs. */
import exceljs from "exceljs";
import { inflateEntry, readZipDirectory } from "../../src/bytes/zip.js";
import { createBudget, DEFAULT_LIMITS } from "../../src/limits.js";
import { inventPeople, type InventedPerson } from "./people.js";
import { zip } from "./archives.js";

export type SheetVisibility = "visible" | "hidden" | "veryHidden";

export const LIST_HEADER = ["No.", "団体名", "代表者氏名", "フリガナ", "郵便番号", "住所", "電話番号", "メールアドレス"] as const;

const FIXED_DATE = new Date(Date.UTC(2024, 3, 1));

/** A new workbook without anything of the clock or the machine in it. */
export function newWorkbook(): exceljs.Workbook {
  const workbook = new exceljs.Workbook();
  workbook.created = workbook.modified = FIXED_DATE;
  workbook.creator = workbook.lastModifiedBy = "";
  return workbook;
}

/** A blank application form, as an office puts on its web site. */
export function addForm(workbook: exceljs.Workbook): exceljs.Worksheet {
  const sheet = workbook.addWorksheet("様式");
  sheet.mergeCells("A1:D1");
  sheet.getCell("A1").value = "活動助成金 交付申請書（様式第1号）";
  const labels = ["申請日", "団体名", "代表者氏名", "フリガナ", "郵便番号", "住所", "電話番号", "メールアドレス", "活動の概要"];
  labels.forEach((label, i) => {
    sheet.getCell(i + 3, 1).value = label;
    sheet.getCell(i + 3, 2).border = { bottom: { style: "thin" } };
  });
  sheet.getCell(labels.length + 4, 1).value = "※ 記入例: 令和6年4月1日、〒000-0000。担当課の確認を受けてから提出してください。";
  sheet.getColumn(1).width = 18;
  sheet.getColumn(2).width = 40;
  return sheet;
}

/** Title in row 1, header in row 2, people from row 3. */
export function addPeople(workbook: exceljs.Workbook, people: readonly InventedPerson[], state: SheetVisibility = "visible", name = "団体一覧"): exceljs.Worksheet {
  const sheet = workbook.addWorksheet(name, { state });
  sheet.mergeCells("A1:H1");
  sheet.getCell("A1").value = "令和6年度 登録団体一覧";
  sheet.addRow([...LIST_HEADER]);
  people.forEach((person, i) => sheet.addRow([i + 1, person.group, person.name, person.kana, person.postalCode, person.address, person.phone, person.email]));
  return sheet;
}

export async function workbookBytes(workbook: exceljs.Workbook): Promise<Buffer> {
  const written = Buffer.from(await workbook.xlsx.writeBuffer());
  // exceljs dates the zip's entries with the current time.
  const budget = createBudget(DEFAULT_LIMITS);
  const { entries } = readZipDirectory(written);
  return zip(entries.filter(({ directory }) => !directory).map((entry) => ({ name: entry.name, content: inflateEntry(written, entry, budget) })));
}

/** The form with a second sheet that lists so many people; the form alone for none. */
export async function formWorkbook({ people, state }: { readonly people: number; readonly state?: SheetVisibility }): Promise<Buffer> {
  const workbook = newWorkbook();
  addForm(workbook);
  if (people > 0) addPeople(workbook, inventPeople(people), state);
  return workbookBytes(workbook);
}

/** What exceljs reads, to hold our reader against: texts by sheet name and cell reference. */
export async function readByExceljs(bytes: Uint8Array): Promise<Map<string, Map<string, exceljs.CellValue>>> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer); // a slice of memory we made
  const sheets = new Map<string, Map<string, exceljs.CellValue>>();
  workbook.eachSheet((sheet) => {
    const cells = new Map<string, exceljs.CellValue>();
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type !== exceljs.ValueType.Merge) cells.set(cell.address, cell.value);
      });
    });
    sheets.set(sheet.name, cells);
  });
  return sheets;
}
