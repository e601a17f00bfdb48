/** A way in which tables are written into texts. */
import type { TextGrid } from "./grid.js";
import type { Line } from "./lines.js";

/** What one way of writing tables made of a place. */
export interface Attempt {
  readonly grid: TextGrid | undefined;
  /** How far it has looked: before it there is no such table. */
  readonly end: number;
}

/** @param floor nothing before it is looked at again. Undefined where the line is not of this kind */
export type TableKind = (text: string, lineStart: number, line: Line, floor: number) => Attempt | undefined;
