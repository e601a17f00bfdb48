/** The page tree (ISO 32000-1, 7.7.3), with what pages inherit from it. */
import type { PageView } from "../document.js";
import type { PdfFile } from "./file.js";
import { isArray, isDict, isRef, NotPlain, type Dict, type Value } from "./lexer.js";

export interface PlainPage {
  readonly dict: Dict;
  readonly view: PageView;
  readonly resources: Dict;
}

const INHERITED = ["Resources", "MediaBox", "CropBox", "Rotate"] as const;
const MAX_TREE_DEPTH = 64;
const MAX_PAGES = 1_000_000;

/** References of all pages in order, each with the nodes above it. */
export function listPages(file: PdfFile, catalog: Dict): (() => PlainPage)[] {
  const pages: (() => PlainPage)[] = [];
  const seen = new Set<number>();
  const walk = (reference: Value | undefined, above: readonly Dict[]): void => {
    if (!isRef(reference) || seen.has(reference.ref) || above.length > MAX_TREE_DEPTH) throw new NotPlain("a page tree that is none");
    seen.add(reference.ref);
    const node = file.dict(reference);
    const type = file.resolve(node.get("Type"));
    if (type === "Page") {
      if (pages.length >= MAX_PAGES) throw new NotPlain("too many pages");
      pages.push(() => readPage(file, [node, ...above]));
      return;
    }
    const kids = file.resolve(node.get("Kids"));
    if (type !== "Pages" || !isArray(kids)) throw new NotPlain("a page tree that is none");
    const before = pages.length;
    for (const kid of kids) walk(kid, [node, ...above]);
    if (file.resolve(node.get("Count")) !== pages.length - before) throw new NotPlain("a page tree that counts wrong");
  };
  walk(catalog.get("Pages"), []);
  return pages;
}

function readPage(file: PdfFile, chain: readonly Dict[]): PlainPage {
  const [resources, mediaBox, cropBox, rotation] = INHERITED.map((key) => file.resolve(chain.find((node) => node.has(key))?.get(key)));
  const media = rectangle(file, mediaBox);
  const crop = cropBox === null ? media : rectangle(file, cropBox);
  const box = [Math.max(media[0], crop[0]), Math.max(media[1], crop[1]), Math.min(media[2], crop[2]), Math.min(media[3], crop[3])] as const;
  const turned = rotation ?? 0;
  if (box[0] >= box[2] || box[1] >= box[3]) throw new NotPlain("a page without a size");
  if (typeof turned !== "number" || turned % 90 !== 0) throw new NotPlain("a page turned by half");
  const [dict] = chain;
  const unit = file.resolve(dict.get("UserUnit")) ?? 1;
  if (typeof unit !== "number" || unit <= 0) throw new NotPlain("an unusual user unit");
  const rotate = (((turned % 360) + 360) % 360) as PageView["rotate"]; // a multiple of 90, checked above
  return { dict, resources: isDict(resources) ? resources : new Map(), view: { box, rotate, userUnit: unit } };
}

function rectangle(file: PdfFile, value: Value): [number, number, number, number] {
  const numbers = isArray(value) ? value.map((number) => file.resolve(number)) : [];
  const [a, b, c, d] = numbers;
  if (numbers.length !== 4 || typeof a !== "number" || typeof b !== "number" || typeof c !== "number" || typeof d !== "number") throw new NotPlain("a malformed box");
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}
