/** Lines of a text: where an offset stands for a person who opens the file in an editor. */
import type { Location, Place, Range, Step } from "../contract.js";
import { countAtMost } from "./search.js";

/**
 * Makes the `place` of a text segment that is a stretch of a file's own text. Lines are counted once, on first use; "\n",
 * "\r\n" and "\r" end a line.
 * @param base what to add where `text` begins inside a longer one
 */
export function placeByLine(at: Location, text: string, base: { line: number; offset: number } = { line: 1, offset: 0 }): (range: Range) => Place {
  let starts: number[] | undefined;
  return ({ start, end }) => {
    starts ??= lineStarts(text);
    const low = countAtMost(starts, start);
    const step: Step = {
      kind: "span",
      line: base.line + low - 1,
      column: start - starts[low - 1] + 1,
      offset: base.offset + start,
      length: end - start,
    };
    return { at: [...at, step] };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) starts.push(i + 1);
  }
  return starts;
}
