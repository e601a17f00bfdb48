/** Text put together from stretches of a source, with the way back: what stands in quotes, entities or escapes is read decoded. */
import type { Range } from "../contract.js";
import { countAtMost } from "./search.js";

export interface MappedText {
  readonly text: string;
  /** The stretch of the source that a half-open range of `text` came from. */
  readonly sourceOf: (range: Range) => Range;
}

export interface MappedTextBuilder {
  /** Units written so far. */
  readonly length: number;
  /** Appends a stretch of the source as it is. */
  copy(start: number, end: number): void;
  /** Appends what a stretch of the source means. */
  replace(meaning: string, start: number, end: number): void;
  /** Appends what is not in the source: a line break between blocks. It belongs to `sourceAt`. */
  insert(text: string, sourceAt: number): void;
  endsWith(char: string): boolean;
  /** What was written since `from`, if that is not more than `most` units. */
  textFrom(from: number, most: number): string | undefined;
  /** Appends all of it to another text of the same source. */
  appendTo(other: MappedTextBuilder): void;
  finish(): MappedText;
}

/** Linear in what is appended. */
export function createMappedText(source: string): MappedTextBuilder {
  const parts: string[] = [];
  // Stretch i begins at `outs[i]`; it stands for the source from `starts[i]` on, unit by unit where `ends[i]` is -1, else as a whole.
  const outs: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let length = 0;
  let lastEnd = -1;
  let last = "";
  const append = (text: string, start: number, end: number): void => {
    if (text.length === 0) return;
    // What follows on unit by unit is one stretch.
    if (end !== -1 || lastEnd !== start) {
      outs.push(length);
      starts.push(start);
      ends.push(end);
    }
    parts.push(text);
    last = text;
    length += text.length;
    lastEnd = end === -1 ? start + text.length : -1;
  };
  const stretchAt = (offset: number): number => {
    const low = countAtMost(outs, offset);
    return Math.max(0, low - 1);
  };
  return {
    get length() {
      return length;
    },
    copy: (start, end) => {
      append(source.slice(start, end), start, -1);
    },
    replace: append,
    insert: (text, sourceAt) => {
      append(text, sourceAt, sourceAt);
    },
    endsWith: (char) => last.endsWith(char),
    textFrom: (from, most) => {
      if (length - from > most) return undefined;
      let text = "";
      for (let i = parts.length - 1; i >= 0 && text.length < length - from; i--) text = parts[i] + text;
      return text.slice(text.length - (length - from));
    },
    appendTo: (other) => {
      const text = parts.join("");
      for (let i = 0; i < outs.length; i++) {
        const meaning = text.slice(outs[i], outs[i + 1] ?? length);
        if (ends[i] === -1) other.copy(starts[i], starts[i] + meaning.length);
        else other.replace(meaning, starts[i], ends[i]);
      }
    },
    finish: () => ({
      text: parts.join(""),
      sourceOf: ({ start, end }) => {
        if (outs.length === 0) return { start: 0, end: 0 };
        const first = stretchAt(start);
        const from = ends[first] === -1 ? starts[first] + start - outs[first] : starts[first];
        if (end <= start) return { start: from, end: from };
        const final = stretchAt(end - 1);
        const to = ends[final] === -1 ? starts[final] + end - outs[final] : ends[final];
        return { start: Math.min(from, to), end: Math.max(from, to) };
      },
    }),
  };
}
