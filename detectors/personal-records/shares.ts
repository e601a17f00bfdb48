/** How many of a column's cells pass a test, and whether they are names. */
import { judgePersonName } from "../shared/person-name.js";
import { looksLikeName } from "./name-like.js";
import { plainOf } from "./plain.js";

/** 0 to 1; 0 of no cells. */
export const shareOf = (cells: readonly string[], test: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.reduce((sum, cell) => sum + (test(cell) ? 1 : 0), 0) / cells.length;

/** Shares of the cells of a column that is people, though some have given names that no dictionary has. */
const ENOUGH_SURE = 0.45;
export const ENOUGH_LIKE = 0.9;
const FEWEST_LIKE = 3;

/** Half of them are names for certain, and nearly all others begin with a surname. */
export const areNames = (cells: readonly string[]): boolean =>
  cells.length >= FEWEST_LIKE && shareOf(cells, (cell) => judgePersonName(plainOf(cell)) >= 0.5) >= ENOUGH_SURE && shareOf(cells, (cell) => looksLikeName(plainOf(cell))) >= ENOUGH_LIKE;
