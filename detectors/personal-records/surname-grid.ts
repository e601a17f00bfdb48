/**
 * Plans that name people by their surnames alone: seats of a class, shifts of a shop, who is on duty in a month. A surname is as often a town, so
 * the sheet has to say that it is such a plan, and nearly all its words have to be surnames.
 */
import type { TableSegment } from "../../src/contract.js";
import { readHeader } from "../shared/header-field.js";
import { judgeNamePart } from "../shared/person-name.js";
import { nextFilled } from "./clusters.js";
import type { Column } from "./columns.js";
import type { RecordRule } from "./people.js";
import { isPlaceholder, isSumOrTitle, plainOf } from "./plain.js";

const MAX_COLUMNS = 40;
const MAX_ROWS = 200;
/** Words for such plans, in a title, a heading or a cell of the plan. */
const PLAN = /座席|席順|席次|教卓|黒板|当番|日直|当直|宿直|シフト|早番|遅番|中番|日勤|夜勤|準夜|深夜勤|出勤表|送迎|号車|班編[成制]|グループ分け|組分け|部屋割|配車|レジ締|給食|清掃担当|掃除/u;
const WEEKDAY = /^[(（]?[日月火水木金土][)）]?(?:曜日?)?$/u;
const DAYS_OF_A_WEEK = 5;
const HONORIFIC = /[ 　]?(?:様|さん|くん|ちゃん|殿|氏|先生|君)(?: ?\d{1,2}:\d{2})?$/u;
const WORD = /^[\p{Script=Han}々ヶ]{1,4}$/u;
const SURNAME = 0.6;
const ENOUGH = 0.85;
const FEWEST = 5;
const CONFIDENCE = 0.75;

/** The surname that a cell holds; undefined where it holds anything else. */
export function surnameIn(cell: string): string | undefined {
  if (cell.length > 12) return undefined;
  const plain = plainOf(cell).replace(HONORIFIC, "");
  return WORD.test(plain) && judgeNamePart(plain, "surname") >= 0.3 && !isPlaceholder(plain) ? plain : undefined;
}

export interface SurnameGrid {
  /** The sheet with nothing but surnames in it. */
  readonly table: TableSegment;
  readonly rule: RecordRule;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export function surnameGrid(table: TableSegment): SurnameGrid | undefined {
  if (table.rowCount > MAX_ROWS || table.columnCount > MAX_COLUMNS || table.columnCount < 2) return undefined;
  const words = new Map<string, boolean>();
  const columns = new Set<number>();
  let isPlan = false;
  let weekdays = 0;
  let filled = 0;
  let sure = 0;
  for (let row = 0; row < table.rowCount; row++) {
    for (let column = nextFilled(table, row, 0); column >= 0; column = nextFilled(table, row, column + 1)) {
      const cell = table.text(row, column);
      if (!isPlan && cell.length <= 40 && PLAN.test(cell)) {
        isPlan = true;
        continue;
      }
      const plain = plainOf(cell).replace(HONORIFIC, "");
      if (WEEKDAY.test(plain)) weekdays++;
      if (!WORD.test(plain) || WEEKDAY.test(plain) || PLAN.test(plain) || isPlaceholder(plain) || isSumOrTitle(plain) || readHeader(cell) !== undefined) continue;
      filled++;
      const isSure = judgeNamePart(plain, "surname") >= SURNAME;
      if (isSure) sure++;
      words.set(plain, isSure);
      if (isSure) columns.add(column);
    }
  }
  // 早, 遅 and 林 alone are shifts and marks as often.
  const different = [...words].filter(([word, isSure]) => isSure && word.length > 1).length;
  if (!(isPlan || weekdays >= DAYS_OF_A_WEEK) || different < FEWEST || sure < filled * ENOUGH) return undefined;
  const ordered = [...columns].sort((a, b) => a - b);
  const text = (row: number, column: number): string => {
    const cell = table.text(row, column);
    return columns.has(column) && !PLAN.test(cell) && !WEEKDAY.test(cell) && readHeader(cell) === undefined && surnameIn(cell) !== undefined ? cell : "";
  };
  return {
    table: {
      kind: "table",
      at: table.at,
      rowCount: table.rowCount,
      columnCount: table.columnCount,
      text,
      nextColumn(row, column) {
        for (const at of ordered) if (at >= column && text(row, at) !== "") return at;
        return -1;
      },
      place: (range) => table.place(range),
      ...(table.rowConcealment !== undefined && { rowConcealment: (row: number) => table.rowConcealment?.(row) }),
      ...(table.columnConcealment !== undefined && { columnConcealment: (column: number) => table.columnConcealment?.(column) }),
    },
    rule: { people: ordered.map((column) => ({ subject: "", names: [nameColumn(column)], readings: [], others: [] })), confidence: CONFIDENCE, entitiesWithoutName: Infinity },
    firstColumn: ordered[0],
    lastColumn: ordered[ordered.length - 1],
  };
}

const nameColumn = (column: number): Column => ({
  column, entity: "person-name", judged: 1, field: { role: "surname", ambiguous: true, isPrivate: false, isPublicRole: false, subject: "", isComposite: false },
});
