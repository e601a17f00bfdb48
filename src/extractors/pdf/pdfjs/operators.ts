/**
 * pdfjs's list of operators -> what is painted, in order: the same that the fast reader tells of content streams. Page content and
 * appearances of annotations come in one list; the latter are painted last, over the page.
 */
import { boundsOf, createPath, EVERYWHERE, IDENTITY, intersect, multiply, type Matrix, type Outline, rectangle, unitSquare } from "../paint/geometry.js";
import { UNKNOWN_COLOUR, WHITE, type Colour, type PaintSink } from "../paint/sink.js";
import { clipToPath, coverWithPath, inkOf, isOpaque } from "../paint/state.js";
import { type GraphicsState, INITIAL, setParameters } from "./graphics-state.js";
import { hexColour, matrixOf, numberOf, rectOf } from "./operands.js";
import { FILLS, OP, SILENT, STROKES } from "./ops.js";
import { isUnmapped, type PdfjsFont, type PdfjsOperators } from "./paint.js";

export interface OperatorContext {
  readonly font: (id: string) => PdfjsFont | undefined;
  /** Whether optional content with this description, pdfjs's own, is shown. */
  isShown(group: unknown): boolean;
  /** pdfjs leaves images out; where one was, a matrix is set and nothing painted. True where such a place hides what is below. */
  readonly opaqueImages: boolean;
  readonly page: PaintSink;
  /** Where an annotation's appearance goes: to the page, or elsewhere where its flags hide it. @param id pdfjs's "12R" */
  annotation(id: string): PaintSink;
}

const MAX_SAVED = 4096;

/**
 * Linear in the operators. Values that are no numbers count as 0: pdfjs has checked what it could.
 * @returns whether there were glyphs that no text stands for
 */
export function paintOperators({ fnArray, argsArray }: PdfjsOperators, context: OperatorContext): boolean {
  let wordless = false;
  let sink = context.page;
  let state: GraphicsState = { ...INITIAL };
  const saved: GraphicsState[] = [];
  let text: Matrix = IDENTITY;
  let [lineX, lineY, atX, atY] = [0, 0, 0, 0];
  let stale = true;
  let hidden = 0;
  let maskDepth = 0;
  let clipping = false;
  const marks: boolean[] = [];
  const outer: { saved: number; hidden: number }[] = [];
  const path = createPath(() => state.ctm);

  for (let i = 0; i < fnArray.length; i++) {
    const operator = fnArray[i];
    const args = Array.isArray(argsArray[i]) ? (argsArray[i] as readonly unknown[]) : []; // pdfjs: null or a list
    switch (operator) {
      case OP.save:
        save();
        break;
      case OP.restore:
        state = saved.pop() ?? state;
        stale = true;
        break;
      case OP.transform:
        state.ctm = multiply(matrixOf(args), state.ctm);
        if (context.opaqueImages && wasImage(i)) cover(unitSquare(state.ctm));
        break;
      case OP.setLineWidth:
        state.lineWidth = numberOf(args[0]);
        break;
      case OP.setGState:
        if (Array.isArray(args[0])) setParameters(state, args[0], context.font);
        stale = true;
        break;
      case OP.setFillRGBColor:
        paintWith("fill", hexColour(args[0]));
        break;
      case OP.setStrokeRGBColor:
        paintWith("stroke", hexColour(args[0]));
        break;
      case OP.setFillColorN:
        paintWith("fill", UNKNOWN_COLOUR);
        break;
      case OP.setStrokeColorN:
        paintWith("stroke", UNKNOWN_COLOUR);
        break;
      case OP.setFillTransparent:
        paintWith("fill", WHITE);
        break;
      case OP.setStrokeTransparent:
        paintWith("stroke", WHITE);
        break;
      case OP.clip:
      case OP.eoClip:
        clipping = true;
        break;
      case OP.constructPath:
        construct(args);
        break;
      case OP.shadingFill:
        if (state.clip !== EVERYWHERE) cover(rectangle(state.clip));
        break;
      case OP.beginText:
        text = IDENTITY;
        lineX = lineY = atX = atY = 0;
        sink.placed();
        break;
      case OP.setCharSpacing:
        state.charSpacing = numberOf(args[0]);
        break;
      case OP.setWordSpacing:
        state.wordSpacing = numberOf(args[0]);
        break;
      case OP.setHScale:
        state.scale = numberOf(args[0]) / 100;
        break;
      case OP.setLeading:
        state.leading = -numberOf(args[0]);
        break;
      case OP.setFont:
        state.font = typeof args[0] === "string" ? context.font(args[0]) : undefined;
        state.size = numberOf(args[1]);
        stale = true;
        break;
      case OP.setTextRenderingMode:
        state.mode = numberOf(args[0]);
        stale = true;
        break;
      case OP.setTextRise:
        state.rise = numberOf(args[0]);
        break;
      case OP.setLeadingMoveText:
        state.leading = numberOf(args[1]);
        move(numberOf(args[0]), numberOf(args[1]));
        break;
      case OP.moveText:
        move(numberOf(args[0]), numberOf(args[1]));
        break;
      case OP.nextLine:
        move(0, state.leading);
        break;
      case OP.setTextMatrix:
        text = matrixOf(ArrayBuffer.isView(args[0]) ? Array.from(args[0] as Float32Array) : args); // pdfjs: one Float32Array
        lineX = lineY = atX = atY = 0;
        sink.placed();
        break;
      case OP.showText:
        if (Array.isArray(args[0])) show(args[0]);
        break;
      case OP.beginMarkedContent:
        marks.push(false);
        break;
      case OP.beginMarkedContentProps: {
        const off = args[0] === "OC" && !context.isShown(args[1]);
        marks.push(off);
        if (off) hidden++;
        stale = true;
        break;
      }
      case OP.endMarkedContent:
        if (marks.pop() === true) hidden--;
        stale = true;
        break;
      case OP.paintFormXObjectBegin:
        save();
        if (ArrayBuffer.isView(args[0])) state.ctm = multiply(matrixOf(Array.from(args[0] as Float32Array)), state.ctm); // pdfjs: Float32Array or null
        if (ArrayBuffer.isView(args[1])) {
          const [left, bottom, right, top] = Array.from(args[1] as Float32Array); // as above
          state.clip = intersect(state.clip, boundsOf([left, bottom, right, top], state.ctm));
        }
        stale = true;
        break;
      case OP.paintFormXObjectEnd:
        state = saved.pop() ?? state;
        stale = true;
        break;
      case OP.beginGroup: {
        const options = args[0] as { smask?: unknown } | undefined; // pdfjs: group options
        if (Boolean(options?.smask) || maskDepth > 0) maskDepth++;
        stale = true;
        break;
      }
      case OP.endGroup:
        if (maskDepth > 0) maskDepth--;
        stale = true;
        break;
      case OP.beginAnnotation: {
        outer.push({ saved: saved.length, hidden });
        save();
        const [id, rect, placing, own] = args;
        sink = context.annotation(typeof id === "string" ? id : "");
        state = { ...INITIAL, clip: Array.isArray(rect) ? rectOf(rect) : EVERYWHERE, ctm: multiply(matrixOf(own), matrixOf(placing)) };
        stale = true;
        break;
      }
      case OP.endAnnotation: {
        const before = outer.pop();
        if (before !== undefined) {
          state = saved[before.saved] ?? state;
          saved.length = Math.min(saved.length, before.saved);
          hidden = before.hidden;
        }
        sink = context.page;
        stale = true;
        break;
      }
      default:
        if (operator >= OP.firstImage && operator <= OP.lastImage && context.opaqueImages) cover(unitSquare(state.ctm));
    }
  }
  return wordless;

  function save(): void {
    if (saved.length < MAX_SAVED) saved.push({ ...state });
  }

  /** Nothing but silence between this matrix and the end of what it is for. */
  function wasImage(at: number): boolean {
    for (let i = at + 1; i < fnArray.length; i++) if (!SILENT.has(fnArray[i])) return fnArray[i] === OP.restore;
    return false;
  }

  function paintWith(kind: "fill" | "stroke", colour: Colour): void {
    state[kind] = colour;
    stale = true;
  }

  /** Whether nothing below shows through what is painted now. */
  function coversWith(alpha: number): boolean {
    return isOpaque(alpha, state) && !state.masked && hidden === 0 && maskDepth === 0;
  }

  /** A picture, or whatever else covers and has no colour that text could be compared with. */
  function cover(outline: Outline): void {
    if (coversWith(state.fillAlpha)) sink.cover(outline, UNKNOWN_COLOUR, state.clip);
  }

  /** pdfjs: [the painting operator, [numbers], bounds]; the numbers are its own: 0 move, 1 line, 2 curve, 3 close. */
  function construct([paint, data]: readonly unknown[]): void {
    const numbers: unknown = Array.isArray(data) ? data[0] : undefined;
    path.clear();
    if (numbers instanceof Float32Array) {
      for (let at = 0; at < numbers.length;) {
        const kind = numbers[at];
        if (kind === 0) path.move(numbers[at + 1], numbers[at + 2]);
        else if (kind === 1) path.line(numbers[at + 1], numbers[at + 2]);
        else if (kind === 2) path.curve(numbers[at + 1], numbers[at + 2], numbers[at + 3], numbers[at + 4], numbers[at + 5], numbers[at + 6]);
        else path.close();
        at += kind === 2 ? 7 : kind === 3 ? 1 : 3;
      }
    }
    if (typeof paint === "number") coverWithPath(sink, path, state, FILLS.has(paint) && coversWith(state.fillAlpha), STROKES.has(paint) && coversWith(state.strokeAlpha));
    if (clipping && clipToPath(state, path)) stale = true;
    clipping = false;
  }

  function move(x: number, y: number): void {
    lineX = atX = lineX + x;
    lineY = atY = lineY + y;
    sink.placed();
  }

  function tellStyle(): void {
    stale = false;
    // 9.3.6: the mode has no effect on the glyphs of a Type 3 font.
    const isType3 = state.font?.isType3Font === true;
    const { colour, ink } = inkOf(state, isType3 ? 0 : state.mode);
    sink.style(isType3 ? UNKNOWN_COLOUR : colour, hidden > 0 ? "switched-off" : maskDepth > 0 ? "unpainted" : ink, state.clip);
  }

  function show(glyphs: readonly unknown[]): void {
    const { font, size, charSpacing, wordSpacing, scale, rise, ctm } = state;
    if (font === undefined) return;
    if (stale) tellStyle();
    const vertical = font.vertical === true;
    const matrix = Array.isArray(font.fontMatrix) ? font.fontMatrix : [];
    const unit = (numberOf(matrix[0]) || 0.001) * size;
    const [a, b, c, d, e, f] = multiply(text, ctm);
    const [axisX, axisY] = vertical ? [-c, -d] : [a, b];
    const axis = Math.hypot(axisX, axisY);
    const cross = (vertical ? Math.hypot(a, b) : Math.hypot(c, d)) * Math.abs(size) * (font.isType3Font === true ? Math.abs(numberOf(matrix[3]) || 0.001) * 1000 : 1);
    const sign = size * scale < 0 ? -1 : 1;
    const unmapped = isUnmapped(font);
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        const gap = (glyph * size) / 1000;
        if (vertical) atY -= gap;
        else atX -= gap * scale;
        continue;
      }
      if (typeof glyph !== "object" || glyph === null) continue;
      const { unicode, width, vmetric, isSpace } = glyph as { unicode?: unknown; width?: unknown; vmetric?: unknown; isSpace?: unknown }; // pdfjs's Glyph
      wordless ||= unmapped || typeof unicode !== "string" || unicode === "";
      const metric: unknown = Array.isArray(vmetric) ? vmetric : font.defaultVMetrics;
      const advance = vertical && Array.isArray(metric) ? -numberOf(metric[0]) * unit : numberOf(width) * unit;
      const spacing = charSpacing + (isSpace === true ? wordSpacing : 0);
      const [x, y] = [atX * a + (atY + rise) * c + e, atX * b + (atY + rise) * d + f];
      if (axis > 0 && typeof unicode === "string" && unicode !== "" && !unmapped && Number.isFinite(x + y + cross)) {
        const length = Math.abs(vertical ? advance : advance * scale) * axis;
        sink.glyph(unicode.normalize("NFKC").trim() === "" ? " " : unicode, x, y, (sign * axisX) / axis, (sign * axisY) / axis, length, cross);
      }
      if (vertical) atY -= advance - spacing;
      else atX += (advance + spacing) * scale;
    }
  }
}
