/** What cell styles do to numbers and to whether a cell can be seen (ECMA-376 part 1, 18.8). */
import { readXml, type XmlReader } from "../../bytes/xml.js";
import { builtInFormat, customFormat, shortest, showsNothing, type NumberFormat } from "../cells/number-format.js";
import { isTinyFont } from "../cells/sight.js";

export interface CellFormats {
  /** By the cell's `s`: GENERAL, SPECIAL, and the bit HIDES. */
  readonly kinds: Uint8Array;
  /** By a conditional format's `dxfId`: whether it makes what it is used on unseen. */
  readonly conditionalHides: readonly boolean[];
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
  if (xml === undefined) return { kinds: BLACK_ON_WHITE, conditionalHides: [], show: shortest };
  const codes = new Map<number, string>();
  /** By font: its colour, "" where it has none of its own, and whether it is too small to be seen. */
  const colours: string[] = [];
  const tinyFonts = new Set<number>();
  /** By fill: the colour of the cell, "" for a pattern of two. */
  const grounds: string[] = [];
  const formats: (NumberFormat | undefined)[] = [];
  const kinds: number[] = [];
  const made = new Map<number, NumberFormat | undefined>();
  const conditional: { colour: string; ground: string; isEmpty: boolean }[] = [];
  const path: string[] = [];
  let isSolid = false;
  const reader = readXml(xml);
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token === "close") path.pop();
    if (token !== "open") continue;
    const parent = path.at(-1);
    path.push(reader.name);
    if (parent === "dxfs") conditional.push({ colour: "", ground: WHITE, isEmpty: false });
    else if (path[1] === "dxfs") readConditional(parent ?? "", conditional[conditional.length - 1]);
    else if (parent === "numFmts") codes.set(Number(reader.attribute("numFmtId")), reader.attribute("formatCode") ?? "");
    else if (parent === "fonts") colours.push("");
    else if (parent === "fills") grounds.push(WHITE);
    else if (parent === "font" && path.includes("fonts")) {
      if (reader.name === "color") colours[colours.length - 1] = colourOf(reader);
      else if (reader.name === "sz" && isTinyFont(Number(reader.attribute("val")))) tinyFonts.add(colours.length - 1);
    } else if (parent === "fill" && path.includes("fills") && reader.name === "patternFill") {
      isSolid = reader.attribute("patternType") === "solid";
      if ((reader.attribute("patternType") ?? "none") !== "none") grounds[grounds.length - 1] = "";
    } else if (parent === "fill" && path.includes("fills")) grounds[grounds.length - 1] = "";
    else if (parent === "patternFill" && reader.name === "fgColor" && isSolid && path.includes("fills")) {
      grounds[grounds.length - 1] = colourOf(reader);
    } else if (parent === "cellXfs" && reader.name === "xf") {
      const id = Number(reader.attribute("numFmtId") ?? 0);
      const code = codes.get(id);
      if (!made.has(id)) made.set(id, code === undefined ? builtInFormat(id, date1904) : customFormat(code, date1904));
      const format = made.get(id);
      const font = Number(reader.attribute("fontId") ?? 0);
      const colour = colours.at(font) ?? "";
      const isUnseen = tinyFonts.has(font) || (colour !== "" && colour === grounds.at(Number(reader.attribute("fillId") ?? 0)));
      formats.push(format);
      kinds.push((format === undefined ? GENERAL : SPECIAL) | (isUnseen || (code !== undefined && showsNothing(code)) ? HIDES : 0));
    }
  }
  const conditionalHides = conditional.map(({ colour, ground, isEmpty }) => isEmpty || (colour !== "" && colour === ground));
  return { kinds: Uint8Array.from(kinds), conditionalHides, show: (value, style) => (formats[style] ?? shortest)(value) };

  /** 18.8.14: only what it changes; a solid fill is of the background's colour here. */
  function readConditional(parent: string, format: { colour: string; ground: string; isEmpty: boolean }): void {
    if (reader.name === "numFmt") format.isEmpty = showsNothing(reader.attribute("formatCode") ?? "");
    else if (parent === "font" && reader.name === "color") format.colour = colourOf(reader);
    else if (parent === "patternFill" && reader.name === "bgColor") format.ground = colourOf(reader);
  }
}

const WHITE = "FFFFFF";

/**
 * One form for one colour (18.8.3): the hex digits of red, green and blue, or how else it is given. Theme colour 0 is the theme's
 * background (20.1.6.2), white but for dark themes; index 9 and 65 are white and the window's background (18.8.27).
 */
function colourOf(reader: XmlReader): string {
  const rgb = reader.attribute("rgb");
  if (rgb !== undefined) return rgb.slice(-6).toUpperCase();
  const tint = Number(reader.attribute("tint") ?? 0);
  const theme = reader.attribute("theme");
  if (theme !== undefined) return theme === "0" && tint === 0 ? WHITE : `theme ${theme} ${tint}`;
  const indexed = reader.attribute("indexed");
  if (indexed === undefined) return "";
  return indexed === "9" || indexed === "1" || indexed === "65" ? WHITE : `index ${indexed}`;
}
