/** Content streams (ISO 32000-1, 7.8.2 and 9): what text a page shows, and where. */
import type { Budget } from "../../../contract.js";
import { Unreadable } from "../../../errors.js";
import type { PageView } from "../document.js";
import { boundsOf, createPath, EVERYWHERE, IDENTITY, intersect, multiply, rectangle, type Matrix, type Rect, unitSquare } from "../paint/geometry.js";
import { createRecorder } from "../paint/recorder.js";
import { createScout } from "../paint/scout.js";
import type { Sight } from "../paint/sight.js";
import { colourOf, isCover, UNKNOWN_COLOUR, type Colour, type Ink, type PaintSink } from "../paint/sink.js";
import { colourSpaceOf, type ColourSpace } from "./colours.js";
import type { PdfFile } from "./file.js";
import { codesOf, readFont, type Font } from "./fonts.js";
import { createLexer, isArray, isBytes, isDict, isKeyword, isRef, NotPlain, type Dict, type Value } from "./lexer.js";
import { textString } from "./text-string.js";
import type { Layers } from "./layers.js";

export interface Painted {
  readonly sight: Sight;
  /** Texts that content carries along and does not show: replacement texts, other properties of marked content. */
  readonly carried: readonly string[];
  readonly images: boolean;
  /** Segments of paths: enough of them may be letters drawn as outlines. */
  readonly drawing: number;
}

interface State {
  clip: Rect;
  fill: Colour;
  stroke: Colour;
  fillSpace: ColourSpace;
  strokeSpace: ColourSpace;
  /** Both opacities, as the graphics state has them. */
  fillAlpha: number;
  strokeAlpha: number;
  /** Blends with what is below, as a text marker does. */
  blends: boolean;
  mode: number;
  lineWidth: number;
  ctm: Matrix;
  font: Font | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

const INITIAL: State = {
  ctm: IDENTITY, clip: EVERYWHERE, fill: 0, stroke: 0, fillSpace: 1, strokeSpace: 1, fillAlpha: 1, strokeAlpha: 1, blends: false, mode: 0, lineWidth: 1,
  font: undefined, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0,
};
/** What is painted with less than this lets the text below be read; text with less than a tenth is none. */
const OPAQUE = 0.9;
const FAINT = 0.1;

const MAX_FORM_DEPTH = 12;
const MAX_SAVED = 512;
const MAX_OPERANDS = 64;
/** Operators of one page; the densest real one has some 100,000. Forms drawn in forms multiply. */
const MAX_OPERATORS = 3_000_000;
const OPERATORS_A_TICK = 20_000;

/** Fonts by their reference, shared by all pages. */
export type FontCache = Map<number, Font | NotPlain>;

/** What reading one page's content needs. */
export interface ContentContext {
  readonly file: PdfFile;
  readonly fonts: FontCache;
  readonly layers: Layers;
  readonly budget: Budget;
}

/** Looks once at a page that hides nothing, and a second time, glyph by glyph, at one that may. */
export function readContent(context: ContentContext, contents: readonly Uint8Array[], resources: Dict, view: PageView): Painted {
  // Streams of one page are one stream (7.8.2), and a token may not go over their border.
  const joined = contents.length === 1 ? contents[0] : Buffer.concat(contents.flatMap((bytes) => [bytes, Uint8Array.of(10)]));
  const scout = createScout(view);
  const first = paint(context, joined, resources, scout);
  const runs = scout.runs();
  if (runs !== undefined) return { ...first, sight: { runs, aside: [] } };
  const recorder = createRecorder(view, context.budget);
  paint(context, joined, resources, recorder);
  return { ...first, sight: recorder.sight() };
}

function paint({ file, fonts, layers, budget }: ContentContext, content: Uint8Array, resources: Dict, sink: PaintSink): Omit<Painted, "sight"> {
  const counts = { operators: 0, images: false, drawing: 0 };
  const carried: string[] = [];
  let hiddenLayers = 0;
  run(content, resources, INITIAL, 0);
  return { carried, images: counts.images, drawing: counts.drawing };

  function run(bytes: Uint8Array, own: Dict, initial: State, depth: number): void {
    const lexer = createLexer(bytes, 0, bytes.length, false);
    const saved: State[] = [];
    let state: State = { ...initial };
    // Text matrix and text line matrix (9.4.1) share all but their origin; loose numbers, because they change with every word.
    let [textA, textB, textC, textD, textE, textF, lineE, lineF] = [1, 0, 0, 1, 0, 0, 0, 0];
    const operands: Value[] = [];
    let count = 0;
    /** What the sink was told of the state is out of date. */
    let stale = true;
    const path = createPath(() => state.ctm);
    let clipping = false;
    /** For each open mark of content, whether it is a layer that is off. */
    const marks: boolean[] = [];

    const number = (i: number): number => {
      const value = operands[i];
      if (typeof value !== "number") throw new NotPlain("an operand is no number");
      return value;
    };
    const matrix = (): [number, number, number, number, number, number] => [number(0), number(1), number(2), number(3), number(4), number(5)];
    const setMatrix = (a: number, b: number, c: number, d: number, e: number, f: number): void => {
      [textA, textB, textC, textD] = [a, b, c, d];
      textE = lineE = e;
      textF = lineF = f;
      sink.placed();
    };
    const move = (x: number, y: number): void => {
      lineE = textE = x * textA + y * textC + lineE;
      lineF = textF = x * textB + y * textD + lineF;
      sink.placed();
    };
    const show = (shown: Value): void => {
      const { font, size, charSpacing, wordSpacing, scale, rise, ctm } = state;
      if (font === undefined) throw new NotPlain("text without a font");
      const { codeBytes, vertical, texts, widths, usualWidth } = font;
      const codes = codesOf(font, shown);
      if (stale) tellStyle();
      // The text matrix on the page: the axes of the font, and where its origin is now.
      const a = textA * ctm[0] + textB * ctm[2];
      const b = textA * ctm[1] + textB * ctm[3];
      const c = textC * ctm[0] + textD * ctm[2];
      const d = textC * ctm[1] + textD * ctm[3];
      const e = textE * ctm[0] + textF * ctm[2] + ctm[4] + rise * c;
      const f = textE * ctm[1] + textF * ctm[3] + ctm[5] + rise * d;
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
      advance(along);
    };
    const advance = (along: number): void => {
      const vertical = state.font?.vertical === true;
      textE += along * (vertical ? -textC : textA);
      textF += along * (vertical ? -textD : textB);
    };
    const tellStyle = (): void => {
      stale = false;
      const { mode, fillAlpha, strokeAlpha, fill, stroke, clip } = state;
      const strokes = mode === 1 || mode === 5;
      const fills = mode === 0 || mode === 4;
      const both = mode === 2 || mode === 6;
      const alpha = strokes ? strokeAlpha : both ? Math.max(fillAlpha, strokeAlpha) : fillAlpha;
      const ink: Ink = hiddenLayers > 0 ? "switched-off" : alpha < FAINT || !(fills || strokes || both) ? "unpainted" : "painted";
      sink.style(strokes ? stroke : both && fill !== stroke ? UNKNOWN_COLOUR : fill, ink, clip);
    };
    const isOpaque = (alpha: number): boolean => alpha >= OPAQUE && !state.blends && hiddenLayers === 0;
    const paintPath = (fills: boolean, strokes: boolean): void => {
      if (fills && isOpaque(state.fillAlpha) && isCover(path.bounds)) sink.cover(path.outline(), state.fill, state.clip);
      if (strokes && isOpaque(state.strokeAlpha)) {
        const width = state.lineWidth * Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]));
        if (width > 1) for (const line of path.strokes(width)) if (isCover(line.bounds)) sink.cover(line, state.stroke, state.clip);
      }
      // A clip by no path at all clips nothing in any reader.
      if (clipping && path.bounds[0] <= path.bounds[2]) {
        state.clip = intersect(state.clip, path.bounds);
        stale = true;
      }
      clipping = false;
      path.clear();
    };
    const setColour = (kind: "fill" | "stroke", colour: Colour, space: ColourSpace): void => {
      state[kind] = colour;
      state[`${kind}Space`] = space;
      stale = true;
    };
    const operandNumbers = (): number[] => operands.slice(0, count).filter((operand) => typeof operand === "number");
    /** Values of a colour in the current space; which space it is decides what they mean. */
    const colourIn = (space: ColourSpace): Colour => {
      const values = operandNumbers();
      if (space === "separation") return values.every((value) => value === 0) ? colourOf([1]) : UNKNOWN_COLOUR;
      return values.length === space ? colourOf(values) : UNKNOWN_COLOUR;
    };
    const beginMark = (): void => {
      const [tag, properties] = operands;
      const listed = typeof properties === "string" ? lookUp(own, "Properties", properties) : properties;
      if (isDict(listed)) carriedBy(listed);
      const off = tag === "OC" && layers.isOff(listed);
      if (off) hiddenLayers++;
      stale ||= off;
      marks.push(off);
    };
    const endMark = (): void => {
      if (marks.pop() !== true) return;
      hiddenLayers--;
      stale = true;
    };
    const draw = (name: Value): void => {
      const reference = lookUp(own, "XObject", name);
      const head = file.streamDict(reference);
      if (head === undefined) throw new NotPlain("no such object to draw");
      const subtype = file.resolve(head.get("Subtype"));
      const off = head.has("OC") && layers.isOff(head.get("OC"));
      if (subtype === "Image") {
        counts.images = true;
        const seeThrough = ["SMask", "Mask", "ImageMask", "SMaskInData"].some((key) => Boolean(head.has(key) && file.resolve(head.get(key))));
        if (!off && !seeThrough && isOpaque(state.fillAlpha)) sink.cover(unitSquare(state.ctm), UNKNOWN_COLOUR, state.clip);
      }
      else if (subtype !== "Form") throw new NotPlain("an unusual object to draw");
      else {
        if (depth >= MAX_FORM_DEPTH) throw new NotPlain("forms in forms, too deep");
        const form = file.stream(reference);
        const placed = file.resolve(form.dict.get("Matrix"));
        const inner: readonly Value[] = isArray(placed) ? placed.map((value) => file.resolve(value)) : IDENTITY;
        if (inner.length !== 6 || inner.some((value) => typeof value !== "number")) throw new NotPlain("a malformed matrix");
        const resourcesOfForm = form.dict.has("Resources") ? file.dict(form.dict.get("Resources")) : own;
        const ctm = multiply(inner as unknown as Matrix, state.ctm); // six numbers, just checked
        const box = file.resolve(head.get("BBox"));
        const corners = isArray(box) ? box.map((value) => file.resolve(value)) : [];
        if (corners.length !== 4 || !corners.every((value) => typeof value === "number")) throw new NotPlain("a form without a box");
        const [x1, y1, x2, y2] = corners;
        const bounds = boundsOf([Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)], ctm);
        if (off) hiddenLayers++;
        run(form.bytes, resourcesOfForm, { ...state, ctm, clip: intersect(state.clip, bounds) }, depth + 1);
        if (off) hiddenLayers--;
        stale = true;
      }
    };

    for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
      if (!isKeyword(token)) {
        if (count >= MAX_OPERANDS) throw new NotPlain("too many operands");
        operands[count++] = token;
        continue;
      }
      if (++counts.operators % OPERATORS_A_TICK === 0) budget.tick();
      if (counts.operators > MAX_OPERATORS) throw new Unreadable("limit", "draws more than a page may hold");
      // Where there are more or fewer than there should be, readers differ in which they take.
      const arity = ARITY.get(token.keyword);
      if (arity !== undefined && arity !== count) throw new NotPlain("another number of operands");
      switch (token.keyword) {
        case "q":
          if (saved.length >= MAX_SAVED) throw new NotPlain("saved too often");
          saved.push({ ...state });
          break;
        case "Q":
          // One too many is common, and readers agree to let it be.
          state = saved.pop() ?? state;
          stale = true;
          break;
        case "cm":
          state.ctm = multiply(matrix(), state.ctm);
          break;
        case "BT":
          setMatrix(1, 0, 0, 1, 0, 0);
          break;
        case "Tf":
          state.font = fontOf(own, operands[0]);
          state.size = number(1);
          break;
        case "Tc":
          state.charSpacing = number(0);
          break;
        case "Tw":
          state.wordSpacing = number(0);
          break;
        case "Tz":
          state.scale = number(0) / 100;
          break;
        case "TL":
          state.leading = number(0);
          break;
        case "Ts":
          state.rise = number(0);
          break;
        case "Td":
          move(number(0), number(1));
          break;
        case "TD":
          state.leading = -number(1);
          move(number(0), number(1));
          break;
        case "Tm":
          setMatrix(...matrix());
          break;
        case "T*":
          move(0, -state.leading);
          break;
        case "Tj":
          show(operands[0]);
          break;
        case "'":
          move(0, -state.leading);
          show(operands[0]);
          break;
        case '"':
          state.wordSpacing = number(0);
          state.charSpacing = number(1);
          move(0, -state.leading);
          show(operands[2]);
          break;
        case "TJ": {
          const parts = operands[0];
          if (!isArray(parts)) throw new NotPlain("an operand is no array");
          for (const part of parts) {
            if (isBytes(part)) show(part);
            else if (typeof part !== "number") throw new NotPlain("an operand is no number");
            else advance(state.font?.vertical === true ? (part / 1000) * state.size : (-part / 1000) * state.size * state.scale);
          }
          break;
        }
        case "Do":
          draw(operands[0]);
          break;
        case "gs":
          setGraphicsState(state, file.dict(lookUp(own, "ExtGState", operands[0])));
          stale = true;
          break;
        case "g":
        case "rg":
        case "k":
          state.fill = colourOf(operandNumbers());
          state.fillSpace = count as ColourSpace; // one, three or four operands, or the colour is unknown
          stale = true;
          break;
        case "G":
        case "RG":
        case "K":
          setColour("stroke", colourOf(operandNumbers()), count as ColourSpace); // as above
          break;
        case "cs":
        case "CS": {
          const space = colourSpaceOf(file, own, operands[0]);
          // 8.6.3: every space begins with its black, but for Separation, whose first colour is full ink.
          setColour(token.keyword === "cs" ? "fill" : "stroke", space === "separation" || space === "other" ? UNKNOWN_COLOUR : 0, space);
          break;
        }
        case "sc":
        case "scn":
        case "SC":
        case "SCN":
          if (count > 0 && typeof operands[count - 1] === "string") throw new NotPlain("a pattern, which may paint text");
          if (token.keyword.startsWith("s")) setColour("fill", colourIn(state.fillSpace), state.fillSpace);
          else setColour("stroke", colourIn(state.strokeSpace), state.strokeSpace);
          break;
        case "Tr":
          state.mode = number(0);
          stale = true;
          break;
        case "w":
          state.lineWidth = number(0);
          break;
        case "W":
        case "W*":
          clipping = true;
          break;
        case "re":
          path.rectangle(number(0), number(1), number(2), number(3));
          break;
        case "h":
          path.close();
          break;
        case "n":
          paintPath(false, false);
          break;
        case "f":
        case "F":
        case "f*":
          paintPath(true, false);
          break;
        case "S":
        case "s":
          paintPath(false, true);
          break;
        case "b":
        case "b*":
        case "B":
        case "B*":
          paintPath(true, true);
          break;
        case "sh":
          if (isOpaque(state.fillAlpha) && state.clip !== EVERYWHERE) sink.cover(rectangle(state.clip), UNKNOWN_COLOUR, state.clip);
          break;
        case "BMC":
          marks.push(false);
          break;
        case "BDC":
          beginMark();
          break;
        case "DP": {
          const [, properties] = operands;
          if (isDict(properties)) carriedBy(properties);
          break;
        }
        case "EMC":
          endMark();
          break;
        case "BI":
          throw new NotPlain("an image in the content");
        case "m":
          counts.drawing += 3;
          path.move(number(0), number(1));
          break;
        case "l":
          counts.drawing += 3;
          path.line(number(0), number(1));
          break;
        case "c":
          counts.drawing += 7;
          path.curve(...matrix());
          break;
        case "v":
          counts.drawing += 5;
          path.curve(...path.current, number(0), number(1), number(2), number(3));
          break;
        case "y":
          counts.drawing += 5;
          path.curve(number(0), number(1), number(2), number(3), number(2), number(3));
          break;
        default:
          if (!HARMLESS.has(token.keyword)) throw new NotPlain("an unknown operator");
      }
      count = 0;
    }
  }

  /** Strings of a property list stand in for what is shown, or go along with it (14.6, 14.9.4). */
  function carriedBy(properties: Dict): void {
    for (const value of properties.values()) {
      const text = textString(file.resolve(value));
      if (text !== undefined && text !== "") carried.push(text);
    }
  }

  /** A soft mask is painted by a form of its own, with whatever that form shows. */
  function setGraphicsState(state: State, entries: Dict): void {
    if (entries.has("Font") || isDict(file.resolve(entries.get("SMask")))) throw new NotPlain("a font or a soft mask in the graphics state");
    const opacity = (key: string, otherwise: number): number => {
      const value = file.resolve(entries.get(key));
      return typeof value === "number" ? value : otherwise;
    };
    state.fillAlpha = opacity("ca", state.fillAlpha);
    state.strokeAlpha = opacity("CA", state.strokeAlpha);
    state.lineWidth = opacity("LW", state.lineWidth);
    const mode = file.resolve(entries.get("BM"));
    if (mode !== null) state.blends = mode !== "Normal" && mode !== "Compatible";
  }

  function lookUp(own: Dict, kind: string, name: Value): Value {
    const list = file.resolve(own.get(kind));
    const found = typeof name === "string" && isDict(list) ? list.get(name) : undefined;
    if (found === undefined) throw new NotPlain("no such resource");
    return found;
  }

  function fontOf(own: Dict, name: Value): Font {
    const reference = lookUp(own, "Font", name);
    if (!isRef(reference)) return readFont(file, reference);
    let font = fonts.get(reference.ref);
    if (font === undefined) {
      try {
        font = readFont(file, reference);
      } catch (error) {
        if (!(error instanceof NotPlain)) throw error;
        font = error;
      }
      fonts.set(reference.ref, font);
    }
    if (font instanceof NotPlain) throw font;
    return font;
  }
}

/** Operands of the operators that are read (table A.1 of annex A). */
const ARITY = new Map(Object.entries({
  re: 4, m: 2, l: 2, c: 6, v: 4, y: 4, w: 1, Tr: 1, cs: 1, CS: 1, BMC: 1, BDC: 2, DP: 2, EMC: 0,
  q: 0, Q: 0, cm: 6, BT: 0, Tf: 2, Tc: 1, Tw: 1, Tz: 1, TL: 1, Ts: 1, Td: 2, TD: 2, Tm: 6, "T*": 0, Tj: 1, "'": 1, '"': 3, TJ: 1, Do: 1, gs: 1,
}));

/** Operators that neither show text nor change where it stands. */
const HARMLESS = new Set(
  "BX d ET EX i j J M MP ri".split(" "),
);
