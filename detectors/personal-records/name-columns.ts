/** Columns of names that their headers do not tell: halves under one header, the rest of a room, the same people once more. */
import type { TableSegment } from "../../src/contract.js";
import type { HeaderField } from "../shared/header-field.js";
import type { Role } from "../shared/header-words.js";
import { judgeNamePart, judgePersonName } from "../shared/person-name.js";
import type { Column } from "./columns.js";
import { looksLikeName } from "./name-like.js";
import { areRead, areSame } from "./names-twice.js";
import { plainOf } from "./plain.js";
import { areNames, ENOUGH_LIKE, shareOf } from "./shares.js";

/** Columns looked at for further people. */
const MAX_COLUMNS = 256;
/** Share of the cells that must be in kanji, in kana, or in Latin letters. */
const ENOUGH_KANJI = 0.5;
const ENOUGH_KANA = 0.9;
const ENOUGH_LATIN = 0.8;
const KANJI = /\p{Script=Han}/u;
/** サトウ ハナコ, （サトウ　ハナコ） */
export const KANA = /^[([]?[ァ-ヴー ・]{3,24}[)\]]?$|^[([]?[ぁ-ゖー ]{3,24}[)\]]?$/u;

const unnamed = (role: Role): HeaderField => ({ role, ambiguous: true, isPrivate: false, isPublicRole: false, subject: "", isComposite: false });

/** 口座名義 beside 氏名 is the same person once more, in kana or as it is: a reading. */
export function withNamesTwice(table: TableSegment, proven: Column[], rows: { first: number; end: number }, sample: (column: number) => string[]): Column[] {
  const named = proven.filter(({ field }) => field.role === "name");
  if (named.length < 2) return proven;
  const inKanji = named.filter(({ column }) => shareOf(sample(column), (cell) => KANJI.test(cell)) >= ENOUGH_KANJI);
  const isAgain = (one: Column): boolean => {
    const others = inKanji.filter((other) => other !== one && other.field.subject === one.field.subject);
    if (inKanji.includes(one)) return others.some((other) => other.column < one.column && areSame(table, other.column, one.column, rows));
    const isKana = shareOf(sample(one.column), (cell) => KANA.test(plainOf(cell))) >= ENOUGH_KANA;
    // 契約者氏名 and 口座名義, 氏名 and Name: whose they are is said in other words.
    return (isKana && others.length > 0) || inKanji.some((other) => areRead(table, other.column, one.column, rows));
  };
  return proven.map((one) => (one.field.role === "name" && isAgain(one) ? { ...one, field: { ...one.field, role: "reading" as const }, entity: undefined } : one));
}

/** 氏名 beside Name, of which the dictionaries know too few to prove it by itself. */
export function withRomanised(
  table: TableSegment,
  proven: Column[],
  { fields, firstColumn, lastColumn }: { fields: ReadonlyMap<number, HeaderField>; firstColumn: number; lastColumn: number },
  rows: { first: number; end: number },
  sample: (column: number) => string[],
): Column[] {
  const inKanji = proven.filter(({ column, field }) => field.role === "name" && shareOf(sample(column), (cell) => KANJI.test(cell)) >= ENOUGH_KANJI);
  if (inKanji.length === 0) return proven;
  const added: Column[] = [];
  for (let column = firstColumn; column <= lastColumn && column - firstColumn < MAX_COLUMNS; column++) {
    const role = fields.get(column)?.role;
    if (proven.some((one) => one.column === column) || (role !== undefined && role !== "name" && role !== "other")) continue;
    const cells = sample(column);
    if (cells.length === 0 || shareOf(cells, (cell) => ROMANISED.test(plainOf(cell))) < ENOUGH_LATIN || !inKanji.some((one) => areRead(table, one.column, column, rows))) continue;
    added.push({ column, field: unnamed("reading"), entity: undefined, judged: 1 });
  }
  return added.length === 0 ? proven : [...proven, ...added].sort((a, b) => a.column - b.column);
}
const ROMANISED = /^\p{Script=Latin}[\p{Script=Latin}'’.-]{0,24}(?:,? \p{Script=Latin}[\p{Script=Latin}'’.-]{0,24}){1,3}$/u;

/** Most cells that are whole names in a column of surnames, and fewest that are surnames or, beside it, given names. */
const MOST_WHOLE = 0.3;
const ENOUGH_HALVES = 0.5;

/** The same where the header may head other things as well, or stands alone. */
const SURE_HALVES = 0.8;
const FEWEST_HALVES = 2;

type Halves = (column: number, fields: ReadonlyMap<number, HeaderField>, enough?: number) => boolean;

/** Whether a column holds surnames and the next one, which nothing heads, their given names. */
const halvesIn = (table: TableSegment, rows: { first: number }, sample: (column: number) => string[]): Halves => (column, fields, enough = ENOUGH_HALVES) => {
  const next = column + 1;
  if (fields.has(next) || next >= table.columnCount || (rows.first > 0 && table.text(rows.first - 1, next).trim() !== "")) return false;
  const [surnames, givens] = [sample(column), sample(next)];
  const isHalf = (cells: readonly string[], part: "surname" | "given"): boolean => shareOf(cells, (cell) => judgeNamePart(plainOf(cell), part) >= 0.3) >= enough;
  return givens.length >= surnames.length * enough && shareOf(surnames, (cell) => judgePersonName(plainOf(cell)) >= 0.5) <= MOST_WHOLE && isHalf(surnames, "surname") && isHalf(givens, "given");
};

const asHalves = (one: Column): Column[] => [{ ...one, field: { ...one.field, role: "surname" } }, { ...one, column: one.column + 1, field: { ...one.field, role: "given-name" } }];

/** 氏名 over two columns, the surname in one and the given name in the other. */
export function withHalves(table: TableSegment, proven: Column[], fields: ReadonlyMap<number, HeaderField>, rows: { first: number }, sample: (column: number) => string[]): Column[] {
  const areHalves = halvesIn(table, rows, sample);
  return proven.flatMap((one) => (one.field.role === "name" && areHalves(one.column, fields) ? asHalves(one) : [one]));
}

/** The same under 氏名 alone, whose first column is no column of names by itself. */
export function provenHalves(table: TableSegment, column: number, field: HeaderField, fields: ReadonlyMap<number, HeaderField>, rows: { first: number }, sample: (column: number) => string[]): Column[] {
  if (field.role !== "name" || sample(column).length < FEWEST_HALVES || !halvesIn(table, rows, sample)(column, fields, SURE_HALVES)) return [];
  return asHalves({ column, field: { ...field, ambiguous: false }, entity: "person-name", judged: SURE_HALVES });
}

/** Further people of a row, in columns that nothing known heads: the rest of a room under 室長, the seats of a bus. Judged together, because each has few cells. */
export function withMoreNames(
  table: TableSegment,
  proven: Column[],
  { fields, firstColumn, lastColumn }: { fields: ReadonlyMap<number, HeaderField>; firstColumn: number; lastColumn: number },
  rows: { first: number; end: number },
  sample: (column: number) => string[],
): Column[] {
  // Where the header heads nothing that it says, what stands to the right is another table.
  if (proven.length === 0 || lastColumn - firstColumn >= MAX_COLUMNS) return proven;
  const candidates: [column: number, cells: string[]][] = [];
  for (let column = firstColumn; column < Math.min(table.columnCount, firstColumn + MAX_COLUMNS); column++) {
    if (fields.get(column) !== undefined || proven.some((one) => one.column === column)) continue;
    const cells = sample(column);
    // Further to the right the table goes on as long as columns are filled and nothing heads them.
    if (column > lastColumn && (cells.length === 0 || (rows.first > 0 && table.text(rows.first - 1, column).trim() !== ""))) break;
    if (cells.length > 0 && shareOf(cells, (cell) => looksLikeName(plainOf(cell))) >= ENOUGH_LIKE && cells.some((cell) => judgePersonName(plainOf(cell)) >= 0.5)) candidates.push([column, cells]);
  }
  if (candidates.length === 0 || !areNames(candidates.flatMap(([, cells]) => cells))) return proven;
  const added = candidates.map(([column, cells]): Column => ({ column, field: unnamed("name"), entity: "person-name", judged: shareOf(cells, (cell) => judgePersonName(plainOf(cell)) >= 0.5) }));
  return withNamesTwice(table, [...proven, ...added].sort((a, b) => a.column - b.column), rows, sample);
}
