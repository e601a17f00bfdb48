/**
 * What stands in a PDF file beside what its pages show, found from its bytes and not from its cross-reference: strings of every object
 * in use, files, scripts, forms, thumbnails; objects that nothing leads to; objects that a later revision replaced; bytes between objects.
 */
import { strayArtifact } from "../../../bytes/stray.js";
import type { Artifact, Budget, Concealment, Location, Segment, Unscanned } from "../../../contract.js";
import { xmpTexts } from "../../../text/xmp.js";
import type { PageView } from "../document.js";
import { isArray, isDict, type Dict, type Value } from "../fast/lexer.js";
import { createCollector, fileOf, filesOf, forEachDict, type Collector } from "./collect.js";
import { carriedBy } from "./carried.js";
import type { ObjectGraph } from "./graph.js";
import { contentsOf, indexPages, type PageIndex } from "./pages.js";
import { bare, type Said } from "./said.js";
import { pictureFileOf } from "./raster.js";
import { pictureFileIn, judgeUnknown, kindOfStream, showsText } from "./streams.js";
import type { StoredObject } from "./sweep.js";
import { anyResources, type LostContent } from "./synthetic.js";
import { looseText } from "./text.js";

export interface Leftovers {
  /** Content that no page shows, by why. */
  readonly lost: readonly (LostContent & { readonly concealment: Concealment; readonly object: number })[];
}

export interface ObjectsReading {
  readonly at: Location;
  readonly bytes: Uint8Array;
  readonly budget: Budget;
  readonly said: Said;
  readonly views: ReadonlyMap<number, PageView>;
  /** Pages whose content the fast reader did not read: replacement texts in it are nobody's yet. */
  readonly unproven: ReadonlySet<number>;
  /** Stretches of bytes that were yielded before, by where they begin. */
  readonly outside: ReadonlySet<number>;
  /** Contents of files that were yielded before. */
  readonly files: ReadonlySet<string>;
  /** Pictures are to be given as files, for the text in them to be read. */
  readonly withPictures: boolean;
}

const OBJECTS_A_TICK = 2000;
const DRAWN = /\/([^\s/<>[\](){}%]{1,127})[\s\0]{1,20}Do(?![A-Za-z])/gu;

/** Only what is not encrypted, for a document that asks for a password. */
export function* readLocked(at: Location, graph: ObjectGraph, said: Said): Generator<Segment> {
  const collector = createCollector(at, graph, indexPages(graph), new Map(), said);
  for (const object of graph.objects) {
    collector.strings(object, "package-data");
    const dict = graph.value(object);
    const content = isDict(dict) && dict.get("Type") === "Metadata" ? graph.content(object) : undefined;
    if (content !== undefined) collector.packet(content, "metadata");
  }
  for (const comment of graph.comments) collector.text(comment, "comments", "orphaned-part");
  yield* collector.segments();
}

export function* readObjects(reading: ObjectsReading, graph: ObjectGraph): Generator<Segment | Artifact | Unscanned, Leftovers> {
  const { at, bytes, budget, said, views } = reading;
  const index = indexPages(graph);
  const collector = createCollector(at, graph, index, views, said);
  const known = new Set<StoredObject>();
  const pieces: (Artifact | Unscanned)[] = [];
  const unused: (LostContent & { concealment: Concealment; object: number })[] = [];
  /** Forms that pages and others may draw, and by which names. */
  const forms = new Map<StoredObject, Set<string>>();
  let count = 0;
  const tick = (): void => {
    if (++count % OBJECTS_A_TICK === 0) budget.tick();
  };
  const root = graph.resolve(graph.trailer.get("Root"));
  if (isDict(root)) readForm(root);
  for (const object of graph.objects) {
    tick();
    if (!graph.reachable.has(object)) continue;
    if (object.speaks) collector.strings(object);
    if (object.stream !== undefined || object.end - object.start > 8) inUse(object);
  }
  for (const [stream, page] of index.contents) {
    if (!reading.unproven.has(page.number)) continue;
    tick();
    const content = graph.content(stream);
    if (content !== undefined) for (const text of carriedBy(content)) if (!said.has(text)) collector.text(text, "marked content", "hidden-text");
  }
  keepUndrawnForms();
  const lost = [...unused, ...leftOver(graph.superseded, "previous-revision"), ...leftOver(graph.orphans, "orphaned-part")];
  for (const comment of graph.comments) collector.text(comment, "comments", "orphaned-part");
  yield* collector.segments();
  yield* pieces;
  for (const { start, end } of graph.strays) {
    if ([...reading.outside].some((offset) => Math.abs(offset - start) <= 2)) continue;
    const stray = strayArtifact(at, bytes, start, end);
    if (stray !== undefined) yield stray;
  }
  for (const gap of graph.gaps) yield { kind: "unscanned", at, reason: "corrupt", detail: gap };
  return { lost };

  function keep(piece: Artifact | Unscanned): void {
    if (piece.kind === "artifact") {
      const mark = fileMark(piece.name, piece.bytes);
      if (reading.files.has(mark)) return;
      budget.entry();
    }
    pieces.push(piece);
  }

  /** XFA (12.7.8): one stream, or the parts of one. */
  function readForm(catalog: Dict): void {
    const form = graph.resolve(catalog.get("AcroForm"));
    const xfa = isDict(form) ? form.get("XFA") : undefined;
    const resolved = graph.resolve(xfa);
    const parts = (isArray(resolved) ? resolved : [xfa]).flatMap((part) => graph.target(part) ?? []);
    const contents = parts.flatMap((part) => {
      known.add(part);
      return part.stream === undefined ? [] : [graph.content(part) ?? new Uint8Array()];
    });
    if (contents.length === 0) return;
    for (const { name, text } of xmpTexts(looseText(Buffer.concat(contents)))) collector.text(text, `XFA: ${name}`, "package-data");
  }

  function inUse(object: StoredObject): void {
    const dict = graph.value(object);
    forEachDict(dict, (one) => {
      if (one.has("EF")) {
        for (const piece of filesOf(at, graph, one, (stream) => known.has(stream) || !known.add(stream), "package-data")) keep(piece);
      }
      if (one.has("AP")) appearancesNotInUse(one);
      if (one.has("XObject")) nameForms(graph.resolve(one.get("XObject")));
      const thumbnail = one.get("Type") === "Page" ? graph.target(one.get("Thumb")) : undefined;
      if (thumbnail?.stream !== undefined) keepPicture(thumbnail, "metadata", "thumbnail");
    });
    if (object.stream === undefined || known.has(object) || !isDict(dict) || index.contents.has(object)) return;
    const kind = kindOfStream(dict);
    if (kind === "metadata") {
      const content = graph.content(object);
      if (content !== undefined) collector.packet(content, "metadata");
    } else if (kind === "unknown") readUnknown(object, "package-data");
    else if (dict.get("PatternType") === 1) keepShown(object, dict, "package-data");
  }

  function nameForms(resources: Value): void {
    if (!isDict(resources)) return;
    for (const [name, reference] of resources) {
      const target = graph.target(reference);
      if (target?.stream === undefined) continue;
      const dict = graph.value(target);
      if (isDict(dict) && dict.get("Subtype") === "Form") forms.set(target, (forms.get(target) ?? new Set<string>()).add(name));
    }
  }

  /** Forms with text that a page could draw and none does: templates, what an editor left behind. */
  function keepUndrawnForms(): void {
    const speaking = [...forms.keys()].filter((form) => {
      tick();
      const content = known.has(form) ? undefined : graph.content(form);
      return content !== undefined && showsText(content);
    });
    if (speaking.length === 0) return;
    const drawn = new Set<string>();
    for (const stream of [...index.contents.keys(), ...graph.objects.filter((object) => object.stream !== undefined && graph.reachable.has(object) && isForm(object))]) {
      tick();
      const content = graph.content(stream);
      if (content !== undefined) for (const [, name] of Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("latin1").matchAll(DRAWN)) drawn.add(name);
    }
    for (const form of speaking) {
      const dict = graph.value(form);
      if (isDict(dict) && ![...(forms.get(form) ?? [])].some((name) => drawn.has(name))) keepShown(form, dict, "hidden-text");
    }
  }

  function isForm(object: StoredObject): boolean {
    const dict = graph.value(object);
    return isDict(dict) && dict.get("Subtype") === "Form";
  }

  function keepShown(object: StoredObject, dict: Dict, concealment: Concealment): void {
    const content = graph.content(object);
    if (content !== undefined && showsText(content)) unused.push({ content, ...ownPage(object, dict), concealment, object: object.number });
  }

  /** Appearances for a mouse over an annotation or its button down, and of states it is not in (12.5.5). */
  function appearancesNotInUse(annotation: Dict): void {
    const appearances = graph.resolve(annotation.get("AP"));
    if (!isDict(appearances)) return;
    const state = graph.resolve(annotation.get("AS"));
    const inUse = new Set<StoredObject>();
    const others: StoredObject[] = [];
    for (const [kind, reference] of appearances) {
      const direct = graph.target(reference);
      const states = graph.resolve(reference);
      const all: [string, StoredObject | undefined][] = direct?.stream === undefined && isDict(states) ? [...states].map(([name, one]) => [name, graph.target(one)]) : [["", direct]];
      for (const [name, form] of all) {
        if (form?.stream === undefined) continue;
        if (kind === "N" && (name === "" || name === state)) inUse.add(form);
        else others.push(form);
      }
    }
    for (const form of others) {
      const dict = graph.value(form);
      if (inUse.has(form) || known.has(form) || !isDict(dict)) continue;
      known.add(form);
      const content = graph.content(form);
      if (content !== undefined && showsText(content)) unused.push({ content, ...ownPage(form, dict), concealment: "hidden-text", object: form.number });
    }
  }

  function readUnknown(object: StoredObject, concealment: Concealment): void {
    const content = graph.content(object);
    if (content === undefined) return;
    const judged = judgeUnknown(content);
    const dict = graph.value(object);
    if (judged.kind === "machinery" && concealment === "package-data" && isDict(dict) && isGlyph(content) && showsText(content)) unused.push({ content, ...ownPage(object, dict), concealment, object: object.number });
    if (judged.kind === "text") collector.text(judged.text, `object ${object.number}`, concealment);
    else if (judged.kind === "file" && !showsText(content)) keep({ kind: "artifact", at: [...at, { kind: "entry", name: `object ${object.number}` }], name: `object ${object.number}`, bytes: content, concealment });
  }

  function keepPicture(object: StoredObject, concealment: Concealment, what: string): void {
    if (known.has(object)) return;
    known.add(object);
    const dict = graph.value(object);
    if (!isDict(dict)) return;
    const name = `${what} ${object.number}`;
    const unwrapped = graph.unwrapped(object);
    const bytes = reading.withPictures ? pictureFileOf(graph, object, dict) : unwrapped && pictureFileIn(unwrapped);
    if (bytes !== undefined) keep({ kind: "artifact", at: [...at, { kind: "entry", name }], name, bytes, concealment });
    else keep({ kind: "unscanned", at: [...at, { kind: "entry", name }], reason: "unsupported", detail: `${what}: a picture, there is no text to read` });
  }

  function leftOver(objects: readonly StoredObject[], concealment: "previous-revision" | "orphaned-part"): (LostContent & { concealment: Concealment; object: number })[] {
    const content: (LostContent & { concealment: Concealment; object: number })[] = [];
    for (const object of objects) {
      tick();
      if (object.speaks) collector.strings(object, concealment);
      if (object.stream === undefined || known.has(object)) continue;
      const dict = graph.value(object);
      if (!isDict(dict)) continue;
      const kind = kindOfStream(dict);
      if (kind === "machinery") continue;
      if (kind === "picture") {
        // An earlier version of a picture in use is one; a mask of one is not.
        if (concealment === "orphaned-part") keepPicture(object, concealment, "picture");
      } else if (kind === "metadata") {
        const packet = graph.content(object);
        if (packet !== undefined) for (const { name, text } of xmpTexts(looseText(packet))) if (!said.has(text)) collector.text(text, name, concealment);
      } else if (kind === "file") keep(fileOf(at, graph, object, `object ${object.number}`, concealment));
      else {
        const shown = graph.content(object);
        if (shown === undefined) continue;
        if (showsText(shown)) content.push({ content: shown, ...ownPage(object, dict), concealment, object: object.number });
        else if (kind === "unknown") readUnknown(object, concealment);
      }
    }
    return content;
  }

  /** What left-over content was to be shown with. */
  function ownPage(object: StoredObject, dict: Dict): Pick<LostContent, "resources" | "mediaBox"> {
    if (dict.has("Resources")) return { resources: dict.get("Resources") ?? null, mediaBox: dict.get("BBox") ?? null };
    const current = graph.current(object.number);
    const page = current === undefined ? undefined : index.contents.get(current);
    if (page !== undefined) return page;
    for (const other of [...graph.orphans, ...graph.superseded]) {
      if (!other.refs.includes(object.number)) continue;
      const candidate = graph.value(other);
      if (isDict(candidate) && contentsOf(graph, candidate).includes(object) && candidate.has("Resources")) return { resources: candidate.get("Resources") ?? null, mediaBox: candidate.get("MediaBox") ?? index.pages[0]?.mediaBox ?? null };
    }
    return { resources: anyResources(index.pages), mediaBox: index.pages[0]?.mediaBox ?? null };
  }
}

/** Of a Type 3 font (9.6.5): it may be drawn with letters of another one. */
const isGlyph = (content: Uint8Array): boolean => /^[\d.\s-]{1,120}d[01]\s/u.test(Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, 130)).toString("latin1"));

export function fileMark(name: string, bytes: Uint8Array): string {
  return `${bytes.length} ${bare(name)}`;
}

export type { Collector, PageIndex };
