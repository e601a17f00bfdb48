/** Keeps everything a page paints, in order, and says then of each glyph whether a reader of the page sees it. */
import type { Budget } from "../../../contract.js";
import { Unreadable } from "../../../errors.js";
import { CONCEALMENTS, type PageRuns, type PageView, type RunConcealment, RUN_STRIDE } from "../document.js";
import { createRunBuilder, type RunBuilder } from "../runs.js";
import { EVERYWHERE, type Outline, type Rect, intersect } from "./geometry.js";
import { createRaster, type Raster } from "./raster.js";
import { isTiny, type Sight } from "./sight.js";
import { type Colour, type Ink, isCover, looksAlike, type PaintSink, WHITE } from "./sink.js";

export interface Recorder extends PaintSink {
  /** Everything painted after this that is no cover of earlier glyphs: used for what is painted beside the page. */
  sight(): Sight;
}

interface Style {
  readonly colour: Colour;
  readonly ink: Ink;
  readonly clip: Rect;
}
interface Area {
  readonly outline: Outline;
  readonly colour: Colour;
  readonly clip: Rect;
}

const STRIDE = 6;
/** The densest page of print holds some 20,000. */
const MAX_GLYPHS = 1_000_000;
const GLYPHS_A_TICK = 20_000;
/** Where in a glyph's box it is looked at: shares of its advance and of the font size. Four of the five must agree. */
const PROBES = [[0.25, 0.1], [0.75, 0.1], [0.5, 0.35], [0.25, 0.6], [0.75, 0.6]] as const;
const ENOUGH_PROBES = 4;
/** A concealed run that stands this much in the place of text in view is read apart from it. */
const OVERLAP = 0.3;

export function createRecorder(view: PageView, budget: Pick<Budget, "tick">): Recorder {
  const texts: string[] = [];
  let numbers = new Float64Array(STRIDE * 256);
  /** By glyph: its style, how many areas were painted before it, and 1 where an operator placed it. */
  const styleOf: number[] = [];
  const after: number[] = [];
  const isPlaced: number[] = [];
  const styles: Style[] = [{ colour: 0, ink: "painted", clip: EVERYWHERE }];
  const areas: Area[] = [];
  let placed = 0;

  return {
    style(colour, ink, clip) {
      styles.push({ colour, ink, clip });
    },
    placed() {
      placed = 1;
    },
    glyph(text, x, y, alongX, alongY, advance, size) {
      const at = texts.length * STRIDE;
      if (texts.length >= MAX_GLYPHS) throw new Unreadable("limit", "shows more characters than a page may hold");
      if (at + STRIDE > numbers.length) {
        const grown = new Float64Array(numbers.length * 2);
        grown.set(numbers);
        numbers = grown;
      }
      numbers[at] = x;
      numbers[at + 1] = y;
      numbers[at + 2] = alongX;
      numbers[at + 3] = alongY;
      numbers[at + 4] = advance;
      numbers[at + 5] = size;
      texts.push(text);
      styleOf.push(styles.length - 1);
      after.push(areas.length);
      isPlaced.push(placed);
      placed = 0;
    },
    cover(outline, colour, clip) {
      if (isCover(intersect(intersect(outline.bounds, clip), view.box))) areas.push({ outline, colour, clip });
    },
    sight,
  };

  function sight(): Sight {
    const codes = judge();
    const all = createRunBuilder();
    replay(codes, all, () => true);
    const runs = all.runs();
    const marks = all.marks();
    if (!marks.some((mark) => mark > 0)) return { runs, aside: [] };
    const apart = standApart(runs, marks);
    const main = pick(runs, marks, (i) => apart[i] === 0);
    const aside = CONCEALMENTS.flatMap((concealment, code) => {
      const part = pick(runs, marks, (i) => apart[i] === 1 && marks[i] === code);
      return concealment !== undefined && part.texts.length > 0 ? [{ concealment, runs: part }] : [];
    });
    return { runs: main, aside };
  }

  function replay(codes: Uint8Array, builder: RunBuilder, wanted: (glyph: number) => boolean): void {
    for (let i = 0; i < texts.length; i++) {
      if (!wanted(i)) continue;
      if (isPlaced[i] === 1) builder.placed();
      builder.mark(codes[i]);
      const at = i * STRIDE;
      builder.glyph(texts[i], numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3], numbers[at + 4], numbers[at + 5]);
    }
  }

  /** Index into `CONCEALMENTS` for each glyph. */
  function judge(): Uint8Array {
    const codes = new Uint8Array(texts.length);
    const raster = areas.length > 0 ? createRaster(view.box, view.userUnit) : undefined;
    let painted = 0;
    const paint = (until: number): void => {
      for (; painted < until; painted++) {
        raster?.fill(areas[painted].outline, areas[painted].clip, painted);
        if (painted % 64 === 0) budget.tick();
      }
    };
    for (let i = 0; i < texts.length; i++) {
      if (i % GLYPHS_A_TICK === 0) budget.tick();
      paint(after[i]);
      codes[i] = CONCEALMENTS.indexOf(beforeCovers(i, raster));
    }
    paint(areas.length);
    if (raster !== undefined) for (let i = 0; i < texts.length; i++) if (codes[i] === 0 && isCovered(i, raster)) codes[i] = CONCEALMENTS.indexOf("covered-text");
    // White space is wherever its neighbours are.
    for (let i = 0; i < texts.length; i++) if (texts[i].trim() === "") codes[i] = i > 0 ? codes[i - 1] : 0;
    return codes;
  }

  function beforeCovers(i: number, raster: Raster | undefined): RunConcealment | undefined {
    const { colour, ink, clip } = styles[styleOf[i]];
    if (ink === "switched-off") return "hidden-layer";
    if (ink === "unpainted" || isTiny(numbers[i * STRIDE + 5], view.userUnit)) return "invisible-text";
    if (isOutside(i, intersect(view.box, clip))) return "off-page";
    if (colour < 0) return undefined;
    const alike = PROBES.filter((probe) => {
      const [x, y] = pointOf(i, probe);
      const below = raster?.at(x, y) ?? -1;
      return looksAlike(colour, below < 0 ? WHITE : areas[below].colour);
    });
    return alike.length >= ENOUGH_PROBES ? "invisible-text" : undefined;
  }

  function isOutside(i: number, [left, bottom, right, top]: Rect): boolean {
    const [x, y, alongX, alongY, advance] = numbers.subarray(i * STRIDE, i * STRIDE + STRIDE);
    const [endX, endY] = [x + alongX * advance, y + alongY * advance];
    const [middleX, middleY] = pointOf(i, [0.5, 0.35]);
    if (middleX < left || middleX > right || middleY < bottom || middleY > top) return true;
    return (endX < left && x < left) || (x > right && endX > right) || (endY < bottom && y < bottom) || (y > top && endY > top);
  }

  function isCovered(i: number, raster: Raster): boolean {
    let covered = 0;
    for (const probe of PROBES) {
      const [x, y] = pointOf(i, probe);
      if (raster.at(x, y) >= after[i]) covered++;
    }
    return covered >= ENOUGH_PROBES;
  }

  function pointOf(i: number, [along, up]: readonly [number, number]): readonly [number, number] {
    const at = i * STRIDE;
    const advance = numbers[at + 4] * along;
    const rise = numbers[at + 5] * up;
    return [numbers[at] + numbers[at + 2] * advance - numbers[at + 3] * rise, numbers[at + 1] + numbers[at + 3] * advance + numbers[at + 2] * rise];
  }

  /** 1 for each concealed run that cannot stand in a line with what is in view: it lies in the same place, or outside of the page. */
  function standApart(runs: PageRuns, marks: readonly number[]): Uint8Array {
    const apart = new Uint8Array(marks.length);
    const raster = createRaster(view.box, view.userUnit);
    const probesOf = function* (run: number): Generator<readonly [number, number]> {
      const [x, y, advanceX, advanceY, size] = runs.geometry.subarray(run * RUN_STRIDE, run * RUN_STRIDE + RUN_STRIDE);
      const length = Math.hypot(advanceX, advanceY) || 1;
      const steps = Math.min(200, Math.max(2, Math.ceil((2 * length) / (size || 1))));
      const [upX, upY] = [(-advanceY / length) * size * 0.35, (advanceX / length) * size * 0.35];
      for (let i = 0; i < steps; i++) yield [x + (advanceX * (i + 0.5)) / steps + upX, y + (advanceY * (i + 0.5)) / steps + upY];
    };
    const radius = (run: number): number => 0.25 * runs.geometry[run * RUN_STRIDE + 4];
    for (let run = 0; run < marks.length; run++) {
      if (marks[run] > 0) continue;
      for (const [x, y] of probesOf(run)) {
        const r = radius(run);
        raster.fill({ polygons: [[x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r]], bounds: [x - r, y - r, x + r, y + r] }, EVERYWHERE, 1);
      }
    }
    for (let run = 0; run < marks.length; run++) {
      if (marks[run] === 0) continue;
      let [probes, taken] = [0, 0];
      for (const [x, y] of probesOf(run)) {
        probes++;
        if (x < view.box[0] || y < view.box[1] || x > view.box[2] || y > view.box[3] || raster.at(x, y) >= 0) taken++;
      }
      if (taken > OVERLAP * probes) apart[run] = 1;
    }
    return apart;
  }
}

function pick({ texts, geometry }: PageRuns, marks: readonly number[], wanted: (run: number) => boolean): PageRuns {
  const chosen = texts.map((_, i) => i).filter(wanted);
  const picked = new Float64Array(chosen.length * RUN_STRIDE);
  chosen.forEach((run, i) => {
    picked.set(geometry.subarray(run * RUN_STRIDE, run * RUN_STRIDE + RUN_STRIDE), i * RUN_STRIDE);
  });
  return { texts: chosen.map((run) => texts[run]), geometry: picked, concealed: Uint8Array.from(chosen, (run) => marks[run]) };
}
