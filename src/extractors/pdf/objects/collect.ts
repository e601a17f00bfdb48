/** Texts and files of single objects, told in the terms of a location. */
import type { Artifact, Concealment, Location, TextSegment, Unscanned } from "../../../contract.js";
import { remarksSegment } from "../../../text/remarks.js";
import { xmpTexts } from "../../../text/xmp.js";
import type { PageView } from "../document.js";
import { isArray, isDict, type Dict, type Value } from "../fast/lexer.js";
import { boxOf } from "../page-text.js";
import type { ObjectGraph } from "./graph.js";
import type { PageIndex } from "./pages.js";
import type { Said } from "./said.js";
import { pictureFileIn } from "./streams.js";
import { stringsOf } from "./strings.js";
import type { StoredObject } from "./sweep.js";
import { looseText } from "./text.js";

export interface Collector {
  /** @param as in what way the whole object is concealed; undefined: as each string says itself */
  strings(object: StoredObject, as?: Concealment): void;
  text(text: string, name: string, concealment: Concealment | undefined): void;
  /** XMP, each property by its name. */
  packet(content: Uint8Array, concealment: Concealment): void;
  segments(): TextSegment[];
}

/** Streams that stand where a string could: scripts, rich text, long values. */
const TEXT_STREAMS = new Set(["JS", "RC", "RV", "V", "DV", "Contents"]);

export function createCollector(at: Location, graph: ObjectGraph, index: PageIndex, views: ReadonlyMap<number, PageView>, said: Said): Collector {
  const byConcealment = new Map<Concealment | undefined, { text: string; at: Location }[]>();
  const information = graph.target(graph.trailer.get("Info"));
  const add = (text: string, place: Location, concealment: Concealment | undefined): void => {
    if (!/[\p{L}\p{N}]/u.test(text) || !said.add(text, concealment)) return;
    const list = byConcealment.get(concealment);
    if (list === undefined) byConcealment.set(concealment, [{ text, at: place }]);
    else list.push({ text, at: place });
  };
  const isRead = new Set<StoredObject>();
  const collector: Collector = {
    strings(object, as) {
      const value = graph.value(object);
      const context = { isInformation: object === information, resolve: graph.resolve, plain: (stored: Uint8Array) => graph.plain(object, stored) };
      const page = index.pageOf(object);
      for (const { text, name, concealment, rect } of stringsOf(value, context)) {
        if (as === "previous-revision" && said.has(text)) continue;
        // Tagged text says again what the page shows.
        if (concealment === "hidden-text" && rect === undefined && said.has(text)) continue;
        add(text, placeOf(page, rect, name), as ?? concealment);
      }
      forEachDict(value, (dict) => {
        for (const [key, reference] of dict) {
          const target = TEXT_STREAMS.has(key) && !(key === "Contents" && dict.get("Type") === "Page") ? graph.target(reference) : undefined;
          if (target?.stream === undefined || isRead.has(target) || index.contents.has(target)) continue;
          isRead.add(target);
          const content = graph.content(target);
          if (content !== undefined) add(looseText(content), placeOf(page, undefined, key === "JS" ? "JavaScript" : key), as ?? "package-data");
        }
      });
    },
    text: (text, name, concealment) => {
      add(text, [...at, { kind: "property", name }], concealment);
    },
    packet(content, concealment) {
      const packet = looseText(content);
      for (const { name, text } of xmpTexts(packet)) add(text, [...at, { kind: "property", name }], concealment);
    },
    segments: () => [...byConcealment].map(([concealment, remarks]) => remarksSegment(remarks, concealment)),
  };
  return collector;

  function placeOf(page: number | undefined, rect: readonly number[] | undefined, name: string): Location {
    if (page === undefined || rect === undefined) return [...at, { kind: "property", name }];
    const view = views.get(page);
    const box = view === undefined ? undefined : boxOf(rect, view);
    return [...at, { kind: "page", number: page, ...(box === undefined ? {} : { box }) }];
  }
}

export function forEachDict(value: Value, visit: (dict: Dict) => void, depth = 0): void {
  if (depth > 64) return;
  if (isDict(value)) {
    visit(value);
    for (const part of value.values()) forEachDict(part, visit, depth + 1);
  } else if (isArray(value)) for (const part of value) forEachDict(part, visit, depth + 1);
}

/** Files that a file specification carries (7.11.4): attachments, portfolios, files associated with anything. */
export function* filesOf(at: Location, graph: ObjectGraph, dict: Dict, isKnown: (stream: StoredObject) => boolean, concealment: Concealment): Generator<Artifact | Unscanned> {
  const embedded = graph.resolve(dict.get("EF"));
  if (!isDict(embedded)) return;
  const names = ["UF", "F", "Unix", "Mac", "DOS"].map((key) => graph.resolve(dict.get(key)));
  const stored = names.find((name) => name instanceof Uint8Array);
  const name = stored instanceof Uint8Array ? looseText(stored).split(/[/\\]/u).pop() ?? "" : "";
  for (const reference of embedded.values()) {
    const stream = graph.target(reference);
    if (stream === undefined || isKnown(stream)) continue;
    yield fileOf(at, graph, stream, name === "" ? `object ${stream.number}` : name, concealment);
  }
}

/** A stream as a file; unread where its filters are not known. */
export function fileOf(at: Location, graph: ObjectGraph, stream: StoredObject, name: string, concealment: Concealment): Artifact | Unscanned {
  const inside = [...at, { kind: "entry", name }] as const;
  const unwrapped = graph.unwrapped(stream);
  const content = unwrapped?.filter === undefined ? unwrapped?.bytes : pictureFileIn(unwrapped);
  if (content === undefined) return { kind: "unscanned", at: inside, reason: "unsupported", detail: "its bytes are stored in a way that is not read" };
  return { kind: "artifact", at: inside, name, bytes: content, concealment };
}
