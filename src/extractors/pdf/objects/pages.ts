/** The page tree as readers that repair would take it (ISO 32000-1, 7.7.3): which objects are pages, and what belongs to each. */
import { isArray, isDict, isRef, type Dict, type Value } from "../fast/lexer.js";
import type { ObjectGraph } from "./graph.js";
import type { StoredObject } from "./sweep.js";

export interface PageFacts {
  /** From 1. */
  readonly number: number;
  readonly dict: Dict;
  readonly resources: Value;
  readonly mediaBox: Value;
}

export interface PageIndex {
  readonly pages: readonly PageFacts[];
  /** The page a page object or an annotation belongs to. */
  pageOf(object: StoredObject): number | undefined;
  /** Streams that are page content. */
  readonly contents: ReadonlyMap<StoredObject, PageFacts>;
}

const MAX_PAGES = 100_000;
const MAX_DEPTH = 64;

export function indexPages(graph: ObjectGraph): PageIndex {
  const pages: PageFacts[] = [];
  const numbers = new Map<StoredObject, number>();
  const contents = new Map<StoredObject, PageFacts>();
  const seen = new Set<StoredObject>();
  const root = graph.resolve(graph.trailer.get("Root"));
  walk(isDict(root) ? root.get("Pages") : undefined, null, null, 0);
  return { pages, pageOf: (object) => numbers.get(object), contents };

  function walk(reference: Value | undefined, resources: Value, mediaBox: Value, depth: number): void {
    const object = graph.target(reference);
    const node = graph.resolve(reference);
    if (!isDict(node) || depth > MAX_DEPTH || pages.length >= MAX_PAGES || (object !== undefined && seen.has(object))) return;
    if (object !== undefined) seen.add(object);
    const own = { resources: node.get("Resources") ?? resources, mediaBox: node.get("MediaBox") ?? mediaBox };
    const kids = graph.resolve(node.get("Kids"));
    if (isArray(kids)) {
      for (const kid of kids) walk(kid, own.resources, own.mediaBox, depth + 1);
      return;
    }
    const page: PageFacts = { number: pages.length + 1, dict: node, ...own };
    pages.push(page);
    if (object !== undefined) numbers.set(object, page.number);
    const annotations = graph.resolve(node.get("Annots"));
    for (const one of isArray(annotations) ? annotations : []) {
      const annotation = graph.target(one);
      if (annotation !== undefined) numbers.set(annotation, page.number);
    }
    for (const stream of contentsOf(graph, node)) contents.set(stream, page);
  }
}

/** Streams of one page's content. */
export function contentsOf(graph: ObjectGraph, page: Dict): StoredObject[] {
  const direct = page.get("Contents");
  const resolved = graph.resolve(direct);
  const list = isArray(resolved) ? resolved : isRef(direct) ? [direct] : [];
  return list.flatMap((one) => {
    const stream = graph.target(one);
    return stream?.stream === undefined ? [] : [stream];
  });
}
