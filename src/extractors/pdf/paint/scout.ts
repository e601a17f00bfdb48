/**
 * First look at a page: makes its runs straight away, and says whether anything on it might not be seen. Most pages hide nothing, and
 * need no second look (recorder.ts).
 */
import type { PageRuns, PageView } from "../document.js";
import { createRunBuilder } from "../runs.js";
import { EVERYWHERE, intersect, type Rect } from "./geometry.js";
import { isCover, looksAlike, type Colour, type PaintSink, WHITE } from "./sink.js";
import { isTiny } from "./sight.js";

export interface Scout extends PaintSink {
  /** Undefined where something may be hidden. */
  runs(): PageRuns | undefined;
}

/** Cells along each side of the page: where text stands so far. */
const CELLS = 128;
/** Colours of areas; a page that paints with more is looked at again. */
const MAX_COLOURS = 32;
/** Glyphs whose middle is looked for: a baseline's height in shares of the font size. */
const MIDDLE = 0.35;

export function createScout({ box, userUnit }: PageView): Scout {
  const builder = createRunBuilder();
  const written = new Uint8Array(CELLS * CELLS);
  const colours: Colour[] = [WHITE];
  const [left, bottom, right, top] = box;
  const perX = CELLS / (right - left);
  const perY = CELLS / (top - bottom);
  let shown: Rect = box;
  let lastClip: Rect = EVERYWHERE;
  let doubtful = false;
  let colour: Colour = 0;
  const isBackground = (): boolean => colours.some((one) => looksAlike(one, colour));
  let camouflaged = false;
  let [pointX, pointY] = [0, 0];
  return {
    style(next, ink, clip) {
      if (ink !== "painted") doubtful = true;
      if (next !== colour) {
        colour = next;
        camouflaged = isBackground();
      }
      if (clip !== lastClip) {
        lastClip = clip;
        shown = clip === EVERYWHERE ? box : intersect(box, clip);
      }
    },
    placed: builder.placed,
    glyph(text, x, y, alongX, alongY, advance, size) {
      if (doubtful) return;
      const [endX, endY] = [x + alongX * advance, y + alongY * advance];
      if ((endX < shown[0] && x < shown[0]) || (x > shown[2] && endX > shown[2]) || (endY < shown[1] && y < shown[1]) || (y > shown[3] && endY > shown[3])) doubtful = true;
      if (camouflaged || isTiny(size, userUnit)) doubtful = text.trim() !== "" || doubtful;
      builder.glyph(text, x, y, alongX, alongY, advance, size);
      pointX = Math.floor(((x + endX) / 2 - alongY * size * MIDDLE - left) * perX);
      pointY = Math.floor(((y + endY) / 2 + alongX * size * MIDDLE - bottom) * perY);
      if (pointX >= 0 && pointX < CELLS && pointY >= 0 && pointY < CELLS) written[pointY * CELLS + pointX] = 1;
    },
    cover({ bounds }, fill, clip) {
      if (doubtful) return;
      const area = intersect(intersect(bounds, clip), box);
      if (!isCover(area)) return;
      if (!colours.includes(fill)) {
        colours.push(fill);
        if (colours.length > MAX_COLOURS) doubtful = true;
        camouflaged = isBackground();
      }
      const [fromX, toX] = [Math.max(0, Math.floor((area[0] - left) * perX)), Math.min(CELLS - 1, Math.floor((area[2] - left) * perX))];
      const [fromY, toY] = [Math.max(0, Math.floor((area[1] - bottom) * perY)), Math.min(CELLS - 1, Math.floor((area[3] - bottom) * perY))];
      for (let y = fromY; y <= toY && !doubtful; y++) {
        for (let x = fromX; x <= toX; x++) if (written[y * CELLS + x] !== 0) doubtful = true;
      }
    },
    runs: () => (doubtful ? undefined : builder.runs()),
  };
}
