/** Content streams (ISO 32000-1, 7.8.2 and 9): what text a page shows, and where. */
import type { Budget } from "../../../contract.js";
import { Unreadable } from "../../../errors.js";
import type { PageRuns, PageView } from "../document.js";
import type { PdfFile } from "./file.js";
import { codesOf, readFont, type Font } from "./fonts.js";
import { createLexer, isArray, isBytes, isDict, isKeyword, isRef, NotPlain, type Dict, type Value } from "./lexer.js";
import { createRunBuilder } from "./runs.js";

export interface Painted {
  readonly runs: PageRuns;
  /** Runs that lie wholly outside what is shown of the page. */
  readonly outside: PageRuns;
  readonly images: boolean;
  /** Segments of paths: enough of them may be letters drawn as outlines. */
  readonly drawing: number;
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

interface State {
  ctm: Matrix;
  font: Font | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

const MAX_FORM_DEPTH = 12;
const MAX_SAVED = 512;
const MAX_OPERANDS = 64;
/** Operators of one page; the densest real one has some 100,000. Forms drawn in forms multiply. */
const MAX_OPERATORS = 3_000_000;
const OPERATORS_A_TICK = 20_000;

/** Fonts by their reference, shared by all pages. */
export type FontCache = Map<number, Font | NotPlain>;

export function readContent(file: PdfFile, contents: readonly Uint8Array[], resources: Dict, view: PageView, fonts: FontCache, budget: Budget): Painted {
  const inside = createRunBuilder();
  const outside = createRunBuilder();
  const [left, bottom, right, top] = view.box;
  const counts = { operators: 0, images: false, drawing: 0 };
  // Streams of one page are one stream (7.8.2), and a token may not go over their border.
  const joined = contents.length === 1 ? contents[0] : Buffer.concat(contents.flatMap((bytes) => [bytes, Uint8Array.of(10)]));
  run(joined, resources, { ctm: IDENTITY, font: undefined, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0 }, 0);
  return { runs: inside.runs(), outside: outside.runs(), images: counts.images, drawing: counts.drawing };

  function run(bytes: Uint8Array, own: Dict, initial: State, depth: number): void {
    const lexer = createLexer(bytes, 0, bytes.length, false);
    const saved: State[] = [];
    let state: State = { ...initial };
    // Text matrix and text line matrix (9.4.1) share all but their origin; loose numbers, because they change with every word.
    let [textA, textB, textC, textD, textE, textF, lineE, lineF] = [1, 0, 0, 1, 0, 0, 0, 0];
    const operands: Value[] = [];
    let count = 0;

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
      inside.placed();
      outside.placed();
    };
    const move = (x: number, y: number): void => {
      lineE = textE = x * textA + y * textC + lineE;
      lineF = textF = x * textB + y * textD + lineF;
      inside.placed();
      outside.placed();
    };
    const show = (shown: Value): void => {
      const { font, size, charSpacing, wordSpacing, scale, rise, ctm } = state;
      if (font === undefined) throw new NotPlain("text without a font");
      const { codeBytes, vertical, texts, widths, usualWidth } = font;
      const codes = codesOf(font, shown);
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
        place(glyph, e + along * axisX, f + along * axisY, unitX, unitY, Math.abs(vertical ? width : width * scale) * axis, cross);
        along += vertical ? width - extra : (width + extra) * scale;
      }
      advance(along);
    };
    const advance = (along: number): void => {
      const vertical = state.font?.vertical === true;
      textE += along * (vertical ? -textC : textA);
      textF += along * (vertical ? -textD : textB);
    };
    const draw = (name: Value): void => {
      const reference = lookUp(own, "XObject", name);
      const head = file.streamDict(reference);
      if (head === undefined) throw new NotPlain("no such object to draw");
      const subtype = file.resolve(head.get("Subtype"));
      if (subtype === "Image") counts.images = true;
      else if (subtype !== "Form") throw new NotPlain("an unusual object to draw");
      else {
        if (depth >= MAX_FORM_DEPTH) throw new NotPlain("forms in forms, too deep");
        const form = file.stream(reference);
        const placed = file.resolve(form.dict.get("Matrix"));
        const inner: readonly Value[] = isArray(placed) ? placed.map((value) => file.resolve(value)) : IDENTITY;
        if (inner.length !== 6 || inner.some((value) => typeof value !== "number")) throw new NotPlain("a malformed matrix");
        const resourcesOfForm = form.dict.has("Resources") ? file.dict(form.dict.get("Resources")) : own;
        run(form.bytes, resourcesOfForm, { ...state, ctm: multiply(inner as unknown as Matrix, state.ctm) }, depth + 1); // six numbers, just checked
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
          if (!isPlainState(file, file.dict(lookUp(own, "ExtGState", operands[0])))) throw new NotPlain("a font or a soft mask in the graphics state");
          break;
        case "scn":
        case "SCN":
          if (count > 0 && typeof operands[count - 1] === "string") throw new NotPlain("a pattern, which may paint text");
          break;
        case "BI":
          throw new NotPlain("an image in the content");
        case "m":
        case "l":
          counts.drawing += 3;
          break;
        case "c":
          counts.drawing += 7;
          break;
        case "v":
        case "y":
          counts.drawing += 5;
          break;
        default:
          if (!HARMLESS.has(token.keyword)) throw new NotPlain("an unknown operator");
      }
      count = 0;
    }
  }

  function place(glyph: string, x: number, y: number, unitX: number, unitY: number, advance: number, size: number): void {
    const [endX, endY] = [x + unitX * advance, y + unitY * advance];
    const isOutside = (endX < left && x < left) || (x > right && endX > right) || (endY < bottom && y < bottom) || (y > top && endY > top);
    (isOutside ? outside : inside).glyph(glyph, x, y, unitX, unitY, advance, size);
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

/** A soft mask is painted by a form of its own, with whatever that form shows. */
function isPlainState(file: PdfFile, state: Dict): boolean {
  return !state.has("Font") && !isDict(file.resolve(state.get("SMask")));
}

/** Operands of the operators that are read (table A.1 of annex A). */
const ARITY = new Map(Object.entries({
  q: 0, Q: 0, cm: 6, BT: 0, Tf: 2, Tc: 1, Tw: 1, Tz: 1, TL: 1, Ts: 1, Td: 2, TD: 2, Tm: 6, "T*": 0, Tj: 1, "'": 1, '"': 3, TJ: 1, Do: 1, gs: 1,
}));

/** Operators that neither show text nor change where it stands. */
const HARMLESS = new Set(
  "b B b* B* BDC BMC BX CS cs d DP EMC ET EX f F f* G g h i j J K k M MP n re RG rg ri s S SC sc sh Tr w W W*".split(" "),
);

function multiply([a, b, c, d, e, f]: Matrix, [a2, b2, c2, d2, e2, f2]: Matrix): Matrix {
  return [a * a2 + b * c2, a * b2 + b * d2, c * a2 + d * c2, c * b2 + d * d2, e * a2 + f * c2 + e2, e * b2 + f * d2 + f2];
}
