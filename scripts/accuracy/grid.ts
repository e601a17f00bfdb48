/** Tables of marked cells, written as offices write them: comma, tab, pipes, aligned spaces, Markdown, HTML, workbooks. */
import type { Entity } from "../../src/contract.js";
import { concat, joined, type Piece, type Written } from "./written.js";

/** Rows of cells; a cell may be empty. */
export type Grid = readonly (readonly Piece[])[];

/** Rows and columns from 0, both ends included. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** RFC 4180; values here hold no quotes, and those with commas or line ends are quoted. */
export function csv(grid: Grid, separator = ","): Written {
  return joined(grid.map((row) => joined(row.map((cell) => quoted(cell, separator)), separator)), "\r\n");
}

function quoted(cell: Piece, separator: string): Written {
  const written = concat([cell]);
  return written.text.includes(separator) || written.text.includes("\n") ? concat(['"', written, '"']) : written;
}

export const tsv = (grid: Grid): Written => csv(grid, "\t");

/** | a | b | with a rule below the first row. */
export function markdown(grid: Grid): Written {
  const line = (row: readonly Piece[]): Piece => ["| ", joined(row, " | "), " |"];
  const [head = [], ...rows] = grid;
  return joined([line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)], "\n");
}

/** Columns of a plain text, aligned with spaces as monospaced fonts show them. */
export function aligned(grid: Grid, gap = 2): Written {
  const cells = grid.map((row) => row.map((cell) => concat([cell])));
  const widths: number[] = [];
  for (const row of cells) row.forEach(({ text }, column) => (widths[column] = Math.max(widths[column] ?? 0, columnsOf(text))));
  return joined(cells.map((row) => row.map((cell, column) => [cell, column === row.length - 1 ? "" : " ".repeat(widths[column] - columnsOf(cell.text) + gap)])), "\n");
}

/** ┌─┬─┐ around and between. */
export function boxed(grid: Grid): Written {
  const line = (row: readonly Piece[]): Piece => ["│", joined(row, "│"), "│"];
  const rule = grid[0].map(() => "──────").join("┼");
  return joined([`┌${rule.replaceAll("┼", "┬")}┐`, ...grid.flatMap((row, i) => (i === 0 ? [line(row), `├${rule}┤`] : [line(row)])), `└${rule.replaceAll("┼", "┴")}┘`], "\n");
}

const columnsOf = (text: string): number => Array.from(text).reduce((total, char) => total + (/[\u0020-\u007e\uff61-\uff9f]/u.test(char) ? 1 : 2), 0);
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const plain = (cell: Piece): string => concat([cell]).text;

export function html(grid: Grid, { title = "一覧", headers = 1, merges = [] }: { title?: string; headers?: number; merges?: readonly Merge[] } = {}): string {
  const rows = grid.map((row, r) => {
    const tag = r < headers ? "th" : "td";
    const cells = row.flatMap((cell, c) => {
      const merge = merges.find(({ firstRow, lastRow, firstColumn, lastColumn }) => r >= firstRow && r <= lastRow && c >= firstColumn && c <= lastColumn);
      if (merge === undefined) return [`<${tag}>${escaped(plain(cell))}</${tag}>`];
      if (merge.firstRow !== r || merge.firstColumn !== c) return [];
      const span = `${merge.lastRow > r ? ` rowspan="${merge.lastRow - r + 1}"` : ""}${merge.lastColumn > c ? ` colspan="${merge.lastColumn - c + 1}"` : ""}`;
      return [`<${tag}${span}>${escaped(plain(cell))}</${tag}>`];
    });
    return `  <tr>${cells.join("")}</tr>`;
  });
  return `<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8"><title>${title}</title></head>\n<body><h1>${title}</h1>\n<table border="1">\n${rows.join("\n")}\n</table>\n</body></html>\n`;
}

export interface SheetContent {
  readonly name: string;
  readonly grid: Grid;
  readonly merges?: readonly Merge[];
}

/** A workbook as other programs write it: exceljs (a development dependency). Cells of digits only become numbers, as when typed. */
export async function workbook(sheets: readonly SheetContent[]): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const book = new exceljs.Workbook();
  for (const { name, grid, merges = [] } of sheets) {
    const sheet = book.addWorksheet(name);
    for (const row of grid) sheet.addRow(row.map((cell) => typed(plain(cell))));
    for (const { firstRow, lastRow, firstColumn, lastColumn } of merges) sheet.mergeCells(firstRow + 1, firstColumn + 1, lastRow + 1, lastColumn + 1);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const typed = (text: string): string | number | null => (text === "" ? null : /^[1-9]\d{0,5}$/u.test(text) ? Number(text) : text);

/** How many values of each kind stand in the cells; readings are not counted beside their names. */
export function entitiesOf(grid: Grid): Partial<Record<Entity, number>> {
  const counts: Partial<Record<Entity, number>> = {};
  for (const { entity, form, optional } of concat(grid.flat()).marks) {
    if (form !== "reading" && optional !== true) counts[entity] = (counts[entity] ?? 0) + 1;
  }
  return counts;
}

