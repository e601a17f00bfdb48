/** Numbers that lists give to drawings, parts, slips and shelves, and that look like telephones': known by their heading, or by each other. */
import { cellAt, cellOfRow, headingsAbove } from "./column-heading.js";
import { lineStartAt } from "./line-bounds.js";
import { judgeNationalNumber } from "./phone-library.js";
import { hasUsualGroups } from "./phone.js";
import { thingOf } from "./thing-headings.js";

/** Whether the column in which a number stands is one of such numbers, or of examples. @param text normalised */
export function isHeadedAsNumber(text: string, start: number, end: number): boolean {
  return headingsAbove(text, start, end).some((heading) => {
    const kind = thingOf(heading);
    return kind === "number" || kind === "example";
  });
}

/** Rows above a number and below it that are looked at, and numbers of its form among them that no telephone network has. */
const ROWS_ABOVE = 6;
const ROWS_BELOW = 12;
const FEWEST_FOREIGN = 2;
const SHARE_OF_FOREIGN = 0.25;
const LONGEST_LINE = 400;
const GROUPS = /^(0\d{1,4})-(\d{1,4})-(\d{3,4})$/u;
/** A number that begins its line, behind a bullet. */
const AT_LINE_START = /^[ \t・*•●○■□◆]{0,4}(0\d{1,4}-\d{1,4}-\d{3,4})(?![\d-])/u;
const LONGEST_BULLET = 4;

interface Verdict {
  readonly text: string;
  /** Column and form of the numbers. */
  readonly place: string;
  /** The rows it was drawn from. */
  readonly from: number;
  readonly until: number;
  readonly areThings: boolean;
}

let last: Verdict | undefined;

/**
 * Whether the numbers above and below, in the same column or each at the beginning of its line, are grouped alike and no telephone's:
 * then this one is a telephone's by chance. One verdict holds for all the rows it was drawn from.
 */
export function standsAmongThings(text: string, start: number, end: number): boolean {
  const form = GROUPS.exec(text.slice(start, end));
  if (form === null) return false;
  const cell = cellOfRow(text, start, end);
  const lineStart = cell?.lineStart ?? lineStartAt(text, start, LONGEST_BULLET);
  if (lineStart < 0) return false;
  const lengths = form.slice(1).map(({ length }) => length);
  const place = `${cell?.delimiter ?? ""}${cell?.column ?? ""}:${lengths.join("-")}`;
  if (last?.text === text && last.place === place && start >= last.from && start < last.until) return last.areThings;
  let from = lineStart;
  for (let row = 0; row < ROWS_ABOVE && from > 0; row++) {
    const above = lineStartAt(text, from - 1, LONGEST_LINE);
    if (above < 0) break;
    from = above;
  }
  const first = from;
  let alike = 0;
  let foreign = 0;
  for (let row = 0; row < ROWS_ABOVE + ROWS_BELOW && from < text.length; row++) {
    const other = GROUPS.exec((cell === undefined ? AT_LINE_START.exec(text.slice(from, from + GROUPS_LENGTH))?.[1] : cellAt(text, from, cell)) ?? "");
    if (other !== null && lengths.every((length, i) => other[i + 1].length === length)) {
      alike++;
      if (!isTelephone(other.slice(1))) foreign++;
    }
    const stop = text.indexOf("\n", from);
    from = stop < 0 ? text.length : stop + 1;
    if (stop < 0) break;
  }
  last = { text, place, from: first, until: Math.max(end, from), areThings: foreign >= FEWEST_FOREIGN && foreign >= alike * SHARE_OF_FOREIGN };
  return last.areThings;
}
/** A bullet and the longest number of three groups. */
const GROUPS_LENGTH = 24;

function isTelephone(groups: readonly string[]): boolean {
  const digits = groups.join("");
  const verdict = judgeNationalNumber(digits, "JP");
  return verdict !== undefined && hasUsualGroups({ digits, international: false, groups: groups.map(({ length }) => length) }, verdict);
}
