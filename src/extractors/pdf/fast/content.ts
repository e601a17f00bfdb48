/** Content streams (ISO 32000-1, 7.8.2 and annex A): what text a page shows, and where. */
import type { Budget } from "../../../contract.js";
import { Unreadable } from "../../../errors.js";
import type { PageView } from "../document.js";
import { boundsOf, intersect, multiply, unitSquare } from "../paint/geometry.js";
import { createRecorder } from "../paint/recorder.js";
import { createScout } from "../paint/scout.js";
import type { Sight } from "../paint/sight.js";
import { colourOf, type PaintSink } from "../paint/sink.js";
import { Canvas, type LayersAround } from "./canvas.js";
import { colourSpaceOf, type ColourSpace } from "./colours.js";
import { readDrawnObject } from "./drawn-object.js";
import type { PdfFile } from "./file.js";
import { type GraphicsState, INITIAL, setParameters } from "./graphics-state.js";
import type { Layers } from "./layers.js";
import { createLexer, isArray, isDict, isKeyword, NotPlain, type Dict, type Value } from "./lexer.js";
import { beginMark, carriedBy } from "./marked-content.js";
import { ARITY, HARMLESS } from "./operators.js";
import { findFont, findResource, type FontCache } from "./resources.js";

export interface Painted {
  readonly sight: Sight;
  /** Texts that content carries along and does not show: replacement texts, other properties of marked content. */
  readonly carried: readonly string[];
  readonly images: boolean;
  /** Segments of paths: enough of them may be letters drawn as outlines. */
  readonly drawing: number;
}

const MAX_FORM_DEPTH = 12;
const MAX_OPERANDS = 64;
/** Operators of one page; the densest real one has some 100,000. Forms drawn in forms multiply. */
const MAX_OPERATORS = 3_000_000;
const OPERATORS_A_TICK = 20_000;

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

/** One page as it is painted, its forms included. */
interface Page extends ContentContext {
  readonly sink: PaintSink;
  readonly around: LayersAround;
  readonly carried: string[];
  operators: number;
  images: boolean;
  drawing: number;
}

function paint(context: ContentContext, content: Uint8Array, resources: Dict, sink: PaintSink): Omit<Painted, "sight"> {
  const page: Page = { ...context, sink, around: { hidden: 0 }, carried: [], operators: 0, images: false, drawing: 0 };
  paintStream(page, { bytes: content, resources, initial: INITIAL, depth: 0 });
  return page;
}

/** A page's content or a form's. */
interface Stream {
  readonly bytes: Uint8Array;
  readonly resources: Dict;
  readonly initial: Readonly<GraphicsState>;
  readonly depth: number;
}

/** @throws NotPlain where anything is unusual, and Unreadable ("limit") */
function paintStream(page: Page, stream: Stream): void {
  const { file, budget } = page;
  const { bytes, resources } = stream;
  const lexer = createLexer(bytes, 0, bytes.length, false);
  const canvas = new Canvas(page.sink, page.around, stream.initial);
  const { path } = canvas;
  const operands: Value[] = [];
  let count = 0;
  /** For each open mark of content, whether it is a layer that is off. */
  const marks: boolean[] = [];

  const number = (i: number): number => {
    const value = operands[i];
    if (typeof value !== "number") throw new NotPlain("an operand is no number");
    return value;
  };
  const matrix = (): [number, number, number, number, number, number] => [number(0), number(1), number(2), number(3), number(4), number(5)];
  const numbers = (): number[] => operands.slice(0, count).filter((operand) => typeof operand === "number");

  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!isKeyword(token)) {
      if (count >= MAX_OPERANDS) throw new NotPlain("too many operands");
      operands[count++] = token;
      continue;
    }
    if (++page.operators % OPERATORS_A_TICK === 0) budget.tick();
    if (page.operators > MAX_OPERATORS) throw new Unreadable("limit", "draws more than a page may hold");
    // Where there are more or fewer than there should be, readers differ in which they take.
    const arity = ARITY.get(token.keyword);
    if (arity !== undefined && arity !== count) throw new NotPlain("another number of operands");
    switch (token.keyword) {
      case "q":
        canvas.save();
        break;
      case "Q":
        canvas.restore();
        break;
      case "cm":
        canvas.transform(matrix());
        break;
      case "BT":
        canvas.setTextMatrix(1, 0, 0, 1, 0, 0);
        break;
      case "Tf":
        canvas.state.font = findFont(file, page.fonts, resources, operands[0]);
        canvas.state.size = number(1);
        break;
      case "Tc":
        canvas.state.charSpacing = number(0);
        break;
      case "Tw":
        canvas.state.wordSpacing = number(0);
        break;
      case "Tz":
        canvas.state.scale = number(0) / 100;
        break;
      case "TL":
        canvas.state.leading = number(0);
        break;
      case "Ts":
        canvas.state.rise = number(0);
        break;
      case "Td":
        canvas.move(number(0), number(1));
        break;
      case "TD":
        canvas.state.leading = -number(1);
        canvas.move(number(0), number(1));
        break;
      case "Tm":
        canvas.setTextMatrix(...matrix());
        break;
      case "T*":
        canvas.nextLine();
        break;
      case "Tj":
        canvas.show(operands[0]);
        break;
      case "'":
        canvas.nextLine();
        canvas.show(operands[0]);
        break;
      case '"':
        canvas.state.wordSpacing = number(0);
        canvas.state.charSpacing = number(1);
        canvas.nextLine();
        canvas.show(operands[2]);
        break;
      case "TJ": {
        const parts = operands[0];
        if (!isArray(parts)) throw new NotPlain("an operand is no array");
        canvas.showSpaced(parts);
        break;
      }
      case "Do":
        draw(page, stream, canvas, operands[0]);
        break;
      case "gs":
        setParameters(canvas.state, file.dict(findResource(file, resources, "ExtGState", operands[0])), file);
        canvas.isStale = true;
        break;
      case "g":
      case "rg":
      case "k":
        canvas.setColour("fill", colourOf(numbers()), count as ColourSpace); // one, three or four operands, or the colour is unknown
        break;
      case "G":
      case "RG":
      case "K":
        canvas.setColour("stroke", colourOf(numbers()), count as ColourSpace); // as above
        break;
      case "cs":
        canvas.setColourSpace("fill", colourSpaceOf(file, resources, operands[0]));
        break;
      case "CS":
        canvas.setColourSpace("stroke", colourSpaceOf(file, resources, operands[0]));
        break;
      case "sc":
      case "scn":
      case "SC":
      case "SCN":
        if (count > 0 && typeof operands[count - 1] === "string") throw new NotPlain("a pattern, which may paint text");
        canvas.setColourIn(token.keyword.startsWith("s") ? "fill" : "stroke", numbers());
        break;
      case "Tr":
        canvas.state.mode = number(0);
        canvas.isStale = true;
        break;
      case "w":
        canvas.state.lineWidth = number(0);
        break;
      case "W":
      case "W*":
        canvas.isClipping = true;
        break;
      case "re":
        path.rectangle(number(0), number(1), number(2), number(3));
        break;
      case "h":
        path.close();
        break;
      case "n":
        canvas.paintPath(false, false);
        break;
      case "f":
      case "F":
      case "f*":
        canvas.paintPath(true, false);
        break;
      case "S":
      case "s":
        canvas.paintPath(false, true);
        break;
      case "b":
      case "b*":
      case "B":
      case "B*":
        canvas.paintPath(true, true);
        break;
      case "sh":
        canvas.shade();
        break;
      case "BMC":
        marks.push(false);
        break;
      case "BDC":
        marks.push(beginMark(page, resources, operands));
        canvas.isStale ||= marks.at(-1) === true;
        break;
      case "DP": {
        const [, properties] = operands;
        if (isDict(properties)) carriedBy(page, properties);
        break;
      }
      case "EMC":
        if (marks.pop() !== true) break;
        page.around.hidden--;
        canvas.isStale = true;
        break;
      case "BI":
        throw new NotPlain("an image in the content");
      case "m":
        page.drawing += 3;
        path.move(number(0), number(1));
        break;
      case "l":
        page.drawing += 3;
        path.line(number(0), number(1));
        break;
      case "c":
        page.drawing += 7;
        path.curve(...matrix());
        break;
      case "v":
        page.drawing += 5;
        path.curve(...path.current, number(0), number(1), number(2), number(3));
        break;
      case "y":
        page.drawing += 5;
        path.curve(number(0), number(1), number(2), number(3), number(2), number(3));
        break;
      default:
        if (!HARMLESS.has(token.keyword)) throw new NotPlain("an unknown operator");
    }
    count = 0;
  }
}

function draw(page: Page, stream: Stream, canvas: Canvas, name: Value): void {
  const object = readDrawnObject(page.file, page.layers, stream.resources, name);
  if (object.kind === "image") {
    page.images = true;
    if (!object.isOff && !object.isSeenThrough) canvas.cover(unitSquare(canvas.state.ctm));
    return;
  }
  if (stream.depth >= MAX_FORM_DEPTH) throw new NotPlain("forms in forms, too deep");
  const ctm = multiply(object.matrix, canvas.state.ctm);
  const clip = intersect(canvas.state.clip, boundsOf(object.box, ctm));
  if (object.isOff) page.around.hidden++;
  paintStream(page, { bytes: object.bytes, resources: object.resources ?? stream.resources, initial: { ...canvas.state, ctm, clip }, depth: stream.depth + 1 });
  if (object.isOff) page.around.hidden--;
  canvas.isStale = true;
}
