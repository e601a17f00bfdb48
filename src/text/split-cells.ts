/**
 * Values that a form has written over several cells: a character in each box (方眼紙), a date, a number or an address in its parts.
 * Detectors see them whole, in the first of their cells.
 */
import type { CellRange, TableSegment, TextSlice } from "../contract.js";
import { countAtMost } from "./search.js";
import { sliceReader } from "./table.js";

/** A form shows its first value within these rows; a table that has none there is a register, and is left as it is. */
const ROWS_LOOKED_AT = 200;
/** Cells of one row that are looked at: sheets of squared paper have some eighty. */
const MAX_CELLS = 256;
/** A row whose cells are longer holds no such value: parts of a number have up to five digits. */
const FEWEST_SHORT = 3;
const SHORT = 5;
const FEWEST_BOXES = 3;
const LONGEST_LABEL = 24;

/** What a box to the right of it holds a letter or a digit of. */
const LABEL = /氏名|名前|姓名|名義|フリガナ|ふりがな|ﾌﾘｶﾞﾅ|カナ|かな|住所|所在地|居所|本籍|電話|TEL|携帯|FAX|連絡先|郵便番号|〒|生年月日|番号|メール|E-?mail/iu;
const BOXED_LABEL = /^(?:氏名|お?名前|姓名|口座名義|名義|フリガナ|ふりがな|ﾌﾘｶﾞﾅ|現?住所|所在地|本籍地?|電話番号|電話|携帯電話|携帯|連絡先|郵便番号|生年月日|個人番号|口座番号|メールアドレス)/u;
const NUMBER_LABEL = /(?:電話|電話番号|TEL|携帯|携帯番号|FAX|FAX番号|連絡先|郵便番号|〒|個人番号|マイナンバー)[:：]?$/iu;
const NUMBER_PART = /^[0-9０-９()（）‐－−ー-]+$/u;
const DIGIT = /[0-9０-９]/gu;
const [ENDS_IN_DIGIT, BEGINS_WITH_DIGIT] = [/[0-9０-９]$/u, /^[0-9０-９]/u];
const ADDRESS_LABEL = /(?:住所|所在地|居所|本籍|本籍地)[:：]?$/u;
const PREFECTURE = /^(?:東京都|北海道|京都府|大阪府|[^\s都道府県]{2,3}県)$/u;
const LONGEST_ADDRESS = 80;
/** From a postal code's digits to My Number's. */
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 12;
/** Cells side by side, with a tab between any two. */
const DATE = /(?<![^\t])(?:(?:明\t?治|大\t?正|昭\t?和|平\t?成|令\t?和|西\t?暦|[MTSHRＭＴＳＨＲ明大昭平令])\t)?[0-9０-９元](?:\t?[0-9０-９]){0,3}\t?年\t?(?:[0-9０-９]\t?){1,2}月\t?(?:[0-9０-９]\t?){1,2}日(?![^\t])/gu;
const DOTTED_DATE = /(?<![^\t])(?:明治|大正|昭和|平成|令和|[MTSHRＭＴＳＨＲ])\t[0-9０-９]{1,2}\t[./．／・]\t[0-9０-９]{1,2}\t[./．／・]\t[0-9０-９]{1,2}(?![^\t])/gu;

interface Cell {
  readonly column: number;
  readonly text: string;
}

/** Cells that hold one value together; `last` is the column of the last of them. */
interface Whole extends Cell {
  readonly last: number;
}

/** @returns the table itself where no value is written over several cells */
export function withWholeValues(table: TableSegment): TableSegment {
  const rows = new Map<number, readonly Whole[]>();
  const slice: TextSlice = { text: "", start: 0, end: 0 };
  const next = sliceReader(table, slice);
  for (let row = 0; row < table.rowCount && (row < ROWS_LOOKED_AT || rows.size > 0); row++) {
    let short = 0;
    let read = 0;
    for (let column = next(row, 0); column >= 0 && read++ < MAX_CELLS; column = next(row, column + 1)) if (slice.end - slice.start <= SHORT) short++;
    if (short < FEWEST_SHORT) continue;
    const cells = wholeOf(cellsOf(next, slice, row));
    if (cells.some(({ column, last }) => last > column)) rows.set(row, cells);
  }
  return rows.size === 0 ? table : viewOf(table, rows);
}

function cellsOf(next: (row: number, column: number) => number, slice: TextSlice, row: number): Cell[] {
  const cells: Cell[] = [];
  for (let column = next(row, 0); column >= 0; column = next(row, column + 1)) cells.push({ column, text: slice.text.slice(slice.start, slice.end) });
  return cells;
}

function wholeOf(cells: readonly Cell[]): Whole[] {
  return joinDates(joinBoxes(joinAddresses(joinNumbers(cells))));
}

/** 電話|054|-|221|-|1234, and 携帯|0|9|0|1|2 ... */
function joinNumbers(cells: readonly Cell[]): Whole[] {
  const out: Whole[] = [];
  for (let i = 0; i < cells.length; ) {
    const { column, text } = cells[i];
    out.push({ column, last: column, text });
    i++;
    if (text.length > LONGEST_LABEL || !NUMBER_LABEL.test(text)) continue;
    let parts = 0;
    let number = "";
    for (; i + parts < cells.length && NUMBER_PART.test(cells[i + parts].text); parts++) {
      const part = cells[i + parts].text;
      number += part.length > 1 && ENDS_IN_DIGIT.test(number) && BEGINS_WITH_DIGIT.test(part) ? `-${part}` : part;
    }
    const digits = number.match(DIGIT)?.length ?? 0;
    if (parts < 2 || digits < FEWEST_DIGITS || digits > MOST_DIGITS) continue;
    out.push({ column: cells[i].column, last: cells[i + parts - 1].column, text: number });
    i += parts;
  }
  return out;
}

/** 住所|静岡県|静岡市|葵区追手町|9-6 */
function joinAddresses(cells: readonly Whole[]): Whole[] {
  const out: Whole[] = [];
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    const begun = out.at(-1);
    if (begun === undefined || !PREFECTURE.test(cell.text) || !ADDRESS_LABEL.test(begun.text)) {
      out.push(cell);
      continue;
    }
    let { text, last } = cell;
    for (; i + 1 < cells.length && text.length < LONGEST_ADDRESS && !isLabel(cells[i + 1].text); i++) {
      text += cells[i + 1].text;
      ({ last } = cells[i + 1]);
    }
    out.push({ column: cell.column, last, text });
  }
  return out;
}


const isBox = ({ text }: Cell): boolean => text.length === 1 || (text.length === 2 && text.charCodeAt(0) >> 10 === HIGH_SURROGATE);
const HIGH_SURROGATE = 0xd800 >> 10;

/** Boxes as far apart as the first two are; one left empty is a space. */
function joinBoxes(cells: readonly Whole[]): Whole[] {
  const out: Whole[] = [];
  let isLabelled = false;
  for (let i = 0; i < cells.length; ) {
    const run = runFrom(cells, i);
    const label = run.boxes > 1 ? (BOXED_LABEL.exec(run.text)?.[0] ?? "") : "";
    if (label !== "") {
      // 氏|名|能|見|美|咲: label and value in one row of boxes.
      out.push({ column: cells[i].column, last: cells[i + label.length - 1].last, text: label });
      i += label.length;
      isLabelled = true;
      continue;
    }
    if (isLabelled && run.boxes >= FEWEST_BOXES) out.push({ column: cells[i].column, last: cells[i + run.boxes - 1].last, text: run.text });
    else out.push(...cells.slice(i, i + run.boxes));
    if (run.boxes === 1) isLabelled = isLabel(cells[i].text) || (isLabelled && isBox(cells[i]));
    i += run.boxes;
  }
  return out;
}

const isLabel = (text: string): boolean => text.length <= LONGEST_LABEL && LABEL.test(text.replaceAll(/[ 　]/gu, ""));

function runFrom(cells: readonly Whole[], first: number): { boxes: number; text: string } {
  let { text } = cells[first];
  let boxes = 1;
  if (!isBox(cells[first])) return { boxes, text };
  let step = 0;
  for (let i = first + 1; i < cells.length && isBox(cells[i]); i++, boxes++) {
    const gap = cells[i].column - cells[i - 1].column;
    if (step === 0) step = gap;
    if (gap !== step && gap !== 2 * step) break;
    text += gap === step ? cells[i].text : ` ${cells[i].text}`;
  }
  return { boxes, text };
}

/** 昭和|55|年|4|月|1|日 */
function joinDates(cells: readonly Whole[]): Whole[] {
  const line = cells.map(({ text }) => text).join("\t");
  const dates = [...line.matchAll(DATE), ...line.matchAll(DOTTED_DATE)].filter(([found]) => found.includes("\t")).sort((a, b) => a.index - b.index);
  if (dates.length === 0) return [...cells];
  const out: Whole[] = [];
  let offset = 0;
  let at = 0;
  for (const cell of cells) {
    while (at < dates.length && dates[at].index + dates[at][0].length < offset) at++;
    const date = dates.at(at);
    const begun = out.at(-1);
    if (date !== undefined && date.index === offset) out.push({ column: cell.column, last: cell.last, text: date[0].replaceAll("\t", "") });
    else if (date !== undefined && begun !== undefined && date.index < offset) out[out.length - 1] = { ...begun, last: cell.last };
    else out.push(cell);
    offset += cell.text.length + 1;
  }
  return out;
}

function viewOf(table: TableSegment, rows: ReadonlyMap<number, readonly Whole[]>): TableSegment {
  const columns = new Map(Array.from(rows, ([row, cells]) => [row, cells.map(({ column }) => column)]));
  const given: TextSlice = { text: "", start: 0, end: 0 };
  const read = sliceReader(table, given);
  const wholeFrom = (row: number, column: number): Whole | undefined => rows.get(row)?.[countAtMost(columns.get(row) ?? [], column - 1)];
  const wholeAt = (row: number, column: number): Whole | undefined => {
    const cell = wholeFrom(row, column);
    return cell?.column === column ? cell : undefined;
  };
  const nextSlice = (row: number, from: number, slice: TextSlice): number => {
    if (!rows.has(row)) {
      const column = read(row, from);
      if (column >= 0) Object.assign(slice, given);
      return column;
    }
    const cell = wholeFrom(row, from);
    if (cell === undefined) return -1;
    Object.assign(slice, { text: cell.text, start: 0, end: cell.text.length });
    return cell.column;
  };
  const lastColumnOf = (row: number, column: number): number => wholeAt(row, column)?.last ?? column;
  return {
    kind: "table",
    at: table.at,
    rowCount: table.rowCount,
    columnCount: table.columnCount,
    text: (row, column) => (rows.has(row) ? (wholeAt(row, column)?.text ?? "") : table.text(row, column)),
    nextColumn: (row, column) => nextSlice(row, column, { text: "", start: 0, end: 0 }),
    nextSlice,
    place: (range: CellRange) => table.place({ ...range, lastColumn: Math.max(lastColumnOf(range.firstRow, range.lastColumn), lastColumnOf(range.lastRow, range.lastColumn)) }),
    rowConcealment: (row) => table.rowConcealment?.(row),
    columnConcealment: (column) => table.columnConcealment?.(column),
  };
}
