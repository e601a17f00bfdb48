/** The tables at a document's head that its text refers to by number: fonts with their code pages, and colours (RTF 1.9.1). */
import { codePageOfCharset, decodeBytes } from "./charsets.js";

export interface HeadTables {
  /** @returns whether the control word says something about fonts, code pages or colours. @param inFonts it stands in the table of fonts */
  read(word: string, parameter: number | undefined, inFonts: boolean): boolean;
  /** A ";" in the table of colours. */
  endColour(): void;
  isWhite(colour: number): boolean;
  /** @param font undefined: the document's own */
  decode(bytes: Uint8Array, font: number | undefined): string;
}

export function createHeadTables(): HeadTables {
  const fonts = new Map<number, number | undefined>();
  const whites: boolean[] = [];
  const colour = { red: 0, green: 0, blue: 0, isSet: false };
  let codePage = 1252;
  let defaultFont: number | undefined;
  let fontInTable = 0;

  return {
    read(word, parameter, inFonts) {
      switch (word) {
        case "ansicpg":
          codePage = parameter ?? codePage;
          return true;
        case "mac":
          codePage = 10_000;
          return true;
        case "pc":
          codePage = 437;
          return true;
        case "pca":
          codePage = 850;
          return true;
        case "deff":
          defaultFont = parameter;
          return true;
        case "f":
          if (inFonts) fontInTable = parameter ?? 0;
          return inFonts;
        case "fcharset":
          // 1 is the default of the machine it is read on.
          if (parameter !== 1) fonts.set(fontInTable, codePageOfCharset(parameter ?? 0));
          return true;
        case "cpg":
          fonts.set(fontInTable, parameter);
          return true;
        case "red":
        case "green":
        case "blue":
          colour[word] = parameter ?? 0;
          colour.isSet = true;
          return true;
        default:
          return false;
      }
    },
    endColour() {
      whites.push(colour.isSet && colour.red === 255 && colour.green === 255 && colour.blue === 255);
      Object.assign(colour, { red: 0, green: 0, blue: 0, isSet: false });
    },
    isWhite: (index) => whites[index],
    decode(bytes, font) {
      const used = font ?? defaultFont;
      return decodeBytes(bytes, used === undefined ? undefined : fonts.get(used), codePage);
    },
  };
}
