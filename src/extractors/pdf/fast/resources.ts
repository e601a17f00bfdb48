/** What content names and its resources hold (ISO 32000-1, 7.8.3). */
import type { PdfFile } from "./file.js";
import { readFont, type Font } from "./fonts.js";
import { isDict, isRef, NotPlain, type Dict, type Value } from "./lexer.js";

/** Fonts by their reference, shared by all pages; why one cannot be read where it cannot. */
export type FontCache = Map<number, Font | NotPlain>;

/** @throws NotPlain where there is none */
export function findResource(file: PdfFile, resources: Dict, kind: string, name: Value): Value {
  const list = file.resolve(resources.get(kind));
  const found = typeof name === "string" && isDict(list) ? list.get(name) : undefined;
  if (found === undefined) throw new NotPlain("no such resource");
  return found;
}

/** @throws NotPlain where it is none that can be read */
export function findFont(file: PdfFile, fonts: FontCache, resources: Dict, name: Value): Font {
  const reference = findResource(file, resources, "Font", name);
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
