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
  for (let lineStart = 0; lineStart < text.length; ) {
    const { end, next } = lineAt(text, lineStart);
    const depth = quoteDepth(text, lineStart);
    // Space-stuffing (section 4.4).
    const start = depth === 0 && text.charAt(lineStart) === " " ? lineStart + 1 : lineStart;
    // "-- " introduces a signature and goes nowhere (section 4.3); quoted lines stay as they are.
    const goesOn = depth === 0 && end > start && text.charAt(end - 1) === " " && text.slice(start, end) !== "-- " && next < text.length && text.charAt(next) !== ">";
    if (goesOn) copy(start, delSp ? end - 1 : end);
    else copy(start, next);
    lineStart = next;
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

function quoteDepth(text: string, start: number): number {
  let depth = 0;
  while (text.charAt(start + depth) === ">") depth++;
  return depth;
}
