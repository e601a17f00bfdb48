/** Tables without a header that anybody knows: the columns are told by a large majority of their cells. */
import type { TableSegment } from "../../src/contract.js";
import type { HeaderField } from "../shared/header-field.js";
import { judgeBirthDate } from "../shared/date.js";
import { type Column, groupColumns, recognise, sampleColumn } from "./columns.js";
import type { RecordRule } from "./people.js";
import { plainOf } from "./plain.js";

/** A table of people begins in the first columns of its sheet. */
const MAX_COLUMNS = 64;
/** With fewer rows, chance makes a majority. */
const MIN_CELLS = 3;
const ENOUGH_BIRTH_DATES = 0.8;
/** That such a table is one of people; measured on tests/detectors/personal-records/layouts.ts and the tables that pass. */
const CONFIDENCE = 0.85;

export function ruleWithoutHeader(table: TableSegment, rows: { first: number; end: number }, country: string): RecordRule | undefined {
  if (rows.end - rows.first < MIN_CELLS) return undefined;
  const columns: Column[] = [];
  for (let column = 0; column < Math.min(table.columnCount, MAX_COLUMNS); column++) {
    const cells = sampleColumn(table, column, rows.first, rows.end);
    if (cells.length < MIN_CELLS) continue;
    const found = recognise(column, cells, country, ["email", "phone", "name", "address", "postal-code"]) ?? birthDates(column, cells);
    if (found !== undefined) columns.push(asReading(found, cells));
  }
  const hasName = columns.some(({ field }) => field.role === "name" || field.role === "reading");
  if (!hasName || !columns.some(({ entity }) => entity !== undefined && entity !== "person-name" && entity !== "postal-code")) return undefined;
  return { people: groupColumns(columns).filter(({ names }) => names.length > 0), confidence: CONFIDENCE, entitiesWithoutName: Infinity };
}

/** サトウ ハナコ beside 佐藤花子 is the same person; where no kanji stand, readings are the names. */
function asReading(column: Column, cells: readonly string[]): Column {
  if (column.field.role !== "name" || cells.some((cell) => /\p{Script=Han}/u.test(cell))) return column;
  return { ...column, entity: undefined, field: { ...column.field, role: "reading" } };
}

function birthDates(column: number, cells: readonly string[]): Column | undefined {
  const share = cells.filter((cell) => judgeBirthDate(plainOf(cell)) >= 0.5).length / cells.length;
  const field: HeaderField = { role: "birth-date", ambiguous: true, isPrivate: false, isPublicRole: false, subject: "", isComposite: false };
  return share >= ENOUGH_BIRTH_DATES ? { column, field, entity: "date-of-birth", judged: share } : undefined;
}
