/** Records on one line each, every value under its own label: 氏名：佐藤花子　電話：090-..., name=... tel=... */
import { createGrid } from "./grid.js";
import type { Attempt } from "./kind.js";
import { grow, isBlankLine, isRuleLine, isSpace, type Line, type LineKind, MAX_LINE } from "./lines.js";

interface Pair {
  readonly label: string;
  readonly labelStart: number;
  readonly labelEnd: number;
  readonly start: number;
  readonly end: number;
}

const COLONS = ":：=＝";
/** What may part two pairs. */
const SEPARATORS = ",，、;；/／|｜&";
const LABEL_UNIT = /[\p{L}\p{N}\p{M}_.-]/u;
const LABEL_START = /^\p{L}/u;
const MAX_LABEL = 16;
const MAX_PAIRS = 64;
const FEWEST_PAIRS = 2;
const FEWEST_ROWS = 2;

let units: Uint8Array | undefined;
const COLON = 1;
const SEPARATOR = 2;

function unitTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const char of COLONS) table[char.charCodeAt(0)] = COLON;
  for (const char of SEPARATORS) table[char.charCodeAt(0)] = SEPARATOR;
  return (units = table);
}

/** A label stands at the line's start or behind a space or a separator, and a colon right behind it. */
function pairsOf(text: string, { start, end }: Line): Pair[] {
  const table = units ?? unitTable();
  const pairs: { label: string; labelStart: number; labelEnd: number; start: number; end: number }[] = [];
  for (let at = start; at < end && pairs.length < MAX_PAIRS; at++) {
    if (table[text.charCodeAt(at)] !== COLON || text.charCodeAt(at + 1) === 0x2f) continue;
    const labelEnd = at > start && text.charCodeAt(at - 1) === 0x20 ? at - 1 : at;
    let labelStart = labelEnd;
    while (labelStart > start && labelEnd - labelStart <= MAX_LABEL && LABEL_UNIT.test(text[labelStart - 1])) labelStart--;
    const label = text.slice(labelStart, labelEnd);
    const before = labelStart === start ? 0x20 : text.charCodeAt(labelStart - 1);
    if (!LABEL_START.test(label) || label.length > MAX_LABEL || !(isSpace(before) || table[before] === SEPARATOR || before === 0x28 || before === 0xff08 || before === 0x30fb)) continue;
    const last = pairs.at(-1);
    if (last !== undefined) last.end = Math.max(last.start, trimmedEnd(text, last.start, labelStart, table));
    pairs.push({ label, labelStart, labelEnd, start: at + 1, end });
  }
  return pairs;
}

function trimmedEnd(text: string, start: number, end: number, table: Uint8Array): number {
  let to = end;
  while (to > start && (isSpace(text.charCodeAt(to - 1)) || table[text.charCodeAt(to - 1)] === SEPARATOR)) to--;
  return to;
}

export function pairsTable(text: string, lineStart: number, line: Line, floor: number): Attempt | undefined {
  const own = pairsOf(text, line);
  if (own.length < FEWEST_PAIRS) return undefined;
  const labels = new Set(own.map(({ label }) => label));
  const kindOf = (one: Line): LineKind => {
    if (one.end - one.start > MAX_LINE) return "other";
    if (isBlankLine(text, one)) return "blank";
    if (isRuleLine(text, one)) return "rule";
    const shared = pairsOf(text, one).reduce((sum, { label }) => sum + (labels.has(label) ? 1 : 0), 0);
    return shared >= FEWEST_PAIRS ? "row" : "other";
  };
  const block = grow(text, lineStart, { kindOf, blanks: 1, floor });
  if (block.rows.length < FEWEST_ROWS) return { grid: undefined, end: block.end };
  const columns = new Map<string, Pair & { readonly column: number }>();
  const rows = block.rows.map((row) => pairsOf(text, row));
  for (const pairs of rows) for (const pair of pairs) if (!columns.has(pair.label) && columns.size < MAX_PAIRS) columns.set(pair.label, { ...pair, column: columns.size });
  const grid = createGrid(text, true);
  grid.startRow();
  for (const { column, labelStart, labelEnd } of columns.values()) grid.cell(column, labelStart, labelEnd);
  for (const pairs of rows) {
    grid.startRow();
    const cells = pairs.map(({ label, start, end }) => [columns.get(label)?.column ?? -1, start, end] as const).filter(([column]) => column >= 0);
    for (const [column, start, end] of cells.sort((a, b) => a[0] - b[0])) grid.cell(column, start, end);
  }
  return { grid: grid.finish(block.start, block.end), end: block.end };
}
