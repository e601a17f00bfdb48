/** Entries of an OpenDocument package that are no stream of a document: pictures, macros, former versions, signatures, settings of programs. */
import { printableRuns } from "../../bytes/printable-runs.js";
import { looksLikeXml, xmlText } from "../../bytes/xml-text.js";
import { readXml } from "../../bytes/xml.js";
import type { ZipEntry } from "../../bytes/zip.js";
import type { Artifact, Concealment, Location, Segment } from "../../contract.js";
import { remarksSegment } from "../../text/remarks.js";

/** Folders and names that the specification or LibreOffice gives a meaning. The first that fits counts. */
const PLACES: readonly (readonly [path: RegExp, concealment: Concealment])[] = [
  [/^Versions\//u, "previous-revision"],
  [/^VersionList\.xml$/u, "previous-revision"],
  [/^Thumbnails\//u, "metadata"],
  [/^META-INF\//u, "metadata"],
];

/**
 * @param mediaType as the manifest says
 * @param references targets of pictures and objects, by the name of their entry
 */
export function* readOtherEntry(entry: ZipEntry, bytes: Uint8Array, at: Location, mediaType: string | undefined, references: ReadonlySet<string>): Generator<Segment | Artifact> {
  if (bytes.length === 0) return;
  const { name } = entry;
  const entryAt: Location = [...at, { kind: "package-part", path: name }];
  const concealment = concealmentOf(entry, mediaType, references);
  if (name === "layout-cache" || name.endsWith("/layout-cache") || isDrawing(bytes)) {
    // Positions of page breaks; the drawing in LibreOffice's own format that stands for an object.
    const text = printableRuns(bytes);
    if (text !== "") yield remarksSegment([{ text, at: entryAt }], isDrawing(bytes) ? concealment : (concealment ?? "package-data"));
    return;
  }
  if (looksLikeXml(bytes) && isOwnXml(name)) {
    const text = name.startsWith("Basic/") || name.startsWith("META-INF/") ? sourceText(bytes) : xmlText(bytes);
    if (text !== "") yield remarksSegment([{ text, at: entryAt }], concealment ?? "package-data");
    return;
  }
  yield {
    kind: "artifact", at: entryAt, name: name.slice(name.lastIndexOf("/") + 1), bytes,
    ...(mediaType !== undefined && mediaType !== "" && { mediaType }),
    ...(concealment !== undefined && { concealment }),
  };
}

/** StarView metafiles: text in UTF-16 between lines and colours. */
const isDrawing = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 6)).toString("latin1") === "VCLMTF";

const isOwnXml = (name: string): boolean => /\.(?:xml|xlb|xdl|rdf|xdm)$/u.test(name);

function concealmentOf({ name, unlisted }: ZipEntry, mediaType: string | undefined, references: ReadonlySet<string>): Concealment | undefined {
  if (unlisted) return "orphaned-part";
  const known = PLACES.find(([path]) => path.test(name));
  if (known !== undefined) return known[1];
  // The picture that stands for an object is drawn in its place.
  if (references.has(name) || references.has(name.replace(/(?:^|\/)ObjectReplacements\//u, (match) => match.replace("ObjectReplacements/", "")))) {
    return /\bObjectReplacements\//u.test(name) || mediaType?.startsWith("image/") === true || /^(?:Pictures|media)\//iu.test(name) ? undefined : "package-data";
  }
  return /^(?:.*\/)?Pictures\//u.test(name) ? "orphaned-part" : "package-data";
}

/** Basic source keeps its lines; certificates in signatures keep what can be read of them. */
function sourceText(xml: Uint8Array): string {
  const reader = readXml(xml);
  const texts: string[] = [];
  const path: string[] = [];
  for (let token = reader.next(); token !== "end"; token = reader.next()) {
    if (token === "open") {
      path.length = reader.depth;
      path[reader.depth] = reader.name;
      for (const [attribute, value] of reader.attributes()) if (attribute === "name" || attribute === "href") texts.push(value);
    } else if (token === "aside" && !/^xml\s|^DOCTYPE|^<!DOCTYPE/u.test(reader.text)) texts.push(reader.text);
    else if (token === "text" && /\S/u.test(reader.text)) texts.push(/Certificate|OCSP|Timestamp/u.test(path[reader.depth] ?? "") ? printableRuns(Buffer.from(reader.text, "base64")) : reader.text);
  }
  return texts.join("\n");
}
