/** Runs at positions -> lines in reading order. Every writing direction is turned into one frame: u along the line, v up from it. */
import { RUN_STRIDE, type PageRuns } from "./document.js";

/** One run, in its group's frame. */
export interface Piece {
  readonly text: string;
  /** Index into the page's runs. */
  readonly run: number;
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

export interface Line {
  /** Height of the baseline in the frame; lines come with falling `v`. */
  readonly v: number;
  readonly size: number;
  /** In order of `start`. */
  readonly pieces: Piece[];
}

/** Baselines within this share of the font size are one line: a raised or lowered digit is, the next line of small print is not. */
const SAME_LINE_EM = 0.35;
/** The same text painted again this near is a bold face made by painting twice. */
const DOUBLED_EM = 0.2;

/**
 * Lines of each direction that the page is written in, the most used direction first. Vertical writing and text turned by 90
 * degrees share a frame: both run down and put the next line to the left.
 */
export function linesOf(runs: PageRuns): Line[][] {
  const groups = new Map<number, { pieces: { piece: Piece; v: number }[]; length: number }>();
  let last = 0;
  const { geometry } = runs;
  for (let run = 0; run < runs.texts.length; run++) {
    const at = run * RUN_STRIDE;
    const [x, y, advanceX, advanceY, size] = [geometry[at], geometry[at + 1], geometry[at + 2], geometry[at + 3], geometry[at + 4]];
    const text = runs.texts[run];
    const advance = Math.hypot(advanceX, advanceY);
    const angle: number = advance < 0.01 ? last : degreesOf(advanceX, advanceY);
    last = angle;
    const cos = Math.cos((angle * Math.PI) / 180);
    const sin = Math.sin((angle * Math.PI) / 180);
    const start = x * cos + y * sin;
    let group = groups.get(angle);
    if (group === undefined) groups.set(angle, (group = { pieces: [], length: 0 }));
    group.pieces.push({ piece: { text, run, start, end: start + advance, size: size > 0 ? size : 1 }, v: y * cos - x * sin });
    group.length += text.length;
  }
  return [...groups.values()].sort((a, b) => b.length - a.length).map((group) => clusterLines(group.pieces));
}

/** Whole degrees, and right angles for anything within two of them. */
function degreesOf(x: number, y: number): number {
  const degrees = Math.round((Math.atan2(y, x) * 180) / Math.PI);
  const right = Math.round(degrees / 90) * 90;
  const snapped = Math.abs(degrees - right) <= 2 ? right : degrees;
  return snapped === -180 ? 180 : snapped;
}

function clusterLines(pieces: { piece: Piece; v: number }[]): Line[] {
  pieces.sort((a, b) => b.v - a.v || a.piece.run - b.piece.run);
  const lines: { v: number; size: number; pieces: Piece[] }[] = [];
  for (const { piece, v } of pieces) {
    const line = lines[lines.length - 1];
    if (line !== undefined && line.v - v <= SAME_LINE_EM * Math.max(line.size, Math.min(piece.size, line.size * 2))) {
      line.pieces.push(piece);
      if (piece.text.trim() !== "") line.size = Math.max(line.size, piece.size);
    } else lines.push({ v, size: piece.size, pieces: [piece] });
  }
  for (const line of lines) {
    line.pieces.sort((a, b) => a.start - b.start || a.run - b.run);
    line.pieces = withoutDoubled(line.pieces);
  }
  return lines.filter((line) => line.pieces.some((piece) => piece.text.trim() !== ""));
}

function withoutDoubled(pieces: Piece[]): Piece[] {
  return pieces.filter((piece, i) => {
    for (let j = i - 1; j >= 0 && i - j < 8 && piece.start - pieces[j].start <= DOUBLED_EM * piece.size; j--) {
      if (pieces[j].text === piece.text) return false;
    }
    return true;
  });
}
