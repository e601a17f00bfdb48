/**
 * Columns of things: a product called 佐藤錦, a station called 三木, a drawing numbered like a telephone. Their cells are not shown to
 * the detectors of texts, which would have to guess without the heading.
 */
import type { TableSegment } from "../../src/contract.js";
import { judgePersonName } from "../shared/person-name.js";
import { isPublicHeading } from "../shared/public-role.js";
import { type ThingKind, thingOf } from "../shared/thing-headings.js";
import { nextFilled } from "./clusters.js";
import { plainOf } from "./plain.js";

/** Rows from the top that may hold headings, and columns looked at. */
const HEADING_ROWS = 6;
const MAX_COLUMNS = 256;
const LONGEST_HEADING = 16;
/** Below this a heading stands over nothing, or over a form's one value. */
const FEWEST_ROWS = 3;
const LONGEST_THING = 40;
const LONGEST_MAKERS = 24;
/** 佐藤花子様専用: somebody after all. */
const SOMEBODY = /[様殿]|さん|@|\d{4}/u;
const NUMBER = /^[A-Za-z]{0,4}[-\d/. ]{4,24}$/u;

interface ThingColumn {
  readonly kind: ThingKind | "public";
  readonly headingRow: number;
}

/** A specification of fields, whose labels stand down a column and whose last column shows an example of each. */
export function hasExampleColumn(table: TableSegment): boolean {
  for (let row = 0; row < Math.min(2, table.rowCount - FEWEST_ROWS); row++) {
    let seen = 0;
    let isFound = false;
    for (let column = nextFilled(table, row, 0); column >= 0 && seen < MAX_COLUMNS; column = nextFilled(table, row, column + 1)) {
      seen++;
      const text = table.text(row, column);
      if (seen > 1 && text.length <= LONGEST_HEADING && thingOf(plainOf(text)) === "example") isFound = true;
    }
    if (isFound && seen > 2) return true;
  }
  return false;
}

/** Whether a cell holds a thing and nothing else; undefined where the sheet has no such column. */
export function thingCells(table: TableSegment): ((row: number, column: number) => boolean) | undefined {
  const columns = new Map<number, ThingColumn>();
  let isPrivate = false;
  let isStaffed = false;
  for (let row = 0; row < Math.min(HEADING_ROWS, table.rowCount - FEWEST_ROWS); row++) {
    let seen = 0;
    for (let column = nextFilled(table, row, 0); column >= 0 && seen < MAX_COLUMNS; column = nextFilled(table, row, column + 1)) {
      seen++;
      if (columns.has(column)) continue;
      const text = table.text(row, column);
      const plain = text.length > LONGEST_HEADING ? "" : plainOf(text);
      const kind = plain === "" ? undefined : (thingOf(plain) ?? (isHeadingOfMakers(plain) ? "public" : undefined));
      if (kind !== undefined) columns.set(column, { kind, headingRow: row });
      if (OF_THE_STAFF.test(plain)) isStaffed = true;
      if (OF_PRIVATE_PEOPLE.test(plain)) isPrivate = true;
    }
    // A form's 会社名 has one value beside it; a list's headings stand side by side.
    if (seen < 2) for (const [column, { headingRow }] of columns) if (headingRow === row) columns.delete(column);
  }
  if (isPrivate) for (const [column, { kind }] of columns) if (kind === "public") columns.delete(column);
  if (columns.size === 0) return undefined;
  return (row, column) => {
    const found = columns.get(column);
    return found !== undefined && row > found.headingRow && isThing(table.text(row, column), found.kind === "firm" && isStaffed ? "thing" : found.kind);
  };
}

/** 香川トヨタ | 氏名: who works for the firm stands beside it. */
const OF_THE_STAFF = /^(?:氏名|お名前|ご?担当者?名?|担当者氏名|代表者(?:名|氏名)?|責任者(?:名|氏名)?|管理者(?:名|氏名)?|name)$/iu;

/** Who made a work stands beside it for everybody to read; performers and players may be children. */
const isHeadingOfMakers = (heading: string): boolean => isPublicHeading(heading) && !/選手|出演|演奏|独[奏唱]|監督|指揮|朗読|司会|講師|出場|メンバー/u.test(heading);
/** Beside the makers of a school's or a club's works, or where they are to be reached. */
const OF_PRIVATE_PEOPLE = /^(?:学年|学校|学校名|組|クラス|年組|学年組|園名|保護者.*|児童.*|生徒.*|年齢|会員番号|部屋番号|住所|自宅.*|電話.*|携帯.*|TEL|tel|メール.*|生年月日|連絡先|応募者.*|出品者.*)$/u;

function isThing(cell: string, kind: ThingColumn["kind"]): boolean {
  if (kind === "example") return true;
  if (cell === "" || cell.length > LONGEST_THING) return false;
  const plain = plainOf(cell);
  if (kind === "public") return !SOMEBODY.test(plain) && plain.length <= LONGEST_MAKERS;
  if (kind === "number") return NUMBER.test(plain);
  return !SOMEBODY.test(plain) && (kind === "thing" || judgePersonName(plain) < 0.5);
}
