/** What one style says about whether text, cells, rows, sheets, slides and shapes are seen (ODF 1.3 part 3, 16 and 20). */
import type { XmlReader } from "../../bytes/xml.js";
import type { Concealment } from "../../contract.js";
import { isHair } from "../cells/sight.js";

export interface Look {
  readonly hidden: boolean;
  /** The font's, as "#rrggbb" in lower case; AUTOMATIC where programs choose one that can be read; undefined where none is told. */
  readonly colour: string | undefined;
  /** The colour behind the text; TRANSPARENT or undefined where one sees what lies behind that. */
  readonly ground: string | undefined;
  /** The font is transparent (LibreOffice 7.0 and later). */
  readonly clear: boolean;
  /** Of the font, in points; infinite where none is told. Scripts have fonts of their own (20.290, 20.291). */
  readonly points: number;
  readonly asianPoints: number;
  readonly complexPoints: number;
  /** Of a table (20.142), a slide (20.231), a row or column too narrow to see. */
  readonly absent: boolean;
  /** Of a row or column, in points. */
  readonly extent: number | undefined;
  /** The number format shows nothing whatever the value is. */
  readonly blank: boolean;
  /** Of a shape: `draw:fill`, and whether one sees through it. */
  readonly fill: string | undefined;
  readonly fillColour: string | undefined;
  readonly isSeeThrough: boolean;
}

export const PLAIN: Look = {
  hidden: false, colour: undefined, ground: undefined, clear: false, points: Number.POSITIVE_INFINITY, asianPoints: Number.POSITIVE_INFINITY, complexPoints: Number.POSITIVE_INFINITY,
  absent: false, extent: undefined, blank: false, fill: undefined, fillColour: undefined, isSeeThrough: false,
};

/** Nobody here can tell what colour is behind the text. */
export const UNKNOWN_GROUND = "";
export const WHITE = "#ffffff";
const AUTOMATIC = "automatic";
const TRANSPARENT = "transparent";

/** What is told of something that stands inside of something else. */
export function over(outer: Look, inner: Look): Look {
  const size = (key: "points" | "asianPoints" | "complexPoints"): number => (Number.isFinite(inner[key]) ? inner[key] : outer[key]);
  return {
    ...inner, hidden: outer.hidden || inner.hidden, clear: inner.colour === undefined ? outer.clear : inner.clear, colour: inner.colour ?? outer.colour, ground: groundOf(inner) ?? groundOf(outer),
    points: size("points"), asianPoints: size("asianPoints"), complexPoints: size("complexPoints"),
  };
}

export const groundOf = ({ ground }: Look): string | undefined => (ground === TRANSPARENT ? undefined : ground);

const ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const COMPLEX = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]/u;
/** Letters and digits of all other scripts. */
const WESTERN = /[0-9\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** Whether each script that is in the text is written too small. */
export function isTiny(text: string, { points, asianPoints, complexPoints }: Look, isTinyFont: (points: number) => boolean): boolean {
  const [western, asian, complex] = [isTinyFont(points), isTinyFont(asianPoints), isTinyFont(complexPoints)];
  if (!western && !asian && !complex) return false;
  if (western && asian && complex) return true;
  const written = [WESTERN.test(text), ASIAN.test(text), COMPLEX.test(text)];
  return written.includes(true) && [western, asian, complex].every((tiny, i) => tiny || !written[i]);
}

/** Why text of this look is not seen. @param behind the colour where the look has no ground of its own */
export function unseen(text: string, look: Look, behind: string, isTinyFont: (points: number) => boolean): Concealment | undefined {
  if (look.hidden) return "hidden-text";
  const ground = groundOf(look) ?? behind;
  const hasItsGround = look.colour !== undefined && ground !== UNKNOWN_GROUND && look.colour === ground;
  return look.clear || hasItsGround || isTiny(text, look, isTinyFont) ? "invisible-format" : undefined;
}

/** Adds what one element of a style's properties says. */
export function readProperties(reader: XmlReader, look: { -readonly [K in keyof Look]?: Look[K] }, element: string): void {
  switch (element) {
    case "text-properties":
      readText(reader, look);
      return;
    case "paragraph-properties":
    case "table-cell-properties":
    case "section-properties":
      readGround(reader, look);
      return;
    case "graphic-properties":
      readGround(reader, look);
      readFill(reader, look);
      return;
    case "table-properties":
      readGround(reader, look);
      if (reader.attribute("display") !== undefined) look.absent = reader.attribute("display") === "false";
      return;
    case "drawing-page-properties":
      if (reader.attribute("visibility") !== undefined) look.absent = reader.attribute("visibility") === "hidden";
      return;
    case "table-row-properties": {
      readGround(reader, look);
      const height = points(reader.attribute("row-height"));
      if (height === undefined) return;
      look.extent = height;
      if (reader.attribute("use-optimal-row-height") !== "true") look.absent = isHair(height);
      return;
    }
    case "table-column-properties": {
      const width = points(reader.attribute("column-width"));
      if (width === undefined) return;
      look.extent = width;
      look.absent = isHair(width);
      return;
    }
  }
}

function readText(reader: XmlReader, look: { -readonly [K in keyof Look]?: Look[K] }): void {
  const display = reader.attribute("display");
  if (display !== undefined) look.hidden = display === "none" || display === "condition";
  const colour = reader.attribute("color");
  const isAutomatic = reader.attribute("use-window-font-color") === "true";
  if (isAutomatic || colour !== undefined) {
    look.colour = isAutomatic || colour === undefined ? AUTOMATIC : colour.toLowerCase();
    // LibreOffice writes 0 % for its automatic colour, which is none.
    look.clear = !isAutomatic && Number.parseFloat(reader.attribute("opacity") ?? "100%") === 0;
  }
  for (const [attribute, key] of SIZES) {
    const size = points(reader.attribute(attribute));
    if (size !== undefined) look[key] = size;
  }
  readGround(reader, look);
}

const SIZES = [["font-size", "points"], ["font-size-asian", "asianPoints"], ["font-size-complex", "complexPoints"]] as const;

function readGround(reader: XmlReader, look: { ground?: string | undefined }): void {
  const colour = reader.attribute("background-color");
  if (colour !== undefined) look.ground = colour.toLowerCase();
}

function readFill(reader: XmlReader, look: { -readonly [K in keyof Look]?: Look[K] }): void {
  const [fill, colour, opacity, image] = ["fill", "fill-color", "opacity", "image-opacity"].map((name) => reader.attribute(name));
  if (fill !== undefined) look.fill = fill;
  if (colour !== undefined) look.fillColour = colour.toLowerCase();
  if (opacity !== undefined || image !== undefined) look.isSeeThrough = [opacity, image].some((one) => one !== undefined && Number.parseFloat(one) < 100);
  if (reader.attribute("opacity-name") !== undefined) look.isSeeThrough = true;
}

const LENGTH = /^(-?\d{1,9}(?:\.\d{0,9})?)(cm|mm|in|pt|pc|px)$/u;
const POINTS: Readonly<Record<string, number>> = { cm: 72 / 2.54, mm: 72 / 25.4, in: 72, pt: 1, pc: 12, px: 0.75 };

/** A length with its unit (18.3.18); undefined for percentages and what is no length. */
export function points(length: string | undefined): number | undefined {
  const match = LENGTH.exec(length ?? "");
  return match === null ? undefined : Number(match[1]) * POINTS[match[2]];
}
