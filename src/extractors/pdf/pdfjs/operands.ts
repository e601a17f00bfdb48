/** Operands of pdfjs's operators as values of ours. What is no number counts as 0: pdfjs has checked what it could. */
import { IDENTITY, type Matrix, type Rect } from "../paint/geometry.js";
import { colourOf, UNKNOWN_COLOUR, type Colour } from "../paint/sink.js";

export const numberOf = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);

/** The identity where it is none. */
export function matrixOf(value: unknown): Matrix {
  if (!Array.isArray(value)) return IDENTITY;
  const numbers = (value as readonly unknown[]).map(numberOf);
  return numbers.length < 6 ? IDENTITY : [numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]];
}

export function rectOf(value: readonly unknown[]): Rect {
  const [left, bottom, right, top] = value.map(numberOf);
  return [left, bottom, right, top];
}

/** "#rrggbb", or components. */
export function hexColour(value: unknown): Colour {
  const digits = typeof value === "string" ? /^#([0-9a-f]{6})$/iu.exec(value)?.[1] : undefined;
  if (digits !== undefined) return parseInt(digits, 16);
  return Array.isArray(value) ? colourOf(value.map(numberOf)) : UNKNOWN_COLOUR;
}
