/**
 * Text as it is drawn where it says that its direction is to be turned round (Unicode Bidirectional Algorithm, RLO and its like): a name
 * or a number written from its end to its beginning reads well on every screen, and no detector knows it.
 */
import type { TextSegment } from "../contract.js";
import { createMappedText } from "./mapped.js";

export const RIGHT_TO_LEFT_OVERRIDE = "\u202e";
export const POP_DIRECTION = "\u202c";
const LEFT_TO_RIGHT_OVERRIDE = "\u202d";
/** Nobody turns a text round more often; Unicode allows 125. */
const MAX_NESTING = 60;

interface Frame {
  readonly isTurned: boolean;
  /** Code points by where they begin, in the order in which they are drawn. */
  starts: number[];
}

/** The lines that are drawn otherwise than they are written; undefined where there are none. Linear. */
export function drawnText(segment: TextSegment): TextSegment | undefined {
  const { text, layout } = segment;
  const first = text.indexOf(RIGHT_TO_LEFT_OVERRIDE);
  if (first < 0) return undefined;
  const out = createMappedText(text);
  const frames: Frame[] = [{ isTurned: false, starts: [] }];
  const close = (frame: Frame, around: Frame): void => {
    if (frame.isTurned !== around.isTurned) frame.starts.reverse();
    for (const start of frame.starts) around.starts.push(start);
    frame.starts = [];
  };
  let isTouched = false;
  const endLine = (end: number): void => {
    for (let i = frames.length - 1; i > 0; i--) close(frames[i], frames[i - 1]);
    const [line] = frames;
    if (isTouched) {
      for (const start of line.starts) out.replace(charAt(text, start), start, start + charAt(text, start).length);
      out.insert("\n", end);
    }
    line.starts = [];
    // A page goes on turning after a line break; in a text a line begins anew, and is read as it is written, too.
    isTouched = frames.length > 1;
  };
  for (let at = text.lastIndexOf("\n", first) + 1; at < text.length; at += charAt(text, at).length) {
    const char = charAt(text, at);
    const isTurning = char === RIGHT_TO_LEFT_OVERRIDE;
    if (char === "\n") endLine(at);
    else if (isTurning || char === LEFT_TO_RIGHT_OVERRIDE) {
      if (frames.length < MAX_NESTING) frames.push({ isTurned: isTurning, starts: [] });
      isTouched = true;
    } else if (char === POP_DIRECTION) {
      const frame = frames.length > 1 ? frames.pop() : undefined;
      if (frame !== undefined) close(frame, frames[frames.length - 1]);
    } else frames[frames.length - 1].starts.push(at);
  }
  endLine(text.length);
  const drawn = out.finish();
  const place: TextSegment["place"] = ({ start, end }) => {
    // What is first in the line is last in the text.
    const ends = [drawn.sourceOf({ start, end: start + 1 }), drawn.sourceOf({ start: Math.max(start, end - 1), end })];
    return segment.place({ start: Math.min(...ends.map((one) => one.start)), end: Math.max(...ends.map((one) => one.end)) });
  };
  return { kind: "text", text: drawn.text, layout, place };
}

const charAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);
