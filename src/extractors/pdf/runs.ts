/** Glyphs, one by one and in the order they are painted -> runs. */
import type { PageRuns } from "./document.js";
import { LEAST_SPACE_EM, spaceFrom, TAB_EM } from "./page-text.js";

export interface RunBuilder {
  /** The next glyph was placed by an operator, and does not merely follow. */
  readonly placed: () => void;
  /** One glyph at a point; the unit vector it advances along, how far, and the font size, in user space. */
  glyph(text: string, x: number, y: number, alongX: number, alongY: number, advance: number, size: number): void;
  /** Whatever the reader of a page should know of the glyphs that follow; where it changes, a run ends. */
  mark(mark: number): void;
  runs(): PageRuns;
  /** One for each run. */
  marks(): readonly number[];
}

/** A glyph painted this far back from where the last one ended, or this far off its line, begins a run of its own. */
const BACK_EM = 0.3;
const ASIDE_EM = 0.08;
/** Above it a gap between glyphs ends a run; above the second one where an operator placed the glyph. */
const MAX_SPACE_EM = 0.6;
const PLACED_EM = 0.05;

export function createRunBuilder(): RunBuilder {
  const texts: string[] = [];
  let numbers = new Float64Array(5 * 256);
  let text = "";
  let lastGlyph = "";
  let [startX, startY, endX, endY, unitX, unitY, runSize] = [0, 0, 0, 0, 1, 0, 0];
  let spaced = false;
  let anew = false;
  const marks: number[] = [];
  let ownMark = 0;
  let nextMark = 0;

  const flush = (): void => {
    if (text === "") return;
    const at = texts.length * 5;
    if (at + 5 > numbers.length) {
      const grown = new Float64Array(numbers.length * 2);
      grown.set(numbers);
      numbers = grown;
    }
    numbers[at] = startX;
    numbers[at + 1] = startY;
    numbers[at + 2] = endX - startX;
    numbers[at + 3] = endY - startY;
    numbers[at + 4] = runSize;
    texts.push(text);
    marks.push(ownMark);
    text = "";
  };

  return {
    placed() {
      anew = true;
    },
    glyph(glyph, x, y, alongX, alongY, advance, size) {
      // A space says no more than the gap it leaves; only whether one was meant is kept.
      if (glyph === " " || glyph === "\u3000" || glyph === "\u00a0") {
        spaced = true;
        return;
      }
      const deltaX = x - endX;
      const deltaY = y - endY;
      const gap = deltaX * unitX + deltaY * unitY;
      const aside = deltaX * unitY - deltaY * unitX;
      const goesOn =
        text !== "" && nextMark === ownMark && size === runSize && Math.abs(alongX - unitX) < 0.01 && Math.abs(alongY - unitY) < 0.01 &&
        Math.abs(aside) <= ASIDE_EM * size && gap >= -BACK_EM * size && gap < TAB_EM * size;
      if (goesOn) {
        const apart = (spaced || gap >= LEAST_SPACE_EM * size) && gap >= spaceFrom(lastGlyph, glyph, spaced) * size;
        // A cell may begin here: whether one does is seen from the lines around.
        if (gap >= MAX_SPACE_EM * size || (anew && Math.abs(gap) >= PLACED_EM * size)) {
          if (apart && spaced) text += " ";
          flush();
          [startX, startY] = [x, y];
        } else if (apart) text += " ";
      } else {
        flush();
        [startX, startY, unitX, unitY, runSize] = [x, y, alongX, alongY, size];
      }
      ownMark = nextMark;
      text += glyph;
      lastGlyph = glyph.slice(-1);
      endX = x + alongX * advance;
      endY = y + alongY * advance;
      spaced = anew = false;
    },
    mark(mark) {
      nextMark = mark;
    },
    marks() {
      flush();
      return marks;
    },
    runs() {
      flush();
      return { texts, geometry: numbers.subarray(0, texts.length * 5) };
    },
  };
}

