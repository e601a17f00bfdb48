/**
 * format=flowed (RFC 3676): lines that end in a blank go on in the next one. A name or number broken there is whole again, and
 * each stretch still knows its line.
 */
import type { Location, Place, Range } from "../../contract.js";
import { placeByLine } from "../../text/lines.js";
import type { MimePart } from "./part.js";
import { countAtMost } from "../../text/search.js";

export function isFlowed({ type, parameters }: MimePart): boolean {
  return type === "text/plain" && parameters.get("format")?.trim().toLowerCase() === "flowed";
}

export function isDelSp({ parameters }: MimePart): boolean {
  return parameters.get("delsp")?.trim().toLowerCase() === "yes";
}

export interface FlowedText {
  readonly text: string;
  place(range: Range): Place;
}

/** @param delSp DelSp=yes: the blank at a line's end is not part of the text, as in Japanese */
export function unfoldFlowed(text: string, delSp: boolean, at: Location): FlowedText {
  const original = placeByLine(at, text);
  // From offset `cuts[i]` of the new text on, the old offset is `resumes[i]` plus the distance.
  const cuts: number[] = [];
  const resumes: number[] = [];
  const pieces: string[] = [];
  let size = 0;
  const copy = (start: number, end: number): void => {
    cuts.push(size);
    resumes.push(start);
    pieces.push(text.slice(start, end));
    size += end - start;
  };
  let isContinued = false;
  let { depth, start: said } = quoteAt(text, 0);
  for (let lineStart = 0; lineStart < text.length; ) {
    const { end, next } = lineAt(text, lineStart);
    // What goes on leaves its quote marks out, as a reader's program draws them beside the paragraph; space-stuffing (section 4.4).
    const start = isContinued || depth === 0 ? said : lineStart;
    const following = quoteAt(text, next);
    // "-- " introduces a signature and goes nowhere (section 4.3), nor does a paragraph into another depth of quotes (4.5).
    isContinued = end > said && text.charAt(end - 1) === " " && text.slice(said, end) !== "-- " && next < text.length && following.depth === depth;
    if (isContinued) copy(start, delSp ? end - 1 : end);
    else copy(start, next);
    lineStart = next;
    ({ depth, start: said } = following);
  }
  const oldOffset = (offset: number): number => {
    const low = countAtMost(cuts, offset);
    return low === 0 ? offset : resumes[low - 1] + offset - cuts[low - 1];
  };
  return {
    text: pieces.join(""),
    place: ({ start, end }) => original({ start: oldOffset(start), end: end > start ? oldOffset(end - 1) + 1 : oldOffset(end) }),
  };
}

function lineAt(text: string, start: number): { end: number; next: number } {
  const lf = text.indexOf("\n", start);
  if (lf < 0) return { end: text.length, next: text.length };
  return { end: lf > start && text.charAt(lf - 1) === "\r" ? lf - 1 : lf, next: lf + 1 };
}

/** How deep the line that begins there is quoted, and where what it says begins. Marks with blanks between are not RFC 3676's and common. */
function quoteAt(text: string, lineStart: number): { depth: number; start: number } {
  let depth = 0;
  let start = lineStart;
  for (; text.charAt(start) === ">"; depth++) start += text.charAt(start + 1) === " " && text.charAt(start + 2) === ">" ? 2 : 1;
  return { depth, start: text.charAt(start) === " " ? start + 1 : start };
}
