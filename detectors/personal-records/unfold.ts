/**
 * Cells that name several people: 佐藤一郎・花子, 佐藤花子、鈴木一郎, a name a line, and the family of whoever stands beside them (美咲、翔太).
 * Each such row is seen as as many rows as it names people; what else stands in it belongs to the first of them.
 */
import type { TableSegment } from "../../src/contract.js";
import { countAtMost } from "../../src/text/search.js";
import { readHeader } from "../shared/header-field.js";
import { bestSplit } from "../shared/name-split.js";
import { judgeNamePart, judgePersonName } from "../shared/person-name.js";
import { nextFilled } from "./clusters.js";
import type { Explained } from "./explained.js";
import { looksLikeName } from "./name-like.js";
import { plainOf } from "./plain.js";
import { areNames } from "./shares.js";

const MAX_COLUMNS = 64;
const MAX_ROWS = 20_000;
/** Rows looked at to tell whether a column has such cells; the share of its parted cells that must be lists of names. */
const SAMPLE_ROWS = 60;
const ENOUGH = 0.6;
/** Of cells that name people by one half of their names only, the share of all filled ones. */
const ENOUGH_OF_ALL = 0.5;
const FEWEST_LISTS = 2;
const MOST_PIECES = 12;
const LONGEST_CELL = 100;

const SEPARATOR = /[、，,・･／/＆&\n]+/u;
const HONORIFIC = /[ 　]?(?:様|さん|くん|ちゃん|殿|氏|先生|君)$/u;
const HAN = /\p{Script=Han}/u;
const NAME_LETTERS = /^[\p{Script=Han}々〆ヶぁ-ゖァ-ヴー]{1,6}(?:[ 　][\p{Script=Han}々〆ヶぁ-ゖァ-ヴー]{1,6})?$/u;
const SEPARATORS = new Set(Array.from("、，,・･／/＆&\n", (char) => char.charCodeAt(0)));

/** What the pieces of a cell are: whole names (the further ones perhaps without the surname), surnames, or given names. */
type Kind = "whole" | "surname" | "given";

export interface UnfoldedSheet {
  readonly table: TableSegment;
  /** A cell is explained where all whom it names are. */
  explained(inView: Explained): Explained;
}

function piecesOf(cell: string): string[] | undefined {
  if (cell.length > LONGEST_CELL || !hasSeparator(cell)) return undefined;
  const pieces = cell.split(SEPARATOR).map((piece) => plainOf(piece).replace(HONORIFIC, "")).filter((piece) => piece !== "");
  return pieces.length < 2 || pieces.length > MOST_PIECES || !pieces.every((piece) => NAME_LETTERS.test(piece)) ? undefined : pieces;
}

function hasSeparator(cell: string): boolean {
  for (let i = 1; i < cell.length - 1; i++) if (SEPARATORS.has(cell.charCodeAt(i))) return true;
  return false;
}

const isWhole = (piece: string): boolean => judgePersonName(piece) >= 0.5;
const isGiven = (piece: string): boolean => judgeNamePart(piece, "given") >= 0.3;
const isSurname = (piece: string): boolean => judgeNamePart(piece, "surname") >= 0.6;

/** A reading over its name is one person. */
function kindOf([first, ...rest]: readonly string[]): Kind | undefined {
  const all = [first, ...rest];
  // Among names that are known for such, one whose given name no dictionary has is one too.
  if (all.filter((piece) => isWhole(piece) && HAN.test(piece)).length * 2 >= all.length && all.every(looksLikeName)) return "whole";
  if (isWhole(first) && HAN.test(first)) return rest.every((piece) => (isWhole(piece) && HAN.test(piece)) || isGiven(piece)) ? "whole" : undefined;
  if (all.every((piece) => isSurname(piece) && HAN.test(piece))) return "surname";
  return all.every((piece) => isGiven(piece) && !isWhole(piece)) ? "given" : undefined;
}

function kindOfColumn(table: TableSegment, column: number): Kind | undefined {
  let filled = 0;
  let parted = 0;
  const all: string[] = [];
  const counts = { whole: 0, surname: 0, given: 0 };
  for (let row = 0; row < Math.min(table.rowCount, SAMPLE_ROWS); row++) {
    if (nextFilled(table, row, column) !== column) continue;
    filled++;
    const cell = table.text(row, column);
    if (cell.length > LONGEST_CELL || !hasSeparator(cell) || readHeader(cell) !== undefined) continue;
    parted++;
    const pieces = piecesOf(cell);
    all.push(...(pieces ?? [cell]));
    const kind = pieces === undefined ? undefined : kindOf(pieces);
    if (kind !== undefined) counts[kind]++;
  }
  if (parted >= FEWEST_LISTS && areNames(all)) return "whole";
  const lists = counts.whole + counts.surname + counts.given;
  if (lists < FEWEST_LISTS || lists < parted * ENOUGH) return undefined;
  if (counts.whole * 2 >= lists) return "whole";
  if (lists < filled * ENOUGH_OF_ALL) return undefined;
  return counts.surname >= counts.given ? "surname" : "given";
}

/** The sheet with a row for each person; undefined where no cell names several. */
export function unfolded(table: TableSegment): UnfoldedSheet | undefined {
  if (table.rowCount > MAX_ROWS) return undefined;
  const kinds = new Map<number, Kind>();
  for (let column = 0; column < Math.min(table.columnCount, MAX_COLUMNS); column++) {
    const kind = kindOfColumn(table, column);
    if (kind !== undefined) kinds.set(column, kind);
  }
  if (kinds.size === 0) return undefined;
  const heads = [...kinds.values()].includes("given") ? headsColumn(table, kinds) : -1;
  const pieces = (row: number, column: number): string[] | undefined => {
    const kind = kinds.get(column);
    if (kind === undefined) return undefined;
    const found = piecesOf(table.text(row, column));
    if (found === undefined) return undefined;
    // 佐藤一郎・花子: who lives with him is called like him. Of whom no dictionary knows where the surname ends, the whole name tells his family from others.
    const head = kind === "whole" ? found[0] : kind === "given" && heads >= 0 ? plainOf(table.text(row, heads)) : "";
    const surname = surnameIn(head) || head;
    return surname === "" ? found : found.map((piece) => (isWhole(piece) || piece.includes(" ") || piece.startsWith(surname) ? piece : `${surname} ${piece}`));
  };
  // The first row of the view for each row of the sheet.
  const starts: number[] = [];
  let rowCount = 0;
  for (let row = 0; row < table.rowCount; row++) {
    starts.push(rowCount);
    let most = 1;
    for (const column of kinds.keys()) most = Math.max(most, pieces(row, column)?.length ?? 1);
    rowCount += most;
  }
  const sheetRow = (row: number): number => countAtMost(starts, row) - 1;
  const text = (row: number, column: number): string => {
    const own = sheetRow(row);
    const at = row - starts[own];
    if (!kinds.has(column)) return at === 0 ? table.text(own, column) : "";
    const found = pieces(own, column);
    return found === undefined ? (at === 0 ? table.text(own, column) : "") : (found[at] ?? "");
  };
  return {
    explained: (inView) => ({
      firstRow: Math.max(0, sheetRow(inView.firstRow)),
      end: inView.end <= 0 ? 0 : sheetRow(inView.end - 1) + 1,
      has(row, column) {
        const last = (starts[row + 1] ?? rowCount) - 1;
        for (let at = starts[row]; at <= last; at++) {
          if (at > starts[row] && text(at, column) === "") continue;
          if (at < inView.firstRow || at >= inView.end || !inView.has(at, column)) return false;
        }
        return true;
      },
    }),
    table: {
      kind: "table",
      at: table.at,
      rowCount,
      columnCount: table.columnCount,
      text,
      nextColumn(row, column) {
        const own = sheetRow(row);
        if (row === starts[own]) return nextFilled(table, own, column);
        for (const at of [...kinds.keys()].sort((a, b) => a - b)) if (at >= column && text(row, at) !== "") return at;
        return -1;
      },
      place: ({ firstRow, lastRow, ...columns }) => table.place({ firstRow: sheetRow(firstRow), lastRow: sheetRow(lastRow), ...columns }),
      ...(table.rowConcealment !== undefined && { rowConcealment: (row: number) => table.rowConcealment?.(sheetRow(row)) }),
      ...(table.columnConcealment !== undefined && { columnConcealment: (column: number) => table.columnConcealment?.(column) }),
    },
  };
}

/** "" where the piece is no whole name. */
function surnameIn(piece: string): string {
  if (!isWhole(piece)) return "";
  const space = piece.indexOf(" ");
  return space > 0 ? piece.slice(0, space) : piece.slice(0, bestSplit(piece, 0, piece.length).at);
}

/** The column of whole names beside which families are listed; -1 where there is none. */
function headsColumn(table: TableSegment, kinds: ReadonlyMap<number, Kind>): number {
  for (let column = 0; column < Math.min(table.columnCount, MAX_COLUMNS); column++) {
    if (kinds.has(column)) continue;
    let filled = 0;
    let whole = 0;
    for (let row = 0; row < Math.min(table.rowCount, SAMPLE_ROWS); row++) {
      if (nextFilled(table, row, column) !== column) continue;
      filled++;
      if (isWhole(plainOf(table.text(row, column)))) whole++;
    }
    if (whole >= FEWEST_LISTS && whole >= filled * ENOUGH) return column;
  }
  return -1;
}
