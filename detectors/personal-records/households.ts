/**
 * Registers that write the surname once a household: 佐藤健一 (世帯主), 美咲 (妻), 翔太 (長男). Two households' 美咲 are two people, so
 * each given name is read with the surname of the whole name above it.
 */
import type { TableSegment } from "../../src/contract.js";
import { bestSplit } from "../shared/name-split.js";
import { judgeNamePart, judgePersonName } from "../shared/person-name.js";
import { type PersonColumns, sampleColumn } from "./columns.js";
import { plainOf } from "./plain.js";

/** Share of a column's cells that are given names alone, and of whole names, in such a register. */
const ENOUGH_GIVEN = 0.2;
const ENOUGH_WHOLE = 0.1;
/** The same for children beside their parents, who have a column each. */
const ENOUGH_CHILDREN = 0.5;
const ENOUGH_PARENTS = 0.5;
/** Names of the dictionary's second tier and better; ten in a hundred of them are surnames as well. */
const GIVEN = 0.3;
const WHOLE = 0.5;
const SURNAME = 0.7;
const LONGEST_GIVEN = 4;

export interface Household {
  /** The name of a row, whole. Rows must come in order; from the first row on everything begins anew. */
  wholeName(row: number, cell: string): string;
  /** Whether a cell is somebody of a household, where nothing else is told of him: 美咲, 妻, 同上. */
  isMember(cell: string): boolean;
}

/** @param rows [first, end) */
export function householdOf(table: TableSegment, person: PersonColumns, rows: { readonly first: number; readonly end: number }): Household | undefined {
  if (!isOneName(person) || !person.others.some(({ field }) => field.role === "trait")) return undefined;
  const cells = plainCells(table, person, rows);
  if (shareOf(cells, isGivenAlone) < ENOUGH_GIVEN || shareOf(cells, (plain) => surnameIn(plain) !== "") < ENOUGH_WHOLE) return undefined;
  const traits = person.others.flatMap(({ field, column }) => (field.role === "trait" ? [column] : []));
  const isHead = (row: number): boolean => traits.some((column) => HEAD.test(table.text(row, column)));
  let surname = "";
  let last = -1;
  return {
    isMember: (cell) => isMember(plainOf(cell)),
    wholeName(row, cell) {
      if (row < last) surname = "";
      last = row;
      const plain = plainOf(cell);
      if (isMember(plain) && !isHead(row)) return surname + plain;
      // 早乙女来桜, of whom no dictionary knows where her surname ends: her whole name tells her household from others.
      surname = surnameIn(plain) || (judgeNamePart(plain, "surname") < SURNAME ? plain : "");
      return cell;
    },
  };
}

/**
 * 園児名 さくら beside 保護者名 佐藤健一: children that go by their given names, whose surnames stand in the same row.
 * @param people all who stand in a row
 */
export function childrenOf(table: TableSegment, person: PersonColumns, people: readonly PersonColumns[], rows: { readonly first: number; readonly end: number }): Household | undefined {
  if (people.length < 2 || !isOneName(person)) return undefined;
  const cells = plainCells(table, person, rows);
  if (shareOf(cells, isGivenAlone) < ENOUGH_CHILDREN) return undefined;
  const parents = people.find((other) => other !== person && isOneName(other) && shareOf(plainCells(table, other, rows), (plain) => surnameIn(plain) !== "") >= ENOUGH_PARENTS);
  if (parents === undefined) return undefined;
  const { column } = parents.names[0];
  return {
    isMember: (cell) => isMember(plainOf(cell)),
    wholeName(row, cell) {
      const plain = plainOf(cell);
      const parent = plainOf(table.text(row, column));
      return parent === "" || judgePersonName(plain) >= WHOLE ? cell : (surnameIn(parent) || parent) + plain;
    },
  };
}

const isOneName = ({ names }: PersonColumns): boolean => names.length === 1 && names[0].field.role === "name";
const plainCells = (table: TableSegment, { names }: PersonColumns, rows: { readonly first: number; readonly end: number }): string[] => sampleColumn(table, names[0].column, rows.first, rows.end).map(plainOf);
const shareOf = (cells: readonly string[], test: (plain: string) => boolean): number => cells.filter(test).length / Math.max(1, cells.length);

const HEAD = /^\s*(?:世帯主|本人|筆頭者|戸主|代表)\s*$/u;

/** 美咲, さくら; not 清水, which is a surname first. */
function isGivenAlone(plain: string): boolean {
  const given = judgeNamePart(plain, "given");
  return given >= GIVEN && given > judgeNamePart(plain, "surname") && isPart(plain);
}

/** In such a register a short name that is no surname first is one of the household, though few are called so. */
function isMember(plain: string): boolean {
  const surname = judgeNamePart(plain, "surname");
  return isPart(plain) && NAME_LETTERS.test(plain) && (surname < SURNAME || judgeNamePart(plain, "given") > surname);
}

const isPart = (plain: string): boolean => plain.length <= LONGEST_GIVEN && judgePersonName(plain) < WHOLE;
const NAME_LETTERS = /^(?:[\p{Script=Han}々]{1,3}[ぁ-ゖァ-ヴ]?|[ぁ-ゖ]{2,4}|[ァ-ヴー]{2,4})$/u;

/** "" where the cell is no whole name. */
function surnameIn(plain: string): string {
  if (judgePersonName(plain) < WHOLE) return "";
  const space = plain.indexOf(" ");
  return space > 0 ? plain.slice(0, space) : plain.slice(0, bestSplit(plain, 0, plain.length).at);
}
