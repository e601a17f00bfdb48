/** Marked content (ISO 32000-1, 14.6): layers, and texts that go along with what is shown. */
import type { LayersAround } from "./canvas.js";
import type { PdfFile } from "./file.js";
import type { Layers } from "./layers.js";
import { isDict, type Dict, type Value } from "./lexer.js";
import { findResource } from "./resources.js";
import { textString } from "./text-string.js";

interface Marked {
  readonly file: PdfFile;
  readonly layers: Layers;
  readonly around: LayersAround;
  /** Added to. */
  readonly carried: string[];
}

/** @returns whether what is in the mark belongs to a layer that is off */
export function beginMark(marked: Marked, resources: Dict, [tag, properties]: readonly Value[]): boolean {
  const listed = typeof properties === "string" ? findResource(marked.file, resources, "Properties", properties) : properties;
  if (isDict(listed)) carriedBy(marked, listed);
  const isOff = tag === "OC" && marked.layers.isOff(listed);
  if (isOff) marked.around.hidden++;
  return isOff;
}

/** Strings of a property list stand in for what is shown, or go along with it (14.6, 14.9.4). */
export function carriedBy({ file, carried }: Marked, properties: Dict): void {
  for (const value of properties.values()) {
    const text = textString(file.resolve(value));
    if (text !== undefined && text !== "") carried.push(text);
  }
}
