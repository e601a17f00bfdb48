/** Code pages of fonts and documents (RTF 1.9.1, "Font Table" and "Character Set"). */
import { codePageText } from "../../text/code-pages.js";

/** `\fcharsetN`: Windows' own numbers of character sets. */
const BY_CHARSET: Readonly<Record<number, number>> = {
  0: 1252, 2: 1252, 77: 10000, 78: 10001, 79: 10003, 80: 10008, 81: 10002, 83: 10005, 84: 10004, 85: 10006, 86: 10081, 87: 10021, 88: 10029, 89: 10007, 128: 932, 129: 949,
  130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 179: 1256, 180: 1256, 181: 1255, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
};
const DOUBLE_BYTE: Readonly<Record<number, string>> = { 932: "shift_jis", 936: "gb18030", 949: "euc-kr", 950: "big5" };

export function codePageOfCharset(charset: number): number | undefined {
  return BY_CHARSET[charset];
}

/**
 * @param ofFont undefined where the font says nothing
 * @param ofDocument `\ansicpg`
 */
export function decodeBytes(bytes: Uint8Array, ofFont: number | undefined, ofDocument: number): string {
  const codePage = ofFont ?? ofDocument;
  // A Japanese document's bytes under a font that claims to be Western: Word goes by the font, and other programs' writers by the document.
  const label = DOUBLE_BYTE[ofDocument];
  if (codePage === 1252 && label !== undefined && bytes.some((byte) => byte >= 0x80)) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return codePageText(bytes, codePage);
}
