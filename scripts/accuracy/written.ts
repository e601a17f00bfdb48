/** Text that knows where personal data stands in it, put together piece by piece, so that the truth is never searched for. */
import type { Entity } from "../../src/contract.js";

/** How a name is written: recall is told for each, because they are not equally hard. */
export type NameForm = "full" | "reading" | "surname" | "given" | "latin" | "foreign" | "shown";

export interface Mark {
  readonly entity: Entity;
  /** Half-open, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Who it is about; undefined where it is an office's. */
  readonly person?: number;
  readonly form?: NameForm;
  /** Of full Japanese names: how common the surname is, what generation the given name is of. */
  readonly traits?: readonly string[];
  /** Kinds that are as right: a registered domicile is an address too. */
  readonly also?: readonly Entity[];
  /** Neither a miss where it is not found nor a false alarm where it is: a mayor's name, an office's telephone. */
  readonly optional?: true;
}

export interface Written {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export type Piece = string | number | Written | readonly Piece[];

export type MarkFacts = Omit<Mark, "start" | "end">;

/** A value that is personal data as a whole. */
export function marked(text: string, facts: MarkFacts): Written {
  return { text, marks: [{ ...facts, start: 0, end: text.length }] };
}

/** Template literals: w`氏名：${name(p)}`. */
export function w(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Written {
  return concat(strings.flatMap((string, i) => (i < pieces.length ? [string, pieces[i]] : [string])));
}

export function concat(pieces: readonly Piece[]): Written {
  let text = "";
  const marks: Mark[] = [];
  const add = (piece: Piece): void => {
    if (typeof piece === "string" || typeof piece === "number") text += String(piece);
    else if (isList(piece)) for (const one of piece) add(one);
    else {
      const shift = text.length;
      for (const mark of piece.marks) marks.push({ ...mark, start: mark.start + shift, end: mark.end + shift });
      text += piece.text;
    }
  };
  for (const piece of pieces) add(piece);
  return { text, marks };
}

export function joined(pieces: readonly Piece[], separator: string): Written {
  return concat(pieces.flatMap((piece, i) => (i === 0 ? [piece] : [separator, piece])));
}

/** One piece for each member, a line each unless another separator is given. */
export function each<T>(list: readonly T[], write: (one: T, index: number) => Piece, separator = "\n"): Written {
  return joined(list.map(write), separator);
}

function isList(piece: Written | readonly Piece[]): piece is readonly Piece[] {
  return Array.isArray(piece);
}
