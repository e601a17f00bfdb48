/**
 * Columns of things: a product called 佐藤錦, a station called 三木, a drawing numbered like a telephone. Their cells are not shown to
 * the detectors of texts, which would have to guess without the heading.
 */
import type { TableSegment } from "../../src/contract.js";
import { judgePersonName } from "../shared/person-name.js";
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
/** 佐藤花子様専用: somebody after all. */
const SOMEBODY = /[様殿]|さん|@|\d{4}/u;
const NUMBER = /^[A-Za-z]{0,4}[-\d/. ]{4,24}$/u;

interface ThingColumn {
  readonly kind: ThingKind;
  readonly headingRow: number;
}

/** Whether a cell holds a thing and nothing else; undefined where the sheet has no such column. */
export function thingCells(table: TableSegment): ((row: number, column: number) => boolean) | undefined {
  const columns = new Map<number, ThingColumn>();
  for (let row = 0; row < Math.min(HEADING_ROWS, table.rowCount - FEWEST_ROWS); row++) {
    let seen = 0;
    for (let column = nextFilled(table, row, 0); column >= 0 && seen < MAX_COLUMNS; column = nextFilled(table, row, column + 1)) {
      seen++;
      if (columns.has(column)) continue;
      const text = table.text(row, column);
      const kind = text.length > LONGEST_HEADING ? undefined : thingOf(plainOf(text));
      if (kind !== undefined) columns.set(column, { kind, headingRow: row });
    }
    // A form's 会社名 has one value beside it; a list's headings stand side by side.
    if (seen < 2) for (const [column, { headingRow }] of columns) if (headingRow === row) columns.delete(column);
  }
  if (columns.size === 0) return undefined;
  return (row, column) => {
    const found = columns.get(column);
    return found !== undefined && row > found.headingRow && isThing(table.text(row, column), found.kind);
  };
}

function isThing(cell: string, kind: ThingKind): boolean {
  if (kind === "example") return true;
  if (cell === "" || cell.length > LONGEST_THING) return false;
  const plain = plainOf(cell);
  if (kind === "number") return NUMBER.test(plain);
  return !SOMEBODY.test(plain) && (kind === "thing" || judgePersonName(plain) < 0.5);
}
