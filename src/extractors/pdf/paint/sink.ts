/** What a reader of content tells about painting, in the order things are painted. Both readers tell it, so both see the same. */
import type { Outline, Rect } from "./geometry.js";

/** Packed 0xrrggbb; colours that cannot be compared (patterns, pictures, unknown spaces) are -1. */
export type Colour = number;
export const UNKNOWN_COLOUR: Colour = -1;
export const WHITE: Colour = 0xffffff;

/** `unpainted`: rendering modes that leave no mark, no opacity at all. `switched-off`: on a layer that is off. */
export type Ink = "painted" | "unpainted" | "switched-off";

export interface PaintSink {
  /** How glyphs from here on are painted, and the rectangle they may show in. */
  readonly style: (colour: Colour, ink: Ink, clip: Rect) => void;
  /** The next glyph was placed by an operator, and does not merely follow. */
  readonly placed: () => void;
  /** One glyph at a point; the unit vector it advances along, how far, and the font size, in user space. */
  readonly glyph: (text: string, x: number, y: number, alongX: number, alongY: number, advance: number, size: number) => void;
  /** An area painted opaquely: what was painted there before is not seen any more. */
  cover(outline: Outline, colour: Colour, clip: Rect): void;
}

/** Areas thinner than this are rules and borders: no text disappears behind one. */
export const MIN_COVER_POINTS = 1.5;

export function isCover([left, bottom, right, top]: Rect): boolean {
  return right - left >= MIN_COVER_POINTS && top - bottom >= MIN_COVER_POINTS;
}

/** Nobody tells such colours apart: a difference of 16 of 255 in every channel. */
const SAME_COLOUR = 16;

export function looksAlike(a: Colour, b: Colour): boolean {
  if (a < 0 || b < 0) return false;
  return (
    Math.abs((a >> 16) - (b >> 16)) <= SAME_COLOUR && Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) <= SAME_COLOUR && Math.abs((a & 255) - (b & 255)) <= SAME_COLOUR
  );
}

/** Components of 0 to 1: one is grey, three are red, green and blue, four are cyan, magenta, yellow and black. */
export function colourOf(components: readonly number[]): Colour {
  const byte = (value: number): number => Math.round(255 * Math.min(1, Math.max(0, value)));
  const [a, b, c, d] = components;
  if (components.length === 1) return byte(a) * 0x10101;
  if (components.length === 3) return (byte(a) << 16) | (byte(b) << 8) | byte(c);
  if (components.length === 4) return (byte(1 - Math.min(1, a + d)) << 16) | (byte(1 - Math.min(1, b + d)) << 8) | byte(1 - Math.min(1, c + d));
  return UNKNOWN_COLOUR;
}
