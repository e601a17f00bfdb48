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
export function householdOf(table: TableSegment, { names, others }: PersonColumns, rows: { readonly first: number; readonly end: number }): Household | undefined {
  if (names.length !== 1 || names[0].field.role !== "name" || !others.some(({ field }) => field.role === "trait")) return undefined;
  const cells = sampleColumn(table, names[0].column, rows.first, rows.end).map(plainOf);
  const shareOf = (test: (plain: string) => boolean): number => cells.filter(test).length / Math.max(1, cells.length);
  if (shareOf(isGivenAlone) < ENOUGH_GIVEN || shareOf((plain) => surnameIn(plain) !== "") < ENOUGH_WHOLE) return undefined;
  let surname = "";
  let last = -1;
  return {
    isMember: (cell) => isMember(plainOf(cell)),
    wholeName(row, cell) {
      if (row < last) surname = "";
      last = row;
      const plain = plainOf(cell);
      if (isMember(plain)) return surname + plain;
      surname = surnameIn(plain);
      return cell;
    },
  };
}

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
