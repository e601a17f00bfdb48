/**
 * Fonts whose every code has a text that is proven: by a ToUnicode map, or by a standard encoding of a font that is not symbolic.
 * Widths come with them, because gaps decide what is a space.
 */
import type { PdfFile } from "./file.js";
import { isArray, isBytes, isDict, NotPlain, type Dict, type Value } from "./lexer.js";
import { readToUnicode } from "./to-unicode.js";

export interface Font {
  readonly codeBytes: 1 | 2;
  readonly vertical: boolean;
  /** Text by code; undefined where nothing proves one, and then the page is not plain. */
  readonly texts: readonly (string | undefined)[];
  /** By code, in thousandths of the font size; the advance down, for vertical writing. */
  readonly widths: readonly (number | undefined)[];
  /** The width of every other code. */
  readonly usualWidth: number;
}

/** @throws NotPlain where the font's codes cannot be trusted to this reader */
export function readFont(file: PdfFile, reference: Value): Font {
  const font = file.dict(reference);
  const subtype = file.resolve(font.get("Subtype"));
  if (subtype === "Type0") return compositeFont(file, font);
  if (subtype === "TrueType" || subtype === "Type1" || subtype === "MMType1") return simpleFont(file, font);
  throw new NotPlain("an unusual kind of font");
}

function compositeFont(file: PdfFile, font: Dict): Font {
  const encoding = file.resolve(font.get("Encoding"));
  if (encoding !== "Identity-H" && encoding !== "Identity-V") throw new NotPlain("an encoding by CMap");
  const vertical = encoding === "Identity-V";
  const descendants = file.resolve(font.get("DescendantFonts"));
  if (!isArray(descendants) || descendants.length !== 1) throw new NotPlain("a composite font without its part");
  const descendant = file.dict(descendants[0]);
  const map = readToUnicode(file.stream(font.get("ToUnicode")).bytes, 2);
  if (vertical && (descendant.has("DW2") || descendant.has("W2"))) throw new NotPlain("vertical metrics");
  const usual = numberOr(file.resolve(descendant.get("DW")), 1000);
  const widths: number[] = [];
  const list = file.resolve(descendant.get("W"));
  if (list !== null && !isArray(list)) throw new NotPlain("malformed widths");
  for (let i = 0; list !== null && i < list.length;) {
    const first = finite(file.resolve(list[i]));
    const second = file.resolve(list[i + 1]);
    if (isArray(second)) {
      second.forEach((width, j) => (widths[code(first + j)] = finite(file.resolve(width))));
      i += 2;
    } else {
      const last = code(finite(second));
      const width = finite(file.resolve(list[i + 2]));
      for (let one = code(first); one <= last; one++) widths[one] = width;
      i += 3;
    }
  }
  return { codeBytes: 2, vertical, texts: provenTexts(map, []), widths: vertical ? [] : widths, usualWidth: vertical ? 1000 : usual };
}

function simpleFont(file: PdfFile, font: Dict): Font {
  const map = font.has("ToUnicode") ? readToUnicode(file.stream(font.get("ToUnicode")).bytes, 1) : new Map<number, string>();
  const encoding = encodingOf(file, font);
  const first = finite(file.resolve(font.get("FirstChar")));
  const list = file.resolve(font.get("Widths"));
  if (!isArray(list) || list.length > 256) throw new NotPlain("no widths");
  const widths: number[] = [];
  list.forEach((width, i) => (widths[code(first + i)] = finite(file.resolve(width))));
  const descriptor = file.resolve(font.get("FontDescriptor"));
  const missing = isDict(descriptor) ? numberOr(file.resolve(descriptor.get("MissingWidth")), 0) : 0;
  return { codeBytes: 1, vertical: false, texts: provenTexts(map, encoding ?? []), widths, usualWidth: missing };
}

/** Text by code, where the font dictionary itself says so; undefined where only the font program could. */
function encodingOf(file: PdfFile, font: Dict): readonly (string | undefined)[] | undefined {
  const encoding = file.resolve(font.get("Encoding"));
  if (encoding === null) return undefined;
  const descriptor = file.resolve(font.get("FontDescriptor"));
  const flags = isDict(descriptor) ? file.resolve(descriptor.get("Flags")) : null;
  // 9.6.6.4: the encoding of a symbolic font is its program's own. A descriptor that says both, or neither, says nothing.
  if (typeof flags !== "number" || (flags & 36) !== 32) return undefined;
  const base = isDict(encoding) ? file.resolve(encoding.get("BaseEncoding")) : encoding;
  if (base !== "WinAnsiEncoding" && base !== "MacRomanEncoding") return undefined;
  const differences = isDict(encoding) ? file.resolve(encoding.get("Differences")) : null;
  // Names of glyphs are for the reader that has the list of them.
  if (differences !== null && !(isArray(differences) && differences.length === 0)) return undefined;
  const decoder = new TextDecoder(base === "WinAnsiEncoding" ? "windows-1252" : "macintosh");
  return Array.from({ length: 256 }, (_, code) => (code < 0x20 || (code >= 0x7f && code < 0xa1) ? undefined : decoder.decode(Uint8Array.of(code))))
    .map((text, code) => (code === 0x20 ? " " : text));
}

/** Text that another reader might show otherwise: controls, marks, right-to-left scripts, halves of pairs, private use, presentation forms. */
const UNPROVEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u0300-\u036f\u0590-\u08ff\u200b-\u200f\u2028-\u202e\ud800-\udfff\ue000-\uf8ff\ufb00-\ufdff\ufe20-\ufe2f\ufe70-\ufeff\ufff0-\uffff]/u;

function provenTexts(map: ReadonlyMap<number, string>, otherwise: readonly (string | undefined)[]): (string | undefined)[] {
  const texts = [...otherwise];
  for (const [code, text] of map) texts[code] = text === "" || UNPROVEN.test(text) ? undefined : text;
  return texts;
}

function code(value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff) throw new NotPlain("a code out of range");
  return value;
}

function finite(value: Value): number {
  if (typeof value !== "number") throw new NotPlain("no number where one should be");
  return value;
}

function numberOr(value: Value, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

/** Codes of a shown string. */
export function codesOf(font: Font, shown: Value): Uint8Array {
  if (!isBytes(shown) || shown.length % font.codeBytes !== 0) throw new NotPlain("a shown string of odd length");
  return shown;
}
