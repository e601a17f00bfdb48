/** Tables without a header that anybody knows: the columns are told by a large majority of their cells. */
import type { TableSegment } from "../../src/contract.js";
import type { HeaderField } from "../shared/header-field.js";
import type { Role } from "../shared/header-words.js";
import { judgeNamePart } from "../shared/person-name.js";
import { judgeBirthDate, LAST_LIKELY_BIRTH_YEAR, parseDate } from "../shared/date.js";
import { type Column, recognise, sampleColumn } from "./columns.js";
import { groupColumns } from "./groups.js";
import type { RecordRule } from "./people.js";
import { plainOf } from "./plain.js";

/** A table of people begins in the first columns of its sheet. */
const MAX_COLUMNS = 64;
/** With fewer rows, chance makes a majority. */
const MIN_CELLS = 3;
const ENOUGH_BIRTH_DATES = 0.8;
const ENOUGH_BARE_DATES = 0.95;
const ENOUGH_OLD = 0.4;
/** Years between the oldest and the youngest. */
const GENERATION = 15;
/** That such a table is one of people; measured on tests/detectors/personal-records/layouts.ts and the tables that pass. */
const CONFIDENCE = 0.85;

export function ruleWithoutHeader(table: TableSegment, rows: { first: number; end: number }, country: string): RecordRule | undefined {
  if (rows.end - rows.first < MIN_CELLS) return undefined;
  const columns: Column[] = [];
  const unknown = new Map<number, readonly string[]>();
  const counts = new Map<number, number>();
  for (let column = 0; column < Math.min(table.columnCount, MAX_COLUMNS); column++) {
    const cells = sampleColumn(table, column, rows.first, rows.end);
    if (cells.length < MIN_CELLS) continue;
    counts.set(column, cells.length);
    const found = recognise(column, cells, country, ["email", "phone", "name", "address", "postal-code"]) ?? birthDates(column, cells);
    if (found === undefined) unknown.set(column, cells);
    else columns.push(asReading(found, cells));
  }
  const isNameList = columns.some(({ column, entity, judged }) => entity === "person-name" && judged >= SURE_NAMES && (counts.get(column) ?? 0) >= FEWEST_NAMES);
  if (!isNameList && !columns.some(({ entity }) => entity !== undefined && entity !== "person-name" && entity !== "postal-code")) return undefined;
  const hasName = columns.some(({ field }) => field.role === "name");
  const parts = hasName ? [] : nameParts(unknown);
  const named = [...columns, ...parts];
  if (!named.some(({ field }) => field.role === "name" || field.role === "surname" || field.role === "reading")) return undefined;
  if (hasName || parts.length > 0) named.push(...kanaParts(unknown));
  named.sort((a, b) => a.column - b.column);
  return { people: groupColumns(named).filter(({ names }) => names.length > 0), confidence: CONFIDENCE, entitiesWithoutName: Infinity };
}

/** A column of names and nothing else tells of people without anything beside it: this share of so many cells. */
const SURE_NAMES = 0.8;
const FEWEST_NAMES = 4;

/** Shares of cells that are surnames and given names, each by itself: less than of whole names, which chance makes more rarely. */
const ENOUGH_PARTS = 0.6;
const ENOUGH_KANA = 0.9;

/** Surnames in one column, given names in the next. */
function nameParts(unknown: ReadonlyMap<number, readonly string[]>): Column[] {
  for (const [column, surnames] of unknown) {
    const givens = unknown.get(column + 1);
    if (givens === undefined) continue;
    const isSurname = shareOf(surnames, (cell) => judgeNamePart(plainOf(cell), "surname") >= 0.3);
    const isGiven = shareOf(givens, (cell) => judgeNamePart(plainOf(cell), "given") >= 0.3);
    if (isSurname < ENOUGH_PARTS || isGiven < ENOUGH_PARTS || !surnames.some(hasKanji)) continue;
    return [nameColumn(column, "surname", isSurname), nameColumn(column + 1, "given-name", isGiven)];
  }
  return [];
}

/** What reads them stands in columns of kana, together or in parts. */
function kanaParts(unknown: ReadonlyMap<number, readonly string[]>): Column[] {
  const found: Column[] = [];
  for (const [column, cells] of unknown) {
    const share = shareOf(cells, (cell) => KANA.test(plainOf(cell)));
    if (share < ENOUGH_KANA) continue;
    found.push({ ...nameColumn(column, found.length === 0 ? "surname-reading" : "given-name-reading", share), entity: undefined });
    if (found.length === 2) break;
  }
  return found;
}

const KANA = /^[ァ-ヴー ・]{2,20}$|^[ぁ-ゖー ]{2,20}$/u;
const hasKanji = (cell: string): boolean => /\p{Script=Han}/u.test(cell);
const shareOf = (cells: readonly string[], test: (cell: string) => boolean): number => cells.filter(test).length / cells.length;
const nameColumn = (column: number, role: Role, judged: number): Column => ({ column, field: { ...NO_HEADER, role }, entity: "person-name", judged });
const NO_HEADER: HeaderField = { role: "other", ambiguous: true, isPrivate: false, isPublicRole: false, subject: "", isComposite: false };

/** サトウ ハナコ beside 佐藤花子 is the same person; where no kanji stand, readings are the names. */
function asReading(column: Column, cells: readonly string[]): Column {
  if (column.field.role !== "name" || cells.some((cell) => /\p{Script=Han}/u.test(cell))) return column;
  return { ...column, entity: undefined, field: { ...column.field, role: "reading" } };
}

/**
 * Dates of which most are too old for anything that an office writes down, or some are and all of them lie decades apart: children
 * and new members have young dates, and slips, orders and entries have dates of a few years.
 */
function birthDates(column: number, cells: readonly string[]): Column | undefined {
  const dates = cells.map((cell) => plainOf(cell)).flatMap((cell) => (judgeBirthDate(cell) === 0 ? [] : [{ year: parseDate(cell)?.year ?? 0, isBare: /^\d{8}$/u.test(cell) }]));
  const share = dates.length / cells.length;
  const bare = dates.filter(({ isBare }) => isBare).length;
  // Numbers of eight digits are dates by chance one time in thirty.
  if (share < (bare > 0 ? ENOUGH_BARE_DATES : ENOUGH_BIRTH_DATES)) return undefined;
  const years = dates.map(({ year }) => year);
  const old = years.filter((year) => year <= LAST_LIKELY_BIRTH_YEAR).length / years.length;
  const isSpread = Math.max(...years) - Math.min(...years) >= GENERATION;
  if (old < ENOUGH_BIRTH_DATES && !(isSpread && old >= ENOUGH_OLD)) return undefined;
  if (bare > 0 && !isSpread) return undefined;
  return { column, field: { ...NO_HEADER, role: "birth-date" }, entity: "date-of-birth", judged: share };
}
