/** What the operator Do paints: a picture or a form (ISO 32000-1, 8.9.5 and 8.10). */
import { IDENTITY, type Matrix, type Rect } from "../paint/geometry.js";
import type { PdfFile } from "./file.js";
import type { Layers } from "./layers.js";
import { isArray, NotPlain, type Dict, type Value } from "./lexer.js";
import { findResource } from "./resources.js";

export type DrawnObject =
  | { readonly kind: "image"; /** It stands on a layer that is off. */ readonly isOff: boolean; /** What is below shows through it. */ readonly isSeenThrough: boolean }
  | { readonly kind: "form"; readonly isOff: boolean; readonly bytes: Uint8Array; /** Absent: those of the content that draws it. */ readonly resources?: Dict; readonly matrix: Matrix; /** In the form's own space. */ readonly box: Rect };

/** @throws NotPlain where it is anything else */
export function readDrawnObject(file: PdfFile, layers: Layers, resources: Dict, name: Value): DrawnObject {
  const reference = findResource(file, resources, "XObject", name);
  const head = file.streamDict(reference);
  if (head === undefined) throw new NotPlain("no such object to draw");
  const subtype = file.resolve(head.get("Subtype"));
  const isOff = head.has("OC") && layers.isOff(head.get("OC"));
  if (subtype === "Image") return { kind: "image", isOff, isSeenThrough: ["SMask", "Mask", "ImageMask", "SMaskInData"].some((key) => Boolean(head.has(key) && file.resolve(head.get(key)))) };
  if (subtype !== "Form") throw new NotPlain("an unusual object to draw");
  const { bytes, dict } = file.stream(reference);
  const matrix = dict.has("Matrix") ? numbersOf(file, dict.get("Matrix")) : IDENTITY;
  if (matrix?.length !== 6) throw new NotPlain("a malformed matrix");
  const corners = numbersOf(file, dict.get("BBox"));
  if (corners?.length !== 4) throw new NotPlain("a form without a box");
  const [x1, y1, x2, y2] = corners;
  return {
    kind: "form", isOff, bytes, box: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)],
    matrix: matrix as unknown as Matrix, // six numbers, just checked
    ...(dict.has("Resources") && { resources: file.dict(dict.get("Resources")) }),
  };
}

/** Of an array of numbers and nothing else. */
function numbersOf(file: PdfFile, value: Value | undefined): readonly number[] | undefined {
  const array = file.resolve(value);
  if (!isArray(array)) return undefined;
  const values = array.map((one) => file.resolve(one));
  return values.every((one) => typeof one === "number") ? values : undefined;
}
