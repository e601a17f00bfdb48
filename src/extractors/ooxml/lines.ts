/** Small pieces of text from many places as one segment, so that detectors are called once and not once a piece. */
import type { Place, TextSegment } from "../../contract.js";

export interface PlacedText {
  readonly text: string;
  readonly place: Place;
}

/** Each piece is a line of its own, or several; `undefined` where there are none. */
export function linesSegment(pieces: readonly PlacedText[]): TextSegment | undefined {
  if (pieces.length === 0) return undefined;
  const starts: number[] = [];
  let length = 0;
  for (const { text } of pieces) {
    starts.push(length);
    length += text.length + 1;
  }
  return {
    kind: "text",
    text: pieces.map(({ text }) => text).join("\n"),
    layout: "lines",
    place({ start }) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (starts[middle] <= start) low = middle + 1;
        else high = middle;
      }
      return pieces[low - 1].place;
    },
  };
}

/** One piece of prose that stands in one place. */
export function proseSegment(text: string, place: Place): TextSegment {
  return { kind: "text", text, layout: "prose", place: () => place };
}
