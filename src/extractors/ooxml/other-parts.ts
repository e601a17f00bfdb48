/**
 * The parts of a package that its own reader does not know: properties, settings, charts, custom XML, pictures, embedded files; and
 * what stands in no part at all. With these, every byte of a package is read or listed.
 */
import { strayArtifact } from "../../bytes/stray.js";
import { toUtf8 } from "../../bytes/xml.js";
import { readEntry, readZipDirectory } from "../../bytes/zip.js";
import { layoutOf } from "../../bytes/zip-layout.js";
import type { Artifact, Budget, Concealment, ExtractContext, Location, Segment, Unscanned } from "../../contract.js";
import { Unreadable } from "../../errors.js";
import { type Remark, remarksSegment } from "../../text/remarks.js";
import { segmentsOf } from "./markup-lines.js";
import { type MarkupOptions, readMarkup } from "./markup-reader.js";
import { type OoxmlPackage, type PackagePart, percentDecoded, type Relationship } from "./package.js";
import { readProperties } from "./properties.js";

type Piece = Segment | Artifact | Unscanned;

/** How to read a part, by the type of the relationship that leads to it. What is not named here is read as data that nobody is shown. */
interface Reading extends MarkupOptions {
  readonly concealment?: Concealment;
}

const DATA: Reading = { concealment: "package-data", attributes: "data" };
/** Standard tables of fonts, colours and styles: their attributes are names of fonts, and hundreds of switches. */
const QUIET: Reading = { concealment: "package-data" };
const DRAWN: Reading = {};
const READINGS: Readonly<Record<string, Reading>> = {
  theme: QUIET, themeOverride: QUIET, fontTable: QUIET, styles: QUIET, stylesWithEffects: QUIET, numbering: QUIET, webSettings: QUIET, settings: QUIET,
  diagramColors: QUIET, diagramLayout: QUIET, diagramQuickStyle: QUIET, tableStyles: QUIET, chartStyle: QUIET, chartColorStyle: QUIET,
  presProps: QUIET, viewProps: QUIET, customXmlProps: QUIET,
  chart: DRAWN, chartEx: DRAWN, chartUserShapes: DRAWN, diagramData: DRAWN, diagramDrawing: DRAWN, drawing: DRAWN, vmlDrawing: DRAWN,
  image: DRAWN, hdphoto: DRAWN, audio: DRAWN, video: DRAWN, media: DRAWN, aFChunk: DRAWN, subDocument: DRAWN,
  people: { concealment: "property", attributes: "data" },
  commentAuthors: { concealment: "property", attributes: "data" },
  authors: { concealment: "property", attributes: "data" },
  commentsExtended: QUIET, commentsIds: QUIET, commentsExtensible: QUIET,
  thumbnail: { concealment: "metadata" },
};
const PROPERTIES = /^(?:core-properties|extended-properties|custom-properties|extendedProperties|customProperties)$/u;
/** Strict documents and old writers name the type otherwise; the content type is the same. */
const PROPERTIES_TYPE = /(?:core|extended|custom)-properties\+xml$/u;

/** @param done parts that have been read already */
export function* readOtherParts(pkg: OoxmlPackage, at: Location, { budget }: ExtractContext, done: ReadonlySet<PackagePart>): Generator<Piece> {
  const ledToBy = new Map<PackagePart, string>();
  for (const { part, type } of allRelationships(pkg)) if (part !== undefined && !ledToBy.has(part)) ledToBy.set(part, type);
  for (const part of pkg.parts) {
    if (done.has(part)) continue;
    budget.tick();
    const partAt: Location = [...at, { kind: "package-part", path: part.path }];
    const type = ledToBy.get(part) ?? "";
    const { concealment: usual, ...options } = Object.hasOwn(READINGS, type) ? READINGS[type] : DATA;
    const concealment = part.reached ? usual : "orphaned-part";
    const { bytes, unread } = readPart(pkg, part, at, budget);
    if (unread !== undefined) yield unread;
    if (bytes === undefined) continue;
    if (!isMarkup(part, bytes)) {
      const mediaType = part.contentType === "" ? {} : { mediaType: part.contentType };
      yield { kind: "artifact", at: partAt, name: baseName(part.path), bytes, ...mediaType, ...(concealment !== undefined && { concealment }) };
    } else if (PROPERTIES.test(type) || PROPERTIES_TYPE.test(part.contentType)) {
      budget.entry();
      const remarks = [...readProperties(bytes, at)];
      if (remarks.length > 0) yield remarksSegment(remarks, part.reached ? "property" : "orphaned-part");
    } else {
      budget.entry();
      yield* segmentsOf(readMarkup(bytes, budget, options), partAt, concealment);
    }
  }
  yield* readOutside(pkg, at, budget);
}

/** A part's bytes, as far as they can be had, and what to list where that is not all of them. Throws only when a limit is reached. */
export function readPart(pkg: OoxmlPackage, part: PackagePart, at: Location, budget: Budget): { bytes?: Uint8Array; unread?: Unscanned } {
  const unread = ({ reason, message }: Unreadable): Unscanned => ({
    kind: "unscanned", at: [...at, { kind: "package-part", path: part.path }], reason, detail: message,
  });
  try {
    const { bytes, problem } = readEntry(pkg.bytes, part.entry, budget);
    return problem === undefined ? { bytes } : { bytes, unread: unread(problem) };
  } catch (error) {
    if (!(error instanceof Unreadable) || budget.remainingBytes <= 0) throw error;
    return { unread: unread(error) };
  }
}

const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

function* allRelationships(pkg: OoxmlPackage): Generator<Relationship> {
  yield* pkg.relationships;
  for (const { relationships } of pkg.parts) yield* relationships;
}

/** Not XHTML, which is a document of its own (an `altChunk`), and not whatever else calls itself XML. */
function isMarkup(part: PackagePart, bytes: Uint8Array): boolean {
  if (/html/u.test(part.contentType)) return false;
  if (!/[+/]xml$|vmldrawing$/u.test(part.contentType) && !/\.(?:xml|vml)$/iu.test(part.path)) return false;
  const text = toUtf8(bytes.subarray(0, 1024));
  return text.length === 0 || Buffer.from(text).toString("latin1").trimStart().startsWith("<");
}

/** Link targets, comments of the zip file, and bytes that belong to no part. */
function* readOutside(pkg: OoxmlPackage, at: Location, budget: Budget): Generator<Piece> {
  for (const { path, problem } of pkg.problems) {
    yield { kind: "unscanned", at: [...at, { kind: "package-part", path }], reason: problem.reason, detail: problem.message };
  }
  if (pkg.damaged) yield { kind: "unscanned", at, reason: "corrupt", detail: "zip: the directory is missing or incomplete; parts were searched for" };
  const links: Remark[] = [];
  const seen = new Set<string>();
  for (const owner of [undefined, ...pkg.parts]) {
    for (const { external, target } of owner?.relationships ?? pkg.relationships) {
      if (!external || seen.has(target)) continue;
      seen.add(target);
      const ownerAt: Location = owner === undefined || owner === pkg.main ? at : [...at, { kind: "package-part", path: owner.path }];
      links.push({ text: percentDecoded(target), at: [...ownerAt, { kind: "property", name: "link" }] });
    }
  }
  if (links.length > 0) yield remarksSegment(links, "hidden-text");
  const { comments, strays } = layoutOf(pkg.bytes, readZipDirectory(pkg.bytes).entries, budget);
  const remarks = comments.map(({ text, entry }): Remark => {
    const owner: Location = entry === undefined ? at : [...at, { kind: "package-part", path: entry }];
    return { text, at: [...owner, { kind: "property", name: "comment" }] };
  });
  if (remarks.length > 0) yield remarksSegment(remarks, "metadata");
  for (const { start, end } of strays) {
    const stray = strayArtifact(at, pkg.bytes, start, end);
    if (stray !== undefined) yield stray;
  }
}
