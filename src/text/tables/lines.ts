/** Lines around an offset, and which of them form one block with it. */

/** Half-open, without the line break; `start` stands behind the marks of a quoted mail ("> > "). */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
}

/** A longer line is no row: minified code, a paragraph. */
export const MAX_LINE = 2_000;

const LF = 0x0a;
const CR = 0x0d;
const QUOTE_MARK = 0x3e;

/** The line that begins at `start`. */
export function lineFrom(text: string, start: number): Line {
  const lf = text.indexOf("\n", start);
  const next = lf < 0 ? text.length : lf + 1;
  let end = lf < 0 ? text.length : lf;
  if (end > start && text.charCodeAt(end - 1) === CR) end--;
  let from = start;
  if (text.charCodeAt(from) === QUOTE_MARK) while (from < end && (text.charCodeAt(from) === QUOTE_MARK || text.charCodeAt(from) === 0x20)) from++;
  return { start: from, end, next };
}

/** The line before the one that begins at `lineStart`, if it begins at or behind `floor`. */
export function lineBefore(text: string, lineStart: number, floor: number): (Line & { readonly first: number }) | undefined {
  if (lineStart <= floor) return undefined;
  // A line too long to be a row need not be looked through to its start.
  const lowest = Math.max(floor, lineStart - 1 - MAX_LINE);
  let at = lineStart - 2;
  while (at >= lowest && text.charCodeAt(at) !== LF) at--;
  if (at < lowest && lowest > floor) return undefined;
  return { ...lineFrom(text, at + 1), first: at + 1 };
}

export type LineKind = "row" | "rule" | "blank" | "other";

/** Lines of one block: rows and the rules between them. */
export interface Block {
  readonly rows: readonly Line[];
  /** For each row, how many rules stand above it since the row before. */
  readonly rulesBefore: readonly number[];
  readonly rules: number;
  readonly start: number;
  readonly end: number;
}

export interface Growth {
  /** What a line is in this kind of table. */
  readonly kindOf: (line: Line) => LineKind;
  /** Other lines that may stand between two rows: blank ones, one or more. */
  readonly blanks: number;
  readonly floor: number;
}

/** The block around a row. Looks at each line once, and at one line more than the block has at either end (and the blank ones there). */
export function grow(text: string, lineStart: number, { kindOf, blanks, floor }: Growth): Block {
  const above: { line: Line; isRule: boolean }[] = [];
  let start = lineStart;
  let gap = 0;
  for (let at = lineStart; ; ) {
    const before = lineBefore(text, at, floor);
    if (before === undefined) break;
    at = before.first;
    const kind = kindOf(before);
    if (kind === "blank" && ++gap <= blanks) continue;
    if (kind !== "row" && kind !== "rule") break;
    gap = 0;
    above.push({ line: before, isRule: kind === "rule" });
    start = before.first;
  }
  const rows: Line[] = [];
  const rulesBefore: number[] = [];
  let rules = 0;
  let since = 0;
  const take = (line: Line, isRule: boolean): void => {
    if (isRule) {
      rules++;
      since++;
      return;
    }
    rows.push(line);
    rulesBefore.push(since);
    since = 0;
  };
  for (const { line, isRule } of above.reverse()) take(line, isRule);
  let end = lineStart;
  gap = 0;
  for (let at = lineStart; at < text.length; ) {
    const line = lineFrom(text, at);
    at = line.next;
    const kind = kindOf(line);
    if (kind === "blank" && ++gap <= blanks) continue;
    if (kind !== "row" && kind !== "rule") break;
    gap = 0;
    take(line, kind === "rule");
    end = line.end;
  }
  return { rows, rulesBefore, rules, start, end };
}

/** Nothing but white space. */
export function isBlankLine(text: string, { start, end }: Line): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

export const isSpace = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x3000 || code === 0xa0 || code === CR;

const RULE_MARKS = "-=+*~_─━═┄┈┅┉┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬—―＝－";
const RULE_FILLERS = " |:\t\u3000｜│┃║.";
let ruleUnits: Uint8Array | undefined;

function ruleTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const char of RULE_MARKS) table[char.charCodeAt(0)] = 2;
  for (const char of RULE_FILLERS) table[char.charCodeAt(0)] = 1;
  return (ruleUnits = table);
}

/** "+----+----+", "|:---|---:|", "├───┼───┤", "===== ====". */
export function isRuleLine(text: string, { start, end }: Line): boolean {
  const table = ruleUnits ?? ruleTable();
  let marks = 0;
  for (let at = start; at < end; at++) {
    const kind = table[text.charCodeAt(at)];
    if (kind === 0) return false;
    if (kind === 2) marks++;
  }
  return marks >= 3;
}
