/** Pictures that a page can draw: whether what lies below them is seen. */
import { type Dict, isDict } from "../fast/lexer.js";
import type { ObjectGraph } from "./graph.js";
import { contentsOf, type PageIndex } from "./pages.js";
import type { StoredObject } from "./sweep.js";

const MAX_OBJECTS = 5000;

/** True where a page's pictures are all without masks: each one hides what is below it. @param number from 1 */
export function hasOnlyOpaqueImages(graph: ObjectGraph, index: PageIndex, number: number): boolean {
  for (const { dict } of imagesOf(graph, index, number)) {
    if (["SMask", "Mask", "ImageMask", "SMaskInData"].some((key) => Boolean(dict.has(key) && graph.resolve(dict.get(key))))) return false;
  }
  return true;
}

/** Pixels: a sheet of A4 at 72 dots an inch, of which nobody reads small print. */
const LEAST_SCAN = 500_000;

/** Whether a page draws something, and its resources lead to a picture as large as a scanned sheet. @param number from 1 */
export function hasScan(graph: ObjectGraph, index: PageIndex, number: number): boolean {
  for (const { dict } of imagesOf(graph, index, number)) {
    const [width, height] = ["Width", "Height"].map((key) => Number(graph.resolve(dict.get(key))));
    // Some programs lead from every page to the pictures of all pages.
    if (width * height >= LEAST_SCAN) return contentMatches(graph, index, number, DRAWS);
  }
  return false;
}

const DRAWS = /\sDo(?![A-Za-z])/u;
const INLINE_IMAGE = /(?:^|\s)BI\s{1,9}\/[^]{1,2000}?\sID\s/u;

/** Whether a page's own content holds pictures (8.9.7), which no object stands for. @param number from 1 */
export function hasInlineImages(graph: ObjectGraph, index: PageIndex, number: number): boolean {
  return contentMatches(graph, index, number, INLINE_IMAGE);
}

function contentMatches(graph: ObjectGraph, { pages }: PageIndex, number: number, wanted: RegExp): boolean {
  const page = pages[number - 1];
  return page !== undefined && contentsOf(graph, page.dict).some((stream) => {
    const content = graph.content(stream);
    return content !== undefined && wanted.test(Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("latin1"));
  });
}

/** Every picture that a page's resources lead to, whether it is drawn or not. @param number from 1 */
export function* imagesOf(graph: ObjectGraph, { pages }: PageIndex, number: number): Generator<{ readonly object: StoredObject; readonly dict: Dict }> {
  const page = pages[number - 1];
  if (page === undefined) return;
  const seen = new Set<StoredObject>();
  const pending: number[] = refsOf(page.resources);
  for (const stream of isDict(page.dict) ? [page.dict.get("Resources")] : []) pending.push(...refsOf(stream));
  while (pending.length > 0 && seen.size < MAX_OBJECTS) {
    const object = graph.current(pending.pop() ?? -1);
    if (object === undefined || seen.has(object)) continue;
    seen.add(object);
    const dict = graph.value(object);
    if (isDict(dict) && dict.get("Subtype") === "Image") yield { object, dict };
    else if (!(isDict(dict) && (dict.get("Type") === "Page" || dict.get("Type") === "Font"))) pending.push(...object.refs);
  }
}

function refsOf(value: unknown): number[] {
  if (typeof value !== "object" || value === null) return [];
  if ("ref" in value && typeof value.ref === "number") return [value.ref];
  if (Array.isArray(value)) return value.flatMap(refsOf);
  return value instanceof Map ? [...value.values()].flatMap(refsOf) : [];
}
