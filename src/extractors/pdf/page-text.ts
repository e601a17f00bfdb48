/** Text put together from pieces, and the way back from a stretch of it to the box it stands in. */
import type { Box, Range } from "../../contract.js";
import { CONCEALMENTS, RUN_STRIDE, type PageContent, type PageView, type RunConcealment } from "./document.js";
import type { Piece } from "./lines.js";

/** A gap this wide, in shares of the font size, is a space between words; this wide, the way to another column. */
const SPACE_EM = 0.15;
/** No gap below is a space unless one was painted. */
export const LEAST_SPACE_EM = SPACE_EM;
export const TAB_EM = 1.5;
/** Japanese needs no spaces: a justified line is stretched by up to a third, and Latin or digits in it are set a quarter apart. */
const JAPANESE_SPACE_EM = 0.5;
const SPACING_EM = 0.34;

const IDEOGRAPHIC = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u;
const ALPHANUMERIC = /[0-9A-Za-z]/u;

/**
 * The gap from which on there is a space between two characters, in shares of the font size.
 * @param painted a space was painted between them
 */
export function spaceFrom(left: string, right: string, painted: boolean): number {
  const japanese = IDEOGRAPHIC.test(left);
  if (japanese !== IDEOGRAPHIC.test(right) && ALPHANUMERIC.test(japanese ? right : left)) return SPACING_EM;
  if (painted) return -Infinity;
  return japanese ? JAPANESE_SPACE_EM : SPACE_EM;
}

/** Collects text line by line and remembers which run each stretch came from. */
export interface TextBuilder {
  readonly text: string;
  readonly length: number;
  /** Adds the pieces with what stands between them, and gives that text. */
  add(pieces: readonly Piece[]): string;
  newline(): void;
  /** The smallest box around a stretch, in points from the lower left corner of the page as shown; undefined where nothing stands. */
  box(range: Range): Box | undefined;
  /** Why not all of a stretch is seen. */
  concealment(range: Range): RunConcealment | undefined;
}

export function createTextBuilder({ runs, view }: Pick<PageContent, "runs" | "view">, gapText: { readonly wide: string } = { wide: "\t" }): TextBuilder {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  const sources: number[] = [];
  return {
    get text() {
      return text;
    },
    get length() {
      return text.length;
    },
    add(pieces) {
      const base = text.length;
      let line = "";
      let previous: Piece | undefined;
      let painted = false;
      for (const piece of pieces) {
        // White space painted by itself says no more than the gap it fills; pdfjs also makes it up.
        if (piece.text.trim() === "") {
          painted = true;
          continue;
        }
        if (previous !== undefined) line += joint(previous, piece, gapText.wide, painted);
        painted = false;
        starts.push(base + line.length);
        line += piece.text;
        ends.push(base + line.length);
        sources.push(piece.run);
        previous = piece;
      }
      text += line;
      return line;
    },
    newline() {
      text += "\n";
    },
    box({ start, end }) {
      const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
      for (let i = firstAfter(ends, start); i < starts.length && starts[i] < end; i++) {
        addRun(bounds, runs, sources[i], fractions(text.slice(starts[i], ends[i]), start - starts[i], end - starts[i]));
      }
      return boxOf(bounds, view);
    },
    concealment({ start, end }) {
      const { concealed } = runs;
      if (concealed === undefined) return undefined;
      for (let i = firstAfter(ends, start); i < starts.length && starts[i] < end; i++) {
        const concealment = CONCEALMENTS[concealed[sources[i]]];
        if (concealment !== undefined) return concealment;
      }
      return undefined;
    },
  };
}

/** What stands between two pieces of one line. */
function joint(left: Piece, right: Piece, wide: string, painted: boolean): string {
  const gap = right.start - left.end;
  const size = Math.min(left.size, right.size);
  const spaced = /\s$/u.test(left.text) || /^\s/u.test(right.text);
  if (gap >= TAB_EM * size && !spaced) return wide;
  return !spaced && gap >= spaceFrom(left.text.slice(-1), right.text.slice(0, 1), painted) * size ? " " : "";
}

type Bounds = [left: number, bottom: number, right: number, top: number];

/** Depth of a descender and height of an ascender in shares of the font size: no font need be read for a box. */
const DESCENT = 0.2;
const ASCENT = 0.88;

function addRun(bounds: Bounds, runs: PageContent["runs"], run: number, [from, to]: readonly [number, number]): void {
  const at = run * RUN_STRIDE;
  const [x, y, advanceX, advanceY, size] = runs.geometry.subarray(at, at + RUN_STRIDE);
  const length = Math.hypot(advanceX, advanceY);
  const [alongX, alongY] = length > 0 ? [advanceX / length, advanceY / length] : [1, 0];
  for (const along of [from, to]) {
    for (const up of [-DESCENT * size, ASCENT * size]) {
      const pointX = x + along * advanceX - up * alongY;
      const pointY = y + along * advanceY + up * alongX;
      bounds[0] = Math.min(bounds[0], pointX);
      bounds[1] = Math.min(bounds[1], pointY);
      bounds[2] = Math.max(bounds[2], pointX);
      bounds[3] = Math.max(bounds[3], pointY);
    }
  }
}

/** Which part of a run's advance a stretch of its text takes, with full-width characters counted double. */
function fractions(text: string, start: number, end: number): readonly [number, number] {
  if (start <= 0 && end >= text.length) return [0, 1];
  let before = 0;
  let until = 0;
  let all = 0;
  for (let i = 0; i < text.length; i++) {
    if (i === start) before = all;
    if (i === end) until = all;
    all += text.charCodeAt(i) >= 0x1100 ? 2 : 1;
  }
  if (end >= text.length) until = all;
  return [before / all, until / all];
}

/** From user space to the page as shown: turned, scaled to points, from its own corner; rounded to hundredths. */
export function boxOf([left, bottom, right, top]: readonly number[], { box, rotate, userUnit }: PageView): Box | undefined {
  if (left > right || bottom > top) return undefined;
  const [pageLeft, pageBottom, pageRight, pageTop] = box;
  const corner: Record<PageView["rotate"], readonly [number, number, number, number]> = {
    0: [left - pageLeft, bottom - pageBottom, right - pageLeft, top - pageBottom],
    90: [bottom - pageBottom, pageRight - right, top - pageBottom, pageRight - left],
    180: [pageRight - right, pageTop - top, pageRight - left, pageTop - bottom],
    270: [pageTop - top, left - pageLeft, pageTop - bottom, right - pageLeft],
  };
  const [x0, y0, x1, y1] = corner[rotate].map((number) => number * userUnit);
  const round = (number: number): number => Math.round(number * 100) / 100;
  return { x: round(x0), y: round(y0), width: round(x1 - x0), height: round(y1 - y0) };
}

/** The first index whose value is above `limit`, in a list that never falls. */
function firstAfter(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
