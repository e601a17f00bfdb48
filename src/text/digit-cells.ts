/** What stands beside a run of digits, in so few kinds that a table has a cell for each: length, first digit, before, behind. */
import { isDigit } from "./characters.js";
import type { DigitRun } from "../contract.js";

/** Runs of digits longer than this are of this length. */
export const LONGEST_RUN = 32;

/** Kinds of neighbours as `DigitRun` shows them. The first are as ASCII has them, the others stand for many. */
const KINDS = ["", " ", "\t", "\n", "-", ".", "/", ",", ":", "+", "(", ")", "_", "$", "a", "A", "漢", "?"] as const;
/** Marks between digits, told by what stands on their other side, too. */
const JOINTS = [" ", "\t", "-", ".", "/", ",", ":"] as const;
/** Between a digit and such a mark, another may stand: "4 - 5". */
const GAPS = [" ", "\t", "-"] as const;
const DIGIT_BEYOND = KINDS.length;
const GAP_BEYOND = DIGIT_BEYOND + JOINTS.length;
const NEIGHBOURS = 32;
const FIRSTS = 3;

const FIRST_DIGITS = ["0", "1", "2"] as const;

let kinds: Uint8Array | undefined;

function buildKinds(): Uint8Array {
  const table = new Uint8Array(0x80).fill(KINDS.indexOf("?"));
  for (const [kind, char] of KINDS.entries()) if (char.length === 1 && char < "\x80") table[char.charCodeAt(0)] = kind;
  table.fill(KINDS.indexOf("a"), 0x61, 0x7b);
  table.fill(KINDS.indexOf("A"), 0x41, 0x5b);
  table["[".charCodeAt(0)] = KINDS.indexOf("(");
  table["]".charCodeAt(0)] = KINDS.indexOf(")");
  table["{".charCodeAt(0)] = KINDS.indexOf("$");
  return table;
}

const OTHER_SCRIPT = KINDS.indexOf("漢");

/** @param beyond the character on the other side of the neighbour, seen from the run */
function neighbour(table: Uint8Array, code: number, beyond: number): number {
  if (!(code < 0x80)) return code >= 0x80 ? OTHER_SCRIPT : 0;
  const kind = table[code];
  const joint = JOINT_OF[kind];
  if (joint < 0) return kind;
  if (isDigit(beyond)) return DIGIT_BEYOND + joint;
  const gap = GAP_OF[kind];
  return gap >= 0 && beyond < 0x80 && GAP_OF[table[beyond]] >= 0 ? GAP_BEYOND + gap : kind;
}
const JOINT_OF = Int8Array.from(KINDS, (kind) => (JOINTS as readonly string[]).indexOf(kind));
const GAP_OF = Int8Array.from(KINDS, (kind) => (GAPS as readonly string[]).indexOf(kind));

/** The cell of the run of digits from `start` to `end`. */
export function cellOf(text: string, start: number, end: number): number {
  const table = (kinds ??= buildKinds());
  const before = neighbour(table, text.charCodeAt(start - 1), text.charCodeAt(start - 2));
  const behind = neighbour(table, text.charCodeAt(end), text.charCodeAt(end + 1));
  const first = Math.min(2, text.charCodeAt(start) - 0x30);
  return ((Math.min(end - start, LONGEST_RUN) * FIRSTS + first) * NEIGHBOURS + before) * NEIGHBOURS + behind;
}

/** An entry for each cell. */
export const cellsOf = (): Int32Array => new Int32Array((LONGEST_RUN + 1) * FIRSTS * NEIGHBOURS * NEIGHBOURS);

/** What all runs of a cell have in common. */
export function runOf(cell: number): DigitRun {
  const behind = neighbourOf(cell % NEIGHBOURS);
  const before = neighbourOf(Math.floor(cell / NEIGHBOURS) % NEIGHBOURS);
  const rest = Math.floor(cell / NEIGHBOURS / NEIGHBOURS);
  return { length: Math.floor(rest / FIRSTS), first: FIRST_DIGITS[rest % FIRSTS], before: before.mark, beforeThat: before.beyond, behind: behind.mark, behindThat: behind.beyond };
}

function neighbourOf(number: number): { mark: DigitRun["before"]; beyond: DigitRun["beforeThat"] } {
  if (number >= GAP_BEYOND) return { mark: GAPS[number - GAP_BEYOND], beyond: "gap" };
  if (number >= DIGIT_BEYOND) return { mark: JOINTS[number - DIGIT_BEYOND], beyond: "digit" };
  return { mark: KINDS[number], beyond: "other" };
}
