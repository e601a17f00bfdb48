/** What cell formats do to numbers and to whether a cell can be seen: FORMAT, FONT, PALETTE and XF records ([MS-XLS] 2.4). */
import type { CellStyles } from "../cells/binary.js";
import { builtInFormat, customFormat, shortest, showsNothing, type NumberFormat } from "../cells/number-format.js";
import { isTinyFont, TWIPS_A_POINT } from "../cells/sight.js";
import { stringIn, type Script } from "./strings.js";

export interface StyleCollector {
  /** @returns whether the record is one of these */
  read(type: number, bytes: Uint8Array): boolean;
  finish(date1904: boolean): CellStyles;
}

const FONT = 0x31;
const PALETTE = 0x92;
const FORMAT = 0x41e;
const FORMAT_OLD = 0x1e;
const XF = 0xe0;
const XF_OLD: Readonly<Record<number, number>> = { 0x43: 2, 0x243: 3, 0x443: 4 };
const FONT_OLD = 0x231;

const WHITE = 0xffffff;
/** Colours by number: those of the system that are white, and the palette from its first on ([MS-XLS] 2.5.161). */
const BUILT_IN_WHITE = 1;
const WINDOW_BACKGROUND = 65;
const FIRST_OF_PALETTE = 8;
const DEFAULT_WHITE = 9;
/** [MS-XLS] 2.5.159 FillPattern. */
const NO_FILL = 0;
const SOLID = 1;
/** A height of nothing says that there is none of its own. @param twips */
const isTinyHeight = (twips: number): boolean => twips > 0 && isTinyFont(twips / TWIPS_A_POINT);

interface Format {
  readonly font: number;
  readonly number: number;
  /** The number of the cell's one colour; undefined for a pattern of two, and where none is told. */
  readonly ground: number | undefined;
}

interface Font {
  readonly colour: number;
  readonly isTiny: boolean;
}

export function collectStyles(script: () => Script): StyleCollector {
  const codes = new Map<number, string>();
  /** BIFF2 and BIFF3 number their formats by their order. */
  let ordinal = 0;
  const fonts: (Font | undefined)[] = [];
  const formats: Format[] = [];
  let palette: readonly number[] | undefined;

  const uint16 = (b: Uint8Array, at: number): number => (b[at] ?? 0) | ((b[at + 1] ?? 0) << 8);
  function cellFormat(b: Uint8Array, biff: number): Format {
    // The fill's pattern stands elsewhere in each version ([MS-XLS] 2.5.20; OpenOffice's documentation of BIFF, 5.115).
    const ground = (pattern: number, foreground: number): number | undefined => (pattern === NO_FILL ? WINDOW_BACKGROUND : pattern === SOLID ? foreground & 0x7f : undefined);
    if (biff === 8) return { font: uint16(b, 0), number: uint16(b, 2), ground: ground((b[17] ?? 0) >> 2, b[18] ?? 0) };
    if (biff === 5) return { font: uint16(b, 0), number: uint16(b, 2), ground: ground((b[10] ?? 0) & 0x3f, b[8] ?? 0) };
    if (biff === 2) return { font: b[0] ?? 0, number: (b[2] ?? 0) & 0x3f, ground: WINDOW_BACKGROUND };
    return { font: b[0] ?? 0, number: b[1] ?? 0, ground: undefined };
  }
  const isWhite = (colour: number): boolean => {
    if (colour === BUILT_IN_WHITE || colour === WINDOW_BACKGROUND) return true;
    if (colour < FIRST_OF_PALETTE) return false;
    return palette === undefined ? colour === DEFAULT_WHITE : palette[colour - FIRST_OF_PALETTE] === WHITE;
  };

  return {
    read(type, bytes) {
      const { biff } = script();
      if (type === FONT || type === FONT_OLD) fonts.push({ colour: biff === 2 ? 0 : uint16(bytes, 4), isTiny: bytes.length >= 2 && isTinyHeight(uint16(bytes, 0)) });
      else if (type === PALETTE) palette = Array.from({ length: Math.min(uint16(bytes, 0), 56) }, (_, i) => uint16(bytes, 2 + i * 4) | ((bytes[4 + i * 4] ?? 0) << 16));
      else if (type === FORMAT && biff >= 4) codes.set(biff === 4 ? ordinal++ : uint16(bytes, 0), stringIn(bytes.subarray(2), script(), biff < 8));
      else if (type === FORMAT_OLD) codes.set(ordinal++, stringIn(bytes, script(), true));
      else if (type === XF) formats.push(cellFormat(bytes, biff));
      else if (XF_OLD[type] !== undefined) formats.push(cellFormat(bytes, XF_OLD[type]));
      else return false;
      return true;
    },
    finish(date1904) {
      const made = new Map<number, NumberFormat | undefined>();
      const shown: (NumberFormat | undefined)[] = [];
      const hidden = new Uint8Array(formats.length);
      for (const [i, { font, number, ground }] of formats.entries()) {
        const code = codes.get(number);
        if (!made.has(number)) made.set(number, code === undefined ? builtInFormat(number, date1904) : customFormat(code, date1904));
        shown.push(made.get(number));
        // There is no font of number 4 ([MS-XLS] 2.5.129).
        const letters = fonts[font > 4 ? font - 1 : font];
        const isUnseen = letters !== undefined && (letters.isTiny || (ground !== undefined && (letters.colour === ground || (isWhite(letters.colour) && isWhite(ground)))));
        if (isUnseen || (code !== undefined && showsNothing(code))) hidden[i] = 1;
      }
      return { show: (value, style) => (shown[style] ?? shortest)(value), hides: (style) => hidden[style] === 1 };
    },
  };
}
