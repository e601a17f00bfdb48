/** Records that stand upright: a label and a value on each line, the same labels again for the next person. */
import { createGrid, type TextGrid } from "./grid.js";
import type { Attempt } from "./kind.js";
import { grow, isBlankLine, isRuleLine, type Line, lineBefore, type LineKind, MAX_LINE } from "./lines.js";

/** 氏名：佐藤花子, ・電話: 090-..., 【住所】..., "name    | ...", "   name: ...", 氏　　名　　佐藤花子. The label is the first or second group. */
const LABELLED = /^[\s・■□◆◇●○◎※*+•-]{0,40}(?:[【［[〔<＜]([^\s】］\]〕>＞]{1,20})[】］\]〕>＞][\s:：]*|(\p{Script=Han}(?:[ 　]{1,3}[名所年月日号地籍番話項業先考別齢時間族柄絡]){1,4}|[\p{L}\p{N}][\p{L}\p{N}\p{M} 　_./()（）-]{0,23}?)(?:;[\w=;,]{1,40})?\s{0,40}(?:[:：=＝|｜]|[ 　\t]{2,}|[　\t])\s*)(?=(.?))/u;
/** What the values of code and of prose begin with. */
const NO_VALUE = /[/{[<=>:]/u;
/** A heading that counts: ■申込者1, 【2人目】, -[ RECORD 3 ]-, **** 4. row ****. */
const DIGITS = /\d+/gu;
const MAX_HEADING = 80;
/** Different labels of one record, and records. */
const MOST_LABELS = 40;
const FEWEST_LABELS = 2;
const FEWEST_RECORDS = 2;

interface Pair {
  readonly label: string;
  readonly labelStart: number;
  readonly labelEnd: number;
  readonly valueStart: number;
}

/** Longest stretch in which a label ends, and what may end it besides two spaces. */
const LABEL_UNITS = 64;
const SEPARATORS = ":：=＝|｜】］]〕>＞\t　";
let separatorUnits: Uint8Array | undefined;

function mayBeLabelled(text: string, { start, end }: Line): boolean {
  if (separatorUnits === undefined) {
    separatorUnits = new Uint8Array(0x10000);
    for (const char of SEPARATORS) separatorUnits[char.charCodeAt(0)] = 1;
  }
  const stop = Math.min(end, start + LABEL_UNITS);
  for (let at = start; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (separatorUnits[code] === 1 || (code === 0x20 && at > start && text.charCodeAt(at - 1) === 0x20)) return true;
  }
  return false;
}

function pairOf(text: string, line: Line): Pair | undefined {
  if (!mayBeLabelled(text, line)) return undefined;
  const written = text.slice(line.start, Math.min(line.end, line.start + 120));
  const found = LABELLED.exec(written);
  if (found === null || NO_VALUE.test(found[3] ?? "")) return undefined;
  const label = found[1] ?? found[2] ?? "";
  const labelStart = line.start + written.indexOf(label);
  return { label: label.replace(/[\s　]+/gu, ""), labelStart, labelEnd: labelStart + label.length, valueStart: line.start + found[0].length };
}

/** A label alone on its line, its value on the next ones. */
const LONE_LABEL = /^[\s・■□◆◇●○◎※*+•-]{0,40}(?:[【［[〔<＜]([^\s】］\]〕>＞]{1,20})[】］\]〕>＞]|([\p{L}\p{N}][\p{L}\p{N}\p{M} 　_./()（）-]{0,23}?)\s?[:：])\s*$/u;
const MAX_VALUE_LINES = 3;
const MAX_VALUE = 120;

function loneLabel(text: string, { start, end }: Line): string | undefined {
  if (end - start > MAX_VALUE || !mayBeLabelled(text, { start: Math.max(start, end - 4), end, next: end })) return undefined;
  const found = LONE_LABEL.exec(text.slice(start, end));
  return found?.[1] ?? found?.[2];
}

/** Labels on lines of their own above the values: what web forms send by mail. */
export function stackedTable(text: string, lineStart: number, line: Line, floor: number): Attempt | undefined {
  const above = lineBefore(text, lineStart, floor);
  if (above === undefined || loneLabel(text, above) === undefined || loneLabel(text, line) !== undefined) return undefined;
  let values = 0;
  let isApart = false;
  const kindOf = (one: Line): LineKind => {
    if (one === line || one.start === line.start) {
      values = 1;
      isApart = false;
      return "row";
    }
    if (isBlankLine(text, one)) {
      isApart = true;
      return "blank";
    }
    const isUpwards = one.start < line.start;
    if (loneLabel(text, one) !== undefined) {
      values = 0;
      isApart = false;
      return "row";
    }
    // What a blank line parts from a value is the next paragraph.
    const goesOn = one.end - one.start <= MAX_VALUE && ++values <= MAX_VALUE_LINES && (isUpwards || !isApart);
    isApart = false;
    return goesOn ? "row" : "other";
  };
  const block = grow(text, lineStart, { kindOf, blanks: 2, floor });
  const pairs: (Pair & { end: number })[] = [];
  for (const row of block.rows) {
    const label = loneLabel(text, row);
    if (label !== undefined) {
      const labelStart = text.indexOf(label, row.start);
      pairs.push({ label: label.replace(/[\s　]+/gu, ""), labelStart, labelEnd: labelStart + label.length, valueStart: row.end, end: row.end });
    } else if (pairs.length > 0) {
      const last = pairs[pairs.length - 1];
      pairs[pairs.length - 1] = { ...last, valueStart: last.end === last.valueStart ? row.start : last.valueStart, end: row.end };
    }
  }
  // What stands before the first label is no part of the table.
  return { grid: tableOfPairs(text, pairs, pairs[0]?.labelStart ?? block.start, block.end), end: block.end };
}

/** Turns a run of labelled lines into a table with a row for each record, if the labels come again and again. */
export function labelledTable(text: string, lineStart: number, line: Line, floor: number): Attempt | undefined {
  if (pairOf(text, line) === undefined) return undefined;
  let heading: string | undefined;
  const kindOf = (one: Line): LineKind => {
    if (one.end - one.start > MAX_LINE) return "other";
    if (isBlankLine(text, one)) return "blank";
    if (isRuleLine(text, one)) return "rule";
    if (one.end - one.start <= MAX_HEADING) {
      const written = text.slice(one.start, one.end).trim();
      const counted = written.replace(DIGITS, "#");
      if (counted !== written && (heading === counted || (heading === undefined && pairOf(text, one) === undefined))) {
        heading ??= counted;
        return "rule";
      }
    }
    return pairOf(text, one) === undefined ? "other" : "row";
  };
  const block = grow(text, lineStart, { kindOf, blanks: 3, floor });
  const pairs = block.rows.map((row) => ({ ...pairOf(text, row), end: row.end }));
  const grid = tableOfPairs(text, pairs.filter((pair): pair is Pair & { end: number } => pair.label !== undefined), block.start, block.end);
  return { grid, end: block.end };
}

function tableOfPairs(text: string, pairs: readonly (Pair & { readonly end: number })[], start: number, end: number): TextGrid | undefined {
  const counts = new Map<string, number>();
  for (const { label } of pairs) counts.set(label, (counts.get(label) ?? 0) + 1);
  // The label that begins a record is the first one that comes again.
  const first = pairs.find(({ label }) => (counts.get(label) ?? 0) >= FEWEST_RECORDS);
  if (first === undefined) return undefined;
  const records = counts.get(first.label) ?? 0;
  const repeated = [...counts.values()].filter((count) => count * 2 >= records).length;
  if (counts.size > MOST_LABELS || repeated < FEWEST_LABELS || pairs.length < counts.size * 1.5) return undefined;
  const columns = new Map<string, number>([...counts.keys()].map((label, i) => [label, i]));
  const grid = createGrid(text, true);
  grid.startRow();
  for (const [label, column] of columns) {
    const named = pairs.find((pair) => pair.label === label);
    if (named !== undefined) grid.cell(column, named.labelStart, named.labelEnd);
  }
  let seen = new Set<string>();
  let cells: [column: number, start: number, end: number][] = [];
  const settle = (): void => {
    if (cells.length === 0) return;
    grid.startRow();
    cells.sort((a, b) => a[0] - b[0]);
    for (const [column, from, to] of cells) grid.cell(column, from, to);
    cells = [];
    seen = new Set();
  };
  for (const { label, valueStart, end: valueEnd } of pairs) {
    if (label === first.label || seen.has(label)) settle();
    seen.add(label);
    cells.push([columns.get(label) ?? 0, valueStart, valueEnd]);
  }
  settle();
  return grid.finish(start, end);
}
