/** How many of the markers other readers show, each with all of its options on. */
import exceljs from "exceljs";
import xlsx from "xlsx";
import type { Place } from "./place.js";

const countIn = (text: string, places: readonly Place[]): number => places.filter(({ marker }) => text.includes(marker)).length;

/** Of everything that exceljs has loaded into its model. */
export async function shownByExceljs(bytes: Buffer, places: readonly Place[]): Promise<number> {
  const workbook = new exceljs.Workbook();
  // exceljs's types want its own Buffer, which is Node's.
  await workbook.xlsx.load(bytes as unknown as exceljs.Buffer);
  return countIn(JSON.stringify(workbook.model), places);
}

/** Of everything that SheetJS returns with every option that makes it keep more; files it keeps whole do not count. */
export function shownBySheetJs(bytes: Buffer, places: readonly Place[]): number {
  const book = xlsx.read(bytes, { cellFormula: true, cellHTML: true, cellNF: true, cellStyles: true, cellText: true, sheetStubs: true, bookDeps: true, bookProps: false, bookVBA: true });
  const seen = new Set<unknown>();
  return countIn(JSON.stringify(book, (key, value: unknown) => {
    if (key === "vbaraw" || seen.has(value)) return undefined;
    if (typeof value === "object" && value !== null) seen.add(value);
    return value;
  }), places);
}
