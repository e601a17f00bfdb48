/** Tables whose people are public by what the table is: members of a council, makers of works, professionals, people of history. */
import type { TableSegment } from "../../src/contract.js";
import { isNameRole } from "../shared/header-field.js";
import { isKnownPerson } from "../shared/known-people.js";
import { PRIVATE_PEOPLE, PROFESSIONALS } from "../shared/public-scene.js";
import { nextFilled } from "./clusters.js";
import { type Column, sampleColumn } from "./columns.js";
import type { HeaderBlock } from "./headers.js";
import { plainOf, withoutSpaces } from "./plain.js";

/** What only lists of the elected, of performers and of people of history have a column of. */
const PUBLIC_HEADING = /^(?:世界記録|日本記録|会派|会派名|議席|議席番号|当選回数|当選回|期数|選挙区|得票|得票数|党派|政党|政党名|届出政党|四股名|番付|馬名|斤量|作品|作品名|映画|映画名|曲名|楽曲|公開年|受賞作|受賞作品|代表作|主な作品|著書|書名|出版社|生没年|没年|在位|在位期間|即位|退位|在職期間|在任期間|歴代|推定年俸|年俸|球団|所属球団|(?:named )?after|discoverer|discovered by|inventor|composer|artist|director|author)$/iu;
/** Animals have fathers, mothers and birthdays, too. */
const ANIMALS = /^(?:馬名|犬名|猫名|牛名|個体名|個体番号|血統|血統名|毛色|母の父|犬種|猫種|繁殖牝馬|種牡馬)$/u;
const KEEPERS = /飼い?主|馬主|氏名|オーナー/u;
/** How many are called so, and which is the most frequent. */
const RANKS = /^(?:順位|ランク|位|No\.?)$/iu;
const COUNTS = /人数|世帯数|件数|推定人口|人口|割合/u;
/** What only places of old have a column of. */
const OLD_HEADING = /^(?:築城|築造|築城[者主年]|築城年代|創建[者年]?|創建年代|開山|開基|開祖|建立[者年]?|城主|歴代城主|藩主|領主|石高|法名|諡号|官位|幕末|廃藩)$/u;
/** Years of before, centuries and ages: 1384年, 15世紀中頃, 江戸時代, c. 1450. */
const LONG_AGO = /^(?:(?:約|紀元前|前|c\.?|ca\.?)[ \t]*)?(?:\d{1,3}|1[0-8]\d\d)[ \t]*(?:年|$|[(（~〜-])|世紀|(?:平安|鎌倉|室町|戦国|安土桃山|江戸|奈良|飛鳥|南北朝)(?:時代|初期|中期|後期|末期)/u;
/** Numbers stand in other columns, too: this one is of years by its heading. */
const YEARS = /^(?!.*(?:年齢|生年|生まれ|学年|年数|年次|年度|年会費|勤続)).*(?:年|年代|時期|時代|西暦|世紀)$/u;
const ENOUGH_AGO = 0.6;

/** Children paint, perform and win as well. */
const CHILDRENS_HEADING = /^(?:学年|学校|学校名|組|クラス|年組|学年組|園名|保護者|保護者名|児童名|生徒名|年齢|会員番号|部屋番号)$/u;
/** Cells that are read at most, shares of them that decide, and rows above a header that hold its title. */
const SAMPLE_ROWS = 24;
const TITLE_ROWS = 3;
const ENOUGH_KNOWN = 0.5;
const ENOUGH_PROFESSIONAL = 0.3;
const FEWEST_NAMES = 3;

/** @param columns proven ones of the block */
export function isOfPublicPeople(table: TableSegment, block: HeaderBlock, columns: readonly Column[]): boolean {
  const names = columns.filter(({ field }) => isNameRole(field.role));
  if (names.length === 0 || columns.some(({ field }) => field.isPrivate || field.role === "fact" || field.role === "phone" || field.role === "email")) return false;
  const headings = rowsText(table, block.firstRow, block.lastRow + 1).flat();
  if (headings.some((heading) => CHILDRENS_HEADING.test(heading))) return false;
  const isPlain = columns.every(({ field, entity }) => field.role !== "trait" && (entity === undefined || entity === "person-name"));
  if (isPlain && headings.some((heading) => PUBLIC_HEADING.test(heading))) return true;
  const first = block.lastRow + 1;
  if (headings.filter((heading) => ANIMALS.test(heading)).length >= 2 && !headings.some((heading) => KEEPERS.test(heading))) return true;
  if (names.every(({ field }) => field.role === "surname") && headings.some((heading) => RANKS.test(heading)) && headings.some((heading) => COUNTS.test(heading))) return true;
  if (headings.some((heading) => OLD_HEADING.test(heading)) || isOfLongAgo(table, block, first)) return true;
  if (isPlain && areKnown(names.flatMap(({ column }) => sampleColumn(table, column, first, block.end).slice(0, SAMPLE_ROWS)))) return true;
  return areProfessionals(rowsText(table, Math.max(0, block.firstRow - TITLE_ROWS), block.firstRow), headings, rowsText(table, first, Math.min(block.end, first + SAMPLE_ROWS)));
}

/** Whether most of some names are those of people of history, letters and the arts. */
export function areKnown(cells: readonly string[]): boolean {
  return cells.length >= FEWEST_NAMES && cells.filter((cell) => isKnownPerson(withoutSpaces(cell))).length >= cells.length * ENOUGH_KNOWN;
}

/** Whether what the table lists is of a time when nobody in it can have lived who lives. */
function isOfLongAgo(table: TableSegment, block: HeaderBlock, first: number): boolean {
  for (let column = nextFilled(table, block.lastRow, 0); column >= 0; column = nextFilled(table, block.lastRow, column + 1)) {
    if (!YEARS.test(plainOf(table.text(block.lastRow, column)))) continue;
    const cells = sampleColumn(table, column, first, block.end).slice(0, SAMPLE_ROWS);
    if (cells.length >= FEWEST_NAMES && cells.filter((cell) => LONG_AGO.test(plainOf(cell))).length >= cells.length * ENOUGH_AGO) return true;
  }
  return false;
}

function areProfessionals(title: readonly string[][], headings: readonly string[], rows: readonly string[][]): boolean {
  const all = [...title.flat(), ...headings];
  const isPrivate = (cell: string): boolean => PRIVATE_PEOPLE.test(cell);
  if (all.some(isPrivate) || rows.some((row) => row.some(isPrivate))) return false;
  if (all.some((cell) => PROFESSIONALS.test(cell)) && (headings.some((heading) => OF_PLAYERS.test(heading)) || wordsOf([...all, ...rows.flat()]) > 1)) return true;
  return rows.length >= FEWEST_NAMES && rows.filter((row) => row.some((cell) => PROFESSIONALS.test(cell))).length >= rows.length * ENOUGH_PROFESSIONAL;
}

/** A title alone may be that of an outing to a match. */
const OF_PLAYERS = /選手|背番号|守備|ポジション|投打|打率|本塁打|防御率|球団|クラブ|チーム|段位|四股名|番付|騎手|調教師|打順|戦績|勝敗|年俸|階級|国籍|身長|代表歴|記録/u;

/** How many different words of professional sport stand in some cells. */
const wordsOf = (cells: readonly string[]): number => new Set(cells.flatMap((cell) => PROFESSIONALS.exec(cell)?.[0] ?? [])).size;

/** Cells that are looked at in a row. */
const MAX_CELLS = 64;

function rowsText(table: TableSegment, first: number, end: number): string[][] {
  const rows: string[][] = [];
  for (let row = first; row < end; row++) {
    const cells: string[] = [];
    for (let column = nextFilled(table, row, 0); column >= 0 && cells.length < MAX_CELLS; column = nextFilled(table, row, column + 1)) cells.push(plainOf(table.text(row, column)));
    rows.push(cells);
  }
  return rows;
}
