/** Rows whose cells stand below each other, or are set apart by wide gaps: what people type and terminals print. */
import { createGrid, type TextGrid } from "./grid.js";
import type { Attempt } from "./kind.js";
import { type Block, grow, isBlankLine, isRuleLine, isSpace, type Line, type LineKind, MAX_LINE } from "./lines.js";

const FEWEST_ROWS = 3;
/** Columns of a terminal that are looked at. */
const MAX_WIDTH = 512;
/** Rows that the columns are found in; the rest follows them. */
const SAMPLE_ROWS = 2_000;
/** Share of rows that may run over a gutter, and share whose gap there is wide: else it is the spaces between words that happen to meet. */
const OVERLONG = 0.02;
const WIDE_GAPS = 0.3;
/** Rows that must fill more than one column. */
const FILLED = 0.6;

const IDEOGRAPHIC_SPACE = 0x3000;

/** The width of a character on a terminal (Unicode's East Asian Width, W and F but for the rare ones). */
export const isWide = (code: number): boolean => code >= 0x1100 && (code <= 0x115f || (code >= 0x2e80 && code <= 0xd7ff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6));

/** Whether two things of the line stand apart by two columns or more. */
export function hasGap(text: string, { start, end }: Line): boolean {
  let seen = false;
  let width = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isSpace(code)) {
      if (seen && width >= 2) return true;
      seen = true;
      width = 0;
    } else width += code === IDEOGRAPHIC_SPACE || code === 0x09 ? 2 : 1;
  }
  return false;
}

/** The table around the line that begins at `lineStart`, if its cells are set out so. */
export function alignedTable(text: string, lineStart: number, line: Line, floor: number): Attempt | undefined {
  if (!hasGap(text, line)) return undefined;
  let lone = 0;
  const kindOf = (one: Line): LineKind => {
    if (one.end - one.start > MAX_LINE) return "other";
    if (isBlankLine(text, one)) return "blank";
    if (isRuleLine(text, one)) return "rule";
    if (hasGap(text, one)) {
      lone = 0;
      return "row";
    }
    // A row with one cell filled may stand between others; a paragraph does not.
    return ++lone > 1 || one.end - one.start > 24 ? "other" : "row";
  };
  const grown = grow(text, lineStart, { kindOf, blanks: 0, floor });
  const block = trimmed(text, grown);
  const isEnough = block.rows.length >= FEWEST_ROWS;
  return { grid: isEnough ? byGaps(text, block, 2, 1) ?? byColumns(text, block, true) ?? byColumns(text, block, false) ?? byGaps(text, block, 1, 0.8) : undefined, end: grown.end };
}

/** Japanese has no spaces between words: a line with some is a list, if those around it have as many. */
export function spacedTable(text: string, lineStart: number, line: Line, floor: number): Attempt | undefined {
  const isList = (one: Line): boolean => IDEOGRAPHIC.test(text.slice(one.start, Math.min(one.end, one.start + MAX_LIST_LINE))) && pieces(text, one, 1, 1).length > 1;
  if (line.end - line.start > MAX_LIST_LINE || !isList(line)) return undefined;
  const kindOf = (one: Line): LineKind => {
    if (one.end - one.start > MAX_LIST_LINE) return "other";
    if (isBlankLine(text, one)) return "blank";
    return isRuleLine(text, one) ? "rule" : isList(one) ? "row" : "other";
  };
  const block = grow(text, lineStart, { kindOf, blanks: 0, floor });
  return { grid: block.rows.length < FEWEST_ROWS ? undefined : byGaps(text, block, 1, SPACED_AGREEMENT, 1), end: block.end };
}

const IDEOGRAPHIC = /[\u3041-\u9fff]/u;
const MAX_LIST_LINE = 160;
const SPACED_AGREEMENT = 0.6;

/** A title above a table and a note below it have one cell, and are none of its rows. */
function trimmed(text: string, block: Block): Block {
  let first = 0;
  let last = block.rows.length;
  while (first < last && !hasGap(text, block.rows[first])) first++;
  while (last > first && !hasGap(text, block.rows[last - 1])) last--;
  if (first === 0 && last === block.rows.length) return block;
  const rows = block.rows.slice(first, last);
  if (rows.length === 0) return { ...block, rows, rulesBefore: [] };
  return { ...block, rows, rulesBefore: block.rulesBefore.slice(first, last), start: rows[0].start, end: rows[rows.length - 1].end };
}

/** Stretches of a line that gaps part: so many half-width spaces, a tab, so many ideographic ones. */
function pieces(text: string, { start, end }: Line, ideographic: number, narrowest: number): [start: number, end: number][] {
  const found: [number, number][] = [];
  let from = -1;
  let to = -1;
  let narrow = 0;
  let wide = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      if (code === IDEOGRAPHIC_SPACE) wide++;
      else narrow += code === 0x09 ? 2 : 1;
      continue;
    }
    if (from >= 0 && (narrow + wide >= narrowest || wide >= ideographic)) {
      found.push([from, to]);
      from = -1;
    }
    if (from < 0) from = at;
    to = at + 1;
    narrow = wide = 0;
  }
  if (from >= 0) found.push([from, to]);
  return found;
}

/** The same number of cells line after line, aligned or not; where all gaps are alike, one twice as wide has an empty cell in it. */
function byGaps(text: string, block: Block, ideographic: number, agreement: number, narrowest = 2): TextGrid | undefined {
  const counts = new Map<number, number>();
  const gaps = new Map<number, number>();
  for (const line of block.rows) {
    const found = pieces(text, line, ideographic, narrowest);
    counts.set(found.length, (counts.get(found.length) ?? 0) + 1);
    for (let i = 1; i < found.length; i++) {
      const gap = found[i][0] - found[i - 1][1];
      gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
    }
  }
  const [columns, most] = commonest(counts);
  const [usual, alike] = commonest(gaps);
  if (columns < 2) return undefined;
  const isEven = narrowest > 1 && alike >= EVEN_GAPS * [...gaps.values()].reduce((sum, count) => sum + count, 0);
  if (most < block.rows.length * (isEven ? Math.min(agreement, EVEN_ROWS) : agreement)) return undefined;
  const grid = createGrid(text);
  const forms = isEven ? undefined : formsOf(text, block.rows.map((line) => pieces(text, line, ideographic, narrowest)), columns);
  for (const line of block.rows) {
    grid.startRow();
    let column = 0;
    const found = pieces(text, line, ideographic, narrowest);
    found.forEach(([start, end], i) => {
      if (i > 0) column += isEven && (start - found[i - 1][1]) % usual === 0 ? (start - found[i - 1][1]) / usual : 1;
      // Of a row with fewer cells each stands in the next column that holds such.
      if (forms !== undefined && found.length < columns) column = nextOfForm(forms, formOf(text, start, end), column, columns - (found.length - i));
      grid.cell(Math.min(column, MAX_WIDTH), start, end);
    });
  }
  return grid.finish(block.start, block.end);
}

/** What a cell looks like: what it begins with, and whether digits or "@" stand in it. */
function formOf(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  let form = isDigit(code) ? 1 : code < 0x250 ? 2 : 3;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x40) form |= 8;
    else if (isDigit(unit)) form |= 4;
  }
  return form;
}

const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);

/** By column, what most cells of whole rows look like. */
function formsOf(text: string, rows: readonly (readonly [start: number, end: number][])[], columns: number): number[] {
  const counts = Array.from({ length: columns }, () => new Map<number, number>());
  for (const cells of rows) {
    if (cells.length !== columns) continue;
    cells.forEach(([start, end], column) => {
      const form = formOf(text, start, end);
      counts[column].set(form, (counts[column].get(form) ?? 0) + 1);
    });
  }
  return counts.map((count) => commonest(count)[0]);
}

function nextOfForm(forms: readonly number[], form: number, from: number, last: number): number {
  for (let column = from; column <= last; column++) if (forms[column] === form) return column;
  return from;
}

/** Share of the gaps that are as wide as each other in rows written with one separator, and of such rows that have no empty cell. */
const EVEN_GAPS = 0.8;
const EVEN_ROWS = 0.5;

function commonest(counts: ReadonlyMap<number, number>): [value: number, count: number] {
  let best: [number, number] = [0, 0];
  for (const [value, count] of counts) if (count > best[1]) best = [value, count];
  return best;
}

/** Columns are what no gutter crosses: a place where every row is blank. @param isTerminal full-width characters take two columns */
function byColumns(text: string, block: Block, isTerminal: boolean): TextGrid | undefined {
  const sample = block.rows.slice(0, SAMPLE_ROWS);
  const filled = new Uint16Array(MAX_WIDTH + 2);
  const wideGaps = new Uint16Array(MAX_WIDTH + 2);
  for (const line of sample) mark(text, line, isTerminal, filled, wideGaps);
  const edges = edgesOf(filled, wideGaps, sample.length);
  if (edges.length < 2) return undefined;
  const grid = createGrid(text);
  const joint = nameHalves(text, sample, edges, isTerminal);
  let full = 0;
  for (const line of block.rows) {
    grid.startRow();
    const cells = cut(text, line, edges, isTerminal);
    let column = -1;
    let last = -1;
    cells.forEach(([start, end], i) => {
      if (!joint.has(i)) column++;
      if (end <= start) return;
      if (joint.has(i) && last >= 0) grid.cell(column, Math.min(start, last), end);
      else grid.cell(column, start, end);
      last = start;
    });
    if (cells.filter(([start, end]) => end > start).length > 1) full++;
  }
  return full < block.rows.length * FILLED ? undefined : grid.finish(block.start, block.end);
}

function mark(text: string, { start, end }: Line, isTerminal: boolean, filled: Uint16Array, wideGaps: Uint16Array): void {
  let width = 0;
  let gap = -1;
  for (let at = start; at < end && width < MAX_WIDTH; at++) {
    const code = text.charCodeAt(at);
    const step = isTerminal && (isWide(code) || code === IDEOGRAPHIC_SPACE) ? 2 : 1;
    if (isSpace(code)) {
      if (gap < 0) gap = width;
    } else {
      if (gap >= 0 && (width - gap >= 2 || (!isTerminal && text.charCodeAt(at - 1) === IDEOGRAPHIC_SPACE))) for (let one = gap; one < width; one++) wideGaps[one]++;
      gap = -1;
      filled[width]++;
      if (step === 2) filled[width + 1]++;
    }
    width += step;
  }
  if (gap < 0) gap = width;
  for (let one = gap; one <= MAX_WIDTH; one++) wideGaps[one]++;
}

/** Where columns begin. */
function edgesOf(filled: Uint16Array, wideGaps: Uint16Array, rows: number): number[] {
  const allowed = Math.floor(rows * OVERLONG);
  const edges: number[] = [];
  let isGutter = true;
  let isSupported = true;
  for (let at = 0; at < MAX_WIDTH; at++) {
    if (filled[at] <= allowed) {
      if (!isGutter) isSupported = false;
      isGutter = true;
      if (wideGaps[at] >= rows * WIDE_GAPS) isSupported = true;
    } else {
      if (isGutter && (isSupported || edges.length === 0)) edges.push(at);
      isGutter = false;
    }
  }
  return edges;
}

/** A line cut at the edges; what runs over an edge stays whole. */
function cut(text: string, { start, end }: Line, edges: readonly number[], isTerminal: boolean): [start: number, end: number][] {
  const cells: [number, number][] = edges.map(() => [end, end]);
  let width = 0;
  let column = 0;
  cells[0][0] = start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    while (column + 1 < edges.length && width >= edges[column + 1] && (at === start || isSpace(text.charCodeAt(at - 1)) || isSpace(code))) {
      cells[column][1] = at;
      cells[++column][0] = at;
    }
    width += isTerminal && (isWide(code) || code === IDEOGRAPHIC_SPACE) ? 2 : 1;
  }
  cells[column][1] = end;
  return cells.map(([from, to]) => {
    let [first, last] = [from, to];
    while (first < last && isSpace(text.charCodeAt(first))) first++;
    while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
    return [first, last];
  });
}

const NAME_PART = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー]{1,5}$/u;

/** Columns that are the second half of the one before: 佐藤　花子, where the surnames happen to be as long as each other. */
function nameHalves(text: string, rows: readonly Line[], edges: readonly number[], isTerminal: boolean): ReadonlySet<number> {
  const joints = new Uint32Array(edges.length);
  const both = new Uint32Array(edges.length);
  for (const line of rows) {
    const cells = cut(text, line, edges, isTerminal);
    for (let i = 1; i < cells.length; i++) {
      const [[from, to], [start, end]] = [cells[i - 1], cells[i]];
      if (to <= from || end <= start) continue;
      both[i]++;
      if (start - to === 1 && NAME_PART.test(text.slice(from, to)) && NAME_PART.test(text.slice(start, end))) joints[i]++;
    }
  }
  return new Set([...edges.keys()].filter((i) => i > 0 && both[i] > 0 && joints[i] >= both[i] * 0.7));
}
