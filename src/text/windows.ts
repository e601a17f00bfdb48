/** Long texts in windows: memory is bounded by a window, and whoever reads them gets a turn between two. */
import type { TextSegment } from "../contract.js";

/** A line that goes on this long past a window is cut where no word or number stands, or else where it is. */
const MAX_OVERHANG = 2 ** 16;
/** How far before a window's end a blank line is looked for: paragraphs hold together what is about one person. */
const PARAGRAPH_UNITS = 2 ** 12;

const isBreak = (code: number): boolean => code <= 0x20 || code === 0x2c || code === 0x3b || code === 0x3001 || code === 0x3002 || code === 0x3000;

/** Where a window that begins at `from` ends: some `units` UTF-16 units on. */
export function windowEnd(text: string, from: number, units: number): number {
  const goal = from + units;
  if (goal >= text.length) return text.length;
  const paragraph = text.lastIndexOf("\n\n", goal);
  if (paragraph > from && paragraph >= goal - PARAGRAPH_UNITS) return paragraph + 2;
  const lineEnd = indexWithin(text, goal, (code) => code === 0x0a);
  const wordEnd = lineEnd >= 0 ? lineEnd : indexWithin(text, goal, isBreak);
  if (wordEnd >= 0) return wordEnd + 1;
  const last = text.charCodeAt(goal - 1);
  return last >= 0xd800 && last <= 0xdbff ? goal - 1 : goal;
}

function indexWithin(text: string, from: number, is: (code: number) => boolean): number {
  const end = Math.min(text.length, from + MAX_OVERHANG);
  for (let at = from; at < end; at++) if (is(text.charCodeAt(at))) return at;
  return -1;
}

/** A long segment as several, each with places of the whole. */
export function* windowsOf(segment: TextSegment, units: number): Iterable<TextSegment> {
  const { text } = segment;
  if (text.length <= units) {
    yield segment;
    return;
  }
  for (let from = 0; from < text.length; ) {
    const to = windowEnd(text, from, units);
    const base = from;
    yield { ...segment, text: text.slice(from, to), place: ({ start, end }) => segment.place({ start: base + start, end: base + end }) };
    from = to;
  }
}
