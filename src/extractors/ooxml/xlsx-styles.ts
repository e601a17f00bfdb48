/** What cell styles do to numbers and to whether a cell can be seen (ECMA-376 part 1, 18.8). */
import { readXml } from "../../bytes/xml.js";
import { builtInFormat, customFormat, shortest, showsNothing, type NumberFormat } from "../cells/number-format.js";

export interface CellFormats {
  /** By the cell's `s`: GENERAL, SPECIAL, and the bit HIDES. */
  readonly kinds: Uint8Array;
  show(value: number, style: number): string;
}

export const GENERAL = 0;
/** `show` draws it in another way than its shortest text. */
const SPECIAL = 1;
/** A bit: the format shows nothing, or the text has the colour of the empty sheet. */
export const HIDES = 2;

const BLACK_ON_WHITE = new Uint8Array(0);

/** @param xml of the styles part; undefined where there is none */
export function readStyles(xml: Uint8Array | undefined, date1904: boolean): CellFormats {
  if (xml === undefined) return { kinds: BLACK_ON_WHITE, show: shortest };
  const codes = new Map<number, string>();
  const whiteFonts = new Set<number>();
  const emptyFills = new Set<number>();
  const formats: (NumberFormat | undefined)[] = [];
  const kinds: number[] = [];
  const made = new Map<number, NumberFormat | undefined>();
  const path: string[] = [];
  let fonts = 0;
  let fills = 0;
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token === "close") path.pop();
    if (token !== "open") continue;
    const parent = path.at(-1);
    path.push(reader.name);
    if (parent === "numFmts") codes.set(Number(reader.attribute("numFmtId")), reader.attribute("formatCode") ?? "");
    else if (parent === "fonts") fonts++;
    else if (parent === "fills") fills++;
    else if (parent === "font" && reader.name === "color" && path.includes("fonts")) {
      if (isWhite(reader.attribute("rgb"), reader.attribute("theme"), reader.attribute("tint"))) whiteFonts.add(fonts - 1);
    } else if (parent === "fill" && path.includes("fills")) {
      const pattern = reader.attribute("patternType");
      if (reader.name === "patternFill" && (pattern === undefined || pattern === "none")) emptyFills.add(fills - 1);
    } else if (parent === "cellXfs" && reader.name === "xf") {
      const id = Number(reader.attribute("numFmtId") ?? 0);
      const code = codes.get(id);
      if (!made.has(id)) made.set(id, code === undefined ? builtInFormat(id, date1904) : customFormat(code, date1904));
      const format = made.get(id);
      const white = whiteFonts.has(Number(reader.attribute("fontId") ?? 0)) && emptyFills.has(Number(reader.attribute("fillId") ?? 0));
      formats.push(format);
      kinds.push((format === undefined ? GENERAL : SPECIAL) | (white || (code !== undefined && showsNothing(code)) ? HIDES : 0));
    }
  }
  return { kinds: Uint8Array.from(kinds), show: (value, style) => (formats[style] ?? shortest)(value) };
}

/** Theme colour 0 is the theme's background (18.8.3 with 20.1.6.2): white but for dark themes. */
function isWhite(rgb: string | undefined, theme: string | undefined, tint: string | undefined): boolean {
  if (rgb !== undefined) return /^(?:FF|00)?FFFFFF$/iu.test(rgb);
  return theme === "0" && (tint === undefined || Number(tint) === 0);
}
