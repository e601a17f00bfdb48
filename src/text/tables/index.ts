/**
 * Tables in a text, looked for where something personal was found in it: a text in which nothing was found costs nothing, and one
 * with a table in it a few looks at each of the table's lines.
 */
import { alignedTable, spacedTable } from "./aligned.js";
import { delimitedTables } from "./delimited.js";
import type { TextGrid } from "./grid.js";
import { labelledTable, stackedTable } from "./labelled.js";
import type { TableKind } from "./kind.js";
import { type Line, lineFrom, MAX_LINE } from "./lines.js";
import { literalTable } from "./literals.js";
import { pairsTable } from "./pairs.js";

export { tableOfGrid, type TextGrid } from "./grid.js";

export interface TableFinder {
  /** The table that an offset stands in. Offsets must be asked for in ascending order: no line is looked at twice in one way. */
  at(offset: number): TextGrid | undefined;
}

const LF = 0x0a;
const LINE_KINDS: readonly TableKind[] = [pairsTable, labelledTable, stackedTable, ...delimitedTables, alignedTable, spacedTable];

export function createTableFinder(text: string): TableFinder {
  /** What lies before it has been judged. */
  let floor = 0;
  let current: TextGrid | undefined;
  /** By kind, how far it has looked in vain. */
  const looked = new Float64Array(LINE_KINDS.length + 1);

  const literal = (offset: number): TextGrid | undefined => {
    if (offset < looked[LINE_KINDS.length]) return undefined;
    const attempt = literalTable(text, offset, floor);
    looked[LINE_KINDS.length] = attempt?.end ?? offset;
    return attempt?.grid;
  };
  const ofLines = (lineStart: number, line: Line): TextGrid | undefined => {
    for (const [i, kind] of LINE_KINDS.entries()) {
      if (lineStart < looked[i]) continue;
      const attempt = kind(text, lineStart, line, floor);
      if (attempt?.grid !== undefined) return attempt.grid;
      if (attempt !== undefined) looked[i] = attempt.end;
    }
    return undefined;
  };
  return {
    at(offset) {
      if (current !== undefined && offset < current.end) return offset >= current.start ? current : undefined;
      current = literal(offset);
      if (current !== undefined) floor = current.end;
      if (current !== undefined || offset < floor) return current;
      let lineStart = offset;
      const lowest = Math.max(floor, offset - MAX_LINE);
      while (lineStart > lowest && text.charCodeAt(lineStart - 1) !== LF) lineStart--;
      const line = lineFrom(text, lineStart);
      const isWhole = lineStart === 0 || lineStart === floor || text.charCodeAt(lineStart - 1) === LF;
      if (isWhole && line.end - line.start <= MAX_LINE) current = ofLines(lineStart, line);
      floor = Math.max(line.next, current?.end ?? 0);
      return current;
    },
  };
}
