/** Where the text of one content stream stands and what is painted over it (ISO 32000-1, 8.5 and 9.4), told to a sink as it is painted. */
import { createPath, EVERYWHERE, multiply, type Matrix, type Outline, rectangle } from "../paint/geometry.js";
import { colourOf, UNKNOWN_COLOUR, type Colour, type PaintSink } from "../paint/sink.js";
import { clipToPath, coverWithPath, inkOf, isOpaque } from "../paint/state.js";
import type { ColourSpace } from "./colours.js";
import { codesOf } from "./fonts.js";
import type { GraphicsState } from "./graphics-state.js";
import { isBytes, NotPlain, type Value } from "./lexer.js";

const MAX_SAVED = 512;

/** Which layers are off around what is painted, counted over all forms of a page. */
export interface LayersAround {
  hidden: number;
}

export class Canvas {
  state: GraphicsState;
  /** What the sink was told of the state is out of date. */
  isStale = true;
  /** Whether the path, when it is painted, becomes part of the clip as well. */
  isClipping = false;
  readonly path = createPath(() => this.state.ctm);
  private readonly saved: GraphicsState[] = [];
  // Text matrix and text line matrix (9.4.1) share all but their origin; loose numbers, because they change with every word.
  private a = 1;
  private b = 0;
  private c = 0;
  private d = 1;
  private e = 0;
  private f = 0;
  private lineE = 0;
  private lineF = 0;

  constructor(
    private readonly sink: PaintSink,
    private readonly layers: LayersAround,
    initial: Readonly<GraphicsState>,
  ) {
    this.state = { ...initial };
  }

  save(): void {
    if (this.saved.length >= MAX_SAVED) throw new NotPlain("saved too often");
    this.saved.push({ ...this.state });
  }

  /** One too many is common, and readers agree to let it be. */
  restore(): void {
    this.state = this.saved.pop() ?? this.state;
    this.isStale = true;
  }

  transform(matrix: Matrix): void {
    this.state.ctm = multiply(matrix, this.state.ctm);
  }

  setTextMatrix(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
    this.e = this.lineE = e;
    this.f = this.lineF = f;
    this.sink.placed();
  }

  /** To another line's beginning. */
  move(x: number, y: number): void {
    this.lineE = this.e = x * this.a + y * this.c + this.lineE;
    this.lineF = this.f = x * this.b + y * this.d + this.lineF;
    this.sink.placed();
  }

  nextLine(): void {
    this.move(0, -this.state.leading);
  }

  /** Strings, and the distances between them in thousandths. */
  showSpaced(parts: readonly Value[]): void {
    for (const part of parts) {
      if (isBytes(part)) this.show(part);
      else if (typeof part !== "number") throw new NotPlain("an operand is no number");
      else this.advance(this.state.font?.vertical === true ? (part / 1000) * this.state.size : (-part / 1000) * this.state.size * this.state.scale);
    }
  }

  show(shown: Value): void {
    const { font, size, charSpacing, wordSpacing, scale, rise, ctm } = this.state;
    if (font === undefined) throw new NotPlain("text without a font");
    const { codeBytes, vertical, texts, widths, usualWidth } = font;
    const codes = codesOf(font, shown);
    const { sink } = this;
    if (this.isStale) this.tellStyle();
    // The text matrix on the page: the axes of the font, and where its origin is now.
    const a = this.a * ctm[0] + this.b * ctm[2];
    const b = this.a * ctm[1] + this.b * ctm[3];
    const c = this.c * ctm[0] + this.d * ctm[2];
    const d = this.c * ctm[1] + this.d * ctm[3];
    const e = this.e * ctm[0] + this.f * ctm[2] + ctm[4] + rise * c;
    const f = this.e * ctm[1] + this.f * ctm[3] + ctm[5] + rise * d;
    const [axisX, axisY] = vertical ? [-c, -d] : [a, b];
    const axis = Math.sqrt(axisX * axisX + axisY * axisY);
    const cross = (vertical ? Math.sqrt(a * a + b * b) : Math.sqrt(c * c + d * d)) * Math.abs(size);
    if (axis === 0 || !Number.isFinite(axis * cross + e + f)) throw new NotPlain("text without extent, or without a place");
    // Glyphs that advance against their axis are mirrored twice, or written from the right.
    const sign = size * scale < 0 ? -1 : 1;
    const [unitX, unitY] = [(sign * axisX) / axis, (sign * axisY) / axis];
    let along = 0;
    for (let i = 0; i < codes.length; i += codeBytes) {
      const code = codeBytes === 1 ? codes[i] : codes[i] * 256 + codes[i + 1];
      const glyph = texts[code];
      if (glyph === undefined) throw new NotPlain("a code without a proven text");
      const width = ((widths[code] ?? usualWidth) * size) / 1000;
      const extra = codeBytes === 1 && code === 32 ? charSpacing + wordSpacing : charSpacing;
      sink.glyph(glyph, e + along * axisX, f + along * axisY, unitX, unitY, Math.abs(vertical ? width : width * scale) * axis, cross);
      along += vertical ? width - extra : (width + extra) * scale;
    }
    this.advance(along);
  }

  private advance(along: number): void {
    const vertical = this.state.font?.vertical === true;
    this.e += along * (vertical ? -this.c : this.a);
    this.f += along * (vertical ? -this.d : this.b);
  }

  private tellStyle(): void {
    this.isStale = false;
    const { colour, ink } = inkOf(this.state, this.state.mode);
    this.sink.style(colour, this.layers.hidden > 0 ? "switched-off" : ink, this.state.clip);
  }

  /** Whether nothing below shows through what is painted now. */
  private coversWith(alpha: number): boolean {
    return this.layers.hidden === 0 && isOpaque(alpha, this.state);
  }

  paintPath(fills: boolean, strokes: boolean): void {
    const { path, state } = this;
    coverWithPath(this.sink, path, state, fills && this.coversWith(state.fillAlpha), strokes && this.coversWith(state.strokeAlpha));
    if (this.isClipping && clipToPath(state, path)) this.isStale = true;
    this.isClipping = false;
    path.clear();
  }

  /** A picture, or whatever else covers and has no colour that text could be compared with. */
  cover(outline: Outline): void {
    if (this.coversWith(this.state.fillAlpha)) this.sink.cover(outline, UNKNOWN_COLOUR, this.state.clip);
  }

  /** A shading fills all of the clip (8.7.4.2). */
  shade(): void {
    const { clip } = this.state;
    if (clip !== EVERYWHERE) this.cover(rectangle(clip));
  }

  setColour(kind: "fill" | "stroke", colour: Colour, space: ColourSpace): void {
    this.state[kind] = colour;
    this.state[`${kind}Space`] = space;
    this.isStale = true;
  }

  /** Every space begins with its black, but for Separation, whose first colour is full ink (8.6.3). */
  setColourSpace(kind: "fill" | "stroke", space: ColourSpace): void {
    this.setColour(kind, space === "separation" || space === "other" ? UNKNOWN_COLOUR : 0, space);
  }

  /** Which space is current decides what the values mean. */
  setColourIn(kind: "fill" | "stroke", values: readonly number[]): void {
    const space = this.state[`${kind}Space`];
    if (space === "separation") this.setColour(kind, values.every((value) => value === 0) ? colourOf([1]) : UNKNOWN_COLOUR, space);
    else this.setColour(kind, values.length === space ? colourOf(values) : UNKNOWN_COLOUR, space);
  }
}
